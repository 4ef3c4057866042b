//! The picture of a rule: what values of an indicator are worth, for people who want to see where they stand.
//!
//! Every point of the line is settled like any score, so that a picture says nothing the rule does not.

use formula::{Exact, Facts, Outcome, Value};

use super::{
    Calibration, Context, Position, Reference,
    rules::{Applied, apply, full_of, points_of},
};
use crate::{
    Points,
    indicators::{Award, Rule, Scheme},
};

/// So many points of a line lie at equal distances; edges come on top.
const SAMPLES: i64 = 24;
/// More steps than these are drawn as a slope.
const MOST_STEPS: i64 = 24;

/// What values from `from` to `to` are worth. Base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// The left end.
    pub from: Exact,
    /// The right end.
    pub to: Exact,
    /// Values, ascending, with their points.
    pub line: Vec<(Exact, Points)>,
    /// Edges of bands, ends of scales, smallest and largest of the peers: values, ascending, with their points.
    pub marks: Vec<(Exact, Points)>,
}

/// The picture of indicator `indicator` in `stage`, wide enough for `value` unless that lies far outside; none for rules
/// that are no function of one number (categories, formulas) or that have nothing to compare with.
#[must_use]
pub fn curve(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    (stage, indicator): (usize, usize),
    value: Option<&Exact>,
) -> Option<Curve> {
    let one = scheme.indicators.get(indicator)?;
    let full = full_of(one, stage);
    let rule = one.rules.get(stage).filter(|_| full > Points::ZERO)?;
    let position = Position::of(scheme, Some(stage), facts);
    let context = Context { calibration, position: &position, indicator, direction: one.direction, facts };
    let edges = edges(&applied(rule, value, &context)?, full)?;
    let (from, to) = span(&edges, value)?;
    let worth = |value: Exact| {
        let points = points_of(scheme, stage, &Outcome::Known(Value::Number(value.clone())), &context).0;
        (value, points)
    };
    let line = samples(&from, &to, &edges)?.into_iter().map(worth).collect();
    let marks = edges.into_iter().filter(|edge| *edge >= from && *edge <= to).map(worth).collect();
    Some(Curve { from, to, line, marks })
}

/// What the rule compares with, found out by any value. Categories know no number.
fn applied<'a>(rule: &'a Rule, value: Option<&Exact>, context: &Context<'a>) -> Option<Applied<'a>> {
    let number = Value::Number(value.cloned().unwrap_or(Exact::ZERO));
    (!matches!(rule, Rule::Category { .. } | Rule::Formula(_))).then(|| apply(rule, &number, context))
}

/// Where something happens, ascending.
fn edges(applied: &Applied<'_>, full: Points) -> Option<Vec<Exact>> {
    let mut edges = match applied.rule {
        Rule::Bands(bands) => bands.iter().filter_map(|band| band.lower.clone()).collect(),
        Rule::Linear { low, high, .. } => vec![low.clone(), high.clone()],
        Rule::Log { cap, .. } => vec![Exact::ZERO, cap.clone()],
        Rule::MinMax { .. } | Rule::Percentile { .. } => ends(applied.reference?),
        Rule::ZScore { width, .. } => {
            let reference = applied.reference?;
            let (mean, reach) = (reference.mean.as_ref()?, width * reference.deviation.as_ref()?);
            vec![mean - &reach, mean.clone(), mean + &reach]
        }
        Rule::PerUnit { per, award, whole } => helpings(per, award, *whole, full)?,
        Rule::Category { .. } | Rule::Formula(_) => return None,
    };
    edges.sort();
    edges.dedup();
    Some(edges)
}

fn ends(reference: &Reference) -> Vec<Exact> {
    vec![reference.minimum.clone(), reference.maximum.clone()]
}

/// Every whole helping up to full points, or the ends alone where there are too many.
fn helpings(per: &Exact, award: &Award, whole: bool, full: Points) -> Option<Vec<Exact>> {
    let count = match award {
        Award::Points(points) => full.exact().checked_div(points)?,
        Award::Share(share) => Exact::ONE.checked_div(share)?,
    };
    let count = if whole { count.ceil() } else { count };
    let steps = count.to_i64().filter(|steps| whole && *steps <= MOST_STEPS);
    Some(match steps {
        Some(steps) => (0..=steps).map(|step| &Exact::from(step) * per).collect(),
        None => vec![Exact::ZERO, &count * per],
    })
}

/// From the first edge to the last with some air, wider where `value` lies beyond; but what lies a whole width beyond
/// would press everything else together.
fn span(edges: &[Exact], value: Option<&Exact>) -> Option<(Exact, Exact)> {
    let (first, last) = (edges.first()?, edges.last()?);
    let width = match edges.len() {
        1 => first.abs(),
        _ => last - first,
    };
    let width = if width.is_zero() { Exact::ONE } else { width };
    let air = &width * &Exact::scaled(15, -2);
    let (mut from, mut to) = (first - &air, last + &air);
    if let Some(value) = value {
        from = from.min(value.clone().max(first - &width));
        to = to.max(value.clone().min(last + &width));
    }
    // Nothing below zero is drawn where nothing below zero happens.
    if !first.is_negative() && value.is_none_or(|value| !value.is_negative()) {
        from = from.max(Exact::ZERO);
    }
    (from < to).then_some((from, to))
}

/// Equal distances, and both sides of every edge, so that steps are steep.
fn samples(from: &Exact, to: &Exact, edges: &[Exact]) -> Option<Vec<Exact>> {
    let width = to - from;
    let step = width.checked_div(&Exact::from(SAMPLES))?;
    let hair = width.checked_div(&Exact::from(2_000))?;
    let even = (0..=SAMPLES).map(|at| from + &(&step * &Exact::from(at)));
    let beside = edges.iter().flat_map(|edge| [edge - &hair, edge.clone(), edge + &hair]);
    let mut all: Vec<Exact> = even.chain(beside).filter(|value| value >= from && value <= to).collect();
    all.sort();
    all.dedup();
    Some(all)
}
