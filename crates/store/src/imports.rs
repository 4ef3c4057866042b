//! 导入: workbooks that were sent in, what their columns mean, and what came of them.

mod headings;
mod rows;

pub use headings::{Headings, headings_of, remember};
pub use rows::{ImportRow, RowOutcome, replace_rows, rows_of};

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    organisations::Organisation,
    page::paged,
    role::words,
    tables::imports::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

words! {
    /// What is imported.
    ImportKind, "import kind", {
        /// The register.
        Register = "register",
        /// A source's values for a batch.
        Values = "values",
        /// An authority's list of those who hold a title.
        Titles = "titles",
        /// An authority's list of who made the annual report of a year.
        AnnualReports = "annual-reports",
    }
}

words! {
    /// What happens when some rows are bad; chosen beforehand.
    ImportMode, "import mode", {
        /// All rows or none.
        All = "all",
        /// The good rows only.
        Good = "good",
    }
}

words! {
    /// How far an import is.
    ImportState, "import state", {
        /// The file is here, its header matched.
        Uploaded = "uploaded",
        /// Every row is being looked at.
        Previewing = "previewing",
        /// The preview is there.
        Previewed = "previewed",
        /// It is being stored.
        Running = "running",
        /// It was stored.
        Done = "done",
        /// Nothing was stored; the outcome says why.
        Failed = "failed",
        /// Somebody stopped it; nothing was stored.
        Cancelled = "cancelled",
    }
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: String,
    /// The zone whose data it changes.
    pub zone_id: String,
    /// That zone's path.
    pub path: String,
    /// What is imported.
    pub kind: ImportKind,
    /// The batch, for values.
    pub batch_id: Option<String>,
    /// The source's word; `register` for the register, the rung for authorities' lists.
    pub source: String,
    /// The period of rows that name none.
    pub period: Option<i32>,
    /// The file's name as it was sent.
    pub file_name: String,
    /// SHA-256 of the file, which is its place under `data/files`.
    pub file_hash: String,
    /// Its size in bytes.
    pub file_size: i64,
    /// What happens when some rows are bad.
    pub mode: ImportMode,
    /// How far it is.
    pub state: ImportState,
    /// The sheet and what each column is, as JSON text.
    pub columns: String,
    /// What the last look at every row came to, as JSON text.
    pub outcome: String,
    /// SHA-256 of the workbook given back.
    pub returned_hash: Option<String>,
    /// The job that works on it.
    pub job_id: Option<String>,
    /// Who sent it.
    pub created_by: String,
    /// When.
    pub created_at: Timestamp,
    /// Over then.
    pub ended_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Import {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            kind: ImportKind::from_word(&row.kind)?,
            mode: ImportMode::from_word(&row.mode)?,
            state: ImportState::from_word(&row.state)?,
            period: row.period.and_then(|period| i32::try_from(period).ok()),
            id: row.id,
            zone_id: row.zone_id,
            path: row.path,
            batch_id: row.batch_id,
            source: row.source,
            file_name: row.file_name,
            file_hash: row.file_hash,
            file_size: row.file_size,
            columns: row.columns,
            outcome: row.outcome,
            returned_hash: row.returned_hash,
            job_id: row.job_id,
            created_by: row.created_by,
            created_at: time(row.created_at),
            ended_at: row.ended_at.map(time),
            version: row.version,
        })
    }
}

/// A file that was sent.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// Its id.
    pub id: &'a str,
    /// The zone whose data it changes.
    pub zone: &'a Organisation,
    /// What is imported.
    pub kind: ImportKind,
    /// The batch, for values.
    pub batch_id: Option<&'a str>,
    /// The source's word.
    pub source: &'a str,
    /// The period of rows that name none.
    pub period: Option<i32>,
    /// The file's name as it was sent.
    pub file_name: &'a str,
    /// SHA-256 of the file.
    pub file_hash: &'a str,
    /// Its size.
    pub file_size: i64,
    /// What happens when some rows are bad.
    pub mode: ImportMode,
    /// What each column is.
    pub columns: &'a str,
    /// Who sent it.
    pub by: &'a str,
}

/// Enters an import.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: &NewImport<'_>) -> Result<Import> {
    let row = Model {
        id: new.id.to_owned(),
        zone_id: new.zone.id.clone(),
        path: new.zone.path.clone(),
        kind: new.kind.word().to_owned(),
        batch_id: new.batch_id.map(str::to_owned),
        source: new.source.to_owned(),
        period: new.period.map(i64::from),
        file_name: new.file_name.to_owned(),
        file_hash: new.file_hash.to_owned(),
        file_size: new.file_size,
        mode: new.mode.word().to_owned(),
        state: ImportState::Uploaded.word().to_owned(),
        columns: new.columns.to_owned(),
        outcome: "{}".to_owned(),
        returned_hash: None,
        job_id: None,
        created_by: new.by.to_owned(),
        created_at: millis(work.now()),
        ended_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// What changes about an import; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// How far it is now; an end notes the time.
    pub state: Option<ImportState>,
    /// What each column is.
    pub columns: Option<String>,
    /// What happens when some rows are bad.
    pub mode: Option<ImportMode>,
    /// What the last look at every row came to.
    pub outcome: Option<String>,
    /// SHA-256 of the workbook given back; the inner `None` takes it away.
    pub returned_hash: Option<Option<String>>,
    /// The job that works on it.
    pub job_id: Option<String>,
}

impl Change {
    fn columns(self, now: Timestamp) -> ActiveModel {
        let mut row = <ActiveModel as Default>::default();
        if let Some(state) = self.state {
            row.state = Set(state.word().to_owned());
            let over = matches!(state, ImportState::Done | ImportState::Failed | ImportState::Cancelled);
            row.ended_at = Set(over.then(|| millis(now)));
        }
        if let Some(columns) = self.columns {
            row.columns = Set(columns);
        }
        if let Some(mode) = self.mode {
            row.mode = Set(mode.word().to_owned());
        }
        if let Some(outcome) = self.outcome {
            row.outcome = Set(outcome);
        }
        if let Some(hash) = self.returned_hash {
            row.returned_hash = Set(hash);
        }
        if let Some(job) = self.job_id {
            row.job_id = Set(Some(job));
        }
        row
    }
}

/// Changes `seen`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn change(work: &Work, seen: &Import, change: Change) -> Result<Import> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change.columns(work.now()), |row| {
            row.version
        })
        .await?;
    row.try_into()
}

/// The import `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Import>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::CreatedBy));
    query.one(&source.executor()).await?.map(Import::try_from).transpose()
}

/// The import that a job works on.
///
/// # Errors
/// The engine's failure.
pub async fn of_job(source: &impl Source, job_id: &str) -> Result<Option<Import>> {
    let query = Entity::find().filter(Column::JobId.eq(job_id));
    query.one(&source.executor()).await?.map(Import::try_from).transpose()
}

/// Which imports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<ImportKind>,
    /// For this batch.
    pub batch_id: Option<String>,
    /// Of this source.
    pub source: Option<String>,
    /// This far.
    pub state: Option<ImportState>,
    /// Of a file with this hash.
    pub file_hash: Option<String>,
}

/// The imports within `scope` that match, by the time they were sent.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Import>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::CreatedBy));
    let equal = [
        (Column::Kind, filter.kind.map(ImportKind::word)),
        (Column::BatchId, filter.batch_id.as_deref()),
        (Column::Source, filter.source.as_deref()),
        (Column::State, filter.state.map(ImportState::word)),
        (Column::FileHash, filter.file_hash.as_deref()),
    ];
    for (column, value) in equal {
        if let Some(value) = value {
            select = select.filter(column.eq(value));
        }
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.created_at), id: row.id.clone() };
    paged(source, select, (Column::CreatedAt, Column::Id), page, mark).await?.try_map(Import::try_from)
}
