//! Runs and results as they are sent.

use crate::wire::RunStateWord;
use domain::Points;
use serde::Serialize;
use serde_json::Value;
use store::runs::{Run, RunResult};
use utoipa::ToSchema;

/// One computation of a batch.
#[derive(Serialize, ToSchema)]
#[schema(as = Run)]
pub(crate) struct RunBody {
    /// Its id.
    id: String,
    /// Its batch.
    batch_id: String,
    /// Which run of its batch, from 1.
    number: i64,
    /// How far it is.
    state: RunStateWord,
    /// 凭据码: the same data and rules give the same code, whoever computes, with the command or here.
    receipt_code: String,
    /// The receipt: every file with its SHA-256.
    receipt: Value,
    /// Enterprises scored.
    enterprises: i64,
    /// With a rank.
    ranked: i64,
    /// Withheld by a veto.
    vetoed: i64,
    /// The published run that it corrects.
    corrects: Option<String>,
    /// Why.
    reason: Option<String>,
    /// Who asked for it.
    created_by: String,
    /// When.
    created_at: String,
    /// Who published it.
    published_by: Option<String>,
    /// When.
    published_at: Option<String>,
}

impl From<Run> for RunBody {
    fn from(run: Run) -> Self {
        Self {
            id: run.id,
            batch_id: run.batch_id,
            number: run.number,
            state: run.state.into(),
            receipt_code: run.receipt_code,
            receipt: serde_json::from_str(&run.receipt).unwrap_or_default(),
            enterprises: run.enterprises,
            ranked: run.ranked,
            vetoed: run.vetoed,
            corrects: run.corrects,
            reason: run.reason,
            created_by: run.created_by,
            created_at: run.created_at.to_string(),
            published_by: run.published_by,
            published_at: run.published_at.map(|at| at.to_string()),
        }
    }
}

/// Points as exact decimal text.
pub(super) fn points(units: i64) -> String {
    Points(units).to_string()
}

/// What an enterprise got.
#[derive(Serialize, ToSchema)]
#[schema(as = RunResult)]
pub(crate) struct ResultBody {
    /// The enterprise.
    enterprise_id: String,
    /// Its legal name.
    name: Option<String>,
    /// Its 统一社会信用代码.
    credit_code: Option<String>,
    /// Code of its stage; absent when data are missing.
    stage: Option<String>,
    /// Its technology field.
    field: Option<String>,
    /// Its total, exact decimal text; absent when withheld or without stage.
    total: Option<String>,
    /// Its grade.
    grade: Option<String>,
    /// Its place among all.
    rank: Option<i64>,
    /// Its place within its stage.
    stage_rank: Option<i64>,
    /// Base indicators whose value is known.
    known: i64,
    /// Base indicators that count.
    asked: i64,
    /// Code of the veto that withholds the score.
    withheld: Option<String>,
    /// Every indicator in the scheme's order: points, full points, flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<Vec<IndicatorBody>>,
}

/// What an enterprise got for one indicator.
#[derive(Serialize, ToSchema)]
pub(crate) struct IndicatorBody {
    /// 得分, exact decimal text.
    points: String,
    /// 满分.
    full: String,
    /// What is remarkable, as bits.
    flags: i64,
}

impl ResultBody {
    pub(super) fn new(result: RunResult, name: Option<(String, String)>, whole: bool) -> Self {
        let (name, credit_code) = name.unzip();
        let stored: Vec<(i64, i64, i64)> =
            if whole { serde_json::from_str(&result.points).unwrap_or_default() } else { Vec::new() };
        let indicator = |(got, full, flags)| IndicatorBody { points: points(got), full: points(full), flags };
        Self {
            enterprise_id: result.enterprise_id,
            name,
            credit_code,
            stage: result.stage,
            field: result.field,
            total: result.total.map(points),
            grade: result.grade,
            rank: result.rank,
            stage_rank: result.stage_rank,
            known: result.known,
            asked: result.asked,
            withheld: result.withheld,
            indicators: whole.then(|| stored.into_iter().map(indicator).collect()),
        }
    }
}
