//! Types and units of every part: what may be added to, compared with or multiplied by what.

use std::collections::BTreeMap;

use super::{Expected, error, snippet};
use crate::{
    Arm, BinaryOperator, Diagnostic, Dimension, Exact, Expr, ExprKind, ItemInfo, Sentence, Severity, Type,
    Unit, codes,
};

/// The type of a part while it is being checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A number that measures something, or a ratio.
    Number(Dimension),
    /// A number made of literals without unit: it adapts to what stands beside it.
    Bare {
        /// It is the number zero, which adapts to anything.
        zero: bool,
    },
    Truth,
    Text,
    Date,
    /// Reported already; fits everywhere.
    Unknown,
}

/// Type and unit to show it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) kind: Kind,
    pub(crate) unit: Option<&'static Unit>,
}

impl Shape {
    pub(crate) const UNKNOWN: Self = Self::plain(Kind::Unknown);
    pub(crate) const TRUTH: Self = Self::plain(Kind::Truth);

    pub(crate) const fn plain(kind: Kind) -> Self {
        Self { kind, unit: None }
    }

    pub(crate) const fn number(dimension: Dimension, unit: Option<&'static Unit>) -> Self {
        Self { kind: Kind::Number(dimension), unit }
    }
}

impl Kind {
    /// The type in the end, when the surroundings expect `expected`.
    pub(crate) fn settled(self, expected: Expected) -> Type {
        match self {
            Self::Number(dimension) => Type::Number(dimension),
            Self::Truth => Type::Truth,
            Self::Text => Type::Text,
            Self::Date => Type::Date,
            Self::Bare { .. } | Self::Unknown => match expected {
                Expected::Number(dimension) => Type::Number(dimension),
                _ => Type::Number(Dimension::NONE),
            },
        }
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Number(_) | Self::Bare { .. } | Self::Unknown)
    }

    pub(super) fn name(self) -> Sentence {
        match self {
            Self::Number(dimension) => Sentence::new(dimension.name_zh(), dimension.name_en()),
            Self::Bare { .. } => Sentence::new("没有单位的数", "a number without unit"),
            Self::Truth => Sentence::new("条件", "a condition"),
            Self::Text => Sentence::new("文本", "a text"),
            Self::Date => Sentence::new("日期", "a date"),
            Self::Unknown => Sentence::new("未知", "unknown"),
        }
    }
}

impl From<&ItemInfo> for Shape {
    fn from(info: &ItemInfo) -> Self {
        match info.kind {
            Type::Number(dimension) => Self::number(dimension, info.unit),
            Type::Truth => Self::TRUTH,
            Type::Text => Self::plain(Kind::Text),
            Type::Date => Self::plain(Kind::Date),
        }
    }
}

/// What two values must be alike for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    Add,
    Subtract,
    Compare,
    Alternatives,
}

impl Joint {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Add => ("不能相加", "they cannot be added"),
            Self::Subtract => ("不能相减", "they cannot be subtracted"),
            Self::Compare => ("不能比较", "they cannot be compared"),
            Self::Alternatives => ("不能作为同一个结果", "they cannot be alternatives of one result"),
        }
    }
}

/// Walks a tree, finds the shape of every part and reports what does not fit.
pub(crate) struct Checker<'a> {
    pub(super) source: &'a str,
    infos: &'a BTreeMap<String, ItemInfo>,
    pub(crate) problems: Vec<Diagnostic>,
}

/// A part and its shape.
pub(super) type Side<'e> = (&'e Expr, Shape);

impl<'a> Checker<'a> {
    pub(crate) fn new(source: &'a str, infos: &'a BTreeMap<String, ItemInfo>) -> Self {
        Self { source, infos, problems: Vec::new() }
    }

    /// The shape of the whole formula, which must be as expected.
    pub(super) fn formula(&mut self, expr: &Expr, expected: Expected) -> Shape {
        let shape = self.shape(expr);
        match expected {
            Expected::Any => {}
            Expected::Truth => self.expect_truth(expr, shape),
            Expected::AnyNumber => self.expect_number(expr, shape),
            Expected::Number(dimension) => {
                self.expect_number(expr, shape);
                self.expect_dimension(expr, shape, dimension);
            }
        }
        shape
    }

    pub(crate) fn shape(&mut self, expr: &Expr) -> Shape {
        match &expr.kind {
            ExprKind::Number { value, unit: None } => Shape::plain(Kind::Bare { zero: value.is_zero() }),
            ExprKind::Number { unit: Some(unit), .. } => Shape::number(unit.dimension, Some(unit)),
            ExprKind::Text(_) => Shape::plain(Kind::Text),
            ExprKind::Date(_) => Shape::plain(Kind::Date),
            ExprKind::Truth(_) => Shape::TRUTH,
            ExprKind::Item(item) => self.infos.get(&item.name).map_or(Shape::UNKNOWN, Shape::from),
            ExprKind::Negate(inner) => {
                let shape = self.shape(inner);
                self.expect_number(inner, shape);
                if shape.kind.is_number() { shape } else { Shape::UNKNOWN }
            }
            ExprKind::Not(inner) => {
                self.condition(inner);
                Shape::TRUTH
            }
            ExprKind::Binary { operator, left, right } => self.binary(*operator, left, right, expr),
            ExprKind::In { value, options } => self.membership(value, options),
            ExprKind::If { condition, then, otherwise } => {
                self.condition(condition);
                let (a, b) = (self.shape(then), self.shape(otherwise));
                self.join((then, a), (otherwise, b), Joint::Alternatives)
            }
            ExprKind::Bands { subject, arms, otherwise } => self.bands(subject, arms, otherwise),
            ExprKind::Call { function, arguments } => self.call(*function, arguments, expr),
            ExprKind::Unreadable => Shape::UNKNOWN,
        }
    }

    fn condition(&mut self, expr: &Expr) {
        let shape = self.shape(expr);
        self.expect_truth(expr, shape);
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Expr, right: &Expr, whole: &Expr) -> Shape {
        use BinaryOperator as B;
        let sides = ((left, self.shape(left)), (right, self.shape(right)));
        match operator {
            B::Or | B::And => {
                self.expect_truth(left, sides.0.1);
                self.expect_truth(right, sides.1.1);
                Shape::TRUTH
            }
            B::Add => self.sum(sides, Joint::Add),
            B::Subtract => self.sum(sides, Joint::Subtract),
            B::Multiply | B::Divide => self.product(operator, sides, whole),
            _ => self.comparison(operator, sides),
        }
    }

    fn sum(&mut self, (left, right): (Side<'_>, Side<'_>), joint: Joint) -> Shape {
        self.expect_number(left.0, left.1);
        self.expect_number(right.0, right.1);
        if left.1.kind.is_number() && right.1.kind.is_number() {
            self.join(left, right, joint)
        } else {
            Shape::UNKNOWN
        }
    }

    fn product(
        &mut self,
        operator: BinaryOperator,
        (left, right): (Side<'_>, Side<'_>),
        whole: &Expr,
    ) -> Shape {
        self.expect_number(left.0, left.1);
        self.expect_number(right.0, right.1);
        let divides = operator == BinaryOperator::Divide;
        if divides && is_zero_literal(right.0) {
            self.problems.push(
                error(
                    codes::DIVISION_BY_ZERO,
                    right.0,
                    "除数是零".to_owned(),
                    "the divisor is zero".to_owned(),
                )
                .with_hint(Sentence::new("改用不为零的除数", "divide by something else than zero")),
            );
        }
        match (left.1.kind, right.1.kind) {
            (Kind::Bare { zero: a }, Kind::Bare { zero: b }) => {
                Shape::plain(Kind::Bare { zero: a || b && !divides })
            }
            (Kind::Number(_), Kind::Bare { .. }) => left.1,
            (Kind::Bare { .. }, Kind::Number(_)) if !divides => right.1,
            (Kind::Bare { .. }, Kind::Number(d)) => self.composed(Dimension::NONE.per(d), None, whole),
            (Kind::Number(a), Kind::Number(b)) if divides => {
                self.composed(a.per(b), quotient_unit((a, left.1), (b, right.1)), whole)
            }
            (Kind::Number(a), Kind::Number(b)) => {
                self.composed(a.times(b), product_unit((a, left.1), (b, right.1)), whole)
            }
            _ => Shape::UNKNOWN,
        }
    }

    /// Keeps exponents far from their limits, so that dimensions never lie.
    fn composed(&mut self, dimension: Dimension, unit: Option<&'static Unit>, whole: &Expr) -> Shape {
        if dimension.largest_exponent() <= 8 {
            return Shape::number(dimension, unit);
        }
        self.problems.push(
            error(
                codes::UNIT_TOO_COMPLEX,
                whole,
                "量纲过于复杂".to_owned(),
                "this measures a product of too many units".to_owned(),
            )
            .with_hint(Sentence::new("先化成比率再相乘", "turn the factors into ratios first")),
        );
        Shape::UNKNOWN
    }

    fn comparison(&mut self, operator: BinaryOperator, (left, right): (Side<'_>, Side<'_>)) -> Shape {
        let joined = self.join(left, right, Joint::Compare);
        let ordered = !matches!(operator, BinaryOperator::Equal | BinaryOperator::NotEqual);
        if ordered {
            self.expect_order(joined, left.0.span.to(right.0.span));
        }
        self.beside_percent(left, right);
        self.beside_percent(right, left);
        Shape::TRUTH
    }

    /// `研发费用占比 >= 3`, where the item is kept in %: 3 is 300 %.
    fn beside_percent(&mut self, literal: Side<'_>, other: Side<'_>) {
        let ExprKind::Number { value, unit: None } = &literal.0.kind else { return };
        let percent = other.1.unit.is_some_and(|unit| unit.symbol == "%");
        if !percent || value.abs() <= Exact::ONE {
            return;
        }
        let shown = value.to_string();
        let hundred = value.shift(2).to_string();
        self.problems.push(Diagnostic {
            severity: Severity::Warning,
            ..error(
                codes::BARE_NUMBER_BESIDE_PERCENT,
                literal.0,
                format!("“{shown}”没有百分号，等于 {hundred}%"),
                format!("`{shown}` without a percent sign is {hundred}%"),
            )
            .with_hint(Sentence::new(
                format!("如果指百分之{shown}，请写 {shown}%；如果指 {shown} 倍，请写 {shown}倍"),
                format!("write {shown}% or {hundred}%, whichever is meant"),
            ))
        });
    }

    fn membership(&mut self, value: &Expr, options: &[Expr]) -> Shape {
        let shape = self.shape(value);
        for option in options {
            let other = self.shape(option);
            if option.is_literal() {
                self.join((value, shape), (option, other), Joint::Compare);
            } else if other.kind != Kind::Unknown {
                self.expected_literal(option);
            }
        }
        Shape::TRUTH
    }

    fn bands(&mut self, subject: &Expr, arms: &[Arm], otherwise: &Expr) -> Shape {
        let shape = self.shape(subject);
        self.expect_number(subject, shape);
        for arm in arms {
            let edge = self.shape(&arm.edge);
            if shape.kind.is_number() {
                self.join((subject, shape), (&arm.edge, edge), Joint::Compare);
                self.beside_percent((&arm.edge, edge), (subject, shape));
            }
        }
        self.edges(arms);
        let values = arms.iter().map(|arm| &arm.value).chain([otherwise]);
        let sides: Vec<Side<'_>> = values.map(|value| (value, self.shape(value))).collect();
        self.join_all(&sides, Joint::Alternatives)
    }

    /// Edges must ascend; an edge may come twice only as `<` and then `<=`.
    fn edges(&mut self, arms: &[Arm]) {
        for (arm, next) in arms.iter().zip(arms.iter().skip(1)) {
            let (Some(edge), Some(above)) = (base_value(&arm.edge), base_value(&next.edge)) else { continue };
            let (shown, before) = (snippet(self.source, next.edge.span), snippet(self.source, arm.edge.span));
            if above < edge {
                self.problems.push(
                    error(
                        codes::EDGES_OUT_OF_ORDER,
                        &next.edge,
                        format!("界限 {shown} 比前一档的 {before} 小"),
                        format!("the edge {shown} is below the one before, {before}"),
                    )
                    .with_hint(Sentence::new("各档按界限从小到大排列", "order the arms by ascending edges")),
                );
            } else if above == edge && (arm.inclusive || !next.inclusive) {
                self.problems.push(
                    error(
                        codes::UNREACHABLE_ARM,
                        &next.edge,
                        format!("前一档已经到 {before}，这一档永远用不到"),
                        format!("the arm before reaches {before} already: no value gets here"),
                    )
                    .with_hint(Sentence::new("删去这一档或改正界限", "remove this arm or mend its edge")),
                );
            }
        }
    }
}

fn quotient_unit((a, left): (Dimension, Shape), (b, right): (Dimension, Shape)) -> Option<&'static Unit> {
    if a == b && a != Dimension::NONE {
        return Unit::named("%");
    }
    let ratio = b == Dimension::NONE && a != Dimension::NONE;
    if ratio {
        left.unit
    } else if b == a {
        left.unit.filter(|_| right.unit.is_none())
    } else {
        None
    }
}

fn product_unit((a, left): (Dimension, Shape), (b, right): (Dimension, Shape)) -> Option<&'static Unit> {
    match (a == Dimension::NONE, b == Dimension::NONE) {
        (true, false) => right.unit,
        (false, true) => left.unit,
        _ => None,
    }
}

fn is_zero_literal(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Number { value, .. } if value.is_zero())
}

/// A number literal in base units.
pub(crate) fn base_value(expr: &Expr) -> Option<Exact> {
    match &expr.kind {
        ExprKind::Number { value, unit } => {
            Some(unit.map_or_else(|| value.clone(), |unit| unit.to_base(value)))
        }
        _ => None,
    }
}
