-- A consent keeps its terms: it can be revoked, once, and nothing else. Readings are only ever added to.
CREATE FUNCTION consents_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'consents are kept'; END IF;
    IF NEW.enterprise_id <> OLD.enterprise_id OR NEW.bank_id <> OLD.bank_id OR NEW.bank_path <> OLD.bank_path
        OR NEW.fields <> OLD.fields OR NEW.purpose <> OLD.purpose OR NEW.valid_from <> OLD.valid_from
        OR NEW.valid_until <> OLD.valid_until OR NEW.agreed_text <> OLD.agreed_text
        OR NEW.text_digest <> OLD.text_digest OR OLD.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'a consent keeps its terms';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER consents_stay BEFORE UPDATE OR DELETE ON consents FOR EACH ROW EXECUTE FUNCTION consents_stay();
CREATE FUNCTION consent_readings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'readings are only ever added to'; END
$$;
CREATE TRIGGER consent_readings_stay BEFORE UPDATE OR DELETE ON consent_readings
FOR EACH ROW EXECUTE FUNCTION consent_readings_stay();
