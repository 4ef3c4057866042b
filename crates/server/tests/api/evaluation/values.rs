//! Conflicts between sources, decisions, and the checks that stop a freeze.

use super::{Stage, says, state};
use crate::on_each_engine;
use serde_json::json;
use store::values::ValueSource;

on_each_engine!(sources_that_differ_stand_side_by_side_until_an_officer_decides_with_a_reason, world, {
    let stage = Stage::open(&world).await;
    let torch = says(&stage.batch, &stage.zone_id, 0, ValueSource::Torch, &[("rd_expense", Some("1350"))]);
    let torch_id = torch.id.clone();
    let agrees = says(&stage.batch, &stage.zone_id, 1, ValueSource::Torch, &[("rd_expense", Some("600.00"))]);
    state(&world, vec![torch, agrees]).await;
    let conflicts = format!("/api/v1/batches/{}/conflicts", stage.batch);
    let found = stage.reviewer.get(&conflicts).await.good();
    assert_eq!(found["total"], 1, "600 and 600.00 are one number: {found}");
    let one = &found["items"][0];
    assert_eq!((one["item"].as_str(), one["value"].as_str()), (Some("rd_expense"), Some("1200")));
    assert_eq!(one["said"].as_array().unwrap().len(), 2);

    let path = format!("/api/v1/participants/{}", stage.participant(0).await);
    let decide = async |id: &str, reason: &str| {
        let body = json!({"item": "rd_expense", "period": 2025, "statement_id": id, "reason": reason});
        stage.reviewer.post(&format!("{path}/decisions"), &body).await
    };
    let told = decide("s-none", " ").await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/statement_id", "/reason"]);
    let decided = decide(&torch_id, "税务口径未含委托研发").await.good();
    assert_eq!((decided["value"].as_str(), decided["standing"].as_str()), (Some("1350"), Some("decided")));
    assert_eq!(stage.reviewer.get(&conflicts).await.good()["total"], 0);
    let found = stage.zone.get(&format!("{conflicts}?decided=true")).await.good();
    assert_eq!(found["total"], 1);
    let (one, reviewer) = (&found["items"][0], world.user("reviewer").await);
    assert_eq!(
        [&one["reason"], &one["decided_by"], &one["decided_by_name"], &one["decided_at"]],
        ["税务口径未含委托研发", reviewer.as_str(), "李强", "2026-11-23T01:00:00Z"],
        "who decided, when, and why, for everybody who sees the conflict"
    );
    assert!(world.audit().await.contains(&"decide value done".to_owned()));

    world.wait(jiff::SignedDuration::from_mins(1));
    let again = says(&stage.batch, &stage.zone_id, 0, ValueSource::Tax, &[("rd_expense", Some("1250"))]);
    state(&world, vec![again]).await;
    let found = stage.reviewer.get(&conflicts).await.good();
    assert_eq!(found["total"], 1, "the officer has not seen what the tax bureau says now");
});

on_each_engine!(a_value_says_where_it_comes_from, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/participants/{}/values", stage.participant(3).await);
    let values = stage.reviewer.get(&path).await.good();
    let of = |item: &str, period: i64| {
        values.as_array().unwrap().iter().find(|one| one["item"] == item && one["period"] == period).cloned()
    };
    let rd = of("rd_expense", 2025).unwrap();
    assert_eq!(
        (rd["value"].as_str(), rd["standing"].as_str()),
        (Some("0"), Some("agreed")),
        "a confirmed zero"
    );
    assert_eq!(
        (rd["said"][0]["source"].as_str(), rd["said"][0]["counts"].as_bool()),
        (Some("tax"), Some(true))
    );
    assert_eq!(of("rd_expense", 2024).unwrap()["value"], "300");
    assert_eq!(of("total_assets", 2025), None, "nobody says anything");
});

on_each_engine!(a_blocking_check_stops_the_freeze_and_says_what_to_do, world, {
    let stage = Stage::open(&world).await;
    let odd = [("rd_expense", Some("1350")), ("staff", Some("100.5"))];
    state(&world, vec![says(&stage.batch, &stage.zone_id, 0, ValueSource::Torch, &odd)]).await;
    let quality = format!("/api/v1/batches/{}/quality", stage.batch);
    let found = stage.zone.get(&quality).await.good();
    let check = |code: &str| {
        found["checks"].as_array().unwrap().iter().find(|one| one["code"] == code).cloned().unwrap()
    };
    assert_eq!(found["blocked"], true);
    assert_eq!(check("disputed")["count"], 2);
    assert_eq!(check("disputed")["advice"]["zh"], "在“冲突”列表中逐项核对并裁定，写明理由。");
    assert!(check("required")["count"].as_u64().unwrap() > 0, "values nobody reported are missing, not zero");
    assert_eq!(check("unreviewed")["count"], 0);
    let refused = stage.moves("freeze").await.refused(409, "wrong-state");
    assert_eq!(refused["detail"], "Blocking checks: Sources differ: 2.");
});
