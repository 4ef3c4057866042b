//! Why an enterprise has its points, and what would gain most.

use super::{
    Published,
    body::{
        ClassWord, Named, PartBody, PlaceBody, SumsBody, fact_shown, fact_typed, missing_names, parts,
        unless_withheld,
    },
    indicator::{IndicatorWhy, indicators},
    inputs::{InputBody, inputs},
    published,
};
use crate::{
    desk::Desk,
    enterprises::{self, Reading},
    input::Params,
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::{
    Points, Status,
    evaluation::{Explanation, Gain, StageIssue, VetoState, explain, gains},
    indicators::Scheme,
};
use formula::Missing;
use serde::Serialize;
use utoipa::ToSchema;

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
    /// The evaluation.
    batch_id: String,
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
    /// The items its points look at, to be tried with other values.
    inputs: Vec<InputBody>,
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

/// A change of one item that gains points.
#[derive(Serialize, ToSchema)]
pub(super) struct GainBody {
    /// Code of the indicator.
    pub(super) indicator: String,
    /// The item to change.
    pub(super) item: Named,
    /// Its present value with its unit; absent when missing.
    pub(super) from: Option<String>,
    /// The new value with its unit.
    pub(super) to: String,
    /// The new value as it is typed, in the item's own unit.
    pub(super) typed: String,
    /// What the indicator gains.
    pub(super) on_indicator: String,
    /// What the total gains.
    pub(super) on_total: String,
}

/// Why a participant has its points in the published run, and what would gain most.
#[utoipa::path(get, path = "/api/v1/participants/{id}/points", operation_id = "explain_points", tag = "points",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = PointsExplained, description = "The points and why")),
    extensions(("x-permission" = json!("points:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn explain_points(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let published = published(&desk, &id).await?;
    enterprises::answer_for(&desk, &published.found.enterprise, reading.purpose.as_deref()).await?;
    Ok(Reply::ok(&PointsExplained::of(published)))
}

impl PointsExplained {
    /// The points of what is published, each with its reason.
    pub(crate) fn of(published: Published) -> Self {
        let run = &published.opened;
        let (scheme, dictionary) = (&run.scheme.value, &run.scheme.dictionary);
        let facts = run.population.row(published.row);
        let why = explain(scheme, &run.calibration, &facts, dictionary);
        let gained = gains(scheme, &run.calibration, &facts, dictionary);
        let places = run.scores.places(published.row).filter(|_| !why.score.vetoed());
        let found = published.found;
        Self {
            participant_id: found.participant.id,
            enterprise_id: found.enterprise.id,
            name: found.enterprise.name,
            credit_code: found.enterprise.credit_code,
            year: found.batch.year,
            batch_id: found.batch.id,
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
            indicators: indicators(run, &facts, &why),
            inputs: inputs(run, &facts, &why),
            gains: gained
                .iter()
                .filter(|gain| gain.on_total.0 > 0)
                .map(|gain| gain_body(run, gain))
                .collect(),
        }
    }
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
    let body = |(index, pillar): (usize, &domain::indicators::Pillar)| PillarBody {
        pillar: Named::new(&pillar.code, &pillar.name),
        class: pillar.class.into(),
        parent: pillar.parent.map(|parent| scheme.pillars[parent].code.clone()),
        points: unless_withheld(&why.score, why.score.pillars[index]),
        full: full_of_pillar(scheme, stage, index).to_string(),
    };
    scheme.pillars.iter().enumerate().map(body).collect()
}

/// 满分 of a pillar in a stage, pillars below it included.
pub(super) fn full_of_pillar(scheme: &Scheme, stage: usize, pillar: usize) -> Points {
    let holds = |mut inner: usize| loop {
        match inner == pillar {
            true => return true,
            false => match scheme.pillars[inner].parent {
                Some(parent) => inner = parent,
                None => return false,
            },
        }
    };
    let inside = scheme.indicators.iter().filter(|one| holds(one.pillar));
    Points(inside.map(|one| one.full[stage].0).sum())
}

pub(super) fn gain_body(run: &Run, gain: &Gain) -> GainBody {
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
