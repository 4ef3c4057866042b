//! Finding runs, within a scope only.

use super::{Run, RunState};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source,
    error::Result,
    page::paged,
    tables::runs::{Column, Entity, Model},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// The run `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Run>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Run::try_from).transpose()
}

/// The run that is published of a batch.
///
/// # Errors
/// The engine's failure.
pub async fn published(source: &impl Source, batch_id: &str) -> Result<Option<Run>> {
    let query = Entity::find()
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::State.eq(RunState::Published.word()));
    query.one(&source.executor()).await?.map(Run::try_from).transpose()
}

/// The newest run of a batch that was not thrown away.
///
/// # Errors
/// The engine's failure.
pub async fn newest(source: &impl Source, batch_id: &str) -> Result<Option<Run>> {
    let query = Entity::find()
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::State.ne(RunState::Discarded.word()))
        .order_by_desc(Column::Number);
    query.one(&source.executor()).await?.map(Run::try_from).transpose()
}

/// The published run of a receipt's code; of several with the same code, one that was not corrected first.
///
/// # Errors
/// The engine's failure.
pub async fn by_receipt_code(source: &impl Source, code: &str) -> Result<Option<Run>> {
    let out = [RunState::Published.word(), RunState::Superseded.word()];
    let query = Entity::find()
        .filter(Column::ReceiptCode.eq(code))
        .filter(Column::State.is_in(out))
        .order_by_asc(Column::State)
        .order_by_asc(Column::Id);
    query.one(&source.executor()).await?.map(Run::try_from).transpose()
}

/// The run that a job entered.
///
/// # Errors
/// The engine's failure.
pub async fn of_job(source: &impl Source, job_id: &str) -> Result<Option<Run>> {
    let query = Entity::find().filter(Column::JobId.eq(job_id));
    query.one(&source.executor()).await?.map(Run::try_from).transpose()
}

/// Which runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this batch.
    pub batch_id: Option<String>,
    /// In one of these states; any when empty.
    pub states: Vec<RunState>,
}

/// The runs within `scope` that match, by time.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Run>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if let Some(batch) = &filter.batch_id {
        select = select.filter(Column::BatchId.eq(batch.as_str()));
    }
    if !filter.states.is_empty() {
        select = select.filter(Column::State.is_in(filter.states.iter().map(|state| state.word())));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.created_at), id: row.id.clone() };
    paged(source, select, (Column::CreatedAt, Column::Id), page, mark).await?.try_map(Run::try_from)
}
