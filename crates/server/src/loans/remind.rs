//! Reminding the parties of a loan: whoever an application has waited for seven days, and both when what was approved ends
//! within seven days and is not drawn yet. Each is said once; a move begins anew.

use super::yuan;
use crate::{
    admin::entry,
    app::App,
    caller::beijing_day,
    notices::{Kind, unasked},
};
use domain::finance::{self, Party};
use jiff::{SignedDuration, ToSpan};
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    StoreError,
    loans::{self, Loan},
    notices, settings,
};

/// So long may an application wait before its party is reminded.
const WAITS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// So many days before the last one of an approval.
const BEFORE: i32 = 7;
/// What was said, by loan.
const SAID: &str = "loans-reminded";

/// Reminds them, and lets approvals that ran out lapse; says how many messages were sent.
///
/// # Errors
/// The store's failure.
pub async fn remind_loan_parties(app: &App) -> Result<usize, StoreError> {
    let lapsed = super::lapse::lapse(app).await?;
    let now = app.edge.now();
    let today = beijing_day(now);
    let days = (today, today.saturating_add(BEFORE.days()));
    let pressing = loans::pressing(&app.database, now - WAITS, days).await?;
    let said = settings::get(&app.database, SAID).await?;
    let said: BTreeMap<String, i64> =
        said.and_then(|(text, _)| serde_json::from_str(&text).ok()).unwrap_or_default();
    // A move makes another version, and another reminder.
    let stages: BTreeMap<String, i64> = pressing.iter().map(|loan| (loan.id.clone(), loan.version)).collect();
    let new: Vec<&Loan> = pressing.iter().filter(|loan| said.get(&loan.id) != Some(&loan.version)).collect();
    if new.is_empty() {
        return Ok(lapsed);
    }
    let work = app.database.begin(now).await?;
    settings::put(&work, SAID, &json!(stages).to_string()).await?;
    let (mut messages, mut entries) = (Vec::new(), Vec::new());
    for loan in new {
        let waits_for =
            finance::LoanState::from_word(loan.state.word()).and_then(finance::LoanState::waits_for);
        let (kind, paths) = match waits_for {
            Some(Party::Bank) => (Kind::LoanWaiting, vec![&loan.bank_path]),
            Some(Party::Enterprise) => (Kind::LoanWaiting, vec![&loan.path]),
            None => (Kind::LoanEnding, vec![&loan.path, &loan.bank_path]),
        };
        let until = loan.granted.as_ref().map(|granted| granted.valid_until.to_string());
        let detail = json!({
            "loan_id": loan.id, "product": loan.product_name, "product_en": loan.product_name_en,
            "state": loan.state.word(), "amount": yuan(loan.amount),
            "since": beijing_day(loan.changed_at).to_string(),
            // What was proposed is the bank's own business.
            "until": until.filter(|_| waits_for.is_none()),
        });
        for path in paths {
            messages.push(unasked(&app.edge, (path, None), kind, &detail));
        }
        let mut note = entry("remind", "loan", &loan.id, &loan.path);
        note.detail = detail;
        entries.push(note);
    }
    let sent = lapsed + messages.len();
    notices::send(&work, messages).await?;
    match entries.split_first() {
        Some((first, more)) => work.commit(first, more).await.map(|_| sent),
        None => Ok(lapsed),
    }
}
