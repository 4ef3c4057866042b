//! Entering, publishing and discarding runs.

use super::{Run, RunState, published};
use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::runs::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};

/// What must be known to enter a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRun {
    /// Its id.
    pub id: String,
    /// Its batch.
    pub batch_id: String,
    /// The batch's path.
    pub path: String,
    /// The receipt, as JSON text.
    pub receipt: String,
    /// 凭据码.
    pub receipt_code: String,
    /// Hash of the snapshot.
    pub snapshot_hash: String,
    /// Hash of the stored reference's file.
    pub calibration_hash: String,
    /// Enterprises scored.
    pub enterprises: i64,
    /// With a rank.
    pub ranked: i64,
    /// Withheld by a veto.
    pub vetoed: i64,
    /// What became different, as JSON text.
    pub comparison: Option<String>,
    /// The published run that it corrects, and why.
    pub corrects: Option<(String, String)>,
    /// The job that computed it.
    pub job_id: String,
    /// Who asked for it.
    pub created_by: String,
}

/// Enters a run as the next draft of its batch.
///
/// # Errors
/// [`StoreError::Taken`] when the job has entered its run already.
pub async fn add(work: &Work, new: NewRun) -> Result<Run> {
    work.take_turns(&new.batch_id).await?;
    let last: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::Number.max(), "last")
        .filter(Column::BatchId.eq(new.batch_id.as_str()))
        .into_tuple()
        .one(&work.executor())
        .await?;
    let (corrects, reason) = new.corrects.unzip();
    let row = Model {
        id: new.id,
        batch_id: new.batch_id,
        path: new.path,
        number: last.flatten().unwrap_or(0) + 1,
        state: RunState::Draft.word().to_owned(),
        receipt: new.receipt,
        receipt_code: new.receipt_code,
        snapshot_hash: new.snapshot_hash,
        calibration_hash: new.calibration_hash,
        enterprises: new.enterprises,
        ranked: new.ranked,
        vetoed: new.vetoed,
        comparison: new.comparison,
        corrects,
        reason,
        job_id: Some(new.job_id),
        created_by: new.created_by,
        created_at: millis(work.now()),
        published_by: None,
        published_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Publishes the draft `seen`; the run that was published before is superseded.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn publish(work: &Work, seen: &Run, by: &str) -> Result<Run> {
    work.take_turns(&seen.batch_id).await?;
    if let Some(before) = published(work, &seen.batch_id).await? {
        let change = ActiveModel { state: Set(RunState::Superseded.word().to_owned()), ..Default::default() };
        updated(work, &before, change).await?;
    }
    let change = ActiveModel {
        state: Set(RunState::Published.word().to_owned()),
        published_by: Set(Some(by.to_owned())),
        published_at: Set(Some(millis(work.now()))),
        ..Default::default()
    };
    updated(work, seen, change).await
}

/// Throws the draft `seen` away.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn discard(work: &Work, seen: &Run) -> Result<Run> {
    let change = ActiveModel { state: Set(RunState::Discarded.word().to_owned()), ..Default::default() };
    updated(work, seen, change).await
}

async fn updated(work: &Work, seen: &Run, change: ActiveModel) -> Result<Run> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}
