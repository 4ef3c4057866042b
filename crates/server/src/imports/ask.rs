//! Asking for the preview, and for the import itself.

use crate::{
    desk::Desk,
    jobs::{JobBody, Kind},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use axum::{
    extract::Path,
    http::{StatusCode, header},
};
use serde_json::json;
use store::{
    batches::{self, BatchState},
    imports::{self, Change, ImportState},
    jobs,
};

/// Looks at every row without storing anything: what would be created, changed, left, or rejected, and why.
#[utoipa::path(post, path = "/api/v1/imports/{id}/preview", operation_id = "preview_import", tag = "imports",
    params(("id" = String, Path, description = "The import")),
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("import:make")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn preview(desk: Desk, Path(id): Path<String>) -> Answer {
    ask(&desk, &id, Kind::ImportPreview, ImportState::Previewing).await
}

/// Stores what the preview showed, in one transaction: all of it or nothing.
#[utoipa::path(post, path = "/api/v1/imports/{id}/run", operation_id = "run_import", tag = "imports",
    params(("id" = String, Path, description = "The import")),
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("import:make")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn run(desk: Desk, Path(id): Path<String>) -> Answer {
    ask(&desk, &id, Kind::Import, ImportState::Running).await
}

async fn ask(desk: &Desk, id: &str, kind: Kind, state: ImportState) -> Answer {
    let change = desk.begin().await?;
    let seen = imports::within(change.work(), desk.scope(), id).await?.ok_or(Code::NotFound)?;
    let ready = match kind {
        Kind::Import => seen.state == ImportState::Previewed,
        _ => !matches!(seen.state, ImportState::Previewing | ImportState::Running | ImportState::Done),
    };
    if !ready {
        return Err(Code::WrongState.into());
    }
    if let Some(batch) = &seen.batch_id {
        let batch = batches::within(change.work(), desk.scope(), batch).await?.ok_or(Code::NotFound)?;
        if !matches!(batch.state, BatchState::Draft | BatchState::Open) {
            let (zh, en) =
                ("本批次的数据已冻结，不能再导入。", "The batch is frozen; nothing can be imported.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
    }
    let user = &desk.caller()?.user;
    let job_id = desk.app.edge.id();
    let job = jobs::add(change.work(), &job_id, kind.word(), &user.id, &user.path).await?;
    let what = Change { state: Some(state), job_id: Some(job_id.clone()), ..Change::default() };
    imports::change(change.work(), &seen, what).await?;
    let note = desk.note("ask", "job").on(&job_id, &seen.path);
    let note = note.with(json!({"kind": kind.word(), "import_id": id}));
    let reply = Reply::of(StatusCode::ACCEPTED, &JobBody::from(job));
    let reply = reply.with(header::LOCATION, &format!("/api/v1/jobs/{job_id}"));
    let answer = change.finish(note, reply).await?;
    desk.app.job_asked.notify_one();
    Ok(answer)
}
