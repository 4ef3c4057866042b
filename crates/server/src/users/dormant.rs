//! 等保: an account that nobody has used for 90 days is shut.

use crate::{admin::entry, app::App, config::PasswordProfile};
use jiff::SignedDuration;
use serde_json::json;
use store::{
    StoreError, Work, invitations, sessions, tokens,
    users::{self, Change, User, UserState},
};

const UNUSED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Shuts every account that was not used for 90 days, where the profile `dengbao` is on; says how many.
///
/// # Errors
/// The store's failure.
pub async fn shut_dormant(app: &App) -> Result<usize, StoreError> {
    if app.config.profile != PasswordProfile::Dengbao {
        return Ok(0);
    }
    let work = app.database.begin(app.edge.now()).await?;
    let found = users::dormant(&work, work.now() - UNUSED).await?;
    let mut entries = Vec::with_capacity(found.len());
    for user in &found {
        shut(&work, user).await?;
        let mut entry = entry("disable", "user", &user.id, &user.path);
        entry.detail = json!({
            "state": [user.state.word(), UserState::Disabled.word()],
            "why": "unused for 90 days",
            "signed_in_at": user.signed_in_at.map(|at| at.to_string()),
        });
        entries.push(entry);
    }
    match entries.split_first() {
        Some((first, more)) => work.commit(first, more).await.map(|_| found.len()),
        None => work.undo().await.map(|()| 0),
    }
}

async fn shut(work: &Work, user: &User) -> Result<(), StoreError> {
    let change = Change { state: Some(UserState::Disabled), ..Change::default() };
    users::change(work, user, &change).await?;
    sessions::end_all(work, &user.id, None).await?;
    tokens::revoke(work, &user.id, None).await?;
    invitations::revoke_all(work, &user.id).await
}

/// Whether this account has to be shut, although the daily look at all of them has not come by yet.
pub(crate) fn is_dormant(app: &App, user: &User) -> bool {
    let last = [Some(user.created_at), user.signed_in_at, user.password_set_at].into_iter().flatten().max();
    app.config.profile == PasswordProfile::Dengbao
        && last.is_some_and(|last| app.edge.now().duration_since(last) > UNUSED)
}
