//! What needs two persons, and how each of it is done.

use super::Parties;
use crate::{desk::Desk, desk::Note, problem::Stop, reply::Reply, users};
use formula::Sentence;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{Role, Work};
use utoipa::ToSchema;

/// An action that needs two persons, as it is kept until the second one decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::enum_variant_names, reason = "the first actions are about people; others follow")]
pub(crate) enum Action {
    /// Invites a person with a weighty role.
    InviteUser(users::InviteUser),
    /// Gives a weighty role to a person.
    ChangeUser(users::GiveRoles),
    /// Lets somebody back in who could be taken over that way.
    RecoverUser(users::RecoverUser),
}

/// The kinds of action that need two persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::enum_variant_names, reason = "the first actions are about people; others follow")]
pub(crate) enum ActionWord {
    /// Inviting a person with a weighty role.
    InviteUser,
    /// Giving a weighty role to a person.
    ChangeUser,
    /// Resetting one-time codes, or the password of somebody with a weighty role.
    RecoverUser,
}

impl ActionWord {
    /// Every one.
    pub(crate) const ALL: [Self; 3] = [Self::InviteUser, Self::ChangeUser, Self::RecoverUser];

    /// The word it is stored under.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::InviteUser => "invite-user",
            Self::ChangeUser => "change-user",
            Self::RecoverUser => "recover-user",
        }
    }

    /// The permission both persons need: a row marked `two`.
    pub(crate) const fn permission(self) -> &'static str {
        match self {
            Self::InviteUser | Self::ChangeUser => "role:give",
            Self::RecoverUser => "user:recover",
        }
    }
}

impl Action {
    /// Its kind.
    pub(crate) fn kind(&self) -> ActionWord {
        match self {
            Self::InviteUser(_) => ActionWord::InviteUser,
            Self::ChangeUser(_) => ActionWord::ChangeUser,
            Self::RecoverUser(_) => ActionWord::RecoverUser,
        }
    }

    /// Does it for both persons, in `work`: what is written down, and what is answered.
    ///
    /// # Errors
    /// Why it can not be done now.
    pub(crate) async fn perform(&self, desk: &Desk, work: &Work, both: &Parties) -> Result<Performed, Stop> {
        match self {
            Self::InviteUser(given) => given.perform(desk, work, both).await,
            Self::ChangeUser(given) => given.perform(desk, work, both).await,
            Self::RecoverUser(given) => given.perform(desk, work, both).await,
        }
    }
}

/// What was done.
pub(crate) struct Performed {
    /// What is written down.
    pub(crate) note: Note,
    /// The answer the first person would have got, had one person been enough.
    pub(crate) result: Value,
}

/// What a first person asks for.
pub(crate) struct Wish {
    pub(crate) action: Action,
    /// The thing it is about: its id, and the path of the organisation it belongs to.
    pub(crate) subject_id: String,
    pub(crate) path: String,
    /// Roles that both persons must be able to give.
    pub(crate) grants: Vec<Role>,
    /// What is asked, for people.
    pub(crate) words: Sentence,
    /// Changed fields with before and after.
    pub(crate) effect: Value,
}

/// Fields that an answer shows once.
pub(crate) const ONCE: &[&str] = &["/result/link"];

/// An answer whose secrets are in it this time only.
pub(crate) fn shown_once(reply: Reply) -> Reply {
    reply.once(ONCE)
}
