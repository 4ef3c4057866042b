//! 年报: whether an enterprise made the annual report that a rung asks for, as an authority's list says.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{day, millis},
    tables::{
        annual_reports::{Column, Entity, Model},
        enterprises,
    },
    work::insert_all,
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::OnConflict,
};

/// What an authority says about one enterprise, rung and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnualReport {
    /// The enterprise.
    pub enterprise_id: String,
    /// The rung that asks for the report.
    pub rung: String,
    /// The year it is about.
    pub year: i32,
    /// Whether it was made.
    pub reported: bool,
    /// On which day.
    pub reported_on: Option<Date>,
    /// The import of the list.
    pub import_id: Option<String>,
    /// Who sent the list in.
    pub stated_by: String,
}

impl TryFrom<Model> for AnnualReport {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let year = i32::try_from(row.year)
            .map_err(|_| StoreError::Corrupt { what: "annual_reports.year", value: row.year.to_string() })?;
        Ok(Self {
            reported_on: day("annual_reports.reported_on", row.reported_on)?,
            enterprise_id: row.enterprise_id,
            rung: row.rung,
            year,
            reported: row.reported != 0,
            import_id: row.import_id,
            stated_by: row.stated_by,
        })
    }
}

/// Puts `reports` in the place of what was said before about the same enterprise, rung and year.
///
/// # Errors
/// The engine's failure.
pub async fn put_all(work: &Work, reports: Vec<AnnualReport>) -> Result<()> {
    let now = millis(work.now());
    let rows = reports.into_iter().map(|one| {
        let row = Model {
            enterprise_id: one.enterprise_id,
            rung: one.rung,
            year: one.year.into(),
            reported: one.reported.into(),
            reported_on: one.reported_on.map(|day| day.to_string()),
            import_id: one.import_id,
            stated_by: one.stated_by,
            stated_at: now,
        };
        row.into_active_model()
    });
    let conflict = OnConflict::columns([Column::EnterpriseId, Column::Rung, Column::Year])
        .update_columns([
            Column::Reported,
            Column::ReportedOn,
            Column::ImportId,
            Column::StatedBy,
            Column::StatedAt,
        ])
        .to_owned();
    insert_all(work, rows.collect(), Some(conflict)).await
}

/// What is known about a rung in the register of a zone, by enterprise and year.
///
/// # Errors
/// The engine's failure.
pub async fn of_rung(source: &impl Source, zone_id: &str, rung: &str) -> Result<Vec<AnnualReport>> {
    let here = enterprises::Entity::find().select_only().column(enterprises::Column::Id);
    let here = here.filter(enterprises::Column::ZoneId.eq(zone_id)).into_query();
    let query = Entity::find().filter(Column::Rung.eq(rung)).filter(Column::EnterpriseId.in_subquery(here));
    let query = query.order_by_asc(Column::EnterpriseId).order_by_asc(Column::Year);
    query.all(&source.executor()).await?.into_iter().map(AnnualReport::try_from).collect()
}
