//! 填报: what an enterprise types, submits, gets back and has approved in a batch.

mod draft;
mod moves;
mod review;

pub use draft::{Draft, draft, save};
pub use moves::{Move, all_frozen_from, extend, freeze_all, frozen_from, go, remove_participant, thaw_all};
pub use review::{Returned, add_approval, add_returns, approvals, clear_approvals, mend_returns, returns};
