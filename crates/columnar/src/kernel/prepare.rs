//! From a rule and its references to a kernel.

use domain::{
    Points,
    evaluation::{
        Calibration, Context, Flags, PopulationRule, Position, Reference, points_of, rules::full_of, wider,
    },
    indicators::{Award, Direction, Fallback, Rule, Scheme},
};
use formula::{Exact, Facts, Missing, Outcome, Undefined};

use super::{
    Bands, Decision, Helpings, Kernel, Method, Percentile,
    affine::{Affine, Limits},
    plain,
};
use crate::{Population, program::Program};

/// Whose values come, and what they are compared with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) scheme: &'a Scheme,
    pub(crate) calibration: &'a Calibration,
    pub(crate) population: &'a Population,
    /// Index of the indicator.
    pub(crate) indicator: usize,
}

/// A method with whether it took a fallback and whether it sees rounded values.
struct Found<'a> {
    method: Method<'a>,
    always: Flags,
    entered: bool,
}

impl<'a> Found<'a> {
    fn direct(method: Method<'a>) -> Self {
        Self { method, always: Flags::default(), entered: false }
    }

    fn or_exactly(method: Option<Method<'a>>) -> Self {
        Self::direct(method.unwrap_or(Method::Exactly))
    }
}

impl<'a> Kernel<'a> {
    /// The kernel of an indicator for enterprises at `position`, whose stage is known.
    pub(crate) fn prepare(setting: Setting<'a>, stage: usize, position: &Position) -> Self {
        let indicator = &setting.scheme.indicators[setting.indicator];
        let full = full_of(indicator, stage);
        let missing = Outcome::Missing([Missing::Label(String::new())].into());
        let undefined = Outcome::Undefined([Undefined::DivisionByZero].into());
        let of = |outcome: &Outcome| unknown(setting, stage, position, outcome);
        let found = match indicator.rules.get(stage).filter(|_| full > Points::ZERO) {
            None => Found::direct(Method::NotApplicable),
            Some(rule) => {
                let limits = Limits { full, floor: indicator.floor.clone(), cap: indicator.cap.clone() };
                setting.find(rule, position, &limits)
            }
        };
        let Found { method, always, entered } = found;
        Self { missing: of(&missing), undefined: of(&undefined), method, always, entered }
    }
}

/// What a value that is not known is worth.
fn unknown(setting: Setting<'_>, stage: usize, position: &Position, outcome: &Outcome) -> Decision {
    let context = Context {
        calibration: setting.calibration,
        position,
        indicator: setting.indicator,
        direction: Direction::Higher,
        facts: &setting.population.row(0) as &dyn Facts,
    };
    plain(points_of(setting.scheme, stage, outcome, &context))
}

impl<'a> Setting<'a> {
    fn find(self, rule: &'a Rule, position: &Position, limits: &Limits) -> Found<'a> {
        match rule {
            Rule::Bands(bands) => Found::direct(Method::Bands(Bands::new(bands, limits))),
            Rule::Linear { low, high, base } => linear(low, high, base, limits),
            Rule::PerUnit { per, award, whole: true } => {
                Found::or_exactly(Helpings::new(per, award, limits).map(Method::Helpings))
            }
            Rule::PerUnit { per, award, whole: false } => {
                Found::or_exactly(per_unit(per, award, limits).map(Method::Affine))
            }
            Rule::Formula(formula) => {
                let program = Program::compile(formula.expr(), self.population);
                let same = Affine::new(&Exact::ONE, &Exact::ZERO, limits);
                Found::or_exactly(program.zip(same).map(|(program, same)| Method::Formula(program, same)))
            }
            Rule::Log { .. } | Rule::Category { .. } => Found::direct(Method::Exactly),
            Rule::MinMax { .. } | Rule::Percentile { .. } | Rule::ZScore { .. } => {
                self.compared(rule, position, limits)
            }
        }
    }

    fn compared(self, rule: &'a Rule, position: &Position, limits: &Limits) -> Found<'a> {
        let Some(population) = PopulationRule::of(rule) else { return Found::direct(Method::Exactly) };
        for (step, peers) in wider(population.peers, population.fallback).enumerate() {
            let Some(group) = position.group(peers) else { continue };
            let Some(reference) = self.calibration.references.get(&(self.indicator, group)) else { continue };
            if reference.count < population.minimum_peers {
                continue;
            }
            if let Some(method) = self.within(rule, reference, limits) {
                let always = if step > 0 { Flags::FALLBACK } else { Flags::default() };
                return Found { method, always, entered: true };
            }
        }
        match population.fallback {
            Fallback::Rule(rule) => {
                let found = self.find(rule, position, limits);
                Found { always: found.always | Flags::FALLBACK, entered: true, ..found }
            }
            Fallback::WiderGroup | Fallback::NoPoints => {
                Found::direct(Method::Fixed((0, Flags::NO_REFERENCE)))
            }
        }
    }

    /// `None` when the group does not allow the comparison.
    fn within(self, rule: &Rule, reference: &'a Reference, limits: &Limits) -> Option<Method<'a>> {
        let direction = self.scheme.indicators[self.indicator].direction;
        let full = limits.full.exact();
        let (slope, start) = match rule {
            Rule::MinMax { .. } => {
                let spread = &reference.maximum - &reference.minimum;
                let slope = Exact::ONE.checked_div(&spread)?;
                let start = -(&slope * &reference.minimum);
                (slope, start)
            }
            Rule::ZScore { width, .. } => {
                let (mean, deviation) = (reference.mean.as_ref()?, reference.deviation.as_ref()?);
                let slope = Exact::ONE.checked_div(&(&Exact::from(2) * &(width * deviation)))?;
                let half = Exact::ratio(1, 2)?;
                let start = &half - &(&slope * mean);
                (slope, start)
            }
            Rule::Percentile { convention, .. } => {
                reference.distribution.as_ref()?;
                let percentile = Percentile::new(*convention, direction, reference, limits);
                return Some(percentile.map_or(Method::Exactly, Method::Percentile));
            }
            _ => return None,
        };
        // Less is better: the share is one less the share of the other direction.
        let (slope, start) = match direction {
            Direction::Higher => (slope, start),
            Direction::Lower => (-slope, &Exact::ONE - &start),
        };
        let affine = Affine::new(&(&slope * &full), &(&start * &full), limits);
        Some(affine.map_or(Method::Exactly, Method::Affine))
    }
}

fn linear<'a>(low: &Exact, high: &Exact, base: &Exact, limits: &Limits) -> Found<'a> {
    let Some(steep) = (&Exact::ONE - base).checked_div(&(high - low)) else {
        return Found::direct(Method::Bands(Bands::step(high, limits)));
    };
    let full = limits.full.exact();
    let start = base - &(&steep * low);
    Found::or_exactly(Affine::new(&(&steep * &full), &(&start * &full), limits).map(Method::Affine))
}

/// Nothing is given below zero: an amount that rises from zero is kept at the floor there anyway.
fn per_unit(per: &Exact, award: &Award, limits: &Limits) -> Option<Affine> {
    let (Award::Points(each) | Award::Share(each)) = award;
    let each = match award {
        Award::Points(_) => each.clone(),
        Award::Share(_) => each * &limits.full.exact(),
    };
    if *per <= Exact::ZERO || each <= Exact::ZERO {
        return None;
    }
    Affine::new(&each.checked_div(per)?, &Exact::ZERO, limits)
}
