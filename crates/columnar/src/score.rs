//! Score: the points of every indicator of every enterprise, then totals, then places.

mod indicator;
mod ranking;
mod totals;

use domain::{
    Points,
    evaluation::{Calibration, GroupKey, Reference, asks},
    indicators::{Indicator, Scheme},
};
use formula::Formula;
use std::collections::{BTreeMap, HashSet};

use crate::{
    FlagsColumn, Options, PointsColumn, Population,
    calibrate::Calibrated,
    positions::{NO_STAGE, Positions},
    work::share,
};
pub use ranking::Places;

/// The scores of a population, one column per thing that is known of every enterprise, in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    pub(crate) stage: Vec<u8>,
    pub(crate) field: Vec<u32>,
    pub(crate) fields: Vec<String>,
    pub(crate) indicators: Vec<IndicatorColumns>,
    pub(crate) totals: totals::Totals,
    pub(crate) vetoes: Vec<Vec<VetoCode>>,
    pub(crate) places: ranking::AllPlaces,
    exact_rows: u64,
}

/// One indicator of every enterprise. Enterprises without a stage have no points and no flags.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorColumns {
    /// 得分.
    pub points: PointsColumn,
    /// What is remarkable.
    pub flags: FlagsColumn,
}

/// What a veto came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VetoCode {
    /// Does not apply.
    Clear,
    /// Applies.
    Vetoed,
    /// Cannot be told.
    Unknown,
}

/// Scores every enterprise against a calibration: what [`domain::evaluation::score`] and
/// [`domain::evaluation::rank`] give, to the last digit, whatever the number of threads.
#[must_use]
pub fn score(
    scheme: &Scheme,
    calibration: &Calibration,
    population: &Population,
    options: &Options,
) -> Scores {
    let positions = Positions::of(scheme, population, *options);
    let tasks = (0..scheme.indicators.len()).collect();
    let scored = share(*options, tasks, |index| {
        indicator::score_indicator(scheme, calibration, population, &positions, index, &[])
    });
    add_up(scheme, population, positions, scored, *options)
}

/// Calibrates on the population and scores it: [`calibrate`](crate::calibrate) and [`score`] in one, looking up stages and
/// fields once and putting values in order once.
#[must_use]
pub fn calibrate_and_score(
    scheme: &Scheme,
    population: &Population,
    options: &Options,
) -> (Calibration, Scores) {
    let positions = Positions::of(scheme, population, *options);
    let all = (0..scheme.indicators.len()).collect();
    let scored = calibrate_and_score_some(scheme, population, &positions, all, *options);
    finish(scheme, population, positions, scored, *options)
}

/// As [`calibrate_and_score`], where nobody asks for values afterwards: lets go of those of every item as soon as no
/// indicator to come looks at it, so that values and points are never all in memory together.
#[must_use]
pub fn calibrate_and_score_releasing(
    scheme: &Scheme,
    population: &mut Population,
    options: &Options,
) -> (Calibration, Scores) {
    let positions = Positions::of(scheme, population, *options);
    let all: Vec<usize> = (0..scheme.indicators.len()).collect();
    let mut scored = Vec::with_capacity(all.len());
    for (done, some) in all.chunks(RELEASED_AFTER).enumerate() {
        let needed = needed_from(scheme, done * RELEASED_AFTER);
        population.keep(&|item| needed.contains(item));
        scored.extend(calibrate_and_score_some(scheme, population, &positions, some.to_vec(), *options));
    }
    let needed = needed_from(scheme, all.len());
    population.keep(&|item| needed.contains(item));
    let made = finish(scheme, population, positions, scored, *options);
    population.release_values();
    made
}

/// Values are let go of after so many indicators: enough to keep several threads busy.
const RELEASED_AFTER: usize = 4;

/// The items that the indicators from `first` on and the vetoes look at.
fn needed_from(scheme: &Scheme, first: usize) -> HashSet<&str> {
    let indicators = scheme.indicators[first..].iter().flat_map(Indicator::formulas);
    let formulas = indicators.chain(scheme.vetoes.iter().map(|veto| &veto.when));
    formulas.flat_map(Formula::items).map(|item| item.name.as_str()).collect()
}

/// The references of one indicator, its columns, and how many decisions were taken exactly.
type Scored = (BTreeMap<(usize, GroupKey), Reference>, (IndicatorColumns, u64));

fn calibrate_and_score_some(
    scheme: &Scheme,
    population: &Population,
    positions: &Positions,
    indicators: Vec<usize>,
    options: Options,
) -> Vec<Scored> {
    let asks = asks(scheme);
    share(options, indicators, |index| {
        let Calibrated { calibration, ascending } =
            crate::calibrate::calibrate_one(scheme, &asks, population, positions, index);
        let columns =
            indicator::score_indicator(scheme, &calibration, population, positions, index, &ascending);
        (calibration.references, columns)
    })
}

fn finish(
    scheme: &Scheme,
    population: &Population,
    positions: Positions,
    scored: Vec<Scored>,
    options: Options,
) -> (Calibration, Scores) {
    let (references, columns): (Vec<_>, Vec<_>) = scored.into_iter().unzip();
    let calibration = Calibration {
        references: references.into_iter().flatten().collect(),
        population: u32::try_from(population.len()).unwrap_or(u32::MAX),
    };
    (calibration, add_up(scheme, population, positions, columns, options))
}

/// Totals, grades and places from the columns of every indicator.
fn add_up(
    scheme: &Scheme,
    population: &Population,
    positions: Positions,
    scored: Vec<(IndicatorColumns, u64)>,
    options: Options,
) -> Scores {
    let exact_rows = scored.iter().map(|(_, exact_rows)| exact_rows).sum();
    let indicators: Vec<_> = scored.into_iter().map(|(columns, _)| columns).collect();
    let tasks = scheme.vetoes.iter().collect();
    let vetoes = share(options, tasks, |veto| indicator::veto_codes(veto, population));
    let totals = totals::Totals::of(scheme, &positions.stage, &indicators, &vetoes, options);
    let places = ranking::AllPlaces::of(scheme, &positions, &totals, &vetoes, options);
    let Positions { stage, field, fields } = positions;
    Scores { stage, field, fields, indicators, totals, vetoes, places, exact_rows }
}

impl Scores {
    /// How many enterprises.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stage.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stage.is_empty()
    }

    /// Index of the stage of enterprise `index`; `None` where none could be given.
    #[must_use]
    pub fn stage(&self, index: usize) -> Option<usize> {
        Some(self.stage[index]).filter(|&stage| stage != NO_STAGE).map(usize::from)
    }

    /// The technology field, where known.
    #[must_use]
    pub fn field(&self, index: usize) -> Option<&str> {
        self.fields.get(*self.field.get(index)? as usize).map(String::as_str)
    }

    /// One entry per indicator of the scheme.
    #[must_use]
    pub fn indicators(&self) -> &[IndicatorColumns] {
        &self.indicators
    }

    /// Points of each pillar, children included, in the scheme's order.
    #[must_use]
    pub fn pillars(&self) -> &[PointsColumn] {
        &self.totals.pillars
    }

    /// Σ base indicators.
    #[must_use]
    pub fn base(&self, index: usize) -> Points {
        self.totals.base.get(index)
    }

    /// Σ bonus indicators, capped.
    #[must_use]
    pub fn bonus(&self, index: usize) -> Points {
        self.totals.bonus.get(index)
    }

    /// Σ deductions.
    #[must_use]
    pub fn deduction(&self, index: usize) -> Points {
        self.totals.deduction.get(index)
    }

    /// max(0, base + bonus − deduction).
    #[must_use]
    pub fn total(&self, index: usize) -> Points {
        self.totals.total.get(index)
    }

    /// What each veto of the scheme came to for every enterprise.
    #[must_use]
    pub fn vetoes(&self) -> &[Vec<VetoCode>] {
        &self.vetoes
    }

    /// Whether some veto applies.
    #[must_use]
    pub fn vetoed(&self, index: usize) -> bool {
        self.vetoes.iter().any(|veto| veto[index] == VetoCode::Vetoed)
    }

    /// Index of the grade.
    #[must_use]
    pub fn grade(&self, index: usize) -> Option<usize> {
        self.totals.grade_at(index)
    }

    /// Base indicators whose value is known, out of those that count in the enterprise's stage.
    #[must_use]
    pub fn coverage(&self, index: usize) -> (u32, u32) {
        self.totals.coverage_at(index, self.stage(index))
    }

    /// The places of enterprise `index`; `None` when it is not ranked.
    #[must_use]
    pub fn places(&self, index: usize) -> Option<Places> {
        self.places.at(index, self.stage(index), self.field.get(index).copied())
    }

    /// How many decisions (one enterprise, one indicator) doubles left open, so that the exact rules took them.
    #[must_use]
    pub fn exact_rows(&self) -> u64 {
        self.exact_rows
    }
}
