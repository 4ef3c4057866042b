-- Schema 18: reviews of applications by the scorecards of banks, scorecards written like products, approvals that lapse by the calendar.
-- {text}, times, days and ids as in schema 1. Amounts are whole cents (分), points are 1/10,000.

-- 审查: what the card of a bank made of an application, and the limit a person sets by it or against it. Only ever added to; the
-- last one counts.
CREATE TABLE loan_reviews (
    id {text} PRIMARY KEY,
    loan_id {text} NOT NULL REFERENCES loans (id),
    -- The card: its code, version, and whole file as it was.
    card {text} NOT NULL,
    card_version {text} NOT NULL,
    card_text {text} NOT NULL,
    -- 评分码: whoever computes the same gets the same.
    code {text} NOT NULL,
    total BIGINT NOT NULL,
    -- The code of the grade.
    grade {text} NOT NULL,
    -- JSON: the lines with their points, peers, what is missing, what is below the peers' median.
    finding {text} NOT NULL,
    -- What the card suggests; none where the reference limit is not known.
    suggested BIGINT CHECK (suggested >= 0),
    reviewed_limit BIGINT NOT NULL CHECK (reviewed_limit >= 0),
    -- Why the limit is not the one suggested.
    justification {text},
    made_by {text} NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL,
    -- The place among the reviews of the loan.
    place BIGINT NOT NULL,
    -- Whatever a program does: nobody departs from the card without saying why.
    CHECK (reviewed_limit = COALESCE(suggested, 0) OR justification IS NOT NULL)
);
CREATE UNIQUE INDEX loan_reviews_by_loan ON loan_reviews (loan_id, place);

-- A bank writes its scorecards as it writes its products.
ALTER TABLE rule_drafts RENAME COLUMN kind TO kind_before;
ALTER TABLE rule_drafts ADD COLUMN kind {text} NOT NULL DEFAULT 'scheme'
    CHECK (kind IN ('scheme', 'policy', 'product', 'scorecard'));
UPDATE rule_drafts SET kind = kind_before;
ALTER TABLE rule_drafts DROP COLUMN kind_before;
