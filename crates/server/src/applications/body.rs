//! Applications as they are sent. Amounts are yuan as decimal text, to the cent.

use super::{MaterialFile, form::Form, form::FormDatum};
use crate::{
    awards::yuan,
    caller::beijing_day,
    desk::Desk,
    library::today,
    wire::{ApplicationActionWord, ApplicationStateWord, AwardStateWord, PolicyWayWord},
};
use domain::policies::applying::working_days_between;
use formula::Language;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use store::{
    applications::{Application, ApplicationMove, ApplicationState},
    awards::Award,
    enterprises::Enterprise,
};
use utoipa::ToSchema;

/// An application under a policy.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyApplication)]
pub(crate) struct ApplicationBody {
    /// Its id.
    id: String,
    /// Who applies.
    enterprise_id: String,
    /// Its name now.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// The policy's code.
    policy: String,
    /// Its name as it was, in the reader's language.
    policy_name: String,
    /// Its version as it was.
    policy_version: String,
    /// Whether somebody issued it.
    official: bool,
    /// How it reaches the entitled.
    way: PolicyWayWord,
    /// The year whose money is paid.
    period: i32,
    /// What it would get by formula and caps; absent where the award is not money.
    claimed: Option<String>,
    /// How far it is.
    state: ApplicationStateWord,
    /// Why more is asked for, or why it was refused.
    reason: Option<String>,
    /// To be decided by this day, the day included.
    due_on: Option<String>,
    /// Working days left, today not counted; below nought when it is late. Absent while nobody's clock runs.
    working_days_left: Option<i32>,
    /// When it was handed in.
    applied_at: String,
    /// When it was decided.
    decided_at: Option<String>,
    /// When it moved last.
    changed_at: String,
    /// For `If-Match`.
    version: i64,
}

impl ApplicationBody {
    pub(super) fn of(desk: &Desk, one: &Application, known: &HashMap<String, Enterprise>) -> Self {
        let known = known.get(&one.enterprise_id);
        let (name, credit_code) =
            known.map(|known| (known.name.clone(), known.credit_code.clone())).unwrap_or_default();
        Self {
            id: one.id.clone(),
            enterprise_id: one.enterprise_id.clone(),
            name,
            credit_code,
            policy: one.policy.clone(),
            policy_name: policy_name(one, desk.context.language),
            policy_version: one.policy_version.clone(),
            official: one.official,
            way: way(&one.way),
            period: one.period,
            claimed: one.claimed.map(yuan),
            state: one.state.into(),
            reason: one.reason.clone(),
            due_on: one.due_on.map(|day| day.to_string()),
            working_days_left: days_left(desk, one),
            applied_at: one.applied_at.to_string(),
            decided_at: one.decided_at.map(|at| at.to_string()),
            changed_at: one.changed_at.to_string(),
            version: one.version,
        }
    }
}

fn policy_name(one: &Application, language: Language) -> String {
    match (language, &one.policy_name_en) {
        (Language::English, Some(name)) => name.clone(),
        _ => one.policy_name.clone(),
    }
}

/// The word of a way; what an older program wrote is read as the longest.
fn way(word: &str) -> PolicyWayWord {
    serde_json::from_value(Value::String(word.to_owned())).unwrap_or(PolicyWayWord::Review)
}

/// The clock runs while an officer has to move.
fn days_left(desk: &Desk, one: &Application) -> Option<i32> {
    let due = one.due_on.filter(|_| one.state == ApplicationState::Submitted)?;
    let today = today(desk);
    let (ahead, behind) = (working_days_between(today, due), working_days_between(due, today));
    Some(i32::from(ahead) - i32::from(behind))
}

/// What an officer answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationAnswer)]
pub(crate) struct CheckAnswer {
    /// The check's code in the policy.
    pub(super) code: String,
    /// Whether it is met.
    pub(super) yes: bool,
    /// What was looked at.
    pub(super) note: Option<String>,
}

/// A check of the policy, and what an officer answered.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationCheck)]
pub(crate) struct CheckBody {
    /// Its code in the policy.
    code: String,
    /// What it is called.
    name: String,
    /// The question; yes means met.
    question: String,
    /// The answer; absent while nobody answered.
    yes: Option<bool>,
    /// What was looked at.
    note: Option<String>,
}

/// A material of the policy, and the file that proves it.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationMaterial)]
pub(crate) struct MaterialBody {
    /// What is asked for.
    name: String,
    /// The attachment.
    attachment_id: Option<String>,
}

/// One move of an application.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationMove)]
pub(crate) struct MoveBody {
    /// What was done.
    action: ApplicationActionWord,
    /// The state afterwards.
    state: ApplicationStateWord,
    /// What was said with it.
    note: Option<String>,
    /// Who did it; absent where the rules decided.
    made_by_name: Option<String>,
    /// When.
    made_at: String,
}

impl MoveBody {
    pub(super) fn of(one: ApplicationMove, people: &HashMap<String, String>) -> Self {
        Self {
            action: one.action.into(),
            state: one.state.into(),
            note: one.note,
            made_by_name: one.made_by.and_then(|by| people.get(&by).cloned()),
            made_at: one.made_at.to_string(),
        }
    }
}

/// What became of the money.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationAward)]
pub(crate) struct AwardOfApplication {
    /// The award.
    id: String,
    /// On this list.
    list_id: String,
    /// What is paid.
    amount: String,
    /// How far it is.
    state: AwardStateWord,
}

impl AwardOfApplication {
    pub(super) fn of(award: Award) -> Self {
        Self { id: award.id, list_id: award.list_id, amount: yuan(award.amount), state: award.state.into() }
    }
}

/// An application with everything that belongs to it.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyApplicationPage)]
pub(crate) struct ApplicationPage {
    /// The application.
    #[serde(flatten)]
    pub(super) application: ApplicationBody,
    /// What the policy looked at when it was handed in.
    pub(super) data: Vec<FormDatum>,
    /// What only officers can answer.
    pub(super) checks: Vec<CheckBody>,
    /// What proves it.
    pub(super) materials: Vec<MaterialBody>,
    /// The participant whose attachments they are.
    pub(super) participant_id: Option<String>,
    /// First to last.
    pub(super) moves: Vec<MoveBody>,
    /// What became of the money; absent while it is on no list.
    pub(super) award: Option<AwardOfApplication>,
    /// The run whose data were filled in.
    pub(super) run_id: String,
    /// 匹配码.
    pub(super) code: String,
    /// The day of matching.
    pub(super) matched_on: String,
    /// The policy's whole file as it was.
    pub(super) policy_text: String,
}

pub(super) fn checks_told(one: &Application, language: Language) -> Vec<CheckBody> {
    let answers: Vec<CheckAnswer> = serde_json::from_str(&one.answers).unwrap_or_default();
    let checks = Form::kept(&one.form).checks.into_iter().map(|check| {
        let answer = answers.iter().find(|answer| answer.code == check.code);
        CheckBody {
            yes: answer.map(|answer| answer.yes),
            note: answer.and_then(|answer| answer.note.clone()),
            name: check.name.told(language),
            question: check.question.told(language),
            code: check.code,
        }
    });
    checks.collect()
}

pub(super) fn materials_told(one: &Application, language: Language) -> Vec<MaterialBody> {
    let files: Vec<MaterialFile> = serde_json::from_str(&one.materials).unwrap_or_default();
    let asked = Form::kept(&one.form).materials.into_iter().enumerate().map(|(place, name)| {
        let file = files.iter().find(|file| file.material == place);
        MaterialBody { name: name.told(language), attachment_id: file.map(|file| file.attachment_id.clone()) }
    });
    asked.collect()
}

/// The year of the data the form was filled in from: the year before the money's.
pub(super) fn data_told(one: &Application, year: i32, language: Language) -> Vec<FormDatum> {
    Form::kept(&one.form).data_told(year, language)
}

/// The day an application was last moved.
pub(super) fn moved_on(one: &Application) -> jiff::civil::Date {
    beijing_day(one.changed_at)
}
