//! One policy over a chunk: from conditions to standings, claims and marks.

use domain::policies::{Award, Claim, Claims, Fen, Standing, WithParameters, order_key};

use super::{
    Evaluated, MOST_MARKED, Marks, Match, Results,
    conditions::{Codes, OFFICER, UNKNOWN, UNMET},
};
use crate::program::Chunk;

/// A policy prepared for its population.
pub(super) struct Screen<'a> {
    one: Match<'a>,
    conditions: &'a [usize],
    /// The amount, where it is the same for everybody; the inner `None` is an award that is not money.
    fixed: Option<Option<Fen>>,
}

/// What was found under one policy, so far.
#[derive(Default)]
pub(super) struct Screened {
    pub(super) standings: Vec<Standing>,
    pub(super) claims: Claims,
    pub(super) marks: Vec<Marks>,
}

impl<'a> Screen<'a> {
    pub(super) fn new(one: Match<'a>, conditions: &'a [usize]) -> Self {
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
        Self { one, conditions, fixed }
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
        for (place, unmet) in unmet.into_iter().enumerate() {
            let standing = match unmet {
                0 => self.stand(chunk.start + place, place, codes, results, found),
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

    /// One enterprise that nothing has ruled out so far.
    fn stand(
        &self,
        index: usize,
        place: usize,
        codes: &mut Codes<'_, '_>,
        results: Option<&Results>,
        found: &mut Screened,
    ) -> Standing {
        let (mut unknown, mut officer) = (false, false);
        for &condition in self.conditions {
            match codes.decide(condition, place) {
                UNMET => return Standing::Not,
                UNKNOWN => unknown = true,
                OFFICER => officer = true,
                _ => {}
            }
        }
        let facts = Evaluated { row: self.one.population.row(index), index, results };
        let policy = self.one.policy;
        let amount = match self.fixed {
            Some(amount) => Ok(amount),
            None => {
                let facts = WithParameters::new(&facts, &policy.parameters);
                policy.award.find(&facts).map(|found| found.amount)
            }
        };
        match amount {
            Ok(Some(amount)) if amount.0 <= 0 => Standing::Not,
            Err(_) => Standing::Unknown,
            Ok(_) if unknown => Standing::Unknown,
            Ok(_) if officer => Standing::Officer,
            Ok(amount) => {
                if let (Some(amount), Ok(enterprise)) = (amount, u32::try_from(index)) {
                    found.claims.claims.push(Claim { enterprise, amount });
                    found.claims.keys.extend(order_key(policy, &facts));
                }
                Standing::Entitled
            }
        }
    }
}
