//! 赋权辅助: weights that the data of a year, or people's comparisons, suggest for the indicators of a stage.

use super::{
    found,
    trial::tried_on,
    weighting::{MOST_COMPARED, critic, entropy, in_steps, pairwise},
};
use crate::{
    analysis::rank_correlation,
    desk::Desk,
    input::{Checks, Json, Params},
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::{Points, indicators::Class};
use formula::Exact;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Points are given in steps of a half.
const STEPS_PER_POINT: i64 = 2;

/// On which year, for which stage.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedWeights {
    /// The run whose frozen values are taken; the one published last when absent.
    run: Option<String>,
    /// The stage, by code; that of most enterprises when absent.
    stage: Option<String>,
}

/// What weights the base indicators of a stage could have.
#[derive(Serialize, ToSchema)]
#[schema(as = SuggestedWeights)]
pub(crate) struct WeightsBody {
    /// The stage, by code.
    stage: String,
    /// Enterprises of the stage whose points are looked at.
    enterprises: usize,
    /// Full points to be shared out.
    full_points: String,
    /// The indicators, in the scheme's order.
    indicators: Vec<IndicatorWeights>,
    /// How far the order under each set agrees with the present one: Spearman's correlation.
    agreement: Sets,
}

/// One indicator under each set of weights.
#[derive(Serialize, ToSchema)]
#[schema(as = WeightsOfIndicator)]
struct IndicatorWeights {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Its weight under each set, four decimals; they make up one.
    weights: Sets,
    /// Its full points under each set, in halves of a point; they make up the full points.
    points: Sets,
}

/// A number for each set.
#[derive(Serialize, ToSchema)]
#[schema(as = SetsOfWeights)]
struct Sets {
    /// As the scheme has it.
    present: Option<String>,
    /// 等权.
    equal: Option<String>,
    /// 熵权法.
    entropy: Option<String>,
    /// CRITIC.
    critic: Option<String>,
}

/// What weights the values of a frozen year suggest for the base indicators of a stage. Entropy and CRITIC look at the
/// share of full points that each enterprise has, so that units do not matter.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}/weights", operation_id = "weigh_indicators", tag = "schemes",
    params(("id" = String, Path, description = "The scheme"), WantedWeights),
    responses((status = 200, body = WeightsBody, description = "The weights")),
    extensions(("x-permission" = json!("scheme:review")), ("x-time-limit" = json!(60))))]
pub(crate) async fn weigh_indicators(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedWeights>,
) -> Answer {
    let draft = found(&desk, &id).await?;
    let (_, run) = tried_on(&desk, &draft, wanted.run.as_deref()).await?;
    let stages = &run.scheme.value.stages;
    let size =
        |stage: &usize| (0..run.scores.len()).filter(|&row| run.scores.stage(row) == Some(*stage)).count();
    let stage = match &wanted.stage {
        Some(code) => stages.iter().position(|one| one.code == *code),
        // Of equals the first one.
        None => (0..stages.len()).rev().max_by_key(size),
    };
    let mut checks = Checks::default();
    checks.that(stage.is_some(), "?stage", "方案中没有这个阶段", "the scheme has no such stage");
    checks.done()?;
    Ok(Reply::ok(&weighed(&run, stage.unwrap_or_default())))
}

fn weighed(run: &Run, stage: usize) -> WeightsBody {
    let scheme = &run.scheme.value;
    let counting = |row: &usize| run.scores.stage(*row) == Some(stage) && !run.scores.vetoed(*row);
    let rows: Vec<usize> = (0..run.scores.len()).filter(counting).collect();
    let base: Vec<usize> = (0..scheme.indicators.len())
        .filter(|&index| {
            let one = &scheme.indicators[index];
            scheme.class_of(one) == Class::Base && one.full[stage] > Points::ZERO
        })
        .collect();
    let full = |index: usize| double(scheme.indicators[index].full[stage].0);
    let columns: Vec<Vec<f64>> = base
        .iter()
        .map(|&index| {
            let column = &run.scores.indicators()[index].points;
            rows.iter().map(|&row| (double(column.get(row).0) / full(index)).max(0.0)).collect()
        })
        .collect();
    let whole: f64 = base.iter().map(|&index| full(index)).sum();
    let present: Vec<f64> = base.iter().map(|&index| full(index) / whole.max(1.0)).collect();
    let equal = vec![1.0; base.len()];
    let sets = [present, in_parts(&equal), entropy(&columns), critic(&columns)];
    let steps = u32::try_from(scheme.full_points.0 * STEPS_PER_POINT / Points::PER_POINT).unwrap_or(0);
    let halves: Vec<Vec<u32>> = sets.iter().map(|weights| in_steps(weights, steps)).collect();
    let totals = |weights: &[f64]| -> Vec<i64> {
        let total =
            |at: usize| columns.iter().zip(weights).map(|(column, weight)| column[at] * weight).sum::<f64>();
        (0..rows.len()).map(|at| millionths(total(at))).collect()
    };
    let now = totals(&sets[0]);
    let agree = |weights: &[f64]| {
        let pairs: Vec<(i64, i64)> = now.iter().copied().zip(totals(weights)).collect();
        rank_correlation(&pairs)
    };
    let indicator = |(at, &index): (usize, &usize)| {
        let one = &scheme.indicators[index];
        let points = |set: usize| match set {
            0 => one.full[stage].to_string(),
            _ => Points(i64::from(halves[set][at]) * Points::PER_POINT / STEPS_PER_POINT).to_string(),
        };
        IndicatorWeights {
            code: one.code.clone(),
            name: (&one.name).into(),
            weights: Sets::of(|set| Some(format!("{:.4}", sets[set][at]))),
            points: Sets::of(|set| Some(points(set))),
        }
    };
    WeightsBody {
        stage: scheme.stages[stage].code.clone(),
        enterprises: rows.len(),
        full_points: scheme.full_points.to_string(),
        indicators: base.iter().enumerate().map(indicator).collect(),
        agreement: Sets::of(|set| agree(&sets[set])),
    }
}

fn in_parts(amounts: &[f64]) -> Vec<f64> {
    let sum: f64 = amounts.iter().sum();
    amounts.iter().map(|one| one / sum.max(1.0)).collect()
}

impl Sets {
    fn of(of: impl Fn(usize) -> Option<String>) -> Self {
        Self { present: of(0), equal: of(1), entropy: of(2), critic: of(3) }
    }
}

#[expect(clippy::cast_precision_loss, reason = "advice about weights; points stay below 2⁵³ units")]
fn double(units: i64) -> f64 {
    units as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a share of one, in millionths, only to be put in order")]
fn millionths(share: f64) -> i64 {
    (share * 1e6).round() as i64
}

/// How much more important each criterion is than each other one (AHP).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Comparisons {
    /// The upper triangle, line by line: the first with the second, third …, then the second with the third …. Each is a
    /// number from 1/9 to 9 as people write it: `3`, `1/5`.
    pairs: Vec<String>,
    /// How many criteria.
    criteria: usize,
    /// Points to be shared out; absent when only weights are wanted.
    full_points: Option<String>,
}

/// What the comparisons come to.
#[derive(Serialize, ToSchema)]
#[schema(as = ComparedWeights)]
pub(crate) struct ComparedBody {
    /// Weights, four decimals; they make up one.
    weights: Vec<String>,
    /// Points, in halves; they make up the points given.
    points: Option<Vec<String>>,
    /// λmax.
    eigenvalue: String,
    /// 一致性比例 CR.
    ratio: String,
    /// Whether the judgements agree well enough: a ratio of at most 0.1.
    consistent: bool,
}

/// A judgement as people write it: `3`, `1/5`, `0.2`; from 1/9 to 9.
fn judgement(text: &str) -> Option<f64> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let number = |text: &str| text.trim().parse::<Exact>().ok();
    let value = number(above)?.checked_div(&number(below)?)?;
    let ninth = Exact::ratio(1, 9)?;
    (value >= ninth && value <= Exact::from(9)).then(|| value.to_f64())
}

/// Weights from comparisons in pairs, with how consistent they are. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/weights/pairwise", operation_id = "weigh_pairwise", tag = "schemes",
    request_body = Comparisons, responses((status = 200, body = ComparedBody, description = "The weights")),
    extensions(("x-permission" = json!("scheme:write"))))]
pub(crate) async fn weigh_pairwise(_: Desk, Json(given): Json<Comparisons>) -> Answer {
    let many = given.criteria;
    let mut checks = Checks::default();
    let good = (2..=MOST_COMPARED).contains(&many);
    checks.that(good, "/criteria", "应为 2 至 15 项", "must be 2 to 15");
    let complete = good && given.pairs.len() == many * (many - 1) / 2;
    checks.that(complete || !good, "/pairs", "每两项须比较一次", "each two must be compared once");
    let numbers: Vec<Option<f64>> = given.pairs.iter().map(|text| judgement(text)).collect();
    for (at, number) in numbers.iter().enumerate() {
        let pointer = format!("/pairs/{at}");
        checks.that(
            number.is_some(),
            &pointer,
            "应为 1/9 至 9，如 3 或 1/5",
            "must be 1/9 to 9, e.g. 3 or 1/5",
        );
    }
    let full = given.full_points.as_deref().map(|text| text.trim().parse::<Exact>().ok());
    let steps = full.map(|full| full.and_then(|full| (&full * &Exact::from(STEPS_PER_POINT)).to_i64()));
    let steps =
        steps.map(|steps| steps.and_then(|steps| u32::try_from(steps).ok()).filter(|steps| *steps <= 20_000));
    checks.that(
        steps != Some(None),
        "/full_points",
        "应为 0.5 的倍数，不超过 10000",
        "must be a multiple of 0.5, at most 10,000",
    );
    checks.done()?;
    let mut matrix = vec![vec![1.0; many]; many];
    let places = (0..many).flat_map(|row| (row + 1..many).map(move |column| (row, column)));
    for ((row, column), number) in places.zip(numbers.into_iter().flatten()) {
        matrix[row][column] = number;
        matrix[column][row] = 1.0 / number;
    }
    let found = pairwise(&matrix);
    let points = steps.flatten().map(|steps| {
        let halves = in_steps(&found.weights, steps);
        let points = |half: u32| Points(i64::from(half) * Points::PER_POINT / STEPS_PER_POINT).to_string();
        halves.into_iter().map(points).collect()
    });
    Ok(Reply::ok(&ComparedBody {
        weights: found.weights.iter().map(|weight| format!("{weight:.4}")).collect(),
        points,
        eigenvalue: format!("{:.4}", found.eigenvalue),
        ratio: format!("{:.4}", found.ratio),
        consistent: found.ratio <= 0.1,
    }))
}
