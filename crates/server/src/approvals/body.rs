//! An action that needs two persons, as people read it.

use super::ActionWord;
use crate::{desk::Desk, problem::Stop, wire::ApprovalStateWord};
use serde::Serialize;
use serde_json::Value;
use store::approvals::{Approval, ApprovalState};
use utoipa::ToSchema;

/// Something that was asked for and needs a second person.
#[derive(Serialize, ToSchema)]
#[schema(as = Approval)]
pub(crate) struct ApprovalBody {
    /// Its id.
    id: String,
    /// What is to be done.
    action: ActionWord,
    /// The permission that both persons need.
    permission: String,
    /// What is to be done, in the reader's language.
    words: String,
    /// The exact effect: changed fields with before and after.
    effect: Value,
    /// The thing it is about.
    subject_id: String,
    /// What became of it.
    state: ApprovalStateWord,
    /// The person who asked: id.
    requested_by: String,
    /// Their name.
    requester: String,
    /// Asked then.
    created_at: String,
    /// Worthless from then on.
    expires_at: String,
    /// The person who decided: id.
    decided_by: Option<String>,
    /// Their name.
    decider: Option<String>,
    /// Decided then.
    decided_at: Option<String>,
    /// Why it was declined, or the code of what made it lapse.
    reason: Option<String>,
    /// Whether the reader could confirm or decline it.
    may_decide: bool,
    /// Whether the reader could take it back.
    may_withdraw: bool,
}

impl ApprovalBody {
    /// As the caller reads it.
    ///
    /// # Errors
    /// 401 when nobody is signed in.
    pub(crate) fn of(desk: &Desk, approval: Approval) -> Result<Self, Stop> {
        let caller = desk.caller()?;
        let state = approval.state_at(desk.now());
        let waits = state == ApprovalState::Waiting;
        let own = approval.requested_by == caller.user.id;
        let about_me = approval.subject_id == caller.user.id;
        let row = desk.app.permissions.row(&approval.permission);
        let reaches = row.and_then(|row| crate::caller::scope_under(caller, row).ok());
        let holds = reaches.is_some_and(|scope| scope.holds(&approval.path))
            && super::gives(&caller.user.roles, &approval.grants);
        let action = ActionWord::ALL.into_iter().find(|action| action.word() == approval.action);
        let words = match desk.context.language {
            formula::Language::Chinese => approval.words_zh,
            formula::Language::English => approval.words_en,
        };
        Ok(Self {
            id: approval.id,
            action: action.ok_or(crate::problem::Code::InternalError)?,
            permission: approval.permission,
            words,
            effect: approval.effect,
            subject_id: approval.subject_id,
            state: state.into(),
            requested_by: approval.requested_by,
            requester: approval.requester,
            created_at: approval.created_at.to_string(),
            expires_at: approval.expires_at.to_string(),
            decided_by: approval.decided_by,
            decider: approval.decider,
            decided_at: approval.decided_at.map(|at| at.to_string()),
            reason: approval.reason,
            may_decide: waits && holds && !own && !about_me,
            may_withdraw: waits && own,
        })
    }
}
