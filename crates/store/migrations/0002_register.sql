-- Schema 2: the register of enterprises, evaluations of a year, and what departments report.
-- {text}, times, days and ids as in schema 1. Numbers of reported values are exact decimal text inside `cells`.

-- An enterprise as its zone knows it. A credit code stands once per zone: an enterprise that moves is registered by both,
-- and neither sees the other's data. `path` is that of its log-in organisation, or the zone's as long as it has none:
-- so the zone sees every enterprise, and the enterprise itself only its own.
CREATE TABLE enterprises (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    organisation_id {text} UNIQUE REFERENCES organisations (id),
    path {text} NOT NULL,
    credit_code {text} NOT NULL,
    name {text} NOT NULL,
    -- What the search box looks through, in small letters: name, former names, credit code, initials in every reading.
    search {text} NOT NULL,
    founded_on {text},
    entered_on {text},
    status {text} NOT NULL CHECK (status IN ('active', 'suspended', 'dormant', 'liquidation', 'moved_out',
        'ordered_closed', 'revoked', 'rescinded', 'deregistered', 'merged')),
    park {text},
    district {text},
    -- GB/T 4754-2017: two to four digits.
    industry {text},
    -- A category of the item tech_field of the dictionary.
    field {text},
    merged_into {text} REFERENCES enterprises (id),
    closed_on {text},
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (zone_id, credit_code),
    CHECK ((status = 'merged') = (merged_into IS NOT NULL))
);
CREATE INDEX enterprises_by_path ON enterprises (path);
CREATE INDEX enterprises_by_name ON enterprises (name, id);
CREATE INDEX enterprises_by_code ON enterprises (credit_code, id);

CREATE TABLE enterprise_names (
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    name {text} NOT NULL,
    -- The last day it was called so.
    until {text} NOT NULL,
    PRIMARY KEY (enterprise_id, name, until)
);

-- A label of the dictionary's item `labels` with its validity.
CREATE TABLE enterprise_labels (
    id {text} PRIMARY KEY,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    label {text} NOT NULL,
    valid_from {text} NOT NULL,
    valid_to {text},
    source {text} NOT NULL,
    certificate {text},
    UNIQUE (enterprise_id, label, valid_from),
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX enterprise_labels_by_label ON enterprise_labels (label, enterprise_id);

-- Personal data.
CREATE TABLE enterprise_contacts (
    id {text} PRIMARY KEY,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    name {text} NOT NULL,
    duty {text},
    telephone {text},
    email {text}
);
CREATE INDEX enterprise_contacts_by_enterprise ON enterprise_contacts (enterprise_id);

-- What happened to an enterprise in the register, for its page; the audit log says the same and more.
CREATE TABLE enterprise_history (
    id {text} PRIMARY KEY,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    action {text} NOT NULL,
    -- Changed fields with before and after, as JSON.
    detail {text} NOT NULL,
    import_id {text},
    changed_by {text} REFERENCES users (id),
    changed_at BIGINT NOT NULL
);
CREATE INDEX enterprise_history_by_enterprise ON enterprise_history (enterprise_id, changed_at);

-- The evaluation of one year in one zone.
CREATE TABLE batches (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    -- The year whose data are evaluated.
    year BIGINT NOT NULL,
    title {text} NOT NULL,
    -- A file below rules/, e.g. schemes/zone-four-stage.yaml, and the hash of what it said.
    scheme {text} NOT NULL,
    scheme_hash {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'open', 'frozen', 'published', 'closed')),
    opens_on {text} NOT NULL,
    enterprise_deadline {text} NOT NULL,
    review_deadline {text} NOT NULL,
    objection_from {text},
    objection_to {text},
    second_review BIGINT NOT NULL CHECK (second_review IN (0, 1)),
    created_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX batches_by_path ON batches (path, year);

CREATE TABLE batch_items (
    batch_id {text} NOT NULL REFERENCES batches (id),
    item {text} NOT NULL,
    required BIGINT NOT NULL CHECK (required IN (0, 1)),
    -- How far two sources may differ, as a share (0.05), before it is a conflict; none: not at all.
    tolerance {text},
    PRIMARY KEY (batch_id, item)
);

-- Which source counts: the smallest number first.
CREATE TABLE batch_sources (
    batch_id {text} NOT NULL REFERENCES batches (id),
    item {text} NOT NULL,
    source {text} NOT NULL,
    priority BIGINT NOT NULL,
    PRIMARY KEY (batch_id, item, source)
);

-- An enterprise in an evaluation. `path` as in enterprises.
CREATE TABLE participants (
    id {text} PRIMARY KEY,
    batch_id {text} NOT NULL REFERENCES batches (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    path {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'frozen')),
    -- An extension for this enterprise.
    deadline {text},
    receipt_number {text} UNIQUE,
    submitted_at BIGINT,
    submitted_by {text} REFERENCES users (id),
    version BIGINT NOT NULL,
    UNIQUE (batch_id, enterprise_id)
);
CREATE INDEX participants_by_enterprise ON participants (enterprise_id);
CREATE INDEX participants_by_path ON participants (path);

-- A workbook that somebody sent in: register data, or one source's values for a batch.
CREATE TABLE imports (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('register', 'values')),
    batch_id {text} REFERENCES batches (id),
    source {text} NOT NULL,
    -- The period of rows that name none.
    period BIGINT,
    file_name {text} NOT NULL,
    file_hash {text} NOT NULL,
    file_size BIGINT NOT NULL,
    mode {text} NOT NULL CHECK (mode IN ('all', 'good')),
    state {text} NOT NULL CHECK (state IN ('uploaded', 'previewing', 'previewed', 'running', 'done', 'failed', 'cancelled')),
    -- The sheet and what each of its columns is, as JSON.
    columns {text} NOT NULL,
    -- What the last look at every row came to, as JSON: counts, and why nothing can be done.
    outcome {text} NOT NULL,
    -- Hash of the workbook given back, once there is one.
    returned_hash {text},
    job_id {text} REFERENCES jobs (id),
    created_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version BIGINT NOT NULL,
    CHECK ((kind = 'values') = (batch_id IS NOT NULL))
);
CREATE INDEX imports_by_path ON imports (path, created_at);
CREATE INDEX imports_by_batch ON imports (batch_id, created_at);

-- The rows of a preview that a person should look at: changed and rejected ones first, up to a bound.
CREATE TABLE import_rows (
    import_id {text} NOT NULL REFERENCES imports (id),
    number BIGINT NOT NULL,
    -- The row of the sheet.
    row_number BIGINT NOT NULL,
    credit_code {text},
    name {text},
    outcome {text} NOT NULL CHECK (outcome IN ('created', 'changed', 'unchanged', 'rejected')),
    -- Changed cells with before and after, or problems, as JSON.
    detail {text} NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- Headings as a source writes them, and the item meant; an empty item says: leave this column out.
CREATE TABLE header_maps (
    zone_id {text} NOT NULL REFERENCES organisations (id),
    source {text} NOT NULL,
    heading {text} NOT NULL,
    item {text} NOT NULL,
    PRIMARY KEY (zone_id, source, heading)
);

-- What one source said about one enterprise for one period at one time: several values together, because a workbook of
-- 10,000 rows and 60 columns is stored in one transaction. Nothing is ever changed or taken away here; of two statements of
-- the same source about the same item the later one counts. `period` is 0 for items that belong to no period.
CREATE TABLE reported_values (
    id {text} PRIMARY KEY,
    batch_id {text} NOT NULL REFERENCES batches (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    period BIGINT NOT NULL,
    source {text} NOT NULL CHECK (source IN ('tax', 'hr', 'ip', 'science', 'industry', 'market', 'torch', 'self')),
    import_id {text} REFERENCES imports (id),
    -- The row of the import's sheet; the column of an item is in the import's `columns`.
    row_number BIGINT,
    -- JSON: item to decimal text, word, day, true/false; null: said to be missing.
    cells {text} NOT NULL,
    -- JSON: item to {evidence, explanation}, where there are any.
    notes {text},
    entered_by {text} NOT NULL REFERENCES users (id),
    entered_at BIGINT NOT NULL
);
CREATE INDEX reported_values_by_batch ON reported_values (batch_id, source, period);
CREATE INDEX reported_values_by_enterprise ON reported_values (enterprise_id, entered_at);

-- Files that people attached; the content is data/files/<hash>.
CREATE TABLE attachments (
    id {text} PRIMARY KEY,
    hash {text} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    size BIGINT NOT NULL,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    path {text} NOT NULL,
    uploaded_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX attachments_by_enterprise ON attachments (enterprise_id, created_at);
CREATE INDEX attachments_by_hash ON attachments (hash);
