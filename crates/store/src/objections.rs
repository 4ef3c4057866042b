//! 异议: an enterprise says that one value is wrong.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    page::paged,
    role::words,
    tables::objections::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set,
};

words! {
    /// How far an objection is.
    ObjectionState, "objection state", {
        /// Nobody decided yet.
        Open = "open",
        /// The value is corrected.
        Upheld = "upheld",
        /// The value stands.
        Dismissed = "dismissed",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// One objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Its id.
    pub id: String,
    /// In this batch.
    pub batch_id: String,
    /// By this enterprise.
    pub enterprise_id: String,
    /// Its path.
    pub path: String,
    /// About this item.
    pub item: String,
    /// Of this period.
    pub period: i32,
    /// The value objected to; none when it is missing.
    pub value: Option<String>,
    /// What the enterprise says it is; none when it should be missing.
    pub claimed: Option<String>,
    /// Why.
    pub reason: String,
    /// The attachment that proves it.
    pub evidence: Option<String>,
    /// How far it is.
    pub state: ObjectionState,
    /// Raised on this day.
    pub opened_on: Date,
    /// To be decided by this day.
    pub due_on: Date,
    /// Who raised it.
    pub raised_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub raised_at: Timestamp,
    /// Why it was decided so.
    pub decision: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Objection {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let opened_on = day("objections.opened_on", Some(row.opened_on))?;
        let due_on = day("objections.due_on", Some(row.due_on))?;
        Ok(Self {
            state: ObjectionState::from_word(&row.state)?,
            opened_on: opened_on.unwrap_or(Date::MIN),
            due_on: due_on.unwrap_or(Date::MIN),
            period: i32::try_from(row.period).unwrap_or_default(),
            id: row.id,
            batch_id: row.batch_id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            item: row.item,
            value: row.value,
            claimed: row.claimed,
            reason: row.reason,
            evidence: row.evidence,
            raised_by: row.raised_by,
            raised_at: time(row.raised_at),
            decision: row.decision,
            decided_by: row.decided_by,
            decided_at: row.decided_at.map(time),
            version: row.version,
        })
    }
}

/// Enters an objection.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: Objection) -> Result<Objection> {
    let row = Model {
        id: new.id,
        batch_id: new.batch_id,
        enterprise_id: new.enterprise_id,
        path: new.path,
        item: new.item,
        period: new.period.into(),
        value: new.value,
        claimed: new.claimed,
        reason: new.reason,
        evidence: new.evidence,
        state: new.state.word().to_owned(),
        opened_on: new.opened_on.to_string(),
        due_on: new.due_on.to_string(),
        raised_by: new.raised_by,
        raised_at: millis(work.now()),
        decision: None,
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Decides `seen` as `state`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn decide(
    work: &Work,
    seen: &Objection,
    state: ObjectionState,
    decision: &str,
    by: &str,
) -> Result<Objection> {
    let change = ActiveModel {
        state: Set(state.word().to_owned()),
        decision: Set(Some(decision.to_owned())),
        decided_by: Set(Some(by.to_owned())),
        decided_at: Set(Some(millis(work.now()))),
        ..Default::default()
    };
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// The objection `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Objection>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::RaisedBy));
    query.one(&source.executor()).await?.map(Objection::try_from).transpose()
}

/// Which objections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In this batch.
    pub batch_id: Option<String>,
    /// By this enterprise.
    pub enterprise_id: Option<String>,
    /// This far.
    pub state: Option<ObjectionState>,
}

/// The objections within `scope` that match, by the time they were raised.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Objection>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::RaisedBy));
    if let Some(batch) = &filter.batch_id {
        select = select.filter(Column::BatchId.eq(batch.as_str()));
    }
    if let Some(enterprise) = &filter.enterprise_id {
        select = select.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.raised_at), id: row.id.clone() };
    paged(source, select, (Column::RaisedAt, Column::Id), page, mark).await?.try_map(Objection::try_from)
}

/// How many objections in a batch nobody decided, and how many of them are past their last day on `today`.
///
/// # Errors
/// The engine's failure.
pub async fn open_in(source: &impl Source, batch_id: &str, today: Date) -> Result<(u64, u64)> {
    let open = Entity::find()
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::State.eq(ObjectionState::Open.word()));
    let overdue = open.clone().filter(Column::DueOn.lt(today.to_string()));
    let executor = source.executor();
    Ok((open.count(&executor).await?, overdue.count(&executor).await?))
}
