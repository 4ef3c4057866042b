//! The tables of what policies pay.

table!(award_lists, "award_lists", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    path: String,
    run_id: String,
    policy: String,
    policy_name: String,
    policy_name_en: Option<String>,
    policy_version: String,
    policy_text: String,
    official: i64,
    matched_on: String,
    period: i64,
    code: String,
    entitled: i64,
    budget: Option<i64>,
    state: String,
    notice_from: Option<String>,
    notice_until: Option<String>,
    reason: Option<String>,
    opened_by: String,
    opened_at: i64,
    changed_at: i64,
    version: i64,
});

table!(awards, "awards", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    list_id: String,
    zone_id: String,
    path: String,
    enterprise_id: String,
    policy: String,
    period: i64,
    claimed: i64,
    amount: i64,
    cuts: String,
    state: String,
    reason: Option<String>,
    account: Option<String>,
    account_shown: Option<String>,
    confirmed_by: Option<String>,
    confirmed_at: Option<i64>,
    batch_id: Option<String>,
    paid_at: Option<i64>,
    changed_at: i64,
    version: i64,
});

table!(payment_batches, "payment_batches", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    list_id: String,
    path: String,
    state: String,
    payments: i64,
    total: i64,
    seal: String,
    reason: Option<String>,
    prepared_by: String,
    prepared_at: i64,
    released_by: Option<String>,
    released_at: Option<i64>,
    changed_at: i64,
    version: i64,
});

table!(award_ledger, "award_ledger", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    award_id: String,
    list_id: String,
    batch_id: String,
    path: String,
    enterprise_id: String,
    policy: String,
    period: i64,
    kind: String,
    amount: i64,
    happened_on: String,
    reference: Option<String>,
    reason: Option<String>,
    entered_by: String,
    entered_at: i64,
});

table!(award_objections, "award_objections", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    list_id: String,
    zone_path: String,
    path: String,
    enterprise_id: String,
    award_id: Option<String>,
    reason: String,
    state: String,
    decision: Option<String>,
    raised_by: String,
    raised_at: i64,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    version: i64,
});
