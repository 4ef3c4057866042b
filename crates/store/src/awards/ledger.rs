//! 台账: what became of the money. Only ever added to.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    page::paged,
    role::words,
    tables::award_ledger::{Column, Entity, Model},
    work::insert_all,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

words! {
    /// What happened to the money.
    LedgerKind, "kind of a ledger entry", {
        /// It is there.
        Paid = "paid",
        /// It could not be paid.
        Failed = "failed",
        /// It came back.
        Returned = "returned",
        /// It was taken back.
        ClawedBack = "clawed-back",
    }
}

/// An entry. `amount` is in whole cents: positive when paid, negative when it came back, nought when it failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// Its id.
    pub id: String,
    /// The award.
    pub award_id: String,
    /// Its list.
    pub list_id: String,
    /// The batch that paid it.
    pub batch_id: String,
    /// The enterprise's path.
    pub path: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The policy's code.
    pub policy: String,
    /// The year whose money it is.
    pub period: i32,
    /// What happened.
    pub kind: LedgerKind,
    /// How much.
    pub amount: i64,
    /// The day it happened, by the bank.
    pub happened_on: Date,
    /// The bank's reference.
    pub reference: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// When; [`enter`] sets it to the time of the change.
    pub entered_at: Timestamp,
}

impl TryFrom<Model> for Entered {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            kind: LedgerKind::from_word(&row.kind)?,
            happened_on: day("award_ledger.happened_on", Some(row.happened_on))?.unwrap_or(Date::MIN),
            period: i32::try_from(row.period).unwrap_or_default(),
            id: row.id,
            award_id: row.award_id,
            list_id: row.list_id,
            batch_id: row.batch_id,
            path: row.path,
            enterprise_id: row.enterprise_id,
            policy: row.policy,
            amount: row.amount,
            reference: row.reference,
            reason: row.reason,
            entered_by: row.entered_by,
            entered_at: time(row.entered_at),
        })
    }
}

/// Enters what happened.
///
/// # Errors
/// The engine's failure.
pub async fn enter(work: &Work, new: Vec<Entered>) -> Result<()> {
    let rows = new.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            award_id: one.award_id,
            list_id: one.list_id,
            batch_id: one.batch_id,
            path: one.path,
            enterprise_id: one.enterprise_id,
            policy: one.policy,
            period: one.period.into(),
            kind: one.kind.word().to_owned(),
            amount: one.amount,
            happened_on: one.happened_on.to_string(),
            reference: one.reference,
            reason: one.reason,
            entered_by: one.entered_by,
            entered_at: millis(work.now()),
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// Which entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// Of this policy.
    pub policy: Option<String>,
    /// Of this year.
    pub period: Option<i32>,
    /// Of this enterprise.
    pub enterprise_id: Option<String>,
    /// Of this batch.
    pub batch_id: Option<String>,
    /// Of this kind.
    pub kind: Option<LedgerKind>,
}

/// The entries within `scope` that match, by the time they were entered.
///
/// # Errors
/// The engine's failure.
pub async fn ledger_page(
    source: &impl Source,
    scope: &Scope,
    filter: &LedgerFilter,
    page: &PageRequest,
) -> Result<Page<Entered>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::EnterpriseId));
    let texts = [
        (Column::Policy, &filter.policy),
        (Column::EnterpriseId, &filter.enterprise_id),
        (Column::BatchId, &filter.batch_id),
    ];
    for (column, wanted) in texts {
        if let Some(wanted) = wanted {
            select = select.filter(column.eq(wanted.as_str()));
        }
    }
    if let Some(period) = filter.period {
        select = select.filter(Column::Period.eq(i64::from(period)));
    }
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.entered_at), id: row.id.clone() };
    paged(source, select, (Column::EnteredAt, Column::Id), page, mark).await?.try_map(Entered::try_from)
}

/// Every entry of a batch, in the order they were made. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn entries_of_batch(source: &impl Source, batch_id: &str) -> Result<Vec<Entered>> {
    let query = Entity::find().filter(Column::BatchId.eq(batch_id)).order_by_asc(Column::EnteredAt);
    query.all(&source.executor()).await?.into_iter().map(Entered::try_from).collect()
}
