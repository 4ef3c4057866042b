CREATE FUNCTION loan_steps_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what a zone did for a loan is only ever added to'; END
$$;
CREATE TRIGGER loan_steps_stay BEFORE UPDATE OR DELETE ON loan_steps
FOR EACH ROW EXECUTE FUNCTION loan_steps_stay();
CREATE FUNCTION loan_ratings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'ratings are kept'; END
$$;
CREATE TRIGGER loan_ratings_stay BEFORE UPDATE OR DELETE ON loan_ratings
FOR EACH ROW EXECUTE FUNCTION loan_ratings_stay();
CREATE FUNCTION fund_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'entries of funds are kept'; END IF;
    IF OLD.state <> 'waiting' OR NEW.fund_id <> OLD.fund_id OR NEW.kind <> OLD.kind
        OR NEW.loan_id IS DISTINCT FROM OLD.loan_id OR NEW.amount <> OLD.amount OR NEW.happened_on <> OLD.happened_on
        OR NEW.period_from IS DISTINCT FROM OLD.period_from OR NEW.period_until IS DISTINCT FROM OLD.period_until
        OR NEW.entered_by <> OLD.entered_by THEN
        RAISE EXCEPTION 'an entry keeps what was entered and is decided once';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER fund_entries_stay BEFORE UPDATE OR DELETE ON fund_entries
FOR EACH ROW EXECUTE FUNCTION fund_entries_stay();
CREATE FUNCTION funds_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'funds are kept'; END
$$;
CREATE TRIGGER funds_are_kept BEFORE DELETE ON funds FOR EACH ROW EXECUTE FUNCTION funds_are_kept();
