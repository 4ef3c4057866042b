//! 附件: files that prove what an enterprise says; what they are is judged by their content, never by their name.

mod kind;

use crate::{
    contents,
    desk::Desk,
    participants,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::{
    body::Bytes,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use kind::Kind;
use receipt::hash_bytes;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::io;
use store::attachments::{self, Attachment};
use utoipa::{IntoParams, ToSchema};

use crate::input::Params;

/// An attachment.
#[derive(Serialize, ToSchema)]
#[schema(as = Attachment)]
pub(crate) struct AttachmentBody {
    /// Its id, to be named as evidence.
    id: String,
    /// The name it was sent under.
    name: String,
    /// What it is, as its content shows.
    media_type: String,
    /// Bytes.
    size: i64,
    /// SHA-256 of the content.
    hash: String,
    /// Sent then.
    created_at: String,
}

impl From<Attachment> for AttachmentBody {
    fn from(one: Attachment) -> Self {
        Self {
            id: one.id,
            name: one.name,
            media_type: one.media_type,
            size: one.size,
            hash: one.hash,
            created_at: one.created_at.to_string(),
        }
    }
}

/// What goes with the content.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Named {
    /// The file's name.
    name: String,
}

/// Attaches a file: PDF, PNG, JPEG, XLSX or OFD. The body is the file itself.
#[utoipa::path(post, path = "/api/v1/participants/{id}/attachments", operation_id = "attach_file", tag = "filings",
    params(("id" = String, Path, description = "The participant"), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = AttachmentBody, description = "Attached")),
    extensions(("x-permission" = json!("attachment:add")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn attach(desk: Desk, Path(id): Path<String>, Params(named): Params<Named>, body: Bytes) -> Answer {
    let found = participants::found(&desk, &id).await?;
    let name = plain_name(&named.name);
    let kind = Kind::of(&body);
    let mut wrong = Vec::new();
    if name.is_none() {
        wrong.push(Field::new("?name", "应为 1 至 100 个字符的文件名", "must be a file name of 1 to 100 characters"));
    }
    if kind.is_none() {
        let (zh, en) = ("内容不是 PDF、PNG、JPEG、XLSX 或 OFD", "the content is no PDF, PNG, JPEG, XLSX or OFD");
        wrong.push(Field::new("", zh, en));
    }
    let (Some(name), Some(kind)) = (name, kind) else {
        return Err(Problem::new(Code::NotAccepted).at(wrong).into());
    };
    let (data, hash) = (desk.app.config.data.clone(), hash_bytes(&body));
    let (size, kept) = (i64::try_from(body.len()).unwrap_or(i64::MAX), hash.clone());
    let written = tokio::task::spawn_blocking(move || contents::write(&data, &body, &kept));
    written.await.map_err(io::Error::other).and_then(|done| done).map_err(store::StoreError::from)?;
    let change = desk.begin().await?;
    let new = Attachment {
        id: desk.app.edge.id(),
        hash,
        name,
        media_type: kind.media_type().to_owned(),
        size,
        enterprise_id: found.enterprise.id.clone(),
        path: found.participant.path.clone(),
        uploaded_by: desk.caller()?.user.id.clone(),
        created_at: desk.now(),
    };
    let added = attachments::add(change.work(), new).await?;
    let note = desk.note("attach", "attachment").on(&added.id, &added.path);
    let note = note.with(json!({"name": added.name, "hash": added.hash, "size": added.size}));
    let location = format!("/api/v1/attachments/{}", added.id);
    change.finish(note, Reply::created(&AttachmentBody::from(added), &location)).await
}

/// The last part of a name, without what could mislead a reader.
fn plain_name(text: &str) -> Option<String> {
    let last = text.rsplit(['/', '\\']).next()?.trim();
    let hidden = |letter: char| letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String = last.chars().filter(|letter| !hidden(*letter)).collect();
    (!plain.is_empty() && plain.chars().count() <= 100 && plain != "." && plain != "..").then_some(plain)
}

/// The file, to be saved: a browser never shows it as a page of the platform.
#[utoipa::path(get, path = "/api/v1/attachments/{id}", operation_id = "read_attachment", tag = "filings",
    params(("id" = String, Path, description = "The attachment")),
    responses((status = 200, description = "The file", content_type = "application/octet-stream")),
    extensions(("x-permission" = json!("attachment:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let one = attachments::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    let place = contents::place(&desk.app.config.data, &one.hash);
    let read = tokio::task::spawn_blocking(move || std::fs::read(place)).await;
    let bytes = read.map_err(io::Error::other).and_then(|done| done).map_err(store::StoreError::from)?;
    let encoded: String = one.name.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let headers = [
        (header::CONTENT_TYPE, one.media_type),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{encoded}")),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_the_last_part_without_hidden_marks() {
        for (given, kept) in [
            ("审计报告.pdf", Some("审计报告.pdf")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\用户\\a.png", Some("a.png")),
            ("a\u{202e}fdp.exe", Some("afdp.exe")),
            ("", None),
            ("..", None),
        ] {
            assert_eq!(plain_name(given).as_deref(), kept, "{given:?}");
        }
        assert_eq!(plain_name(&"长".repeat(101)), None);
    }
}
