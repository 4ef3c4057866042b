//! Listing and fetching attachments.

use super::AttachmentBody;
use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for},
    files,
    input::Params,
    participants,
    problem::{Code, Stop},
    reply::{self, Answer, Reply},
};
use axum::{extract::Path, response::Response};
use store::{Scope, attachments, enterprises};

/// The files an enterprise attached, latest first.
#[utoipa::path(get, path = "/api/v1/participants/{id}/attachments", operation_id = "list_attachments",
    tag = "attachments", params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = [AttachmentBody], description = "Its attachments")),
    extensions(("x-permission" = json!("attachment:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn list(desk: Desk, Path(id): Path<String>, Params(reading): Params<Reading>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let all = attachments::of_enterprise(desk.database(), &found.enterprise.id).await?;
    Ok(Reply::ok(&all.into_iter().map(AttachmentBody::from).collect::<Vec<_>>()))
}

/// The file, to be saved: no browser shows it as a page of the platform. That somebody else's file was fetched is
/// written down.
#[utoipa::path(get, path = "/api/v1/attachments/{id}", operation_id = "fetch_attachment", tag = "attachments",
    params(("id" = String, Path, description = "The attachment"), Reading),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "application/pdf"),
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "application/ofd"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("attachment:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn fetch(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Result<Response, Stop> {
    let one = attachments::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    let of = enterprises::within(desk.database(), &Scope::Everything, &one.enterprise_id).await?;
    answer_for(&desk, &of.ok_or(Code::NotFound)?, reading.purpose.as_deref()).await?;
    let bytes = tokio::fs::read(files::place(&desk.app, &one.hash, "")).await.map_err(files::unwritten)?;
    if desk.caller()?.user.path != one.path {
        desk.write_down(desk.note("fetch", "attachment").on(&one.id, &one.path)).await?;
    }
    Ok(reply::download(bytes, &one.name, &one.media_type))
}
