//! Signing in and out.

mod sign_in;
mod sign_out;

pub(crate) use sign_in::*;
pub(crate) use sign_out::*;

use crate::{
    app::App,
    caller::COOKIE,
    desk::{Desk, Note},
    problem::{Code, Problem, Stop},
    text,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::{
    Housekeeping, StoreError,
    attempts::{self, Claim, Patience},
    audit::Outcome,
};

/// Five tries, then a wait that doubles from half a minute to a quarter of an hour.
const PATIENCE: Patience = Patience {
    free: 5,
    window: SignedDuration::from_mins(15),
    first_wait: SignedDuration::from_secs(30),
    longest_wait: SignedDuration::from_mins(15),
};

/// A log-in name as it is stored and compared.
pub(crate) fn folded(login: &str) -> String {
    login.trim().to_lowercase()
}

/// What attempts at a name are counted under.
pub(crate) fn attempts_key(login: &str) -> String {
    text::fingerprint(&format!("login\0{}", folded(login)))
}

/// An attempt that was counted and may go on.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Attempt {
    /// Unless it succeeds, the name has to wait until then.
    locks_until: Option<Timestamp>,
}

/// Writes a failed attempt down, and, where the name has to wait from now on, that as well: what comes while it waits
/// is not looked at and leaves no row of its own.
///
/// # Errors
/// The store's failure.
pub(crate) async fn write_failure(desk: &Desk, note: Note, attempt: Attempt) -> Result<(), StoreError> {
    let note = note.ended(Outcome::Failed);
    let more = attempt.locks_until.map(|until| {
        note.also("lock-out").ended(Outcome::Refused).with(json!({ "until": until.to_string() }))
    });
    desk.write_down_all(note, more.into_iter().collect()).await
}

/// Counts an attempt before the password is looked at.
///
/// # Errors
/// 429 while the name has to wait.
pub(crate) async fn count_attempt(app: &App, login: &str) -> Result<Attempt, Stop> {
    let now = app.edge.now();
    let work = app.database.begin(now).await?;
    let claim = attempts::claim(&work, &attempts_key(login), &PATIENCE).await?;
    work.commit_housekeeping(Housekeeping::AttemptCounted).await?;
    match claim {
        Claim::Go { locks_until } => Ok(Attempt { locks_until }),
        Claim::WaitUntil(until) => {
            let seconds = u64::try_from(until.duration_since(now).as_secs() + 1).unwrap_or(1);
            Err(Problem::new(Code::TooManyAttempts).after(seconds).into())
        }
    }
}

/// The `Set-Cookie` of a new session.
fn cookie(token: &str, app: &App) -> String {
    let seconds = app.config.session_length.as_secs();
    format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}")
}

/// The `Set-Cookie` that takes it away.
fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}
