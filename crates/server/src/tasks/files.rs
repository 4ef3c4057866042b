//! Files of a task. The body of a request is the file itself; what it is, is judged by its content.

use super::{FileBody, found};
use crate::{
    attachments::{Named, Received, received},
    desk::Desk,
    enterprises::note_list,
    files,
    input::Params,
    problem::{Code, Problem, Stop},
    reply::{self, Answer, Reply},
};
use axum::{body::Body, extract::Path, response::Response};
use serde_json::json;
use store::task_files::{self, TaskFile};

/// Most files of one task.
const MOST: usize = 20;

/// Adds a file of up to 10 MB to a task: PDF, PNG, JPEG, OFD, or XLSX without macros. The same file under the same name
/// again gives the one there is. The enterprise does not see it.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/files", operation_id = "attach_to_task", tag = "tasks",
    params(("id" = String, Path, description = "The task"), Named),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = FileBody, description = "Added"),
        (status = 200, body = FileBody, description = "It was added before")),
    extensions(("x-permission" = json!("task:work")), ("x-upload" = json!(true))))]
pub(crate) async fn attach_to_task(
    desk: Desk,
    Path(id): Path<String>,
    Params(named): Params<Named>,
    body: Body,
) -> Answer {
    let task = found(&desk, &id).await?;
    let Received { name, kind, kept } = received(&desk, &named, body).await?;
    let change = desk.begin().await?;
    let user = &desk.caller()?.user;
    let before = task_files::of_task(change.work(), &id).await?;
    if let Some(same) = before.iter().find(|one| one.hash == kept.hash && one.name == name) {
        return Ok(Reply::ok(&FileBody::of(same.clone(), None)));
    }
    if before.len() >= MOST {
        let (zh, en) = (format!("每项任务最多 {MOST} 个附件。"), format!("A task may have {MOST} files."));
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let new = TaskFile {
        id: desk.app.edge.id(),
        task_id: id.clone(),
        hash: kept.hash,
        name,
        media_type: kind.media_type().to_owned(),
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        added_by: user.id.clone(),
        added_at: desk.now(),
    };
    let added = task_files::add(change.work(), new).await?;
    let detail = json!({"file_id": added.id, "name": added.name, "hash": added.hash, "size": added.size});
    let note = desk.note("attach", "task").on(&id, &task.path).with(detail);
    let location = format!("/api/v1/tasks/{id}/files/{}", added.id);
    let by = user.name.clone();
    change.finish(note, Reply::created(&FileBody::of(added, Some(by)), &location)).await
}

/// A file of a task, to be saved. That it was fetched is written down.
#[utoipa::path(get, path = "/api/v1/tasks/{id}/files/{file}", operation_id = "fetch_task_file", tag = "tasks",
    params(("id" = String, Path, description = "The task"), ("file" = String, Path, description = "The file")),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "application/pdf"),
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "application/ofd"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("task:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn fetch_task_file(
    desk: Desk,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Stop> {
    let task = found(&desk, &id).await?;
    let all = task_files::of_task(desk.database(), &id).await?;
    let one = all.into_iter().find(|one| one.id == file).ok_or(Code::NotFound)?;
    note_list(&desk, ("task", Some(&id)), [task.path.as_str()]).await?;
    let bytes = tokio::fs::read(files::place(&desk.app, &one.hash, "")).await.map_err(files::unwritten)?;
    if desk.caller()?.user.id != one.added_by {
        let note = desk.note("fetch", "task").on(&id, &task.path).with(json!({"file_id": one.id}));
        desk.write_down(note).await?;
    }
    Ok(reply::download(bytes, &one.name, &one.media_type))
}
