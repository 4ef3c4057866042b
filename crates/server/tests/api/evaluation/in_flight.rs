//! Imports and computations under way while something else happens: a freeze, a publication, a person who loses their
//! role, a program that is killed. What was asked for happens whole or not at all, and whoever asked is told why not.

use super::{Stage, colleague, do_jobs};
use crate::{
    imports::killed_after,
    kit::{Actor, percent},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::json;
use store::{
    Scope,
    batches::{self, BatchState},
    runs,
    values::{self, Which},
};

/// What the science bureau reports about two enterprises.
const TABLE: &str =
    "统一社会信用代码,年度,研发费用\n91000000MA00000157,2025,1200\n91000000MA00000232,2025,600\n";

async fn previewed(stage: &Stage<'_>, who: &Actor, name: &str) -> String {
    let query = format!("kind=values&mode=all&source=science&batch_id={}", stage.batch);
    let path = format!("/api/v1/imports?{query}&file_name={}", percent(name));
    // Another file each time: the very same one would be the very same import.
    let file = format!("{TABLE}\n{}", "\n".repeat(name.len()));
    let sent = who.asks(Method::POST, &path).bytes(file.as_bytes()).send().await.good();
    let path = format!("/api/v1/imports/{}", sent["id"].as_str().unwrap());
    who.post(&format!("{path}/preview"), &json!({})).await.good();
    do_jobs(stage.world).await;
    assert_eq!(who.get(&path).await.good()["state"], "previewed");
    path
}

async fn imported(stage: &Stage<'_>) -> usize {
    let which = Which {
        batch_id: Some(stage.batch.clone()),
        source: Some(values::ValueSource::Science),
        ..Which::default()
    };
    values::statements(&stage.world.database, &which).await.unwrap().len()
}

async fn state(stage: &Stage<'_>) -> BatchState {
    let batch = batches::within(&stage.world.database, &Scope::Everything, &stage.batch).await.unwrap();
    batch.unwrap().state
}

on_each_engine!(an_import_that_comes_after_the_freeze_stores_nothing_and_says_why, world, {
    let stage = Stage::open(&world).await;
    let path = previewed(&stage, &stage.zone, "科技.csv").await;
    stage.zone.post(&format!("{path}/run"), &json!({})).await.good();
    stage.moves("freeze").await.good();
    do_jobs(&world).await;
    let import = stage.zone.get(&path).await.good();
    assert_eq!((import["state"].as_str(), imported(&stage).await), (Some("failed"), 0), "{import}");
    assert_eq!(import["outcome"]["detail"], "The batch was frozen meanwhile; nothing was stored.");
    let chinese = stage.zone.asks(Method::GET, &path).header("accept-language", "zh-CN").send().await.good();
    assert_eq!(chinese["outcome"]["detail"], "批次在导入期间已冻结，未写入任何数据。");
    assert!(world.audit().await.contains(&"fail import failed".to_owned()));
    // Thawed, it is looked at and done after all.
    stage.moves("thaw").await.good();
    stage.zone.post(&format!("{path}/preview"), &json!({})).await.good();
    do_jobs(&world).await;
    stage.zone.post(&format!("{path}/run"), &json!({})).await.good();
    do_jobs(&world).await;
    assert_eq!(imported(&stage).await, 2);
});

on_each_engine!(of_an_import_and_a_freeze_at_once_the_freeze_holds_what_was_stored_before_it, world, {
    let stage = Stage::open(&world).await;
    for round in 0..8 {
        let before = imported(&stage).await;
        let path = previewed(&stage, &stage.zone, &format!("{}.csv", "科".repeat(round + 1))).await;
        stage.zone.post(&format!("{path}/run"), &json!({})).await.good();
        let freeze = async {
            // Each round a little later.
            for _ in 0..round * 4 {
                tokio::task::yield_now().await;
            }
            stage.moves("freeze").await
        };
        let (_, frozen) = tokio::join!(do_jobs(&world), freeze);
        frozen.good();
        assert_eq!(state(&stage).await, BatchState::Frozen);
        let import = stage.zone.get(&path).await.good();
        let came = imported(&stage).await - before;
        // The first one that is stored says all there is to say.
        let whole = if before == 0 { 2 } else { 0 };
        match import["state"].as_str() {
            Some("done") => assert_eq!(came, whole, "round {round}: {import}"),
            _ => assert_eq!((import["outcome"]["code"].as_str(), came), (Some("wrong-state"), 0), "{import}"),
        }
        stage.moves("thaw").await.good();
    }
    assert!(store::audit::verify(&world.database).await.unwrap().is_good());
});

on_each_engine!(what_somebody_asked_for_is_not_done_once_they_may_not, world, {
    let stage = Stage::open(&world).await;
    let reviewer = format!("/api/v1/users/{}", world.user("reviewer").await);
    let path = previewed(&stage, &stage.reviewer, "科技.csv").await;
    stage.reviewer.post(&format!("{path}/run"), &json!({})).await.good();
    let roles = json!({"roles": ["policy-officer"]});
    stage.zone.edits(Method::PATCH, &reviewer, &reviewer, &roles).await.good();
    do_jobs(&world).await;
    let import = stage.zone.get(&path).await.good();
    assert_eq!((import["state"].as_str(), imported(&stage).await), (Some("failed"), 0), "{import}");
    assert_eq!(import["outcome"]["code"], "not-allowed");

    let roles = json!({"roles": ["data-reviewer"]});
    stage.zone.edits(Method::PATCH, &reviewer, &reviewer, &roles).await.good();
    let path = previewed(&stage, &stage.reviewer, "科技二.csv").await;
    stage.reviewer.post(&format!("{path}/run"), &json!({})).await.good();
    stage.zone.edits(Method::POST, &format!("{reviewer}/disable"), &reviewer, &json!({})).await.good();
    do_jobs(&world).await;
    assert_eq!(stage.zone.get(&path).await.good()["outcome"]["code"], "not-allowed");
    assert_eq!(imported(&stage).await, 0);

    stage.moves("freeze").await.good();
    let second = colleague(&world, &stage.zone_id, "second", "publisher").await;
    let job =
        second.post(&format!("/api/v1/batches/{}/runs", stage.batch), &json!({"reason": null})).await.good();
    let second = format!("/api/v1/users/{}", world.user("second").await);
    stage.zone.edits(Method::POST, &format!("{second}/disable"), &second, &json!({})).await.good();
    do_jobs(&world).await;
    let job = store::jobs::by_id(&world.database, job["id"].as_str().unwrap()).await.unwrap().unwrap();
    assert!(job.result.unwrap().contains("not-allowed"));
    assert_eq!(stage.zone.get(&format!("/api/v1/runs?batch_id={}", stage.batch)).await.good()["total"], 0);
});

/// The runs of a batch. Looked up past the API: hours go by in these tests, and sessions end.
async fn runs_of(stage: &Stage<'_>) -> Vec<runs::Run> {
    let filter = runs::Filter { batch_id: Some(stage.batch.clone()), ..runs::Filter::default() };
    let page = store::PageRequest { limit: 100, after: None, descending: false };
    runs::list(&stage.world.database, &Scope::Everything, &filter, &page).await.unwrap().items
}

on_each_engine!(a_computation_killed_at_any_step_is_taken_up_again_and_never_half_stored, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let path = format!("/api/v1/batches/{}/runs", stage.batch);
    let job = stage.zone.post(&path, &json!({"reason": null})).await.good();
    let id = job["id"].as_str().unwrap();
    let mut polls = 1;
    loop {
        let done = killed_after(polls, async { world.app.do_next_job().await.unwrap() }).await;
        let all = runs_of(&stage).await;
        let job = store::jobs::by_id(&world.database, id).await.unwrap().unwrap();
        let mut frozen = 0;
        for run in &all {
            frozen += runs::frozen_of(&world.database, &run.id).await.unwrap().len();
        }
        let computed = world.audit().await.iter().filter(|row| *row == "compute run done").count();
        let whole = match all.first() {
            None => (0, 0, 0),
            Some(run) => {
                let results = runs::results(&world.database, &run.id).await.unwrap();
                (results.len(), frozen, computed)
            }
        };
        let ended = job.state == store::jobs::JobState::Done;
        let expected = if ended { (1, (4, frozen, 1)) } else { (0, (0, 0, 0)) };
        assert_eq!((all.len(), whole), expected, "killed after {polls}");
        assert!(
            ended == (frozen > 0) && ended == (computed == 1),
            "killed after {polls}: {frozen} {computed}"
        );
        if done || ended {
            break;
        }
        polls += 1;
        // The lease of the dead runs out.
        world.wait(SignedDuration::from_mins(11));
    }
    // How often a computation waits depends on the machine; that it was killed at all does not.
    assert!(polls > 1, "it was never killed");
    // Hours went by.
    let publisher = world.actor("publisher").await;
    let run = publisher.get(&format!("/api/v1/runs/{}", runs_of(&stage).await[0].id)).await.good();
    stage.publishes(&publisher, &run).await.good();
    assert!(store::audit::verify(&world.database).await.unwrap().is_good());
});

on_each_engine!(a_computation_that_a_publication_overtakes_stores_nothing, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let first = stage.computes(None).await;
    let path = format!("/api/v1/batches/{}/runs", stage.batch);
    let job = stage.zone.post(&path, &json!({"reason": null})).await.good();
    let (_, published) = tokio::join!(
        async {
            // Taken and read from, not stored.
            killed_after(6, async { world.app.do_next_job().await.unwrap() }).await
        },
        stage.publishes(&stage.publisher, &first)
    );
    published.good();
    world.wait(SignedDuration::from_mins(11));
    do_jobs(&world).await;
    let job = store::jobs::by_id(&world.database, job["id"].as_str().unwrap()).await.unwrap().unwrap();
    assert_eq!(job.state, store::jobs::JobState::Failed);
    assert!(job.result.unwrap().contains("批次状态已改变"));
    assert_eq!(runs_of(&stage).await.len(), 1);
});

on_each_engine!(of_two_publishers_at_once_one_publishes, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let second = colleague(&world, &stage.zone_id, "second", "publisher").await;
    let (one, two) = tokio::join!(stage.publishes(&stage.publisher, &run), stage.publishes(&second, &run));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert!(statuses[0] == 200 && matches!(statuses[1], 409 | 412), "{} {}", one.text, two.text);
    assert_eq!(world.audit().await.iter().filter(|row| *row == "publish run done").count(), 1);
    let path = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    let by = if one.status == 200 { "publisher" } else { "second" };
    let published = runs::within(&world.database, &Scope::Everything, run["id"].as_str().unwrap()).await;
    assert_eq!(published.unwrap().unwrap().published_by, Some(world.user(by).await));
    assert_eq!(stage.zone.get(&path).await.good()["state"], "published");
});
