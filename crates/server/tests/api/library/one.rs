//! The ladder of one enterprise.

use super::{Shelf, figures};
use crate::on_each_engine;
use serde_json::Value;

fn rung(ladder: &Value, code: &str) -> Value {
    ladder["rungs"].as_array().unwrap().iter().find(|one| one["rung"] == code).unwrap().clone()
}

fn line(rung: &Value, name: &str) -> Value {
    rung["lines"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone()
}

on_each_engine!(an_enterprise_sees_its_own_ladder_condition_by_condition, world, {
    let shelf = Shelf::published(&world).await;
    let own = world.actor("enterprise").await;
    let ladder = super::zh(&own, &format!("/api/v1/enterprises/{}/ladder", shelf.enterprise(3))).await;
    assert_eq!(ladder["note"], "测算结果仅供参考，以主管部门认定为准");
    let tech = rung(&ladder, "tech-sme");
    assert_eq!(
        (&tech["verdict_text"], &tech["short"], &tech["reachable"]),
        (&"不符合".into(), &2.into(), &true.into())
    );
    let assets = line(&tech, "资产总额");
    let told = ["value", "bound", "gap", "state"].map(|field| assets[field].as_str().unwrap());
    assert_eq!(told, ["21000万元", "不超过20000万元", "超出1000万元（5%）", "unmet"]);
    let clause =
        tech["lines"].as_array().unwrap().iter().find(|one| one["code"] == "2" && one["depth"] == 0).unwrap();
    assert_eq!(clause["article"], "第六条（二）");
    assert!(clause["items"].as_array().unwrap().contains(&"total_assets".into()));
    let source =
        ladder["sources"].as_array().unwrap().iter().find(|one| one["item"] == "total_assets").unwrap();
    assert_eq!(
        (&source["source"], &source["value"], &source["period"]),
        (&"torch".into(), &"21000".into(), &2025.into())
    );
    // Cheapest first: assets are 5 % above the bound, staff 10 %.
    let path: Vec<&str> =
        tech["path"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(path, ["资产总额：超出1000万元（5%）", "职工总数：超出50人（10%）"]);
    assert_eq!(tech["benefits"][0]["basis"]["number"], "财税〔2018〕76号");
    own.get(&format!("/api/v1/enterprises/{}/ladder", shelf.enterprise(0))).await.refused(404, "not-found");
});

on_each_engine!(what_comes_with_time_has_a_day_and_missing_data_come_first, world, {
    let shelf = Shelf::published(&world).await;
    let ladder = shelf
        .stage
        .zone
        .get(&format!("/api/v1/enterprises/{}/ladder?on=2015-09-01", shelf.enterprise(0)))
        .await;
    // No rules were in force then: nothing is made up.
    assert_eq!(ladder.good()["rungs"], Value::Array(Vec::new()));
    let young = shelf
        .stage
        .zone
        .get(&format!("/api/v1/enterprises/{}/ladder?on=2016-01-15", shelf.enterprise(0)))
        .await
        .good();
    let high = rung(&young, "high-tech");
    let wait = high["path"].as_array().unwrap().iter().find(|one| one["kind"] == "wait").unwrap();
    assert_eq!(wait["from"], "2016-03-01", "365 days from 2015-03-02: {wait}");
    assert_eq!(high["path"][0]["kind"], "report", "{high}");
});

on_each_engine!(points_that_are_lacking_name_the_fewest_bands_that_give_them, world, {
    let mut figures = figures();
    // 20 points for R&D where 60 in all are asked for: 16 + 20 + 6.
    figures[0] = super::with(&[("class1_ip", "0"), ("class2_ip", "1")]);
    let shelf = Shelf::computed(&world, &figures).await;
    let path = format!("/api/v1/enterprises/{}/ladder?run_id={}", shelf.enterprise(0), shelf.id());
    let ladder = super::zh(&shelf.stage.zone, &path).await;
    assert_eq!(ladder["run_state"], "draft");
    let tech = rung(&ladder, "tech-sme");
    let step = &tech["path"][0];
    assert_eq!(step["text"], "综合评价所得分值不低于60分：得分还差18分");
    assert_eq!(step["bands"].to_string(), r#"["研发投入（两项指标选择其一）：现为3%，不低于5%时得40分"]"#);
    let next = &tech["next_bands"];
    assert!(next.as_array().unwrap().iter().any(|one| one["gain_low"] == "10"), "{next}");
    // A published run is what an enterprise sees: a draft is none of its business.
    let own = world.actor("enterprise").await;
    own.get(&format!("/api/v1/enterprises/{}/ladder", shelf.enterprise(3))).await.refused(409, "wrong-state");
    own.get(&format!("/api/v1/enterprises/{}/ladder?run_id={}", shelf.enterprise(3), shelf.id()))
        .await
        .refused(404, "not-found");
});
