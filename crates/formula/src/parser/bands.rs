//! `分段 x { < 10%: 0; <= 15%: 4; 其余: 8 }`.

use super::{Node, Parser, strength};
use crate::{
    Arm, Expr, ExprKind, Sentence, Span, codes,
    token::{Keyword, Symbol, Token},
};

#[derive(Default)]
struct Arms {
    arms: Vec<Arm>,
    otherwise: Option<Expr>,
    /// An arm was reported and skipped.
    skipped: bool,
    height: usize,
}

impl Parser<'_> {
    pub(super) fn bands(&mut self) -> Node {
        let start = self.span();
        self.bump();
        let subject = self.inner();
        let open = self.span();
        if !self.eat(Symbol::OpenCurly) {
            self.expected("{", "{", Some(example()));
            let span = start.to(subject.expr.span);
            return Node { expr: Expr { kind: ExprKind::Unreadable, span }, height: 1 };
        }
        let mut found = Arms::default();
        self.arms(&mut found);
        self.close(Symbol::CloseCurly, open);
        let span = start.to(self.last_span());
        self.whole_bands(subject, found, span)
    }

    fn whole_bands(&mut self, subject: Node, found: Arms, span: Span) -> Node {
        if found.arms.is_empty() && !found.skipped {
            self.report(
                codes::EMPTY_BANDS,
                span,
                Sentence::new("分段至少要有一档", "bands need at least one arm"),
                Some(example()),
            );
        }
        let Some(otherwise) = found.otherwise else {
            self.report(
                codes::BANDS_WITHOUT_ELSE,
                span,
                Sentence::new("分段缺少最后的“其余”一档", "bands lack their last arm, `else`"),
                Some(Sentence::new("在最后加上“其余: 值”", "add `else: value` at the end")),
            );
            return Node { expr: Expr { kind: ExprKind::Unreadable, span }, height: 1 };
        };
        let height = subject.height.max(found.height);
        let kind = ExprKind::Bands {
            subject: Box::new(subject.expr),
            arms: found.arms,
            otherwise: Box::new(otherwise),
        };
        self.node(kind, span, height)
    }

    fn arms(&mut self, found: &mut Arms) {
        while !matches!(self.token(), Token::Symbol(Symbol::CloseCurly) | Token::End) {
            if found.otherwise.is_some() {
                self.arm_after_else();
            }
            match self.token() {
                Token::Symbol(Symbol::Less) => self.arm(false, found),
                Token::Symbol(Symbol::AtMost) => self.arm(true, found),
                Token::Keyword(Keyword::Otherwise | Keyword::Else) => {
                    self.bump();
                    let value = self.arm_value(found);
                    found.otherwise.get_or_insert(value);
                }
                _ => {
                    self.bad_arm();
                    found.skipped = true;
                }
            }
            self.end_of_arm();
        }
    }

    fn end_of_arm(&mut self) {
        if self.eat(Symbol::Semicolon)
            || matches!(self.token(), Token::Symbol(Symbol::CloseCurly) | Token::End)
        {
            return;
        }
        self.expected(";", ";", Some(example()));
        if !self.eat(Symbol::Comma) {
            self.skip_arm();
        }
    }

    fn arm(&mut self, inclusive: bool, found: &mut Arms) {
        self.bump();
        let edge = self.expression(strength::ADD);
        found.height = found.height.max(edge.height);
        if !matches!(edge.expr.kind, ExprKind::Number { .. } | ExprKind::Unreadable) {
            self.report_apart(
                codes::EDGE_NOT_A_NUMBER,
                edge.expr.span,
                Sentence::new("分段的界限必须是写定的数", "an edge must be a number"),
                Sentence::new(
                    "写成数和单位，如 10% 或 500万元",
                    "write a number and its unit, as in 10% or 500 wan_yuan",
                ),
            );
        }
        let value = self.arm_value(found);
        found.arms.push(Arm { inclusive, edge: edge.expr, value });
    }

    fn arm_value(&mut self, found: &mut Arms) -> Expr {
        if !self.eat(Symbol::Colon) {
            self.expected(":", ":", Some(example()));
        }
        let value = self.inner();
        found.height = found.height.max(value.height);
        value.expr
    }

    fn bad_arm(&mut self) {
        let descending =
            matches!(self.token(), Token::Symbol(Symbol::Greater | Symbol::AtLeast | Symbol::Equal));
        let message = if descending {
            Sentence::new("分段从小到大写，只用 < 和 <=", "bands ascend: only < and <= begin an arm")
        } else {
            Sentence::new("一档要以 <、<= 或“其余”开头", "an arm begins with <, <= or `else`")
        };
        self.report(codes::BAD_ARM, self.span(), message, Some(example()));
    }

    fn arm_after_else(&mut self) {
        self.report(
            codes::ARM_AFTER_ELSE,
            self.span(),
            Sentence::new("“其余”必须是最后一档", "`else` must be the last arm"),
            Some(Sentence::new("把这一档移到“其余”前面", "move this arm before `else`")),
        );
    }

    /// Goes on behind the next semicolon of this level, or before the closing bracket.
    fn skip_arm(&mut self) {
        let mut open = 0usize;
        loop {
            match self.token() {
                Token::End => return,
                Token::Symbol(Symbol::CloseCurly) if open == 0 => return,
                Token::Symbol(Symbol::CloseCurly) => open -= 1,
                Token::Symbol(Symbol::OpenCurly) => open += 1,
                Token::Symbol(Symbol::Semicolon) if open == 0 => return self.bump(),
                _ => {}
            }
            self.bump();
        }
    }
}

fn example() -> Sentence {
    Sentence::new(
        "如 分段 x { < 10%: 0; < 15%: 4; 其余: 8 }",
        "as in bands x { < 10%: 0; < 15%: 4; else: 8 }",
    )
}
