//! How near an enterprise is to a rung: which single conditions it is short of, if it can get there at all.

use formula::{Exact, ExprKind, Function, Sentence};

use super::{
    Assessment, Clause, ClauseBody, ClauseFinding, Comparison, Detail, Finding, Group, Ladder, PassFinding,
    PassRule, Requirement, State, Test,
    rows::{lack, lack_of_part, pass_lack},
};

/// A single condition that must still come true, with what was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lack<'l> {
    /// A whole clause; an officer's one has no requirement.
    Clause(&'l Clause, Option<&'l Requirement>, &'l Finding),
    /// A part of a clause that is a group.
    Part(&'l Clause, &'l Requirement, &'l Finding),
    /// Points that a pass rule asks for.
    Points(&'l PassRule, &'l PassFinding),
}

impl Lack<'_> {
    /// What is lacking, and by how much where that can be told.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Clause(clause, requirement, finding) => lack(&clause.name, *requirement, finding),
            Self::Part(_, requirement, finding) => lack_of_part(requirement, finding),
            Self::Points(rule, found) => pass_lack(rule, found),
        }
    }

    /// Code of the clause or pass rule it belongs to.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Clause(clause, ..) | Self::Part(clause, ..) => &clause.code,
            Self::Points(rule, _) => &rule.code,
        }
    }

    /// How far it is relative to the bound; `None` where no distance can be told.
    #[must_use]
    pub fn relative_gap(&self) -> Option<Exact> {
        match self {
            Self::Clause(_, _, finding) | Self::Part(_, _, finding) => finding.relative_gap(),
            Self::Points(rule, found) => {
                let asked = rule.points.exact();
                found.short?.exact().checked_div(&asked)
            }
        }
    }

    /// The condition itself, where a machine judges it.
    #[must_use]
    pub fn requirement(&self) -> Option<&Requirement> {
        match self {
            Self::Clause(_, requirement, _) => *requirement,
            Self::Part(_, requirement, _) => Some(requirement),
            Self::Points(..) => None,
        }
    }
}

impl Assessment {
    /// How many conditions must still come true; see [`Assessment::lacks`].
    #[must_use]
    pub fn short(&self, ladder: &Ladder) -> Option<usize> {
        self.lacks(ladder).map(|conditions| conditions.len())
    }

    /// What [`Assessment::lacks`] finds, in words.
    #[must_use]
    pub fn lacking(&self, ladder: &Ladder) -> Option<Vec<Sentence>> {
        Some(self.lacks(ladder)?.iter().map(Lack::sentence).collect())
    }

    /// The single conditions that must still come true, each with its gap: of a group all that are unmet, of alternatives
    /// those of the nearest, and unmet pass rules unless a direct clause is nearer. What is not known counts as met.
    /// `None` when a veto stands against it, or something that time only makes worse, e.g. that an enterprise is at most
    /// five years old.
    #[must_use]
    pub fn lacks<'l>(&'l self, ladder: &'l Ladder) -> Option<Vec<Lack<'l>>> {
        let mut conditions = Vec::new();
        for (clause, found) in ladder.hard.iter().zip(&self.hard) {
            conditions.extend(of_clause(clause, found)?);
        }
        let direct = ladder.direct.iter().zip(&self.direct);
        let direct = direct.filter_map(|(clause, found)| of_clause(clause, found));
        let card = ladder.scorecard.as_ref().zip(self.score.as_ref());
        let points = card.map(|(card, score)| {
            let rules = card.pass.iter().zip(&score.pass).filter(|(_, rule)| rule.state == State::Unmet);
            rules.map(|(rule, found)| Lack::Points(rule, found)).collect()
        });
        // Either way makes up for the other.
        conditions.extend(points.into_iter().chain(direct).min_by_key(Vec::len).unwrap_or_default());
        Some(conditions)
    }
}

fn of_clause<'l>(clause: &'l Clause, found: &'l ClauseFinding) -> Option<Vec<Lack<'l>>> {
    if found.state != State::Unmet {
        return Some(Vec::new());
    }
    match &clause.body {
        _ if clause.veto => None,
        ClauseBody::OfficerCheck(_) => Some(vec![Lack::Clause(clause, None, &found.finding)]),
        ClauseBody::Typed(requirement) => {
            let mut conditions = Vec::new();
            for (part, finding) in missing_parts(requirement, &found.finding)? {
                conditions.push(if std::ptr::eq(part, requirement) {
                    Lack::Clause(clause, Some(part), finding)
                } else {
                    Lack::Part(clause, part, finding)
                });
            }
            Some(conditions)
        }
    }
}

fn missing_parts<'l>(
    requirement: &'l Requirement,
    finding: &'l Finding,
) -> Option<Vec<(&'l Requirement, &'l Finding)>> {
    if finding.state != State::Unmet {
        return Some(Vec::new());
    }
    let (Requirement::Group { group, parts, .. }, Detail::Group(_, found)) = (requirement, &finding.detail)
    else {
        let late = matches!(requirement, Requirement::Test(test) if too_late(test));
        return (!late).then(|| vec![(requirement, finding)]);
    };
    let parts = parts.iter().zip(found);
    match group {
        Group::All => {
            let parts = parts.map(|(part, found)| missing_parts(part, found));
            parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat())
        }
        Group::Any => {
            let ways =
                parts.filter_map(|(part, found)| Some((found.relative_gap(), missing_parts(part, found)?)));
            ways.min_by_key(|(gap, way)| (way.len(), gap.is_none(), gap.clone())).map(|(_, way)| way)
        }
        Group::None => Some(parts.filter(|(_, found)| found.state == State::Met).collect()),
    }
}

/// Whether the value only grows with time and is too large already: an age.
fn too_late(test: &Test) -> bool {
    let aging = matches!(
        &test.value().expr().kind,
        ExprKind::Call { function: Function::YearsSince | Function::DaysSince, .. }
    );
    aging && matches!(test.comparison(), Comparison::AtMost | Comparison::Below)
}
