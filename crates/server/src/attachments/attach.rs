//! Attaching a file. The body is the file itself.

use super::{AttachmentBody, kind::Kind};
use crate::{
    desk::Desk,
    files::{self, Incoming},
    input::{Checks, Params},
    participants::{self, Found},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::{body::Body, extract::Path};
use serde::Deserialize;
use serde_json::json;
use std::io;
use store::attachments::{self, Attachment};
use utoipa::IntoParams;

/// Largest attachment.
const LARGEST: u64 = 10 << 20;
/// Most attachments of one enterprise.
const MOST: usize = 200;
/// Longest name.
const LONGEST_NAME: usize = 100;

/// What goes with the content.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Named {
    /// The file's name.
    name: String,
}

/// Attaches a file of up to 10 MB: PDF, PNG, JPEG, OFD, or XLSX without macros; the body is the file. What it is, is
/// judged by its content. The same file under the same name again gives the attachment there is.
#[utoipa::path(post, path = "/api/v1/participants/{id}/attachments", operation_id = "attach_file",
    tag = "attachments", params(("id" = String, Path, description = "The participant"), Named),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = AttachmentBody, description = "Attached"),
        (status = 200, body = AttachmentBody, description = "It was attached before")),
    extensions(("x-permission" = json!("attachment:add")), ("x-upload" = json!(true))))]
pub(crate) async fn attach(
    desk: Desk,
    Path(id): Path<String>,
    Params(named): Params<Named>,
    body: Body,
) -> Answer {
    let found = participants::found(&desk, &id).await?;
    let Received { name, kind, kept } = received(&desk, &named, body).await?;
    let change = desk.begin().await?;
    let before = attachments::of_enterprise(change.work(), &found.enterprise.id).await?;
    if let Some(same) = before.iter().find(|one| one.hash == kept.hash && one.name == name) {
        return Ok(Reply::ok(&AttachmentBody::from(same.clone())));
    }
    if before.len() >= MOST {
        let (zh, en) =
            (format!("每家企业最多 {MOST} 个附件。"), format!("An enterprise may have {MOST} attachments."));
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let new = entered(&desk, &found, name, kind, &kept)?;
    let added = attachments::add(change.work(), new).await?;
    let detail =
        json!({"name": added.name, "hash": added.hash, "size": added.size, "media_type": added.media_type});
    let note = desk.note("attach", "attachment").on(&added.id, &added.path).with(detail);
    let location = format!("/api/v1/attachments/{}", added.id);
    change.finish(note, Reply::created(&AttachmentBody::from(added), &location)).await
}

fn entered(
    desk: &Desk,
    found: &Found,
    name: String,
    kind: Kind,
    kept: &files::Kept,
) -> Result<Attachment, Stop> {
    Ok(Attachment {
        id: desk.app.edge.id(),
        hash: kept.hash.clone(),
        name,
        media_type: kind.media_type().to_owned(),
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        enterprise_id: found.enterprise.id.clone(),
        path: found.participant.path.clone(),
        uploaded_by: desk.caller()?.user.id.clone(),
        created_at: desk.now(),
    })
}

/// A file that was sent in, and is kept.
pub(crate) struct Received {
    /// Its name, without what could mislead a reader.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it is.
    pub(crate) kept: files::Kept,
}

/// Takes a file in under the name it has.
///
/// # Errors
/// A name that is none, a file too large or of another kind.
pub(crate) async fn received(desk: &Desk, named: &Named, body: Body) -> Result<Received, Stop> {
    let name = plain_name(&named.name);
    let mut checks = Checks::default();
    checks.that(
        name.is_some(),
        "?name",
        "应为 1 至 100 个字符的文件名",
        "must be a file name of 1 to 100 characters",
    );
    checks.done()?;
    let (incoming, kind) = judged(files::take(&desk.app, body, LARGEST).await?).await?;
    let kept = incoming.keep(&files::folder(&desk.app), "").map_err(files::unwritten)?;
    Ok(Received { name: name.unwrap_or_default(), kind, kept })
}

/// What came is looked at before it gets a place: what is not taken leaves nothing behind.
async fn judged(incoming: Incoming) -> Result<(Incoming, Kind), Stop> {
    let looked = tokio::task::spawn_blocking(move || {
        let kind = Kind::of(&std::fs::read(incoming.path())?);
        io::Result::Ok((incoming, kind))
    });
    let (incoming, kind) =
        looked.await.map_err(io::Error::other).and_then(|done| done).map_err(files::unwritten)?;
    match kind {
        Some(kind) => Ok((incoming, kind)),
        None => Err(Problem::new(Code::FileNotTaken).into()),
    }
}

/// The last part of a name, without what could mislead a reader.
fn plain_name(text: &str) -> Option<String> {
    let last = text.rsplit(['/', '\\']).next()?.trim();
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = last.chars().filter(|letter| !hidden(*letter)).collect();
    let length = plain.chars().count();
    ((1..=LONGEST_NAME).contains(&length) && plain != "." && plain != "..").then_some(plain)
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
