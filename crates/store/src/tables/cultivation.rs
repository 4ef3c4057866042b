//! The tables of the cultivation library: tasks and their notes.

table!(tasks, "tasks", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    path: String,
    enterprise_id: String,
    rung: String,
    label: Option<String>,
    list: String,
    run_id: String,
    campaign: String,
    advice: String,
    assignee_id: String,
    due_on: String,
    state: String,
    reason: Option<String>,
    created_by: String,
    created_at: i64,
    changed_at: i64,
    version: i64,
});

table!(task_notes, "task_notes", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    task_id: String,
    state: Option<String>,
    note: String,
    written_by: String,
    written_at: i64,
});
