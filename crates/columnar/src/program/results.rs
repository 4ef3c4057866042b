//! Points, stages and grades, chunk by chunk.

use domain::Points;
use formula::{Expr, ExprKind, Function};

use super::{Chunk, Reads};
use crate::{
    decimals::ULP,
    lanes::{KNOWN, MISSING, Numbers, Truths},
};

/// The points of everybody.
#[derive(Debug)]
pub(super) struct PointsSource<'a> {
    points: &'a [Option<Points>],
}

impl<'a> PointsSource<'a> {
    pub(super) fn new(reads: Reads<'a>) -> Self {
        Self { points: reads.results.map_or(&[], |results| &results.points) }
    }

    pub(super) fn read(&self, chunk: Chunk) -> Numbers {
        let mut numbers = Numbers::constant(0.0, 0.0, Some(i32::from(Points::PLACES)), chunk.len);
        let known = self.points.get(chunk.start..).unwrap_or_default();
        for place in 0..chunk.len {
            match known.get(place).copied().flatten() {
                #[expect(clippy::cast_precision_loss, reason = "the loss is within the error bound")]
                Some(points) => {
                    numbers.value[place] = points.0 as f64 / Points::PER_POINT as f64;
                    numbers.error[place] = numbers.value[place].abs() * 2.0 * ULP;
                }
                None => numbers.state[place] = MISSING,
            }
        }
        numbers
    }
}

/// The stage or grade of everybody, by code.
#[derive(Debug)]
pub(super) struct CodeSource<'a> {
    codes: &'a [Option<String>],
}

impl<'a> CodeSource<'a> {
    /// `None` when `expr` asks for something else.
    pub(super) fn of(expr: &Expr, reads: Reads<'a>) -> Option<Self> {
        let ExprKind::Call { function, .. } = &expr.kind else { return None };
        let codes: fn(&crate::Results) -> &[Option<String>] = match function {
            Function::Stage => |results| &results.stages,
            Function::Grade => |results| &results.grades,
            _ => return None,
        };
        Some(Self { codes: reads.results.map_or(&[], codes) })
    }

    pub(super) fn is_in(&self, chunk: Chunk, options: &[String], negated: bool) -> Truths {
        let mut truths = Truths { holds: vec![false; chunk.len], state: vec![KNOWN; chunk.len] };
        let known = self.codes.get(chunk.start..).unwrap_or_default();
        for place in 0..chunk.len {
            match known.get(place).and_then(Option::as_deref) {
                Some(code) => truths.holds[place] = options.iter().any(|option| option == code) != negated,
                None => truths.state[place] = MISSING,
            }
        }
        truths
    }
}
