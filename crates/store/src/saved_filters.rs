//! What somebody looks for on a list again and again, kept under a name; others of the zone see it when it is shared.

use crate::{
    Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    tables::saved_filters::{ActiveModel, Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Set, sea_query::Expr,
};

/// A saved filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its id.
    pub id: String,
    /// The path of the zone.
    pub path: String,
    /// Whose it is.
    pub owner_id: String,
    /// The list it is for; words the server gives a meaning.
    pub list: String,
    /// What it is called.
    pub name: String,
    /// What the list is asked with.
    pub query: String,
    /// Whether everybody of the zone sees it.
    pub shared: bool,
    /// Kept then; [`add`] sets it to the time of the change.
    pub created_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl From<Model> for SavedFilter {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            path: row.path,
            owner_id: row.owner_id,
            list: row.list,
            name: row.name,
            query: row.query,
            shared: row.shared != 0,
            created_at: time(row.created_at),
            version: row.version,
        }
    }
}

/// Keeps a filter.
///
/// # Errors
/// [`StoreError::Taken`] when its owner has one of that name for the list.
pub async fn add(work: &Work, new: SavedFilter) -> Result<SavedFilter> {
    let row = Model {
        id: new.id,
        path: new.path,
        owner_id: new.owner_id,
        list: new.list,
        name: new.name,
        query: new.query,
        shared: new.shared.into(),
        created_at: millis(work.now()),
        version: 1,
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// Gives `seen` another name or query, shares it or keeps it to its owner.
///
/// # Errors
/// [`StoreError::Stale`] when it was changed first, [`StoreError::Taken`] when the name is taken.
pub async fn change(work: &Work, seen: &SavedFilter, now: SavedFilter) -> Result<SavedFilter> {
    let change = ActiveModel {
        name: Set(now.name),
        query: Set(now.query),
        shared: Set(now.shared.into()),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::Version.eq(seen.version))
        .exec(&work.executor())
        .await?;
    match Entity::find_by_id(seen.id.as_str()).one(&work.executor()).await? {
        Some(row) if done.rows_affected == 1 => Ok(row.into()),
        row => Err(StoreError::Stale { expected: seen.version, found: row.map_or(0, |row| row.version) }),
    }
}

/// Takes a filter away as it was seen.
///
/// # Errors
/// [`StoreError::Stale`] when it was changed or removed meanwhile; the engine's failure.
pub async fn remove(work: &Work, seen: &SavedFilter) -> Result<()> {
    let these = Entity::delete_by_id(seen.id.as_str()).filter(Column::Version.eq(seen.version));
    if these.exec(&work.executor()).await?.rows_affected == 1 {
        return Ok(());
    }
    let row = Entity::find_by_id(seen.id.as_str()).one(&work.executor()).await?;
    Err(StoreError::Stale { expected: seen.version, found: row.map_or(0, |row| row.version) })
}

/// The filter `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<SavedFilter>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::OwnerId));
    Ok(query.one(&source.executor()).await?.map(SavedFilter::from))
}

/// The filters of `owner`, and those shared within `scope`, by name; for one list or all.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    owner: &str,
    list: Option<&str>,
) -> Result<Vec<SavedFilter>> {
    let seen = Condition::any().add(Column::OwnerId.eq(owner)).add(Column::Shared.eq(1));
    let mut query = Entity::find().filter(scope.on(Column::Path, Column::OwnerId)).filter(seen);
    if let Some(list) = list {
        query = query.filter(Column::List.eq(list));
    }
    let rows = query.order_by_asc(Column::Name).order_by_asc(Column::Id).all(&source.executor()).await?;
    Ok(rows.into_iter().map(SavedFilter::from).collect())
}
