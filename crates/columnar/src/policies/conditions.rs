//! The conditions of all policies, each of them once.

use std::{collections::HashMap, fmt::Write};

use domain::{
    cultivation::{Bound, Clause, ClauseBody, Group, Requirement, State, judge_clause},
    policies::{Parameter, WithParameters},
};

use super::{Evaluated, Match, Results};
use crate::{
    Population,
    lanes::{DOUBT, KNOWN, Truths},
    program::{Asked, Chunk},
};

/// Met.
pub(super) const MET: u8 = 0;
/// Unmet.
pub(super) const UNMET: u8 = 1;
/// Cannot be told.
pub(super) const UNKNOWN: u8 = 2;
/// Waits for an officer.
pub(super) const OFFICER: u8 = 3;
/// Nobody has looked yet: the exact judge is asked when it is needed.
const OPEN: u8 = 4;

/// One condition with the enterprises it is asked of.
struct Condition<'a> {
    clause: &'a Clause,
    parameters: &'a [Parameter],
    population: &'a Population,
    asked: Option<Asked<'a>>,
}

/// Every condition once, and which of them each policy asks, in its order: conditions, then officer checks.
pub(super) struct Conditions<'a> {
    list: Vec<Condition<'a>>,
    pub(super) of_policy: Vec<Vec<usize>>,
}

impl<'a> Conditions<'a> {
    pub(super) fn of(matches: &[Match<'a>]) -> Self {
        let mut list: Vec<Condition<'a>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut of_policy = Vec::with_capacity(matches.len());
        for (number, one) in matches.iter().enumerate() {
            let clauses = one.policy.conditions.iter().chain(&one.policy.officer_checks);
            let places = clauses.map(|clause| {
                // Parameters may give one text two meanings.
                let own = if one.policy.parameters.is_empty() { usize::MAX } else { number };
                let mut key = format!("{:p} {own} ", one.population);
                match &clause.body {
                    ClauseBody::Typed(requirement) => name(requirement, &mut key),
                    ClauseBody::OfficerCheck(_) => key.push_str(&format!("? {number} {}", clause.code)),
                }
                *known.entry(key).or_insert_with(|| {
                    list.push(Condition::new(clause, *one));
                    list.len() - 1
                })
            });
            of_policy.push(places.collect());
        }
        Self { list, of_policy }
    }

    pub(super) fn chunk<'c>(&'c self, chunk: Chunk, results: Option<&'c Results>) -> Codes<'c, 'a> {
        Codes { conditions: self, chunk, results, codes: (0..self.list.len()).map(|_| None).collect() }
    }
}

impl<'a> Condition<'a> {
    fn new(clause: &'a Clause, one: Match<'a>) -> Self {
        let asked = match &clause.body {
            ClauseBody::Typed(requirement) => Asked::compile(requirement, one.population),
            ClauseBody::OfficerCheck(_) => None,
        };
        Self { clause, parameters: &one.policy.parameters, population: one.population, asked }
    }

    fn exactly(&self, index: usize, results: Option<&Results>) -> u8 {
        let facts = Evaluated { row: self.population.row(index), index, results };
        let facts = WithParameters::new(&facts, self.parameters);
        match judge_clause(self.clause, &facts).state {
            State::Met => MET,
            State::Unmet => UNMET,
            State::Officer => OFFICER,
            State::Unknown | State::Open => UNKNOWN,
        }
    }
}

/// What a requirement asks, written so that equal texts ask the same.
fn name(requirement: &Requirement, into: &mut String) {
    match requirement {
        Requirement::Test(test) => {
            // Writing to a String cannot fail.
            let _ = write!(into, "{} {} ", test.value().to_code(), test.comparison().en());
            match test.bound() {
                Bound::Formula(bound) => into.push_str(&bound.to_code()),
                Bound::Values(values) => {
                    let _ = write!(into, "{values:?}");
                }
            }
        }
        Requirement::Holds { formula, .. } => into.push_str(&formula.to_code()),
        Requirement::Group { group, parts, .. } => {
            into.push_str(match group {
                Group::All => "all(",
                Group::Any => "any(",
                Group::None => "none(",
            });
            for part in parts {
                name(part, into);
                into.push(';');
            }
            into.push(')');
        }
    }
}

/// How a chunk of enterprises stands to the conditions, as far as somebody has asked.
pub(super) struct Codes<'c, 'a> {
    conditions: &'c Conditions<'a>,
    chunk: Chunk,
    results: Option<&'c Results>,
    codes: Vec<Option<Vec<u8>>>,
}

impl Codes<'_, '_> {
    /// The codes of a condition; some may be open.
    pub(super) fn look(&mut self, condition: usize) -> &[u8] {
        let (one, chunk) = (&self.conditions.list[condition], self.chunk);
        self.codes[condition].get_or_insert_with(|| {
            let truths = one.asked.as_ref().and_then(|asked| asked.truths(chunk));
            truths.map_or_else(|| vec![OPEN; chunk.len], |truths| codes(&truths))
        })
    }

    /// The code of a condition for one enterprise of the chunk, decided.
    pub(super) fn decide(&mut self, condition: usize, place: usize) -> u8 {
        let code = self.look(condition)[place];
        if code != OPEN {
            return code;
        }
        let code = self.conditions.list[condition].exactly(self.chunk.start + place, self.results);
        if let Some(codes) = &mut self.codes[condition] {
            codes[place] = code;
        }
        code
    }

    /// Decides a condition for the whole chunk.
    pub(super) fn decide_all(&mut self, condition: usize) -> &[u8] {
        if self.look(condition).contains(&OPEN) {
            for place in 0..self.chunk.len {
                self.decide(condition, place);
            }
        }
        self.look(condition)
    }
}

fn codes(truths: &Truths) -> Vec<u8> {
    let code = |(state, holds): (&u8, &bool)| match *state {
        KNOWN => u8::from(!*holds),
        DOUBT => OPEN,
        _ => UNKNOWN,
    };
    truths.state.iter().zip(&truths.holds).map(code).collect()
}
