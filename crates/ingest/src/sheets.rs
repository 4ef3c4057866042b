//! The raw layer: what stands in which cell, before anything is known about items.
//!
//! Cells are streamed to a [`Sink`] in reading order and never held: memory does not grow with the size a file
//! declares.

mod csv;
mod encoding;
mod sniff;
mod xlsx;

use std::{ops::ControlFlow, path::Path};

use jiff::civil::DateTime;

use crate::{CellProblem, limits};

pub(crate) use sniff::{FileKind, cannot_read, sniff};

/// One file-level reason not to read on. Boxed, as it is large and rare.
pub type Refusal = Box<CellProblem>;

/// The value of a cell that is not empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A text; every cell of a CSV file is one.
    Text(&'a str),
    /// A number: the double a workbook stores, which means its shortest decimal text.
    Number(f64),
    /// A number shown as a percentage: 0.05 is seen as 5%.
    Percent(f64),
    /// A number shown as a date or time: the day count of the workbook and what it stands for.
    Date {
        /// Days since the epoch of the workbook.
        serial: f64,
        /// The moment, when there is one (1900-02-29 does not exist).
        moment: Option<DateTime>,
    },
    /// TRUE or FALSE.
    Truth(bool),
    /// `#DIV/0!` and its like.
    Error(&'a str),
    /// A formula whose result is not stored.
    NoResult,
}

impl Value<'_> {
    /// Whether a person sees nothing there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Value::Text(text) if text.trim_matches(is_space).is_empty())
    }

    /// The value as a person would write it in a message.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Value::Text(text) | Value::Error(text) => (*text).to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Percent(number) => match formula::Exact::from_f64_shortest(*number) {
                Some(exact) => format!("{}%", exact.shift(2)),
                None => number.to_string(),
            },
            Value::Date { moment: Some(moment), .. } if moment.time() == jiff::civil::Time::midnight() => {
                moment.date().to_string()
            }
            Value::Date { moment: Some(moment), .. } => moment.to_string(),
            Value::Date { serial, .. } => serial.to_string(),
            Value::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Value::NoResult => String::new(),
        }
    }
}

/// Spaces people leave in cells: also full-width, no-break and zero-width ones, and the byte order mark.
pub(crate) fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Takes cells in reading order: rows ascending, columns ascending within a row. Empty cells are left out.
pub trait Sink {
    /// A cell with a value. Rows count from 1, columns from 0.
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>);

    /// The row is complete. `width` is its number of fields where a row has one (CSV). `Break` stops the reading.
    fn row_end(&mut self, row: u32, width: Option<u32>) -> ControlFlow<()>;
}

/// A rectangle of merged cells. Rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
}

/// What is known when a sheet was read to its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetEnd {
    /// Merged cells, at most 10,000.
    pub merged: Vec<Merged>,
}

/// An opened CSV file or workbook.
pub struct Sheets(Inner);

enum Inner {
    Csv(csv::CsvFile),
    Workbook(Box<xlsx::Workbook>),
}

impl Sheets {
    /// Opens a CSV file or an `.xlsx` workbook; looks at the contents, not only at the name.
    ///
    /// # Errors
    /// A [`Refusal`] that says why the file cannot be read: not there, empty, hostile, damaged, wrong kind, wrong
    /// encoding.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        match sniff(path)? {
            FileKind::Csv => Ok(Self(Inner::Csv(csv::CsvFile::open(path)?))),
            FileKind::Xlsx => Ok(Self(Inner::Workbook(Box::new(xlsx::Workbook::open(path)?)))),
            FileKind::Parquet => Err(sniff::not_a_sheet()),
        }
    }

    /// The names of the sheets in order; a CSV file has one without a name.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        match &self.0 {
            Inner::Csv(_) => vec![String::new()],
            Inner::Workbook(workbook) => workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect(),
        }
    }

    /// Whether the sheet is hidden.
    #[must_use]
    pub fn is_hidden(&self, sheet: usize) -> bool {
        match &self.0 {
            Inner::Csv(_) => false,
            Inner::Workbook(workbook) => workbook.sheets().get(sheet).is_some_and(|sheet| sheet.hidden),
        }
    }

    /// Whether this is a workbook, so that sheets and column letters mean something to a person.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        matches!(self.0, Inner::Workbook(_))
    }

    /// Streams the cells of one sheet.
    ///
    /// # Errors
    /// A [`Refusal`]: damaged, hostile or over a limit.
    pub fn scan(&mut self, sheet: usize, sink: &mut dyn Sink) -> Result<SheetEnd, Refusal> {
        match &mut self.0 {
            Inner::Csv(file) => file.scan(sink).map(|()| SheetEnd::default()),
            Inner::Workbook(workbook) => workbook.scan(sheet, sink),
        }
    }
}

/// Stops a scan that has delivered more cells than a table may have.
pub(crate) fn too_many_cells() -> Refusal {
    Box::new(
        CellProblem::error(
            crate::Code::TooLarge,
            formula::Sentence::new(
                format!("有值的单元格超过{}个。", limits::CELLS),
                format!("There are more than {} cells with a value.", limits::CELLS),
            ),
        )
        .with_hint("拆分成几个文件，或改用 Parquet 格式", "split the file, or save it as Parquet"),
    )
}
