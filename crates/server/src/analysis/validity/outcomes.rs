//! What became of enterprises after an evaluation: whether they grew, whether their loans were repaid.

use crate::{caller::beijing_day, desk::Desk, problem::Stop};
use ::run::Run;
use domain::indicators::{Item, ItemKind};
use formula::{Exact, Fact, Facts};
use jiff::{ToSpan, civil::Date};
use std::collections::{HashMap, HashSet};
use store::{
    enterprises,
    loans::{self, Loan, OverdueSpell},
};

/// 违约: overdue for more than so many days.
pub(super) const DEFAULT_DAYS: i64 = 90;

/// Growth of one item from the year of a run to that of a later one.
pub(super) struct Growth<'a> {
    /// The run enterprises were evaluated in.
    pub(super) run: &'a Run,
    /// The later one.
    pub(super) later: &'a Run,
    /// The item, by code.
    pub(super) item: &'a str,
    /// By at least so much, in percent.
    pub(super) at_least: &'a Exact,
}

impl Growth<'_> {
    /// Of each row whether it grew by as much; `None` where one of both years is not known, or the first is not above
    /// nought.
    pub(super) fn ends(&self) -> Vec<Option<bool>> {
        let rows: HashMap<String, usize> =
            (0..self.later.scores.len()).map(|row| (self.later.id(row), row)).collect();
        let of = |row: usize| {
            let now = number(self.run, row, self.item).filter(|now| *now > Exact::ZERO)?;
            let later = number(self.later, *rows.get(&self.run.id(row))?, self.item)?;
            Some(grew(&now, &later, self.at_least))
        };
        (0..self.run.scores.len()).map(of).collect()
    }
}

/// Whether `later` is at least `percent` more than `now`; exactly as much counts.
fn grew(now: &Exact, later: &Exact, percent: &Exact) -> bool {
    let hundred = Exact::from(100);
    later * &hundred >= now * &(&hundred + percent)
}

fn number(run: &Run, row: usize, item: &str) -> Option<Exact> {
    match run.population.row(row).item(item, 0)? {
        Fact::Number(number) => Some(number),
        _ => None,
    }
}

/// The yearly numbers that both runs know of some enterprise, in the dictionary's order.
pub(super) fn items<'a>(run: &'a Run, later: &Run) -> Vec<&'a Item> {
    let known = |run: &Run, code: &str| (0..run.scores.len()).any(|row| number(run, row, code).is_some());
    let all = run.scheme.dictionary.items().iter();
    all.filter(|item| item.yearly && matches!(item.kind, ItemKind::Number { .. }))
        .filter(|item| known(run, &item.code) && known(later, &item.code))
        .collect()
}

/// What counts against a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// 逾期, ever.
    Overdue,
    /// 违约: overdue for more than [`DEFAULT_DAYS`].
    Default,
}

impl Trouble {
    fn is(self, spell: &OverdueSpell, today: Date) -> bool {
        let until = spell.until.map_or(today, beijing_day);
        match self {
            Self::Overdue => true,
            Self::Default => beijing_day(spell.from).saturating_add(DEFAULT_DAYS.days()) < until,
        }
    }
}

/// Loans that were drawn on what an evaluation said, with when they were overdue.
pub(super) struct Lent {
    /// The loans.
    pub(super) loans: Vec<Loan>,
    spells: Vec<OverdueSpell>,
    codes: HashMap<String, String>,
}

impl Lent {
    /// The loans within the caller's scope that were applied for on a run of the evaluation `batch_id`.
    pub(super) async fn of(desk: &Desk, batch_id: &str) -> Result<Self, Stop> {
        let database = desk.database();
        let loans = loans::drawn_on(database, desk.scope(), batch_id).await?;
        let ids: Vec<String> = loans.iter().map(|loan| loan.id.clone()).collect();
        let spells = loans::overdue_spells(database, &ids).await?;
        let borrowers: HashSet<&str> = loans.iter().map(|loan| loan.enterprise_id.as_str()).collect();
        let borrowers: Vec<String> = borrowers.into_iter().map(str::to_owned).collect();
        let mut codes = HashMap::new();
        for ids in borrowers.chunks(1_000) {
            let found = enterprises::by_ids(database, ids).await?;
            codes.extend(found.into_iter().map(|one| (one.id, one.credit_code)));
        }
        Ok(Self { loans, spells, codes })
    }

    /// Of each row whether all its loans were free of `trouble`; `None` of one that borrowed nothing.
    pub(super) fn ends(&self, run: &Run, trouble: Trouble, today: Date) -> Vec<Option<bool>> {
        let troubled: HashSet<&str> = self
            .spells
            .iter()
            .filter(|spell| trouble.is(spell, today))
            .map(|spell| spell.loan_id.as_str())
            .collect();
        let mut ends: HashMap<&str, bool> = HashMap::new();
        for loan in &self.loans {
            if let Some(code) = self.codes.get(&loan.enterprise_id) {
                *ends.entry(code).or_insert(true) &= !troubled.contains(loan.id.as_str());
            }
        }
        (0..run.scores.len()).map(|row| ends.get(run.id(row).as_str()).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn growth_is_compared_exactly() {
        let check = |now: &str, later: &str, percent: &str, wanted: bool| {
            let [now, later, percent] = [now, later, percent].map(|text| text.parse::<Exact>().unwrap());
            assert_eq!(grew(&now, &later, &percent), wanted, "{now:?} {later:?} {percent:?}");
        };
        check("5000", "5500", "10", true);
        check("5000", "5499.99", "10", false);
        check("0.3", "0.36", "20", true);
        check("0.1", "0.11", "10", true);
        check("100", "90", "-10", true);
        check("100", "89.99", "-10", false);
        check("3", "0", "0", false);
    }

    #[test]
    fn a_default_is_more_than_ninety_days() {
        let at = |day: Date| jiff::tz::offset(8).to_timestamp(day.at(9, 0, 0, 0)).unwrap();
        let spell = |until: Option<Date>| OverdueSpell {
            loan_id: "l".into(),
            from: at(date(2026, 1, 1)),
            until: until.map(at),
        };
        let today = date(2026, 12, 1);
        for (until, wanted) in [(Some(date(2026, 4, 1)), false), (Some(date(2026, 4, 2)), true), (None, true)]
        {
            assert!(Trouble::Overdue.is(&spell(until), today));
            assert_eq!(Trouble::Default.is(&spell(until), today), wanted, "{until:?}");
        }
        assert!(!Trouble::Default.is(&spell(None), date(2026, 3, 1)), "not yet");
    }
}
