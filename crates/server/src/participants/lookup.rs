//! Listing and reading participants.

use super::{Found, ParticipantBody, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, PARTICIPANT_STATES},
    input::Params,
    listing::{self, Asked, List},
    reply::{Answer, Reply},
    wire::ParticipantStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{
    Page, Scope,
    batches::{self, Batch, ParticipantFilter},
    enterprises,
};
use utoipa::{IntoParams, ToSchema};

const SORTS: [(&str, ()); 1] = [("enterprise", ())];

/// Which participants.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this batch.
    batch_id: Option<String>,
    /// Of this enterprise.
    enterprise_id: Option<String>,
    /// This far.
    state: Option<ParticipantStateWord>,
    /// With this in the enterprise's name, former names, code or initials.
    search: Option<String>,
    /// `late`: not submitted though the last day is past; `extended`: with more time.
    #[param(inline)]
    clock: Option<ClockWord>,
    /// In this group of the batch.
    group: Option<String>,
    /// `enterprise`: by the enterprise's id.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// How an enterprise stands to its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ClockWord {
    /// Not submitted though the last day is past.
    Late,
    /// With more time than the others.
    Extended,
}

/// The participants the caller may see: officers those of their zone, an enterprise itself.
#[utoipa::path(get, path = "/api/v1/participants", operation_id = "list_participants", tag = "batches",
    params(Wanted), responses((status = 200, body = inline(List<ParticipantBody>), description = "A page")),
    extensions(("x-permission" = json!("participant:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let found = page(&desk, wanted, &asked).await?;
    note_list(&desk, ("participant", None), found.items.iter().map(|one| one.enterprise.path.as_str()))
        .await?;
    let today = beijing_day(desk.now());
    Ok(Reply::ok(&asked.list(found, |one| ParticipantBody::new(one, today, false))))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<()>) -> Result<Page<Found>, store::StoreError> {
    let today = beijing_day(desk.now());
    let filter = ParticipantFilter {
        batch_id: wanted.batch_id,
        enterprise_id: wanted.enterprise_id,
        state: wanted.state.map(Into::into),
        search: wanted.search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        late_on: (wanted.clock == Some(ClockWord::Late)).then_some(today),
        extended: wanted.clock == Some(ClockWord::Extended),
        group: wanted.group,
    };
    let page = batches::participants_page(desk.database(), desk.scope(), &filter, &asked.page).await?;
    all(desk, page).await
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "participant",
    title: ("参评企业", "participants"),
    columns: &[
        Column::plain("name", "企业名称", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::word("state", "填报状态", "State", PARTICIPANT_STATES),
        Column::plain("deadline", "截止日期", "Last day"),
        Column::plain("group", "分组", "Group"),
        Column::plain("extended", "已延期", "With more time"),
        Column::plain("late", "逾期未报", "Late"),
        Column::time("submitted_at", "提交时间", "Submitted at"),
        Column::plain("receipt_number", "回执编号", "Receipt number"),
        Column::plain("id", "参评编号", "Participant id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("batch_id", "批次编号", "Evaluation id"),
    ],
};

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/participants/export", operation_id = "export_participants", tag = "batches",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("participant:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let today = beijing_day(desk.now());
    exporting::send(&desk, &EXPORT, file, page, |one| ParticipantBody::new(one, today, false)).await
}

/// Participants of one page with their batches and enterprises.
async fn all(desk: &Desk, page: Page<batches::Participant>) -> Result<Page<Found>, store::StoreError> {
    let mut known: BTreeMap<String, Batch> = BTreeMap::new();
    let mut items = Vec::with_capacity(page.items.len());
    let ids: Vec<String> = page.items.iter().map(|one| one.enterprise_id.clone()).collect();
    let mut named: BTreeMap<String, _> = enterprises::by_ids(desk.database(), &ids)
        .await?
        .into_iter()
        .map(|one| (one.id.clone(), one))
        .collect();
    for participant in page.items {
        if !known.contains_key(&participant.batch_id) {
            let batch = batches::within(desk.database(), &Scope::Everything, &participant.batch_id).await?;
            known.extend(batch.map(|batch| (batch.id.clone(), batch)));
        }
        let batch = known.get(&participant.batch_id).cloned();
        if let (Some(batch), Some(enterprise)) = (batch, named.remove(&participant.enterprise_id)) {
            // Several batches of one enterprise on one page each need it.
            named.insert(enterprise.id.clone(), enterprise.clone());
            items.push(Found { participant, batch, enterprise });
        }
    }
    Ok(Page { items, next: page.next, total: page.total })
}

/// One participant with its batch.
#[utoipa::path(get, path = "/api/v1/participants/{id}", operation_id = "read_participant", tag = "batches",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 200, body = ParticipantBody, description = "The participant")),
    extensions(("x-permission" = json!("participant:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let found = found(&desk, &id).await?;
    note_list(&desk, ("participant", Some(&id)), [found.enterprise.path.as_str()]).await?;
    let version = found.participant.version;
    Ok(Reply::ok(&ParticipantBody::new(found, beijing_day(desk.now()), true)).versioned(version))
}
