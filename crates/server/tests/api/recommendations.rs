//! 推荐名单: whom a zone recommends for the national list, with what banks ask for.

use crate::{
    consents::{BANK, grants, published},
    evaluation::ENTERPRISES,
    kit::percent,
    on_each_engine,
};
use serde_json::{Value, json};

fn names(told: &Value) -> Vec<&str> {
    told["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

on_each_engine!(a_zone_recommends_by_points_and_the_batch_stays_with_the_enterprise, world, {
    let stage = published(&world).await;
    let policy = world.actor("policy").await;
    let runs = stage.zone.get("/api/v1/runs").await.good();
    let run = runs["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/runs/{run}/recommendations");
    let all = policy.get(&path).await.good();
    assert!(all["total"].as_u64().unwrap() >= 2, "{all}");
    assert!(all["items"].as_array().unwrap().iter().all(|one| one["total"].is_string()), "nothing withheld");
    assert!(all["items"].as_array().unwrap().iter().all(|one| one["recommended"].is_null()));
    let best = all["items"][0]["total"].as_str().unwrap().to_owned();
    let first = policy.get(&format!("{path}?from={best}")).await.good();
    assert_eq!(names(&first), [names(&all)[0]], "the best has the place for itself");

    let told = policy.post(&path, &json!({"batch": "2026年第1批", "from": best})).await.good();
    assert_eq!(told, json!({"recommended": 1, "before": 0}));
    let again = policy.post(&path, &json!({"batch": "2026年第2批"})).await.good();
    assert_eq!(again["before"], 1, "who is recommended stays in its batch: {again}");
    let all = policy.get(&path).await.good();
    assert_eq!(all["items"][0]["recommended"], "2026年第1批");
    assert_eq!(all["items"][1]["recommended"], "2026年第2批");
    let titles = policy.get(&format!("{path}?label={}", percent("全国推荐名单"))).await.good();
    assert_eq!(titles["total"], 0, "titles count on the day the points are judged on");

    // As a file, with what banks ask for.
    let file = policy.get(&format!("{path}/export?format=csv")).await;
    let head = file.text.lines().next().unwrap().trim_start_matches('\u{feff}');
    assert!(
        head.contains("Stage") && head.contains("First loan") && head.contains("Recommended in"),
        "{head}"
    );
    assert!(file.text.contains("2026年第1批"), "{}", file.text);

    // A bank that may see its titles finds it.
    let people = world.actor("enterprise").await;
    grants(&world, &people, &world.organisation(BANK).await, &["points", "labels"]).await;
    let bank = world.actor("bank").await;
    let path = format!("/api/v1/prospects?purpose=credit-review&title={}", percent("全国推荐名单"));
    let found = bank.get(&path).await.good();
    assert_eq!(found["prospects"][0]["name"], ENTERPRISES[3].0);
});

on_each_engine!(recommending_says_what_it_needs, world, {
    let stage = published(&world).await;
    let policy = world.actor("policy").await;
    let runs = stage.zone.get("/api/v1/runs").await.good();
    let path = format!("/api/v1/runs/{}/recommendations", runs["items"][0]["id"].as_str().unwrap());
    let check = async |body: Value, pointer: &str| {
        let refused = policy.post(&path, &body).await.refused(422, "not-accepted");
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{refused}");
    };
    check(json!({"batch": " "}), "/batch").await;
    check(json!({"batch": "批".repeat(41)}), "/batch").await;
    check(json!({"batch": "1", "valid_until": "2026-11-22"}), "/valid_until").await;
    policy.post(&path, &json!({"batch": "1", "from": "many"})).await.refused(400, "query-not-understood");
    let nobody = policy.post(&path, &json!({"batch": "1", "from": "1000"})).await.good();
    assert_eq!(nobody, json!({"recommended": 0, "before": 0}));
    // From what is published only.
    let draft = stage.computes(Some("补充数据")).await;
    let path = format!("/api/v1/runs/{}/recommendations", draft["id"].as_str().unwrap());
    policy.post(&path, &json!({"batch": "1"})).await.refused(404, "not-found");
});
