//! Enterprises that ask to be let in; their zone decides.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    organisations::Organisation,
    page::paged,
    role::words,
    tables::registrations::{ActiveModel, Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr,
};

words! {
    /// What became of a registration.
    RegistrationState, "registration state", {
        /// Nobody decided yet.
        Waiting = "waiting",
        /// The enterprise was let in.
        Confirmed = "confirmed",
        /// It was not; the reason says why.
        Refused = "refused",
    }
}

/// One registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its id.
    pub id: String,
    /// The zone that decides.
    pub zone_id: String,
    /// The zone's path.
    pub path: String,
    /// The enterprise's legal name.
    pub name: String,
    /// Its 统一社会信用代码.
    pub credit_code: String,
    /// The log-in name wished for, case folded.
    pub login: String,
    /// The person to ask.
    pub contact: String,
    /// What became of it.
    pub state: RegistrationState,
    /// Why it was refused.
    pub reason: Option<String>,
    /// Asked then.
    pub created_at: Timestamp,
    /// Decided then.
    pub decided_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Registration {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self> {
        Ok(Self {
            state: RegistrationState::from_word(&model.state)?,
            id: model.id,
            zone_id: model.zone_id,
            path: model.path,
            name: model.name,
            credit_code: model.credit_code,
            login: model.login,
            contact: model.contact,
            reason: model.reason,
            created_at: time(model.created_at),
            decided_at: model.decided_at.map(time),
            version: model.version,
        })
    }
}

/// What an enterprise says of itself, checked by the caller.
#[derive(Debug, Clone)]
pub struct NewRegistration<'a> {
    /// Its id.
    pub id: &'a str,
    /// The zone that is to decide.
    pub zone: &'a Organisation,
    /// The enterprise's legal name.
    pub name: &'a str,
    /// Its 统一社会信用代码.
    pub credit_code: &'a str,
    /// The log-in name wished for, case folded.
    pub login: &'a str,
    /// The person to ask.
    pub contact: &'a str,
}

/// Enters a registration.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: &NewRegistration<'_>) -> Result<Registration> {
    let model = Model {
        id: new.id.to_owned(),
        zone_id: new.zone.id.clone(),
        path: new.zone.path.clone(),
        name: new.name.to_owned(),
        credit_code: new.credit_code.to_owned(),
        login: new.login.to_owned(),
        contact: new.contact.to_owned(),
        state: RegistrationState::Waiting.word().to_owned(),
        reason: None,
        decided_by: None,
        created_at: millis(work.now()),
        decided_at: None,
        version: 1,
    };
    model.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Decides a waiting registration; `false` when somebody decided it first.
///
/// # Errors
/// The engine's failure.
pub async fn decide(
    work: &Work,
    seen: &Registration,
    state: RegistrationState,
    reason: Option<&str>,
    by: &str,
) -> Result<bool> {
    let change = ActiveModel {
        state: Set(state.word().to_owned()),
        reason: Set(reason.map(str::to_owned)),
        decided_by: Set(Some(by.to_owned())),
        decided_at: Set(Some(millis(work.now()))),
        ..Default::default()
    };
    let update = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::State.eq(RegistrationState::Waiting.word()));
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// The registration `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Registration>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::Id));
    query.one(&source.executor()).await?.map(Registration::try_from).transpose()
}

/// The registrations within `scope`, by the time they were made; `state` narrows.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    state: Option<RegistrationState>,
    page: &PageRequest,
) -> Result<Page<Registration>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::Id));
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.created_at), id: row.id.clone() };
    paged(source, select, (Column::CreatedAt, Column::Id), page, mark).await?.try_map(Registration::try_from)
}
