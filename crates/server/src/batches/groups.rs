//! 分组截止日期: groups of those who take part, each with a last day of its own.

use super::{Batch, after, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    notices::{Kind, notice},
    problem::{Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{
    StoreError, Work,
    batches::{self, Group, Participant, ParticipantState},
    enterprises::{self, Enterprise},
    notices,
};
use utoipa::ToSchema;

/// More groups than anybody reads.
const MOST: usize = 20;

/// A group as it is to be: what an enterprise must be to belong to it is all that is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArrangeGroup {
    /// What people call it.
    name: String,
    /// The last day for its enterprises.
    deadline: String,
    /// In this park.
    park: Option<String>,
    /// Whose industry code begins so.
    industry: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// Holding this label.
    label: Option<String>,
}

/// A group of those who take part in a batch.
#[derive(Serialize, ToSchema)]
#[schema(as = BatchGroup)]
pub(crate) struct GroupBody {
    /// What people call it.
    name: String,
    /// The last day for its enterprises.
    deadline: String,
    /// In this park.
    park: Option<String>,
    /// Whose industry code begins so.
    industry: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// Holding this label.
    label: Option<String>,
    /// Enterprises in it.
    participants: usize,
    /// Of them, those that have not submitted.
    waiting: usize,
    /// Of those, past their last day.
    late: usize,
}

/// Whether an enterprise is what is asked for: all that is given.
pub(crate) struct Kinds<'a> {
    pub(crate) park: Option<&'a str>,
    pub(crate) industry: Option<&'a str>,
    pub(crate) field: Option<&'a str>,
}

impl Kinds<'_> {
    pub(crate) fn fits(&self, one: &Enterprise) -> bool {
        self.park.is_none_or(|park| one.park.as_deref() == Some(park))
            && self.field.is_none_or(|field| one.field.as_deref() == Some(field))
            && self.industry.is_none_or(|prefix| {
                one.industry.as_ref().is_some_and(|industry| industry.starts_with(prefix))
            })
    }
}

fn fits(group: &Group, one: &Enterprise, held: &HashSet<&str>) -> bool {
    let kinds = Kinds {
        park: group.park.as_deref(),
        industry: group.industry.as_deref(),
        field: group.field.as_deref(),
    };
    kinds.fits(one) && group.label.as_deref().is_none_or(|label| held.contains(label))
}

/// Puts everybody of `batch` into the first group that fits today, and says whose last day is another now.
///
/// # Errors
/// The store's failure.
pub(crate) async fn regroup(
    work: &Work,
    batch: &Batch,
    today: Date,
) -> Result<Vec<(Participant, Date)>, StoreError> {
    let groups = batches::groups_of(work, &batch.id).await?;
    let all = batches::participants_of(work, &batch.id).await?;
    let register = enterprises::by_codes(work, &batch.zone_id, None).await?;
    let register: HashMap<&str, &Enterprise> = register.iter().map(|one| (one.id.as_str(), one)).collect();
    let labels = enterprises::labels_within(work, &batch.zone_id).await?;
    let mut held: HashMap<&str, HashSet<&str>> = HashMap::new();
    for label in labels.iter().filter(|label| label.holds_on(today)) {
        held.entry(&label.enterprise_id).or_default().insert(&label.label);
    }
    let nothing = HashSet::new();
    let mut moved: BTreeMap<Option<usize>, Vec<&str>> = BTreeMap::new();
    let mut told = Vec::new();
    for one in &all {
        let labels = held.get(one.enterprise_id.as_str()).unwrap_or(&nothing);
        let known = register.get(one.enterprise_id.as_str());
        let place = known.and_then(|known| groups.iter().position(|group| fits(group, known, labels)));
        let group = place.map(|place| (groups[place].name.clone(), groups[place].deadline));
        if group == one.group {
            continue;
        }
        moved.entry(place).or_default().push(&one.id);
        let now = Participant { group, ..one.clone() };
        let usual = batch.enterprise_deadline;
        if now.last_day(usual) != one.last_day(usual) {
            told.push((now, one.last_day(usual)));
        }
    }
    for (place, ids) in moved {
        let group = place.map(|place| (groups[place].name.as_str(), groups[place].deadline));
        batches::regroup(work, &ids, group).await?;
    }
    Ok(told)
}

fn waits(one: &Participant) -> bool {
    matches!(one.state, ParticipantState::Draft | ParticipantState::Returned)
}

/// The groups, with how far their enterprises are.
fn bodies(batch: &Batch, groups: Vec<Group>, all: &[Participant], today: Date) -> Vec<GroupBody> {
    let body = |group: Group| {
        let within = |one: &&Participant| one.group.as_ref().is_some_and(|(name, _)| *name == group.name);
        let waiting = || all.iter().filter(within).filter(|one| waits(one));
        GroupBody {
            participants: all.iter().filter(within).count(),
            waiting: waiting().count(),
            late: waiting().filter(|one| today > one.last_day(batch.enterprise_deadline)).count(),
            name: group.name,
            deadline: group.deadline.to_string(),
            park: group.park,
            industry: group.industry,
            field: group.field,
            label: group.label,
        }
    };
    groups.into_iter().map(body).collect()
}

/// The groups of a batch, the first one that fits an enterprise first.
#[utoipa::path(get, path = "/api/v1/batches/{id}/groups", operation_id = "list_batch_groups", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = Vec<GroupBody>, description = "The groups")),
    extensions(("x-permission" = json!("batch:read"))))]
pub(crate) async fn list_groups(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = found(&desk, &id).await?;
    let groups = batches::groups_of(desk.database(), &id).await?;
    let all = batches::participants_of(desk.database(), &id).await?;
    let body = bodies(&batch, groups, &all, beijing_day(desk.now()));
    Ok(Reply::ok(&body).versioned(batch.version))
}

/// Sets the groups of a batch and puts everybody into the first one that fits; those whose last day is another now and
/// who have not submitted are told.
#[utoipa::path(put, path = "/api/v1/batches/{id}/groups", operation_id = "set_batch_groups", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = Vec<ArrangeGroup>,
    responses((status = 200, body = Vec<GroupBody>, description = "Set")),
    extensions(("x-permission" = json!("batch:arrange")), ("x-if-match" = json!("required"))))]
pub(crate) async fn set_groups(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<Vec<ArrangeGroup>>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    after(&seen, BatchAction::Schedule)?;
    let groups = checked(&seen, &given)?;
    let today = beijing_day(desk.now());
    let change = desk.begin().await?;
    let work = change.work();
    let before = batches::groups_of(work, &id).await?;
    let now = batches::set_state(work, &seen, seen.state).await?;
    batches::replace_groups(work, &id, groups.clone()).await?;
    let moved = regroup(work, &now, today).await?;
    tell(&desk, work, &now, &moved).await?;
    let all = batches::participants_of(work, &id).await?;
    let brief = |groups: &[Group]| -> Vec<String> {
        groups.iter().map(|one| format!("{} {}", one.name, one.deadline)).collect()
    };
    let detail = json!({"groups": [brief(&before), brief(&groups)], "moved": moved.len()});
    let note = desk.note("set-groups", "batch").on(&id, &now.path).with(detail);
    let body = bodies(&now, groups, &all, today);
    change.finish(note, Reply::ok(&body).versioned(now.version)).await
}

/// Tells the people of enterprises that still have to submit when their last day is now.
pub(crate) async fn tell(
    desk: &Desk,
    work: &Work,
    batch: &Batch,
    moved: &[(Participant, Date)],
) -> Result<(), Stop> {
    let mut told = Vec::new();
    for (one, before) in moved.iter().filter(|(one, _)| waits(one) && one.path != batch.path) {
        let last = one.last_day(batch.enterprise_deadline).to_string();
        let detail = json!({"batch": batch.title, "deadline": last, "before": before.to_string()});
        told.push(notice(desk, &one.path, Some(&batch.id), Kind::DeadlineChanged, &detail)?);
    }
    Ok(notices::send(work, told).await?)
}

/// The groups, or everything that is wrong with them.
fn checked(batch: &Batch, given: &[ArrangeGroup]) -> Result<Vec<Group>, Problem> {
    let mut checks = Checks::default();
    checks.that(given.len() <= MOST, "", "最多20个分组", "there are 20 groups at most");
    let mut names = BTreeSet::new();
    let mut groups = Vec::new();
    for (index, one) in given.iter().enumerate() {
        let at = |name: &str| format!("/{index}/{name}");
        checks.name(&one.name, &at("name"));
        checks.that(
            names.insert(one.name.trim()),
            &at("name"),
            "与前面的分组重名",
            "another group has this name",
        );
        let day: Option<Date> = one.deadline.parse().ok();
        checks.that(
            day.is_some(),
            &at("deadline"),
            "应为日期，如 2026-05-15",
            "must be a day, e.g. 2026-05-15",
        );
        let within = day.is_none_or(|day| (batch.opens_on..=batch.review_deadline).contains(&day));
        checks.that(
            within,
            &at("deadline"),
            "应在启动日期与审核截止日之间",
            "must lie between the day it opens and the reviewers' deadline",
        );
        let given = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let group = Group {
            name: one.name.trim().to_owned(),
            deadline: day.unwrap_or(Date::MIN),
            park: given(&one.park),
            industry: given(&one.industry),
            field: given(&one.field),
            label: given(&one.label),
        };
        let asks = [&group.park, &group.industry, &group.field, &group.label];
        checks.that(
            asks.iter().any(|text| text.is_some()),
            &format!("/{index}"),
            "至少指定园区、行业、领域或资质中的一项",
            "needs a park, an industry, a field or a label",
        );
        groups.push(group);
    }
    checks.done().map(|()| groups)
}
