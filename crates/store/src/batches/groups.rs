//! 分组: groups of a batch with last days of their own. Rows only; who belongs to which is decided outside.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::day,
    tables::{
        batch_groups::{Column, Entity, Model},
        participants::{Column as ParticipantColumn, Entity as Participants},
    },
    work::{CHUNK, insert_all},
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::Expr,
};

/// A group of those who take part, with what an enterprise must be to belong to it: all that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What people call it.
    pub name: String,
    /// The last day for its enterprises.
    pub deadline: Date,
    /// In this park.
    pub park: Option<String>,
    /// Whose industry code begins so.
    pub industry: Option<String>,
    /// In this field of technology.
    pub field: Option<String>,
    /// With this label.
    pub label: Option<String>,
}

impl TryFrom<Model> for Group {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            deadline: day("batch_groups.deadline", Some(row.deadline))?.unwrap_or(Date::MIN),
            name: row.name,
            park: row.park,
            industry: row.industry,
            field: row.field,
            label: row.label,
        })
    }
}

/// The groups of a batch, the first one that fits first.
///
/// # Errors
/// The engine's failure.
pub async fn groups_of(source: &impl Source, batch_id: &str) -> Result<Vec<Group>> {
    let query = Entity::find().filter(Column::BatchId.eq(batch_id)).order_by_asc(Column::Place);
    query.all(&source.executor()).await?.into_iter().map(Group::try_from).collect()
}

/// Puts `groups` in the place of those the batch had.
///
/// # Errors
/// The engine's failure.
pub async fn replace_groups(work: &Work, batch_id: &str, groups: Vec<Group>) -> Result<()> {
    Entity::delete_many().filter(Column::BatchId.eq(batch_id)).exec(&work.executor()).await?;
    let rows = groups.into_iter().zip(0..).map(|(one, place)| {
        let row = Model {
            batch_id: batch_id.to_owned(),
            place,
            name: one.name,
            deadline: one.deadline.to_string(),
            park: one.park,
            industry: one.industry,
            field: one.field,
            label: one.label,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// Puts the participants `ids` into a group, or, with `None`, into none.
///
/// # Errors
/// The engine's failure.
pub async fn regroup(work: &Work, ids: &[&str], group: Option<(&str, Date)>) -> Result<()> {
    let (name, deadline) = group.unzip();
    for chunk in ids.chunks(CHUNK) {
        Participants::update_many()
            .col_expr(ParticipantColumn::GroupName, Expr::value(name))
            .col_expr(ParticipantColumn::GroupDeadline, Expr::value(deadline.map(|day| day.to_string())))
            .col_expr(ParticipantColumn::Version, Expr::col(ParticipantColumn::Version).add(1))
            .filter(ParticipantColumn::Id.is_in(chunk.iter().copied()))
            .exec(&work.executor())
            .await?;
    }
    Ok(())
}
