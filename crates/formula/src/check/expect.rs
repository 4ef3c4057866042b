//! What a place asks of the part that stands in it.

use super::{
    error,
    join::adapts,
    shape::{Checker, Kind, Shape},
    snippet,
};
use crate::{Diagnostic, Dimension, Expr, Sentence, codes};

impl Checker<'_> {
    pub(super) fn expect_dimension(&mut self, expr: &Expr, shape: Shape, dimension: Dimension) {
        let (shown, want) = (snippet(self.source, expr.span), Kind::Number(dimension).name());
        match shape.kind {
            Kind::Bare { zero: false } if !adapts(dimension, None) => self.needs_unit(
                expr,
                dimension,
                None,
                (
                    format!("“{shown}”没有单位，这里需要{}", want.zh),
                    format!("`{shown}` has no unit, {} is needed here", want.en),
                ),
            ),
            Kind::Number(found) if found != dimension => self.problems.push(
                error(
                    codes::UNIT_MISMATCH,
                    expr,
                    format!("“{shown}”是{}，这里需要{}", found.name_zh(), want.zh),
                    format!("`{shown}` is {}, {} is needed here", found.name_en(), want.en),
                )
                .with_hint(Sentence::new(
                    "用相乘或相除换成需要的量",
                    "multiply or divide to get what is needed",
                )),
            ),
            _ => {}
        }
    }

    pub(super) fn expect_truth(&mut self, expr: &Expr, shape: Shape) {
        if !matches!(shape.kind, Kind::Truth | Kind::Unknown) {
            let hint = Sentence::new("写成比较，如 … >= 5%", "write a comparison, as in … >= 5%");
            self.expected_kind(codes::EXPECTED_CONDITION, expr, shape, ("条件", "a condition"), hint);
        }
    }

    pub(super) fn expect_number(&mut self, expr: &Expr, shape: Shape) {
        if shape.kind.is_number() {
            return;
        }
        let hint = match shape.kind {
            Kind::Date => Sentence::new(
                "到评价日的时间用 满年数(日期) 或 满天数(日期)",
                "for the time up to the as-of date use years_since(date) or days_since(date)",
            ),
            Kind::Truth => {
                Sentence::new("条件可写成 若 … 则 1 否则 0", "for a condition write if … then 1 else 0")
            }
            _ => Sentence::new("换成数或数据项", "use a number or an item that is one"),
        };
        self.expected_kind(codes::EXPECTED_NUMBER, expr, shape, ("数", "a number"), hint);
    }

    pub(super) fn expected_kind(
        &mut self,
        code: &'static str,
        expr: &Expr,
        shape: Shape,
        (zh, en): (&str, &str),
        hint: Sentence,
    ) {
        let (shown, found) = (snippet(self.source, expr.span), shape.kind.name());
        self.problems.push(
            error(
                code,
                expr,
                format!("“{shown}”是{}，这里需要{zh}", found.zh),
                format!("`{shown}` is {}, {en} is needed here", found.en),
            )
            .with_hint(hint),
        );
    }

    pub(super) fn expect_order(&mut self, shape: Shape, span: crate::Span) {
        if matches!(shape.kind, Kind::Text | Kind::Truth) {
            let name = shape.kind.name();
            let message = Sentence::new(
                format!("{}没有大小之分", name.zh),
                format!("{} is neither greater nor smaller", name.en),
            );
            let hint = Sentence::new("只能用 =、≠ 或“属于”", "use =, != or `in`");
            self.problems.push(Diagnostic::error(codes::NO_ORDER, span, message).with_hint(hint));
        }
    }

    pub(super) fn expected_literal(&mut self, expr: &Expr) {
        let shown = snippet(self.source, expr.span);
        self.problems.push(
            error(
                codes::EXPECTED_LITERAL,
                expr,
                format!("“{shown}”不是写定的值"),
                format!("`{shown}` is not a literal"),
            )
            .with_hint(Sentence::new(
                "这里只能写数、日期或带引号的文本",
                "only a number, a date or a text in quotation marks can stand here",
            )),
        );
    }
}
