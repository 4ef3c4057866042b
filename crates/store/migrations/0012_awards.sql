-- Schema 12: what policies pay, from list to money.
-- {text}, times, days and ids as in schema 1. Amounts are whole cents (分).

-- 兑现名单: whom one policy pays in one year.
CREATE TABLE award_lists (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    run_id {text} NOT NULL REFERENCES runs (id),
    -- The policy's code; its name, where it has one in English too, version and whole file as they were.
    policy {text} NOT NULL,
    policy_name {text} NOT NULL,
    policy_name_en {text},
    policy_version {text} NOT NULL,
    policy_text {text} NOT NULL,
    -- 1 when somebody issued the policy; 0 for an example.
    official BIGINT NOT NULL,
    -- The day of matching, and the year whose money is paid.
    matched_on {text} NOT NULL,
    period BIGINT NOT NULL,
    -- 匹配码.
    code {text} NOT NULL,
    -- How many enterprises were entitled, and the budget of the year; none where it is not limited.
    entitled BIGINT NOT NULL,
    budget BIGINT,
    state {text} NOT NULL CHECK (state IN ('review', 'notice', 'paying', 'closed', 'cancelled')),
    -- 公示期.
    notice_from {text},
    notice_until {text},
    -- Why it was sent back or given up.
    reason {text},
    opened_by {text} NOT NULL REFERENCES users (id),
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX award_lists_by_path ON award_lists (path, opened_at);
-- One list of a policy and year; another one only after it was given up.
CREATE UNIQUE INDEX award_lists_once ON award_lists (zone_id, policy, period) WHERE state <> 'cancelled';

-- What one enterprise gets on a list.
CREATE TABLE awards (
    id {text} PRIMARY KEY,
    list_id {text} NOT NULL REFERENCES award_lists (id),
    zone_id {text} NOT NULL,
    path {text} NOT NULL,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    policy {text} NOT NULL,
    period BIGINT NOT NULL,
    -- By formula and caps, and after groups, ceilings and budget.
    claimed BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    -- JSON: why it is less than claimed, in both languages.
    cuts {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('listed', 'struck', 'confirmed', 'batched', 'paid', 'failed', 'returned',
        'clawed-back', 'cancelled')),
    -- Why it was struck out, or could not be paid.
    reason {text},
    -- Where the money goes, sealed; and what is shown of it.
    account {text},
    account_shown {text},
    confirmed_by {text} REFERENCES users (id),
    confirmed_at BIGINT,
    batch_id {text},
    paid_at BIGINT,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX awards_by_list ON awards (list_id, id);
CREATE INDEX awards_by_path ON awards (path, changed_at);
CREATE INDEX awards_by_batch ON awards (batch_id);
-- Never twice for the same policy and year, whatever list it stands on.
CREATE UNIQUE INDEX awards_once ON awards (enterprise_id, policy, period) WHERE state NOT IN ('struck', 'cancelled');

-- 付款批次.
CREATE TABLE payment_batches (
    id {text} PRIMARY KEY,
    list_id {text} NOT NULL REFERENCES award_lists (id),
    path {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('prepared', 'released', 'settled', 'withdrawn')),
    -- How many payments, Σ of them, and the SHA-256 over every payment and its sealed account.
    payments BIGINT NOT NULL,
    total BIGINT NOT NULL,
    seal {text} NOT NULL,
    reason {text},
    prepared_by {text} NOT NULL REFERENCES users (id),
    prepared_at BIGINT NOT NULL,
    released_by {text} REFERENCES users (id),
    released_at BIGINT,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX payment_batches_by_path ON payment_batches (path, prepared_at);
CREATE INDEX payment_batches_by_list ON payment_batches (list_id);

-- 台账: what became of the money. Only ever added to.
CREATE TABLE award_ledger (
    id {text} PRIMARY KEY,
    award_id {text} NOT NULL REFERENCES awards (id),
    list_id {text} NOT NULL,
    batch_id {text} NOT NULL REFERENCES payment_batches (id),
    path {text} NOT NULL,
    enterprise_id {text} NOT NULL,
    policy {text} NOT NULL,
    period BIGINT NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('paid', 'failed', 'returned', 'clawed-back')),
    -- Positive when paid, negative when it came back, nought when it failed.
    amount BIGINT NOT NULL,
    -- The day it happened, by the bank.
    happened_on {text} NOT NULL,
    reference {text},
    reason {text},
    entered_by {text} NOT NULL REFERENCES users (id),
    entered_at BIGINT NOT NULL
);
CREATE INDEX award_ledger_by_path ON award_ledger (path, entered_at);
CREATE INDEX award_ledger_by_award ON award_ledger (award_id);
CREATE INDEX award_ledger_by_batch ON award_ledger (batch_id);

-- Objections to a list on public notice.
CREATE TABLE award_objections (
    id {text} PRIMARY KEY,
    list_id {text} NOT NULL REFERENCES award_lists (id),
    -- The list's zone.
    zone_path {text} NOT NULL,
    -- Who objects.
    path {text} NOT NULL,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    -- The award objected to; none when the objector says to be missing from the list.
    award_id {text} REFERENCES awards (id),
    reason {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
    decision {text},
    raised_by {text} NOT NULL REFERENCES users (id),
    raised_at BIGINT NOT NULL,
    decided_by {text} REFERENCES users (id),
    decided_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX award_objections_by_list ON award_objections (list_id, raised_at);
CREATE INDEX award_objections_by_path ON award_objections (path, raised_at);
