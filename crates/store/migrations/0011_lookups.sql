-- Schema 11: what is counted again and again, and portraits of many enterprises.
-- {text}, times, days and ids as in schema 1.

-- Statements of an evaluation: by enterprise, without reading the values themselves.
CREATE INDEX reported_values_by_about ON reported_values (batch_id, enterprise_id, source);

-- 企业画像 of many enterprises at once: what a job was asked for. The file itself lies beside the database for some days.
CREATE TABLE portrait_requests (
    job_id {text} PRIMARY KEY REFERENCES jobs (id),
    run_id {text} NOT NULL REFERENCES runs (id),
    -- JSON: credit codes, in the order of the list they were asked from.
    codes {text} NOT NULL,
    -- In which language: zh or en.
    language {text} NOT NULL
);
