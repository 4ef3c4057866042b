//! Entering a person, not yet able to sign in.

use super::{Tongue, User, UserState, set_roles};
use crate::{
    Role, Source, Work, error::Result, moment::millis, organisations::Organisation, tables::users::Model,
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};

/// What must be known to enter a person.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    /// The id, given by the caller.
    pub id: &'a str,
    /// The organisation; the caller has looked it up within the actor's scope.
    pub organisation: &'a Organisation,
    /// The name to sign in with, case folded.
    pub login: &'a str,
    /// The person's name.
    pub name: &'a str,
    /// The language.
    pub language: Tongue,
    /// The roles.
    pub roles: &'a [Role],
}

/// Enters `new` in the state [`UserState::Invited`].
///
/// # Errors
/// [`crate::StoreError::Taken`] when the log-in name exists.
pub async fn add(work: &Work, new: &NewUser<'_>) -> Result<User> {
    let model = Model {
        id: new.id.to_owned(),
        organisation_id: new.organisation.id.clone(),
        path: new.organisation.path.clone(),
        login: new.login.to_owned(),
        name: new.name.to_owned(),
        language: new.language.word().to_owned(),
        password_hash: None,
        password_set_at: None,
        state: UserState::Invited.word().to_owned(),
        version: 1,
        created_at: millis(work.now()),
        signed_in_at: None,
    };
    let model = model.into_active_model().insert(&work.executor()).await?;
    let roles = set_roles(work, &model.id, new.roles).await?;
    super::with_roles(model, roles)
}
