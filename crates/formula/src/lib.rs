//! The rule language of Jifen: small, total, typed, exact.
//!
//! A formula is checked once against a data dictionary ([`Vocabulary`]) and then evaluated on the facts of one
//! enterprise ([`Facts`]). Evaluation is three-valued: a result is known, or it names what is missing, or it says why
//! it is undefined. Nothing here does IO, reads a clock or draws a random number.

mod check;
mod diagnostic;
mod exact;
pub mod limits;
mod syntax;
mod unit;
mod value;
mod vocabulary;

pub use check::Formula;
pub use diagnostic::{Diagnostic, Language, Sentence, Severity, Span};
pub use exact::{Exact, MAX_DIGITS, NotANumber};
pub use syntax::{Arm, BinaryOperator, Expr, ExprKind, Function, ItemRef};
pub use unit::{Dimension, UNITS, Unit};
pub use value::{Fact, Facts, Missing, Outcome, ResultKind, Step, Type, Undefined, Value};
pub use vocabulary::{ItemInfo, Vocabulary};
