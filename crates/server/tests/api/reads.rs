//! Who read what of an enterprise: `docs/adr/0016-who-read-what.md`.

use crate::{
    evaluation::Stage,
    kit::{Actor, World, places},
    library::Shelf,
    matrix::{Described, Things, ids, operations, query, things},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};
use store::audit::{Entry, Outcome};

/// Answers that name enterprises and are no reads of an enterprise's data, each with why.
const NO_READS: [(&str, &str); 20] = [
    ("export_approvals", "what waits for a second person"),
    ("export_audit", "the audit log itself, for the auditor"),
    ("export_batches", "evaluations, no enterprise"),
    ("export_imports", "files that came in: their names and counts"),
    ("export_jobs", "one's own jobs"),
    ("export_notices", "what one's own organisation was told"),
    ("export_organisations", "the directory of organisations: a name and a code"),
    ("export_published_runs", "runs: counts and codes of receipts"),
    ("export_registrations", "an application: there is no enterprise yet"),
    ("export_runs", "runs: counts and codes of receipts"),
    ("export_users", "people, not enterprises"),
    ("fetch_import_template", "an empty form"),
    ("list_organisations", "the directory of organisations: a name and a code"),
    ("list_registrations", "an application: there is no enterprise yet"),
    ("read_organisation", "the directory of organisations: a name and a code"),
    ("read_reference", "how the API is used"),
    ("read_reference_style", "how the API is used"),
    ("read_registration", "an application: there is no enterprise yet"),
    ("read_scheme_draft_text", "a rule file"),
    ("read_scheme_text", "a rule file"),
];

/// Whether an answer of this shape names an enterprise.
fn names_one(document: &Value, schema: &Value, depth: usize) -> bool {
    if depth > 12 {
        return false;
    }
    match schema {
        Value::Object(map) => map.iter().any(|(name, inner)| match inner.as_str() {
            Some(target) if name == "$ref" => {
                names_one(document, document.pointer(target.trim_start_matches('#')).unwrap(), depth + 1)
            }
            _ if name == "credit_code" || name == "enterprise_id" => true,
            _ => names_one(document, inner, depth + 1),
        }),
        Value::Array(list) => list.iter().any(|inner| names_one(document, inner, depth + 1)),
        _ => false,
    }
}

#[test]
fn every_answer_that_names_an_enterprise_says_that_it_reads_one() {
    let document = jifen_server::openapi();
    let mut unsaid = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let Some(operation) = item.get("get").filter(|one| one["x-permission"].as_str() != Some("open"))
        else {
            continue;
        };
        let content = &operation["responses"]["200"]["content"];
        let is_file = content.as_object().is_some_and(|kinds| !kinds.contains_key("application/json"));
        let streams = operation.get("x-streams").is_some();
        let names = (is_file && !streams) || names_one(&document, &content["application/json"]["schema"], 0);
        if names && operation["x-reads"].is_null() {
            unsaid.push((operation["operationId"].as_str().unwrap(), path));
        }
    }
    unsaid.sort_unstable();
    let unsaid: Vec<&str> = unsaid.iter().map(|(operation, _)| *operation).collect();
    assert_eq!(unsaid, NO_READS.map(|(operation, _)| operation));
}

/// What was written down since.
async fn since(world: &World, before: usize) -> Vec<Entry> {
    let request = store::PageRequest { limit: 10_000, after: None, descending: false };
    let everything = store::Scope::Everything;
    let filter = store::audit::Filter::default();
    let page = store::audit::list(&world.database, &everything, &filter, &request).await.unwrap();
    page.items.into_iter().skip(before).map(|row| row.entry).collect()
}

async fn rows(world: &World) -> usize {
    usize::try_from(store::audit::head(&world.database).await.unwrap().count).unwrap()
}

/// The address of what `login` may reach, with what the operation needs.
async fn address(world: &World, operation: &Described, login: &str, things: &Things) -> String {
    // Of the enterprises of the matrix, only the one with people took part in the evaluation.
    let login = if operation.path.contains("/enterprises/") { "enterprise" } else { login };
    let mut path = operation.path.clone();
    if path.contains("{id}") {
        let own = ids(world, &operation.path, login, things).await.own;
        path = path.replace("{file}", &format!("tf-{own}"));
        return format!("{path}{}", query(&operation.id)).replace("{id}", &own);
    }
    format!("{path}{}", query(&operation.id))
}

fn with_purpose(path: &str) -> String {
    format!("{path}{}purpose=%E7%9D%A3%E5%AF%BC", if path.contains('?') { '&' } else { '?' })
}

/// What another party is told without a purpose and with one, and what stands in the log afterwards.
async fn read_by_another(world: &World, other: &Actor, operation: &Described, path: &str) -> bool {
    let before = rows(world).await;
    let told = other.get(path).await;
    if told.status == 403 {
        return false;
    }
    let single = operation.reads.as_deref() == Some("enterprise");
    let told = if single {
        told.refused(422, "not-accepted");
        assert_eq!((told.pointers(), rows(world).await), (vec!["?purpose".to_owned()], before), "{path}");
        other.get(&with_purpose(path)).await
    } else {
        told
    };
    assert!((200..300).contains(&told.status), "{path}: {} {}", told.status, told.text);
    let written = since(world, before).await;
    let row = written.iter().find(|row| row.action.starts_with("read-") || row.action == "export");
    let row = row.unwrap_or_else(|| panic!("{path} leaves no trace: {written:?}"));
    assert_eq!((row.outcome, row.address.as_deref()), (Outcome::Done, Some("127.0.0.1")), "{path}");
    assert!(row.actor_id.is_some() && row.request_id.is_some(), "{path}");
    assert_eq!(row.purpose.as_deref(), single.then_some("督导"), "{path}");
    if row.action == "read-list" {
        assert_eq!(row.detail["operation"], operation.id, "{path}");
        assert!(row.detail["rows"].is_u64(), "{path}: {}", row.detail);
    }
    true
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_another_party_reads_is_written_down_and_what_ones_own_zone_reads_is_not() {
    for place in places() {
        let world = World::with(place, |config| config.export_rate = 1_000).await;
        let things = things(&world).await;
        let others = [world.actor("centre").await, world.actor("auditor").await];
        let (reviewer, people) = (world.actor("reviewer").await, world.actor("enterprise").await);
        let mut read = Vec::new();
        // The first run of a zone is compared with nothing: evaluation/runs.rs looks at the second.
        let all = operations();
        let all = all.iter().filter(|one| one.method == Method::GET && one.id != "compare_run");
        for operation in all.filter(|one| one.reads.is_some()) {
            // A job is a person's own.
            let whose = if operation.path.contains("/jobs/") { "centre" } else { "reviewer" };
            let path = address(&world, operation, whose, &things).await;
            for other in &others {
                if read_by_another(&world, other, operation, &path).await {
                    read.push(operation.id.as_str());
                    break;
                }
            }
            let before = rows(&world).await;
            reviewer.get(&path).await;
            people.get(&address(&world, operation, "enterprise", &things).await).await;
            let written = since(&world, before).await;
            let noted: Vec<&str> = written.iter().map(|row| row.action.as_str()).collect();
            assert!(!noted.iter().any(|action| action.starts_with("read-")), "{path}: {noted:?}");
        }
        assert!(read.len() >= 30, "only {read:?} are read by another party");
    }
}

on_each_engine!(each_zone_learns_how_many_of_its_enterprises_were_seen, world, {
    things(&world).await;
    let before = rows(&world).await;
    let listed = world.actor("centre").await.get("/api/v1/enterprises?open=true&limit=200").await.good();
    let written = since(&world, before).await;
    let read: Vec<&Entry> = written.iter().filter(|row| row.action == "read-list").collect();
    assert_eq!(read.len(), 2, "one row for each zone: {written:?}");
    let seen: u64 = read.iter().map(|row| row.detail["rows"].as_u64().unwrap()).sum();
    assert_eq!(seen, u64::try_from(listed["items"].as_array().unwrap().len()).unwrap());
    for row in read {
        assert_eq!(row.path.matches('/').count(), 3, "the path of a zone: {}", row.path);
        assert_eq!(row.detail["query"], "open=true&limit=200");
    }
});

on_each_engine!(a_batch_query_by_the_centre_is_written_down_once, world, {
    let shelf = Shelf::published(&world).await;
    let centre = world.actor("centre").await;
    let path = format!("/api/v1/runs/{}/points/lookup", shelf.id());
    let before = rows(&world).await;
    let codes = json!({"codes": [crate::evaluation::ENTERPRISES[0].1, "91000000MA0000999X"]});
    centre.post(&path, &codes).await.good();
    let written = since(&world, before).await;
    let read: Vec<&Entry> = written.iter().filter(|row| row.action == "read-list").collect();
    assert_eq!(read.len(), 1);
    assert_eq!((read[0].resource_id.as_deref(), &read[0].detail["rows"]), (Some(shelf.id()), &json!(1)));
    let stage: &Stage<'_> = &shelf.stage;
    stage.reviewer.post(&path, &codes).await.good();
    assert!(since(&world, before).await.iter().filter(|row| row.action == "read-list").count() == 1);
});
