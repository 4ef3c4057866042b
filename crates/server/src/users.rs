//! People, as administrators see them.

mod access;
mod change;
mod dormant;
mod invite;
mod lookup;
mod names;
mod reset;
mod roles;

pub(crate) use access::*;
pub(crate) use change::*;
pub(crate) use dormant::is_dormant;
pub use dormant::shut_dormant;
pub(crate) use invite::*;
pub(crate) use lookup::*;
pub(crate) use names::names;
pub(crate) use reset::*;

use crate::{
    approvals::Parties,
    desk::Desk,
    permissions::may_grant,
    problem::{Code, Stop},
    wire::{LanguageWord, RoleWord, StateWord, words},
};
use serde::Serialize;
use store::{
    Role,
    users::{self, User},
};
use utoipa::ToSchema;

/// A person.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub(crate) struct Body {
    /// The id.
    id: String,
    /// The organisation.
    organisation_id: String,
    /// The log-in name.
    login: String,
    /// The name.
    name: String,
    /// The language.
    language: LanguageWord,
    /// Whether they may sign in.
    state: StateWord,
    /// The roles.
    roles: Vec<RoleWord>,
    /// Invited then.
    created_at: String,
    /// Signed in last.
    signed_in_at: Option<String>,
}

impl From<User> for Body {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            organisation_id: user.organisation_id,
            login: user.login,
            name: user.name,
            language: user.language.into(),
            state: user.state.into(),
            roles: words(&user.roles),
            created_at: user.created_at.to_string(),
            signed_in_at: user.signed_in_at.map(|at| at.to_string()),
        }
    }
}

/// The person `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<User, Stop> {
    users::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// The same, but never the caller (nobody changes their own rights), and nobody with a role that the caller may not
/// give: who can reset an account can become it.
async fn found_other(desk: &Desk, id: &str) -> Result<User, Stop> {
    let user = found(desk, id).await?;
    let own = &desk.caller()?.user;
    if user.id == own.id {
        return Err(Code::OwnAccount.into());
    }
    if may_grant_all(&own.roles, &user) { Ok(user) } else { Err(Code::NotAllowed.into()) }
}

/// The same at the time of a decision, for both persons.
///
/// # Errors
/// What it means that one of them may not.
fn may_touch(user: &User, both: &Parties) -> Result<(), Stop> {
    for (party, code) in both.each() {
        if party.user.id == user.id {
            return Err(Code::OwnAccount.into());
        }
        if !party.scope.holds(&user.path) || !may_grant_all(&party.user.roles, user) {
            return Err(code.into());
        }
    }
    Ok(())
}

fn may_grant_all(own: &[Role], user: &User) -> bool {
    user.roles.iter().all(|role| may_grant(own, *role))
}
