use crate::{World, entry, minute, on_each_engine, raw};
use jifen_store::{
    PageRequest, Role, Scope, StoreError, Work,
    batches::{self, Batch, NewParticipant, ParticipantState, Plan},
    decisions::{self, Decision},
    enterprises::{self, EnterpriseStatus, NewEnterprise},
    filings::{self, Move, Returned},
    notices::{self, Notice},
    objections::{self, Objection, ObjectionState},
    runs::{self, FrozenValues, NewRun, ResultFilter, RunResult, RunState},
    values::{self, Stated, Statement, ValueSource},
};
use jiff::{Timestamp, civil::date};
use std::collections::BTreeMap;

async fn begin(world: &World) -> Work {
    world.database.begin(minute(0)).await.unwrap()
}

async fn done(work: Work) {
    work.commit(&entry("x"), &[]).await.unwrap();
}

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
        second_review: true,
    }
}

fn enterprise(id: &str, code: &str) -> NewEnterprise {
    NewEnterprise {
        id: id.to_owned(),
        credit_code: code.to_owned(),
        name: format!("名称{id}"),
        search: id.to_owned(),
        founded_on: None,
        entered_on: None,
        status: EnterpriseStatus::Active,
        park: None,
        district: None,
        industry: None,
        field: None,
        organisation: None,
    }
}

/// A batch of zone `a` with the enterprises `e1` and `e2`; `ann` and `bo` work there.
async fn batch(world: &World) -> Batch {
    let [_, a, _, _] = world.land().await;
    for name in ["ann", "bo"] {
        world.user(name, &a, &[Role::Publisher]).await;
    }
    let work = begin(world).await;
    let two = vec![enterprise("e1", "91000000MA00000157"), enterprise("e2", "91000000MA00000232")];
    enterprises::add_all(&work, &a, two).await.unwrap();
    let batch = batches::add(&work, &a, "b1", &plan(), "ann").await.unwrap();
    let takes_part = |id: &str| NewParticipant {
        id: format!("p-{id}"),
        enterprise_id: id.to_owned(),
        path: a.path.clone(),
    };
    batches::add_participants(&work, "b1", vec![takes_part("e1"), takes_part("e2")]).await.unwrap();
    done(work).await;
    batch
}

async fn states(world: &World) -> Vec<&'static str> {
    let all = batches::participants_of(&world.database, "b1").await.unwrap();
    all.into_iter().map(|one| one.state.word()).collect()
}

on_each_engine!(filings_freeze_with_their_batch_and_thaw_into_what_they_were, world, {
    batch(&world).await;
    let seen = batches::participant(&world.database, &Scope::Everything, "p-e1").await.unwrap().unwrap();
    let work = begin(&world).await;
    let to = Move { state: ParticipantState::Submitted, submitted: Some(("2025-000001", "ann")) };
    let submitted = filings::go(&work, &seen, to).await.unwrap();
    assert_eq!((submitted.version, submitted.submitted_by.as_deref()), (2, Some("ann")));
    let stale = filings::go(&work, &seen, to).await;
    assert!(matches!(stale, Err(StoreError::Stale { expected: 1, found: 2 })), "{stale:?}");
    assert!(!filings::remove_participant(&work, &submitted).await.unwrap(), "who filed stays");
    done(work).await;
    let work = begin(&world).await;
    filings::freeze_all(&work, "b1").await.unwrap();
    filings::freeze_all(&work, "b1").await.unwrap();
    done(work).await;
    assert_eq!(states(&world).await, ["frozen", "frozen"]);
    let work = begin(&world).await;
    filings::thaw_all(&work, "b1").await.unwrap();
    done(work).await;
    assert_eq!(states(&world).await, ["submitted", "draft"]);
    let work = begin(&world).await;
    filings::freeze_all(&work, "b1").await.unwrap();
    done(work).await;
    assert_eq!(states(&world).await, ["frozen", "frozen"], "freezing again after a thaw");
});

on_each_engine!(of_two_drafts_saved_over_the_same_version_one_wins, world, {
    batch(&world).await;
    let work = begin(&world).await;
    assert_eq!(filings::save(&work, "p-e1", 0, "{}", "ann").await.unwrap().version, 1);
    done(work).await;
    let work = begin(&world).await;
    let stale = filings::save(&work, "p-e1", 0, "{}", "bo").await;
    assert!(matches!(stale, Err(StoreError::Stale { expected: 0, found: 1 })), "{stale:?}");
    assert_eq!(filings::save(&work, "p-e1", 1, r#"{"x":1}"#, "bo").await.unwrap().version, 2);
    done(work).await;
    let kept = filings::draft(&world.database, "p-e1").await.unwrap().unwrap();
    assert_eq!((kept.cells.as_str(), kept.saved_by.as_str()), (r#"{"x":1}"#, "bo"));
});

on_each_engine!(what_was_returned_is_mended_by_submitting_again, world, {
    batch(&world).await;
    let returned = Returned {
        id: "r1".into(),
        item: "rd_expense".into(),
        reason: "与税务数据不符".into(),
        returned_by: "ann".into(),
        returned_at: Timestamp::UNIX_EPOCH,
        mended_at: None,
    };
    let work = begin(&world).await;
    filings::add_returns(&work, "p-e1", vec![returned]).await.unwrap();
    filings::add_approval(&work, "p-e1", "ann").await.unwrap();
    filings::mend_returns(&work, "p-e1").await.unwrap();
    done(work).await;
    assert!(filings::returns(&world.database, "p-e1").await.unwrap()[0].mended_at.is_some());
    assert_eq!(filings::approvals(&world.database, "p-e1").await.unwrap(), ["ann"]);
    let work = begin(&world).await;
    let twice = filings::add_approval(&work, "p-e1", "ann").await;
    assert!(matches!(twice, Err(StoreError::Taken(_))), "one person is one reviewer");
});

on_each_engine!(decisions_are_kept_in_order, world, {
    batch(&world).await;
    let cells = BTreeMap::from([("rd_expense".to_owned(), Stated::Known("100".into()))]);
    let statement = Statement {
        id: "s1".into(),
        batch_id: "b1".into(),
        enterprise_id: "e1".into(),
        period: 2025,
        source: ValueSource::Tax,
        import_id: None,
        row: None,
        cells,
        remarks: BTreeMap::new(),
        entered_by: "ann".into(),
        entered_at: Timestamp::UNIX_EPOCH,
    };
    let decision = |id: &str| Decision {
        id: id.into(),
        batch_id: "b1".into(),
        enterprise_id: "e1".into(),
        item: "rd_expense".into(),
        period: 2025,
        statement_id: "s1".into(),
        reason: "以纳税申报为准".into(),
        decided_by: "ann".into(),
        decided_at: Timestamp::UNIX_EPOCH,
    };
    let work = begin(&world).await;
    values::add_all(&work, vec![statement]).await.unwrap();
    decisions::add(&work, decision("d1")).await.unwrap();
    decisions::add(&work, decision("d2")).await.unwrap();
    done(work).await;
    let all = decisions::of_batch(&world.database, "b1", None).await.unwrap();
    assert_eq!(all.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["d1", "d2"]);
    assert_eq!(all[0].decided_at, minute(0));
    assert!(decisions::of_batch(&world.database, "b1", Some("e2")).await.unwrap().is_empty());
});

on_each_engine!(an_objection_is_decided_by_one_person, world, {
    let batch = batch(&world).await;
    let new = Objection {
        id: "o1".into(),
        batch_id: "b1".into(),
        enterprise_id: "e1".into(),
        path: batch.path.clone(),
        item: "rd_expense".into(),
        period: 2025,
        value: Some("100".into()),
        claimed: Some("120".into()),
        reason: "漏计委托研发".into(),
        evidence: None,
        state: ObjectionState::Open,
        opened_on: date(2026, 6, 1),
        due_on: date(2026, 6, 21),
        raised_by: "ann".into(),
        raised_at: Timestamp::UNIX_EPOCH,
        decision: None,
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    let work = begin(&world).await;
    let raised = objections::add(&work, new).await.unwrap();
    let upheld = objections::decide(&work, &raised, ObjectionState::Upheld, "属实", "bo").await.unwrap();
    assert_eq!((upheld.state, upheld.decided_by.as_deref()), (ObjectionState::Upheld, Some("bo")));
    let stale = objections::decide(&work, &raised, ObjectionState::Dismissed, "不属实", "ann").await;
    assert!(matches!(stale, Err(StoreError::Stale { .. })), "{stale:?}");
    done(work).await;
    let page = PageRequest { limit: 10, after: None, descending: false };
    let filter = objections::Filter { state: Some(ObjectionState::Open), ..objections::Filter::default() };
    let open = objections::list(&world.database, &Scope::Everything, &filter, &page).await.unwrap();
    assert_eq!(open.total, 0);
    assert!(objections::within(&world.database, &Scope::Nothing, "o1").await.unwrap().is_none());
});

on_each_engine!(notices_are_read_by_the_people_of_an_organisation, world, {
    let batch = batch(&world).await;
    let notice = |id: &str, person: Option<&str>| Notice {
        id: id.into(),
        path: batch.path.clone(),
        person_id: person.map(str::to_owned),
        batch_id: Some("b1".into()),
        kind: "deadline".into(),
        detail: "{}".into(),
        sent_by: Some("ann".into()),
        sent_at: Timestamp::UNIX_EPOCH,
        read_at: None,
    };
    let work = begin(&world).await;
    notices::send(&work, vec![notice("n1", None), notice("n2", Some("ben"))]).await.unwrap();
    notices::read(&work, "n1").await.unwrap();
    done(work).await;
    let page = PageRequest { limit: 10, after: None, descending: true };
    let list = async |scope: Scope, unread| {
        notices::list(&world.database, (&scope, "ann"), unread, &page).await.unwrap().total
    };
    assert_eq!(list(Scope::Organisation(batch.path.clone()), false).await, 1);
    assert_eq!(list(Scope::Organisation(batch.path.clone()), true).await, 0);
    assert_eq!(list(Scope::Organisation("/other/".into()), false).await, 0);
    // What is to one person is seen by that person alone.
    let scope = Scope::Organisation(batch.path.clone());
    let found = async |person| notices::within(&world.database, (&scope, person), "n2").await.unwrap();
    assert!(found("ann").await.is_none() && found("ben").await.is_some());
});

fn run(id: &str, job: &str, corrects: Option<(String, String)>) -> NewRun {
    NewRun {
        id: id.into(),
        batch_id: "b1".into(),
        path: "/centre/a/".into(),
        receipt: "{}".into(),
        receipt_code: "code".into(),
        snapshot_hash: "s".into(),
        calibration_hash: "c".into(),
        enterprises: 2,
        ranked: 1,
        vetoed: 1,
        comparison: None,
        corrects,
        job_id: job.into(),
        created_by: "ann".into(),
    }
}

fn result(id: &str, rank: Option<i64>) -> RunResult {
    RunResult {
        enterprise_id: id.into(),
        path: "/centre/a/".into(),
        stage: Some("growing".into()),
        field: None,
        total: rank.map(|_| 812_500),
        grade: rank.map(|_| "A".into()),
        rank,
        stage_rank: rank,
        known: 20,
        asked: 24,
        withheld: rank.is_none().then(|| "fraud".into()),
        points: "[]".into(),
    }
}

on_each_engine!(a_run_is_published_by_another_person_and_then_never_changes, world, {
    batch(&world).await;
    let work = begin(&world).await;
    let first = runs::add(&work, run("r1", "j1", None)).await.unwrap();
    runs::add_results(&work, "r1", vec![result("e1", Some(1)), result("e2", None)]).await.unwrap();
    let counted = FrozenValues { enterprise_id: "e1".into(), period: 2025, cells: BTreeMap::new() };
    runs::add_frozen(&work, "r1", vec![counted]).await.unwrap();
    done(work).await;

    let work = begin(&world).await;
    assert!(runs::publish(&work, &first, "ann").await.is_err(), "the table itself asks for a second person");
    work.undo().await.unwrap();

    let work = begin(&world).await;
    let published = runs::publish(&work, &first, "bo").await.unwrap();
    done(work).await;
    assert_eq!((published.state, published.number), (RunState::Published, 1));
    let work = begin(&world).await;
    assert!(matches!(runs::publish(&work, &first, "bo").await, Err(StoreError::Stale { .. })));
    work.undo().await.unwrap();

    for attempt in [
        "UPDATE runs SET receipt_code = 'x' WHERE id = 'r1'",
        "UPDATE runs SET state = 'draft' WHERE id = 'r1'",
        "DELETE FROM runs WHERE id = 'r1'",
        "UPDATE run_results SET total = 1 WHERE run_id = 'r1'",
        "DELETE FROM run_results WHERE run_id = 'r1'",
        "UPDATE run_values SET cells = '{}' WHERE run_id = 'r1'",
        "DELETE FROM run_values WHERE run_id = 'r1'",
    ] {
        assert!(raw(&world, &[attempt]).await.is_err(), "{attempt}");
    }

    let work = begin(&world).await;
    let corrects = Some(("r1".to_owned(), "异议成立".to_owned()));
    let second = runs::add(&work, run("r2", "j2", corrects)).await.unwrap();
    assert_eq!(second.number, 2);
    runs::publish(&work, &second, "bo").await.unwrap();
    done(work).await;
    let before = runs::within(&world.database, &Scope::Everything, "r1").await.unwrap().unwrap();
    assert_eq!(before.state, RunState::Superseded);
    assert_eq!(runs::published(&world.database, "b1").await.unwrap().unwrap().id, "r2");
});

on_each_engine!(a_job_enters_its_run_once, world, {
    batch(&world).await;
    let work = begin(&world).await;
    runs::add(&work, run("r1", "j1", None)).await.unwrap();
    done(work).await;
    let work = begin(&world).await;
    assert!(matches!(runs::add(&work, run("r2", "j1", None)).await, Err(StoreError::Taken(_))));
    work.undo().await.unwrap();
    assert_eq!(runs::of_job(&world.database, "j1").await.unwrap().unwrap().id, "r1");
});

on_each_engine!(results_are_listed_by_place_and_withheld_ones_by_themselves, world, {
    batch(&world).await;
    let work = begin(&world).await;
    runs::add(&work, run("r1", "j1", None)).await.unwrap();
    runs::add_results(&work, "r1", vec![result("e1", Some(1)), result("e2", None)]).await.unwrap();
    done(work).await;
    let page = PageRequest { limit: 10, after: None, descending: false };
    let list = async |withheld| {
        let filter = ResultFilter { withheld, ..ResultFilter::default() };
        let page =
            runs::results_page(&world.database, &Scope::Everything, "r1", &filter, &page).await.unwrap();
        page.items.into_iter().map(|one| one.enterprise_id).collect::<Vec<_>>()
    };
    assert_eq!(list(false).await, ["e1"]);
    assert_eq!(list(true).await, ["e2"]);
});

on_each_engine!(each_run_keeps_the_values_it_was_computed_from, world, {
    batch(&world).await;
    let cells = |value: &str| BTreeMap::from([("rd_expense".to_owned(), value.to_owned())]);
    let values =
        |value: &str| vec![FrozenValues { enterprise_id: "e1".into(), period: 2025, cells: cells(value) }];
    for (id, job, value) in [("r1", "j1", "1"), ("r2", "j2", "2")] {
        let work = begin(&world).await;
        runs::add(&work, run(id, job, None)).await.unwrap();
        runs::add_frozen(&work, id, values(value)).await.unwrap();
        done(work).await;
    }
    for (id, value) in [("r1", "1"), ("r2", "2")] {
        assert_eq!(runs::frozen_of(&world.database, id).await.unwrap(), values(value));
        assert_eq!(runs::frozen_of_enterprise(&world.database, id, "e1").await.unwrap(), values(value));
    }
    assert_eq!(runs::frozen_of_enterprise(&world.database, "r1", "e2").await.unwrap(), []);
});
