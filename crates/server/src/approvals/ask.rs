//! The first person.

use super::{ApprovalBody, Wish, confirmers};
use crate::{
    desk::{Change, Desk},
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use axum::http::{StatusCode, header};
use formula::{Language, Sentence};
use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;
use store::approvals::{self, Approval, NewApproval};
use utoipa::ToSchema;

/// A request is good for three days.
const LIFE: SignedDuration = SignedDuration::from_hours(72);

/// What was asked for waits for a second person; nothing was changed yet.
#[derive(Serialize, ToSchema)]
pub(crate) struct Asked {
    /// What waits.
    approval: ApprovalBody,
    /// How many people could confirm it now.
    confirmers: usize,
    /// What to do when nobody could.
    advice: Option<String>,
}

/// Keeps `wish` until a second person decides, instead of doing it. The same wish asked again is kept once.
///
/// # Errors
/// 403 unless the first person proved lately to be there, where the permission asks for it; the store's failure.
pub(crate) async fn ask(desk: &Desk, change: Change<'_>, wish: Wish) -> Answer {
    let permission = wish.action.kind().permission();
    let row = desk.app.permissions.row(permission).ok_or(Code::NotAllowed)?;
    let caller = desk.caller()?;
    // Who asks needs the permission, too, and at this very place.
    if !crate::caller::scope_under(caller, row)?.holds(&wish.path) {
        return Err(Code::NotAllowed.into());
    }
    if row.fresh && !caller.is_fresh(desk.now()) {
        return Err(Code::StepUpRequired.into());
    }
    let own = caller.user.id.as_str();
    let but = [own, wish.subject_id.as_str()];
    let able = confirmers(desk, change.work(), &wish, &but).await?;
    let approval = kept(desk, &change, &wish, permission).await?;
    let note = desk.note("ask", "approval").on(&approval.id, &wish.path).with(json!({
        "action": approval.action, "words": approval.words_zh, "effect": approval.effect,
        "subject_id": approval.subject_id,
    }));
    let (location, version) = (format!("/api/v1/approvals/{}", approval.id), approval.version);
    let advice = (able == 0).then(|| advice(desk.context.language));
    let body = Asked { approval: ApprovalBody::of(desk, approval)?, confirmers: able, advice };
    let reply = Reply::of(StatusCode::ACCEPTED, &body).with(header::LOCATION, &location).versioned(version);
    change.finish_approved(note, Vec::new(), reply).await
}

async fn kept(desk: &Desk, change: &Change<'_>, wish: &Wish, permission: &str) -> Result<Approval, Stop> {
    let user = &desk.caller()?.user;
    let instruction = serde_json::to_string(&wish.action).map_err(|_| Code::InternalError)?;
    if let Some(same) = approvals::waiting_like(change.work(), &user.id, &instruction).await? {
        return Ok(same);
    }
    let new = NewApproval {
        id: &desk.app.edge.id(),
        action: wish.action.kind().word(),
        permission,
        subject_id: &wish.subject_id,
        path: &wish.path,
        words: (&wish.words.zh, &wish.words.en),
        grants: &wish.grants,
        effect: &wish.effect,
        instruction: &instruction,
        requester: (&user.id, &user.name),
        expires_at: desk.now() + LIFE,
    };
    Ok(approvals::add(change.work(), &new).await?)
}

/// Where one person would have to be two: never a way around, always a way out.
fn advice(language: Language) -> String {
    let said = Sentence::new(
        "目前没有其他人可以复核。请由上级单位具有该权限的人员复核，或请系统运维人员在服务器上执行 jifen admin appoint 增设一名安全管理员，再由其复核。",
        "Nobody else could confirm this now. Somebody above with the same permission has to, or whoever runs the \
         server appoints a further security administrator there with `jifen admin appoint`, who then confirms.",
    );
    said.in_language(language).to_owned()
}
