//! What stage predicates look at, and the constants they compare it with.

use formula::{BinaryOperator, Exact, Expr, ExprKind, Function, Span, Value};

/// Something a predicate compares with constants: an item, a label, or any part that is not taken apart further.
#[derive(Debug)]
pub(super) struct Atom {
    pub expr: Expr,
    /// Every constant it is compared with; empty for a truth.
    pub constants: Vec<Value>,
    pub truth: bool,
}

/// Every atom of a scheme's stages.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    list: Vec<Atom>,
}

impl Atoms {
    pub fn list(&self) -> &[Atom] {
        &self.list
    }

    pub fn index(&self, expr: &Expr) -> Option<usize> {
        self.list.iter().position(|atom| atom.expr == *expr)
    }

    /// Whether every combination of atom values can occur: items and labels are independent, and an item's range is
    /// known; what a computed value can be is not.
    pub fn certain(&self) -> bool {
        let plain = |atom: &Atom| match &atom.expr.kind {
            ExprKind::Item(_) => true,
            ExprKind::Call { function, .. } => *function == Function::HasLabel,
            _ => false,
        };
        self.list.iter().all(plain)
    }

    fn add(&mut self, expr: &Expr, constants: Vec<Value>, truth: bool) {
        let index = self.index(expr).unwrap_or_else(|| {
            self.list.push(Atom { expr: expr.clone(), constants: Vec::new(), truth });
            self.list.len() - 1
        });
        self.list[index].constants.extend(constants);
    }

    /// Takes a predicate apart.
    ///
    /// # Errors
    /// The place of a part that is neither logic nor a comparison with constants.
    pub fn collect(&mut self, expr: &Expr) -> Result<(), Span> {
        match &expr.kind {
            ExprKind::Truth(_) => Ok(()),
            ExprKind::Not(inner) => self.collect(inner),
            ExprKind::Binary { operator: BinaryOperator::And | BinaryOperator::Or, left, right } => {
                self.collect(left)?;
                self.collect(right)
            }
            ExprKind::Binary { operator, left, right } if operator.is_comparison() => {
                self.comparison(expr, left, right)
            }
            ExprKind::In { value, options } => {
                let constants: Option<Vec<Value>> = options.iter().map(constant).collect();
                self.add(value, constants.ok_or(expr.span)?, false);
                Ok(())
            }
            ExprKind::If { condition, then, otherwise } => {
                self.collect(condition)?;
                self.collect(then)?;
                self.collect(otherwise)
            }
            ExprKind::Item(_) | ExprKind::Call { function: Function::HasLabel, .. } => {
                self.add(expr, Vec::new(), true);
                Ok(())
            }
            _ => Err(expr.span),
        }
    }

    fn comparison(&mut self, expr: &Expr, left: &Expr, right: &Expr) -> Result<(), Span> {
        match (constant(left), constant(right)) {
            (Some(_), Some(_)) => Ok(()),
            (None, Some(value)) => {
                self.add(left, vec![value], false);
                Ok(())
            }
            (Some(value), None) => {
                self.add(right, vec![value], false);
                Ok(())
            }
            (None, None) => Err(expr.span),
        }
    }
}

/// The value of a constant, numbers in base units.
pub(super) fn constant(expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Number { value, unit } => {
            Some(Value::Number(unit.map_or_else(|| value.clone(), |unit| unit.to_base(value))))
        }
        ExprKind::Negate(inner) => match constant(inner)? {
            Value::Number(value) => Some(Value::Number(Exact::ZERO - value)),
            _ => None,
        },
        ExprKind::Text(text) => Some(Value::Text(text.as_str().into())),
        ExprKind::Date(date) => Some(Value::Date(*date)),
        ExprKind::Truth(truth) => Some(Value::Truth(*truth)),
        _ => None,
    }
}
