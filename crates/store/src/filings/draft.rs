//! What was typed and not submitted.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    tables::filing_drafts::{ActiveModel, Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr,
};

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The cells, as JSON text.
    pub cells: String,
    /// Who saved it last.
    pub saved_by: String,
    /// When.
    pub saved_at: Timestamp,
    /// Grows with each saving.
    pub version: i64,
}

impl From<Model> for Draft {
    fn from(row: Model) -> Self {
        Self { cells: row.cells, saved_by: row.saved_by, saved_at: time(row.saved_at), version: row.version }
    }
}

/// The draft of a participant, when something was saved.
///
/// # Errors
/// The engine's failure.
pub async fn draft(source: &impl Source, participant_id: &str) -> Result<Option<Draft>> {
    Ok(Entity::find_by_id(participant_id).one(&source.executor()).await?.map(Draft::from))
}

/// Saves a draft over version `seen` (0: none was there).
///
/// # Errors
/// [`StoreError::Stale`] when somebody saved first.
pub async fn save(work: &Work, participant_id: &str, seen: i64, cells: &str, by: &str) -> Result<Draft> {
    let now = millis(work.now());
    let found = draft(work, participant_id).await?;
    let version = found.as_ref().map_or(0, |draft| draft.version);
    if version != seen {
        return Err(StoreError::Stale { expected: seen, found: version });
    }
    if found.is_none() {
        let row = Model {
            participant_id: participant_id.to_owned(),
            cells: cells.to_owned(),
            saved_by: by.to_owned(),
            saved_at: now,
            version: 1,
        };
        return match row.into_active_model().insert(&work.executor()).await.map_err(StoreError::from) {
            Err(StoreError::Taken(_)) => Err(StoreError::Stale { expected: 0, found: 1 }),
            other => Ok(other?.into()),
        };
    }
    let change = ActiveModel {
        cells: Set(cells.to_owned()),
        saved_by: Set(by.to_owned()),
        saved_at: Set(now),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::ParticipantId.eq(participant_id))
        .filter(Column::Version.eq(seen))
        .exec(&work.executor())
        .await?;
    match draft(work, participant_id).await? {
        Some(draft) if done.rows_affected == 1 => Ok(draft),
        other => Err(StoreError::Stale { expected: seen, found: other.map_or(0, |draft| draft.version) }),
    }
}
