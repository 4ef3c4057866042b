//! The form an enterprise sees: what departments and last year say beside each field.

use super::{
    Cell, Cells, cells,
    checked::{self, Wrong},
};
use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for},
    input::Params,
    participants::{self, Found, ParticipantBody},
    problem::Stop,
    reply::{Answer, Reply},
    schemes::NameBody,
    values::{Facts, ValueBody},
};
use axum::extract::Path;
use domain::collection::Source;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Scope, batches::BatchState, enterprises, filings, objections, runs, values::ValueSource};
use utoipa::ToSchema;

/// One field of the form.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldOfForm {
    /// The item's code.
    item: String,
    /// What it is called.
    name: NameBody,
    /// The unit values are kept in.
    unit: Option<&'static str>,
    /// What it means.
    meaning: String,
    /// The document that defines it.
    document: Option<String>,
    /// Whether it may not be left out.
    required: bool,
    /// What departments say this year.
    departments: Option<ValueBody>,
    /// The value that counted last year.
    last_year: Option<String>,
    /// What the enterprise has typed, or submitted.
    own: Option<Cell>,
    /// Why it was sent back, when it was.
    returned: Option<String>,
    /// Whether an objection to it is open.
    objection: bool,
    /// What is wrong with it now.
    problems: Vec<ProblemOfField>,
}

/// What is wrong with a field.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProblemOfField {
    /// The permanent code.
    code: String,
    /// Whether it has to be mended; otherwise an explanation will do.
    blocking: bool,
    /// What is wrong and what to do.
    detail: NameBody,
}

/// The form.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormBody {
    /// Whose it is, and how far.
    participant: ParticipantBody,
    /// Whether the enterprise only confirms what departments report.
    confirm_only: bool,
    /// Version of the draft, for `If-Match` when saving; 0 before the first.
    draft_version: i64,
    /// Saved then.
    saved_at: Option<String>,
    /// The fields, in the order of the dictionary.
    fields: Vec<FieldOfForm>,
}

/// Everything a form is made of.
pub(super) struct Form {
    pub(super) facts: Facts,
    pub(super) cells: Cells,
    pub(super) draft_version: i64,
    pub(super) saved_at: Option<jiff::Timestamp>,
    pub(super) last: BTreeMap<String, String>,
    pub(super) confirm_only: bool,
    pub(super) wrong: Vec<Wrong>,
}

impl Form {
    /// That of `found`, with `typed` in the place of the draft when given.
    pub(super) async fn of(desk: &Desk, found: &Found, typed: Option<Cells>) -> Result<Self, Stop> {
        let facts = Facts::of(desk, found).await?;
        let draft = filings::draft(desk.database(), &found.participant.id).await?;
        let (draft_version, saved_at) =
            draft.as_ref().map_or((0, None), |one| (one.version, Some(one.saved_at)));
        let cells = typed.unwrap_or_else(|| draft.map_or_else(Cells::new, |one| cells(&one.cells)));
        let last = last_year(desk, found).await?;
        let checks = checked::checks(desk)?;
        let confirm_only = confirms(desk, found, &facts, &checks.value.confirm_only).await?;
        let sheet = checked::Sheet::new(desk, &facts, &cells, &last, found.batch.year);
        let wrong = sheet.wrong(&facts, &checks.value.checks);
        Ok(Self { cells, draft_version, saved_at, last, confirm_only, wrong, facts })
    }
}

/// Enterprises with certain labels, and those in the Torch statistics, only confirm.
async fn confirms(desk: &Desk, found: &Found, facts: &Facts, labels: &[String]) -> Result<bool, Stop> {
    if facts.statements.iter().any(|one| one.source == ValueSource::Torch) {
        return Ok(true);
    }
    let day: Date = crate::batches::year_end(found.batch.year);
    let held = enterprises::labels_of(desk.database(), &found.enterprise.id).await?;
    Ok(held.iter().any(|label| label.holds_on(day) && labels.contains(&label.label)))
}

/// The values that the published run of the year before was computed from.
async fn last_year(desk: &Desk, found: &Found) -> Result<BTreeMap<String, String>, Stop> {
    let database = desk.database();
    let filter = store::batches::Filter {
        zone_id: Some(found.batch.zone_id.clone()),
        year: Some(found.batch.year - 1),
        ..store::batches::Filter::default()
    };
    let page = store::PageRequest { limit: 50, after: None, descending: true };
    let all = store::batches::list(database, &Scope::Everything, &filter, &page).await?;
    let over = |state| matches!(state, BatchState::Published | BatchState::Closed);
    let Some(last) = all.items.into_iter().find(|one| over(one.state)) else { return Ok(BTreeMap::new()) };
    let Some(run) = runs::published(database, &last.id).await? else { return Ok(BTreeMap::new()) };
    let frozen = runs::frozen_of_enterprise(database, &run.id, &found.enterprise.id).await?;
    Ok(frozen.into_iter().find(|one| one.period == last.year).map(|one| one.cells).unwrap_or_default())
}

/// The form of an enterprise, prefilled.
#[utoipa::path(get, path = "/api/v1/participants/{id}/filing", operation_id = "read_filing", tag = "filings",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = FormBody, description = "The form")),
    extensions(("x-permission" = json!("filing:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn read_filing(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let form = Form::of(&desk, &found, None).await?;
    let returned: BTreeMap<String, String> = filings::returns(desk.database(), &id)
        .await?
        .into_iter()
        .filter(|one| one.mended_at.is_none())
        .map(|one| (one.item, one.reason))
        .collect();
    let filter = objections::Filter {
        batch_id: Some(found.batch.id.clone()),
        enterprise_id: Some(found.enterprise.id.clone()),
        state: Some(objections::ObjectionState::Open),
    };
    let page = store::PageRequest { limit: 200, after: None, descending: false };
    let open = objections::list(desk.database(), desk.scope(), &filter, &page).await?;
    let objected: Vec<String> = open.items.into_iter().map(|one| one.item).collect();
    let version = form.draft_version;
    let fields = fields(&desk, &found, &form, &returned, &objected);
    let body = FormBody {
        confirm_only: form.confirm_only,
        draft_version: version,
        saved_at: form.saved_at.map(|at| at.to_string()),
        participant: ParticipantBody::new(found, crate::caller::beijing_day(desk.now()), true),
        fields,
    };
    Ok(Reply::ok(&body).versioned(version))
}

fn fields(
    desk: &Desk,
    found: &Found,
    form: &Form,
    returned: &BTreeMap<String, String>,
    objected: &[String],
) -> Vec<FieldOfForm> {
    let year = found.batch.year;
    let counted = form.facts.count(desk, true);
    let dictionary = desk.app.rules.dictionary();
    let planned =
        dictionary.items().iter().filter_map(|item| Some((item, form.facts.plan.item(&item.code)?)));
    let field = |(item, planned): (&domain::indicators::Item, &crate::counting::PlannedItem)| {
        let here = counted.iter().filter(|one| one.item == item.code);
        let this = here.clone().find(|one| one.period == year || one.period == 0);
        let before = here.clone().find(|one| one.period == year - 1).and_then(|one| one.known());
        let submitted = this.and_then(|one| one.said.iter().find(|said| said.source == Source::Own));
        let submitted = submitted.map(|said| {
            let remark = said.statement.remarks.get(&item.code).cloned().unwrap_or_default();
            let value = said.stated.text().map(str::to_owned);
            Cell { value, explanation: remark.explanation, evidence: remark.evidence }
        });
        let problems = form.wrong.iter().filter(|one| one.item == item.code);
        FieldOfForm {
            item: item.code.clone(),
            name: (&item.name).into(),
            unit: item.unit().map(|unit| unit.symbol),
            meaning: item.meaning.clone(),
            document: item.basis.as_ref().map(|basis| {
                format!(
                    "{}{}",
                    basis.title,
                    basis.number.as_deref().map_or(String::new(), |number| format!("（{number}）"))
                )
            }),
            required: planned.required,
            departments: this.map(ValueBody::from),
            last_year: before.map(str::to_owned).or_else(|| form.last.get(&item.code).cloned()),
            own: form.cells.get(&item.code).cloned().or(submitted),
            returned: returned.get(&item.code).cloned(),
            objection: objected.contains(&item.code),
            problems: problems
                .map(|one| ProblemOfField {
                    code: one.code.clone(),
                    blocking: one.blocking,
                    detail: NameBody { zh: one.zh.clone(), en: Some(one.en.clone()) },
                })
                .collect(),
        }
    };
    planned.map(field).collect()
}
