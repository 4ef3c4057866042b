//! What reviewers said.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::{filing_approvals, filing_returns},
    work::insert_all,
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

/// A field sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Its id.
    pub id: String,
    /// The field's item; empty for the filing as a whole.
    pub item: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub returned_by: String,
    /// When; [`add_returns`] sets it to the time of the change.
    pub returned_at: Timestamp,
    /// Submitted again then.
    pub mended_at: Option<Timestamp>,
}

/// Sends fields of a filing back.
///
/// # Errors
/// The engine's failure.
pub async fn add_returns(work: &Work, participant_id: &str, fields: Vec<Returned>) -> Result<()> {
    let now = millis(work.now());
    let rows = fields.into_iter().map(|one| {
        let row = filing_returns::Model {
            id: one.id,
            participant_id: participant_id.to_owned(),
            item: one.item,
            reason: one.reason,
            returned_by: one.returned_by,
            returned_at: now,
            mended_at: None,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// Notes that what was sent back is submitted again.
///
/// # Errors
/// The engine's failure.
pub async fn mend_returns(work: &Work, participant_id: &str) -> Result<()> {
    use filing_returns::Column;
    let update = filing_returns::Entity::update_many()
        .col_expr(Column::MendedAt, Expr::value(millis(work.now())))
        .filter(Column::ParticipantId.eq(participant_id))
        .filter(Column::MendedAt.is_null());
    update.exec(&work.executor()).await?;
    Ok(())
}

/// Everything that was sent back to a participant, oldest first.
///
/// # Errors
/// The engine's failure.
pub async fn returns(source: &impl Source, participant_id: &str) -> Result<Vec<Returned>> {
    use filing_returns::Column;
    let query = filing_returns::Entity::find().filter(Column::ParticipantId.eq(participant_id));
    let rows =
        query.order_by_asc(Column::ReturnedAt).order_by_asc(Column::Id).all(&source.executor()).await?;
    let one = |row: filing_returns::Model| Returned {
        id: row.id,
        item: row.item,
        reason: row.reason,
        returned_by: row.returned_by,
        returned_at: time(row.returned_at),
        mended_at: row.mended_at.map(time),
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Notes that a reviewer approved.
///
/// # Errors
/// [`crate::StoreError::Taken`] when this person approved already.
pub async fn add_approval(work: &Work, participant_id: &str, by: &str) -> Result<()> {
    let row = filing_approvals::Model {
        participant_id: participant_id.to_owned(),
        approved_by: by.to_owned(),
        approved_at: millis(work.now()),
    };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// Who approved a filing as it is now.
///
/// # Errors
/// The engine's failure.
pub async fn approvals(source: &impl Source, participant_id: &str) -> Result<Vec<String>> {
    use filing_approvals::Column;
    let query = filing_approvals::Entity::find().filter(Column::ParticipantId.eq(participant_id));
    let rows = query.order_by_asc(Column::ApprovedBy).all(&source.executor()).await?;
    Ok(rows.into_iter().map(|row| row.approved_by).collect())
}

/// Forgets who approved: the filing changes.
///
/// # Errors
/// The engine's failure.
pub async fn clear_approvals(work: &Work, participant_id: &str) -> Result<()> {
    use filing_approvals::Column;
    let old = filing_approvals::Entity::delete_many().filter(Column::ParticipantId.eq(participant_id));
    old.exec(&work.executor()).await?;
    Ok(())
}
