//! 总成本: interest and fees, what is paid back of them, and what that is per year.

use formula::Exact;

use super::{Fee, FeeOf, Instalment, Loan, Subsidy};
use crate::policies::{Fen, Rounding};

/// What a loan costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// 利息.
    pub interest: Fen,
    /// One per fee, in file order.
    pub fees: Vec<Fen>,
    /// 贴息, paid back later where its policy's conditions are met.
    pub subsidy: Fen,
    /// 综合年化成本: interest and fees over the money owed and the time it is owed, as a share per year, subsidy not taken off;
    /// simple, not compounded. `None` where nothing is owed.
    pub yearly: Option<Exact>,
}

impl Cost {
    /// Interest and fees.
    #[must_use]
    pub fn total(&self) -> Fen {
        self.interest + self.fees.iter().copied().sum()
    }

    /// Interest and fees, subsidy taken off.
    #[must_use]
    pub fn net(&self) -> Fen {
        self.total() - self.subsidy
    }
}

/// What `loan` with these instalments costs.
#[must_use]
pub fn cost(loan: &Loan, instalments: &[Instalment], fees: &[Fee], subsidy: Option<&Subsidy>) -> Cost {
    let interest: Fen = instalments.iter().map(|line| line.interest).sum();
    let parts = loan.parts_of_a_year();
    let years = parts.iter().fold(Exact::ZERO, |sum, part| &sum + part);
    let fees: Vec<Fen> = fees.iter().map(|fee| fee.amount(loan.principal, &years)).collect();
    let charged = interest + fees.iter().copied().sum();
    Cost {
        interest,
        subsidy: subsidy.map_or(Fen::ZERO, |subsidy| subsidy.amount(interest)),
        yearly: charged.yuan().checked_div(&owed(loan, instalments, &parts)),
        fees,
    }
}

/// Σ of what is owed in each period × the part of a year it is owed for.
fn owed(loan: &Loan, instalments: &[Instalment], parts: &[Exact]) -> Exact {
    let before = |place: usize| {
        // With one payment at the end there is one line for all periods.
        let line = place.checked_sub(1).and_then(|line| instalments.get(line));
        if instalments.len() == parts.len() {
            line.map_or(loan.principal, |line| line.balance)
        } else {
            loan.principal
        }
    };
    let owed = parts.iter().enumerate().map(|(place, part)| &before(place).yuan() * part);
    owed.fold(Exact::ZERO, |sum, one| &sum + &one)
}

impl Fee {
    /// Its amount for a principal and so many years, to the cent, half up.
    #[must_use]
    pub fn amount(&self, principal: Fen, years: &Exact) -> Fen {
        match &self.of {
            FeeOf::Yearly(share) => Rounding::CENT.round(&(&(&principal.yuan() * share) * years)),
            FeeOf::Once(share) => Rounding::CENT.round(&(&principal.yuan() * share)),
            FeeOf::Amount(amount) => *amount,
        }
    }
}

impl Subsidy {
    /// What is paid back of so much interest.
    #[must_use]
    pub fn amount(&self, interest: Fen) -> Fen {
        let share = Rounding { to: Fen(1), down: true }.round(&(&interest.yuan() * &self.share));
        self.cap.map_or(share, |cap| share.min(cap))
    }
}
