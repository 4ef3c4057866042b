-- Schema 14: applications for loans, and what became of them.
-- {text}, times, days and ids as in schema 1. Amounts are whole cents (分).

-- 贷款申请: one enterprise asks one bank for one loan under one product, as it was.
CREATE TABLE loans (
    id {text} PRIMARY KEY,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    -- The enterprise's organisation.
    path {text} NOT NULL,
    bank_id {text} NOT NULL REFERENCES organisations (id),
    bank_path {text} NOT NULL,
    consent_id {text} NOT NULL REFERENCES consents (id),
    -- The product's code; its name, version and whole file as they were.
    product {text} NOT NULL,
    product_name {text} NOT NULL,
    product_name_en {text},
    product_version {text} NOT NULL,
    product_text {text} NOT NULL,
    -- The run whose data the reference limit came from, 测算码, and JSON: limit, rate, points, standing, as they were.
    run_id {text} NOT NULL REFERENCES runs (id),
    offer_code {text} NOT NULL,
    offer {text} NOT NULL,
    -- What is asked for.
    amount BIGINT NOT NULL CHECK (amount > 0),
    months BIGINT NOT NULL CHECK (months > 0),
    repayment {text} NOT NULL,
    purpose {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('submitted', 'reviewing', 'asked', 'proposed', 'approved', 'signed', 'lent',
        'overdue', 'settled', 'rejected', 'withdrawn', 'lapsed')),
    -- What the bank lends: proposed by one person, confirmed by another. The rate in percent, exact.
    granted BIGINT CHECK (granted > 0),
    yearly_percent {text},
    granted_months BIGINT,
    conditions {text},
    -- To be signed and drawn by this day, the day included.
    valid_until {text},
    proposed_by {text} REFERENCES users (id),
    -- Why it was rejected: a word.
    reject_reason {text},
    contract {text},
    drawn BIGINT NOT NULL,
    repaid BIGINT NOT NULL,
    applied_by {text} NOT NULL REFERENCES users (id),
    applied_at BIGINT NOT NULL,
    -- When it was approved or rejected.
    decided_at BIGINT,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    -- Whatever a program does: never more than was granted, never more back than was drawn.
    CHECK (drawn >= 0 AND (drawn = 0 OR drawn <= granted)),
    CHECK (repaid >= 0 AND repaid <= drawn)
);
CREATE INDEX loans_by_path ON loans (path, applied_at);
CREATE INDEX loans_by_bank ON loans (bank_path, applied_at);
-- One application for a product at a time.
CREATE UNIQUE INDEX loans_once ON loans (enterprise_id, bank_id, product)
    WHERE state IN ('submitted', 'reviewing', 'asked', 'proposed', 'approved');

-- 办理记录: every move, with who made it and why. Only ever added to.
CREATE TABLE loan_moves (
    id {text} PRIMARY KEY,
    loan_id {text} NOT NULL REFERENCES loans (id),
    action {text} NOT NULL,
    state {text} NOT NULL,
    note {text},
    -- Money drawn or repaid, and the day by the bank.
    amount BIGINT,
    happened_on {text},
    reference {text},
    made_by {text} NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL,
    -- The place among the moves of the loan: its version then.
    place BIGINT NOT NULL
);
CREATE UNIQUE INDEX loan_moves_by_loan ON loan_moves (loan_id, place);
