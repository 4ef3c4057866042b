//! Stating values.

use super::{Remark, Stated, Statement};
use crate::{Work, error::Result, moment::millis, tables::reported_values::Model, work::insert_all};
use sea_orm::IntoActiveModel;
use serde_json::json;
use std::collections::BTreeMap;

/// Adds `statements`, all at the time of `work`.
///
/// # Errors
/// The engine's failure.
pub async fn add_all(work: &Work, statements: impl IntoIterator<Item = Statement>) -> Result<()> {
    let now = millis(work.now());
    let rows = statements.into_iter().map(|one| model(one, now).into_active_model());
    insert_all(work, rows.collect(), None).await
}

fn model(one: Statement, now: i64) -> Model {
    Model {
        id: one.id,
        batch_id: one.batch_id,
        enterprise_id: one.enterprise_id,
        period: one.period.into(),
        source: one.source.word().to_owned(),
        import_id: one.import_id,
        row_number: one.row.map(i64::from),
        cells: cells(&one.cells),
        notes: notes(&one.remarks),
        entered_by: one.entered_by,
        entered_at: now,
    }
}

fn cells(cells: &BTreeMap<String, Stated>) -> String {
    let plain: BTreeMap<&str, Option<&str>> =
        cells.iter().map(|(item, stated)| (item.as_str(), stated.text())).collect();
    // Text keys and texts always become JSON.
    serde_json::to_string(&plain).unwrap_or_default()
}

fn notes(remarks: &BTreeMap<String, Remark>) -> Option<String> {
    let plain: serde_json::Map<String, serde_json::Value> = remarks
        .iter()
        .map(|(item, of)| (item.clone(), json!({"evidence": of.evidence, "explanation": of.explanation})))
        .collect();
    (!plain.is_empty()).then(|| serde_json::Value::Object(plain).to_string())
}
