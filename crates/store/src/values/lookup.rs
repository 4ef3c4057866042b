//! Reading what was stated.

use super::{Statement, ValueSource};
use crate::{
    Source,
    error::Result,
    tables::reported_values::{Column, Entity},
    tally,
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use std::collections::BTreeMap;

/// Which statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Which {
    /// For this batch.
    pub batch_id: Option<String>,
    /// About this enterprise.
    pub enterprise_id: Option<String>,
    /// About one of these enterprises.
    pub among: Option<Vec<String>>,
    /// Of this source.
    pub source: Option<ValueSource>,
    /// For this period.
    pub period: Option<i32>,
}

/// The statements that match, by enterprise, oldest first. The caller has made sure that it may see them: a statement
/// belongs to whom its enterprise or batch belongs to.
///
/// # Errors
/// The engine's failure, or a row that cannot be understood.
pub async fn statements(source: &impl Source, which: &Which) -> Result<Vec<Statement>> {
    let mut query = Entity::find();
    if let Some(batch) = &which.batch_id {
        query = query.filter(Column::BatchId.eq(batch.as_str()));
    }
    if let Some(enterprise) = &which.enterprise_id {
        query = query.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(among) = &which.among {
        query = query.filter(Column::EnterpriseId.is_in(among.iter().map(String::as_str)));
    }
    if let Some(of) = which.source {
        query = query.filter(Column::Source.eq(of.word()));
    }
    if let Some(period) = which.period {
        query = query.filter(Column::Period.eq(i64::from(period)));
    }
    let query = query.order_by_asc(Column::EnterpriseId);
    let query = query.order_by_asc(Column::EnteredAt).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Statement::try_from).collect()
}

/// How many statements there are about each enterprise of a batch. Statements are only ever added: where the count is as
/// before, so are they.
///
/// # Errors
/// The engine's failure.
pub async fn counted(source: &impl Source, batch_id: &str) -> Result<BTreeMap<String, u64>> {
    let these = Entity::find().filter(Column::BatchId.eq(batch_id));
    tally::counted(source, these, (Column::EnterpriseId, Column::Id)).await
}

/// How many statements there are in a batch.
///
/// # Errors
/// The engine's failure.
pub async fn count(source: &impl Source, batch_id: &str) -> Result<u64> {
    Ok(Entity::find().filter(Column::BatchId.eq(batch_id)).count(&source.executor()).await?)
}

/// About how many enterprises each source reports in a batch.
///
/// # Errors
/// The engine's failure.
pub async fn reported_about(source: &impl Source, batch_id: &str) -> Result<BTreeMap<String, u64>> {
    let these = Entity::find().filter(Column::BatchId.eq(batch_id));
    tally::counted_distinct(source, these, (Column::Source, Column::EnterpriseId)).await
}

/// About how many enterprises some department reports in a batch.
///
/// # Errors
/// The engine's failure.
pub async fn reported_in_all(source: &impl Source, batch_id: &str) -> Result<u64> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .expr_as(Expr::col(Column::EnterpriseId).count_distinct(), "enterprises")
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::Source.ne(ValueSource::Own.word()))
        .into_tuple()
        .one(&source.executor())
        .await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
}
