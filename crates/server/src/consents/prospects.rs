//! 授权企业筛选: of the enterprises that let the caller's bank see their points, those with so many points, of this stage, grade or title.
//! Whoever is looked at learns of it, found or not: leaving one out tells something of it too.

use super::{is_a_bank, readings::note_looks};
use crate::{
    desk::Desk,
    input::{Checks, Params},
    library::{published, today},
    points::{Out, Rows},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    wire::ConsentPurposeWord,
};
use domain::Points;
use formula::Exact;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    PageRequest,
    consents::{self, Consent, ConsentField},
    enterprises::{self, Enterprise},
};
use utoipa::{IntoParams, ToSchema};

/// Most consents that are looked through at once.
const MOST: u64 = 2_000;

/// Whom a bank looks for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedProspects {
    /// What the consent was given for.
    #[param(inline)]
    purpose: ConsentPurposeWord,
    /// With at least so many points, e.g. `60`.
    least: Option<String>,
    /// In this stage, by name.
    stage: Option<String>,
    /// With this grade, by name.
    grade: Option<String>,
    /// With this title now; only of those that let it see titles.
    title: Option<String>,
}

/// An enterprise that was found. Points are exact decimal text.
#[derive(Serialize, ToSchema)]
struct Prospect {
    /// Its id.
    enterprise_id: String,
    /// Its name.
    name: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// What lets the bank see it.
    consent_id: String,
    /// To this day, the day included.
    valid_until: String,
    /// The year of the points.
    year: Option<i32>,
    /// Its points; absent when withheld or not evaluated.
    points: Option<String>,
    /// Its stage, by name.
    stage: Option<String>,
    /// Its grade, by name.
    grade: Option<String>,
    /// The titles it holds; absent where it does not let the bank see them.
    titles: Option<Vec<String>>,
}

/// Whom a bank found, among how many.
#[derive(Serialize, ToSchema)]
pub(crate) struct Prospects {
    /// Most points first; without points last.
    prospects: Vec<Prospect>,
    /// Consents for the purpose that were looked through: each of their enterprises reads that.
    looked_at: usize,
    /// Consents for the purpose that do not let the bank see points.
    closed: usize,
    /// Consents beyond the latest 2,000, which were not looked at.
    left_out: u64,
}

/// Finds enterprises among those that let the caller's bank see their points for a purpose. Each that is looked at has it in its list
/// of readings, whether it is found or not.
#[utoipa::path(get, path = "/api/v1/prospects", operation_id = "list_prospects", tag = "finance", params(WantedProspects),
    responses((status = 200, body = Prospects, description = "Who was found")),
    extensions(("x-permission" = json!("prospect:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn list_prospects(desk: Desk, Params(wanted): Params<WantedProspects>) -> Answer {
    if !is_a_bank(&desk)? {
        return Err(Code::NotAllowed.into());
    }
    let least = least(&wanted)?;
    let day = today(&desk);
    let filter = consents::Filter {
        purpose: Some(wanted.purpose.into()),
        live: Some((day, true)),
        ..consents::Filter::default()
    };
    let page = PageRequest { limit: MOST, after: None, descending: true };
    let all = consents::list(desk.database(), desk.scope(), &filter, &page).await?;
    let left_out = all.total.saturating_sub(MOST);
    let (open, closed): (Vec<Consent>, Vec<Consent>) =
        all.items.into_iter().partition(|consent| consent.fields.contains(&ConsentField::Points));
    let ids: Vec<String> = open.iter().map(|consent| consent.enterprise_id.clone()).collect();
    let mut known: BTreeMap<String, Enterprise> = BTreeMap::new();
    for enterprise in enterprises::by_ids(desk.database(), &ids).await? {
        known.insert(enterprise.id.clone(), enterprise);
    }
    let mut zones: BTreeMap<String, Option<Out>> = BTreeMap::new();
    let mut looked = Vec::new();
    for consent in open {
        let Some(enterprise) = known.remove(&consent.enterprise_id) else { continue };
        let zone = enterprise.zone_id.clone();
        if !zones.contains_key(&zone) {
            zones.insert(zone.clone(), latest(&desk, &zone).await?);
        }
        let out = zones.get(&zone).and_then(Option::as_ref);
        let found = prospect(&desk, (&consent, enterprise), out, day).await?;
        looked.push((consent, found));
    }
    let change = desk.begin().await?;
    let (mut prospects, mut looked_at) = (Vec::new(), 0);
    for (consent, found) in looked {
        let fields = fields_of(&consent);
        // A consent that was revoked meanwhile yields nothing.
        if note_looks(&desk, change.work(), &consent, &fields, day).await? {
            looked_at += 1;
            prospects.extend(Some(found).filter(|found| fits(found, &wanted, least.as_ref())));
        }
    }
    prospects.sort_by_cached_key(|one: &Prospect| {
        let points = one.points.as_deref().and_then(|text| text.parse::<Exact>().ok());
        let points = points.and_then(|exact| Points::rounded(&exact)).map_or(i64::MAX, |points| -points.0);
        (points, one.credit_code.clone())
    });
    let own = &desk.caller()?.organisation;
    let detail = json!({
        "operation": desk.operation(), "purpose": wanted.purpose, "least": wanted.least, "stage": wanted.stage,
        "grade": wanted.grade, "title": wanted.title, "looked_at": looked_at, "found": prospects.len(),
    });
    let note = desk.note("read-list", "prospect").about(None, &own.path).with(detail);
    change.finish(note, Reply::ok(&Prospects { prospects, looked_at, closed: closed.len(), left_out })).await
}

fn least(wanted: &WantedProspects) -> Result<Option<Exact>, Stop> {
    let Some(text) = wanted.least.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let plain = text.len() <= 10 && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let read = text.parse::<Exact>().ok().filter(|_| plain);
    let mut checks = Checks::default();
    checks.that(read.is_some(), "?least", "应为不小于0的分数，如60", "must be points from 0 on, e.g. 60");
    checks.done()?;
    Ok(read)
}

/// What is looked into of those that a consent allows.
fn fields_of(consent: &Consent) -> BTreeSet<ConsentField> {
    let fields = [ConsentField::Points, ConsentField::Labels];
    fields.into_iter().filter(|field| consent.fields.contains(field)).collect()
}

/// The year of a zone that was published last.
async fn latest(desk: &Desk, zone_id: &str) -> Result<Option<Out>, Stop> {
    let Some((run, batch)) = published(desk, zone_id).await?.into_iter().next() else { return Ok(None) };
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    Ok(Some(Out { run, batch, opened }))
}

async fn prospect(
    desk: &Desk,
    (consent, enterprise): (&Consent, Enterprise),
    out: Option<&Out>,
    day: Date,
) -> Result<Prospect, Stop> {
    // One that took no part in the evaluation has no points.
    let row = match out {
        Some(out) => match out.opened.row_of(&enterprise.credit_code) {
            Some(row) => Some(Rows::of(desk, out, &[row]).await?.body(row)),
            None => None,
        },
        None => None,
    };
    let titles = if consent.fields.contains(&ConsentField::Labels) {
        let labels = enterprises::labels_of(desk.database(), &enterprise.id).await?;
        let held = labels
            .into_iter()
            .filter(|label| label.valid_from <= day && label.valid_to.is_none_or(|until| until >= day));
        let held: BTreeSet<String> = held.map(|label| label.label).collect();
        Some(held.into_iter().collect())
    } else {
        None
    };
    Ok(Prospect {
        year: out.map(|out| out.batch.year),
        points: row.as_ref().and_then(|row| row.total.clone()),
        stage: row.as_ref().and_then(|row| row.stage.clone()),
        grade: row.and_then(|row| row.grade),
        enterprise_id: enterprise.id,
        name: enterprise.name,
        credit_code: enterprise.credit_code,
        consent_id: consent.id.clone(),
        valid_until: consent.valid_until.to_string(),
        titles,
    })
}

fn fits(found: &Prospect, wanted: &WantedProspects, least: Option<&Exact>) -> bool {
    let points = || found.points.as_deref().and_then(|text| text.parse::<Exact>().ok());
    let same = |wanted: &Option<String>, has: &Option<String>| wanted.is_none() || wanted == has;
    least.is_none_or(|least| points().is_some_and(|points| points >= *least))
        && same(&wanted.stage, &found.stage)
        && same(&wanted.grade, &found.grade)
        && wanted
            .title
            .as_ref()
            .is_none_or(|title| found.titles.as_ref().is_some_and(|titles| titles.contains(title)))
}
