-- Schema 8: titles by authorities' lists, annual reports, saved filters, files and reminders of tasks.
-- {text}, times, days and ids as in schema 1.

-- The document or batch that gave a title, the list it was read from, and why it ended before its time.
ALTER TABLE enterprise_labels ADD COLUMN document {text};
ALTER TABLE enterprise_labels ADD COLUMN import_id {text};
ALTER TABLE enterprise_labels ADD COLUMN ended {text};

-- Whether an enterprise made the annual report that a rung asks for, by an authority's list.
CREATE TABLE annual_reports (
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    rung {text} NOT NULL,
    year BIGINT NOT NULL,
    reported BIGINT NOT NULL CHECK (reported IN (0, 1)),
    reported_on {text},
    import_id {text},
    stated_by {text} NOT NULL REFERENCES users (id),
    stated_at BIGINT NOT NULL,
    PRIMARY KEY (enterprise_id, rung, year)
);
CREATE INDEX annual_reports_by_rung ON annual_reports (rung, year);

-- What somebody looks for on a list again and again: the address of the list.
CREATE TABLE saved_filters (
    id {text} PRIMARY KEY,
    path {text} NOT NULL,
    owner_id {text} NOT NULL REFERENCES users (id),
    list {text} NOT NULL,
    name {text} NOT NULL,
    query {text} NOT NULL,
    -- Whether everybody of the zone sees it.
    shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (owner_id, list, name)
);
CREATE INDEX saved_filters_by_path ON saved_filters (path, list);

-- Files of a task; the content lies in data/files, named by its hash. The enterprise does not see them.
CREATE TABLE task_files (
    id {text} PRIMARY KEY,
    task_id {text} NOT NULL REFERENCES tasks (id),
    hash {text} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    size BIGINT NOT NULL,
    added_by {text} NOT NULL REFERENCES users (id),
    added_at BIGINT NOT NULL
);
CREATE INDEX task_files_by_task ON task_files (task_id, added_at);

-- What the officer was reminded of last: a stage and the last day it was about.
ALTER TABLE tasks ADD COLUMN reminded {text};

-- To one person of the organisation only; everybody's when empty.
ALTER TABLE notices ADD COLUMN person_id {text};
