//! Changing the own password, and proving again to be there.

use crate::{
    desk::{Desk, Note},
    input::{Checks, Json},
    passwords::{self, Person},
    problem::{Code, Field, Stop},
    reply::{Answer, Reply},
    sessions::{Attempt, Factor, attempts_key, count_attempt, second_factor_passes, write_failure},
};
use serde::Deserialize;
use serde_json::json;
use store::{
    Scope, attempts, organisations, sessions,
    users::{self, User},
};
use utoipa::ToSchema;

/// A change of password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The present password.
    current: String,
    /// The new one.
    new: String,
}

/// Changes the own password; all other sessions end.
#[utoipa::path(put, path = "/api/v1/me/password", operation_id = "change_password", tag = "me",
    request_body = ChangePassword, responses((status = 204, description = "Changed")),
    extensions(("x-permission" = json!("own")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn change_password(desk: Desk, Json(given): Json<ChangePassword>) -> Answer {
    let caller = desk.caller()?;
    let user = &caller.user;
    prove(&desk, user, &given.current, "change-password").await?;
    let mut checks = Checks::default();
    checks.also(password_problems(&desk, user, &given.new, "/new").await?);
    checks.that(
        given.current != given.new,
        "/new",
        "不能与当前密码相同",
        "must differ from the present password",
    );
    checks.done()?;
    let hash = desk.app.hasher.hash(&desk.app.edge, &given.new).await?;
    let change = desk.begin().await?;
    users::set_password(change.work(), &user.id, &hash).await?;
    sessions::end_all(change.work(), &user.id, caller.session().map(|session| session.id.as_str())).await?;
    attempts::clear(change.work(), &attempts_key(&user.login)).await?;
    change.finish(desk.note("change-password", "user").on(&user.id, &user.path), Reply::empty()).await
}

/// A proof of presence.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepUp {
    /// The password.
    password: String,
    /// A one-time code, where one is set up.
    code: Option<String>,
}

/// Proves again to be there, for ten minutes of sensitive actions.
#[utoipa::path(post, path = "/api/v1/me/step-up", operation_id = "step_up", tag = "me",
    request_body = StepUp, responses((status = 204, description = "Proved")),
    extensions(("x-permission" = json!("own")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn step_up(desk: Desk, Json(given): Json<StepUp>) -> Answer {
    let caller = desk.caller()?;
    let Some(session) = caller.session() else { return Err(Code::TokenNotForThis.into()) };
    let attempt = prove(&desk, &caller.user, &given.password, "step-up").await?;
    let change = desk.begin().await?;
    match second_factor_passes(&desk.app, change.work(), &caller.user, given.code.as_deref()).await? {
        Factor::Good => {}
        Factor::Missing => {
            drop(change);
            write_failure(&desk, failure(&desk, &caller.user, "step-up", "code-missing"), attempt).await?;
            return Err(Code::SecondFactorRequired.into());
        }
        Factor::Wrong => {
            drop(change);
            write_failure(&desk, failure(&desk, &caller.user, "step-up", "code"), attempt).await?;
            return Err(Code::SignInRefused.into());
        }
    }
    attempts::clear(change.work(), &attempts_key(&caller.user.login)).await?;
    sessions::stepped_up(change.work(), &session.id).await?;
    change.finish(desk.note("step-up", "session").on(&session.id, &caller.user.path), Reply::empty()).await
}

/// Goes on when the password is right; wrong ones count like failed log-ins.
async fn prove(desk: &Desk, user: &User, password: &str, action: &str) -> Result<Attempt, Stop> {
    let attempt = count_attempt(&desk.app, &user.login).await?;
    if desk.app.hasher.verify(password, user.password_hash.as_deref()).await?.good {
        return Ok(attempt);
    }
    write_failure(desk, failure(desk, user, action, "password"), attempt).await?;
    Err(Code::SignInRefused.into())
}

fn failure(desk: &Desk, user: &User, action: &str, why: &str) -> Note {
    desk.note(action, "user").on(&user.id, &user.path).with(json!({ "why": why }))
}

/// Everything wrong with a new password of `user`.
///
/// # Errors
/// The store's failure, or no place to hash.
pub(crate) async fn password_problems(
    desk: &Desk,
    user: &User,
    password: &str,
    pointer: &str,
) -> Result<Vec<Field>, Stop> {
    let organisation =
        organisations::within(desk.database(), &Scope::Everything, &user.organisation_id).await?;
    let name = organisation.map_or_else(String::new, |organisation| organisation.name);
    let person = Person {
        login: &user.login,
        name: &user.name,
        organisation: &name,
        words: &desk.app.config.password_words,
    };
    let profile = desk.app.config.profile;
    let mut problems = passwords::check(password, profile, &person, pointer);
    let former =
        users::former_passwords(desk.database(), &user.id, passwords::history_length(profile)).await?;
    for hash in former {
        if desk.app.hasher.verify(password, Some(&hash)).await?.good {
            problems.push(Field::new(pointer, "不能与最近使用过的密码相同", "was used lately"));
            break;
        }
    }
    Ok(problems)
}
