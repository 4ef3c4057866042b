-- SQLite cannot change a check: the table is made anew. Rows that name an import are looked at when the transaction ends.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE imports_before AS SELECT * FROM imports;
DROP TABLE imports;
CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    zone_id TEXT NOT NULL REFERENCES organisations (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('register', 'values', 'titles', 'annual-reports')),
    batch_id TEXT REFERENCES batches (id),
    source TEXT NOT NULL,
    -- The period of rows that name none.
    period BIGINT,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size BIGINT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('all', 'good')),
    state TEXT NOT NULL CHECK (state IN ('uploaded', 'previewing', 'previewed', 'running', 'done', 'failed', 'cancelled')),
    -- The sheet and what each of its columns is, as JSON.
    columns TEXT NOT NULL,
    -- What the last look at every row came to, as JSON: counts, and why nothing can be done.
    outcome TEXT NOT NULL,
    -- Hash of the workbook given back, once there is one.
    returned_hash TEXT,
    job_id TEXT REFERENCES jobs (id),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version BIGINT NOT NULL,
    CHECK ((kind = 'values') = (batch_id IS NOT NULL))
);
INSERT INTO imports SELECT * FROM imports_before;
DROP TABLE imports_before;
CREATE INDEX imports_by_path ON imports (path, created_at);
CREATE INDEX imports_by_batch ON imports (batch_id, created_at);
