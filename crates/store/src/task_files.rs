//! Files that officers add to a task: a record of a visit, a signed promise. The enterprise does not see them.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::task_files::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// A file of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFile {
    /// Its id.
    pub id: String,
    /// The task.
    pub task_id: String,
    /// SHA-256 of the content.
    pub hash: String,
    /// The name it was sent under.
    pub name: String,
    /// What it is, as its content shows.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Who sent it.
    pub added_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub added_at: Timestamp,
}

impl From<Model> for TaskFile {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            task_id: row.task_id,
            hash: row.hash,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
            added_by: row.added_by,
            added_at: time(row.added_at),
        }
    }
}

/// Adds a file.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: TaskFile) -> Result<TaskFile> {
    let row = Model {
        id: new.id,
        task_id: new.task_id,
        hash: new.hash,
        name: new.name,
        media_type: new.media_type,
        size: new.size,
        added_by: new.added_by,
        added_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// The files of a task, oldest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_task(source: &impl Source, task_id: &str) -> Result<Vec<TaskFile>> {
    let query = Entity::find().filter(Column::TaskId.eq(task_id));
    let rows = query.order_by_asc(Column::AddedAt).order_by_asc(Column::Id).all(&source.executor()).await?;
    Ok(rows.into_iter().map(TaskFile::from).collect())
}
