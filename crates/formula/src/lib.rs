//! The rule language of Jifen: small, total, typed, exact.
//!
//! A formula is checked once against a data dictionary ([`Vocabulary`]) and then evaluated on the facts of one
//! enterprise ([`Facts`]). Evaluation is three-valued: a result is known, or it names what is missing, or it says why
//! it is undefined. Nothing here does IO, reads a clock or draws a random number.
//!
//! # Grammar
//!
//! Chinese and ASCII spellings mean the same and may be mixed. ASCII keywords may be in any case.
//!
//! ```text
//! formula   = choice
//! choice    = ( 若 | if ) choice [ "," ] ( 则 | then ) choice [ "," ] ( 否则 | else ) choice | or
//! or        = and { ( 或 | or ) and }
//! and       = not { ( 且 | and ) not }
//! not       = ( 非 | not ) not | compare
//! compare   = sum [ ( = | == | ≠ | != | <> | < | ≤ | <= | > | ≥ | >= ) sum
//!                 | ( 属于 | in ) "[" literal { "," literal } "]" ]
//! sum       = product { ( + | - ) product }
//! product   = minus { ( * | × | / | ÷ ) minus }
//! minus     = "-" minus | value
//! value     = literal | name [ "[" "-" digit "]" ] | function "(" [ choice { "," choice } ] ")"
//!           | "(" choice ")" | bands
//! bands     = ( 分段 | bands ) choice "{" arm { ";" arm } ";" ( 其余 | 否则 | else ) ":" choice [ ";" ] "}"
//! arm       = ( < | <= | ≤ ) [ "-" ] number ":" choice
//! literal   = [ "-" ] number | text | date | 真 | true | 假 | false
//! number    = digits [ "." digits ] [ unit ]          2000万元  5%  10人  3年  2000 wan_yuan
//! date      = 2026-04-01 | 2026年4月1日
//! text      = "…" | “…” | 「…」 | 『…』 | '…' | ‘…’      \" and \\ stand for themselves
//! name      = letters, digits, _ and ·, beginning with a letter or _; any other name as `…` or 【…】
//! ```
//!
//! - Full-width digits, letters and signs are read as their plain twins; 、 is a comma.
//! - A unit stands directly behind its number or after a space. Numbers have no thousands separators and no exponent.
//! - Behind a value 且, 或, 属于, 则 and 否则 need no space (`…≥5%且…`); 若 and 分段 never do. Between two names they do:
//!   高企且上市 is one name. A name that is a keyword, or begins with 若, 则,
//!   否则, 分段, 如果 or 假如, is written in 【】.
//! - The date `2026-04-01` has no spaces; with spaces it is a subtraction.
//!
//! # Precedence, loosest first
//!
//! | | operators | |
//! |---|---|---|
//! | 0 | 若 … 则 … 否则 … | the last part takes all that follows; needs brackets inside an operation |
//! | 1 | 或 | to the left |
//! | 2 | 且 | to the left |
//! | 3 | 非 | needs brackets inside a comparison or arithmetic |
//! | 4 | = ≠ < ≤ > ≥ 属于 | do not chain: `1 < x 且 x < 2` |
//! | 5 | + - | to the left |
//! | 6 | * / | to the left |
//! | 7 | unary - | |
//! | 8 | literals, names, calls, brackets, 分段 | |
//!
//! # Types and units
//!
//! - Types: number, condition (truth), text, date. A number measures money, people, pieces, years, days, points, area,
//!   dollars, a product or quotient of these, or is a ratio. Ratios and percentages are the same: `5%` is `0.05`.
//! - Both sides of `+`, `-` and comparisons, both branches of a choice, all values of bands, and the values of
//!   `min`, `max`, `clamp`, `or_else` must be of one type and measure the same. `*` and `/` compose units freely.
//! - A number without unit is a ratio, or adapts to people, pieces, years, days or points beside it (`职工总数 <= 500`),
//!   unless values there are kept in another than the base unit (months). It never adapts to money; zero adapts to
//!   anything.
//! - Texts and conditions have no order: only `=`, `≠` and `属于`.
//! - `属于` lists literals. Arms of bands ascend; an edge comes twice only as `<` and then `<=`.
//! - `sum`, `mean`, `count`, `growth`, `mean_growth` take a plain item, without `[-1]`. Labels and schemes are literals.
//!
//! # Evaluation
//!
//! - Numbers are exact rationals in base units (元, 人, 个, 年, 日, 分, ratio 1). Only `ln` rounds by itself: half up to
//!   30 decimal places, by integer arithmetic, the same everywhere.
//! - An item that is not there, or of another type than the dictionary says, is **missing**. Missing is never zero.
//! - Arithmetic, comparison, `属于` and functions with a missing part are missing and name every missing item of the
//!   parts that are needed. Division by zero, growth from zero or below, `ln` of zero or below, a wrong number of
//!   periods and an empty range are **undefined**. When both happen, missing wins.
//! - 且, 或, 非 follow Kleene: an unmet part makes 且 unmet, a met part makes 或 met, whatever is unknown beside it.
//! - 若 with an unknown condition is unknown for the condition's reasons; otherwise only the branch taken counts.
//!   分段 takes the first arm whose edge holds: `<` without the edge itself, `<=` with it.
//! - `or_else(x, y)` replaces missing and undefined; when y is unknown too, the reasons of both count.
//!   `is_missing(x)` is met for missing only. `count` is never missing for lack of the item.
//! - `years_since` counts whole anniversaries and adds the part of the running year; 29 February has its anniversary on
//!   the 28th in common years; a later date gives a negative number.
//!
//! Functions are listed in [`functions`], diagnostics in [`codes`], limits in [`limits`].
//!
//! # Example
//!
//! ```
//! use formula::{Dimension, Fact, Facts, Formula, ItemInfo, Outcome, ResultKind, Type, Unit, Vocabulary};
//! use jiff::civil::{Date, date};
//!
//! struct Dictionary;
//! impl Vocabulary for Dictionary {
//!     fn lookup(&self, name: &str) -> Option<ItemInfo> {
//!         let (code, name_zh) = [("revenue", "营业收入"), ("rd_expense", "研发费用")]
//!             .into_iter()
//!             .find(|(code, zh)| *code == name || *zh == name)?;
//!         let (code, name_zh) = (code.to_owned(), name_zh.to_owned());
//!         Some(ItemInfo { code, name_zh, kind: Type::Number(Dimension::MONEY), unit: Unit::named("万元") })
//!     }
//!     fn names(&self) -> Vec<String> {
//!         ["revenue", "营业收入", "rd_expense", "研发费用"].map(str::to_owned).to_vec()
//!     }
//! }
//!
//! struct Enterprise;
//! impl Facts for Enterprise {
//!     fn item(&self, code: &str, back: u8) -> Option<Fact> {
//!         match (code, back) {
//!             ("revenue", 0) => Some(Fact::Number(1000.into())),
//!             ("rd_expense", 0) => Some(Fact::Number(50.into())),
//!             _ => None,
//!         }
//!     }
//!     fn as_of(&self) -> Date { date(2026, 4, 1) }
//!     fn has_label(&self, _: &str) -> Option<bool> { None }
//!     fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> { None }
//! }
//!
//! let rule = Formula::parse("研发费用 ÷ 营业收入 ≥ 5%", &Dictionary).unwrap();
//! assert_eq!(rule.evaluate(&Enterprise), Outcome::truth(true));
//! assert_eq!(rule.to_code(), "rd_expense / revenue >= 5%");
//! let problems = Formula::parse("研发费 / 营业收入 >= 5万元", &Dictionary).unwrap_err();
//! assert_eq!(problems[0].hint.as_ref().unwrap().zh, "是不是要写“研发费用”？");
//! ```

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
