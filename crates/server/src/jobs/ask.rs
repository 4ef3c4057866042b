//! Asking for a job, and asking to stop one.

use super::{JobBody, Kind, found};
use crate::{
    desk::Desk,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::{
    extract::Path,
    http::{StatusCode, header},
};
use serde_json::json;
use store::jobs;

/// Puts a job into the queue.
pub(crate) async fn ask(desk: &Desk, kind: Kind) -> Answer {
    let user = &desk.caller()?.user;
    let id = desk.app.edge.id();
    let change = desk.begin().await?;
    let job = jobs::add(change.work(), &id, kind.word(), &user.id, &user.path).await?;
    let note = desk.note("ask", "job").on(&id, &user.path).with(json!({"kind": kind.word()}));
    let reply = Reply::of(StatusCode::ACCEPTED, &JobBody::from(job));
    let reply = reply.with(header::LOCATION, &format!("/api/v1/jobs/{id}"));
    let answer = change.finish(note, reply).await?;
    desk.app.job_asked.notify_one();
    Ok(answer)
}

/// Asks for a job to be stopped: at once when it has not begun, else when its worker looks.
#[utoipa::path(post, path = "/api/v1/jobs/{id}/cancel", operation_id = "cancel_job", tag = "jobs",
    params(("id" = String, Path, description = "The job")),
    responses((status = 202, body = JobBody, description = "It will stop")),
    extensions(("x-permission" = json!("job:cancel"))))]
pub(crate) async fn cancel(desk: Desk, Path(id): Path<String>) -> Answer {
    let job = found(&desk, &id).await?;
    let change = desk.begin().await?;
    if !jobs::cancel(change.work(), &job).await? {
        return Err(Code::WrongState.into());
    }
    let now = jobs::by_id(change.work(), &id).await?.unwrap_or(job);
    if now.state.is_over() {
        crate::imports::job_cancelled(change.work(), &id).await?;
    }
    let note = desk.note("cancel", "job").on(&id, &now.path);
    change.finish(note, Reply::of(StatusCode::ACCEPTED, &JobBody::from(now))).await
}
