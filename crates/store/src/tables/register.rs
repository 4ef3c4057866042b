//! The tables of schema 2: the register, evaluations, imports and reported values.

table!(enterprises, "enterprises", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    organisation_id: Option<String>,
    path: String,
    credit_code: String,
    name: String,
    search: String,
    founded_on: Option<String>,
    entered_on: Option<String>,
    status: String,
    park: Option<String>,
    district: Option<String>,
    industry: Option<String>,
    field: Option<String>,
    merged_into: Option<String>,
    closed_on: Option<String>,
    created_at: i64,
    changed_at: i64,
    version: i64,
});

table!(enterprise_names, "enterprise_names", {
    #[sea_orm(primary_key, auto_increment = false)]
    enterprise_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
    #[sea_orm(primary_key, auto_increment = false)]
    until: String,
});

table!(enterprise_labels, "enterprise_labels", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    enterprise_id: String,
    label: String,
    valid_from: String,
    valid_to: Option<String>,
    source: String,
    certificate: Option<String>,
    document: Option<String>,
    import_id: Option<String>,
    ended: Option<String>,
});

table!(enterprise_contacts, "enterprise_contacts", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    enterprise_id: String,
    name: String,
    duty: Option<String>,
    telephone: Option<String>,
    email: Option<String>,
});

table!(enterprise_history, "enterprise_history", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    enterprise_id: String,
    action: String,
    detail: String,
    import_id: Option<String>,
    changed_by: Option<String>,
    changed_at: i64,
});

table!(batches, "batches", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    path: String,
    year: i64,
    title: String,
    scheme: String,
    scheme_hash: String,
    state: String,
    opens_on: String,
    enterprise_deadline: String,
    review_deadline: String,
    objection_from: Option<String>,
    objection_to: Option<String>,
    second_review: i64,
    created_by: String,
    created_at: i64,
    version: i64,
});

table!(batch_items, "batch_items", {
    #[sea_orm(primary_key, auto_increment = false)]
    batch_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    item: String,
    required: i64,
    tolerance: Option<String>,
});

table!(batch_sources, "batch_sources", {
    #[sea_orm(primary_key, auto_increment = false)]
    batch_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    item: String,
    #[sea_orm(primary_key, auto_increment = false)]
    source: String,
    priority: i64,
});

table!(participants, "participants", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    batch_id: String,
    enterprise_id: String,
    path: String,
    state: String,
    deadline: Option<String>,
    receipt_number: Option<String>,
    submitted_at: Option<i64>,
    submitted_by: Option<String>,
    version: i64,
    group_name: Option<String>,
    group_deadline: Option<String>,
});

table!(batch_groups, "batch_groups", {
    #[sea_orm(primary_key, auto_increment = false)]
    batch_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    place: i64,
    name: String,
    deadline: String,
    park: Option<String>,
    industry: Option<String>,
    field: Option<String>,
    label: Option<String>,
});

table!(imports, "imports", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    path: String,
    kind: String,
    batch_id: Option<String>,
    source: String,
    period: Option<i64>,
    file_name: String,
    file_hash: String,
    file_size: i64,
    mode: String,
    state: String,
    columns: String,
    outcome: String,
    returned_hash: Option<String>,
    job_id: Option<String>,
    created_by: String,
    created_at: i64,
    ended_at: Option<i64>,
    version: i64,
});

table!(import_rows, "import_rows", {
    #[sea_orm(primary_key, auto_increment = false)]
    import_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    number: i64,
    row_number: i64,
    credit_code: Option<String>,
    name: Option<String>,
    outcome: String,
    detail: String,
});

table!(header_maps, "header_maps", {
    #[sea_orm(primary_key, auto_increment = false)]
    zone_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    source: String,
    #[sea_orm(primary_key, auto_increment = false)]
    heading: String,
    item: String,
});

table!(reported_values, "reported_values", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    batch_id: String,
    enterprise_id: String,
    period: i64,
    source: String,
    import_id: Option<String>,
    row_number: Option<i64>,
    cells: String,
    notes: Option<String>,
    entered_by: String,
    entered_at: i64,
});

table!(attachments, "attachments", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    hash: String,
    name: String,
    media_type: String,
    size: i64,
    enterprise_id: String,
    path: String,
    uploaded_by: String,
    created_at: i64,
});
