//! The own API tokens.

use crate::{
    desk::Desk,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    text,
};
use axum::extract::Path;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::tokens::{self, NewToken, Token};
use utoipa::ToSchema;

const LONGEST_DAYS: u32 = 366;

/// A token, without its text.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyToken {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
    /// What it may be used for.
    scopes: Vec<String>,
    /// Made then.
    created_at: String,
    /// Worthless from then on.
    expires_at: String,
    /// Used last, to the minute.
    used_at: Option<String>,
    /// The token itself: shown when it is made and never again.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

impl MyToken {
    fn of(token: Token, shown: Option<String>) -> Self {
        Self {
            id: token.id,
            name: token.name,
            scopes: token.scopes,
            created_at: token.created_at.to_string(),
            expires_at: token.expires_at.to_string(),
            used_at: token.used_at.map(|at| at.to_string()),
            token: shown,
        }
    }
}

/// A token to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddToken {
    /// What to call it.
    name: String,
    /// Permissions such as `organisation:list`, or `read` for all that only read.
    scopes: Vec<String>,
    /// Worthless after so many days, at most 366.
    days: u32,
}

/// The own tokens, newest first.
#[utoipa::path(get, path = "/api/v1/me/tokens", operation_id = "list_my_tokens", tag = "me",
    responses((status = 200, body = Vec<MyToken>, description = "The tokens")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn list_tokens(desk: Desk) -> Answer {
    let mine = tokens::of_user(desk.database(), &desk.caller()?.user.id).await?;
    Ok(Reply::ok(&mine.into_iter().map(|token| MyToken::of(token, None)).collect::<Vec<_>>()))
}

/// Makes a token; its text is in this answer only.
#[utoipa::path(post, path = "/api/v1/me/tokens", operation_id = "add_my_token", tag = "me",
    request_body = AddToken, responses((status = 201, body = MyToken, description = "The token")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true)), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn add_token(desk: Desk, Json(given): Json<AddToken>) -> Answer {
    let user = &desk.caller()?.user;
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.that((1..=LONGEST_DAYS).contains(&given.days), "/days", "应为 1 至 366", "must be 1 to 366");
    checks.that(!given.scopes.is_empty(), "/scopes", "至少一项", "needs at least one");
    for (index, scope) in given.scopes.iter().enumerate() {
        let known = scope == "read" || desk.app.permissions.row(scope).is_some_and(|row| !row.fresh);
        let pointer = format!("/scopes/{index}");
        checks.that(known, &pointer, "没有此权限，或不能交给令牌", "is no permission, or not one for tokens");
    }
    checks.done()?;
    let (id, text) = (desk.app.edge.id(), desk.app.edge.secret("jft_"));
    let expires_at = desk.now() + SignedDuration::from_hours(24 * i64::from(given.days));
    let new = NewToken {
        id: &id,
        user_id: &user.id,
        name: given.name.trim(),
        token_hash: &text::fingerprint(&text),
        scopes: &given.scopes,
        expires_at,
    };
    let change = desk.begin().await?;
    let token = tokens::add(change.work(), &new).await?;
    let note = desk.note("add", "token").on(&id, &user.path).with(json!({"scopes": token.scopes}));
    let reply =
        Reply::created(&MyToken::of(token, Some(text)), &format!("/api/v1/me/tokens/{id}")).once(&["token"]);
    change.finish(note, reply).await
}

/// Makes a token worthless.
#[utoipa::path(delete, path = "/api/v1/me/tokens/{id}", operation_id = "revoke_my_token", tag = "me",
    params(("id" = String, Path, description = "The token")),
    responses((status = 204, description = "Revoked")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn revoke_token(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    if tokens::revoke(change.work(), &user.id, Some(&id)).await? == 0 {
        return Err(Code::NotFound.into());
    }
    change.finish(desk.note("revoke", "token").on(&id, &user.path), Reply::empty()).await
}
