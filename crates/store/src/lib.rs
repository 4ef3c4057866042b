//! Persistence: one code for SQLite and PostgreSQL.
//!
//! This is the only crate that names the ORM. Everything is asked through small repositories, one module per
//! business noun; time, randomness and ids come in as arguments. A change is a [`Work`]: a transaction that can
//! only be committed together with the audit entry that tells about it (no audit, no action).
//!
//! - [`Database`] opens SQLite (default) or PostgreSQL by URL, brings the schema up to date and refuses a newer one.
//! - [`Scope`] is what a caller may see; lists and look-ups take it and narrow the query itself.
//! - [`audit`] is the hash-chained log with its head kept outside the database.

mod backup;
mod database;
mod error;
mod migrations;
mod moment;
mod named;
mod page;
mod restore;
mod role;
mod scope;
mod tables;
mod tally;
mod work;

pub mod annual_reports;
pub mod applications;
pub mod approvals;
pub mod attachments;
pub mod attempts;
pub mod audit;
pub mod awards;
pub mod batches;
pub mod consents;
pub mod decisions;
pub mod enterprises;
pub mod filings;
pub mod funds;
pub mod idempotency;
pub mod identities;
pub mod imports;
pub mod invitations;
pub mod jobs;
pub mod loans;
pub mod notices;
pub mod objections;
pub mod organisations;
pub mod portal;
pub mod portraits;
pub mod provider_flows;
pub mod registrations;
pub mod rule_drafts;
pub mod runs;
pub mod saved_filters;
pub mod second_factor;
pub mod sessions;
pub mod settings;
pub mod task_files;
pub mod tasks;
pub mod tokens;
pub mod users;
pub mod values;
pub mod webhooks;

pub use backup::{Checked, back_up, check};
pub use database::{Database, Engine, Generation, Source};
pub use error::StoreError;
pub use migrations::SCHEMA_VERSION;
pub use named::{Named, named};
pub use page::{Mark, MarkValue, Page, PageRequest};
pub use restore::{Restoration, Restored, Restoring, restore};
pub use role::{OrganisationKind, Role};
pub use scope::Scope;
pub use tally::Tally;
pub use work::{Housekeeping, Work};
