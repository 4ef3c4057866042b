-- The values of a run never change; those of a published one are kept.
CREATE TRIGGER values_stay BEFORE UPDATE ON run_values
BEGIN SELECT RAISE(ABORT, 'values of a run never change'); END;
CREATE TRIGGER values_are_kept BEFORE DELETE ON run_values
WHEN (SELECT state FROM runs WHERE id = OLD.run_id) IN ('published', 'superseded')
BEGIN SELECT RAISE(ABORT, 'published values are kept'); END;
