-- A consent keeps its terms: it can be revoked, once, and nothing else. Readings are only ever added to.
CREATE TRIGGER consents_keep_their_terms BEFORE UPDATE ON consents
WHEN NEW.enterprise_id <> OLD.enterprise_id OR NEW.bank_id <> OLD.bank_id OR NEW.bank_path <> OLD.bank_path
    OR NEW.fields <> OLD.fields OR NEW.purpose <> OLD.purpose OR NEW.valid_from <> OLD.valid_from
    OR NEW.valid_until <> OLD.valid_until OR NEW.agreed_text <> OLD.agreed_text
    OR NEW.text_digest <> OLD.text_digest OR OLD.revoked_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a consent keeps its terms'); END;
CREATE TRIGGER consents_are_kept BEFORE DELETE ON consents
BEGIN SELECT RAISE(ABORT, 'consents are kept'); END;
CREATE TRIGGER consent_readings_stay BEFORE UPDATE ON consent_readings
BEGIN SELECT RAISE(ABORT, 'readings are only ever added to'); END;
CREATE TRIGGER consent_readings_are_kept BEFORE DELETE ON consent_readings
BEGIN SELECT RAISE(ABORT, 'readings are only ever added to'); END;
