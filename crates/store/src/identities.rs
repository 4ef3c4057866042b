//! Who is linked to whom at the identity provider. The key is issuer and subject together.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::identities::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

/// One linked identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub id: String,
    /// The person here.
    pub user_id: String,
    /// The provider.
    pub issuer: String,
    /// The person there.
    pub subject: String,
    /// What they are called there.
    pub name: String,
    /// Linked then.
    pub created_at: Timestamp,
    /// Signed in by it last.
    pub used_at: Option<Timestamp>,
}

impl From<Model> for Identity {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            user_id: model.user_id,
            issuer: model.issuer,
            subject: model.subject,
            name: model.name,
            created_at: time(model.created_at),
            used_at: model.used_at.map(time),
        }
    }
}

/// What must be known to link one.
#[derive(Debug, Clone)]
pub struct NewIdentity<'a> {
    /// Its id.
    pub id: &'a str,
    /// The person here.
    pub user_id: &'a str,
    /// The provider.
    pub issuer: &'a str,
    /// The person there.
    pub subject: &'a str,
    /// What they are called there.
    pub name: &'a str,
}

/// Links one.
///
/// # Errors
/// [`crate::StoreError::Taken`] when that identity is linked already.
pub async fn add(work: &Work, new: &NewIdentity<'_>) -> Result<Identity> {
    let model = Model {
        id: new.id.to_owned(),
        user_id: new.user_id.to_owned(),
        issuer: new.issuer.to_owned(),
        subject: new.subject.to_owned(),
        name: new.name.to_owned(),
        created_at: millis(work.now()),
        used_at: None,
    };
    Ok(model.into_active_model().insert(&work.executor()).await?.into())
}

/// The identity of this subject at this issuer.
///
/// # Errors
/// The engine's failure.
pub async fn find(source: &impl Source, issuer: &str, subject: &str) -> Result<Option<Identity>> {
    let query = Entity::find().filter(Column::Issuer.eq(issuer)).filter(Column::Subject.eq(subject));
    Ok(query.one(&source.executor()).await?.map(Identity::from))
}

/// The identity `id`.
///
/// # Errors
/// The engine's failure.
pub async fn by_id(source: &impl Source, id: &str) -> Result<Option<Identity>> {
    Ok(Entity::find_by_id(id).one(&source.executor()).await?.map(Identity::from))
}

/// The identities of a person, oldest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_user(source: &impl Source, user_id: &str) -> Result<Vec<Identity>> {
    let query = Entity::find()
        .filter(Column::UserId.eq(user_id))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Identity::from).collect())
}

/// Notes that somebody signed in by it now.
///
/// # Errors
/// The engine's failure.
pub async fn used(work: &Work, id: &str) -> Result<()> {
    let update = Entity::update_many().col_expr(Column::UsedAt, Expr::value(millis(work.now())));
    update.filter(Column::Id.eq(id)).exec(&work.executor()).await?;
    Ok(())
}

/// Unlinks the identity `id` of the person; `false` when there is none such. Log-ins under way by it end.
///
/// # Errors
/// The engine's failure.
pub async fn remove(work: &Work, user_id: &str, id: &str) -> Result<bool> {
    super::provider_flows::forget_identity(work, id).await?;
    let delete = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::UserId.eq(user_id));
    Ok(delete.exec(&work.executor()).await?.rows_affected == 1)
}
