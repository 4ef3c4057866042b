//! What an officer does about a task.

use super::{TaskDetail, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem},
    reply::{Answer, Reply},
    wire::TaskStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::json;
use store::tasks::{self, Note, TaskState};
use utoipa::ToSchema;

/// Where a task goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MoveTask {
    /// To this state; left out for a remark only.
    to: Option<TaskStateWord>,
    /// What happened; the reason when it is given up.
    note: Option<String>,
}

/// Moves a task on (contacted, promised, done, given up with a reason, opened again), or writes a remark.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/move", operation_id = "move_task", tag = "tasks",
    params(("id" = String, Path, description = "The task")), request_body = MoveTask,
    responses((status = 200, body = TaskDetail, description = "The task")),
    extensions(("x-permission" = json!("task:work")), ("x-if-match" = json!("required"))))]
pub(crate) async fn move_task(desk: Desk, Path(id): Path<String>, Json(given): Json<MoveTask>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let said = given.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let mut checks = Checks::default();
    checks.that(
        said.is_none_or(|note| note.chars().count() <= 1_000),
        "/note",
        "不超过1000字",
        "at most 1000 characters",
    );
    checks.that(
        given.to.is_some() || said.is_some(),
        "/note",
        "请填写备注，或选择任务状态",
        "write a remark or choose a state",
    );
    let giving_up = given.to == Some(TaskStateWord::GivenUp);
    checks.that(
        !giving_up || said.is_some(),
        "/note",
        "放弃任务须说明原因",
        "giving a task up needs a reason",
    );
    checks.done()?;
    let to = given.to.map(TaskState::from);
    if let Some(to) = to {
        let known = |state: TaskState| {
            domain::cultivation::Task::from_word(state.word()).ok_or_else(|| Problem::new(Code::WrongState))
        };
        known(seen.state)?.moved(known(to)?, said.is_some()).map_err(crate::batches::refused)?;
    }
    let change = desk.begin().await?;
    let reason = said.filter(|_| giving_up);
    // A remark changes the task too: who wrote it before sees that there is something new.
    let kept = to.map_or(seen.reason.as_deref(), |_| reason);
    let now = tasks::set_state(change.work(), &seen, to.unwrap_or(seen.state), kept).await?;
    let new = Note {
        id: desk.app.edge.id(),
        task_id: id.clone(),
        state: to,
        note: said.unwrap_or_default().to_owned(),
        written_by: desk.caller()?.user.id.clone(),
        written_at: desk.now(),
    };
    tasks::note(change.work(), new).await?;
    let detail = json!({"state": [seen.state.word(), now.state.word()], "enterprise_id": now.enterprise_id});
    let note = desk.note("move", "task").on(&id, &now.path).with(detail);
    let version = now.version;
    let notes = tasks::notes_of(change.work(), &id).await?;
    let body = TaskDetail::of(&desk, now, notes).await?;
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
