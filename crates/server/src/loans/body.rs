//! Loans as they are sent. Amounts are yuan as decimal text, to the cent.

use super::{LoanSupport, RatingBody, StepBody};
use crate::{
    consents::Parties,
    desk::Desk,
    wire::{LoanActionWord, LoanStateWord, RejectReasonWord, RepaymentWord},
};
use domain::policies::Fen;
use formula::Language;
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use store::loans::{Loan, LoanMove};
use utoipa::ToSchema;

/// Cents as yuan.
pub(super) fn yuan(cents: i64) -> String {
    Fen(cents).to_string()
}

/// An application, and the loan it becomes.
#[derive(Serialize, ToSchema)]
#[schema(as = Loan)]
pub(crate) struct LoanBody {
    /// Its id.
    id: String,
    /// Who asks.
    enterprise_id: String,
    /// Its name now.
    enterprise_name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// Whom.
    bank_id: String,
    /// What the bank is called.
    bank_name: String,
    /// The product's code.
    product: String,
    /// Its name as it was, in the reader's language.
    product_name: String,
    /// Its version as it was.
    product_version: String,
    /// What is asked for.
    amount: String,
    /// For so many months.
    months: i64,
    /// How it is repaid.
    repayment: RepaymentWord,
    /// What the money is for.
    purpose: String,
    /// How far it is.
    state: LoanStateWord,
    /// What the bank lends; enterprises and zones see it once a second person confirmed it.
    granted: Option<String>,
    /// 年利率 in percent.
    yearly_percent: Option<String>,
    /// For so many months.
    granted_months: Option<i64>,
    /// What else the bank asks for.
    conditions: Option<String>,
    /// To be signed and drawn by this day, the day included.
    valid_until: Option<String>,
    /// Why it was rejected.
    reject_reason: Option<RejectReasonWord>,
    /// The number of the contract.
    contract: Option<String>,
    /// 首贷: whether the bank says that the enterprise never borrowed from a bank before; absent while it does not say.
    first_loan: Option<bool>,
    /// Σ drawn.
    drawn: String,
    /// Σ repaid.
    repaid: String,
    /// What is still owed.
    outstanding: String,
    /// When it was applied for.
    applied_at: String,
    /// When it was approved or rejected.
    decided_at: Option<String>,
    /// When it moved last.
    changed_at: String,
    /// For `If-Match`.
    version: i64,
}

impl LoanBody {
    pub(super) fn of(desk: &Desk, loan: &Loan, parties: &Parties) -> Self {
        let (enterprise_name, credit_code) = parties.enterprise(&loan.enterprise_id);
        // What nobody confirmed yet is the bank's own business.
        let shown = loan.granted.as_ref().filter(|_| loan.decided_at.is_some() || super::is_of_bank(desk));
        Self {
            enterprise_name,
            credit_code,
            bank_name: parties.bank(&loan.bank_id),
            product_name: product_name(desk, loan),
            repayment: repayment(&loan.repayment),
            state: loan.state.into(),
            granted: shown.map(|granted| yuan(granted.amount)),
            yearly_percent: shown.map(|granted| granted.yearly_percent.clone()),
            granted_months: shown.map(|granted| granted.months),
            conditions: shown.and_then(|granted| granted.conditions.clone()),
            valid_until: shown.map(|granted| granted.valid_until.to_string()),
            reject_reason: loan.reject_reason.map(Into::into),
            amount: yuan(loan.amount),
            drawn: yuan(loan.drawn),
            repaid: yuan(loan.repaid),
            outstanding: yuan(loan.outstanding()),
            id: loan.id.clone(),
            enterprise_id: loan.enterprise_id.clone(),
            bank_id: loan.bank_id.clone(),
            product: loan.product.clone(),
            product_version: loan.product_version.clone(),
            months: loan.months,
            purpose: loan.purpose.clone(),
            first_loan: loan.first_loan,
            contract: loan.contract.clone(),
            applied_at: loan.applied_at.to_string(),
            decided_at: loan.decided_at.map(|at| at.to_string()),
            changed_at: loan.changed_at.to_string(),
            version: loan.version,
        }
    }
}

pub(super) fn product_name(desk: &Desk, loan: &Loan) -> String {
    match (desk.context.language, &loan.product_name_en) {
        (Language::English, Some(name)) => name.clone(),
        _ => loan.product_name.clone(),
    }
}

/// The word of a way of repaying; what an older program wrote is read as the plainest.
fn repayment(word: &str) -> RepaymentWord {
    serde_json::from_value(Value::String(word.to_owned())).unwrap_or(RepaymentWord::AtMaturity)
}

/// One move of a loan.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanMove)]
pub(crate) struct MoveBody {
    /// What was done.
    action: LoanActionWord,
    /// The state afterwards.
    state: LoanStateWord,
    /// What was said with it.
    note: Option<String>,
    /// Money drawn or repaid.
    amount: Option<String>,
    /// The day it happened, by the bank.
    on: Option<String>,
    /// The bank's reference.
    reference: Option<String>,
    /// Who did it; absent where the calendar did.
    made_by_name: Option<String>,
    /// When.
    made_at: String,
}

impl MoveBody {
    pub(super) fn of(one: LoanMove, people: &HashMap<String, String>) -> Self {
        Self {
            action: one.action.into(),
            state: one.state.into(),
            note: one.note,
            amount: one.amount.map(yuan),
            on: one.happened_on.map(|day| day.to_string()),
            reference: one.reference,
            made_by_name: one.made_by.as_ref().and_then(|by| people.get(by).cloned()),
            made_at: one.made_at.to_string(),
        }
    }
}

/// A loan with everything that happened to it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanPage {
    /// The loan.
    #[serde(flatten)]
    pub(super) loan: LoanBody,
    /// The run whose data the reference limit came from.
    pub(super) run_id: String,
    /// 测算码.
    pub(super) offer_code: String,
    /// 参考额度 when it was applied for; absent where data were missing.
    pub(super) reference_limit: Option<String>,
    /// 年利率 in percent by the product then; absent where data were missing.
    pub(super) reference_percent: Option<String>,
    /// Its points then; absent when withheld.
    pub(super) points: Option<String>,
    /// What spoke against it or was missing then.
    pub(super) reasons: Vec<String>,
    /// The consent it was made under.
    pub(super) consent_id: String,
    /// The product's whole file as it was.
    pub(super) product_text: String,
    /// First to last.
    pub(super) moves: Vec<MoveBody>,
    /// What the zone did for it.
    pub(super) steps: Vec<StepBody>,
    /// What funds of the zone paid for it and got back.
    pub(super) support: Vec<LoanSupport>,
    /// What the enterprise says of the service.
    pub(super) rating: Option<RatingBody>,
}
