-- Schema 6: what officers do about the cultivation library: tasks with their notes.
-- {text}, times, days and ids as in schema 1.

-- One enterprise to be looked after by one officer.
CREATE TABLE tasks (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    -- The rung it is about, and the title that recognition gives; a title never changes under a task.
    rung {text} NOT NULL,
    label {text},
    -- The list it came from, and the run and code that list was computed from.
    list {text} NOT NULL,
    run_id {text} NOT NULL REFERENCES runs (id),
    campaign {text} NOT NULL,
    -- What the enterprise lacked then, in words.
    advice {text} NOT NULL,
    assignee_id {text} NOT NULL REFERENCES users (id),
    due_on {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('open', 'contacted', 'promised', 'done', 'given-up')),
    -- Why it was given up.
    reason {text},
    created_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CHECK ((state = 'given-up') = (reason IS NOT NULL))
);
CREATE INDEX tasks_by_path ON tasks (path, due_on, id);
CREATE INDEX tasks_by_assignee ON tasks (assignee_id, state, due_on);
CREATE INDEX tasks_by_enterprise ON tasks (enterprise_id, rung);

-- What happened to a task, in the order of time; never changed.
CREATE TABLE task_notes (
    id {text} PRIMARY KEY,
    task_id {text} NOT NULL REFERENCES tasks (id),
    -- The state it moved to; none for a remark.
    state {text},
    note {text} NOT NULL,
    written_by {text} NOT NULL REFERENCES users (id),
    written_at BIGINT NOT NULL
);
CREATE INDEX task_notes_by_task ON task_notes (task_id, written_at);
