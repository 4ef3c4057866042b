//! The people to ask at an enterprise: personal data.

use crate::{
    Source, Work,
    error::Result,
    tables::enterprise_contacts::{Column, Entity, Model},
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// A person to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The person's name.
    pub name: String,
    /// What the person does there.
    pub duty: Option<String>,
    /// 电话.
    pub telephone: Option<String>,
    /// 电子邮箱.
    pub email: Option<String>,
}

/// The contacts of an enterprise, unmasked.
///
/// # Errors
/// The engine's failure.
pub async fn contacts_of(source: &impl Source, enterprise_id: &str) -> Result<Vec<Contact>> {
    let query = Entity::find().filter(Column::EnterpriseId.eq(enterprise_id)).order_by_asc(Column::Id);
    let rows = query.all(&source.executor()).await?;
    Ok(rows.into_iter().map(contact).collect())
}

/// The contacts of several enterprises.
///
/// # Errors
/// The engine's failure.
pub async fn contacts_of_all(source: &impl Source, enterprise_ids: &[String]) -> Result<Vec<Contact>> {
    let mut all = Vec::new();
    for ids in enterprise_ids.chunks(1_000) {
        let query = Entity::find()
            .filter(Column::EnterpriseId.is_in(ids.iter().map(String::as_str)))
            .order_by_asc(Column::Id);
        all.extend(query.all(&source.executor()).await?.into_iter().map(contact));
    }
    Ok(all)
}

fn contact(row: Model) -> Contact {
    Contact {
        id: row.id,
        enterprise_id: row.enterprise_id,
        name: row.name,
        duty: row.duty,
        telephone: row.telephone,
        email: row.email,
    }
}

/// Puts `contacts` in the place of all that the enterprises `of` had.
///
/// # Errors
/// The engine's failure.
pub async fn replace_contacts(work: &Work, of: &[String], contacts: Vec<Contact>) -> Result<()> {
    for ids in of.chunks(1_000) {
        let old = Entity::delete_many().filter(Column::EnterpriseId.is_in(ids.iter().map(String::as_str)));
        old.exec(&work.executor()).await?;
    }
    let rows = contacts.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            enterprise_id: one.enterprise_id,
            name: one.name,
            duty: one.duty,
            telephone: one.telephone,
            email: one.email,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}
