//! Finding applications, within a scope only.

use super::{Application, ApplicationAction, ApplicationState};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError,
    enterprises::ids_with,
    error::Result,
    moment::time,
    page::paged,
    tables::{
        policy_application_moves,
        policy_applications::{Column, Entity, Model},
    },
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;

/// The application `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Application>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::AppliedBy));
    query.one(&source.executor()).await?.map(Application::try_from).transpose()
}

/// Which applications.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApplicationFilter {
    /// In one of these states; in any when empty.
    pub states: Vec<ApplicationState>,
    /// Under this policy.
    pub policy: Option<String>,
    /// For the money of this year.
    pub period: Option<i32>,
    /// Of enterprises with this in the name or credit code.
    pub search: Option<String>,
    /// To be decided before this day.
    pub due_before: Option<Date>,
}

/// The applications within `scope` that match, by the time they were made.
///
/// # Errors
/// The engine's failure.
pub async fn applications_page(
    source: &impl Source,
    scope: &Scope,
    filter: &ApplicationFilter,
    page: &PageRequest,
) -> Result<Page<Application>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::AppliedBy));
    if !filter.states.is_empty() {
        select = select.filter(Column::State.is_in(filter.states.iter().map(|state| state.word())));
    }
    if let Some(policy) = &filter.policy {
        select = select.filter(Column::Policy.eq(policy.as_str()));
    }
    if let Some(period) = filter.period {
        select = select.filter(Column::Period.eq(i64::from(period)));
    }
    if let Some(text) = &filter.search {
        select = select.filter(Column::EnterpriseId.in_subquery(ids_with(text)));
    }
    if let Some(day) = filter.due_before {
        select = select.filter(Column::DueOn.lt(day.to_string()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.applied_at), id: row.id.clone() };
    paged(source, select, (Column::AppliedAt, Column::Id), page, mark).await?.try_map(Application::try_from)
}

/// Every application of an enterprise, latest first. The caller has made sure that it may see the enterprise.
///
/// # Errors
/// The engine's failure.
pub async fn of_enterprise(source: &impl Source, enterprise_id: &str) -> Result<Vec<Application>> {
    let query = Entity::find().filter(Column::EnterpriseId.eq(enterprise_id));
    let query = query.order_by_desc(Column::AppliedAt).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Application::try_from).collect()
}

/// Policies and enterprises of a zone whose applications for the money of a year have passed. The caller has made sure that
/// it may see the zone.
///
/// # Errors
/// The engine's failure.
pub async fn passed(source: &impl Source, zone_id: &str, period: i32) -> Result<Vec<(String, String)>> {
    let query = Entity::find()
        .filter(Column::ZoneId.eq(zone_id))
        .filter(Column::Period.eq(i64::from(period)))
        .filter(Column::State.eq(ApplicationState::Passed.word()))
        .order_by_asc(Column::Id);
    let rows = query.all(&source.executor()).await?;
    Ok(rows.into_iter().map(|row| (row.policy, row.enterprise_id)).collect())
}

/// The enterprises of a zone with an application under a policy for the money of a year in one of these states. The caller has made
/// sure that it may see the zone.
///
/// # Errors
/// The engine's failure.
pub async fn applicants(
    source: &impl Source,
    zone_id: &str,
    (policy, period): (&str, i32),
    states: &[ApplicationState],
) -> Result<BTreeSet<String>> {
    let query = Entity::find()
        .filter(Column::ZoneId.eq(zone_id))
        .filter(Column::Policy.eq(policy))
        .filter(Column::Period.eq(i64::from(period)))
        .filter(Column::State.is_in(states.iter().map(|state| state.word())));
    Ok(query.all(&source.executor()).await?.into_iter().map(|row| row.enterprise_id).collect())
}

/// Every application that waits for an officer and is due by `day`. For work that nobody asked for.
///
/// # Errors
/// The engine's failure.
pub async fn due_by(source: &impl Source, day: Date) -> Result<Vec<Application>> {
    let query = Entity::find()
        .filter(Column::State.eq(ApplicationState::Submitted.word()))
        .filter(Column::DueOn.lte(day.to_string()))
        .order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Application::try_from).collect()
}

/// One move of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationMove {
    /// What was done.
    pub action: ApplicationAction,
    /// The state afterwards.
    pub state: ApplicationState,
    /// What was said with it.
    pub note: Option<String>,
    /// Who did it; none where the rules decided.
    pub made_by: Option<String>,
    /// When.
    pub made_at: Timestamp,
}

/// Every move of an application, first to last. The caller has made sure that it may see the application.
///
/// # Errors
/// The engine's failure.
pub async fn moves_of(source: &impl Source, application_id: &str) -> Result<Vec<ApplicationMove>> {
    use policy_application_moves::{Column, Entity};
    let query = Entity::find().filter(Column::ApplicationId.eq(application_id)).order_by_asc(Column::Place);
    let rows = query.all(&source.executor()).await?;
    let read = rows.into_iter().map(|row| {
        Ok::<_, StoreError>(ApplicationMove {
            action: ApplicationAction::from_word(&row.action)?,
            state: ApplicationState::from_word(&row.state)?,
            note: row.note,
            made_by: row.made_by,
            made_at: time(row.made_at),
        })
    });
    read.collect()
}
