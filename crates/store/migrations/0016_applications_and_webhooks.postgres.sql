CREATE FUNCTION policy_application_moves_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'moves of an application are only ever added to'; END
$$;
CREATE TRIGGER policy_application_moves_stay BEFORE UPDATE OR DELETE ON policy_application_moves
FOR EACH ROW EXECUTE FUNCTION policy_application_moves_stay();
CREATE FUNCTION policy_applications_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'applications are kept'; END IF;
    IF NEW.enterprise_id <> OLD.enterprise_id OR NEW.policy <> OLD.policy OR NEW.period <> OLD.period
        OR NEW.policy_text <> OLD.policy_text OR NEW.form <> OLD.form OR NEW.claimed IS DISTINCT FROM OLD.claimed
        OR (OLD.state IN ('passed', 'refused', 'withdrawn') AND NEW.state <> OLD.state) THEN
        RAISE EXCEPTION 'an application keeps what was applied for and how it was decided';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER policy_applications_stay BEFORE UPDATE OR DELETE ON policy_applications
FOR EACH ROW EXECUTE FUNCTION policy_applications_stay();
