//! 站内通知: messages to the people of an organisation.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    tables::notices::{Column, Entity, Model},
    work::insert_all,
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// Whose people read it.
    pub path: String,
    /// The batch it is about.
    pub batch_id: Option<String>,
    /// What it says; words the server gives a meaning.
    pub kind: String,
    /// What goes into the words, as JSON text.
    pub detail: String,
    /// Who sent it.
    pub sent_by: Option<String>,
    /// When; [`send`] sets it to the time of the change.
    pub sent_at: Timestamp,
    /// Read first then.
    pub read_at: Option<Timestamp>,
}

impl From<Model> for Notice {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            path: row.path,
            batch_id: row.batch_id,
            kind: row.kind,
            detail: row.detail,
            sent_by: row.sent_by,
            sent_at: time(row.sent_at),
            read_at: row.read_at.map(time),
        }
    }
}

/// Sends messages.
///
/// # Errors
/// The engine's failure.
pub async fn send(work: &Work, notices: Vec<Notice>) -> Result<()> {
    let now = millis(work.now());
    let rows = notices.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            path: one.path,
            batch_id: one.batch_id,
            kind: one.kind,
            detail: one.detail,
            sent_by: one.sent_by,
            sent_at: now,
            read_at: None,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// The messages within `scope`, by time.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    unread: bool,
    page: &PageRequest,
) -> Result<Page<Notice>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if unread {
        select = select.filter(Column::ReadAt.is_null());
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.sent_at), id: row.id.clone() };
    paged(source, select, (Column::SentAt, Column::Id), page, mark)
        .await?
        .try_map(|row| Ok::<_, crate::StoreError>(Notice::from(row)))
}

/// The message `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Notice>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    Ok(query.one(&source.executor()).await?.map(Notice::from))
}

/// Notes that a message was read.
///
/// # Errors
/// The engine's failure.
pub async fn read(work: &Work, id: &str) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(millis(work.now())))
        .filter(Column::Id.eq(id))
        .filter(Column::ReadAt.is_null());
    update.exec(&work.executor()).await?;
    Ok(())
}
