//! What the API promises, as sentences, on every engine.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod kit;

#[path = "api/approvals.rs"]
mod approvals;
#[path = "api/awards/mod.rs"]
mod awards;
#[path = "api/backups.rs"]
mod backups;
#[path = "api/banks.rs"]
mod banks;
#[path = "api/checklist.rs"]
mod checklist;
#[path = "api/consents.rs"]
mod consents;
#[path = "api/console.rs"]
mod console;
#[path = "api/enterprises.rs"]
mod enterprises;
#[path = "api/evaluation/mod.rs"]
mod evaluation;
#[path = "api/exports.rs"]
mod exports;
#[path = "api/finance.rs"]
mod finance;
#[path = "api/funds.rs"]
mod funds;
#[path = "api/guards.rs"]
mod guards;
#[path = "api/hostile.rs"]
mod hostile;
#[path = "api/imports.rs"]
mod imports;
#[path = "api/library/mod.rs"]
mod library;
#[path = "api/live.rs"]
mod live;
#[path = "api/loans.rs"]
mod loans;
#[path = "api/manners.rs"]
mod manners;
#[path = "api/matrix.rs"]
mod matrix;
#[path = "api/people.rs"]
mod people;
#[path = "api/provider.rs"]
mod provider;
#[path = "api/reads.rs"]
mod reads;
#[path = "api/recommendations.rs"]
mod recommendations;
#[path = "api/reviews.rs"]
mod reviews;
#[path = "api/rule_drafts.rs"]
mod rule_drafts;
#[path = "api/second_factor.rs"]
mod second_factor;
#[path = "api/signing_in.rs"]
mod signing_in;
#[path = "api/soak/mod.rs"]
mod soak;
#[path = "api/trail.rs"]
mod trail;
