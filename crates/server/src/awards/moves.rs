//! Moving a list on, and striking awards off it.

use super::{AwardBody, ListPage, award_after, award_found, check_reason, list_after, list_found, named};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::today,
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::policies::paying::{AwardAction, AwardListAction};
use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use serde_json::json;
use store::{
    StoreError,
    awards::{self, Award, AwardChange, AwardList, AwardState},
    notices,
};
use utoipa::ToSchema;

/// 公示 lasts at least so many days.
const NOTICE_DAYS: i32 = 5;

/// Where a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = AwardListMove)]
enum Move {
    /// 开始公示; needs `notice_until`.
    Show,
    /// 退回审核; needs a reason.
    SendBack,
    /// 公示期满，开始兑付.
    Begin,
    /// 办结: every award is final.
    Close,
    /// 撤销, as long as no money is on its way; needs a reason.
    Cancel,
}

impl From<Move> for AwardListAction {
    fn from(action: Move) -> Self {
        match action {
            Move::Show => Self::Show,
            Move::SendBack => Self::SendBack,
            Move::Begin => Self::Begin,
            Move::Close => Self::Close,
            Move::Cancel => Self::Cancel,
        }
    }
}

/// A move of a list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MoveAwardList)]
pub(crate) struct MoveList {
    /// What is done.
    action: Move,
    /// Last day of the 公示, at least five days from today.
    notice_until: Option<String>,
    /// Why.
    reason: Option<String>,
}

/// Moves a list on: on public notice, back to review, to payment, to its end; or gives it up.
#[utoipa::path(post, path = "/api/v1/award-lists/{id}/move", operation_id = "move_award_list", tag = "awards",
    params(("id" = String, Path, description = "The list")), request_body = MoveList,
    responses((status = 200, body = ListPage, description = "Moved")),
    extensions(("x-permission" = json!("award:open")), ("x-if-match" = json!("required"))))]
pub(crate) async fn move_list(desk: Desk, Path(id): Path<String>, Json(given): Json<MoveList>) -> Answer {
    let seen = list_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let next = list_after(&seen, given.action.into())?;
    let notice = match given.action {
        Move::Show => Some(period(given.notice_until.as_deref(), today(&desk))?),
        Move::SendBack => None,
        Move::Begin | Move::Close | Move::Cancel => seen.notice,
    };
    let reason = given.reason.as_deref().map(str::trim);
    if matches!(given.action, Move::SendBack | Move::Cancel) {
        check_reason(reason.unwrap_or_default())?;
    }
    let change = desk.begin().await?;
    let work = change.work();
    awards::hold_list(work, &seen).await?;
    let all = awards::awards_of_list(work, &id).await?;
    insist(&desk, work, &seen, &all, given.action).await?;
    let now = match awards::move_list(work, &seen, next, notice, reason).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = (
                "该政策本年度另有一份名单正在审核，先办完那一份。",
                "Another list of the policy and year is under review; finish that one first.",
            );
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    match given.action {
        Move::Cancel => awards::cancel_awards(work, &id).await?,
        Move::Show | Move::Begin => notices::send(work, told(&desk, &now, &all)?).await?,
        Move::SendBack | Move::Close => {}
    }
    let detail = json!({
        "policy": now.policy, "period": now.period, "state": [seen.state.word(), now.state.word()],
        "notice_until": now.notice.map(|(_, until)| until.to_string()), "reason": reason,
    });
    let note = desk.note("move", "award-list").on(&id, &now.path).with(detail);
    let open = awards::open_objections(work, &id).await?;
    let all = awards::awards_of_list(work, &id).await?;
    let version = now.version;
    let page = ListPage::new(now, &all, open, desk.context.language);
    change.finish(note, Reply::ok(&page).versioned(version)).await
}

/// The 公示期 from today.
fn period(until: Option<&str>, today: Date) -> Result<(Date, Date), Problem> {
    let until = until.and_then(|text| text.parse::<Date>().ok());
    let earliest = today.saturating_add(NOTICE_DAYS.days());
    let mut checks = Checks::default();
    checks.that(
        until.is_some_and(|until| until >= earliest),
        "/notice_until",
        &format!("公示不少于{NOTICE_DAYS}天，最早至{earliest}"),
        &format!("public notice lasts at least {NOTICE_DAYS} days: {earliest} or later"),
    );
    checks.done()?;
    Ok((today, until.unwrap_or(earliest)))
}

/// What must be true beside the state of the list.
async fn insist(
    desk: &Desk,
    work: &store::Work,
    list: &AwardList,
    all: &[Award],
    action: Move,
) -> Result<(), Stop> {
    let no = |zh: String, en: String| Err(Problem::new(Code::WrongState).saying(zh, en).into());
    let standing = all.iter().filter(|one| one.state != AwardState::Struck).count();
    let domain_state = |one: &Award| domain::policies::paying::Award::from_word(one.state.word());
    match action {
        Move::Show if standing == 0 => {
            no("名单上没有企业，不能公示。".into(), "Nobody is left on the list.".into())
        }
        Move::Begin => {
            let until = list.notice.map(|(_, until)| until);
            if let Some(until) = until.filter(|until| today(desk) <= *until) {
                return no(
                    format!("公示期至{until}，期满后才能开始兑付。"),
                    format!("The notice lasts until {until}; payment begins after it."),
                );
            }
            let open = awards::open_objections(work, &list.id).await?;
            if open > 0 {
                return no(
                    format!("还有{open}件异议没有办结。"),
                    format!("{open} objections are not decided yet."),
                );
            }
            Ok(())
        }
        Move::Close => {
            let left = all.iter().filter(|one| !domain_state(one).is_some_and(|state| state.is_final()));
            let left = left.count();
            if left > 0 {
                return no(
                    format!("还有{left}家没有付款、剔除或追回，不能办结。"),
                    format!("{left} awards are neither paid, struck out nor clawed back."),
                );
            }
            Ok(())
        }
        Move::Cancel if all.iter().any(|one| domain_state(one).is_some_and(|state| state.moves_money())) => {
            no(
                "已有付款，名单不能撤销；需要追回的请逐笔追回。".into(),
                "Money has moved; the list cannot be given up. Claw back what has to come back.".into(),
            )
        }
        _ => Ok(()),
    }
}

/// A notice to each enterprise with people of its own: that it is on the list, or that it can confirm its account.
fn told(desk: &Desk, list: &AwardList, all: &[Award]) -> Result<Vec<notices::Notice>, Stop> {
    let kind = if list.state == awards::ListState::Notice { Kind::AwardShown } else { Kind::AwardPayable };
    let entitled = all.iter().filter(|one| one.state == AwardState::Listed && one.path != list.path);
    let notices = entitled.map(|one| {
        let detail = json!({
            "policy": list.policy_name, "policy_en": list.policy_name_en, "year": list.period, "amount": super::body::yuan(one.amount),
            "until": list.notice.map(|(_, until)| until.to_string()),
        });
        notice(desk, &one.path, None, kind, &detail)
    });
    notices.collect()
}

/// Taking an award off its list, or putting it back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StrikeAward {
    /// Off the list; otherwise back on it.
    struck: bool,
    /// Why.
    reason: String,
}

/// Strikes an award off its list, or puts it back on. The enterprise can read the reason.
#[utoipa::path(post, path = "/api/v1/awards/{id}/strike", operation_id = "strike_award", tag = "awards",
    params(("id" = String, Path, description = "The award")), request_body = StrikeAward,
    responses((status = 200, body = AwardBody, description = "Done")),
    extensions(("x-permission" = json!("award:review")), ("x-if-match" = json!("required"))))]
pub(crate) async fn strike_award(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<StrikeAward>,
) -> Answer {
    let (seen, list) = award_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let action = if given.struck { AwardAction::Strike } else { AwardAction::Restore };
    award_after(&seen, &list, action)?;
    check_reason(&given.reason)?;
    let change = desk.begin().await?;
    let now = strike(change.work(), &seen, &list, given.struck, given.reason.trim()).await?;
    let detail = json!({
        "list_id": list.id, "policy": list.policy, "amount": super::body::yuan(now.amount),
        "struck": given.struck, "reason": given.reason.trim(),
    });
    let note = desk.note("strike", "award").on(&id, &now.path).with(detail);
    let known = named(&desk, [now.enterprise_id.clone()].into_iter()).await?;
    let version = now.version;
    change.finish(note, Reply::ok(&AwardBody::new(&desk, now, &known)).versioned(version)).await
}

/// Strikes `seen` off, or puts it back.
///
/// # Errors
/// The store's, or that it cannot be done any more.
pub(super) async fn strike(
    work: &store::Work,
    seen: &Award,
    list: &AwardList,
    struck: bool,
    reason: &str,
) -> Result<Award, Stop> {
    awards::hold_list(work, list).await?;
    let action = if struck { AwardAction::Strike } else { AwardAction::Restore };
    let next = award_after(seen, list, action)?;
    let change = AwardChange { reason: Some(Some(reason.to_owned())), ..AwardChange::default() };
    match awards::move_award(work, seen, next, change).await {
        Err(StoreError::Taken(_)) => Err(Problem::new(Code::WrongState)
            .saying(
                "该企业同一政策同一年度已在另一份名单上，不能重复兑现。",
                "The enterprise stands on another list for the same policy and year; nothing is paid twice.",
            )
            .into()),
        done => Ok(done?),
    }
}
