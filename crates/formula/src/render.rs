//! Back to text: as code, as readable Chinese, and values for people. Code and Chinese are read back as the same
//! tree, with no more brackets than that needs.

use std::fmt::Write as _;

use crate::{
    Arm, BinaryOperator, Expr, ExprKind, Formula, ItemRef, Unit, Value, Vocabulary,
    parser::strength,
    token::{KEYWORDS, Keyword, is_plain_name},
};

impl Formula {
    /// The formula in ASCII keywords, functions, units and item codes (texts stay as they are).
    #[must_use]
    pub fn to_code(&self) -> String {
        Renderer { words: Words::Code, output: String::new() }.whole(self.expr())
    }

    /// The formula in Chinese, with the names of the dictionary.
    #[must_use]
    pub fn to_chinese(&self, vocabulary: &dyn Vocabulary) -> String {
        chinese(self.expr(), vocabulary)
    }
}

/// A part of a checked formula in Chinese.
pub(crate) fn chinese(expr: &Expr, vocabulary: &dyn Vocabulary) -> String {
    Renderer { words: Words::Chinese(vocabulary), output: String::new() }.whole(expr)
}

/// A value for people: `1200万元`, `5.25%`, `2026-04-01`, `是`. Numbers are rounded half up to at most four places
/// after turning them from base units into `unit`.
///
/// ```
/// use formula::{Unit, Value, render_value};
/// assert_eq!(render_value(&Value::Number(12_000_000.into()), Unit::named("万元")), "1200万元");
/// assert_eq!(render_value(&Value::Truth(true), None), "是");
/// ```
#[must_use]
pub fn render_value(value: &Value, unit: Option<&'static Unit>) -> String {
    match (value, unit) {
        (Value::Number(number), Some(unit)) => {
            format!("{}{}", unit.from_base(number).to_decimal(4), unit.symbol)
        }
        (Value::Number(number), None) => number.to_decimal(4),
        (Value::Truth(truth), _) => (if *truth { "是" } else { "否" }).to_owned(),
        (Value::Text(text), _) => text.to_string(),
        (Value::Date(date), _) => date.to_string(),
    }
}

#[derive(Clone, Copy)]
enum Words<'a> {
    Code,
    Chinese(&'a dyn Vocabulary),
}

struct Renderer<'a> {
    words: Words<'a>,
    output: String,
}

impl Renderer<'_> {
    fn whole(mut self, expr: &Expr) -> String {
        self.expr(expr);
        self.output
    }

    fn put(&mut self, text: &str) {
        self.output.push_str(text);
    }

    fn keyword(&mut self, keyword: Keyword) {
        if let Some((_, zh, ascii)) = KEYWORDS.iter().find(|(other, ..)| *other == keyword) {
            self.output.push_str(if self.is_chinese() { zh } else { ascii });
        }
    }

    /// ` keyword `
    fn between(&mut self, keyword: Keyword) {
        self.put(" ");
        self.keyword(keyword);
        self.put(" ");
    }

    fn is_chinese(&self) -> bool {
        matches!(self.words, Words::Chinese(_))
    }

    /// The expression, in brackets when it binds less strongly than `floor`.
    fn held(&mut self, expr: &Expr, floor: u8) {
        if strength_of(expr) >= floor {
            return self.expr(expr);
        }
        self.put("(");
        self.expr(expr);
        self.put(")");
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Number { value, unit } => {
                self.put(&value.to_string());
                self.unit(*unit);
            }
            ExprKind::Text(text) => self.text(text),
            ExprKind::Date(date) => self.put(&date.to_string()),
            ExprKind::Truth(truth) => self.keyword(if *truth { Keyword::True } else { Keyword::False }),
            ExprKind::Item(item) => self.item(item),
            ExprKind::Negate(inner) => self.negate(inner),
            ExprKind::Not(inner) => {
                self.keyword(Keyword::Not);
                self.put(" ");
                self.held(inner, strength::NOT);
            }
            ExprKind::Binary { operator, left, right } => self.binary(*operator, left, right),
            ExprKind::In { value, options } => {
                self.held(value, strength::COMPARE + 1);
                self.between(Keyword::In);
                self.list('[', options, ']');
            }
            ExprKind::If { condition, then, otherwise } => {
                self.keyword(Keyword::If);
                self.put(" ");
                self.expr(condition);
                self.between(Keyword::Then);
                self.expr(then);
                self.between(Keyword::Else);
                self.expr(otherwise);
            }
            ExprKind::Bands { subject, arms, otherwise } => self.bands(subject, arms, otherwise),
            ExprKind::Call { function, arguments } => {
                self.put(if self.is_chinese() { function.info().zh } else { function.info().ascii });
                self.list('(', arguments, ')');
            }
            ExprKind::Unreadable => self.put("？"),
        }
    }

    fn unit(&mut self, unit: Option<&'static Unit>) {
        match unit {
            Some(unit) if self.is_chinese() || unit.symbol == "%" => self.put(unit.symbol),
            Some(unit) => {
                self.put(" ");
                self.put(unit.ascii);
            }
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.put("\"");
        for letter in text.chars() {
            if matches!(letter, '"' | '\\') {
                self.output.push('\\');
            }
            self.output.push(letter);
        }
        self.put("\"");
    }

    fn item(&mut self, item: &ItemRef) {
        let name = match self.words {
            Words::Code => item.name.clone(),
            Words::Chinese(vocabulary) => chinese_name(&item.name, vocabulary),
        };
        if is_plain_name(&name) {
            self.put(&name);
        } else if self.is_chinese() && !name.contains('】') {
            let _ = write!(self.output, "【{name}】");
        } else {
            let _ = write!(self.output, "`{name}`");
        }
        if item.back > 0 {
            let _ = write!(self.output, "[-{}]", item.back);
        }
    }

    /// `-(5)` is a negation, `-5` would be read as a number.
    fn negate(&mut self, inner: &Expr) {
        let number = matches!(&inner.kind, ExprKind::Number { value, .. } if !value.is_negative());
        self.put("-");
        self.held(inner, if number { strength::ATOM + 1 } else { strength::NEGATE });
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Expr, right: &Expr) {
        let own = operator.strength();
        let chains = !operator.is_comparison();
        self.held(left, if chains { own } else { own + 1 });
        self.put(" ");
        match operator {
            BinaryOperator::Or => self.keyword(Keyword::Or),
            BinaryOperator::And => self.keyword(Keyword::And),
            _ => self.put(symbol(operator, self.is_chinese())),
        }
        self.put(" ");
        self.held(right, own + 1);
    }

    fn list(&mut self, open: char, members: &[Expr], close: char) {
        self.output.push(open);
        for (place, member) in members.iter().enumerate() {
            if place > 0 {
                self.put(", ");
            }
            self.expr(member);
        }
        self.output.push(close);
    }

    fn bands(&mut self, subject: &Expr, arms: &[Arm], otherwise: &Expr) {
        self.keyword(Keyword::Bands);
        self.put(" ");
        self.expr(subject);
        self.put(" { ");
        for arm in arms {
            self.put(symbol(
                if arm.inclusive { BinaryOperator::AtMost } else { BinaryOperator::Less },
                self.is_chinese(),
            ));
            self.put(" ");
            self.expr(&arm.edge);
            self.put(": ");
            self.expr(&arm.value);
            self.put("; ");
        }
        self.keyword(Keyword::Otherwise);
        self.put(": ");
        self.expr(otherwise);
        self.put(" }");
    }
}

/// How strongly an expression holds together; what the parser needs no brackets for.
fn strength_of(expr: &Expr) -> u8 {
    match &expr.kind {
        ExprKind::If { .. } => strength::ANY,
        ExprKind::Not(_) => strength::NOT,
        ExprKind::In { .. } => strength::COMPARE,
        ExprKind::Binary { operator, .. } => operator.strength(),
        ExprKind::Negate(_) => strength::NEGATE,
        _ => strength::ATOM,
    }
}

/// The dictionary's Chinese name, when it leads back to the same item; its code otherwise.
fn chinese_name(code: &str, vocabulary: &dyn Vocabulary) -> String {
    let name = vocabulary.lookup(code).map(|info| info.name_zh);
    let returns = |name: &String| {
        let both_quotes = name.contains('`') && name.contains('】');
        !both_quotes
            && !name.contains('\n')
            && name.trim() == name
            && vocabulary.lookup(name).is_some_and(|info| info.code == code)
    };
    name.filter(returns).unwrap_or_else(|| code.to_owned())
}

fn symbol(operator: BinaryOperator, chinese: bool) -> &'static str {
    use BinaryOperator as B;
    match (operator, chinese) {
        (B::Equal, _) => "=",
        (B::NotEqual, true) => "≠",
        (B::NotEqual, false) => "!=",
        (B::Less, _) => "<",
        (B::AtMost, true) => "≤",
        (B::AtMost, false) => "<=",
        (B::Greater, _) => ">",
        (B::AtLeast, true) => "≥",
        (B::AtLeast, false) => ">=",
        (B::Add, _) => "+",
        (B::Subtract, _) => "-",
        (B::Multiply, true) => "×",
        (B::Multiply, false) => "*",
        (B::Divide, true) => "÷",
        (B::Divide, false) => "/",
        (B::Or | B::And, _) => "",
    }
}
