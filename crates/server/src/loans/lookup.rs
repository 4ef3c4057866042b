//! Which loans there are: an enterprise sees its own, a bank those it was asked for, a zone those of its enterprises.

use super::{LoanBody, LoanPage, MoveBody, found, support::Beside};
use crate::{
    consents::Parties,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, LOAN_STATES, REJECT_REASONS, REPAYMENTS},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    users::names,
    wire::LoanStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::Value;
use store::{
    Page,
    loans::{self, Loan, LoanState},
};
use utoipa::IntoParams;

/// Which loans.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedLoans {
    /// This far.
    #[param(inline)]
    state: Option<LoanStateWord>,
    /// Only those of which something is still to come.
    open: Option<bool>,
    /// Under this product.
    product: Option<String>,
    /// Of enterprises with this in the name or credit code.
    search: Option<String>,
    /// `applied_at`; `-applied_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("applied_at", ())];

impl WantedLoans {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<(Page<Loan>, Parties), Stop> {
        let open = |state: &LoanState| {
            domain::finance::LoanState::from_word(state.word())
                .is_some_and(domain::finance::LoanState::is_open)
        };
        let states = match (self.state, self.open) {
            (Some(state), _) => vec![state.into()],
            (None, Some(wanted)) => {
                LoanState::ALL.iter().copied().filter(|one| open(one) == wanted).collect()
            }
            (None, None) => Vec::new(),
        };
        let search = self.search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let filter = loans::Filter { states, product: self.product, search };
        let page = loans::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
        let pairs = page.items.iter().map(|one| (one.enterprise_id.as_str(), one.bank_id.as_str()));
        let parties = Parties::of(desk, pairs).await?;
        Ok((page, parties))
    }
}

/// The loans the caller may see.
#[utoipa::path(get, path = "/api/v1/loans", operation_id = "list_loans", tag = "finance", params(WantedLoans),
    responses((status = 200, body = inline(List<LoanBody>), description = "A page")),
    extensions(("x-permission" = json!("loan:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_loans(desk: Desk, Params(wanted): Params<WantedLoans>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (page, parties) = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("loan", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |one| LoanBody::of(&desk, &one, &parties))))
}

/// The columns of an export.
pub(crate) const LOANS: Export = Export {
    resource: "loan",
    title: ("贷款申请", "loans"),
    columns: &[
        Column::plain("enterprise_name", "企业", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("bank_name", "银行", "Bank"),
        Column::plain("product_name", "产品", "Product"),
        Column::plain("amount", "申请金额（元）", "Asked for (yuan)"),
        Column::plain("months", "申请期限（月）", "Months asked for"),
        Column::word("repayment", "还款方式", "Repayment", REPAYMENTS),
        Column::plain("purpose", "借款用途", "Purpose"),
        Column::word("state", "状态", "State", LOAN_STATES),
        Column::plain("granted", "批准金额（元）", "Granted (yuan)"),
        Column::plain("yearly_percent", "批准年利率（%）", "Yearly rate (%)"),
        Column::plain("granted_months", "批准期限（月）", "Months granted"),
        Column::plain("conditions", "批准附加条件", "Conditions"),
        Column::plain("valid_until", "批准有效期至", "Valid until"),
        Column::word("reject_reason", "拒绝原因", "Why rejected", REJECT_REASONS),
        Column::plain("contract", "合同编号", "Contract"),
        Column::plain("first_loan", "首贷", "First loan"),
        Column::plain("drawn", "已放款（元）", "Drawn (yuan)"),
        Column::plain("repaid", "已还款（元）", "Repaid (yuan)"),
        Column::plain("outstanding", "贷款余额（元）", "Outstanding (yuan)"),
        Column::time("applied_at", "申请时间", "Applied at"),
        Column::time("decided_at", "审批时间", "Decided at"),
        Column::time("changed_at", "最近办理时间", "Moved last at"),
        Column::plain("product", "产品代码", "Product code"),
        Column::plain("product_version", "产品版本", "Product version"),
        Column::plain("id", "编号", "Id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("bank_id", "银行编号", "Bank id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/loans/export", operation_id = "export_loans", tag = "finance",
    params(WantedLoans, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("loan:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_loans(desk: Desk, exporting: Exporting<WantedLoans>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (page, parties) = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &LOANS, file, page, |one| LoanBody::of(&desk, &one, &parties)).await
}

/// One loan with what was offered, and everything that happened to it.
#[utoipa::path(get, path = "/api/v1/loans/{id}", operation_id = "read_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")),
    responses((status = 200, body = LoanPage, description = "The loan")),
    extensions(("x-permission" = json!("loan:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_loan(desk: Desk, Path(id): Path<String>) -> Answer {
    let loan = found(&desk, &id).await?;
    note_list(&desk, ("loan", Some(&id)), [loan.path.as_str()]).await?;
    let pair = [(loan.enterprise_id.as_str(), loan.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let moves = loans::moves_of(desk.database(), &id).await?;
    let people = names(&desk, moves.iter().filter_map(|one| one.made_by.as_deref())).await?;
    let beside = Beside::of(&desk, &loan).await?;
    let offer: Value = serde_json::from_str(&loan.offer).unwrap_or_default();
    let text = |name: &str| offer[name].as_str().map(str::to_owned);
    let reasons = offer["reasons"].as_array().into_iter().flatten();
    let body = LoanPage {
        reference_limit: text("limit"),
        reference_percent: text("yearly_percent"),
        points: text("points"),
        reasons: reasons.filter_map(|one| one.as_str().map(str::to_owned)).collect(),
        run_id: loan.run_id.clone(),
        offer_code: loan.offer_code.clone(),
        consent_id: loan.consent_id.clone(),
        product_text: loan.product_text.clone(),
        moves: moves.into_iter().map(|one| MoveBody::of(one, &people)).collect(),
        steps: beside.steps,
        support: beside.support,
        rating: beside.rating,
        loan: LoanBody::of(&desk, &loan, &parties),
    };
    Ok(Reply::ok(&body).versioned(loan.version))
}
