//! What is written down.

use crate::on_each_engine;
use axum::http::Method;
use serde_json::json;

on_each_engine!(log_ins_failures_refusals_and_changes_are_written_down, world, {
    world.nobody().signs_in("who", "wrong", None).await;
    let zone = world.actor("zone").await;
    zone.get("/api/v1/audit").await.refused(403, "not-allowed");
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    zone.edits(Method::PATCH, &path, &path, &json!({"name": "周婷婷"})).await.good();
    zone.delete("/api/v1/sessions/current").await.good();
    let rows = world.audit().await;
    assert_eq!(
        rows,
        [
            "seed demo done",
            "sign-in session failed",
            "sign-in session done",
            "list_audit operation refused",
            "change user done",
            "sign-out session done",
        ]
    );
});

on_each_engine!(a_change_tells_before_and_after_and_who_and_from_where, world, {
    let zone = world.actor("zone").await;
    let id = world.user("policy").await;
    let path = format!("/api/v1/users/{id}");
    let changed = zone.edits(Method::PATCH, &path, &path, &json!({"name": "周婷婷"})).await;
    changed.good();
    let auditor = world.actor("auditor").await;
    let found = auditor.get(&format!("/api/v1/audit?resource_id={id}&action=change&sort=-seq")).await.good();
    let row = &found["items"][0];
    assert_eq!(row["detail"]["name"], json!(["周婷", "周婷婷"]));
    assert_eq!((row["actor_name"].as_str(), row["outcome"].as_str()), (Some("王芳"), Some("done")));
    assert_eq!(row["request_id"], changed.header("x-request-id"));
    assert_eq!(
        (row["address"].as_str(), row["at"].as_str()),
        (Some("127.0.0.1"), Some("2026-11-23T01:00:00Z"))
    );
});

on_each_engine!(looking_for_what_one_may_not_see_is_written_down, world, {
    let foreign = world.organisation("滨江").await;
    let zone = world.actor("zone").await;
    zone.get(&format!("/api/v1/organisations/{foreign}")).await.refused(404, "not-found");
    zone.get("/api/v1/organisations/none").await.refused(404, "not-found");
    let rows = world.audit().await;
    assert_eq!(
        rows[rows.len() - 2..],
        ["read_organisation operation refused", "read_organisation operation refused"]
    );
    let auditor = world.actor("auditor").await;
    let found = auditor.get("/api/v1/audit?action=read_organisation").await.good();
    assert_eq!(found["items"][0]["detail"]["path"], format!("/api/v1/organisations/{foreign}"));
});

on_each_engine!(no_secret_is_written_down, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    let link = zone.invites(&place, "liu", &["publisher"]).await.good()["link"].clone();
    let token = crate::kit::token_of(&link);
    let password = "correct horse battery";
    world
        .nobody()
        .post("/api/v1/invitations/accept", &json!({"token": token, "password": password}))
        .await
        .good();
    let made =
        zone.post("/api/v1/me/tokens", &json!({"name": "x", "scopes": ["read"], "days": 1})).await.good();
    let auditor = world.actor("auditor").await;
    let log = auditor.get("/api/v1/audit?limit=200").await.text;
    for secret in [&token, password, &world.password, made["token"].as_str().unwrap()] {
        assert!(!log.contains(secret));
    }
});

on_each_engine!(the_log_is_searched_in_time, world, {
    let auditor = world.actor("auditor").await;
    let total =
        async |query: &str| auditor.get(&format!("/api/v1/audit?{query}")).await.good()["total"].clone();
    assert_eq!(total("from=2026-11-23T09:00:00%2B08:00&until=2026-11-23T09:00:01%2B08:00").await, 2);
    assert_eq!(total("until=2026-11-23T09:00:00%2B08:00").await, 0);
    let told = auditor.get("/api/v1/audit?from=yesterday").await;
    assert_eq!(told.pointers(), ["?from"]);
});

on_each_engine!(the_head_can_be_kept_elsewhere, world, {
    let auditor = world.actor("auditor").await;
    let head = auditor.get("/api/v1/audit/head").await.good();
    assert_eq!((head["count"].as_str(), head["anchored"].as_str()), (Some("2"), Some("0")));
    world.database.anchor().flush().await.unwrap();
    assert_eq!(auditor.get("/api/v1/audit/head").await.good()["anchored"], "2");
});
