-- Schema 9: groups of a batch with last days of their own.
-- {text}, times, days and ids as in schema 1.

-- A group of those who take part; the first one, by place, that an enterprise fits is its group.
CREATE TABLE batch_groups (
    batch_id {text} NOT NULL REFERENCES batches (id),
    place BIGINT NOT NULL,
    name {text} NOT NULL,
    -- The last day for its enterprises.
    deadline {text} NOT NULL,
    -- What an enterprise must be to belong to it: all that is set.
    park {text},
    industry {text},
    field {text},
    label {text},
    PRIMARY KEY (batch_id, place),
    UNIQUE (batch_id, name)
);

-- The group an enterprise was put in, and its last day: lists and reminders need not look there.
ALTER TABLE participants ADD COLUMN group_name {text};
ALTER TABLE participants ADD COLUMN group_deadline {text};
