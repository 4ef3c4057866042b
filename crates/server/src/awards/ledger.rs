//! 台账: what became of the money.

use super::{body::yuan, named};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, LEDGER_KINDS},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::LedgerKindWord,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{
    Page,
    awards::{self, Entered, LedgerFilter},
    enterprises::Enterprise,
};
use utoipa::{IntoParams, ToSchema};

/// Which entries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedEntries {
    /// Of this policy.
    policy: Option<String>,
    /// Of this year.
    period: Option<i32>,
    /// Of this enterprise.
    enterprise_id: Option<String>,
    /// Of this batch.
    batch_id: Option<String>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<LedgerKindWord>,
    /// `entered_at`; `-entered_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// An entry of the ledger. `amount` is yuan: positive when paid, negative when it came back, nought when it failed.
#[derive(Serialize, ToSchema)]
#[schema(as = LedgerEntry)]
pub(crate) struct EntryBody {
    /// Its id.
    id: String,
    /// The award.
    award_id: String,
    /// Its list.
    list_id: String,
    /// The batch that paid it.
    batch_id: String,
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// The enterprise's name.
    name: String,
    /// The policy's code.
    policy: String,
    /// The year whose money it is.
    period: i32,
    /// What happened.
    kind: LedgerKindWord,
    /// How much.
    amount: String,
    /// The day it happened, by the bank.
    happened_on: String,
    /// The bank's reference.
    reference: Option<String>,
    /// Why.
    reason: Option<String>,
    /// When it was entered.
    entered_at: String,
}

impl EntryBody {
    fn new(one: Entered, known: &HashMap<String, Enterprise>) -> Self {
        let enterprise = known.get(&one.enterprise_id);
        Self {
            credit_code: enterprise.map(|one| one.credit_code.clone()).unwrap_or_default(),
            name: enterprise.map(|one| one.name.clone()).unwrap_or_default(),
            id: one.id,
            award_id: one.award_id,
            list_id: one.list_id,
            batch_id: one.batch_id,
            enterprise_id: one.enterprise_id,
            policy: one.policy,
            period: one.period,
            kind: one.kind.into(),
            amount: yuan(one.amount),
            happened_on: one.happened_on.to_string(),
            reference: one.reference,
            reason: one.reason,
            entered_at: one.entered_at.to_string(),
        }
    }
}

const SORTS: [(&str, ()); 1] = [("entered_at", ())];

async fn page(desk: &Desk, wanted: WantedEntries, asked: &Asked<()>) -> Result<Page<Entered>, Stop> {
    let filter = LedgerFilter {
        policy: wanted.policy,
        period: wanted.period,
        enterprise_id: wanted.enterprise_id,
        batch_id: wanted.batch_id,
        kind: wanted.kind.map(Into::into),
    };
    Ok(awards::ledger_page(desk.database(), desk.scope(), &filter, &asked.page).await?)
}

/// The entries the caller may see: officers those of their zone, enterprises their own.
#[utoipa::path(get, path = "/api/v1/award-ledger", operation_id = "list_ledger", tag = "awards",
    params(WantedEntries), responses((status = 200, body = inline(List<EntryBody>), description = "A page")),
    extensions(("x-permission" = json!("ledger:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_ledger(desk: Desk, Params(wanted): Params<WantedEntries>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    note_list(&desk, ("ledger", None), page.items.iter().map(|one| one.path.as_str())).await?;
    let known = named(&desk, page.items.iter().map(|one| one.enterprise_id.clone())).await?;
    Ok(Reply::ok(&asked.list(page, |one| EntryBody::new(one, &known))))
}

/// The columns of an export.
pub(crate) const LEDGER: Export = Export {
    resource: "ledger",
    title: ("兑现台账", "award-ledger"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("policy", "政策代码", "Policy"),
        Column::plain("period", "兑现年度", "Year"),
        Column::word("kind", "事项", "Kind", LEDGER_KINDS),
        Column::plain("amount", "金额（元）", "Amount (yuan)"),
        Column::plain("happened_on", "发生日期", "Happened on"),
        Column::plain("reference", "银行流水号", "Reference"),
        Column::plain("reason", "原因", "Reason"),
        Column::time("entered_at", "登记时间", "Entered at"),
        Column::plain("id", "编号", "Id"),
        Column::plain("award_id", "付款编号", "Award id"),
        Column::plain("list_id", "名单编号", "List id"),
        Column::plain("batch_id", "批次编号", "Batch id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/award-ledger/export", operation_id = "export_ledger", tag = "awards",
    params(WantedEntries, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("award:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_ledger(desk: Desk, exporting: Exporting<WantedEntries>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let known = named(&desk, page.items.iter().map(|one| one.enterprise_id.clone())).await?;
    exporting::send(&desk, &LEDGER, file, page, |one| EntryBody::new(one, &known)).await
}
