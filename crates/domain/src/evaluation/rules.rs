//! From a value to points: one rule, one value.
//!
//! [`points_of`] is the whole way of one indicator of one enterprise. [`apply`] is the rule alone and says what decided
//! (band, peer group, reference), for explanations. [`settle`] is the common end: floor, cap, rounding.
//!
//! The columnar engine calls these for every row it cannot decide in doubles.

use formula::{Exact, Facts, Outcome, Value};

use super::{
    Calibration, Flags, GroupKey, Position, Reference, entering, groups::PopulationRule, groups::wider,
    statistics::percentile_share,
};
use crate::{
    Points,
    indicators::{Award, Band, Case, Direction, Fallback, Indicator, MissingPolicy, Rule, Scheme},
};

/// What population rules compare a value with.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The stored statistics.
    pub calibration: &'a Calibration,
    /// Stage and field of the enterprise.
    pub position: &'a Position,
    /// Index of the indicator.
    pub indicator: usize,
    /// Whether more is better.
    pub direction: Direction,
    /// The data, for rules that are formulas.
    pub facts: &'a dyn Facts,
}

/// What a rule came to, before floor, cap and rounding.
#[derive(Debug, Clone)]
pub struct Applied<'a> {
    /// What the value is worth, not yet clamped; or why not.
    pub worth: Worth,
    /// The rule that gave it: the fallback where that was used.
    pub rule: &'a Rule,
    /// Index of the band or case that matched.
    pub matched: Option<usize>,
    /// The peer group it was compared with.
    pub group: Option<GroupKey>,
    /// The statistics of that group.
    pub reference: Option<&'a Reference>,
    /// Whether a fallback was used.
    pub fallback: bool,
}

/// What a value is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worth {
    /// So much.
    Award(Award),
    /// No peer group is large enough, or none has any spread: no points.
    NoReference,
    /// The rule is a formula that is missing or undefined.
    NotKnown(Outcome),
}

impl<'a> Applied<'a> {
    fn award(rule: &'a Rule, award: Award) -> Self {
        Self {
            worth: Worth::Award(award),
            rule,
            matched: None,
            group: None,
            reference: None,
            fallback: false,
        }
    }

    fn share(rule: &'a Rule, share: Exact) -> Self {
        Self::award(rule, Award::Share(share))
    }

    fn without_reference(rule: &'a Rule) -> Self {
        Self { worth: Worth::NoReference, ..Self::award(rule, Award::Share(Exact::ZERO)) }
    }
}

/// Points and flags of one indicator with the outcome of its value formula.
///
/// - No full points in this stage: none, flagged not applicable, whatever the value.
/// - Value missing or undefined (or the formula of a [`Rule::Formula`]): the missing-value policy, floor and cap aside.
/// - No reference: none.
/// - Otherwise [`apply`], then [`settle`].
#[must_use]
pub fn points_of(scheme: &Scheme, stage: usize, value: &Outcome, context: &Context<'_>) -> (Points, Flags) {
    let indicator = &scheme.indicators[context.indicator];
    let full = full_of(indicator, stage);
    let Some(rule) = indicator.rules.get(stage).filter(|_| full > Points::ZERO) else {
        return (Points::ZERO, Flags::NOT_APPLICABLE);
    };
    let Outcome::Known(known) = value else {
        return substitute(scheme.missing_policy(indicator), value, full);
    };
    let mut flags = Flags::default();
    if matches!(known, Value::Number(number) if number.is_zero()) {
        flags |= Flags::ZERO;
    }
    let applied = apply(rule, known, context);
    if applied.fallback {
        flags |= Flags::FALLBACK;
    }
    let (points, more) = match &applied.worth {
        Worth::Award(award) => settle(award, full, &indicator.floor, &indicator.cap),
        Worth::NoReference => (Points::ZERO, Flags::NO_REFERENCE),
        Worth::NotKnown(outcome) => substitute(scheme.missing_policy(indicator), outcome, full),
    };
    (points, flags | more)
}

/// The full points of an indicator in a stage; none where the scheme gives none.
#[must_use]
pub fn full_of(indicator: &Indicator, stage: usize) -> Points {
    indicator.full.get(stage).copied().unwrap_or(Points::ZERO)
}

fn substitute(policy: &MissingPolicy, outcome: &Outcome, full: Points) -> (Points, Flags) {
    let why = if matches!(outcome, Outcome::Undefined(_)) { Flags::UNDEFINED } else { Flags::MISSING };
    match policy {
        MissingPolicy::Zero => (Points::ZERO, why),
        MissingPolicy::Share(share) => {
            let (points, _) = settle(&Award::Share(share.clone()), full, &Exact::ZERO, &Exact::ONE);
            (points, if points > Points::ZERO { why | Flags::SUBSTITUTED } else { why })
        }
    }
}

/// Floor, cap and rounding: the amount is kept within max(0, floor)·full … min(1, cap)·full and rounded half up to
/// 10⁻⁴ point. Flags say when the floor raised it above what it was (and above zero) or the cap cut it. Where a
/// floor lies above the cap, the cap holds.
#[must_use]
pub fn settle(award: &Award, full: Points, floor: &Exact, cap: &Exact) -> (Points, Flags) {
    let plain = *floor <= Exact::ZERO && *cap >= Exact::ONE;
    let small = if plain { settle_small(award, full) } else { None };
    small.unwrap_or_else(|| settle_any(award, full, floor, cap))
}

/// Without floor and cap, in machine integers, where everything fits.
fn settle_small(award: &Award, full: Points) -> Option<(Points, Flags)> {
    let (share, of) = match award {
        Award::Share(share) => (share, full.0),
        Award::Points(points) => (points, Points::PER_POINT),
    };
    let (numerator, denominator) = share.to_ratio_i128()?;
    // The amount in units of 10⁻⁴ point is scaled / denominator.
    let scaled = numerator.checked_mul(i128::from(of))?;
    if scaled <= 0 {
        return Some((Points::ZERO, Flags::default()));
    }
    if scaled > denominator.checked_mul(i128::from(full.0))? {
        return Some((full, Flags::CAPPED));
    }
    let twice = denominator.checked_mul(2)?;
    let rounded = scaled.checked_mul(2)?.checked_add(denominator)? / twice;
    Some((Points(i64::try_from(rounded).ok()?), Flags::default()))
}

fn settle_any(award: &Award, full: Points, floor: &Exact, cap: &Exact) -> (Points, Flags) {
    let exact_full = full.exact();
    let amount = match award {
        Award::Points(points) => points.clone(),
        Award::Share(share) => share * &exact_full,
    };
    let least = if floor.is_negative() { Exact::ZERO } else { floor * &exact_full };
    let most = if *cap >= Exact::ONE { exact_full } else { cap * &exact_full };
    let (amount, flags) = if amount > most {
        (most, Flags::CAPPED)
    } else if amount >= least {
        (amount, Flags::default())
    } else if least > most {
        (most, Flags::FLOORED | Flags::CAPPED)
    } else {
        let raised = if least.is_zero() { Flags::default() } else { Flags::FLOORED };
        (least, raised)
    };
    (Points::rounded(&amount).unwrap_or(full).clamp(Points::ZERO, full), flags)
}

/// What `value` is worth under `rule`. Shares may lie outside 0 … 1 here; [`settle`] clamps.
#[must_use]
pub fn apply<'a>(rule: &'a Rule, value: &Value, context: &Context<'a>) -> Applied<'a> {
    match (rule, value) {
        (Rule::Category { cases, otherwise }, _) => category(rule, cases, otherwise, value),
        (Rule::Formula(formula), _) => match formula.evaluate(context.facts) {
            Outcome::Known(Value::Number(points)) => Applied::award(rule, Award::Points(points)),
            outcome => Applied { worth: Worth::NotKnown(outcome), ..Applied::without_reference(rule) },
        },
        (_, Value::Number(number)) => numeric(rule, number, context),
        // The checker refuses numeric rules on texts, truths and dates.
        _ => Applied::without_reference(rule),
    }
}

fn numeric<'a>(rule: &'a Rule, value: &Exact, context: &Context<'a>) -> Applied<'a> {
    match rule {
        Rule::Bands(bands) => match band_of(bands, value) {
            Some(index) => {
                Applied { matched: Some(index), ..Applied::award(rule, bands[index].award.clone()) }
            }
            None => Applied::share(rule, Exact::ZERO),
        },
        Rule::Linear { low, high, base } => Applied::share(rule, linear_share(value, low, high, base)),
        Rule::Log { scale, cap } => Applied::share(rule, log_share(value, scale, cap)),
        Rule::PerUnit { per, award, whole } => Applied::award(rule, per_unit(value, per, award, *whole)),
        _ => match PopulationRule::of(rule) {
            Some(population) => compare(rule, population, &entering(value), context),
            None => Applied::without_reference(rule),
        },
    }
}

/// The band `value` lies in: the last one whose lower edge it reaches. `None` only when every band has a lower edge
/// and the value is below the first.
#[must_use]
pub fn band_of(bands: &[Band], value: &Exact) -> Option<usize> {
    let reached = |band: &Band| match &band.lower {
        None => true,
        Some(edge) if band.lower_inclusive => value >= edge,
        Some(edge) => value > edge,
    };
    bands.iter().rposition(reached)
}

/// base + (1 − base)·(value − low)/(high − low), not clamped; a step at `high` when both goalposts coincide.
#[must_use]
pub fn linear_share(value: &Exact, low: &Exact, high: &Exact, base: &Exact) -> Exact {
    match (value - low).checked_div(&(high - low)) {
        Some(way) => base + &(&(&Exact::ONE - base) * &way),
        None if value >= high => Exact::ONE,
        None => Exact::ZERO,
    }
}

/// ln(1 + value/scale)/ln(1 + cap/scale), not clamped above; 0 for values at or below zero.
#[must_use]
pub fn log_share(value: &Exact, scale: &Exact, cap: &Exact) -> Exact {
    if *value <= Exact::ZERO {
        return Exact::ZERO;
    }
    let ln_above_one = |part: &Exact| formula::ln(&(&Exact::ONE + &part.checked_div(scale)?));
    match (ln_above_one(value), ln_above_one(cap)) {
        (Some(value), Some(cap)) => value.checked_div(&cap).unwrap_or(Exact::ZERO),
        _ => Exact::ZERO,
    }
}

/// `award` for each `per` of `value`, whole helpings only where asked; nothing for values below zero.
#[must_use]
pub fn per_unit(value: &Exact, per: &Exact, award: &Award, whole: bool) -> Award {
    let helpings = match value.checked_div(per) {
        Some(helpings) if helpings > Exact::ZERO => helpings,
        _ => Exact::ZERO,
    };
    let helpings = if whole { helpings.floor() } else { helpings };
    match award {
        Award::Points(each) => Award::Points(&helpings * each),
        Award::Share(each) => Award::Share(&helpings * each),
    }
}

fn category<'a>(rule: &'a Rule, cases: &'a [Case], otherwise: &Award, value: &Value) -> Applied<'a> {
    let matched = match value {
        Value::Text(text) => case_of(cases, text),
        Value::Truth(truth) => case_of(cases, if *truth { "true" } else { "false" }),
        Value::Number(number) => case_of(cases, &number.to_string()),
        Value::Date(date) => case_of(cases, &date.to_string()),
    };
    let award = matched.map_or(otherwise, |index| &cases[index].award);
    Applied { matched, ..Applied::award(rule, award.clone()) }
}

/// The case that names `code`.
#[must_use]
pub fn case_of(cases: &[Case], code: &str) -> Option<usize> {
    cases.iter().position(|case| case.values.iter().any(|value| value == code))
}

fn compare<'a>(
    rule: &'a Rule,
    population: PopulationRule<'a>,
    value: &Exact,
    context: &Context<'a>,
) -> Applied<'a> {
    for (step, peers) in wider(population.peers, population.fallback).enumerate() {
        let Some(group) = context.position.group(peers) else { continue };
        let key = (context.indicator, group);
        let Some(reference) = context.calibration.references.get(&key) else { continue };
        if reference.count < population.minimum_peers {
            continue;
        }
        if let Some(share) = population_share(rule, value, context.direction, reference) {
            let (group, reference) = (Some(key.1), Some(reference));
            return Applied { group, reference, fallback: step > 0, ..Applied::share(rule, share) };
        }
    }
    match population.fallback {
        Fallback::Rule(rule) => {
            Applied { fallback: true, ..apply(rule, &Value::Number(value.clone()), context) }
        }
        Fallback::WiderGroup | Fallback::NoPoints => Applied::without_reference(rule),
    }
}

/// The share of a value (rounded by [`entering`]) within one peer group, not clamped; `None` when the group does not
/// allow the comparison: no spread for min-max and z-scores, or a statistic that was not taken.
#[must_use]
pub fn population_share(
    rule: &Rule,
    value: &Exact,
    direction: Direction,
    reference: &Reference,
) -> Option<Exact> {
    let higher = direction == Direction::Higher;
    match rule {
        Rule::MinMax { .. } => {
            let spread = &reference.maximum - &reference.minimum;
            let way = if higher { value - &reference.minimum } else { &reference.maximum - value };
            way.checked_div(&spread)
        }
        Rule::ZScore { width, .. } => {
            let (mean, deviation) = (reference.mean.as_ref()?, reference.deviation.as_ref()?);
            let distance = if higher { value - mean } else { mean - value };
            let way = distance.checked_div(&(&Exact::from(2) * &(width * deviation)))?;
            Some(&way + &Exact::ratio(1, 2)?)
        }
        Rule::Percentile { convention, .. } => {
            let (below, equal) = reference.distribution.as_ref()?.position(value);
            // Saturating: a stored calibration may have been edited by hand.
            let above = reference.count.saturating_sub(below).saturating_sub(equal);
            let worse = if higher { below } else { above };
            percentile_share(*convention, worse, equal, reference.count)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use formula::Exact;
    use proptest::prelude::*;

    use super::{settle_any, settle_small};
    use crate::{Points, indicators::Award};

    proptest! {
        #[test]
        fn machine_integers_and_rationals_settle_alike(top in -2000i64..20_000, bottom in 1i64..3000, full in 1i64..1_000_000) {
            let worth = Exact::ratio(top.into(), bottom.into()).unwrap();
            for award in [Award::Share(worth.clone()), Award::Points(worth)] {
                let any = settle_any(&award, Points(full), &Exact::ZERO, &Exact::ONE);
                prop_assert_eq!(settle_small(&award, Points(full)), Some(any));
            }
        }
    }
}
