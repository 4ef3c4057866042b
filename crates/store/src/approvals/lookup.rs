//! Finding what waits for a second person, as far as somebody may see it.

use super::{Approval, ApprovalState};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, Work,
    error::Result,
    moment::millis,
    page::paged,
    tables::approvals::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

/// What a person sees: what they asked for themselves, and what lies in reach of a permission they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The person.
    pub own: String,
    /// Permissions (`None`: whatever the permission) and how far each reaches.
    pub reaches: Vec<(Option<String>, Scope)>,
}

impl Sight {
    fn condition(&self) -> Condition {
        let mut any = Condition::any().add(Column::RequestedBy.eq(self.own.as_str()));
        for (permission, scope) in &self.reaches {
            let mut all = Condition::all().add(scope.on(Column::Path, Column::RequestedBy));
            if let Some(permission) = permission {
                all = all.add(Column::Permission.eq(permission.as_str()));
            }
            any = any.add(all);
        }
        any
    }
}

/// Which ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In this state.
    pub state: Option<ApprovalState>,
    /// Asked by this person.
    pub requested_by: Option<String>,
}

/// The approval `id`, when it is in sight.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, sight: &Sight, id: &str) -> Result<Option<Approval>> {
    let query = Entity::find_by_id(id).filter(sight.condition());
    query.one(&source.executor()).await?.map(Approval::try_from).transpose()
}

/// Those in sight, by the time they were asked.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    sight: &Sight,
    filter: &Filter,
    now: Timestamp,
    page: &PageRequest,
) -> Result<Page<Approval>> {
    let mut select = Entity::find().filter(sight.condition());
    if let Some(state) = filter.state {
        select = select.filter(in_state(state, millis(now)));
    }
    if let Some(person) = &filter.requested_by {
        select = select.filter(Column::RequestedBy.eq(person.as_str()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.created_at), id: row.id.clone() };
    paged(source, select, (Column::CreatedAt, Column::Id), page, mark).await?.try_map(Approval::try_from)
}

fn in_state(state: ApprovalState, now: i64) -> Condition {
    let stored = |state: ApprovalState| Condition::all().add(Column::State.eq(state.word()));
    match state {
        ApprovalState::Waiting => stored(state).add(Column::ExpiresAt.gt(now)),
        ApprovalState::Expired => stored(ApprovalState::Waiting).add(Column::ExpiresAt.lte(now)),
        _ => stored(state),
    }
}

/// The same instruction by the same person, when it still waits: asking twice keeps one. Others who ask at the same
/// time wait until this work has ended.
///
/// # Errors
/// The engine's failure.
pub async fn waiting_like(work: &Work, person: &str, instruction: &str) -> Result<Option<Approval>> {
    work.take_turns(&format!("approvals {person}")).await?;
    let query = Entity::find()
        .filter(Column::RequestedBy.eq(person))
        .filter(in_state(ApprovalState::Waiting, millis(work.now())))
        .filter(Column::Instruction.eq(instruction));
    query.one(&work.executor()).await?.map(Approval::try_from).transpose()
}
