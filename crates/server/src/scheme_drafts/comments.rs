//! What people say about a scheme on its way.

use super::found;
use crate::{
    desk::Desk,
    input::{Checks, Json},
    reply::{Answer, Reply},
    users::names,
};
use axum::{extract::Path, http::StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use store::rule_drafts::{self, Comment};
use utoipa::ToSchema;

/// Something said about a scheme.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeComment)]
pub(crate) struct CommentBody {
    /// Its id.
    id: String,
    /// The code of the part it is about; absent when it is about all of it.
    about: Option<String>,
    /// What was said.
    said: String,
    /// By whom.
    author_name: Option<String>,
    /// When.
    said_at: String,
}

impl CommentBody {
    fn of(comment: Comment, names: &HashMap<String, String>) -> Self {
        Self {
            author_name: names.get(&comment.author_id).cloned(),
            id: comment.id,
            about: comment.about,
            said: comment.said,
            said_at: comment.said_at.to_string(),
        }
    }
}

/// What was said about a scheme, in order.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}/comments", operation_id = "list_scheme_comments", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")),
    responses((status = 200, body = Vec<CommentBody>, description = "What was said")),
    extensions(("x-permission" = json!("scheme:review"))))]
pub(crate) async fn list_comments(desk: Desk, Path(id): Path<String>) -> Answer {
    let draft = found(&desk, &id).await?;
    let said = rule_drafts::comments(desk.database(), &draft.id).await?;
    let names = names(&desk, said.iter().map(|one| one.author_id.as_str())).await?;
    Ok(Reply::ok(&said.into_iter().map(|one| CommentBody::of(one, &names)).collect::<Vec<_>>()))
}

/// Something to say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewComment {
    /// The code of the indicator, stage, veto or grade it is about.
    about: Option<String>,
    /// What is said.
    said: String,
}

/// Says something about a scheme.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/comments", operation_id = "comment_on_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")), request_body = NewComment,
    responses((status = 201, body = CommentBody, description = "Said")),
    extensions(("x-permission" = json!("scheme:comment")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn add_comment(desk: Desk, Path(id): Path<String>, Json(given): Json<NewComment>) -> Answer {
    let draft = found(&desk, &id).await?;
    let mut checks = Checks::default();
    let length = given.said.trim().chars().count();
    checks.that(
        (1..=2_000).contains(&length),
        "/said",
        "应为 1 至 2000 字",
        "must have 1 to 2000 characters",
    );
    let short = given.about.as_ref().is_none_or(|about| (1..=100).contains(&about.chars().count()));
    checks.that(short, "/about", "应为 1 至 100 个字符", "must have 1 to 100 characters");
    checks.done()?;
    let user = &desk.caller()?.user;
    let new = Comment {
        id: desk.app.edge.id(),
        draft_id: draft.id.clone(),
        about: given.about,
        said: given.said.trim().to_owned(),
        author_id: user.id.clone(),
        said_at: desk.now(),
    };
    let change = desk.begin().await?;
    let said = rule_drafts::comment(change.work(), new).await?;
    let detail = json!({"about": said.about, "said": said.said});
    let note = desk.note("comment", "scheme").on(&draft.id, &draft.path).with(detail);
    let names = HashMap::from([(user.id.clone(), user.name.clone())]);
    change.finish(note, Reply::of(StatusCode::CREATED, &CommentBody::of(said, &names))).await
}
