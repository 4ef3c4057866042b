//! What loans came to: by bank and product, for a zone what points achieved, for a bank its portfolio.

use super::yuan;
use crate::{
    consents::Parties,
    desk::Desk,
    enterprises::note_list,
    reply::{Answer, Reply},
    wire::RejectReasonWord,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::loans::{self, Loan, LoanState, RejectReason};
use utoipa::ToSchema;

const DAY: i64 = 86_400;

/// How often a reason was given.
#[derive(Serialize, ToSchema)]
struct RejectionCount {
    /// The reason.
    reason: RejectReasonWord,
    /// How often.
    count: usize,
}

/// Numbers of loans. Amounts are yuan.
#[derive(Serialize, ToSchema)]
struct LoanSums {
    /// Applications.
    applied: usize,
    /// Σ asked for.
    asked: String,
    /// Of those the bank has still to decide.
    waiting: usize,
    /// Approved, whatever came of it.
    approved: usize,
    /// Σ granted.
    granted: String,
    /// Σ drawn.
    drawn: String,
    /// Σ repaid.
    repaid: String,
    /// Σ still owed.
    outstanding: String,
    /// Overdue now.
    overdue: usize,
    /// Σ still owed of those.
    overdue_outstanding: String,
    /// Rejected.
    rejected: usize,
    /// Enterprises that drew money.
    borrowers: usize,
    /// Whole days from application to decision, the middle one; absent while nothing is decided.
    days_to_decision: Option<i64>,
}

/// Loans of one product.
#[derive(Serialize, ToSchema)]
struct LoansOfProduct {
    /// The bank.
    bank_name: String,
    /// The product's code.
    product: String,
    /// Its name as it was last.
    product_name: String,
    /// Its numbers.
    sums: LoanSums,
}

/// What loans came to.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanFigures {
    /// All together.
    total: LoanSums,
    /// By bank and product.
    products: Vec<LoansOfProduct>,
    /// Why applications were rejected, most frequent first.
    rejections: Vec<RejectionCount>,
}

/// What the loans the caller may see came to: of a zone's enterprises, or of a bank.
#[utoipa::path(get, path = "/api/v1/loan-figures", operation_id = "read_loan_figures", tag = "finance",
    responses((status = 200, body = LoanFigures, description = "The figures")),
    extensions(("x-permission" = json!("loan:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_loan_figures(desk: Desk) -> Answer {
    let all = loans::all(desk.database(), desk.scope()).await?;
    note_list(&desk, ("loan", None), all.iter().map(|one| one.path.as_str())).await?;
    let pairs = all.iter().map(|one| (one.enterprise_id.as_str(), one.bank_id.as_str()));
    let parties = Parties::of(&desk, pairs).await?;
    let mut by_product: BTreeMap<(String, &str), Vec<&Loan>> = BTreeMap::new();
    for loan in &all {
        by_product.entry((parties.bank(&loan.bank_id), &loan.product)).or_default().push(loan);
    }
    let products = by_product.into_iter().map(|((bank_name, product), loans)| LoansOfProduct {
        bank_name,
        product: product.to_owned(),
        product_name: loans
            .iter()
            .max_by_key(|loan| loan.applied_at)
            .map(|loan| super::product_name(&desk, loan))
            .unwrap_or_default(),
        sums: sums(&loans),
    });
    Ok(Reply::ok(&LoanFigures {
        products: products.collect(),
        rejections: rejections(&all),
        total: sums(&all.iter().collect::<Vec<_>>()),
    }))
}

fn rejections(all: &[Loan]) -> Vec<RejectionCount> {
    let count = |reason: RejectReason| all.iter().filter(|one| one.reject_reason == Some(reason)).count();
    let counts = RejectReason::ALL
        .iter()
        .map(|reason| RejectionCount { reason: (*reason).into(), count: count(*reason) });
    let mut given: Vec<_> = counts.filter(|one| one.count > 0).collect();
    given.sort_by_key(|one| std::cmp::Reverse(one.count));
    given
}

fn sums(loans: &[&Loan]) -> LoanSums {
    use LoanState as State;
    let count = |wanted: &dyn Fn(&Loan) -> bool| loans.iter().filter(|loan| wanted(loan)).count();
    let sum = |of: &dyn Fn(&Loan) -> i64| yuan(loans.iter().map(|loan| of(loan)).sum());
    let approved = |loan: &Loan| loan.decided_at.is_some() && loan.reject_reason.is_none();
    let overdue = |loan: &Loan| loan.state == State::Overdue;
    let waits = |loan: &Loan| {
        matches!(loan.state, State::Submitted | State::Reviewing | State::Asked | State::Proposed)
    };
    let granted = |loan: &Loan| loan.granted.as_ref().map_or(0, |granted| granted.amount);
    let borrowers: BTreeSet<&str> =
        loans.iter().filter(|loan| loan.drawn > 0).map(|loan| loan.enterprise_id.as_str()).collect();
    let mut days: Vec<i64> = loans
        .iter()
        .filter_map(|loan| Some((loan.decided_at?.as_second() - loan.applied_at.as_second()) / DAY))
        .collect();
    days.sort_unstable();
    LoanSums {
        applied: loans.len(),
        asked: sum(&|loan| loan.amount),
        waiting: count(&waits),
        approved: count(&approved),
        granted: sum(&|loan| if approved(loan) { granted(loan) } else { 0 }),
        drawn: sum(&|loan| loan.drawn),
        repaid: sum(&|loan| loan.repaid),
        outstanding: sum(&Loan::outstanding),
        overdue: count(&overdue),
        overdue_outstanding: sum(&|loan| if overdue(loan) { loan.outstanding() } else { 0 }),
        rejected: count(&|loan| loan.state == State::Rejected),
        borrowers: borrowers.len(),
        days_to_decision: days.get(days.len() / 2).copied(),
    }
}
