//! What a zone does for a loan beside money, and what its enterprise says of the service of the bank.

use super::{found, yuan};
use crate::{
    batches::refused,
    desk::Desk,
    funds::share_of,
    input::{Checks, Json},
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::{FundEntryKindWord, StepKindWord},
};
use axum::extract::Path;
use domain::finance::{self, may_step};
use formula::Exact;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use store::{
    Scope, StoreError,
    funds::{self, EntryState, FundKind},
    loans::{self, Loan, Rating, Step, StepKind},
    notices,
};
use utoipa::ToSchema;

/// A step a zone takes for a loan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeStep {
    /// What.
    kind: StepKindWord,
    /// For a filing: the fund.
    fund_id: Option<String>,
    /// For a filing: the share of the principal that the fund bears, in percent, e.g. `35`.
    share_percent: Option<String>,
    /// For a guarantee: who guarantees.
    guarantor: Option<String>,
    /// The number of the paper.
    reference: Option<String>,
    /// What is said with it.
    note: Option<String>,
}

/// What a zone did for a loan.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanStep)]
pub(crate) struct StepBody {
    /// What.
    kind: StepKindWord,
    /// For a filing: the fund.
    fund_name: Option<String>,
    /// The share of the principal that it bears, in percent.
    share_percent: Option<String>,
    /// For a guarantee: who guarantees.
    guarantor: Option<String>,
    /// The number of the paper.
    reference: Option<String>,
    /// What is said with it.
    note: Option<String>,
    /// When.
    made_at: String,
}

impl StepBody {
    fn of(step: Step, funds: &HashMap<String, String>) -> Self {
        Self {
            kind: step.kind.into(),
            fund_name: step.fund_id.as_ref().and_then(|id| funds.get(id).cloned()),
            share_percent: step.share_percent,
            guarantor: step.guarantor,
            reference: step.reference,
            note: step.note,
            made_at: step.made_at.to_string(),
        }
    }
}

/// Money of a fund for a loan, as its parties see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanSupport {
    /// What it is.
    kind: FundEntryKindWord,
    /// The fund.
    fund_name: String,
    /// How much.
    amount: String,
    /// The day by the bank or treasury.
    on: String,
    /// First day of a subsidy.
    from: Option<String>,
    /// Its last day.
    until: Option<String>,
}

/// What an enterprise says of the service of a bank.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanRating)]
pub(crate) struct RatingBody {
    /// 1 to 5, 5 best.
    stars: i64,
    /// In words.
    said: Option<String>,
    /// When.
    rated_at: String,
}

impl From<Rating> for RatingBody {
    fn from(one: Rating) -> Self {
        Self { stars: one.stars, said: one.said, rated_at: one.rated_at.to_string() }
    }
}

/// What stands beside a loan.
pub(super) struct Beside {
    pub(super) steps: Vec<StepBody>,
    pub(super) support: Vec<LoanSupport>,
    pub(super) rating: Option<RatingBody>,
}

impl Beside {
    /// Steps, money that is booked, and the rating. The caller may see the loan.
    pub(super) async fn of(desk: &Desk, loan: &Loan) -> Result<Self, StoreError> {
        let ids = std::slice::from_ref(&loan.id);
        let funds = funds::of_zone(desk.database(), &Scope::Everything).await?;
        let funds: HashMap<String, String> = funds.into_iter().map(|fund| (fund.id, fund.name)).collect();
        let steps = loans::steps_of(desk.database(), &loan.id).await?;
        let entries = funds::of_loans(desk.database(), ids).await?;
        let booked = entries.into_iter().filter(|one| one.state == EntryState::Booked);
        let support = booked.map(|one| LoanSupport {
            kind: one.kind.into(),
            fund_name: funds.get(&one.fund_id).cloned().unwrap_or_default(),
            amount: yuan(one.amount),
            on: one.happened_on.to_string(),
            from: one.period.map(|(from, _)| from.to_string()),
            until: one.period.map(|(_, until)| until.to_string()),
        });
        let rating = loans::ratings_of(desk.database(), ids).await?.into_iter().next().map(Into::into);
        Ok(Self {
            support: support.collect(),
            steps: steps.into_iter().map(|step| StepBody::of(step, &funds)).collect(),
            rating,
        })
    }
}

/// Writes down what the zone does for a loan: it recommends the application, names who guarantees, or files the loan with a fund
/// that shares the risk. The bank and the enterprise are told.
#[utoipa::path(post, path = "/api/v1/loans/{id}/steps", operation_id = "support_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")), request_body = TakeStep,
    responses((status = 201, body = StepBody, description = "Written down")),
    extensions(("x-permission" = json!("loan:support")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn support_loan(desk: Desk, Path(id): Path<String>, Json(given): Json<TakeStep>) -> Answer {
    let seen = found(&desk, &id).await?;
    // A zone stands behind its own enterprises; its banks lend to those of others as well.
    if !desk.scope().holds(&seen.path) {
        return Err(Code::NotFound.into());
    }
    let kind: StepKind = given.kind.into();
    let funds = funds::of_zone(desk.database(), desk.scope()).await?;
    let risk =
        funds.iter().find(|fund| fund.kind == FundKind::Risk && given.fund_id.as_ref() == Some(&fund.id));
    checked(&given, kind, risk.is_some())?;
    may_go(&seen, kind)?;
    let text = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
    };
    let filing = kind == StepKind::File;
    let new = Step {
        id: desk.app.edge.id(),
        loan_id: id.clone(),
        kind,
        fund_id: risk.filter(|_| filing).map(|fund| fund.id.clone()),
        share_percent: text(&given.share_percent).filter(|_| filing),
        guarantor: text(&given.guarantor).filter(|_| kind == StepKind::Guarantee),
        reference: text(&given.reference),
        note: text(&given.note),
        made_by: desk.caller()?.user.id.clone(),
        made_at: desk.now(),
    };
    let change = desk.begin().await?;
    let work = change.work();
    loans::take_turns(work, &id).await?;
    // As it is now that nobody else moves it: what fell overdue meanwhile is not filed.
    let seen = loans::within(work, &Scope::Everything, &id).await?.ok_or(Code::NotFound)?;
    may_go(&seen, kind)?;
    let step = match loans::add_step(work, new).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = ("这笔贷款已经备案。", "The loan was filed already.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    let detail = json!({
        "loan_id": seen.id, "product": seen.product_name, "product_en": seen.product_name_en,
        "step": kind.word(), "amount": yuan(seen.amount),
    });
    for path in [&seen.bank_path, &seen.path] {
        notices::send(work, vec![notice(&desk, path, None, Kind::LoanSupported, &detail)?]).await?;
    }
    let detail = json!({
        "step": kind.word(), "product": seen.product, "fund_id": step.fund_id, "share_percent": step.share_percent,
        "guarantor": step.guarantor, "reference": step.reference,
    });
    let note = desk.note("support", "loan").on(&id, &seen.path).with(detail);
    let location = format!("/api/v1/loans/{id}");
    let names = funds.into_iter().map(|fund| (fund.id, fund.name)).collect();
    change.finish(note, Reply::created(&StepBody::of(step, &names), &location)).await
}

fn may_go(loan: &Loan, kind: StepKind) -> Result<(), Stop> {
    let state = finance::LoanState::from_word(loan.state.word());
    let step = finance::StepKind::from_word(kind.word());
    let (Some(state), Some(step)) = (state, step) else { return Err(Code::InternalError.into()) };
    Ok(may_step(step, state).map_err(refused)?)
}

fn checked(given: &TakeStep, kind: StepKind, has_fund: bool) -> Result<(), Problem> {
    let mut checks = Checks::default();
    if kind == StepKind::File {
        checks.that(has_fund, "/fund_id", "请选择本区的一项风险补偿资金", "choose a risk fund of the zone");
        let share = given.share_percent.as_deref().map(str::trim).unwrap_or_default();
        let plain = share.len() <= 8 && share.chars().all(|c| c.is_ascii_digit() || c == '.');
        let read = share_of(share).filter(|share| plain && *share > Exact::ZERO && *share <= Exact::ONE);
        checks.that(
            read.is_some(),
            "/share_percent",
            "分担比例应大于0、不超过100，如35",
            "must be a share above 0, up to 100, e.g. 35",
        );
    }
    if kind == StepKind::Guarantee {
        checks.name(given.guarantor.as_deref().unwrap_or_default(), "/guarantor");
    }
    let note = given.note.as_deref().map_or(0, |note| note.trim().chars().count());
    checks.that(
        note <= 500 && (note > 0 || kind != StepKind::Recommend),
        "/note",
        "请写明内容，1 至 500 字",
        "say what, in 1 to 500 characters",
    );
    let reference = given.reference.as_deref().map_or(0, |text| text.trim().chars().count());
    checks.that(reference <= 100, "/reference", "不超过100字", "100 characters at most");
    checks.done()
}

/// What an enterprise says of the service.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RateLoan {
    /// 1 to 5, 5 best.
    stars: i64,
    /// In words.
    said: Option<String>,
}

/// Says what the enterprise thinks of the service of the bank: once a loan, when the bank has decided. Bank and zone read it.
#[utoipa::path(post, path = "/api/v1/loans/{id}/rating", operation_id = "rate_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")), request_body = RateLoan,
    responses((status = 201, body = RatingBody, description = "Written down")),
    extensions(("x-permission" = json!("loan:rate")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn rate_loan(desk: Desk, Path(id): Path<String>, Json(given): Json<RateLoan>) -> Answer {
    let seen = found(&desk, &id).await?;
    let said = given.said.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let mut checks = Checks::default();
    checks.that((1..=5).contains(&given.stars), "/stars", "请打 1 至 5 分", "give 1 to 5");
    let length = said.map_or(0, |text| text.chars().count());
    checks.that(length <= 500, "/said", "不超过500字", "500 characters at most");
    checks.done()?;
    if seen.decided_at.is_none() {
        let (zh, en) = ("银行审批之后才能评价。", "The service is rated when the bank has decided.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let new = Rating {
        loan_id: id.clone(),
        stars: given.stars,
        said: said.map(str::to_owned),
        rated_by: desk.caller()?.user.id.clone(),
        rated_at: desk.now(),
    };
    let change = desk.begin().await?;
    let rating = match loans::rate(change.work(), new).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = ("这笔贷款已经评价过了。", "The service was rated already.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    let note = desk.note("rate", "loan").on(&id, &seen.path).with(json!({"stars": rating.stars}));
    let location = format!("/api/v1/loans/{id}");
    change.finish(note, Reply::created(&RatingBody::from(rating), &location)).await
}

/// The mean of stars with one decimal, half up; `None` of nothing.
pub(super) fn mean_stars(stars: &[i64]) -> Option<String> {
    let sum = Exact::from(stars.iter().sum::<i64>());
    let count = Exact::from(i64::try_from(stars.len()).ok()?);
    Some(sum.checked_div(&count)?.round_half_up(1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_averaged_exactly() {
        assert_eq!(mean_stars(&[5, 4, 4, 4]).as_deref(), Some("4.3"), "4.25, half up");
        assert_eq!(mean_stars(&[5]).as_deref(), Some("5"));
        assert_eq!(mean_stars(&[]), None);
    }
}
