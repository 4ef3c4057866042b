//! Submitting a filing: it gets a receipt number and waits for review.

use super::{after, form::Form};
use crate::{
    batches,
    caller::beijing_day,
    desk::Desk,
    etag,
    participants::{self, Found, ParticipantBody, deadline},
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
    text::base32,
};
use axum::extract::Path;
use domain::collection::{BatchAction, ParticipantAction};
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    filings::{self, Move},
    values::{self, Remark, Stated, Statement, ValueSource},
};

/// Submits what is saved. Blocking problems and unexplained jumps stop it.
#[utoipa::path(post, path = "/api/v1/participants/{id}/submit", operation_id = "submit_filing", tag = "filings",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 200, body = ParticipantBody, description = "Submitted, with its receipt number")),
    extensions(("x-permission" = json!("filing:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn submit_filing(desk: Desk, Path(id): Path<String>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    etag::require(&desk, found.participant.version)?;
    batches::after(&found.batch, BatchAction::Collect)?;
    let by = desk.caller()?.user.id.clone();
    let state = after(&found.participant, &found.batch, ParticipantAction::Submit, &[], &by)?;
    let today = beijing_day(desk.now());
    let last = deadline(&found.participant, &found.batch);
    if today > last {
        return Err(Problem::new(Code::WrongState)
            .saying(
                format!("填报已于 {last} 截止，如需延期请联系高新区。"),
                format!("Filing ended on {last}; ask the zone for more time."),
            )
            .into());
    }
    let form = Form::of(&desk, &found, None).await?;
    let mut wrong: Vec<Field> = form
        .wrong
        .iter()
        .map(|one| Field::new(format!("/cells/{}", one.item), &one.zh, &one.en).coded(&one.code))
        .collect();
    if form.confirm_only {
        let own = form.cells.keys().filter(|item| has_department_value(&desk, &form, item));
        wrong.extend(own.map(|item| {
            let (zh, en) = (
                "此项以部门数据为准，有不同意见请提出异议",
                "departments report this; object to it if it is wrong",
            );
            Field::new(format!("/cells/{item}"), zh, en).coded("confirm-only")
        }));
    }
    if !wrong.is_empty() {
        return Err(Problem::new(Code::NotAccepted).at(wrong).into());
    }
    let number = found.participant.receipt_number.clone().unwrap_or_else(|| receipt_number(&desk, &found));
    let change = desk.begin().await?;
    let work = change.work();
    let statements = statements(&desk, &found, &form, &by);
    let said = statements.iter().map(|one| one.cells.len()).sum::<usize>();
    values::add_all(work, statements).await?;
    filings::mend_returns(work, &id).await?;
    filings::clear_approvals(work, &id).await?;
    let now = filings::go(work, &found.participant, Move { state, submitted: Some((&number, &by)) }).await?;
    let note = desk.note("submit", "filing").on(&id, &now.path);
    let note = note.with(json!({"receipt_number": number, "own_values": said}));
    let version = now.version;
    let body = ParticipantBody::new(Found { participant: now, ..found }, today, false);
    change.finish(note, Reply::ok(&body).versioned(version)).await
}

fn has_department_value(desk: &Desk, form: &Form, item: &str) -> bool {
    let departments = form.facts.count(desk, false);
    departments.iter().any(|one| one.item == item && one.known().is_some())
}

/// 回执编号: the year and ten letters that nobody can guess.
fn receipt_number(desk: &Desk, found: &Found) -> String {
    let letters = base32(&desk.app.edge.bytes::<7>());
    format!("{}-{}", found.batch.year, &letters[..10])
}

/// What the enterprise says, by period.
fn statements(desk: &Desk, found: &Found, form: &Form, by: &str) -> Vec<Statement> {
    let dictionary = desk.app.rules.dictionary();
    let mut periods: BTreeMap<i32, Statement> = BTreeMap::new();
    for (item, cell) in &form.cells {
        let yearly = dictionary.find(item).is_some_and(|item| item.yearly);
        let period = if yearly { found.batch.year } else { values::NO_PERIOD };
        let statement = periods.entry(period).or_insert_with(|| Statement {
            id: desk.app.edge.id(),
            batch_id: found.batch.id.clone(),
            enterprise_id: found.enterprise.id.clone(),
            period,
            source: ValueSource::Own,
            import_id: None,
            row: None,
            cells: BTreeMap::new(),
            remarks: BTreeMap::new(),
            entered_by: by.to_owned(),
            entered_at: desk.now(),
        });
        let stated = cell.value.clone().map_or(Stated::Missing, Stated::Known);
        statement.cells.insert(item.clone(), stated);
        if cell.explanation.is_some() || cell.evidence.is_some() {
            let remark = Remark { evidence: cell.evidence.clone(), explanation: cell.explanation.clone() };
            statement.remarks.insert(item.clone(), remark);
        }
    }
    periods.into_values().collect()
}
