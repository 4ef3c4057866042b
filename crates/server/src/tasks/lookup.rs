//! Listing and reading tasks.

use super::{TaskBody, TaskDetail, body::Names, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, TASK_STATES},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::TaskStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    tasks::{self, Filter, Task, TaskState},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("due_on", ())];

/// Which tasks.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedTasks {
    /// Of this officer.
    assignee_id: Option<String>,
    /// Only the caller's own.
    mine: Option<bool>,
    /// About this enterprise.
    enterprise_id: Option<String>,
    /// About this rung.
    rung: Option<String>,
    /// Of this campaign.
    campaign: Option<String>,
    /// In this state.
    state: Option<TaskStateWord>,
    /// Only those about which somebody still has to do something.
    open: Option<bool>,
    /// Only open ones whose last day is past.
    overdue: Option<bool>,
    /// `due_on`; `-due_on` for the latest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

async fn page(desk: &Desk, wanted: WantedTasks, asked: &Asked<()>) -> Result<Page<Task>, Stop> {
    let overdue = wanted.overdue.unwrap_or(false);
    let states = match wanted.state {
        Some(state) => vec![state.into()],
        None if overdue || wanted.open.unwrap_or(false) => {
            vec![TaskState::Open, TaskState::Contacted, TaskState::Promised]
        }
        None => Vec::new(),
    };
    let own = desk.caller()?.user.id.clone();
    let filter = Filter {
        zone_id: None,
        assignee_id: if wanted.mine.unwrap_or(false) { Some(own) } else { wanted.assignee_id },
        enterprise_id: wanted.enterprise_id,
        rung: wanted.rung,
        campaign: wanted.campaign,
        states,
        due_before: overdue.then(|| beijing_day(desk.now())),
    };
    Ok(tasks::list(desk.database(), desk.scope(), &filter, &asked.page).await?)
}

/// The tasks the caller may see, the most pressing first.
#[utoipa::path(get, path = "/api/v1/tasks", operation_id = "list_tasks", tag = "tasks",
    params(WantedTasks), responses((status = 200, body = inline(List<TaskBody>), description = "A page")),
    extensions(("x-permission" = json!("task:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<WantedTasks>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    note_list(&desk, ("task", None), page.items.iter().map(|one| one.path.as_str())).await?;
    let names = Names::of(&desk, &page.items).await?;
    Ok(Reply::ok(&asked.list(page, |one| names.body(one))))
}

/// The columns of an export.
pub(crate) const EXPORT: Export = Export {
    resource: "task",
    title: ("培育任务", "cultivation tasks"),
    columns: &[
        Column::plain("enterprise_name", "企业名称", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("campaign", "工作批次", "Campaign"),
        Column::plain("rung", "梯级", "Rung"),
        Column::plain("list", "来自名单", "From list"),
        Column::plain("advice", "当时差在哪里", "What it lacked then"),
        Column::plain("assignee_name", "承办人", "Officer"),
        Column::plain("due_on", "截止日期", "Last day"),
        Column::word("state", "状态", "State", TASK_STATES),
        Column::plain("overdue", "是否逾期", "Overdue"),
        Column::plain("reason", "放弃原因", "Why given up"),
        Column::time("created_at", "安排时间", "Made at"),
        Column::time("changed_at", "最近变动", "Changed at"),
        Column::plain("id", "任务编号", "Id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("assignee_id", "承办人编号", "Officer id"),
        Column::plain("run_id", "计算结果编号", "Run id"),
    ],
};

/// The list as a file.
#[utoipa::path(get, path = "/api/v1/tasks/export", operation_id = "export_tasks", tag = "tasks",
    params(WantedTasks, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("task:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<WantedTasks>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let names = Names::of(&desk, &page.items).await?;
    exporting::send(&desk, &EXPORT, file, page, |one| names.body(one)).await
}

/// One task with its notes.
#[utoipa::path(get, path = "/api/v1/tasks/{id}", operation_id = "read_task", tag = "tasks",
    params(("id" = String, Path, description = "The task")),
    responses((status = 200, body = TaskDetail, description = "The task")),
    extensions(("x-permission" = json!("task:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let task = found(&desk, &id).await?;
    note_list(&desk, ("task", Some(&id)), [task.path.as_str()]).await?;
    let notes = tasks::notes_of(desk.database(), &id).await?;
    let version = task.version;
    Ok(Reply::ok(&TaskDetail::of(&desk, task, notes).await?).versioned(version))
}
