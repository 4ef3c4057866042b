//! Moves of an application between the enterprise and its bank.

use super::{LoanBody, after, check_in_time, check_party, found, keeps_to_review, must_be_reviewed, tell};
use crate::{
    batches::refused,
    consents::Parties,
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::today,
    problem::{Code, Problem},
    products::read_money,
    reply::{Answer, Reply},
    wire::{LoanActionWord, RejectReasonWord},
};
use axum::extract::Path;
use domain::finance::{self, may_confirm};
use formula::Exact;
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use serde_json::json;
use store::loans::{self, Granted, Loan, LoanAction, Move};
use utoipa::ToSchema;

/// Highest yearly rate that is taken, in percent.
const HIGHEST: i64 = 24;
/// Longest term, in months.
const LONGEST: u16 = 360;

/// What the bank proposes to lend.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Terms {
    /// How much, in yuan; no more than was asked for.
    amount: String,
    /// 年利率 in percent, e.g. `3.85`: above 0, up to 24.
    yearly_percent: String,
    /// For so many months.
    months: u16,
    /// What else is asked for.
    conditions: Option<String>,
    /// To be signed and drawn by this day, the day included; a year from now at most.
    valid_until: String,
}

/// A move.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MoveLoan {
    /// What is done. `draw` and `repay` are entries of money, not moves.
    action: LoanActionWord,
    /// What is said with it: asked for, answered, why not.
    note: Option<String>,
    /// For `propose`.
    terms: Option<Terms>,
    /// For `reject`.
    reject_reason: Option<RejectReasonWord>,
    /// For `sign`: the number of the contract.
    contract: Option<String>,
    /// For `sign`: 首贷, whether the enterprise never borrowed from a bank before.
    first_loan: Option<bool>,
}

/// Moves an application on: the bank accepts, asks, proposes terms, a second person confirms them or sends them back, rejects, signs,
/// marks overdue, settles; the enterprise answers or withdraws. The other party is told.
#[utoipa::path(post, path = "/api/v1/loans/{id}/moves", operation_id = "move_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")), request_body = MoveLoan,
    responses((status = 200, body = LoanBody, description = "Moved")),
    extensions(("x-permission" = json!("loan:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn move_loan(desk: Desk, Path(id): Path<String>, Json(given): Json<MoveLoan>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let action = LoanAction::from(given.action);
    let made = finance::LoanAction::from_word(action.word()).filter(|_| !is_money(action));
    let made = made.ok_or_else(|| {
        let mut checks = Checks::default();
        checks.that(false, "/action", "这一步不能这样办理", "is no move");
        checks.done().err().unwrap_or_else(|| Problem::new(Code::NotAccepted))
    })?;
    check_party(&desk, made)?;
    let next = after(&seen, made)?;
    let (by, day) = (desk.caller()?.user.id.clone(), today(&desk));
    let granted = checked(&seen, &given, action, &by, day)?;
    allowed(&seen, action, &by, day)?;
    let required = action == LoanAction::Propose && must_be_reviewed(&desk, &seen).await?;
    let pair = [(seen.enterprise_id.as_str(), seen.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let change = desk.begin().await?;
    let work = change.work();
    loans::take_turns(work, &id).await?;
    if let Some(granted) = &granted {
        keeps_to_review(work, &seen, required, granted.amount).await?;
    }
    let note = given.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let moved = Move {
        id: desk.app.edge.id(),
        action,
        state: next,
        by: Some(by),
        note: note.map(str::to_owned),
        granted,
        reject_reason: given.reject_reason.map(Into::into).filter(|_| action == LoanAction::Reject),
        contract: given.contract.filter(|_| action == LoanAction::Sign).map(|text| text.trim().to_owned()),
        first_loan: given.first_loan.filter(|_| action == LoanAction::Sign),
        money: None,
    };
    let loan = loans::advance(work, &seen, moved).await?;
    // A proposal is the bank's own business until a second person confirmed it.
    if !matches!(action, LoanAction::Propose | LoanAction::SendBack) {
        tell(&desk, work, &loan, action).await?;
    }
    let detail = json!({
        "action": action.word(), "product": loan.product, "state": loan.state.word(), "note": note,
    });
    let note = desk.note("move", "loan").on(&id, &loan.path).with(detail);
    let version = loan.version;
    change.finish(note, Reply::ok(&LoanBody::of(&desk, &loan, &parties)).versioned(version)).await
}

fn is_money(action: LoanAction) -> bool {
    matches!(action, LoanAction::Apply | LoanAction::Draw | LoanAction::Repay)
}

/// What only the loan itself can forbid.
fn allowed(loan: &Loan, action: LoanAction, by: &str, day: Date) -> Result<(), Problem> {
    let (proposed_by, until) = loan
        .granted
        .as_ref()
        .map_or(("", Date::MAX), |granted| (granted.proposed_by.as_str(), granted.valid_until));
    match action {
        LoanAction::Confirm | LoanAction::SendBack => may_confirm(proposed_by, by).map_err(refused),
        LoanAction::Sign => check_in_time(loan, day),
        LoanAction::Lapse if day <= until => Err(Problem::new(Code::WrongState).saying(
            format!("批准有效期至{until}，到期后才能标记失效。"),
            format!("What was approved holds until {until}; it lapses after that."),
        )),
        LoanAction::Settle if loan.outstanding() != 0 => {
            let owed = super::yuan(loan.outstanding());
            Err(Problem::new(Code::WrongState).saying(
                format!("贷款余额还有{owed}元，还清后才能结清。"),
                format!("{owed} yuan are still owed; settle it when they are repaid."),
            ))
        }
        _ => Ok(()),
    }
}

/// What the move needs, checked; the terms of a proposal.
fn checked(
    loan: &Loan,
    given: &MoveLoan,
    action: LoanAction,
    by: &str,
    day: Date,
) -> Result<Option<Granted>, Problem> {
    let mut checks = Checks::default();
    let note = given.note.as_deref().map_or(0, |note| note.trim().chars().count());
    let needed = matches!(
        action,
        LoanAction::Ask
            | LoanAction::Answer
            | LoanAction::SendBack
            | LoanAction::Reject
            | LoanAction::FallDue
    );
    checks.that(
        note <= 500 && (note > 0 || !needed),
        "/note",
        "请写明内容，1 至 500 字",
        "say what, in 1 to 500 characters",
    );
    if action == LoanAction::Reject {
        checks.that(given.reject_reason.is_some(), "/reject_reason", "请选择拒绝原因", "choose a reason");
    }
    if action == LoanAction::Sign {
        checks.name(given.contract.as_deref().unwrap_or_default(), "/contract");
    }
    let granted = match (&given.terms, action) {
        (Some(terms), LoanAction::Propose) => read_terms(loan, terms, (by, day), &mut checks),
        (None, LoanAction::Propose) => {
            checks.that(false, "/terms", "请填写批准条件", "say what is granted");
            None
        }
        _ => None,
    };
    checks.done()?;
    Ok(granted)
}

fn read_terms(loan: &Loan, terms: &Terms, (by, day): (&str, Date), checks: &mut Checks) -> Option<Granted> {
    let amount = read_money("/terms/amount", &terms.amount).ok().map(|fen| fen.0);
    let amount = amount.filter(|amount| *amount <= loan.amount);
    checks.that(
        amount.is_some(),
        "/terms/amount",
        "批准金额应大于零、不超过申请金额，最多两位小数",
        "must be above zero, no more than was asked for, with at most two decimals",
    );
    let rate = terms.yearly_percent.trim();
    let plain = rate.len() <= 8 && rate.chars().all(|c| c.is_ascii_digit() || c == '.');
    let read = rate.parse::<Exact>().ok().filter(|rate| plain && *rate > Exact::ZERO);
    checks.that(
        read.is_some_and(|rate| rate <= Exact::from(HIGHEST)),
        "/terms/yearly_percent",
        "年利率应大于0、不超过24，如3.85",
        "must be a yearly rate above 0, up to 24, e.g. 3.85",
    );
    checks.that(
        (1..=LONGEST).contains(&terms.months),
        "/terms/months",
        "期限为1至360个月",
        "a term of 1 to 360 months",
    );
    let conditions = terms.conditions.as_deref().map(str::trim).filter(|text| !text.is_empty());
    checks.that(
        conditions.is_none_or(|text| text.chars().count() <= 500),
        "/terms/conditions",
        "不超过500字",
        "500 characters at most",
    );
    let until = terms.valid_until.parse::<Date>().ok();
    let until = until.filter(|until| (day..=day.saturating_add(1.year())).contains(until));
    checks.that(
        until.is_some(),
        "/terms/valid_until",
        "应为今天起一年内的日期",
        "must be a day within a year from today",
    );
    Some(Granted {
        amount: amount?,
        yearly_percent: rate.to_owned(),
        months: terms.months.into(),
        conditions: conditions.map(str::to_owned),
        valid_until: until?,
        proposed_by: by.to_owned(),
    })
}
