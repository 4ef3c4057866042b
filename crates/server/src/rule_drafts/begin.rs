//! Beginning a policy, product or scorecard, and writing on it.

use super::{
    body::{JudgedBody, WholeBody},
    lookup::{whole, worth},
    own, owner, rules_for,
    standing::{as_own, may_follow},
    text::{quoted, with_key, without_key},
};
use crate::{
    cards,
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::today,
    policies,
    problem::{Code, Problem, Stop},
    products,
    reply::{Answer, Reply},
    scheme_drafts::after,
    wire::RuleKindWord,
};
use axum::{extract::Path, http::StatusCode};
use domain::{collection::RuleAction, cultivation::InForce};
use jiff::civil::Date;
use rulebook::Found;
use serde::Deserialize;
use serde_json::json;
use store::{
    OrganisationKind,
    organisations::Organisation,
    rule_drafts::{self, DraftState, RuleDraft, RuleKind},
};
use utoipa::ToSchema;

/// Longest text, in bytes.
const LONGEST: usize = 100_000;

/// How it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RuleBeginning {
    /// As the next version: it replaces the one that counts from its first day on.
    Version,
    /// As a copy under another code.
    Copy,
}

/// A policy, product or scorecard to begin: from one of the library, or with a text that was brought along.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRules {
    /// What it is; banks write products and scorecards, zones policies and products.
    kind: RuleKindWord,
    /// The code of the policy, product or scorecard it begins as.
    code: Option<String>,
    /// How; the next version when left out.
    how: Option<RuleBeginning>,
    /// A rule file that was brought along.
    content: Option<String>,
}

fn check_length(checks: &mut Checks, content: &str) {
    let good = !content.trim().is_empty() && content.len() <= LONGEST;
    checks.that(
        good,
        "/content",
        "应为 1 至 100,000 字节的规则文件",
        "must be a rule file of 1 to 100,000 bytes",
    );
}

/// Begins a policy, product or scorecard, as a draft.
#[utoipa::path(post, path = "/api/v1/rule-drafts", operation_id = "begin_rules", tag = "rules",
    request_body = NewRules, responses((status = 201, body = WholeBody, description = "Begun")),
    extensions(("x-permission" = json!("rules:write")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn begin_rules(desk: Desk, Json(given): Json<NewRules>) -> Answer {
    let owner = owner(&desk).await?;
    let kind = RuleKind::from(given.kind);
    let mut checks = Checks::default();
    checks.that(
        super::KINDS.contains(&kind),
        "/kind",
        "这里编制政策、信贷产品和评分卡；方案请在“建指标”编制",
        "policies, loan products and scorecards are written here; schemes have a place of their own",
    );
    checks.that(
        kind != RuleKind::Policy || owner.kind != OrganisationKind::Bank,
        "/kind",
        "银行只编制信贷产品和评分卡",
        "a bank writes loan products and scorecards only",
    );
    checks.that(
        kind != RuleKind::Scorecard || owner.kind == OrganisationKind::Bank,
        "/kind",
        "评分卡由银行编制",
        "scorecards are written by banks",
    );
    let one = given.code.is_some() != given.content.is_some();
    checks.that(
        one,
        "/code",
        "请选择一个底稿，或导入一个文件",
        "choose what it begins as or bring a file along, one of both",
    );
    if let Some(content) = &given.content {
        check_length(&mut checks, content);
    }
    checks.done()?;
    let content = match (&given.code, given.content) {
        (_, Some(content)) => content,
        (Some(code), None) => first_text(&desk, (kind, &owner), code, given.how).await?,
        (None, None) => String::new(),
    };
    let id = desk.app.edge.id();
    let folder = match kind {
        RuleKind::Product => "products",
        RuleKind::Scorecard => "scorecards",
        _ => "policies",
    };
    let by = desk.caller()?.user.id.clone();
    let new = RuleDraft {
        file: format!("{folder}/own-{id}.yaml"),
        id,
        kind,
        owner_id: owner.id,
        path: owner.path,
        based_on: given.code,
        content,
        state: DraftState::Draft,
        reason: None,
        changed_by: by.clone(),
        author_id: by,
        created_at: desk.now(),
        changed_at: desk.now(),
        submitted: None,
        published: None,
        version: 1,
    };
    // Everything that is told is read before the transaction begins.
    let body = whole(&desk, new.clone()).await?;
    let change = desk.begin().await?;
    let begun = rule_drafts::add(change.work(), new).await?;
    let detail = json!({
        "kind": begun.kind.word(), "based_on": begun.based_on, "file": begun.file, "bytes": begun.content.len(),
    });
    let note = desk.note("begin", "rules").on(&begun.id, &begun.path).with(detail);
    let location = format!("/api/v1/rule-drafts/{}", begun.id);
    change.finish(note, Reply::created(&body, &location).versioned(begun.version)).await
}

/// The first text: that of the version that counts, with a head of its own.
async fn first_text(
    desk: &Desk,
    (kind, owner): (RuleKind, &Organisation),
    code: &str,
    how: Option<RuleBeginning>,
) -> Result<String, Stop> {
    let rules = rules_for(desk, kind).await?;
    let (day, unknown) = (today(desk), || Problem::new(Code::NotAccepted).at(vec![no_such()]));
    let (all, path, content, bank) = match kind {
        RuleKind::Product => {
            let (product, path, content) = products::product_on(&rules, code, day).map_err(|_| unknown())?;
            (products::found(&rules)?, path, content, Some(product.bank.zh))
        }
        RuleKind::Scorecard => {
            let (card, path, content) = cards::card_on(desk, &rules, code, day).map_err(|_| unknown())?;
            (cards::found_cards(desk, &rules)?, path, content, Some(card.bank.zh))
        }
        _ => {
            let (_, path, content) = policies::policy_on(&rules, code, day).map_err(|_| unknown())?;
            (policies::found(&rules)?, path, content, None)
        }
    };
    let is_it = |one: &&Found| one.path == path;
    let of = all.iter().find(is_it).ok_or_else(unknown)?;
    let tomorrow = day.tomorrow().unwrap_or(day);
    match how.unwrap_or(RuleBeginning::Version) {
        RuleBeginning::Version => {
            if let Some(bank) = bank {
                may_follow(owner, &bank)?;
            }
            Ok(next_version(&content, of, &all, tomorrow))
        }
        RuleBeginning::Copy => Ok(as_own(owner, &copy(&content, of, &all, tomorrow))),
    }
}

fn no_such() -> crate::problem::Field {
    crate::problem::Field::new(
        "/code",
        "没有这个政策、产品或评分卡".to_owned(),
        "there is no such policy, product or scorecard".to_owned(),
    )
}

/// The days of a text that begins on `from`: until the last day of the one it comes from, where that is not over.
fn days(of: InForce, from: Date) -> String {
    match of.until.filter(|until| *until >= from) {
        Some(until) => format!("{{from: {from}, until: {until}}}"),
        None => format!("{{from: {from}}}"),
    }
}

fn next_version(content: &str, of: &Found, all: &[Found], from: Date) -> String {
    let taken = |version: &str| all.iter().any(|one| one.code == of.code && one.version == version);
    let versions = (1..1_000).map(|number| format!("{}.{number}", from.year()));
    let version = versions.into_iter().find(|version| !taken(version)).unwrap_or_default();
    let text = with_key(content, "version", &quoted(&version));
    let text = with_key(&text, "in_force", &days(of.in_force, from));
    // One that is over by then needs not be replaced.
    let lasts = of.in_force.until.is_none_or(|until| until >= from) && of.in_force.from < from;
    if lasts { with_key(&text, "replaces", &quoted(&of.version)) } else { without_key(&text, "replaces") }
}

fn copy(content: &str, of: &Found, all: &[Found], from: Date) -> String {
    let codes = (1..1_000).map(|number| match number {
        1 => format!("{}-copy", of.code),
        _ => format!("{}-copy-{number}", of.code),
    });
    let free = |code: &String| all.iter().all(|one| one.code != *code);
    let code = codes.into_iter().find(free).unwrap_or_default();
    let text = with_key(&without_key(content, "replaces"), "code", &code);
    let text = with_key(&text, "version", &quoted(&format!("{}.1", from.year())));
    with_key(&text, "in_force", &days(of.in_force, from))
}

/// A text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleText {
    /// The rule file.
    content: String,
}

impl RuleText {
    fn checked(self) -> Result<String, Problem> {
        let mut checks = Checks::default();
        check_length(&mut checks, &self.content);
        checks.done()?;
        Ok(self.content)
    }
}

/// What a text is worth as this draft; nothing is kept.
#[utoipa::path(post, path = "/api/v1/rule-drafts/{id}/check", operation_id = "check_rules_text", tag = "rules",
    params(("id" = String, Path, description = "The draft")), request_body = RuleText,
    responses((status = 200, body = JudgedBody, description = "What is wrong with it, and how people read it")),
    extensions(("x-permission" = json!("rules:write"))))]
pub(crate) async fn check_rules(desk: Desk, Path(id): Path<String>, Json(given): Json<RuleText>) -> Answer {
    let draft = RuleDraft { content: given.checked()?, ..own(&desk, &id).await? };
    let (judged, reasons) = worth(&desk, &draft).await?;
    Ok(Reply::ok(&JudgedBody::of(&desk, &judged, &reasons)))
}

/// Keeps a text as the draft's. A draft may have problems; it cannot be handed in with them.
#[utoipa::path(put, path = "/api/v1/rule-drafts/{id}", operation_id = "write_rules", tag = "rules",
    params(("id" = String, Path, description = "The draft")), request_body = RuleText,
    responses((status = 200, body = WholeBody, description = "Kept")),
    extensions(("x-permission" = json!("rules:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn write_rules(desk: Desk, Path(id): Path<String>, Json(given): Json<RuleText>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    after(&seen, RuleAction::Write)?;
    let content = given.checked()?;
    let by = desk.caller()?.user.id.clone();
    let next = RuleDraft {
        content: content.clone(),
        changed_by: by.clone(),
        changed_at: desk.now(),
        version: seen.version + 1,
        ..seen.clone()
    };
    let body = whole(&desk, next).await?;
    let change = desk.begin().await?;
    let now = rule_drafts::write(change.work(), &seen, &content, &by).await?;
    let hash = |text: &str| crate::text::fingerprint(text);
    let detail = json!({
        "sha256": [hash(&seen.content), hash(&now.content)], "bytes": [seen.content.len(), now.content.len()],
    });
    let note = desk.note("write", "rules").on(&id, &now.path).with(detail);
    change.finish(note, Reply::of(StatusCode::OK, &body).versioned(now.version)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Name, Status};
    use jiff::civil::date;

    const TEXT: &str = "code: a\nversion: \"1\"\nin_force: {from: 2026-01-01}\n";

    fn found(version: &str, from: Date, until: Option<Date>) -> Found {
        Found {
            path: "policies/a.yaml".into(),
            code: "a".into(),
            name: Name { zh: "甲".into(), en: None },
            status: Status::Illustrative,
            version: version.into(),
            replaces: None,
            in_force: InForce { from, until },
        }
    }

    #[test]
    fn the_next_version_replaces_the_one_it_comes_from_from_tomorrow_on() {
        let of = found("2027.1", date(2026, 1, 1), Some(date(2027, 12, 31)));
        let text = next_version(TEXT, &of, std::slice::from_ref(&of), date(2027, 3, 1));
        let expected = "code: a\nversion: \"2027.2\"\nreplaces: \"2027.1\"\nin_force: {from: 2027-03-01, until: 2027-12-31}\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_over_is_followed_not_replaced() {
        let of = found("1", date(2026, 1, 1), Some(date(2026, 12, 31)));
        let text = next_version(TEXT, &of, std::slice::from_ref(&of), date(2027, 3, 1));
        assert_eq!(text, "code: a\nversion: \"2027.1\"\nin_force: {from: 2027-03-01}\n");
    }

    #[test]
    fn a_copy_has_a_code_that_is_free() {
        let of = found("1", date(2026, 1, 1), None);
        let other = Found { code: "a-copy".into(), ..of.clone() };
        let text = copy(TEXT, &of, &[of.clone(), other], date(2027, 3, 1));
        assert_eq!(text, "code: a-copy-2\nversion: \"2027.1\"\nin_force: {from: 2027-03-01}\n");
    }
}
