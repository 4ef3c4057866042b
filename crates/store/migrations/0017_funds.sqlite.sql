CREATE TRIGGER loan_steps_stay BEFORE UPDATE ON loan_steps
BEGIN SELECT RAISE(ABORT, 'what a zone did for a loan is only ever added to'); END;
CREATE TRIGGER loan_steps_are_kept BEFORE DELETE ON loan_steps
BEGIN SELECT RAISE(ABORT, 'what a zone did for a loan is only ever added to'); END;
CREATE TRIGGER loan_ratings_stay BEFORE UPDATE ON loan_ratings
BEGIN SELECT RAISE(ABORT, 'ratings are kept'); END;
CREATE TRIGGER loan_ratings_are_kept BEFORE DELETE ON loan_ratings
BEGIN SELECT RAISE(ABORT, 'ratings are kept'); END;
CREATE TRIGGER fund_entries_stay BEFORE UPDATE ON fund_entries
WHEN OLD.state <> 'waiting' OR NEW.fund_id <> OLD.fund_id OR NEW.kind <> OLD.kind OR NEW.loan_id IS NOT OLD.loan_id
    OR NEW.amount <> OLD.amount OR NEW.happened_on <> OLD.happened_on OR NEW.period_from IS NOT OLD.period_from
    OR NEW.period_until IS NOT OLD.period_until OR NEW.entered_by <> OLD.entered_by
BEGIN SELECT RAISE(ABORT, 'an entry keeps what was entered and is decided once'); END;
CREATE TRIGGER fund_entries_are_kept BEFORE DELETE ON fund_entries
BEGIN SELECT RAISE(ABORT, 'entries of funds are kept'); END;
CREATE TRIGGER funds_are_kept BEFORE DELETE ON funds
BEGIN SELECT RAISE(ABORT, 'funds are kept'); END;
