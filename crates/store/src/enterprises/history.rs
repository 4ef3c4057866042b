//! What happened to an enterprise in the register.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    tables::enterprise_history::{Column, Entity, Model},
    work::insert_all,
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The verb: `enter`, `edit`, `rename`, `close`, `merge`, `label` …
    pub action: String,
    /// Changed fields with before and after.
    pub detail: serde_json::Value,
    /// The import that did it.
    pub import_id: Option<String>,
    /// Who did it.
    pub changed_by: Option<String>,
    /// When; set by [`note_all`] to the time of the change.
    pub changed_at: Timestamp,
}

/// Writes `events` down, all at the time of `work`.
///
/// # Errors
/// The engine's failure.
pub async fn note_all(work: &Work, events: Vec<Event>) -> Result<()> {
    let now = millis(work.now());
    let rows = events.into_iter().map(|event| {
        let row = Model {
            id: event.id,
            enterprise_id: event.enterprise_id,
            action: event.action,
            detail: event.detail.to_string(),
            import_id: event.import_id,
            changed_by: event.changed_by,
            changed_at: now,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// The last `limit` events of an enterprise, latest first.
///
/// # Errors
/// The engine's failure, or a row that cannot be understood.
pub async fn history_of(source: &impl Source, enterprise_id: &str, limit: u64) -> Result<Vec<Event>> {
    let query = Entity::find().filter(Column::EnterpriseId.eq(enterprise_id));
    let query = query.order_by_desc(Column::ChangedAt).order_by_desc(Column::Id).limit(limit);
    query.all(&source.executor()).await?.into_iter().map(event).collect()
}

fn event(row: Model) -> Result<Event> {
    let detail = serde_json::from_str(&row.detail)
        .map_err(|_| StoreError::Corrupt { what: "enterprise_history.detail", value: row.id.clone() })?;
    Ok(Event {
        id: row.id,
        enterprise_id: row.enterprise_id,
        action: row.action,
        detail,
        import_id: row.import_id,
        changed_by: row.changed_by,
        changed_at: time(row.changed_at),
    })
}
