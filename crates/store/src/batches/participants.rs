//! The enterprises that take part in a batch.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Tally, Work,
    error::Result,
    moment::{day, time},
    page::{holding, paged},
    role::words,
    tables::{
        batches, enterprises,
        participants::{Column, Entity, Model},
    },
    tally,
    work::insert_all,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{OnConflict, SelectStatement},
};
use std::collections::BTreeMap;

words! {
    /// How far an enterprise's filing is.
    ParticipantState, "participant state", {
        /// Not submitted yet.
        Draft = "draft",
        /// Waiting for a reviewer.
        Submitted = "submitted",
        /// Sent back to the enterprise.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
        /// Frozen with the batch.
        Frozen = "frozen",
    }
}

/// An enterprise in a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Its id.
    pub id: String,
    /// The batch.
    pub batch_id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The path of the enterprise, as in the register.
    pub path: String,
    /// How far it is.
    pub state: ParticipantState,
    /// An extension for this enterprise.
    pub deadline: Option<Date>,
    /// Its group and the group's last day.
    pub group: Option<(String, Date)>,
    /// 回执编号.
    pub receipt_number: Option<String>,
    /// Submitted then.
    pub submitted_at: Option<Timestamp>,
    /// By this person.
    pub submitted_by: Option<String>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Participant {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: ParticipantState::from_word(&row.state)?,
            deadline: day("participants.deadline", row.deadline)?,
            group: row.group_name.zip(day("participants.group_deadline", row.group_deadline)?),
            id: row.id,
            batch_id: row.batch_id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            receipt_number: row.receipt_number,
            submitted_at: row.submitted_at.map(time),
            submitted_by: row.submitted_by,
            version: row.version,
        })
    }
}

impl Participant {
    /// The last day without an extension: that of its group, else `usual`.
    #[must_use]
    pub fn regular_day(&self, usual: Date) -> Date {
        self.group.as_ref().map_or(usual, |(_, day)| *day)
    }

    /// The last day: an extension gives more time than the others of its group have, never less.
    #[must_use]
    pub fn last_day(&self, usual: Date) -> Date {
        let regular = self.regular_day(usual);
        self.deadline.map_or(regular, |more| more.max(regular))
    }
}

/// An enterprise that is to take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParticipant {
    /// The row's id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// Its path.
    pub path: String,
}

/// Lets enterprises take part; one that does already stays as it is.
///
/// # Errors
/// The engine's failure.
pub async fn add_participants(work: &Work, batch_id: &str, new: Vec<NewParticipant>) -> Result<()> {
    let rows = new.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            batch_id: batch_id.to_owned(),
            enterprise_id: one.enterprise_id,
            path: one.path,
            state: ParticipantState::Draft.word().to_owned(),
            deadline: None,
            receipt_number: None,
            submitted_at: None,
            submitted_by: None,
            version: 1,
            group_name: None,
            group_deadline: None,
        };
        row.into_active_model()
    });
    let once = OnConflict::columns([Column::BatchId, Column::EnterpriseId]).do_nothing().to_owned();
    insert_all(work, rows.collect(), Some(once)).await
}

/// The participation `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn participant(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Participant>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Participant::try_from).transpose()
}

/// Which participants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantFilter {
    /// Of this batch.
    pub batch_id: Option<String>,
    /// Of this enterprise.
    pub enterprise_id: Option<String>,
    /// This far.
    pub state: Option<ParticipantState>,
    /// With this in the enterprise's name, former names, code or initials.
    pub search: Option<String>,
    /// Not submitted though the last day was before this one.
    pub late_on: Option<Date>,
    /// With more time than the others.
    pub extended: bool,
    /// In this group.
    pub group: Option<String>,
}

/// The participants within `scope` that match, by enterprise.
///
/// # Errors
/// The engine's failure.
pub async fn participants_page(
    source: &impl Source,
    scope: &Scope,
    filter: &ParticipantFilter,
    page: &PageRequest,
) -> Result<Page<Participant>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if let Some(batch) = &filter.batch_id {
        select = select.filter(Column::BatchId.eq(batch.as_str()));
    }
    if let Some(enterprise) = &filter.enterprise_id {
        select = select.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    if let Some(text) = &filter.search {
        select = select.filter(Column::EnterpriseId.in_subquery(called(text)));
    }
    if let Some(today) = filter.late_on {
        select = select.filter(late(today));
    }
    if filter.extended {
        select = select.filter(Column::Deadline.is_not_null());
    }
    if let Some(group) = &filter.group {
        select = select.filter(Column::GroupName.eq(group.as_str()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Text(row.enterprise_id.clone()), id: row.id.clone() };
    paged(source, select, (Column::EnterpriseId, Column::Id), page, mark)
        .await?
        .try_map(Participant::try_from)
}

/// The ids of the enterprises that are called so.
fn called(text: &str) -> SelectStatement {
    enterprises::Entity::find()
        .select_only()
        .column(enterprises::Column::Id)
        .filter(enterprises::Column::Search.like(holding(&text.to_lowercase())))
        .into_query()
}

/// Those that still have to submit and whose last day was before `today`: that of their group, or else of the batch, and
/// their extension too.
fn late(today: Date) -> Condition {
    let today = today.to_string();
    let over = batches::Entity::find()
        .select_only()
        .column(batches::Column::Id)
        .filter(batches::Column::EnterpriseDeadline.lt(today.as_str()))
        .into_query();
    let usual = Condition::all().add(Column::GroupDeadline.is_null()).add(Column::BatchId.in_subquery(over));
    let regular = Condition::any().add(Column::GroupDeadline.lt(today.as_str())).add(usual);
    let extended = Condition::any().add(Column::Deadline.is_null()).add(Column::Deadline.lt(today.as_str()));
    let waits = [ParticipantState::Draft, ParticipantState::Returned].map(ParticipantState::word);
    Condition::all().add(Column::State.is_in(waits)).add(regular).add(extended)
}

/// Everybody who takes part in a batch.
///
/// # Errors
/// The engine's failure.
pub async fn participants_of(source: &impl Source, batch_id: &str) -> Result<Vec<Participant>> {
    let query = Entity::find().filter(Column::BatchId.eq(batch_id)).order_by_asc(Column::EnterpriseId);
    query.all(&source.executor()).await?.into_iter().map(Participant::try_from).collect()
}

/// Whether anybody of a batch changed.
///
/// # Errors
/// The engine's failure.
pub async fn participants_tally(source: &impl Source, batch_id: &str) -> Result<Tally> {
    let these = Entity::find().filter(Column::BatchId.eq(batch_id));
    tally::tally(source, these, (Column::Id, Column::Version)).await
}

/// The version of everybody who takes part in a batch, by enterprise.
///
/// # Errors
/// The engine's failure.
pub async fn participant_versions(source: &impl Source, batch_id: &str) -> Result<BTreeMap<String, i64>> {
    let these = Entity::find().filter(Column::BatchId.eq(batch_id));
    tally::versions(source, these, (Column::EnterpriseId, Column::Version)).await
}

/// How far a batch is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Those who take part, by how far their filing is.
    pub states: BTreeMap<ParticipantState, u64>,
    /// Not submitted though the last day is past.
    pub late: u64,
    /// With more time.
    pub extended: u64,
}

/// How far a batch is on the day `today`.
///
/// # Errors
/// The engine's failure, or a state that is not understood.
pub async fn progress(source: &impl Source, batch_id: &str, today: Date) -> Result<Progress> {
    let these = || Entity::find().filter(Column::BatchId.eq(batch_id));
    let mut states = BTreeMap::new();
    for (state, count) in tally::counted(source, these(), (Column::State, Column::Id)).await? {
        states.insert(ParticipantState::from_word(&state)?, count);
    }
    let late = these().filter(late(today)).count(&source.executor()).await?;
    let extended = these().filter(Column::Deadline.is_not_null()).count(&source.executor()).await?;
    Ok(Progress { states, late, extended })
}

/// The participants of a batch that are these enterprises. The caller has made sure that it may see them.
///
/// # Errors
/// The engine's failure.
pub async fn participants_by_enterprises(
    source: &impl Source,
    batch_id: &str,
    enterprise_ids: &[String],
) -> Result<Vec<Participant>> {
    let query = Entity::find()
        .filter(Column::BatchId.eq(batch_id))
        .filter(Column::EnterpriseId.is_in(enterprise_ids.iter().map(String::as_str)));
    query.all(&source.executor()).await?.into_iter().map(Participant::try_from).collect()
}
