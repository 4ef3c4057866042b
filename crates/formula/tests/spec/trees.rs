//! Random well-typed trees, and a printer that brackets everything.

use formula::{Arm, BinaryOperator, Exact, Expr, ExprKind, Function, ItemRef, Span, Unit};

/// Choices to grow a tree from; behind the end every choice is the first, so that shrinking makes leaves.
pub struct Choices<'c> {
    numbers: &'c [u32],
    next: usize,
}

impl<'c> Choices<'c> {
    pub fn new(numbers: &'c [u32]) -> Self {
        Self { numbers, next: 0 }
    }

    fn below(&mut self, bound: u32) -> u32 {
        let number = self.numbers.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        number % bound
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u32) as usize]
    }
}

pub fn expr(kind: ExprKind) -> Expr {
    Expr { kind, span: Span::default() }
}

fn binary(operator: BinaryOperator, left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Binary { operator, left: Box::new(left), right: Box::new(right) })
}

fn call(function: Function, arguments: Vec<Expr>) -> Expr {
    expr(ExprKind::Call { function, arguments })
}

fn item(choices: &mut Choices<'_>, names: &[&str], unit: &str, periods: u32) -> Expr {
    let (name, back) = (choices.pick(names).to_owned(), choices.below(periods) as u8);
    expr(ExprKind::Item(ItemRef { name, back, unit: Unit::named(unit) }))
}

fn number(choices: &mut Choices<'_>, units: &[&str]) -> Expr {
    let value = Exact::scaled(i128::from(choices.below(20_000)) - 10_000, -2);
    expr(ExprKind::Number { value, unit: Unit::named(choices.pick(units)) })
}

fn text(choices: &mut Choices<'_>) -> Expr {
    expr(ExprKind::Text(choices.pick(&["I65", "说“是”", "a\"b\\c", "", "且 或", "「」"]).to_owned()))
}

const MONEY: &[&str] = &["revenue", "net_profit", "contingent", "odd"];

fn money_item(choices: &mut Choices<'_>, periods: u32) -> Expr {
    item(choices, MONEY, "万元", periods)
}

/// A tree that measures money.
pub fn money(choices: &mut Choices<'_>, depth: u32) -> Expr {
    if depth == 0 {
        return if choices.below(2) == 0 {
            money_item(choices, 3)
        } else {
            number(choices, &["万元", "元", "亿元"])
        };
    }
    let d = depth - 1;
    match choices.below(10) {
        0 => money_item(choices, 3),
        1 => number(choices, &["万元", "千元"]),
        2 => binary(
            choices.pick(&[BinaryOperator::Add, BinaryOperator::Subtract]),
            money(choices, d),
            money(choices, d),
        ),
        3 => binary(BinaryOperator::Multiply, ratio(choices, d), money(choices, d)),
        4 => binary(BinaryOperator::Divide, money(choices, d), item(choices, &["rd_share"], "%", 3)),
        5 => expr(ExprKind::Negate(Box::new(money(choices, d)))),
        6 => choice(truth(choices, d), money(choices, d), money(choices, d)),
        7 => call(
            choices.pick(&[Function::Min, Function::Max, Function::OrElse]),
            vec![money(choices, d), money(choices, d)],
        ),
        8 => call(choices.pick(&[Function::Sum, Function::Mean]), vec![money_item(choices, 1), plain(3)]),
        _ => bands(choices, d, money),
    }
}

/// A tree that comes to a ratio or plain number.
pub fn ratio(choices: &mut Choices<'_>, depth: u32) -> Expr {
    if depth == 0 {
        return if choices.below(2) == 0 {
            item(choices, &["rd_share"], "%", 3)
        } else {
            number(choices, &["%", "", "‰"])
        };
    }
    let d = depth - 1;
    match choices.below(10) {
        0 => number(choices, &["%", "", "倍", "百分点"]),
        1 => binary(BinaryOperator::Divide, money(choices, d), money_item(choices, 3)),
        2 => binary(
            choices.pick(&[BinaryOperator::Add, BinaryOperator::Subtract]),
            ratio(choices, d),
            ratio(choices, d),
        ),
        3 => binary(BinaryOperator::Multiply, ratio(choices, d), ratio(choices, d)),
        4 => expr(ExprKind::Negate(Box::new(ratio(choices, d)))),
        5 => call(Function::Growth, vec![money_item(choices, 1)]),
        6 => call(Function::MeanGrowth, vec![money_item(choices, 1), plain(2)]),
        7 => call(
            choices.pick(&[Function::Abs, Function::Floor, Function::Ceil, Function::Ln]),
            vec![ratio(choices, d)],
        ),
        8 => call(Function::Round, vec![ratio(choices, d), plain(-2)]),
        _ => bands(choices, d, ratio),
    }
}

/// A condition.
pub fn truth(choices: &mut Choices<'_>, depth: u32) -> Expr {
    if depth == 0 {
        return item(choices, &["listed", "high_tech"], "", 2);
    }
    let d = depth - 1;
    match choices.below(10) {
        0 => expr(ExprKind::Truth(choices.below(2) == 0)),
        1 => item(choices, &["listed", "high_tech"], "", 2),
        2 | 3 => binary(BinaryOperator::And, truth(choices, d), truth(choices, d)),
        4 => binary(BinaryOperator::Or, truth(choices, d), truth(choices, d)),
        5 => expr(ExprKind::Not(Box::new(truth(choices, d)))),
        6 => binary(comparison(choices), money(choices, d), money(choices, d)),
        7 => binary(comparison(choices), ratio(choices, d), ratio(choices, d)),
        8 => expr(ExprKind::In {
            value: Box::new(item(choices, &["industry"], "", 1)),
            options: vec![text(choices), text(choices)],
        }),
        _ => choice(truth(choices, d), truth(choices, d), truth(choices, d)),
    }
}

fn comparison(choices: &mut Choices<'_>) -> BinaryOperator {
    use BinaryOperator as B;
    choices.pick(&[B::Equal, B::NotEqual, B::Less, B::AtMost, B::Greater, B::AtLeast])
}

fn choice(condition: Expr, then: Expr, otherwise: Expr) -> Expr {
    let (condition, then, otherwise) = (Box::new(condition), Box::new(then), Box::new(otherwise));
    expr(ExprKind::If { condition, then, otherwise })
}

fn bands(choices: &mut Choices<'_>, depth: u32, value: fn(&mut Choices<'_>, u32) -> Expr) -> Expr {
    let subject = Box::new(ratio(choices, depth));
    let arms = (-1..2)
        .map(|edge| Arm {
            inclusive: choices.below(2) == 0,
            edge: expr(ExprKind::Number { value: Exact::from(edge * 5), unit: Unit::named("%") }),
            value: value(choices, depth),
        })
        .collect();
    expr(ExprKind::Bands { subject, arms, otherwise: Box::new(value(choices, depth)) })
}

fn plain(value: i64) -> Expr {
    expr(ExprKind::Number { value: Exact::from(value), unit: None })
}

/// The tree as code with every part in brackets: written without regard to how strongly anything binds.
pub fn bracketed(tree: &Expr) -> String {
    let held = |part: &Expr| format!("({})", bracketed(part));
    let list = |parts: &[Expr]| parts.iter().map(bracketed).collect::<Vec<_>>().join(" , ");
    match &tree.kind {
        ExprKind::Number { value, unit } => format!("{value} {}", unit.map_or("", |unit| unit.symbol)),
        ExprKind::Text(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        ExprKind::Truth(truth) => truth.to_string(),
        ExprKind::Date(date) => date.to_string(),
        ExprKind::Item(item) => format!("`{}`[-{}]", item.name, item.back),
        ExprKind::Negate(inner) => format!("-{}", held(inner)),
        ExprKind::Not(inner) => format!("not {}", held(inner)),
        ExprKind::Binary { operator, left, right } => {
            format!("{}{}{}", held(left), symbol(*operator), held(right))
        }
        ExprKind::In { value, options } => format!("{} in [{}]", held(value), list(options)),
        ExprKind::If { condition, then, otherwise } => {
            format!("if {} then {} else {}", held(condition), held(then), held(otherwise))
        }
        ExprKind::Bands { subject, arms, otherwise } => {
            let arm = |arm: &Arm| {
                let sign = if arm.inclusive { "<=" } else { "<" };
                format!("{sign}{}: {};", bracketed(&arm.edge), held(&arm.value))
            };
            let arms: String = arms.iter().map(arm).collect();
            format!("bands {} {{{arms} else: {}}}", held(subject), held(otherwise))
        }
        ExprKind::Call { function, arguments } => {
            let arguments: Vec<String> = arguments.iter().map(bracketed).collect();
            format!("{}({})", function.info().ascii, arguments.join(", "))
        }
        ExprKind::Unreadable => unreachable!("random trees are readable"),
    }
}

fn symbol(operator: BinaryOperator) -> &'static str {
    use BinaryOperator as B;
    match operator {
        B::Or => "or",
        B::And => "and",
        B::Equal => "==",
        B::NotEqual => "!=",
        B::Less => "<",
        B::AtMost => "<=",
        B::Greater => ">",
        B::AtLeast => ">=",
        B::Add => "+",
        B::Subtract => "-",
        B::Multiply => "*",
        B::Divide => "/",
    }
}
