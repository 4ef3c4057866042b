//! 编制政策与产品: policies, loan products and scorecards that are written here. An officer of the zone, or a bank for its own
//! products and scorecards, writes the rule file, sees what is wrong with it and what it would do, and hands it in; a second person publishes; from
//! its first day on it counts, and it never changes. Another version replaces it.

mod begin;
mod body;
mod lookup;
mod moves;
mod standing;
mod text;

pub(crate) use begin::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;

use crate::{
    cards::own_bank,
    desk::Desk,
    library::today,
    problem::{Code, Problem, Stop},
    rules::{ZoneRules, nearest_in_force},
};
use rulebook::{check_from, check_together};
use std::path::Path;
use store::{
    OrganisationKind,
    organisations::Organisation,
    rule_drafts::{self, DraftState, RuleDraft, RuleKind},
};

/// What is written here; schemes have a place of their own.
const KINDS: &[RuleKind] = &[RuleKind::Policy, RuleKind::Product, RuleKind::Scorecard];

/// For whom the caller writes: a bank for itself, everybody else for their zone.
async fn owner(desk: &Desk) -> Result<Organisation, Stop> {
    let own = &desk.caller()?.organisation;
    if own.kind == OrganisationKind::Bank { Ok(own.clone()) } else { desk.zone().await }
}

/// What the caller may read: everything of its own, and of banks the products that were handed in. A scorecard is the bank's own
/// business.
async fn shown(desk: &Desk, draft: &RuleDraft) -> Result<bool, Stop> {
    if draft.kind == RuleKind::Scorecard {
        return Ok(desk.caller()?.organisation.id == draft.owner_id);
    }
    if matches!(draft.state, DraftState::Submitted | DraftState::Published) {
        return Ok(true);
    }
    // Only a bank has drafts that others within their zone must not see.
    let bank = organisation(desk, &draft.owner_id).await?.kind == OrganisationKind::Bank;
    Ok(!bank || desk.caller()?.organisation.id == draft.owner_id)
}

async fn organisation(desk: &Desk, id: &str) -> Result<Organisation, Stop> {
    let found = store::organisations::within(desk.database(), &store::Scope::Everything, id).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

/// The draft `id` as far as the caller may read it.
async fn found(desk: &Desk, id: &str) -> Result<RuleDraft, Stop> {
    let draft = rule_drafts::within(desk.database(), desk.scope(), KINDS, id).await?.ok_or(Code::NotFound)?;
    if shown(desk, &draft).await? { Ok(draft) } else { Err(Code::NotFound.into()) }
}

/// The same, to be changed: only by those for whom it is written.
async fn own(desk: &Desk, id: &str) -> Result<RuleDraft, Stop> {
    let draft = found(desk, id).await?;
    if owner(desk).await?.id == draft.owner_id {
        return Ok(draft);
    }
    let (zh, en) = (
        "只有编制单位可以修改、提交和发布；银行的产品由银行自己编制和发布。",
        "Only those who write it may change, submit or publish it; a bank writes and publishes its own products.",
    );
    Err(Problem::new(Code::NotAllowed).saying(zh, en).into())
}

/// What a text is worth.
struct Judged {
    problems: Vec<rulebook::Problem>,
    /// How people read it, when nothing is wrong with it.
    prose: Option<String>,
}

impl Judged {
    fn is_sound(&self) -> bool {
        !self.problems.iter().any(rulebook::Problem::is_error)
    }
}

/// What counts where the caller is, of a kind.
async fn rules_for(desk: &Desk, kind: RuleKind) -> Result<ZoneRules, Stop> {
    match kind {
        RuleKind::Scorecard => {
            let bank = own_bank(desk)?;
            Ok(ZoneRules::cards_of_bank(&desk.app, desk.database(), &bank.path).await?)
        }
        _ => ZoneRules::library(desk).await,
    }
}

/// Judges `text` as the file `file`, by itself and together with everything that counts where the caller is.
async fn judge(desk: &Desk, kind: RuleKind, (file, text): (&str, &str)) -> Result<Judged, Stop> {
    let rules = rules_for(desk, kind).await?.with(file, text);
    let (file, day) = (file.to_owned(), today(desk));
    // Its checks look at every day something changes: not where requests are answered.
    let judging = tokio::task::spawn_blocking(move || {
        let file = Path::new(&file);
        let mut problems = check_from(&rules, file).problems;
        if problems.iter().any(rulebook::Problem::is_error) {
            return Judged { problems, prose: None };
        }
        let day = nearest_in_force(&rules, file, day);
        let (loaded, all) = match kind {
            RuleKind::Product => {
                (rulebook::load_product_from(&rules, file, day).map(|_| ()), rules.products())
            }
            RuleKind::Scorecard => {
                (rulebook::load_scorecard_from(&rules, file, day).map(|_| ()), rules.scorecards())
            }
            _ => (rulebook::load_policy_from(&rules, file, day).map(|_| ()), rules.policies()),
        };
        problems.extend(loaded.err().unwrap_or_default());
        problems.extend(check_together(&rules, &all));
        let sound = !problems.iter().any(rulebook::Problem::is_error);
        let prose = sound.then(|| rulebook::show_from(&rules, file, Some(day)).ok()).flatten();
        Judged { problems, prose }
    });
    judging.await.map_err(|error| {
        tracing::error!(%error, "a rule file was not judged");
        Code::InternalError.into()
    })
}
