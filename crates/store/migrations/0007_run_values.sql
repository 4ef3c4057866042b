-- Schema 7: the values that counted belong to the run that was computed from them, not to its batch: a correction that is
-- still a draft changes nothing of what was published.
-- {text}, times, days and ids as in schema 1.

CREATE TABLE run_values (
    run_id {text} NOT NULL REFERENCES runs (id),
    enterprise_id {text} NOT NULL REFERENCES enterprises (id),
    period BIGINT NOT NULL,
    -- JSON: item to decimal text, word, day, true/false.
    cells {text} NOT NULL,
    PRIMARY KEY (run_id, enterprise_id, period)
);

-- A batch kept one set, that of its newest computation. The published run gets it too where a draft came after it: what it
-- was computed from exactly is in its snapshot.
INSERT INTO run_values (run_id, enterprise_id, period, cells)
SELECT runs.id, frozen_values.enterprise_id, frozen_values.period, frozen_values.cells
FROM frozen_values JOIN runs ON runs.batch_id = frozen_values.batch_id
WHERE runs.state = 'published'
    OR runs.number = (SELECT MAX(newest.number) FROM runs AS newest WHERE newest.batch_id = runs.batch_id);

DROP TABLE frozen_values;
