//! What came of the tasks: by officer and by campaign, and how many of those advised entered the rung by the end of the next year.

use crate::{
    caller::beijing_day,
    desk::Desk,
    reply::{Answer, Reply},
};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use store::{
    PageRequest,
    enterprises::{self, Label},
    tasks::{self, Filter, Task, TaskState},
    users,
};
use utoipa::ToSchema;

/// Tasks of one officer in one campaign.
#[derive(Default, Serialize, ToSchema)]
pub(crate) struct TaskResults {
    /// The campaign.
    campaign: String,
    /// The officer.
    assignee_id: String,
    /// That person's name.
    assignee_name: Option<String>,
    /// So many tasks.
    tasks: usize,
    /// Nobody did anything yet.
    open: usize,
    /// The enterprise was reached.
    contacted: usize,
    /// The enterprise promised to do it.
    promised: usize,
    /// It did.
    done: usize,
    /// Given up.
    given_up: usize,
    /// Open and past the last day.
    overdue: usize,
    /// Of these, how many were reached, promised or done: those that were advised.
    advised: usize,
    /// Of those advised: recognised by an authority between the day of the task and the end of the next year. Nothing
    /// computed counts.
    entered: usize,
    /// Of those advised: their next year is not over yet.
    waiting: usize,
}

/// What came of the tasks, by campaign and officer.
#[utoipa::path(get, path = "/api/v1/task-results", operation_id = "read_task_results", tag = "tasks",
    responses((status = 200, body = Vec<TaskResults>, description = "By campaign and officer")),
    extensions(("x-permission" = json!("task:list"))))]
pub(crate) async fn task_results(desk: Desk) -> Answer {
    let page = PageRequest { limit: 100_000, after: None, descending: false };
    let all = tasks::list(desk.database(), desk.scope(), &Filter::default(), &page).await?.items;
    let mut titles: HashMap<String, Vec<Label>> = HashMap::new();
    let mut zones: Vec<&str> = all.iter().map(|one| one.zone_id.as_str()).collect();
    zones.sort_unstable();
    zones.dedup();
    for zone in zones {
        for label in enterprises::labels_within(desk.database(), zone).await? {
            titles.entry(label.enterprise_id.clone()).or_default().push(label);
        }
    }
    let today = beijing_day(desk.now());
    let mut found: BTreeMap<(String, String), TaskResults> = BTreeMap::new();
    for task in &all {
        let key = (task.campaign.clone(), task.assignee_id.clone());
        let sum = found.entry(key).or_default();
        sum.tasks += 1;
        let place = match task.state {
            TaskState::Open => &mut sum.open,
            TaskState::Contacted => &mut sum.contacted,
            TaskState::Promised => &mut sum.promised,
            TaskState::Done => &mut sum.done,
            TaskState::GivenUp => &mut sum.given_up,
        };
        *place += 1;
        let over = matches!(task.state, TaskState::Done | TaskState::GivenUp);
        sum.overdue += usize::from(!over && task.due_on < today);
        let advised = matches!(task.state, TaskState::Contacted | TaskState::Promised | TaskState::Done);
        let entered = advised && has_entered(task, titles.get(&task.enterprise_id));
        sum.advised += usize::from(advised);
        sum.entered += usize::from(entered);
        sum.waiting += usize::from(advised && !entered && today <= last_day(task));
    }
    let mut results = Vec::with_capacity(found.len());
    for ((campaign, assignee_id), sum) in found {
        let name = users::by_id(desk.database(), &assignee_id).await?.map(|user| user.name);
        results.push(TaskResults { campaign, assignee_id, assignee_name: name, ..sum });
    }
    Ok(Reply::ok(&results))
}

/// The last day of the year after the task was made.
fn last_day(task: &Task) -> Date {
    let made = beijing_day(task.created_at);
    Date::new(made.year() + 1, 12, 31).unwrap_or(Date::MAX)
}

fn has_entered(task: &Task, titles: Option<&Vec<Label>>) -> bool {
    let advised = beijing_day(task.created_at)..=last_day(task);
    let title =
        |label: &&Label| Some(&label.label) == task.label.as_ref() && advised.contains(&label.valid_from);
    titles.is_some_and(|titles| titles.iter().any(|one| title(&one)))
}
