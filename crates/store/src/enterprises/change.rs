//! Changing an enterprise; the caller says which version it saw.

use super::{Enterprise, EnterpriseStatus};
use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    organisations::Organisation,
    tables::{
        attachments, awards, enterprise_names,
        enterprises::{ActiveModel, Column, Entity},
        objections, participants,
    },
    work::change_seen,
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};

/// The fields that an edit or an import sets; the outer `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The legal name.
    pub name: Option<String>,
    /// What the search box looks through; goes with the name.
    pub search: Option<String>,
    /// 成立日期.
    pub founded_on: Option<Option<Date>>,
    /// 入区日期.
    pub entered_on: Option<Option<Date>>,
    /// 登记状态.
    pub status: Option<EnterpriseStatus>,
    /// 园区.
    pub park: Option<Option<String>>,
    /// 行政区划代码.
    pub district: Option<Option<String>>,
    /// GB/T 4754-2017 code.
    pub industry: Option<Option<String>>,
    /// 技术领域.
    pub field: Option<Option<String>>,
}

/// Sets `fields` of `seen`; a former name is kept with its last day `today`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn apply(work: &Work, seen: &Enterprise, fields: Fields, today: Date) -> Result<Enterprise> {
    if fields.name.as_ref().is_some_and(|name| *name != seen.name) {
        keep_name(work, seen, today).await?;
    }
    let text = |day: Option<Option<Date>>| day.map(|day| day.map(|day| day.to_string()));
    let mut change = ActiveModel::default();
    set(&mut change.name, fields.name);
    set(&mut change.search, fields.search);
    set(&mut change.founded_on, text(fields.founded_on));
    set(&mut change.entered_on, text(fields.entered_on));
    set(&mut change.status, fields.status.map(|status| status.word().to_owned()));
    set(&mut change.park, fields.park);
    set(&mut change.district, fields.district);
    set(&mut change.industry, fields.industry);
    set(&mut change.field, fields.field);
    updated(work, seen, change).await
}

/// Gives `seen` its next version: something that belongs to it was changed, such as its contacts.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn touch(work: &Work, seen: &Enterprise) -> Result<Enterprise> {
    updated(work, seen, ActiveModel::default()).await
}

fn set<T: Into<sea_orm::Value>>(column: &mut sea_orm::ActiveValue<T>, value: Option<T>) {
    if let Some(value) = value {
        *column = Set(value);
    }
}

async fn keep_name(work: &Work, seen: &Enterprise, until: Date) -> Result<()> {
    let row = enterprise_names::Model {
        enterprise_id: seen.id.clone(),
        name: seen.name.clone(),
        until: until.to_string(),
    };
    // Renamed back and forth on one day: the row is there already.
    let once = OnConflict::new().do_nothing().to_owned();
    let insert = enterprise_names::Entity::insert(row.into_active_model()).on_conflict(once);
    insert.exec_without_returning(&work.executor()).await?;
    Ok(())
}

/// Takes `seen` out of the register from the day `on`, with the status that says why.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn close(work: &Work, seen: &Enterprise, status: EnterpriseStatus, on: Date) -> Result<Enterprise> {
    let change = ActiveModel {
        status: Set(status.word().to_owned()),
        closed_on: Set(Some(on.to_string())),
        ..Default::default()
    };
    updated(work, seen, change).await
}

/// Notes that `seen` was merged into `into` on the day `on`. Its values stay its own.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn merge(work: &Work, seen: &Enterprise, into: &Enterprise, on: Date) -> Result<Enterprise> {
    let change = ActiveModel {
        status: Set(EnterpriseStatus::Merged.word().to_owned()),
        merged_into: Set(Some(into.id.clone())),
        closed_on: Set(Some(on.to_string())),
        ..Default::default()
    };
    updated(work, seen, change).await
}

async fn updated(work: &Work, seen: &Enterprise, mut change: ActiveModel) -> Result<Enterprise> {
    change.changed_at = Set(millis(work.now()));
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// Gives the enterprise with the credit code of `organisation` in the zone above it to that organisation, with all
/// that is its own. `None` when the register has no such enterprise yet.
///
/// # Errors
/// The engine's failure.
pub async fn link(work: &Work, organisation: &Organisation) -> Result<Option<String>> {
    let (Some(zone), Some(code)) = (&organisation.parent_id, &organisation.credit_code) else {
        return Ok(None);
    };
    let query = Entity::find().filter(Column::ZoneId.eq(zone.as_str()));
    let row = query.filter(Column::CreditCode.eq(code.as_str())).one(&work.executor()).await?;
    let Some(row) = row else { return Ok(None) };
    let path = organisation.path.as_str();
    let change = ActiveModel {
        organisation_id: Set(Some(organisation.id.clone())),
        path: Set(path.to_owned()),
        changed_at: Set(millis(work.now())),
        version: Set(row.version + 1),
        ..Default::default()
    };
    let update = Entity::update_many().set(change).filter(Column::Id.eq(row.id.as_str()));
    update.exec(&work.executor()).await?;
    let taking_part = participants::Entity::update_many()
        .col_expr(participants::Column::Path, Expr::value(path))
        .filter(participants::Column::EnterpriseId.eq(row.id.as_str()));
    taking_part.exec(&work.executor()).await?;
    let attached = attachments::Entity::update_many()
        .col_expr(attachments::Column::Path, Expr::value(path))
        .filter(attachments::Column::EnterpriseId.eq(row.id.as_str()));
    attached.exec(&work.executor()).await?;
    let objecting = objections::Entity::update_many()
        .col_expr(objections::Column::Path, Expr::value(path))
        .filter(objections::Column::EnterpriseId.eq(row.id.as_str()));
    objecting.exec(&work.executor()).await?;
    let entitled = awards::Entity::update_many()
        .col_expr(awards::Column::Path, Expr::value(path))
        .filter(awards::Column::EnterpriseId.eq(row.id.as_str()));
    entitled.exec(&work.executor()).await?;
    Ok(Some(row.id))
}
