//! Handing a policy or product in, sending it back, publishing it, giving it up.

use super::{
    body::{DraftBody, Names},
    lookup::worth,
    organisation, own,
    standing::{hindrances, refuse},
};
use crate::{
    desk::Desk,
    etag,
    input::Json,
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
    scheme_drafts::{Head, WhyBack, after, reason, refuse_mistakes, writers},
};
use axum::extract::Path;
use domain::collection::{RuleAction, may_publish_rules};
use serde_json::json;
use store::{
    Work, notices,
    rule_drafts::{self, DraftState, RuleDraft},
};

/// Hands a draft in: from now on only a second person moves it on. One with mistakes stays with its author.
#[utoipa::path(post, path = "/api/v1/rule-drafts/{id}/submit", operation_id = "submit_rules", tag = "rules",
    params(("id" = String, Path, description = "The draft")),
    responses((status = 200, body = DraftBody, description = "Handed in")),
    extensions(("x-permission" = json!("rules:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn submit_rules(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Submit)?;
    insist_sound(&desk, &seen).await?;
    moved(desk, &seen, (RuleAction::Submit, state), None).await
}

/// Sends a draft back to its author, with the reason.
#[utoipa::path(post, path = "/api/v1/rule-drafts/{id}/send-back", operation_id = "send_rules_back", tag = "rules",
    params(("id" = String, Path, description = "The draft")), request_body = WhyBack,
    responses((status = 200, body = DraftBody, description = "A draft again")),
    extensions(("x-permission" = json!("rules:publish")), ("x-if-match" = json!("required"))))]
pub(crate) async fn send_rules_back(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<WhyBack>,
) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::SendBack)?;
    let why = reason(&given)?;
    moved(desk, &seen, (RuleAction::SendBack, state), Some(why)).await
}

/// Gives a draft up; it stays to be read.
#[utoipa::path(post, path = "/api/v1/rule-drafts/{id}/withdraw", operation_id = "withdraw_rules", tag = "rules",
    params(("id" = String, Path, description = "The draft")), request_body = WhyBack,
    responses((status = 200, body = DraftBody, description = "Given up")),
    extensions(("x-permission" = json!("rules:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn withdraw_rules(desk: Desk, Path(id): Path<String>, Json(given): Json<WhyBack>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Withdraw)?;
    let why = reason(&given)?;
    moved(desk, &seen, (RuleAction::Withdraw, state), Some(why)).await
}

/// Publishes a draft: from its first day on it counts, and it never changes. Whoever wrote it may not publish it.
#[utoipa::path(post, path = "/api/v1/rule-drafts/{id}/publish", operation_id = "publish_rules", tag = "rules",
    params(("id" = String, Path, description = "The draft")),
    responses((status = 200, body = DraftBody, description = "Published")),
    extensions(("x-permission" = json!("rules:publish")), ("x-fresh" = json!(true)), ("x-if-match" = json!("required"))))]
pub(crate) async fn publish_rules(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Publish)?;
    let by = desk.caller()?.user.id.clone();
    may_publish_rules(&writers(&seen), &by).map_err(|_| Problem::new(Code::OwnScheme))?;
    insist_sound(&desk, &seen).await?;
    moved(desk, &seen, (RuleAction::Publish, state), None).await
}

async fn moved(
    desk: Desk,
    seen: &RuleDraft,
    (action, state): (RuleAction, DraftState),
    reason: Option<&str>,
) -> Answer {
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let names = Names::of(&desk, std::slice::from_ref(seen)).await?;
    let owner = organisation(&desk, &seen.owner_id).await?;
    let zone = ZoneRules::zone_of(&desk).await?;
    let change = desk.begin().await?;
    if state == DraftState::Published {
        // Whatever was published meanwhile counts too.
        refuse(&hindrances(&desk, change.work(), zone.as_ref(), (&owner, seen)).await?)?;
    }
    let by = desk.caller()?.user.id.clone();
    let now = rule_drafts::set_state(change.work(), seen, state, &by, reason).await?;
    tell(&desk, change.work(), &now, action).await?;
    let head = Head::of(&now.content);
    let detail = json!({
        "kind": now.kind.word(), "code": head.code, "rules_version": head.version,
        "state": [seen.state.word(), now.state.word()], "reason": reason, "file": now.file,
        "sha256": crate::text::fingerprint(&now.content),
    });
    let note = desk.note(action.word(), "rules").on(&now.id, &now.path).with(detail);
    let body = DraftBody::of(&now, &names);
    change.finish(note, Reply::ok(&body).versioned(now.version)).await
}

/// Colleagues learn that a second person is needed; whoever began it learns what became of it.
async fn tell(desk: &Desk, work: &Work, draft: &RuleDraft, action: RuleAction) -> Result<(), Stop> {
    if action == RuleAction::Withdraw {
        return Ok(());
    }
    let name = Head::of(&draft.content).name;
    let detail = json!({
        "draft_id": draft.id, "kind": draft.kind.word(), "name": name, "action": action.word(),
        "reason": draft.reason,
    });
    let mut new = notice(desk, &draft.path, None, Kind::RulesMoved, &detail)?;
    if action != RuleAction::Submit {
        new.person_id = Some(draft.author_id.clone());
    }
    Ok(notices::send(work, vec![new]).await?)
}

/// A draft with mistakes, or with something in its way, moves nowhere: all of it is named.
async fn insist_sound(desk: &Desk, draft: &RuleDraft) -> Result<(), Stop> {
    let (judged, reasons) = worth(desk, draft).await?;
    refuse_mistakes(&judged.problems)?;
    Ok(refuse(&reasons)?)
}
