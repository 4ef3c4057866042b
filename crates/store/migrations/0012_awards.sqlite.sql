-- The ledger is only ever added to; a released batch keeps its sum and its seal.
CREATE TRIGGER award_ledger_stays BEFORE UPDATE ON award_ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
CREATE TRIGGER award_ledger_is_kept BEFORE DELETE ON award_ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
CREATE TRIGGER payment_batches_stay BEFORE UPDATE ON payment_batches
WHEN NEW.total <> OLD.total OR NEW.payments <> OLD.payments OR NEW.seal <> OLD.seal
BEGIN SELECT RAISE(ABORT, 'a batch keeps its sum and its seal'); END;
CREATE TRIGGER awards_keep_their_amount BEFORE UPDATE ON awards
WHEN NEW.amount <> OLD.amount OR NEW.enterprise_id <> OLD.enterprise_id OR NEW.policy <> OLD.policy
    OR NEW.period <> OLD.period
BEGIN SELECT RAISE(ABORT, 'an award keeps its amount'); END;
CREATE TRIGGER awards_are_kept BEFORE DELETE ON awards
BEGIN SELECT RAISE(ABORT, 'awards are kept'); END;
-- While a batch is on its way, nobody changes where the money goes.
CREATE TRIGGER awards_keep_their_account BEFORE UPDATE ON awards
WHEN OLD.state = 'batched' AND NEW.account IS NOT OLD.account
BEGIN SELECT RAISE(ABORT, 'an account does not change while it is being paid'); END;
