//! Whether and where anything changed in a set of rows, without reading them.

use crate::{Source, error::Result};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QuerySelect, Select,
    sea_query::{Expr, Func},
};
use std::collections::BTreeMap;

/// How many rows there are, the sum of their versions, and the latest id. Versions only grow and ids are made in the order
/// of time: where all three are as before, no row was added, taken away or changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    rows: i64,
    versions: i64,
    latest: Option<String>,
}

/// The tally of the rows of `select`.
pub(crate) async fn tally<E: EntityTrait>(
    source: &impl Source,
    select: Select<E>,
    (id, version): (E::Column, E::Column),
) -> Result<Tally> {
    // PostgreSQL sums into a decimal of its own.
    let versions = Expr::expr(Func::coalesce([version.sum(), Expr::val(0)])).cast_as("BIGINT");
    let row: Option<(i64, i64, Option<String>)> = select
        .select_only()
        .expr(id.count())
        .expr(versions)
        .expr(id.max())
        .into_tuple()
        .one(&source.executor())
        .await?;
    let (rows, versions, latest) = row.unwrap_or_default();
    Ok(Tally { rows, versions, latest })
}

/// How many rows of `select` there are of each `key`.
pub(crate) async fn counted<E: EntityTrait>(
    source: &impl Source,
    select: Select<E>,
    (key, id): (E::Column, E::Column),
) -> Result<BTreeMap<String, u64>> {
    grouped(source, select, key, id.count()).await
}

/// How many different values of `what` the rows of `select` have of each `key`.
pub(crate) async fn counted_distinct<E: EntityTrait>(
    source: &impl Source,
    select: Select<E>,
    (key, what): (E::Column, E::Column),
) -> Result<BTreeMap<String, u64>> {
    grouped(source, select, key, Expr::col(what).count_distinct()).await
}

async fn grouped<E: EntityTrait>(
    source: &impl Source,
    select: Select<E>,
    key: E::Column,
    count: Expr,
) -> Result<BTreeMap<String, u64>> {
    let select = select.select_only().column(key).expr_as(count, "counted").group_by(key);
    let rows: Vec<(String, i64)> = select.into_tuple().all(&source.executor()).await?;
    Ok(rows.into_iter().map(|(key, count)| (key, u64::try_from(count).unwrap_or(0))).collect())
}

/// The version of each row of `select`, by a key that no other row has.
pub(crate) async fn versions<E: EntityTrait>(
    source: &impl Source,
    select: Select<E>,
    (key, version): (E::Column, E::Column),
) -> Result<BTreeMap<String, i64>> {
    let rows: Vec<(String, i64)> =
        select.select_only().columns([key, version]).into_tuple().all(&source.executor()).await?;
    Ok(rows.into_iter().collect())
}
