//! Tables of the finance supermarket.

table!(consents, "consents", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    enterprise_id: String,
    path: String,
    bank_id: String,
    bank_path: String,
    fields: String,
    purpose: String,
    valid_from: String,
    valid_until: String,
    agreed_text: String,
    text_version: String,
    text_digest: String,
    granted_by: String,
    granted_at: i64,
    revoked_by: Option<String>,
    revoked_at: Option<i64>,
    version: i64,
});

table!(consent_readings, "consent_readings", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    consent_id: String,
    enterprise_id: String,
    path: String,
    bank_id: String,
    bank_path: String,
    field: String,
    purpose: String,
    read_by: String,
    read_at: i64,
});

table!(loans, "loans", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    enterprise_id: String,
    path: String,
    bank_id: String,
    bank_path: String,
    consent_id: String,
    product: String,
    product_name: String,
    product_name_en: Option<String>,
    product_version: String,
    product_text: String,
    run_id: String,
    offer_code: String,
    offer: String,
    amount: i64,
    months: i64,
    repayment: String,
    purpose: String,
    state: String,
    granted: Option<i64>,
    yearly_percent: Option<String>,
    granted_months: Option<i64>,
    conditions: Option<String>,
    valid_until: Option<String>,
    proposed_by: Option<String>,
    reject_reason: Option<String>,
    contract: Option<String>,
    drawn: i64,
    repaid: i64,
    applied_by: String,
    applied_at: i64,
    decided_at: Option<i64>,
    changed_at: i64,
    version: i64,
    first_loan: Option<i64>,
});

table!(loan_moves, "loan_moves", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    loan_id: String,
    action: String,
    state: String,
    note: Option<String>,
    amount: Option<i64>,
    happened_on: Option<String>,
    reference: Option<String>,
    made_by: Option<String>,
    made_at: i64,
    place: i64,
});

table!(webhooks, "webhooks", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    path: String,
    url: String,
    kinds: String,
    ended_at: Option<i64>,
    made_by: String,
    made_at: i64,
});

table!(webhook_deliveries, "webhook_deliveries", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    webhook_id: String,
    notice_id: String,
    state: String,
    tries: i64,
    next_at: i64,
    said: Option<String>,
    made_at: i64,
    done_at: Option<i64>,
});

table!(funds, "funds", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    path: String,
    name: String,
    kind: String,
    balance: i64,
    opened_by: String,
    opened_at: i64,
    version: i64,
});

table!(fund_entries, "fund_entries", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    fund_id: String,
    path: String,
    kind: String,
    loan_id: Option<String>,
    amount: i64,
    happened_on: String,
    period_from: Option<String>,
    period_until: Option<String>,
    reference: Option<String>,
    note: Option<String>,
    state: String,
    reason: Option<String>,
    entered_by: String,
    entered_at: i64,
    decided_by: Option<String>,
    decided_at: Option<i64>,
});

table!(loan_steps, "loan_steps", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    loan_id: String,
    kind: String,
    fund_id: Option<String>,
    share_percent: Option<String>,
    guarantor: Option<String>,
    reference: Option<String>,
    note: Option<String>,
    made_by: String,
    made_at: i64,
});

table!(loan_ratings, "loan_ratings", {
    #[sea_orm(primary_key, auto_increment = false)]
    loan_id: String,
    stars: i64,
    said: Option<String>,
    rated_by: String,
    rated_at: i64,
});

table!(loan_reviews, "loan_reviews", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    loan_id: String,
    card: String,
    card_version: String,
    card_text: String,
    code: String,
    total: i64,
    grade: String,
    finding: String,
    suggested: Option<i64>,
    reviewed_limit: i64,
    justification: Option<String>,
    made_by: String,
    made_at: i64,
    place: i64,
});
