//! Accounts that nobody uses.

use super::{User, UserState, lookup::by_id};
use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::{
        api_tokens,
        users::{Column, Entity},
    },
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// The people who may sign in but did nothing since `since`: no log-in, no new password, no token used.
///
/// # Errors
/// The engine's failure.
pub async fn dormant(work: &Work, since: Timestamp) -> Result<Vec<User>> {
    let since = millis(since);
    let used_a_token = api_tokens::Entity::find()
        .select_only()
        .column(api_tokens::Column::UserId)
        .filter(api_tokens::Column::UsedAt.gte(since))
        .into_query();
    let long_ago = |column: Column| Condition::any().add(column.is_null()).add(column.lt(since));
    let rows = Entity::find()
        .filter(Column::State.eq(UserState::Active.word()))
        .filter(Column::CreatedAt.lt(since))
        .filter(long_ago(Column::SignedInAt))
        .filter(long_ago(Column::PasswordSetAt))
        .filter(Column::Id.not_in_subquery(used_a_token))
        .all(&work.executor())
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.extend(by_id(work, &row.id).await?);
    }
    Ok(found)
}
