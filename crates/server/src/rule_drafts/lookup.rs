//! Listing and reading what is written.

use super::{
    Judged,
    body::{DraftBody, JudgedBody, Names, WholeBody},
    found, judge, organisation, rules_for, shown,
    standing::hindrances,
};
use crate::{
    cards::card_on,
    desk::Desk,
    input::Params,
    library::today,
    policies::policy_on,
    problem::Stop,
    products::product_on,
    reply::{Answer, Reply},
    rules::ZoneRules,
    scheme_drafts::Head,
    wire::{DraftStateWord, RuleKindWord},
};
use axum::extract::Path;
use formula::Sentence;
use serde::Deserialize;
use store::rule_drafts::{self, RuleDraft, RuleKind};
use utoipa::IntoParams;

/// Which drafts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedRules {
    /// What they are; everything when left out.
    #[param(inline)]
    kind: Option<RuleKindWord>,
    /// This far.
    #[param(inline)]
    state: Option<DraftStateWord>,
}

/// The policies, products and scorecards that the zone and its banks write, the newest first. What a bank has not handed in, and its
/// scorecards, only the bank sees.
#[utoipa::path(get, path = "/api/v1/rule-drafts", operation_id = "list_rule_drafts", tag = "rules",
    params(WantedRules), responses((status = 200, body = Vec<DraftBody>, description = "The drafts")),
    extensions(("x-permission" = json!("rules:review"))))]
pub(crate) async fn list_rule_drafts(desk: Desk, Params(wanted): Params<WantedRules>) -> Answer {
    let kind: Option<RuleKind> = wanted.kind.map(Into::into);
    let kinds: Vec<RuleKind> =
        super::KINDS.iter().copied().filter(|one| kind.is_none_or(|kind| kind == *one)).collect();
    let state = wanted.state.map(Into::into);
    let mut drafts = Vec::new();
    for draft in rule_drafts::list(desk.database(), desk.scope(), &kinds, state).await? {
        if shown(&desk, &draft).await? {
            drafts.push(draft);
        }
    }
    let names = Names::of(&desk, &drafts).await?;
    Ok(Reply::ok(&drafts.iter().map(|one| DraftBody::of(one, &names)).collect::<Vec<_>>()))
}

/// What `draft` is worth, mistakes and hindrances.
pub(super) async fn worth(desk: &Desk, draft: &RuleDraft) -> Result<(Judged, Vec<Sentence>), Stop> {
    let judged = judge(desk, draft.kind, (&draft.file, &draft.content)).await?;
    // What is published has gone through this, and is one of the versions itself.
    let over = draft.state == rule_drafts::DraftState::Published;
    if over || !judged.is_sound() {
        return Ok((judged, Vec::new()));
    }
    let owner = organisation(desk, &draft.owner_id).await?;
    let zone = ZoneRules::zone_of(desk).await?;
    let reasons = hindrances(desk, desk.database(), zone.as_ref(), (&owner, draft)).await?;
    Ok((judged, reasons))
}

/// `draft` as it is sent whole.
pub(super) async fn whole(desk: &Desk, draft: RuleDraft) -> Result<WholeBody, Stop> {
    let (judged, reasons) = worth(desk, &draft).await?;
    let names = Names::of(desk, std::slice::from_ref(&draft)).await?;
    Ok(WholeBody {
        draft: DraftBody::of(&draft, &names),
        before: before(desk, &draft).await?,
        judged: JudgedBody::of(desk, &judged, &reasons),
        content: draft.content,
    })
}

/// The text of the version that counts today; none where it is the draft itself.
async fn before(desk: &Desk, draft: &RuleDraft) -> Result<Option<String>, Stop> {
    let Some(code) = Head::of(&draft.content).code else { return Ok(None) };
    let rules = rules_for(desk, draft.kind).await?;
    let known = match draft.kind {
        RuleKind::Scorecard => card_on(desk, &rules, &code, today(desk)).map(|(_, path, text)| (path, text)),
        RuleKind::Product => product_on(&rules, &code, today(desk)).map(|(_, path, text)| (path, text)),
        _ => policy_on(&rules, &code, today(desk)).map(|(_, path, text)| (path, text)),
    };
    let known = known.ok().filter(|(path, _)| path.to_string_lossy() != draft.file);
    Ok(known.map(|(_, text)| text))
}

/// A draft with its text, what is wrong with it, how people read it, and the version that counts now.
#[utoipa::path(get, path = "/api/v1/rule-drafts/{id}", operation_id = "read_rule_draft", tag = "rules",
    params(("id" = String, Path, description = "The draft")),
    responses((status = 200, body = WholeBody, description = "The draft")),
    extensions(("x-permission" = json!("rules:review"))))]
pub(crate) async fn read_rule_draft(desk: Desk, Path(id): Path<String>) -> Answer {
    let draft = found(&desk, &id).await?;
    let version = draft.version;
    Ok(Reply::ok(&whole(&desk, draft).await?).versioned(version))
}
