//! Who is recognised: certificates that end soon, and who came onto a rung and left it in which year. All of it from the
//! register; what is computed stands beside it under a name of its own.

use super::{Titles, judged::Judged, note, run_and_batch, usual_day};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::cultivation::Ladder;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use store::{
    Page, PageRequest, Scope,
    batches::{self, Batch},
    enterprises::{self, Enterprise, Label},
    organisations::{self, Organisation},
    runs::{self, Run},
};
use utoipa::{IntoParams, ToSchema};

/// The zone `id`, as far as the caller reaches.
pub(crate) async fn zone(desk: &Desk, id: &str) -> Result<Organisation, Stop> {
    let found = organisations::within(desk.database(), desk.scope(), id).await?;
    let zone = found.filter(|one| one.kind == store::OrganisationKind::Zone);
    zone.ok_or_else(|| crate::problem::Code::NotFound.into())
}

/// What was found of a zone, smallest first, in the order asked for; a whole list or a page of it.
pub(super) fn in_order<T>(mut found: Vec<T>, asked: &Asked<()>) -> Page<T> {
    if asked.page.descending {
        found.reverse();
    }
    listing::in_memory(found, asked)
}

/// The same page for a reader: that another party reads it is written down.
pub(super) async fn shown<T>(
    desk: &Desk,
    zone: &Organisation,
    found: Vec<T>,
    asked: &Asked<()>,
) -> Result<Page<T>, Stop> {
    let page = in_order(found, asked);
    note_list(desk, ("organisation", Some(&zone.id)), page.items.iter().map(|_| zone.path.as_str())).await?;
    Ok(page)
}

/// Whether an enterprise has the text in its name or code, and lies in the park.
pub(super) fn found_in(enterprise: &Enterprise, search: Option<&str>, park: Option<&str>) -> bool {
    let named = search.map(str::trim).is_none_or(|part| {
        enterprise.name.contains(part) || enterprise.credit_code.contains(&part.to_uppercase())
    });
    named && park.is_none_or(|park| enterprise.park.as_deref() == Some(park))
}

/// Which certificates.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedRenewals {
    /// Ending within so many months from today, 1 to 24; 3 when left out.
    months: Option<i32>,
    /// Only this title.
    label: Option<String>,
    /// Those that ended within the last so many months without a later certificate, instead of those that end.
    lapsed: Option<bool>,
    /// `valid_to`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// A certificate that ends.
#[derive(Serialize, ToSchema)]
#[schema(as = Renewal)]
pub(crate) struct RenewalBody {
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name.
    name: String,
    /// 园区.
    park: Option<String>,
    /// The title.
    label: String,
    /// 证书编号.
    certificate: Option<String>,
    /// Valid from.
    valid_from: String,
    /// Valid to.
    valid_to: String,
    /// Days left; below zero when it has ended.
    days_left: i32,
    /// Who says so.
    source: String,
}

const RENEWAL_SORTS: [(&str, ()); 1] = [("valid_to", ())];

impl WantedRenewals {
    async fn find(&self, desk: &Desk, zone_id: &str) -> Result<Vec<RenewalBody>, Stop> {
        let today = super::today(desk);
        let titles = Titles::of(desk, zone_id).await?;
        let register = enterprises::by_codes(desk.database(), zone_id, None).await?;
        let register: HashMap<&str, &Enterprise> =
            register.iter().map(|one| (one.id.as_str(), one)).collect();
        let months = self.months.unwrap_or(3).clamp(1, 24).months();
        let lapsed = self.lapsed.unwrap_or(false);
        let (from, to) = if lapsed {
            (today.saturating_sub(months), today.yesterday().unwrap_or(today))
        } else {
            (today, today.saturating_add(months))
        };
        let mut found: Vec<RenewalBody> = Vec::new();
        for label in titles.all() {
            let Some(last) = label.valid_to.filter(|last| (from..=to).contains(last)) else { continue };
            let wanted = self.label.as_deref().is_none_or(|wanted| wanted == label.label);
            let Some(one) = register.get(label.enterprise_id.as_str()).filter(|one| one.is_open()) else {
                continue;
            };
            if wanted && !followed(&titles, label, last) {
                found.push(renewal(one, label, last, today));
            }
        }
        found.sort_by(|one, other| {
            (&one.valid_to, &one.credit_code, &one.label).cmp(&(
                &other.valid_to,
                &other.credit_code,
                &other.label,
            ))
        });
        Ok(found)
    }
}

/// Whether the enterprise holds the same title longer by another certificate.
fn followed(titles: &Titles, label: &Label, last: Date) -> bool {
    let others = titles.0.get(&label.enterprise_id).into_iter().flatten();
    let same = others.filter(|other| other.label == label.label && other.id != label.id);
    same.map(|other| other.valid_to.unwrap_or(Date::MAX)).any(|to| to > last)
}

fn renewal(one: &Enterprise, label: &Label, last: Date, today: Date) -> RenewalBody {
    RenewalBody {
        enterprise_id: one.id.clone(),
        credit_code: one.credit_code.clone(),
        name: one.name.clone(),
        park: one.park.clone(),
        label: label.label.clone(),
        certificate: label.certificate.clone(),
        valid_from: label.valid_from.to_string(),
        valid_to: last.to_string(),
        days_left: today.until(last).map_or(0, |span| span.get_days()),
        source: label.source.clone(),
    }
}

/// Certificates that end within some months and have no successor: who has to renew.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/renewals", operation_id = "list_renewals", tag = "library",
    params(("id" = String, Path, description = "The zone"), WantedRenewals),
    responses((status = 200, body = inline(List<RenewalBody>), description = "A page")),
    extensions(("x-permission" = json!("library:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_renewals(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedRenewals>,
) -> Answer {
    let asked =
        listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &RENEWAL_SORTS)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    let page = shown(&desk, &zone, found, &asked).await?;
    Ok(Reply::ok(&asked.list(page, |one| one)))
}

/// The columns of an export.
pub(crate) const RENEWALS: Export = Export {
    resource: "renewals",
    title: ("到期复核名单", "renewals due"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("label", "称号", "Title"),
        Column::plain("certificate", "证书编号", "Certificate"),
        Column::plain("valid_from", "有效期自", "Valid from"),
        Column::plain("valid_to", "有效期至", "Valid to"),
        Column::plain("days_left", "剩余天数", "Days left"),
        Column::plain("source", "来源", "Source"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/renewals/export", operation_id = "export_renewals", tag = "library",
    params(("id" = String, Path, description = "The zone"), WantedRenewals, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_renewals(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedRenewals>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &RENEWAL_SORTS, desk.app.config.export_rows)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    exporting::send(&desk, &RENEWALS, file, in_order(found, &asked), |one| one).await
}

/// A year of a rung.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryYear)]
struct YearBody {
    /// The year of the data.
    year: i32,
    /// The day of application for what is computed.
    on: String,
    /// The published run.
    run_id: String,
    /// So many enterprises took part.
    enterprises: usize,
    /// One per rung in force on that day.
    rungs: Vec<YearRung>,
    /// From rung to rung within the twelve months before, by authorities' recognitions alone.
    conversions: Vec<YearConversion>,
}

/// How many went from a rung to the one above within twelve months.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryYearConversion)]
struct YearConversion {
    /// The rung below.
    below: String,
    /// What it is called.
    below_name: String,
    /// The rung above.
    above: String,
    /// What it is called.
    above_name: String,
    /// Recognised below and not above twelve months before.
    recognised: usize,
    /// Of these, recognised above on the day.
    converted: usize,
    /// Of these, recognised neither above nor below any more.
    left: usize,
}

/// A rung in a year.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryYearRung)]
struct YearRung {
    /// The rung.
    rung: String,
    /// What it is called.
    name: String,
    /// Recognised on the last day of the year after the data (or today), by the register.
    recognised: usize,
    /// Of these, recognised within the last twelve months for the first time.
    entered: usize,
    /// Recognised twelve months before and no longer.
    left: usize,
    /// Computed: meets the conditions, or may.
    hopeful: usize,
}

/// The years of the library.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryYears)]
pub(crate) struct YearsBody {
    /// Latest first.
    years: Vec<YearBody>,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

/// Every published year of the zone of a run: who is recognised, who came and left, who would meet the conditions.
#[utoipa::path(get, path = "/api/v1/runs/{id}/library-years", operation_id = "read_library_years", tag = "library",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = YearsBody, description = "The years")),
    extensions(("x-permission" = json!("library:read")), ("x-time-limit" = json!(60))))]
pub(crate) async fn library_years(desk: Desk, Path(id): Path<String>) -> Answer {
    let (_, batch) = run_and_batch(&desk, &id).await?;
    let titles = Titles::of(&desk, &batch.zone_id).await?;
    let mut years = Vec::new();
    for (run, batch) in published(&desk, &batch.zone_id).await? {
        years.push(year(&desk, &titles, &run, &batch).await?);
    }
    Ok(Reply::ok(&YearsBody { years, note: note(&desk) }))
}

/// The published runs of a zone, latest year first.
pub(crate) async fn published(desk: &Desk, zone_id: &str) -> Result<Vec<(Run, Batch)>, Stop> {
    let filter = batches::Filter { zone_id: Some(zone_id.to_owned()), ..batches::Filter::default() };
    let page = PageRequest { limit: 20, after: None, descending: true };
    let mut found = Vec::new();
    for batch in batches::list(desk.database(), &Scope::Everything, &filter, &page).await?.items {
        if let Some(run) = runs::published(desk.database(), &batch.id).await? {
            found.push((run, batch));
        }
    }
    Ok(found)
}

async fn year(desk: &Desk, titles: &Titles, run: &Run, batch: &Batch) -> Result<YearBody, Stop> {
    let on = usual_day(batch.year, super::today(desk));
    let judged = Judged::of(desk, run, batch, Some(on), false).await?;
    let before = on.saturating_sub(1.year());
    let rung = |(at, loaded): (usize, &rulebook::Loaded<domain::cultivation::Ladder>)| {
        let ladder = &loaded.value;
        let (now, then) = (holders(titles, ladder, on), holders(titles, ladder, before));
        YearRung {
            rung: ladder.rung.clone(),
            name: super::named(desk, &ladder.name),
            recognised: now.len(),
            entered: now.difference(&then).count(),
            left: then.difference(&now).count(),
            hopeful: judged.library.standings.iter().filter(|stands| stands[at].verdict.is_hopeful()).count(),
        }
    };
    Ok(YearBody {
        year: batch.year,
        on: on.to_string(),
        run_id: run.id.clone(),
        enterprises: judged.library.len(),
        rungs: judged.library.rungs.ladders.iter().enumerate().map(rung).collect(),
        conversions: conversions(desk, titles, &judged, (before, on)),
    })
}

/// Who is recognised on a rung on a day, by the enterprise's id.
fn holders<'a>(titles: &'a Titles, ladder: &Ladder, day: Date) -> HashSet<&'a str> {
    let label = ladder.label.as_deref();
    let holds =
        |list: &[Label]| list.iter().any(|one| Some(one.label.as_str()) == label && one.holds_on(day));
    titles.0.iter().filter(|(_, list)| holds(list)).map(|(id, _)| id.as_str()).collect()
}

/// From each rung to those that stand above it, where authorities recognise both.
fn conversions(
    desk: &Desk,
    titles: &Titles,
    judged: &Judged,
    (before, on): (Date, Date),
) -> Vec<YearConversion> {
    let ladders =
        || judged.library.rungs.ladders.iter().map(|one| &one.value).filter(|one| one.label.is_some());
    let conversion = |below: &Ladder, above: &Ladder| {
        let (now_below, now_above) = (holders(titles, below, on), holders(titles, above, on));
        let there = holders(titles, above, before);
        let from: HashSet<&str> = holders(titles, below, before).difference(&there).copied().collect();
        let gone = |id: &&&str| !now_above.contains(**id) && !now_below.contains(**id);
        YearConversion {
            below: below.rung.clone(),
            below_name: super::named(desk, &below.name),
            above: above.rung.clone(),
            above_name: super::named(desk, &above.name),
            recognised: from.len(),
            converted: from.intersection(&now_above).count(),
            left: from.iter().filter(gone).count(),
        }
    };
    let pairs = ladders().flat_map(|above| {
        ladders().filter(|below| above.after.contains(&below.rung)).map(move |below| (below, above))
    });
    pairs.map(|(below, above)| conversion(below, above)).collect()
}
