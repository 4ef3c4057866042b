//! Two sides of an operation, branches of a choice, arms of bands: what must be alike, and numbers without unit that
//! adapt to what stands beside them.

use super::{
    error,
    shape::{Checker, Joint, Kind, Shape, Side},
    snippet,
};
use crate::{Diagnostic, Dimension, Exact, Expr, Sentence, UNITS, Unit, codes};

impl Checker<'_> {
    /// Two values that must be alike, and what they are together.
    pub(super) fn join(&mut self, left: Side<'_>, right: Side<'_>, joint: Joint) -> Shape {
        let unit = left.1.unit.or(right.1.unit);
        match (left.1.kind, right.1.kind) {
            (Kind::Unknown, _) => right.1,
            (_, Kind::Unknown) => left.1,
            (Kind::Bare { zero: a }, Kind::Bare { zero: b }) => Shape::plain(Kind::Bare { zero: a && b }),
            (Kind::Bare { zero }, Kind::Number(dimension)) => {
                self.adapt(zero, left.0, dimension, right, joint)
            }
            (Kind::Number(dimension), Kind::Bare { zero }) => {
                self.adapt(zero, right.0, dimension, left, joint)
            }
            (a, b) if a == b => Shape { kind: a, unit },
            (a, b) => {
                let both_numbers = a.is_number() && b.is_number();
                let code = if both_numbers { codes::UNIT_MISMATCH } else { codes::TYPE_MISMATCH };
                self.mismatch(code, left, right, joint);
                Shape::UNKNOWN
            }
        }
    }

    /// Several values that must be alike. A problem names the first value that measures something.
    pub(super) fn join_all(&mut self, sides: &[Side<'_>], joint: Joint) -> Shape {
        let Some((first, rest)) = sides.split_first() else { return Shape::UNKNOWN };
        let mut together = *first;
        for side in rest {
            let joined = self.join(together, *side, joint);
            let settled = matches!(together.1.kind, Kind::Bare { .. } | Kind::Unknown);
            together = (if settled { side.0 } else { together.0 }, joined);
        }
        together.1
    }

    pub(super) fn mismatch(&mut self, code: &'static str, left: Side<'_>, right: Side<'_>, joint: Joint) {
        let (a, b) = (snippet(self.source, left.0.span), snippet(self.source, right.0.span));
        let (name_a, name_b) = (left.1.kind.name(), right.1.kind.name());
        let (zh, en) = joint.words();
        let message = Sentence::new(
            format!("“{a}”是{}，“{b}”是{}，{zh}", name_a.zh, name_b.zh),
            format!("`{a}` is {}, `{b}` is {}: {en}", name_a.en, name_b.en),
        );
        let hint = mismatch_hint(left.1.kind, right.1.kind);
        let span = left.0.span.to(right.0.span);
        self.problems.push(Diagnostic::error(code, span, message).with_hint(hint));
    }

    /// A number without unit beside one of `dimension`.
    fn adapt(
        &mut self,
        zero: bool,
        literal: &Expr,
        dimension: Dimension,
        other: Side<'_>,
        joint: Joint,
    ) -> Shape {
        if !zero && !adapts(dimension, other.1.unit) {
            let (a, b) = (snippet(self.source, literal.span), snippet(self.source, other.0.span));
            let (zh, en) = joint.words();
            self.needs_unit(
                literal,
                dimension,
                other.1.unit,
                (
                    format!("“{a}”没有单位，“{b}”是{}，{zh}", dimension.name_zh()),
                    format!("`{a}` has no unit, `{b}` is {}: {en}", dimension.name_en()),
                ),
            );
        }
        other.1
    }

    pub(super) fn needs_unit(
        &mut self,
        literal: &Expr,
        dimension: Dimension,
        unit: Option<&'static Unit>,
        (zh, en): (String, String),
    ) {
        let written = snippet(self.source, literal.span);
        let unit =
            unit.or_else(|| UNITS.iter().rfind(|unit| unit.dimension == dimension && unit.symbol != "亿元"));
        let hint = match (dimension, unit, literal.is_literal()) {
            (Dimension::MONEY, _, true) => Sentence::new(
                format!("写明单位，如 {written}万元"),
                format!("write the unit, as in {written} wan_yuan"),
            ),
            (_, Some(unit), true) => Sentence::new(
                format!("写明单位，如 {written}{}", unit.symbol),
                format!("write the unit, as in {written} {}", unit.ascii),
            ),
            _ => Sentence::new("给其中的数写明单位", "write the units of its numbers"),
        };
        self.problems.push(error(codes::LITERAL_NEEDS_UNIT, literal, zh, en).with_hint(hint));
    }
}

/// Whether a number without unit can be read as one of `dimension`, beside values shown in `unit`.
pub(super) fn adapts(dimension: Dimension, unit: Option<&'static Unit>) -> bool {
    let plain = [Dimension::PEOPLE, Dimension::COUNT, Dimension::YEARS, Dimension::DAYS, Dimension::POINTS];
    // 存续月数 >= 6 must say whether months or years are meant
    let clear = unit.is_none_or(|unit| unit.scale() == Exact::ONE);
    dimension == Dimension::NONE || (plain.contains(&dimension) && clear)
}

fn mismatch_hint(a: Kind, b: Kind) -> Sentence {
    let either = |kind: Kind| a == kind || b == kind;
    if a.is_number() && b.is_number() {
        Sentence::new(
            "两边必须是同一种量；不同的量可以相乘或相除",
            "both sides must measure the same; unlike things can be multiplied or divided",
        )
    } else if either(Kind::Date) {
        Sentence::new("日期写成 2026-04-01 或 2026年4月1日", "write a date as 2026-04-01")
    } else if either(Kind::Truth) {
        Sentence::new(
            "条件直接写名称，或与 真、假 比较",
            "name the condition itself, or compare it with true or false",
        )
    } else {
        Sentence::new(
            "两边必须是同一类型；文本要加引号",
            "both sides must be of one type; a text has quotation marks",
        )
    }
}
