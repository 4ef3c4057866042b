-- The values of a run never change; those of a published one are kept.
CREATE FUNCTION values_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'values of a run never change'; END IF;
    IF (SELECT state FROM runs WHERE id = OLD.run_id) IN ('published', 'superseded') THEN
        RAISE EXCEPTION 'published values are kept';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER values_stay BEFORE UPDATE OR DELETE ON run_values FOR EACH ROW EXECUTE FUNCTION values_stay();
