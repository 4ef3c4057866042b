CREATE TRIGGER loan_moves_stay BEFORE UPDATE ON loan_moves
BEGIN SELECT RAISE(ABORT, 'moves of a loan are only ever added to'); END;
CREATE TRIGGER loan_moves_are_kept BEFORE DELETE ON loan_moves
BEGIN SELECT RAISE(ABORT, 'moves of a loan are only ever added to'); END;
CREATE TRIGGER loans_keep_what_was_asked BEFORE UPDATE ON loans
WHEN NEW.enterprise_id <> OLD.enterprise_id OR NEW.bank_id <> OLD.bank_id OR NEW.product <> OLD.product
    OR NEW.product_text <> OLD.product_text OR NEW.offer <> OLD.offer OR NEW.amount <> OLD.amount
    OR NEW.drawn < OLD.drawn OR NEW.repaid < OLD.repaid
BEGIN SELECT RAISE(ABORT, 'an application keeps what was asked for'); END;
CREATE TRIGGER loans_are_kept BEFORE DELETE ON loans
BEGIN SELECT RAISE(ABORT, 'loans are kept'); END;
