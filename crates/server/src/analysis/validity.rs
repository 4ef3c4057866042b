//! 积分有效性: did points tell who would grow, and who would repay?
//!
//! Enterprises are looked at as they were evaluated, then at what became of them. What is said of the total is said of each
//! indicator too. Methods and their sources stand with the functions of [`telling`].

mod outcomes;
mod report;
mod telling;

use super::subset::Subset;
use crate::{
    caller::beijing_day,
    desk::Desk,
    enterprises::note_list,
    input::{Checks, Params},
    points::{Out, out},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    schemes::NameBody,
};
use axum::extract::Path;
use formula::Exact;
use outcomes::{Growth, Lent, Trouble, items};
use report::{Report, ValidityBody};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What growth is told of, as a rule.
const USUAL_ITEMS: [&str; 2] = ["operating_revenue", "sales_revenue"];
/// By how much, as a rule, in percent.
const USUAL_GROWTH: i64 = 10;

/// Which enterprises, and what counts as growth.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedGrowthValidity {
    /// The published run of a later year of the same zone.
    with: String,
    /// The item that grows, by code; operating revenue when absent.
    item: Option<String>,
    /// By how many percent at least, −100 to 1000; 10 when absent. Exact decimal text.
    at_least: Option<String>,
    /// Only of this stage, by code.
    stage: Option<String>,
    /// Only in this field, by code.
    field: Option<String>,
    /// Only in this section of industries, by code.
    industry: Option<String>,
    /// Only in this park.
    park: Option<String>,
    /// Only of this size, by code.
    size: Option<String>,
    /// Only with this title, by code.
    label: Option<String>,
}

/// An item growth can be told of.
#[derive(Serialize, ToSchema)]
#[schema(as = ItemOfGrowth)]
struct ItemBody {
    /// Its code.
    code: String,
    /// Its name.
    name: NameBody,
}

/// Whether points told who would grow.
#[derive(Serialize, ToSchema)]
#[schema(as = GrowthValidity)]
pub(crate) struct GrowthValidityBody {
    /// The item that grows, by code.
    item: String,
    /// By how many percent at least.
    at_least: String,
    /// The items that are known in both years.
    items: Vec<ItemBody>,
    /// The year of the later run.
    later_year: i32,
    /// What was found; “good” is who grew.
    validity: ValidityBody,
}

/// Whether the points of a published run told who would grow by the year of a later one.
#[utoipa::path(get, path = "/api/v1/runs/{id}/growth-validity", operation_id = "read_growth_validity", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedGrowthValidity),
    responses((status = 200, body = GrowthValidityBody, description = "What was found")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_growth_validity(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedGrowthValidity>,
) -> Answer {
    let at_least = percent(wanted.at_least.as_deref())?;
    let now = out(&desk, &id).await?;
    let later = another(&desk, &now, &wanted.with).await?;
    if later.batch.year < now.batch.year {
        return Err(unknown("不能早于本次评价的年度", "must not be of an earlier year").into());
    }
    let WantedGrowthValidity { item, stage, field, industry, park, size, label, .. } = wanted;
    let subset = Subset { stage, field, industry, park, size, label };
    let (run, then) = (&*now.opened, &*later.opened);
    let items = items(run, then);
    let known = |code: &&str| items.iter().any(|one| one.code == *code);
    let usual = || USUAL_ITEMS.into_iter().find(known).or_else(|| items.first().map(|one| one.code.as_str()));
    let Some(item) = item.as_deref().filter(known).or_else(|| item.is_none().then(usual).flatten()) else {
        let (zh, en) = ("两个年度都没有这项数值数据", "no number of both years is of this item");
        return Err(Problem::new(Code::QueryNotUnderstood).at(vec![Field::new("?item", zh, en)]).into());
    };
    let ends = Growth { run, later: then, item, at_least: &at_least }.ends();
    let report = Report { run, ends, compared: Some(then) };
    Ok(Reply::ok(&GrowthValidityBody {
        item: item.to_owned(),
        at_least: at_least.to_string(),
        items: items
            .iter()
            .map(|one| ItemBody { code: one.code.clone(), name: (&one.name).into() })
            .collect(),
        later_year: later.batch.year,
        validity: report.body(&subset, desk.app.rules.known()),
    }))
}

/// What counts against a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LoanOutcome {
    /// 逾期: marked overdue by the bank, ever.
    Overdue,
    /// 违约: overdue for more than 90 days.
    Default,
}

/// Which enterprises, and what counts against a loan.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedLoanValidity {
    /// What counts against a loan.
    #[param(inline)]
    outcome: LoanOutcome,
    /// Another published run of the zone, for the PSI.
    with: Option<String>,
    /// Only of this stage, by code.
    stage: Option<String>,
    /// Only in this field, by code.
    field: Option<String>,
    /// Only in this section of industries, by code.
    industry: Option<String>,
    /// Only in this park.
    park: Option<String>,
    /// Only of this size, by code.
    size: Option<String>,
    /// Only with this title, by code.
    label: Option<String>,
}

/// Whether points told who would repay.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanValidity)]
pub(crate) struct LoanValidityBody {
    /// What counts against a loan.
    #[schema(inline)]
    outcome: LoanOutcome,
    /// Loans that were drawn on this evaluation.
    loans: usize,
    /// What was found; “good” is who has no such loan.
    validity: ValidityBody,
}

/// Whether the points of a published run told whose loans would be overdue: of enterprises that drew money on what this
/// evaluation said.
#[utoipa::path(get, path = "/api/v1/runs/{id}/loan-validity", operation_id = "read_loan_validity", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedLoanValidity),
    responses((status = 200, body = LoanValidityBody, description = "What was found")),
    extensions(("x-permission" = json!("loan:analyse")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_loan_validity(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedLoanValidity>,
) -> Answer {
    let now = out(&desk, &id).await?;
    let WantedLoanValidity { outcome, with, stage, field, industry, park, size, label } = wanted;
    let compared = match with {
        Some(with) => Some(another(&desk, &now, &with).await?),
        None => None,
    };
    let subset = Subset { stage, field, industry, park, size, label };
    let lent = Lent::of(&desk, &now.batch.id).await?;
    note_list(&desk, ("run", Some(&id)), lent.loans.iter().map(|loan| loan.path.as_str())).await?;
    let run = &*now.opened;
    let trouble = match outcome {
        LoanOutcome::Overdue => Trouble::Overdue,
        LoanOutcome::Default => Trouble::Default,
    };
    let ends = lent.ends(run, trouble, beijing_day(desk.now()));
    let report = Report { run, ends, compared: compared.as_ref().map(|out| &*out.opened) };
    let validity = report.body(&subset, desk.app.rules.known());
    Ok(Reply::ok(&LoanValidityBody { outcome, loans: lent.loans.len(), validity }))
}

fn unknown(zh: &str, en: &str) -> Problem {
    Problem::new(Code::QueryNotUnderstood).at(vec![Field::new("?with", zh, en)])
}

/// Another published run of the same zone.
async fn another(desk: &Desk, now: &Out, with: &str) -> Result<Out, Stop> {
    let none = || unknown("没有这个已发布的结果", "there is no such published run");
    let other = out(desk, with).await.map_err(|_| none())?;
    if other.batch.zone_id == now.batch.zone_id { Ok(other) } else { Err(none().into()) }
}

/// A percentage as people write it: −100 to 1000, at most two decimals.
fn percent(text: Option<&str>) -> Result<Exact, Problem> {
    let Some(text) = text else { return Ok(Exact::from(USUAL_GROWTH)) };
    let (least, most) = (Exact::from(-100), Exact::from(1_000));
    let read = text.parse::<Exact>().ok().filter(|read| *read >= least && *read <= most);
    let read = read.filter(|read| read.round_half_up(2) == *read);
    let mut checks = Checks::default();
    let (zh, en) = (
        "应为 −100 至 1000、最多两位小数的百分数",
        "must be a percentage from −100 to 1000 with at most two decimals",
    );
    checks.that(read.is_some(), "?at_least", zh, en);
    checks.done()?;
    Ok(read.unwrap_or_default())
}
