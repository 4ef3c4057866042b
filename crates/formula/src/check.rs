//! The static check: names, types and units, once per rule; and what comes out of it, a [`Formula`].

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Diagnostic, Dimension, Expr, ExprKind, Function, ItemInfo, ItemRef, ResultKind, Sentence, Severity, Type,
    Unit, Vocabulary, parse,
};

mod calls;
mod expect;
mod join;
mod names;
mod shape;
mod warnings;

pub(crate) use calls::{digits, greatest_periods, in_periods};
pub(crate) use shape::{Checker, base_value};

/// What a formula must come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A condition.
    Truth,
    /// A number of this dimension; a number without unit adapts as it does beside an item.
    Number(Dimension),
    /// A number of any dimension.
    AnyNumber,
    /// Anything.
    Any,
}

/// A formula that has been read and checked against a data dictionary. It always evaluates.
#[derive(Debug, Clone)]
pub struct Formula {
    source: String,
    expr: Expr,
    kind: Type,
    unit: Option<&'static Unit>,
    items: BTreeSet<ItemRef>,
    labels: BTreeSet<String>,
    results: BTreeSet<(ResultKind, Option<String>)>,
    infos: BTreeMap<String, ItemInfo>,
    warnings: Vec<Diagnostic>,
}

impl PartialEq for Formula {
    /// Formulas are the same when they mean the same, however they are written.
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

impl Eq for Formula {}

impl Formula {
    /// Reads and checks `source`.
    ///
    /// # Errors
    /// Every problem of the text, warnings included, in the order of the text; at least one is an error.
    pub fn parse(source: &str, vocabulary: &dyn Vocabulary) -> Result<Self, Vec<Diagnostic>> {
        Self::parse_expecting(source, vocabulary, Expected::Any)
    }

    /// Reads and checks `source`, which must come to what is `expected`.
    ///
    /// # Errors
    /// As [`Formula::parse`].
    pub fn parse_expecting(
        source: &str,
        vocabulary: &dyn Vocabulary,
        expected: Expected,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (mut expr, mut problems) = parse(source);
        let infos = names::resolve(source, &mut expr, vocabulary, &mut problems);
        let mut checker = Checker::new(source, &infos);
        let shape = checker.formula(&expr, expected);
        problems.append(&mut checker.problems);
        names::check_texts(source, &expr, vocabulary, &mut problems);
        warnings::find(source, &expr, &mut problems);
        problems.sort_by_key(|problem| problem.span);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        let kind = shape.kind.settled(expected);
        let mut formula = Self {
            source: source.to_owned(),
            kind,
            unit: shape.unit,
            items: BTreeSet::new(),
            labels: BTreeSet::new(),
            results: BTreeSet::new(),
            infos,
            warnings: problems,
            expr,
        };
        formula.collect();
        Ok(formula)
    }

    fn collect(&mut self) {
        let (mut items, mut labels, mut results) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        self.expr.visit(&mut |expr| match &expr.kind {
            ExprKind::Item(item) => {
                items.insert(item.clone());
            }
            ExprKind::Call { function: Function::HasLabel, arguments } => {
                labels.extend(first_text(arguments))
            }
            ExprKind::Call { function, arguments } => {
                results.extend(result_of(*function).map(|kind| (kind, first_text(arguments))));
            }
            _ => {}
        });
        (self.items, self.labels, self.results) = (items, labels, results);
    }

    /// The checked tree: items by code, with their units.
    #[must_use]
    pub fn expr(&self) -> &Expr {
        &self.expr
    }

    /// What it comes to.
    #[must_use]
    pub fn kind(&self) -> Type {
        self.kind
    }

    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The items it names, each once, ordered by code and period. A function over several periods names its item
    /// with `back` 0 only.
    pub fn items(&self) -> impl Iterator<Item = &ItemRef> {
        self.items.iter()
    }

    /// The labels it asks for, each once, in order.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.labels.iter().map(String::as_str)
    }

    /// The results of evaluations it asks for, each once; `None` is the scheme at hand.
    pub fn results(&self) -> impl Iterator<Item = (ResultKind, Option<&str>)> {
        self.results.iter().map(|(kind, scheme)| (*kind, scheme.as_deref()))
    }

    /// Every item and period an evaluation may look at: as [`Formula::items`], with the earlier periods that
    /// `sum`, `growth` and their like reach. A number of periods that is computed counts as the greatest allowed.
    #[must_use]
    pub fn reads(&self) -> BTreeSet<ItemRef> {
        let mut reads = self.items.clone();
        self.expr.visit(&mut |expr| {
            let ExprKind::Call { function, arguments } = &expr.kind else { return };
            if let (Some(ExprKind::Item(item)), Some(periods)) =
                (arguments.first().map(|first| &first.kind), calls::periods_read(*function, arguments))
            {
                reads.extend((0..periods).map(|back| ItemRef { back, ..item.clone() }));
            }
        });
        reads
    }

    /// The unit to show its result in: the item's own when it is a bare item or sums of such, `%` for a ratio of
    /// equal dimensions; `None` otherwise.
    #[must_use]
    pub fn display_unit(&self) -> Option<&'static Unit> {
        self.unit
    }

    /// What is allowed but probably not meant.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// What the dictionary said of the items, by code.
    pub(crate) fn infos(&self) -> &BTreeMap<String, ItemInfo> {
        &self.infos
    }
}

impl Expr {
    /// The parts directly below, in reading order.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Negate(inner) | ExprKind::Not(inner) => vec![inner],
            ExprKind::Binary { left, right, .. } => vec![left, right],
            ExprKind::In { value, options } => std::iter::once(&**value).chain(options).collect(),
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Bands { subject, arms, otherwise } => {
                let mut parts = vec![&**subject];
                parts.extend(arms.iter().flat_map(|arm| [&arm.edge, &arm.value]));
                parts.push(otherwise);
                parts
            }
            ExprKind::Call { arguments, .. } => arguments.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Shows every part to `look`, this one first.
    pub fn visit<'e>(&'e self, look: &mut dyn FnMut(&'e Expr)) {
        look(self);
        for child in self.children() {
            child.visit(look);
        }
    }

    fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Negate(inner) | ExprKind::Not(inner) => vec![inner],
            ExprKind::Binary { left, right, .. } => vec![left, right],
            ExprKind::In { value, options } => std::iter::once(&mut **value).chain(options).collect(),
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Bands { subject, arms, otherwise } => {
                let mut parts = vec![&mut **subject];
                parts.extend(arms.iter_mut().flat_map(|arm| [&mut arm.edge, &mut arm.value]));
                parts.push(otherwise);
                parts
            }
            ExprKind::Call { arguments, .. } => arguments.iter_mut().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it is a literal.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        matches!(
            self.kind,
            ExprKind::Number { .. } | ExprKind::Text(_) | ExprKind::Date(_) | ExprKind::Truth(_)
        )
    }
}

fn first_text(arguments: &[Expr]) -> Option<String> {
    match arguments.first().map(|argument| &argument.kind) {
        Some(ExprKind::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn result_of(function: Function) -> Option<ResultKind> {
    match function {
        Function::Points => Some(ResultKind::Points),
        Function::Stage => Some(ResultKind::Stage),
        Function::Grade => Some(ResultKind::Grade),
        _ => None,
    }
}

/// A piece of the source, short enough for a sentence.
pub(crate) fn snippet(source: &str, span: crate::Span) -> String {
    let text = source.get(span.range()).unwrap_or("").trim();
    if text.chars().count() <= 30 {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let start: String = text.chars().take(29).collect();
    format!("{}…", start.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An error at `expr`'s place.
pub(crate) fn error(code: &'static str, expr: &Expr, zh: String, en: String) -> Diagnostic {
    Diagnostic::error(code, expr.span, Sentence::new(zh, en))
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::Span;

    #[test]
    fn long_pieces_are_cut_for_a_sentence() {
        let source = "研".repeat(40);
        assert_eq!(snippet(&source, Span::new(0, 120)), format!("{}…", "研".repeat(29)));
        assert_eq!(snippet("a +\n  b", Span::new(0, 7)), "a + b");
    }
}
