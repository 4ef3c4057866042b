//! Arranging, opening, freezing and thawing.

use super::{SCHEME, Stage, arrangement};
use crate::on_each_engine;
use axum::http::Method;
use serde_json::json;

on_each_engine!(a_batch_takes_its_items_from_its_scheme_and_keeps_the_rules_it_was_arranged_with, world, {
    let zone_id = world.organisation("示范高新").await;
    let zone = world.actor("zone").await;
    let schemes = zone.get("/api/v1/schemes").await.good();
    let paths: Vec<&str> =
        schemes.as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&SCHEME), "{paths:?}");
    let body = json!({"zone_id": zone_id, "batch": arrangement(SCHEME)});
    let batch = zone.post("/api/v1/batches", &body).await.good();
    assert_eq!((batch["state"].as_str(), batch["scheme_hash"].as_str().unwrap().len()), (Some("draft"), 64));
    let path = format!("/api/v1/batches/{}", batch["id"].as_str().unwrap());
    let items = zone.get(&format!("{path}/items")).await.good();
    let item =
        |code: &str| items.as_array().unwrap().iter().find(|one| one["item"] == code).cloned().unwrap();
    assert_eq!(
        item("rd_expense"),
        json!({"item": "rd_expense", "required": true, "tolerance": null, "sources": ["tax", "torch", "self"]})
    );
    assert_eq!(item("dishonest_debtor")["required"], false, "a veto needs no value to be clear");

    let mut changed = items.as_array().unwrap().clone();
    changed[0]["tolerance"] = json!("0.05");
    zone.edits(Method::PUT, &format!("{path}/items"), &path, &json!(changed)).await.good();
    changed[0]["tolerance"] = json!("5%");
    changed[0]["sources"] = json!([]);
    let told = zone.edits(Method::PUT, &format!("{path}/items"), &path, &json!(changed)).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/0/tolerance", "/0/sources"]);
});

on_each_engine!(the_dictionary_says_what_every_code_means, world, {
    let items = world.actor("enterprise").await.get("/api/v1/items").await.good();
    let item =
        |code: &str| items.as_array().unwrap().iter().find(|one| one["code"] == code).cloned().unwrap();
    let expense = item("rd_expense");
    assert_eq!((&expense["name"]["zh"], &expense["unit"]), (&json!("研发费用"), &json!("万元")));
    let where_it_stands = |code| (item(code)["register"].clone(), item(code)["values"].clone());
    assert_eq!(where_it_stands("rd_expense"), (json!(false), json!(true)));
    assert_eq!(where_it_stands("park"), (json!(true), json!(true)));
    assert_eq!(where_it_stands("contact_telephone"), (json!(true), json!(false)));
    assert_eq!(item("tech_field")["categories"].as_array().unwrap().len(), 8);
});

on_each_engine!(everything_wrong_with_a_new_batch_is_said_at_once, world, {
    let zone = world.actor("zone").await;
    let mut bad = arrangement("schemes/nowhere.yaml");
    bad["year"] = json!(1999);
    bad["opens_on"] = json!("yesterday");
    bad["objection_from"] = json!("2026-06-01");
    let told = zone.post("/api/v1/batches", &json!({"zone_id": "none", "batch": bad})).await;
    told.refused(422, "not-accepted");
    let wrong = told.pointers();
    for pointer in ["/zone_id", "/batch/year", "/batch/opens_on", "/batch/objection_to", "/batch/scheme"] {
        assert!(wrong.iter().any(|one| one == pointer), "{pointer} of {wrong:?}");
    }
    let escape = arrangement("schemes/../../../etc/passwd.yaml");
    let zone_id = world.organisation("示范高新").await;
    zone.post("/api/v1/batches", &json!({"zone_id": zone_id, "batch": escape}))
        .await
        .refused(422, "not-accepted");
});

on_each_engine!(an_open_batch_keeps_scheme_and_items_but_not_its_calendar, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/batches/{}", stage.batch);
    let change = async |body| stage.zone.edits(Method::PUT, &path, &path, &body).await;
    let mut later = arrangement(SCHEME);
    later["enterprise_deadline"] = json!("2027-01-15");
    assert_eq!(change(later).await.good()["enterprise_deadline"], "2027-01-15");
    change(arrangement("schemes/national-trial-2024.yaml")).await.refused(409, "wrong-state");
    let items = stage.zone.get(&format!("{path}/items")).await.good();
    let told = stage.zone.edits(Method::PUT, &format!("{path}/items"), &path, &items).await;
    let said = told.refused(409, "wrong-state");
    assert_eq!(said["detail"], "the evaluation is open; its scheme and items stand.");
    stage.moves("open").await.refused(409, "wrong-state");
    stage.moves("close").await.refused(409, "wrong-state");
    let stale =
        stage.zone.asks(Method::POST, &format!("{path}/freeze")).header("if-match", "\"1\"").send().await;
    stale.refused(412, "changed-meanwhile");
});

on_each_engine!(a_batch_without_enterprises_is_not_opened, world, {
    let zone_id = world.organisation("示范高新").await;
    let zone = world.actor("zone").await;
    let body = json!({"zone_id": zone_id, "batch": arrangement(SCHEME)});
    let batch = zone.post("/api/v1/batches", &body).await.good();
    let path = format!("/api/v1/batches/{}", batch["id"].as_str().unwrap());
    zone.edits(Method::POST, &format!("{path}/open"), &path, &json!({})).await.refused(409, "wrong-state");
    assert_eq!(zone.get(&path).await.good()["state"], "draft", "nothing half done");
});

on_each_engine!(enterprises_take_part_by_filter_and_who_filed_nothing_can_leave, world, {
    let zone_id = world.organisation("示范高新").await;
    super::register(&world, &zone_id).await;
    let zone = world.actor("zone").await;
    let body = json!({"zone_id": zone_id, "batch": arrangement(SCHEME)});
    let batch = zone.post("/api/v1/batches", &body).await.good()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/batches/{batch}/participants");
    let enrol = async |body| zone.post(&path, &body).await.good();
    assert_eq!(enrol(json!({"park": "西园"})).await, json!({"added": 1, "total": 1}));
    assert_eq!(enrol(json!({"founded_until": "2014-12-31"})).await, json!({"added": 0, "total": 1}));
    assert_eq!(
        enrol(json!({})).await,
        json!({"added": 3, "total": 4}),
        "who takes part already is not added twice"
    );
    let list = zone.get(&format!("/api/v1/participants?batch_id={batch}")).await.good();
    assert_eq!(list["total"], 4);
    let one = format!("/api/v1/participants/{}", list["items"][0]["id"].as_str().unwrap());
    zone.delete(&one).await.refused(428, "version-missing");
    zone.edits(Method::DELETE, &one, &one, &json!(null)).await.good();
    zone.get(&one).await.refused(404, "not-found");
});

on_each_engine!(among_all_who_take_part_those_that_matter_are_found, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(0).await);
    let body = json!({"deadline": "2027-01-10", "reason": "企业搬迁"});
    stage.zone.edits(Method::PUT, &format!("{path}/deadline"), &path, &body).await.good();
    let found = async |who: &crate::kit::Actor, query: &str| {
        let all = who.get(&format!("/api/v1/participants?batch_id={}&{query}", stage.batch)).await.good();
        let items = all["items"].as_array().unwrap().clone();
        assert_eq!(all["total"], items.len());
        items.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let name = |index: usize| super::ENTERPRISES[index].0.to_owned();
    let search = |text: &str| format!("search={}", crate::kit::percent(text));
    assert_eq!(found(&stage.zone, &search("远航")).await, [name(1)]);
    assert_eq!(
        found(&stage.zone, &format!("{}&state=submitted", search("远航"))).await,
        Vec::<String>::new()
    );
    assert_eq!(found(&stage.zone, "search=%25").await, Vec::<String>::new(), "a sign is only a sign");
    assert_eq!(found(&stage.zone, "clock=extended").await, [name(0)]);
    assert_eq!(found(&stage.zone, "clock=late").await, Vec::<String>::new());
    // The last day of all but one is past.
    world.wait(jiff::SignedDuration::from_hours(24 * 40));
    let zone = world.actor("zone").await;
    assert_eq!(found(&zone, "clock=late").await, [name(1), name(2), name(3)]);
    let board = zone.get(&format!("/api/v1/batches/{}/board", stage.batch)).await.good();
    assert_eq!((&board["late"], &board["extended"]), (&json!(3), &json!(1)), "as many as the board counts");
    world.wait(jiff::SignedDuration::from_hours(24 * 10));
    let zone = world.actor("zone").await;
    assert_eq!(found(&zone, "clock=late").await.len(), 4);
    zone.get("/api/v1/participants?clock=slow").await.refused(400, "query-not-understood");
});

on_each_engine!(one_enterprise_gets_more_time_and_is_told, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(0).await);
    let extend = async |day: &str| {
        let body = json!({"deadline": day, "reason": "企业搬迁"});
        stage.zone.edits(Method::PUT, &format!("{path}/deadline"), &path, &body).await
    };
    extend("2026-12-01").await.refused(422, "not-accepted");
    let body = extend("2027-01-10").await.good();
    assert_eq!((body["deadline"].as_str(), body["extended"].as_bool()), (Some("2027-01-10"), Some(true)));
    let told = stage.zone.get("/api/v1/notices?unread=true").await.good();
    assert_eq!(told["items"][0]["kind"], "deadline-extended");
    let id = told["items"][0]["id"].as_str().unwrap().to_owned();
    stage.zone.asks(Method::POST, &format!("/api/v1/notices/{id}/read")).send().await.good();
    assert_eq!(stage.zone.get("/api/v1/notices?unread=true").await.good()["total"], 0);
});

on_each_engine!(groups_have_last_days_of_their_own, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/batches/{}", stage.batch);
    let arranges = async |groups: serde_json::Value| {
        stage.zone.edits(Method::PUT, &format!("{path}/groups"), &path, &groups).await
    };
    let west = json!({"name": "西园企业", "deadline": "2027-01-20", "park": "西园"});
    let others = json!({"name": "其他", "deadline": "2026-12-20", "industry": "65"});
    let set = arranges(json!([west, others])).await.good();
    let counts = |set: &serde_json::Value| -> Vec<u64> {
        set.as_array().unwrap().iter().map(|one| one["participants"].as_u64().unwrap()).collect()
    };
    assert_eq!(counts(&set), [1, 3], "who fits two groups is in the first");
    let list = async |query: &str| {
        stage.zone.get(&format!("/api/v1/participants?batch_id={}{query}", stage.batch)).await.good()
    };
    let of_group = list(&format!("&group={}", crate::kit::percent("西园企业"))).await;
    assert_eq!((&of_group["total"], &of_group["items"][0]["deadline"]), (&json!(1), &json!("2027-01-20")));
    let days: Vec<String> = list("").await["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["group"].as_str().unwrap_or("-"), one["deadline"].as_str().unwrap()))
        .collect();
    let other = "其他 2026-12-20";
    assert_eq!(days, [other, other, other, "西园企业 2027-01-20"]);

    // More time for one enterprise is counted from its group's last day.
    let one = format!("/api/v1/participants/{}", of_group["items"][0]["id"].as_str().unwrap());
    let extends = async |day: &str| {
        let body = json!({"deadline": day, "reason": "搬迁"});
        stage.zone.edits(Method::PUT, &format!("{one}/deadline"), &one, &body).await
    };
    let told = extends("2027-01-10").await;
    told.refused(422, "not-accepted");
    assert_eq!(extends("2027-01-25").await.good()["deadline"], "2027-01-25");

    // A group that ends later takes nobody's time away.
    let later = json!({"name": "西园企业", "deadline": "2027-01-28", "park": "西园"});
    arranges(json!([later, others])).await.good();
    assert_eq!(stage.zone.get(&one).await.good()["deadline"], "2027-01-28");
    arranges(json!([west, others])).await.good();

    // The calendar cannot cut a group short.
    let mut shorter = arrangement(SCHEME);
    shorter["review_deadline"] = json!("2027-01-10");
    let told = stage.zone.edits(Method::PUT, &path, &path, &shorter).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/review_deadline"]);

    assert_eq!(arranges(json!([])).await.good(), json!([]));
    assert_eq!(list("&clock=extended").await["items"][0]["deadline"], "2027-01-25", "an extension stays");
    assert_eq!(list("").await["items"][0]["group"], json!(null));
    assert_eq!(list("").await["items"][0]["deadline"], "2026-12-31", "that of the batch");
});

on_each_engine!(who_joins_later_is_in_its_group_and_whose_day_changed_is_told, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/batches/{}", stage.batch);
    let own = world.actor("enterprise").await;
    let label = async |enterprise: &str| {
        let body = json!({"label": "高新技术企业", "valid_from": "2025-01-01", "valid_to": "2027-12-31"});
        stage.zone.post(&format!("/api/v1/enterprises/{enterprise}/labels"), &body).await.good()
    };
    let all = stage.zone.get(&format!("/api/v1/participants?batch_id={}", stage.batch)).await.good();
    for one in all["items"].as_array().unwrap() {
        label(one["enterprise_id"].as_str().unwrap()).await;
    }
    let titled = json!([{"name": "高企", "deadline": "2026-12-10", "label": "高新技术企业"}]);
    let set = stage.zone.edits(Method::PUT, &format!("{path}/groups"), &path, &titled).await.good();
    assert_eq!(set[0]["participants"], 4);
    let told = own.get("/api/v1/notices").await.good();
    assert_eq!(told["items"][0]["kind"], "deadline-changed");
    assert_eq!(told["items"][0]["detail"]["deadline"], "2026-12-10");

    // Out and in again: the group is found anew.
    let one = format!("/api/v1/participants/{}", all["items"][3]["id"].as_str().unwrap());
    stage.zone.edits(Method::DELETE, &one, &one, &json!(null)).await.good();
    stage.zone.post(&format!("{path}/participants"), &json!({})).await.good();
    let groups = stage.zone.get(&format!("{path}/groups")).await.good();
    assert_eq!((&groups[0]["participants"], &groups[0]["waiting"]), (&json!(4), &json!(4)));
});

on_each_engine!(everything_wrong_with_groups_is_said_at_once, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/batches/{}", stage.batch);
    let bad = json!([
        {"name": "甲", "deadline": "2028-01-01", "park": "西园"},
        {"name": "甲", "deadline": "soon", "field": ""},
    ]);
    let told = stage.zone.edits(Method::PUT, &format!("{path}/groups"), &path, &bad).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/0/deadline", "/1/name", "/1/deadline", "/1"]);
    stage.moves("freeze").await;
    let frozen = stage.zone.edits(Method::PUT, &format!("{path}/groups"), &path, &json!([])).await;
    frozen.refused(409, "wrong-state");
});
