-- A published run never changes: only its state, when a correction takes its place.
CREATE TRIGGER runs_stay BEFORE UPDATE ON runs
WHEN OLD.state IN ('published', 'superseded') AND (NEW.receipt <> OLD.receipt OR NEW.receipt_code <> OLD.receipt_code
    OR NEW.number <> OLD.number OR NEW.state NOT IN ('published', 'superseded'))
BEGIN SELECT RAISE(ABORT, 'a published run never changes'); END;
CREATE TRIGGER runs_are_kept BEFORE DELETE ON runs WHEN OLD.state IN ('published', 'superseded')
BEGIN SELECT RAISE(ABORT, 'a published run is kept'); END;
CREATE TRIGGER results_stay BEFORE UPDATE ON run_results
BEGIN SELECT RAISE(ABORT, 'results never change'); END;
CREATE TRIGGER results_are_kept BEFORE DELETE ON run_results
WHEN (SELECT state FROM runs WHERE id = OLD.run_id) IN ('published', 'superseded')
BEGIN SELECT RAISE(ABORT, 'published results are kept'); END;
