CREATE FUNCTION loan_moves_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'moves of a loan are only ever added to'; END
$$;
CREATE TRIGGER loan_moves_stay BEFORE UPDATE OR DELETE ON loan_moves
FOR EACH ROW EXECUTE FUNCTION loan_moves_stay();
CREATE FUNCTION loans_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'loans are kept'; END IF;
    IF NEW.enterprise_id <> OLD.enterprise_id OR NEW.bank_id <> OLD.bank_id OR NEW.product <> OLD.product
        OR NEW.product_text <> OLD.product_text OR NEW.offer <> OLD.offer OR NEW.amount <> OLD.amount
        OR NEW.drawn < OLD.drawn OR NEW.repaid < OLD.repaid THEN
        RAISE EXCEPTION 'an application keeps what was asked for';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER loans_stay BEFORE UPDATE OR DELETE ON loans FOR EACH ROW EXECUTE FUNCTION loans_stay();
