//! Backups of an embedded database.

use crate::{
    desk::Desk,
    jobs::{self, JobBody, Kind},
    problem::{Code, Problem},
    reply::Answer,
};
use store::Engine;

/// Asks for a backup now; the job's result names the file.
#[utoipa::path(post, path = "/api/v1/backups", operation_id = "make_backup", tag = "backups",
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("backup:make")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn make(desk: Desk) -> Answer {
    if desk.database().engine() == Engine::Postgres {
        let (zh, en) = ("PostgreSQL 请用其自带工具备份。", "Back PostgreSQL up with its own tools.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    jobs::ask(&desk, Kind::Backup).await
}
