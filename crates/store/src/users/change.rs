//! Changing a person; the caller says which version it saw.

use super::{Tongue, User, UserState, lookup::by_id};
use crate::{
    Role, Source, StoreError, Work,
    error::Result,
    moment::millis,
    tables::{
        user_roles,
        users::{ActiveModel, Column, Entity},
    },
};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr};

/// What may be changed of a person; `None` leaves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change<'a> {
    /// The person's name.
    pub name: Option<&'a str>,
    /// The language.
    pub language: Option<Tongue>,
    /// Whether they may sign in.
    pub state: Option<UserState>,
    /// All their roles from now on.
    pub roles: Option<&'a [Role]>,
}

/// Changes `seen`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn change(work: &Work, seen: &User, change: &Change<'_>) -> Result<User> {
    let row = ActiveModel {
        name: Set(change.name.unwrap_or(&seen.name).to_owned()),
        language: Set(change.language.unwrap_or(seen.language).word().to_owned()),
        state: Set(change.state.unwrap_or(seen.state).word().to_owned()),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(row)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::Version.eq(seen.version))
        .exec(&work.executor())
        .await?;
    if let (1, Some(roles)) = (done.rows_affected, change.roles) {
        set_roles(work, &seen.id, roles).await?;
    }
    match by_id(work, &seen.id).await? {
        Some(user) if done.rows_affected == 1 => Ok(user),
        user => Err(StoreError::Stale { expected: seen.version, found: user.map_or(0, |user| user.version) }),
    }
}

/// Makes `roles` the only roles of the person; returns them sorted.
///
/// # Errors
/// The engine's failure.
pub async fn set_roles(work: &Work, user_id: &str, roles: &[Role]) -> Result<Vec<Role>> {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    let executor = work.executor();
    user_roles::Entity::delete_many().filter(user_roles::Column::UserId.eq(user_id)).exec(&executor).await?;
    for role in &roles {
        let row = user_roles::Model { user_id: user_id.to_owned(), role: role.word().to_owned() };
        user_roles::Entity::insert(row.into_active_model()).exec_without_returning(&executor).await?;
    }
    Ok(roles)
}

/// Notes that the person signed in now.
///
/// # Errors
/// The engine's failure.
pub async fn signed_in(work: &Work, user_id: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::SignedInAt, Expr::value(millis(work.now())))
        .filter(Column::Id.eq(user_id))
        .exec(&work.executor())
        .await?;
    Ok(())
}
