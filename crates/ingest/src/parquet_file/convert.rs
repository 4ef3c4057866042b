//! Arrow columns of any sensible type become typed columns.

use std::sync::Arc;

use arrow::{
    array::{Array, ArrayRef, AsArray, Float64Array, PrimitiveArray},
    compute::cast,
    datatypes::{
        ArrowPrimitiveType, DataType, Date32Type, Decimal128Type, Float32Type, Float64Type, Int32Type,
        Int64Type, UInt64Type,
    },
};
use formula::{Exact, Sentence};
use jiff::civil::date;

use super::damaged;
use crate::{
    CellProblem, Code, Problems,
    column::{Cells, Filling},
    header::{Conversion, Role},
    sheets::{Refusal, Value},
    values::{Bounds, NumberRule},
};

/// Fills one column from an array. Doubles without conversion and without fault are taken as they are.
pub(crate) fn fill(
    filling: &mut Filling<'_>,
    array: ArrayRef,
    problems: &mut Problems,
) -> Result<(), Refusal> {
    if let Cells::Number(rule, _) = &filling.cells
        && let Some(ready) = as_doubles(rule, &array)
    {
        filling.cells = Cells::Ready(ready);
        return Ok(());
    }
    let plain = plain(&array)?;
    if let (Cells::Id(_), DataType::Int32 | DataType::Int64, 0) =
        (&filling.cells, plain.data_type(), plain.null_count())
    {
        filling.cells =
            Cells::Ready(cast(&plain, &DataType::Utf8).map_err(|error| damaged(&error.to_string()))?);
        return Ok(());
    }
    match plain.data_type() {
        DataType::Utf8 => each(filling, plain.as_string::<i32>().iter(), Value::Text, problems),
        DataType::Boolean => each(filling, plain.as_boolean().iter(), Value::Truth, problems),
        DataType::Float64 => {
            each(filling, plain.as_primitive::<Float64Type>().iter(), Value::Number, problems);
        }
        DataType::Float32 => {
            written(filling, plain.as_primitive::<Float32Type>(), |it| it.to_string(), problems)
        }
        DataType::Int64 => written(filling, plain.as_primitive::<Int64Type>(), |it| it.to_string(), problems),
        DataType::Int32 => each(
            filling,
            plain.as_primitive::<Int32Type>().iter().map(|it| it.map(f64::from)),
            Value::Number,
            problems,
        ),
        DataType::UInt64 => {
            written(filling, plain.as_primitive::<UInt64Type>(), |it| it.to_string(), problems)
        }
        DataType::Decimal128(_, scale) => {
            let scale = i32::from(*scale);
            let text = |it| Exact::scaled(it, -scale).to_string();
            written(filling, plain.as_primitive::<Decimal128Type>(), text, problems);
        }
        DataType::Date32 => {
            each(filling, plain.as_primitive::<Date32Type>().iter(), date_value, problems);
        }
        DataType::Null => {}
        other => problems.push(unfit(filling, other)),
    }
    Ok(())
}

/// Fewer types to deal with: dictionaries unpacked, small integers widened, times cut to days.
fn plain(array: &ArrayRef) -> Result<ArrayRef, Refusal> {
    let wanted = match array.data_type() {
        DataType::Dictionary(_, values) => {
            let unpacked = cast(array, values).map_err(|error| damaged(&error.to_string()))?;
            return plain(&unpacked);
        }
        DataType::LargeUtf8 | DataType::Utf8View => DataType::Utf8,
        DataType::Int8 | DataType::Int16 | DataType::UInt8 | DataType::UInt16 => DataType::Int32,
        DataType::UInt32 => DataType::Int64,
        DataType::Float16 => DataType::Float32,
        DataType::Decimal32(precision, scale) | DataType::Decimal64(precision, scale) => {
            DataType::Decimal128(*precision, *scale)
        }
        DataType::Date64 | DataType::Timestamp(_, None) => DataType::Date32,
        _ => return Ok(Arc::clone(array)),
    };
    cast(array, &wanted).map_err(|error| damaged(&error.to_string()))
}

/// The array itself when it is doubles (or small whole numbers) that need no conversion and break no rule.
fn as_doubles(rule: &NumberRule<'_>, array: &ArrayRef) -> Option<ArrayRef> {
    if rule.conversion != Conversion::None {
        return None;
    }
    let doubles: ArrayRef = match array.data_type() {
        DataType::Float64 => Arc::clone(array),
        DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32 => cast(array, &DataType::Float64).ok()?,
        DataType::Int64 if small(array.as_primitive::<Int64Type>()) => {
            cast(array, &DataType::Float64).ok()?
        }
        _ => return None,
    };
    obeys(&rule.bounds, doubles.as_primitive::<Float64Type>()).then_some(doubles)
}

fn small(array: &PrimitiveArray<Int64Type>) -> bool {
    let limit = 1i64 << 53;
    array.values().iter().all(|value| (-limit..limit).contains(value))
}

/// Whether every value is finite, within the bounds and whole where it must be. Comparing doubles is comparing their
/// shortest decimals, as long as the bound is such a decimal itself.
fn obeys(bounds: &Bounds, array: &Float64Array) -> bool {
    let side = |bound: &Option<crate::values::Bound>, open: f64| match bound {
        None => Some(open),
        Some(bound) => bound.double,
    };
    let (Some(low), Some(high)) = (side(&bounds.minimum, f64::MIN), side(&bounds.maximum, f64::MAX)) else {
        return false;
    };
    let fine = |value: f64| value >= low && value <= high && (!bounds.whole || value.fract() == 0.0);
    match array.nulls() {
        None => array.values().iter().all(|value| fine(*value)),
        Some(nulls) => array.values().iter().zip(nulls.iter()).all(|(value, known)| !known || fine(*value)),
    }
}

fn each<'v, T>(
    filling: &mut Filling<'_>,
    values: impl Iterator<Item = Option<T>>,
    value: impl Fn(T) -> Value<'v>,
    problems: &mut Problems,
) {
    for (index, cell) in values.enumerate() {
        push(filling, index, cell.map(&value), problems);
    }
}

/// Values that a double cannot hold go in as decimal text.
fn written<P: ArrowPrimitiveType>(
    filling: &mut Filling<'_>,
    array: &PrimitiveArray<P>,
    text: impl Fn(P::Native) -> String,
    problems: &mut Problems,
) {
    for (index, cell) in array.iter().enumerate() {
        let text = cell.map(&text);
        push(filling, index, text.as_deref().map(Value::Text), problems);
    }
}

fn push(filling: &mut Filling<'_>, index: usize, value: Option<Value<'_>>, problems: &mut Problems) {
    let row = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
    match value.filter(|value| !value.is_blank()) {
        Some(value) => filling.push(index, row, value, problems),
        None => missing_key(filling, row, problems),
    }
}

/// An empty cell is missing; code and period must be there.
fn missing_key(filling: &mut Filling<'_>, row: u32, problems: &mut Problems) {
    let (code, zh, en) = match filling.column.role {
        Role::Code => (Code::MissingCode, "这一行没有企业代码。", "This row has no enterprise code."),
        Role::Period => (
            Code::MissingPeriod,
            "这一行没有年度，而表中有年度列。",
            "This row has no period although the table has that column.",
        ),
        _ => return,
    };
    let place = &filling.column.place;
    problems.push(
        CellProblem::error(code, Sentence::new(zh, en))
            .at_row(row)
            .in_column(place.index, &place.name)
            .with_hint("在来源中补上", "add it at the source"),
    );
}

fn date_value<'v>(days: i32) -> Value<'v> {
    let moment = date(1970, 1, 1)
        .checked_add(jiff::Span::new().try_days(days).unwrap_or_default())
        .ok()
        .map(|date| date.at(0, 0, 0, 0));
    Value::Date { serial: f64::from(days) + 25_569.0, moment }
}

fn unfit(filling: &Filling<'_>, found: &DataType) -> CellProblem {
    let place = &filling.column.place;
    let code = match filling.cells {
        Cells::Number(..) => Code::TextInNumber,
        Cells::Date(_) => Code::NotADate,
        Cells::Truth(_) => Code::NotATruth,
        _ => Code::DamagedFile,
    };
    CellProblem::error(
        code,
        Sentence::new(
            format!("Parquet 列类型 {found} 不能读作这一数据项。"),
            format!("The Parquet type {found} cannot be read as this item."),
        ),
    )
    .in_column(place.index, &place.name)
    .with_hint("保存为数值、文字、布尔或日期列", "write the column as number, text, boolean or date")
}
