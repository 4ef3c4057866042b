//! 放款 and 还款: money of a loan, as the bank enters it.

use super::{LoanBody, after, check_in_time, found, past_day, tell, yuan};
use crate::{
    consents::Parties,
    desk::Desk,
    input::{Checks, Json},
    library::today,
    problem::{Code, Problem, Stop},
    products::read_money,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::finance;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Scope,
    loans::{self, Loan, LoanAction, Move},
};
use utoipa::ToSchema;

/// What kind of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum LoanEntryKind {
    /// 放款.
    Draw,
    /// 还款 of principal.
    Repay,
}

/// Money that was drawn or repaid.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnterMoney {
    /// Which.
    kind: LoanEntryKind,
    /// How much principal, in yuan.
    amount: String,
    /// The day.
    on: String,
    /// The bank's reference.
    reference: Option<String>,
}

/// Enters money that was drawn or repaid. Σ drawn is never more than was granted, Σ repaid never more than was drawn: entries of one
/// loan wait for each other, and the database refuses what a mistake would let through.
#[utoipa::path(post, path = "/api/v1/loans/{id}/entries", operation_id = "enter_loan_money", tag = "finance",
    params(("id" = String, Path, description = "The loan")), request_body = EnterMoney,
    responses((status = 201, body = LoanBody, description = "Entered")),
    extensions(("x-permission" = json!("loan:enter")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn enter_loan_money(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<EnterMoney>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let pair = [(seen.enterprise_id.as_str(), seen.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let day = today(&desk);
    let mut checks = Checks::default();
    let amount = read_money("/amount", &given.amount).ok();
    checks.that(
        amount.is_some(),
        "/amount",
        "金额以元计，大于零，最多两位小数",
        "an amount in yuan above zero with at most two decimals",
    );
    let on = past_day(&mut checks, &given.on, &seen, day);
    let reference = given.reference.as_deref().map(str::trim).filter(|text| !text.is_empty());
    checks.that(
        reference.is_none_or(|text| text.chars().count() <= 100),
        "/reference",
        "不超过100字",
        "100 characters at most",
    );
    checks.done()?;
    let (Some(amount), Some(on)) = (amount, on) else { return Err(Code::InternalError.into()) };
    let change = desk.begin().await?;
    let work = change.work();
    loans::take_turns(work, &id).await?;
    // As it is now that nobody else moves it.
    let seen = loans::within(work, &Scope::Everything, &id).await?.ok_or(Code::NotFound)?;
    let (action, made) = match given.kind {
        LoanEntryKind::Draw => (LoanAction::Draw, finance::LoanAction::Draw),
        LoanEntryKind::Repay => (LoanAction::Repay, finance::LoanAction::Repay),
    };
    let next = after(&seen, made)?;
    within_bounds(&seen, action, amount.0)?;
    if action == LoanAction::Draw {
        check_in_time(&seen, on)?;
    }
    let moved = Move {
        id: desk.app.edge.id(),
        action,
        state: next,
        by: Some(desk.caller()?.user.id.clone()),
        note: None,
        granted: None,
        reject_reason: None,
        contract: None,
        first_loan: None,
        money: Some((amount.0, on, reference.map(str::to_owned))),
    };
    let loan = loans::advance(work, &seen, moved).await?;
    tell(&desk, work, &loan, action).await?;
    let detail = json!({
        "product": loan.product, "amount": amount.to_string(), "on": on.to_string(), "drawn": yuan(loan.drawn),
        "repaid": yuan(loan.repaid), "reference": reference,
    });
    let note = desk.note(action.word(), "loan").on(&id, &loan.path).with(detail);
    let (location, version) = (format!("/api/v1/loans/{id}"), loan.version);
    change
        .finish(note, Reply::created(&LoanBody::of(&desk, &loan, &parties), &location).versioned(version))
        .await
}

/// # Errors
/// 409 with how much is left.
fn within_bounds(loan: &Loan, action: LoanAction, amount: i64) -> Result<(), Stop> {
    let granted = loan.granted.as_ref().map_or(0, |granted| granted.amount);
    let (left, zh, en) = match action {
        LoanAction::Draw => (granted - loan.drawn, "可放款额度", "may still be drawn"),
        _ => (loan.outstanding(), "贷款余额", "are still owed"),
    };
    if amount <= left {
        return Ok(());
    }
    let left = yuan(left);
    Err(Problem::new(Code::WrongState)
        .saying(format!("{zh}只有{left}元。"), format!("Only {left} yuan {en}."))
        .into())
}
