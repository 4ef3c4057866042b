//! 政策申报: applications of enterprises under policies, and what officers answered. Amounts are whole cents (分).

mod read;

pub use read::{
    ApplicationFilter, ApplicationMove, applicants, applications_page, due_by, moves_of, of_enterprise,
    passed, within,
};

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    role::words,
    tables::{
        policy_application_moves,
        policy_applications::{ActiveModel, Column, Entity, Model},
    },
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

words! {
    /// How far an application is.
    ApplicationState, "state of an application", {
        /// 待核验.
        Submitted = "submitted",
        /// 待补正.
        Asked = "asked",
        /// 核验通过.
        Passed = "passed",
        /// 不予通过.
        Refused = "refused",
        /// 已撤回.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What is done to it.
    ApplicationAction, "action on an application", {
        /// 提交.
        Apply = "apply",
        /// 要求补正.
        Ask = "ask",
        /// 补正.
        Answer = "answer",
        /// 核验通过.
        Pass = "pass",
        /// 不予通过.
        Refuse = "refuse",
        /// 撤回.
        Withdraw = "withdraw",
    }
}

/// One enterprise applies under one policy, for the money of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Its id.
    pub id: String,
    /// The zone that decides.
    pub zone_id: String,
    /// Who applies.
    pub enterprise_id: String,
    /// The enterprise's path.
    pub path: String,
    /// The policy's code.
    pub policy: String,
    /// Its Chinese name as it was.
    pub policy_name: String,
    /// Its English name, where it has one.
    pub policy_name_en: Option<String>,
    /// Its version as it was.
    pub policy_version: String,
    /// Its whole file as it was.
    pub policy_text: String,
    /// A word of a way.
    pub way: String,
    /// Whether somebody issued it.
    pub official: bool,
    /// The year whose money is paid.
    pub period: i32,
    /// The run whose data it was filled in from.
    pub run_id: String,
    /// 匹配码.
    pub code: String,
    /// The day of matching.
    pub matched_on: Date,
    /// By formula and caps; none where the award is not money.
    pub claimed: Option<i64>,
    /// JSON: data filled in, officer checks and materials, as they were.
    pub form: String,
    /// JSON: which attachment proves which material.
    pub materials: String,
    /// JSON: what officers answered.
    pub answers: String,
    /// How far it is.
    pub state: ApplicationState,
    /// Why more is asked for, or why it was refused.
    pub reason: Option<String>,
    /// To be decided by this day, the day included.
    pub due_on: Option<Date>,
    /// Who applied.
    pub applied_by: String,
    /// When; [`apply`] sets it to the time of the change.
    pub applied_at: Timestamp,
    /// Who decided; none where the rules did.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// When it moved last.
    pub changed_at: Timestamp,
    /// Grows with each move.
    pub version: i64,
}

impl TryFrom<Model> for Application {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: ApplicationState::from_word(&row.state)?,
            matched_on: day("policy_applications.matched_on", Some(row.matched_on))?.unwrap_or(Date::MIN),
            due_on: day("policy_applications.due_on", row.due_on)?,
            period: i32::try_from(row.period).unwrap_or_default(),
            official: row.official != 0,
            id: row.id,
            zone_id: row.zone_id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            policy: row.policy,
            policy_name: row.policy_name,
            policy_name_en: row.policy_name_en,
            policy_version: row.policy_version,
            policy_text: row.policy_text,
            way: row.way,
            run_id: row.run_id,
            code: row.code,
            claimed: row.claimed,
            form: row.form,
            materials: row.materials,
            answers: row.answers,
            reason: row.reason,
            applied_by: row.applied_by,
            applied_at: time(row.applied_at),
            decided_by: row.decided_by,
            decided_at: row.decided_at.map(time),
            changed_at: time(row.changed_at),
            version: row.version,
        })
    }
}

/// Enters an application, with the move that tells of it.
///
/// # Errors
/// [`StoreError::Taken`] when the enterprise has one for the policy and year that was neither refused nor taken back.
pub async fn apply(work: &Work, new: Application, move_id: String) -> Result<Application> {
    let now = millis(work.now());
    let row = Model {
        id: new.id,
        zone_id: new.zone_id,
        enterprise_id: new.enterprise_id,
        path: new.path,
        policy: new.policy,
        policy_name: new.policy_name,
        policy_name_en: new.policy_name_en,
        policy_version: new.policy_version,
        policy_text: new.policy_text,
        way: new.way,
        official: new.official.into(),
        period: new.period.into(),
        run_id: new.run_id,
        code: new.code,
        matched_on: new.matched_on.to_string(),
        claimed: new.claimed,
        form: new.form,
        materials: new.materials,
        answers: new.answers,
        state: ApplicationState::Submitted.word().to_owned(),
        reason: None,
        due_on: new.due_on.map(|day| day.to_string()),
        applied_by: new.applied_by,
        applied_at: now,
        decided_by: None,
        decided_at: None,
        changed_at: now,
        version: 1,
    };
    let application: Application = row.into_active_model().insert(&work.executor()).await?.try_into()?;
    let by = Some(application.applied_by.clone());
    note(work, &application, (move_id, ApplicationAction::Apply, by, None)).await?;
    Ok(application)
}

/// What changes when an application moves on; what is none stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The id of the row that tells of it.
    pub id: String,
    /// What is done.
    pub action: ApplicationAction,
    /// The state afterwards.
    pub state: ApplicationState,
    /// Who does it; none where the rules decide.
    pub by: Option<String>,
    /// What is said with it.
    pub note: Option<String>,
    /// JSON: materials, all of them anew.
    pub materials: Option<String>,
    /// JSON: what officers answered, all of it anew.
    pub answers: Option<String>,
    /// The clock.
    pub due_on: Option<Date>,
}

/// Moves `seen` on, with the row that tells of it.
///
/// # Errors
/// [`StoreError::Stale`] when somebody moved it first.
pub async fn advance(work: &Work, seen: &Application, made: Move) -> Result<Application> {
    use ApplicationAction as Action;
    let now = millis(work.now());
    let mut row =
        ActiveModel { state: Set(made.state.word().to_owned()), changed_at: Set(now), ..Default::default() };
    if let Some(materials) = made.materials {
        row.materials = Set(materials);
    }
    if let Some(answers) = made.answers {
        row.answers = Set(answers);
    }
    if let Some(due_on) = made.due_on {
        row.due_on = Set(Some(due_on.to_string()));
    }
    if matches!(made.action, Action::Ask | Action::Refuse) {
        row.reason = Set(made.note.clone());
    }
    if matches!(made.action, Action::Answer | Action::Pass) {
        row.reason = Set(None);
    }
    if matches!(made.action, Action::Pass | Action::Refuse) {
        row.decided_by = Set(made.by.clone());
        row.decided_at = Set(Some(now));
    }
    let seen_at = (Column::Version, seen.version);
    let row = change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, row, |row| row.version).await?;
    let application: Application = row.try_into()?;
    note(work, &application, (made.id, made.action, made.by, made.note)).await?;
    Ok(application)
}

/// Writes down how `application` got to where it is now.
async fn note(
    work: &Work,
    application: &Application,
    (id, action, by, note): (String, ApplicationAction, Option<String>, Option<String>),
) -> Result<()> {
    let row = policy_application_moves::Model {
        id,
        application_id: application.id.clone(),
        action: action.word().to_owned(),
        state: application.state.word().to_owned(),
        note,
        made_by: by,
        made_at: millis(work.now()),
        place: application.version,
    };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}
