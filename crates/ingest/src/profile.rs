//! What is in a file: columns recognised, units, missing values, outliers, bad codes. Works on files with problems.

mod shown;
mod spread;

use std::{collections::BTreeMap, path::Path};

use arrow::{
    array::{Array, AsArray},
    datatypes::{DataType, Decimal128Type, Float64Type, Int32Type},
};
use domain::{Name, indicators::Dictionary};
use formula::{Exact, Unit};

use crate::{
    ColumnPlace, Origin, Problems, ReadOptions,
    header::Conversion,
    reading::{Done, Reading, kind_name},
    table::read,
};

/// What is in a file.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// Rows with data.
    pub rows: usize,
    /// Different enterprises among them.
    pub enterprises: usize,
    /// Rows of each period.
    pub periods: BTreeMap<i32, u64>,
    /// Rows whose enterprise and period stood in an earlier row.
    pub duplicates: u32,
    /// Columns that were recognised, keys first, then in the file's order.
    pub columns: Vec<ColumnProfile>,
    /// Columns that were not.
    pub skipped: Vec<SkippedColumn>,
    /// Everything that is wrong or doubtful.
    pub problems: Problems,
}

/// A recognised column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProfile {
    /// Where it stands.
    pub place: ColumnPlace,
    /// The item's code, or `credit_code`, `period`.
    pub code: String,
    /// The item's name.
    pub name: Option<Name>,
    /// `number`, `truth`, `text`, `category`, `date`, `labels`, `code` or `period`.
    pub kind: &'static str,
    /// The unit in the header.
    pub header_unit: Option<&'static Unit>,
    /// The item's own unit, in which all numbers here are.
    pub unit: Option<&'static Unit>,
    /// Whether values were converted from the header's unit to the item's own.
    pub converted: bool,
    /// Cells with a good value.
    pub known: usize,
    /// Empty cells.
    pub missing: usize,
    /// Cells whose value was refused.
    pub bad: usize,
    /// The numbers, when there are any.
    pub numbers: Option<NumberProfile>,
    /// The most frequent values of truths, categories and labels, with their counts; at most ten.
    pub frequent: Vec<(String, u64)>,
}

/// How the numbers of a column lie. All in the item's own unit, all exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberProfile {
    /// Zeros: confirmed, not missing.
    pub zeros: usize,
    /// The least value.
    pub minimum: Exact,
    /// The middle value; the mean of the two middle ones of an even count.
    pub median: Exact,
    /// The greatest value.
    pub maximum: Exact,
    /// Median − 5·MAD and median + 5·MAD, where MAD, the median distance from the median, is not zero.
    pub fences: Option<(Exact, Exact)>,
    /// Values outside the fences.
    pub outliers: usize,
    /// The first of them: row in the file and value; at most five.
    pub first_outliers: Vec<(u32, Exact)>,
}

/// A column that was not recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedColumn {
    /// Where it stands.
    pub place: ColumnPlace,
    /// The nearest name of the data dictionary.
    pub suggestion: Option<String>,
    /// Cells with a value.
    pub filled: u64,
}

/// Says what is in a file.
///
/// # Errors
/// [`Problems`] only when the file cannot be read at all; bad cells are part of the profile.
pub fn profile(path: &Path, dictionary: &Dictionary, options: &ReadOptions) -> Result<Profile, Problems> {
    let reading = read(path, dictionary, options)?;
    let columns = reading.columns.iter().map(|column| of_column(column, &reading)).collect();
    let skipped = reading
        .skipped
        .iter()
        .map(|it| SkippedColumn {
            place: it.place.clone(),
            suggestion: it.suggestion.clone(),
            filled: it.filled,
        })
        .collect();
    Ok(Profile {
        sheet: reading.sheet.clone(),
        rows: reading.rows,
        enterprises: enterprises(&reading),
        periods: periods(&reading),
        duplicates: reading.duplicates,
        columns,
        skipped,
        problems: reading.problems,
    })
}

fn enterprises(reading: &Reading<'_>) -> usize {
    let Some(codes) = reading.column("credit_code").and_then(|column| column.array.as_string_opt::<i32>())
    else {
        return 0;
    };
    codes.iter().flatten().collect::<std::collections::HashSet<_>>().len()
}

fn periods(reading: &Reading<'_>) -> BTreeMap<i32, u64> {
    let mut counts = BTreeMap::new();
    let periods = reading.column("period").and_then(|column| column.array.as_primitive_opt::<Int32Type>());
    for period in periods.into_iter().flat_map(|periods| periods.iter().flatten()) {
        *counts.entry(period).or_default() += 1;
    }
    counts
}

fn of_column(column: &Done<'_>, reading: &Reading<'_>) -> ColumnProfile {
    let nulls = column.array.null_count();
    let bad = (column.bad as usize).min(nulls);
    let kind = match (column.item, column.name.as_str()) {
        (Some(item), _) => kind_name(&item.kind),
        (None, "period") => "period",
        (None, _) => "code",
    };
    ColumnProfile {
        place: column.place.clone(),
        code: column.name.clone(),
        name: column.item.map(|item| item.name.clone()),
        kind,
        header_unit: column.unit,
        unit: column.item.and_then(domain::indicators::Item::unit),
        converted: column.conversion != Conversion::None,
        known: column.array.len() - nulls,
        missing: nulls - bad,
        bad,
        numbers: if kind == "number" { numbers(column, &reading.origin) } else { None },
        frequent: frequent(column, kind),
    }
}

fn numbers(column: &Done<'_>, origin: &Origin) -> Option<NumberProfile> {
    match column.array.data_type() {
        DataType::Float64 => {
            let values = (0u32..).zip(column.array.as_primitive::<Float64Type>().iter());
            let values = values.filter_map(|(row, value)| Some((origin.row(row), value?)));
            spread::of(values.collect(), |value| Exact::from_f64_shortest(value).unwrap_or_default())
        }
        DataType::Decimal128(_, scale) => {
            let scale = i32::from(*scale);
            let values = (0u32..).zip(column.array.as_primitive::<Decimal128Type>().iter());
            let values = values.filter_map(|(row, value)| Some((origin.row(row), value?)));
            spread::of(values.collect(), |value| Exact::scaled(value, -scale))
        }
        _ => None,
    }
}

fn frequent(column: &Done<'_>, kind: &str) -> Vec<(String, u64)> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    match kind {
        "truth" => {
            for truth in column.array.as_boolean().iter().flatten() {
                *counts.entry(truth.to_string()).or_default() += 1;
            }
        }
        "category" | "labels" => {
            for text in column.array.as_string::<i32>().iter().flatten() {
                for part in text.split(';').filter(|part| !part.is_empty()) {
                    *counts.entry(part.to_owned()).or_default() += 1;
                }
            }
        }
        _ => {}
    }
    let mut counts: Vec<(String, u64)> = counts.into_iter().collect();
    counts.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    counts.truncate(10);
    counts
}
