//! Signing in and out.

mod sign_in;
mod sign_out;

pub(crate) use sign_in::*;
pub(crate) use sign_out::*;

use crate::{
    app::App,
    caller::COOKIE,
    problem::{Code, Problem, Stop},
    text,
};
use jiff::SignedDuration;
use store::{
    Housekeeping,
    attempts::{self, Claim, Patience},
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

/// Counts an attempt before the password is looked at.
///
/// # Errors
/// 429 while the name has to wait.
pub(crate) async fn count_attempt(app: &App, login: &str) -> Result<(), Stop> {
    let now = app.edge.now();
    let work = app.database.begin(now).await?;
    let claim = attempts::claim(&work, &attempts_key(login), &PATIENCE).await?;
    work.commit_housekeeping(Housekeeping::AttemptCounted).await?;
    match claim {
        Claim::Go => Ok(()),
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
