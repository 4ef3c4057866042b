//! What the headings of a source's workbooks mean, remembered for the next one.

use crate::{
    Source, Work,
    error::Result,
    tables::header_maps::{Column, Entity, Model},
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::OnConflict};
use std::collections::BTreeMap;

/// Headings and the items they mean; an empty item leaves the column out.
pub type Headings = BTreeMap<String, String>;

/// The headings remembered for a source of a zone.
///
/// # Errors
/// The engine's failure.
pub async fn headings_of(source: &impl Source, zone_id: &str, of: &str) -> Result<Headings> {
    let query = Entity::find().filter(Column::ZoneId.eq(zone_id)).filter(Column::Source.eq(of));
    let rows = query.all(&source.executor()).await?;
    Ok(rows.into_iter().map(|row| (row.heading, row.item)).collect())
}

/// Remembers `headings`, in the place of what the same headings meant before.
///
/// # Errors
/// The engine's failure.
pub async fn remember(work: &Work, zone_id: &str, of: &str, headings: Headings) -> Result<()> {
    let rows = headings.into_iter().map(|(heading, item)| {
        let row = Model { zone_id: zone_id.to_owned(), source: of.to_owned(), heading, item };
        row.into_active_model()
    });
    let replace = OnConflict::columns([Column::ZoneId, Column::Source, Column::Heading])
        .update_column(Column::Item)
        .to_owned();
    insert_all(work, rows.collect(), Some(replace)).await
}
