-- Schema 10: schemes that a zone writes itself, and what it shows to everybody.
-- {text}, times, days and ids as in schema 1.

-- A scheme being written, and once it is published, the scheme.
CREATE TABLE scheme_drafts (
    id {text} PRIMARY KEY,
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    -- The file it began as, a path below `rules/`; none for one that was written from nothing or brought along.
    based_on {text},
    -- The file it is: a path below `rules/`, its own for ever.
    file {text} NOT NULL UNIQUE,
    -- The rule file as it stands, comments and all.
    content {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'withdrawn')),
    -- Why it was sent back or withdrawn.
    reason {text},
    author_id {text} NOT NULL REFERENCES users (id),
    -- Whoever changed the text last.
    changed_by {text} NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    submitted_by {text} REFERENCES users (id),
    submitted_at BIGINT,
    published_by {text} REFERENCES users (id),
    published_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX scheme_drafts_by_path ON scheme_drafts (path, created_at);

-- What people say about a draft.
CREATE TABLE scheme_comments (
    id {text} PRIMARY KEY,
    draft_id {text} NOT NULL REFERENCES scheme_drafts (id),
    -- The code of the indicator, stage, veto or grade it is about; none when it is about all of it.
    about {text},
    said {text} NOT NULL,
    author_id {text} NOT NULL REFERENCES users (id),
    said_at BIGINT NOT NULL
);
CREATE INDEX scheme_comments_by_draft ON scheme_comments (draft_id, said_at);

-- The results of a year that a zone shows to everybody.
CREATE TABLE public_lists (
    batch_id {text} PRIMARY KEY REFERENCES batches (id),
    zone_id {text} NOT NULL REFERENCES organisations (id),
    path {text} NOT NULL,
    -- 1 while it is shown.
    shown BIGINT NOT NULL,
    -- So many of each stage; all when none.
    most BIGINT,
    -- 1 when points stand beside places and grades.
    shows_points BIGINT NOT NULL,
    changed_by {text} NOT NULL REFERENCES users (id),
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Whether an enterprise lets its name stand on public lists; none has said so where there is no row.
CREATE TABLE listing_consents (
    enterprise_id {text} PRIMARY KEY REFERENCES enterprises (id),
    path {text} NOT NULL,
    allowed BIGINT NOT NULL,
    changed_by {text} NOT NULL REFERENCES users (id),
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX listing_consents_by_path ON listing_consents (path);
