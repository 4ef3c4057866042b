//! Explain: every point of one enterprise with the value, the rule as it applied, the reference and the next step.
//!
//! A data structure, not a layout: commands, pages and reports lay it out. The rule in general terms is told by the
//! `rulebook`; here stands what it did with this value.

use formula::{Exact, Facts, Outcome, Sentence, Step};

use super::{
    Calibration, Context, Flags, GroupKey, Position, Reference, Score, entering,
    rules::{Applied, apply, full_of, settle},
    score,
};
use crate::{
    Points,
    indicators::{Band, Class, Dictionary, Direction, Indicator, Rule, Scheme},
};

mod words;

/// The explanation of one enterprise's score.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The score itself.
    pub score: Score,
    /// The predicate of every stage, in order.
    pub stages: Vec<Step>,
    /// The condition of every veto, in order.
    pub vetoes: Vec<Step>,
    /// One per indicator, in the scheme's order; empty without a stage.
    pub indicators: Vec<IndicatorExplanation>,
}

/// Why an indicator has its points. The points themselves stand in [`Explanation::score`] under the same index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorExplanation {
    /// The value with the values of its parts.
    pub value: Step,
    /// 失分: full points less points.
    pub lost: Points,
    /// What the rule did with this value, in words.
    pub applied: Sentence,
    /// The band the value lies in, for bands.
    pub band: Option<BandEdges>,
    /// The statistics it was compared with, for rules that look at the population.
    pub reference: Option<ReferenceNumbers>,
    /// The nearest value of the indicator that is worth more (for deductions: takes less), where the rule has one.
    pub next: Option<NextThreshold>,
}

/// A band with its edges, base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandEdges {
    /// Index of the band.
    pub index: usize,
    /// Lower edge and whether it belongs to the band; `None` when open.
    pub lower: Option<(Exact, bool)>,
    /// Upper edge and whether it belongs to the band; `None` when open.
    pub upper: Option<(Exact, bool)>,
}

/// The statistics a value was compared with, base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceNumbers {
    /// The peer group.
    pub group: GroupKey,
    /// Enterprises of the group whose value is known.
    pub count: u32,
    /// Smallest, tails cut where the rule says so.
    pub minimum: Exact,
    /// Largest, tails cut where the rule says so.
    pub maximum: Exact,
    /// Mean, for z-scores.
    pub mean: Option<Exact>,
    /// Standard deviation, for z-scores.
    pub deviation: Option<Exact>,
    /// How many lie below and how many are equal, for percentiles.
    pub below_and_equal: Option<(u32, u32)>,
}

/// A value of the indicator that is worth more (for deductions: that takes less).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextThreshold {
    /// The threshold, base units.
    pub value: Exact,
    /// Whether the threshold itself is enough.
    pub inclusive: bool,
    /// Whether the value must rise to it, or fall.
    pub upwards: bool,
    /// What the indicator is worth there.
    pub points: Points,
}

/// Explains the score of one enterprise against a stored calibration.
#[must_use]
pub fn explain(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    dictionary: &Dictionary,
) -> Explanation {
    let score = score(scheme, calibration, facts);
    let stages = scheme.stages.iter().map(|stage| stage.when.explain(facts, dictionary)).collect();
    let vetoes = scheme.vetoes.iter().map(|veto| veto.when.explain(facts, dictionary)).collect();
    let mut indicators = Vec::new();
    if let Ok(stage) = score.stage {
        let position = Position::of(scheme, Some(stage), facts);
        for (index, indicator) in scheme.indicators.iter().enumerate() {
            let direction = indicator.direction;
            let context = Context { calibration, position: &position, indicator: index, direction, facts };
            let explainer = Explainer { scheme, dictionary, indicator, stage, context };
            indicators.push(explainer.explain(&score));
        }
    }
    Explanation { score, stages, vetoes, indicators }
}

/// One indicator of one enterprise.
struct Explainer<'a> {
    scheme: &'a Scheme,
    dictionary: &'a Dictionary,
    indicator: &'a Indicator,
    stage: usize,
    context: Context<'a>,
}

impl Explainer<'_> {
    fn explain(&self, score: &Score) -> IndicatorExplanation {
        let scored = &score.indicators[self.context.indicator];
        let value = self.indicator.value.explain(self.context.facts, self.dictionary);
        let rule = self.indicator.rules.get(self.stage);
        let applied = match (&scored.value, rule) {
            (Outcome::Known(known), Some(rule)) if !scored.flags.has(Flags::NOT_APPLICABLE) => {
                Some(apply(rule, known, &self.context))
            }
            _ => None,
        };
        let number = scored.value.as_number();
        let at = applied.as_ref().zip(number);
        IndicatorExplanation {
            lost: scored.lost(),
            applied: words::applied(self, scored, applied.as_ref()),
            band: at.and_then(|(applied, _)| band_edges(applied)),
            reference: at.and_then(|(applied, number)| numbers(applied, number)),
            next: at.and_then(|(applied, number)| self.next(applied, number, scored.points)),
            value,
        }
    }

    /// The nearest threshold that is worth more than `points`; for deductions, that takes less.
    fn next(&self, applied: &Applied<'_>, number: &Exact, points: Points) -> Option<NextThreshold> {
        let deduction = self.scheme.class_of(self.indicator) == Class::Deduction;
        let candidates = match applied.rule {
            Rule::Bands(bands) => self.band_thresholds(bands, applied.matched?),
            Rule::Linear { low, .. } if deduction => vec![self.threshold(applied.rule, low.clone(), number)],
            _ if deduction => Vec::new(),
            rule => goalpost(rule, applied.reference, self.indicator.direction, number)
                .map(|value| self.threshold(rule, value, number))
                .into_iter()
                .collect(),
        };
        let better = candidates.into_iter().filter(|threshold| {
            if deduction { threshold.points < points } else { threshold.points > points }
        });
        better.min_by_key(|threshold| ((&threshold.value - number).abs(), !threshold.upwards))
    }

    fn band_thresholds(&self, bands: &[Band], matched: usize) -> Vec<NextThreshold> {
        let threshold = |index: usize| {
            let upwards = index > matched;
            let edge = &bands[if upwards { index } else { index + 1 }];
            let inclusive = edge.lower_inclusive == upwards;
            Some(NextThreshold {
                value: edge.lower.clone()?,
                inclusive,
                upwards,
                points: self.settled(&bands[index].award),
            })
        };
        (0..bands.len()).filter(|index| *index != matched).filter_map(threshold).collect()
    }

    fn threshold(&self, rule: &Rule, value: Exact, number: &Exact) -> NextThreshold {
        let there = apply(rule, &formula::Value::Number(value.clone()), &self.context);
        let points = match &there.worth {
            super::rules::Worth::Award(award) => self.settled(award),
            _ => Points::ZERO,
        };
        NextThreshold { upwards: value > *number, inclusive: true, points, value }
    }

    fn settled(&self, award: &crate::indicators::Award) -> Points {
        let full = full_of(self.indicator, self.stage);
        settle(award, full, &self.indicator.floor, &self.indicator.cap).0
    }
}

/// The value at which a continuous rule reaches its end, or the next whole helping.
fn goalpost(
    rule: &Rule,
    reference: Option<&Reference>,
    direction: Direction,
    number: &Exact,
) -> Option<Exact> {
    match rule {
        Rule::Linear { high, .. } => Some(high.clone()),
        Rule::Log { cap, .. } => Some(cap.clone()),
        Rule::PerUnit { per, whole: true, .. } => {
            let helpings = number.checked_div(per)?.floor();
            let next = if helpings.is_negative() { Exact::ONE } else { &helpings + &Exact::ONE };
            Some(&next * per)
        }
        Rule::MinMax { .. } | Rule::Percentile { .. } => match direction {
            Direction::Higher => Some(reference?.maximum.clone()),
            Direction::Lower => Some(reference?.minimum.clone()),
        },
        Rule::ZScore { width, .. } => {
            let reach = width * reference?.deviation.as_ref()?;
            let mean = reference?.mean.as_ref()?;
            Some(if direction == Direction::Higher { mean + &reach } else { mean - &reach })
        }
        _ => None,
    }
}

fn band_edges(applied: &Applied<'_>) -> Option<BandEdges> {
    let (Rule::Bands(bands), Some(index)) = (applied.rule, applied.matched) else { return None };
    let band = &bands[index];
    let lower = band.lower.clone().map(|edge| (edge, band.lower_inclusive));
    let upper = bands.get(index + 1).and_then(|next| Some((next.lower.clone()?, !next.lower_inclusive)));
    Some(BandEdges { index, lower, upper })
}

fn numbers(applied: &Applied<'_>, number: &Exact) -> Option<ReferenceNumbers> {
    let reference = applied.reference?;
    let wants_position = matches!(applied.rule, Rule::Percentile { .. });
    let distribution = reference.distribution.as_ref().filter(|_| wants_position);
    Some(ReferenceNumbers {
        group: applied.group.clone()?,
        count: reference.count,
        minimum: reference.minimum.clone(),
        maximum: reference.maximum.clone(),
        mean: reference.mean.clone(),
        deviation: reference.deviation.clone(),
        below_and_equal: distribution.map(|distribution| distribution.position(&entering(number))),
    })
}
