//! Answers kept under the key a caller chose, in the same transaction as the change they answer.

use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::idempotency_keys::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Hash of the operation and its body.
    pub fingerprint: String,
    /// The HTTP status.
    pub status: i64,
    /// The headers, as the server wrote them down.
    pub headers: String,
    /// The body.
    pub body: String,
}

/// The answer kept under `key` for the person.
///
/// # Errors
/// The engine's failure.
pub async fn find(source: &impl Source, user_id: &str, key: &str, now: Timestamp) -> Result<Option<Kept>> {
    let query = Entity::find()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::IdempotencyKey.eq(key))
        .filter(Column::ExpiresAt.gt(millis(now)));
    Ok(query.one(&source.executor()).await?.map(|row| Kept {
        fingerprint: row.fingerprint,
        status: row.status,
        headers: row.headers,
        body: row.body,
    }))
}

/// Keeps `answer` until `expires_at`.
///
/// # Errors
/// [`crate::StoreError::Taken`] when another request with this key was faster.
pub async fn keep(work: &Work, user_id: &str, key: &str, answer: &Kept, expires_at: Timestamp) -> Result<()> {
    let old = Entity::delete_many()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::IdempotencyKey.eq(key))
        .filter(Column::ExpiresAt.lte(millis(work.now())));
    old.exec(&work.executor()).await?;
    let model = Model {
        user_id: user_id.to_owned(),
        idempotency_key: key.to_owned(),
        fingerprint: answer.fingerprint.clone(),
        status: answer.status,
        headers: answer.headers.clone(),
        body: answer.body.clone(),
        created_at: millis(work.now()),
        expires_at: millis(expires_at),
    };
    model.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// Clears away what has expired; returns how many.
///
/// # Errors
/// The engine's failure.
pub async fn clear_expired(work: &Work) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::ExpiresAt.lte(millis(work.now())));
    Ok(old.exec(&work.executor()).await?.rows_affected)
}
