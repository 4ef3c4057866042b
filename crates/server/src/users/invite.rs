//! Inviting a person: they choose their password by a one-time link.

use super::{Body, roles};
use crate::{
    desk::Desk,
    input::{Checks, Json},
    problem::Stop,
    reply::{Answer, Reply},
    sessions::folded,
    text,
    wire::{LanguageWord, RoleWord, words},
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Role, Work, invitations, organisations,
    users::{self, NewUser, User},
};
use utoipa::ToSchema;

/// An invitation is good for three days.
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);

/// A person to invite.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteUser {
    /// The organisation.
    organisation_id: String,
    /// The log-in name: 2 to 64 letters, digits, `.`, `-`, `_` or `@`.
    login: String,
    /// The person's name.
    name: String,
    /// The language.
    language: LanguageWord,
    /// The roles.
    roles: Vec<RoleWord>,
}

/// A person who was invited, and the link to give to them.
#[derive(Serialize, ToSchema)]
pub(crate) struct Invited {
    /// The person.
    user: Body,
    /// The one-time link: in this answer and never again.
    link: Option<String>,
    /// The link works until then.
    link_expires_at: String,
}

impl Invited {
    /// With the link, this once.
    pub(crate) fn new(user: User, link: String, link_expires_at: String) -> Self {
        Self { user: user.into(), link: Some(link), link_expires_at }
    }
}

/// Invites a person into an organisation that the caller reaches.
#[utoipa::path(post, path = "/api/v1/users", operation_id = "invite_user", tag = "users",
    request_body = InviteUser, responses((status = 201, body = Invited, description = "Invited")),
    extensions(("x-permission" = json!("user:invite")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn invite(desk: Desk, Json(given): Json<InviteUser>) -> Answer {
    let change = desk.begin().await?;
    let organisation = organisations::within(change.work(), desk.scope(), &given.organisation_id).await?;
    let login = folded(&given.login);
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.that(
        is_login(&login),
        "/login",
        "应为 2 至 64 位字母、数字或 . - _ @",
        "must be 2 to 64 letters, digits or . - _ @",
    );
    checks.that(organisation.is_some(), "/organisation_id", "没有这个单位", "there is no such organisation");
    checks.done()?;
    let Some(organisation) = organisation else { return Err(crate::problem::Code::NotFound.into()) };
    let wanted: Vec<Role> = words(&given.roles);
    roles::check(&desk, organisation.kind, &[], &wanted)?;
    let id = desk.app.edge.id();
    let new = NewUser {
        id: &id,
        organisation: &organisation,
        login: &login,
        name: given.name.trim(),
        language: given.language.into(),
        roles: &wanted,
    };
    let user = users::add(change.work(), &new).await?;
    let (link, expires_at) = issue(&desk, change.work(), &id).await?;
    let detail = json!({"login": user.login, "roles": [null, role_words(&user.roles)]});
    let note = desk.note("invite", "user").on(&id, &user.path).with(detail);
    let version = user.version;
    let body = Invited::new(user, link, expires_at);
    let reply = Reply::created(&body, &format!("/api/v1/users/{id}")).versioned(version).once(&["link"]);
    change.finish(note, reply).await
}

/// 2 to 64 letters, digits or `. - _ @`.
pub(crate) fn is_login(login: &str) -> bool {
    let length = login.chars().count();
    (2..=64).contains(&length) && login.chars().all(|c| c.is_alphanumeric() || ".-_@".contains(c))
}

/// Makes a one-time link for a person; says where it is and until when it works.
pub(crate) async fn issue(desk: &Desk, work: &Work, user_id: &str) -> Result<(String, String), Stop> {
    let token = desk.app.edge.secret("jfi_");
    let expires_at = desk.now() + LINK_LIFE;
    invitations::issue(work, &desk.app.edge.id(), user_id, &text::fingerprint(&token), expires_at).await?;
    // Behind `#` the token reaches no server log.
    Ok((format!("{}/accept#{token}", desk.app.config.public_url), expires_at.to_string()))
}

/// Roles as they stand in the audit log.
pub(super) fn role_words(roles: &[Role]) -> Vec<&'static str> {
    roles.iter().map(|role| role.word()).collect()
}
