//! Changing a person's name, language or roles.

use super::{
    Body, found_other,
    invite::role_words,
    may_touch,
    roles::{Giving, named},
};
use crate::{
    approvals::{self, Action, Parties, Performed, Wish},
    desk::{Change, Desk},
    etag,
    input::{Checks, Json},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    wire::{LanguageWord, RoleWord, words},
};
use axum::extract::Path;
use formula::Sentence;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{
    Role, Scope, Source, Work,
    organisations::{self, Organisation},
    users::{self, User},
};
use utoipa::ToSchema;

/// What to change; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeUser {
    /// The person's name.
    name: Option<String>,
    /// The language.
    language: Option<LanguageWord>,
    /// All roles from now on; they count from the next request.
    roles: Option<Vec<RoleWord>>,
}

/// A change that gives a weighty role, as it waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct GiveRoles {
    user_id: String,
    /// The version the first person saw.
    version: i64,
    change: ChangeUser,
}

/// Changes a person. Nobody changes themselves here. Giving a role that may itself confirm something, or one of the
/// administrative roles, waits for a second person (202).
#[utoipa::path(patch, path = "/api/v1/users/{id}", operation_id = "change_user", tag = "users",
    params(("id" = String, Path, description = "The person")), request_body = ChangeUser,
    responses((status = 200, body = Body, description = "Changed"),
              (status = 202, body = approvals::Asked, description = "Waits for a second person")),
    extensions(("x-permission" = json!("user:change")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Path(id): Path<String>, Json(given): Json<ChangeUser>) -> Answer {
    let seen = found_other(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    if let Some(name) = &given.name {
        checks.name(name, "/name");
    }
    checks.done()?;
    let change = desk.begin().await?;
    let organisation = organisation(change.work(), &seen).await?;
    if let Some(wanted) = given.wanted() {
        let giving = Giving { kind: organisation.kind, had: &seen.roles, roles: &wanted };
        if !giving.is_allowed(&desk.caller()?.user.roles) {
            return Err(Code::NotAllowed.into());
        }
        giving.check(&desk.app.config)?;
        if giving.given().any(|role| desk.app.permissions.is_weighty(role)) {
            return ask(&desk, change, given, &seen, &organisation).await;
        }
    }
    let (now, detail) = given.apply(change.work(), &seen).await?;
    let version = now.version;
    let note = desk.note("change", "user").on(&id, &now.path).with(detail);
    change.finish(note, Reply::ok(&Body::from(now)).versioned(version)).await
}

async fn organisation(source: &impl Source, user: &User) -> Result<Organisation, Stop> {
    let found = organisations::within(source, &Scope::Everything, &user.organisation_id).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

impl ChangeUser {
    fn wanted(&self) -> Option<Vec<Role>> {
        self.roles.as_deref().map(words)
    }

    /// The changed person, and before and after.
    async fn apply(&self, work: &Work, seen: &User) -> Result<(User, Value), Stop> {
        let wanted = self.wanted();
        let wish = users::Change {
            name: self.name.as_deref().map(str::trim),
            language: self.language.map(Into::into),
            state: None,
            roles: wanted.as_deref(),
        };
        let now = users::change(work, seen, &wish).await?;
        let detail = json!({
            "name": [seen.name, now.name],
            "language": [seen.language.word(), now.language.word()],
            "roles": [role_words(&seen.roles), role_words(&now.roles)],
        });
        Ok((now, detail))
    }
}

async fn ask(
    desk: &Desk,
    change: Change<'_>,
    given: ChangeUser,
    seen: &User,
    organisation: &Organisation,
) -> Answer {
    let mut wanted = given.wanted().unwrap_or_default();
    wanted.sort_unstable();
    wanted.dedup();
    let giving = Giving { kind: organisation.kind, had: &seen.roles, roles: &wanted };
    let (had, will) = (named(&seen.roles), named(&wanted));
    let who = format!("{}的{}（{}）", organisation.name, seen.name, seen.login);
    let whom = format!("{} ({}) of {}", seen.name, seen.login, organisation.name);
    let mut effect = json!({"roles": [role_words(&seen.roles), role_words(&wanted)]});
    if let Some(name) = given.name.as_deref().map(str::trim).filter(|name| *name != seen.name) {
        effect["name"] = json!([seen.name, name]);
    }
    let wish = Wish {
        subject_id: seen.id.clone(),
        path: seen.path.clone(),
        words: Sentence::new(
            format!("将{who}的角色由“{}”改为“{}”。", had.zh, will.zh),
            format!("Change the roles of {whom} from {} to {}.", had.en, will.en),
        ),
        effect,
        grants: giving.touched(),
        action: Action::ChangeUser(GiveRoles {
            user_id: seen.id.clone(),
            version: seen.version,
            change: given,
        }),
    };
    approvals::ask(desk, change, wish).await
}

impl GiveRoles {
    /// Gives the roles for both persons.
    ///
    /// # Errors
    /// What became impossible meanwhile.
    pub(crate) async fn perform(&self, desk: &Desk, work: &Work, both: &Parties) -> Result<Performed, Stop> {
        let seen = users::by_id(work, &self.user_id).await?.ok_or(Code::NotFound)?;
        may_touch(&seen, both)?;
        if seen.version != self.version {
            return Err(Code::ChangedMeanwhile.into());
        }
        let (kind, wanted) =
            (organisation(work, &seen).await?.kind, self.change.wanted().unwrap_or_default());
        let giving = Giving { kind, had: &seen.roles, roles: &wanted };
        giving.is_allowed_to_both(both)?;
        giving.check(&desk.app.config)?;
        let (now, detail) = self.change.apply(work, &seen).await?;
        let note = desk.note("change", "user").on(&now.id, &now.path).with(detail);
        let result = serde_json::to_value(Body::from(now)).unwrap_or_default();
        Ok(Performed { note, result })
    }
}
