//! A table for people who take the good rows: every cell as text, every row with its place, bad rows known by number.

use std::{borrow::Cow, path::Path};

use arrow::array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int32Array, StringArray,
};
use domain::indicators::Dictionary;
use formula::{Severity, Unit};

use crate::{CellProblem, Code, ColumnPlace, Origin, Problems, ReadOptions, table::read};

/// A column that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadColumn {
    /// `credit_code`, `period`, `labels`, or an item's code.
    pub name: String,
    /// The column of the file.
    pub place: ColumnPlace,
    /// The unit in its header.
    pub unit: Option<&'static Unit>,
}

/// A table read as far as it can be.
#[derive(Debug)]
pub struct Rows {
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The columns that were read.
    pub columns: Vec<ReadColumn>,
    /// The columns that were left out, with the nearest known name.
    pub skipped: Vec<(ColumnPlace, Option<String>)>,
    /// Everything that is wrong or doubtful.
    pub problems: Problems,
    arrays: Vec<ArrayRef>,
    origin: Origin,
    rows: usize,
}

impl Rows {
    /// How many rows there are, good and bad.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The row of the file.
    #[must_use]
    pub fn row(&self, index: usize) -> u32 {
        self.origin.row(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// A cell as canonical text: the shortest plain decimal, `true`, a day, a category's code, labels joined with `;`.
    /// `None` where it is empty or bad.
    #[must_use]
    pub fn text(&self, column: usize, index: usize) -> Option<Cow<'_, str>> {
        let array = self.arrays.get(column)?;
        if array.is_null(index) {
            return None;
        }
        let any = array.as_any();
        if let Some(texts) = any.downcast_ref::<StringArray>() {
            return Some(Cow::Borrowed(texts.value(index)));
        }
        let text = if let Some(numbers) = any.downcast_ref::<Float64Array>() {
            // Adding zero makes the negative zero plain; a double's own text is its shortest, without an exponent.
            (numbers.value(index) + 0.0).to_string()
        } else if let Some(numbers) = any.downcast_ref::<Decimal128Array>() {
            plain(&numbers.value_as_string(index)).to_owned()
        } else if let Some(truths) = any.downcast_ref::<BooleanArray>() {
            truths.value(index).to_string()
        } else if let Some(years) = any.downcast_ref::<Int32Array>() {
            years.value(index).to_string()
        } else {
            let since = any.downcast_ref::<Date32Array>()?.value(index);
            let first = jiff::civil::date(1970, 1, 1);
            first.checked_add(jiff::Span::new().try_days(since).ok()?).ok()?.to_string()
        };
        Some(Cow::Owned(text))
    }
}

/// Without zeros behind the decimal point.
fn plain(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// Whether no row can be trusted before this is mended: it is about the whole file, or about what stands where.
fn is_fatal(problem: &CellProblem) -> bool {
    let misplaced =
        matches!(problem.code, Code::NoCodeColumn | Code::UnnamedColumn | Code::MergedCells | Code::TooLarge);
    problem.severity == Severity::Error && (problem.row.is_none() || misplaced)
}

/// Reads a table as far as it can be read.
///
/// # Errors
/// Why the file cannot be read at all, or what is wrong with its header so that no row can.
pub fn read_rows(path: &Path, dictionary: &Dictionary, options: &ReadOptions) -> Result<Rows, Problems> {
    let reading = read(path, dictionary, options)?;
    if reading.problems.shown().iter().any(is_fatal) {
        return Err(reading.problems);
    }
    let mut columns = Vec::with_capacity(reading.columns.len());
    let mut arrays = Vec::with_capacity(reading.columns.len());
    for done in reading.columns {
        columns.push(ReadColumn { name: done.name, place: done.place, unit: done.unit });
        arrays.push(done.array);
    }
    Ok(Rows {
        sheet: reading.sheet,
        columns,
        skipped: reading.skipped.into_iter().map(|skipped| (skipped.place, skipped.suggestion)).collect(),
        problems: reading.problems,
        arrays,
        origin: reading.origin,
        rows: reading.rows,
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn decimals_are_plain() {
        for (text, expected) in [("12.500", "12.5"), ("0.000", "0"), ("100", "100"), ("-7.10", "-7.1")] {
            assert_eq!(plain(text), expected);
        }
        assert_eq!((-0.0_f64 + 0.0).to_string(), "0");
        assert_eq!(1e21_f64.to_string(), "1000000000000000000000");
    }
}
