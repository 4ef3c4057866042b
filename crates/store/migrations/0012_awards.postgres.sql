-- The ledger is only ever added to; a released batch keeps its sum and its seal.
CREATE FUNCTION award_ledger_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is only ever added to'; END
$$;
CREATE TRIGGER award_ledger_stays BEFORE UPDATE OR DELETE ON award_ledger
FOR EACH ROW EXECUTE FUNCTION award_ledger_stays();
CREATE FUNCTION payment_batches_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.total <> OLD.total OR NEW.payments <> OLD.payments OR NEW.seal <> OLD.seal THEN
        RAISE EXCEPTION 'a batch keeps its sum and its seal';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER payment_batches_stay BEFORE UPDATE ON payment_batches
FOR EACH ROW EXECUTE FUNCTION payment_batches_stay();
CREATE FUNCTION awards_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'awards are kept'; END IF;
    IF NEW.amount <> OLD.amount OR NEW.enterprise_id <> OLD.enterprise_id OR NEW.policy <> OLD.policy
        OR NEW.period <> OLD.period THEN
        RAISE EXCEPTION 'an award keeps its amount';
    END IF;
    -- While a batch is on its way, nobody changes where the money goes.
    IF OLD.state = 'batched' AND NEW.account IS DISTINCT FROM OLD.account THEN
        RAISE EXCEPTION 'an account does not change while it is being paid';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER awards_stay BEFORE UPDATE OR DELETE ON awards FOR EACH ROW EXECUTE FUNCTION awards_stay();
