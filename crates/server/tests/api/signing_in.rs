//! Signing in and staying signed in.

use crate::{
    kit::{Actor, Told, World, places},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::json;

on_each_engine!(a_person_signs_in_and_out, world, {
    let mut actor = world.nobody();
    let told = actor.signs_in("  Zone ", &world.password, None).await;
    told.good();
    let cookie = told.header("set-cookie");
    assert!(cookie.starts_with("__Host-jifen=jfs_"), "{cookie}");
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let me = actor.get("/api/v1/me").await.good();
    assert_eq!((me["login"].as_str(), &me["roles"]), (Some("zone"), &json!(["zone-administrator"])));
    assert_eq!(me["permissions"]["user:invite"], "zone");
    let out = actor.delete("/api/v1/sessions/current").await;
    assert_eq!((out.status, out.header("clear-site-data")), (204, "\"cache\", \"storage\""));
    actor.get("/api/v1/me").await.refused(401, "not-signed-in");
});

on_each_engine!(wrong_unknown_and_disabled_are_told_the_same, world, {
    let mut nobody = world.nobody();
    let wrong = nobody.signs_in("zone", "wrong", None).await;
    let unknown = nobody.signs_in("who", "wrong", None).await;
    wrong.refused(401, "sign-in-refused");
    assert_eq!(wrong.anonymous(), unknown.anonymous());
    let id = world.user("policy").await;
    let path = format!("/api/v1/users/{id}");
    let security = world.actor("security").await;
    security.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.good();
    let disabled = nobody.signs_in("policy", &world.password, None).await;
    assert_eq!(disabled.anonymous(), wrong.anonymous());
    assert!(nobody.cookie.is_none());
});

on_each_engine!(guessing_is_slowed_down_for_names_that_exist_and_names_that_do_not, world, {
    for login in ["zone", "who"] {
        let mut guesser = world.nobody();
        for _ in 0..5 {
            guesser.signs_in(login, "wrong", None).await.refused(401, "sign-in-refused");
        }
        let told = guesser.signs_in(login, &world.password, None).await;
        told.refused(429, "too-many-attempts");
        assert_eq!(told.header("retry-after"), "31", "{login}");
    }
    // Nobody is locked out for long, and signing in forgets the failures.
    world.wait(SignedDuration::from_secs(31));
    world.actor("zone").await;
    world.nobody().signs_in("zone", "wrong", None).await.refused(401, "sign-in-refused");
    world.actor("zone").await;
});

on_each_engine!(a_session_ends_when_unused_and_in_any_case, world, {
    let actor = world.actor("policy").await;
    for _ in 0..4 {
        world.wait(SignedDuration::from_mins(29));
        actor.get("/api/v1/me").await.good();
    }
    world.wait(SignedDuration::from_mins(30));
    actor.get("/api/v1/me").await.refused(401, "not-signed-in");

    let actor = world.actor("policy").await;
    for _ in 0..16 {
        world.wait(SignedDuration::from_mins(28));
        actor.get("/api/v1/me").await.good();
    }
    world.wait(SignedDuration::from_mins(28));
    actor.get("/api/v1/me").await.good();
    world.wait(SignedDuration::from_mins(4));
    actor.get("/api/v1/me").await.refused(401, "not-signed-in");

    let administrator = world.actor("security").await;
    world.wait(SignedDuration::from_mins(15));
    administrator.get("/api/v1/me").await.refused(401, "not-signed-in");
});

on_each_engine!(a_session_gets_a_new_name_at_each_log_in, world, {
    let mut actor = world.actor("policy").await;
    let before = actor.clone();
    actor.signs_in("policy", &world.password, None).await.good();
    assert_ne!(actor.cookie, before.cookie);
    // The one that came with the request is still good only when the log-in was not asked in its name.
    actor.get("/api/v1/me").await.good();
    before.get("/api/v1/me").await.refused(401, "not-signed-in");
});

on_each_engine!(people_see_and_end_their_own_sessions_only, world, {
    let one = world.actor("policy").await;
    let two = world.actor("policy").await;
    let other = world.actor("zone").await;
    let mine = one.get("/api/v1/me/sessions").await.good();
    let mine = mine.as_array().unwrap();
    assert_eq!(mine.len(), 2);
    let theirs = mine.iter().find(|session| session["current"] == false).unwrap();
    let path = format!("/api/v1/me/sessions/{}", theirs["id"].as_str().unwrap());
    other.delete(&path).await.refused(404, "not-found");
    two.get("/api/v1/me").await.good();
    one.delete(&path).await.good();
    two.get("/api/v1/me").await.refused(401, "not-signed-in");
    one.delete(&path).await.refused(404, "not-found");

    let three = world.actor("policy").await;
    three.delete("/api/v1/me/sessions").await.good();
    one.get("/api/v1/me").await.refused(401, "not-signed-in");
    three.get("/api/v1/me").await.good();
});

on_each_engine!(a_request_from_another_site_changes_nothing, world, {
    let actor = world.actor("policy").await;
    let asks = || actor.asks(Method::DELETE, "/api/v1/me/sessions");
    asks().without("x-jifen").send().await.refused(403, "cross-site-request");
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        asks().header(name, value).send().await.refused(403, "cross-site-request");
    }
    asks()
        .header("origin", "http://127.0.0.1:8080")
        .header("sec-fetch-site", "same-origin")
        .send()
        .await
        .good();
    let log_in = world.nobody();
    let log_in = log_in.asks(Method::POST, "/api/v1/sessions").without("x-jifen");
    let body = json!({"login": "zone", "password": world.password, "code": null});
    log_in.with(&body).send().await.refused(403, "cross-site-request");
});

on_each_engine!(sensitive_actions_ask_again, world, {
    let security = world.actor("security").await;
    let path = format!("/api/v1/users/{}/sign-out", world.user("policy").await);
    security.post(&path, &json!({})).await.good();
    world.wait(SignedDuration::from_mins(10));
    security.post(&path, &json!({})).await.refused(403, "step-up-required");
    let step_up = |password: &str| json!({"password": password, "code": null});
    security.post("/api/v1/me/step-up", &step_up("wrong")).await.refused(401, "sign-in-refused");
    security.post("/api/v1/me/step-up", &step_up(&world.password)).await.good();
    security.post(&path, &json!({})).await.good();
});

on_each_engine!(a_password_is_changed_and_other_sessions_end, world, {
    let one = world.actor("policy").await;
    let two = world.actor("policy").await;
    let change = |current: &str, new: &str| json!({"current": current, "new": new});
    let put = async |body| one.asks(Method::PUT, "/api/v1/me/password").with(&body).send().await;
    put(change("wrong", "correct horse battery")).await.refused(401, "sign-in-refused");
    let weak = put(change(&world.password, "policy12345")).await;
    weak.refused(422, "not-accepted");
    assert_eq!(weak.pointers().first().unwrap(), "/new");
    put(change(&world.password, "correct horse battery")).await.good();
    two.get("/api/v1/me").await.refused(401, "not-signed-in");
    one.get("/api/v1/me").await.good();
    world.nobody().signs_in("policy", &world.password, None).await.refused(401, "sign-in-refused");
    world.signs_in("policy", "correct horse battery").await;
});

/// As a program asks: no header of our pages.
async fn list(script: &Actor) -> Told {
    script.asks(Method::GET, "/api/v1/organisations").without("x-jifen").send().await
}

on_each_engine!(a_token_does_what_it_says_and_no_more, world, {
    let zone = world.actor("zone").await;
    let body = json!({"name": "报表", "scopes": ["organisation:list"], "days": 30});
    let made = zone.post("/api/v1/me/tokens", &body).await.good();
    let mut script = world.nobody();
    script.token = Some(made["token"].as_str().unwrap().to_owned());
    list(&script).await.good();
    script.get("/api/v1/me").await.good();
    script.get("/api/v1/users").await.refused(403, "token-not-for-this");
    script.get("/api/v1/me/sessions").await.refused(403, "token-not-for-this");
    script.delete("/api/v1/me/sessions").await.refused(403, "token-not-for-this");
    let shown = zone.get("/api/v1/me/tokens").await.good();
    assert!(shown[0].get("token").is_none() && shown[0]["used_at"].is_string(), "{shown}");
    world.wait(SignedDuration::from_hours(30 * 24));
    list(&script).await.refused(401, "not-signed-in");

    let zone = world.actor("zone").await;
    let bad = json!({"name": "", "scopes": ["user:reset", "user:fly"], "days": 1000});
    let told = zone.post("/api/v1/me/tokens", &bad).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/name", "/days", "/scopes/0", "/scopes/1"]);
    let made = zone.post("/api/v1/me/tokens", &body).await.good();
    script.token = Some(made["token"].as_str().unwrap().to_owned());
    list(&script).await.good();
    zone.delete(&format!("/api/v1/me/tokens/{}", made["id"].as_str().unwrap())).await.good();
    list(&script).await.refused(401, "not-signed-in");
});

on_each_engine!(a_token_is_shown_once_even_when_the_call_is_repeated, world, {
    let zone = world.actor("zone").await;
    let body = json!({"name": "报表", "scopes": ["read"], "days": 30});
    let asks = || zone.asks(Method::POST, "/api/v1/me/tokens").with(&body).keyed("k");
    assert!(asks().send().await.good()["token"].is_string());
    assert!(asks().send().await.good()["token"].is_null());
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn log_ins_from_one_address_are_limited() {
    let world = World::with(places().remove(0), |config| config.sign_in_rate = 3).await;
    for name in ["a", "b", "c"] {
        world.nobody().signs_in(name, "wrong", None).await.refused(401, "sign-in-refused");
    }
    world.nobody().signs_in("d", "wrong", None).await.refused(429, "too-many-requests");
    // A header anybody can write opens no new account.
    let spoofed = world.nobody();
    let body = json!({"login": "e", "password": "x", "code": null});
    let spoofed =
        spoofed.asks(Method::POST, "/api/v1/sessions").with(&body).header("x-forwarded-for", "9.9.9.9");
    spoofed.send().await.refused(429, "too-many-requests");
}
