//! How the API speaks.

use crate::{
    kit::{World, fresh_key, places},
    on_each_engine,
};
use axum::http::Method;
use serde_json::json;
use std::path::Path;

on_each_engine!(a_refusal_is_a_problem_in_the_readers_language, world, {
    let nobody = world.nobody();
    let english = nobody.asks(Method::GET, "/api/v1/me").send().await;
    assert_eq!(english.refused(401, "not-signed-in")["title"], "Please sign in.");
    assert_eq!(english.header("content-language"), "en");
    let chinese = nobody.asks(Method::GET, "/api/v1/me").header("accept-language", "zh-CN").send().await;
    assert_eq!(chinese.refused(401, "not-signed-in")["title"], "请先登录。");
    assert_eq!(chinese.json()["instance"], chinese.header("x-request-id"));
});

on_each_engine!(what_is_not_there_is_a_problem_too, world, {
    let nobody = world.nobody();
    nobody.get("/api/v1/nothing").await.refused(404, "not-found");
    let wrong = nobody.asks(Method::PUT, "/api/v1/sessions").send().await;
    wrong.refused(405, "method-not-allowed");
    assert_eq!(wrong.header("allow"), "POST");
});

on_each_engine!(every_answer_carries_the_security_headers, world, {
    let actor = world.actor("zone").await;
    for path in ["/api/v1/me", "/api/v1/nothing", "/reference", "/livez"] {
        let told = actor.get(path).await;
        assert!(told.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert!(!told.header("content-security-policy").contains("unsafe"), "{path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(told.header(name), value, "{path} {name}");
        }
        assert_eq!(told.header("access-control-allow-origin"), "", "no other site reads us");
    }
});

on_each_engine!(a_body_is_read_strictly_and_every_mistake_has_a_place, world, {
    let centre = world.actor("centre").await;
    let check = async |body: &str, pointer: &str, says: &str| {
        let told =
            centre.asks(Method::POST, "/api/v1/organisations").raw(body).keyed(&fresh_key()).send().await;
        told.refused(400, "body-not-understood");
        assert_eq!(told.pointers().first().map_or("", String::as_str), pointer, "{body}");
        assert!(told.text.contains(says), "{body}: {}", told.text);
        assert!(!told.text.contains("expected"), "the reader's own words stay inside: {}", told.text);
    };
    check("{", "", "Not JSON at line 1").await;
    check("{}", "", "“kind” is missing").await;
    check(r#"{"kind":"zone","parent_id":"x","name":"n","admin":true}"#, "/admin", "no field “admin”").await;
    check(r#"{"kind":"moon","parent_id":"x","name":"n"}"#, "/kind", "“moon” is not one of the values").await;
    check(r#"{"kind":"zone","kind":"bank","parent_id":"x","name":"n"}"#, "/kind", "stands twice").await;
    check(r#"{"kind":"zone","parent_id":7,"name":"n"}"#, "/parent_id", "wrong type").await;
    let plain =
        centre.asks(Method::POST, "/api/v1/organisations").raw("{}").header("content-type", "text/plain");
    plain.keyed("k").send().await.refused(400, "body-not-understood");
});

on_each_engine!(a_query_is_read_strictly, world, {
    let centre = world.actor("centre").await;
    for query in ["?colour=red", "?kind=moon", "?limit=many"] {
        centre.get(&format!("/api/v1/organisations{query}")).await.refused(400, "query-not-understood");
    }
    let told = centre.get("/api/v1/organisations?sort=password_hash&limit=0&cursor=zz").await;
    told.refused(400, "query-not-understood");
    assert_eq!(told.pointers(), ["?sort", "?limit", "?cursor"]);
    centre.get("/api/v1/organisations?name=%27%20OR%201%3D1--").await.good();
});

on_each_engine!(too_much_is_refused, world, {
    let huge = format!("{{\"login\":\"{}\"}}", "x".repeat(2 << 20));
    let told = world.nobody().asks(Method::POST, "/api/v1/sessions").raw(&huge).send().await;
    told.refused(413, "body-too-large");
});

on_each_engine!(lists_come_in_pages_with_a_total, world, {
    let centre = world.actor("centre").await;
    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = centre.get(&format!("/api/v1/organisations?limit=3&sort=-name{cursor}")).await.good();
        assert_eq!(page["total"], 7);
        names.extend(
            page["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let mut sorted = names.clone();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!((names.len(), &names), (7, &sorted));
    let other_sort = centre.get(&format!("/api/v1/organisations?limit=3&sort=name{cursor}")).await;
    other_sort.refused(400, "query-not-understood");
});

on_each_engine!(a_creating_call_is_done_once_under_its_key, world, {
    let centre = world.actor("centre").await;
    let zone = world.organisation("示范高新").await;
    let body = json!({"kind": "department", "parent_id": zone, "name": "经济发展局"});
    let asks = || centre.asks(Method::POST, "/api/v1/organisations");
    asks().with(&body).send().await.refused(400, "idempotency-key-missing");
    let first = asks().with(&body).keyed("k1").send().await;
    let again = asks().with(&body).keyed("k1").send().await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!((first.json(), first.header("etag")), (again.json(), again.header("etag")));
    assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), ("", "true"));
    assert_eq!(first.header("location"), again.header("location"));
    let other = json!({"kind": "department", "parent_id": zone, "name": "另一局"});
    asks().with(&other).keyed("k1").send().await.refused(422, "idempotency-key-reused");
    // Keys are one's own, and are forgotten after seven days.
    let zone_actor = world.actor("zone").await;
    let theirs = zone_actor.asks(Method::POST, "/api/v1/organisations").with(&other).keyed("k1").send().await;
    theirs.good();
    world.wait(jiff::SignedDuration::from_hours(7 * 24 + 1));
    let centre = world.actor("centre").await;
    let later = centre.asks(Method::POST, "/api/v1/organisations").with(&body).keyed("k1").send().await;
    assert_ne!(later.good()["id"], first.json()["id"]);
});

on_each_engine!(of_many_equal_calls_at_once_one_is_done, world, {
    let centre = world.actor("centre").await;
    let zone = world.organisation("示范高新").await;
    let body = json!({"kind": "department", "parent_id": zone, "name": "同一个局"});
    let calls = (0..20).map(|_| {
        let (centre, body) = (centre.clone(), body.clone());
        tokio::spawn(async move {
            centre.asks(Method::POST, "/api/v1/organisations").with(&body).keyed("same").send().await
        })
    });
    let mut ids = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        let told = call.await.unwrap();
        match told.status {
            201 => ids.push(told.json()["id"].clone()),
            _ => drop(told.refused(409, "request-in-flight")),
        }
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    let found =
        centre.get(&format!("/api/v1/organisations?name={}", crate::kit::percent("同一个局"))).await.good();
    assert_eq!(found["total"], 1);
});

on_each_engine!(a_failed_call_leaves_its_key_free, world, {
    let centre = world.actor("centre").await;
    let zone = world.organisation("示范高新").await;
    let asks = || centre.asks(Method::POST, "/api/v1/organisations");
    let bad = json!({"kind": "enterprise", "parent_id": zone, "name": "", "credit_code": "1"});
    let told = asks().with(&bad).keyed("k").send().await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/name", "/credit_code"]);
    let good = json!({"kind": "enterprise", "parent_id": zone, "name": "某公司", "credit_code": "91350100M000100Y43"});
    asks().with(&good).keyed("k").send().await.good();
    asks().with(&good).keyed("k2").send().await.refused(409, "exists-already");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_often_is_told_when_to_come_back() {
    let world = World::with(places().remove(0), |config| config.account_rate = 5).await;
    let actor = world.actor("zone").await;
    for _ in 0..5 {
        actor.get("/api/v1/me").await.good();
    }
    let told = actor.get("/api/v1/me").await;
    told.refused(429, "too-many-requests");
    assert_eq!(told.header("retry-after"), "12");
    world.wait(jiff::SignedDuration::from_secs(12));
    actor.get("/api/v1/me").await.good();
    world.actor("policy").await.get("/api/v1/me").await.good();
}

/// The file, or the text itself when `UPDATE=1` wrote it.
#[track_caller]
pub fn committed(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == text,
        "{} is not up to date: run the test again with UPDATE=1 and look at what changed",
        path.display()
    );
}

#[test]
fn the_openapi_document_is_the_committed_one() {
    let document = jifen_server::openapi();
    assert_eq!(document["openapi"], "3.1.0");
    committed("../../docs/openapi.json", &format!("{:#}\n", document));
}

/// Every `$ref` below `value`.
fn references<'a>(value: &'a serde_json::Value, found: &mut Vec<&'a str>) {
    match value {
        serde_json::Value::Object(map) => {
            for (name, inner) in map {
                match inner.as_str() {
                    Some(target) if name == "$ref" => found.push(target),
                    _ => references(inner, found),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|inner| references(inner, found)),
        _ => {}
    }
}

/// Edits that need no version, each with why.
const WITHOUT_VERSION: [(&str, &str); 7] = [
    ("change_password", "whoever knows the present password decides"),
    ("end_my_other_sessions", "ends whatever there is"),
    ("end_my_session", "ended twice is ended"),
    ("remove_identity", "removed twice is removed"),
    ("remove_second_factor", "removed twice is removed"),
    ("revoke_my_token", "revoked twice is revoked"),
    ("sign_out", "ended twice is ended"),
];

#[test]
fn every_edit_names_the_version_it_saw_or_has_a_reason_not_to() {
    let document = jifen_server::openapi();
    let mut without = Vec::new();
    for item in document["paths"].as_object().unwrap().values() {
        for (method, operation) in item.as_object().unwrap() {
            if matches!(method.as_str(), "put" | "patch" | "delete") && operation["x-if-match"].is_null() {
                without.push(operation["operationId"].as_str().unwrap());
            }
        }
    }
    without.sort_unstable();
    assert_eq!(without, WITHOUT_VERSION.map(|(operation, _)| operation));
}

#[test]
fn the_openapi_document_names_nothing_that_is_not_in_it() {
    let document = jifen_server::openapi();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 50);
    for target in found {
        assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target}");
    }
    let ids: Vec<&str> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|item| item.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    for (index, id) in ids.iter().enumerate() {
        assert!(!ids[..index].contains(id), "{id} twice");
    }
}

on_each_engine!(the_reference_is_served_without_script, world, {
    let page = world.nobody().get("/reference").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("open_organisation") && !page.text.contains("<script"));
    let document = world.nobody().get("/api/v1/openapi.json").await.good();
    assert_eq!(document, jifen_server::openapi());
});

#[test]
fn the_page_of_codes_is_the_committed_one() {
    committed("../../docs/ERRORS.md", &jifen_server::problem::errors_page());
}

#[test]
fn the_page_of_settings_is_the_committed_one() {
    committed("../../docs/SETTINGS.md", &jifen_server::config::settings_page());
}

/// Every list of words in a document.
fn words(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            if let Some(words) = fields.get("enum").and_then(|words| words.as_array()) {
                found.extend(words.iter().filter_map(|word| word.as_str()).map(str::to_owned));
            }
            fields.values().for_each(|value| words(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| words(value, found)),
        _ => {}
    }
}

#[test]
fn the_document_spells_words_as_the_server_says_them() {
    let mut found = Vec::new();
    words(&jifen_server::openapi(), &mut found);
    assert!(found.len() > 50);
    for word in found {
        assert!(
            !word.contains(|letter: char| letter.is_ascii_uppercase()),
            "{word} is a name of the program"
        );
    }
}

/// The names of everything that stands in the OpenAPI document, as the sources give them. utoipa keeps the last of two that
/// have one name and says nothing.
#[test]
fn no_two_shapes_of_the_document_have_one_name() {
    fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut named: Vec<(String, String)> = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // From each derive to the item it is of; an `as` before that is the name.
        for after in text.split("ToSchema)]").skip(1) {
            let head: String = after.lines().take_while(|line| !line.ends_with('{')).collect();
            let item = after.lines().find(|line| line.contains("struct ") || line.contains("enum ")).unwrap();
            let given = head.split("schema(as = ").nth(1).and_then(|rest| rest.split([')', ',']).next());
            let own = item.split_whitespace().skip_while(|word| *word != "struct" && *word != "enum").nth(1);
            let name = given.or(own).unwrap().split(['<', '{', '(', ';']).next().unwrap().trim();
            named.push((name.to_owned(), file.display().to_string()));
        }
        for line in text.lines().filter(|line| line.starts_with("    ") && line.contains("Word = ")) {
            named.push((line.trim().split(' ').next().unwrap().to_owned(), file.display().to_string()));
        }
    }
    assert!(named.len() > 150, "{}", named.len());
    named.sort();
    let twice: Vec<_> = named.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}
