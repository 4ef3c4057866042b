//! 企业画像 of many enterprises: what a job was asked for.

use crate::{
    Source, Work,
    error::{Result, StoreError},
    tables::portrait_requests::{Entity, Model},
    users::Tongue,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The job.
    pub job_id: String,
    /// The published run.
    pub run_id: String,
    /// The credit codes, in order.
    pub codes: Vec<String>,
    /// In which language.
    pub language: Tongue,
}

/// Enters a request.
///
/// # Errors
/// The engine's failure.
pub async fn ask(work: &Work, new: Request) -> Result<()> {
    let codes = serde_json::to_string(&new.codes).unwrap_or_default();
    let row =
        Model { job_id: new.job_id, run_id: new.run_id, codes, language: new.language.word().to_owned() };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// What the job was asked for.
///
/// # Errors
/// The engine's failure, or a row that cannot be understood.
pub async fn asked(source: &impl Source, job_id: &str) -> Result<Option<Request>> {
    let Some(row) = Entity::find_by_id(job_id).one(&source.executor()).await? else { return Ok(None) };
    let codes = serde_json::from_str(&row.codes);
    let codes =
        codes.map_err(|_| StoreError::Corrupt { what: "portrait_requests.codes", value: row.codes })?;
    let language = Tongue::from_word(&row.language)?;
    Ok(Some(Request { job_id: row.job_id, run_id: row.run_id, codes, language }))
}
