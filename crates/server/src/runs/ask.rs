//! Asking for a run.

use crate::{
    batches,
    desk::Desk,
    input::{Checks, Json},
    jobs::{JobBody, Kind},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use axum::{
    extract::Path,
    http::{StatusCode, header},
};
use domain::collection::BatchAction;
use serde::Deserialize;
use serde_json::json;
use store::{batches::BatchState, jobs, runs};
use utoipa::ToSchema;

/// Why a run is computed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskRun {
    /// Why a published run is corrected; needed then, and only then.
    reason: Option<String>,
}

/// Asks for a draft run of a frozen batch, or for a correction of a published one. A correction compares with the
/// published reference: only enterprises whose data changed get other points, and places follow.
#[utoipa::path(post, path = "/api/v1/batches/{id}/runs", operation_id = "compute_run", tag = "runs",
    params(("id" = String, Path, description = "The batch")), request_body = AskRun,
    responses((status = 202, body = JobBody, description = "The job; its result names the run")),
    extensions(("x-permission" = json!("run:compute")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn compute_run(desk: Desk, Path(id): Path<String>, Json(given): Json<AskRun>) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    batches::after(&batch, BatchAction::Run)?;
    let corrects = if batch.state == BatchState::Published {
        runs::published(desk.database(), &id).await?
    } else {
        None
    };
    let mut checks = Checks::default();
    match (&corrects, &given.reason) {
        (Some(_), Some(reason)) => checks.name(reason, "/reason"),
        (Some(_), None) => {
            checks.that(false, "/reason", "更正已发布的结果须说明原因", "a correction needs a reason")
        }
        (None, reason) => checks.that(
            reason.is_none(),
            "/reason",
            "尚无已发布的结果，不需填写更正原因",
            "nothing is published yet, so nothing is corrected",
        ),
    }
    checks.done()?;
    let user = &desk.caller()?.user;
    let job_id = desk.app.edge.id();
    let change = desk.begin().await?;
    if runs::in_progress(change.work(), &id).await? {
        let (zh, en) = ("本批次已有计算任务在进行。", "A run of this batch is being computed already.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let job = jobs::add(change.work(), &job_id, Kind::Run.word(), &user.id, &user.path).await?;
    let request = runs::Request {
        job_id: job_id.clone(),
        batch_id: id.clone(),
        corrects: corrects.map(|run| run.id),
        reason: given.reason.map(|reason| reason.trim().to_owned()),
    };
    let detail = json!({"job_id": job_id, "corrects": request.corrects, "reason": request.reason});
    runs::ask(change.work(), request).await?;
    let note = desk.note("ask-run", "batch").on(&id, &batch.path).with(detail);
    let reply = Reply::of(StatusCode::ACCEPTED, &JobBody::from(job));
    let reply = reply.with(header::LOCATION, &format!("/api/v1/jobs/{job_id}"));
    let answer = change.finish(note, reply).await?;
    desk.app.job_asked.notify_one();
    Ok(answer)
}
