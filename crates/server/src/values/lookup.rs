//! The values of one enterprise in a batch.

use super::{Facts, ValueBody};
use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for},
    input::Params,
    participants,
    reply::{Answer, Reply},
    users::names,
};
use axum::extract::Path;

/// The values of an enterprise, each with everything that is said about it and where it came from.
#[utoipa::path(get, path = "/api/v1/participants/{id}/values", operation_id = "list_values", tag = "values",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = Vec<ValueBody>, description = "By item and period")),
    extensions(("x-permission" = json!("value:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn list_values(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let facts = Facts::of(&desk, &found).await?;
    let people = names(&desk, facts.decisions.iter().map(|one| one.decided_by.as_str())).await?;
    let counted = facts.count(&desk, false);
    let bodies: Vec<ValueBody> = counted.iter().map(|one| ValueBody::from(one).named(&people)).collect();
    Ok(Reply::ok(&bodies))
}
