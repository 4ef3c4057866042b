//! From tokens to the tree: a Pratt parser that reports every problem and reads on.
//!
//! Loosest first: `若…则…否则`, 或, 且, 非, comparison and 属于 (which do not chain), `+ -`, `* /`, unary minus.

use crate::{
    BinaryOperator, Diagnostic, Expr, ExprKind, Sentence, Span, codes,
    lexer::lex,
    limits::{MAX_DEPTH, MAX_NODES, MAX_SOURCE_BYTES},
    token::{Keyword, Lexeme, Symbol, Token},
};

mod bands;
mod operand;

/// Reads one formula. The tree is whole when there are no diagnostics; otherwise unreadable places are
/// [`ExprKind::Unreadable`].
///
/// Names are left as written, units as written; [`crate::Formula::parse`] resolves and checks them.
///
/// ```
/// let (_, problems) = formula::parse("研发费用 ÷ 营业收入 ≥ 5％ 且 职工总数 ＜ 500人");
/// assert!(problems.is_empty());
/// let (_, problems) = formula::parse("研发费用 / ≥ 5公斤");
/// assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["expected-value", "unknown-unit"]);
/// ```
#[must_use]
pub fn parse(source: &str) -> (Expr, Vec<Diagnostic>) {
    if source.len() > MAX_SOURCE_BYTES {
        return (Expr { kind: ExprKind::Unreadable, span: Span::new(0, 0) }, vec![too_long(source)]);
    }
    let (lexemes, mut problems) = lex(source);
    let mut parser = Parser {
        source,
        lexemes,
        at: 0,
        level: 0,
        nodes: 0,
        stopped: false,
        reported_at: None,
        unread: problems.iter().map(|problem| problem.span).collect(),
        problems: Vec::new(),
    };
    let node = parser.formula();
    problems.append(&mut parser.problems);
    problems.sort_by_key(|problem| problem.span);
    (node.expr, problems)
}

fn too_long(source: &str) -> Diagnostic {
    let message = Sentence::new(
        format!("公式有 {} 字节，超过上限 {MAX_SOURCE_BYTES} 字节", source.len()),
        format!("the formula has {} bytes, the limit is {MAX_SOURCE_BYTES}", source.len()),
    );
    Diagnostic::error(codes::SOURCE_TOO_LONG, Span::new(0, 0), message)
        .with_hint(Sentence::new("拆成几个指标或条件", "split it into several indicators or conditions"))
}

/// `x` of `1 < x`, or of `0 < 1 且 1 < x`, as which a chain was read on.
fn last_compared(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Binary { operator: BinaryOperator::And, right, .. } => last_compared(right),
        ExprKind::Binary { right, .. } => right,
        _ => expr,
    }
}

/// Binding strengths, loosest first. The renderer puts brackets by the same numbers.
pub(crate) mod strength {
    pub(crate) const ANY: u8 = 0;
    pub(crate) const OR: u8 = 1;
    pub(crate) const AND: u8 = 2;
    pub(crate) const NOT: u8 = 3;
    pub(crate) const COMPARE: u8 = 4;
    pub(crate) const ADD: u8 = 5;
    pub(crate) const MULTIPLY: u8 = 6;
    pub(crate) const NEGATE: u8 = 7;
    pub(crate) const ATOM: u8 = 8;
}

impl BinaryOperator {
    /// How strongly it binds.
    pub(crate) fn strength(self) -> u8 {
        match self {
            Self::Or => strength::OR,
            Self::And => strength::AND,
            Self::Add | Self::Subtract => strength::ADD,
            Self::Multiply | Self::Divide => strength::MULTIPLY,
            _ => strength::COMPARE,
        }
    }

    /// Whether it compares two values.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        self.strength() == strength::COMPARE
    }
}

/// A tree under construction and how high it is.
struct Node {
    expr: Expr,
    height: usize,
}

#[derive(Clone, Copy)]
enum Infix {
    Binary(BinaryOperator),
    In,
}

impl Infix {
    fn strength(self) -> u8 {
        match self {
            Self::Binary(operator) => operator.strength(),
            Self::In => strength::COMPARE,
        }
    }
}

struct Parser<'s> {
    source: &'s str,
    lexemes: Vec<Lexeme>,
    at: usize,
    /// Expressions being read inside one another.
    level: usize,
    nodes: usize,
    /// A limit was hit: nothing more is read or reported.
    stopped: bool,
    reported_at: Option<usize>,
    /// What the lexer reported already.
    unread: Vec<Span>,
    problems: Vec<Diagnostic>,
}

impl Parser<'_> {
    fn formula(&mut self) -> Node {
        if self.token() == &Token::End {
            self.report(
                codes::EMPTY_FORMULA,
                self.span(),
                Sentence::new("公式是空的", "the formula is empty"),
                Some(Sentence::new(
                    "写一个公式，如 研发费用 / 营业收入",
                    "write a formula such as rd_expense / revenue",
                )),
            );
            return self.unreadable();
        }
        let node = self.expression(strength::ANY);
        while self.token() != &Token::End {
            if self.begins_value() {
                self.missing_operator();
                self.expression(strength::ANY);
            } else {
                self.unexpected();
                self.bump();
                // whatever follows a stray closer is read for its own problems
                self.reported_at = Some(self.at);
                if self.begins_value() || self.infix().is_some() {
                    self.expression(strength::ANY);
                }
            }
        }
        node
    }

    /// A whole expression between delimiters; values without an operator between them are reported.
    fn inner(&mut self) -> Node {
        let node = self.expression(strength::ANY);
        while self.begins_value() {
            self.missing_operator();
            self.expression(strength::ANY);
        }
        node
    }

    /// An expression whose operators bind at least as strongly as `floor`.
    fn expression(&mut self, floor: u8) -> Node {
        // Brackets add levels without adding height: a tree of the greatest height may need as many brackets.
        if self.level >= 2 * MAX_DEPTH {
            self.stop_too_deep();
            return self.unreadable();
        }
        self.level += 1;
        let mut left = self.operand(floor);
        let mut compared = false;
        while let Some(infix) = self.infix().filter(|infix| infix.strength() >= floor) {
            let again = compared && infix.strength() == strength::COMPARE;
            compared = infix.strength() == strength::COMPARE;
            left = self.extend(left, infix, again);
        }
        self.level -= 1;
        left
    }

    fn extend(&mut self, left: Node, infix: Infix, chained: bool) -> Node {
        self.bump();
        let Infix::Binary(operator) = infix else { return self.membership(left) };
        let right = self.expression(operator.strength() + 1);
        let span = left.expr.span.to(right.expr.span);
        let height = left.height.max(right.height);
        let kind = if chained {
            self.chained(left.expr, operator, right.expr, span)
        } else {
            ExprKind::Binary { operator, left: Box::new(left.expr), right: Box::new(right.expr) }
        };
        self.node(kind, span, height)
    }

    /// `1 < x < 2` is reported, and read on as `1 < x 且 x < 2`.
    fn chained(&mut self, left: Expr, operator: BinaryOperator, right: Expr, whole: Span) -> ExprKind {
        let first = self.slice(left.span).to_owned();
        let middle = last_compared(&left).clone();
        let rest = self.slice(Span::new(middle.span.end, whole.end.max(middle.span.end))).trim().to_owned();
        let name = self.slice(middle.span).to_owned();
        self.report_apart(
            codes::CHAINED_COMPARISON,
            whole,
            Sentence::new("比较不能连写", "comparisons cannot be chained"),
            Sentence::new(
                format!("写成 {first} 且 {name} {rest}"),
                format!("write {first} and {name} {rest}"),
            ),
        );
        let second = ExprKind::Binary { operator, left: Box::new(middle), right: Box::new(right) };
        ExprKind::Binary {
            operator: BinaryOperator::And,
            left: Box::new(left),
            right: Box::new(Expr { kind: second, span: whole }),
        }
    }

    /// The operator at hand.
    fn infix(&self) -> Option<Infix> {
        use BinaryOperator as B;
        let operator = match self.token() {
            Token::Keyword(Keyword::Or) => B::Or,
            Token::Keyword(Keyword::And) => B::And,
            Token::Keyword(Keyword::In) => return Some(Infix::In),
            Token::Symbol(symbol) => match symbol {
                Symbol::Equal => B::Equal,
                Symbol::NotEqual => B::NotEqual,
                Symbol::Less => B::Less,
                Symbol::AtMost => B::AtMost,
                Symbol::Greater => B::Greater,
                Symbol::AtLeast => B::AtLeast,
                Symbol::Plus => B::Add,
                Symbol::Minus => B::Subtract,
                Symbol::Times => B::Multiply,
                Symbol::Divide => B::Divide,
                _ => return None,
            },
            _ => return None,
        };
        Some(Infix::Binary(operator))
    }

    /// Whether the token at hand begins a value (a minus counts as an operator).
    fn begins_value(&self) -> bool {
        match self.token() {
            Token::Number { .. }
            | Token::Text(_)
            | Token::Date(_)
            | Token::Name { .. }
            | Token::Unreadable => true,
            Token::Keyword(word) => {
                matches!(word, Keyword::Not | Keyword::If | Keyword::Bands | Keyword::True | Keyword::False)
            }
            Token::Symbol(symbol) => *symbol == Symbol::OpenRound,
            Token::End => false,
        }
    }

    // --- tokens ---

    fn token(&self) -> &Token {
        self.lexemes.get(self.at).map_or(&Token::End, |lexeme| &lexeme.token)
    }

    fn span(&self) -> Span {
        let end = Span::new(self.source.len(), self.source.len());
        self.lexemes.get(self.at).map_or(end, |lexeme| lexeme.span)
    }

    /// The span of the token just read.
    fn last_span(&self) -> Span {
        self.at
            .checked_sub(1)
            .and_then(|at| self.lexemes.get(at))
            .map_or(Span::new(0, 0), |lexeme| lexeme.span)
    }

    fn bump(&mut self) {
        if self.token() != &Token::End {
            self.at += 1;
        }
    }

    fn eat(&mut self, symbol: Symbol) -> bool {
        let found = self.token() == &Token::Symbol(symbol);
        if found {
            self.bump();
        }
        found
    }

    fn eat_keyword(&mut self, keyword: Keyword) -> bool {
        let found = self.token() == &Token::Keyword(keyword);
        if found {
            self.bump();
        }
        found
    }

    /// A comma that only separates, as in `若 …，则 …，否则 …`.
    fn eat_comma_before(&mut self, keyword: Keyword) {
        let next = self.lexemes.get(self.at + 1).map(|lexeme| &lexeme.token);
        if self.token() == &Token::Symbol(Symbol::Comma) && next == Some(&Token::Keyword(keyword)) {
            self.bump();
        }
    }

    fn slice(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or("")
    }

    // --- nodes ---

    /// A node above parts of the given height.
    fn node(&mut self, kind: ExprKind, span: Span, below: usize) -> Node {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.stop(
                codes::TOO_MANY_NODES,
                Sentence::new(
                    format!("公式超过 {MAX_NODES} 个组成部分"),
                    format!("the formula has more than {MAX_NODES} parts"),
                ),
            );
        }
        if below >= MAX_DEPTH {
            self.stop_too_deep();
            return self.unreadable();
        }
        Node { expr: Expr { kind, span }, height: below + 1 }
    }

    fn unreadable(&self) -> Node {
        let span = self.span();
        Node { expr: Expr { kind: ExprKind::Unreadable, span: Span::new(span.start, span.start) }, height: 1 }
    }

    // --- problems ---

    /// Reports a problem, at most one for each token: what follows from the first helps nobody.
    fn report(&mut self, code: &'static str, span: Span, message: Sentence, hint: Option<Sentence>) {
        if self.stopped || self.reported_at == Some(self.at) {
            return;
        }
        self.reported_at = Some(self.at);
        self.problems.push(Diagnostic { hint, ..Diagnostic::error(code, span, message) });
    }

    /// Reports a problem of something already read, whatever is reported at the token at hand.
    fn report_apart(&mut self, code: &'static str, span: Span, message: Sentence, hint: Sentence) {
        if !self.stopped {
            self.problems.push(Diagnostic::error(code, span, message).with_hint(hint));
        }
    }

    fn stop_too_deep(&mut self) {
        self.stop(
            codes::TOO_DEEP,
            Sentence::new(
                format!("公式嵌套超过 {MAX_DEPTH} 层"),
                format!("the formula is nested more than {MAX_DEPTH} deep"),
            ),
        );
    }

    fn stop(&mut self, code: &'static str, message: Sentence) {
        let hint = Sentence::new("拆成几个指标或条件", "split it into several indicators or conditions");
        self.reported_at = None;
        self.report(code, self.span(), message, Some(hint));
        self.stopped = true;
        self.at = self.lexemes.len().saturating_sub(1);
    }

    fn missing_operator(&mut self) {
        // `a # b`: something stands there, and has been reported
        let gap = Span::new(self.last_span().end, self.span().start);
        if self.unread.iter().any(|span| gap.start <= span.start && span.end <= gap.end) {
            self.reported_at = Some(self.at);
        }
        let written = self.slice(self.span()).to_owned();
        self.report(
            codes::EXPECTED_OPERATOR,
            self.span(),
            Sentence::new(
                format!("“{written}”前面缺少运算符"),
                format!("an operator is missing before `{written}`"),
            ),
            Some(Sentence::new(
                "补上 + - * / 或比较、且、或；一个名称中间不能有空格，否则请用【】括起来",
                "put + - * /, a comparison, `and` or `or`; a name with spaces goes into backticks",
            )),
        );
    }

    fn unexpected(&mut self) {
        let written = self.slice(self.span()).to_owned();
        self.report(
            codes::UNEXPECTED_SYMBOL,
            self.span(),
            Sentence::new(format!("多余的“{written}”"), format!("`{written}` does not belong here")),
            Some(Sentence::new("删去它，或补上与它成对的部分", "remove it, or add what it belongs to")),
        );
    }

    fn expected_value(&mut self) {
        let message = match self.token() {
            Token::End => {
                Sentence::new("公式没有写完，末尾缺少一个值", "the formula ends where a value should stand")
            }
            _ => {
                let written = self.slice(self.span());
                Sentence::new(
                    format!("“{written}”前面缺少一个值"),
                    format!("a value is missing before `{written}`"),
                )
            }
        };
        let hint = Sentence::new("写一个数、名称、文本或括号", "write a number, a name, a text or a bracket");
        self.report(codes::EXPECTED_VALUE, self.span(), message, Some(hint));
    }

    fn expected(&mut self, zh: &str, en: &str, hint: Option<Sentence>) {
        let written = match self.token() {
            Token::End => Sentence::new("公式结束", "the end"),
            _ => Sentence::new(
                format!("“{}”", self.slice(self.span())),
                format!("`{}`", self.slice(self.span())),
            ),
        };
        self.report(
            codes::EXPECTED_SYMBOL,
            self.span(),
            Sentence::new(
                format!("这里应当是“{zh}”，却是{}", written.zh),
                format!("expected `{en}`, found {}", written.en),
            ),
            hint,
        );
    }

    /// Eats the closing bracket of the one at `open`, or reports the open one.
    fn close(&mut self, symbol: Symbol, open: Span) {
        if self.eat(symbol) {
            return;
        }
        let written = self.slice(open).to_owned();
        let partner = match symbol {
            Symbol::CloseRound => ")",
            Symbol::CloseSquare => "]",
            _ => "}",
        };
        self.report(
            codes::UNCLOSED_BRACKET,
            open,
            Sentence::new(
                format!("括号“{written}”没有成对"),
                format!("the bracket `{written}` is not closed"),
            ),
            Some(Sentence::new(format!("补上“{partner}”"), format!("add `{partner}`"))),
        );
    }
}
