//! 数据裁定: an officer's choices among what sources say.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::decisions::{Column, Entity, Model},
    tally,
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// In this batch.
    pub batch_id: String,
    /// About this enterprise.
    pub enterprise_id: String,
    /// This item.
    pub item: String,
    /// In this period.
    pub period: i32,
    /// The statement that counts.
    pub statement_id: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub decided_at: Timestamp,
}

impl From<Model> for Decision {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            batch_id: row.batch_id,
            enterprise_id: row.enterprise_id,
            item: row.item,
            period: i32::try_from(row.period).unwrap_or_default(),
            statement_id: row.statement_id,
            reason: row.reason,
            decided_by: row.decided_by,
            decided_at: time(row.decided_at),
        }
    }
}

/// Enters a decision.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: Decision) -> Result<Decision> {
    let row = Model {
        id: new.id,
        batch_id: new.batch_id,
        enterprise_id: new.enterprise_id,
        item: new.item,
        period: new.period.into(),
        statement_id: new.statement_id,
        reason: new.reason,
        decided_by: new.decided_by,
        decided_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// How many decisions there are about each enterprise of a batch. They are only ever added.
///
/// # Errors
/// The engine's failure.
pub async fn counted(source: &impl Source, batch_id: &str) -> Result<BTreeMap<String, u64>> {
    let these = Entity::find().filter(Column::BatchId.eq(batch_id));
    tally::counted(source, these, (Column::EnterpriseId, Column::Id)).await
}

/// The decisions in a batch, about one enterprise or all, oldest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_batch(
    source: &impl Source,
    batch_id: &str,
    enterprise_id: Option<&str>,
) -> Result<Vec<Decision>> {
    let mut query = Entity::find().filter(Column::BatchId.eq(batch_id));
    if let Some(id) = enterprise_id {
        query = query.filter(Column::EnterpriseId.eq(id));
    }
    let query =
        query.order_by_asc(Column::EnterpriseId).order_by_asc(Column::DecidedAt).order_by_asc(Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Decision::from).collect())
}
