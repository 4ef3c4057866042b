//! 查阅记录: each reading by a bank, for the enterprise to see.

use super::{ConsentField, ConsentPurpose};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    tables::consent_readings::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter};

/// A bank has read something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// Under this consent.
    pub consent_id: String,
    /// Of this enterprise.
    pub enterprise_id: String,
    /// The enterprise's path.
    pub path: String,
    /// This bank.
    pub bank_id: String,
    /// The bank's path.
    pub bank_path: String,
    /// What was read.
    pub field: ConsentField,
    /// For what.
    pub purpose: ConsentPurpose,
    /// Who read it.
    pub read_by: String,
    /// When; [`note_reading`] sets it to the time of the change.
    pub read_at: Timestamp,
}

impl TryFrom<Model> for Reading {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            field: ConsentField::from_word(&row.field)?,
            purpose: ConsentPurpose::from_word(&row.purpose)?,
            id: row.id,
            consent_id: row.consent_id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            bank_id: row.bank_id,
            bank_path: row.bank_path,
            read_by: row.read_by,
            read_at: time(row.read_at),
        })
    }
}

/// Writes a reading down.
///
/// # Errors
/// The engine's failure.
pub async fn note_reading(work: &Work, new: Reading) -> Result<Reading> {
    let row = Model {
        id: new.id,
        consent_id: new.consent_id,
        enterprise_id: new.enterprise_id,
        path: new.path,
        bank_id: new.bank_id,
        bank_path: new.bank_path,
        field: new.field.word().to_owned(),
        purpose: new.purpose.word().to_owned(),
        read_by: new.read_by,
        read_at: millis(work.now()),
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Which readings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadingFilter {
    /// Under this consent.
    pub consent_id: Option<String>,
    /// Of this enterprise.
    pub enterprise_id: Option<String>,
    /// By this bank.
    pub bank_id: Option<String>,
}

/// The readings within `scope` that match, by time: an enterprise sees those of its data, a bank its own.
///
/// # Errors
/// The engine's failure.
pub async fn readings_page(
    source: &impl Source,
    scope: &Scope,
    filter: &ReadingFilter,
    page: &PageRequest,
) -> Result<Page<Reading>> {
    let reach = Condition::any()
        .add(scope.on(Column::Path, Column::ReadBy))
        .add(scope.on(Column::BankPath, Column::ReadBy));
    let mut select = Entity::find().filter(reach);
    if let Some(consent) = &filter.consent_id {
        select = select.filter(Column::ConsentId.eq(consent.as_str()));
    }
    if let Some(enterprise) = &filter.enterprise_id {
        select = select.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(bank) = &filter.bank_id {
        select = select.filter(Column::BankId.eq(bank.as_str()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.read_at), id: row.id.clone() };
    paged(source, select, (Column::ReadAt, Column::Id), page, mark).await?.try_map(Reading::try_from)
}
