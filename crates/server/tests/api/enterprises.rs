//! The register: entered, edited, found, closed; and who sees what of it.

use crate::{
    kit::{Actor, percent},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};
use store::enterprises::{EnterpriseStatus, NewEnterprise};

/// An enterprise as the store takes it.
pub fn new(id: &str, code: &str, name: &str, organisation: Option<(String, String)>) -> NewEnterprise {
    NewEnterprise {
        id: id.to_owned(),
        credit_code: code.to_owned(),
        name: name.to_owned(),
        search: name.to_owned(),
        founded_on: None,
        entered_on: None,
        status: EnterpriseStatus::Active,
        park: None,
        district: None,
        industry: None,
        field: None,
        organisation,
    }
}

async fn enters(actor: &Actor, code: &str, name: &str) -> Value {
    let body = json!({"credit_code": code, "name": name, "founded_on": "2015-03-02", "industry": "6513",
        "field": "electronics", "park": "东园"});
    actor.post("/api/v1/enterprises", &body).await.good()
}

fn path(one: &Value, verb: &str) -> String {
    format!("/api/v1/enterprises/{}{verb}", one["id"].as_str().unwrap())
}

async fn finds(actor: &Actor, text: &str) -> Vec<String> {
    let page = actor.get(&format!("/api/v1/enterprises?search={}", percent(text))).await.good();
    let name = |item: &Value| item["name"].as_str().unwrap().to_owned();
    page["items"].as_array().unwrap().iter().map(name).collect()
}

on_each_engine!(an_enterprise_is_entered_and_found_by_name_code_and_initials, world, {
    let zone = world.actor("zone").await;
    let entered = enters(&zone, "91000000ma00000157", "重庆星火智能装备有限公司").await;
    assert_eq!(
        (entered["credit_code"].as_str(), entered["industry_section"].as_str()),
        (Some("91000000MA00000157"), Some("I"))
    );
    enters(&zone, "91000000MA00000232", "远航新材料有限公司").await;
    for text in ["星火", "ma0000015", "xhzn", "XHZN", "cqxh", "zqxh", "装备"] {
        assert_eq!(finds(&zone, text).await, ["重庆星火智能装备有限公司"], "{text}");
    }
    assert_eq!(finds(&zone, "有限").await.len(), 2);
    assert_eq!(finds(&zone, "%").await.len(), 0);
});

on_each_engine!(every_mistake_of_an_entry_is_named, world, {
    let zone = world.actor("zone").await;
    let body = json!({"credit_code": "9135O100M000100Y43", "name": " ", "founded_on": "2999-01-01",
        "industry": "99", "field": "magic", "district": "4413"});
    let told = zone.post("/api/v1/enterprises", &body).await;
    told.refused(422, "not-accepted");
    let mut pointers = told.pointers();
    pointers.dedup();
    assert_eq!(pointers, ["/credit_code", "/name", "/founded_on", "/industry", "/field", "/district"]);
    assert!(told.text.contains("91350100M000100Y43"), "what may have been meant: {}", told.text);
    enters(&zone, "91000000MA00000157", "星火").await;
    let twice = json!({"credit_code": "91000000MA00000157", "name": "又一家"});
    zone.post("/api/v1/enterprises", &twice).await.refused(409, "exists-already");
    // Another zone registers the same enterprise and learns nothing of this one; the centre has no zone.
    world.actor("centre").await.post("/api/v1/enterprises", &twice).await.refused(403, "not-allowed");
});

on_each_engine!(an_edit_keeps_the_former_name_and_history, world, {
    let zone = world.actor("zone").await;
    let one = enters(&zone, "91000000MA00000157", "星火智能装备有限公司").await;
    let here = path(&one, "");
    world.wait(jiff::SignedDuration::from_mins(1));
    let told =
        zone.edits(Method::PATCH, &here, &here, &json!({"name": "烈焰装备股份有限公司", "park": null})).await;
    assert_eq!((told.good()["park"].clone(), told.header("etag")), (Value::Null, "\"2\""));
    let stale = zone.asks(Method::PATCH, &here).with(&json!({"park": "西园"})).header("if-match", "\"1\"");
    stale.send().await.refused(412, "changed-meanwhile");
    assert_eq!(finds(&zone, "星火").await, ["烈焰装备股份有限公司"], "former names are searched");
    assert_eq!(finds(&zone, "lyzb").await.len(), 1);
    let read = zone.get(&here).await.good();
    assert_eq!(read["former_names"][0]["name"], "星火智能装备有限公司");
    assert_eq!(read["enterprise"]["founded_on"], "2015-03-02");
    let history = zone.get(&path(&one, "/history")).await.good();
    assert_eq!((history[0]["action"].as_str(), history[1]["action"].as_str()), (Some("edit"), Some("enter")));
    assert_eq!(history[0]["detail"]["park"], json!(["东园", null]));
});

on_each_engine!(an_enterprise_leaves_or_is_merged_and_stays_readable, world, {
    let zone = world.actor("zone").await;
    let (a, b) = (
        enters(&zone, "91000000MA00000157", "甲公司").await,
        enters(&zone, "91000000MA00000232", "乙公司").await,
    );
    world.wait(jiff::SignedDuration::from_mins(1));
    let into = json!({"into": b["id"], "on": "2026-11-23", "reason": "吸收合并"});
    let merged = zone.edits(Method::POST, &path(&a, "/merge"), &path(&a, ""), &into).await.good();
    assert_eq!((merged["status"].as_str(), &merged["merged_into"]), (Some("merged"), &b["id"]));
    let again = zone.edits(Method::POST, &path(&a, "/merge"), &path(&a, ""), &into).await;
    again.refused(409, "wrong-state");
    let itself = json!({"into": b["id"], "on": "2026-11-23", "reason": "x"});
    let told = zone.edits(Method::POST, &path(&b, "/merge"), &path(&b, ""), &itself).await;
    assert_eq!((told.status, told.pointers()), (422, vec!["/into".to_owned()]));
    world.wait(jiff::SignedDuration::from_mins(1));
    let close = json!({"status": "deregistered", "on": "2026-11-23", "reason": "注销"});
    zone.edits(Method::POST, &path(&b, "/close"), &path(&b, ""), &close).await.good();
    zone.edits(Method::PATCH, &path(&b, ""), &path(&b, ""), &json!({"park": "x"}))
        .await
        .refused(409, "wrong-state");
    assert_eq!(zone.get("/api/v1/enterprises?open=true").await.good()["total"], 0);
    assert_eq!(zone.get("/api/v1/enterprises?open=false").await.good()["total"], 2);
    assert_eq!(zone.get(&path(&b, "/history")).await.good()[1]["action"], "absorb");
});

on_each_engine!(labels_hold_for_a_time, world, {
    let zone = world.actor("zone").await;
    let one = enters(&zone, "91000000MA00000157", "甲公司").await;
    let label = |from: &str, to: &str| json!({"label": "高新技术企业", "valid_from": from, "valid_to": to, "certificate": "GR2023"});
    zone.post(&path(&one, "/labels"), &label("2020-12-01", "2023-11-30")).await.good();
    let wrong = zone.post(&path(&one, "/labels"), &label("2023-12-01", "2020-11-30")).await;
    assert_eq!(wrong.pointers(), ["/valid_to"]);
    let with = async |label: &str| {
        zone.get(&format!("/api/v1/enterprises?label={}", percent(label))).await.good()["total"].clone()
    };
    assert_eq!(with("高新技术企业").await, 0, "expired");
    let given = zone.post(&path(&one, "/labels"), &label("2023-12-01", "2026-11-30")).await.good();
    assert_eq!((given["holds"].clone(), with("高新技术企业").await), (json!(true), json!(1)));
    let gone = json!({"label_id": given["id"], "reason": "录入错误"});
    let remove = || zone.asks(Method::POST, &path(&one, "/remove-label")).with(&gone);
    remove().send().await.refused(428, "version-missing");
    remove().header("if-match", "\"7\"").send().await.refused(412, "changed-meanwhile");
    zone.edits(Method::POST, &path(&one, "/remove-label"), &path(&one, ""), &gone).await.good();
    assert_eq!(with("高新技术企业").await, 0);
});

on_each_engine!(of_two_who_edit_the_same_contacts_the_second_is_told, world, {
    let zone = world.actor("zone").await;
    let one = enters(&zone, "91000000MA00000157", "甲公司").await;
    let at = path(&one, "/contacts");
    let seen = zone.get(&at).await.header("etag").to_owned();
    let puts = async |name: &str, etag: &str| {
        let body = json!({"contacts": [{"name": name}]});
        zone.asks(Method::PUT, &at).with(&body).header("if-match", etag).send().await
    };
    let first = puts("张三", &seen).await;
    first.good();
    puts("李四", &seen).await.refused(412, "changed-meanwhile");
    assert_eq!(zone.get(&at).await.good()[0]["name"], "张三", "nothing of the first is lost");
    assert_eq!(zone.get(&path(&one, "")).await.header("etag"), first.header("etag"));
    puts("李四", first.header("etag")).await.good();
});

on_each_engine!(contacts_are_masked_but_for_those_who_work_with_them, world, {
    let zone = world.actor("zone").await;
    let one = enters(&zone, "91000000MA00000157", "甲公司").await;
    let contacts = json!({"contacts": [{"name": "张三", "duty": "总监", "telephone": "13812345678", "email": "zhang@example.com"}]});
    let at = path(&one, "/contacts");
    zone.edits(Method::PUT, &at, &at, &contacts).await.good();
    let masked = world.actor("publisher").await.get(&path(&one, "")).await.good();
    assert_eq!(masked["contacts"][0]["telephone"], "13*******78");
    assert!(!masked.to_string().contains("12345678") && !masked.to_string().contains("张三"));
    world.actor("publisher").await.get(&path(&one, "/contacts")).await.refused(403, "not-allowed");
    let reviewer = world.actor("reviewer").await;
    assert_eq!(reviewer.get(&path(&one, "/contacts")).await.good()[0]["telephone"], "13812345678");
    let audit = world.audit().await;
    assert!(audit.contains(&"read-contacts enterprise done".to_owned()), "{audit:?}");
});

on_each_engine!(who_is_not_of_the_zone_says_why_they_read_values, world, {
    let zone = world.actor("zone").await;
    let one = enters(&zone, "91000000MA00000157", "甲公司").await;
    let values = path(&one, "/values");
    zone.get(&values).await.good();
    let centre = world.actor("centre").await;
    let told = centre.get(&values).await;
    assert_eq!((told.status, told.pointers()), (422, vec!["?purpose".to_owned()]));
    let before = world.audit().await.len();
    centre.get(&format!("{values}?purpose={}", percent("专项督查"))).await.good();
    let audit = world.audit().await;
    assert_eq!(audit[before..], ["read-values enterprise done"]);
});

on_each_engine!(an_enterprise_that_signs_up_finds_itself, world, {
    let zone = world.actor("zone").await;
    enters(&zone, "91000000MA00000157", "晨光仪器有限公司").await;
    enters(&zone, "91000000MA00000232", "别家").await;
    let place = world.organisation("示范高新").await;
    let open = json!({"kind": "enterprise", "parent_id": place, "name": "晨光仪器有限公司", "credit_code": "91000000MA00000157"});
    let organisation = zone.post("/api/v1/organisations", &open).await.good();
    let invited =
        zone.invites(organisation["id"].as_str().unwrap(), "chenguang", &["enterprise-user"]).await.good();
    let body = json!({"token": crate::kit::token_of(&invited["link"]), "password": "correct horse battery"});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    let own = world.signs_in("chenguang", "correct horse battery").await;
    let page = own.get("/api/v1/enterprises").await.good();
    assert_eq!(
        (page["total"].as_u64(), page["items"][0]["name"].as_str()),
        (Some(1), Some("晨光仪器有限公司"))
    );
    own.get(&path(&page["items"][0], "/values")).await.good();
    assert_eq!(zone.get("/api/v1/enterprises").await.good()["total"], 2, "the zone sees both still");
});
