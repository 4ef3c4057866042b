//! What is allowed but probably not meant.

use super::snippet;
use crate::{BinaryOperator, Diagnostic, Expr, ExprKind, Function, Sentence, Severity, codes};

/// Adds the warnings of a tree.
pub(super) fn find(source: &str, expr: &Expr, problems: &mut Vec<Diagnostic>) {
    expr.visit(&mut |part| match &part.kind {
        ExprKind::If { condition, then, otherwise } => {
            constant(condition, problems);
            if then == otherwise && !unreadable(then) {
                problems.push(same_branches(part));
            }
        }
        ExprKind::Binary { operator: BinaryOperator::And | BinaryOperator::Or, left, right } => {
            constant(left, problems);
            constant(right, problems);
        }
        ExprKind::Binary { operator, left, right } if operator.is_comparison() && is_self(left, right) => {
            problems.push(self_comparison(source, part, left));
        }
        ExprKind::In { options, .. } => repeated(source, options, problems),
        _ => {}
    });
}

fn is_self(left: &Expr, right: &Expr) -> bool {
    left == right && !left.is_literal() && !unreadable(left)
}

fn warning(code: &'static str, expr: &Expr, message: Sentence, hint: Sentence) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, expr.span, message).with_hint(hint) }
}

fn unreadable(expr: &Expr) -> bool {
    let mut found = false;
    expr.visit(&mut |part| found |= part.kind == ExprKind::Unreadable);
    found
}

/// Whether its value hangs on no fact.
fn is_constant(expr: &Expr) -> bool {
    let mut constant = true;
    expr.visit(&mut |part| {
        constant &= !matches!(
            part.kind,
            ExprKind::Item(_)
                | ExprKind::Unreadable
                | ExprKind::Call {
                    function: Function::HasLabel
                        | Function::Points
                        | Function::Stage
                        | Function::Grade
                        | Function::YearsSince
                        | Function::DaysSince,
                    ..
                }
        );
    });
    constant
}

fn constant(condition: &Expr, problems: &mut Vec<Diagnostic>) {
    if is_constant(condition) {
        problems.push(warning(
            codes::CONSTANT_CONDITION,
            condition,
            Sentence::new("这个条件对所有企业都一样", "this condition is the same for every enterprise"),
            Sentence::new("删去它，或写上数据项", "remove it, or compare with an item"),
        ));
    }
}

fn same_branches(expr: &Expr) -> Diagnostic {
    warning(
        codes::SAME_BRANCHES,
        expr,
        Sentence::new(
            "无论条件是否满足，结果都相同",
            "the result is the same whether or not the condition is met",
        ),
        Sentence::new("删去“若”，或改正其中一个分支", "remove the condition, or mend one of the branches"),
    )
}

fn self_comparison(source: &str, expr: &Expr, side: &Expr) -> Diagnostic {
    let shown = snippet(source, side.span);
    warning(
        codes::SELF_COMPARISON,
        expr,
        Sentence::new(format!("“{shown}”与自身比较"), format!("`{shown}` is compared with itself")),
        Sentence::new("改正其中一边，如与上一期比较：[-1]", "mend one of the sides, for instance with [-1]"),
    )
}

fn repeated(source: &str, options: &[Expr], problems: &mut Vec<Diagnostic>) {
    for (place, option) in options.iter().enumerate() {
        if option.is_literal() && options[..place].contains(option) {
            let shown = snippet(source, option.span);
            problems.push(warning(
                codes::REPEATED_OPTION,
                option,
                Sentence::new(format!("{shown} 在列表中重复"), format!("{shown} is in the list twice")),
                Sentence::new("删去一个", "remove one of them"),
            ));
        }
    }
}
