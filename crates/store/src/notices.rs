//! 站内通知: messages to the people of an organisation.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    tables::notices::{Column, Entity, Model},
    webhooks,
    work::insert_all,
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// Whose people read it.
    pub path: String,
    /// Only this one of them.
    pub person_id: Option<String>,
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
            person_id: row.person_id,
            batch_id: row.batch_id,
            kind: row.kind,
            detail: row.detail,
            sent_by: row.sent_by,
            sent_at: time(row.sent_at),
            read_at: row.read_at.map(time),
        }
    }
}

/// Sends messages, also on to the addresses that their organisations named for their kinds.
///
/// # Errors
/// The engine's failure.
pub async fn send(work: &Work, notices: Vec<Notice>) -> Result<()> {
    let now = millis(work.now());
    let new = notices.clone();
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
            person_id: one.person_id,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await?;
    webhooks::forward(work, &new).await
}

/// The messages within `scope` that are to everybody or to `person`, by time.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    (scope, person): (&Scope, &str),
    unread: bool,
    page: &PageRequest,
) -> Result<Page<Notice>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id)).filter(to(person));
    if unread {
        select = select.filter(Column::ReadAt.is_null());
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.sent_at), id: row.id.clone() };
    paged(source, select, (Column::SentAt, Column::Id), page, mark)
        .await?
        .try_map(|row| Ok::<_, crate::StoreError>(Notice::from(row)))
}

/// The message `id`, when `scope` holds it and it is to everybody or to `person`.
///
/// # Errors
/// The engine's failure.
pub async fn within(
    source: &impl Source,
    (scope, person): (&Scope, &str),
    id: &str,
) -> Result<Option<Notice>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id)).filter(to(person));
    Ok(query.one(&source.executor()).await?.map(Notice::from))
}

fn to(person: &str) -> Condition {
    Condition::any().add(Column::PersonId.is_null()).add(Column::PersonId.eq(person))
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
