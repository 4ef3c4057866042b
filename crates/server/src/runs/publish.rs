//! Publishing and discarding runs.

use super::{RunBody, found};
use crate::{
    batches,
    desk::Desk,
    etag,
    notices::{Kind, notice},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::{self, BatchAction, RunAction, may_publish};
use serde_json::json;
use store::{
    Scope, batches as stored,
    batches::BatchState,
    notices,
    runs::{self, Run},
};

fn after(run: &Run, action: RunAction) -> Result<(), Problem> {
    let state = collection::Run::from_word(run.state.word()).ok_or_else(|| Problem::new(Code::WrongState))?;
    state.after(action).map(drop).map_err(batches::refused)
}

/// Publishes a draft run: from then on it never changes. Whoever computed it may not publish it. A run that was
/// published before is superseded; its enterprises are told.
#[utoipa::path(post, path = "/api/v1/runs/{id}/publish", operation_id = "publish_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = RunBody, description = "Published")),
    extensions(("x-permission" = json!("run:publish")), ("x-if-match" = json!("required"))))]
pub(crate) async fn publish(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let by = desk.caller()?.user.id.clone();
    after(&seen, RunAction::Publish)?;
    may_publish(&seen.created_by, &by).map_err(|_| Problem::new(Code::OwnRun))?;
    let change = desk.begin().await?;
    let work = change.work();
    let batch = stored::within(work, &Scope::Everything, &seen.batch_id).await?.ok_or(Code::NotFound)?;
    let state = batches::after(&batch, BatchAction::Publish)?;
    insist_current(work, &seen).await?;
    let published = runs::publish(work, &seen, &by).await?;
    if batch.state == BatchState::Frozen {
        stored::set_state(work, &batch, state).await?;
    }
    let told = json!({"batch": batch.title, "year": batch.year, "number": published.number});
    let mut all = Vec::new();
    for one in stored::participants_of(work, &batch.id).await? {
        // An enterprise without people of its own has nobody to tell.
        if one.path != batch.path {
            all.push(notice(&desk, &one.path, Some(&batch.id), Kind::Published, &told)?);
        }
    }
    notices::send(work, all).await?;
    let detail = json!({
        "batch_id": batch.id, "number": published.number, "receipt_code": published.receipt_code,
        "computed_by": published.created_by, "corrects": published.corrects, "reason": published.reason,
    });
    let note = desk.note("publish", "run").on(&id, &published.path).with(detail);
    let version = published.version;
    change.finish(note, Reply::ok(&RunBody::from(published)).versioned(version)).await
}

/// Only the newest run is published, and a correction only of what is published now.
async fn insist_current(work: &store::Work, seen: &Run) -> Result<(), crate::problem::Stop> {
    let newest = runs::newest(work, &seen.batch_id).await?;
    let published = runs::published(work, &seen.batch_id).await?;
    if newest.is_none_or(|newest| newest.id == seen.id) && published.map(|run| run.id) == seen.corrects {
        return Ok(());
    }
    let (zh, en) = (
        "已有更新的计算结果，请核对后发布最新的一次。",
        "There is a newer run; look at it and publish that one.",
    );
    Err(Problem::new(Code::WrongState).saying(zh, en).into())
}

/// Throws a draft run away.
#[utoipa::path(post, path = "/api/v1/runs/{id}/discard", operation_id = "discard_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = RunBody, description = "Discarded")),
    extensions(("x-permission" = json!("run:compute")), ("x-if-match" = json!("required"))))]
pub(crate) async fn discard(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    after(&seen, RunAction::Discard)?;
    let change = desk.begin().await?;
    let now = runs::discard(change.work(), &seen).await?;
    let note = desk.note("discard", "run").on(&id, &now.path).with(json!({"number": now.number}));
    let version = now.version;
    change.finish(note, Reply::ok(&RunBody::from(now)).versioned(version)).await
}
