//! The values that counted, as the file a run is computed from.

use std::path::Path;

use domain::indicators::Dictionary;
use export::FactRow;
use formula::Fact;

use crate::RunProblem;

/// One enterprise in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct SnapshotRow {
    /// The year.
    pub period: i32,
    /// One per column: numbers in the item's own unit, `None` when missing.
    pub facts: Vec<Option<Fact>>,
}

/// Writes `rows` to `path` (Parquet). The same rows give the same bytes.
///
/// # Errors
/// That the file cannot be written, or a number that no table can hold.
pub fn write_snapshot(
    path: &Path,
    dictionary: &Dictionary,
    columns: &[String],
    rows: &[SnapshotRow],
) -> Result<(), RunProblem> {
    let rows = rows.iter().map(|row| FactRow { period: Some(row.period), facts: &row.facts });
    export::write_facts(path, dictionary, columns, rows).map_err(|problem| RunProblem::Export {
        target: path.to_owned(),
        beside: path.to_owned(),
        problem: Box::new(problem),
    })
}
