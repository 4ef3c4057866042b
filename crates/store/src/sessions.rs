//! Sessions: only the hash of a token is stored.

mod holder;

pub use holder::{Holder, holder};

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::sessions::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id: not the token, and of no use to sign in.
    pub id: String,
    /// Whose.
    pub user_id: String,
    /// From which network address.
    pub address: String,
    /// With which program.
    pub agent: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Seen last.
    pub seen_at: Timestamp,
    /// Ends then at the latest.
    pub expires_at: Timestamp,
    /// When the person last proved to be there (log-in counts).
    pub stepped_up_at: Option<Timestamp>,
}

impl From<Model> for Session {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            user_id: model.user_id,
            address: model.address,
            agent: model.agent,
            created_at: time(model.created_at),
            seen_at: time(model.seen_at),
            expires_at: time(model.expires_at),
            stepped_up_at: model.stepped_up_at.map(time),
        }
    }
}

/// What must be known to start one.
#[derive(Debug, Clone)]
pub struct NewSession<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose.
    pub user_id: &'a str,
    /// Hash of the token.
    pub token_hash: &'a str,
    /// Network address.
    pub address: &'a str,
    /// Program.
    pub agent: &'a str,
    /// Ends then at the latest.
    pub expires_at: Timestamp,
}

/// Starts a session.
///
/// # Errors
/// The engine's failure.
pub async fn start(work: &Work, new: &NewSession<'_>) -> Result<Session> {
    let now = millis(work.now());
    let model = Model {
        id: new.id.to_owned(),
        user_id: new.user_id.to_owned(),
        token_hash: new.token_hash.to_owned(),
        address: new.address.to_owned(),
        agent: new.agent.to_owned(),
        created_at: now,
        seen_at: now,
        expires_at: millis(new.expires_at),
        stepped_up_at: Some(now),
        ended_at: None,
    };
    Ok(model.into_active_model().insert(&work.executor()).await?.into())
}

/// The session of a token, unless it was ended. Whether it timed out is for the caller to say.
///
/// # Errors
/// The engine's failure.
pub async fn by_token(source: &impl Source, token_hash: &str) -> Result<Option<Session>> {
    let query = Entity::find().filter(Column::TokenHash.eq(token_hash)).filter(Column::EndedAt.is_null());
    Ok(query.one(&source.executor()).await?.map(Session::from))
}

/// The sessions of a person that are neither ended nor past their end, newest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_user(source: &impl Source, user_id: &str, now: Timestamp) -> Result<Vec<Session>> {
    let query = Entity::find()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(millis(now)))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Session::from).collect())
}

/// Notes that the session was seen now.
///
/// # Errors
/// The engine's failure.
pub async fn seen(work: &Work, id: &str) -> Result<()> {
    mark(work, id, Column::SeenAt).await
}

/// Notes that the person proved to be there now.
///
/// # Errors
/// The engine's failure.
pub async fn stepped_up(work: &Work, id: &str) -> Result<()> {
    mark(work, id, Column::SteppedUpAt).await
}

async fn mark(work: &Work, id: &str, column: Column) -> Result<()> {
    let update = Entity::update_many().col_expr(column, Expr::value(millis(work.now())));
    update.filter(Column::Id.eq(id)).exec(&work.executor()).await?;
    Ok(())
}

/// Ends the session `id` of the person; `false` when there is no such open session.
///
/// # Errors
/// The engine's failure.
pub async fn end(work: &Work, user_id: &str, id: &str) -> Result<bool> {
    let update = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(millis(work.now())))
        .filter(Column::Id.eq(id))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::EndedAt.is_null());
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Ends every session there is; returns how many.
///
/// # Errors
/// The engine's failure.
pub async fn end_everyones(work: &Work) -> Result<u64> {
    let update = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(millis(work.now())))
        .filter(Column::EndedAt.is_null());
    Ok(update.exec(&work.executor()).await?.rows_affected)
}

/// Ends every session of the person, but for `keep`; returns how many.
///
/// # Errors
/// The engine's failure.
pub async fn end_all(work: &Work, user_id: &str, keep: Option<&str>) -> Result<u64> {
    let mut update = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(millis(work.now())))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::EndedAt.is_null());
    if let Some(keep) = keep {
        update = update.filter(Column::Id.ne(keep));
    }
    Ok(update.exec(&work.executor()).await?.rows_affected)
}
