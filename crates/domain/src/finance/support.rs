//! What a zone does for a loan: it recommends an application, writes down who guarantees, files the loan with a fund that shares
//! the risk (风险补偿资金池); and what its funds paid: 代偿补偿, 追偿回收, 贷款贴息.
//!
//! Sharing of risk follows 财金〔2024〕60号 in kind: a fund bears a share of the principal of a loan that was filed before
//! it was overdue. Whole cents throughout; what cannot be paid is said with the number that forbids it.

use formula::Exact;
use jiff::civil::Date;

use super::LoanState;
use crate::{
    collection::{Refusal, machine::words},
    policies::{Fen, Rounding},
};

words! {
    /// What a fund is for.
    FundKind {
        /// Shares the loss of banks.
        Risk = "risk" "风险补偿资金" "risk compensation";
        /// Pays a part of the interest.
        Interest = "interest" "贷款贴息资金" "interest subsidy";
    }
}

words! {
    /// Money of a fund.
    EntryKind {
        /// The fund is filled.
        PayIn = "pay-in" "注入" "paid in";
        /// A share of what an enterprise did not repay, to its bank.
        Compensate = "compensate" "代偿补偿" "compensation";
        /// What the bank got back of it later.
        Recover = "recover" "追偿回收" "recovered";
        /// A part of the interest, to the enterprise.
        Subsidise = "subsidise" "贴息" "interest subsidy";
        /// A subsidy that came back.
        GiveBack = "give-back" "贴息退回" "subsidy returned";
    }
}

words! {
    /// What a zone does for a loan beside money.
    StepKind {
        /// Tells the bank that it stands behind the application.
        Recommend = "recommend" "推荐" "recommendation";
        /// Writes down who guarantees the loan.
        Guarantee = "guarantee" "担保登记" "guarantee";
        /// Files the loan with a fund that shares the risk.
        File = "file" "风险补偿备案" "filing with a risk fund";
    }
}

impl EntryKind {
    /// Whether money leaves the fund.
    #[must_use]
    pub const fn is_out(self) -> bool {
        matches!(self, Self::Compensate | Self::Subsidise)
    }

    /// Whether it belongs to a loan.
    #[must_use]
    pub const fn is_of_loan(self) -> bool {
        !matches!(self, Self::PayIn)
    }

    /// Whether a fund of this kind has such entries.
    #[must_use]
    pub const fn fits(self, fund: FundKind) -> bool {
        match self {
            Self::PayIn => true,
            Self::Compensate | Self::Recover => matches!(fund, FundKind::Risk),
            Self::Subsidise | Self::GiveBack => matches!(fund, FundKind::Interest),
        }
    }
}

/// Whether a zone may take `step` while the loan is so far.
///
/// # Errors
/// Why not.
pub fn may_step(step: StepKind, state: LoanState) -> Result<(), Refusal> {
    use LoanState as State;
    let may = match step {
        StepKind::Recommend => {
            matches!(state, State::Submitted | State::Reviewing | State::Asked | State::Proposed)
        }
        StepKind::Guarantee => matches!(
            state,
            State::Submitted
                | State::Reviewing
                | State::Asked
                | State::Proposed
                | State::Approved
                | State::Signed
        ),
        // Whoever files what is overdue already would share a loss that is known.
        StepKind::File => matches!(state, State::Signed | State::Lent),
    };
    if may {
        return Ok(());
    }
    let (state, step) = (state.name(), step.name());
    Err(Refusal::new(
        "loan-state",
        format!("“{}”时不能办理{}", state.zh, step.zh),
        format!("not possible while {}: {}", state.en, step.en),
    ))
}

/// A loan as a fund sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Supported {
    /// How far it is.
    pub state: LoanState,
    /// What is still owed.
    pub outstanding: Fen,
    /// What was drawn.
    pub drawn: Fen,
    /// 年利率 as a share per year; none while nothing is granted.
    pub yearly: Option<Exact>,
    /// The share of the principal that the fund bears, above 0 and at most 1; none while the loan is not filed with it.
    pub share: Option<Exact>,
    /// Σ of compensation from this fund, and of what came back of it.
    pub compensated: Fen,
    /// Σ that came back.
    pub recovered: Fen,
    /// Σ of subsidies from this fund.
    pub subsidised: Fen,
    /// Σ that came back.
    pub given_back: Fen,
    /// First and last days that subsidies were paid for, by whichever fund.
    pub periods: Vec<(Date, Date)>,
}

/// The share of what is still owed, to the cent, rounded down.
#[must_use]
pub fn covered(outstanding: Fen, share: &Exact) -> Fen {
    Rounding { to: Fen(1), down: true }.round(&(outstanding.yuan() * share.clone()))
}

impl Supported {
    /// What the fund bears of what is still owed, to the cent, rounded down.
    #[must_use]
    pub fn covered(&self) -> Fen {
        self.share.as_ref().map_or(Fen::ZERO, |share| covered(self.outstanding, share))
    }

    /// The most that interest of the days can be: everything drawn, at the rate, by 360 days a year; rounded up.
    #[must_use]
    pub fn most_interest(&self, (from, to): (Date, Date)) -> Fen {
        let days = i64::from(to.since(from).map_or(0, |span| span.get_days())) + 1;
        let yearly = self.yearly.clone().unwrap_or(Exact::ZERO);
        let exact = self.drawn.yuan() * yearly * Exact::from(days.max(0));
        let exact = exact.checked_div(&Exact::from(360)).unwrap_or(Exact::ZERO);
        let down = Rounding { to: Fen(1), down: true }.round(&exact);
        if down.yuan() == exact { down } else { down + Fen(1) }
    }
}

/// An entry that somebody wants to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// What it is.
    pub kind: EntryKind,
    /// How much; above zero.
    pub amount: Fen,
    /// First and last day, for a subsidy.
    pub period: Option<(Date, Date)>,
}

/// Whether `wanted` may be entered into a fund of `kind` with so much in it, for `loan`.
///
/// # Errors
/// Why not.
pub fn may_enter(
    wanted: Wanted,
    (kind, balance): (FundKind, Fen),
    loan: Option<&Supported>,
) -> Result<(), Refusal> {
    if !wanted.kind.fits(kind) {
        let (fund, entry) = (kind.name(), wanted.kind.name());
        return Err(Refusal::new(
            "fund-kind",
            format!("{}不办理{}", fund.zh, entry.zh),
            format!("a fund of this kind ({}) has no such entries: {}", fund.en, entry.en),
        ));
    }
    if let Some(loan) = loan {
        of_loan(wanted, loan)?;
    }
    if wanted.kind.is_out() && wanted.amount > balance {
        return Err(Refusal::new(
            "fund-balance",
            format!("资金余额只有{balance}元"),
            format!("the fund holds only {balance} yuan"),
        ));
    }
    Ok(())
}

fn of_loan(wanted: Wanted, loan: &Supported) -> Result<(), Refusal> {
    use LoanState as State;
    let refuse = |code: &'static str, zh: String, en: String| Err(Refusal::new(code, zh, en));
    let most = |left: Fen, zh: &str, en: &str| {
        if wanted.amount <= left {
            return Ok(());
        }
        refuse("above-most", format!("{zh}最多{left}元"), format!("{en} {left} yuan at most"))
    };
    match wanted.kind {
        EntryKind::PayIn => Ok(()),
        EntryKind::Compensate if loan.share.is_none() => refuse(
            "not-filed",
            "这笔贷款没有在该资金备案，不能补偿".to_owned(),
            "the loan was not filed with the fund".to_owned(),
        ),
        EntryKind::Compensate if loan.state != State::Overdue => refuse(
            "loan-state",
            "贷款逾期后才能补偿".to_owned(),
            "only a loan that is overdue is compensated".to_owned(),
        ),
        EntryKind::Compensate => {
            let paid = loan.compensated - loan.recovered;
            most(loan.covered() - paid, "按备案比例还可补偿", "by its share the fund may still bear")
        }
        EntryKind::Recover => {
            most(loan.compensated - loan.recovered, "未收回的补偿款", "of the compensation there are left")
        }
        EntryKind::Subsidise => {
            if !matches!(loan.state, State::Lent | State::Settled) {
                return refuse(
                    "loan-state",
                    "在贷（未逾期）或已结清的贷款才能贴息".to_owned(),
                    "only a loan that is lent and not overdue, or settled, is subsidised".to_owned(),
                );
            }
            let Some((from, to)) = wanted.period else {
                return refuse(
                    "no-period",
                    "贴息须写明起止日期".to_owned(),
                    "a subsidy needs its first and last day".to_owned(),
                );
            };
            let paid = loan.periods.iter().find(|(first, last)| *first <= to && from <= *last);
            if let Some((first, last)) = paid {
                return refuse(
                    "paid-before",
                    format!("{first}至{last}已经贴息，同一时段不重复贴息"),
                    format!("from {first} to {last} it was subsidised already: no day is paid twice"),
                );
            }
            most(loan.most_interest((from, to)), "该时段的利息", "interest of these days is")
        }
        EntryKind::GiveBack => {
            most(loan.subsidised - loan.given_back, "未退回的贴息", "of the subsidies there are left")
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn loan(state: LoanState) -> Supported {
        Supported {
            state,
            outstanding: Fen(100_000_001),
            drawn: Fen(100_000_001),
            yearly: "0.036".parse().ok(),
            share: "0.35".parse().ok(),
            compensated: Fen::ZERO,
            recovered: Fen::ZERO,
            subsidised: Fen::ZERO,
            given_back: Fen::ZERO,
            periods: Vec::new(),
        }
    }

    fn enters(kind: EntryKind, amount: i64, fund: FundKind, loan: &Supported) -> &'static str {
        let period = (kind == EntryKind::Subsidise).then_some((date(2026, 1, 1), date(2026, 1, 31)));
        let wanted = Wanted { kind, amount: Fen(amount), period };
        may_enter(wanted, (fund, Fen::from_yuan(500_000)), Some(loan)).map_or_else(|no| no.code, |()| "ok")
    }

    #[test]
    fn a_fund_bears_its_share_of_what_is_owed_and_not_a_cent_more() {
        let overdue = loan(LoanState::Overdue);
        // 1,000,000.01 × 35 % = 350,000.0035
        assert_eq!(overdue.covered(), Fen::from_yuan(350_000));
        let enters = |amount, loan: &Supported| enters(EntryKind::Compensate, amount, FundKind::Risk, loan);
        assert_eq!(enters(35_000_000, &overdue), "ok");
        assert_eq!(enters(35_000_001, &overdue), "above-most");
        let before = Supported { compensated: Fen(10_000_000), ..overdue.clone() };
        assert_eq!((enters(25_000_000, &before), enters(25_000_001, &before)), ("ok", "above-most"));
        let recovered = Supported { recovered: Fen(10_000_000), ..before };
        assert_eq!(enters(35_000_000, &recovered), "ok");
        assert_eq!(enters(1, &loan(LoanState::Lent)), "loan-state");
        assert_eq!(enters(1, &Supported { share: None, ..overdue }), "not-filed");
    }

    #[test]
    fn no_day_is_subsidised_twice_and_never_more_than_its_interest() {
        let lent = loan(LoanState::Lent);
        // 1,000,000.01 × 3.6 % × 31 / 360 = 3,100.000031
        let enters =
            |amount, loan: &Supported| enters(EntryKind::Subsidise, amount, FundKind::Interest, loan);
        assert_eq!((enters(310_001, &lent), enters(310_002, &lent)), ("ok", "above-most"));
        for (first, last, found) in [
            (date(2025, 12, 1), date(2025, 12, 31), "ok"),
            (date(2025, 12, 1), date(2026, 1, 1), "paid-before"),
            (date(2026, 1, 31), date(2026, 1, 31), "paid-before"),
            (date(2026, 2, 1), date(2026, 2, 28), "ok"),
        ] {
            assert_eq!(
                enters(1, &Supported { periods: vec![(first, last)], ..lent.clone() }),
                found,
                "{first}"
            );
        }
        assert_eq!(enters(1, &loan(LoanState::Overdue)), "loan-state");
        let wanted = Wanted { kind: EntryKind::Subsidise, amount: Fen(1), period: None };
        let fund = (FundKind::Interest, Fen::from_yuan(1));
        assert_eq!(may_enter(wanted, fund, Some(&lent)).unwrap_err().code, "no-period");
    }

    #[test]
    fn money_comes_back_only_as_far_as_it_was_paid_and_a_fund_is_never_overdrawn() {
        let of = |loan: &Supported, kind, amount, fund| enters(kind, amount, fund, loan);
        let paid = Supported { compensated: Fen(100), subsidised: Fen(50), ..loan(LoanState::Settled) };
        assert_eq!(of(&paid, EntryKind::Recover, 100, FundKind::Risk), "ok");
        assert_eq!(of(&paid, EntryKind::Recover, 101, FundKind::Risk), "above-most");
        assert_eq!(of(&paid, EntryKind::GiveBack, 50, FundKind::Interest), "ok");
        assert_eq!(of(&paid, EntryKind::GiveBack, 51, FundKind::Interest), "above-most");
        let large = Supported { outstanding: Fen::from_yuan(10_000_000), ..loan(LoanState::Overdue) };
        assert_eq!(of(&large, EntryKind::Compensate, 50_000_000, FundKind::Risk), "ok");
        assert_eq!(of(&large, EntryKind::Compensate, 50_000_001, FundKind::Risk), "fund-balance");
        assert_eq!(of(&large, EntryKind::Compensate, 1, FundKind::Interest), "fund-kind");
        assert_eq!(of(&large, EntryKind::Subsidise, 1, FundKind::Risk), "fund-kind");
    }

    #[test]
    fn these_steps_at_these_times() {
        let mut may = Vec::new();
        for step in StepKind::ALL {
            let states = LoanState::ALL.iter().filter(|state| may_step(*step, **state).is_ok());
            may.push(format!(
                "{}: {}",
                step.word(),
                states.map(|one| one.word()).collect::<Vec<_>>().join(" ")
            ));
        }
        assert_eq!(
            may,
            [
                "recommend: submitted reviewing asked proposed",
                "guarantee: submitted reviewing asked proposed approved signed",
                "file: signed lent",
            ]
        );
    }
}
