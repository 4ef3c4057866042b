//! Settings kept in the database.

use crate::{
    Source, Work,
    error::Result,
    tables::settings::{Column, Entity, Model},
};
use sea_orm::{
    EntityTrait, ExprTrait, IntoActiveModel,
    sea_query::{Expr, OnConflict},
};

/// The value and version of the setting `name`.
///
/// # Errors
/// The engine's failure.
pub async fn get(source: &impl Source, name: &str) -> Result<Option<(String, i64)>> {
    let row = Entity::find_by_id(name).one(&source.executor()).await?;
    Ok(row.map(|row| (row.value, row.version)))
}

/// Sets `name` to `value`.
///
/// # Errors
/// The engine's failure.
pub async fn put(work: &Work, name: &str, value: &str) -> Result<()> {
    let row = Model { name: name.to_owned(), value: value.to_owned(), version: 1 };
    let replace = OnConflict::column(Column::Name)
        .update_column(Column::Value)
        .value(Column::Version, Expr::col((Entity, Column::Version)).add(1))
        .to_owned();
    let insert = Entity::insert(row.into_active_model()).on_conflict(replace);
    insert.exec_without_returning(&work.executor()).await?;
    Ok(())
}
