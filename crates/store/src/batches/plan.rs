//! What a batch asks for: its items, and which source of an item counts.

use crate::{
    Source, Work,
    error::Result,
    tables::{
        batch_items::{Column as ItemColumn, Entity as Items, Model as ItemRow},
        batch_sources::{Column as SourceColumn, Entity as Sources, Model as SourceRow},
    },
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// An item that a batch asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchItem {
    /// Its code in the dictionary.
    pub item: String,
    /// Whether an enterprise may not submit without it.
    pub required: bool,
    /// How far two sources may differ, as a share in decimal text.
    pub tolerance: Option<String>,
}

/// A source of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchSource {
    /// The item's code.
    pub item: String,
    /// The source's word.
    pub source: String,
    /// The smallest counts first.
    pub priority: i64,
}

/// The items of a batch by code.
///
/// # Errors
/// The engine's failure.
pub async fn items_of(source: &impl Source, batch_id: &str) -> Result<Vec<BatchItem>> {
    let query = Items::find().filter(ItemColumn::BatchId.eq(batch_id)).order_by_asc(ItemColumn::Item);
    let rows = query.all(&source.executor()).await?;
    let item =
        |row: ItemRow| BatchItem { item: row.item, required: row.required == 1, tolerance: row.tolerance };
    Ok(rows.into_iter().map(item).collect())
}

/// Puts `items` in the place of those the batch had.
///
/// # Errors
/// The engine's failure.
pub async fn replace_items(work: &Work, batch_id: &str, items: Vec<BatchItem>) -> Result<()> {
    Items::delete_many().filter(ItemColumn::BatchId.eq(batch_id)).exec(&work.executor()).await?;
    let rows = items.into_iter().map(|one| {
        let required = one.required.into();
        let batch_id = batch_id.to_owned();
        ItemRow { batch_id, item: one.item, required, tolerance: one.tolerance }.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// The sources of a batch, by item and priority.
///
/// # Errors
/// The engine's failure.
pub async fn sources_of(source: &impl Source, batch_id: &str) -> Result<Vec<BatchSource>> {
    let query = Sources::find().filter(SourceColumn::BatchId.eq(batch_id));
    let query = query.order_by_asc(SourceColumn::Item).order_by_asc(SourceColumn::Priority);
    let rows = query.order_by_asc(SourceColumn::Source).all(&source.executor()).await?;
    let one = |row: SourceRow| BatchSource { item: row.item, source: row.source, priority: row.priority };
    Ok(rows.into_iter().map(one).collect())
}

/// Puts `sources` in the place of those the batch had.
///
/// # Errors
/// The engine's failure.
pub async fn replace_sources(work: &Work, batch_id: &str, sources: Vec<BatchSource>) -> Result<()> {
    Sources::delete_many().filter(SourceColumn::BatchId.eq(batch_id)).exec(&work.executor()).await?;
    let rows = sources.into_iter().map(|one| {
        let batch_id = batch_id.to_owned();
        SourceRow { batch_id, item: one.item, source: one.source, priority: one.priority }.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}
