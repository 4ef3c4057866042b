//! Handing a scheme in, sending it back, publishing it, giving it up.

use super::{body::writers, found, judge, lookup::body_of};
use crate::{
    batches::refused,
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
    scheme_drafts::body::DraftBody,
};
use axum::extract::Path;
use domain::collection::{self, RuleAction, may_publish_rules};
use serde::Deserialize;
use serde_json::json;
use store::{
    Scope, Work,
    rule_drafts::{self, DraftState, RuleDraft},
};
use utoipa::ToSchema;

/// The state of the rule file `draft` after `action`.
///
/// # Errors
/// 409 with the reason.
pub(crate) fn after(draft: &RuleDraft, action: RuleAction) -> Result<DraftState, Problem> {
    let unknown = || Problem::new(Code::WrongState);
    let state = collection::RuleDraft::from_word(draft.state.word()).ok_or_else(unknown)?;
    let kind = collection::RuleKind::from_word(draft.kind.word()).ok_or_else(unknown)?;
    let next = state.after(action, kind).map_err(refused)?;
    // Both lists of words are one: a test compares them.
    Ok(DraftState::from_word(next.word()).unwrap_or(draft.state))
}

/// Hands a scheme in: from now on only a second person moves it on. One with mistakes stays with its author.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/submit", operation_id = "submit_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")),
    responses((status = 200, body = DraftBody, description = "Handed in")),
    extensions(("x-permission" = json!("scheme:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn submit(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Submit)?;
    insist_sound(&desk, &seen).await?;
    moved(desk, &seen, ("submit", state), None).await
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WhyBack {
    /// The reason, for its author and the audit log.
    reason: String,
}

pub(crate) fn reason(given: &WhyBack) -> Result<&str, Problem> {
    let mut checks = Checks::default();
    let length = given.reason.trim().chars().count();
    checks.that(
        (1..=1_000).contains(&length),
        "/reason",
        "应为 1 至 1000 字",
        "must have 1 to 1000 characters",
    );
    checks.done()?;
    Ok(given.reason.trim())
}

/// Sends a scheme back to its author, with the reason.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/send-back", operation_id = "send_scheme_back", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")), request_body = WhyBack,
    responses((status = 200, body = DraftBody, description = "A draft again")),
    extensions(("x-permission" = json!("scheme:publish")), ("x-if-match" = json!("required"))))]
pub(crate) async fn send_back(desk: Desk, Path(id): Path<String>, Json(given): Json<WhyBack>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::SendBack)?;
    let why = reason(&given)?;
    moved(desk, &seen, ("send-back", state), Some(why)).await
}

/// Gives a scheme up; it stays to be read.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/withdraw", operation_id = "withdraw_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")), request_body = WhyBack,
    responses((status = 200, body = DraftBody, description = "Given up")),
    extensions(("x-permission" = json!("scheme:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn withdraw(desk: Desk, Path(id): Path<String>, Json(given): Json<WhyBack>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Withdraw)?;
    let why = reason(&given)?;
    moved(desk, &seen, ("withdraw", state), Some(why)).await
}

/// Publishes a scheme: from now on years can be evaluated by it, and it never changes. Whoever wrote it may not publish it.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/publish", operation_id = "publish_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")),
    responses((status = 200, body = DraftBody, description = "Published")),
    extensions(("x-permission" = json!("scheme:publish")), ("x-fresh" = json!(true)), ("x-if-match" = json!("required"))))]
pub(crate) async fn publish(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, RuleAction::Publish)?;
    let by = desk.caller()?.user.id.clone();
    may_publish_rules(&writers(&seen), &by).map_err(|_| Problem::new(Code::OwnScheme))?;
    insist_sound(&desk, &seen).await?;
    moved(desk, &seen, ("publish", state), None).await
}

async fn moved(
    desk: Desk,
    seen: &RuleDraft,
    (action, state): (&str, DraftState),
    reason: Option<&str>,
) -> Answer {
    let change = desk.begin().await?;
    if state == DraftState::Published {
        insist_new(&desk, change.work(), seen).await?;
    }
    let by = desk.caller()?.user.id.clone();
    let now = rule_drafts::set_state(change.work(), seen, state, &by, reason).await?;
    let detail = json!({
        "state": [seen.state.word(), now.state.word()], "reason": reason, "file": now.file,
        "sha256": crate::text::fingerprint(&now.content),
    });
    let note = desk.note(action, "scheme").on(&now.id, &now.path).with(detail);
    let version = now.version;
    let body = body_of(&desk, &now).await?;
    change.finish(note, Reply::ok(&body).versioned(version)).await
}

/// A scheme with mistakes moves nowhere: all of them are named.
async fn insist_sound(desk: &Desk, draft: &RuleDraft) -> Result<(), Stop> {
    let today = beijing_day(desk.now());
    let judged = judge(desk, &draft.path, (&draft.file, &draft.content), today).await?;
    Ok(refuse_mistakes(&judged.problems)?)
}

/// 422 with every mistake of a rule file and its line.
pub(crate) fn refuse_mistakes(problems: &[rulebook::Problem]) -> Result<(), Problem> {
    let mut checks = Checks::default();
    for problem in problems.iter().filter(|problem| problem.is_error()) {
        let at = problem.place.start();
        checks.that(
            false,
            "/content",
            &format!("第 {} 行：{}", at.line, problem.message.zh),
            &format!("line {}: {}", at.line, problem.message.en),
        );
    }
    checks.done()
}

/// A version of a scheme is published once: a code and a version mean one text for ever.
async fn insist_new(desk: &Desk, work: &Work, draft: &RuleDraft) -> Result<(), Stop> {
    let scope = Scope::Organisation(draft.path.clone());
    let rules = ZoneRules::within(desk, work, &scope).await?;
    let today = beijing_day(desk.now());
    let (code, version) = body_of(desk, draft).await?.named();
    let taken = rules.schemes().into_iter().any(|path| {
        let known = rules.scheme(&path, today, "");
        known.is_ok_and(|known| known.value.code == code && known.value.version == version)
    });
    if !taken {
        return Ok(());
    }
    let zh = format!("方案“{code}”已有版本 {version}，请改版本号。");
    let en = format!("There is a version {version} of the scheme `{code}` already; give it another one.");
    Err(Problem::new(Code::WrongState).saying(zh, en).into())
}
