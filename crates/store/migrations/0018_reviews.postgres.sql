CREATE FUNCTION loan_reviews_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'reviews are only ever added to'; END
$$;
CREATE TRIGGER loan_reviews_stay BEFORE UPDATE OR DELETE ON loan_reviews
FOR EACH ROW EXECUTE FUNCTION loan_reviews_stay();

-- Nobody makes the move by which an approval lapses: the calendar does.
ALTER TABLE loan_moves ALTER COLUMN made_by DROP NOT NULL;
ALTER TABLE loan_moves ADD CONSTRAINT loan_moves_made_by CHECK (made_by IS NOT NULL OR action = 'lapse');
