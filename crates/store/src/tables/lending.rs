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
