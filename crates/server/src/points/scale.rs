//! The picture of a rule as it is sent: places in thousandths of the width and of full points, labels as people read them.

use ::run::Run;
use domain::{
    Points,
    evaluation::{Calibration, Curve, IndicatorScore, curve},
    indicators::{Rule, Scheme},
};
use formula::{Exact, Fact, Facts, ResultKind};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

/// What values of an indicator are worth, as a line to be drawn.
#[derive(Serialize, ToSchema)]
#[schema(as = ScaleOfRule)]
pub(crate) struct ScaleBody {
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
        Some(Self::drawn(&drawn, scored.full, value, number))
    }

    /// The picture of a rule by itself; none for rules that compare enterprises, whose picture is another one each year.
    pub(crate) fn of_rule(
        scheme: &Scheme,
        place: (usize, usize),
        number: impl Fn(&Exact) -> String,
    ) -> Option<Self> {
        let indicator = scheme.indicators.get(place.1)?;
        let alone = matches!(
            indicator.rules.get(place.0)?,
            Rule::Bands(_) | Rule::Linear { .. } | Rule::Log { .. } | Rule::PerUnit { .. }
        );
        let drawn = alone.then(|| curve(scheme, &Calibration::default(), &Nobody, place, None)).flatten()?;
        Some(Self::drawn(&drawn, indicator.full[place.0], None, number))
    }

    fn drawn(drawn: &Curve, full: Points, value: Option<&Exact>, number: impl Fn(&Exact) -> String) -> Self {
        let width = &drawn.to - &drawn.from;
        let across = |value: &Exact| thousandths(&(value - &drawn.from), &width);
        let up = |points: Points| thousandths(&points.exact(), &full.exact());
        let line = drawn.line.iter().map(|(value, points)| [across(value), up(*points)]).collect();
        let mark = |(value, points): &(Exact, Points)| MarkBody {
            at: across(value),
            value: number(value),
            points: points.to_string(),
        };
        let beyond = value.is_some_and(|value| *value < drawn.from || *value > drawn.to);
        let at = value.map(|value| across(value).clamp(0, 1_000));
        let marks = drawn.marks.iter().map(mark).collect();
        Self { from: number(&drawn.from), to: number(&drawn.to), line, at, beyond, marks }
    }
}

/// The facts of nobody: a rule by itself looks at none.
struct Nobody;

impl Facts for Nobody {
    fn item(&self, _: &str, _: u8) -> Option<Fact> {
        None
    }

    fn as_of(&self) -> Date {
        Date::ZERO
    }

    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }

    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

/// `part` of `whole` in thousandths, for a picture.
fn thousandths(part: &Exact, whole: &Exact) -> i64 {
    let share = part.checked_div(whole).map(|share| share.shift(3).round_half_up(0));
    share.and_then(|share| share.to_i64()).unwrap_or(0)
}
