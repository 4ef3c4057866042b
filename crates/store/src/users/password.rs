//! Passwords, as hashes.

use super::UserState;
use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::{
        former_passwords,
        users::{ActiveModel, Column, Entity},
    },
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::Expr,
};

/// Makes `hash` (PHC text) the password of the person, who may sign in from now on; keeps it for the history.
///
/// # Errors
/// The engine's failure.
pub async fn set_password(work: &Work, user_id: &str, hash: &str) -> Result<()> {
    let now = millis(work.now());
    let row = ActiveModel {
        password_hash: Set(Some(hash.to_owned())),
        password_set_at: Set(Some(now)),
        state: Set(UserState::Active.word().to_owned()),
        ..Default::default()
    };
    let executor = work.executor();
    Entity::update_many()
        .set(row)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(user_id))
        .exec(&executor)
        .await?;
    let kept =
        former_passwords::Model { user_id: user_id.to_owned(), set_at: now, password_hash: hash.to_owned() };
    former_passwords::Entity::insert(kept.into_active_model()).exec_without_returning(&executor).await?;
    Ok(())
}

/// Keeps the same password under a newer hash.
///
/// # Errors
/// The engine's failure.
pub async fn rehash(work: &Work, user_id: &str, hash: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .filter(Column::Id.eq(user_id))
        .exec(&work.executor())
        .await?;
    Ok(())
}

/// The last `count` password hashes of the person, the present one first.
///
/// # Errors
/// The engine's failure.
pub async fn former_passwords(source: &impl Source, user_id: &str, count: u64) -> Result<Vec<String>> {
    let rows = former_passwords::Entity::find()
        .filter(former_passwords::Column::UserId.eq(user_id))
        .order_by_desc(former_passwords::Column::SetAt)
        .limit(count)
        .all(&source.executor())
        .await?;
    Ok(rows.into_iter().map(|row| row.password_hash).collect())
}
