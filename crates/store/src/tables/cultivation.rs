//! The tables of the cultivation library: tasks with their notes and files, annual reports, saved filters.

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
    reminded: Option<String>,
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

table!(task_files, "task_files", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    task_id: String,
    hash: String,
    name: String,
    media_type: String,
    size: i64,
    added_by: String,
    added_at: i64,
});

table!(annual_reports, "annual_reports", {
    #[sea_orm(primary_key, auto_increment = false)]
    enterprise_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    rung: String,
    #[sea_orm(primary_key, auto_increment = false)]
    year: i64,
    reported: i64,
    reported_on: Option<String>,
    import_id: Option<String>,
    stated_by: String,
    stated_at: i64,
});

table!(saved_filters, "saved_filters", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    path: String,
    owner_id: String,
    list: String,
    name: String,
    query: String,
    shared: i64,
    created_at: i64,
    version: i64,
});
