-- Actions that need two persons, kept until somebody else confirms them.

CREATE TABLE approvals (
    id {text} PRIMARY KEY,
    action {text} NOT NULL,
    permission {text} NOT NULL,
    subject_id {text} NOT NULL,
    path {text} NOT NULL,
    words_zh {text} NOT NULL,
    words_en {text} NOT NULL,
    -- Roles that whoever confirms must be able to give, with spaces between.
    grants {text} NOT NULL,
    effect {text} NOT NULL,
    instruction {text} NOT NULL,
    requested_by {text} NOT NULL REFERENCES users (id),
    requester {text} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'confirmed', 'declined', 'withdrawn', 'lapsed')),
    decided_by {text} REFERENCES users (id),
    decider {text},
    decided_at BIGINT,
    reason {text},
    version BIGINT NOT NULL,
    -- Whatever the program does: nobody confirms what they asked for themselves.
    CHECK (state <> 'confirmed' OR (decided_by IS NOT NULL AND decided_by <> requested_by))
);
CREATE INDEX approvals_by_time ON approvals (created_at, id);
CREATE INDEX approvals_by_path ON approvals (path, created_at);
CREATE INDEX approvals_by_requester ON approvals (requested_by, state);
