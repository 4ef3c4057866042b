//! Pillars, totals, coverage and grades: integer sums, so no order matters.

use std::ops::Range;

use domain::{
    Points,
    evaluation::{Flags, rules::full_of},
    indicators::{Class, Scheme},
};
use formula::Exact;

use super::{IndicatorColumns, VetoCode};
use crate::{
    Options, PointsColumn,
    positions::{BLOCK, NO_STAGE},
    work::{blocks, share},
};

/// Stands for "no grade".
const NO_GRADE: u8 = u8::MAX;

/// What the points of the indicators add up to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Totals {
    pub(crate) pillars: Vec<PointsColumn>,
    pub(crate) base: PointsColumn,
    pub(crate) bonus: PointsColumn,
    pub(crate) deduction: PointsColumn,
    pub(crate) total: PointsColumn,
    known: Vec<u16>,
    required: Vec<u16>,
    grade: Vec<u8>,
}

/// The totals of neighbouring enterprises.
struct Block {
    pillars: Vec<Vec<i64>>,
    base: Vec<i64>,
    bonus: Vec<i64>,
    deduction: Vec<i64>,
    total: Vec<i64>,
    known: Vec<u16>,
    grade: Vec<u8>,
}

struct Adding<'a> {
    scheme: &'a Scheme,
    stage: &'a [u8],
    indicators: &'a [IndicatorColumns],
    vetoes: &'a [Vec<VetoCode>],
    /// The least number of known indicators each stage needs for a grade.
    needed: Vec<u16>,
}

impl Totals {
    pub(super) fn of(
        scheme: &Scheme,
        stage: &[u8],
        indicators: &[IndicatorColumns],
        vetoes: &[Vec<VetoCode>],
        options: Options,
    ) -> Self {
        let required = required(scheme);
        let needed = required.iter().map(|&count| needed(scheme, count)).collect();
        let adding = Adding { scheme, stage, indicators, vetoes, needed };
        let done = share(options, blocks(stage.len(), BLOCK), |range| adding.block(range));
        let mut totals = Self::empty(scheme, stage.len(), required);
        done.into_iter().for_each(|block| totals.append(&block));
        totals
    }

    fn empty(scheme: &Scheme, count: usize, required: Vec<u16>) -> Self {
        let most = |class: Class, pillar: Option<usize>| -> i64 {
            let of = scheme
                .indicators
                .iter()
                .filter(|indicator| pillar.map_or(scheme.class_of(indicator) == class, |_| true));
            of.map(|indicator| indicator.full.iter().map(|full| full.0).max().unwrap_or(0)).sum()
        };
        let column = |most: i64| PointsColumn::with_capacity(most, count);
        let (base, bonus) = (most(Class::Base, None), most(Class::Bonus, None));
        Self {
            pillars: (0..scheme.pillars.len())
                .map(|pillar| column(most(Class::Base, Some(pillar))))
                .collect(),
            base: column(base),
            bonus: column(bonus),
            deduction: column(most(Class::Deduction, None)),
            total: column(base + bonus),
            known: Vec::with_capacity(count),
            required,
            grade: Vec::with_capacity(count),
        }
    }

    fn append(&mut self, block: &Block) {
        let fill =
            |column: &mut PointsColumn, values: &[i64]| values.iter().for_each(|&value| column.push(value));
        for (column, values) in self.pillars.iter_mut().zip(&block.pillars) {
            fill(column, values);
        }
        fill(&mut self.base, &block.base);
        fill(&mut self.bonus, &block.bonus);
        fill(&mut self.deduction, &block.deduction);
        fill(&mut self.total, &block.total);
        self.known.extend_from_slice(&block.known);
        self.grade.extend_from_slice(&block.grade);
    }

    pub(super) fn grade_at(&self, index: usize) -> Option<usize> {
        Some(self.grade[index]).filter(|&grade| grade != NO_GRADE).map(usize::from)
    }

    pub(super) fn coverage_at(&self, index: usize, stage: Option<usize>) -> (u32, u32) {
        let required = stage.map_or(0, |stage| self.required[stage]);
        (u32::from(self.known[index]), u32::from(required))
    }
}

/// How many base indicators count in each stage.
fn required(scheme: &Scheme) -> Vec<u16> {
    let counts = |stage: usize| {
        let base = scheme.indicators.iter().filter(|indicator| scheme.class_of(indicator) == Class::Base);
        base.filter(|indicator| full_of(indicator, stage) > Points::ZERO && stage < indicator.rules.len())
            .count()
    };
    (0..scheme.stages.len()).map(|stage| u16::try_from(counts(stage)).unwrap_or(u16::MAX)).collect()
}

/// The least number of known indicators out of `required` that reaches the scheme's minimum coverage.
fn needed(scheme: &Scheme, required: u16) -> u16 {
    let least = scheme.minimum_coverage.as_ref().map(|share| share * &Exact::from(i64::from(required)));
    let least = least.and_then(|least| least.ceil().to_i64()).unwrap_or(0);
    u16::try_from(least.max(0)).unwrap_or(u16::MAX)
}

impl Adding<'_> {
    fn block(&self, range: Range<usize>) -> Block {
        let pillars = self.pillars(&range);
        let base = self.sum(Class::Base, &range);
        let mut bonus = self.sum(Class::Bonus, &range);
        if let Some(cap) = self.scheme.bonus_cap {
            bonus.iter_mut().for_each(|points| *points = (*points).min(cap.0));
        }
        let deduction = self.sum(Class::Deduction, &range);
        let total: Vec<i64> = base
            .iter()
            .zip(&bonus)
            .zip(&deduction)
            .map(|((base, bonus), deduction)| (base + bonus - deduction).max(0))
            .collect();
        let known = self.known(&range);
        let grade = self.grades(&range, &total, &known);
        Block { pillars, base, bonus, deduction, total, known, grade }
    }

    fn sum(&self, class: Class, range: &Range<usize>) -> Vec<i64> {
        let mut sums = vec![0; range.len()];
        for (indicator, columns) in self.scheme.indicators.iter().zip(self.indicators) {
            if self.scheme.class_of(indicator) == class {
                columns.points.add_to(range.clone(), &mut sums);
            }
        }
        sums
    }

    fn pillars(&self, range: &Range<usize>) -> Vec<Vec<i64>> {
        let mut pillars = vec![vec![0; range.len()]; self.scheme.pillars.len()];
        for (indicator, columns) in self.scheme.indicators.iter().zip(self.indicators) {
            columns.points.add_to(range.clone(), &mut pillars[indicator.pillar]);
        }
        // Parents stand before their children: going backwards, a child is complete when it is added.
        for child in (0..pillars.len()).rev() {
            if let Some(parent) = self.scheme.pillars[child].parent {
                let (before, from) = pillars.split_at_mut(child);
                before[parent].iter_mut().zip(&from[0]).for_each(|(sum, points)| *sum += points);
            }
        }
        pillars
    }

    fn known(&self, range: &Range<usize>) -> Vec<u16> {
        let mut known = vec![0u16; range.len()];
        for (indicator, columns) in self.scheme.indicators.iter().zip(self.indicators) {
            if self.scheme.class_of(indicator) != Class::Base {
                continue;
            }
            let (codes, palette) = columns.flags.parts();
            let counts: Vec<u16> = palette
                .iter()
                .map(|(flags, known)| u16::from(*known && !flags.has(Flags::NOT_APPLICABLE)))
                .collect();
            for (sum, &code) in known.iter_mut().zip(&codes[range.clone()]) {
                *sum += counts[usize::from(code)];
            }
        }
        known
    }

    fn grades(&self, range: &Range<usize>, total: &[i64], known: &[u16]) -> Vec<u8> {
        let grade = |index: usize| {
            let stage = self.stage[range.start + index];
            let vetoed = self.vetoes.iter().any(|veto| veto[range.start + index] == VetoCode::Vetoed);
            if stage == NO_STAGE || vetoed || known[index] < self.needed[usize::from(stage)] {
                return NO_GRADE;
            }
            let grade = self.scheme.grade_of(Points(total[index]));
            grade.and_then(|grade| u8::try_from(grade).ok()).unwrap_or(NO_GRADE)
        };
        (0..range.len()).map(grade).collect()
    }
}
