//! 还款计划: instalments to the cent. Rates are exact; each amount is rounded once, half up, and the last instalment takes
//! what rounding left, so that the principal is repaid exactly.

use formula::Exact;
use jiff::{ToSpan, civil::Date};

use super::Repayment;
use crate::policies::{Fen, Rounding};

/// 计息基准: which part of a year lies between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayCount {
    /// Every month is a twelfth of a year (30/360): how instalments of equal months are counted.
    Months,
    /// Days over so many days of a year: 360 as Chinese banks count interest by the day, 365 elsewhere.
    Days(u16),
    /// Days over the days of the year each of them lies in.
    Actual,
}

/// A loan whose instalments are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// 本金.
    pub principal: Fen,
    /// 年利率 as a share per year.
    pub yearly: Exact,
    /// How it is repaid.
    pub repayment: Repayment,
    /// How interest is counted.
    pub count: DayCount,
    /// 放款日.
    pub drawn_on: Date,
    /// The days something is due, in order, all later than `drawn_on`; never empty.
    pub due: Vec<Date>,
}

/// One instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// The day it is due.
    pub due: Date,
    /// 本金.
    pub principal: Fen,
    /// 利息.
    pub interest: Fen,
    /// What is still owed after it.
    pub balance: Fen,
}

impl Instalment {
    /// 应还.
    #[must_use]
    pub fn payment(&self) -> Fen {
        self.principal + self.interest
    }
}

/// The days `months` instalments are due: the day of the month of `first`, or the last day of shorter months.
#[must_use]
pub fn due_dates(first: Date, months: u16) -> Vec<Date> {
    (0..i64::from(months)).filter_map(|month| first.checked_add(month.months()).ok()).collect()
}

/// The instalments of a loan.
#[must_use]
pub fn schedule(loan: &Loan) -> Vec<Instalment> {
    let parts = loan.parts_of_a_year();
    let factors: Vec<Exact> = parts.iter().map(|part| &loan.yearly * part).collect();
    match loan.repayment {
        Repayment::EqualInstalments => {
            let payment = equal_instalment(loan.principal, &factors);
            loan.repay(&factors, |_, interest| Fen((payment.0 - interest.0).max(0)))
        }
        Repayment::EqualPrincipal => {
            let every = i64::try_from(factors.len()).unwrap_or(i64::MAX).max(1);
            let part = Fen(loan.principal.0 / every);
            loan.repay(&factors, |_, _| part)
        }
        Repayment::MonthlyInterest => loan.repay(&factors, |_, _| Fen::ZERO),
        Repayment::AtMaturity => loan.at_once(&factors),
    }
}

/// The payment that repays `principal` when it is the same every time: P · Π(1+r) / Σ of the products of what follows.
fn equal_instalment(principal: Fen, factors: &[Exact]) -> Fen {
    let (mut growth, mut sum) = (Exact::ONE, Exact::ZERO);
    for factor in factors.iter().rev() {
        sum = &sum + &growth;
        growth = &growth * &(&Exact::ONE + factor);
    }
    let exact = (&principal.yuan() * &growth).checked_div(&sum).unwrap_or_default();
    Rounding::CENT.round(&exact)
}

impl Loan {
    /// Which part of a year each instalment's period is.
    #[must_use]
    pub fn parts_of_a_year(&self) -> Vec<Exact> {
        let mut from = self.drawn_on;
        let mut parts = Vec::with_capacity(self.due.len());
        for due in &self.due {
            parts.push(self.count.part(from, *due));
            from = *due;
        }
        parts
    }

    /// `principal` says what is repaid before the last instalment, which takes what is left.
    fn repay(&self, factors: &[Exact], principal: impl Fn(usize, Fen) -> Fen) -> Vec<Instalment> {
        let mut balance = self.principal;
        let last = factors.len().saturating_sub(1);
        let lines = self.due.iter().zip(factors).enumerate().map(|(place, (due, factor))| {
            let interest = Rounding::CENT.round(&(&balance.yuan() * factor));
            let part = if place == last { balance } else { principal(place, interest).min(balance) };
            balance = balance - part;
            Instalment { due: *due, principal: part, interest, balance }
        });
        lines.collect()
    }

    fn at_once(&self, factors: &[Exact]) -> Vec<Instalment> {
        let factor = factors.iter().fold(Exact::ZERO, |sum, factor| &sum + factor);
        let interest = Rounding::CENT.round(&(&self.principal.yuan() * &factor));
        let line =
            |due: &Date| Instalment { due: *due, principal: self.principal, interest, balance: Fen::ZERO };
        self.due.last().map(line).into_iter().collect()
    }
}

impl DayCount {
    fn part(self, from: Date, to: Date) -> Exact {
        match self {
            Self::Months => {
                let months = i128::from(to.year() - from.year()) * 12 + i128::from(to.month() - from.month());
                Exact::ratio(months, 12).unwrap_or_default()
            }
            Self::Days(year) => Exact::ratio(days(from, to), i128::from(year.max(1))).unwrap_or_default(),
            Self::Actual => actual(from, to),
        }
    }
}

fn days(from: Date, to: Date) -> i128 {
    i128::from(from.until(to).map_or(0, |span| span.get_days()))
}

/// The days after `from` up to and with `to`, each over the days of its year.
fn actual(from: Date, to: Date) -> Exact {
    let mut sum = Exact::ZERO;
    let mut start = from;
    while start < to {
        // The day after `start` is the first that counts: it says which year this stretch lies in.
        let first = start.tomorrow().unwrap_or(to);
        let end = first.last_of_year().min(to);
        let part = Exact::ratio(days(start, end), i128::from(first.days_in_year())).unwrap_or_default();
        sum = &sum + &part;
        start = end;
    }
    sum
}
