//! Finding organisations, within a scope only.

use super::Organisation;
use crate::{
    Mark, MarkValue, OrganisationKind, Page, PageRequest, Scope, Source,
    error::Result,
    page::{holding, paged},
    tables::organisations::{Column, Entity, Model},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Which organisations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<OrganisationKind>,
    /// Under this one.
    pub parent_id: Option<String>,
    /// With this text in the name.
    pub name: Option<String>,
}

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name (bytes), the default.
    #[default]
    Name,
    /// By the time of entry.
    CreatedAt,
}

/// The organisation `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Organisation>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Organisation::try_from).transpose()
}

/// The organisation with a credit code, wherever it stands.
///
/// # Errors
/// The engine's failure.
pub async fn by_credit_code(source: &impl Source, code: &str) -> Result<Option<Organisation>> {
    let query = Entity::find().filter(Column::CreditCode.eq(code));
    query.one(&source.executor()).await?.map(Organisation::try_from).transpose()
}

/// The organisations within `scope` that match.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
    page: &PageRequest,
) -> Result<Page<Organisation>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind.word()));
    }
    if let Some(parent) = &filter.parent_id {
        select = select.filter(Column::ParentId.eq(parent.as_str()));
    }
    if let Some(name) = &filter.name {
        select = select.filter(Column::Name.like(holding(name)));
    }
    let column = match sort {
        Sort::Name => Column::Name,
        Sort::CreatedAt => Column::CreatedAt,
    };
    let mark = |row: &Model| Mark { value: value(row, sort), id: row.id.clone() };
    paged(source, select, (column, Column::Id), page, mark).await?.try_map(Organisation::try_from)
}

fn value(row: &Model, sort: Sort) -> MarkValue {
    match sort {
        Sort::Name => MarkValue::Text(row.name.clone()),
        Sort::CreatedAt => MarkValue::Number(row.created_at),
    }
}
