//! Funds and their entries as they are sent. Amounts are yuan as decimal text, to the cent.

use crate::wire::{EntryStateWord, FundEntryKindWord, FundKindWord};
use domain::policies::Fen;
use serde::Serialize;
use std::collections::HashMap;
use store::{
    funds::{Entry, EntryKind, EntryState, Fund},
    loans::Loan,
};
use utoipa::ToSchema;

/// A fund with what came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Fund)]
pub(crate) struct FundBody {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
    /// What it is for.
    kind: FundKindWord,
    /// What is in it.
    balance: String,
    /// Σ paid in.
    paid_in: String,
    /// Σ paid to banks for what was not repaid.
    compensated: String,
    /// Σ that came back of that.
    recovered: String,
    /// Σ paid of interest.
    subsidised: String,
    /// Σ that came back of that.
    given_back: String,
    /// Entries that wait for a second person.
    waiting: i64,
    /// Loans that are filed with it.
    filed: usize,
    /// What it bears of what is still owed of them.
    covered: String,
    /// When it was opened.
    opened_at: String,
}

/// Sums of entries: fund, kind, state, how many, how much.
pub(super) type Sums = [(String, EntryKind, EntryState, i64, i64)];

impl FundBody {
    pub(super) fn of(fund: &Fund, sums: &Sums, (filed, covered): (usize, Fen)) -> Self {
        let own = || sums.iter().filter(|one| one.0 == fund.id);
        let booked = |kind: EntryKind| {
            let of_kind = own().filter(|one| one.1 == kind && one.2 == EntryState::Booked);
            Fen(of_kind.map(|one| one.4).sum()).to_string()
        };
        Self {
            id: fund.id.clone(),
            name: fund.name.clone(),
            kind: fund.kind.into(),
            balance: Fen(fund.balance).to_string(),
            paid_in: booked(EntryKind::PayIn),
            compensated: booked(EntryKind::Compensate),
            recovered: booked(EntryKind::Recover),
            subsidised: booked(EntryKind::Subsidise),
            given_back: booked(EntryKind::GiveBack),
            waiting: own().filter(|one| one.2 == EntryState::Waiting).map(|one| one.3).sum(),
            filed,
            covered: covered.to_string(),
            opened_at: fund.opened_at.to_string(),
        }
    }
}

/// Money of a fund.
#[derive(Serialize, ToSchema)]
#[schema(as = FundEntry)]
pub(crate) struct EntryBody {
    /// Its id.
    id: String,
    /// The fund.
    fund_id: String,
    /// What it is called.
    fund_name: String,
    /// What it is.
    kind: FundEntryKindWord,
    /// How much.
    amount: String,
    /// The day by the bank or treasury.
    on: String,
    /// First day of a subsidy.
    from: Option<String>,
    /// Its last day.
    until: Option<String>,
    /// Whose; absent for what is paid in.
    loan_id: Option<String>,
    /// The enterprise of the loan.
    enterprise_name: Option<String>,
    /// Its 统一社会信用代码.
    credit_code: Option<String>,
    /// The bank of the loan.
    bank_name: Option<String>,
    /// The reference of the bank or treasury.
    reference: Option<String>,
    /// What is said with it.
    note: Option<String>,
    /// How far it is.
    state: EntryStateWord,
    /// Why it was struck out.
    reason: Option<String>,
    /// Who entered it.
    entered_by_name: Option<String>,
    /// When.
    entered_at: String,
    /// Who booked it or struck it out.
    decided_by_name: Option<String>,
    /// When.
    decided_at: Option<String>,
    /// Whether the caller entered it, so that another person must book it.
    own: bool,
}

/// What an entry is shown with.
pub(super) struct Around {
    pub(super) funds: HashMap<String, String>,
    pub(super) loans: HashMap<String, Loan>,
    pub(super) parties: crate::consents::Parties,
    pub(super) people: HashMap<String, String>,
    pub(super) caller: String,
}

impl EntryBody {
    pub(super) fn of(one: Entry, around: &Around) -> Self {
        let loan = one.loan_id.as_ref().and_then(|id| around.loans.get(id));
        let enterprise = loan.map(|loan| around.parties.enterprise(&loan.enterprise_id));
        let person = |id: &str| around.people.get(id).cloned();
        Self {
            fund_name: around.funds.get(&one.fund_id).cloned().unwrap_or_default(),
            kind: one.kind.into(),
            amount: Fen(one.amount).to_string(),
            on: one.happened_on.to_string(),
            from: one.period.map(|(from, _)| from.to_string()),
            until: one.period.map(|(_, until)| until.to_string()),
            enterprise_name: enterprise.clone().map(|(name, _)| name),
            credit_code: enterprise.map(|(_, code)| code),
            bank_name: loan.map(|loan| around.parties.bank(&loan.bank_id)),
            state: one.state.into(),
            entered_by_name: person(&one.entered_by),
            entered_at: one.entered_at.to_string(),
            decided_by_name: one.decided_by.as_deref().and_then(person),
            decided_at: one.decided_at.map(|at| at.to_string()),
            own: one.entered_by == around.caller,
            id: one.id,
            fund_id: one.fund_id,
            loan_id: one.loan_id,
            reference: one.reference,
            note: one.note,
            reason: one.reason,
        }
    }
}
