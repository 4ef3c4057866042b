//! What a loan of an amount and a term costs under a product.

use super::words::rounded_percent;
use crate::{
    desk::Desk,
    library::today,
    problem::{Code, Field, Problem},
    wire::RepaymentWord,
};
use domain::{
    finance::{DayCount, Loan, Product, Repayment, cost, due_dates, schedule},
    policies::Fen,
};
use formula::Exact;
use jiff::{ToSpan, civil::Date};
use serde::Serialize;
use utoipa::ToSchema;

/// Longest term that is counted, in months.
pub(super) const MOST_MONTHS: u16 = 360;

/// What a loan costs. Amounts are yuan, to the cent.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanCost)]
pub(crate) struct CostBody {
    /// 本金.
    principal: String,
    /// 期限 in months.
    months: u16,
    /// How it is repaid.
    repayment: RepaymentWord,
    /// 利息.
    interest: String,
    /// Σ of the fees.
    fees: String,
    /// 贴息 that may be paid back later.
    subsidy: String,
    /// 利息 and fees, subsidy taken off.
    net: String,
    /// 综合年化成本 in percent to two places: interest and fees over the money owed and its time, simple.
    yearly_percent: Option<String>,
}

/// The loan that is compared: so much money for so long.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    principal: Fen,
    months: u16,
    repayment: Option<Repayment>,
}

impl Compared {
    /// `None` when no amount is asked for.
    ///
    /// # Errors
    /// 400 with the parameter that is wrong.
    pub(super) fn read(
        amount: Option<&str>,
        months: Option<u16>,
        repayment: Option<RepaymentWord>,
    ) -> Result<Option<Self>, Problem> {
        let Some(amount) = amount else { return Ok(None) };
        let months = months.unwrap_or(12);
        check_months(months)?;
        Ok(Some(Self {
            principal: read_money("?amount", amount)?,
            months,
            repayment: repayment.map(Into::into),
        }))
    }

    /// 本金.
    pub(super) fn principal(&self) -> Fen {
        self.principal
    }

    /// What it costs under `product` at `yearly`; `None` where the product does not lend it so.
    pub(super) fn under(&self, desk: &Desk, product: &Product, yearly: &Exact) -> Option<CostBody> {
        if !(product.term.least..=product.term.most).contains(&self.months) {
            return None;
        }
        let repayment = match self.repayment {
            Some(wanted) => product.repayments.iter().copied().find(|way| *way == wanted)?,
            None => *product.repayments.first()?,
        };
        let drawn_on = today(desk);
        let loan = Loan {
            principal: self.principal,
            yearly: yearly.clone(),
            repayment,
            count: DayCount::Months,
            drawn_on,
            due: months_after(drawn_on, self.months),
        };
        let found = cost(&loan, &schedule(&loan), &product.fees, product.subsidy.as_ref());
        let fees: Fen = found.fees.iter().copied().sum();
        Some(CostBody {
            principal: self.principal.to_string(),
            months: self.months,
            repayment: repayment.into(),
            interest: found.interest.to_string(),
            fees: fees.to_string(),
            subsidy: found.subsidy.to_string(),
            net: found.net().to_string(),
            yearly_percent: found.yearly.as_ref().map(rounded_percent),
        })
    }
}

/// The days of the months after `day`.
pub(super) fn months_after(day: Date, months: u16) -> Vec<Date> {
    let mut due = due_dates(day, months.saturating_add(1));
    // The first is the day itself.
    if !due.is_empty() {
        due.remove(0);
    }
    due
}

pub(super) fn check_months(months: u16) -> Result<(), Problem> {
    if (1..=MOST_MONTHS).contains(&months) {
        return Ok(());
    }
    Err(wrong(
        "?months",
        format!("期限为1至{MOST_MONTHS}个月"),
        format!("a term of 1 to {MOST_MONTHS} months"),
    ))
}

/// An amount of money in yuan, above zero, to the cent.
pub(crate) fn read_money(at: &str, written: &str) -> Result<Fen, Problem> {
    let yuan = written.trim().parse::<Exact>().ok();
    let fen = yuan.as_ref().and_then(Fen::exactly).filter(|fen| (1..=Fen::MOST.0).contains(&fen.0));
    fen.ok_or_else(|| {
        wrong(
            at,
            "金额以元计，大于零，最多两位小数，如 3000000".to_owned(),
            "an amount in yuan above zero with at most two decimals, e.g. 3000000".to_owned(),
        )
    })
}

pub(super) fn wrong(at: &str, zh: String, en: String) -> Problem {
    Problem::new(Code::QueryNotUnderstood).at(vec![Field::new(at, zh, en)])
}

/// The day a month after `day`.
pub(super) fn a_month_later(day: Date) -> Date {
    day.checked_add(1.month()).unwrap_or(day)
}
