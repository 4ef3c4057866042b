//! An enterprise confirms where the money goes.

use super::{AwardBody, account::Account, award_after, award_found, named};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::today,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::policies::paying::AwardAction;
use serde::Deserialize;
use serde_json::json;
use store::awards::{self, AwardChange};
use utoipa::ToSchema;

/// An account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmAward {
    /// 户名: the enterprise's own name.
    holder: String,
    /// 开户银行, with its branch.
    bank: String,
    /// 账号: 8 to 32 digits; spaces and hyphens make no difference.
    number: String,
}

/// Confirms the account an award is paid to. It is kept sealed, shown with its last four digits, and does not change any
/// more once the award is in a batch of payments.
#[utoipa::path(post, path = "/api/v1/awards/{id}/confirm", operation_id = "confirm_award", tag = "awards",
    params(("id" = String, Path, description = "The award")), request_body = ConfirmAward,
    responses((status = 200, body = AwardBody, description = "Confirmed")),
    extensions(("x-permission" = json!("award:confirm")), ("x-if-match" = json!("required"))))]
pub(crate) async fn confirm_award(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<ConfirmAward>,
) -> Answer {
    let (seen, list) = award_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let next = award_after(&seen, &list, AwardAction::Confirm)?;
    let known = named(&desk, [seen.enterprise_id.clone()].into_iter()).await?;
    let enterprise = known.get(&seen.enterprise_id).ok_or(Code::NotFound)?;
    let account = Account {
        holder: given.holder.trim().to_owned(),
        bank: given.bank.trim().to_owned(),
        number: given.number.chars().filter(|c| !matches!(c, ' ' | '-')).collect(),
    };
    let mut checks = Checks::default();
    checks.that(
        account.holder == enterprise.name,
        "/holder",
        &format!("户名须与企业名称“{}”一致", enterprise.name),
        &format!("must be the enterprise's own name, {}", enterprise.name),
    );
    checks.name(&account.bank, "/bank");
    let digits = account.number.chars().all(|c| c.is_ascii_digit());
    checks.that(
        digits && (8..=32).contains(&account.number.len()),
        "/number",
        "账号应为8至32位数字",
        "must have 8 to 32 digits",
    );
    checks.done()?;
    let year = today(&desk).year();
    let sealed = account.seal(&desk.app.master_key, year, &id, desk.app.edge.bytes());
    let sealed = sealed.ok_or(Code::InternalError)?;
    let shown = account.shown();
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    awards::hold_list(change.work(), &list).await?;
    let moved = AwardChange {
        account: Some((sealed, shown.clone(), by)),
        reason: Some(None),
        ..AwardChange::default()
    };
    let now = awards::move_award(change.work(), &seen, next, moved).await?;
    let detail = json!({ "list_id": list.id, "policy": list.policy, "account": shown });
    let note = desk.note("confirm", "award").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&AwardBody::new(&desk, now, &known)).versioned(version)).await
}
