//! Which funds there are, and what went in and out.

use super::{Around, EntryBody, FundBody, share_of};
use crate::{
    consents::Parties,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, ENTRY_STATES, Export, Exported, Exporting, FUND_ENTRY_KINDS},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    users::names,
    wire::{EntryStateWord, FundEntryKindWord},
};
use domain::{finance::covered, policies::Fen};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{
    Page,
    funds::{self, Entry, EntryFilter},
    loans::{self, Loan},
};
use utoipa::{IntoParams, ToSchema};

/// The funds of a zone.
#[derive(Serialize, ToSchema)]
pub(crate) struct Funds {
    /// By name.
    funds: Vec<FundBody>,
}

/// The funds of the caller's zone: what is in them, what went in and out, and what they bear of loans that were filed.
#[utoipa::path(get, path = "/api/v1/funds", operation_id = "list_funds", tag = "finance",
    responses((status = 200, body = Funds, description = "The funds")),
    extensions(("x-permission" = json!("fund:list"))))]
pub(crate) async fn list_funds(desk: Desk) -> Answer {
    let all = funds::of_zone(desk.database(), desk.scope()).await?;
    let ids: Vec<String> = all.iter().map(|fund| fund.id.clone()).collect();
    let sums = funds::sums(desk.database(), &ids).await?;
    let filings = loans::filed_with(desk.database(), &ids).await?;
    let loan_ids: Vec<String> = filings.iter().map(|step| step.loan_id.clone()).collect();
    let filed: HashMap<String, Loan> = loans::by_ids(desk.database(), desk.scope(), &loan_ids)
        .await?
        .into_iter()
        .map(|loan| (loan.id.clone(), loan))
        .collect();
    let bodies = all.iter().map(|fund| {
        let own = filings.iter().filter(|step| step.fund_id.as_deref() == Some(fund.id.as_str()));
        let own: Vec<_> = own.collect();
        let covered = own.iter().filter_map(|step| {
            let loan = filed.get(&step.loan_id)?;
            Some(covered(Fen(loan.outstanding()), &share_of(step.share_percent.as_deref()?)?))
        });
        FundBody::of(fund, &sums, (own.len(), covered.sum()))
    });
    Ok(Reply::ok(&Funds { funds: bodies.collect() }))
}

/// Which entries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedEntries {
    /// Of this fund.
    fund_id: Option<String>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<FundEntryKindWord>,
    /// So far.
    #[param(inline)]
    state: Option<EntryStateWord>,
    /// `entered_at`; `-entered_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("entered_at", ())];

impl WantedEntries {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<(Page<Entry>, Around), Stop> {
        let filter = EntryFilter {
            fund_id: self.fund_id,
            kind: self.kind.map(Into::into),
            state: self.state.map(Into::into),
        };
        let page = funds::entries_page(desk.database(), desk.scope(), &filter, &asked.page).await?;
        let around = Around::of(desk, &page.items).await?;
        Ok((page, around))
    }
}

impl Around {
    pub(super) async fn of(desk: &Desk, entries: &[Entry]) -> Result<Self, Stop> {
        let all = funds::of_zone(desk.database(), desk.scope()).await?;
        let ids: Vec<String> = entries.iter().filter_map(|one| one.loan_id.clone()).collect();
        let loans = loans::by_ids(desk.database(), desk.scope(), &ids).await?;
        let pairs = loans.iter().map(|one| (one.enterprise_id.as_str(), one.bank_id.as_str()));
        let parties = Parties::of(desk, pairs).await?;
        let mut people: Vec<&str> = entries.iter().map(|one| one.entered_by.as_str()).collect();
        people.extend(entries.iter().filter_map(|one| one.decided_by.as_deref()));
        let caller = &desk.caller()?.user;
        let mut people = names(desk, people.into_iter()).await?;
        people.entry(caller.id.clone()).or_insert_with(|| caller.name.clone());
        Ok(Self {
            funds: all.into_iter().map(|fund| (fund.id, fund.name)).collect(),
            loans: loans.into_iter().map(|loan| (loan.id.clone(), loan)).collect(),
            parties,
            people,
            caller: caller.id.clone(),
        })
    }

    /// The paths of the enterprises whose entries are shown.
    fn paths<'a>(&'a self, entries: &'a [Entry]) -> impl Iterator<Item = &'a str> {
        let loans = entries.iter().filter_map(|one| self.loans.get(one.loan_id.as_ref()?));
        loans.map(|loan| loan.path.as_str())
    }
}

/// The entries the caller may see.
#[utoipa::path(get, path = "/api/v1/fund-entries", operation_id = "list_fund_entries", tag = "finance",
    params(WantedEntries), responses((status = 200, body = inline(List<EntryBody>), description = "A page")),
    extensions(("x-permission" = json!("fund-entry:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_fund_entries(desk: Desk, Params(wanted): Params<WantedEntries>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (page, around) = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("fund-entry", None), around.paths(&page.items)).await?;
    Ok(Reply::ok(&asked.list(page, |one| EntryBody::of(one, &around))))
}

/// The columns of an export.
pub(crate) const FUND_ENTRIES: Export = Export {
    resource: "fund-entry",
    title: ("资金台账", "entries of funds"),
    columns: &[
        Column::plain("fund_name", "资金", "Fund"),
        Column::word("kind", "类别", "Kind", FUND_ENTRY_KINDS),
        Column::plain("amount", "金额（元）", "Amount (yuan)"),
        Column::plain("on", "日期", "Day"),
        Column::plain("from", "贴息起日", "Subsidised from"),
        Column::plain("until", "贴息止日", "Subsidised until"),
        Column::plain("enterprise_name", "企业", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("bank_name", "银行", "Bank"),
        Column::plain("reference", "凭证号", "Reference"),
        Column::plain("note", "说明", "Note"),
        Column::word("state", "状态", "State", ENTRY_STATES),
        Column::plain("reason", "作废原因", "Why struck out"),
        Column::plain("entered_by_name", "登记人", "Entered by"),
        Column::time("entered_at", "登记时间", "Entered at"),
        Column::plain("decided_by_name", "复核人", "Decided by"),
        Column::time("decided_at", "复核时间", "Decided at"),
        Column::plain("id", "编号", "Id"),
        Column::plain("fund_id", "资金编号", "Fund id"),
        Column::plain("loan_id", "贷款编号", "Loan id"),
        Column::plain("own", "本人登记", "Entered by the reader"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/fund-entries/export", operation_id = "export_fund_entries", tag = "finance",
    params(WantedEntries, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("fund-entry:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_fund_entries(desk: Desk, exporting: Exporting<WantedEntries>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (page, around) = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &FUND_ENTRIES, file, page, |one| EntryBody::of(one, &around)).await
}
