//! Backups of an embedded database and of the files it names.

mod contents;
mod make;
mod shelf;

pub use contents::Contents;
pub(crate) use contents::{add_missing, look, restore_rules};
pub use make::{CheckedBackup, Made};
pub(crate) use make::{STEPS, State, are_scheduled, at, check, folder_of, for_server, into_folder, is_due};
pub(crate) use shelf::rules_of;

use crate::{
    app::App,
    desk::Desk,
    files,
    jobs::{self, JobBody, Kind},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use shelf::Kept;
use store::{Engine, jobs::JobState};
use utoipa::ToSchema;

/// What reading a backup back said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum BackupState {
    /// All of it can be restored.
    Good,
    /// It, or a file that it names, is damaged or missing.
    Bad,
    /// It was never read back.
    Unchecked,
}

/// A backup in the folder of backups.
#[derive(Serialize, ToSchema)]
#[schema(as = Backup)]
pub(crate) struct BackupBody {
    /// The name of the file.
    file: String,
    /// When it was made.
    made_at: String,
    /// Bytes of the database in it; the files it names are kept beside it, once for all backups.
    bytes: String,
    /// What reading it back said.
    state: BackupState,
    /// When it was read back.
    checked_at: Option<String>,
    /// Files outside the database that it names.
    files: Option<usize>,
    /// Files that are missing or damaged.
    lost_files: usize,
}

impl From<Kept> for BackupBody {
    fn from(kept: Kept) -> Self {
        let checkup = kept.checkup.as_ref();
        Self {
            file: kept.name(),
            made_at: kept.made_at.to_string(),
            bytes: kept.bytes.to_string(),
            state: checkup.map_or(BackupState::Unchecked, |checkup| {
                if checkup.good { BackupState::Good } else { BackupState::Bad }
            }),
            checked_at: checkup.map(|checkup| checkup.checked_at.clone()),
            files: checkup.map(|checkup| checkup.files),
            lost_files: checkup.map_or(0, |checkup| checkup.missing.len() + checkup.damaged.len()),
        }
    }
}

/// The backups that there are.
#[derive(Serialize, ToSchema)]
pub(crate) struct Backups {
    /// The newest first.
    items: Vec<BackupBody>,
    /// Hours between backups that the server makes by itself; `null` when it makes none.
    every_hours: Option<u32>,
    /// How many are kept.
    keep: u32,
    /// When the latest attempt failed, if it did.
    failed_at: Option<String>,
}

/// The backups in the folder of backups.
#[utoipa::path(get, path = "/api/v1/backups", operation_id = "read_backups", tag = "backups",
    responses((status = 200, body = Backups, description = "The backups")),
    extensions(("x-permission" = json!("backup:list"))))]
pub(crate) async fn list(desk: Desk) -> Answer {
    insist_embedded(&desk)?;
    let app = &desk.app;
    let items = shelf::all(&app.config.backups()).map_err(files::unwritten)?;
    Ok(Reply::ok(&Backups {
        items: items.into_iter().map(BackupBody::from).collect(),
        every_hours: are_scheduled(app).then_some(app.config.backup_hours),
        keep: app.config.backup_keep,
        failed_at: app.backups.failed_at().map(|at| at.to_string()),
    }))
}

/// Asks for a backup now; the job's result names the file.
#[utoipa::path(post, path = "/api/v1/backups", operation_id = "make_backup", tag = "backups",
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("backup:make")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn make(desk: Desk) -> Answer {
    insist_embedded(&desk)?;
    jobs::ask(&desk, Kind::Backup).await
}

fn insist_embedded(desk: &Desk) -> Result<(), Problem> {
    if desk.database().engine() == Engine::Postgres {
        let (zh, en) = ("PostgreSQL 请用其自带工具备份。", "Back PostgreSQL up with its own tools.");
        return Err(Problem::new(Code::WrongState).saying(zh, en));
    }
    Ok(())
}

/// What the job of a backup comes to.
pub(crate) fn told(made: &Made) -> (JobState, Value) {
    let file = made.file.file_name().map(|name| name.to_string_lossy().into_owned());
    let contents = &made.checked.contents;
    if made.checked.is_good() {
        return (JobState::Done, json!({"file": file, "checked": true, "files": contents.named}));
    }
    let (missing, damaged) = (contents.missing.len(), contents.damaged.len());
    let file = file.unwrap_or_default();
    let zh = if made.checked.copy.is_good() {
        format!(
            "备份 {file} 已生成，但所引用的文件有 {missing} 个缺失、{damaged} 个损坏，详见 jifen restore --check"
        )
    } else {
        format!("备份 {file} 回读检查未通过，请立即用 jifen restore --check 查看原因")
    };
    let en = if made.checked.copy.is_good() {
        format!(
            "{file} was made, but of the files it names {missing} are missing and {damaged} damaged; see jifen restore --check"
        )
    } else {
        format!("{file} did not pass its check; look with jifen restore --check at once")
    };
    (JobState::Failed, json!({"code": "backup-not-whole", "detail": {"zh": zh, "en": en}}))
}

/// Seconds since the newest backup that is not known to be bad, and whether the latest attempt failed; `None` where
/// this program makes none.
pub(crate) fn measured(app: &App, now: Timestamp) -> Option<(Option<i64>, bool)> {
    if app.database.engine() == Engine::Postgres {
        return None;
    }
    let all = shelf::all(&app.config.backups()).unwrap_or_default();
    let bad = all.first().is_some_and(Kept::is_bad);
    let newest = all.into_iter().find(|kept| !kept.is_bad());
    let age = newest.map(|kept| now.duration_since(kept.made_at).as_secs().max(0));
    Some((age, bad || app.backups.failed_at().is_some()))
}
