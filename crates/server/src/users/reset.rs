//! A one-time link for somebody who lost their password or their telephone. Nobody learns a password.

use super::{Invited, found_other, invite::issue, may_touch};
use crate::{
    approvals::{self, Action, Parties, Performed, Wish},
    desk::{Change, Desk, Note},
    input::Json,
    problem::{Code, Stop},
    reply::{Answer, Reply},
    sessions::attempts_key,
};
use axum::{extract::Path, http::StatusCode};
use formula::Sentence;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Source, Work, attempts, second_factor, sessions,
    users::{self, User, UserState},
};
use utoipa::ToSchema;

/// What to reset.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResetUser {
    /// Take the one-time codes away as well: the telephone is lost.
    second_factor: bool,
}

/// A reset that could let the wrong one in, as it waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RecoverUser {
    user_id: String,
    /// The version the first person saw.
    version: i64,
    second_factor: bool,
}

/// Makes a one-time link to choose a new password; open sessions end and the wait after failures is over. Taking
/// one-time codes away, and resetting somebody who may confirm what others ask for, waits for a second person (202).
#[utoipa::path(post, path = "/api/v1/users/{id}/reset", operation_id = "reset_user", tag = "users",
    params(("id" = String, Path, description = "The person")), request_body = ResetUser,
    responses((status = 201, body = Invited, description = "The link"),
              (status = 202, body = approvals::Asked, description = "Waits for a second person")),
    extensions(("x-permission" = json!("user:reset")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn reset(desk: Desk, Path(id): Path<String>, Json(given): Json<ResetUser>) -> Answer {
    let user = found_other(&desk, &id).await?;
    if user.state == UserState::Disabled {
        return Err(Code::WrongState.into());
    }
    let change = desk.begin().await?;
    let weighty = user.roles.iter().any(|role| desk.app.permissions.is_weighty(*role));
    let has_codes = has_codes(change.work(), &user).await?;
    if (given.second_factor && has_codes) || weighty {
        return ask(&desk, change, &given, &user).await;
    }
    let (body, note) = apply(&desk, change.work(), user, given.second_factor).await?;
    change.finish(note, Reply::of(StatusCode::CREATED, &body).once(&["link"])).await
}

async fn has_codes(source: &impl Source, user: &User) -> Result<bool, Stop> {
    let factor = second_factor::of_user(source, &user.id).await?;
    Ok(factor.is_some_and(|factor| factor.confirmed))
}

async fn apply(desk: &Desk, work: &Work, user: User, takes_codes: bool) -> Result<(Invited, Note), Stop> {
    let (link, link_expires_at) = issue(desk, work, &user.id).await?;
    sessions::end_all(work, &user.id, None).await?;
    attempts::clear(work, &attempts_key(&user.login)).await?;
    if takes_codes {
        second_factor::remove(work, &user.id).await?;
    }
    let detail = json!({"second_factor_removed": takes_codes});
    let note = desk.note("reset", "user").on(&user.id, &user.path).with(detail);
    Ok((Invited::new(user, link, link_expires_at), note))
}

async fn ask(desk: &Desk, change: Change<'_>, given: &ResetUser, user: &User) -> Answer {
    let (also, too) = if given.second_factor {
        ("，并停用其动态码和恢复码", ", and take the one-time codes and recovery codes away")
    } else {
        ("", "")
    };
    let (name, login) = (&user.name, &user.login);
    let wish = Wish {
        subject_id: user.id.clone(),
        path: user.path.clone(),
        words: Sentence::new(
            format!("重设{name}（{login}）的密码{also}，其所有登录随即失效。"),
            format!(
                "Make a link for {name} ({login}) to choose a new password{too}; all their sessions end."
            ),
        ),
        effect: json!({"password": "link", "second_factor_removed": given.second_factor}),
        grants: user.roles.clone(),
        action: Action::RecoverUser(RecoverUser {
            user_id: user.id.clone(),
            version: user.version,
            second_factor: given.second_factor,
        }),
    };
    approvals::ask(desk, change, wish).await
}

impl RecoverUser {
    /// Resets for both persons.
    ///
    /// # Errors
    /// What became impossible meanwhile.
    pub(crate) async fn perform(&self, desk: &Desk, work: &Work, both: &Parties) -> Result<Performed, Stop> {
        let user = users::by_id(work, &self.user_id).await?.ok_or(Code::NotFound)?;
        may_touch(&user, both)?;
        if user.version != self.version {
            return Err(Code::ChangedMeanwhile.into());
        }
        let (body, note) = apply(desk, work, user, self.second_factor).await?;
        Ok(Performed { note, result: serde_json::to_value(body).unwrap_or_default() })
    }
}
