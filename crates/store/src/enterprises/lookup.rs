//! Finding enterprises, within a scope only.

use super::{Enterprise, EnterpriseStatus};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, Tally,
    error::Result,
    page::{holding, paged},
    tables::{
        enterprise_labels, enterprise_names,
        enterprises::{Column, Entity, Model},
    },
    tally,
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{LikeExpr, SelectStatement},
};
use std::collections::BTreeMap;

/// Which enterprises.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// With this in name, former names, credit code or initials.
    pub search: Option<String>,
    /// Of this zone.
    pub zone_id: Option<String>,
    /// With this status.
    pub status: Option<EnterpriseStatus>,
    /// In this park.
    pub park: Option<String>,
    /// Whose industry code begins so.
    pub industry: Option<String>,
    /// In this field of technology.
    pub field: Option<String>,
    /// Holding this label on this day.
    pub label: Option<(String, Date)>,
    /// Only those in the register still (`true`), or out of it (`false`).
    pub open: Option<bool>,
}

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name (bytes), the default.
    #[default]
    Name,
    /// By credit code.
    CreditCode,
    /// By the time of entry.
    CreatedAt,
    /// By the time of the last change.
    ChangedAt,
}

/// The enterprise `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Enterprise>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Enterprise::try_from).transpose()
}

/// The ids of the enterprises with `text` in the name or credit code, for the lists of other modules.
pub(crate) fn ids_with(text: &str) -> SelectStatement {
    let holds =
        Condition::any().add(Column::Name.like(holding(text))).add(Column::CreditCode.like(holding(text)));
    Entity::find().select_only().column(Column::Id).filter(holds).into_query()
}

/// The enterprise that signs in as `organisation_id`.
///
/// # Errors
/// The engine's failure.
pub async fn by_organisation(source: &impl Source, organisation_id: &str) -> Result<Option<Enterprise>> {
    let query = Entity::find().filter(Column::OrganisationId.eq(organisation_id));
    query.one(&source.executor()).await?.map(Enterprise::try_from).transpose()
}

/// Those of `codes` that the zone has; all of its register when `codes` is `None`.
///
/// # Errors
/// The engine's failure.
pub async fn by_codes(
    source: &impl Source,
    zone_id: &str,
    codes: Option<&[String]>,
) -> Result<Vec<Enterprise>> {
    let mut query = Entity::find().filter(Column::ZoneId.eq(zone_id));
    if let Some(codes) = codes {
        query = query.filter(Column::CreditCode.is_in(codes.iter().map(String::as_str)));
    }
    let rows = query.order_by_asc(Column::CreditCode).all(&source.executor()).await?;
    rows.into_iter().map(Enterprise::try_from).collect()
}

/// Whether any enterprise of a zone changed.
///
/// # Errors
/// The engine's failure.
pub async fn tally_of(source: &impl Source, zone_id: &str) -> Result<Tally> {
    let these = Entity::find().filter(Column::ZoneId.eq(zone_id));
    tally::tally(source, these, (Column::Id, Column::Version)).await
}

/// The version of every enterprise of a zone.
///
/// # Errors
/// The engine's failure.
pub async fn versions(source: &impl Source, zone_id: &str) -> Result<BTreeMap<String, i64>> {
    let these = Entity::find().filter(Column::ZoneId.eq(zone_id));
    tally::versions(source, these, (Column::Id, Column::Version)).await
}

/// The enterprises with these ids. The caller has made sure that it may see them.
///
/// # Errors
/// The engine's failure.
pub async fn by_ids(source: &impl Source, ids: &[String]) -> Result<Vec<Enterprise>> {
    let query = Entity::find().filter(Column::Id.is_in(ids.iter().map(String::as_str)));
    query.all(&source.executor()).await?.into_iter().map(Enterprise::try_from).collect()
}

/// The former names of an enterprise with their last days, latest first.
///
/// # Errors
/// The engine's failure.
pub async fn former_names(source: &impl Source, enterprise_id: &str) -> Result<Vec<(String, String)>> {
    let query = enterprise_names::Entity::find()
        .filter(enterprise_names::Column::EnterpriseId.eq(enterprise_id))
        .order_by_desc(enterprise_names::Column::Until);
    let rows = query.all(&source.executor()).await?;
    Ok(rows.into_iter().map(|row| (row.name, row.until)).collect())
}

/// Every former name in the register of a zone: enterprise and name.
///
/// # Errors
/// The engine's failure.
pub async fn former_names_within(source: &impl Source, zone_id: &str) -> Result<Vec<(String, String)>> {
    let here =
        Entity::find().select_only().column(Column::Id).filter(Column::ZoneId.eq(zone_id)).into_query();
    let query = enterprise_names::Entity::find()
        .filter(enterprise_names::Column::EnterpriseId.in_subquery(here))
        .order_by_asc(enterprise_names::Column::EnterpriseId);
    let rows = query.all(&source.executor()).await?;
    Ok(rows.into_iter().map(|row| (row.enterprise_id, row.name)).collect())
}

/// The enterprises within `scope` that match.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
    page: &PageRequest,
) -> Result<Page<Enterprise>> {
    let select = narrowed(filter).filter(scope.on(Column::Path, Column::Id));
    let column = match sort {
        Sort::Name => Column::Name,
        Sort::CreditCode => Column::CreditCode,
        Sort::CreatedAt => Column::CreatedAt,
        Sort::ChangedAt => Column::ChangedAt,
    };
    let mark = |row: &Model| Mark { value: value(row, sort), id: row.id.clone() };
    paged(source, select, (column, Column::Id), page, mark).await?.try_map(Enterprise::try_from)
}

fn narrowed(filter: &Filter) -> Select<Entity> {
    let mut all = Condition::all();
    if let Some(text) = &filter.search {
        all = all.add(Column::Search.like(holding(&text.to_lowercase())));
    }
    let equal = [
        (Column::ZoneId, filter.zone_id.as_deref()),
        (Column::Status, filter.status.map(EnterpriseStatus::word)),
        (Column::Park, filter.park.as_deref()),
        (Column::Field, filter.field.as_deref()),
    ];
    for (column, value) in equal {
        all = all.add_option(value.map(|value| column.eq(value)));
    }
    if let Some(prefix) = &filter.industry {
        let digits: String = prefix.chars().filter(char::is_ascii_digit).collect();
        all = all.add(Column::Industry.like(LikeExpr::new(format!("{digits}%"))));
    }
    if let Some((label, on)) = &filter.label {
        all = all.add(Column::Id.in_subquery(holders(label, *on)));
    }
    match filter.open {
        Some(true) => all = all.add(Column::ClosedOn.is_null()),
        Some(false) => all = all.add(Column::ClosedOn.is_not_null()),
        None => {}
    }
    Entity::find().filter(all)
}

/// The ids of the enterprises that hold a label on a day.
fn holders(label: &str, on: Date) -> sea_orm::sea_query::SelectStatement {
    use enterprise_labels::Column as Held;
    let day = on.to_string();
    let valid = Condition::any().add(Held::ValidTo.is_null()).add(Held::ValidTo.gte(day.as_str()));
    enterprise_labels::Entity::find()
        .select_only()
        .column(Held::EnterpriseId)
        .filter(Held::Label.eq(label))
        .filter(Held::ValidFrom.lte(day.as_str()))
        .filter(valid)
        .into_query()
}

fn value(row: &Model, sort: Sort) -> MarkValue {
    match sort {
        Sort::Name => MarkValue::Text(row.name.clone()),
        Sort::CreditCode => MarkValue::Text(row.credit_code.clone()),
        Sort::CreatedAt => MarkValue::Number(row.created_at),
        Sort::ChangedAt => MarkValue::Number(row.changed_at),
    }
}
