//! The second person says yes: it is done, once, in the transaction of the decision.

use super::{Action, ApprovalBody, Parties, Performed, found, party, shown_once};
use crate::{
    desk::{Change, Desk, Note},
    etag,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Serialize;
use serde_json::{Value, json};
use store::{
    approvals::{self, Approval, ApprovalState, Decision},
    audit::Outcome,
};
use utoipa::ToSchema;

/// It was done.
#[derive(Serialize, ToSchema)]
pub(crate) struct Confirmed {
    /// What was confirmed.
    approval: ApprovalBody,
    /// What the action answers: a person, or a person with a one-time link (in this answer and never again).
    result: Value,
}

/// Confirms what another person asked for: it is done now. A request whose thing was changed meanwhile, or whose
/// first person may not do it any more, lapses instead.
#[utoipa::path(post, path = "/api/v1/approvals/{id}/confirm", operation_id = "confirm_approval", tag = "approvals",
    params(("id" = String, Path, description = "The request")),
    responses((status = 200, body = Confirmed, description = "Done")),
    extensions(("x-permission" = json!("approval:decide")), ("x-if-match" = json!("required")),
               ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn confirm(desk: Desk, Path(id): Path<String>) -> Answer {
    let change = desk.begin().await?;
    let seen = found(&desk, change.work(), &id).await?;
    undecided(&desk, &seen)?;
    match done(&desk, &change, &seen).await {
        Ok((now, performed)) => {
            let version = now.version;
            let by = desk.note("confirm", "approval").on(&id, &now.path).with(told(&now));
            let effect = performed
                .note
                .and("approval", json!(id))
                .and("requested_by", json!({"id": now.requested_by, "name": now.requester}))
                .and("confirmed_by", json!({"id": now.decided_by, "name": now.decider}));
            let body = Confirmed { approval: ApprovalBody::of(&desk, now)?, result: performed.result };
            let reply = shown_once(Reply::ok(&body).versioned(version));
            change.finish_approved(by, vec![effect], reply).await
        }
        Err(Stop::Problem(problem)) if lapses(problem.code()) => {
            drop(change);
            Err(lapsed(&desk, &seen, *problem).await?)
        }
        Err(other) => Err(other),
    }
}

/// Goes on when the caller saw this very request, and may decide on it.
pub(super) fn undecided(desk: &Desk, seen: &Approval) -> Result<(), Stop> {
    let user = &desk.caller()?.user;
    if seen.requested_by == user.id {
        return Err(Code::OwnRequest.into());
    }
    if seen.subject_id == user.id {
        return Err(Code::OwnAccount.into());
    }
    match seen.state_at(desk.now()) {
        ApprovalState::Waiting => Ok(etag::require(desk, seen.version)?),
        state => {
            let (zh, en) = (format!("该申请已处于“{}”状态。", state.word()), state.word());
            Err(Problem::new(Code::WrongState).saying(zh, format!("The request is {en} already.")).into())
        }
    }
}

async fn done(desk: &Desk, change: &Change<'_>, seen: &Approval) -> Result<(Approval, Performed), Stop> {
    let user = &desk.caller()?.user;
    let work = change.work();
    // Both as they are now: a role taken away a moment ago counts.
    let second = party(&desk.app, work, &user.id, &seen.permission, &seen.path).await?;
    let second = second.ok_or(Code::NotAllowed)?;
    let decision =
        Decision { state: ApprovalState::Confirmed, by: (&second.user.id, &second.user.name), reason: None };
    // Of many at once one gets past here; the others find it decided.
    let now = approvals::decide(work, seen, &decision).await.map_err(decided_meanwhile)?;
    let first = party(&desk.app, work, &seen.requested_by, &seen.permission, &seen.path).await?;
    let first = first.ok_or(Code::RequesterMayNot)?;
    let action: Action = serde_json::from_str(&seen.instruction).map_err(|error| {
        tracing::error!(%error, id = seen.id, "an approval is not understood");
        Code::InternalError
    })?;
    let performed = action.perform(desk, work, &Parties { first, second }).await?;
    Ok((now, performed))
}

pub(super) fn decided_meanwhile(error: store::StoreError) -> Stop {
    match error {
        store::StoreError::Stale { .. } => Code::WrongState.into(),
        other => other.into(),
    }
}

/// What will not become possible again by waiting.
fn lapses(code: Code) -> bool {
    matches!(
        code,
        Code::RequesterMayNot
            | Code::ChangedMeanwhile
            | Code::ExistsAlready
            | Code::NotFound
            | Code::NotAccepted
            | Code::DutiesNotSeparate
    )
}

/// Nothing was done; the request is over, and why is said and written down.
async fn lapsed(desk: &Desk, seen: &Approval, problem: Problem) -> Result<Stop, Stop> {
    let user = &desk.caller()?.user;
    let work = desk.database().begin(desk.now()).await?;
    let code = problem.code().row().code;
    let decision = Decision { state: ApprovalState::Lapsed, by: (&user.id, &user.name), reason: Some(code) };
    let now = approvals::decide(&work, seen, &decision).await.map_err(decided_meanwhile)?;
    let note = desk.note("confirm", "approval").on(&seen.id, &seen.path).ended(Outcome::Failed);
    desk.commit(work, note.with(told(&now)).and("why", json!(code))).await?;
    let problem = match problem.code() {
        Code::ChangedMeanwhile => problem.saying(
            "申请提出后，对象已被修改。该申请作废，请核对后重新提出。",
            "What it is about was changed after it was asked. The request has lapsed; look again and ask anew.",
        ),
        _ => problem,
    };
    Ok(problem.into())
}

/// What is written down of a decision.
pub(super) fn told(approval: &Approval) -> Value {
    json!({
        "action": approval.action,
        "words": approval.words_zh,
        "subject_id": approval.subject_id,
        "requested_by": {"id": approval.requested_by, "name": approval.requester},
    })
}

/// A note of something that was decided.
pub(super) fn note(desk: &Desk, action: &str, approval: &Approval) -> Note {
    desk.note(action, "approval").on(&approval.id, &approval.path).with(told(approval))
}
