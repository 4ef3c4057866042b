//! The scorecards of a bank as files, and the one that a product is reviewed by.

use crate::{
    desk::Desk,
    input::Params,
    library::{named, read_day, said, today},
    policies::{OnDay, VersionOfFile, basis_text, versions_for, wrong_files},
    problem::{Code, Stop},
    products::percent,
    reply::{Answer, Reply},
    rules::ZoneRules,
};
use axum::extract::Path;
use domain::{
    Status,
    finance::{ConsentField, CreditScorecard},
};
use jiff::civil::Date;
use rulebook::{Found, Loaded};
use serde::Serialize;
use std::path::PathBuf;
use store::{OrganisationKind, StoreError, organisations::Organisation};
use utoipa::ToSchema;

/// A grade of a scorecard.
#[derive(Serialize, ToSchema)]
struct CardGradeBody {
    /// Its code.
    code: String,
    /// What it is called.
    name: String,
    /// From so many points on, exact decimal text.
    at_least: String,
    /// The share of the reference limit that is suggested, in percent.
    share_percent: String,
}

/// A scorecard of the caller's bank.
#[derive(Serialize, ToSchema)]
#[schema(as = Scorecard)]
pub(crate) struct CardBody {
    /// Its permanent code.
    code: String,
    /// What it is called.
    name: String,
    /// Version of its file.
    version: String,
    /// The bank it is for.
    bank: String,
    /// Whether that is the caller's: others are examples to be copied and score nobody.
    own: bool,
    /// Whether a bank uses it (`false`: an example that must not look official).
    official: bool,
    /// Codes of the products it is for.
    products: Vec<String>,
    /// Whether terms may only be proposed after a review by it.
    required: bool,
    /// Most points there are, exact decimal text.
    most: String,
    /// Its grades, best first.
    grades: Vec<CardGradeBody>,
    /// What an enterprise must let the bank see for it, by name.
    reads: Vec<String>,
    /// Used from.
    from: String,
    /// … to; without an end when absent.
    until: Option<String>,
}

impl CardBody {
    pub(crate) fn of(desk: &Desk, card: &CreditScorecard) -> Self {
        let grades = card.grades.iter().map(|grade| CardGradeBody {
            code: grade.code.clone(),
            name: named(desk, &grade.name),
            at_least: grade.at_least.to_string(),
            share_percent: percent(&grade.share),
        });
        let reads: Vec<ConsentField> = card.fields().into_iter().collect();
        Self {
            code: card.code.clone(),
            name: named(desk, &card.name),
            version: card.version.clone(),
            bank: named(desk, &card.bank),
            own: own_bank(desk).is_ok_and(|bank| bank.name == card.bank.zh),
            official: card.status == Status::Official,
            products: card.products.clone(),
            required: card.required,
            most: card.most().to_string(),
            grades: grades.collect(),
            reads: reads.iter().map(|field| said(desk, &field.name())).collect(),
            from: card.in_force.from.to_string(),
            until: card.in_force.until.map(|day| day.to_string()),
        }
    }
}

/// The caller's bank.
///
/// # Errors
/// 403 for everybody else.
pub(crate) fn own_bank(desk: &Desk) -> Result<&Organisation, Stop> {
    let own = &desk.caller()?.organisation;
    if own.kind == OrganisationKind::Bank { Ok(own) } else { Err(Code::NotAllowed.into()) }
}

/// Every version of every scorecard among `rules` that the caller's bank may read: what it writes, what names it, and the examples
/// that come with the program. Cards of other banks are not there.
pub(crate) fn found_cards(desk: &Desk, rules: &ZoneRules) -> Result<Vec<Found>, Stop> {
    let bank = own_bank(desk)?;
    let all = rulebook::find_scorecards_from(rules, &rules.scorecards());
    let mut found = Vec::new();
    for one in all.map_err(|problems| wrong(&problems))? {
        let of_bank = || Ok::<_, Stop>(load(rules, &one, one.in_force.from)?.value.bank.zh == bank.name);
        if rules.wrote(&one.path.to_string_lossy()) || rules.ships(&one.path) || of_bank()? {
            found.push(one);
        }
    }
    Ok(found)
}

fn wrong(problems: &[rulebook::Problem]) -> Stop {
    wrong_files(("评分卡", "scorecard"), problems)
}

/// The scorecard in `file` as it is on `on`, or on its nearest day in use.
fn load(rules: &ZoneRules, file: &Found, on: Date) -> Result<Loaded<CreditScorecard>, Stop> {
    let days = file.in_force;
    let day = on.max(days.from).min(days.until.unwrap_or(Date::MAX));
    let loaded = rulebook::load_scorecard_from(rules, &file.path, day);
    let mut loaded = loaded.map_err(|problems| wrong(&problems))?;
    loaded.value.in_force = days;
    Ok(loaded)
}

/// The scorecard with `code` that is used on `on`, its rule file's path and text.
///
/// # Errors
/// 404 when there is none, 409 with what is wrong with a rule file.
pub(crate) fn card_on(
    desk: &Desk,
    rules: &ZoneRules,
    code: &str,
    on: Date,
) -> Result<(CreditScorecard, PathBuf, String), Stop> {
    let all = found_cards(desk, rules)?.into_iter().filter(|one| one.code == code).collect();
    let file = versions_for(all, on).into_iter().next().ok_or(Code::NotFound)?;
    let card = load(rules, &file, on)?.value;
    Ok((card, file.path.clone(), text_of(rules, &file)?))
}

fn text_of(rules: &ZoneRules, file: &Found) -> Result<String, Stop> {
    let source = rulebook::Files::read(rules, &file.path).map_err(StoreError::File)?;
    Ok(String::from_utf8_lossy(&source).into_owned())
}

/// The scorecard of the caller's bank for a product on a day, with its text. Of several the first by code.
///
/// # Errors
/// 403 for whoever is not of a bank, 409 with what is wrong with a rule file.
pub(crate) async fn card_for(
    desk: &Desk,
    product: &str,
    on: Date,
) -> Result<Option<(Loaded<CreditScorecard>, String)>, Stop> {
    let bank = own_bank(desk)?;
    let rules = ZoneRules::cards_of_bank(&desk.app, desk.database(), &bank.path).await?;
    for file in found_cards(desk, &rules)?.iter().filter(|one| one.in_force.covers(on)) {
        let card = load(&rules, file, on)?;
        let value = &card.value;
        if value.bank.zh == bank.name && value.products.iter().any(|code| code == product) {
            return Ok(Some((card, text_of(&rules, file)?)));
        }
    }
    Ok(None)
}

/// The scorecards of the caller's bank, by code.
#[utoipa::path(get, path = "/api/v1/scorecards", operation_id = "list_scorecards", tag = "finance", params(OnDay),
    responses((status = 200, body = Vec<CardBody>, description = "The scorecards")),
    extensions(("x-permission" = json!("scorecard:list"))))]
pub(crate) async fn list_scorecards(desk: Desk, Params(wanted): Params<OnDay>) -> Answer {
    let on = read_day(wanted.on.as_deref())?.unwrap_or_else(|| today(&desk));
    let rules = ZoneRules::cards_of_bank(&desk.app, desk.database(), &own_bank(&desk)?.path).await?;
    let mut bodies = Vec::new();
    for file in versions_for(found_cards(&desk, &rules)?, on) {
        bodies.push(CardBody::of(&desk, &load(&rules, &file, on)?.value));
    }
    // Its own first.
    bodies.sort_by_key(|one| !one.own);
    Ok(Reply::ok(&bodies))
}

/// The page of a scorecard.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScorecardPage {
    /// The scorecard.
    #[serde(flatten)]
    card: CardBody,
    /// Documents it rests on: title and 文号.
    basis: Vec<String>,
    /// What every reader must know.
    remarks: Vec<String>,
    /// All of it as Chinese prose (Markdown).
    text: String,
    /// The rule file, comments and all.
    source: String,
    /// Every version, oldest first.
    versions: Vec<VersionOfFile>,
    /// 评分卡结果供审查参考，不替代银行的审批.
    note: String,
}

/// One scorecard of the caller's bank, or an example.
#[utoipa::path(get, path = "/api/v1/scorecards/{id}", operation_id = "read_scorecard", tag = "finance",
    params(("id" = String, Path, description = "The scorecard's code"), OnDay),
    responses((status = 200, body = ScorecardPage, description = "The scorecard")),
    extensions(("x-permission" = json!("scorecard:list"))))]
pub(crate) async fn read_scorecard(
    desk: Desk,
    Path(code): Path<String>,
    Params(wanted): Params<OnDay>,
) -> Answer {
    let on = read_day(wanted.on.as_deref())?.unwrap_or_else(|| today(&desk));
    let rules = ZoneRules::cards_of_bank(&desk.app, desk.database(), &own_bank(&desk)?.path).await?;
    let all: Vec<Found> = found_cards(&desk, &rules)?.into_iter().filter(|one| one.code == code).collect();
    let (card, path, source) = card_on(&desk, &rules, &code, on)?;
    let versions = all.iter().map(|file| VersionOfFile {
        version: file.version.clone(),
        from: file.in_force.from.to_string(),
        until: file.in_force.until.map(|day| day.to_string()),
    });
    let text = rulebook::show_from(&rules, &path, Some(card.on));
    Ok(Reply::ok(&ScorecardPage {
        basis: card.basis.iter().map(basis_text).collect(),
        remarks: card.remarks.iter().map(|one| named(&desk, one)).collect(),
        text: text.map_err(|problems| wrong(&problems))?,
        source,
        versions: versions.collect(),
        note: said(&desk, &CreditScorecard::note()),
        card: CardBody::of(&desk, &card),
    }))
}
