//! Inviting a person: they choose their password by a one-time link.

use super::{
    Body,
    roles::{Giving, named},
};
use crate::{
    approvals::{self, Action, Parties, Performed, Wish},
    desk::{Change, Desk, Note},
    input::{Checks, Json},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    sessions::folded,
    text,
    wire::{LanguageWord, RoleWord, words},
};
use formula::Sentence;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Role, Scope, Work, invitations,
    organisations::{self, Organisation},
    users::{self, NewUser, User},
};
use utoipa::ToSchema;

/// An invitation is good for three days.
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);

/// A person to invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
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

/// Invites a person into an organisation that the caller reaches. An invitation with a role that may itself confirm
/// something, or with one of the administrative roles, waits for a second person (202).
#[utoipa::path(post, path = "/api/v1/users", operation_id = "invite_user", tag = "users",
    request_body = InviteUser,
    responses((status = 201, body = Invited, description = "Invited"),
              (status = 202, body = approvals::Asked, description = "Waits for a second person")),
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
    let organisation = organisation.ok_or(Code::NotFound)?;
    let wanted: Vec<Role> = words(&given.roles);
    let giving = Giving { kind: organisation.kind, had: &[], roles: &wanted };
    if !giving.is_allowed(&desk.caller()?.user.roles) {
        return Err(Code::NotAllowed.into());
    }
    giving.check(&desk.app.config)?;
    if giving.given().any(|role| desk.app.permissions.is_weighty(role)) {
        return ask(&desk, change, given, &organisation).await;
    }
    let (body, note) = given.apply(&desk, change.work(), &organisation).await?;
    let location = format!("/api/v1/users/{}", body.user.id);
    let reply = Reply::created(&body, &location).versioned(1).once(&["link"]);
    change.finish(note, reply).await
}

async fn ask(desk: &Desk, change: Change<'_>, given: InviteUser, organisation: &Organisation) -> Answer {
    if users::by_login(change.work(), &folded(&given.login)).await?.is_some() {
        return Err(Code::ExistsAlready.into());
    }
    let wanted: Vec<Role> = words(&given.roles);
    let (roles, name) = (named(&wanted), given.name.trim());
    let wish = Wish {
        subject_id: organisation.id.clone(),
        path: organisation.path.clone(),
        words: Sentence::new(
            format!("邀请{name}（{}）加入{}，角色为“{}”。", given.login, organisation.name, roles.zh),
            format!("Invite {name} ({}) into {} as {}.", given.login, organisation.name, roles.en),
        ),
        effect: json!({
            "organisation": [null, organisation.name], "login": [null, folded(&given.login)],
            "name": [null, name], "roles": [null, role_words(&wanted)],
        }),
        grants: wanted,
        action: Action::InviteUser(given),
    };
    approvals::ask(desk, change, wish).await
}

impl InviteUser {
    /// The invited person with their link, and what is written down.
    async fn apply(
        &self,
        desk: &Desk,
        work: &Work,
        organisation: &Organisation,
    ) -> Result<(Invited, Note), Stop> {
        let id = desk.app.edge.id();
        let roles: Vec<Role> = words(&self.roles);
        let new = NewUser {
            id: &id,
            organisation,
            login: &folded(&self.login),
            name: self.name.trim(),
            language: self.language.into(),
            roles: &roles,
        };
        let user = users::add(work, &new).await?;
        let (link, expires_at) = issue(desk, work, &id).await?;
        let detail = json!({"login": user.login, "roles": [null, role_words(&user.roles)]});
        let note = desk.note("invite", "user").on(&id, &user.path).with(detail);
        Ok((Invited::new(user, link, expires_at), note))
    }

    /// Invites for both persons.
    ///
    /// # Errors
    /// What became impossible meanwhile.
    pub(crate) async fn perform(&self, desk: &Desk, work: &Work, both: &Parties) -> Result<Performed, Stop> {
        let organisation = organisations::within(work, &Scope::Everything, &self.organisation_id).await?;
        let organisation = organisation.ok_or(Code::NotFound)?;
        let wanted: Vec<Role> = words(&self.roles);
        let giving = Giving { kind: organisation.kind, had: &[], roles: &wanted };
        giving.is_allowed_to_both(both)?;
        giving.check(&desk.app.config)?;
        let (body, note) = self.apply(desk, work, &organisation).await?;
        Ok(Performed { note, result: serde_json::to_value(body).unwrap_or_default() })
    }
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
