//! The results of a run as plain rows, for whoever keeps them elsewhere than in files.

use columnar::VetoCode;
use domain::{Points, indicators::Scheme};

use crate::Run;

/// What one enterprise got. Codes are those of the scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What tells the enterprise apart: its credit code.
    pub id: String,
    /// Its stage; `None` where data are missing.
    pub stage: Option<String>,
    /// Its technology field.
    pub field: Option<String>,
    /// Its total; `None` when withheld or without stage.
    pub total: Option<Points>,
    /// Its grade.
    pub grade: Option<String>,
    /// Its place among all.
    pub rank: Option<u32>,
    /// Its place within its stage.
    pub stage_rank: Option<u32>,
    /// Base indicators whose value is known, and those that count.
    pub coverage: (u32, u32),
    /// The first veto that applies.
    pub withheld: Option<String>,
    /// Every indicator in the scheme's order.
    pub indicators: Vec<IndicatorOutcome>,
}

/// One indicator of one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndicatorOutcome {
    /// 得分.
    pub points: Points,
    /// 满分 in the enterprise's stage.
    pub full: Points,
    /// What is remarkable, as bits (see `domain::evaluation::Flags`).
    pub flags: u16,
}

/// The outcome of every enterprise, in the order of the table.
pub fn outcomes(run: &Run) -> impl Iterator<Item = Outcome> + '_ {
    (0..run.scores.len()).map(|row| outcome(run, &run.scheme.value, row))
}

fn outcome(run: &Run, scheme: &Scheme, row: usize) -> Outcome {
    let scores = &run.scores;
    let stage = scores.stage(row);
    let withheld =
        scheme.vetoes.iter().zip(scores.vetoes()).find(|(_, codes)| codes[row] == VetoCode::Vetoed);
    let places = scores.places(row);
    let full = |index: usize| stage.map_or(Points::ZERO, |stage| scheme.indicators[index].full[stage]);
    let indicator = |(index, columns): (usize, &columnar::IndicatorColumns)| IndicatorOutcome {
        points: columns.points.get(row),
        full: full(index),
        flags: columns.flags.get(row).0,
    };
    Outcome {
        id: run.id(row),
        stage: stage.map(|stage| scheme.stages[stage].code.clone()),
        field: scores.field(row).map(str::to_owned),
        total: (stage.is_some() && withheld.is_none()).then(|| scores.total(row)),
        grade: scores.grade(row).map(|grade| scheme.grades[grade].code.clone()),
        rank: places.map(|places| places.overall.place),
        stage_rank: places.map(|places| places.in_stage.place),
        coverage: scores.coverage(row),
        withheld: withheld.map(|(veto, _)| veto.code.clone()),
        indicators: scores.indicators().iter().enumerate().map(indicator).collect(),
    }
}
