//! Organisations and the people in them.

use crate::{
    kit::{Actor, World, dengbao, places, token_of},
    on_each_engine,
};
use axum::http::Method;
use jifen_server::{App, Edge, router};
use serde_json::json;
use std::time::Duration;
use store::Database;

const NEW_PASSWORD: &str = "correct horse battery";

on_each_engine!(somebody_is_invited_chooses_a_password_and_signs_in, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    let invited = zone.invites(&place, "liu.yang", &["data-reviewer", "publisher"]).await;
    assert_eq!(invited.status, 201);
    let link = invited.good()["link"].clone();
    assert!(link.as_str().unwrap().starts_with("http://127.0.0.1:8080/accept#jfi_"), "{link}");

    let nobody = world.nobody();
    nobody.clone().signs_in("liu.yang", NEW_PASSWORD, None).await.refused(401, "sign-in-refused");
    let accept = async |password: &str| {
        let body = json!({"token": token_of(&link), "password": password});
        nobody.post("/api/v1/invitations/accept", &body).await
    };
    accept("liu.yang-2026").await.refused(422, "not-accepted");
    accept(NEW_PASSWORD).await.good();
    accept(NEW_PASSWORD).await.refused(400, "link-not-valid");
    let liu = world.signs_in("liu.yang", NEW_PASSWORD).await;
    let me = liu.get("/api/v1/me").await.good();
    assert_eq!(me["roles"], json!(["data-reviewer", "publisher"]));
});

on_each_engine!(an_enterprise_registers_and_its_zone_lets_it_in, world, {
    let nobody = world.nobody();
    let zones = nobody.get("/api/v1/zones").await.good();
    let zone_id = zones
        .as_array()
        .unwrap()
        .iter()
        .find(|zone| zone["name"].as_str().unwrap().starts_with("示范"))
        .unwrap();
    let application = |code: &str| json!({"zone_id": zone_id["id"], "name": "晨光仪器有限公司", "credit_code": code, "login": "chenguang", "contact": "许晨"});
    let told = nobody.post("/api/v1/registrations", &application("91350100M000100Y44")).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/credit_code"]);
    let first = nobody.post("/api/v1/registrations", &application("91350100M000100Y43")).await.good();
    let twice = nobody.post("/api/v1/registrations", &application("91350100M000100Y43")).await.good();

    let zone = world.actor("zone").await;
    let waiting = zone.get("/api/v1/registrations?state=waiting").await.good();
    assert_eq!((waiting["total"].as_u64(), waiting["items"][0]["contact"].as_str()), (Some(2), Some("许晨")));
    let path = |registration: &serde_json::Value, verb: &str| {
        format!("/api/v1/registrations/{}/{verb}", registration["id"].as_str().unwrap())
    };
    let invited = zone.post(&path(&first, "confirm"), &json!({})).await.good();
    zone.post(&path(&first, "confirm"), &json!({})).await.refused(409, "wrong-state");
    // The same enterprise again: nothing half is left behind, and the zone can still refuse.
    zone.post(&path(&twice, "confirm"), &json!({"login": "other"})).await.refused(409, "exists-already");
    zone.post(&path(&twice, "refuse"), &json!({"reason": "重复注册"})).await.good();
    zone.post(&path(&twice, "refuse"), &json!({"reason": "重复注册"})).await.refused(409, "wrong-state");

    let body = json!({"token": token_of(&invited["link"]), "password": NEW_PASSWORD});
    nobody.post("/api/v1/invitations/accept", &body).await.good();
    let enterprise = world.signs_in("chenguang", NEW_PASSWORD).await;
    let me = enterprise.get("/api/v1/me").await.good();
    assert_eq!(
        (me["organisation"]["name"].as_str(), &me["roles"]),
        (Some("晨光仪器有限公司"), &json!(["enterprise-user"]))
    );
});

on_each_engine!(a_link_expires, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    let link = zone.invites(&place, "late", &["publisher"]).await.good()["link"].clone();
    world.wait(jiff::SignedDuration::from_hours(72));
    let body = json!({"token": token_of(&link), "password": NEW_PASSWORD});
    world.nobody().post("/api/v1/invitations/accept", &body).await.refused(400, "link-not-valid");
});

on_each_engine!(a_role_counts_from_the_next_request, world, {
    let security = world.actor("security").await;
    let policy = world.actor("policy").await;
    policy.get("/api/v1/users").await.refused(403, "not-allowed");
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    let roles = |roles: &[&str]| json!({ "roles": roles });
    let both = roles(&["policy-officer", "zone-administrator"]);
    let asked = security.edits(Method::PATCH, &path, &path, &both).await;
    policy.get("/api/v1/users").await.refused(403, "not-allowed");
    world.actor("security-2").await.confirms(&asked).await.good();
    policy.get("/api/v1/users").await.good();
    security.edits(Method::PATCH, &path, &path, &roles(&["policy-officer"])).await.good();
    policy.get("/api/v1/users").await.refused(403, "not-allowed");
});

on_each_engine!(what_another_server_changes_counts_from_the_next_request, world, {
    // Another process on the same database: its own connections, its own memory.
    let config = world.config.clone();
    let beside = Database::as_it_is(&config.database, &world.folder().join("beside.anchor")).await.unwrap();
    let app = App::new(beside, config, Edge::new(world.clock(), world.entropy()), [7; 32]).unwrap();
    let elsewhere = async |login: &str| {
        let mut actor = Actor::of(router(&app));
        actor.signs_in(login, &world.password, None).await.good();
        actor
    };
    let (zone, policy) = (elsewhere("zone").await, world.actor("policy").await);
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    let roles = |roles: &[&str]| json!({ "roles": roles });
    // Back and forth at once, as close as commits can follow each other.
    for _ in 0..12 {
        zone.edits(Method::PATCH, &path, &path, &roles(&["data-reviewer"])).await.good();
        assert_eq!(policy.get("/api/v1/me").await.good()["roles"], json!(["data-reviewer"]));
        zone.edits(Method::PATCH, &path, &path, &roles(&["policy-officer"])).await.good();
        assert_eq!(policy.get("/api/v1/me").await.good()["roles"], json!(["policy-officer"]));
    }
    // What is remembered for long is forgotten all the same.
    tokio::time::sleep(Duration::from_millis(50)).await;
    policy.get("/api/v1/me").await.good();
    policy.get("/api/v1/me").await.good();
    zone.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.good();
    policy.get("/api/v1/me").await.refused(401, "not-signed-in");

    let reviewer = world.actor("reviewer").await;
    let here = elsewhere("reviewer").await;
    reviewer.get("/api/v1/me").await.good();
    here.delete("/api/v1/me/sessions").await.good();
    reviewer.get("/api/v1/me").await.refused(401, "not-signed-in");
});

on_each_engine!(disabling_ends_sessions_and_tokens, world, {
    let zone = world.actor("zone").await;
    let policy = world.actor("policy").await;
    let token = json!({"name": "x", "scopes": ["read"], "days": 1});
    let mut script = world.nobody();
    script.token =
        Some(policy.post("/api/v1/me/tokens", &token).await.good()["token"].as_str().unwrap().to_owned());
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    let disabled = zone.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.good();
    assert_eq!(disabled["state"], "disabled");
    policy.get("/api/v1/me").await.refused(401, "not-signed-in");
    script.get("/api/v1/me").await.refused(401, "not-signed-in");
    zone.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.refused(409, "wrong-state");
    zone.edits(Method::POST, &format!("{path}/enable"), &path, &json!({})).await.good();
    policy.get("/api/v1/me").await.refused(401, "not-signed-in");
    world.actor("policy").await;
});

on_each_engine!(nobody_changes_their_own_rights, world, {
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/users/{}", world.user("zone").await);
    let more = json!({"roles": ["zone-administrator", "publisher"]});
    zone.edits(Method::PATCH, &path, &path, &more).await.refused(403, "own-account");
    zone.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.refused(403, "own-account");
});

on_each_engine!(only_security_administrators_give_administrative_roles, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    for role in ["auditor", "system-administrator", "security-administrator"] {
        zone.invites(&place, "x1", &[role]).await.refused(403, "not-allowed");
    }
    let told = zone.invites(&place, "x1", &["bank-officer", "publisher", "enterprise-user"]).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/roles/0", "/roles/2"], "roles belong into their kind of organisation");
    zone.invites(&place, "x1", &[]).await.refused(422, "not-accepted");
    let asked = world.actor("security").await.invites(&place, "x1", &["auditor"]).await;
    world.actor("security-2").await.confirms(&asked).await.good();
});

on_each_engine!(who_may_not_give_a_role_cannot_take_over_its_holder, world, {
    let place = world.organisation("示范高新").await;
    let asked = world.actor("security").await.invites(&place, "jian", &["auditor"]).await;
    let invited = world.actor("security-2").await.confirms(&asked).await.good();
    let path = format!("/api/v1/users/{}", invited["result"]["user"]["id"].as_str().unwrap());
    let zone = world.actor("zone").await;
    zone.get(&path).await.good();
    zone.post(&format!("{path}/reset"), &json!({"second_factor": true})).await.refused(403, "not-allowed");
    zone.post(&format!("{path}/sign-out"), &json!({})).await.refused(403, "not-allowed");
    zone.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.refused(403, "not-allowed");
    zone.edits(Method::PATCH, &path, &path, &json!({"name": "x"})).await.refused(403, "not-allowed");
});

on_each_engine!(nobody_closes_the_ground_they_stand_on, world, {
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/organisations/{}", world.organisation("示范高新").await);
    let close = format!("{path}/close");
    zone.edits(Method::POST, &close, &path, &json!({"on": "2030-01-01"}))
        .await
        .refused(403, "own-organisation");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_three_administrations_are_kept_apart_where_the_profile_asks_for_it() {
    let two = ["system-administrator", "auditor"];
    let world = World::with(places().remove(0), dengbao).await;
    let centre = world.organisation("省科技").await;
    let security = world.actor("security").await;
    security.invites(&centre, "both", &two).await.refused(403, "duties-not-separate");
    let path = format!("/api/v1/users/{}", world.user("system").await);
    let told = security.edits(Method::PATCH, &path, &path, &json!({ "roles": two })).await;
    told.refused(403, "duties-not-separate");

    let world = World::new(places().remove(0)).await;
    let centre = world.organisation("省科技").await;
    let asked = world.actor("security").await.invites(&centre, "both", &two).await;
    world.actor("security-2").await.confirms(&asked).await.good();
}

on_each_engine!(a_zone_sees_nothing_of_another_zone, world, {
    let foreign = world.organisation("滨江").await;
    let zone = world.actor("zone").await;
    let seen = zone.get("/api/v1/organisations").await.good();
    assert_eq!(seen["total"], 4, "{seen}");
    let there = zone.get(&format!("/api/v1/organisations/{foreign}")).await;
    let missing = zone.get("/api/v1/organisations/01890000-0000-7000-8000-000000000000").await;
    there.refused(404, "not-found");
    assert_eq!(there.anonymous(), missing.anonymous());
    // Not by way of a parent, an invitation, a filter or a total either.
    let body = json!({"kind": "department", "parent_id": foreign, "name": "越界"});
    let told = zone.post("/api/v1/organisations", &body).await;
    let nowhere = json!({"kind": "department", "parent_id": "none", "name": "越界"});
    assert_eq!(told.anonymous(), zone.post("/api/v1/organisations", &nowhere).await.anonymous());
    let told = zone.invites(&foreign, "spy", &["publisher"]).await;
    assert_eq!(told.anonymous(), zone.invites("none", "spy", &["publisher"]).await.anonymous());
    assert_eq!(zone.get(&format!("/api/v1/organisations?parent_id={foreign}")).await.good()["total"], 0);
    assert_eq!(zone.get(&format!("/api/v1/users?organisation_id={foreign}")).await.good()["total"], 0);
});

on_each_engine!(a_department_works_for_its_zone, world, {
    let reviewer = world.actor("reviewer").await;
    assert_eq!(reviewer.get("/api/v1/organisations").await.good()["total"], 4);
    let enterprise = world.actor("enterprise").await;
    let own = enterprise.get("/api/v1/organisations").await.good();
    assert_eq!((own["total"].as_u64(), own["items"][0]["kind"].as_str()), (Some(1), Some("enterprise")));
});

on_each_engine!(an_edit_names_the_version_it_saw, world, {
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/organisations/{}", world.organisation("科技创新局").await);
    let body = json!({"name": "科技和人才局"});
    zone.asks(Method::PATCH, &path).with(&body).send().await.refused(428, "version-missing");
    let stale = zone.asks(Method::PATCH, &path).with(&body).header("if-match", "\"7\"").send().await;
    stale.refused(412, "changed-meanwhile");
    let renamed = zone.edits(Method::PATCH, &path, &path, &body).await;
    assert_eq!((renamed.good()["name"].as_str(), renamed.header("etag")), (Some("科技和人才局"), "\"2\""));
});

on_each_engine!(of_two_edits_at_once_one_wins, world, {
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/organisations/{}", world.organisation("科技创新局").await);
    let edits = (0..10).map(|number| {
        let (zone, path) = (zone.clone(), path.clone());
        tokio::spawn(async move {
            let body = json!({"name": format!("第{number}局")});
            zone.asks(Method::PATCH, &path).with(&body).header("if-match", "\"1\"").send().await
        })
    });
    let mut won = 0;
    for edit in edits.collect::<Vec<_>>() {
        let told = edit.await.unwrap();
        match told.status {
            200 => won += 1,
            _ => drop(told.refused(412, "changed-meanwhile")),
        }
    }
    assert_eq!(won, 1);
});

on_each_engine!(a_closed_organisation_lets_nobody_in, world, {
    let zone = world.actor("zone").await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/organisations/{}", world.organisation("星火").await);
    let close = format!("{path}/close");
    zone.edits(Method::POST, &close, &path, &json!({"on": "1999-01-01"})).await.refused(422, "not-accepted");
    zone.edits(Method::POST, &close, &path, &json!({"on": "2026-11-24"})).await.good();
    enterprise.get("/api/v1/me").await.good();
    // Midnight in Beijing, not in Greenwich.
    world.wait(jiff::SignedDuration::from_hours(15));
    enterprise.get("/api/v1/me").await.refused(401, "not-signed-in");
    world.nobody().signs_in("enterprise", &world.password, None).await.refused(401, "sign-in-refused");
});

on_each_engine!(an_administrator_resets_without_learning_a_password, world, {
    let zone = world.actor("zone").await;
    let policy = world.actor("policy").await;
    let path = format!("/api/v1/users/{}/reset", world.user("policy").await);
    let link = zone.post(&path, &json!({"second_factor": true})).await.good()["link"].clone();
    policy.get("/api/v1/me").await.refused(401, "not-signed-in");
    let body = json!({"token": token_of(&link), "password": NEW_PASSWORD});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    world.signs_in("policy", NEW_PASSWORD).await;
});
