//! API tokens: shown once, only the hash is stored.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::api_tokens::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

/// One token, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: String,
    /// Whose.
    pub user_id: String,
    /// What its owner calls it.
    pub name: String,
    /// What it may be used for: words the server gives a meaning.
    pub scopes: Vec<String>,
    /// Made then.
    pub created_at: Timestamp,
    /// Worthless from then on.
    pub expires_at: Timestamp,
    /// Used last.
    pub used_at: Option<Timestamp>,
}

impl From<Model> for Token {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            user_id: model.user_id,
            name: model.name,
            scopes: model.scopes.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            created_at: time(model.created_at),
            expires_at: time(model.expires_at),
            used_at: model.used_at.map(time),
        }
    }
}

/// What must be known to make one.
#[derive(Debug, Clone)]
pub struct NewToken<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose.
    pub user_id: &'a str,
    /// What its owner calls it.
    pub name: &'a str,
    /// Hash of its text.
    pub token_hash: &'a str,
    /// What it may be used for; words without spaces.
    pub scopes: &'a [String],
    /// Worthless from then on.
    pub expires_at: Timestamp,
}

/// Makes a token.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: &NewToken<'_>) -> Result<Token> {
    let model = Model {
        id: new.id.to_owned(),
        user_id: new.user_id.to_owned(),
        name: new.name.to_owned(),
        token_hash: new.token_hash.to_owned(),
        scopes: new.scopes.join(" "),
        created_at: millis(work.now()),
        expires_at: millis(new.expires_at),
        used_at: None,
        revoked_at: None,
    };
    Ok(model.into_active_model().insert(&work.executor()).await?.into())
}

/// The working token with this hash.
///
/// # Errors
/// The engine's failure.
pub async fn by_token(source: &impl Source, token_hash: &str, now: Timestamp) -> Result<Option<Token>> {
    let query = Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(millis(now)));
    Ok(query.one(&source.executor()).await?.map(Token::from))
}

/// The tokens of a person that were not revoked, newest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_user(source: &impl Source, user_id: &str) -> Result<Vec<Token>> {
    let query = Entity::find()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::RevokedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Token::from).collect())
}

/// Notes that the token was used now.
///
/// # Errors
/// The engine's failure.
pub async fn used(work: &Work, id: &str) -> Result<()> {
    let update = Entity::update_many().col_expr(Column::UsedAt, Expr::value(millis(work.now())));
    update.filter(Column::Id.eq(id)).exec(&work.executor()).await?;
    Ok(())
}

/// Revokes the token `id` of the person (`None`: all of theirs); returns how many.
///
/// # Errors
/// The engine's failure.
pub async fn revoke(work: &Work, user_id: &str, id: Option<&str>) -> Result<u64> {
    let mut update = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(millis(work.now())))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::RevokedAt.is_null());
    if let Some(id) = id {
        update = update.filter(Column::Id.eq(id));
    }
    Ok(update.exec(&work.executor()).await?.rows_affected)
}
