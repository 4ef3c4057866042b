//! The tables as the ORM sees them. Nothing outside this crate names these types.

/// One table: its columns in order, keys first said.
macro_rules! table {
    ($module:ident, $name:literal, { $($(#[$attribute:meta])* $column:ident: $type:ty),+ $(,)? }) => {
        pub(crate) mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model { $($(#[$attribute])* pub $column: $type),+ }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

table!(organisations, "organisations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    kind: String,
    parent_id: Option<String>,
    path: String,
    name: String,
    credit_code: Option<String>,
    opens_on: String,
    closes_on: Option<String>,
    version: i64,
    created_at: i64,
});

table!(users, "users", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    organisation_id: String,
    path: String,
    login: String,
    name: String,
    language: String,
    password_hash: Option<String>,
    password_set_at: Option<i64>,
    state: String,
    version: i64,
    created_at: i64,
    signed_in_at: Option<i64>,
});

table!(user_roles, "user_roles", {
    #[sea_orm(primary_key, auto_increment = false)]
    user_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    role: String,
});

table!(former_passwords, "former_passwords", {
    #[sea_orm(primary_key, auto_increment = false)]
    user_id: String,
    set_at: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    password_hash: String,
});

table!(sessions, "sessions", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    user_id: String,
    token_hash: String,
    address: String,
    agent: String,
    created_at: i64,
    seen_at: i64,
    expires_at: i64,
    stepped_up_at: Option<i64>,
    ended_at: Option<i64>,
});

table!(sign_in_attempts, "sign_in_attempts", {
    #[sea_orm(primary_key, auto_increment = false)]
    login_hash: String,
    failures: i64,
    first_at: i64,
    locked_until: i64,
});

table!(invitations, "invitations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    user_id: String,
    token_hash: String,
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
});

table!(second_factors, "second_factors", {
    #[sea_orm(primary_key, auto_increment = false)]
    user_id: String,
    secret: String,
    confirmed_at: Option<i64>,
    last_step: i64,
});

table!(recovery_codes, "recovery_codes", {
    #[sea_orm(primary_key, auto_increment = false)]
    user_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    code_hash: String,
    used_at: Option<i64>,
});

table!(api_tokens, "api_tokens", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    user_id: String,
    name: String,
    token_hash: String,
    scopes: String,
    created_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
    revoked_at: Option<i64>,
});

table!(audit, "audit", {
    #[sea_orm(primary_key, auto_increment = false)]
    seq: i64,
    at: i64,
    actor_id: Option<String>,
    actor_name: Option<String>,
    address: Option<String>,
    request_id: Option<String>,
    action: String,
    resource: String,
    resource_id: Option<String>,
    path: String,
    purpose: Option<String>,
    outcome: String,
    detail: String,
    previous: String,
    hash: String,
});

table!(idempotency_keys, "idempotency_keys", {
    #[sea_orm(primary_key, auto_increment = false)]
    user_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    idempotency_key: String,
    fingerprint: String,
    status: i64,
    headers: String,
    body: String,
    created_at: i64,
    expires_at: i64,
});

table!(jobs, "jobs", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    kind: String,
    state: String,
    owner_id: String,
    path: String,
    done: i64,
    total: Option<i64>,
    result: Option<String>,
    created_at: i64,
    started_at: Option<i64>,
    ended_at: Option<i64>,
    cancel_at: Option<i64>,
    lease_until: i64,
    fence: i64,
    version: i64,
});

table!(settings, "settings", {
    #[sea_orm(primary_key, auto_increment = false)]
    name: String,
    value: String,
    version: i64,
});

table!(registrations, "registrations", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    zone_id: String,
    path: String,
    name: String,
    credit_code: String,
    login: String,
    contact: String,
    state: String,
    reason: Option<String>,
    decided_by: Option<String>,
    created_at: i64,
    decided_at: Option<i64>,
    version: i64,
});

table!(approvals, "approvals", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    action: String,
    permission: String,
    subject_id: String,
    path: String,
    words_zh: String,
    words_en: String,
    grants: String,
    effect: String,
    instruction: String,
    requested_by: String,
    requester: String,
    created_at: i64,
    expires_at: i64,
    state: String,
    decided_by: Option<String>,
    decider: Option<String>,
    decided_at: Option<i64>,
    reason: Option<String>,
    version: i64,
});

table!(identities, "identities", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: String,
    user_id: String,
    issuer: String,
    subject: String,
    name: String,
    created_at: i64,
    used_at: Option<i64>,
});

table!(provider_flows, "provider_flows", {
    #[sea_orm(primary_key, auto_increment = false)]
    state_hash: String,
    browser_hash: String,
    user_id: Option<String>,
    nonce: String,
    verifier: String,
    created_at: i64,
    expires_at: i64,
    exchanged_at: Option<i64>,
    identity_id: Option<String>,
    ended_at: Option<i64>,
});

mod cultivation;
mod evaluation;
mod lending;
mod paying;
mod register;
pub(crate) use cultivation::*;
pub(crate) use evaluation::*;
pub(crate) use lending::*;
pub(crate) use paying::*;
pub(crate) use register::*;
