//! One-time links: to accept an invitation, to choose a new password, and for the first administrator.

use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::invitations::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};

/// Makes a link for the person; earlier unused links of theirs stop working.
///
/// # Errors
/// The engine's failure.
pub async fn issue(
    work: &Work,
    id: &str,
    user_id: &str,
    token_hash: &str,
    expires_at: Timestamp,
) -> Result<()> {
    revoke_all(work, user_id).await?;
    let model = Model {
        id: id.to_owned(),
        user_id: user_id.to_owned(),
        token_hash: token_hash.to_owned(),
        created_at: millis(work.now()),
        expires_at: millis(expires_at),
        used_at: None,
    };
    model.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// The person a working link belongs to.
///
/// # Errors
/// The engine's failure.
pub async fn holder(source: &impl Source, token_hash: &str, now: Timestamp) -> Result<Option<String>> {
    let query = Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(millis(now)));
    Ok(query.one(&source.executor()).await?.map(|row| row.user_id))
}

/// Uses the link up; `false` when it was used, revoked or past its time, so that of two users one wins.
///
/// # Errors
/// The engine's failure.
pub async fn use_up(work: &Work, token_hash: &str) -> Result<bool> {
    let now = millis(work.now());
    let update = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now));
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Makes every unused link of the person worthless.
///
/// # Errors
/// The engine's failure.
pub async fn revoke_all(work: &Work, user_id: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(millis(work.now())))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::UsedAt.is_null())
        .exec(&work.executor())
        .await?;
    Ok(())
}
