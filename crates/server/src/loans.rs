//! 贷款申请: an enterprise applies under a product, its bank decides with two persons, money is drawn and repaid. Nothing is ever
//! removed, and more is never drawn than was granted: the database sees to it.

mod advance;
mod apply;
mod body;
mod entries;
mod figures;
mod lapse;
mod lookup;
mod remind;
mod reviews;
mod support;

pub(crate) use advance::*;
pub(crate) use apply::*;
pub(crate) use body::*;
pub(crate) use entries::*;
pub(crate) use figures::*;
pub(crate) use lookup::*;
pub use remind::remind_loan_parties;
pub(crate) use reviews::*;
pub(crate) use support::*;

use crate::{
    batches::refused,
    caller::beijing_day,
    desk::Desk,
    input::Checks,
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
};
use domain::finance::{self, Party};
use jiff::civil::Date;
use serde_json::json;
use store::{
    OrganisationKind, Work,
    loans::{self, Loan, LoanAction, LoanState},
    notices,
};

/// The loan `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Loan, Stop> {
    loans::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// The state of a loan after `action`.
///
/// # Errors
/// 409 with the reason.
fn after(loan: &Loan, action: finance::LoanAction) -> Result<LoanState, Problem> {
    let state = finance::LoanState::from_word(loan.state.word());
    let next = state.ok_or_else(|| Problem::new(Code::WrongState))?.after(action).map_err(refused)?;
    Ok(LoanState::from_word(next.word()).unwrap_or(loan.state))
}

/// Whether the caller is a bank's.
fn is_of_bank(desk: &Desk) -> bool {
    desk.caller().is_ok_and(|caller| caller.organisation.kind == OrganisationKind::Bank)
}

/// Insists that the move is the caller's to make.
///
/// # Errors
/// 403.
fn check_party(desk: &Desk, action: finance::LoanAction) -> Result<(), Stop> {
    let own = if is_of_bank(desk) { Party::Bank } else { Party::Enterprise };
    if own == action.by() { Ok(()) } else { Err(Code::NotAllowed.into()) }
}

/// Insists that what the bank granted still holds on `day`.
///
/// # Errors
/// 409.
fn check_in_time(loan: &Loan, day: Date) -> Result<(), Problem> {
    match &loan.granted {
        Some(granted) if granted.valid_until < day => {
            let until = granted.valid_until;
            Err(Problem::new(Code::WrongState).saying(
                format!("批准已于{until}到期，不能再签约或放款。"),
                format!("What was approved held until {until}; it can be neither signed nor drawn any more."),
            ))
        }
        _ => Ok(()),
    }
}

/// A day that has come, and not before the loan was applied for.
fn past_day(checks: &mut Checks, written: &str, loan: &Loan, today: Date) -> Option<Date> {
    let applied = beijing_day(loan.applied_at);
    let day = written.parse::<Date>().ok().filter(|day| (applied..=today).contains(day));
    checks.that(
        day.is_some(),
        "/on",
        &format!("应为申请之日（{applied}）至今天的日期"),
        &format!("must be a day from that of the application, {applied}, to today"),
    );
    day
}

/// Tells the other party of a move.
async fn tell(desk: &Desk, work: &Work, loan: &Loan, action: LoanAction) -> Result<(), Stop> {
    let to_bank = !is_of_bank(desk);
    let (path, kind) = if to_bank {
        (&loan.bank_path, if action == LoanAction::Apply { Kind::LoanApplied } else { Kind::LoanMoved })
    } else {
        (&loan.path, Kind::LoanMoved)
    };
    let detail = json!({
        "loan_id": loan.id, "product": loan.product_name, "product_en": loan.product_name_en,
        "action": action.word(), "state": loan.state.word(), "amount": yuan(loan.amount),
    });
    Ok(notices::send(work, vec![notice(desk, path, None, kind, &detail)?]).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_machine_are_those_that_are_stored() {
        let states: Vec<&str> = finance::LoanState::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(states, LoanState::ALL.iter().map(|one| one.word()).collect::<Vec<_>>());
        // An application is made once, not moved to.
        let actions = std::iter::once("apply").chain(finance::LoanAction::ALL.iter().map(|one| one.word()));
        assert_eq!(
            actions.collect::<Vec<_>>(),
            LoanAction::ALL.iter().map(|one| one.word()).collect::<Vec<_>>()
        );
        let reasons: Vec<&str> = finance::RejectReason::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(reasons, loans::RejectReason::ALL.iter().map(|one| one.word()).collect::<Vec<_>>());
    }
}
