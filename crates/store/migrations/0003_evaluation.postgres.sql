-- A published run never changes: only its state, when a correction takes its place.
CREATE FUNCTION runs_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('published', 'superseded') THEN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a published run is kept'; END IF;
        IF NEW.receipt <> OLD.receipt OR NEW.receipt_code <> OLD.receipt_code OR NEW.number <> OLD.number
            OR NEW.state NOT IN ('published', 'superseded') THEN
            RAISE EXCEPTION 'a published run never changes';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER runs_stay BEFORE UPDATE OR DELETE ON runs FOR EACH ROW EXECUTE FUNCTION runs_stay();
CREATE FUNCTION results_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'results never change'; END IF;
    IF (SELECT state FROM runs WHERE id = OLD.run_id) IN ('published', 'superseded') THEN
        RAISE EXCEPTION 'published results are kept';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER results_stay BEFORE UPDATE OR DELETE ON run_results FOR EACH ROW EXECUTE FUNCTION results_stay();
