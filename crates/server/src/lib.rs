//! The HTTP API of Jifen: who is signed in, what they may do, and an answer with reasons for everything else.
//!
//! - [`serve`] runs it; [`Config`] says how; [`admin`] and [`demo`] make the first people.
//! - [`openapi`] is the description every route comes from: a route that is not in it does not exist, and one
//!   without a row in the permission table stops the program from starting.
//! - Time and randomness come from an [`Edge`], so that tests set the clock.

mod address;
mod app;
mod applications;
mod approvals;
mod caller;
mod cards;
mod census;
mod contents;
mod counting;
mod desk;
mod digest;
mod edge;
mod etag;
mod exporting;
mod files;
mod input;
mod layers;
mod listening;
mod listing;
mod memory;
mod metrics;
mod one_time;
mod passwords;
mod permissions;
mod reply;
mod router;
mod rule_drafts;
mod rules;
mod schedule;
mod serve;
mod text;
mod web;
mod webhooks;
mod wire;

mod analysis;
mod attachments;
mod audit;
mod awards;
mod backups;
mod batches;
mod consents;
mod enterprises;
mod filings;
mod funds;
mod health;
mod imports;
mod invitations;
mod items;
mod jobs;
mod kept;
mod library;
mod loans;
mod me;
mod notices;
mod objections;
mod organisations;
mod outgoing;
mod participants;
mod points;
mod policies;
mod portal;
mod portraits;
mod provider;
mod quality;
mod reference;
mod registrations;
mod runs;
mod saved_filters;
mod scheme_drafts;
mod schemes;
mod screen;
mod sessions;
mod stories;
mod tasks;
mod users;
mod values;

pub mod admin;
pub mod config;
pub mod demo;
pub mod machine;
pub mod problem;
mod products;

pub use app::App;
pub use applications::remind_about_applications;
pub use backups::{CheckedBackup, Contents, Made};
pub use config::Config;
pub use edge::{Clock, Edge, Entropy};
pub use loans::remind_loan_parties;
pub use permissions::{Permissions, Reach};
pub use router::{openapi, router};
pub use rules::remind_rule_writers;
pub use schedule::back_up_when_due;
pub use serve::{ServeError, serve};
pub use store::{Checked, Restoration, Restored, audit::Finding, audit::Verdict};
pub use tasks::remind_officers;
pub use users::shut_dormant;
pub use webhooks::deliver_webhooks;
