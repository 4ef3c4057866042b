//! What the bank says: paid, failed, came back, taken back. Every word of it goes into the ledger.

use super::{AwardBody, BatchBody, award_after, award_found, batch_after, batch_found, check_reason, named};
use crate::{
    desk::Desk,
    etag,
    input::Json,
    library::today,
    notices::{Kind, notice},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    wire::LedgerKindWord,
};
use axum::extract::Path;
use domain::policies::paying::{AwardAction, PaymentBatchAction};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use store::{
    awards::{self, Award, AwardChange, AwardList, AwardState, Entered, LedgerKind, PaymentBatch},
    notices,
};
use utoipa::ToSchema;

/// What became of one payment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PaymentResult {
    /// The award: 付款编号 of the file.
    award_id: String,
    /// Whether the money is there.
    paid: bool,
    /// Why not; needed when it is not.
    reason: Option<String>,
    /// The bank's reference.
    reference: Option<String>,
}

/// Results of a batch: 回盘.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnterResults {
    /// The day the bank paid.
    on: String,
    /// One per payment that has its result.
    results: Vec<PaymentResult>,
}

/// Enters what the bank says about payments of a released batch. When every payment has its result the batch is settled.
#[utoipa::path(post, path = "/api/v1/payments/{id}/results", operation_id = "enter_payment_results", tag = "awards",
    params(("id" = String, Path, description = "The batch")), request_body = EnterResults,
    responses((status = 200, body = BatchBody, description = "Entered")),
    extensions(("x-permission" = json!("payment:settle")), ("x-if-match" = json!("required"))))]
pub(crate) async fn enter_results(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<EnterResults>,
) -> Answer {
    let (seen, list) = batch_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    batch_after(&seen, PaymentBatchAction::Settle)?;
    let all = awards::awards_of_batch(desk.database(), &id).await?;
    let on = checked(&desk, &given, &all)?;
    let told = given.results.into_iter().map(|one| BankSays {
        award_id: one.award_id,
        paid: one.paid,
        reason: one.reason,
        reference: one.reference,
        on,
    });
    enter(&desk, (seen, list), told.collect(), None).await
}

/// What the bank says about one payment.
pub(super) struct BankSays {
    pub(super) award_id: String,
    pub(super) paid: bool,
    pub(super) reason: Option<String>,
    pub(super) reference: Option<String>,
    /// The day it happened.
    pub(super) on: Date,
}

/// Enters results, checked before, of the batch as it was seen; from the file with this hash, where they came in one.
pub(super) async fn enter(
    desk: &Desk,
    (seen, list): (PaymentBatch, AwardList),
    results: Vec<BankSays>,
    file: Option<&str>,
) -> Answer {
    let settled = batch_after(&seen, PaymentBatchAction::Settle)?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    let mut waiting: HashMap<String, Award> = awards::awards_of_batch(work, &seen.id)
        .await?
        .into_iter()
        .filter(|one| one.state == AwardState::Batched)
        .map(|one| (one.id.clone(), one))
        .collect();
    let (mut entries, mut told) = (Vec::new(), Vec::new());
    let (mut paid, mut failed) = (0_i64, 0_usize);
    for result in &results {
        let Some(award) = waiting.remove(&result.award_id) else { return Err(Code::WrongState.into()) };
        let action = if result.paid { AwardAction::Pay } else { AwardAction::Fail };
        let next = award_after(&award, &list, action)?;
        let moved =
            AwardChange { reason: Some(result.reason.clone()), paid: result.paid, ..AwardChange::default() };
        awards::move_award(work, &award, next, moved).await?;
        let (kind, amount) =
            if result.paid { (LedgerKind::Paid, award.amount) } else { (LedgerKind::Failed, 0) };
        paid += amount;
        failed += usize::from(!result.paid);
        let (reference, reason) = (&result.reference, result.reason.as_deref());
        let entry = Entry { kind, amount, on: result.on, reference, reason };
        entries.push(entry.of(desk, &award, &seen.id, &by));
        told.extend(tell(desk, &list, &award, result)?);
    }
    awards::enter(work, entries).await?;
    notices::send(work, told).await?;
    // Every change of a batch's payments is a change of the batch: two officers never enter results at once.
    let state = if waiting.is_empty() { settled } else { seen.state };
    let now = awards::move_batch(work, &seen, state, &by, None).await?;
    let on: BTreeSet<String> = results.iter().map(|one| one.on.to_string()).collect();
    let detail = json!({
        "list_id": list.id, "policy": list.policy, "results": results.len(), "failed": failed,
        "paid": super::body::yuan(paid), "on": on, "left": waiting.len(), "file_hash": file,
    });
    let note = desk.note("settle", "payment-batch").on(&seen.id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&BatchBody::from(now)).versioned(version)).await
}

/// Every mistake of the results at its place.
fn checked(desk: &Desk, given: &EnterResults, all: &[Award]) -> Result<Date, Problem> {
    let mut fields = Vec::new();
    let today = today(desk);
    let on = given.on.parse::<Date>().ok().filter(|on| *on <= today);
    if on.is_none() {
        fields.push(Field::new("/on", "应为今天或更早的日期", "must be today or an earlier day"));
    }
    if given.results.is_empty() || given.results.len() > all.len() {
        fields.push(Field::new(
            "/results",
            "应为本批次付款的结果",
            "must hold results of payments of this batch",
        ));
    }
    let mut seen: Vec<&str> = Vec::new();
    for (index, result) in given.results.iter().enumerate() {
        let at = |name: &str| format!("/results/{index}/{name}");
        let known = all.iter().find(|one| one.id == result.award_id);
        match known {
            None => fields.push(Field::new(at("award_id"), "不在本批次中", "is not a payment of this batch")),
            Some(one) if one.state != AwardState::Batched => {
                fields.push(Field::new(at("award_id"), "已有结果", "has its result already"));
            }
            Some(_) if seen.contains(&result.award_id.as_str()) => {
                fields.push(Field::new(at("award_id"), "出现了两次", "stands here twice"));
            }
            Some(_) => {}
        }
        seen.push(&result.award_id);
        let reason = result.reason.as_deref().map_or(0, |reason| reason.trim().chars().count());
        if (!result.paid && reason == 0) || reason > 500 {
            fields.push(Field::new(
                at("reason"),
                "付款失败须写原因，500字以内",
                "say why it failed, in at most 500 characters",
            ));
        }
        if result.reference.as_deref().is_some_and(|text| text.chars().count() > 100) {
            fields.push(Field::new(at("reference"), "不超过100字", "at most 100 characters"));
        }
    }
    match on {
        Some(on) if fields.is_empty() => Ok(on),
        _ => Err(Problem::new(Code::NotAccepted).at(fields)),
    }
}

/// What goes into the ledger, without what the award says itself.
struct Entry<'a> {
    kind: LedgerKind,
    amount: i64,
    on: Date,
    reference: &'a Option<String>,
    reason: Option<&'a str>,
}

impl Entry<'_> {
    fn of(self, desk: &Desk, award: &Award, batch_id: &str, by: &str) -> Entered {
        Entered {
            id: desk.app.edge.id(),
            award_id: award.id.clone(),
            list_id: award.list_id.clone(),
            batch_id: batch_id.to_owned(),
            path: award.path.clone(),
            enterprise_id: award.enterprise_id.clone(),
            policy: award.policy.clone(),
            period: award.period,
            kind: self.kind,
            amount: self.amount,
            happened_on: self.on,
            reference: self.reference.clone(),
            reason: self.reason.map(str::to_owned),
            entered_by: by.to_owned(),
            entered_at: desk.now(),
        }
    }
}

/// Tells an enterprise with people of its own that the money is there, or why not.
fn tell(
    desk: &Desk,
    list: &AwardList,
    award: &Award,
    result: &BankSays,
) -> Result<Option<notices::Notice>, Stop> {
    if award.path == list.path {
        return Ok(None);
    }
    let kind = if result.paid { Kind::AwardPaid } else { Kind::AwardFailed };
    let detail = json!({
        "policy": list.policy_name, "policy_en": list.policy_name_en, "year": list.period, "amount": super::body::yuan(award.amount),
        "reason": result.reason,
    });
    Ok(Some(notice(desk, &award.path, None, kind, &detail)?))
}

/// Money that comes back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeBack {
    /// `returned` by the bank, so that it can be paid again to another account; or `clawed-back`, for good.
    kind: LedgerKindWord,
    /// The day the money came back.
    on: String,
    /// Why.
    reason: String,
    /// The bank's reference.
    reference: Option<String>,
}

/// Records that paid money came back: returned by the bank, or clawed back by the zone. The payment stays in the ledger and
/// a negative entry follows it.
#[utoipa::path(post, path = "/api/v1/awards/{id}/take-back", operation_id = "take_award_back", tag = "awards",
    params(("id" = String, Path, description = "The award")), request_body = TakeBack,
    responses((status = 200, body = AwardBody, description = "Recorded")),
    extensions(("x-permission" = json!("payment:take-back")), ("x-if-match" = json!("required"))))]
pub(crate) async fn take_back(desk: Desk, Path(id): Path<String>, Json(given): Json<TakeBack>) -> Answer {
    let (seen, list) = award_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let (action, kind) = match given.kind {
        LedgerKindWord::Returned => (AwardAction::Return, LedgerKind::Returned),
        LedgerKindWord::ClawedBack => (AwardAction::ClawBack, LedgerKind::ClawedBack),
        LedgerKindWord::Paid | LedgerKindWord::Failed => {
            let field =
                Field::new("/kind", "应为 returned 或 clawed-back", "must be returned or clawed-back");
            return Err(Problem::new(Code::NotAccepted).at(vec![field]).into());
        }
    };
    let next = award_after(&seen, &list, action)?;
    let on = given.on.parse::<Date>().ok().filter(|on| *on <= today(&desk)).ok_or_else(|| {
        let field = Field::new("/on", "应为今天或更早的日期", "must be today or an earlier day");
        Problem::new(Code::NotAccepted).at(vec![field])
    })?;
    check_reason(&given.reason)?;
    let reason = given.reason.trim();
    let by = desk.caller()?.user.id.clone();
    let batch_id = seen.batch_id.clone().ok_or(Code::WrongState)?;
    let change = desk.begin().await?;
    let work = change.work();
    let moved = AwardChange { reason: Some(Some(reason.to_owned())), ..AwardChange::default() };
    let now = awards::move_award(work, &seen, next, moved).await?;
    let entry = Entry { kind, amount: -seen.amount, on, reference: &given.reference, reason: Some(reason) };
    awards::enter(work, vec![entry.of(&desk, &seen, &batch_id, &by)]).await?;
    let detail = json!({
        "list_id": list.id, "policy": list.policy, "kind": kind.word(), "amount": super::body::yuan(seen.amount),
        "on": on.to_string(), "reason": reason,
    });
    let note = desk.note("take-back", "award").on(&id, &now.path).with(detail);
    let known = named(&desk, [now.enterprise_id.clone()].into_iter()).await?;
    let version = now.version;
    change.finish(note, Reply::ok(&AwardBody::new(&desk, now, &known)).versioned(version)).await
}
