//! Score: stage, points of every indicator, totals, vetoes, grade of one enterprise. Row-local: a pure function of
//! (facts, scheme, calibration).

use std::collections::BTreeSet;

use formula::{Exact, Facts, Outcome};

use super::{
    Calibration, Context, Flags, IndicatorScore, Position, Score, StageIssue, VetoState, rules::full_of,
    rules::points_of,
};
use crate::{
    Points,
    indicators::{Class, Scheme},
};

/// The score of one enterprise against a stored calibration.
#[must_use]
pub fn score(scheme: &Scheme, calibration: &Calibration, facts: &dyn Facts) -> Score {
    let stage = stage_of(scheme, facts);
    let vetoes = scheme.vetoes.iter().map(|veto| veto_state(&veto.when.evaluate(facts))).collect();
    let indicators = match stage {
        Ok(stage) => indicator_scores(scheme, calibration, facts, stage),
        Err(_) => Vec::new(),
    };
    tally(scheme, stage, indicators, vetoes)
}

/// The stage of an enterprise: the one whose predicate is met. The checker makes predicates disjoint, so one that is
/// met decides even where data for another are missing; two that are met are an issue, never a choice.
///
/// # Errors
/// [`StageIssue`]: what is missing, none or several, undefined.
pub fn stage_of(scheme: &Scheme, facts: &dyn Facts) -> Result<usize, StageIssue> {
    stage_from(scheme.stages.iter().map(|stage| stage.when.evaluate(facts)))
}

/// The stage given by the outcomes of the stage predicates in order; see [`stage_of`].
///
/// # Errors
/// [`StageIssue`].
pub fn stage_from(outcomes: impl IntoIterator<Item = Outcome>) -> Result<usize, StageIssue> {
    let (mut met, mut missing, mut undefined) = (Vec::new(), BTreeSet::new(), false);
    for (index, outcome) in outcomes.into_iter().enumerate() {
        match outcome {
            Outcome::Missing(more) => missing.extend(more),
            Outcome::Undefined(_) => undefined = true,
            Outcome::Known(_) if outcome.as_truth() == Some(true) => met.push(index),
            Outcome::Known(_) => {}
        }
    }
    match (met.as_slice(), missing.is_empty(), undefined) {
        ([stage], _, _) => Ok(*stage),
        ([_, _, ..], _, _) => Err(StageIssue::Several(met)),
        ([], false, _) => Err(StageIssue::Missing(missing)),
        ([], true, true) => Err(StageIssue::Undefined),
        ([], true, false) => Err(StageIssue::None),
    }
}

/// What the outcome of a veto's condition means.
#[must_use]
pub fn veto_state(outcome: &Outcome) -> VetoState {
    match outcome {
        Outcome::Known(_) if outcome.as_truth() == Some(true) => VetoState::Vetoed,
        Outcome::Known(_) => VetoState::Clear,
        Outcome::Missing(missing) => VetoState::Unknown(missing.clone()),
        Outcome::Undefined(_) => VetoState::Unknown(BTreeSet::new()),
    }
}

fn indicator_scores(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    stage: usize,
) -> Vec<IndicatorScore> {
    let position = Position::of(scheme, Some(stage), facts);
    let one = |index| indicator_score(scheme, calibration, &position, facts, stage, index);
    (0..scheme.indicators.len()).map(one).collect()
}

/// The score of one indicator alone, in a stage that is known.
pub(super) fn indicator_score(
    scheme: &Scheme,
    calibration: &Calibration,
    position: &Position,
    facts: &dyn Facts,
    stage: usize,
    index: usize,
) -> IndicatorScore {
    let indicator = &scheme.indicators[index];
    let value = indicator.value.evaluate(facts);
    let context = Context { calibration, position, indicator: index, direction: indicator.direction, facts };
    let (points, flags) = points_of(scheme, stage, &value, &context);
    IndicatorScore { value, points, full: full_of(indicator, stage), flags }
}

/// Totals, coverage and grade from the scores of the indicators: integer sums, so no order matters.
///
/// `indicators` is empty where there is no stage. A grade needs a stage, no veto, and the scheme's minimum coverage.
#[must_use]
pub fn tally(
    scheme: &Scheme,
    stage: Result<usize, StageIssue>,
    indicators: Vec<IndicatorScore>,
    vetoes: Vec<VetoState>,
) -> Score {
    let sum = |class: Class| -> Points {
        let of_class =
            scheme.indicators.iter().zip(&indicators).filter(|(each, _)| scheme.class_of(each) == class);
        of_class.map(|(_, score)| score.points).sum()
    };
    let (base, deduction) = (sum(Class::Base), sum(Class::Deduction));
    let bonus = scheme.bonus_cap.map_or(sum(Class::Bonus), |cap| sum(Class::Bonus).min(cap));
    let total = (base + bonus - deduction).max(Points::ZERO);
    let pillars = pillar_points(scheme, &indicators);
    let (known, required) = coverage(scheme, &indicators);
    let mut score = Score {
        stage,
        indicators,
        pillars,
        base,
        bonus,
        deduction,
        total,
        vetoes,
        known,
        required,
        grade: None,
    };
    if score.ranked() && covered(scheme, known, required) {
        score.grade = scheme.grade_of(total);
    }
    score
}

fn pillar_points(scheme: &Scheme, indicators: &[IndicatorScore]) -> Vec<Points> {
    let mut pillars = vec![Points::ZERO; scheme.pillars.len()];
    for (indicator, score) in scheme.indicators.iter().zip(indicators) {
        pillars[indicator.pillar] += score.points;
    }
    // Parents stand before their children: going backwards, a child is complete when it is added.
    for child in (0..pillars.len()).rev() {
        if let Some(parent) = scheme.pillars[child].parent {
            let points = pillars[child];
            pillars[parent] += points;
        }
    }
    pillars
}

fn coverage(scheme: &Scheme, indicators: &[IndicatorScore]) -> (u32, u32) {
    let (mut known, mut required) = (0, 0);
    for (indicator, score) in scheme.indicators.iter().zip(indicators) {
        if scheme.class_of(indicator) == Class::Base && !score.flags.has(Flags::NOT_APPLICABLE) {
            required += 1;
            known += u32::from(matches!(score.value, Outcome::Known(_)));
        }
    }
    (known, required)
}

fn covered(scheme: &Scheme, known: u32, required: u32) -> bool {
    let least = |share: &Exact| share * &Exact::from(i64::from(required));
    scheme.minimum_coverage.as_ref().is_none_or(|share| Exact::from(i64::from(known)) >= least(share))
}
