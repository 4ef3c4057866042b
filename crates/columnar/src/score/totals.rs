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
    columns::{PointsBuilder, PointsPart},
    positions::NO_STAGE,
    program::CHUNK,
    work::{blocks, share},
};

/// How many enterprises are added up at a time: few enough for their sums to stay in the second-level cache.
const BLOCK: usize = 8 * CHUNK;

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
    pub(crate) known: Vec<u16>,
    pub(crate) required: Vec<u16>,
    grade: Vec<u8>,
}

/// Pillars, base, bonus, deduction and total, in this order.
struct Sums {
    columns: Vec<PointsBuilder>,
    known: Vec<u16>,
    grade: Vec<u8>,
}

/// The part of the sums that one thread fills.
struct Part<'a> {
    range: Range<usize>,
    columns: Vec<PointsPart<'a>>,
    known: &'a mut [u16],
    grade: &'a mut [u8],
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
        let mut sums = Sums::new(scheme, stage.len());
        share(options, sums.parts(stage.len()), |part| adding.fill(part));
        sums.finish(required)
    }

    /// Index of the grade of everybody, or a number beyond every grade.
    pub(crate) fn grades(&self) -> &[u8] {
        &self.grade
    }

    pub(super) fn grade_at(&self, index: usize) -> Option<usize> {
        Some(self.grade[index]).filter(|&grade| grade != NO_GRADE).map(usize::from)
    }

    pub(super) fn coverage_at(&self, index: usize, stage: Option<usize>) -> (u32, u32) {
        let required = stage.map_or(0, |stage| self.required[stage]);
        (u32::from(self.known[index]), u32::from(required))
    }
}

impl Sums {
    fn new(scheme: &Scheme, count: usize) -> Self {
        let most = |of: &dyn Fn(Class) -> bool| -> i64 {
            let counted = scheme.indicators.iter().filter(|indicator| of(scheme.class_of(indicator)));
            counted.map(|indicator| indicator.full.iter().map(|full| full.0).max().unwrap_or(0)).sum()
        };
        let everything = most(&|_| true);
        let columns = std::iter::repeat_n(everything, scheme.pillars.len() + 4);
        Self {
            columns: columns.map(|most| PointsBuilder::zeros(most, count)).collect(),
            known: vec![0; count],
            grade: vec![NO_GRADE; count],
        }
    }

    fn parts(&mut self, count: usize) -> Vec<Part<'_>> {
        let mut columns: Vec<_> =
            self.columns.iter_mut().map(|column| column.parts(BLOCK).into_iter()).collect();
        let small = self.known.chunks_mut(BLOCK).zip(self.grade.chunks_mut(BLOCK));
        let parts = blocks(count, BLOCK).into_iter().zip(small);
        parts
            .map(|(range, (known, grade))| Part {
                range,
                columns: columns.iter_mut().filter_map(Iterator::next).collect(),
                known,
                grade,
            })
            .collect()
    }

    fn finish(self, required: Vec<u16>) -> Totals {
        let mut columns: Vec<_> = self.columns.into_iter().map(PointsBuilder::finish).collect();
        let mut last = || columns.pop().unwrap_or_else(|| PointsColumn::Narrow(Vec::new().into()));
        let (total, deduction, bonus, base) = (last(), last(), last(), last());
        Totals {
            pillars: columns,
            base,
            bonus,
            deduction,
            total,
            known: self.known,
            required,
            grade: self.grade,
        }
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
    fn fill(&self, mut part: Part<'_>) {
        let range = part.range.clone();
        let pillars = self.pillars(&range);
        let base = self.sum(Class::Base, &range);
        let mut bonus = self.sum(Class::Bonus, &range);
        if let Some(cap) = self.scheme.bonus_cap {
            bonus.iter_mut().for_each(|points| *points = (*points).min(cap.0));
        }
        let deduction = self.sum(Class::Deduction, &range);
        let sides = base.iter().zip(&bonus).zip(&deduction);
        let total: Vec<i64> =
            sides.map(|((base, bonus), deduction)| (base + bonus - deduction).max(0)).collect();
        self.know(&range, part.known);
        self.grade(&range, &total, part.known, part.grade);
        let sums = pillars.iter().chain([&base, &bonus, &deduction, &total]);
        part.columns.iter_mut().zip(sums).for_each(|(column, sums)| column.fill(sums));
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

    fn know(&self, range: &Range<usize>, known: &mut [u16]) {
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
    }

    fn grade(&self, range: &Range<usize>, total: &[i64], known: &[u16], grades: &mut [u8]) {
        for (index, place) in grades.iter_mut().enumerate() {
            let stage = self.stage[range.start + index];
            let vetoed = self.vetoes.iter().any(|veto| veto[range.start + index] == VetoCode::Vetoed);
            if stage == NO_STAGE || vetoed || known[index] < self.needed[usize::from(stage)] {
                continue;
            }
            let grade = self.scheme.grade_of(Points(total[index]));
            *place = grade.and_then(|grade| u8::try_from(grade).ok()).unwrap_or(NO_GRADE);
        }
    }
}
