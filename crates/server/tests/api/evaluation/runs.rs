//! Computing, comparing, publishing, correcting, verifying.

use super::{Stage, do_jobs, says, state};
use crate::{
    kit::{World, places},
    on_each_engine,
};
use run::{Making, Opened, receipt_of, results_file};
use serde_json::{Value, json};
use store::values::ValueSource;

async fn frozen(world: &World) -> Stage<'_> {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    stage
}

/// The bytes of an exported run.
async fn exported(stage: &Stage<'_>, run: &Value) -> tempfile::NamedTempFile {
    let path = format!("/api/v1/runs/{}/bundle", run["id"].as_str().unwrap());
    let bytes = stage.publisher.bytes(&path).await;
    let file = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

/// The command's way from an exported run to a receipt, by other people, at another time, into other files.
fn computed_by_the_command(bundle: &std::path::Path) -> receipt::Receipt {
    let opened = Opened::read(bundle).unwrap();
    let job = opened.job(run::Options::with_threads(1)).unwrap();
    let prepared = job.prepare(jiff::civil::date(2030, 1, 1)).unwrap();
    let mut scored = job.score(prepared).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let making = Making {
        language: formula::Language::English,
        detail: run::Detail::Points,
        now: jiff::Timestamp::UNIX_EPOCH,
        by: "somebody else",
    };
    let written = results_file(&mut scored, &folder.path().join("other.csv"), &making).unwrap();
    receipt_of(&job, &scored, &written, &folder.path().join("other.json"), &making).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_data_give_the_same_receipt_on_every_engine_and_by_the_command() {
    let mut codes = Vec::new();
    for place in places() {
        let world = World::new(place).await;
        let stage = frozen(&world).await;
        let run = stage.computes(None).await;
        assert_eq!((run["enterprises"].as_u64(), run["ranked"].as_u64()), (Some(4), Some(4)), "{run}");
        let bundle = exported(&stage, &run).await;
        let opened = Opened::read(bundle.path()).unwrap();
        assert_eq!(opened.changed_files(), []);
        let job = opened.job(run::Options::default()).unwrap();
        let mut again = job.score(job.prepare(jiff::civil::date(2030, 1, 1)).unwrap()).unwrap();
        assert_eq!(opened.recomputed(&mut again).unwrap(), [], "verified offline");
        assert_eq!(computed_by_the_command(bundle.path()).code(), run["receipt_code"].as_str().unwrap());
        codes.push(run["receipt_code"].clone());
    }
    codes.dedup();
    assert_eq!(codes.len(), 1, "{codes:?}");
}

on_each_engine!(a_run_is_published_by_another_person_once_and_stands, world, {
    let stage = frozen(&world).await;
    let run = stage.computes(None).await;
    let path = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    assert_eq!(run["state"], "draft");
    let participant = format!("/api/v1/participants/{}/result", stage.participant(0).await);
    stage.reviewer.get(&participant).await.refused(404, "not-found");
    stage.publishes(&stage.zone, &run).await.refused(403, "own-run");
    let published = stage.publishes(&stage.publisher, &run).await.good();
    assert_eq!(
        (published["state"].as_str(), published["receipt_code"].clone()),
        (Some("published"), run["receipt_code"].clone())
    );
    stage.publishes(&stage.publisher, &run).await.refused(409, "wrong-state");
    let results = stage.zone.get(&format!("{path}/results")).await.good();
    assert_eq!(results["items"][0]["name"], "星火智能装备有限公司", "most research, best place: {results}");
    let mine = stage.reviewer.get(&participant).await.good();
    assert_eq!(mine["rank"], 1);
    let sum: f64 = mine["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["points"].as_str().unwrap().parse::<f64>().unwrap())
        .sum();
    assert!((sum - mine["total"].as_str().unwrap().parse::<f64>().unwrap()).abs() < 1e-6, "{mine}");
    let batch = stage.zone.get(&format!("/api/v1/batches/{}", stage.batch)).await.good();
    assert_eq!(batch["state"], "published");
    let discard =
        stage.zone.edits(axum::http::Method::POST, &format!("{path}/discard"), &path, &json!({})).await;
    discard.refused(409, "wrong-state");
    stage.moves("thaw").await.refused(409, "wrong-state");
    let log = world.audit().await;
    for row in ["freeze batch done", "ask-run batch done", "compute run done", "publish run done"] {
        assert!(log.contains(&row.to_owned()), "{row} of {log:?}");
    }
});

on_each_engine!(a_draft_is_there_only_for_those_who_list_runs, world, {
    let stage = frozen(&world).await;
    let run = stage.computes(None).await;
    let path = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    let policy = world.actor("policy").await;
    let published = async || policy.get("/api/v1/runs/published").await.good();
    for part in ["results", "library", "library-years", "standings?rung=tech-sme&list=near"] {
        stage.reviewer.get(&format!("{path}/{part}")).await.good();
        policy.get(&format!("{path}/{part}")).await.refused(404, "not-found");
    }
    assert_eq!(published().await["total"], 0);
    stage.publishes(&stage.publisher, &run).await.good();
    policy.get(&format!("{path}/results")).await.good();
    policy.get(&format!("{path}/library")).await.good();
    let shown = published().await;
    assert_eq!((&shown["total"], &shown["items"][0]["id"]), (&json!(1), &run["id"]));
});

on_each_engine!(of_two_people_who_publish_at_once_one_does, world, {
    let stage = frozen(&world).await;
    let run = stage.computes(None).await;
    let (one, two) =
        tokio::join!(stage.publishes(&stage.publisher, &run), stage.publishes(&stage.publisher, &run));
    let done = [&one, &two].iter().filter(|told| told.status == 200).count();
    assert_eq!(done, 1, "{} {}", one.text, two.text);
    assert_eq!(world.audit().await.iter().filter(|row| *row == "publish run done").count(), 1);
});

on_each_engine!(a_draft_is_compared_with_the_one_before, world, {
    let stage = frozen(&world).await;
    let first = stage.computes(None).await;
    let comparison = format!("/api/v1/runs/{}/comparison", first["id"].as_str().unwrap());
    stage.zone.get(&comparison).await.refused(404, "not-found");
    stage.moves("thaw").await.good();
    world.wait(jiff::SignedDuration::from_mins(1));
    let more = says(&stage.batch, &stage.zone_id, 1, ValueSource::Tax, &[("rd_expense", Some("1500"))]);
    state(&world, vec![more]).await;
    stage.moves("freeze").await.good();
    let second = stage.computes(None).await;
    assert_eq!(second["number"], 2);
    let path = format!("/api/v1/runs/{}/comparison", second["id"].as_str().unwrap());
    let found = stage.zone.get(&path).await.good();
    let movers = found["movers"].as_array().unwrap();
    let of = |name: &str| movers.iter().find(|one| one["name"] == name).cloned().unwrap();
    let grew = of("远航新材料有限公司");
    assert_eq!((grew["cause"].as_str(), grew["items"].clone()), (Some("data"), json!(["rd_expense"])));
    assert_eq!((grew["rank_before"].as_i64(), grew["rank_after"].as_i64()), (Some(2), Some(1)));
    assert_eq!(of("星火智能装备有限公司")["cause"], "population", "it did nothing, others did");
    stage.publishes(&stage.publisher, &first).await.refused(409, "wrong-state");
    stage.publishes(&stage.publisher, &second).await.good();
});

on_each_engine!(a_correction_needs_a_reason_and_keeps_the_reference, world, {
    let stage = frozen(&world).await;
    let first = stage.computes(None).await;
    stage.publishes(&stage.publisher, &first).await.good();
    let runs = format!("/api/v1/batches/{}/runs", stage.batch);
    stage.zone.post(&runs, &json!({"reason": null})).await.refused(422, "not-accepted");
    world.wait(jiff::SignedDuration::from_mins(1));
    let more = says(&stage.batch, &stage.zone_id, 3, ValueSource::Tax, &[("rd_expense", Some("50"))]);
    state(&world, vec![more]).await;
    let second = stage.computes(Some("异议成立，更正研发费用")).await;
    assert_eq!((second["corrects"].clone(), second["number"].as_i64()), (first["id"].clone(), Some(2)));
    let path = format!("/api/v1/runs/{}/comparison", second["id"].as_str().unwrap());
    let found = stage.zone.get(&path).await.good();
    let changed: Vec<&Value> =
        found["movers"].as_array().unwrap().iter().filter(|one| one["before"] != one["after"]).collect();
    assert_eq!(changed.len(), 1, "only the enterprise whose data changed has other points: {found}");
    let published = stage.publishes(&stage.publisher, &second).await.good();
    assert_eq!(published["reason"], "异议成立，更正研发费用");
    let before = stage.zone.get(&format!("/api/v1/runs/{}", first["id"].as_str().unwrap())).await.good();
    assert_eq!(before["state"], "superseded");
    let bundle = exported(&stage, &second).await;
    assert_eq!(computed_by_the_command(bundle.path()).code(), second["receipt_code"].as_str().unwrap());
});

on_each_engine!(a_year_looks_back_at_what_was_published_never_at_a_draft, world, {
    let stage = frozen(&world).await;
    let first = stage.computes(None).await;
    stage.publishes(&stage.publisher, &first).await.good();
    let enterprise = world.actor("enterprise").await;
    let next = stage.next_year().await;
    let mine = enterprise.get(&format!("/api/v1/participants?batch_id={next}")).await.good();
    let form = format!("/api/v1/participants/{}/filing", mine["items"][0]["id"].as_str().unwrap());
    let last_year = async || {
        let form = enterprise.get(&form).await.good();
        let fields = form["fields"].as_array().unwrap();
        fields.iter().find(|one| one["item"] == "rd_expense").unwrap()["last_year"].clone()
    };
    assert_eq!(last_year().await, "0", "a confirmed zero");
    // Two corrections are computed: one is thrown away, one published.
    for (value, verb) in [("50", "discard"), ("70", "publish")] {
        world.wait(jiff::SignedDuration::from_mins(1));
        let more = says(&stage.batch, &stage.zone_id, 3, ValueSource::Tax, &[("rd_expense", Some(value))]);
        state(&world, vec![more]).await;
        let draft = stage.computes(Some("更正研发费用")).await;
        assert_eq!(last_year().await, "0", "the draft with {value} is not published");
        let path = format!("/api/v1/runs/{}", draft["id"].as_str().unwrap());
        let verb = format!("{path}/{verb}");
        stage.publisher.edits(axum::http::Method::POST, &verb, &path, &json!({})).await.good();
        let compared = stage.zone.get(&format!("{path}/comparison")).await.good();
        assert_eq!(compared["before_run_id"], first["id"], "{compared}");
        assert_eq!(compared["movers"][0]["items"], json!(["rd_expense"]), "{compared}");
    }
    assert_eq!(last_year().await, "70");
});

on_each_engine!(a_run_that_is_cancelled_or_outdated_leaves_nothing, world, {
    let stage = frozen(&world).await;
    let runs = format!("/api/v1/batches/{}/runs", stage.batch);
    let job = stage.zone.post(&runs, &json!({"reason": null})).await.good();
    stage.zone.post(&runs, &json!({"reason": null})).await.refused(409, "wrong-state");
    stage.moves("thaw").await.refused(409, "wrong-state");
    let cancel = format!("/api/v1/jobs/{}/cancel", job["id"].as_str().unwrap());
    stage.zone.asks(axum::http::Method::POST, &cancel).send().await.good();
    do_jobs(&world).await;
    assert_eq!(stage.zone.get(&format!("/api/v1/runs?batch_id={}", stage.batch)).await.good()["total"], 0);
    stage.moves("thaw").await.good();
});

on_each_engine!(a_worker_that_lost_its_job_stores_nothing, world, {
    let stage = frozen(&world).await;
    let runs = format!("/api/v1/batches/{}/runs", stage.batch);
    let job = stage.zone.post(&runs, &json!({"reason": null})).await.good();
    let id = job["id"].as_str().unwrap().to_owned();
    // A first worker takes the job and is killed; its lease runs out, and the next one does it from the beginning.
    let work = world.database.begin(world.now()).await.unwrap();
    let lost = store::jobs::take(&work, jiff::SignedDuration::from_mins(10)).await.unwrap().unwrap();
    work.commit_housekeeping(store::Housekeeping::JobProgress).await.unwrap();
    assert_eq!(lost.id, id);
    do_jobs(&world).await;
    assert_eq!(stage.zone.get(&format!("/api/v1/jobs/{id}")).await.good()["state"], "running");
    world.wait(jiff::SignedDuration::from_mins(11));
    do_jobs(&world).await;
    assert_eq!(stage.zone.get(&format!("/api/v1/jobs/{id}")).await.good()["state"], "done");
    assert_eq!(stage.zone.get(&format!("/api/v1/runs?batch_id={}", stage.batch)).await.good()["total"], 1);
    let work = world.database.begin(world.now()).await.unwrap();
    assert!(!store::jobs::finish(&work, &lost, store::jobs::JobState::Done, "{}").await.unwrap());
});
