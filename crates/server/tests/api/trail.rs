//! What is written down.

use crate::{
    kit::{Actor, World},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

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

on_each_engine!(the_log_is_searched_by_name_address_purpose_and_request, world, {
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    let changed = zone.edits(Method::PATCH, &path, &path, &json!({"name": "周婷婷"})).await;
    let zone_id = world.organisation("示范高新").await;
    crate::evaluation::register(&world, &zone_id).await;
    let centre = world.actor("centre").await;
    let purpose = crate::kit::percent("年度抽查100%");
    centre.get(&format!("/api/v1/enterprises/e1-{zone_id}/values?purpose={purpose}")).await.good();
    let auditor = world.actor("auditor").await;
    let found = async |name: &str, text: &str| {
        let query = format!("{name}={}", crate::kit::percent(text));
        let all = auditor.get(&format!("/api/v1/audit?limit=200&{query}")).await.good();
        let file = auditor.get(&format!("/api/v1/audit/export?format=csv&{query}")).await;
        let rows = all["items"].as_array().unwrap().clone();
        assert_eq!(all["total"], rows.len());
        let lines = file.text.lines().count();
        // What the search itself and the export leave behind comes later.
        assert!(lines > rows.len(), "the file has what the list has: {}", file.text);
        rows
    };
    let all_are = |rows: &[Value], field: &str, is: &str| {
        assert!(!rows.is_empty() && rows.iter().all(|row| row[field] == is), "{field} {is}: {rows:?}");
    };
    all_are(&found("actor", "芳").await, "actor_name", "王芳");
    all_are(&found("address", "127.0.").await, "address", "127.0.0.1");
    assert_eq!(found("address", "27.0.").await, Vec::<Value>::new(), "an address begins so");
    all_are(&found("request_id", changed.header("x-request-id")).await, "action", "change");
    all_are(&found("purpose", "100%").await, "purpose", "年度抽查100%");
    assert_eq!(found("purpose", "1%0").await, Vec::<Value>::new(), "a sign is only a sign");
    assert!(found("actor", "  ").await.len() > 3, "blanks search for nothing");
});

on_each_engine!(the_head_can_be_kept_elsewhere, world, {
    let auditor = world.actor("auditor").await;
    let head = auditor.get("/api/v1/audit/head").await.good();
    assert_eq!((head["count"].as_str(), head["anchored"].as_str()), (Some("2"), Some("0")));
    world.database.anchor().flush().await.unwrap();
    assert_eq!(auditor.get("/api/v1/audit/head").await.good()["anchored"], "2");
});

/// The last row of the log, as an auditor reads it.
async fn newest(world: &World) -> Value {
    let request = store::PageRequest { limit: 1, after: None, descending: true };
    let filter = store::audit::Filter::default();
    let everything = store::Scope::Everything;
    let page = store::audit::list(&world.database, &everything, &filter, &request).await.unwrap();
    let entry = page.items.into_iter().next().unwrap().entry;
    json!({
        "action": entry.action, "who": entry.actor_name, "outcome": entry.outcome.word(), "detail": entry.detail,
    })
}

on_each_engine!(what_a_handler_refuses_is_written_down_like_what_the_table_refuses, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    zone.invites(&place, "spy", &["auditor"]).await.refused(403, "not-allowed");
    let told = json!({"code": "not-allowed", "path": "/api/v1/users"});
    let row = json!({"action": "invite_user", "who": "王芳", "outcome": "refused", "detail": told});
    assert_eq!(newest(&world).await, row);

    let own = format!("/api/v1/users/{}", world.user("zone").await);
    zone.edits(Method::POST, &format!("{own}/disable"), &own, &json!({})).await.refused(403, "own-account");
    assert_eq!(newest(&world).await["detail"]["code"], "own-account");

    let own = format!("/api/v1/organisations/{place}");
    let close = json!({"on": "2030-01-01"});
    let told = zone.edits(Method::POST, &format!("{own}/close"), &own, &close).await;
    told.refused(403, "own-organisation");
    assert_eq!(
        newest(&world).await["detail"],
        json!({"code": "own-organisation", "path": format!("{own}/close")})
    );

    world.wait(SignedDuration::from_mins(11));
    zone.get("/api/v1/users/export?format=csv").await.refused(403, "step-up-required");
    assert_eq!(newest(&world).await["detail"]["code"], "step-up-required");
});

on_each_engine!(each_refusal_leaves_one_row, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    let before = world.audit().await.len();
    zone.get("/api/v1/audit").await.refused(403, "not-allowed");
    zone.invites(&place, "spy", &["auditor"]).await.refused(403, "not-allowed");
    zone.get("/api/v1/organisations/none").await.refused(404, "not-found");
    assert_eq!(world.audit().await.len(), before + 3);
});

on_each_engine!(a_request_from_another_site_is_written_down_with_the_site, world, {
    let actor = world.actor("policy").await;
    let from = |actor: &Actor| {
        let actor = actor.clone();
        async move {
            let asks = actor.asks(Method::DELETE, "/api/v1/me/sessions");
            asks.header("origin", "https://evil.example").send().await.refused(403, "cross-site-request");
        }
    };
    from(&actor).await;
    let told = json!({
        "code": "cross-site-request", "path": "/api/v1/me/sessions", "origin": "https://evil.example",
    });
    let row = json!({"action": "end_my_other_sessions", "who": "周婷", "outcome": "refused", "detail": told});
    assert_eq!(newest(&world).await, row);
    from(&world.nobody()).await;
    assert_eq!(newest(&world).await["who"], Value::Null);

    // Anybody can send these: nobody fills the log with them.
    let before = world.audit().await.len();
    for _ in 0..60 {
        from(&world.nobody()).await;
    }
    assert_eq!(world.audit().await.len(), before + 29, "thirty a minute from one address");
    from(&actor).await;
    assert_eq!(world.audit().await.len(), before + 30, "whoever is signed in is always named");
});

on_each_engine!(the_beginning_of_a_lock_out_is_written_down_once, world, {
    for _ in 0..8 {
        world.nobody().signs_in("zone", "wrong", None).await;
    }
    let mut expected = vec!["seed demo done".to_owned()];
    expected.extend(["sign-in session failed"; 5].map(str::to_owned));
    expected.push("lock-out session refused".to_owned());
    assert_eq!(world.audit().await, expected);
    let row = newest(&world).await;
    assert_eq!((&row["who"], &row["detail"]), (&json!("王芳"), &json!({"until": "2026-11-23T01:00:30Z"})));
    world.wait(SignedDuration::from_secs(30));
    world.nobody().signs_in("zone", "wrong", None).await.refused(401, "sign-in-refused");
    assert_eq!(newest(&world).await["detail"]["until"], "2026-11-23T01:01:30Z");

    // A name nobody has is counted alike, and not written: it may be a password in the wrong field.
    for _ in 0..5 {
        world.nobody().signs_in("P4ssw0rd!", "x", None).await.refused(401, "sign-in-refused");
    }
    let row = newest(&world).await;
    assert_eq!((row["action"].as_str(), &row["who"]), (Some("lock-out"), &Value::Null));
    assert!(!row.to_string().contains("P4ss"), "{row}");
});

on_each_engine!(a_right_password_without_the_code_is_written_down, world, {
    let (secret, _) = crate::second_factor::sets_up(&world.actor("bank").await, &world).await;
    world.wait(SignedDuration::from_secs(30));
    let mut bank = world.nobody();
    bank.signs_in("bank", &world.password, None).await.refused(401, "second-factor-required");
    let row = newest(&world).await;
    assert_eq!((row["action"].as_str(), &row["detail"]), (Some("sign-in"), &json!({"why": "code-missing"})));
    assert_eq!((row["outcome"].as_str(), row["who"].is_string()), (Some("failed"), true));

    let code = crate::second_factor::shown(&secret, &world);
    bank.signs_in("bank", &world.password, Some(&code)).await.good();
    let proof = json!({"password": world.password, "code": null});
    bank.post("/api/v1/me/step-up", &proof).await.refused(401, "second-factor-required");
    let row = newest(&world).await;
    assert_eq!((row["action"].as_str(), &row["detail"]), (Some("step-up"), &json!({"why": "code-missing"})));
});
