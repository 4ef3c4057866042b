//! Who I am, what I may do, and in which language.

use crate::{
    caller::{self, Caller},
    desk::Desk,
    input::{Checks, Json},
    permissions::Reach,
    reply::{Answer, Reply},
    wire::{KindWord, LanguageWord, RoleWord, words},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    second_factor,
    users::{self, Change},
};
use utoipa::ToSchema;

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    /// The id.
    id: String,
    /// The log-in name.
    login: String,
    /// The name.
    name: String,
    /// The language.
    language: LanguageWord,
    /// The organisation.
    organisation: MyOrganisation,
    /// The roles.
    roles: Vec<RoleWord>,
    /// What the roles allow: permission to `zone`, `organisation` or `person`.
    permissions: BTreeMap<String, &'static str>,
    /// Whether one-time codes are set up.
    second_factor: bool,
    /// Recovery codes left.
    recovery_codes: u64,
    /// The code of what has to be done first.
    duty: Option<&'static str>,
    /// This session ends then at the latest; absent for a token.
    session_expires_at: Option<String>,
}

/// The organisation of the person.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyOrganisation {
    id: String,
    name: String,
    kind: KindWord,
}

/// Who is signed in, and what they may do.
#[utoipa::path(get, path = "/api/v1/me", operation_id = "read_me", tag = "me",
    responses((status = 200, body = Me, description = "The person")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn read(desk: Desk) -> Answer {
    let caller = desk.caller()?;
    let factor = second_factor::of_user(desk.database(), &caller.user.id).await?;
    let organisation = MyOrganisation {
        id: caller.organisation.id.clone(),
        name: caller.organisation.name.clone(),
        kind: caller.organisation.kind.into(),
    };
    let user = &caller.user;
    let me = Me {
        id: user.id.clone(),
        login: user.login.clone(),
        name: user.name.clone(),
        language: user.language.into(),
        organisation,
        roles: words(&user.roles),
        permissions: permissions(&desk, caller),
        second_factor: factor.is_some_and(|factor| factor.confirmed),
        recovery_codes: second_factor::recovery_codes_left(desk.database(), &user.id).await?,
        duty: caller::duty(&desk.app, user).await?.map(|code| code.row().code),
        session_expires_at: caller.session().map(|session| session.expires_at.to_string()),
    };
    Ok(Reply::ok(&me).versioned(user.version))
}

fn permissions(desk: &Desk, caller: &Caller) -> BTreeMap<String, &'static str> {
    let table = &desk.app.permissions;
    let reach = |name: &str| match table.row(name)?.reach(&caller.user.roles)? {
        Reach::Zone => Some("zone"),
        Reach::Organisation => Some("organisation"),
        Reach::Person => Some("person"),
    };
    table.names().into_iter().filter_map(|name| Some((name.to_owned(), reach(name)?))).collect()
}

/// What I may change of myself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeMe {
    /// The name.
    name: Option<String>,
    /// The language.
    language: Option<LanguageWord>,
}

/// Changes the own name or language.
#[utoipa::path(patch, path = "/api/v1/me", operation_id = "change_me", tag = "me",
    request_body = ChangeMe, responses((status = 204, description = "Changed")),
    extensions(("x-permission" = json!("own")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Json(given): Json<ChangeMe>) -> Answer {
    let user = &desk.caller()?.user;
    crate::etag::require(&desk, user.version)?;
    let mut checks = Checks::default();
    if let Some(name) = &given.name {
        checks.name(name, "/name");
    }
    checks.done()?;
    let change = desk.begin().await?;
    let wanted =
        Change { name: given.name.as_deref(), language: given.language.map(Into::into), ..Change::default() };
    let now = users::change(change.work(), user, &wanted).await?;
    let detail = json!({
        "name": [user.name, now.name],
        "language": [user.language.word(), now.language.word()],
    });
    let reply = Reply::empty().versioned(now.version);
    change.finish(desk.note("change", "user").on(&user.id, &user.path).with(detail), reply).await
}
