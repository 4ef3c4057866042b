//! Points and why, what a change would do, and the years.

use super::{ENTERPRISES, Stage};
use crate::{kit::World, on_each_engine};
use run::Opened;
use serde_json::{Value, json};

async fn published(world: &World) -> (Stage<'_>, Value) {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good();
    (stage, run)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn units(value: &Value) -> i64 {
    let exact: formula::Exact = text(value).parse().unwrap();
    (&exact * &formula::Exact::from(10_000)).to_i64().unwrap()
}

on_each_engine!(an_enterprise_sees_its_points_and_why, world, {
    let (stage, run) = published(&world).await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = enterprise.get(&format!("{path}/points")).await.good();
    let result = enterprise.get(&format!("{path}/result")).await.good();
    assert_eq!(told["sums"]["total"], result["total"], "the same number on every page");
    assert_eq!((&told["run_id"], &told["receipt_code"]), (&run["id"], &run["receipt_code"]));
    assert_eq!(told["stage"]["code"], result["stage"]);
    assert_eq!(told["rank"]["place"], result["rank"]);
    assert_eq!(told["illustrative"], true, "the shipped scheme is an example and says so");
    let base: i64 = told["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| {
            told["pillars"]
                .as_array()
                .unwrap()
                .iter()
                .any(|p| p["code"] == one["pillar"] && p["class"] == "base")
        })
        .map(|one| units(&one["points"]))
        .sum();
    assert_eq!(base, units(&told["sums"]["base"]), "the sum is the sum of what is shown");
    for one in told["indicators"].as_array().unwrap() {
        assert_eq!(units(&one["points"]) + units(&one["lost"]), units(&one["full"]), "{one}");
        assert!(!text(&one["rule"]["zh"]).is_empty() && !text(&one["rule"]["en"]).is_empty(), "{one}");
    }
});

on_each_engine!(the_best_change_gains_what_is_promised, world, {
    let (stage, _) = published(&world).await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = enterprise.get(&format!("{path}/points")).await.good();
    let gain = &told["gains"][0];
    let changes = json!({"values": {text(&gain["item"]["code"]): text(&gain["typed"])}});
    let tried = enterprise.post(&format!("{path}/what-if"), &changes).await.good();
    assert_eq!(tried["before"]["sums"]["total"], told["sums"]["total"]);
    let gained = units(&tried["after"]["sums"]["total"]) - units(&tried["before"]["sums"]["total"]);
    assert_eq!(gained, units(&gain["on_total"]), "{gain} {tried}");
    assert!(tried["moved"].as_array().unwrap().iter().any(|one| one["code"] == gain["indicator"]));
    let again = enterprise.get(&format!("{path}/points")).await.good();
    assert_eq!(again["sums"], told["sums"], "trying keeps nothing");
    let wrong = json!({"values": {"nonsense": "1", "staff": "许多"}});
    let body = enterprise.post(&format!("{path}/what-if"), &wrong).await.refused(422, "not-accepted");
    let pointers: Vec<&str> =
        body["errors"].as_array().unwrap().iter().map(|one| text(&one["pointer"])).collect();
    assert_eq!(pointers, ["/values/nonsense", "/values/staff"], "every mistake at once");
});

on_each_engine!(the_server_tells_of_everybody_what_the_command_computes, world, {
    let (stage, run) = published(&world).await;
    let bytes = stage.publisher.bytes(&format!("/api/v1/runs/{}/bundle", text(&run["id"]))).await;
    let file = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let opened = Opened::read(file.path()).unwrap();
    let job = opened.job(run::Options::with_threads(1)).unwrap();
    let scored = job.score(job.prepare(jiff::civil::date(2030, 1, 1)).unwrap()).unwrap();
    for (index, (name, code, _)) in ENTERPRISES.iter().enumerate() {
        let row = scored.row_of(code).unwrap();
        let path = format!("/api/v1/participants/{}/points", stage.participant(index).await);
        let told = stage.reviewer.get(&path).await.good();
        assert_eq!((text(&told["name"]), text(&told["credit_code"])), (*name, *code));
        assert_eq!(units(&told["sums"]["total"]), scored.scores.total(row).0, "{name}");
        let places = scored.scores.places(row).unwrap();
        assert_eq!(told["stage_rank"]["place"], places.in_stage.place, "{name}");
    }
});

on_each_engine!(points_are_for_those_they_concern_and_only_when_published, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    stage.reviewer.get(&format!("{path}/points")).await.refused(404, "not-found");
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.reviewer.get(&format!("{path}/points")).await.refused(404, "not-found");
    stage.publishes(&stage.publisher, &run).await.good();
    stage.reviewer.get(&format!("{path}/points")).await.good();
    let other = format!("/api/v1/participants/{}/points", stage.participant(0).await);
    world.actor("enterprise").await.get(&other).await.refused(404, "not-found");
    world.actor("bank").await.get(&format!("{path}/points")).await.refused(403, "not-allowed");
    let years = world.actor("enterprise").await.get(&format!("{path}/history")).await.good();
    assert_eq!((years[0]["year"].as_i64(), years[0]["run_id"].clone()), (Some(2025), run["id"].clone()));
    let centre = world.actor("centre").await;
    centre.get(&format!("{path}/points")).await.refused(422, "not-accepted");
    centre.get(&format!("{path}/points?purpose=核对")).await.good();
    let log = world.audit().await;
    assert!(
        log.contains(&"read-values enterprise done".to_owned()),
        "who reads from outside is written down: {log:?}"
    );
});
