-- Schema 17: what a zone does for loans, its funds, and what enterprises say of the service of banks.
-- {text}, times, days and ids as in schema 1. Amounts are whole cents (分).

-- 资金: a fund of a zone that shares the risk of banks or pays a part of the interest.
CREATE TABLE funds (
    id {text} PRIMARY KEY,
    -- The zone.
    path {text} NOT NULL,
    name {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('risk', 'interest')),
    -- Whatever a program does: never overdrawn.
    balance BIGINT NOT NULL CHECK (balance >= 0),
    opened_by {text} NOT NULL REFERENCES users (id),
    opened_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX funds_by_name ON funds (path, name);

-- 资金台账: money of a fund. One person enters it, another books it or strikes it out; the balance changes when it is booked.
CREATE TABLE fund_entries (
    id {text} PRIMARY KEY,
    fund_id {text} NOT NULL REFERENCES funds (id),
    -- The zone, as of the fund.
    path {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('pay-in', 'compensate', 'recover', 'subsidise', 'give-back')),
    -- Whose; none for what is paid in.
    loan_id {text} REFERENCES loans (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    -- The day by the bank or treasury.
    happened_on {text} NOT NULL,
    -- First and last day of a subsidy.
    period_from {text},
    period_until {text},
    reference {text},
    note {text},
    state {text} NOT NULL CHECK (state IN ('waiting', 'booked', 'struck')),
    -- Why it was struck out.
    reason {text},
    entered_by {text} NOT NULL REFERENCES users (id),
    entered_at BIGINT NOT NULL,
    decided_by {text} REFERENCES users (id),
    decided_at BIGINT,
    CHECK ((kind = 'pay-in') = (loan_id IS NULL)),
    CHECK ((kind = 'subsidise') = (period_from IS NOT NULL AND period_until IS NOT NULL)),
    -- Two persons.
    CHECK (decided_by IS NULL OR decided_by <> entered_by OR state = 'struck')
);
CREATE INDEX fund_entries_by_fund ON fund_entries (fund_id, entered_at);
CREATE INDEX fund_entries_by_loan ON fund_entries (loan_id);
CREATE INDEX fund_entries_by_path ON fund_entries (path, entered_at);

-- 推荐、担保登记、风险补偿备案: what a zone does for a loan beside money. Only ever added to.
CREATE TABLE loan_steps (
    id {text} PRIMARY KEY,
    loan_id {text} NOT NULL REFERENCES loans (id),
    kind {text} NOT NULL CHECK (kind IN ('recommend', 'guarantee', 'file')),
    -- For a filing: the fund, and the share of the principal that it bears, in percent, exact.
    fund_id {text} REFERENCES funds (id),
    share_percent {text},
    -- For a guarantee: who guarantees.
    guarantor {text},
    reference {text},
    note {text},
    made_by {text} NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL,
    CHECK ((kind = 'file') = (fund_id IS NOT NULL AND share_percent IS NOT NULL))
);
CREATE INDEX loan_steps_by_loan ON loan_steps (loan_id, made_at);
-- A loan is filed once.
CREATE UNIQUE INDEX loan_steps_filed_once ON loan_steps (loan_id) WHERE kind = 'file';

-- 服务评价: what an enterprise says of the service of a bank, once a loan.
CREATE TABLE loan_ratings (
    loan_id {text} PRIMARY KEY REFERENCES loans (id),
    stars BIGINT NOT NULL CHECK (stars BETWEEN 1 AND 5),
    said {text},
    rated_by {text} NOT NULL REFERENCES users (id),
    rated_at BIGINT NOT NULL
);

-- 首贷: 1 when the bank says that the enterprise never borrowed from a bank before, 0 when it did; none while it is not said.
ALTER TABLE loans ADD COLUMN first_loan BIGINT;
