//! What stands in the way of a text beside its own mistakes: versions there are already, days that are over, products of
//! somebody else.

use super::text;
use crate::{
    cards,
    desk::Desk,
    input::Checks,
    library::today,
    policies,
    problem::{Code, Problem, Stop},
    products,
    rules::ZoneRules,
    scheme_drafts::Head,
};
use formula::Sentence;
use rulebook::Found;
use store::{
    OrganisationKind, Scope, Source,
    organisations::Organisation,
    rule_drafts::{self, DraftState, RuleDraft, RuleKind},
};

/// Every reason why the text of `draft` may not be published for `owner`, as `source` sees what counts in `zone`.
///
/// # Errors
/// The engine's failure, or what is wrong with the files that count.
pub(super) async fn hindrances(
    desk: &Desk,
    source: &impl Source,
    zone: Option<&Organisation>,
    (owner, draft): (&Organisation, &RuleDraft),
) -> Result<Vec<Sentence>, Stop> {
    let rules = match draft.kind {
        RuleKind::Scorecard => ZoneRules::cards_of_bank(&desk.app, source, &owner.path).await?,
        _ => ZoneRules::library_in(desk, source, zone).await?,
    };
    let rules = rules.with(&draft.file, &draft.content);
    let all = match draft.kind {
        RuleKind::Scorecard => cards::found_cards(desk, &rules)?,
        RuleKind::Product => products::found(&rules)?,
        _ => policies::found(&rules)?,
    };
    let is_this = |one: &&Found| one.path.to_string_lossy() == draft.file;
    let Some(this) = all.iter().find(is_this) else { return Ok(Vec::new()) };
    let others: Vec<&Found> = all.iter().filter(|one| one.code == this.code && !is_this(one)).collect();
    let mut reasons = Vec::new();
    let mut because = |holds: bool, zh: String, en: String| {
        if holds {
            reasons.push(Sentence::new(zh, en));
        }
    };
    because(
        others.iter().any(|one| one.version == this.version),
        format!("“{}”已有版本 {}，请改版本号", this.code, this.version),
        format!("there is a version {} of `{}` already; give it another one", this.version, this.code),
    );
    because(
        !others.is_empty() && this.in_force.from < today(desk),
        format!("新版本不能早于今天（{}）生效", today(desk)),
        format!("a new version begins today ({}) or later", today(desk)),
    );
    if matches!(draft.kind, RuleKind::Product | RuleKind::Scorecard) {
        let bank = |one: &Found| bank_of(draft.kind, &rules, one);
        let named = bank(this);
        because(
            owner.kind == OrganisationKind::Bank && named.as_ref() != Some(&owner.name),
            format!("银行名称应为“{}”", owner.name),
            format!("the bank must be `{}`", owner.name),
        );
        because(
            others.iter().any(|one| bank(one) != named),
            format!("“{}”是另一家银行的，请改代码", this.code),
            format!("`{}` is another bank's; give it another code", this.code),
        );
    }
    if draft.kind == RuleKind::Product {
        let kinds = &[RuleKind::Product];
        let published =
            rule_drafts::list(source, &Scope::Everything, kinds, Some(DraftState::Published)).await?;
        // A bank that stands beside the zones is on the shelf of every one: its code is free in all of them, or in none.
        let everywhere = zone.is_none_or(|zone| !owner.path.starts_with(&zone.path));
        let elsewhere = published.iter().filter(|one| one.owner_id != draft.owner_id);
        let mut elsewhere = elsewhere.filter(|one| everywhere || rules.wrote(&one.file));
        because(
            elsewhere.any(|one| Head::of(&one.content).code.as_deref() == Some(this.code.as_str())),
            format!("“{}”由另一单位编制，请改代码", this.code),
            format!("`{}` is written by somebody else; give it another code", this.code),
        );
    }
    Ok(reasons)
}

/// The bank that a product or scorecard names.
fn bank_of(kind: RuleKind, rules: &ZoneRules, one: &Found) -> Option<String> {
    let (path, day) = (&one.path, one.in_force.from);
    match kind {
        RuleKind::Scorecard => Some(rulebook::load_scorecard_from(rules, path, day).ok()?.value.bank.zh),
        _ => Some(rulebook::load_product_from(rules, path, day).ok()?.value.bank.zh),
    }
}

/// 422 with every reason.
pub(super) fn refuse(reasons: &[Sentence]) -> Result<(), Problem> {
    let mut checks = Checks::default();
    for reason in reasons {
        checks.that(false, "/content", &reason.zh, &reason.en);
    }
    checks.done()
}

/// A bank begins new versions only of its own products and scorecards.
pub(super) fn may_follow(owner: &Organisation, bank: &str) -> Result<(), Problem> {
    if owner.kind != OrganisationKind::Bank || owner.name == bank {
        return Ok(());
    }
    let (zh, en) =
        (format!("这属于{bank}，请改为复制。"), format!("This is {bank}'s; begin with a copy of it."));
    Err(Problem::new(Code::WrongState).saying(zh, en))
}

/// The bank of a product that is begun as a copy.
pub(super) fn as_own(owner: &Organisation, content: &str) -> String {
    if owner.kind == OrganisationKind::Bank {
        text::with_key(content, "bank", &text::quoted(&owner.name))
    } else {
        content.to_owned()
    }
}
