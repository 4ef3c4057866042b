//! One cell of a batch, whatever its Arrow type.

use std::borrow::Cow;

use arrow::{
    array::{Array, ArrayRef, AsArray, RecordBatch},
    compute::cast,
    datatypes::{DataType, Date32Type, Decimal128Type, Field, Float64Type, Int64Type},
};
use formula::{Exact, Language};

use crate::{
    ExportProblem,
    csv_text::guarded,
    fields::Kind,
    number::{decimal_text, double_text},
};

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(&'a str),
    Double(f64),
    Whole(i64),
    /// Mantissa and scale.
    Decimal(i128, i8),
    Truth(bool),
    /// Days since 1970-01-01.
    Date(i32),
}

impl Cell<'_> {
    /// As plain text.
    pub(crate) fn plain(&self, language: Language) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => (*text).to_owned(),
            Cell::Double(number) => double_text(*number),
            Cell::Whole(number) => number.to_string(),
            Cell::Decimal(mantissa, scale) => decimal_text(*mantissa, *scale),
            Cell::Truth(truth) => truth_word(*truth, language).to_owned(),
            Cell::Date(days) => date_text(*days),
        }
    }

    /// The exact number, when it is one.
    pub(crate) fn exact(&self) -> Option<Exact> {
        match self {
            Cell::Double(number) => Exact::from_f64_shortest(*number),
            Cell::Whole(number) => Some(Exact::from(*number)),
            Cell::Decimal(mantissa, scale) => Some(Exact::scaled(*mantissa, -i32::from(*scale))),
            _ => None,
        }
    }
}

pub(crate) fn truth_word(truth: bool, language: Language) -> &'static str {
    match (truth, language) {
        (true, Language::Chinese) => "是",
        (false, Language::Chinese) => "否",
        (true, Language::English) => "yes",
        (false, Language::English) => "no",
    }
}

/// `2020-01-05`; nothing beyond the calendar.
pub(crate) fn date_text(days: i32) -> String {
    Date32Type::to_naive_date_opt(days).map_or_else(String::new, |date| date.to_string())
}

/// A column reduced to few types.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) unit: Option<String>,
    array: ArrayRef,
}

impl Column {
    /// All columns of a batch.
    pub(crate) fn all(batch: &RecordBatch) -> Result<Vec<Self>, ExportProblem> {
        let schema = batch.schema();
        let pairs = schema.fields().iter().zip(batch.columns());
        pairs.map(|(field, array)| Self::new(field, array)).collect()
    }

    fn new(field: &Field, array: &ArrayRef) -> Result<Self, ExportProblem> {
        let wanted = match array.data_type() {
            DataType::Float32 | DataType::Float64 => DataType::Float64,
            DataType::Boolean => DataType::Boolean,
            DataType::Date32 => DataType::Date32,
            DataType::Decimal32(_, scale)
            | DataType::Decimal64(_, scale)
            | DataType::Decimal128(_, scale) => DataType::Decimal128(38, *scale),
            kind if kind.is_integer() => DataType::Int64,
            _ => DataType::Utf8,
        };
        let unit = crate::fields::unit(field).map(str::to_owned);
        Ok(Self { name: field.name().clone(), kind: Kind::of(field), unit, array: cast(array, &wanted)? })
    }

    pub(crate) fn rows(&self) -> usize {
        self.array.len()
    }

    /// The cell of one row as text of a CSV file: numbers exact and untouched, texts guarded.
    pub(crate) fn csv(&self, row: usize, language: Language) -> Cow<'_, str> {
        match self.cell(row) {
            Cell::Text(text) => guarded(text),
            Cell::Empty => Cow::Borrowed(""),
            other => Cow::Owned(other.plain(language)),
        }
    }

    /// The cell of one row.
    pub(crate) fn cell(&self, row: usize) -> Cell<'_> {
        if self.array.is_null(row) {
            return Cell::Empty;
        }
        match self.array.data_type() {
            DataType::Float64 => Cell::Double(self.array.as_primitive::<Float64Type>().value(row)),
            DataType::Boolean => Cell::Truth(self.array.as_boolean().value(row)),
            DataType::Date32 => Cell::Date(self.array.as_primitive::<Date32Type>().value(row)),
            DataType::Decimal128(_, scale) => {
                Cell::Decimal(self.array.as_primitive::<Decimal128Type>().value(row), *scale)
            }
            DataType::Int64 => Cell::Whole(self.array.as_primitive::<Int64Type>().value(row)),
            _ => Cell::Text(self.array.as_string::<i32>().value(row)),
        }
    }
}
