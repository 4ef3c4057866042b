//! Arranging a batch: year, scheme, calendar.

use super::{BatchBody, after, found, items};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Problem,
    reply::{Answer, Reply},
    rules::{Pinned, ZoneRules},
};
use axum::extract::Path;
use domain::{collection::BatchAction, indicators::Scheme};
use jiff::civil::Date;
use rulebook::Loaded;
use serde::Deserialize;
use serde_json::json;
use store::{
    OrganisationKind, StoreError,
    batches::{self, BatchState, Group, Plan},
    organisations,
};
use utoipa::ToSchema;

/// The earliest and latest year that is evaluated.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A batch as it is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArrangeBatch {
    /// The year whose data are evaluated.
    year: i32,
    /// What people call it.
    title: String,
    /// The scheme's file below `rules/`, as in the list of schemes.
    scheme: String,
    /// Data are collected from this day (`2026-03-01`).
    opens_on: String,
    /// The last day for enterprises.
    enterprise_deadline: String,
    /// The last day for reviewers.
    review_deadline: String,
    /// First day of 公示异议期.
    objection_from: Option<String>,
    /// Last day of 公示异议期.
    objection_to: Option<String>,
    /// Whether a second person reviews.
    second_review: bool,
}

/// A batch to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewBatch {
    /// The zone.
    zone_id: String,
    /// What it is to be.
    batch: ArrangeBatch,
}

/// The plan and its scheme, or everything that is wrong with it.
fn checked(rules: &ZoneRules, given: &ArrangeBatch, at: &str) -> Result<(Plan, Loaded<Scheme>), Problem> {
    let mut checks = Checks::default();
    let mut day = |text: &str, name: &str| {
        let day: Option<Date> = text.parse().ok();
        let pointer = format!("{at}/{name}");
        checks.that(day.is_some(), &pointer, "应为日期，如 2026-03-01", "must be a day, e.g. 2026-03-01");
        day.unwrap_or(Date::MIN)
    };
    let opens_on = day(&given.opens_on, "opens_on");
    let enterprise_deadline = day(&given.enterprise_deadline, "enterprise_deadline");
    let review_deadline = day(&given.review_deadline, "review_deadline");
    let from = given.objection_from.as_deref().map(|text| day(text, "objection_from"));
    let to = given.objection_to.as_deref().map(|text| day(text, "objection_to"));
    checks.name(&given.title, &format!("{at}/title"));
    let pointer = |name: &str| format!("{at}/{name}");
    checks.that(
        YEARS.contains(&given.year),
        &pointer("year"),
        "应为 2000 至 2100 年",
        "must be 2000 to 2100",
    );
    checks.that(
        opens_on <= enterprise_deadline,
        &pointer("enterprise_deadline"),
        "不能早于启动日期",
        "must not be before it opens",
    );
    checks.that(
        enterprise_deadline <= review_deadline,
        &pointer("review_deadline"),
        "不能早于企业填报截止日期",
        "must not be before the enterprises' deadline",
    );
    let objections = from.zip(to);
    let whole = from.is_some() == to.is_some() && objections.is_none_or(|(from, to)| from <= to);
    checks.that(
        whole,
        &pointer("objection_to"),
        "异议期的起止日期须都填写，且止不早于起",
        "both days of the objection period are needed, the last not before the first",
    );
    let as_of = year_end(given.year);
    let scheme = rules.scheme(&given.scheme, as_of, &pointer("scheme"));
    let scheme = match (checks.done(), scheme) {
        (Ok(()), Ok(scheme)) => scheme,
        (Err(problem), Ok(_)) | (Ok(()), Err(problem)) => return Err(problem),
        (Err(problem), Err(also)) => return Err(problem.with_fields_of(also)),
    };
    let plan = Plan {
        year: given.year,
        title: given.title.trim().to_owned(),
        scheme: given.scheme.clone(),
        scheme_hash: scheme.source_hash.clone(),
        opens_on,
        enterprise_deadline,
        review_deadline,
        objections,
        second_review: given.second_review,
    };
    Ok((plan, scheme))
}

/// 评价时点: the last day of the year.
pub(crate) fn year_end(year: i32) -> Date {
    i16::try_from(year).ok().and_then(|year| Date::new(year, 12, 31).ok()).unwrap_or(Date::MAX)
}

/// The last days of groups stay between the day it opens and the reviewers' deadline.
fn insist_groups_fit(plan: &Plan, groups: &[Group]) -> Result<(), Problem> {
    let mut checks = Checks::default();
    for group in groups {
        let (name, day) = (&group.name, group.deadline);
        let zh = format!("分组“{name}”的截止日期为 {day}，请先调整分组");
        let en = format!("the group “{name}” ends on {day}; change the group first");
        checks.that(plan.opens_on <= day, "/opens_on", &zh, &en);
        checks.that(day <= plan.review_deadline, "/review_deadline", &zh, &en);
    }
    checks.done()
}

/// Makes a batch, as a draft, with the items that its scheme looks at.
#[utoipa::path(post, path = "/api/v1/batches", operation_id = "make_batch", tag = "batches",
    request_body = NewBatch, responses((status = 201, body = BatchBody, description = "Made")),
    extensions(("x-permission" = json!("batch:arrange")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn make(desk: Desk, Json(given): Json<NewBatch>) -> Answer {
    let zone = organisations::within(desk.database(), desk.scope(), &given.zone_id).await?;
    let zone = zone.filter(|zone| zone.kind == OrganisationKind::Zone);
    let rules = match &zone {
        Some(zone) => ZoneRules::of_zone(&desk, &zone.path).await?,
        None => ZoneRules::of(&desk).await?,
    };
    let checked = checked(&rules, &given.batch, "/batch");
    let mut checks = Checks::default();
    checks.that(zone.is_some(), "/zone_id", "没有这个高新区", "there is no such zone");
    let (plan, scheme) = match (checks.done(), checked) {
        (Ok(()), Ok(checked)) => checked,
        (Err(problem), Ok(_)) | (Ok(()), Err(problem)) => return Err(problem.into()),
        (Err(problem), Err(also)) => return Err(problem.with_fields_of(also).into()),
    };
    let Some(zone) = zone else { return Err(crate::problem::Code::NotFound.into()) };
    keep(&desk, &rules, &plan, &scheme)?;
    let id = desk.app.edge.id();
    let change = desk.begin().await?;
    let batch = batches::add(change.work(), &zone, &id, &plan, &desk.caller()?.user.id).await?;
    items::set_defaults(&desk, change.work(), &batch, &scheme).await?;
    let detail = json!({"year": plan.year, "title": plan.title, "scheme": plan.scheme, "scheme_hash": plan.scheme_hash});
    let note = desk.note("make", "batch").on(&id, &batch.path).with(detail);
    let version = batch.version;
    let reply = Reply::created(&BatchBody::from(batch), &format!("/api/v1/batches/{id}")).versioned(version);
    change.finish(note, reply).await
}

/// Sets the rule files aside before the batch names them.
fn keep(desk: &Desk, rules: &ZoneRules, plan: &Plan, scheme: &Loaded<Scheme>) -> Result<(), StoreError> {
    let pinned = Pinned::of(&desk.app.config.data, &plan.scheme, &plan.scheme_hash);
    Ok(pinned.keep(rules, scheme)?)
}

/// Changes a batch. Once it is open only title and calendar can change.
#[utoipa::path(put, path = "/api/v1/batches/{id}", operation_id = "change_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = ArrangeBatch,
    responses((status = 200, body = BatchBody, description = "Changed")),
    extensions(("x-permission" = json!("batch:arrange")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Path(id): Path<String>, Json(given): Json<ArrangeBatch>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let rules = ZoneRules::of_zone(&desk, &seen.path).await?;
    let (mut plan, scheme) = checked(&rules, &given, "")?;
    let same_scheme = plan.scheme == seen.scheme && plan.year == seen.year;
    let arranges = !same_scheme || plan.second_review != seen.second_review;
    after(&seen, if arranges { BatchAction::Arrange } else { BatchAction::Schedule })?;
    if same_scheme && seen.state != BatchState::Draft {
        // What was pinned stays pinned, even when the file says something else by now.
        plan.scheme_hash.clone_from(&seen.scheme_hash);
    } else {
        keep(&desk, &rules, &plan, &scheme)?;
    }
    let change = desk.begin().await?;
    let groups = batches::groups_of(change.work(), &id).await?;
    insist_groups_fit(&plan, &groups)?;
    let now = batches::change(change.work(), &seen, &plan).await?;
    if now.scheme_hash != seen.scheme_hash {
        items::set_defaults(&desk, change.work(), &now, &scheme).await?;
    }
    let detail = json!({
        "title": [seen.title, now.title], "scheme_hash": [seen.scheme_hash, now.scheme_hash],
        "enterprise_deadline": [seen.enterprise_deadline.to_string(), now.enterprise_deadline.to_string()],
        "review_deadline": [seen.review_deadline.to_string(), now.review_deadline.to_string()],
        "second_review": [seen.second_review, now.second_review],
    });
    let note = desk.note("change", "batch").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&BatchBody::from(now)).versioned(version)).await
}
