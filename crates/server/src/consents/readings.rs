//! 查阅记录: which bank read what, when and for what, for the enterprise to see.

use super::Parties;
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, CONSENT_FIELDS, CONSENT_PURPOSES, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    users::names,
    wire::{ConsentFieldWord, ConsentPurposeWord},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use store::{
    Page, Work,
    consents::{self, Consent, ConsentField, Reading, ReadingFilter},
};
use utoipa::{IntoParams, ToSchema};

/// Writes down that the caller has read `field` under `consent`.
pub(super) async fn note_reading(
    desk: &Desk,
    work: &Work,
    consent: &Consent,
    field: ConsentField,
) -> Result<Reading, Stop> {
    let reading = Reading {
        id: desk.app.edge.id(),
        consent_id: consent.id.clone(),
        enterprise_id: consent.enterprise_id.clone(),
        path: consent.path.clone(),
        bank_id: consent.bank_id.clone(),
        bank_path: consent.bank_path.clone(),
        field,
        purpose: consent.purpose,
        read_by: desk.caller()?.user.id.clone(),
        read_at: desk.now(),
    };
    Ok(consents::note_reading(work, reading).await?)
}

/// Writes down what was looked into under `consent`; `false` when it holds no more.
pub(crate) async fn note_looks(
    desk: &Desk,
    work: &Work,
    consent: &Consent,
    fields: &BTreeSet<ConsentField>,
    day: Date,
) -> Result<bool, Stop> {
    consents::take_turns(work, &consent.enterprise_id).await?;
    let pair = (consent.bank_id.as_str(), consent.enterprise_id.as_str());
    let live = consents::live(work, pair, consent.purpose, day).await?;
    let Some(live) = live.filter(|live| live.id == consent.id) else { return Ok(false) };
    for field in fields {
        note_reading(desk, work, &live, *field).await?;
    }
    Ok(true)
}

/// A bank has read something.
#[derive(Serialize, ToSchema)]
#[schema(as = ConsentReading)]
pub(crate) struct ReadingBody {
    /// Its id.
    id: String,
    /// Under this consent.
    consent_id: String,
    /// Of this enterprise.
    enterprise_id: String,
    /// Its name now.
    enterprise_name: String,
    /// This bank.
    bank_name: String,
    /// Who read it.
    reader_name: String,
    /// What was read.
    field: ConsentFieldWord,
    /// For what.
    purpose: ConsentPurposeWord,
    /// When.
    read_at: String,
}

/// Which readings.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedReadings {
    /// Under this consent.
    consent_id: Option<String>,
    /// `read_at`; `-read_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("read_at", ())];

/// Names to show with readings.
struct Known(Parties, HashMap<String, String>);

impl Known {
    fn body(&self, one: Reading) -> ReadingBody {
        let Self(parties, people) = self;
        ReadingBody {
            enterprise_name: parties.enterprise(&one.enterprise_id).0,
            bank_name: parties.bank(&one.bank_id),
            reader_name: people.get(&one.read_by).cloned().unwrap_or_default(),
            field: one.field.into(),
            purpose: one.purpose.into(),
            id: one.id,
            consent_id: one.consent_id,
            enterprise_id: one.enterprise_id,
            read_at: one.read_at.to_string(),
        }
    }
}

impl WantedReadings {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<(Page<Reading>, Known), Stop> {
        let filter = ReadingFilter { consent_id: self.consent_id, ..ReadingFilter::default() };
        let page = consents::readings_page(desk.database(), desk.scope(), &filter, &asked.page).await?;
        let pairs = page.items.iter().map(|one| (one.enterprise_id.as_str(), one.bank_id.as_str()));
        let parties = Parties::of(desk, pairs).await?;
        let people = names(desk, page.items.iter().map(|one| one.read_by.as_str())).await?;
        Ok((page, Known(parties, people)))
    }
}

/// What banks have read: an enterprise sees the readings of its own data.
#[utoipa::path(get, path = "/api/v1/consent-readings", operation_id = "list_consent_readings", tag = "finance",
    params(WantedReadings),
    responses((status = 200, body = inline(List<ReadingBody>), description = "A page")),
    extensions(("x-permission" = json!("consent-reading:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_consent_readings(desk: Desk, Params(wanted): Params<WantedReadings>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (page, known) = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("consent-reading", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |one| known.body(one))))
}

/// The columns of an export.
pub(crate) const CONSENT_READINGS: Export = Export {
    resource: "consent-reading",
    title: ("银行查阅记录", "consent-readings"),
    columns: &[
        Column::time("read_at", "查阅时间", "Read at"),
        Column::plain("bank_name", "银行", "Bank"),
        Column::plain("reader_name", "查阅人", "Reader"),
        Column::word("field", "查阅内容", "Field", CONSENT_FIELDS),
        Column::word("purpose", "用途", "Purpose", CONSENT_PURPOSES),
        Column::plain("enterprise_name", "企业", "Enterprise"),
        Column::plain("id", "编号", "Id"),
        Column::plain("consent_id", "授权编号", "Consent id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/consent-readings/export", operation_id = "export_consent_readings",
    tag = "finance", params(WantedReadings, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("consent-reading:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_consent_readings(desk: Desk, exporting: Exporting<WantedReadings>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (page, known) = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &CONSENT_READINGS, file, page, |one| known.body(one)).await
}
