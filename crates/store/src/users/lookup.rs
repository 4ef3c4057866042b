//! Finding people.

use super::{User, UserState, role, with_roles};
use crate::{
    Mark, MarkValue, Page, PageRequest, Role, Scope, Source,
    error::Result,
    organisations::{self, Organisation},
    page::{holding, paged},
    tables::{
        user_roles,
        users::{Column, Entity, Model},
    },
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use std::collections::HashMap;

/// Which people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this organisation.
    pub organisation_id: Option<String>,
    /// With this role.
    pub role: Option<Role>,
    /// In this state.
    pub state: Option<UserState>,
    /// With this text in the name.
    pub name: Option<String>,
}

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name (bytes), the default.
    #[default]
    Name,
    /// By log-in name.
    Login,
    /// By the time of entry.
    CreatedAt,
}

/// The person `id`, whoever asks: for the program's own needs, never for an answer.
///
/// # Errors
/// The engine's failure.
pub async fn by_id(source: &impl Source, id: &str) -> Result<Option<User>> {
    one(source, Entity::find_by_id(id)).await
}

/// The person who signs in as `login` (case folded).
///
/// # Errors
/// The engine's failure.
pub async fn by_login(source: &impl Source, login: &str) -> Result<Option<User>> {
    one(source, Entity::find().filter(Column::Login.eq(login))).await
}

/// The person `id`, when `scope` holds them.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<User>> {
    one(source, Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id))).await
}

/// Whether there is any person at all.
///
/// # Errors
/// The engine's failure.
pub async fn any(source: &impl Source) -> Result<bool> {
    Ok(Entity::find().limit(1).count(&source.executor()).await? > 0)
}

async fn one(source: &impl Source, query: Select<Entity>) -> Result<Option<User>> {
    let Some(model) = query.one(&source.executor()).await? else { return Ok(None) };
    let roles = roles_of(source, &model.id).await?;
    with_roles(model, roles).map(Some)
}

/// The roles of a person now, sorted.
///
/// # Errors
/// The engine's failure.
pub async fn roles_of(source: &impl Source, user_id: &str) -> Result<Vec<Role>> {
    Ok(roles_by_user(source, &[user_id]).await?.remove(user_id).unwrap_or_default())
}

async fn roles_by_user(source: &impl Source, ids: &[&str]) -> Result<HashMap<String, Vec<Role>>> {
    let query = user_roles::Entity::find().filter(user_roles::Column::UserId.is_in(ids.iter().copied()));
    let mut roles: HashMap<String, Vec<Role>> = HashMap::new();
    for row in query.all(&source.executor()).await? {
        roles.entry(row.user_id).or_default().push(role(&row.role)?);
    }
    roles.values_mut().for_each(|of_one| of_one.sort_unstable());
    Ok(roles)
}

/// The people within `scope` that match.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
    page: &PageRequest,
) -> Result<Page<User>> {
    let select = narrowed(filter).filter(scope.on(Column::Path, Column::Id));
    let column = match sort {
        Sort::Name => Column::Name,
        Sort::Login => Column::Login,
        Sort::CreatedAt => Column::CreatedAt,
    };
    let mark = |row: &Model| Mark { value: value(row, sort), id: row.id.clone() };
    let page = paged(source, select, (column, Column::Id), page, mark).await?;
    let ids: Vec<&str> = page.items.iter().map(|row| row.id.as_str()).collect();
    let mut roles = roles_by_user(source, &ids).await?;
    page.try_map(|row| {
        let own = roles.remove(&row.id).unwrap_or_default();
        with_roles(row, own)
    })
}

fn value(row: &Model, sort: Sort) -> MarkValue {
    match sort {
        Sort::Name => MarkValue::Text(row.name.clone()),
        Sort::Login => MarkValue::Text(row.login.clone()),
        Sort::CreatedAt => MarkValue::Number(row.created_at),
    }
}

fn narrowed(filter: &Filter) -> Select<Entity> {
    let mut select = Entity::find();
    if let Some(organisation) = &filter.organisation_id {
        select = select.filter(Column::OrganisationId.eq(organisation.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    if let Some(name) = &filter.name {
        select = select.filter(Column::Name.like(holding(name)));
    }
    if let Some(role) = filter.role {
        let holders = user_roles::Entity::find()
            .select_only()
            .column(user_roles::Column::UserId)
            .filter(user_roles::Column::Role.eq(role.word()))
            .into_query();
        select = select.filter(Column::Id.in_subquery(holders));
    }
    select
}

/// Everybody who may sign in and has one of `roles`, with their organisation: who could decide something.
///
/// # Errors
/// The engine's failure.
pub async fn with_any_role(source: &impl Source, roles: &[Role]) -> Result<Vec<(User, Organisation)>> {
    let holders = user_roles::Entity::find()
        .select_only()
        .column(user_roles::Column::UserId)
        .filter(user_roles::Column::Role.is_in(roles.iter().map(|role| role.word())))
        .into_query();
    let rows = Entity::find()
        .filter(Column::State.eq(UserState::Active.word()))
        .filter(Column::Id.in_subquery(holders))
        .all(&source.executor())
        .await?;
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let mut by_user = roles_by_user(source, &ids).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let organisation = organisations::within(source, &Scope::Everything, &row.organisation_id).await?;
        let own = by_user.remove(&row.id).unwrap_or_default();
        if let Some(organisation) = organisation {
            found.push((with_roles(row, own)?, organisation));
        }
    }
    Ok(found)
}
