//! 资金台账: funds of a zone that share the risk of banks (风险补偿) or pay a part of the interest (贴息). Money is entered by one
//! person and booked by another; what may be paid is [`domain::finance::may_enter`].

mod body;
mod decide;
mod enter;
mod lookup;

pub(crate) use body::*;
pub(crate) use decide::*;
pub(crate) use enter::*;
pub(crate) use lookup::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
};
use domain::{
    finance::{self, Supported},
    policies::Fen,
};
use formula::Exact;
use store::{
    Source, StoreError,
    funds::{self, Entry, EntryKind, EntryState, Fund},
    loans::{self, Loan, Step},
};

/// The fund `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Fund, Stop> {
    funds::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

fn kind_of(kind: EntryKind) -> finance::EntryKind {
    match kind {
        EntryKind::PayIn => finance::EntryKind::PayIn,
        EntryKind::Compensate => finance::EntryKind::Compensate,
        EntryKind::Recover => finance::EntryKind::Recover,
        EntryKind::Subsidise => finance::EntryKind::Subsidise,
        EntryKind::GiveBack => finance::EntryKind::GiveBack,
    }
}

fn fund_kind(fund: &Fund) -> finance::FundKind {
    match fund.kind {
        funds::FundKind::Risk => finance::FundKind::Risk,
        funds::FundKind::Interest => finance::FundKind::Interest,
    }
}

/// A percentage as a share.
pub(crate) fn share_of(percent: &str) -> Option<Exact> {
    percent.parse::<Exact>().ok().map(|percent| percent.shift(-2))
}

/// `loan` as `fund` sees it, by the entries of all funds that are booked.
async fn supported(source: &impl Source, fund: &Fund, loan: &Loan) -> Result<Supported, StoreError> {
    let steps = loans::steps_of(source, &loan.id).await?;
    let entries = funds::of_loans(source, std::slice::from_ref(&loan.id)).await?;
    let booked = entries.iter().filter(|one| one.state == EntryState::Booked);
    Ok(seen_by(fund, loan, &steps, &booked.collect::<Vec<_>>()))
}

fn seen_by(fund: &Fund, loan: &Loan, steps: &[Step], booked: &[&Entry]) -> Supported {
    let sum = |kind: EntryKind| {
        let own = booked.iter().filter(|one| one.fund_id == fund.id && one.kind == kind);
        Fen(own.map(|one| one.amount).sum::<i64>())
    };
    let filed = steps.iter().find(|step| step.fund_id.as_deref() == Some(fund.id.as_str()));
    Supported {
        state: finance::LoanState::from_word(loan.state.word()).unwrap_or(finance::LoanState::Lapsed),
        outstanding: Fen(loan.outstanding()),
        drawn: Fen(loan.drawn),
        yearly: loan.granted.as_ref().and_then(|granted| share_of(&granted.yearly_percent)),
        share: filed.and_then(|step| share_of(step.share_percent.as_deref()?)),
        compensated: sum(EntryKind::Compensate),
        recovered: sum(EntryKind::Recover),
        subsidised: sum(EntryKind::Subsidise),
        given_back: sum(EntryKind::GiveBack),
        // Whichever fund paid: no day is subsidised twice.
        periods: booked.iter().filter_map(|one| one.period).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_funds_are_those_that_are_stored() {
        for kind in EntryKind::ALL {
            assert_eq!(kind_of(*kind).word(), kind.word());
        }
        assert_eq!(EntryKind::ALL.len(), finance::EntryKind::ALL.len());
        let kinds: Vec<&str> = funds::FundKind::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(finance::FundKind::ALL.iter().map(|one| one.word()).collect::<Vec<_>>(), kinds);
        let steps: Vec<&str> = loans::StepKind::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(finance::StepKind::ALL.iter().map(|one| one.word()).collect::<Vec<_>>(), steps);
    }

    #[test]
    fn percentages_are_exact() {
        assert_eq!(share_of("35"), "0.35".parse().ok());
        assert_eq!(share_of("3.85"), "0.0385".parse().ok());
        assert_eq!(share_of("x"), None);
    }
}
