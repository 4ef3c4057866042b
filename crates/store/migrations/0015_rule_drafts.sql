-- Schema 15: policies and loan products are written as schemes are: the table of drafts holds all three.

ALTER TABLE scheme_drafts RENAME TO rule_drafts;
-- A zone; or a bank, which writes its own products.
ALTER TABLE rule_drafts RENAME COLUMN zone_id TO owner_id;
-- What kind of rule file it is.
ALTER TABLE rule_drafts ADD COLUMN kind {text} NOT NULL DEFAULT 'scheme' CHECK (kind IN ('scheme', 'policy', 'product'));
ALTER TABLE scheme_comments RENAME TO rule_comments;
