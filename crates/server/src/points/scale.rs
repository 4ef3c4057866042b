//! The picture of a rule as it is sent: places in thousandths of the width and of full points, labels as people read them.

use ::run::Run;
use domain::{
    Points,
    evaluation::{IndicatorScore, curve},
};
use formula::{Exact, Facts};
use serde::Serialize;
use utoipa::ToSchema;

/// What values of an indicator are worth, as a line to be drawn.
#[derive(Serialize, ToSchema)]
#[schema(as = ScaleOfRule)]
pub(super) struct ScaleBody {
    /// The value at the left end, with its unit.
    from: String,
    /// The value at the right end, with its unit.
    to: String,
    /// The line from left to right: thousandths of the width, thousandths of full points.
    line: Vec<[i64; 2]>,
    /// Where the value lies, in thousandths of the width; absent when it is missing.
    at: Option<i64>,
    /// Whether the value lies beyond the picture, which then shows it at its end.
    beyond: bool,
    /// Edges of bands, ends of scales, smallest and largest of the peers.
    marks: Vec<MarkBody>,
}

/// A place where something happens.
#[derive(Serialize, ToSchema)]
#[schema(as = MarkOfRule)]
struct MarkBody {
    /// Where, in thousandths of the width.
    at: i64,
    /// The value with its unit.
    value: String,
    /// What it is worth.
    points: String,
}

impl ScaleBody {
    /// The picture of an indicator; `number` shows a value with its unit.
    pub(super) fn of(
        run: &Run,
        facts: &dyn Facts,
        place: (usize, usize),
        scored: &IndicatorScore,
        number: impl Fn(&Exact) -> String,
    ) -> Option<Self> {
        let value = scored.value.as_number();
        let drawn = curve(&run.scheme.value, &run.calibration, facts, place, value)?;
        let width = &drawn.to - &drawn.from;
        let across = |value: &Exact| thousandths(&(value - &drawn.from), &width);
        let up = |points: Points| thousandths(&points.exact(), &scored.full.exact());
        let line = drawn.line.iter().map(|(value, points)| [across(value), up(*points)]).collect();
        let mark = |(value, points): &(Exact, Points)| MarkBody {
            at: across(value),
            value: number(value),
            points: points.to_string(),
        };
        let beyond = value.is_some_and(|value| *value < drawn.from || *value > drawn.to);
        let at = value.map(|value| across(value).clamp(0, 1_000));
        let marks = drawn.marks.iter().map(mark).collect();
        Some(Self { from: number(&drawn.from), to: number(&drawn.to), line, at, beyond, marks })
    }
}

/// `part` of `whole` in thousandths, for a picture.
fn thousandths(part: &Exact, whole: &Exact) -> i64 {
    let share = part.checked_div(whole).map(|share| share.shift(3).round_half_up(0));
    share.and_then(|share| share.to_i64()).unwrap_or(0)
}
