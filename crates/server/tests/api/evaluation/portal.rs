//! 公众门户: everybody sees what a zone shows, of enterprises that agree, without script and in both languages.

use super::{ENTERPRISES, Stage, changed};
use crate::{
    kit::{Actor, World},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};
use store::{Scope, Work, organisations, portal};

async fn published(world: &World) -> (Stage<'_>, Value) {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good();
    (stage, run)
}

async fn shows(stage: &Stage<'_>, by: &Actor, body: Value) -> crate::kit::Told {
    let path = format!("/api/v1/batches/{}/public-list", stage.batch);
    by.edits(Method::PUT, &path, &path, &body).await
}

/// Enterprise `index` lets its name stand, said past the API: only one has people of its own.
async fn agrees(world: &World, stage: &Stage<'_>, index: usize) {
    let zone =
        organisations::within(&world.database, &Scope::Everything, &stage.zone_id).await.unwrap().unwrap();
    let by = world.user("zone").await;
    let id = format!("e{index}-{}", stage.zone_id);
    changed(world, async |work: &Work| {
        portal::say(work, (&id, &zone.path), (true, &by), 0).await.unwrap();
    })
    .await;
}

async fn page(world: &World, path: &str) -> String {
    let told = world.nobody().get(path).await;
    assert_eq!(told.status, 200, "{path}: {}", told.text);
    told.text
}

on_each_engine!(everybody_sees_what_is_shown_of_enterprises_that_agree, world, {
    let (stage, run) = published(&world).await;
    let list = format!("/public/lists/{}", stage.batch);
    world.nobody().get(&list).await.refused(404, "not-found");
    assert!(page(&world, "/public?lang=zh").await.contains("还没有公开的结果"));

    shows(&stage, &stage.zone, json!({"shown": true, "most": null, "shows_points": true})).await.good();
    let home = page(&world, "/public?lang=zh").await;
    assert!(home.contains(&list) && home.contains("2025年度创新积分评价"), "{home}");
    let empty = page(&world, &format!("{list}?lang=zh")).await;
    assert!(empty.contains("列出 0 家同意公开的企业；另有 4 家"), "{empty}");
    for (name, code, _) in ENTERPRISES {
        assert!(!empty.contains(name) && !empty.contains(code), "nobody has agreed: {empty}");
    }

    agrees(&world, &stage, 0).await;
    agrees(&world, &stage, 2).await;
    let shown = page(&world, &format!("{list}?lang=zh")).await;
    assert!(shown.contains(ENTERPRISES[0].0) && shown.contains(ENTERPRISES[2].0), "{shown}");
    assert!(!shown.contains(ENTERPRISES[1].0) && !shown.contains(ENTERPRISES[3].0), "{shown}");
    assert!(!shown.contains(ENTERPRISES[0].1), "a credit code is nobody's business here");
    // Place and points are those of the list inside.
    let rows = stage.zone.get(&format!("/api/v1/runs/{}/points", run["id"].as_str().unwrap())).await.good();
    let first = rows["items"].as_array().unwrap().iter().find(|one| one["name"] == ENTERPRISES[0].0).unwrap();
    assert!(shown.contains(first["total"].as_str().unwrap()), "{first} {shown}");
    let english = page(&world, &format!("{list}?lang=en&stage=expanding")).await;
    assert!(
        english.contains("2 enterprises that agree are listed; 2 more") && english.contains("lang=\"en\""),
        "{english}"
    );
    world.nobody().get(&format!("{list}?stage=none")).await.refused(404, "not-found");
    world.nobody().get(&format!("{list}?nonsense=1")).await.refused(400, "query-not-understood");

    let file = page(&world, &format!("{list}/file?lang=zh")).await;
    assert_eq!(file.lines().count(), 3, "{file}");
    assert!(file.contains("阶段内名次") && file.contains(ENTERPRISES[2].0), "{file}");
    let rules = page(&world, &format!("{list}/rules?lang=zh")).await;
    assert!(
        rules.contains("示例方案，非官方权重") && rules.contains("研发费用金额") && rules.contains("失信"),
        "{rules}"
    );

    // Fewer of each stage, without points; then nothing any more.
    shows(&stage, &stage.zone, json!({"shown": true, "most": 1, "shows_points": false})).await.good();
    let top = page(&world, &format!("{list}?lang=zh")).await;
    assert!(
        top.contains("各阶段前 1 名") && top.contains(ENTERPRISES[0].0) && !top.contains(ENTERPRISES[2].0),
        "{top}"
    );
    assert!(!top.contains(first["total"].as_str().unwrap()), "{top}");
    shows(&stage, &stage.zone, json!({"shown": false, "most": null, "shows_points": false})).await.good();
    world.nobody().get(&list).await.refused(404, "not-found");
    world.nobody().get(&format!("{list}/rules")).await.refused(404, "not-found");
});

on_each_engine!(an_enterprise_says_for_itself_whether_its_name_may_stand, world, {
    let (stage, _) = published(&world).await;
    shows(&stage, &stage.zone, json!({"shown": true, "most": null, "shows_points": true})).await.good();
    let list = format!("/public/lists/{}?lang=zh", stage.batch);
    let enterprise = world.actor("enterprise").await;
    let own = format!("/api/v1/enterprises/e3-{}/listing", stage.zone_id);
    assert_eq!(enterprise.get(&own).await.good()["allowed"], false, "saying nothing is no");
    enterprise.edits(Method::PUT, &own, &own, &json!({"allowed": true})).await.good();
    assert!(page(&world, &list).await.contains(ENTERPRISES[3].0));
    let told = stage.zone.get(&format!("/api/v1/batches/{}/public-list", stage.batch)).await.good();
    assert_eq!((&told["ranked"], &told["named"]), (&json!(4), &json!(1)));
    enterprise.edits(Method::PUT, &own, &own, &json!({"allowed": false})).await.good();
    assert!(!page(&world, &list).await.contains(ENTERPRISES[3].0), "at once");
    // Nobody says it for them, and nobody for another one.
    stage.zone.edits(Method::PUT, &own, &own, &json!({"allowed": true})).await.refused(403, "not-allowed");
    let other = format!("/api/v1/enterprises/e0-{}/listing", stage.zone_id);
    enterprise.get(&other).await.refused(404, "not-found");
});

on_each_engine!(a_code_is_verified_by_anybody_and_a_correction_says_so, world, {
    let (stage, run) = published(&world).await;
    let code = run["receipt_code"].as_str().unwrap().to_owned();
    let ask = async |code: &str| page(&world, &format!("/public/verify?lang=zh&code={code}")).await;
    assert!(ask(&code.to_uppercase()).await.contains("核验通过"));
    assert!(ask("deadbeef").await.contains("没有查到此核验码"));
    let tricky = ask("%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(!tricky.contains("<script") && tricky.contains("&lt;script&gt;"), "{tricky}");
    world.wait(jiff::SignedDuration::from_mins(1));
    let tax = store::values::ValueSource::Tax;
    super::state(
        &world,
        vec![super::says(&stage.batch, &stage.zone_id, 3, tax, &[("rd_expense", Some("900"))])],
    )
    .await;
    let second = stage.computes(Some("异议成立")).await;
    stage.publishes(&stage.publisher, &second).await.good();
    assert!(ask(&code).await.contains("该结果此后已更正"));
    // What is shown follows the correction by itself.
    shows(&stage, &stage.zone, json!({"shown": true, "most": null, "shows_points": false})).await.good();
    let shown = page(&world, &format!("/public/lists/{}?lang=zh", stage.batch)).await;
    assert!(
        shown.contains(second["receipt_code"].as_str().unwrap()) && shown.contains("更正原因：异议成立"),
        "{shown}"
    );
});

on_each_engine!(nothing_is_shown_before_it_is_published, world, {
    let stage = Stage::open(&world).await;
    let told = shows(&stage, &stage.zone, json!({"shown": true, "most": null, "shows_points": true})).await;
    told.refused(409, "wrong-state");
    let told = shows(&stage, &stage.zone, json!({"shown": false, "most": 0, "shows_points": true})).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/most"]);
    world.actor("reviewer").await.get(&format!("/api/v1/batches/{}/public-list", stage.batch)).await.good();
    let reviewer = world.actor("reviewer").await;
    shows(&stage, &reviewer, json!({"shown": false, "most": null, "shows_points": true}))
        .await
        .refused(403, "not-allowed");
});
