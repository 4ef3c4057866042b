//! Making tasks out of a list, and giving one to somebody else.

use super::{TaskDetail, advice::Advice, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    library::{Chosen, WantedStandings, choose},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::{extract::Path, http::StatusCode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashSet;
use store::{
    PageRequest, Role, Scope,
    tasks::{self, Filter, Task, TaskState},
    users::{self, User, UserState},
};
use utoipa::ToSchema;

/// So many tasks are made at once.
const MOST: usize = 1_000;
/// Who may be given a task: those whose role lets them work on one.
const OFFICERS: [Role; 3] = [Role::ZoneAdministrator, Role::DataReviewer, Role::PolicyOfficer];

/// Tasks to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MakeTasks {
    /// The list, as the standings are asked for.
    list: WantedStandings,
    /// Only these enterprises of it; all of it when left out.
    enterprise_ids: Option<Vec<String>>,
    /// What people call this campaign.
    campaign: String,
    /// The officer.
    assignee_id: String,
    /// The last day.
    due_on: String,
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub(crate) struct TasksMade {
    /// So many tasks.
    made: usize,
    /// Enterprises with an open task about the same rung; nothing was made for them.
    open_already: usize,
}

/// Makes a task for every enterprise of a list, given to one officer.
#[utoipa::path(post, path = "/api/v1/runs/{id}/tasks", operation_id = "make_tasks", tag = "tasks",
    params(("id" = String, Path, description = "The run")), request_body = MakeTasks,
    responses((status = 201, body = TasksMade, description = "Made")),
    extensions(("x-permission" = json!("task:assign")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(60))))]
pub(crate) async fn make_tasks(desk: Desk, Path(id): Path<String>, Json(given): Json<MakeTasks>) -> Answer {
    let Chosen { zone, rung, label, list, standings } = choose(&desk, &id, &given.list).await?;
    let mut checks = Checks::default();
    checks.name(&given.campaign, "/campaign");
    let due = last_day(&desk, &given.due_on, &mut checks);
    let officer = officer(&desk, &given.assignee_id, &zone.path).await?;
    checks.that(officer.is_some(), "/assignee_id", NO_OFFICER.0, NO_OFFICER.1);
    let wanted: Option<HashSet<&str>> =
        given.enterprise_ids.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
    let chosen: Vec<_> = standings
        .into_iter()
        .filter(|(enterprise, _)| wanted.as_ref().is_none_or(|wanted| wanted.contains(enterprise.as_str())))
        .collect();
    checks.that(
        !chosen.is_empty(),
        "/list",
        "名单中没有可以安排的企业",
        "the list holds no enterprise of the register",
    );
    checks.that(
        chosen.len() <= MOST,
        "/list",
        "一次最多安排1000家，请缩小范围",
        "at most 1000 at once; narrow the list",
    );
    checks.done()?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let busy = busy(change.work(), &zone.id, &rung).await?;
    let new: Vec<Task> = chosen
        .iter()
        .filter(|(enterprise, _)| !busy.contains(enterprise))
        .map(|(enterprise, advice)| Task {
            id: desk.app.edge.id(),
            zone_id: zone.id.clone(),
            path: zone.path.clone(),
            enterprise_id: enterprise.clone(),
            rung: rung.clone(),
            label: label.clone(),
            list: list.clone(),
            run_id: id.clone(),
            campaign: given.campaign.trim().to_owned(),
            advice: Advice::of(advice).kept(),
            assignee_id: given.assignee_id.clone(),
            due_on: due,
            state: TaskState::Open,
            reason: None,
            created_by: by.clone(),
            created_at: desk.now(),
            changed_at: desk.now(),
            version: 1,
        })
        .collect();
    let made = TasksMade { made: new.len(), open_already: chosen.len() - new.len() };
    tasks::add_all(change.work(), new).await?;
    let detail = json!({
        "run_id": id, "rung": rung, "list": list, "campaign": given.campaign.trim(),
        "assignee_id": given.assignee_id, "due_on": due.to_string(), "made": made.made,
    });
    let note = desk.note("assign", "task").on(&id, &zone.path).with(detail);
    change.finish(note, Reply::of(StatusCode::CREATED, &made)).await
}

const NO_OFFICER: (&str, &str) =
    ("没有这位工作人员，或其角色不能办理培育任务", "is no officer of this zone who may work on tasks");

/// The person, when they work for the zone and may work on tasks.
async fn officer(desk: &Desk, id: &str, path: &str) -> Result<Option<User>, Stop> {
    let user = users::by_id(desk.database(), id).await?;
    Ok(user.filter(|user| {
        user.state == UserState::Active
            && user.path.starts_with(path)
            && user.roles.iter().any(|role| OFFICERS.contains(role))
    }))
}

fn last_day(desk: &Desk, text: &str, checks: &mut Checks) -> Date {
    let day: Option<Date> = text.parse().ok();
    let today = beijing_day(desk.now());
    checks.that(day.is_some(), "/due_on", "应为日期，如 2026-12-31", "must be a day, e.g. 2026-12-31");
    checks.that(day.is_none_or(|day| day >= today), "/due_on", "不能早于今天", "must not be in the past");
    day.unwrap_or(today)
}

/// Enterprises with an open task about a rung.
async fn busy(work: &store::Work, zone_id: &str, rung: &str) -> Result<HashSet<String>, Stop> {
    let states = vec![TaskState::Open, TaskState::Contacted, TaskState::Promised];
    let filter = Filter {
        zone_id: Some(zone_id.to_owned()),
        rung: Some(rung.to_owned()),
        states,
        ..Filter::default()
    };
    let page = PageRequest { limit: 100_000, after: None, descending: false };
    let open = tasks::list(work, &Scope::Everything, &filter, &page).await?;
    Ok(open.items.into_iter().map(|one| one.enterprise_id).collect())
}

/// Who and until when.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignTask {
    /// The officer.
    assignee_id: String,
    /// The last day.
    due_on: String,
}

/// Gives a task to somebody else, or more time.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/assign", operation_id = "assign_task", tag = "tasks",
    params(("id" = String, Path, description = "The task")), request_body = AssignTask,
    responses((status = 200, body = TaskDetail, description = "The task")),
    extensions(("x-permission" = json!("task:assign")), ("x-if-match" = json!("required"))))]
pub(crate) async fn assign_task(desk: Desk, Path(id): Path<String>, Json(given): Json<AssignTask>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    let due = last_day(&desk, &given.due_on, &mut checks);
    let officer = officer(&desk, &given.assignee_id, &seen.path).await?;
    checks.that(officer.is_some(), "/assignee_id", NO_OFFICER.0, NO_OFFICER.1);
    checks.done()?;
    let state = domain::cultivation::Task::from_word(seen.state.word());
    if !state.is_some_and(domain::cultivation::Task::is_open) {
        let (zh, en) = ("任务已经结束，请先重新打开。", "The task is over; take it up again first.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let change = desk.begin().await?;
    let now = tasks::assign(change.work(), &seen, &given.assignee_id, due).await?;
    let detail = json!({
        "assignee_id": [seen.assignee_id, now.assignee_id], "due_on": [seen.due_on.to_string(), now.due_on.to_string()],
    });
    let note = desk.note("assign", "task").on(&id, &now.path).with(detail);
    let version = now.version;
    let notes = tasks::notes_of(change.work(), &id).await?;
    let body = TaskDetail::of(&desk, now, notes).await?;
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
