//! Rule files to domain values and back: positions, histories, lints, case tests, prose, differences, schemas.

pub mod codes;
pub mod reader;
mod suggest;

pub use formula::{Language, Sentence, Severity};
pub use reader::{Disk, Files, Memory, Place, Position, Problem, Problems, Reading, render, render_all};
