//! Filters that people keep.

use crate::on_each_engine;
use axum::http::Method;
use serde_json::json;

const PATH: &str = "/api/v1/saved-filters";

on_each_engine!(a_filter_is_kept_shared_and_only_its_owner_changes_it, world, {
    let (reviewer, policy) = (world.actor("reviewer").await, world.actor("policy").await);
    let body = json!({"list": "standings", "name": "东园差一项", "query": "rung=tech-sme&list=near&n=1&park=%E4%B8%9C%E5%9B%AD"});
    let kept = reviewer.post(PATH, &body).await.good();
    assert_eq!((&kept["own"], &kept["shared"]), (&true.into(), &false.into()));
    assert_eq!(policy.get(PATH).await.good(), json!([]), "nobody else sees it");
    reviewer.post(PATH, &body).await.refused(422, "not-accepted");

    let one = format!("{PATH}/{}", kept["id"].as_str().unwrap());
    let shares = |version: i64| {
        let asking = reviewer.asks(Method::PATCH, &one).header("if-match", &format!("\"{version}\""));
        asking.with(&json!({"shared": true}))
    };
    let shared = shares(1).send().await.good();
    assert_eq!((&shared["shared"], &shared["version"]), (&true.into(), &2.into()));
    shares(1).send().await.refused(412, "changed-meanwhile");
    let seen = policy.get(&format!("{PATH}?list=standings")).await.good();
    assert_eq!((&seen[0]["name"], &seen[0]["own"]), (&"东园差一项".into(), &false.into()));
    assert_eq!(policy.get(&format!("{PATH}?list=tasks")).await.good(), json!([]));
    policy.delete(&one).await.refused(404, "not-found");
    let removes = |version: i64| {
        reviewer.asks(Method::DELETE, &one).header("if-match", &format!("\"{version}\"")).send()
    };
    reviewer.delete(&one).await.refused(428, "version-missing");
    removes(1).await.refused(412, "changed-meanwhile");
    assert_eq!(removes(2).await.status, 204);
    assert_eq!(policy.get(PATH).await.good(), json!([]));
    let audit = world.audit().await;
    for action in ["keep", "change", "remove"] {
        assert!(audit.iter().any(|line| line.starts_with(&format!("{action} saved-filter"))), "{action}");
    }
});

on_each_engine!(what_a_list_cannot_be_asked_is_not_kept, world, {
    let reviewer = world.actor("reviewer").await;
    for (list, query) in [
        ("standings", "list=near"),
        ("standings", "rung=tech-sme&lits=near"),
        ("renewals", "months=soon"),
        ("tasks", &"mine=true&".repeat(400)),
    ] {
        let told = reviewer.post(PATH, &json!({"list": list, "name": "x", "query": query})).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), ["/query"], "{list}?{query}");
    }
    for (list, query) in [
        ("renewals", "months=6"),
        ("title-changes", "year=2025&left=true"),
        ("annual-reports", "rung=high-tech&year=2025&state=missed"),
        ("tasks", "mine=true&open=true"),
    ] {
        reviewer.post(PATH, &json!({"list": list, "name": "x", "query": query})).await.good();
    }
    world.actor("enterprise").await.get(PATH).await.refused(403, "not-allowed");
});
