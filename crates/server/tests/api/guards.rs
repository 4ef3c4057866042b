//! What keeps others out: other sites, other people's guesses, accounts nobody uses, days that are over.

use crate::{
    kit::{Actor, World, dengbao, fresh_key, places, token_of},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const NEW_PASSWORD: &str = "correct horse battery";

/// Every operation of the document: method, path with an id nobody has, and whether anybody may call it.
fn operations() -> Vec<(Method, String, bool)> {
    let document = jifen_server::openapi();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let open = matches!(operation["x-permission"].as_str(), Some("open" | "public"));
            all.push((method.to_uppercase().parse().unwrap(), path.replace("{id}", "x"), open));
        }
    }
    all
}

on_each_engine!(no_operation_that_changes_something_is_done_for_another_site, world, {
    let actor = world.actor("zone").await;
    let before = world.audit().await.len();
    let mut asked = 0;
    for (method, path, _) in operations().into_iter().filter(|(method, ..)| *method != Method::GET) {
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            let told = actor
                .asks(method.clone(), &path)
                .raw("{}")
                .keyed(&fresh_key())
                .header(name, value)
                .send()
                .await;
            told.refused(403, "cross-site-request");
        }
        // What a form of another site can send: no header of ours.
        let form = actor.asks(method.clone(), &path).raw("a=b").without("x-jifen");
        let told = form.header("content-type", "application/x-www-form-urlencoded").send().await;
        told.refused(403, "cross-site-request");
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
    let rows = world.audit().await;
    assert_eq!(rows.len(), before + 3 * asked, "each is written down");
    let done: Vec<&String> = rows[before..].iter().filter(|row| !row.ends_with(" refused")).collect();
    assert!(done.is_empty(), "{done:?}");
});

on_each_engine!(nothing_is_changed_by_reading, world, {
    let system = world.actor("system").await;
    let heads = async || store::audit::head(&world.database).await.unwrap().count;
    let before = heads().await;
    for (method, path, _) in operations() {
        if method == Method::GET && !path.contains("/x") && !path.ends_with("/audit") {
            let told = system.get(&path).await;
            assert!(told.status < 500, "{path}: {}", told.status);
        }
    }
    let after = heads().await;
    let rows = world.audit().await;
    let changed: Vec<&String> =
        rows[usize::try_from(before).unwrap()..].iter().filter(|row| !row.ends_with("refused")).collect();
    assert!(changed.is_empty(), "{changed:?} ({before} to {after})");
});

on_each_engine!(no_other_site_may_read_and_no_answer_leads_away, world, {
    let actor = world.actor("zone").await;
    let preflight = actor
        .asks(Method::OPTIONS, "/api/v1/users")
        .header("origin", "https://evil.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "x-jifen");
    let told = preflight.send().await;
    assert_eq!(told.header("access-control-allow-origin"), "");
    assert_eq!(told.status, 405);
    for (method, path, _) in operations().into_iter().filter(|(method, ..)| *method == Method::GET) {
        for query in ["?next=//evil.example", "?next=https://evil.example", "?redirect=%2F%2Fevil.example"] {
            let asks = actor.asks(method.clone(), &format!("{path}{query}"));
            let told = asks.header("origin", "https://evil.example").send().await;
            assert!(!(300..400).contains(&told.status), "{path}{query}");
            assert_eq!((told.header("location"), told.header("access-control-allow-origin")), ("", ""));
        }
    }
});

on_each_engine!(every_answer_asks_for_tls_and_for_no_keeping, world, {
    let actor = world.actor("zone").await;
    for (method, path, _) in operations() {
        let told = actor.asks(method, &path).raw("{}").keyed(&fresh_key()).send().await;
        assert_eq!(told.header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{path}");
        assert_eq!(told.header("cache-control"), "no-store", "{path}");
        let kind = told.header("content-type");
        assert!(
            kind.is_empty()
                || kind.contains("charset=utf-8")
                || kind.contains("json")
                || kind.contains("event-stream"),
            "{path} {kind}"
        );
    }
});

on_each_engine!(a_hundred_guesses_at_once_are_five_attempts, world, {
    let guesses = (0..100).map(|_| {
        let mut guesser = world.nobody();
        tokio::spawn(async move { guesser.signs_in("zone", "wrong", None).await.code() })
    });
    let mut looked_at = 0;
    for guess in guesses.collect::<Vec<_>>() {
        match guess.await.unwrap().as_str() {
            "sign-in-refused" => looked_at += 1,
            "too-many-attempts" | "busy" => {}
            other => panic!("{other}"),
        }
    }
    assert!(looked_at <= 5, "{looked_at} passwords were looked at");
    world.nobody().signs_in("zone", &world.password, None).await.refused(429, "too-many-attempts");
    // The owner is not kept out: the wait ends, or an administrator ends it at once.
    let reset = format!("/api/v1/users/{}/reset", world.user("policy").await);
    for _ in 0..6 {
        world.nobody().signs_in("policy", "wrong", None).await;
    }
    world.nobody().signs_in("policy", &world.password, None).await.refused(429, "too-many-attempts");
    let link = world.actor("security").await.post(&reset, &json!({"second_factor": false})).await.good();
    let body = json!({"token": token_of(&link["link"]), "password": NEW_PASSWORD});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    world.signs_in("policy", NEW_PASSWORD).await;
});

on_each_engine!(however_long_somebody_guesses_the_owner_waits_a_quarter_of_an_hour_at_most, world, {
    let mut longest = 0;
    for _ in 0..40 {
        let told = world.nobody().signs_in("zone", "wrong", None).await;
        let wait: i64 = told.header("retry-after").parse().unwrap_or(0);
        longest = longest.max(wait);
        world.wait(SignedDuration::from_secs(wait));
    }
    assert!((400..=901).contains(&longest), "{longest}");
    world.wait(SignedDuration::from_mins(15));
    world.actor("zone").await;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_name_takes_as_long_as_a_wrong_password() {
    let world = World::new(places().remove(0)).await;
    let mut shortest = [Duration::MAX; 2];
    for round in 0..10 {
        for (place, login) in ["zone", "nobody-at-all"].into_iter().enumerate() {
            let began = Instant::now();
            world
                .nobody()
                .signs_in(login, &format!("wrong {round}"), None)
                .await
                .refused(401, "sign-in-refused");
            shortest[place] = shortest[place].min(began.elapsed());
        }
        world.wait(SignedDuration::from_hours(1));
    }
    // The shortest of ten: a busy machine only makes single ones longer. Without the hash it would be a twentieth.
    let [known, unknown] = shortest.map(|time| time.as_secs_f64());
    assert!(unknown > known * 0.6 && known > unknown * 0.6, "{shortest:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_that_nobody_used_for_ninety_days_is_shut_where_the_profile_asks_for_it() {
    for place in places() {
        let world = World::with(place, dengbao).await;
        world.actor("policy").await;
        world.wait(SignedDuration::from_hours(24));
        let reviewer = world.actor("reviewer").await;
        let token = json!({"name": "报表", "scopes": ["organisation:list"], "days": 300});
        let mut script = world.nobody();
        script.token =
            reviewer.post("/api/v1/me/tokens", &token).await.good()["token"].as_str().map(str::to_owned);
        world.wait(SignedDuration::from_hours(90 * 24));
        // Not found by the look at all accounts yet, and refused all the same.
        world.nobody().signs_in("policy", &world.password, None).await.refused(401, "sign-in-refused");
        script.get("/api/v1/me").await.good();
        world.signs_in("reviewer", &world.password).await;
        world.wait(SignedDuration::from_mins(1));
        assert!(world.shuts_dormant().await >= 1);
        assert_eq!(world.shuts_dormant().await, 0, "once");
        let state = async |login: &str| {
            store::users::by_login(&world.database, login).await.unwrap().unwrap().state.word()
        };
        assert_eq!((state("policy").await, state("reviewer").await), ("disabled", "active"));
        assert!(world.audit().await.contains(&"disable user done".to_owned()));
    }
    let world = World::new(places().remove(0)).await;
    world.wait(SignedDuration::from_hours(200 * 24));
    assert_eq!(world.shuts_dormant().await, 0, "asvs does not ask for it");
    world.actor("policy").await;
}

on_each_engine!(an_organisation_lets_people_in_from_the_day_it_opens, world, {
    let zone = world.actor("zone").await;
    let place = world.organisation("示范高新").await;
    let body = json!({"kind": "department", "parent_id": place, "name": "筹建办", "opens_on": "2026-11-25"});
    let opened = zone.post("/api/v1/organisations", &body).await.good();
    let link =
        zone.invites(opened["id"].as_str().unwrap(), "chou", &["publisher"]).await.good()["link"].clone();
    let body = json!({"token": token_of(&link), "password": NEW_PASSWORD});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    world.nobody().signs_in("chou", NEW_PASSWORD, None).await.refused(401, "sign-in-refused");
    // It is nine in the morning of the 23rd in Beijing: the 25th begins in 39 hours.
    world.wait(SignedDuration::from_hours(38));
    world.nobody().signs_in("chou", NEW_PASSWORD, None).await.refused(401, "sign-in-refused");
    world.wait(SignedDuration::from_hours(1));
    world.signs_in("chou", NEW_PASSWORD).await;
});

on_each_engine!(what_stands_below_closes_with_it, world, {
    let reviewer = world.actor("reviewer").await;
    let centre = world.actor("centre").await;
    let place = world.organisation("示范高新").await;
    let path = format!("/api/v1/organisations/{place}");
    centre.edits(Method::POST, &format!("{path}/close"), &path, &json!({"on": "2026-11-24"})).await.good();
    reviewer.get("/api/v1/me").await.good();
    let late = json!({"kind": "department", "parent_id": place, "name": "新设处", "opens_on": "2026-11-24"});
    let told = centre.post("/api/v1/organisations", &late).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/opens_on"]);
    let early = json!({"kind": "department", "parent_id": place, "name": "临时处", "opens_on": "2026-11-23"});
    assert_eq!(centre.post("/api/v1/organisations", &early).await.good()["closes_on"], "2026-11-24");
    world.wait(SignedDuration::from_hours(15));
    for login in ["zone", "reviewer", "enterprise", "bank"] {
        world.nobody().signs_in(login, &world.password, None).await.refused(401, "sign-in-refused");
    }
    reviewer.get("/api/v1/me").await.refused(401, "not-signed-in");
    world.actor("centre").await;
});

on_each_engine!(an_enterprise_learns_why_it_was_not_let_in, world, {
    let nobody = world.nobody();
    let zone_id = world.organisation("示范高新").await;
    let body = json!({"zone_id": zone_id, "name": "晨光仪器有限公司", "credit_code": "91350100M000100Y43", "login": "cg", "contact": "许晨"});
    let applied = nobody.post("/api/v1/registrations", &body).await.good();
    let id = applied["id"].as_str().unwrap();
    let status = async |id: &str, code: &str| {
        nobody.post("/api/v1/registrations/status", &json!({"id": id, "credit_code": code})).await
    };
    assert_eq!(status(id, "91350100m000100y43").await.good()["state"], "waiting");
    let zone = world.actor("zone").await;
    zone.post(&format!("/api/v1/registrations/{id}/refuse"), &json!({"reason": "注册地不在本区"}))
        .await
        .good();
    let told = status(id, "91350100M000100Y43").await.good();
    assert_eq!((told["state"].as_str(), told["reason"].as_str()), (Some("refused"), Some("注册地不在本区")));
    let (other, unknown) =
        (status(id, "91350100M000100Y40").await, status("none", "91350100M000100Y43").await);
    other.refused(404, "not-found");
    assert_eq!(other.anonymous(), unknown.anonymous());
});

on_each_engine!(a_number_or_a_text_out_of_range_is_refused_where_it_stands, world, {
    let zone = world.actor("zone").await;
    let add = async |body: &str| {
        zone.asks(Method::POST, "/api/v1/me/tokens").raw(body).keyed(&fresh_key()).send().await
    };
    for days in ["NaN", "1e999", "-1", "184467440737095516160", "0.5", "Infinity"] {
        let told = add(&format!(r#"{{"name":"x","scopes":["read"],"days":{days}}}"#)).await;
        told.refused(400, "body-not-understood");
    }
    add(r#"{"name":"x","scopes":["read"],"days":30,"days":31}"#).await.refused(400, "body-not-understood");
    add(r#"{"name":"x","scopes":["read"],"days":30} {}"#).await.refused(400, "body-not-understood");
});

on_each_engine!(an_administrator_ends_the_sessions_of_another, world, {
    let policy = world.actor("policy").await;
    let path = format!("/api/v1/users/{}/sign-out", world.user("policy").await);
    world.actor("zone").await.post(&path, &json!({})).await.good();
    policy.get("/api/v1/me").await.refused(401, "not-signed-in");
    let foreign = world.actor("enterprise").await;
    foreign.post(&path, &json!({})).await.refused(403, "not-allowed");
});

on_each_engine!(what_belongs_to_an_account_is_not_taken_from_a_body, world, {
    // Mass assignment: fields that exist in the table and not in the request.
    let zone = world.actor("zone").await;
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    for field in ["state", "organisation_id", "password_hash", "version", "login", "path"] {
        let mut body = json!({"name": "周婷"});
        body[field] = Value::String("x".to_owned());
        let told = zone.edits(Method::PATCH, &path, &path, &body).await;
        told.refused(400, "body-not-understood");
        assert_eq!(told.pointers(), [format!("/{field}")]);
    }
});

/// Nobody of the demonstration signs in with anything but the password that was printed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_link_expires_after_a_day() {
    use jifen_server::{App, Config, Edge, admin};
    let place = places().remove(0);
    let config = Config::for_folder(place.folder.path().to_owned());
    let world = World::new(places().remove(0)).await;
    let database = store::Database::open(&config.database, &config.anchor(), world.now()).await.unwrap();
    let app = App::new(database, config, Edge::new(world.clock(), world.entropy()), [7; 32]).unwrap();
    let mut said = Vec::new();
    admin::first_links(&app, &mut |line: &formula::Sentence| said.push(line.en.clone())).await.unwrap();
    let token = said[1].split('#').nth(1).unwrap().to_owned();
    let nobody = Actor::of(jifen_server::router(&app));
    world.wait(SignedDuration::from_hours(24));
    let body = json!({"token": token, "password": NEW_PASSWORD});
    nobody.post("/api/v1/invitations/accept", &body).await.refused(400, "link-not-valid");
}

#[tokio::test]
async fn when_every_place_is_taken_a_request_is_told_to_come_back() {
    for place in places() {
        let world = World::with(place, |config| config.in_flight = 0).await;
        let told = world.nobody().get("/api/v1/sign-in-options").await;
        assert!(told.headers.contains_key("retry-after"), "{told:?}");
        told.refused(503, "busy");
    }
}

on_each_engine!(what_goes_wrong_inside_is_told_by_a_number_only, world, {
    let zone = world.actor("zone").await;
    world.database.clone().close().await.unwrap();
    let told = zone.get("/api/v1/organisations").await;
    assert!(told.status >= 500, "{told:?}");
    assert!(told.json()["instance"].as_str().is_some_and(|number| !number.is_empty()));
    for inside in ["sql", "SQL", "pool", "connection", "closed", "panicked", ".rs"] {
        assert!(!told.text.contains(inside), "{}", told.text);
    }
});
