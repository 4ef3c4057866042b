//! Arguments of functions.

use super::{
    error,
    shape::{Checker, Joint, Kind, Shape, Side, base_value},
    snippet,
};
use crate::{Dimension, Exact, Expr, ExprKind, Function, Sentence, Unit, codes};

impl Checker<'_> {
    pub(super) fn call(&mut self, function: Function, arguments: &[Expr], whole: &Expr) -> Shape {
        let shapes: Vec<Shape> = arguments.iter().map(|argument| self.shape(argument)).collect();
        if !function.info().takes(arguments.len()) {
            self.wrong_count(function, arguments.len(), whole);
            return result_of(function, Shape::UNKNOWN);
        }
        let sides: Vec<Side<'_>> = arguments.iter().zip(shapes).collect();
        use Function as F;
        let first = match function {
            F::Min | F::Max | F::Clamp => self.comparable(function, &sides, whole),
            F::OrElse => self.join(sides[0], sides[1], Joint::Alternatives),
            F::Abs | F::Floor | F::Ceil | F::Round => self.rounded(function, &sides),
            F::Ln => self.ratio(sides[0]),
            F::Sum | F::Mean | F::MeanGrowth | F::Count => self.over_periods(function, &sides),
            F::Growth => self.plain_item(sides[0], true),
            F::YearsSince | F::DaysSince => self.date(sides[0]),
            F::HasLabel | F::Points | F::Stage | F::Grade => self.texts(&sides),
            F::IsMissing => Shape::TRUTH,
        };
        result_of(function, first)
    }

    fn wrong_count(&mut self, function: Function, count: usize, whole: &Expr) {
        let (info, arity) = (function.info(), function.info().arity());
        self.problems.push(
            error(
                codes::WRONG_ARGUMENT_COUNT,
                whole,
                format!("函数“{}”需要{}参数，这里有 {count} 个", info.zh, spaced(&arity.zh)),
                format!("`{}` takes {} arguments, {count} given", info.ascii, arity.en),
            )
            .with_hint(Sentence::new(format!("如 {}", info.example), format!("as in {}", info.example))),
        );
    }

    fn comparable(&mut self, function: Function, sides: &[Side<'_>], whole: &Expr) -> Shape {
        let joined = self.join_all(sides, Joint::Compare);
        self.expect_order(joined, whole.span);
        if function == Function::Clamp
            && let (Some(low), Some(high)) = (base_value(sides[1].0), base_value(sides[2].0))
            && low > high
        {
            self.problems.push(
                error(
                    codes::EMPTY_RANGE,
                    whole,
                    format!(
                        "下限 {} 高于上限 {}",
                        snippet(self.source, sides[1].0.span),
                        snippet(self.source, sides[2].0.span)
                    ),
                    "the low bound is above the high bound".to_owned(),
                )
                .with_hint(Sentence::new("写成 限于(x, 下限, 上限)", "write clamp(x, low, high)")),
            );
        }
        joined
    }

    fn rounded(&mut self, function: Function, sides: &[Side<'_>]) -> Shape {
        self.expect_number(sides[0].0, sides[0].1);
        if function == Function::Round && digits(sides[1].0).is_none() && sides[1].1.kind != Kind::Unknown {
            self.problems.push(
                error(
                    codes::DIGITS_OUT_OF_RANGE,
                    sides[1].0,
                    "位数必须是 -9 到 9 的整数".to_owned(),
                    "digits must be a whole number from -9 to 9".to_owned(),
                )
                .with_hint(Sentence::new(
                    "保留两位小数写 2，取整到百写 -2",
                    "write 2 for two decimals, -2 for hundreds",
                )),
            );
        }
        sides[0].1
    }

    fn ratio(&mut self, side: Side<'_>) -> Shape {
        self.expect_number(side.0, side.1);
        if let Kind::Number(dimension) = side.1.kind
            && dimension != Dimension::NONE
        {
            let hint = Sentence::new(
                "先除以一个同类的量，如 营业收入 / 1万元",
                "divide by something of the same kind first, as in revenue / 1wan_yuan",
            );
            self.expected_kind(
                codes::EXPECTED_RATIO,
                side.0,
                side.1,
                ("比率或纯数", "a ratio or plain number"),
                hint,
            );
        }
        Shape::number(Dimension::NONE, None)
    }

    fn over_periods(&mut self, function: Function, sides: &[Side<'_>]) -> Shape {
        let item = self.plain_item(sides[0], function != Function::Count);
        self.periods(sides[1], greatest_periods(function));
        item
    }

    /// A bare item without an index.
    fn plain_item(&mut self, side: Side<'_>, number: bool) -> Shape {
        match &side.0.kind {
            ExprKind::Item(item) if item.back == 0 => {}
            ExprKind::Unreadable => return Shape::UNKNOWN,
            _ => {
                let shown = snippet(self.source, side.0.span);
                self.problems.push(
                    error(
                        codes::EXPECTED_ITEM,
                        side.0,
                        format!("“{shown}”不是单独的数据项"),
                        format!("`{shown}` is not a plain item"),
                    )
                    .with_hint(Sentence::new(
                        "这里只能写数据项的名称，不带 [-1] 也不带运算",
                        "only the name of an item can stand here, without [-1] and without arithmetic",
                    )),
                );
                return Shape::UNKNOWN;
            }
        }
        if number {
            self.expect_number(side.0, side.1);
        }
        side.1
    }

    fn periods(&mut self, side: Side<'_>, most: u8) {
        self.expect_number(side.0, side.1);
        let fits = match side.1.kind {
            Kind::Number(dimension) => {
                [Dimension::NONE, Dimension::YEARS, Dimension::COUNT].contains(&dimension)
            }
            _ => true,
        };
        if !fits {
            let hint =
                Sentence::new("写 1 到 10 的整数，如 3", "write a whole number from 1 to 10, such as 3");
            self.expected_kind(codes::UNIT_MISMATCH, side.0, side.1, ("年数", "a number of years"), hint);
        }
        let wrong = base_value(side.0).is_some_and(|value| !in_periods(&value, most));
        if fits && wrong {
            self.problems.push(
                error(
                    codes::PERIODS_OUT_OF_RANGE,
                    side.0,
                    format!("年数必须是 1 到 {most} 的整数"),
                    format!("the number of periods must be a whole number from 1 to {most}"),
                )
                .with_hint(Sentence::new("如近三年写 3", "write 3 for the last three years")),
            );
        }
    }

    fn date(&mut self, side: Side<'_>) -> Shape {
        if !matches!(side.1.kind, Kind::Date | Kind::Unknown) {
            let hint = Sentence::new(
                "写一个日期，如 成立日期 或 2026-04-01",
                "use a date item or a date such as 2026-04-01",
            );
            self.expected_kind(codes::EXPECTED_DATE, side.0, side.1, ("日期", "a date"), hint);
        }
        side.1
    }

    /// Labels and schemes are named by literals, so that a rule says what it depends on.
    fn texts(&mut self, sides: &[Side<'_>]) -> Shape {
        for (expr, shape) in sides {
            if !matches!(shape.kind, Kind::Text | Kind::Unknown) {
                let hint =
                    Sentence::new("写带引号的文本，如 \"高新技术企业\"", "write a text in quotation marks");
                self.expected_kind(codes::EXPECTED_TEXT, expr, *shape, ("文本", "a text"), hint);
            } else if !matches!(expr.kind, ExprKind::Text(_) | ExprKind::Unreadable) {
                self.expected_literal(expr);
            }
        }
        Shape::plain(Kind::Text)
    }
}

/// The shape of the result, given the shape of what the arguments came to together.
fn result_of(function: Function, joined: Shape) -> Shape {
    use Function as F;
    match function {
        F::Ln | F::Count => Shape::number(Dimension::NONE, None),
        F::Growth | F::MeanGrowth => Shape::number(Dimension::NONE, Unit::named("%")),
        F::YearsSince => Shape::number(Dimension::YEARS, Unit::named("年")),
        F::DaysSince => Shape::number(Dimension::DAYS, Unit::named("日")),
        F::Points => Shape::number(Dimension::POINTS, Unit::named("分")),
        F::HasLabel | F::IsMissing => Shape::TRUTH,
        F::Stage | F::Grade => Shape::plain(Kind::Text),
        _ => joined,
    }
}

/// The most periods a function looks at; the mean of growths needs one more behind them.
pub(crate) fn greatest_periods(function: Function) -> u8 {
    let most = crate::limits::MAX_BACK;
    if function == Function::MeanGrowth { most } else { most + 1 }
}

/// How many periods a call looks at, the current one included; `None` for functions of single values.
pub(super) fn periods_read(function: Function, arguments: &[Expr]) -> Option<u8> {
    let most = greatest_periods(function);
    let count = || {
        let literal =
            arguments.get(1).and_then(base_value).and_then(|count| u8::try_from(count.to_i64()?).ok());
        literal.unwrap_or(most).min(most)
    };
    match function {
        Function::Sum | Function::Mean | Function::Count => Some(count()),
        Function::Growth => Some(2),
        Function::MeanGrowth => Some(count() + 1),
        _ => None,
    }
}

/// Whether `value` is a whole number from 1 to `most`.
pub(crate) fn in_periods(value: &Exact, most: u8) -> bool {
    value.to_i64().is_some_and(|count| (1..=i64::from(most)).contains(&count))
}

/// The digits argument of `round`.
pub(crate) fn digits(expr: &Expr) -> Option<i32> {
    match &expr.kind {
        ExprKind::Number { value, unit: None } => {
            i32::try_from(value.to_i64()?).ok().filter(|digits| (-9..=9).contains(digits))
        }
        _ => None,
    }
}

/// 需要 2 个参数, but 需要至少 2 个参数.
fn spaced(arity: &str) -> String {
    let gap = if arity.starts_with(|first: char| first.is_ascii_digit()) { " " } else { "" };
    format!("{gap}{arity}")
}
