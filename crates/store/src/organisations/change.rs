//! Changing an organisation; the caller says which version it saw.

use super::Organisation;
use crate::{
    Source, StoreError, Work,
    error::Result,
    tables::organisations::{ActiveModel, Column, Entity},
};
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::Expr};

/// Closes `seen` from the day `on`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn close(work: &Work, seen: &Organisation, on: Date) -> Result<Organisation> {
    let change = ActiveModel { closes_on: Set(Some(on.to_string())), ..Default::default() };
    apply(work, seen, change).await
}

/// Gives `seen` the legal name `name`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn rename(work: &Work, seen: &Organisation, name: &str) -> Result<Organisation> {
    apply(work, seen, ActiveModel { name: Set(name.to_owned()), ..Default::default() }).await
}

async fn apply(work: &Work, seen: &Organisation, change: ActiveModel) -> Result<Organisation> {
    let done = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::Version.eq(seen.version))
        .exec(&work.executor())
        .await?;
    let now = Entity::find_by_id(seen.id.as_str()).one(&work.executor()).await?;
    match now {
        Some(row) if done.rows_affected == 1 => row.try_into(),
        row => Err(StoreError::Stale { expected: seen.version, found: row.map_or(0, |row| row.version) }),
    }
}
