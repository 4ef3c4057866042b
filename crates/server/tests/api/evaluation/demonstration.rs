//! The demonstration's zone: everything a visitor is promised is there, made by the same code that people use.

use crate::kit::{Actor, World, places};
use serde_json::{Value, json};

/// A small zone, filled as `jifen serve --demo` fills its large one.
async fn filled(place: crate::kit::Place) -> World {
    let world = World::with(place, |config| (config.demo, config.demo_enterprises) = (true, 120)).await;
    jifen_server::demo::fill(world.app.clone()).await;
    world
}

async fn batches(who: &Actor) -> Vec<Value> {
    let mut all = who.get("/api/v1/batches?limit=50").await.good()["items"].as_array().unwrap().clone();
    all.sort_by_key(|batch| batch["year"].as_i64());
    all
}

fn words<'a>(all: &'a [Value], name: &str) -> Vec<&'a str> {
    all.iter().map(|one| one[name].as_str().unwrap_or("none")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demonstration_shows_three_published_years_and_one_in_progress() {
    for place in places() {
        let world = filled(place).await;
        let zone = world.actor("zone").await;
        let all = batches(&zone).await;
        assert_eq!(words(&all, "state"), ["closed", "closed", "published", "open"], "{all:?}");
        for batch in &all[..3] {
            let id = batch["id"].as_str().unwrap();
            let runs = zone.get(&format!("/api/v1/runs?batch_id={id}&state=published")).await.good();
            let run = &runs["items"][0];
            assert_ne!(run["created_by"], run["published_by"], "a second person published");
            assert!(run["ranked"].as_u64().unwrap() > 40, "{run}");
        }
        progresses(&world, &zone, all[3]["id"].as_str().unwrap()).await;
        climbs(&zone, all[2]["id"].as_str().unwrap()).await;
        let before = world.audit().await.len();
        jifen_server::demo::fill(world.app.clone()).await;
        assert_eq!(world.audit().await.len(), before, "a second start changes nothing");
    }
}

/// The batch in progress has something of everything.
async fn progresses(world: &World, zone: &Actor, batch: &str) {
    let board = zone.get(&format!("/api/v1/batches/{batch}/board")).await.good();
    for state in ["draft", "submitted", "returned", "approved"] {
        assert!(board[state].as_u64().unwrap() > 0, "nobody is {state}: {board}");
    }
    for source in ["tax", "hr", "ip", "torch", "self"] {
        assert!(board["sources"][source].as_u64().unwrap() > 0, "{source} says nothing: {board}");
    }
    let conflicts = zone.get(&format!("/api/v1/batches/{batch}/conflicts")).await.good();
    assert!(conflicts["total"].as_u64().unwrap() > 0, "{conflicts}");
    let quality = zone.get(&format!("/api/v1/batches/{batch}/quality")).await.good();
    let found = quality["checks"].as_array().unwrap().iter().filter(|check| check["count"] != 0).count();
    assert!(found >= 4 && quality["blocked"] == json!(true), "{quality}");
    let open = zone.get("/api/v1/objections?state=open").await.good();
    assert_eq!((open["total"].as_u64(), open["items"][0]["evidence"].is_string()), (Some(1), true), "{open}");
    let enterprise = world.actor("enterprise").await;
    let mine = enterprise.get(&format!("/api/v1/participants?batch_id={batch}")).await.good();
    let id = mine["items"][0]["id"].as_str().unwrap();
    assert_eq!(mine["items"][0]["name"], "星火智能装备有限公司");
    let values = enterprise.get(&format!("/api/v1/participants/{id}/values")).await.good();
    let revenue = values.as_array().unwrap().iter().find(|one| one["item"] == "operating_revenue").unwrap();
    let import = revenue["said"][0]["import_id"].as_str().unwrap();
    assert!(revenue["said"][0]["row"].as_u64().is_some(), "{revenue}");
    let import = zone.get(&format!("/api/v1/imports/{import}")).await.good();
    assert!(import["file_name"].as_str().unwrap().ends_with(".xlsx"), "{import}");
}

/// The library of the last published year has somebody on every list.
async fn climbs(zone: &Actor, batch: &str) {
    let runs = zone.get(&format!("/api/v1/runs?batch_id={batch}&state=published")).await.good();
    let run = runs["items"][0]["id"].as_str().unwrap();
    let library = zone.get(&format!("/api/v1/runs/{run}/library")).await.good();
    let rung = |code: &str| {
        library["rungs"].as_array().unwrap().iter().find(|one| one["rung"] == code).unwrap().clone()
    };
    let tech = rung("tech-sme");
    for of in ["recognised", "meets", "fails", "candidates"] {
        assert!(tech[of].as_u64().unwrap() > 0, "nobody is {of}: {tech}");
    }
    assert!(tech["near"].as_array().unwrap().iter().any(|near| near != 0), "{tech}");
    assert!(rung("high-tech")["at_risk"].as_u64().unwrap() > 0);
    let me = zone.get("/api/v1/me").await.good();
    let at = format!("/api/v1/organisations/{}", me["organisation"]["id"].as_str().unwrap());
    let total = async |path: String| zone.get(&path).await.good()["total"].as_u64().unwrap();
    for change in ["entered", "renewed"] {
        assert!(total(format!("{at}/title-changes?year=2025&change={change}")).await > 0, "nobody {change}");
    }
    assert!(total(format!("{at}/title-changes?year=2026&change=revoked")).await == 1);
    assert!(total(format!("{at}/renewals?months=12")).await > 0);
    assert!(total(format!("{at}/annual-reports?rung=high-tech&year=2025&state=missed")).await > 0);
    assert!(total("/api/v1/tasks?open=true".to_owned()).await > 0);
    let moves = zone.get(&format!("/api/v1/runs/{run}/stage-moves")).await.good();
    assert!(moves["moved"].as_u64().unwrap() > 0, "{moves}");
}
