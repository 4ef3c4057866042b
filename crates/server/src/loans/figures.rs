//! What loans came to: by bank and product, for a zone what points achieved, for a bank its portfolio.

use super::{is_of_bank, support::mean_stars, yuan};
use crate::{
    caller::beijing_day,
    consents::Parties,
    desk::Desk,
    enterprises::note_list,
    problem::Stop,
    reply::{Answer, Reply},
    wire::RejectReasonWord,
};
use formula::Exact;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{
    loans::{self, Loan, LoanState, RejectReason},
    runs,
};
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
    /// Of those, enterprises that never borrowed from a bank before, by what their banks said when they signed (首贷户).
    first_borrowers: usize,
    /// Loans whose service was rated.
    rated: usize,
    /// The mean of 1 to 5 stars with one decimal; absent while nothing is rated.
    stars: Option<String>,
    /// Whole days from application to decision, the middle one; absent while nothing is decided.
    days_to_decision: Option<i64>,
    /// 年利率 that banks granted, in percent, by amount; absent while nothing is approved. Two decimals, half up.
    granted_percent: Option<String>,
    /// The reference rate of the products for the same loans when they were applied for.
    reference_percent: Option<String>,
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

/// Loans that were applied for in one month.
#[derive(Serialize, ToSchema)]
struct LoansOfMonth {
    /// The month in Beijing, such as `2026-11`.
    month: String,
    /// Its numbers.
    sums: LoanSums,
}

/// Loans of enterprises of one stage.
#[derive(Serialize, ToSchema)]
struct LoansOfStage {
    /// The stage in the evaluation the loan was applied for on, by code; absent where it has none.
    stage: Option<String>,
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
    /// By month, the first one first.
    months: Vec<LoansOfMonth>,
    /// By stage; absent for a bank, which knows the stage of nobody who has not let it know.
    stages: Option<Vec<LoansOfStage>>,
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
    let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
    let ratings = loans::ratings_of(desk.database(), &ids).await?;
    let ratings: Stars = ratings.into_iter().map(|one| (one.loan_id, one.stars)).collect();
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
        sums: sums(&loans, &ratings),
    });
    let stages = if is_of_bank(&desk) { None } else { Some(by_stage(&desk, &all, &ratings).await?) };
    Ok(Reply::ok(&LoanFigures {
        months: by_month(&all, &ratings),
        stages,
        products: products.collect(),
        rejections: rejections(&all),
        total: sums(&all.iter().collect::<Vec<_>>(), &ratings),
    }))
}

fn by_month(all: &[Loan], ratings: &Stars) -> Vec<LoansOfMonth> {
    let mut months: BTreeMap<String, Vec<&Loan>> = BTreeMap::new();
    for loan in all {
        let day = beijing_day(loan.applied_at);
        months.entry(format!("{:04}-{:02}", day.year(), day.month())).or_default().push(loan);
    }
    months.into_iter().map(|(month, loans)| LoansOfMonth { month, sums: sums(&loans, ratings) }).collect()
}

/// By the stage of the enterprise in the run whose data the loan was applied for on.
async fn by_stage(desk: &Desk, all: &[Loan], ratings: &Stars) -> Result<Vec<LoansOfStage>, Stop> {
    let mut runs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for loan in all {
        runs.entry(&loan.run_id).or_default().insert(&loan.enterprise_id);
    }
    let mut known: HashMap<(&str, String), Option<String>> = HashMap::new();
    for (run, ids) in runs {
        let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        let found = runs::results_for(desk.database(), run, &ids).await?;
        known.extend(found.into_iter().map(|one| ((run, one.enterprise_id), one.stage)));
    }
    let mut stages: BTreeMap<Option<&str>, Vec<&Loan>> = BTreeMap::new();
    for loan in all {
        let stage = known.get(&(loan.run_id.as_str(), loan.enterprise_id.clone()));
        stages.entry(stage.and_then(Option::as_deref)).or_default().push(loan);
    }
    let told = stages
        .into_iter()
        .map(|(stage, loans)| LoansOfStage { stage: stage.map(str::to_owned), sums: sums(&loans, ratings) });
    Ok(told.collect())
}

/// The mean of rates by amount, in percent with two decimals, half up; `None` of nothing. Whole cents and exact rates: no
/// binary fraction takes part.
fn mean_rate(rates: impl Iterator<Item = (i64, Exact)>) -> Option<String> {
    let (mut weighted, mut whole) = (Exact::ZERO, Exact::ZERO);
    for (amount, rate) in rates {
        weighted = weighted + Exact::from(amount) * rate;
        whole = whole + Exact::from(amount);
    }
    Some(weighted.checked_div(&whole)?.round_half_up(2).to_string())
}

/// The reference rate that was offered when `loan` was applied for.
fn offered_rate(loan: &Loan) -> Option<Exact> {
    let offer: serde_json::Value = serde_json::from_str(&loan.offer).ok()?;
    offer.get("yearly_percent")?.as_str()?.parse().ok()
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

/// Stars by loan.
type Stars = HashMap<String, i64>;

fn sums(loans: &[&Loan], ratings: &Stars) -> LoanSums {
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
    let first: BTreeSet<&str> = loans
        .iter()
        .filter(|loan| loan.drawn > 0 && loan.first_loan == Some(true))
        .map(|loan| loan.enterprise_id.as_str())
        .collect();
    let stars: Vec<i64> = loans.iter().filter_map(|loan| ratings.get(&loan.id).copied()).collect();
    let mut days: Vec<i64> = loans
        .iter()
        .filter_map(|loan| Some((loan.decided_at?.as_second() - loan.applied_at.as_second()) / DAY))
        .collect();
    days.sort_unstable();
    // Only loans of which both rates are known are compared.
    let rates: Vec<(i64, Exact, Exact)> = loans
        .iter()
        .filter(|loan| approved(loan))
        .filter_map(|loan| {
            let granted = loan.granted.as_ref()?;
            Some((granted.amount, granted.yearly_percent.parse().ok()?, offered_rate(loan)?))
        })
        .collect();
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
        first_borrowers: first.len(),
        rated: stars.len(),
        stars: mean_stars(&stars),
        days_to_decision: days.get(days.len() / 2).copied(),
        granted_percent: mean_rate(rates.iter().map(|(amount, granted, _)| (*amount, granted.clone()))),
        reference_percent: mean_rate(rates.iter().map(|(amount, _, offered)| (*amount, offered.clone()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_weighed_by_amount_and_rounded_half_up() {
        let mean = |rates: &[(i64, &str)]| {
            mean_rate(rates.iter().map(|(amount, rate)| (*amount, rate.parse::<Exact>().unwrap())))
        };
        assert_eq!(mean(&[(100, "3.7"), (300, "4.1")]).as_deref(), Some("4"));
        assert_eq!(mean(&[(1, "3.45"), (1, "3.46")]).as_deref(), Some("3.46"), "3.455, half up");
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[(0, "3.7")]), None, "of no money");
    }
}
