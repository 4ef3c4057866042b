//! One policy over a chunk: from conditions to standings, claims and marks.

use std::cell::OnceCell;

use domain::policies::{Award, Claim, Claims, Fen, RunsOut, Standing, WithParameters, order_key, points_key};

use super::{Evaluated, MOST_MARKED, Marks, Match, Results};
use crate::{
    conditions::{Codes, OFFICER, UNKNOWN, UNMET},
    program::{Amounts, Chunk, Reads, Told},
};

/// A policy prepared for its population.
pub(super) struct Screen<'a> {
    one: Match<'a>,
    conditions: &'a [usize],
    /// The amount, where it is the same for everybody; the inner `None` is an award that is not money.
    fixed: Option<Option<Fen>>,
    /// The amounts in doubles with a bound of their error, where the award can be found so.
    amounts: Option<Amounts<'a>>,
}

/// An amount that cannot be told, for lack of data or of sense.
struct Untold;

/// What was found under one policy, so far.
#[derive(Default)]
pub(super) struct Screened {
    pub(super) standings: Vec<Standing>,
    pub(super) claims: Claims,
    pub(super) marks: Vec<Marks>,
}

impl<'a> Screen<'a> {
    pub(super) fn new(one: Match<'a>, reads: Reads<'a>, conditions: &'a [usize]) -> Self {
        let constant = one.policy.award.formulas().iter().all(|formula| {
            let reads = formula.items().next().is_some() || formula.labels().next().is_some();
            !reads && formula.results().next().is_none()
        });
        let fixed = match &one.policy.award {
            Award::Right(_) => Some(None),
            Award::Money(_) if constant && !one.population.is_empty() => {
                one.policy.award.find(&one.population.row(0)).ok().map(|found| found.amount)
            }
            Award::Money(_) => None,
        };
        let amounts = match &one.policy.award {
            Award::Money(money) if fixed.is_none() => Amounts::compile(money, reads),
            _ => None,
        };
        Self { one, conditions, fixed, amounts }
    }

    pub(super) fn chunk(
        &self,
        chunk: Chunk,
        codes: &mut Codes<'_, '_>,
        results: Option<&Results>,
        reasons: bool,
        found: &mut Screened,
    ) {
        let mut unmet = vec![0u8; chunk.len];
        for &condition in self.conditions {
            let looked = if reasons { codes.decide_all(condition) } else { codes.look(condition) };
            unmet.iter_mut().zip(looked).for_each(|(unmet, code)| *unmet |= u8::from(*code == UNMET));
        }
        if reasons {
            self.mark(chunk, codes, &mut found.marks);
        }
        // Found for the whole chunk as soon as one enterprise asks.
        let told = OnceCell::new();
        let amounts = || told.get_or_init(|| self.amounts.as_ref()?.told(chunk)).as_deref();
        for (place, unmet) in unmet.into_iter().enumerate() {
            let standing = match unmet {
                0 => {
                    let met = self.conditions_of(place, codes);
                    let told = || amounts().map_or(Told::Doubt, |told| told[place]);
                    self.stand(chunk.start + place, met, told, results, found)
                }
                _ => Standing::Not,
            };
            found.standings.push(standing);
        }
    }

    fn mark(&self, chunk: Chunk, codes: &mut Codes<'_, '_>, marks: &mut Vec<Marks>) {
        let start = marks.len();
        marks.resize(start + chunk.len, Marks::default());
        for (bit, &condition) in self.conditions.iter().enumerate() {
            let bit = bit.min(MOST_MARKED - 1);
            for (marks, code) in marks[start..].iter_mut().zip(codes.look(condition)) {
                marks.unmet |= u64::from(*code == UNMET) << bit;
                marks.unknown |= u64::from(*code == UNKNOWN) << bit;
            }
        }
    }

    /// The conditions of an enterprise that nothing has ruled out so far.
    fn conditions_of(&self, place: usize, codes: &mut Codes<'_, '_>) -> Standing {
        let (mut unknown, mut officer) = (false, false);
        for &condition in self.conditions {
            match codes.decide(condition, place) {
                UNMET => return Standing::Not,
                UNKNOWN => unknown = true,
                OFFICER => officer = true,
                _ => {}
            }
        }
        match (unknown, officer) {
            (true, _) => Standing::Unknown,
            (false, true) => Standing::Officer,
            (false, false) => Standing::Entitled,
        }
    }

    /// What an enterprise gets whose conditions come to `met`.
    fn stand(
        &self,
        index: usize,
        met: Standing,
        told: impl FnOnce() -> Told,
        results: Option<&Results>,
        found: &mut Screened,
    ) -> Standing {
        if met == Standing::Not {
            return met;
        }
        match self.amount(index, told, results) {
            Ok(Some(amount)) if amount.0 <= 0 => Standing::Not,
            Err(_) => Standing::Unknown,
            Ok(Some(amount)) if met == Standing::Entitled => {
                if let Ok(enterprise) = u32::try_from(index) {
                    found.claims.claims.push(Claim { enterprise, amount });
                    found.claims.keys.extend(self.key(index, results));
                }
                met
            }
            Ok(_) => met,
        }
    }

    /// The amount; `None` where the award is not money, an error where it cannot be told.
    fn amount(
        &self,
        index: usize,
        told: impl FnOnce() -> Told,
        results: Option<&Results>,
    ) -> Result<Option<Fen>, Untold> {
        if let Some(amount) = self.fixed {
            return Ok(amount);
        }
        match told() {
            Told::Cents(amount) => Ok(Some(amount)),
            Told::Nothing => Err(Untold),
            Told::Doubt => {
                let facts = Evaluated { row: self.one.population.row(index), index, results };
                let facts = WithParameters::new(&facts, &self.one.policy.parameters);
                self.one.policy.award.find(&facts).map(|found| found.amount).map_err(|_| Untold)
            }
        }
    }

    /// Where the enterprise stands in line.
    fn key(&self, index: usize, results: Option<&Results>) -> Option<i64> {
        let budget = self.one.policy.budget.as_ref()?;
        if let RunsOut::ByPoints(_) = budget.runs_out {
            return Some(points_key(results.and_then(|results| *results.points.get(index)?)));
        }
        let facts = Evaluated { row: self.one.population.row(index), index, results };
        order_key(self.one.policy, &facts)
    }
}
