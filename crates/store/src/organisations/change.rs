//! Changing an organisation; the caller says which version it saw.

use super::Organisation;
use crate::{
    Scope, Source, Work,
    error::Result,
    tables::organisations::{ActiveModel, Column, Entity},
    work::change_seen,
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, Set,
    sea_query::{Expr, SimpleExpr},
};

/// Closes `seen` from the day `on`, and with it everything below that is not closed by then; says how many those are.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn close(work: &Work, seen: &Organisation, on: Date) -> Result<(Organisation, u64)> {
    let change = ActiveModel { closes_on: Set(Some(on.to_string())), ..Default::default() };
    let closed = apply(work, seen, change).await?;
    let below = close_below(work, seen, on).await?;
    Ok((closed, below))
}

/// What would have opened later closes on the day it opens: it is never open.
async fn close_below(work: &Work, seen: &Organisation, on: Date) -> Result<u64> {
    let on = on.to_string();
    let later = Condition::any().add(Column::ClosesOn.is_null()).add(Column::ClosesOn.gt(on.as_str()));
    let day: SimpleExpr = Expr::case(Column::OpensOn.gt(on.as_str()), Expr::col(Column::OpensOn))
        .finally(Expr::value(on.as_str()))
        .into();
    let update = Entity::update_many()
        .col_expr(Column::ClosesOn, day)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Scope::Below(seen.path.clone()).on(Column::Path, Column::Id))
        .filter(Column::Id.ne(seen.id.as_str()))
        .filter(later);
    Ok(update.exec(&work.executor()).await?.rows_affected)
}

/// Gives `seen` the legal name `name`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn rename(work: &Work, seen: &Organisation, name: &str) -> Result<Organisation> {
    apply(work, seen, ActiveModel { name: Set(name.to_owned()), ..Default::default() }).await
}

/// Gives `seen`, which had none, the credit code `code`; the caller has checked it.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first, [`StoreError::Taken`] when another has the code.
pub async fn identify(work: &Work, seen: &Organisation, code: &str) -> Result<Organisation> {
    apply(work, seen, ActiveModel { credit_code: Set(Some(code.to_owned())), ..Default::default() }).await
}

async fn apply(work: &Work, seen: &Organisation, change: ActiveModel) -> Result<Organisation> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}
