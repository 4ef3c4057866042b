//! Log-ins by an identity provider that are under way: what must come back, and to which browser.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::provider_flows::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Hash of the `state` that must come back.
    pub state_hash: String,
    /// Hash of what the browser that began it keeps in a cookie.
    pub browser_hash: String,
    /// Whose identity is to be linked; `None` to sign in.
    pub user_id: Option<String>,
    /// The `nonce` that must stand in the ID token.
    pub nonce: String,
    /// The PKCE verifier.
    pub verifier: String,
    /// Worthless from then on.
    pub expires_at: Timestamp,
    /// Whether its code was exchanged.
    pub exchanged: bool,
    /// The identity the provider vouched for.
    pub identity_id: Option<String>,
}

impl From<Model> for Flow {
    fn from(model: Model) -> Self {
        Self {
            state_hash: model.state_hash,
            browser_hash: model.browser_hash,
            user_id: model.user_id,
            nonce: model.nonce,
            verifier: model.verifier,
            expires_at: time(model.expires_at),
            exchanged: model.exchanged_at.is_some(),
            identity_id: model.identity_id,
        }
    }
}

/// Begins `flow`.
///
/// # Errors
/// The engine's failure.
pub async fn begin(work: &Work, flow: &Flow) -> Result<()> {
    let model = Model {
        state_hash: flow.state_hash.clone(),
        browser_hash: flow.browser_hash.clone(),
        user_id: flow.user_id.clone(),
        nonce: flow.nonce.clone(),
        verifier: flow.verifier.clone(),
        created_at: millis(work.now()),
        expires_at: millis(flow.expires_at),
        exchanged_at: None,
        identity_id: None,
        ended_at: None,
    };
    model.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// The flow of this state, when it is neither over nor past its time.
///
/// # Errors
/// The engine's failure.
pub async fn find(source: &impl Source, state_hash: &str, now: Timestamp) -> Result<Option<Flow>> {
    let query = Entity::find_by_id(state_hash)
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(millis(now)));
    Ok(query.one(&source.executor()).await?.map(Flow::from))
}

/// Takes the one exchange that a flow has; `false` when it was taken: a state is used once.
///
/// # Errors
/// The engine's failure.
pub async fn take_exchange(work: &Work, state_hash: &str) -> Result<bool> {
    let now = millis(work.now());
    let update = Entity::update_many()
        .col_expr(Column::ExchangedAt, Expr::value(now))
        .filter(Column::StateHash.eq(state_hash))
        .filter(Column::ExchangedAt.is_null())
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(now));
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Notes whom the provider vouched for, while a one-time code is still asked for.
///
/// # Errors
/// The engine's failure.
pub async fn vouched(work: &Work, state_hash: &str, identity_id: &str) -> Result<()> {
    let update = Entity::update_many().col_expr(Column::IdentityId, Expr::value(identity_id));
    update.filter(Column::StateHash.eq(state_hash)).exec(&work.executor()).await?;
    Ok(())
}

/// Ends the flow; `false` when it was over.
///
/// # Errors
/// The engine's failure.
pub async fn end(work: &Work, state_hash: &str) -> Result<bool> {
    let update = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(millis(work.now())))
        .filter(Column::StateHash.eq(state_hash))
        .filter(Column::EndedAt.is_null());
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Clears away what is past its time.
///
/// # Errors
/// The engine's failure.
pub async fn clear_expired(work: &Work) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::ExpiresAt.lte(millis(work.now())));
    Ok(old.exec(&work.executor()).await?.rows_affected)
}

pub(crate) async fn forget_identity(work: &Work, identity_id: &str) -> Result<()> {
    Entity::delete_many().filter(Column::IdentityId.eq(identity_id)).exec(&work.executor()).await?;
    Ok(())
}
