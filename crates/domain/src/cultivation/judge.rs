//! Judging clauses: three-valued, every part looked at, gaps told.

use std::cmp::Ordering;

use formula::{Exact, Facts, Formula, Outcome, Value};

use super::{
    Bound, Clause, ClauseBody, ClauseFinding, Comparison, Gap, Group, Issues, OfficerCheck, Requirement,
    State, Test,
};

/// What was found for a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How it stands.
    pub state: State,
    /// What keeps it from being told; empty unless the state is unknown.
    pub issues: Issues,
    /// The particulars.
    pub detail: Detail,
}

/// The particulars of a finding, by kind of requirement.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// Value against bound.
    Test {
        /// The left side.
        value: Outcome,
        /// The right side; `None` for a list.
        bound: Option<Outcome>,
        /// How far, when unmet and numbers.
        gap: Option<Gap>,
    },
    /// A truth.
    Holds(Outcome),
    /// One per part, in file order.
    Group(Group, Vec<Finding>),
    /// An officer's recorded decision.
    OfficerCheck(Option<bool>),
}

impl Finding {
    /// How far it is from being met, relative to the bound: the worst part of `all`, the nearest part of `any`.
    /// `None` when it is not unmet or no distance can be told.
    #[must_use]
    pub fn relative_gap(&self) -> Option<Exact> {
        if self.state != State::Unmet {
            return None;
        }
        match &self.detail {
            Detail::Test { gap, .. } => gap.as_ref()?.relative.clone(),
            Detail::Group(Group::All, parts) => {
                let unmet = parts.iter().filter(|part| part.state == State::Unmet);
                unmet.map(Self::relative_gap).collect::<Option<Vec<_>>>()?.into_iter().max()
            }
            Detail::Group(Group::Any, parts) => parts.iter().filter_map(Self::relative_gap).min(),
            Detail::Group(Group::None, _) | Detail::Holds(_) | Detail::OfficerCheck(_) => None,
        }
    }
}

/// Judges one clause: the one place where conditions and officer checks are decided, for ladders and policies alike.
#[must_use]
pub fn judge_clause(clause: &Clause, facts: &dyn Facts) -> ClauseFinding {
    let finding = match &clause.body {
        ClauseBody::Typed(requirement) => judge(requirement, facts),
        ClauseBody::OfficerCheck(check) => officer(check, facts),
    };
    ClauseFinding { state: finding.state, veto: clause.veto, finding }
}

fn officer(check: &OfficerCheck, facts: &dyn Facts) -> Finding {
    let answer = check.answer.as_ref().and_then(|answer| answer.evaluate(facts).as_truth());
    let state = answer.map_or(State::Officer, of_truth);
    Finding { state, issues: Issues::default(), detail: Detail::OfficerCheck(answer) }
}

fn judge(requirement: &Requirement, facts: &dyn Facts) -> Finding {
    match requirement {
        Requirement::Test(test) => judge_test(test, facts),
        Requirement::Holds { formula, .. } => holds(formula, facts),
        Requirement::Group { group, parts, .. } => {
            judge_group(*group, parts.iter().map(|part| judge(part, facts)).collect())
        }
    }
}

fn of_truth(holds: bool) -> State {
    if holds { State::Met } else { State::Unmet }
}

fn holds(formula: &Formula, facts: &dyn Facts) -> Finding {
    let outcome = formula.evaluate(facts);
    let state = outcome.as_truth().map_or(State::Unknown, of_truth);
    Finding { state, issues: Issues::of(&outcome), detail: Detail::Holds(outcome) }
}

/// Kleene's three values: one unmet part decides `all`, one met part decides `any` and `none`.
fn judge_group(group: Group, parts: Vec<Finding>) -> Finding {
    let (decisive, decided, otherwise) = match group {
        Group::All => (State::Unmet, State::Unmet, State::Met),
        Group::Any => (State::Met, State::Met, State::Unmet),
        Group::None => (State::Met, State::Unmet, State::Met),
    };
    let some = |state: State| parts.iter().any(|part| part.state == state);
    let state = match (some(decisive), some(State::Unknown)) {
        (true, _) => decided,
        (false, true) => State::Unknown,
        (false, false) => otherwise,
    };
    let unknown = parts.iter().filter(|part| state == State::Unknown && part.state == State::Unknown);
    let issues = unknown.map(|part| part.issues.clone()).collect();
    Finding { state, issues, detail: Detail::Group(group, parts) }
}

fn judge_test(test: &Test, facts: &dyn Facts) -> Finding {
    let value = test.value().evaluate(facts);
    match test.bound() {
        Bound::Values(options) => among(test.comparison(), value, options),
        Bound::Formula(bound) => compare(test.comparison(), value, bound.evaluate(facts)),
    }
}

fn among(comparison: Comparison, value: Outcome, options: &[Value]) -> Finding {
    let state = match &value {
        Outcome::Known(known) => of_truth(options.contains(known) != (comparison == Comparison::NotEquals)),
        _ => State::Unknown,
    };
    let issues = Issues::of(&value);
    Finding { state, issues, detail: Detail::Test { value, bound: None, gap: None } }
}

fn compare(comparison: Comparison, value: Outcome, bound: Outcome) -> Finding {
    let (state, gap) = match (&value, &bound) {
        (Outcome::Known(left), Outcome::Known(right)) => {
            let state = order(left, right).map_or(State::Unknown, |order| of_truth(comparison.holds(order)));
            (state, (state == State::Unmet).then(|| distance(left, right)).flatten())
        }
        _ => (State::Unknown, None),
    };
    let issues = [Issues::of(&value), Issues::of(&bound)].into_iter().collect();
    Finding { state, issues, detail: Detail::Test { value, bound: Some(bound), gap } }
}

/// How two values of one type stand to each other. A [`Test`] never compares different types.
fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::Truth(left), Value::Truth(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn distance(value: &Value, bound: &Value) -> Option<Gap> {
    let (Value::Number(value), Value::Number(bound)) = (value, bound) else { return None };
    let distance = (value - bound).abs();
    let relative = distance.checked_div(&bound.abs());
    Some(Gap { distance, relative })
}

/// Whether the clause cannot be told although nothing is missing: a number is undefined.
pub(super) fn only_undefined(clause: &ClauseFinding) -> bool {
    clause.state == State::Unknown && clause.finding.issues.missing.is_empty()
}
