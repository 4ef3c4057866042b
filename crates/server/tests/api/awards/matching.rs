//! The policy library, and who is entitled to what by the data of a run.

use super::{AMOUNTS, POLICY, published};
use crate::{evaluation::ENTERPRISES, on_each_engine};
use serde_json::{Value, json};

on_each_engine!(everybody_of_a_run_is_matched_with_every_policy_in_force, world, {
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{run}");
    let told = stage.zone.get(&format!("{path}/policies")).await.good();
    assert_eq!((&told["enterprises"], &told["year"]), (&json!(4), &json!(2025)));
    let policies = told["policies"].as_array().unwrap();
    let own = policies.iter().find(|one| one["code"] == "test-rd").unwrap();
    assert_eq!(
        (&own["entitled"], &own["claimed"], &own["granted"], &own["left"]),
        (&json!(4), &json!("1100000"), &json!("1000000"), &json!("0")),
        "the budget is shared to the cent"
    );
    // Of policies whose data nobody collected nothing is claimed, and nobody is refused for it.
    let loans = policies.iter().find(|one| one["code"] == "loan-interest").unwrap();
    assert_eq!((&loans["entitled"], &loans["cannot_tell"]), (&json!(0), &json!(4)));
    // The same again is the same code; another day without the policy is another.
    let again = stage.zone.get(&format!("{path}/policies")).await.good();
    assert_eq!(told["code"], again["code"]);
    let other = stage.zone.get(&format!("{path}/policies?on=2026-06-30")).await.good();
    assert_eq!(other["on"], "2026-06-30");

    let list = stage.zone.get(&format!("{path}/entitlements?policy=test-rd&sort=amount")).await.good();
    let rows = list["items"].as_array().unwrap();
    for (row, (amount, (name, _, _))) in rows.iter().zip(AMOUNTS.iter().zip(ENTERPRISES)) {
        assert_eq!((&row["granted"], &row["name"]), (&json!(amount), &json!(name)));
        assert_eq!(row["reasons"].as_array().unwrap().len(), 1, "what the budget cut is said: {row}");
    }
    let none = format!("{path}/entitlements?policy=test-rd&standing=not-entitled");
    assert_eq!(stage.zone.get(&none).await.good()["total"], 0);
    let unknown = format!("{path}/entitlements?policy=loan-interest&standing=cannot-tell");
    let unknown = stage.zone.get(&unknown).await.good();
    assert!(unknown["items"][0]["reasons"][0].as_str().unwrap().contains("missing"), "{unknown}");
    stage.zone.get(&format!("{path}/entitlements?policy=none")).await.refused(400, "query-not-understood");
});

on_each_engine!(an_enterprise_sees_what_it_gets_and_why_not, world, {
    let (stage, _) = published(&world).await;
    let people = world.actor("enterprise").await;
    let told = people.get(&format!("/api/v1/enterprises/e3-{}/policies", stage.zone_id)).await.good();
    let first = &told["policies"][0];
    assert_eq!((&first["policy"], &first["granted"]), (&json!("test-rd"), &json!(AMOUNTS[3])), "{told}");
    assert_eq!(told["granted"], AMOUNTS[3]);
    let all = told["policies"].as_array().unwrap();
    let rd = all.iter().find(|one| one["policy"] == "technology-contracts").unwrap();
    assert_eq!(rd["standing"], "cannot-tell", "its contracts were not asked for: {rd}");
    // Nobody sees another one's.
    people.get(&format!("/api/v1/enterprises/e0-{}/policies", stage.zone_id)).await.refused(404, "not-found");
});

on_each_engine!(the_library_tells_of_every_policy, world, {
    let (stage, _) = published(&world).await;
    let told = stage.zone.get("/api/v1/policies").await.good();
    assert_eq!(told["total"], 16, "fifteen examples and the zone's own");
    let found = stage.zone.get("/api/v1/policies?search=R%26D%20subsidy").await.good();
    assert_eq!(found["items"][0]["code"], "test-rd");
    let relief = stage.zone.get("/api/v1/policies?kind=relief").await.good();
    assert!(relief["items"].as_array().unwrap().iter().all(|one| one["kind"] == "relief"));
    assert_eq!(stage.zone.get("/api/v1/policies?on=2030-01-01").await.good()["total"], 1, "one has no end");
    let all = stage.zone.get("/api/v1/policies?on=2030-01-01&all=true").await.good();
    assert!(all["items"].as_array().unwrap().iter().any(|one| one["in_force"] == false));
    let page = world.actor("enterprise").await.get("/api/v1/policies/test-rd").await.good();
    assert_eq!(page["source"], POLICY);
    assert!(page["text"].as_str().unwrap().contains("超出时按比例折算"), "{page}");
    assert_eq!(page["versions"].as_array().unwrap().len(), 1);
    assert_eq!(page["official"], false);
    stage.zone.get("/api/v1/policies/none").await.refused(404, "not-found");
    // Everybody reads it on the portal, in both languages.
    let nobody = world.nobody();
    let all = nobody.get("/public/policies?lang=zh").await;
    assert!(
        all.text.contains("研发补助（测试）") && all.text.contains("/public/policies/rd-investment"),
        "{}",
        all.text
    );
    let one = nobody.get("/public/policies/test-rd?lang=en").await;
    for told in
        ["R&amp;D subsidy (test)", "issued by nobody", "Revenue", "1,000,000.00 yuan", "runs_out: pro_rata"]
    {
        assert!(one.text.contains(told), "{told}: {}", one.text);
    }
    nobody.get("/public/policies/none").await.refused(404, "not-found");
    // A file that is wrong is told to whoever looks, with its place.
    std::fs::write(world.folder().join("rules/policies/bad.yaml"), "format: policy/1\ncode: bad\n").unwrap();
    let refused: Value = stage.zone.get("/api/v1/policies").await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains("bad.yaml"), "{refused}");
});

on_each_engine!(a_policy_is_tried_on_a_frozen_year_before_anybody_is_paid, world, {
    let (stage, run) = published(&world).await;
    let officer = world.actor("policy").await;
    let path = format!("/api/v1/runs/{run}/policy-trial");
    let tries = async |text: &str| officer.post(&path, &json!({"content": text})).await.good();
    // A text that is wrong is told where; nothing is computed.
    let told = tries(&POLICY.replace("at_least: 1万元", "at_least: 1年")).await;
    assert_eq!((&told["sound"], &told["result"]), (&json!(false), &Value::Null), "{told}");
    assert!(told["problems"][0]["line"].as_i64().unwrap() > 10, "{told}");
    // The same text changes nothing; twice the budget pays everybody in full.
    let told = tries(POLICY).await;
    assert_eq!((&told["result"]["gain"], &told["result"]["lose"]), (&json!(0), &json!(0)), "{told}");
    let told = tries(&POLICY.replace("amount: 100万元", "amount: 200万元")).await;
    let result = &told["result"];
    assert_eq!(
        (&result["gain"], &result["lose"], &result["before"]["granted"], &result["after"]["granted"]),
        (&json!(4), &json!(0), &json!("1000000"), &json!("1100000"))
    );
    assert_eq!(
        (&result["movers"][0]["name"], &result["movers"][0]["before"], &result["movers"][0]["after"]),
        (&json!(ENTERPRISES[0].0), &json!(AMOUNTS[0]), &json!("600000"))
    );
    let parks: Vec<&Value> =
        result["groups"].as_array().unwrap().iter().filter(|one| one["by"] == "park").collect();
    assert_eq!((&parks[0]["key"], &parks[0]["after"]), (&json!("东园"), &json!("1050000")), "{parks:?}");
    let dimensions: std::collections::BTreeSet<_> =
        result["groups"].as_array().unwrap().iter().map(|one| one["by"].as_str().unwrap()).collect();
    assert_eq!(dimensions.into_iter().collect::<Vec<_>>(), ["field", "park", "size", "stage"]);
    // A policy that is new is compared with nothing; one that is not in force says so.
    let told = tries(&POLICY.replace("code: test-rd", "code: test-other")).await;
    assert_eq!((&told["result"]["before"], &told["result"]["gain"]), (&Value::Null, &json!(4)));
    let told = tries(&POLICY.replace("from: 2026-01-01", "from: 2030-01-01")).await;
    assert!(told["result"].is_null() && told["why"].as_str().unwrap().contains("not in force"), "{told}");
    // Nothing is kept, and nobody else tries.
    let after = stage.zone.get(&format!("/api/v1/runs/{run}/policies")).await.good();
    assert!(!after.to_string().contains("test-other"));
    let reviewer = world.actor("reviewer").await;
    reviewer.post(&path, &json!({"content": POLICY})).await.refused(403, "not-allowed");
});
