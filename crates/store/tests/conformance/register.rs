use crate::{World, entry, minute, on_each_engine};
use jifen_store::{
    OrganisationKind, PageRequest, Role, Scope, StoreError, Work,
    batches::{self, BatchItem, BatchState, NewParticipant, Plan},
    enterprises::{self, EnterpriseStatus, Fields, Filter, Label, NewEnterprise, Sort},
    imports::{self, ImportKind, ImportMode, ImportRow, ImportState, NewImport, RowOutcome},
    organisations::{self, NewOrganisation, Organisation},
    values::{self, Stated, Statement, ValueSource, Which, latest},
};
use jifen_store::{
    annual_reports::{self, AnnualReport},
    saved_filters::{self, SavedFilter},
};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

const TODAY: Date = date(2026, 11, 23);

fn enterprise(id: &str, code: &str, name: &str) -> NewEnterprise {
    NewEnterprise {
        id: id.to_owned(),
        credit_code: code.to_owned(),
        name: name.to_owned(),
        search: format!("{name} {}", code.to_lowercase()),
        founded_on: Some(date(2015, 3, 2)),
        entered_on: None,
        status: EnterpriseStatus::Active,
        park: Some("东园".to_owned()),
        district: None,
        industry: Some("6513".to_owned()),
        field: Some("electronics".to_owned()),
        organisation: None,
    }
}

async fn begin(world: &World) -> Work {
    world.database.begin(minute(0)).await.unwrap()
}

async fn done(work: Work) {
    work.commit(&entry("x"), &[]).await.unwrap();
}

/// A zone with three enterprises, `ann` of the zone.
async fn register(world: &World) -> (Organisation, Organisation) {
    let [_, a, b, _] = world.land().await;
    world.user("ann", &a, &[Role::ZoneAdministrator]).await;
    let work = begin(world).await;
    let three = vec![
        enterprise("e1", "91000000MA00000157", "星火智能装备有限公司"),
        enterprise("e2", "91000000MA00000232", "远航新材料有限公司"),
        enterprise("e3", "91000000MA0000031W", "100%_可靠有限公司"),
    ];
    enterprises::add_all(&work, &a, three).await.unwrap();
    enterprises::add_all(&work, &b, vec![enterprise("f1", "91000000MA00000157", "星火智能装备有限公司")])
        .await
        .unwrap();
    done(work).await;
    (a, b)
}

async fn names(world: &World, scope: &Scope, filter: &Filter) -> Vec<String> {
    let page = PageRequest { limit: 10, after: None, descending: false };
    let found = enterprises::list(&world.database, scope, filter, Sort::CreditCode, &page).await.unwrap();
    assert_eq!(found.total, found.items.len() as u64);
    found.items.into_iter().map(|one| one.id).collect()
}

on_each_engine!(a_zone_finds_its_enterprises_by_parts_of_name_and_code, world, {
    let (a, _) = register(&world).await;
    let scope = Scope::Below(a.path.clone());
    let search = async |text: &str| {
        let filter = Filter { search: Some(text.to_owned()), ..Filter::default() };
        names(&world, &scope, &filter).await
    };
    assert_eq!(search("星火").await, ["e1"]);
    assert_eq!(search("ma0000023").await, ["e2"]);
    assert_eq!(search("MA0000023").await, ["e2"], "capitals or not");
    assert_eq!(search("%_").await, ["e3"], "marks of patterns are plain characters");
    assert_eq!(search("有限").await, ["e1", "e2", "e3"]);
    let filter = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        filter
    };
    let industry = filter(&|filter| filter.industry = Some("65".into()));
    assert_eq!(names(&world, &scope, &industry).await.len(), 3);
    let injected = filter(&|filter| filter.industry = Some("%".into()));
    assert_eq!(names(&world, &Scope::Nothing, &injected).await.len(), 0);
    assert_eq!(names(&world, &Scope::Everything, &Filter::default()).await.len(), 4);
});

on_each_engine!(a_credit_code_stands_once_in_a_zone, world, {
    let (a, _) = register(&world).await;
    let work = begin(&world).await;
    let twice = vec![enterprise("e9", "91000000MA00000157", "又一家")];
    let refused = enterprises::add_all(&work, &a, twice).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
});

on_each_engine!(a_new_name_keeps_the_old_one_and_of_two_edits_one_wins, world, {
    let (a, _) = register(&world).await;
    let scope = Scope::Below(a.path.clone());
    let seen = enterprises::within(&world.database, &scope, "e1").await.unwrap().unwrap();
    let work = begin(&world).await;
    let fields = Fields {
        name: Some("星火装备股份有限公司".into()),
        search: Some("星火装备股份 星火智能".into()),
        park: Some(None),
        ..Fields::default()
    };
    let changed = enterprises::apply(&work, &seen, fields.clone(), TODAY).await.unwrap();
    assert_eq!((changed.version, changed.park, changed.founded_on), (2, None, seen.founded_on));
    let stale = enterprises::apply(&work, &seen, fields, TODAY).await;
    assert!(matches!(stale, Err(StoreError::Stale { expected: 1, found: 2 })), "{stale:?}");
    done(work).await;
    let former = enterprises::former_names(&world.database, "e1").await.unwrap();
    assert_eq!(former, [("星火智能装备有限公司".to_owned(), "2026-11-23".to_owned())]);
});

on_each_engine!(an_enterprise_is_closed_or_merged_and_stays, world, {
    let (a, _) = register(&world).await;
    let scope = Scope::Below(a.path.clone());
    let seen = async |id: &str| enterprises::within(&world.database, &scope, id).await.unwrap().unwrap();
    let work = begin(&world).await;
    let into = seen("e2").await;
    let merged = enterprises::merge(&work, &seen("e1").await, &into, TODAY).await.unwrap();
    assert_eq!((merged.merged_into.as_deref(), merged.is_open()), (Some("e2"), false));
    let closed = enterprises::close(&work, &seen("e3").await, EnterpriseStatus::Deregistered, TODAY).await;
    assert_eq!(closed.unwrap().closed_on, Some(TODAY));
    done(work).await;
    let open = Filter { open: Some(true), ..Filter::default() };
    assert_eq!(names(&world, &scope, &open).await, ["e2"]);
    assert_eq!(names(&world, &scope, &Filter::default()).await.len(), 3);
});

on_each_engine!(labels_hold_from_a_day_to_a_day, world, {
    let (a, _) = register(&world).await;
    let label = |id: &str, of: &str, to: Option<Date>| Label {
        id: id.into(),
        enterprise_id: of.into(),
        label: "high_tech".into(),
        valid_from: date(2023, 1, 1),
        valid_to: to,
        source: "science".into(),
        certificate: Some("GR2023".into()),
        document: None,
        import_id: None,
        ended: None,
    };
    let work = begin(&world).await;
    let two = vec![label("l1", "e1", Some(date(2025, 12, 31))), label("l2", "e2", None)];
    enterprises::add_labels(&work, two).await.unwrap();
    done(work).await;
    let holders = async |day: Date| {
        let filter = Filter { label: Some(("high_tech".into(), day)), ..Filter::default() };
        names(&world, &Scope::Below(a.path.clone()), &filter).await
    };
    assert_eq!(holders(date(2025, 12, 31)).await, ["e1", "e2"]);
    assert_eq!(holders(date(2026, 1, 1)).await, ["e2"]);
    assert_eq!(holders(date(2022, 12, 31)).await.len(), 0);
    let of = enterprises::labels_of(&world.database, "e1").await.unwrap();
    assert!(of[0].holds_on(date(2023, 1, 1)) && !of[0].holds_on(date(2026, 1, 1)));
    assert_eq!(enterprises::labels_within(&world.database, &a.id).await.unwrap().len(), 2);
    let work = begin(&world).await;
    assert!(!enterprises::remove_label(&work, "e2", "l1").await.unwrap(), "another's label");
    assert!(enterprises::remove_label(&work, "e1", "l1").await.unwrap());
});

on_each_engine!(an_enterprise_that_signs_up_gets_what_is_its_own, world, {
    let (a, _) = register(&world).await;
    let work = begin(&world).await;
    let new = NewOrganisation {
        id: "log-in",
        kind: OrganisationKind::Enterprise,
        parent: Some(&a),
        name: "星火",
        credit_code: Some("91000000MA00000157"),
        opens_on: TODAY,
    };
    let organisation = organisations::add(&work, &new).await.unwrap();
    assert_eq!(enterprises::link(&work, &organisation).await.unwrap().as_deref(), Some("e1"));
    assert_eq!(enterprises::link(&work, &a).await.unwrap(), None);
    done(work).await;
    let own = Scope::Organisation(organisation.path.clone());
    assert_eq!(names(&world, &own, &Filter::default()).await, ["e1"]);
    assert_eq!(names(&world, &Scope::Below(a.path.clone()), &Filter::default()).await.len(), 3);
    let found = enterprises::by_organisation(&world.database, "log-in").await.unwrap();
    assert_eq!(found.unwrap().id, "e1");
});

fn plan() -> Plan {
    Plan {
        year: 2025,
        title: "2025年度评价".into(),
        scheme: "schemes/zone-four-stage.yaml".into(),
        scheme_hash: "x".into(),
        opens_on: date(2026, 3, 1),
        enterprise_deadline: date(2026, 4, 30),
        review_deadline: date(2026, 5, 31),
        objections: None,
        second_review: false,
    }
}

fn statement(id: &str, period: i32, source: ValueSource, cells: &[(&str, Option<&str>)]) -> Statement {
    let stated = |text: &Option<&str>| text.map_or(Stated::Missing, |text| Stated::Known(text.into()));
    Statement {
        id: id.into(),
        batch_id: "b1".into(),
        enterprise_id: "e1".into(),
        period,
        source,
        import_id: None,
        row: Some(7),
        cells: cells.iter().map(|(item, text)| ((*item).to_owned(), stated(text))).collect(),
        remarks: BTreeMap::new(),
        entered_by: "ann".into(),
        entered_at: minute(0),
    }
}

on_each_engine!(all_values_are_kept_and_the_latest_of_a_source_counts, world, {
    let (a, _) = register(&world).await;
    let work = begin(&world).await;
    let batch = batches::add(&work, &a, "b1", &plan(), "ann").await.unwrap();
    batches::replace_items(
        &work,
        "b1",
        vec![BatchItem { item: "revenue".into(), required: true, tolerance: None }],
    )
    .await
    .unwrap();
    let taking_part =
        |id: &str| vec![NewParticipant { id: id.into(), enterprise_id: "e1".into(), path: a.path.clone() }];
    batches::add_participants(&work, "b1", taking_part("p1")).await.unwrap();
    batches::add_participants(&work, "b1", taking_part("p2")).await.unwrap();
    let first =
        statement("s1", 2025, ValueSource::Tax, &[("revenue", Some("123.45")), ("profit", Some("0"))]);
    values::add_all(&work, [first, statement("s2", 2025, ValueSource::Own, &[("revenue", Some("9"))])])
        .await
        .unwrap();
    done(work).await;
    assert_eq!(batch.state, BatchState::Draft);
    let participants = batches::participants_of(&world.database, "b1").await.unwrap();
    assert_eq!(participants.len(), 1, "an enterprise takes part once");

    let work = world.database.begin(minute(1)).await.unwrap();
    let later = statement("s0", 2025, ValueSource::Tax, &[("revenue", None)]);
    values::add_all(&work, [later]).await.unwrap();
    done(work).await;
    let which = Which { enterprise_id: Some("e1".into()), ..Which::default() };
    let all = values::statements(&world.database, &which).await.unwrap();
    assert_eq!(all.len(), 3, "nothing is taken away");
    let counts = latest(&all);
    let says = |item: &str, source: ValueSource| {
        counts.get(&(item, 2025, source)).map(|(of, says)| (of.id.as_str(), (*says).clone()))
    };
    assert_eq!(says("revenue", ValueSource::Tax), Some(("s0", Stated::Missing)), "said to be missing now");
    assert!(says("profit", ValueSource::Tax).unwrap().1.is_zero(), "a confirmed zero stays");
    assert_eq!(says("revenue", ValueSource::Own), Some(("s2", Stated::Known("9".into()))));
    assert_eq!(says("rd_expense", ValueSource::Tax), None, "never said is missing");
    let other = Which { period: Some(2024), ..which };
    assert_eq!(values::statements(&world.database, &other).await.unwrap().len(), 0);
});

on_each_engine!(an_import_moves_on_once, world, {
    let (a, b) = register(&world).await;
    let work = begin(&world).await;
    let new = NewImport {
        id: "i1",
        zone: &a,
        kind: ImportKind::Register,
        batch_id: None,
        source: "register",
        period: None,
        file_name: "企业.xlsx",
        file_hash: "h",
        file_size: 3,
        mode: ImportMode::All,
        columns: "{}",
        by: "ann",
    };
    let seen = imports::add(&work, &new).await.unwrap();
    let row = |number: i64, outcome: RowOutcome| ImportRow {
        number,
        row: 5,
        credit_code: None,
        name: None,
        outcome,
        detail: serde_json::json!([]),
    };
    imports::replace_rows(&work, "i1", vec![row(1, RowOutcome::Created)]).await.unwrap();
    imports::replace_rows(&work, "i1", vec![row(1, RowOutcome::Created), row(2, RowOutcome::Rejected)])
        .await
        .unwrap();
    let to = |state: ImportState| imports::Change { state: Some(state), ..imports::Change::default() };
    let running = imports::change(&work, &seen, to(ImportState::Running)).await.unwrap();
    let again = imports::change(&work, &seen, to(ImportState::Running)).await;
    assert!(matches!(again, Err(StoreError::Stale { .. })));
    let over = imports::change(&work, &running, to(ImportState::Done)).await.unwrap();
    assert_eq!((over.state, over.ended_at), (ImportState::Done, Some(minute(0))));
    let headings = |item: &str| [("营收".to_owned(), item.to_owned())].into();
    imports::remember(&work, &a.id, "tax", headings("profit")).await.unwrap();
    imports::remember(&work, &a.id, "tax", headings("revenue")).await.unwrap();
    done(work).await;
    assert_eq!(imports::headings_of(&world.database, &a.id, "tax").await.unwrap(), headings("revenue"));
    assert!(imports::headings_of(&world.database, &b.id, "tax").await.unwrap().is_empty());
    let page = PageRequest { limit: 10, after: None, descending: false };
    let bad = imports::rows_of(&world.database, "i1", Some(RowOutcome::Rejected), &page).await.unwrap();
    assert_eq!((bad.total, bad.items[0].number), (1, 2));
    let far = imports::within(&world.database, &Scope::Below(b.path.clone()), "i1").await.unwrap();
    assert_eq!(far, None);
});

on_each_engine!(a_certificate_is_mended_and_a_former_name_is_found, world, {
    let (a, _) = register(&world).await;
    let label = |certificate: &str, to: Date| Label {
        id: "l1".into(),
        enterprise_id: "e1".into(),
        label: "高新技术企业".into(),
        valid_from: date(2025, 12, 2),
        valid_to: Some(to),
        source: "list".into(),
        certificate: Some(certificate.into()),
        document: Some("国科火字〔2025〕1号".into()),
        import_id: None,
        ended: None,
    };
    let work = begin(&world).await;
    enterprises::add_labels(&work, vec![label("GR1", date(2028, 12, 1))]).await.unwrap();
    let mended = label("GR2", date(2028, 11, 30));
    enterprises::change_labels(&work, vec![mended.clone()]).await.unwrap();
    let seen = enterprises::within(&work, &Scope::Everything, "e1").await.unwrap().unwrap();
    let fields = Fields { name: Some("星火股份有限公司".into()), ..Fields::default() };
    enterprises::apply(&work, &seen, fields, TODAY).await.unwrap();
    done(work).await;
    assert_eq!(enterprises::labels_of(&world.database, "e1").await.unwrap(), [mended]);
    let former = enterprises::former_names_within(&world.database, &a.id).await.unwrap();
    assert_eq!(former, [("e1".to_owned(), "星火智能装备有限公司".to_owned())]);
});

on_each_engine!(a_report_said_again_takes_the_place_of_the_first, world, {
    let (a, b) = register(&world).await;
    let report = |reported: bool, on: Option<Date>| AnnualReport {
        enterprise_id: "e1".into(),
        rung: "high-tech".into(),
        year: 2025,
        reported,
        reported_on: on,
        import_id: None,
        stated_by: "ann".into(),
    };
    for (reported, on) in [(false, None), (true, Some(date(2026, 5, 30)))] {
        let work = begin(&world).await;
        annual_reports::put_all(&work, vec![report(reported, on)]).await.unwrap();
        done(work).await;
        let said = annual_reports::of_rung(&world.database, &a.id, "high-tech").await.unwrap();
        assert_eq!(said, [report(reported, on)]);
    }
    assert!(annual_reports::of_rung(&world.database, &a.id, "tech-sme").await.unwrap().is_empty());
    assert!(annual_reports::of_rung(&world.database, &b.id, "high-tech").await.unwrap().is_empty());
});

on_each_engine!(a_kept_filter_is_its_owners_until_it_is_shared, world, {
    let (a, b) = register(&world).await;
    world.user("ben", &a, &[Role::DataReviewer]).await;
    let filter = |name: &str| SavedFilter {
        id: name.into(),
        path: a.path.clone(),
        owner_id: "ann".into(),
        list: "standings".into(),
        name: name.into(),
        query: "rung=tech-sme".into(),
        shared: false,
        created_at: minute(0),
        version: 1,
    };
    let work = begin(&world).await;
    let kept = saved_filters::add(&work, filter("近")).await.unwrap();
    assert_eq!(kept, filter("近"));
    done(work).await;
    let work = begin(&world).await;
    let again = SavedFilter { id: "other".into(), ..filter("近") };
    assert!(matches!(saved_filters::add(&work, again).await, Err(StoreError::Taken(_))));
    work.undo().await.unwrap();
    let seen = async |who: &str, scope: &Scope| {
        saved_filters::list(&world.database, scope, who, Some("standings")).await.unwrap().len()
    };
    let below = Scope::Below(a.path.clone());
    assert_eq!((seen("ann", &below).await, seen("ben", &below).await), (1, 0));
    let work = begin(&world).await;
    let shared = SavedFilter { shared: true, ..kept.clone() };
    let now = saved_filters::change(&work, &kept, shared.clone()).await.unwrap();
    assert!(matches!(saved_filters::change(&work, &kept, shared).await, Err(StoreError::Stale { .. })));
    done(work).await;
    assert_eq!((seen("ben", &below).await, seen("ben", &Scope::Below(b.path.clone())).await), (1, 0));
    let work = begin(&world).await;
    assert!(matches!(saved_filters::remove(&work, &kept).await, Err(StoreError::Stale { .. })));
    saved_filters::remove(&work, &now).await.unwrap();
    assert!(matches!(saved_filters::remove(&work, &now).await, Err(StoreError::Stale { found: 0, .. })));
    done(work).await;
});
