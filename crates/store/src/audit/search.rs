//! Reading the log.

use super::Row;
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source,
    error::Result,
    moment::millis,
    page::{beginning, holding, paged},
    tables::audit::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

/// Which rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this person.
    pub actor_id: Option<String>,
    /// Of somebody whose name holds this.
    pub actor: Option<String>,
    /// From an address that begins so.
    pub address: Option<String>,
    /// Of this request.
    pub request_id: Option<String>,
    /// For a purpose that holds this.
    pub purpose: Option<String>,
    /// Of this verb.
    pub action: Option<String>,
    /// Of this noun.
    pub resource: Option<String>,
    /// Of this thing.
    pub resource_id: Option<String>,
    /// Ended like this.
    pub outcome: Option<super::Outcome>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// What the log can be sorted by: its own order only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By sequence number, which is also by time.
    #[default]
    Sequence,
}

/// The rows within `scope` that match.
///
/// # Errors
/// The engine's failure, or a row that cannot be understood.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Row>> {
    let select = narrowed(filter).filter(scope.on(Column::Path, Column::ActorId));
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.seq), id: row.hash.clone() };
    // Sequence numbers are unique, so the tie-break is never reached.
    paged(source, select, (Column::Seq, Column::Hash), page, mark).await?.try_map(Row::try_from)
}

fn narrowed(filter: &Filter) -> Select<Entity> {
    let mut select = Entity::find();
    let equal = [
        (Column::ActorId, filter.actor_id.as_deref()),
        (Column::Action, filter.action.as_deref()),
        (Column::Resource, filter.resource.as_deref()),
        (Column::ResourceId, filter.resource_id.as_deref()),
        (Column::RequestId, filter.request_id.as_deref()),
        (Column::Outcome, filter.outcome.map(super::Outcome::word)),
    ];
    for (column, value) in equal {
        if let Some(value) = value {
            select = select.filter(column.eq(value));
        }
    }
    let parts = [
        (Column::ActorName, filter.actor.as_deref().map(holding)),
        (Column::Address, filter.address.as_deref().map(beginning)),
        (Column::Purpose, filter.purpose.as_deref().map(holding)),
    ];
    for (column, pattern) in parts {
        if let Some(pattern) = pattern {
            select = select.filter(column.like(pattern));
        }
    }
    if let Some(from) = filter.from {
        select = select.filter(Column::At.gte(millis(from)));
    }
    if let Some(until) = filter.until {
        select = select.filter(Column::At.lt(millis(until)));
    }
    select
}
