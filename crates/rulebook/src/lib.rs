//! Rule files to domain values and back: positions, histories, lints, case tests, prose, differences, schemas.

pub mod cases;
mod check;
pub mod checks;
pub mod classification;
pub mod codes;
mod diff;
pub mod document;
pub mod formats;
pub mod formulas;
pub mod items;
pub mod ladder;
mod loaded;
pub mod prose;
pub mod reader;
mod schema;
pub mod scheme;
mod show;
mod suggest;
mod walk;
pub mod words;

pub use cases::{TestReport, render_test_report, test_path};
pub use check::{Report, check_path};
pub use checks::{Checks, load_checks_from};
pub use classification::{load_classification, load_classification_from};
pub use diff::{Change, ChangeKind, diff, render_changes};
pub use document::{days_in_force, days_in_force_from};
pub use formula::{Language, Sentence, Severity};
pub use items::{load_items, load_items_from};
pub use ladder::{Rung, Version, load_ladder, load_ladder_from, load_rungs};
pub use loaded::Loaded;
pub use reader::{Disk, Files, Memory, Place, Position, Problem, Problems, Reading, render, render_all};
pub use schema::schemas;
pub use scheme::{load_scheme, load_scheme_from};
pub use show::{ILLUSTRATIVE, basis_text, show_from, show_path};
pub use suggest::closest_name;
