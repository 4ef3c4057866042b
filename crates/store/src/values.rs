//! 数据值: what sources report about enterprises, with where each value came from.
//!
//! A [`Statement`] is what one source says about one enterprise for one period at one time; it holds several values.
//! Statements are only ever added. Of two statements of one source about one item the later one [counts](latest); all
//! of them can be read. A value that was never stated is missing; `Stated::Missing` says that somebody reported that
//! there is none; a stated `0` is a confirmed zero.

mod add;
mod latest;
mod lookup;
mod written;

pub use add::add_all;
pub use latest::{Latest, latest};
pub use lookup::{Which, count, counted, reported_about, reported_in_all, statements};
pub use written::{Cells, Sender, Written, add_written};

use crate::{StoreError, error::Result, moment::time, role::words, tables::reported_values::Model};
use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

words! {
    /// Who reports.
    ValueSource, "value source", {
        /// 税务.
        Tax = "tax",
        /// 人社.
        Hr = "hr",
        /// 知识产权.
        Ip = "ip",
        /// 科技.
        Science = "science",
        /// 工信.
        Industry = "industry",
        /// 市场监管.
        Market = "market",
        /// 火炬统计.
        Torch = "torch",
        /// 企业自报.
        Own = "self",
    }
}

/// The period of items that belong to no period.
pub const NO_PERIOD: i32 = 0;

/// One value as it was stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated {
    /// Exact decimal text in the item's unit, a category code, text, a day, labels joined by `;`, `true` or `false`.
    Known(String),
    /// Said to be missing.
    Missing,
}

impl Stated {
    /// Whether it is a confirmed zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Known(text) if text == "0")
    }

    /// The text, when there is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Known(text) => Some(text),
            Self::Missing => None,
        }
    }
}

/// What goes with one value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remark {
    /// The attachment that proves it.
    pub evidence: Option<String>,
    /// What the reporter says about it.
    pub explanation: Option<String>,
}

/// What one source said about one enterprise for one period at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// The batch it was made for.
    pub batch_id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The year, or [`NO_PERIOD`].
    pub period: i32,
    /// Who reports.
    pub source: ValueSource,
    /// The import it came with; a form otherwise.
    pub import_id: Option<String>,
    /// The row of the import's sheet.
    pub row: Option<u32>,
    /// The values by item.
    pub cells: BTreeMap<String, Stated>,
    /// Evidence and explanations by item.
    pub remarks: BTreeMap<String, Remark>,
    /// The person who entered it.
    pub entered_by: String,
    /// When; [`add_all`] sets it to the time of the change.
    pub entered_at: Timestamp,
}

impl TryFrom<Model> for Statement {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            source: ValueSource::from_word(&row.source)?,
            cells: cells(&row)?,
            remarks: remarks(&row)?,
            period: i32::try_from(row.period).unwrap_or_default(),
            row: row.row_number.and_then(|number| u32::try_from(number).ok()),
            id: row.id,
            batch_id: row.batch_id,
            enterprise_id: row.enterprise_id,
            import_id: row.import_id,
            entered_by: row.entered_by,
            entered_at: time(row.entered_at),
        })
    }
}

fn corrupt(row: &Model) -> StoreError {
    StoreError::Corrupt { what: "reported_values.cells", value: row.id.clone() }
}

fn cells(row: &Model) -> Result<BTreeMap<String, Stated>> {
    let stored: BTreeMap<String, Option<String>> =
        serde_json::from_str(&row.cells).map_err(|_| corrupt(row))?;
    Ok(stored.into_iter().map(|(item, text)| (item, text.map_or(Stated::Missing, Stated::Known))).collect())
}

fn remarks(row: &Model) -> Result<BTreeMap<String, Remark>> {
    let Some(text) = &row.notes else { return Ok(BTreeMap::new()) };
    let stored: Map<String, Json> = serde_json::from_str(text).map_err(|_| corrupt(row))?;
    let text = |of: &Json, name: &str| of.get(name).and_then(Json::as_str).map(str::to_owned);
    let remark = |of: &Json| Remark { evidence: text(of, "evidence"), explanation: text(of, "explanation") };
    Ok(stored.iter().map(|(item, of)| (item.clone(), remark(of))).collect())
}
