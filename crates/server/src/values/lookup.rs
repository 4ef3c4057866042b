//! The values of one enterprise in a batch.

use super::{Facts, ValueBody};
use crate::{
    desk::Desk,
    participants,
    reply::{Answer, Reply},
    users::names,
};
use axum::extract::Path;

/// The values of an enterprise, each with everything that is said about it and where it came from.
#[utoipa::path(get, path = "/api/v1/participants/{id}/values", operation_id = "list_values", tag = "values",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 200, body = Vec<ValueBody>, description = "By item and period")),
    extensions(("x-permission" = json!("value:read"))))]
pub(crate) async fn list_values(desk: Desk, Path(id): Path<String>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    let facts = Facts::of(&desk, &found).await?;
    let people = names(&desk, facts.decisions.iter().map(|one| one.decided_by.as_str())).await?;
    let counted = facts.count(&desk, false);
    let bodies: Vec<ValueBody> = counted.iter().map(|one| ValueBody::from(one).named(&people)).collect();
    Ok(Reply::ok(&bodies))
}
