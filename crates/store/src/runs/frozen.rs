//! The values that a run was computed from; later years look back at those of the published one.

use crate::{
    Source, StoreError, Work,
    error::Result,
    tables::run_values::{Column, Entity, Model},
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// The values of one enterprise and period that counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenValues {
    /// The enterprise.
    pub enterprise_id: String,
    /// The year; 0 for values of no period.
    pub period: i32,
    /// Known values by item.
    pub cells: BTreeMap<String, String>,
}

impl TryFrom<Model> for FrozenValues {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let cells = serde_json::from_str(&row.cells).map_err(|_| StoreError::Corrupt {
            what: "run_values.cells",
            value: format!("{} {}", row.run_id, row.enterprise_id),
        })?;
        Ok(Self {
            enterprise_id: row.enterprise_id,
            period: i32::try_from(row.period).unwrap_or_default(),
            cells,
        })
    }
}

/// Keeps `values` with the run that was computed from them.
///
/// # Errors
/// The engine's failure.
pub async fn add_frozen(work: &Work, run_id: &str, values: Vec<FrozenValues>) -> Result<()> {
    let rows = values.into_iter().map(|one| {
        let row = Model {
            run_id: run_id.to_owned(),
            enterprise_id: one.enterprise_id,
            period: one.period.into(),
            // Text keys and texts always become JSON.
            cells: serde_json::to_string(&one.cells).unwrap_or_default(),
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// The values that a run was computed from, by enterprise and period.
///
/// # Errors
/// The engine's failure.
pub async fn frozen_of(source: &impl Source, run_id: &str) -> Result<Vec<FrozenValues>> {
    let query = Entity::find().filter(Column::RunId.eq(run_id));
    let query = query.order_by_asc(Column::EnterpriseId).order_by_asc(Column::Period);
    query.all(&source.executor()).await?.into_iter().map(FrozenValues::try_from).collect()
}

/// The values of one enterprise that a run was computed from, by period.
///
/// # Errors
/// The engine's failure.
pub async fn frozen_of_enterprise(
    source: &impl Source,
    run_id: &str,
    enterprise_id: &str,
) -> Result<Vec<FrozenValues>> {
    let query = Entity::find()
        .filter(Column::RunId.eq(run_id))
        .filter(Column::EnterpriseId.eq(enterprise_id))
        .order_by_asc(Column::Period);
    query.all(&source.executor()).await?.into_iter().map(FrozenValues::try_from).collect()
}
