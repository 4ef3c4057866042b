//! 付款批次: one person prepares, another releases, the file goes to the finance system.

use super::{
    BatchBody, account::Account, award_after, batch_after, batch_found, check_reason, list_found, named,
};
use crate::{
    desk::Desk,
    etag,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, PAYMENT_STATES},
    input::{Json, Params},
    listing::{self, Asked, List},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::PaymentStateWord,
};
use axum::extract::Path;
use domain::policies::paying::{AwardAction, PaymentBatchAction, may_release};
use export::{ListCell, ListFormat};
use formula::Language;
use receipt::Hasher;
use serde::Deserialize;
use serde_json::json;
use store::{
    Page, StoreError,
    awards::{self, Award, AwardChange, AwardState, NewBatch, PaymentBatch, PaymentState},
};
use utoipa::{IntoParams, ToSchema};

/// The seal over payments: award, amount and sealed account, in the order of their ids.
fn seal(awards: &[Award]) -> String {
    let mut hasher = Hasher::new();
    hasher.text("payments/1");
    for one in awards {
        hasher.text(&one.id).text(&one.amount.to_string()).text(one.account.as_deref().unwrap_or_default());
    }
    hasher.finish()
}

/// Puts every award of the list whose account is confirmed into a batch.
#[utoipa::path(post, path = "/api/v1/award-lists/{id}/payments", operation_id = "prepare_payments", tag = "awards",
    params(("id" = String, Path, description = "The list")),
    responses((status = 201, body = BatchBody, description = "Prepared")),
    extensions(("x-permission" = json!("payment:prepare")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn prepare_payments(desk: Desk, Path(id): Path<String>) -> Answer {
    let list = list_found(&desk, &id).await?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    awards::hold_list(work, &list).await?;
    let all = awards::awards_of_list(work, &id).await?;
    let ready: Vec<Award> = all.into_iter().filter(|one| one.state == AwardState::Confirmed).collect();
    if ready.is_empty() {
        let (zh, en) = ("还没有企业确认收款账户。", "No enterprise has confirmed its account yet.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let batch_id = desk.app.edge.id();
    let total = ready.iter().map(|one| one.amount).sum();
    let new = NewBatch {
        id: &batch_id,
        list: &list,
        payments: i64::try_from(ready.len()).unwrap_or(i64::MAX),
        total,
        seal: &seal(&ready),
        by: &by,
    };
    let batch = awards::add_batch(work, new).await?;
    for one in &ready {
        let next = award_after(one, &list, AwardAction::Prepare)?;
        let into = AwardChange { batch_id: Some(batch_id.clone()), ..AwardChange::default() };
        awards::move_award(work, one, next, into).await?;
    }
    let detail = json!({
        "list_id": id, "policy": list.policy, "payments": batch.payments, "total": super::body::yuan(total),
        "seal": batch.seal,
    });
    let note = desk.note("prepare", "payment-batch").on(&batch_id, &batch.path).with(detail);
    let (location, version) = (format!("/api/v1/payments/{batch_id}"), batch.version);
    change.finish(note, Reply::created(&BatchBody::from(batch), &location).versioned(version)).await
}

/// Which batches.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPayments {
    /// Of this list.
    list_id: Option<String>,
    /// This far.
    #[param(inline)]
    state: Option<PaymentStateWord>,
    /// `prepared_at`; `-prepared_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("prepared_at", ())];

/// The batches the caller may see.
#[utoipa::path(get, path = "/api/v1/payments", operation_id = "list_payments", tag = "awards",
    params(WantedPayments), responses((status = 200, body = inline(List<BatchBody>), description = "A page")),
    extensions(("x-permission" = json!("payment:list"))))]
pub(crate) async fn list_payments(desk: Desk, Params(wanted): Params<WantedPayments>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = wanted.page(&desk, &asked).await?;
    Ok(Reply::ok(&asked.list(page, BatchBody::from)))
}

impl WantedPayments {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<Page<PaymentBatch>, StoreError> {
        let filter = (self.list_id.as_deref(), self.state.map(Into::into));
        awards::batches_page(desk.database(), desk.scope(), filter, &asked.page).await
    }
}

/// The columns of an export.
pub(crate) const PAYMENTS: Export = Export {
    resource: "payment-batch",
    title: ("付款批次", "payment-batches"),
    columns: &[
        Column::word("state", "状态", "State", PAYMENT_STATES),
        Column::plain("payments", "笔数", "Payments"),
        Column::plain("total", "合计（元）", "Total (yuan)"),
        Column::plain("reason", "撤回原因", "Why given up"),
        Column::time("prepared_at", "编制时间", "Prepared at"),
        Column::plain("prepared_by", "编制人编号", "Prepared by"),
        Column::time("released_at", "放行时间", "Released at"),
        Column::plain("released_by", "放行人编号", "Released by"),
        Column::plain("seal", "封存码", "Seal"),
        Column::plain("id", "编号", "Id"),
        Column::plain("list_id", "名单编号", "List id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file; no accounts in it.
#[utoipa::path(get, path = "/api/v1/payments/export", operation_id = "export_payments", tag = "awards",
    params(WantedPayments, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("payment:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_payments(desk: Desk, exporting: Exporting<WantedPayments>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &PAYMENTS, file, page, BatchBody::from).await
}

/// One batch.
#[utoipa::path(get, path = "/api/v1/payments/{id}", operation_id = "read_payment", tag = "awards",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "The batch")),
    extensions(("x-permission" = json!("payment:list"))))]
pub(crate) async fn read_payment(desk: Desk, Path(id): Path<String>) -> Answer {
    let (batch, _) = batch_found(&desk, &id).await?;
    let version = batch.version;
    Ok(Reply::ok(&BatchBody::from(batch)).versioned(version))
}

/// Releases a batch: from now on it is paid. Whoever prepared it may not release it; what is released is exactly what was
/// prepared.
#[utoipa::path(post, path = "/api/v1/payments/{id}/release", operation_id = "release_payments", tag = "awards",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "Released")),
    extensions(("x-permission" = json!("payment:release")), ("x-if-match" = json!("required"))))]
pub(crate) async fn release_payments(desk: Desk, Path(id): Path<String>) -> Answer {
    let (seen, list) = batch_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let next = batch_after(&seen, PaymentBatchAction::Release)?;
    let by = desk.caller()?.user.id.clone();
    may_release(&seen.prepared_by, &by)
        .map_err(|refusal| Problem::new(Code::OwnRequest).saying(refusal.reason.zh, refusal.reason.en))?;
    let change = desk.begin().await?;
    insist_sealed(change.work(), &seen).await?;
    let now = awards::move_batch(change.work(), &seen, next, &by, None).await?;
    let detail = json!({
        "list_id": list.id, "policy": list.policy, "payments": now.payments,
        "total": super::body::yuan(now.total), "seal": now.seal, "prepared_by": now.prepared_by,
    });
    let note = desk.note("release", "payment-batch").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&BatchBody::from(now)).versioned(version)).await
}

/// Insists that the payments are those that were sealed.
async fn insist_sealed(source: &impl store::Source, batch: &PaymentBatch) -> Result<Vec<Award>, Stop> {
    let all = awards::awards_of_batch(source, &batch.id).await?;
    if seal(&all) == batch.seal && all.iter().map(|one| one.amount).sum::<i64>() == batch.total {
        return Ok(all);
    }
    tracing::error!(batch = %batch.id, "the payments of a batch are not those that were sealed");
    let (zh, en) = (
        "批次内容与封存时不一致，不能付款；请撤回后重新编制，并请审计员核对。",
        "The payments are not those that were sealed: withdraw the batch, and ask the auditor to look.",
    );
    Err(Problem::new(Code::WrongState).saying(zh, en).into())
}

/// Why a batch is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WithdrawPayments {
    /// Why.
    reason: String,
}

/// Gives up a batch before it is released; its awards can go into another one.
#[utoipa::path(post, path = "/api/v1/payments/{id}/withdraw", operation_id = "withdraw_payments", tag = "awards",
    params(("id" = String, Path, description = "The batch")), request_body = WithdrawPayments,
    responses((status = 200, body = BatchBody, description = "Given up")),
    extensions(("x-permission" = json!("payment:prepare")), ("x-if-match" = json!("required"))))]
pub(crate) async fn withdraw_payments(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<WithdrawPayments>,
) -> Answer {
    let (seen, list) = batch_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let next = batch_after(&seen, PaymentBatchAction::Withdraw)?;
    check_reason(&given.reason)?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    let now = awards::move_batch(work, &seen, next, &by, Some(given.reason.trim())).await?;
    for one in awards::awards_of_batch(work, &id).await? {
        if one.state == AwardState::Batched {
            let next = award_after(&one, &list, AwardAction::TakeOut)?;
            awards::move_award(work, &one, next, AwardChange::default()).await?;
        }
    }
    let detail = json!({ "list_id": list.id, "payments": now.payments, "reason": given.reason.trim() });
    let note = desk.note("withdraw", "payment-batch").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&BatchBody::from(now)).versioned(version)).await
}

/// The file of a released batch for the finance system: every payment with its whole account. Its reading is written down.
#[utoipa::path(get, path = "/api/v1/payments/{id}/file", operation_id = "fetch_payment_file", tag = "awards",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, description = "The workbook",
        content((Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))),
    extensions(("x-permission" = json!("payment:file")), ("x-reads" = json!("list"))))]
pub(crate) async fn payment_file(desk: Desk, Path(id): Path<String>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (batch, list) = batch_found(&desk, &id).await?;
    if !matches!(batch.state, PaymentState::Released | PaymentState::Settled) {
        let (zh, en) = ("批次放行后才能取付款文件。", "There is no file before the batch is released.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let all = awards::awards_of_batch(desk.database(), &id).await?;
    let known = named(&desk, all.iter().map(|one| one.enterprise_id.clone())).await?;
    let chinese = desk.context.language == Language::Chinese;
    let policy = super::policy_name(&list, desk.context.language);
    let purpose = if chinese {
        format!("{policy}（{}年）", list.period)
    } else {
        format!("{policy} ({})", list.period)
    };
    let mut rows = Vec::with_capacity(all.len());
    for (index, one) in all.iter().enumerate() {
        let sealed = one.account.as_deref().unwrap_or_default();
        let account = Account::open(sealed, &desk.app.master_key, &one.id).ok_or_else(|| {
            tracing::error!(award = %one.id, "a sealed account cannot be opened");
            Problem::new(Code::WrongState).saying(
                "有收款账户无法解密，server.key 可能不是原来的那一个。",
                "An account cannot be opened: server.key may not be the one it was sealed with.",
            )
        })?;
        let code = known.get(&one.enterprise_id).map(|one| one.credit_code.clone()).unwrap_or_default();
        let number = i64::try_from(index + 1).unwrap_or(i64::MAX);
        rows.push(vec![
            ListCell::Number(number),
            ListCell::Text(account.holder),
            ListCell::Text(code),
            ListCell::Text(account.bank),
            ListCell::Text(account.number),
            ListCell::Text(super::body::yuan(one.amount)),
            ListCell::Text(purpose.clone()),
            ListCell::Text(one.id.clone()),
            // To be filled in and sent back: see results_file.
            ListCell::Text(String::new()),
            ListCell::Text(String::new()),
            ListCell::Text(String::new()),
        ]);
    }
    let heads: [&'static str; 11] = if chinese {
        [
            "序号",
            "收款户名",
            "统一社会信用代码",
            "开户银行",
            "账号",
            "金额（元）",
            "用途",
            "付款编号",
            "付款结果",
            "失败原因",
            "流水号",
        ]
    } else {
        [
            "No.",
            "Holder",
            "Credit code",
            "Bank",
            "Account",
            "Amount (yuan)",
            "Purpose",
            "Payment id",
            "Result",
            "Reason",
            "Reference",
        ]
    };
    let title = if chinese { "付款批次" } else { "payments" };
    let bytes = export::write_list(ListFormat::Xlsx, title, &heads, &rows).map_err(|error| {
        tracing::error!(%error, "a payment file was not written");
        Code::InternalError
    })?;
    let detail = json!({
        "list_id": list.id, "payments": batch.payments, "total": super::body::yuan(batch.total), "seal": batch.seal,
    });
    desk.write_down(desk.note("export", "payment-batch").on(&id, &batch.path).with(detail)).await?;
    Ok(exporting::workbook(format!("payments-{}", &id[..8.min(id.len())]), title.to_owned(), bytes))
}
