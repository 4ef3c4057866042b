-- Schema 1: organisations, people, signing in, audit, jobs.
-- {text} is TEXT on SQLite and TEXT COLLATE "C" on PostgreSQL: both sort by bytes, so pages agree.
-- Times are BIGINT milliseconds since 1970 UTC; days are text YYYY-MM-DD; ids are text.

CREATE TABLE organisations (
    id {text} PRIMARY KEY,
    kind {text} NOT NULL CHECK (kind IN ('centre', 'zone', 'department', 'bank', 'enterprise')),
    parent_id {text} REFERENCES organisations (id),
    path {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    credit_code {text} UNIQUE,
    opens_on {text} NOT NULL,
    closes_on {text},
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK (closes_on IS NULL OR closes_on >= opens_on)
);
CREATE INDEX organisations_by_name ON organisations (name, id);

CREATE TABLE users (
    id {text} PRIMARY KEY,
    organisation_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    login {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    language {text} NOT NULL CHECK (language IN ('zh', 'en')),
    password_hash {text},
    password_set_at BIGINT,
    state {text} NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    signed_in_at BIGINT
);
CREATE INDEX users_by_path ON users (path);
CREATE INDEX users_by_name ON users (name, id);

CREATE TABLE user_roles (
    user_id {text} NOT NULL REFERENCES users (id),
    role {text} NOT NULL,
    PRIMARY KEY (user_id, role)
);

CREATE TABLE former_passwords (
    user_id {text} NOT NULL REFERENCES users (id),
    set_at BIGINT NOT NULL,
    password_hash {text} NOT NULL,
    PRIMARY KEY (user_id, password_hash)
);

CREATE TABLE sessions (
    id {text} PRIMARY KEY,
    user_id {text} NOT NULL REFERENCES users (id),
    token_hash {text} NOT NULL UNIQUE,
    address {text} NOT NULL,
    agent {text} NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    stepped_up_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX sessions_by_user ON sessions (user_id, ended_at);

CREATE TABLE sign_in_attempts (
    login_hash {text} PRIMARY KEY,
    failures BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);

CREATE TABLE invitations (
    id {text} PRIMARY KEY,
    user_id {text} NOT NULL REFERENCES users (id),
    token_hash {text} NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX invitations_by_user ON invitations (user_id);

CREATE TABLE second_factors (
    user_id {text} PRIMARY KEY REFERENCES users (id),
    secret {text} NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
    user_id {text} NOT NULL REFERENCES users (id),
    code_hash {text} NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE api_tokens (
    id {text} PRIMARY KEY,
    user_id {text} NOT NULL REFERENCES users (id),
    name {text} NOT NULL,
    token_hash {text} NOT NULL UNIQUE,
    scopes {text} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);

CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id {text},
    actor_name {text},
    address {text},
    request_id {text},
    action {text} NOT NULL,
    resource {text} NOT NULL,
    resource_id {text},
    path {text} NOT NULL,
    purpose {text},
    outcome {text} NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    detail {text} NOT NULL,
    previous {text} NOT NULL,
    hash {text} NOT NULL UNIQUE
);
CREATE INDEX audit_by_path ON audit (path, seq);
CREATE INDEX audit_by_actor ON audit (actor_id, seq);

CREATE TABLE idempotency_keys (
    user_id {text} NOT NULL,
    idempotency_key {text} NOT NULL,
    fingerprint {text} NOT NULL,
    status BIGINT NOT NULL,
    headers {text} NOT NULL,
    body {text} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, idempotency_key)
);
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);

CREATE TABLE jobs (
    id {text} PRIMARY KEY,
    kind {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    owner_id {text} NOT NULL REFERENCES users (id),
    path {text} NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT,
    result {text},
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    ended_at BIGINT,
    cancel_at BIGINT,
    lease_until BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX jobs_by_state ON jobs (state, created_at);

CREATE TABLE settings (
    name {text} PRIMARY KEY,
    value {text} NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE registrations (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    name {text} NOT NULL,
    credit_code {text} NOT NULL,
    login {text} NOT NULL,
    contact {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused')),
    reason {text},
    decided_by {text} REFERENCES users (id),
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX registrations_by_path ON registrations (path, created_at);
