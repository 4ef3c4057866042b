//! Opening a fund and entering its money.

use super::{Around, EntryBody, FundBody, found, fund_kind, kind_of, supported};
use crate::{
    batches::refused,
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    library::today,
    problem::{Code, Problem, Stop},
    products::read_money,
    reply::{Answer, Reply},
    wire::{FundEntryKindWord, FundKindWord},
};
use axum::extract::Path;
use domain::{
    finance::{self, Wanted},
    policies::Fen,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::{
    Source, StoreError,
    funds::{self, Entry, EntryKind, EntryState, Fund},
    loans::{self, Loan},
};
use utoipa::ToSchema;

/// A fund to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenFund {
    /// What it is called; no two of a zone alike.
    name: String,
    /// What it is for.
    kind: FundKindWord,
}

/// Opens a fund of the caller's zone, with nothing in it.
#[utoipa::path(post, path = "/api/v1/funds", operation_id = "open_fund", tag = "finance", request_body = OpenFund,
    responses((status = 201, body = FundBody, description = "Opened")),
    extensions(("x-permission" = json!("fund:open")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn open_fund(desk: Desk, Json(given): Json<OpenFund>) -> Answer {
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.done()?;
    let zone = desk.zone().await?;
    let new = Fund {
        id: desk.app.edge.id(),
        path: zone.path,
        name: given.name.trim().to_owned(),
        kind: given.kind.into(),
        balance: 0,
        opened_by: desk.caller()?.user.id.clone(),
        opened_at: desk.now(),
        version: 1,
    };
    let change = desk.begin().await?;
    let fund = match funds::open(change.work(), new).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = ("已有同名的资金。", "There is a fund of this name.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    let note = desk.note("open", "fund").on(&fund.id, &fund.path);
    let note = note.with(json!({"name": fund.name, "kind": fund.kind.word()}));
    let location = format!("/api/v1/funds/{}", fund.id);
    let body = FundBody::of(&fund, &[], (0, Fen::ZERO));
    change.finish(note, Reply::created(&body, &location)).await
}

/// Money to enter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnterFundMoney {
    /// What it is.
    kind: FundEntryKindWord,
    /// How much, in yuan.
    amount: String,
    /// The day by the bank or treasury.
    on: String,
    /// Whose; not for what is paid in.
    loan_id: Option<String>,
    /// First day of a subsidy.
    from: Option<String>,
    /// Its last day.
    until: Option<String>,
    /// The reference of the bank or treasury.
    reference: Option<String>,
    /// What is said with it.
    note: Option<String>,
}

/// What was read of it.
struct Given {
    wanted: Wanted,
    on: Date,
}

/// Enters money of a fund: it waits for a second person, who books it. What the fund may not pay is refused at once.
#[utoipa::path(post, path = "/api/v1/funds/{id}/entries", operation_id = "enter_fund_money", tag = "finance",
    params(("id" = String, Path, description = "The fund")), request_body = EnterFundMoney,
    responses((status = 201, body = EntryBody, description = "Waits for a second person")),
    extensions(("x-permission" = json!("fund:enter")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn enter_fund_money(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<EnterFundMoney>,
) -> Answer {
    let fund = found(&desk, &id).await?;
    let kind: EntryKind = given.kind.into();
    let loan = match given.loan_id.as_deref().filter(|_| kind_of(kind).is_of_loan()) {
        // Of the zone's own enterprises: its banks lend to those of others as well.
        Some(loan) => loans::within(desk.database(), desk.scope(), loan)
            .await?
            .filter(|loan| loan.path.starts_with(&fund.path)),
        None => None,
    };
    let Given { wanted, on } = checked(&given, kind, loan.as_ref(), today(&desk))?;
    allowed(desk.database(), &fund, wanted, loan.as_ref()).await?;
    let caller = desk.caller()?;
    let text = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
    };
    let new = Entry {
        id: desk.app.edge.id(),
        fund_id: fund.id.clone(),
        path: fund.path.clone(),
        kind,
        loan_id: loan.as_ref().map(|loan| loan.id.clone()),
        amount: wanted.amount.0,
        happened_on: on,
        period: wanted.period,
        reference: text(&given.reference),
        note: text(&given.note),
        state: EntryState::Waiting,
        reason: None,
        entered_by: caller.user.id.clone(),
        entered_at: desk.now(),
        decided_by: None,
        decided_at: None,
    };
    let around = Around::of(&desk, std::slice::from_ref(&new)).await?;
    let change = desk.begin().await?;
    let entry = funds::enter(change.work(), new).await?;
    let detail = json!({
        "fund": fund.name, "kind": kind.word(), "amount": wanted.amount.to_string(), "on": on.to_string(),
        "loan_id": entry.loan_id,
    });
    let note = desk.note("enter", "fund-entry").on(&entry.id, &fund.path).with(detail);
    let location = format!("/api/v1/fund-entries/{}", entry.id);
    change.finish(note, Reply::created(&EntryBody::of(entry, &around), &location)).await
}

/// Insists that the fund may enter it as things stand in `source`.
pub(super) async fn allowed(
    source: &impl Source,
    fund: &Fund,
    wanted: Wanted,
    loan: Option<&Loan>,
) -> Result<(), Stop> {
    let seen = match loan {
        Some(loan) => Some(supported(source, fund, loan).await?),
        None => None,
    };
    let fund = (fund_kind(fund), Fen(fund.balance));
    Ok(finance::may_enter(wanted, fund, seen.as_ref()).map_err(refused)?)
}

fn checked(
    given: &EnterFundMoney,
    kind: EntryKind,
    loan: Option<&Loan>,
    today: Date,
) -> Result<Given, Problem> {
    let mut checks = Checks::default();
    let amount = read_money("/amount", &given.amount).ok();
    checks.that(
        amount.is_some(),
        "/amount",
        "金额以元计，大于零，最多两位小数",
        "an amount in yuan above zero with at most two decimals",
    );
    let of_loan = kind_of(kind).is_of_loan();
    checks.that(
        loan.is_some() || !of_loan,
        "/loan_id",
        "请选择本区企业的一笔贷款",
        "choose a loan of an enterprise of the zone",
    );
    let first = loan.map_or(Date::MIN, |loan| beijing_day(loan.applied_at));
    let day = |text: &str| text.parse::<Date>().ok().filter(|day| (first..=today).contains(day));
    let on = day(&given.on);
    checks.that(
        on.is_some(),
        "/on",
        "应为不晚于今天、不早于贷款申请之日的日期",
        "must be a day until today, and not before the loan was applied for",
    );
    let period = match (kind, &given.from, &given.until) {
        (EntryKind::Subsidise, from, until) => {
            let read = |text: &Option<String>| text.as_deref().and_then(day);
            let both = read(from).zip(read(until)).filter(|(from, until)| from <= until);
            checks.that(
                both.is_some(),
                "/from",
                "贴息须有起止日期，在贷款申请之日至今天之间",
                "a subsidy needs first and last days, from the application for the loan to today",
            );
            both
        }
        _ => None,
    };
    for (text, pointer) in [(&given.reference, "/reference"), (&given.note, "/note")] {
        let length = text.as_deref().map_or(0, |text| text.trim().chars().count());
        checks.that(length <= 200, pointer, "不超过200字", "200 characters at most");
    }
    checks.done()?;
    match (amount, on) {
        (Some(amount), Some(on)) => Ok(Given { wanted: Wanted { kind: kind_of(kind), amount, period }, on }),
        _ => Err(Problem::new(Code::InternalError)),
    }
}
