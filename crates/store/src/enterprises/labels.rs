//! Labels that an enterprise holds, with their validity.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::day,
    tables::{
        enterprise_labels::{Column, Entity, Model},
        enterprises,
    },
    work::insert_all,
};
use jiff::civil::Date;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

/// A label: 高新技术企业, 科技型中小企业, 专精特新 …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// A label of the data dictionary, by its code.
    pub label: String,
    /// Valid from this day.
    pub valid_from: Date,
    /// Valid to this day, the day included.
    pub valid_to: Option<Date>,
    /// Who says so.
    pub source: String,
    /// 证书编号.
    pub certificate: Option<String>,
    /// 批次或文号: what gave it.
    pub document: Option<String>,
    /// The import of the authority's list that says so.
    pub import_id: Option<String>,
    /// Why it ended before its time.
    pub ended: Option<String>,
}

impl Label {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}

impl TryFrom<Model> for Label {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let from = day("enterprise_labels.valid_from", Some(row.valid_from))?;
        Ok(Self {
            valid_from: from.unwrap_or(Date::MIN),
            valid_to: day("enterprise_labels.valid_to", row.valid_to)?,
            id: row.id,
            enterprise_id: row.enterprise_id,
            label: row.label,
            source: row.source,
            certificate: row.certificate,
            document: row.document,
            import_id: row.import_id,
            ended: row.ended,
        })
    }
}

/// The labels of an enterprise, latest first.
///
/// # Errors
/// The engine's failure.
pub async fn labels_of(source: &impl Source, enterprise_id: &str) -> Result<Vec<Label>> {
    let query = Entity::find().filter(Column::EnterpriseId.eq(enterprise_id));
    let rows =
        query.order_by_desc(Column::ValidFrom).order_by_asc(Column::Id).all(&source.executor()).await?;
    rows.into_iter().map(Label::try_from).collect()
}

/// The labels of several enterprises, by enterprise, latest first.
///
/// # Errors
/// The engine's failure.
pub async fn labels_of_all(source: &impl Source, enterprise_ids: &[String]) -> Result<Vec<Label>> {
    let mut all = Vec::new();
    for ids in enterprise_ids.chunks(1_000) {
        let query = Entity::find()
            .filter(Column::EnterpriseId.is_in(ids.iter().map(String::as_str)))
            .order_by_asc(Column::EnterpriseId)
            .order_by_desc(Column::ValidFrom)
            .order_by_asc(Column::Id);
        for row in query.all(&source.executor()).await? {
            all.push(row.try_into()?);
        }
    }
    Ok(all)
}

/// Every label in the register of a zone, by enterprise.
///
/// # Errors
/// The engine's failure.
pub async fn labels_within(source: &impl Source, zone_id: &str) -> Result<Vec<Label>> {
    let here = enterprises::Entity::find().select_only().column(enterprises::Column::Id);
    let here = here.filter(enterprises::Column::ZoneId.eq(zone_id)).into_query();
    let query = Entity::find().filter(Column::EnterpriseId.in_subquery(here));
    let rows = query.order_by_asc(Column::EnterpriseId).all(&source.executor()).await?;
    rows.into_iter().map(Label::try_from).collect()
}

/// Gives labels.
///
/// # Errors
/// [`StoreError::Taken`] when the enterprise has the label from that day already.
pub async fn add_labels(work: &Work, labels: Vec<Label>) -> Result<()> {
    let rows = labels.into_iter().map(|one| model(one).into_active_model());
    insert_all(work, rows.collect(), None).await
}

/// Puts what `labels` say in the place of what was stored under their ids.
///
/// # Errors
/// [`StoreError::Taken`] when an enterprise would have a label from the same day twice.
pub async fn change_labels(work: &Work, labels: Vec<Label>) -> Result<()> {
    for one in labels {
        model(one).into_active_model().reset_all().update(&work.executor()).await?;
    }
    Ok(())
}

fn model(one: Label) -> Model {
    Model {
        id: one.id,
        enterprise_id: one.enterprise_id,
        label: one.label,
        valid_from: one.valid_from.to_string(),
        valid_to: one.valid_to.map(|day| day.to_string()),
        source: one.source,
        certificate: one.certificate,
        document: one.document,
        import_id: one.import_id,
        ended: one.ended,
    }
}

/// Takes a label of an enterprise away, which was entered by mistake; `false` when there is none.
///
/// # Errors
/// The engine's failure.
pub async fn remove_label(work: &Work, enterprise_id: &str, id: &str) -> Result<bool> {
    let old = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::EnterpriseId.eq(enterprise_id));
    Ok(old.exec(&work.executor()).await?.rows_affected == 1)
}
