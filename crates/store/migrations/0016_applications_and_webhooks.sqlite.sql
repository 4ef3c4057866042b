CREATE TRIGGER policy_application_moves_stay BEFORE UPDATE ON policy_application_moves
BEGIN SELECT RAISE(ABORT, 'moves of an application are only ever added to'); END;
CREATE TRIGGER policy_application_moves_are_kept BEFORE DELETE ON policy_application_moves
BEGIN SELECT RAISE(ABORT, 'moves of an application are only ever added to'); END;
CREATE TRIGGER policy_applications_keep_what_was_asked BEFORE UPDATE ON policy_applications
WHEN NEW.enterprise_id <> OLD.enterprise_id OR NEW.policy <> OLD.policy OR NEW.period <> OLD.period
    OR NEW.policy_text <> OLD.policy_text OR NEW.form <> OLD.form OR NEW.claimed IS NOT OLD.claimed
    OR (OLD.state IN ('passed', 'refused', 'withdrawn') AND NEW.state <> OLD.state)
BEGIN SELECT RAISE(ABORT, 'an application keeps what was applied for and how it was decided'); END;
CREATE TRIGGER policy_applications_are_kept BEFORE DELETE ON policy_applications
BEGIN SELECT RAISE(ABORT, 'applications are kept'); END;
