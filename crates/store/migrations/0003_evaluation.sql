-- Schema 3: decisions between sources, filings and reviews, objections, notices, runs and their results.
-- {text}, times, days and ids as in schema 1.

-- An officer's choice among what sources say; of two about the same value the later one counts.
CREATE TABLE decisions (
    id {text} PRIMARY KEY,
    batch_id {text} NOT NULL REFERENCES batches (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    item {text} NOT NULL,
    period BIGINT NOT NULL,
    statement_id {text} NOT NULL REFERENCES reported_values (id),
    reason {text} NOT NULL,
    decided_by {text} NOT NULL REFERENCES users (id),
    decided_at BIGINT NOT NULL
);
CREATE INDEX decisions_by_batch ON decisions (batch_id, enterprise_id, decided_at);

-- What an enterprise has typed and not submitted.
CREATE TABLE filing_drafts (
    participant_id {text} PRIMARY KEY REFERENCES participants (id),
    -- JSON: item to {value, explanation, evidence}; value null says that there is none.
    cells {text} NOT NULL,
    saved_by {text} NOT NULL REFERENCES users (id),
    saved_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Fields sent back, with reasons; mended when the enterprise submits again.
CREATE TABLE filing_returns (
    id {text} PRIMARY KEY,
    participant_id {text} NOT NULL REFERENCES participants (id),
    -- Empty: the filing as a whole.
    item {text} NOT NULL,
    reason {text} NOT NULL,
    returned_by {text} NOT NULL REFERENCES users (id),
    returned_at BIGINT NOT NULL,
    mended_at BIGINT
);
CREATE INDEX filing_returns_by_participant ON filing_returns (participant_id, returned_at);

-- Who approved a filing; cleared when it is returned.
CREATE TABLE filing_approvals (
    participant_id {text} NOT NULL REFERENCES participants (id),
    approved_by {text} NOT NULL REFERENCES users (id),
    approved_at BIGINT NOT NULL,
    PRIMARY KEY (participant_id, approved_by)
);

-- What a filing was before its batch froze.
CREATE TABLE frozen_filings (
    participant_id {text} PRIMARY KEY REFERENCES participants (id),
    state {text} NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved'))
);

CREATE TABLE objections (
    id {text} PRIMARY KEY,
    batch_id {text} NOT NULL REFERENCES batches (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    path {text} NOT NULL,
    item {text} NOT NULL,
    period BIGINT NOT NULL,
    -- The value objected to, and what the enterprise says it is.
    value {text},
    claimed {text},
    reason {text} NOT NULL,
    evidence {text} REFERENCES attachments (id),
    state {text} NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed', 'withdrawn')),
    opened_on {text} NOT NULL,
    due_on {text} NOT NULL,
    raised_by {text} NOT NULL REFERENCES users (id),
    raised_at BIGINT NOT NULL,
    decision {text},
    decided_by {text} REFERENCES users (id),
    decided_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX objections_by_batch ON objections (batch_id, state, due_on);
CREATE INDEX objections_by_path ON objections (path, raised_at);

-- Messages inside the platform, to the people of an organisation.
CREATE TABLE notices (
    id {text} PRIMARY KEY,
    -- Whose people read it.
    path {text} NOT NULL,
    batch_id {text} REFERENCES batches (id),
    kind {text} NOT NULL,
    -- JSON, for the words of the reader's language.
    detail {text} NOT NULL,
    sent_by {text} REFERENCES users (id),
    sent_at BIGINT NOT NULL,
    read_at BIGINT
);
CREATE INDEX notices_by_path ON notices (path, sent_at);

-- One computation of a batch. What it was made from lies in data/files, named by hash; the receipt lists it all.
CREATE TABLE runs (
    id {text} PRIMARY KEY,
    batch_id {text} NOT NULL REFERENCES batches (id),
    path {text} NOT NULL,
    number BIGINT NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'published', 'superseded', 'discarded')),
    receipt {text} NOT NULL,
    -- The receipt's code: data, rules, reference and results; not who, when and where.
    receipt_code {text} NOT NULL,
    snapshot_hash {text} NOT NULL,
    calibration_hash {text} NOT NULL,
    enterprises BIGINT NOT NULL,
    ranked BIGINT NOT NULL,
    vetoed BIGINT NOT NULL,
    -- What became different from the run before, as JSON.
    comparison {text},
    -- The published run that this one corrects, and why.
    corrects {text} REFERENCES runs (id),
    reason {text},
    job_id {text} UNIQUE,
    created_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    published_by {text} REFERENCES users (id),
    published_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (batch_id, number),
    CHECK (published_by IS NULL OR published_by <> created_by)
);
CREATE INDEX runs_by_path ON runs (path, created_at);

-- Points are whole 10^-4 points.
CREATE TABLE run_results (
    run_id {text} NOT NULL REFERENCES runs (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    path {text} NOT NULL,
    stage {text},
    field {text},
    total BIGINT,
    grade {text},
    rank BIGINT,
    stage_rank BIGINT,
    known BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    -- The code of the veto that withholds the score.
    withheld {text},
    -- JSON: points and flags of every indicator in the scheme's order.
    points {text} NOT NULL,
    PRIMARY KEY (run_id, enterprise_id)
);
CREATE INDEX run_results_by_total ON run_results (run_id, rank, enterprise_id);

-- The values that counted when a batch was computed; a later year looks back at them.
CREATE TABLE frozen_values (
    batch_id {text} NOT NULL REFERENCES batches (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    period BIGINT NOT NULL,
    -- JSON: item to decimal text, word, day, true/false.
    cells {text} NOT NULL,
    PRIMARY KEY (batch_id, enterprise_id, period)
);

-- What a job that computes a run was asked for.
CREATE TABLE run_requests (
    job_id {text} PRIMARY KEY REFERENCES jobs (id),
    batch_id {text} NOT NULL REFERENCES batches (id),
    corrects {text} REFERENCES runs (id),
    reason {text}
);
CREATE INDEX run_requests_by_batch ON run_requests (batch_id);
