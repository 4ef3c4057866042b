//! Single columns.

use std::sync::Arc;

use arrow::{
    array::{
        ArrayRef, Decimal32Array, Decimal64Array, DictionaryArray, Float64Array, StringArray, UInt8Array,
    },
    buffer::{NullBuffer, ScalarBuffer},
    datatypes::{DataType, UInt8Type},
};
use domain::{evaluation::rules::full_of, indicators::Indicator};
use formula::{Exact, ExprKind, Outcome, Type, Value};

use crate::{
    IndicatorColumns, PointsColumn, Population, Scores,
    columns::PointsBuilder,
    lanes::{DOUBT, KNOWN, Numbers},
    program::{CHUNK, Chunk, Program},
};

/// A title in both languages.
pub(super) struct Titled {
    pub(super) zh: String,
    pub(super) en: String,
}

impl Titled {
    pub(super) fn new(zh: &str, en: &str) -> Self {
        Self { zh: zh.to_owned(), en: en.to_owned() }
    }
}

/// Points as fixed-point decimals, without copying them.
pub(super) fn points(points: &PointsColumn, known: Option<&NullBuffer>) -> ArrayRef {
    const NINE_DIGITS: i32 = 999_999_999;
    match points {
        PointsColumn::Narrow(values) if values.iter().all(|value| (0..=NINE_DIGITS).contains(value)) => {
            let array = Decimal32Array::new(values.clone(), known.cloned());
            Arc::new(array.with_data_type(DataType::Decimal32(9, 4)))
        }
        PointsColumn::Narrow(values) => wide(values.iter().map(|&value| i64::from(value)).collect(), known),
        PointsColumn::Wide(values) => wide(values.clone(), known),
    }
}

fn wide(values: ScalarBuffer<i64>, known: Option<&NullBuffer>) -> ArrayRef {
    let array = Decimal64Array::new(values, known.cloned());
    Arc::new(array.with_data_type(DataType::Decimal64(18, 4)))
}

/// 满分 and 失分 of every enterprise.
pub(super) fn full_and_lost(
    indicator: &Indicator,
    scores: &Scores,
    columns: &IndicatorColumns,
    known: Option<&NullBuffer>,
) -> (ArrayRef, ArrayRef) {
    let most = indicator.full.iter().map(|full| full.0).max().unwrap_or(0);
    let mut full = PointsBuilder::with_capacity(most, scores.len());
    let mut lost = PointsBuilder::with_capacity(most, scores.len());
    for index in 0..scores.len() {
        let of = scores.stage(index).map_or(0, |stage| full_of(indicator, stage).0);
        full.push(of);
        lost.push(of - columns.points.get(index).0);
    }
    (points(&full.finish(), known), points(&lost.finish(), known))
}

/// Texts by small numbers; numbers beyond the texts are null.
pub(super) fn coded(codes: &[u8], texts: &[&str]) -> ArrayRef {
    let keys: UInt8Array =
        codes.iter().map(|&code| (usize::from(code) < texts.len()).then_some(code)).collect();
    let texts = StringArray::from_iter_values(texts);
    Arc::new(DictionaryArray::<UInt8Type>::new(keys, Arc::new(texts)))
}

/// Which places there are; `None` when everybody has one.
pub(super) fn ranked(places: &[u32]) -> Option<NullBuffer> {
    places.contains(&0).then(|| places.iter().map(|&place| place > 0).collect())
}

/// The value of an indicator in its display unit, as a double for reading; texts and truths as text.
pub(super) fn values(indicator: &Indicator, population: &Population) -> ArrayRef {
    match (indicator.value.kind(), as_typed(indicator, population)) {
        (Type::Number(_), Some(column)) => column,
        (Type::Number(_), None) => numbers(indicator, population),
        _ => texts(indicator, population),
    }
}

/// The column of the table itself, where the value is an item shown in its own unit.
fn as_typed(indicator: &Indicator, population: &Population) -> Option<ArrayRef> {
    let ExprKind::Item(item) = &indicator.value.expr().kind else { return None };
    let same = item.back == 0 && item.unit == indicator.unit;
    let column = population.column(&item.name).filter(|_| same)?;
    (*column.data_type() == DataType::Float64).then_some(column)
}

fn numbers(indicator: &Indicator, population: &Population) -> ArrayRef {
    let scale = indicator.unit.map_or(Exact::ONE, formula::Unit::scale);
    let program = Program::compile(indicator.value.expr(), population);
    let mut values: Vec<Option<f64>> = Vec::with_capacity(population.len());
    for start in (0..population.len()).step_by(CHUNK) {
        let chunk = Chunk { start, len: CHUNK.min(population.len() - start) };
        let lane = program.as_ref().and_then(|program| program.numbers(chunk));
        let lane = lane.unwrap_or_else(|| Numbers::doubtful(chunk.len));
        let near = scale.to_f64();
        values.extend((0..chunk.len).map(|offset| match lane.state[offset] {
            KNOWN => Some(shown(lane.value[offset] / near)),
            DOUBT => exactly(indicator, population, start + offset, &scale),
            _ => None,
        }));
    }
    Arc::new(Float64Array::from(values))
}

fn exactly(indicator: &Indicator, population: &Population, index: usize, scale: &Exact) -> Option<f64> {
    let outcome = indicator.value.evaluate(&population.row(index));
    Some(shown(outcome.as_number()?.checked_div(scale)?.to_f64()))
}

/// Ten places are enough to read; what the last bits of a double say is nobody's business.
fn shown(value: f64) -> f64 {
    if value.abs() < 1e5 { (value * 1e10).round() / 1e10 + 0.0 } else { value }
}

fn texts(indicator: &Indicator, population: &Population) -> ArrayRef {
    let text = |index: usize| match indicator.value.evaluate(&population.row(index)) {
        Outcome::Known(Value::Text(text)) => Some(text.to_string()),
        Outcome::Known(Value::Truth(truth)) => Some(if truth { "是" } else { "否" }.to_owned()),
        Outcome::Known(Value::Date(date)) => Some(date.to_string()),
        Outcome::Known(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    Arc::new((0..population.len()).map(text).collect::<StringArray>())
}
