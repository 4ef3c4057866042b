//! The conditions of all policies or products, each of them once.

use std::{collections::HashMap, fmt::Write};

use domain::{
    cultivation::{Bound, Clause, ClauseBody, Group, Requirement, State, judge_clause},
    policies::{Parameter, WithParameters},
};
use formula::Formula;

use crate::{
    lanes::{DOUBT, KNOWN, Truths},
    policies::Evaluated,
    program::{Asked, Chunk, Reads},
};

/// Met.
pub(crate) const MET: u8 = 0;
/// Unmet.
pub(crate) const UNMET: u8 = 1;
/// Cannot be told.
pub(crate) const UNKNOWN: u8 = 2;
/// Waits for an officer.
pub(crate) const OFFICER: u8 = 3;
/// Nobody has looked yet: the exact judge is asked when it is needed.
const OPEN: u8 = 4;

/// What one policy or product asks, in its order: conditions, then officer checks; and what its formulas read.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub(crate) conditions: &'a [Clause],
    pub(crate) officer_checks: &'a [Clause],
    pub(crate) reads: Reads<'a>,
}

impl<'a> Terms<'a> {
    fn clauses(self) -> impl Iterator<Item = &'a Clause> {
        self.conditions.iter().chain(self.officer_checks)
    }
}

/// One condition with the enterprises it is asked of.
struct Condition<'a> {
    clause: &'a Clause,
    reads: Reads<'a>,
    asked: Option<Asked<'a>>,
}

/// Every condition once, and which of them each policy or product asks, in its order.
pub(crate) struct Conditions<'a> {
    list: Vec<Condition<'a>>,
    pub(crate) of_each: Vec<Vec<usize>>,
}

impl<'a> Conditions<'a> {
    pub(crate) fn of(all: &[Terms<'a>]) -> Self {
        let mut list: Vec<Condition<'a>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut of_each = Vec::with_capacity(all.len());
        for (number, terms) in all.iter().enumerate() {
            let places = terms.clauses().map(|clause| {
                let mut key = format!("{:p} ", terms.reads.population);
                match &clause.body {
                    ClauseBody::Typed(requirement) => {
                        // Parameters may give one text two meanings.
                        if reads_any(requirement, terms.reads.parameters) {
                            key.push_str(&format!("{number} "));
                        }
                        name(requirement, &mut key);
                    }
                    ClauseBody::OfficerCheck(_) => key.push_str(&format!("? {number} {}", clause.code)),
                }
                *known.entry(key).or_insert_with(|| {
                    list.push(Condition::new(clause, terms.reads));
                    list.len() - 1
                })
            });
            of_each.push(places.collect());
        }
        Self { list, of_each }
    }

    pub(crate) fn chunk<'c>(&'c self, chunk: Chunk) -> Codes<'c, 'a> {
        Codes { conditions: self, chunk, codes: (0..self.list.len()).map(|_| None).collect() }
    }
}

/// Whether a requirement reads one of `parameters`.
fn reads_any(requirement: &Requirement, parameters: &[Parameter]) -> bool {
    let reads = |formula: &Formula| {
        formula.items().any(|item| parameters.iter().any(|parameter| parameter.code == item.name))
    };
    match requirement {
        Requirement::Test(test) => {
            reads(test.value()) || matches!(test.bound(), Bound::Formula(bound) if reads(bound))
        }
        Requirement::Holds { formula, .. } => reads(formula),
        Requirement::Group { parts, .. } => parts.iter().any(|part| reads_any(part, parameters)),
    }
}

impl<'a> Condition<'a> {
    fn new(clause: &'a Clause, reads: Reads<'a>) -> Self {
        let asked = match &clause.body {
            ClauseBody::Typed(requirement) => Asked::compile(requirement, reads),
            ClauseBody::OfficerCheck(_) => None,
        };
        Self { clause, reads, asked }
    }

    fn exactly(&self, index: usize) -> u8 {
        let Reads { population, results, parameters } = self.reads;
        let facts = Evaluated { row: population.row(index), index, results };
        let facts = WithParameters::new(&facts, parameters);
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
pub(crate) struct Codes<'c, 'a> {
    conditions: &'c Conditions<'a>,
    chunk: Chunk,
    codes: Vec<Option<Vec<u8>>>,
}

impl Codes<'_, '_> {
    /// The codes of a condition; some may be open.
    pub(crate) fn look(&mut self, condition: usize) -> &[u8] {
        let (one, chunk) = (&self.conditions.list[condition], self.chunk);
        self.codes[condition].get_or_insert_with(|| {
            let truths = one.asked.as_ref().and_then(|asked| asked.truths(chunk));
            truths.map_or_else(|| vec![OPEN; chunk.len], |truths| codes(&truths))
        })
    }

    /// The code of a condition for one enterprise of the chunk, decided.
    pub(crate) fn decide(&mut self, condition: usize, place: usize) -> u8 {
        let code = self.look(condition)[place];
        if code != OPEN {
            return code;
        }
        let code = self.conditions.list[condition].exactly(self.chunk.start + place);
        if let Some(codes) = &mut self.codes[condition] {
            codes[place] = code;
        }
        code
    }

    /// Decides a condition for the whole chunk.
    pub(crate) fn decide_all(&mut self, condition: usize) -> &[u8] {
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
