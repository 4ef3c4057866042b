//! 贷款申请: applications of enterprises to banks, and the loans they become. Amounts are whole cents (分).

mod moves;
mod read;
mod reviews;
mod support;

pub use moves::{LoanMove, OverdueSpell, moves_of, overdue_spells};
pub use read::{Filter, all, by_ids, drawn_on, first_loans, list, pressing, run_out, within};
pub use reviews::{Review, add_review, reviews_of};
pub use support::{Rating, Step, StepKind, add_step, filed_with, rate, ratings_of, steps_of};

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    role::words,
    tables::loans::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

words! {
    /// How far an application is, and the loan it becomes.
    LoanState, "state of a loan", {
        /// 待受理.
        Submitted = "submitted",
        /// 审查中.
        Reviewing = "reviewing",
        /// 待补充材料.
        Asked = "asked",
        /// 待复核.
        Proposed = "proposed",
        /// 已批准.
        Approved = "approved",
        /// 已签约.
        Signed = "signed",
        /// 在贷.
        Lent = "lent",
        /// 逾期.
        Overdue = "overdue",
        /// 已结清.
        Settled = "settled",
        /// 已拒绝.
        Rejected = "rejected",
        /// 已撤回.
        Withdrawn = "withdrawn",
        /// 已失效.
        Lapsed = "lapsed",
    }
}

words! {
    /// What is done to it.
    LoanAction, "action on a loan", {
        /// 提交.
        Apply = "apply",
        /// 受理.
        Accept = "accept",
        /// 要求补充材料.
        Ask = "ask",
        /// 补充材料.
        Answer = "answer",
        /// 提出批准意见.
        Propose = "propose",
        /// 复核批准.
        Confirm = "confirm",
        /// 复核退回.
        SendBack = "send-back",
        /// 拒绝.
        Reject = "reject",
        /// 撤回.
        Withdraw = "withdraw",
        /// 签约.
        Sign = "sign",
        /// 放款.
        Draw = "draw",
        /// 还款.
        Repay = "repay",
        /// 标记逾期.
        FallDue = "fall-due",
        /// 解除逾期.
        Cure = "cure",
        /// 结清.
        Settle = "settle",
        /// 失效.
        Lapse = "lapse",
    }
}

words! {
    /// Why a bank does not lend.
    RejectReason, "reason of a rejection", {
        /// 积分或等级未达要求.
        Points = "points",
        /// 信用记录不符合要求.
        Credit = "credit",
        /// 偿债能力不足.
        Ability = "ability",
        /// 借款用途不符合要求.
        Purpose = "purpose",
        /// 材料不全或不实.
        Material = "material",
        /// 本行额度或政策限制.
        Quota = "quota",
        /// 其他.
        Other = "other",
    }
}

/// What a bank lends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// How much, in cents.
    pub amount: i64,
    /// 年利率 in percent, exact decimal text.
    pub yearly_percent: String,
    /// For so many months.
    pub months: i64,
    /// What else is asked for.
    pub conditions: Option<String>,
    /// To be signed and drawn by this day, the day included.
    pub valid_until: Date,
    /// Who proposed it.
    pub proposed_by: String,
}

/// An application, and the loan it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// Its id.
    pub id: String,
    /// Who asks.
    pub enterprise_id: String,
    /// The path of the enterprise's organisation.
    pub path: String,
    /// Whom.
    pub bank_id: String,
    /// The bank's path.
    pub bank_path: String,
    /// The consent it was made under.
    pub consent_id: String,
    /// The product's code.
    pub product: String,
    /// Its name as it was.
    pub product_name: String,
    /// The same in English, where it has one.
    pub product_name_en: Option<String>,
    /// Its version as it was.
    pub product_version: String,
    /// Its whole file as it was.
    pub product_text: String,
    /// The run whose data the reference limit came from.
    pub run_id: String,
    /// 测算码.
    pub offer_code: String,
    /// JSON: what the product offered then.
    pub offer: String,
    /// What is asked for, in cents.
    pub amount: i64,
    /// For so many months.
    pub months: i64,
    /// A word of a way of repaying.
    pub repayment: String,
    /// What the money is for.
    pub purpose: String,
    /// How far it is.
    pub state: LoanState,
    /// What the bank lends, once somebody proposed it.
    pub granted: Option<Granted>,
    /// Why it was rejected.
    pub reject_reason: Option<RejectReason>,
    /// The number of the contract.
    pub contract: Option<String>,
    /// Σ drawn, in cents.
    pub drawn: i64,
    /// Σ repaid, in cents.
    pub repaid: i64,
    /// Who applied.
    pub applied_by: String,
    /// When; [`apply`] sets it to the time of the change.
    pub applied_at: Timestamp,
    /// When it was approved or rejected.
    pub decided_at: Option<Timestamp>,
    /// When it moved last.
    pub changed_at: Timestamp,
    /// Grows with each move.
    pub version: i64,
    /// 首贷: whether the bank says that the enterprise never borrowed from a bank before; none while it does not say.
    pub first_loan: Option<bool>,
}

impl Loan {
    /// What is still owed, in cents.
    #[must_use]
    pub fn outstanding(&self) -> i64 {
        self.drawn - self.repaid
    }
}

impl TryFrom<Model> for Loan {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let valid_until = day("loans.valid_until", row.valid_until)?;
        let terms = (row.granted, row.yearly_percent, row.granted_months, valid_until, row.proposed_by);
        let granted = match terms {
            (Some(amount), Some(yearly_percent), Some(months), Some(valid_until), Some(proposed_by)) => {
                let conditions = row.conditions;
                Some(Granted { amount, yearly_percent, months, conditions, valid_until, proposed_by })
            }
            _ => None,
        };
        Ok(Self {
            state: LoanState::from_word(&row.state)?,
            reject_reason: row.reject_reason.as_deref().map(RejectReason::from_word).transpose()?,
            granted,
            id: row.id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            bank_id: row.bank_id,
            bank_path: row.bank_path,
            consent_id: row.consent_id,
            product: row.product,
            product_name: row.product_name,
            product_name_en: row.product_name_en,
            product_version: row.product_version,
            product_text: row.product_text,
            run_id: row.run_id,
            offer_code: row.offer_code,
            offer: row.offer,
            amount: row.amount,
            months: row.months,
            repayment: row.repayment,
            purpose: row.purpose,
            contract: row.contract,
            drawn: row.drawn,
            repaid: row.repaid,
            applied_by: row.applied_by,
            applied_at: time(row.applied_at),
            decided_at: row.decided_at.map(time),
            changed_at: time(row.changed_at),
            version: row.version,
            first_loan: row.first_loan.map(|first| first != 0),
        })
    }
}

/// Moves of one loan wait for each other: who draws sees what others have drawn.
///
/// # Errors
/// The engine's failure.
pub async fn take_turns(work: &Work, loan_id: &str) -> Result<()> {
    work.take_turns(&format!("loan/{loan_id}")).await
}

/// Enters an application, with the move that tells of it.
///
/// # Errors
/// [`StoreError::Taken`] when the enterprise has one for the product at that bank already.
pub async fn apply(work: &Work, new: Loan, move_id: String) -> Result<Loan> {
    let now = millis(work.now());
    let row = Model {
        id: new.id,
        enterprise_id: new.enterprise_id,
        path: new.path,
        bank_id: new.bank_id,
        bank_path: new.bank_path,
        consent_id: new.consent_id,
        product: new.product,
        product_name: new.product_name,
        product_name_en: new.product_name_en,
        product_version: new.product_version,
        product_text: new.product_text,
        run_id: new.run_id,
        offer_code: new.offer_code,
        offer: new.offer,
        amount: new.amount,
        months: new.months,
        repayment: new.repayment,
        purpose: new.purpose,
        state: LoanState::Submitted.word().to_owned(),
        granted: None,
        yearly_percent: None,
        granted_months: None,
        conditions: None,
        valid_until: None,
        proposed_by: None,
        reject_reason: None,
        contract: None,
        drawn: 0,
        repaid: 0,
        applied_by: new.applied_by,
        applied_at: now,
        decided_at: None,
        changed_at: now,
        version: 1,
        first_loan: None,
    };
    let loan: Loan = row.into_active_model().insert(&work.executor()).await?.try_into()?;
    let by = Some(loan.applied_by.clone());
    moves::note(
        work,
        &loan,
        moves::Noted { id: move_id, action: LoanAction::Apply, by, note: None, money: None },
    )
    .await?;
    Ok(loan)
}

/// What changes when a loan moves on; what is none stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The id of the row that tells of it.
    pub id: String,
    /// What is done.
    pub action: LoanAction,
    /// The state afterwards.
    pub state: LoanState,
    /// Who does it; none where the calendar does.
    pub by: Option<String>,
    /// What is said with it.
    pub note: Option<String>,
    /// What the bank lends.
    pub granted: Option<Granted>,
    /// Why it is rejected.
    pub reject_reason: Option<RejectReason>,
    /// The number of the contract.
    pub contract: Option<String>,
    /// 首贷, said when the loan is signed.
    pub first_loan: Option<bool>,
    /// Money drawn or repaid, in cents; the day; the bank's reference.
    pub money: Option<(i64, Date, Option<String>)>,
}

/// Moves `seen` on, with the row that tells of it.
///
/// # Errors
/// [`StoreError::Stale`] when somebody moved it first; the engine's failure when more would be drawn than was granted, or more
/// repaid than was drawn.
pub async fn advance(work: &Work, seen: &Loan, made: Move) -> Result<Loan> {
    let now = millis(work.now());
    let mut row =
        ActiveModel { state: Set(made.state.word().to_owned()), changed_at: Set(now), ..Default::default() };
    if let Some(granted) = &made.granted {
        row.granted = Set(Some(granted.amount));
        row.yearly_percent = Set(Some(granted.yearly_percent.clone()));
        row.granted_months = Set(Some(granted.months));
        row.conditions = Set(granted.conditions.clone());
        row.valid_until = Set(Some(granted.valid_until.to_string()));
        row.proposed_by = Set(Some(granted.proposed_by.clone()));
    }
    if let Some(reason) = made.reject_reason {
        row.reject_reason = Set(Some(reason.word().to_owned()));
    }
    if let Some(contract) = &made.contract {
        row.contract = Set(Some(contract.clone()));
    }
    if let Some(first) = made.first_loan {
        row.first_loan = Set(Some(i64::from(first)));
    }
    if matches!(made.action, LoanAction::Confirm | LoanAction::Reject) {
        row.decided_at = Set(Some(now));
    }
    let amount = made.money.as_ref().map_or(0, |(amount, ..)| *amount);
    match made.action {
        LoanAction::Draw => row.drawn = Set(seen.drawn + amount),
        LoanAction::Repay => row.repaid = Set(seen.repaid + amount),
        _ => {}
    }
    let seen_at = (Column::Version, seen.version);
    let row = change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, row, |row| row.version).await?;
    let loan: Loan = row.try_into()?;
    let noted =
        moves::Noted { id: made.id, action: made.action, by: made.by, note: made.note, money: made.money };
    moves::note(work, &loan, noted).await?;
    Ok(loan)
}
