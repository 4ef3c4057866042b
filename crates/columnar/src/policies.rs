//! 政策匹配 over a population: all enterprises against all policies, the twin of [`domain::policies::judge`].
//!
//! Conditions that several policies share are looked at once per chunk. A condition is decided in doubles with a bound of
//! their error; what the bound leaves open goes to the exact judge, and only for enterprises that nothing has ruled out
//! yet. Amounts are told in the same way: to the cent, or the exact award is asked.

mod screen;
mod table;

use domain::policies::{Claims, Policy, Standing};
use formula::{Fact, Facts, ResultKind};
use jiff::civil::Date;

use crate::{
    Options, Population, Row,
    conditions::{Conditions, Terms},
    program::{CHUNK, Reads},
    work::{blocks, share},
};
use screen::{Screen, Screened};
pub use table::{MatchTable, cuts, reasons};

/// How many enterprises one task sees.
const BLOCK: usize = 2 * CHUNK;
/// Conditions that [`Marks`] have room for; those beyond share the last bit.
const MOST_MARKED: usize = 64;

/// Points, stages and grades of the enterprises, in their order, where somebody has evaluated them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// Total points; `None` when withheld.
    pub points: Vec<Option<domain::Points>>,
    /// Stage codes.
    pub stages: Vec<Option<String>>,
    /// Grade codes.
    pub grades: Vec<Option<String>>,
}

impl Results {
    fn fact(&self, kind: ResultKind, index: usize) -> Option<Fact> {
        let text = |list: &[Option<String>]| Some(Fact::Text(list.get(index)?.as_deref()?.into()));
        match kind {
            ResultKind::Points => (*self.points.get(index)?).map(|points| Fact::Number(points.exact())),
            ResultKind::Stage => text(&self.stages),
            ResultKind::Grade => text(&self.grades),
        }
    }
}

/// One policy with the enterprises as it sees them: those of its year, ages judged on its day.
#[derive(Debug, Clone, Copy)]
pub struct Match<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The enterprises: the same in the same order for every policy.
    pub population: &'a Population,
}

/// Which conditions of a policy an enterprise fails, and which cannot be told: bit k is condition k, officer checks follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// Unmet.
    pub unmet: u64,
    /// Cannot be told.
    pub unknown: u64,
}

/// What was found under one policy.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matched {
    /// How every enterprise stands.
    pub standings: Vec<Standing>,
    /// What the entitled claim; empty where the award is not money.
    pub claims: Claims,
    /// Which conditions fail, when asked for; otherwise empty.
    pub marks: Vec<Marks>,
}

/// Matches every enterprise with every policy. With `reasons`, every condition of every enterprise is looked at and marked;
/// without, an enterprise that one condition rules out is not looked at further.
#[must_use]
pub fn match_policies(
    matches: &[Match<'_>],
    results: Option<&Results>,
    reasons: bool,
    options: &Options,
) -> Vec<Matched> {
    let count = matches.first().map_or(0, |one| one.population.len());
    let terms: Vec<Terms<'_>> = matches.iter().map(|one| terms(one.policy, one.reads(results))).collect();
    let conditions = Conditions::of(&terms);
    let screens: Vec<Screen<'_>> = matches
        .iter()
        .zip(&conditions.of_each)
        .map(|(one, conditions)| Screen::new(*one, one.reads(results), conditions))
        .collect();
    let parts = share(*options, blocks(count, BLOCK), |range| {
        let mut found: Vec<Screened> = screens.iter().map(|_| Screened::default()).collect();
        for start in range.clone().step_by(CHUNK) {
            let chunk = crate::program::Chunk { start, len: CHUNK.min(range.end - start) };
            let mut codes = conditions.chunk(chunk);
            for (screen, found) in screens.iter().zip(&mut found) {
                screen.chunk(chunk, &mut codes, results, reasons, found);
            }
        }
        found
    });
    let mut all: Vec<Matched> = matches.iter().map(|_| Matched::default()).collect();
    all.iter_mut().for_each(|one| one.standings.reserve_exact(count));
    for part in parts {
        for (one, found) in all.iter_mut().zip(part) {
            one.standings.extend(found.standings);
            one.claims.claims.extend(found.claims.claims);
            one.claims.keys.extend(found.claims.keys);
            one.marks.extend(found.marks);
        }
    }
    all
}

fn terms<'a>(policy: &'a Policy, reads: Reads<'a>) -> Terms<'a> {
    Terms { conditions: &policy.conditions, officer_checks: &policy.officer_checks, reads }
}

/// The facts of one enterprise with its results.
pub(crate) struct Evaluated<'a> {
    pub(crate) row: Row<'a>,
    pub(crate) index: usize,
    pub(crate) results: Option<&'a Results>,
}

impl Facts for Evaluated<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.row.item(code, back)
    }

    fn as_of(&self) -> Date {
        self.row.as_of()
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        self.row.has_label(label)
    }

    fn result(&self, kind: ResultKind, _: Option<&str>) -> Option<Fact> {
        self.results?.fact(kind, self.index)
    }
}

impl<'a> Match<'a> {
    /// What its formulas read.
    fn reads(self, results: Option<&'a Results>) -> Reads<'a> {
        Reads { population: self.population, results, parameters: &self.policy.parameters }
    }

    /// The facts of enterprise `index` as this policy sees them.
    pub fn facts(self, index: usize, results: Option<&'a Results>) -> impl Facts + 'a {
        Evaluated { row: self.population.row(index), index, results }
    }
}
