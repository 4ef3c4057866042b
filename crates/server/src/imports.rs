//! 导入: a workbook is sent in, its header matched, every row looked at, and then all of it or its good rows stored.

mod annual_reports;
mod ask;
mod columns;
mod lookup;
mod origins;
mod plan;
mod problems;
mod reading;
mod register;
mod returned;
mod standing;
mod template;
mod titles;
mod upload;
mod values;
mod whose;
mod work;

pub(crate) use ask::*;
pub(crate) use columns::*;
pub(crate) use lookup::*;
pub(crate) use origins::Origins;
pub(crate) use reading::{Columns, columns_of};
pub(crate) use template::*;
pub(crate) use upload::*;
pub(crate) use work::{broke as job_broke, run as run_job};

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    wire::{ImportKindWord, ImportModeWord, ImportStateWord},
};
use serde::Serialize;
use serde_json::Value;
use store::imports::{self, Import, ImportState};
use utoipa::ToSchema;

/// An import.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub(crate) struct ImportBody {
    /// Its id.
    id: String,
    /// The zone whose data it changes.
    zone_id: String,
    /// What is imported.
    kind: ImportKindWord,
    /// The batch, for values.
    batch_id: Option<String>,
    /// Who reports; `register` for the register, the rung for authorities' lists.
    source: String,
    /// The period of rows that name none.
    period: Option<i32>,
    /// The file's name.
    file_name: String,
    /// SHA-256 of the file.
    file_hash: String,
    /// Its size in bytes.
    file_size: i64,
    /// What happens when some rows are bad.
    mode: ImportModeWord,
    /// How far it is.
    state: ImportStateWord,
    /// The sheet, what each column is, and what is wrong with the header.
    columns: Value,
    /// What the last look at every row came to: `rows`, `created`, `changed`, `unchanged`, `rejected`, `warnings`, and
    /// `problems` of the whole file.
    outcome: Value,
    /// Whether the workbook can be fetched back with its problems marked.
    returned: bool,
    /// The job that works on it.
    job_id: Option<String>,
    /// Who sent it.
    created_by: String,
    /// That person's name, where imports are read.
    created_by_name: Option<String>,
    /// When.
    created_at: String,
    /// Over then.
    ended_at: Option<String>,
}

impl ImportBody {
    fn of(desk: &Desk, import: Import) -> Self {
        let read = |text: &str| {
            let mut value: Value = serde_json::from_str(text).unwrap_or_default();
            problems::in_language(&mut value, desk.context.language);
            value
        };
        Self {
            columns: read(&import.columns),
            outcome: read(&import.outcome),
            id: import.id,
            zone_id: import.zone_id,
            kind: import.kind.into(),
            batch_id: import.batch_id,
            source: import.source,
            period: import.period,
            file_name: import.file_name,
            file_hash: import.file_hash,
            file_size: import.file_size,
            mode: import.mode.into(),
            state: import.state.into(),
            returned: import.returned_hash.is_some(),
            job_id: import.job_id,
            created_by: import.created_by,
            created_by_name: None,
            created_at: import.created_at.to_string(),
            ended_at: import.ended_at.map(|at| at.to_string()),
        }
    }
}

impl ImportBody {
    /// The same with the name of who sent it.
    fn by(self, people: &std::collections::HashMap<String, String>) -> Self {
        Self { created_by_name: people.get(&self.created_by).cloned(), ..self }
    }
}

/// The job of an import was stopped before it began.
pub(crate) async fn job_cancelled(work: &store::Work, job_id: &str) -> Result<(), Stop> {
    if let Some(import) = imports::of_job(work, job_id).await? {
        let change = imports::Change { state: Some(ImportState::Cancelled), ..imports::Change::default() };
        imports::change(work, &import, change).await?;
    }
    Ok(())
}

/// The import `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Import, Stop> {
    imports::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
