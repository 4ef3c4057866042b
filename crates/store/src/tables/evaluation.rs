//! The tables of schema 3: decisions, filings, objections, notices, runs; of schema 10: schemes of a zone and what it shows to everybody.

table!(decisions, "decisions", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    batch_id: String,
    enterprise_id: String,
    item: String,
    period: i64,
    statement_id: String,
    reason: String,
    decided_by: String,
    decided_at: i64,
});

table!(filing_drafts, "filing_drafts", {
    #[sea_orm(primary_key, auto_increment = false)]
    participant_id: String,
    cells: String,
    saved_by: String,
    saved_at: i64,
    version: i64,
});

table!(filing_returns, "filing_returns", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    participant_id: String,
    item: String,
    reason: String,
    returned_by: String,
    returned_at: i64,
    mended_at: Option<i64>,
});

table!(filing_approvals, "filing_approvals", {
    #[sea_orm(primary_key, auto_increment = false)]
    participant_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    approved_by: String,
    approved_at: i64,
});

table!(frozen_filings, "frozen_filings", {
    #[sea_orm(primary_key, auto_increment = false)]
    participant_id: String,
    state: String,
});

table!(objections, "objections", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    batch_id: String,
    enterprise_id: String,
    path: String,
    item: String,
    period: i64,
    value: Option<String>,
    claimed: Option<String>,
    reason: String,
    evidence: Option<String>,
    state: String,
    opened_on: String,
    due_on: String,
    raised_by: String,
    raised_at: i64,
    decision: Option<String>,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    version: i64,
});

table!(notices, "notices", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    path: String,
    batch_id: Option<String>,
    kind: String,
    detail: String,
    sent_by: Option<String>,
    sent_at: i64,
    read_at: Option<i64>,
    person_id: Option<String>,
});

table!(runs, "runs", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    batch_id: String,
    path: String,
    number: i64,
    state: String,
    receipt: String,
    receipt_code: String,
    snapshot_hash: String,
    calibration_hash: String,
    enterprises: i64,
    ranked: i64,
    vetoed: i64,
    comparison: Option<String>,
    corrects: Option<String>,
    reason: Option<String>,
    job_id: Option<String>,
    created_by: String,
    created_at: i64,
    published_by: Option<String>,
    published_at: Option<i64>,
    version: i64,
});

table!(run_results, "run_results", {
    #[sea_orm(primary_key, auto_increment = false)]
    run_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    enterprise_id: String,
    path: String,
    stage: Option<String>,
    field: Option<String>,
    total: Option<i64>,
    grade: Option<String>,
    rank: Option<i64>,
    stage_rank: Option<i64>,
    known: i64,
    asked: i64,
    withheld: Option<String>,
    points: String,
});

table!(run_values, "run_values", {
    #[sea_orm(primary_key, auto_increment = false)]
    run_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    enterprise_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    period: i64,
    cells: String,
});

table!(portrait_requests, "portrait_requests", {
    #[sea_orm(primary_key, auto_increment = false)]
    job_id: String,
    run_id: String,
    codes: String,
    language: String,
});

table!(run_requests, "run_requests", {
    #[sea_orm(primary_key, auto_increment = false)]
    job_id: String,
    batch_id: String,
    corrects: Option<String>,
    reason: Option<String>,
});

table!(rule_drafts, "rule_drafts", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    kind: String,
    owner_id: String,
    path: String,
    based_on: Option<String>,
    file: String,
    content: String,
    state: String,
    reason: Option<String>,
    author_id: String,
    changed_by: String,
    created_at: i64,
    changed_at: i64,
    submitted_by: Option<String>,
    submitted_at: Option<i64>,
    published_by: Option<String>,
    published_at: Option<i64>,
    version: i64,
});

table!(rule_comments, "rule_comments", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    draft_id: String,
    about: Option<String>,
    said: String,
    author_id: String,
    said_at: i64,
});

table!(public_lists, "public_lists", {
    #[sea_orm(primary_key, auto_increment = false)]
    batch_id: String,
    zone_id: String,
    path: String,
    shown: i64,
    most: Option<i64>,
    shows_points: i64,
    changed_by: String,
    changed_at: i64,
    version: i64,
});

table!(listing_consents, "listing_consents", {
    #[sea_orm(primary_key, auto_increment = false)]
    enterprise_id: String,
    path: String,
    allowed: i64,
    changed_by: String,
    changed_at: i64,
    version: i64,
});
