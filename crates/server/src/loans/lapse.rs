//! Approvals that ran out: what nobody signed or drew in time lapses on the day after, by the calendar, and both parties are told.

use super::yuan;
use crate::{
    admin::entry,
    app::App,
    caller::beijing_day,
    notices::{Kind, unasked},
};
use serde_json::json;
use store::{
    Scope, StoreError,
    loans::{self, Loan, LoanAction, LoanState, Move},
    notices,
};

/// Lets them lapse; says how many messages were sent. A bank that moves one at the same moment comes first.
///
/// # Errors
/// The store's failure.
pub(super) async fn lapse(app: &App) -> Result<usize, StoreError> {
    let today = beijing_day(app.edge.now());
    let mut sent = 0;
    for seen in loans::run_out(&app.database, today).await? {
        sent += lapse_one(app, &seen).await?;
    }
    Ok(sent)
}

async fn lapse_one(app: &App, seen: &Loan) -> Result<usize, StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    loans::take_turns(&work, &seen.id).await?;
    let now = loans::within(&work, &Scope::Everything, &seen.id).await?;
    let Some(now) = now.filter(|now| now.version == seen.version) else { return Ok(0) };
    let until = now.granted.as_ref().map(|granted| granted.valid_until.to_string());
    let moved = Move {
        id: app.edge.id(),
        action: LoanAction::Lapse,
        state: LoanState::Lapsed,
        by: None,
        note: None,
        granted: None,
        reject_reason: None,
        contract: None,
        first_loan: None,
        money: None,
    };
    let loan = loans::advance(&work, &now, moved).await?;
    let detail = json!({
        "loan_id": loan.id, "product": loan.product_name, "product_en": loan.product_name_en,
        "action": LoanAction::Lapse.word(), "state": loan.state.word(), "amount": yuan(loan.amount),
    });
    let tell = |path: &str| unasked(&app.edge, (path, None), Kind::LoanMoved, &detail);
    let messages = vec![tell(&loan.path), tell(&loan.bank_path)];
    let sent = messages.len();
    notices::send(&work, messages).await?;
    let mut note = entry("move", "loan", &loan.id, &loan.path);
    note.detail = json!({
        "action": LoanAction::Lapse.word(), "product": loan.product, "state": loan.state.word(), "until": until,
    });
    work.commit(&note, &[]).await?;
    Ok(sent)
}
