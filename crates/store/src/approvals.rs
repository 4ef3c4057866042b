//! Actions that need two persons, kept until somebody else confirms or declines them.

mod decide;
mod lookup;

pub use decide::{Decision, decide};
pub use lookup::{Filter, Sight, list, waiting_like, within};

use crate::{
    Role, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    role::words,
    tables::approvals::Model,
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

words! {
    /// What became of it.
    ApprovalState, "approval state", {
        /// Nobody decided yet.
        Waiting = "waiting",
        /// A second person confirmed, and it was done.
        Confirmed = "confirmed",
        /// A second person declined; the reason says why.
        Declined = "declined",
        /// The first person took it back.
        Withdrawn = "withdrawn",
        /// It could not be done any more when it was to be confirmed; the reason is the code of the problem.
        Lapsed = "lapsed",
        /// Nobody decided in time. Never stored: a waiting one that is past its time.
        Expired = "expired",
    }
}

/// One action that needs two persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Its id.
    pub id: String,
    /// What is to be done: a word the server gives a meaning.
    pub action: String,
    /// The permission that both persons need.
    pub permission: String,
    /// The thing it is about.
    pub subject_id: String,
    /// The organisation that thing belongs to, as a path.
    pub path: String,
    /// What was asked, in Chinese, as the first person saw it.
    pub words_zh: String,
    /// The same in English.
    pub words_en: String,
    /// Roles that whoever confirms must be able to give.
    pub grants: Vec<Role>,
    /// The exact effect: changed fields with before and after.
    pub effect: serde_json::Value,
    /// What the server needs to do it.
    pub instruction: String,
    /// The first person.
    pub requested_by: String,
    /// Their name then.
    pub requester: String,
    /// Asked then.
    pub created_at: Timestamp,
    /// Worthless from then on.
    pub expires_at: Timestamp,
    /// As stored; [`Approval::state_at`] says whether it has expired.
    pub state: ApprovalState,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Their name then.
    pub decider: Option<String>,
    /// Decided then.
    pub decided_at: Option<Timestamp>,
    /// Why it was declined, or the code of what made it lapse.
    pub reason: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

impl Approval {
    /// What became of it by `now`.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> ApprovalState {
        if self.state == ApprovalState::Waiting && now >= self.expires_at {
            ApprovalState::Expired
        } else {
            self.state
        }
    }
}

impl TryFrom<Model> for Approval {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self> {
        let effect = serde_json::from_str(&model.effect)
            .map_err(|_| StoreError::Corrupt { what: "approvals.effect", value: model.id.clone() })?;
        let grants = model.grants.split(' ').filter(|word| !word.is_empty()).map(Role::from_word);
        Ok(Self {
            grants: grants.collect::<Result<_>>()?,
            state: ApprovalState::from_word(&model.state)?,
            effect,
            id: model.id,
            action: model.action,
            permission: model.permission,
            subject_id: model.subject_id,
            path: model.path,
            words_zh: model.words_zh,
            words_en: model.words_en,
            instruction: model.instruction,
            requested_by: model.requested_by,
            requester: model.requester,
            created_at: time(model.created_at),
            expires_at: time(model.expires_at),
            decided_by: model.decided_by,
            decider: model.decider,
            decided_at: model.decided_at.map(time),
            reason: model.reason,
            version: model.version,
        })
    }
}

/// What must be known to keep one.
#[derive(Debug, Clone)]
pub struct NewApproval<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is to be done.
    pub action: &'a str,
    /// The permission that both persons need.
    pub permission: &'a str,
    /// The thing it is about.
    pub subject_id: &'a str,
    /// The organisation that thing belongs to, as a path.
    pub path: &'a str,
    /// What is asked: Chinese, English.
    pub words: (&'a str, &'a str),
    /// Roles that whoever confirms must be able to give.
    pub grants: &'a [Role],
    /// The exact effect.
    pub effect: &'a serde_json::Value,
    /// What the server needs to do it.
    pub instruction: &'a str,
    /// The first person: id and name.
    pub requester: (&'a str, &'a str),
    /// Worthless from then on.
    pub expires_at: Timestamp,
}

/// Keeps `new` until somebody decides.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: &NewApproval<'_>) -> Result<Approval> {
    let model = Model {
        id: new.id.to_owned(),
        action: new.action.to_owned(),
        permission: new.permission.to_owned(),
        subject_id: new.subject_id.to_owned(),
        path: new.path.to_owned(),
        words_zh: new.words.0.to_owned(),
        words_en: new.words.1.to_owned(),
        grants: new.grants.iter().map(|role| role.word()).collect::<Vec<_>>().join(" "),
        effect: new.effect.to_string(),
        instruction: new.instruction.to_owned(),
        requested_by: new.requester.0.to_owned(),
        requester: new.requester.1.to_owned(),
        created_at: millis(work.now()),
        expires_at: millis(new.expires_at),
        state: ApprovalState::Waiting.word().to_owned(),
        decided_by: None,
        decider: None,
        decided_at: None,
        reason: None,
        version: 1,
    };
    model.into_active_model().insert(&work.executor()).await?.try_into()
}
