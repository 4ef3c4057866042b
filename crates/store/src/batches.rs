//! 评价批次: the evaluation of one year in one zone, and the enterprises that take part. Rows only.

mod groups;
mod participants;
mod plan;

pub use groups::{Group, groups_of, regroup, replace_groups};
pub use participants::{
    NewParticipant, Participant, ParticipantFilter, ParticipantState, Progress, add_participants,
    participant, participant_versions, participants_by_enterprises, participants_of, participants_page,
    participants_tally, progress,
};
pub use plan::{BatchItem, BatchSource, items_of, replace_items, replace_sources, sources_of};

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    organisations::Organisation,
    page::paged,
    role::words,
    tables::batches::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

words! {
    /// How far an evaluation is.
    BatchState, "batch state", {
        /// Being prepared.
        Draft = "draft",
        /// Data are collected.
        Open = "open",
        /// Data no longer change.
        Frozen = "frozen",
        /// The result is public.
        Published = "published",
        /// Over.
        Closed = "closed",
    }
}

/// The evaluation of one year in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: String,
    /// The zone.
    pub zone_id: String,
    /// The zone's path.
    pub path: String,
    /// The year whose data are evaluated.
    pub year: i32,
    /// What people call it.
    pub title: String,
    /// The scheme's file below `rules/`.
    pub scheme: String,
    /// The hash of what that file said.
    pub scheme_hash: String,
    /// How far it is.
    pub state: BatchState,
    /// Data are collected from this day.
    pub opens_on: Date,
    /// The last day for enterprises.
    pub enterprise_deadline: Date,
    /// The last day for reviewers.
    pub review_deadline: Date,
    /// 公示异议期, first and last day.
    pub objections: Option<(Date, Date)>,
    /// Whether a second person reviews.
    pub second_review: bool,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Batch {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let needed = |what, text: String| day(what, Some(text)).map(|day| day.unwrap_or(Date::MIN));
        let from = day("batches.objection_from", row.objection_from)?;
        let to = day("batches.objection_to", row.objection_to)?;
        Ok(Self {
            state: BatchState::from_word(&row.state)?,
            opens_on: needed("batches.opens_on", row.opens_on)?,
            enterprise_deadline: needed("batches.enterprise_deadline", row.enterprise_deadline)?,
            review_deadline: needed("batches.review_deadline", row.review_deadline)?,
            objections: from.zip(to),
            id: row.id,
            zone_id: row.zone_id,
            path: row.path,
            year: i32::try_from(row.year).unwrap_or_default(),
            title: row.title,
            scheme: row.scheme,
            scheme_hash: row.scheme_hash,
            second_review: row.second_review == 1,
            created_by: row.created_by,
            created_at: time(row.created_at),
            version: row.version,
        })
    }
}

/// What a person says of an evaluation; also what an edit sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The year whose data are evaluated.
    pub year: i32,
    /// What people call it.
    pub title: String,
    /// The scheme's file below `rules/`.
    pub scheme: String,
    /// The hash of what that file said.
    pub scheme_hash: String,
    /// Data are collected from this day.
    pub opens_on: Date,
    /// The last day for enterprises.
    pub enterprise_deadline: Date,
    /// The last day for reviewers.
    pub review_deadline: Date,
    /// 公示异议期, first and last day.
    pub objections: Option<(Date, Date)>,
    /// Whether a second person reviews.
    pub second_review: bool,
}

impl Plan {
    fn columns(&self) -> ActiveModel {
        ActiveModel {
            year: Set(self.year.into()),
            title: Set(self.title.clone()),
            scheme: Set(self.scheme.clone()),
            scheme_hash: Set(self.scheme_hash.clone()),
            opens_on: Set(self.opens_on.to_string()),
            enterprise_deadline: Set(self.enterprise_deadline.to_string()),
            review_deadline: Set(self.review_deadline.to_string()),
            objection_from: Set(self.objections.map(|(from, _)| from.to_string())),
            objection_to: Set(self.objections.map(|(_, to)| to.to_string())),
            second_review: Set(self.second_review.into()),
            ..Default::default()
        }
    }
}

/// Enters a batch of `zone` as a draft.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, zone: &Organisation, id: &str, plan: &Plan, by: &str) -> Result<Batch> {
    let model = ActiveModel {
        id: Set(id.to_owned()),
        zone_id: Set(zone.id.clone()),
        path: Set(zone.path.clone()),
        state: Set(BatchState::Draft.word().to_owned()),
        created_by: Set(by.to_owned()),
        created_at: Set(millis(work.now())),
        version: Set(1),
        ..plan.columns()
    };
    model.insert(&work.executor()).await?.try_into()
}

/// Sets what `plan` says.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn change(work: &Work, seen: &Batch, plan: &Plan) -> Result<Batch> {
    updated(work, seen, plan.columns()).await
}

/// Moves `seen` on to `state`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn set_state(work: &Work, seen: &Batch, state: BatchState) -> Result<Batch> {
    updated(work, seen, ActiveModel { state: Set(state.word().to_owned()), ..Default::default() }).await
}

async fn updated(work: &Work, seen: &Batch, change: ActiveModel) -> Result<Batch> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// The batch `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Batch>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Batch::try_from).transpose()
}

/// The batch `id` as it stands now. Nobody moves it on until the change is over.
///
/// # Errors
/// The engine's failure.
pub async fn held(work: &Work, id: &str) -> Result<Option<Batch>> {
    // SQLite, which has one writer, knows no such lock and needs none.
    let query = Entity::find_by_id(id).lock_shared();
    query.one(&work.executor()).await?.map(Batch::try_from).transpose()
}

/// Which batches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this zone.
    pub zone_id: Option<String>,
    /// Of this year.
    pub year: Option<i32>,
    /// This far.
    pub state: Option<BatchState>,
}

/// The batches within `scope` that match, by year.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Batch>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if let Some(zone) = &filter.zone_id {
        select = select.filter(Column::ZoneId.eq(zone.as_str()));
    }
    if let Some(year) = filter.year {
        select = select.filter(Column::Year.eq(i64::from(year)));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.year), id: row.id.clone() };
    paged(source, select, (Column::Year, Column::Id), page, mark).await?.try_map(Batch::try_from)
}
