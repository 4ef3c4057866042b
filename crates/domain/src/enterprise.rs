//! 企业: who is evaluated — its credit code and its size class.

pub mod classification;
pub mod credit_code;
pub mod taxonomy;

pub use classification::{ClassRow, ClassVerdict, Classification, HeldBack};
pub use credit_code::{CreditCode, CreditCodeVerdict, Reason, Warning, judge, normalise};
pub use taxonomy::{Taxonomy, TaxonomyEntry};
