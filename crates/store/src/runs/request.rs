//! What a job that computes a run was asked for.

use crate::{
    Source, Work,
    error::Result,
    jobs::JobState,
    tables::{
        jobs,
        run_requests::{Column, Entity, Model},
    },
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait,
};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The job.
    pub job_id: String,
    /// The batch to compute.
    pub batch_id: String,
    /// The published run to correct.
    pub corrects: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl From<Model> for Request {
    fn from(row: Model) -> Self {
        Self { job_id: row.job_id, batch_id: row.batch_id, corrects: row.corrects, reason: row.reason }
    }
}

/// Enters a request.
///
/// # Errors
/// The engine's failure.
pub async fn ask(work: &Work, new: Request) -> Result<()> {
    let row =
        Model { job_id: new.job_id, batch_id: new.batch_id, corrects: new.corrects, reason: new.reason };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// What the job was asked for.
///
/// # Errors
/// The engine's failure.
pub async fn asked(source: &impl Source, job_id: &str) -> Result<Option<Request>> {
    Ok(Entity::find_by_id(job_id).one(&source.executor()).await?.map(Request::from))
}

/// Whether a run of the batch is being computed or waits to be.
///
/// # Errors
/// The engine's failure.
pub async fn in_progress(source: &impl Source, batch_id: &str) -> Result<bool> {
    let open = jobs::Entity::find().select_only().column(jobs::Column::Id);
    let open = open.filter(jobs::Column::State.is_in([JobState::Waiting.word(), JobState::Running.word()]));
    let query = Entity::find()
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::JobId.in_subquery(open.into_query()));
    Ok(query.one(&source.executor()).await?.is_some())
}
