//! The one call that most callers need.

use std::{collections::BTreeMap, path::Path};

use arrow::array::RecordBatch;
use domain::indicators::Dictionary;
use formula::{Sentence, Severity, Unit};

use crate::{
    CellProblem, Code, ColumnPlace, Problems, SHOWN, grid, parquet_file,
    reading::Reading,
    sheets::{FileKind, Refusal, sniff},
};

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The period of the rows where the file has no such column; where it has one, some row must be of this period.
    pub period: Option<i32>,
    /// The sheet of a workbook; otherwise the first visible one with enterprise codes.
    pub sheet: Option<String>,
    /// A column that identifies enterprises instead of the credit code. Its values are texts and are not judged.
    pub id_column: Option<String>,
    /// Rows may name the enterprise by its name instead of its code: neither a missing code nor a missing column of codes
    /// is a problem then. Authorities' lists often have names only.
    pub by_name: bool,
    /// A column that holds the year, when it is not called 年度, 年份, `period` or `year`.
    pub period_column: Option<String>,
    /// What headings mean that the dictionary does not know, or means otherwise: an item's code, `credit_code`,
    /// `period`, or nothing to leave the column out.
    pub headings: BTreeMap<String, String>,
    /// How many problems are kept with their details.
    pub kept: usize,
    /// How bad a column is that the dictionary does not know.
    pub unknown_columns: Severity,
    /// Threads for reading Parquet columns.
    pub threads: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            period: None,
            sheet: None,
            id_column: None,
            by_name: false,
            period_column: None,
            headings: BTreeMap::new(),
            kept: SHOWN,
            unknown_columns: Severity::Warning,
            threads: 2,
        }
    }
}

/// Which row of the file each row of the table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The row of the file for each row of the table.
    Rows(Vec<u32>),
    /// The first record is row 1, and so on.
    Counted,
}

impl Default for Origin {
    fn default() -> Self {
        Self::Rows(Vec::new())
    }
}

impl Origin {
    /// The row a person sees, for row `index` (from 0) of the table.
    #[must_use]
    pub fn row(&self, index: u32) -> u32 {
        match self {
            Self::Rows(rows) => rows.get(index as usize).copied().unwrap_or(index + 1),
            Self::Counted => index + 1,
        }
    }
}

/// Where a column of the table came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSource {
    /// The column of the batch.
    pub name: String,
    /// The column of the file.
    pub place: ColumnPlace,
    /// The unit in its header.
    pub header_unit: Option<&'static Unit>,
}

/// A table that was read without an error.
///
/// `batch` has one row per enterprise and period: `credit_code` (`Utf8`), `period` (`Int32`, where there is one), then
/// a column per item by its code, in the file's order. Numbers are in the item's own unit as `Float64`, where a double
/// means its shortest decimal text, or `Decimal128(38, s)` when some value needs more digits; truths are `Boolean`,
/// texts and category codes `Utf8`, dates `Date32`, labels one `Utf8` column `labels` joined with `;`. Null is missing.
#[derive(Debug, Clone)]
pub struct Table {
    /// The rows.
    pub batch: RecordBatch,
    /// Which row of the file each row is.
    pub origin: Origin,
    /// Where each column of the batch came from.
    pub columns: Vec<ColumnSource>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// What is doubtful but not wrong.
    pub warnings: Problems,
}

/// Reads a table of enterprises from a `.csv`, `.xlsx` or `.parquet` file.
///
/// # Errors
/// All [`Problems`] at once, warnings included, when at least one of them is an error.
pub fn read_table(path: &Path, dictionary: &Dictionary, options: &ReadOptions) -> Result<Table, Problems> {
    let reading = read(path, dictionary, options)?;
    if reading.problems.errors() > 0 {
        return Err(reading.problems);
    }
    let batch = reading.batch().map_err(|error| located(path, internal(&error)))?;
    let columns = reading
        .columns
        .iter()
        .map(|column| ColumnSource {
            name: column.name.clone(),
            place: column.place.clone(),
            header_unit: column.unit,
        })
        .collect();
    Ok(Table { batch, origin: reading.origin, columns, sheet: reading.sheet, warnings: reading.problems })
}

/// Reads as far as possible; only a file that cannot be read at all is an error.
pub(crate) fn read<'d>(
    path: &Path,
    dictionary: &'d Dictionary,
    options: &ReadOptions,
) -> Result<Reading<'d>, Problems> {
    let kind = sniff(path).map_err(|refusal| located(path, refusal))?;
    let reading = match kind {
        FileKind::Csv | FileKind::Xlsx => grid::read(path, dictionary, options),
        FileKind::Parquet => parquet_file::read(path, dictionary, options),
    };
    let mut reading = reading.map_err(|refusal| located(path, refusal))?;
    reading.problems = reading.problems.located(&file_name(path), reading.sheet.as_deref());
    Ok(reading)
}

fn located(path: &Path, refusal: Refusal) -> Problems {
    Problems::of(*refusal).located(&file_name(path), None)
}

/// The name people know the file by; folders are nobody's business in a shared report.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn internal(error: &arrow::error::ArrowError) -> Refusal {
    Box::new(CellProblem::error(
        Code::DamagedFile,
        Sentence::new(
            format!("表不能组成（{error}）。"),
            format!("The table cannot be put together ({error})."),
        ),
    ))
}
