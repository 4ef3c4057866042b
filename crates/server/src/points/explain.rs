//! Why an enterprise has its points, and what would gain most.

use super::{
    body::{
        ClassWord, Named, PartBody, PlaceBody, SumsBody, fact_shown, fact_typed, flag_words, missing_names,
        parts, sentence, shown, unless_withheld,
    },
    published,
};
use crate::{
    desk::Desk,
    enterprises,
    input::Params,
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::{
    Status,
    evaluation::{Explanation, Gain, StageIssue, VetoState, explain, gains},
    indicators::Indicator,
};
use formula::{Exact, Missing, Outcome, Unit, Value, render_value};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// For what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Reading {
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    purpose: Option<String>,
}

/// The points of one enterprise in a published run, each with its reason.
#[derive(Serialize, ToSchema)]
pub(crate) struct PointsExplained {
    /// The participant.
    participant_id: String,
    /// The enterprise.
    enterprise_id: String,
    /// Its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// The year evaluated.
    year: i32,
    /// The published run.
    run_id: String,
    /// 凭据码 of the run.
    receipt_code: String,
    /// The scheme.
    scheme: Named,
    /// Its version.
    version: String,
    /// Whether the scheme is an example and no official one.
    illustrative: bool,
    /// The day on which ages and labels were judged.
    as_of: String,
    /// Its stage; absent when it could not be told.
    stage: Option<StageBody>,
    /// What is missing to tell the stage.
    stage_missing: Vec<NameBody>,
    /// Vetoes that apply, or cannot be told yet.
    vetoes: Vec<VetoBody>,
    /// The sums; absent when withheld or without stage.
    sums: Option<SumsBody>,
    /// Its place among all.
    rank: Option<PlaceBody>,
    /// Its place within its stage.
    stage_rank: Option<PlaceBody>,
    /// Its place within its technology field.
    field_rank: Option<PlaceBody>,
    /// Base indicators whose value is known.
    known: u32,
    /// Base indicators that count.
    asked: u32,
    /// The pillars, in the scheme's order.
    pillars: Vec<PillarBody>,
    /// The indicators that count in its stage, in the scheme's order.
    indicators: Vec<IndicatorWhy>,
    /// One change at a time, the most gain first.
    gains: Vec<GainBody>,
}

/// A stage with its reason.
#[derive(Serialize, ToSchema)]
struct StageBody {
    /// Which.
    #[serde(flatten)]
    stage: Named,
    /// Its condition.
    rule: String,
    /// The values it was told by.
    parts: Vec<PartBody>,
}

/// A veto.
#[derive(Serialize, ToSchema)]
struct VetoBody {
    /// Which.
    #[serde(flatten)]
    veto: Named,
    /// Whether it applies; false where it cannot be told yet.
    applies: bool,
    /// What is missing to tell.
    missing: Vec<NameBody>,
}

/// 一级指标.
#[derive(Serialize, ToSchema)]
struct PillarBody {
    /// Which.
    #[serde(flatten)]
    pillar: Named,
    /// What its points do.
    class: ClassWord,
    /// Code of the pillar it belongs to.
    parent: Option<String>,
    /// 得分; absent when withheld.
    points: Option<String>,
    /// 满分 in this stage.
    full: String,
}

/// 二级指标 with its reason.
#[derive(Serialize, ToSchema)]
struct IndicatorWhy {
    /// Which.
    #[serde(flatten)]
    indicator: Named,
    /// Code of its pillar.
    pillar: String,
    /// 得分.
    points: String,
    /// 满分.
    full: String,
    /// 失分.
    lost: String,
    /// What is remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
    /// `substituted`, `not-applicable`.
    flags: Vec<&'static str>,
    /// Its value with its unit; absent when missing.
    value: Option<String>,
    /// The formula of its value.
    formula: String,
    /// The items the value came from.
    parts: Vec<PartBody>,
    /// What is missing to tell the value.
    missing: Vec<NameBody>,
    /// What the rule did with this value.
    rule: NameBody,
    /// The statistics it was compared with.
    reference: Option<ReferenceBody>,
    /// The nearest value that is worth more.
    next: Option<NextBody>,
    /// The document it rests on.
    basis: Option<String>,
}

/// The statistics of a peer group.
#[derive(Serialize, ToSchema)]
struct ReferenceBody {
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
struct NextBody {
    /// The threshold with its unit.
    value: String,
    /// Whether the threshold itself is enough.
    inclusive: bool,
    /// Whether the value must rise to it, or fall.
    upwards: bool,
    /// What the indicator is worth there.
    points: String,
}

/// A change of one item that gains points.
#[derive(Serialize, ToSchema)]
struct GainBody {
    /// Code of the indicator.
    indicator: String,
    /// The item to change.
    item: Named,
    /// Its present value with its unit; absent when missing.
    from: Option<String>,
    /// The new value with its unit.
    to: String,
    /// The new value as it is typed, in the item's own unit.
    typed: String,
    /// What the indicator gains.
    on_indicator: String,
    /// What the total gains.
    on_total: String,
}

/// Why a participant has its points in the published run, and what would gain most.
#[utoipa::path(get, path = "/api/v1/participants/{id}/points", operation_id = "explain_points", tag = "points",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = PointsExplained, description = "The points and why")),
    extensions(("x-permission" = json!("points:read"))))]
pub(crate) async fn explain_points(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let published = published(&desk, &id).await?;
    enterprises::answer_for(&desk, &published.found.enterprise, reading.purpose.as_deref()).await?;
    let run = &published.opened;
    let (scheme, dictionary) = (&run.scheme.value, &run.scheme.dictionary);
    let facts = run.population.row(published.row);
    let why = explain(scheme, &run.calibration, &facts, dictionary);
    let gained = gains(scheme, &run.calibration, &facts, dictionary);
    let places = run.scores.places(published.row).filter(|_| !why.score.vetoed());
    let found = published.found;
    Ok(Reply::ok(&PointsExplained {
        participant_id: found.participant.id,
        enterprise_id: found.enterprise.id,
        name: found.enterprise.name,
        credit_code: found.enterprise.credit_code,
        year: found.batch.year,
        run_id: published.run.id,
        receipt_code: published.run.receipt_code,
        scheme: Named::new(&scheme.code, &scheme.name),
        version: scheme.version.clone(),
        illustrative: scheme.status == Status::Illustrative,
        as_of: run.as_of.to_string(),
        stage: stage(run, &why),
        stage_missing: stage_missing(run, &why),
        vetoes: vetoes(run, &why),
        sums: SumsBody::of(scheme, &why.score),
        rank: places.map(|places| places.overall.into()),
        stage_rank: places.map(|places| places.in_stage.into()),
        field_rank: places.and_then(|places| places.in_field).map(Into::into),
        known: why.score.known,
        asked: why.score.required,
        pillars: pillars(run, &why),
        indicators: indicators(run, &why),
        gains: gained.iter().filter(|gain| gain.on_total.0 > 0).map(|gain| gain_body(run, gain)).collect(),
    }))
}

fn stage(run: &Run, why: &Explanation) -> Option<StageBody> {
    let index = *why.score.stage.as_ref().ok()?;
    let stage = &run.scheme.value.stages[index];
    let step = why.stages.get(index)?;
    Some(StageBody {
        stage: Named::new(&stage.code, &stage.name),
        rule: step.text.clone(),
        parts: parts(run, step),
    })
}

fn stage_missing(run: &Run, why: &Explanation) -> Vec<NameBody> {
    match &why.score.stage {
        Err(StageIssue::Missing(missing)) => missing_names(run, &missing.iter().cloned().collect::<Vec<_>>()),
        _ => Vec::new(),
    }
}

fn vetoes(run: &Run, why: &Explanation) -> Vec<VetoBody> {
    let known = run.scheme.value.vetoes.iter().zip(&why.score.vetoes);
    let body = |(veto, state): (&domain::indicators::Veto, &VetoState)| {
        let missing: Vec<Missing> = match state {
            VetoState::Clear => return None,
            VetoState::Vetoed => Vec::new(),
            VetoState::Unknown(missing) => missing.iter().cloned().collect(),
        };
        Some(VetoBody {
            veto: Named::new(&veto.code, &veto.name),
            applies: *state == VetoState::Vetoed,
            missing: missing_names(run, &missing),
        })
    };
    known.filter_map(body).collect()
}

fn pillars(run: &Run, why: &Explanation) -> Vec<PillarBody> {
    let scheme = &run.scheme.value;
    let Ok(stage) = why.score.stage else { return Vec::new() };
    let holds = |outer: usize, mut inner: usize| loop {
        match inner == outer {
            true => return true,
            false => match scheme.pillars[inner].parent {
                Some(parent) => inner = parent,
                None => return false,
            },
        }
    };
    let full = |index: usize| {
        let inside = scheme.indicators.iter().filter(|one| holds(index, one.pillar));
        domain::Points(inside.map(|one| one.full[stage].0).sum())
    };
    let body = |(index, pillar): (usize, &domain::indicators::Pillar)| PillarBody {
        pillar: Named::new(&pillar.code, &pillar.name),
        class: pillar.class.into(),
        parent: pillar.parent.map(|parent| scheme.pillars[parent].code.clone()),
        points: unless_withheld(&why.score, why.score.pillars[index]),
        full: full(index).to_string(),
    };
    scheme.pillars.iter().enumerate().map(body).collect()
}

fn indicators(run: &Run, why: &Explanation) -> Vec<IndicatorWhy> {
    let scheme = &run.scheme.value;
    let all = scheme.indicators.iter().enumerate().zip(&why.indicators);
    let body = |((index, indicator), explained): (
        (usize, &Indicator),
        &domain::evaluation::IndicatorExplanation,
    )| {
        let scored = &why.score.indicators[index];
        let unit = indicator.unit.or(explained.value.unit);
        let item = indicator.value.items().next().map(|item| item.name.clone()).unwrap_or_default();
        let number = |value: &Exact| render_value(&Value::Number(value.clone()), unit);
        let missing: Vec<Missing> = match &explained.value.outcome {
            Outcome::Missing(missing) => missing.iter().cloned().collect(),
            _ => Vec::new(),
        };
        (scored.full.0 != 0).then(|| IndicatorWhy {
            indicator: Named::new(&indicator.code, &indicator.name),
            pillar: scheme.pillars[indicator.pillar].code.clone(),
            points: scored.points.to_string(),
            full: scored.full.to_string(),
            lost: explained.lost.to_string(),
            flags: flag_words(scored.flags),
            value: with_unit(shown(run, &explained.value.outcome, unit, &item), unit, &explained.value),
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
            basis: indicator.basis.as_ref().map(|basis| {
                let number = basis.number.as_deref().map_or(String::new(), |number| format!("（{number}）"));
                format!("{}{number}", basis.title)
            }),
        })
    };
    all.filter_map(body).collect()
}

/// A number without a unit of its own is given the base unit of its dimension.
fn with_unit(value: Option<String>, unit: Option<&'static Unit>, step: &formula::Step) -> Option<String> {
    let formula::Type::Number(dimension) = step.kind else { return value };
    match unit {
        Some(_) => value,
        None => value.map(|value| format!("{value}{}", dimension.base_symbol())),
    }
}

fn gain_body(run: &Run, gain: &Gain) -> GainBody {
    let item = run.scheme.dictionary.find(&gain.change.item);
    let unnamed = domain::Name { zh: gain.change.item.clone(), en: None };
    GainBody {
        indicator: run.scheme.value.indicators[gain.indicator].code.clone(),
        item: Named::new(&gain.change.item, item.map_or(&unnamed, |item| &item.name)),
        from: gain.change.from.as_ref().map(|fact| fact_shown(fact, item)),
        to: fact_shown(&gain.change.to, item),
        typed: fact_typed(&gain.change.to),
        on_indicator: gain.on_indicator.to_string(),
        on_total: gain.on_total.to_string(),
    }
}
