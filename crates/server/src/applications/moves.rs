//! Moves of an application between the enterprise and the officers of its zone.

use super::{
    ApplicationBody, CheckAnswer, MaterialFile, after, body, check_party, form::Form, found, tell_enterprise,
    tell_officers, told,
};
use crate::{
    awards::named,
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::today,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    rules::policy_officers,
    wire::ApplicationActionWord,
};
use axum::extract::Path;
use domain::policies::applying::{self, working_days_after, working_days_between};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::applications::{self, Application, ApplicationAction, Move};
use utoipa::ToSchema;

/// A move.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MovePolicyApplication {
    /// What is done. `apply` is no move.
    action: ApplicationActionWord,
    /// What is said with it: asked for, answered, why not.
    note: Option<String>,
    /// For `pass`: an answer to every check, all of them yes. For `refuse`: what was answered.
    answers: Option<Vec<CheckAnswer>>,
    /// For `answer`: the files, one for each material; as they were when left out.
    materials: Option<Vec<MaterialFile>>,
}

/// Moves an application on: officers ask for more, pass it or refuse it; the enterprise answers or takes it back. The other side
/// is told. While more is asked for the clock stands still.
#[utoipa::path(post, path = "/api/v1/policy-applications/{id}/moves", operation_id = "move_policy_application",
    tag = "policies", params(("id" = String, Path, description = "The application")),
    request_body = MovePolicyApplication,
    responses((status = 200, body = ApplicationBody, description = "Moved")),
    extensions(("x-permission" = json!("policy-application:move")), ("x-if-match" = json!("required"))))]
pub(crate) async fn move_policy_application(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<MovePolicyApplication>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let action = ApplicationAction::from(given.action);
    let made = applying::ApplicationAction::from_word(action.word()).ok_or_else(|| {
        let mut checks = Checks::default();
        checks.that(false, "/action", "这一步不能这样办理", "is no move");
        checks.done().err().unwrap_or_else(|| Problem::new(Code::NotAccepted))
    })?;
    check_party(&desk, made)?;
    let next = after(&seen, made)?;
    let form = Form::kept(&seen.form);
    checked(&given, action, &form)?;
    let materials = given.materials.as_deref().filter(|_| action == ApplicationAction::Answer);
    if let Some(materials) = materials {
        super::apply::check_materials(&desk, &seen.enterprise_id, materials, form.materials.len()).await?;
    }
    let decides = matches!(action, ApplicationAction::Pass | ApplicationAction::Refuse);
    let note = given.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let moved = Move {
        id: desk.app.edge.id(),
        action,
        state: next,
        by: Some(desk.caller()?.user.id.clone()),
        note: note.map(str::to_owned),
        materials: materials.map(|materials| json!(materials).to_string()),
        answers: given.answers.as_ref().filter(|_| decides).map(|answers| json!(answers).to_string()),
        due_on: (action == ApplicationAction::Answer).then(|| resumed(&seen, today(&desk))).flatten(),
    };
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let officers = match made.by() {
        applying::Applying::Enterprise => policy_officers(desk.database(), &desk.zone().await?.path).await?,
        applying::Applying::Officer => Vec::new(),
    };
    let known = named(&desk, [seen.enterprise_id.clone()].into_iter()).await?;
    let change = desk.begin().await?;
    let now = applications::advance(change.work(), &seen, moved).await?;
    tell(&desk, change.work(), &now, action, officers).await?;
    let entry = desk.note("move", "policy-application").on(&id, &now.path).with(told(&now, action, note));
    let version = now.version;
    change.finish(entry, Reply::ok(&ApplicationBody::of(&desk, &now, &known)).versioned(version)).await
}

async fn tell(
    desk: &Desk,
    work: &store::Work,
    now: &Application,
    action: ApplicationAction,
    officers: Vec<(String, String)>,
) -> Result<(), Stop> {
    match action {
        ApplicationAction::Answer => tell_officers(desk, work, now, officers).await,
        // Nobody has to do anything about what was taken back.
        ApplicationAction::Withdraw => Ok(()),
        _ => tell_enterprise(desk, work, now).await,
    }
}

/// The clock stood still since more was asked for.
fn resumed(seen: &Application, today: Date) -> Option<Date> {
    let stood_still = working_days_between(body::moved_on(seen), today);
    seen.due_on.map(|due| working_days_after(due, stood_still))
}

/// What the move needs.
fn checked(given: &MovePolicyApplication, action: ApplicationAction, form: &Form) -> Result<(), Problem> {
    use ApplicationAction as Action;
    let mut checks = Checks::default();
    let note = given.note.as_deref().map_or(0, |note| note.trim().chars().count());
    let needed = matches!(action, Action::Ask | Action::Answer | Action::Refuse);
    checks.that(
        note <= 500 && (note > 0 || !needed),
        "/note",
        "请写明内容，1 至 500 字",
        "say what, in 1 to 500 characters",
    );
    let answers = given.answers.as_deref().unwrap_or_default();
    for (place, answer) in answers.iter().enumerate() {
        let at = format!("/answers/{place}");
        let known = form.checks.iter().any(|check| check.code == answer.code);
        checks.that(known, &format!("{at}/code"), "政策没有这项核验", "is no check of the policy");
        let once = answers[..place].iter().all(|other| other.code != answer.code);
        checks.that(once, &format!("{at}/code"), "每项核验只答一次", "is answered twice");
        let length = answer.note.as_deref().map_or(0, |note| note.chars().count());
        checks.that(length <= 500, &format!("{at}/note"), "不超过 500 字", "has 500 characters at most");
    }
    if action == Action::Pass {
        for check in &form.checks {
            let answer = answers.iter().find(|answer| answer.code == check.code);
            let name = check.name.told(formula::Language::Chinese);
            checks.that(
                answer.is_some_and(|answer| answer.yes),
                "/answers",
                &format!("“{name}”还没有答“是”，不能通过"),
                &format!("check {} is not answered with yes", check.code),
            );
        }
    }
    checks.done()
}
