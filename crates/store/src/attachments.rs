//! Files that people attached as evidence; the content lies outside the database, named by its hash.

use crate::{
    Scope, Source, Work,
    error::Result,
    moment::{millis, time},
    tables::attachments::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// A file that was attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: String,
    /// SHA-256 of the content.
    pub hash: String,
    /// The name it was sent under.
    pub name: String,
    /// What it is, as its content shows.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// The enterprise it is about.
    pub enterprise_id: String,
    /// That enterprise's path.
    pub path: String,
    /// Who sent it.
    pub uploaded_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub created_at: Timestamp,
}

impl From<Model> for Attachment {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            hash: row.hash,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
            enterprise_id: row.enterprise_id,
            path: row.path,
            uploaded_by: row.uploaded_by,
            created_at: time(row.created_at),
        }
    }
}

/// Enters an attachment.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: Attachment) -> Result<Attachment> {
    let row = Model {
        id: new.id,
        hash: new.hash,
        name: new.name,
        media_type: new.media_type,
        size: new.size,
        enterprise_id: new.enterprise_id,
        path: new.path,
        uploaded_by: new.uploaded_by,
        created_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// The attachment `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Attachment>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::UploadedBy));
    Ok(query.one(&source.executor()).await?.map(Attachment::from))
}

/// The attachments of an enterprise, latest first.
///
/// # Errors
/// The engine's failure.
pub async fn of_enterprise(source: &impl Source, enterprise_id: &str) -> Result<Vec<Attachment>> {
    let query = Entity::find().filter(Column::EnterpriseId.eq(enterprise_id));
    let rows =
        query.order_by_desc(Column::CreatedAt).order_by_asc(Column::Id).all(&source.executor()).await?;
    Ok(rows.into_iter().map(Attachment::from).collect())
}
