//! The syntax tree. Both evaluators (exact and columnar) walk this one tree.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::{Exact, Span, Unit};

/// An expression and where it stands in its source. Equality looks at the meaning, never at the place.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Bytes of the source it covers.
    pub span: Span,
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Expr {}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// `2000万元`, `5%`, `3`. The value is in `unit` (or a plain number), not in base units.
    Number {
        /// As written.
        value: Exact,
        /// The unit written behind it.
        unit: Option<&'static Unit>,
    },
    /// `"高企"`.
    Text(String),
    /// `2026-04-01`.
    Date(Date),
    /// `真` / `true`, `假` / `false`.
    Truth(bool),
    /// `营业收入`, `营业收入[-1]`.
    Item(ItemRef),
    /// `-x`.
    Negate(Box<Expr>),
    /// `非 x` / `not x`.
    Not(Box<Expr>),
    /// `a + b`, `a >= b`, `a 且 b` …
    Binary {
        /// The operator.
        operator: BinaryOperator,
        /// Left side.
        left: Box<Expr>,
        /// Right side.
        right: Box<Expr>,
    },
    /// `x 属于 [a, b]` / `x in [a, b]`.
    In {
        /// What is looked for.
        value: Box<Expr>,
        /// Where: literals only.
        options: Vec<Expr>,
    },
    /// `若 c 则 a 否则 b` / `if c then a else b`.
    If {
        /// The condition.
        condition: Box<Expr>,
        /// Its value when the condition is met.
        then: Box<Expr>,
        /// Its value when the condition is unmet.
        otherwise: Box<Expr>,
    },
    /// `分段 x { < 10%: 0; < 15%: 4; 其余: 8 }` / `bands x { … else: 8 }`: the first arm whose edge holds.
    Bands {
        /// The number looked at.
        subject: Box<Expr>,
        /// Arms in ascending order of their edges.
        arms: Vec<Arm>,
        /// The value above the last edge.
        otherwise: Box<Expr>,
    },
    /// `growth(营业收入)`.
    Call {
        /// Which function.
        function: Function,
        /// Its arguments.
        arguments: Vec<Expr>,
    },
    /// A place the parser could not read; only in trees that come with diagnostics, never in a [`crate::Formula`].
    Unreadable,
}

/// A name of the data dictionary, perhaps of an earlier year.
///
/// The parser fills `name` as written; the checker replaces it by the item's code and fills `unit`.
/// Ordered by name, then period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ItemRef {
    /// The item's code (after checking) or the name as written (before).
    pub name: String,
    /// How many periods back: 0 for the current one, 1 for `[-1]`. At most [`crate::limits::MAX_BACK`].
    pub back: u8,
    /// The unit values of this item are kept in; `None` before checking and for items without unit.
    pub unit: Option<&'static Unit>,
}

impl PartialOrd for ItemRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ItemRef {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |item: &Self| (item.back, item.unit.map(|unit| unit.symbol));
        self.name.cmp(&other.name).then_with(|| key(self).cmp(&key(other)))
    }
}

/// One arm of [`ExprKind::Bands`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arm {
    /// Whether the edge itself belongs to this arm (`<=`) or to the next (`<`).
    pub inclusive: bool,
    /// The upper edge: a number literal, possibly negative.
    pub edge: Expr,
    /// The value below it.
    pub value: Expr,
}

/// Operators between two expressions, loosest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOperator {
    /// `或` / `or`.
    Or,
    /// `且` / `and`.
    And,
    /// `=`.
    Equal,
    /// `!=` / `≠`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=` / `≤`.
    AtMost,
    /// `>`.
    Greater,
    /// `>=` / `≥`.
    AtLeast,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*` / `×`.
    Multiply,
    /// `/` / `÷`.
    Divide,
}

/// The closed set of functions. Names, arity and meaning are in [`crate::functions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Function {
    /// `min(a, b, …)` / `最小(…)`: smallest of one or more comparable values (two or more arguments).
    Min,
    /// `max(a, b, …)` / `最大(…)`.
    Max,
    /// `clamp(x, low, high)` / `限于(x, 下限, 上限)`.
    Clamp,
    /// `abs(x)` / `绝对值(x)`.
    Abs,
    /// `round(x, digits)` / `四舍五入(x, 位数)`; digits is an integer literal −9 … 9, counted in base units.
    Round,
    /// `floor(x)` / `向下取整(x)`.
    Floor,
    /// `ceil(x)` / `向上取整(x)`.
    Ceil,
    /// `ln(x)` / `自然对数(x)`: rounded half up to 30 decimal places, by integers only; undefined for x ≤ 0.
    Ln,
    /// `sum(item, n)` / `合计(项, n)`: over the current and the n−1 earlier periods; n a number 1 … 10.
    Sum,
    /// `mean(item, n)` / `平均(项, n)`.
    Mean,
    /// `count(item, n)` / `有数年数(项, n)`: in how many of the n periods the item is known. A plain number; never missing.
    Count,
    /// `growth(item)` / `增长率(项)`: this period over the last, minus one; undefined when the last is zero or negative.
    Growth,
    /// `mean_growth(item, n)` / `平均增长率(项, n)`: mean of the last n yearly ratios, minus one (n = 2 is 高企's ½(Y2/Y1+Y3/Y2)−1).
    MeanGrowth,
    /// `years_since(date)` / `满年数(日期)`: whole anniversaries passed by the as-of date plus the exact fraction of the year running.
    YearsSince,
    /// `days_since(date)` / `满天数(日期)`: calendar days from the date to the as-of date.
    DaysSince,
    /// `has_label("高新技术企业")` / `有标签(…)`: whether a label is valid on the as-of date.
    HasLabel,
    /// `points()` or `points("scheme")` / `积分(…)`.
    Points,
    /// `stage()` / `阶段()`: text, the stage's code.
    Stage,
    /// `grade()` / `等级()`: text, the grade's code.
    Grade,
    /// `or_else(x, y)` / `缺则(x, y)`: y when x is missing or undefined.
    OrElse,
    /// `is_missing(x)` / `缺失(x)`: whether x cannot be told for lack of data. Never missing itself.
    IsMissing,
}
