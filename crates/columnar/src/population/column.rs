//! One column of a table, as the engine reads it.

use std::sync::{Arc, OnceLock};

use arrow::{
    array::{
        Array, ArrayRef, AsArray, BooleanArray, Date32Array, Decimal128Array, Float64Array, StringArray,
    },
    compute::cast,
    datatypes::{DataType, Date32Type, Decimal128Type, Float64Type, Int64Type},
};
use domain::indicators::ItemKind;
use formula::{Exact, Fact};
use jiff::{ToSpan, civil::Date};

/// Whole numbers beyond this have no exact double.
const LARGEST_EXACT: i64 = 1 << 53;

/// A column in one of the shapes the engine knows.
#[derive(Debug, Clone)]
pub(crate) enum Column {
    /// Doubles that mean their shortest decimals, and how many places these have (once asked for).
    Doubles(Float64Array, OnceLock<Option<i32>>),
    /// Decimals of up to 38 digits, for columns some of whose values no double means.
    Decimals(Decimal128Array),
    /// 是 / 否.
    Truths(BooleanArray),
    /// Texts and category codes.
    Texts(StringArray),
    /// Calendar dates.
    Dates(Date32Array),
}

impl Column {
    /// Reads `array` as values of an item of this kind; `None` when its type does not fit.
    pub(crate) fn read(array: &ArrayRef, kind: &ItemKind) -> Option<Self> {
        match kind {
            ItemKind::Number { .. } => Self::numbers(array),
            ItemKind::Truth => Some(Self::Truths(array.as_boolean_opt()?.clone())),
            ItemKind::Text { .. } | ItemKind::CreditCode | ItemKind::Labels => texts(array).map(Self::Texts),
            ItemKind::Date => Some(Self::Dates(array.as_primitive_opt::<Date32Type>()?.clone())),
        }
    }

    fn numbers(array: &ArrayRef) -> Option<Self> {
        match array.data_type() {
            DataType::Float64 => Some(Self::doubles(array)),
            DataType::Decimal128(..) => Some(Self::Decimals(array.as_primitive::<Decimal128Type>().clone())),
            DataType::Int64 | DataType::UInt64 if has_large(array) => {
                let wide = cast(array, &DataType::Decimal128(38, 0)).ok()?;
                Some(Self::Decimals(wide.as_primitive::<Decimal128Type>().clone()))
            }
            kind if kind.is_integer() => {
                let doubles = cast(array, &DataType::Float64).ok()?;
                Some(Self::doubles(&doubles))
            }
            _ => None,
        }
    }

    fn doubles(array: &ArrayRef) -> Self {
        Self::Doubles(array.as_primitive::<Float64Type>().clone(), OnceLock::new())
    }

    /// The first row that holds a number no decimal means (NaN, an infinity).
    pub(crate) fn first_unreadable(&self) -> Option<usize> {
        let Self::Doubles(doubles, _) = self else { return None };
        let sound = |&value: &f64| value.is_finite();
        if doubles.values().iter().all(sound) {
            return None;
        }
        (0..doubles.len()).find(|&row| doubles.is_valid(row) && !sound(&doubles.value(row)))
    }

    /// Whether `row` has a value.
    pub(crate) fn has(&self, row: usize) -> bool {
        match self {
            Self::Doubles(array, _) => array.is_valid(row),
            Self::Decimals(array) => array.is_valid(row),
            Self::Truths(array) => array.is_valid(row),
            Self::Texts(array) => array.is_valid(row),
            Self::Dates(array) => array.is_valid(row),
        }
    }

    /// The value of `row`, exactly.
    pub(crate) fn fact(&self, row: usize) -> Option<Fact> {
        if !self.has(row) {
            return None;
        }
        match self {
            Self::Doubles(array, _) => Exact::from_f64_shortest(array.value(row)).map(Fact::Number),
            Self::Decimals(array) => {
                Some(Fact::Number(Exact::scaled(array.value(row), -i32::from(array.scale()))))
            }
            Self::Truths(array) => Some(Fact::Truth(array.value(row))),
            Self::Texts(array) => Some(Fact::Text(Arc::from(array.value(row)))),
            Self::Dates(array) => day(array.value(row)).map(Fact::Date),
        }
    }
}

/// Texts of any Arrow text type.
pub(crate) fn texts(array: &ArrayRef) -> Option<StringArray> {
    if let Some(texts) = array.as_string_opt::<i32>() {
        return Some(texts.clone());
    }
    let is_text = match array.data_type() {
        DataType::Dictionary(_, values) => values.is_string(),
        kind => kind.is_string(),
    };
    if !is_text {
        return None;
    }
    cast(array, &DataType::Utf8).ok().map(|texts| texts.as_string::<i32>().clone())
}

fn has_large(array: &ArrayRef) -> bool {
    let large = |value: i64| value.checked_abs().is_none_or(|size| size > LARGEST_EXACT);
    match cast(array, &DataType::Int64) {
        Ok(whole) if whole.null_count() == array.null_count() => {
            whole.as_primitive::<Int64Type>().iter().flatten().any(large)
        }
        _ => true,
    }
}

/// The date so many days after 1970-01-01.
fn day(days: i32) -> Option<Date> {
    jiff::civil::date(1970, 1, 1).checked_add(days.days()).ok()
}
