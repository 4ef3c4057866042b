//! Many statements at once: their values are encoded as they come, so that 600,000 of them need little memory.

use super::ValueSource;
use crate::{Work, error::Result, moment::millis, tables::reported_values::Model, work::insert_all};
use sea_orm::IntoActiveModel;

/// The values of one statement, encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells(String);

impl Cells {
    /// Encodes values by item, in any order; `None` says that there is none. An item stands once.
    #[must_use]
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> Self {
        let mut text = String::from("{");
        for (item, value) in values {
            if text.len() > 1 {
                text.push(',');
            }
            push_json(&mut text, item);
            text.push(':');
            match value {
                Some(value) => push_json(&mut text, value),
                None => text.push_str("null"),
            }
        }
        text.push('}');
        Self(text)
    }
}

/// `value` as a JSON string; almost all values need no escapes.
fn push_json(text: &mut String, value: &str) {
    if value.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        text.push_str(&serde_json::Value::from(value).to_string());
    } else {
        text.push('"');
        text.push_str(value);
        text.push('"');
    }
}

/// A statement of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The year, or [`super::NO_PERIOD`].
    pub period: i32,
    /// The row of the sheet.
    pub row: u32,
    /// The values.
    pub cells: Cells,
}

/// What all statements of one import share.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// The batch.
    pub batch_id: &'a str,
    /// Who reports.
    pub source: ValueSource,
    /// The import.
    pub import_id: &'a str,
    /// Who sent it.
    pub by: &'a str,
}

/// Adds the statements of an import, all at the time of `work`.
///
/// # Errors
/// The engine's failure.
pub async fn add_written(work: &Work, sender: Sender<'_>, written: Vec<Written>) -> Result<()> {
    let now = millis(work.now());
    let rows = written.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            batch_id: sender.batch_id.to_owned(),
            enterprise_id: one.enterprise_id,
            period: one.period.into(),
            source: sender.source.word().to_owned(),
            import_id: Some(sender.import_id.to_owned()),
            row_number: Some(one.row.into()),
            cells: one.cells.0,
            notes: None,
            entered_by: sender.by.to_owned(),
            entered_at: now,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}
