//! Whether anything changed in a set of rows, without reading them.

use crate::{Source, error::Result};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, Select,
    sea_query::{Expr, Func},
};

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
    use sea_orm::QuerySelect;
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
