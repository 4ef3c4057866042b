//! 培育任务: an enterprise that an officer looks after, what became of it, and the notes on the way.

mod remind;

pub use remind::{pressing, reminded};

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    page::paged,
    role::words,
    tables::{
        task_notes,
        tasks::{ActiveModel, Column, Entity, Model},
    },
    work::{change_seen, insert_all},
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

words! {
    /// How far a task is.
    TaskState, "task state", {
        /// Nobody did anything yet.
        Open = "open",
        /// The enterprise was reached.
        Contacted = "contacted",
        /// The enterprise promised to do it.
        Promised = "promised",
        /// It did.
        Done = "done",
        /// Nothing will come of it.
        GivenUp = "given-up",
    }
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// The zone.
    pub zone_id: String,
    /// The zone's path.
    pub path: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The rung it is about.
    pub rung: String,
    /// The title that recognition gives.
    pub label: Option<String>,
    /// The list it came from.
    pub list: String,
    /// The run that list was computed from.
    pub run_id: String,
    /// The campaign.
    pub campaign: String,
    /// What the enterprise lacked then, as it is kept for readers of both languages.
    pub advice: String,
    /// Who looks after it.
    pub assignee_id: String,
    /// By when.
    pub due_on: Date,
    /// How far it is.
    pub state: TaskState,
    /// Why it was given up.
    pub reason: Option<String>,
    /// Who made it.
    pub created_by: String,
    /// When; [`add_all`] sets it to the time of the change.
    pub created_at: Timestamp,
    /// Changed last then.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Task {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: TaskState::from_word(&row.state)?,
            due_on: day("tasks.due_on", Some(row.due_on))?.unwrap_or(Date::MIN),
            id: row.id,
            zone_id: row.zone_id,
            path: row.path,
            enterprise_id: row.enterprise_id,
            rung: row.rung,
            label: row.label,
            list: row.list,
            run_id: row.run_id,
            campaign: row.campaign,
            advice: row.advice,
            assignee_id: row.assignee_id,
            reason: row.reason,
            created_by: row.created_by,
            created_at: time(row.created_at),
            changed_at: time(row.changed_at),
            version: row.version,
        })
    }
}

/// Enters tasks.
///
/// # Errors
/// The engine's failure.
pub async fn add_all(work: &Work, new: Vec<Task>) -> Result<()> {
    let now = millis(work.now());
    let rows = new.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            zone_id: one.zone_id,
            path: one.path,
            enterprise_id: one.enterprise_id,
            rung: one.rung,
            label: one.label,
            list: one.list,
            run_id: one.run_id,
            campaign: one.campaign,
            advice: one.advice,
            assignee_id: one.assignee_id,
            due_on: one.due_on.to_string(),
            state: one.state.word().to_owned(),
            reason: one.reason,
            created_by: one.created_by,
            created_at: now,
            changed_at: now,
            version: 1,
            reminded: None,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// Moves `seen` on to `state`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn set_state(work: &Work, seen: &Task, state: TaskState, reason: Option<&str>) -> Result<Task> {
    let change = ActiveModel {
        state: Set(state.word().to_owned()),
        reason: Set(reason.map(str::to_owned)),
        ..Default::default()
    };
    updated(work, seen, change).await
}

/// Gives `seen` to another officer, or another last day.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn assign(work: &Work, seen: &Task, assignee_id: &str, due_on: Date) -> Result<Task> {
    let change = ActiveModel {
        assignee_id: Set(assignee_id.to_owned()),
        due_on: Set(due_on.to_string()),
        ..Default::default()
    };
    updated(work, seen, change).await
}

async fn updated(work: &Work, seen: &Task, change: ActiveModel) -> Result<Task> {
    let change = ActiveModel { changed_at: Set(millis(work.now())), ..change };
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// The task `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Task>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::AssigneeId));
    query.one(&source.executor()).await?.map(Task::try_from).transpose()
}

/// Which tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this zone.
    pub zone_id: Option<String>,
    /// Of this officer.
    pub assignee_id: Option<String>,
    /// About this enterprise.
    pub enterprise_id: Option<String>,
    /// About this rung.
    pub rung: Option<String>,
    /// Of this campaign.
    pub campaign: Option<String>,
    /// In one of these states; any when empty.
    pub states: Vec<TaskState>,
    /// Due before this day.
    pub due_before: Option<Date>,
}

/// The tasks within `scope` that match, by their last day.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Task>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::AssigneeId));
    for (column, wanted) in [
        (Column::ZoneId, &filter.zone_id),
        (Column::AssigneeId, &filter.assignee_id),
        (Column::EnterpriseId, &filter.enterprise_id),
        (Column::Rung, &filter.rung),
        (Column::Campaign, &filter.campaign),
    ] {
        if let Some(wanted) = wanted {
            select = select.filter(column.eq(wanted.as_str()));
        }
    }
    if !filter.states.is_empty() {
        select = select.filter(Column::State.is_in(filter.states.iter().map(|state| state.word())));
    }
    if let Some(day) = filter.due_before {
        select = select.filter(Column::DueOn.lt(day.to_string()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Text(row.due_on.clone()), id: row.id.clone() };
    paged(source, select, (Column::DueOn, Column::Id), page, mark).await?.try_map(Task::try_from)
}

/// What happened to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: String,
    /// The task.
    pub task_id: String,
    /// The state it moved to; none for a remark.
    pub state: Option<TaskState>,
    /// What was said.
    pub note: String,
    /// By whom.
    pub written_by: String,
    /// When; [`note`] sets it to the time of the change.
    pub written_at: Timestamp,
}

/// Writes a note.
///
/// # Errors
/// The engine's failure.
pub async fn note(work: &Work, new: Note) -> Result<()> {
    let row = task_notes::Model {
        id: new.id,
        task_id: new.task_id,
        state: new.state.map(|state| state.word().to_owned()),
        note: new.note,
        written_by: new.written_by,
        written_at: millis(work.now()),
    };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// The notes of a task, oldest first.
///
/// # Errors
/// The engine's failure.
pub async fn notes_of(source: &impl Source, task_id: &str) -> Result<Vec<Note>> {
    let query = task_notes::Entity::find()
        .filter(task_notes::Column::TaskId.eq(task_id))
        .order_by_asc(task_notes::Column::WrittenAt)
        .order_by_asc(task_notes::Column::Id);
    let rows = query.all(&source.executor()).await?;
    let note = |row: task_notes::Model| {
        let state = row.state.as_deref().map(TaskState::from_word).transpose()?;
        let written_at = time(row.written_at);
        Ok(Note {
            id: row.id,
            task_id: row.task_id,
            state,
            note: row.note,
            written_by: row.written_by,
            written_at,
        })
    };
    rows.into_iter().map(note).collect()
}
