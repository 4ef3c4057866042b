//! Opening, freezing, thawing and closing a batch.

use super::{BatchBody, after, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem},
    quality,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use serde::Deserialize;
use serde_json::json;
use store::{batches, filings, runs};
use utoipa::ToSchema;

/// Opens a batch: from now on values are collected.
#[utoipa::path(post, path = "/api/v1/batches/{id}/open", operation_id = "open_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "Open")),
    extensions(("x-permission" = json!("batch:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn open(desk: Desk, Path(id): Path<String>) -> Answer {
    moved(desk, &id, BatchAction::Open, None).await
}

/// Freezes a batch: nothing is collected any more. Findings of blocking checks stop it.
#[utoipa::path(post, path = "/api/v1/batches/{id}/freeze", operation_id = "freeze_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "Frozen")),
    extensions(("x-permission" = json!("batch:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn freeze(desk: Desk, Path(id): Path<String>) -> Answer {
    moved(desk, &id, BatchAction::Freeze, None).await
}

/// Closes a batch whose run is published.
#[utoipa::path(post, path = "/api/v1/batches/{id}/close", operation_id = "close_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "Closed")),
    extensions(("x-permission" = json!("batch:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn close(desk: Desk, Path(id): Path<String>) -> Answer {
    moved(desk, &id, BatchAction::Close, None).await
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Thawing {
    /// The reason, for the audit log.
    reason: String,
}

/// Thaws a batch before anything is published: values are collected again.
#[utoipa::path(post, path = "/api/v1/batches/{id}/thaw", operation_id = "thaw_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = Thawing,
    responses((status = 200, body = BatchBody, description = "Open again")),
    extensions(("x-permission" = json!("batch:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn thaw(desk: Desk, Path(id): Path<String>, Json(given): Json<Thawing>) -> Answer {
    let mut checks = Checks::default();
    checks.name(&given.reason, "/reason");
    checks.done()?;
    moved(desk, &id, BatchAction::Thaw, Some(given.reason.trim())).await
}

async fn moved(desk: Desk, id: &str, action: BatchAction, reason: Option<&str>) -> Answer {
    let seen = found(&desk, id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, action)?;
    let change = desk.begin().await?;
    let work = change.work();
    let now = batches::set_state(work, &seen, state).await?;
    if action == BatchAction::Freeze {
        // Nothing can come in between the last look at the values and the freeze.
        quality::insist_free_of_blocking(&desk, work, &now).await?;
    }
    match action {
        BatchAction::Open if batches::participants_of(work, id).await?.is_empty() => {
            let (zh, en) = ("还没有参评企业，请先添加。", "Nobody takes part yet; add enterprises first.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        BatchAction::Freeze => filings::freeze_all(work, id).await?,
        BatchAction::Thaw | BatchAction::Close if runs::in_progress(work, id).await? => {
            let (zh, en) =
                ("正在计算，请等待完成或先取消。", "A run is being computed; wait for it or cancel it.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        BatchAction::Thaw => filings::thaw_all(work, id).await?,
        _ => {}
    }
    let note = desk.note(action.word(), "batch").on(id, &now.path);
    let note = match reason {
        Some(reason) => note.with(json!({ "reason": reason })),
        None => note,
    };
    let version = now.version;
    change.finish(note, Reply::ok(&BatchBody::from(now)).versioned(version)).await
}
