CREATE TRIGGER loan_reviews_stay BEFORE UPDATE ON loan_reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END;
CREATE TRIGGER loan_reviews_are_kept BEFORE DELETE ON loan_reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added to'); END;

-- Nobody makes the move by which an approval lapses: the calendar does.
CREATE TABLE loan_moves_now (
    id TEXT PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loans (id),
    action TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT,
    amount BIGINT,
    happened_on TEXT,
    reference TEXT,
    made_by TEXT REFERENCES users (id),
    made_at BIGINT NOT NULL,
    -- The place among the moves of the loan: its version then.
    place BIGINT NOT NULL,
    CHECK (made_by IS NOT NULL OR action = 'lapse')
);
INSERT INTO loan_moves_now (id, loan_id, action, state, note, amount, happened_on, reference, made_by, made_at, place)
    SELECT id, loan_id, action, state, note, amount, happened_on, reference, made_by, made_at, place FROM loan_moves;
DROP TABLE loan_moves;
ALTER TABLE loan_moves_now RENAME TO loan_moves;
CREATE UNIQUE INDEX loan_moves_by_loan ON loan_moves (loan_id, place);
CREATE TRIGGER loan_moves_stay BEFORE UPDATE ON loan_moves
BEGIN SELECT RAISE(ABORT, 'moves of a loan are only ever added to'); END;
CREATE TRIGGER loan_moves_are_kept BEFORE DELETE ON loan_moves
BEGIN SELECT RAISE(ABORT, 'moves of a loan are only ever added to'); END;
