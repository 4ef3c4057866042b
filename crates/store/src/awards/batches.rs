//! 付款批次: payments that go to the finance system together.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    role::words,
    tables::payment_batches::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

words! {
    /// How far a batch of payments is.
    PaymentState, "state of a payment batch", {
        /// Waiting for release by a second person.
        Prepared = "prepared",
        /// Released.
        Released = "released",
        /// Every payment has its result.
        Settled = "settled",
        /// Given up before release.
        Withdrawn = "withdrawn",
    }
}

/// A batch of payments. `total` is in whole cents (分).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentBatch {
    /// Its id.
    pub id: String,
    /// Of this list.
    pub list_id: String,
    /// The zone's path.
    pub path: String,
    /// How far it is.
    pub state: PaymentState,
    /// How many payments.
    pub payments: i64,
    /// Σ of them.
    pub total: i64,
    /// SHA-256 over every payment and its sealed account.
    pub seal: String,
    /// Why it was given up.
    pub reason: Option<String>,
    /// Who made it.
    pub prepared_by: String,
    /// When.
    pub prepared_at: Timestamp,
    /// Who released it.
    pub released_by: Option<String>,
    /// When.
    pub released_at: Option<Timestamp>,
    /// When it moved last.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for PaymentBatch {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: PaymentState::from_word(&row.state)?,
            id: row.id,
            list_id: row.list_id,
            path: row.path,
            payments: row.payments,
            total: row.total,
            seal: row.seal,
            reason: row.reason,
            prepared_by: row.prepared_by,
            prepared_at: time(row.prepared_at),
            released_by: row.released_by,
            released_at: row.released_at.map(time),
            changed_at: time(row.changed_at),
            version: row.version,
        })
    }
}

/// A batch to make.
#[derive(Debug, Clone, Copy)]
pub struct NewBatch<'a> {
    /// Its id.
    pub id: &'a str,
    /// Of this list.
    pub list: &'a super::AwardList,
    /// How many payments.
    pub payments: i64,
    /// Σ of them in cents.
    pub total: i64,
    /// SHA-256 over every payment and its sealed account.
    pub seal: &'a str,
    /// Who makes it.
    pub by: &'a str,
}

/// Makes a batch.
///
/// # Errors
/// The engine's failure.
pub async fn add_batch(work: &Work, new: NewBatch<'_>) -> Result<PaymentBatch> {
    let now = millis(work.now());
    let row = Model {
        id: new.id.to_owned(),
        list_id: new.list.id.clone(),
        path: new.list.path.clone(),
        state: PaymentState::Prepared.word().to_owned(),
        payments: new.payments,
        total: new.total,
        seal: new.seal.to_owned(),
        reason: None,
        prepared_by: new.by.to_owned(),
        prepared_at: now,
        released_by: None,
        released_at: None,
        changed_at: now,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Moves `seen` on to `state`, by this person.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn move_batch(
    work: &Work,
    seen: &PaymentBatch,
    state: PaymentState,
    by: &str,
    reason: Option<&str>,
) -> Result<PaymentBatch> {
    let now = millis(work.now());
    let mut change =
        ActiveModel { state: Set(state.word().to_owned()), changed_at: Set(now), ..Default::default() };
    if let Some(reason) = reason {
        change.reason = Set(Some(reason.to_owned()));
    }
    if state == PaymentState::Released {
        change.released_by = Set(Some(by.to_owned()));
        change.released_at = Set(Some(now));
    }
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// The batch `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn batch_within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<PaymentBatch>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::PreparedBy));
    query.one(&source.executor()).await?.map(PaymentBatch::try_from).transpose()
}

/// Every batch of a list, oldest first. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn batches_of_list(source: &impl Source, list_id: &str) -> Result<Vec<PaymentBatch>> {
    let query = Entity::find().filter(Column::ListId.eq(list_id)).order_by_asc(Column::PreparedAt);
    query.all(&source.executor()).await?.into_iter().map(PaymentBatch::try_from).collect()
}

/// The batches within `scope`, by the time they were made; of one list or state, or of all.
///
/// # Errors
/// The engine's failure.
pub async fn batches_page(
    source: &impl Source,
    scope: &Scope,
    (list_id, state): (Option<&str>, Option<PaymentState>),
    page: &PageRequest,
) -> Result<Page<PaymentBatch>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::PreparedBy));
    if let Some(list) = list_id {
        select = select.filter(Column::ListId.eq(list));
    }
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.prepared_at), id: row.id.clone() };
    paged(source, select, (Column::PreparedAt, Column::Id), page, mark).await?.try_map(PaymentBatch::try_from)
}
