//! 办理记录: every move of a loan.

use super::{Loan, LoanAction, LoanState};
use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    tables::loan_moves::{Column, Entity, Model},
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// One move of a loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanMove {
    /// Its id.
    pub id: String,
    /// What was done.
    pub action: LoanAction,
    /// The state afterwards.
    pub state: LoanState,
    /// What was said with it.
    pub note: Option<String>,
    /// Money drawn or repaid, in cents.
    pub amount: Option<i64>,
    /// The day it happened, by the bank.
    pub happened_on: Option<Date>,
    /// The bank's reference.
    pub reference: Option<String>,
    /// Who did it; none where the calendar did.
    pub made_by: Option<String>,
    /// When.
    pub made_at: Timestamp,
}

impl TryFrom<Model> for LoanMove {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            action: LoanAction::from_word(&row.action)?,
            state: LoanState::from_word(&row.state)?,
            happened_on: day("loan_moves.happened_on", row.happened_on)?,
            id: row.id,
            note: row.note,
            amount: row.amount,
            reference: row.reference,
            made_by: row.made_by,
            made_at: time(row.made_at),
        })
    }
}

/// A move to write down.
#[derive(Debug)]
pub(super) struct Noted {
    pub(super) id: String,
    pub(super) action: LoanAction,
    pub(super) by: Option<String>,
    pub(super) note: Option<String>,
    pub(super) money: Option<(i64, Date, Option<String>)>,
}

/// Writes down how `loan` got to where it is now.
pub(super) async fn note(work: &Work, loan: &Loan, noted: Noted) -> Result<()> {
    let (amount, happened_on, reference) = match noted.money {
        Some((amount, day, reference)) => (Some(amount), Some(day.to_string()), reference),
        None => (None, None, None),
    };
    let row = Model {
        id: noted.id,
        loan_id: loan.id.clone(),
        action: noted.action.word().to_owned(),
        state: loan.state.word().to_owned(),
        note: noted.note,
        amount,
        happened_on,
        reference,
        made_by: noted.by,
        made_at: millis(work.now()),
        place: loan.version,
    };
    row.into_active_model().insert(&work.executor()).await?;
    Ok(())
}

/// Every move of a loan, first to last. The caller has made sure that it may see the loan.
///
/// # Errors
/// The engine's failure.
pub async fn moves_of(source: &impl Source, loan_id: &str) -> Result<Vec<LoanMove>> {
    let query = Entity::find().filter(Column::LoanId.eq(loan_id)).order_by_asc(Column::Place);
    query.all(&source.executor()).await?.into_iter().map(LoanMove::try_from).collect()
}

/// A time a loan was overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueSpell {
    /// The loan.
    pub loan_id: String,
    /// When it was marked overdue.
    pub from: Timestamp,
    /// When it was cured or settled; `None` while it is overdue.
    pub until: Option<Timestamp>,
}

/// The times the loans `ids` were overdue, first to last for each. The caller has made sure that it may see the loans.
///
/// # Errors
/// The engine's failure.
pub async fn overdue_spells(source: &impl Source, ids: &[String]) -> Result<Vec<OverdueSpell>> {
    let [begins, cured, settled] = [LoanAction::FallDue, LoanAction::Cure, LoanAction::Settle];
    let mut spells: Vec<OverdueSpell> = Vec::new();
    for ids in ids.chunks(1_000) {
        let query = Entity::find()
            .filter(Column::LoanId.is_in(ids.iter().map(String::as_str)))
            .filter(Column::Action.is_in([begins.word(), cured.word(), settled.word()]))
            .order_by_asc(Column::LoanId)
            .order_by_asc(Column::Place);
        for row in query.all(&source.executor()).await? {
            let at = time(row.made_at);
            if row.action == begins.word() {
                spells.push(OverdueSpell { loan_id: row.loan_id, from: at, until: None });
            } else if let Some(open) = spells.last_mut().filter(|one| one.loan_id == row.loan_id) {
                open.until.get_or_insert(at);
            }
        }
    }
    Ok(spells)
}
