-- Schema 13: what enterprises let banks see, and what banks have seen.
-- {text}, times, days and ids as in schema 1.

-- 授权: one enterprise lets one bank read named fields for one purpose until a day.
CREATE TABLE consents (
    id {text} PRIMARY KEY,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    -- The enterprise's organisation.
    path {text} NOT NULL,
    bank_id {text} NOT NULL REFERENCES organisations (id),
    bank_path {text} NOT NULL,
    -- JSON: the words of the fields, in their fixed order.
    fields {text} NOT NULL,
    purpose {text} NOT NULL CHECK (purpose IN ('marketing', 'credit-review', 'post-loan')),
    valid_from {text} NOT NULL,
    -- The day included.
    valid_until {text} NOT NULL,
    -- What the person agreed to, in the language it was read in; its wording and SHA-256.
    agreed_text {text} NOT NULL,
    text_version {text} NOT NULL,
    text_digest {text} NOT NULL,
    granted_by {text} NOT NULL REFERENCES users (id),
    granted_at BIGINT NOT NULL,
    revoked_by {text} REFERENCES users (id),
    revoked_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX consents_by_path ON consents (path, granted_at);
CREATE INDEX consents_by_bank ON consents (bank_path, granted_at);
CREATE INDEX consents_by_enterprise ON consents (enterprise_id, bank_id);

-- 查阅记录: each reading by a bank. Only ever added to.
CREATE TABLE consent_readings (
    id {text} PRIMARY KEY,
    consent_id {text} NOT NULL REFERENCES consents (id),
    enterprise_id {text} NOT NULL,
    path {text} NOT NULL,
    bank_id {text} NOT NULL,
    bank_path {text} NOT NULL,
    -- The field that was read, and for what.
    field {text} NOT NULL,
    purpose {text} NOT NULL,
    read_by {text} NOT NULL REFERENCES users (id),
    read_at BIGINT NOT NULL
);
CREATE INDEX consent_readings_by_path ON consent_readings (path, read_at);
CREATE INDEX consent_readings_by_bank ON consent_readings (bank_path, read_at);
CREATE INDEX consent_readings_by_consent ON consent_readings (consent_id, read_at);
