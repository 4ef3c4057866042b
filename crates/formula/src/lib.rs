//! The rule language of Jifen: small, total, typed, exact.
//!
//! A formula is checked once against a data dictionary ([`Vocabulary`]) and then evaluated on the facts of one
//! enterprise ([`Facts`]). Evaluation is three-valued: a result is known, or it names what is missing, or it says why
//! it is undefined. Nothing here does IO, reads a clock or draws a random number.

mod check;
pub mod codes;
mod diagnostic;
mod eval;
mod exact;
mod explain;
pub mod functions;
mod lexer;
pub mod limits;
mod parser;
mod render;
mod root;
mod suggest;
mod syntax;
mod token;
mod unit;
mod value;
mod vocabulary;

pub use check::{Expected, Formula};
pub use diagnostic::{Diagnostic, Language, Sentence, Severity, Span};
pub use eval::ln;
pub use exact::{Exact, MAX_DIGITS, NotANumber};
pub use parser::parse;
pub use render::render_value;
pub use syntax::{Arm, BinaryOperator, Expr, ExprKind, Function, ItemRef};
pub use unit::{Dimension, UNITS, Unit};
pub use value::{Fact, Facts, Missing, Outcome, ResultKind, Step, Type, Undefined, Value};
pub use vocabulary::{ItemInfo, Vocabulary};
