//! Objections to a list that is on public notice.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    role::words,
    tables::award_objections::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set,
};

words! {
    /// How far an objection to a list is.
    AwardObjectionState, "state of an objection to an award list", {
        /// Nobody decided yet.
        Open = "open",
        /// The objector is right.
        Upheld = "upheld",
        /// The list stands.
        Dismissed = "dismissed",
    }
}

/// An objection to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardObjection {
    /// Its id.
    pub id: String,
    /// The list.
    pub list_id: String,
    /// The list's zone.
    pub zone_path: String,
    /// Path of who objects.
    pub path: String,
    /// Who objects.
    pub enterprise_id: String,
    /// The award objected to; none when the objector says to be missing.
    pub award_id: Option<String>,
    /// Why.
    pub reason: String,
    /// How far it is.
    pub state: AwardObjectionState,
    /// What was decided, and why.
    pub decision: Option<String>,
    /// Who raised it.
    pub raised_by: String,
    /// When; [`object`] sets it to the time of the change.
    pub raised_at: Timestamp,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for AwardObjection {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: AwardObjectionState::from_word(&row.state)?,
            id: row.id,
            list_id: row.list_id,
            zone_path: row.zone_path,
            path: row.path,
            enterprise_id: row.enterprise_id,
            award_id: row.award_id,
            reason: row.reason,
            decision: row.decision,
            raised_by: row.raised_by,
            raised_at: time(row.raised_at),
            decided_by: row.decided_by,
            decided_at: row.decided_at.map(time),
            version: row.version,
        })
    }
}

/// Raises an objection.
///
/// # Errors
/// The engine's failure.
pub async fn object(work: &Work, new: AwardObjection) -> Result<AwardObjection> {
    let row = Model {
        id: new.id,
        list_id: new.list_id,
        zone_path: new.zone_path,
        path: new.path,
        enterprise_id: new.enterprise_id,
        award_id: new.award_id,
        reason: new.reason,
        state: AwardObjectionState::Open.word().to_owned(),
        decision: None,
        raised_by: new.raised_by,
        raised_at: millis(work.now()),
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Decides `seen`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody decided it first.
pub async fn decide_objection(
    work: &Work,
    seen: &AwardObjection,
    upheld: bool,
    decision: &str,
    by: &str,
) -> Result<AwardObjection> {
    let state = if upheld { AwardObjectionState::Upheld } else { AwardObjectionState::Dismissed };
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

/// Whoever reaches the list's zone, or is the enterprise that objects.
fn reach(scope: &Scope) -> Condition {
    Condition::any()
        .add(scope.on(Column::ZonePath, Column::RaisedBy))
        .add(scope.on(Column::Path, Column::RaisedBy))
}

/// The objection `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn objection_within(
    source: &impl Source,
    scope: &Scope,
    id: &str,
) -> Result<Option<AwardObjection>> {
    let query = Entity::find_by_id(id).filter(reach(scope));
    query.one(&source.executor()).await?.map(AwardObjection::try_from).transpose()
}

/// The objections within `scope`, by the time they were raised; to one list or to all.
///
/// # Errors
/// The engine's failure.
pub async fn objections_page(
    source: &impl Source,
    scope: &Scope,
    (list_id, state): (Option<&str>, Option<AwardObjectionState>),
    page: &PageRequest,
) -> Result<Page<AwardObjection>> {
    let mut select = Entity::find().filter(reach(scope));
    if let Some(list) = list_id {
        select = select.filter(Column::ListId.eq(list));
    }
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.raised_at), id: row.id.clone() };
    paged(source, select, (Column::RaisedAt, Column::Id), page, mark).await?.try_map(AwardObjection::try_from)
}

/// How many objections to a list nobody decided.
///
/// # Errors
/// The engine's failure.
pub async fn open_objections(source: &impl Source, list_id: &str) -> Result<u64> {
    let open = Entity::find()
        .filter(Column::ListId.eq(list_id))
        .filter(Column::State.eq(AwardObjectionState::Open.word()));
    Ok(open.count(&source.executor()).await?)
}
