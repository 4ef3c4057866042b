//! The second person: books an entry, or strikes it out with a reason.

use super::{Around, EntryBody, enter::allowed, kind_of};
use crate::{
    desk::Desk,
    input::{Checks, Json},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::{finance::Wanted, policies::Fen};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Scope,
    funds::{self, EntryState},
    loans,
};
use utoipa::ToSchema;

/// What is decided of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum EntryDecision {
    /// 入账.
    Book,
    /// 作废.
    Strike,
}

/// A decision on an entry.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecideEntry {
    /// Which.
    decision: EntryDecision,
    /// Why it is struck out.
    reason: Option<String>,
}

/// Books an entry of a fund, by another person than the one who entered it, or strikes it out with a reason. What may be paid is
/// looked at again as things stand now; entries of one fund and one loan wait for each other.
#[utoipa::path(post, path = "/api/v1/fund-entries/{id}/decision", operation_id = "decide_fund_entry", tag = "finance",
    params(("id" = String, Path, description = "The entry")), request_body = DecideEntry,
    responses((status = 200, body = EntryBody, description = "Decided")),
    extensions(("x-permission" = json!("fund:enter"))))]
pub(crate) async fn decide_fund_entry(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<DecideEntry>,
) -> Answer {
    let seen = funds::entry_within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    let reason = given.reason.as_deref().map(str::trim).unwrap_or_default();
    if given.decision == EntryDecision::Strike {
        let mut checks = Checks::default();
        let length = reason.chars().count();
        checks.that(
            (1..=200).contains(&length),
            "/reason",
            "请写明原因，1 至 200 字",
            "say why, in 1 to 200 characters",
        );
        checks.done()?;
    }
    let by = desk.caller()?.user.id.clone();
    if given.decision == EntryDecision::Book && seen.entered_by == by {
        let (zh, en) =
            ("须由登记人以外的人复核入账。", "Another person than the one who entered it books it.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let around = Around::of(&desk, std::slice::from_ref(&seen)).await?;
    let change = desk.begin().await?;
    let work = change.work();
    funds::take_turns(work, &seen.fund_id).await?;
    if let Some(loan) = &seen.loan_id {
        loans::take_turns(work, loan).await?;
    }
    let entry = funds::entry_within(work, &Scope::Everything, &id).await?.ok_or(Code::NotFound)?;
    if entry.state != EntryState::Waiting {
        let (zh, en) = ("这笔已经复核过了。", "This entry was decided already.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let entry = match given.decision {
        EntryDecision::Strike => funds::strike(work, &entry, reason, &by).await?,
        EntryDecision::Book => {
            let fund =
                funds::within(work, &Scope::Everything, &entry.fund_id).await?.ok_or(Code::NotFound)?;
            let loan = match &entry.loan_id {
                Some(loan) => loans::within(work, &Scope::Everything, loan).await?,
                None => None,
            };
            let kind = kind_of(entry.kind);
            let wanted = Wanted { kind, amount: Fen(entry.amount), period: entry.period };
            allowed(work, &fund, wanted, loan.as_ref()).await?;
            let moved = if kind.is_out() { -entry.amount } else { entry.amount };
            let balance = fund.balance.checked_add(moved).ok_or(Code::InternalError)?;
            funds::book(work, &fund, &entry, balance, &by).await?
        }
    };
    let detail = json!({
        "fund_id": entry.fund_id, "kind": entry.kind.word(), "amount": Fen(entry.amount).to_string(),
        "loan_id": entry.loan_id, "state": entry.state.word(), "reason": entry.reason,
    });
    let note = desk.note("decide", "fund-entry").on(&entry.id, &entry.path).with(detail);
    change.finish(note, Reply::ok(&EntryBody::of(entry, &around))).await
}
