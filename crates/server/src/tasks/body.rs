//! A task as it is told.

use super::advice::Advice;
use crate::{desk::Desk, wire::TaskStateWord};
use formula::Language;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;
use store::{
    StoreError, enterprises,
    task_files::{self, TaskFile},
    tasks::{Note, Task},
    users,
};
use utoipa::ToSchema;

/// A task.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Task)]
pub(crate) struct TaskBody {
    /// Its id.
    id: String,
    /// The enterprise.
    enterprise_id: String,
    /// Its name now.
    enterprise_name: Option<String>,
    /// 统一社会信用代码.
    credit_code: Option<String>,
    /// The rung it is about.
    rung: String,
    /// The list it came from.
    list: String,
    /// The run that list was computed from.
    run_id: String,
    /// The campaign.
    campaign: String,
    /// What the enterprise lacked then.
    advice: String,
    /// Who looks after it.
    assignee_id: String,
    /// That person's name.
    assignee_name: Option<String>,
    /// By when.
    due_on: String,
    /// Whether it is open and its last day is past.
    overdue: bool,
    /// How far it is.
    state: TaskStateWord,
    /// Why it was given up.
    reason: Option<String>,
    /// Made then.
    created_at: String,
    /// Changed last then.
    changed_at: String,
}

/// A note of a task.
#[derive(Serialize, ToSchema)]
#[schema(as = TaskNote)]
pub(crate) struct NoteBody {
    /// The state it moved to; absent for a remark.
    state: Option<TaskStateWord>,
    /// What was said.
    note: String,
    /// By whom.
    written_by: Option<String>,
    /// When.
    written_at: String,
}

/// A task with its notes.
#[derive(Serialize, ToSchema)]
#[schema(as = TaskDetail)]
pub(crate) struct TaskDetail {
    /// The task.
    #[serde(flatten)]
    task: TaskBody,
    /// What happened, oldest first.
    notes: Vec<NoteBody>,
    /// Files, oldest first.
    files: Vec<FileBody>,
}

/// A file of a task.
#[derive(Serialize, ToSchema)]
#[schema(as = TaskFile)]
pub(crate) struct FileBody {
    /// Its id.
    id: String,
    /// The name it was sent under.
    name: String,
    /// What it is, as its content shows.
    media_type: String,
    /// Bytes.
    size: i64,
    /// SHA-256 of the content.
    hash: String,
    /// By whom.
    added_by: Option<String>,
    /// When.
    added_at: String,
}

impl FileBody {
    pub(super) fn of(file: TaskFile, added_by: Option<String>) -> Self {
        Self {
            id: file.id,
            name: file.name,
            media_type: file.media_type,
            size: file.size,
            hash: file.hash,
            added_by,
            added_at: file.added_at.to_string(),
        }
    }
}

/// Names of enterprises and people, looked up together.
pub(super) struct Names {
    enterprises: HashMap<String, (String, String)>,
    people: HashMap<String, String>,
    today: Date,
    language: Language,
}

impl Names {
    pub(super) async fn of(desk: &Desk, tasks: &[Task]) -> Result<Self, StoreError> {
        let ids: Vec<String> = tasks.iter().map(|one| one.enterprise_id.clone()).collect();
        let mut enterprises = HashMap::new();
        for ids in ids.chunks(1_000) {
            for one in enterprises::by_ids(desk.database(), ids).await? {
                enterprises.insert(one.id, (one.name, one.credit_code));
            }
        }
        let mut people: HashMap<String, String> = HashMap::new();
        for task in tasks {
            if !people.contains_key(&task.assignee_id)
                && let Some(user) = users::by_id(desk.database(), &task.assignee_id).await?
            {
                people.insert(user.id, user.name);
            }
        }
        let (today, language) = (crate::caller::beijing_day(desk.now()), desk.context.language);
        Ok(Self { enterprises, people, today, language })
    }

    pub(super) fn body(&self, task: Task) -> TaskBody {
        let enterprise = self.enterprises.get(&task.enterprise_id);
        let open =
            domain::cultivation::Task::from_word(task.state.word()).is_some_and(|state| state.is_open());
        TaskBody {
            enterprise_name: enterprise.map(|(name, _)| name.clone()),
            credit_code: enterprise.map(|(_, code)| code.clone()),
            assignee_name: self.people.get(&task.assignee_id).cloned(),
            overdue: open && task.due_on < self.today,
            id: task.id,
            enterprise_id: task.enterprise_id,
            rung: task.rung,
            list: task.list,
            run_id: task.run_id,
            campaign: task.campaign,
            advice: Advice::said(&task.advice, self.language),
            assignee_id: task.assignee_id,
            due_on: task.due_on.to_string(),
            state: task.state.into(),
            reason: task.reason,
            created_at: task.created_at.to_string(),
            changed_at: task.changed_at.to_string(),
        }
    }
}

impl TaskDetail {
    pub(super) async fn of(desk: &Desk, task: Task, notes: Vec<Note>) -> Result<Self, StoreError> {
        let names = Names::of(desk, std::slice::from_ref(&task)).await?;
        let mut told = Vec::with_capacity(notes.len());
        for one in notes {
            let by = users::by_id(desk.database(), &one.written_by).await?;
            told.push(NoteBody {
                state: one.state.map(Into::into),
                note: one.note,
                written_by: by.map(|user| user.name),
                written_at: one.written_at.to_string(),
            });
        }
        let mut files = Vec::new();
        for file in task_files::of_task(desk.database(), &task.id).await? {
            let by = users::by_id(desk.database(), &file.added_by).await?;
            files.push(FileBody::of(file, by.map(|user| user.name)));
        }
        Ok(Self { task: names.body(task), notes: told, files })
    }
}
