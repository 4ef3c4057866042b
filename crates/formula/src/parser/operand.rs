//! Values: literals, names, calls, brackets, `若`, lists.

use super::{Node, Parser, strength};
use crate::{
    Expr, ExprKind, ItemRef, Sentence, Span, codes,
    functions::{FUNCTIONS, FunctionInfo},
    limits::MAX_BACK,
    suggest,
    token::{Keyword, Symbol, Token},
};

impl Parser<'_> {
    /// A value with what stands before it. `floor` tells how strongly it is held by the operator on its left.
    pub(super) fn operand(&mut self, floor: u8) -> Node {
        let start = self.span();
        match self.token().clone() {
            Token::Number { value, unit } => self.literal(ExprKind::Number { value, unit }),
            Token::Text(text) => self.literal(ExprKind::Text(text)),
            Token::Date(date) => self.literal(ExprKind::Date(date)),
            Token::Keyword(Keyword::True) => self.literal(ExprKind::Truth(true)),
            Token::Keyword(Keyword::False) => self.literal(ExprKind::Truth(false)),
            Token::Name { name, quoted } => self.name(name, quoted),
            Token::Symbol(Symbol::OpenRound) => self.brackets(),
            Token::Symbol(Symbol::Minus) => self.minus(),
            Token::Keyword(Keyword::Not) => self.not(floor),
            Token::Keyword(Keyword::If) => self.choice(floor),
            Token::Keyword(Keyword::Bands) => self.bands(),
            Token::Unreadable => {
                self.bump();
                Node { expr: Expr { kind: ExprKind::Unreadable, span: start }, height: 1 }
            }
            _ => {
                self.expected_value();
                self.unreadable()
            }
        }
    }

    fn literal(&mut self, kind: ExprKind) -> Node {
        let span = self.span();
        self.bump();
        self.node(kind, span, 0)
    }

    fn brackets(&mut self) -> Node {
        let open = self.span();
        self.bump();
        let mut node = self.inner();
        self.close(Symbol::CloseRound, open);
        node.expr.span = open.to(self.last_span());
        node
    }

    /// `-5` is a number; `-x` and `-(5)` are a negation.
    fn minus(&mut self) -> Node {
        let start = self.span();
        self.bump();
        if let Token::Number { value, unit } = self.token().clone() {
            let mut node = self.literal(ExprKind::Number { value: -value, unit });
            node.expr.span = start.to(node.expr.span);
            return node;
        }
        let inner = self.expression(strength::NEGATE);
        let span = start.to(inner.expr.span);
        self.node(ExprKind::Negate(Box::new(inner.expr)), span, inner.height)
    }

    fn not(&mut self, floor: u8) -> Node {
        let start = self.span();
        self.needs_brackets(floor > strength::NOT);
        self.bump();
        let inner = self.expression(strength::NOT);
        let span = start.to(inner.expr.span);
        self.node(ExprKind::Not(Box::new(inner.expr)), span, inner.height)
    }

    fn choice(&mut self, floor: u8) -> Node {
        let start = self.span();
        self.needs_brackets(floor > strength::ANY);
        self.bump();
        let condition = self.expression(strength::ANY);
        self.eat_comma_before(Keyword::Then);
        if !self.eat_keyword(Keyword::Then) {
            self.expected("则", "then", Some(whole_choice()));
        }
        let then = self.inner();
        self.eat_comma_before(Keyword::Else);
        if !self.eat_keyword(Keyword::Else) {
            self.expected("否则", "else", Some(whole_choice()));
        }
        // no word stands behind the last part, so it takes all that follows
        let otherwise = self.expression(strength::ANY);
        let span = start.to(otherwise.expr.span);
        let height = condition.height.max(then.height).max(otherwise.height);
        let kind = ExprKind::If {
            condition: Box::new(condition.expr),
            then: Box::new(then.expr),
            otherwise: Box::new(otherwise.expr),
        };
        self.node(kind, span, height)
    }

    fn needs_brackets(&mut self, needed: bool) {
        if needed {
            let written = self.slice(self.span()).to_owned();
            self.report(
                codes::NEEDS_BRACKETS,
                self.span(),
                Sentence::new(
                    format!("“{written}”在这里要加括号"),
                    format!("`{written}` needs brackets around it here"),
                ),
                Some(Sentence::new(format!("写成（{written} …）"), format!("write ({written} …)"))),
            );
        }
    }

    fn name(&mut self, name: String, quoted: bool) -> Node {
        let start = self.span();
        self.bump();
        if !quoted && self.token() == &Token::Symbol(Symbol::OpenRound) {
            return self.call(&name, start);
        }
        let back = if self.token() == &Token::Symbol(Symbol::OpenSquare) { self.period() } else { Some(0) };
        let span = start.to(self.last_span());
        match back {
            Some(back) => self.node(ExprKind::Item(ItemRef { name, back, unit: None }), span, 0),
            None => Node { expr: Expr { kind: ExprKind::Unreadable, span }, height: 1 },
        }
    }

    /// `[-1]` behind a name; `None` when it was reported.
    fn period(&mut self) -> Option<u8> {
        let open = self.span();
        self.bump();
        let negative = self.eat(Symbol::Minus);
        let number = match self.token() {
            Token::Number { value, unit: None } => value.to_i64(),
            _ => None,
        };
        // `[上年]`: whatever stands there is read as the index
        if self.token() != &Token::Symbol(Symbol::CloseSquare) {
            self.bump();
        }
        let before = self.problems.len();
        self.close(Symbol::CloseSquare, open);
        if self.problems.len() > before {
            return None;
        }
        let span = open.to(self.last_span());
        let back = match number {
            Some(0) => Some(0),
            Some(number) if negative => u8::try_from(number).ok().filter(|back| *back <= MAX_BACK),
            _ => None,
        };
        if back.is_none() {
            self.bad_period(span, negative && number.is_some());
        }
        back
    }

    fn bad_period(&mut self, span: Span, too_far: bool) {
        let (code, message) = if too_far {
            (
                codes::TOO_FAR_BACK,
                Sentence::new(
                    format!("最多只能看到此前第 {MAX_BACK} 期"),
                    format!("a rule can look back {MAX_BACK} periods at most"),
                ),
            )
        } else {
            (
                codes::BAD_PERIOD_INDEX,
                Sentence::new(
                    "方括号里只能是负整数",
                    "only a negative whole number can stand in these brackets",
                ),
            )
        };
        let hint = Sentence::new(
            "上一期写成 [-1]，再上一期写成 [-2]",
            "the last period is [-1], the one before [-2]",
        );
        self.report(code, span, message, Some(hint));
    }

    fn call(&mut self, name: &str, start: Span) -> Node {
        let open = self.span();
        self.bump();
        let (arguments, height) = self.list(Symbol::CloseRound, open);
        let span = start.to(self.last_span());
        let Some(info) = FunctionInfo::named(name) else {
            self.unknown_function(name, start);
            return Node { expr: Expr { kind: ExprKind::Unreadable, span }, height: 1 };
        };
        self.node(ExprKind::Call { function: info.function, arguments }, span, height)
    }

    fn unknown_function(&mut self, name: &str, span: Span) {
        let known = FUNCTIONS.iter().flat_map(|info| [info.zh, info.ascii]);
        let hint = suggest::did_you_mean(name, known).unwrap_or_else(|| {
            let names = |pick: fn(&FunctionInfo) -> &'static str, comma| {
                FUNCTIONS.iter().map(pick).collect::<Vec<_>>().join(comma)
            };
            Sentence::new(
                format!("可用的函数：{}", names(|info| info.zh, "、")),
                format!("known functions: {}", names(|info| info.ascii, ", ")),
            )
        });
        let message = Sentence::new(format!("没有函数“{name}”"), format!("there is no function `{name}`"));
        self.report_apart(codes::UNKNOWN_FUNCTION, span, message, hint);
    }

    /// Values with commas between them, up to the closing bracket, and the height of the highest.
    fn list(&mut self, close: Symbol, open: Span) -> (Vec<Expr>, usize) {
        let mut members = Vec::new();
        let mut height = 0;
        if self.eat(close) {
            return (members, height);
        }
        loop {
            let member = self.inner();
            height = height.max(member.height);
            members.push(member.expr);
            if !self.eat(Symbol::Comma) {
                break;
            }
        }
        self.close(close, open);
        (members, height)
    }

    /// The list behind `属于`.
    pub(super) fn membership(&mut self, value: Node) -> Node {
        let open = self.span();
        if !self.eat(Symbol::OpenSquare) {
            self.expected("[", "[", Some(a_list()));
            let rest = if self.begins_value() { self.expression(strength::ADD) } else { self.unreadable() };
            let span = value.expr.span.to(rest.expr.span);
            return Node { expr: Expr { kind: ExprKind::Unreadable, span }, height: 1 };
        }
        let (options, height) = self.list(Symbol::CloseSquare, open);
        let list = open.to(self.last_span());
        if options.is_empty() {
            self.report(
                codes::EMPTY_LIST,
                list,
                Sentence::new("列表是空的", "the list is empty"),
                Some(a_list()),
            );
        }
        let span = value.expr.span.to(list);
        let height = height.max(value.height);
        self.node(ExprKind::In { value: Box::new(value.expr), options }, span, height)
    }
}

fn a_list() -> Sentence {
    Sentence::new(
        "列表用方括号，至少一个值，如 [\"甲\", \"乙\"]",
        "a list has square brackets and at least one value, as in [\"a\", \"b\"]",
    )
}

fn whole_choice() -> Sentence {
    Sentence::new("完整写法：若 条件 则 值 否则 值", "write if condition then value else value")
}
