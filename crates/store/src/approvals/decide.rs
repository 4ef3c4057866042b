//! Deciding: of many at once, one is counted.

use super::{Approval, ApprovalState};
use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::millis,
    tables::approvals::{ActiveModel, Column, Entity},
};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::Expr};

/// A decision.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// What becomes of it.
    pub state: ApprovalState,
    /// Who decides: id and name.
    pub by: (&'a str, &'a str),
    /// Why.
    pub reason: Option<&'a str>,
}

/// Decides `seen`, unless somebody did so first or its time is over.
///
/// # Errors
/// [`StoreError::Stale`] when it waits no longer.
pub async fn decide(work: &Work, seen: &Approval, decision: &Decision<'_>) -> Result<Approval> {
    let now = millis(work.now());
    let change = ActiveModel {
        state: Set(decision.state.word().to_owned()),
        decided_by: Set(Some(decision.by.0.to_owned())),
        decider: Set(Some(decision.by.1.to_owned())),
        decided_at: Set(Some(now)),
        reason: Set(decision.reason.map(str::to_owned)),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::State.eq(ApprovalState::Waiting.word()))
        .filter(Column::ExpiresAt.gt(now))
        .exec(&work.executor())
        .await?;
    let row = Entity::find_by_id(seen.id.as_str()).one(&work.executor()).await?;
    match row {
        Some(row) if done.rows_affected == 1 => row.try_into(),
        row => Err(StoreError::Stale { expected: seen.version, found: row.map_or(0, |row| row.version) }),
    }
}
