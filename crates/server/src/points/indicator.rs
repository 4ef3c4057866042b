//! One indicator with its reason: value, parts, what the rule did, what it was compared with, and a picture of the rule.

use super::{
    body::{Named, PartBody, flag_words, missing_names, parts, sentence, shown},
    scale::ScaleBody,
};
use crate::schemes::NameBody;
use ::run::Run;
use domain::{
    evaluation::{Explanation, IndicatorExplanation},
    indicators::Indicator,
};
use formula::{Exact, Facts, Missing, Outcome, Step, Type, Unit, Value, render_value};
use serde::Serialize;
use utoipa::ToSchema;

/// 二级指标 with its reason.
#[derive(Serialize, ToSchema)]
pub(super) struct IndicatorWhy {
    /// Which.
    #[serde(flatten)]
    pub(super) indicator: Named,
    /// Code of its pillar.
    pub(super) pillar: String,
    /// 得分.
    pub(super) points: String,
    /// 满分.
    pub(super) full: String,
    /// 失分.
    pub(super) lost: String,
    /// What is remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
    /// `substituted`, `not-applicable`.
    pub(super) flags: Vec<&'static str>,
    /// Its value with its unit; absent when missing.
    pub(super) value: Option<String>,
    /// The formula of its value.
    pub(super) formula: String,
    /// The items the value came from.
    pub(super) parts: Vec<PartBody>,
    /// What is missing to tell the value.
    pub(super) missing: Vec<NameBody>,
    /// What the rule did with this value.
    pub(super) rule: NameBody,
    /// The statistics it was compared with.
    pub(super) reference: Option<ReferenceBody>,
    /// The nearest value that is worth more.
    pub(super) next: Option<NextBody>,
    /// A picture of the rule; absent where it is no function of one number.
    pub(super) scale: Option<ScaleBody>,
    /// The document it rests on.
    pub(super) basis: Option<String>,
}

/// The statistics of a peer group.
#[derive(Serialize, ToSchema)]
pub(super) struct ReferenceBody {
    /// Enterprises whose value is known.
    count: u32,
    /// Smallest.
    minimum: String,
    /// Largest.
    maximum: String,
    /// Mean.
    mean: Option<String>,
    /// How many lie below.
    below: Option<u32>,
    /// How many are equal.
    equal: Option<u32>,
}

/// A value that is worth more.
#[derive(Serialize, ToSchema)]
pub(super) struct NextBody {
    /// The threshold with its unit.
    value: String,
    /// Whether the threshold itself is enough.
    inclusive: bool,
    /// Whether the value must rise to it, or fall.
    upwards: bool,
    /// What the indicator is worth there.
    points: String,
}

/// The indicators that count in the stage of `why`.
pub(super) fn indicators(run: &Run, facts: &dyn Facts, why: &Explanation) -> Vec<IndicatorWhy> {
    let Ok(stage) = why.score.stage else { return Vec::new() };
    let all = run.scheme.value.indicators.iter().enumerate().zip(&why.indicators);
    let counting = all.filter(|((index, _), _)| why.score.indicators[*index].full.0 != 0);
    let body = |((index, _), explained)| indicator(run, facts, why, (stage, index), explained);
    counting.map(body).collect()
}

fn indicator(
    run: &Run,
    facts: &dyn Facts,
    why: &Explanation,
    (stage, index): (usize, usize),
    explained: &IndicatorExplanation,
) -> IndicatorWhy {
    let scheme = &run.scheme.value;
    let indicator = &scheme.indicators[index];
    let scored = &why.score.indicators[index];
    let unit = indicator.unit.or(explained.value.unit);
    let item = indicator.value.items().next().map(|item| item.name.clone()).unwrap_or_default();
    let number = |value: &Exact| shown_number(value, unit, &explained.value);
    let missing: Vec<Missing> = match &explained.value.outcome {
        Outcome::Missing(missing) => missing.iter().cloned().collect(),
        _ => Vec::new(),
    };
    let value = shown(run, &explained.value.outcome, unit, &item);
    IndicatorWhy {
        indicator: Named::new(&indicator.code, &indicator.name),
        pillar: scheme.pillars[indicator.pillar].code.clone(),
        points: scored.points.to_string(),
        full: scored.full.to_string(),
        lost: explained.lost.to_string(),
        flags: flag_words(scored.flags),
        value: value.map(|value| with_unit(value, unit, &explained.value)),
        formula: explained.value.text.clone(),
        parts: parts(run, &explained.value),
        missing: missing_names(run, &missing),
        rule: sentence(&explained.applied),
        reference: explained.reference.as_ref().map(|reference| ReferenceBody {
            count: reference.count,
            minimum: number(&reference.minimum),
            maximum: number(&reference.maximum),
            mean: reference.mean.as_ref().map(number),
            below: reference.below_and_equal.map(|(below, _)| below),
            equal: reference.below_and_equal.map(|(_, equal)| equal),
        }),
        next: explained.next.as_ref().map(|next| NextBody {
            value: number(&next.value),
            inclusive: next.inclusive,
            upwards: next.upwards,
            points: next.points.to_string(),
        }),
        scale: ScaleBody::of(run, facts, (stage, index), scored, number),
        basis: basis(indicator),
    }
}

fn basis(indicator: &Indicator) -> Option<String> {
    let basis = indicator.basis.as_ref()?;
    let number = basis.number.as_deref().map_or(String::new(), |number| format!("（{number}）"));
    Some(format!("{}{number}", basis.title))
}

fn shown_number(value: &Exact, unit: Option<&'static Unit>, step: &Step) -> String {
    with_unit(render_value(&Value::Number(value.clone()), unit), unit, step)
}

/// A number without a unit of its own is given the base unit of its dimension.
fn with_unit(value: String, unit: Option<&'static Unit>, step: &Step) -> String {
    match (unit, step.kind) {
        (None, Type::Number(dimension)) => format!("{value}{}", dimension.base_symbol()),
        _ => value,
    }
}
