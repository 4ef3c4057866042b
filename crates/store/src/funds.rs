//! 资金台账: funds of a zone that share the risk of banks or pay a part of the interest. One person enters money, another books it;
//! the balance changes when it is booked. Amounts are whole cents (分).

mod read;

pub use read::{EntryFilter, entries_page, entry_within, of_loans, of_zone, sums, within};

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    role::words,
    tables::{fund_entries, funds},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr,
};

words! {
    /// What a fund is for.
    FundKind, "kind of a fund", {
        /// 风险补偿资金.
        Risk = "risk",
        /// 贷款贴息资金.
        Interest = "interest",
    }
}

words! {
    /// Money of a fund.
    EntryKind, "kind of an entry", {
        /// 注入.
        PayIn = "pay-in",
        /// 代偿补偿.
        Compensate = "compensate",
        /// 追偿回收.
        Recover = "recover",
        /// 贴息.
        Subsidise = "subsidise",
        /// 贴息退回.
        GiveBack = "give-back",
    }
}

words! {
    /// How far an entry is.
    EntryState, "state of an entry", {
        /// 待复核.
        Waiting = "waiting",
        /// 已入账.
        Booked = "booked",
        /// 已作废.
        Struck = "struck",
    }
}

/// A fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its id.
    pub id: String,
    /// The zone's path.
    pub path: String,
    /// What it is called; no two of a zone alike.
    pub name: String,
    /// What it is for.
    pub kind: FundKind,
    /// What is in it, in cents: what was paid in and came back, less what was paid; never below zero.
    pub balance: i64,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: Timestamp,
    /// Grows with each entry that is booked.
    pub version: i64,
}

impl TryFrom<funds::Model> for Fund {
    type Error = StoreError;

    fn try_from(row: funds::Model) -> Result<Self> {
        Ok(Self {
            kind: FundKind::from_word(&row.kind)?,
            id: row.id,
            path: row.path,
            name: row.name,
            balance: row.balance,
            opened_by: row.opened_by,
            opened_at: time(row.opened_at),
            version: row.version,
        })
    }
}

/// Money of a fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// The fund.
    pub fund_id: String,
    /// The zone's path.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
    /// Whose; none for what is paid in.
    pub loan_id: Option<String>,
    /// How much, in cents.
    pub amount: i64,
    /// The day by the bank or treasury.
    pub happened_on: Date,
    /// First and last day of a subsidy.
    pub period: Option<(Date, Date)>,
    /// The reference of the bank or treasury.
    pub reference: Option<String>,
    /// What is said with it.
    pub note: Option<String>,
    /// How far it is.
    pub state: EntryState,
    /// Why it was struck out.
    pub reason: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// When; [`enter`] sets it to the time of the change.
    pub entered_at: Timestamp,
    /// Who booked it or struck it out.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
}

impl TryFrom<fund_entries::Model> for Entry {
    type Error = StoreError;

    fn try_from(row: fund_entries::Model) -> Result<Self> {
        let happened_on = day("fund_entries.happened_on", Some(row.happened_on))?;
        let from = day("fund_entries.period_from", row.period_from)?;
        let until = day("fund_entries.period_until", row.period_until)?;
        Ok(Self {
            kind: EntryKind::from_word(&row.kind)?,
            state: EntryState::from_word(&row.state)?,
            happened_on: happened_on.unwrap_or_default(),
            period: from.zip(until),
            id: row.id,
            fund_id: row.fund_id,
            path: row.path,
            loan_id: row.loan_id,
            amount: row.amount,
            reference: row.reference,
            note: row.note,
            reason: row.reason,
            entered_by: row.entered_by,
            entered_at: time(row.entered_at),
            decided_by: row.decided_by,
            decided_at: row.decided_at.map(time),
        })
    }
}

/// Changes of one fund wait for each other: who pays sees what others have paid.
///
/// # Errors
/// The engine's failure.
pub async fn take_turns(work: &Work, fund_id: &str) -> Result<()> {
    work.take_turns(&format!("fund/{fund_id}")).await
}

/// Opens a fund with nothing in it.
///
/// # Errors
/// [`StoreError::Taken`] when the zone has one of this name.
pub async fn open(work: &Work, new: Fund) -> Result<Fund> {
    let row = funds::Model {
        id: new.id,
        path: new.path,
        name: new.name,
        kind: new.kind.word().to_owned(),
        balance: 0,
        opened_by: new.opened_by,
        opened_at: millis(work.now()),
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Enters money that waits for a second person.
///
/// # Errors
/// The engine's failure.
pub async fn enter(work: &Work, new: Entry) -> Result<Entry> {
    let row = fund_entries::Model {
        id: new.id,
        fund_id: new.fund_id,
        path: new.path,
        kind: new.kind.word().to_owned(),
        loan_id: new.loan_id,
        amount: new.amount,
        happened_on: new.happened_on.to_string(),
        period_from: new.period.map(|(from, _)| from.to_string()),
        period_until: new.period.map(|(_, until)| until.to_string()),
        reference: new.reference,
        note: new.note,
        state: EntryState::Waiting.word().to_owned(),
        reason: None,
        entered_by: new.entered_by,
        entered_at: millis(work.now()),
        decided_by: None,
        decided_at: None,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Books `entry`, so that the fund holds `balance`.
///
/// # Errors
/// [`StoreError::Stale`] when the fund or the entry changed meanwhile; the engine's failure when it were overdrawn.
pub async fn book(work: &Work, fund: &Fund, entry: &Entry, balance: i64, by: &str) -> Result<Entry> {
    let row = funds::ActiveModel { balance: Set(balance), ..Default::default() };
    let seen = (funds::Column::Version, fund.version);
    change_seen::<funds::Entity, _>(work, (funds::Column::Id, &fund.id), seen, row, |row| row.version)
        .await?;
    decide(work, entry, (EntryState::Booked, None), by).await
}

/// Strikes `entry` out.
///
/// # Errors
/// [`StoreError::Stale`] when it was decided meanwhile.
pub async fn strike(work: &Work, entry: &Entry, reason: &str, by: &str) -> Result<Entry> {
    decide(work, entry, (EntryState::Struck, Some(reason)), by).await
}

async fn decide(
    work: &Work,
    entry: &Entry,
    (state, reason): (EntryState, Option<&str>),
    by: &str,
) -> Result<Entry> {
    use fund_entries::{Column, Entity};
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.word()))
        .col_expr(Column::Reason, Expr::value(reason.map(str::to_owned)))
        .col_expr(Column::DecidedBy, Expr::value(by))
        .col_expr(Column::DecidedAt, Expr::value(millis(work.now())))
        .filter(Column::Id.eq(entry.id.as_str()))
        .filter(Column::State.eq(EntryState::Waiting.word()))
        .exec(&work.executor())
        .await?;
    match Entity::find_by_id(entry.id.as_str()).one(&work.executor()).await? {
        Some(row) if done.rows_affected == 1 => row.try_into(),
        _ => Err(StoreError::Stale { expected: 0, found: 1 }),
    }
}
