-- Schema 16: applications under policies, and what officers answered; messages that are sent on to programs.
-- {text}, times, days and ids as in schema 1. Amounts are whole cents (分).

-- 政策申报: one enterprise applies under one policy, as it was, for the money of one year.
CREATE TABLE policy_applications (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    -- The enterprise's organisation.
    path {text} NOT NULL,
    -- The policy's code; its name, where it has one in English too, version and whole file as they were.
    policy {text} NOT NULL,
    policy_name {text} NOT NULL,
    policy_name_en {text},
    policy_version {text} NOT NULL,
    policy_text {text} NOT NULL,
    way {text} NOT NULL,
    -- 1 when somebody issued the policy; 0 for an example.
    official BIGINT NOT NULL,
    period BIGINT NOT NULL,
    -- The run whose data it was filled in from, 匹配码, and the day of matching.
    run_id {text} NOT NULL REFERENCES runs (id),
    code {text} NOT NULL,
    matched_on {text} NOT NULL,
    -- What it would get by formula and caps; none where the award is not money.
    claimed BIGINT,
    -- JSON: data filled in, officer checks and materials the policy asks for, as they were.
    form {text} NOT NULL,
    -- JSON: which attachment proves which material.
    materials {text} NOT NULL,
    -- JSON: what officers answered.
    answers {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('submitted', 'asked', 'passed', 'refused', 'withdrawn')),
    reason {text},
    -- To be decided by this day, the day included; none where the policy names no time.
    due_on {text},
    applied_by {text} NOT NULL REFERENCES users (id),
    applied_at BIGINT NOT NULL,
    decided_by {text} REFERENCES users (id),
    decided_at BIGINT,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX policy_applications_by_path ON policy_applications (path, applied_at);
CREATE INDEX policy_applications_by_zone ON policy_applications (zone_id, period, policy);
-- One application for the policy and year at a time; another one only after it was refused or taken back.
CREATE UNIQUE INDEX policy_applications_once ON policy_applications (enterprise_id, policy, period)
    WHERE state NOT IN ('refused', 'withdrawn');

-- 办理记录: every move, with who made it and why. Only ever added to.
CREATE TABLE policy_application_moves (
    id {text} PRIMARY KEY,
    application_id {text} NOT NULL REFERENCES policy_applications (id),
    action {text} NOT NULL,
    state {text} NOT NULL,
    note {text},
    -- Who made it; none where the rules decided by themselves.
    made_by {text} REFERENCES users (id),
    made_at BIGINT NOT NULL,
    -- The place among the moves of the application.
    place BIGINT NOT NULL
);
CREATE UNIQUE INDEX policy_application_moves_by_application ON policy_application_moves (application_id, place);

-- A policy may have further lists in a year, one at a time under review: whoever stands on an earlier one is not paid again
-- (awards_once), and what earlier ones hold of the budget is gone.
DROP INDEX award_lists_once;
CREATE UNIQUE INDEX award_lists_once ON award_lists (zone_id, policy, period) WHERE state = 'review';

-- 消息推送: an address of an organisation that messages of certain kinds are sent to. The secret that signs them is derived, not kept.
CREATE TABLE webhooks (
    id {text} PRIMARY KEY,
    -- The organisation whose messages they are.
    path {text} NOT NULL,
    url {text} NOT NULL,
    -- Kinds of messages, with spaces between.
    kinds {text} NOT NULL,
    -- When it was ended; none while it is in use.
    ended_at BIGINT,
    made_by {text} NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL
);
CREATE INDEX webhooks_by_path ON webhooks (path);

-- What is sent, and what came of it. Written in the same change as the message.
CREATE TABLE webhook_deliveries (
    id {text} PRIMARY KEY,
    webhook_id {text} NOT NULL REFERENCES webhooks (id),
    notice_id {text} NOT NULL REFERENCES notices (id),
    state {text} NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
    tries BIGINT NOT NULL,
    -- Tried again then.
    next_at BIGINT NOT NULL,
    -- What came of the last try.
    said {text},
    made_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, made_at);
