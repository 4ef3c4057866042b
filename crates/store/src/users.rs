//! People: each belongs to one organisation and has roles.

mod add;
mod change;
mod dormant;
mod lookup;
mod password;

pub use add::{NewUser, add};
pub use change::{Change, change, set_roles, signed_in};
pub use dormant::dormant;
pub use lookup::{Filter, Sort, any, by_id, by_login, list, roles_of, with_any_role, within};
pub use password::{former_passwords, rehash, set_password};

use crate::{Role, StoreError, error::Result, moment::time, role::words, tables::users::Model};
use jiff::Timestamp;

words! {
    /// Whether a person may sign in.
    UserState, "user state", {
        /// Has not chosen a password yet.
        Invited = "invited",
        /// May sign in.
        Active = "active",
        /// May not; their sessions are gone.
        Disabled = "disabled",
    }
}

words! {
    /// The language a person reads.
    Tongue, "language", {
        /// 简体中文.
        Chinese = "zh",
        /// English.
        English = "en",
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The id.
    pub id: String,
    /// The organisation.
    pub organisation_id: String,
    /// The organisation's path.
    pub path: String,
    /// The name to sign in with; compared as stored (the caller folds case).
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The language.
    pub language: Tongue,
    /// PHC text of the password; `None` until one is chosen.
    pub password_hash: Option<String>,
    /// Since when it has been this password.
    pub password_set_at: Option<Timestamp>,
    /// Whether they may sign in.
    pub state: UserState,
    /// Their roles, sorted.
    pub roles: Vec<Role>,
    /// Grows with each change.
    pub version: i64,
    /// When they were invited.
    pub created_at: Timestamp,
    /// Signed in last.
    pub signed_in_at: Option<Timestamp>,
}

fn with_roles(model: Model, roles: Vec<Role>) -> Result<User> {
    Ok(User {
        language: Tongue::from_word(&model.language)?,
        state: UserState::from_word(&model.state)?,
        id: model.id,
        organisation_id: model.organisation_id,
        path: model.path,
        login: model.login,
        name: model.name,
        password_hash: model.password_hash,
        password_set_at: model.password_set_at.map(time),
        roles,
        version: model.version,
        created_at: time(model.created_at),
        signed_in_at: model.signed_in_at.map(time),
    })
}

/// A person from their row and their roles, separated by spaces.
pub(crate) fn of_row(model: Model, roles: &str) -> Result<User> {
    let mut roles =
        roles.split(' ').filter(|word| !word.is_empty()).map(role).collect::<Result<Vec<Role>>>()?;
    roles.sort_unstable();
    with_roles(model, roles)
}

/// A stored role that this program does not know is an error, never a silent loss of a right or a duty.
fn role(word: &str) -> std::result::Result<Role, StoreError> {
    Role::from_word(word)
}
