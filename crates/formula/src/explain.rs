//! An evaluation with the values of its parts.

use crate::{
    BinaryOperator, Expr, ExprKind, Facts, Formula, Function, ItemRef, Outcome, Step, Vocabulary,
    check::{Checker, Expected, greatest_periods},
    eval::Evaluation,
    render::chinese,
};

impl Formula {
    /// The formula's value with the values of its parts, in reading order. Literals are left out, and parts that
    /// were not needed: the other branch of a choice, what stands behind an `且` that is already unmet.
    #[must_use]
    pub fn explain(&self, facts: &dyn Facts, vocabulary: &dyn Vocabulary) -> Step {
        Explainer { evaluation: Evaluation { formula: self, facts }, vocabulary }.step(self.expr(), 0)
    }
}

struct Explainer<'a> {
    evaluation: Evaluation<'a>,
    vocabulary: &'a dyn Vocabulary,
}

impl Explainer<'_> {
    fn step(&self, expr: &Expr, level: usize) -> Step {
        let formula = self.evaluation.formula;
        let shape = Checker::new(formula.source(), formula.infos()).shape(expr);
        let kind = if level == 0 { formula.kind() } else { shape.kind.settled(Expected::Any) };
        let parts = self.needed(expr);
        Step {
            text: chinese(expr, self.vocabulary),
            outcome: self.evaluation.outcome(expr),
            kind,
            unit: shape.unit,
            parts: parts.iter().map(|part| self.step(part, level + 1)).collect(),
        }
    }

    /// The parts the value came from.
    fn needed(&self, expr: &Expr) -> Vec<Expr> {
        let parts: Vec<&Expr> = match &expr.kind {
            ExprKind::Binary { operator: BinaryOperator::And, left, right } => self.sides(left, right, false),
            ExprKind::Binary { operator: BinaryOperator::Or, left, right } => self.sides(left, right, true),
            ExprKind::If { condition, then, otherwise } => match self.evaluation.truth(condition) {
                Ok(true) => vec![condition, then],
                Ok(false) => vec![condition, otherwise],
                Err(_) => vec![condition],
            },
            ExprKind::Bands { subject, arms, otherwise } => match self.evaluation.arm(subject, arms) {
                Ok(value) => vec![subject, value.unwrap_or(otherwise)],
                Err(_) => vec![subject],
            },
            ExprKind::Call { function: Function::OrElse, arguments } => self.fallback(arguments),
            ExprKind::Call { function, arguments } if over_periods(*function) => {
                return self.periods(*function, arguments);
            }
            _ => expr.children(),
        };
        parts.into_iter().filter(|part| !part.is_literal()).cloned().collect()
    }

    fn sides<'e>(&self, left: &'e Expr, right: &'e Expr, deciding: bool) -> Vec<&'e Expr> {
        if self.evaluation.truth(left) == Ok(deciding) { vec![left] } else { vec![left, right] }
    }

    fn fallback<'e>(&self, arguments: &'e [Expr]) -> Vec<&'e Expr> {
        let known = |expr: &Expr| matches!(self.evaluation.outcome(expr), Outcome::Known(_));
        let needed = if arguments.first().is_some_and(known) { 1 } else { 2 };
        arguments.iter().take(needed).collect()
    }

    /// The item in each period that was looked at, newest first; then the number of periods when it is computed.
    fn periods(&self, function: Function, arguments: &[Expr]) -> Vec<Expr> {
        let Some(ExprKind::Item(item)) = arguments.first().map(|argument| &argument.kind) else {
            return Vec::new();
        };
        let count = arguments.get(1);
        let periods = count.map_or(Some(1), |count| {
            let value = self.evaluation.outcome(count).as_number()?.to_i64()?;
            u8::try_from(value).ok().filter(|periods| (1..=greatest_periods(function)).contains(periods))
        });
        let earlier = u8::from(matches!(function, Function::Growth | Function::MeanGrowth));
        let span = arguments[0].span;
        let mut parts: Vec<Expr> = (0..periods.map_or(1, |periods| periods + earlier))
            .map(|back| Expr { kind: ExprKind::Item(ItemRef { back, ..item.clone() }), span })
            .collect();
        parts.extend(count.filter(|count| !count.is_literal()).cloned());
        parts
    }
}

fn over_periods(function: Function) -> bool {
    matches!(
        function,
        Function::Sum | Function::Mean | Function::Count | Function::Growth | Function::MeanGrowth
    )
}
