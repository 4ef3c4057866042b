//! An enterprise files, reviewers review, an objection is decided.

use super::{Stage, arrangement, colleague, register, says, state, tax_says};
use crate::{
    kit::{Actor, World},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};
use store::values::ValueSource;

/// The stage with the demonstration's enterprise user, who belongs to enterprise 3.
pub async fn with_enterprise<'a>(world: &'a World, second_review: bool) -> (Stage<'a>, Actor, String) {
    let zone_id = world.organisation("示范高新").await;
    register(world, &zone_id).await;
    let zone = world.actor("zone").await;
    let mut plan = arrangement(super::SCHEME);
    plan["second_review"] = json!(second_review);
    let batch = zone.post("/api/v1/batches", &json!({"zone_id": zone_id, "batch": plan})).await.good();
    let batch = batch["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/batches/{batch}");
    let items = json!([
        {"item": "operating_revenue", "required": true, "tolerance": "0.01", "sources": ["tax", "self"]},
        {"item": "main_revenue", "required": false, "tolerance": null, "sources": ["tax", "self"]},
        {"item": "rd_expense", "required": true, "tolerance": "0.05", "sources": ["tax", "self"]},
        {"item": "staff", "required": true, "tolerance": null, "sources": ["hr", "self"]},
        {"item": "net_assets", "required": true, "tolerance": null, "sources": ["tax", "self"]},
    ]);
    zone.edits(Method::PUT, &format!("{path}/items"), &path, &items).await.good();
    zone.post(&format!("{path}/participants"), &json!({})).await.good();
    let (reviewer, publisher) = (world.actor("reviewer").await, world.actor("publisher").await);
    let stage = Stage { world, zone_id, zone, reviewer, publisher, batch };
    stage.moves("open").await.good();
    tax_says(world, &stage.batch, &stage.zone_id).await;
    let enterprise = world.actor("enterprise").await;
    let mine = enterprise.get("/api/v1/participants").await.good();
    assert_eq!(mine["total"], 1, "an enterprise sees itself only: {mine}");
    let path = format!("/api/v1/participants/{}", mine["items"][0]["id"].as_str().unwrap());
    (stage, enterprise, path)
}

fn cell(value: &str) -> Value {
    json!({"value": value, "explanation": null, "evidence": null})
}

async fn saves(who: &Actor, path: &str, cells: Value) -> crate::kit::Told {
    let filing = format!("{path}/filing");
    who.edits(Method::PUT, &filing, &filing, &json!({ "cells": cells })).await
}

async fn does(who: &Actor, path: &str, verb: &str, body: Value) -> crate::kit::Told {
    who.edits(Method::POST, &format!("{path}/{verb}"), path, &body).await
}

on_each_engine!(an_enterprise_fills_in_a_prefilled_form_and_gets_a_receipt_number, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    let form = enterprise.get(&format!("{path}/filing")).await.good();
    let field = |form: &Value, item: &str| {
        form["fields"].as_array().unwrap().iter().find(|one| one["item"] == item).cloned().unwrap()
    };
    let revenue = field(&form, "operating_revenue");
    assert_eq!(
        (revenue["departments"]["value"].as_str(), revenue["unit"].as_str()),
        (Some("10000"), Some("万元"))
    );
    assert_eq!(revenue["last_year"], "8000");
    assert_eq!(field(&form, "net_assets")["problems"][0]["code"], "value-required");

    let wrong = json!({"net_assets": cell("五千"), "main_revenue": cell("10000.01"), "staff": cell("-1")});
    assert_eq!(saves(&enterprise, &path, wrong).await.good()["problems"], 4, "a draft may be wrong");
    let told = does(&enterprise, &path, "submit", json!({})).await;
    let body = told.refused(422, "not-accepted");
    let codes: Vec<&str> =
        body["errors"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        ["main-revenue-above-revenue", "not-a-value", "value-out-of-range", "rd-staff-above-staff"],
        "{body}"
    );

    saves(&enterprise, &path, json!({"net_assets": cell("5000"), "rd_expense": cell("900")})).await.good();
    let told = does(&enterprise, &path, "submit", json!({})).await;
    assert_eq!(
        told.refused(422, "not-accepted")["errors"][0]["code"],
        "value-jumped",
        "three times last year"
    );
    let explained = json!({"value": "900", "explanation": "新建中试线", "evidence": null});
    saves(&enterprise, &path, json!({"net_assets": cell("5000"), "rd_expense": explained})).await.good();
    let submitted = does(&enterprise, &path, "submit", json!({})).await.good();
    assert_eq!(submitted["state"], "submitted");
    assert!(submitted["receipt_number"].as_str().unwrap().starts_with("2025-"), "{submitted}");
    saves(&enterprise, &path, json!({})).await.refused(409, "wrong-state");
    does(&enterprise, &path, "submit", json!({})).await.refused(409, "wrong-state");

    let values = stage.reviewer.get(&format!("{path}/values")).await.good();
    let net = values.as_array().unwrap().iter().find(|one| one["item"] == "net_assets");
    assert_eq!(net, None, "what nobody approved does not count");
    stage.moves("freeze").await.refused(409, "wrong-state");
});

on_each_engine!(of_two_drafts_typed_at_once_one_is_told, world, {
    let (_, enterprise, path) = with_enterprise(&world, false).await;
    let put = async |version: &str| {
        let asking = enterprise.asks(Method::PUT, &format!("{path}/filing"));
        asking.with(&json!({"cells": {}})).header("if-match", version).send().await
    };
    put("\"0\"").await.good();
    put("\"0\"").await.refused(412, "changed-meanwhile");
    put("\"1\"").await.good();
    let asking =
        enterprise.asks(Method::PUT, &format!("{path}/filing")).with(&json!({"cells": {"x": cell("1")}}));
    asking.header("if-match", "\"2\"").send().await.refused(422, "not-accepted");
});

on_each_engine!(a_reviewer_sees_differences_sends_fields_back_and_approves, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    saves(&enterprise, &path, json!({"net_assets": cell("5000"), "operating_revenue": cell("10050")}))
        .await
        .good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    let queue = stage.reviewer.get(&format!("/api/v1/batches/{}/reviews", stage.batch)).await.good();
    let items: Vec<&str> =
        queue[0]["differences"].as_array().unwrap().iter().map(|one| one["item"].as_str().unwrap()).collect();
    assert_eq!(items, ["net_assets"], "10050 lies within one per cent of 10000");
    let bulk =
        stage.reviewer.post(&format!("/api/v1/batches/{}/reviews", stage.batch), &json!({})).await.good();
    assert_eq!(bulk, json!({"approved": 0, "left": 1}));

    let back = json!({"fields": [{"item": "net_assets", "reason": "请附审计报告"}]});
    does(&stage.reviewer, &path, "return", back).await.good();
    let told = enterprise.get("/api/v1/notices").await.good();
    assert_eq!(told["items"][0]["kind"], "filing-returned");
    let form = enterprise.get(&format!("{path}/filing")).await.good();
    let net =
        form["fields"].as_array().unwrap().iter().find(|one| one["item"] == "net_assets").unwrap().clone();
    assert_eq!(net["returned"], "请附审计报告");
    saves(&enterprise, &path, json!({"net_assets": cell("4800")})).await.good();
    let first = does(&enterprise, &path, "submit", json!({})).await.good();
    let approved = does(&stage.reviewer, &path, "approve", json!({})).await.good();
    assert_eq!(
        (approved["state"].as_str(), approved["receipt_number"].clone()),
        (Some("approved"), first["receipt_number"].clone())
    );
    let values = stage.reviewer.get(&format!("{path}/values")).await.good();
    let net = values.as_array().unwrap().iter().find(|one| one["item"] == "net_assets").unwrap().clone();
    assert_eq!((net["value"].as_str(), net["said"][0]["source"].as_str()), (Some("4800"), Some("self")));
    does(&stage.reviewer, &path, "approve", json!({})).await.refused(409, "wrong-state");
    stage.moves("freeze").await.good();
    stage.moves("thaw").await.good();
    assert_eq!(enterprise.get(&path).await.good()["state"], "approved", "thawed into what it was");
});

on_each_engine!(two_reviewers_are_two_people_and_of_two_at_once_one_is_told, world, {
    let (stage, enterprise, path) = with_enterprise(&world, true).await;
    saves(&enterprise, &path, json!({"net_assets": cell("5000")})).await.good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    let (one, two) = tokio::join!(
        does(&stage.reviewer, &path, "approve", json!({})),
        does(&stage.reviewer, &path, "approve", json!({}))
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert!(statuses[0] == 200 && matches!(statuses[1], 409 | 412), "{} {}", one.text, two.text);
    assert_eq!(enterprise.get(&path).await.good()["state"], "submitted", "once is not enough");
    let again = does(&stage.reviewer, &path, "approve", json!({})).await.refused(409, "wrong-state");
    assert!(again["detail"].as_str().unwrap().contains("somebody else must"), "{again}");
    let second = colleague(&world, &stage.zone_id, "second", "data-reviewer").await;
    assert_eq!(does(&second, &path, "approve", json!({})).await.good()["state"], "approved");
});

on_each_engine!(of_two_reviewers_on_one_record_the_slower_is_told_and_looks_again, world, {
    let (stage, enterprise, path) = with_enterprise(&world, true).await;
    let second = colleague(&world, &stage.zone_id, "second", "data-reviewer").await;
    saves(&enterprise, &path, json!({"net_assets": cell("5000")})).await.good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    // Both looked at the same version: one approves, one sends back, at the same time.
    let seen = stage.reviewer.get(&path).await;
    let etag = seen.headers.get("etag").unwrap().to_str().unwrap().to_owned();
    let say = async |who: &Actor, verb: &str, body: Value| {
        who.asks(Method::POST, &format!("{path}/{verb}")).header("if-match", &etag).with(&body).send().await
    };
    let back = json!({"fields": [{"item": "net_assets", "reason": "请附审计报告"}]});
    let (one, two) = tokio::join!(say(&stage.reviewer, "approve", json!({})), say(&second, "return", back));
    let (first, other) = if one.status == 200 { (&one, &two) } else { (&two, &one) };
    first.good();
    other.refused(412, "changed-meanwhile");
    let now = enterprise.get(&path).await.good()["state"].clone();
    assert_eq!(now, if one.status == 200 { "submitted" } else { "returned" });
    let done = world.audit().await;
    let words =
        done.iter().filter(|row| ["approve filing done", "return filing done"].contains(&row.as_str()));
    assert_eq!(words.count(), 1, "{done:?}");
});

on_each_engine!(an_unchanged_filing_is_approved_with_all_others, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    saves(
        &enterprise,
        &path,
        json!({"net_assets": json!({"value": null, "explanation": "尚未审计", "evidence": null})}),
    )
    .await
    .good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    let bulk =
        stage.reviewer.post(&format!("/api/v1/batches/{}/reviews", stage.batch), &json!({})).await.good();
    assert_eq!(bulk, json!({"approved": 1, "left": 0}));
    let board = stage.zone.get(&format!("/api/v1/batches/{}/board", stage.batch)).await.good();
    assert_eq!(
        (board["participants"].as_u64(), board["approved"].as_u64(), board["draft"].as_u64()),
        (Some(4), Some(1), Some(3))
    );
    assert_eq!((board["reported"].as_u64(), board["sources"]["tax"].as_u64()), (Some(4), Some(4)));
    let told = stage
        .zone
        .post(
            &format!("/api/v1/batches/{}/reminders", stage.batch),
            &json!({"late_only": false, "message": null}),
        )
        .await
        .good();
    assert_eq!(told, json!({"told": 0, "unreachable": 3}));
});

on_each_engine!(after_the_last_day_only_who_has_more_time_submits, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    saves(&enterprise, &path, json!({"net_assets": cell("5000")})).await.good();
    world.wait(jiff::SignedDuration::from_hours(24 * 40));
    let (enterprise, zone) = (world.actor("enterprise").await, world.actor("zone").await);
    assert_eq!(enterprise.get(&path).await.good()["late"], true);
    let refused = does(&enterprise, &path, "submit", json!({})).await.refused(409, "wrong-state");
    assert_eq!(refused["detail"], "Filing ended on 2026-12-31; ask the zone for more time.");
    let more = json!({"deadline": "2027-01-20", "reason": "火灾"});
    zone.edits(Method::PUT, &format!("{path}/deadline"), &path, &more).await.good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    drop(stage);
});

on_each_engine!(an_objection_has_a_clock_marks_the_value_and_is_decided_once, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    let id = path.rsplit('/').next().unwrap();
    let raise = async |claimed: &str, reason: &str| {
        let body = json!({"participant_id": id, "item": "rd_expense", "period": 2025, "claimed": claimed, "reason": reason, "evidence": null});
        enterprise.post("/api/v1/objections", &body).await
    };
    let told = raise("很多", "").await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/claimed", "/reason"]);
    let raised = raise("450", "漏计委托研发").await.good();
    assert_eq!(
        (raised["value"].as_str(), raised["due_on"].as_str(), raised["days_left"].as_i64()),
        (Some("0"), Some("2026-12-13"), Some(20))
    );
    raise("451", "再次").await.refused(409, "exists-already");
    let form = enterprise.get(&format!("{path}/filing")).await.good();
    let rd =
        form["fields"].as_array().unwrap().iter().find(|one| one["item"] == "rd_expense").unwrap().clone();
    assert_eq!(rd["objection"], true);
    let one = format!("/api/v1/objections/{}", raised["id"].as_str().unwrap());
    does(&enterprise, &one, "decide", json!({"upheld": true, "reason": "x"}))
        .await
        .refused(403, "not-allowed");
    let upheld = does(&stage.reviewer, &one, "decide", json!({"upheld": true, "reason": "合同和发票齐全"}))
        .await
        .good();
    assert_eq!(upheld["state"], "upheld");
    does(&stage.reviewer, &one, "decide", json!({"upheld": false, "reason": "x"}))
        .await
        .refused(409, "wrong-state");
    let values = stage.reviewer.get(&format!("{path}/values")).await.good();
    let rd = values
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["item"] == "rd_expense" && one["period"] == 2025)
        .unwrap()
        .clone();
    assert_eq!(
        (rd["value"].as_str(), rd["standing"].as_str(), rd["reason"].as_str()),
        (Some("450"), Some("decided"), Some("合同和发票齐全"))
    );
    assert_eq!(enterprise.get("/api/v1/notices").await.good()["items"][0]["kind"], "objection-decided");
});

on_each_engine!(an_objection_after_publication_becomes_a_correction, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    stage.moves("freeze").await.good();
    let first = stage.computes(None).await;
    stage.publishes(&stage.publisher, &first).await.good();
    assert_eq!(enterprise.get("/api/v1/notices").await.good()["items"][0]["kind"], "published");
    let mine = enterprise.get(&format!("{path}/result")).await.good();
    let id = path.rsplit('/').next().unwrap();
    let body = json!({"participant_id": id, "item": "rd_expense", "period": 2025, "claimed": "450", "reason": "漏计", "evidence": null});
    let raised = enterprise.post("/api/v1/objections", &body).await.good();
    let one = format!("/api/v1/objections/{}", raised["id"].as_str().unwrap());
    does(&stage.reviewer, &one, "decide", json!({"upheld": true, "reason": "属实"})).await.good();
    assert_eq!(enterprise.get(&format!("{path}/result")).await.good(), mine, "what is published stands");
    let second = stage.computes(Some("异议成立")).await;
    stage.publishes(&stage.publisher, &second).await.good();
    let now = enterprise.get(&format!("{path}/result")).await.good();
    let total = |of: &Value| of["total"].as_str().unwrap().parse::<f64>().unwrap();
    assert!(total(&now) > total(&mine), "{mine} {now}");
});

/// The same person at a second server on the same data, which has read nothing yet.
fn beside(world: &World, person: &Actor) -> Actor {
    let edge = jifen_server::Edge::new(world.clock(), world.entropy());
    let app = jifen_server::App::new(world.database.clone(), world.config.clone(), edge, [7; 32]).unwrap();
    Actor { cookie: person.cookie.clone(), ..Actor::of(jifen_server::router(&app)) }
}

on_each_engine!(what_is_kept_of_a_batch_is_what_reading_everything_gives, world, {
    let (stage, enterprise, path) = with_enterprise(&world, false).await;
    let batch = format!("/api/v1/batches/{}", stage.batch);
    let lists = ["conflicts?decided=true", "conflicts", "reviews", "quality?limit=1000", "board"];
    let mut seen: Vec<Vec<Value>> = Vec::new();
    let check = async |seen: &mut Vec<Vec<Value>>, what: &str| {
        world.wait(jiff::SignedDuration::from_secs(1));
        let fresh = beside(&world, &stage.reviewer);
        let mut now = Vec::new();
        for list in lists {
            let kept = stage.reviewer.get(&format!("{batch}/{list}")).await.good();
            assert_eq!(kept, fresh.get(&format!("{batch}/{list}")).await.good(), "{list} after {what}");
            now.push(kept);
        }
        assert!(seen.last() != Some(&now), "{what} changes something");
        seen.push(now);
    };
    let seen = &mut seen;
    check(seen, "opening").await;
    let torch = says(&stage.batch, &stage.zone_id, 0, ValueSource::Torch, &[("rd_expense", Some("1350"))]);
    let torch_id = torch.id.clone();
    state(&world, vec![torch]).await;
    check(seen, "what another source says").await;
    let first = stage.participant(0).await;
    let decision =
        json!({"item": "rd_expense", "period": 2025, "statement_id": torch_id, "reason": "口径不同"});
    stage.reviewer.post(&format!("/api/v1/participants/{first}/decisions"), &decision).await.good();
    check(seen, "a decision").await;
    saves(&enterprise, &path, json!({"net_assets": cell("5000"), "operating_revenue": cell("10900")}))
        .await
        .good();
    does(&enterprise, &path, "submit", json!({})).await.good();
    check(seen, "a filing").await;
    does(&stage.reviewer, &path, "approve", json!({})).await.good();
    check(seen, "an approval").await;
    let name = format!("/api/v1/enterprises/e0-{}", stage.zone_id);
    let renamed = json!({"name": "星火智能装备股份有限公司"});
    stage.zone.edits(Method::PATCH, &name, &name, &renamed).await.good();
    let again = says(&stage.batch, &stage.zone_id, 0, ValueSource::Tax, &[("rd_expense", Some("1250"))]);
    state(&world, vec![again]).await;
    check(seen, "a new name, and another word of the tax bureau").await;
    let one = format!("/api/v1/participants/{}", stage.participant(1).await);
    stage.zone.edits(Method::DELETE, &one, &one, &json!(null)).await.good();
    check(seen, "taking somebody out").await;
    stage.zone.post(&format!("{batch}/participants"), &json!({})).await.good();
    check(seen, "letting them in again").await;
});
