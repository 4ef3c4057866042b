//! Reminding officers: once when a task is due within three days, once when its last day has passed. One message a round
//! says how many there are and names the most pressing; more time or another officer begins anew.

use crate::{
    admin::entry,
    app::App,
    caller::beijing_day,
    notices::{Kind, unasked},
};
use jiff::{ToSpan, civil::Date};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use store::{
    StoreError, enterprises, notices,
    tasks::{self, Task},
    users::{self, UserState},
};

/// So many days before the last one.
const BEFORE: i32 = 3;
/// So many enterprises are named in a message.
const NAMED: usize = 5;

/// The tasks of one officer that a message is about.
#[derive(Default)]
struct Pile {
    soon: Vec<Task>,
    overdue: Vec<Task>,
}

/// Reminds the officers of tasks that are due soon or overdue; says how many got a message.
///
/// # Errors
/// The store's failure.
pub async fn remind_officers(app: &App) -> Result<usize, StoreError> {
    let today = beijing_day(app.edge.now());
    let until = today.saturating_add(BEFORE.days());
    let piles = piles(app, today, until).await?;
    if piles.is_empty() {
        return Ok(0);
    }
    let work = app.database.begin(app.edge.now()).await?;
    let (mut messages, mut entries) = (Vec::new(), Vec::new());
    for (officer, pile) in piles {
        for task in pile.soon.iter().chain(&pile.overdue) {
            let stage = stage(task, today);
            tasks::reminded(&work, std::slice::from_ref(&task.id), &stage).await?;
        }
        // Nobody reads what is sent to an account that is shut; the tasks are noted all the same.
        let Some(user) = users::by_id(&work, &officer).await?.filter(|user| user.state == UserState::Active)
        else {
            continue;
        };
        let detail = detail(app, &pile).await?;
        let mut note = entry("remind", "task", &officer, &user.path);
        note.detail = detail.clone();
        entries.push(note);
        let reader = (user.path.as_str(), Some(officer.as_str()));
        messages.push(unasked(&app.edge, reader, Kind::TasksDue, &detail));
    }
    let sent = messages.len();
    notices::send(&work, messages).await?;
    match entries.split_first() {
        Some((first, more)) => work.commit(first, more).await.map(|_| sent),
        None => work.commit_housekeeping(store::Housekeeping::Expired).await.map(|()| 0),
    }
}

/// What is to be said, by officer: tasks whose stage they were not told yet.
async fn piles(app: &App, today: Date, until: Date) -> Result<BTreeMap<String, Pile>, StoreError> {
    let mut piles: BTreeMap<String, Pile> = BTreeMap::new();
    for (task, reminded) in tasks::pressing(&app.database, until).await? {
        if reminded.as_deref() == Some(stage(&task, today).as_str()) {
            continue;
        }
        let pile = piles.entry(task.assignee_id.clone()).or_default();
        if task.due_on < today { pile.overdue.push(task) } else { pile.soon.push(task) }
    }
    Ok(piles)
}

/// What a reminder is about; more time or another officer makes it another one.
fn stage(task: &Task, today: Date) -> String {
    let word = if task.due_on < today { "overdue" } else { "soon" };
    format!("{word} {} {}", task.due_on, task.assignee_id)
}

async fn detail(app: &App, pile: &Pile) -> Result<serde_json::Value, StoreError> {
    let pressing: Vec<&Task> = pile.overdue.iter().chain(&pile.soon).take(NAMED).collect();
    let ids: Vec<String> = pressing.iter().map(|task| task.enterprise_id.clone()).collect();
    let known = enterprises::by_ids(&app.database, &ids).await?;
    let names: HashMap<String, String> = known.into_iter().map(|one| (one.id, one.name)).collect();
    let names: Vec<&str> =
        pressing.iter().filter_map(|task| names.get(&task.enterprise_id).map(String::as_str)).collect();
    let next = pile.soon.first().map(|task| task.due_on.to_string());
    Ok(json!({"soon": pile.soon.len(), "overdue": pile.overdue.len(), "next": next, "enterprises": names}))
}
