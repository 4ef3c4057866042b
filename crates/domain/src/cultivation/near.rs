//! How near an enterprise is to a rung: which single conditions it is short of, if it can get there at all.

use formula::{ExprKind, Function, Sentence};

use super::{
    Assessment, Clause, ClauseBody, ClauseFinding, Comparison, Detail, Finding, Group, Ladder, Requirement,
    State, Test,
    rows::{lack, pass_lack},
};

/// A single condition that must still come true, with what was found.
type Part<'l> = (&'l Requirement, &'l Finding);

impl Assessment {
    /// How many conditions must still come true; see [`Assessment::lacking`].
    #[must_use]
    pub fn short(&self, ladder: &Ladder) -> Option<usize> {
        self.lacking(ladder).map(|conditions| conditions.len())
    }

    /// The single conditions that must still come true, each with its gap: of a group all that are unmet, of alternatives
    /// those of the nearest, and unmet pass rules unless a direct clause is nearer. What is not known counts as met.
    /// `None` when a veto stands against it, or something that time only makes worse, e.g. that an enterprise is at most
    /// five years old.
    #[must_use]
    pub fn lacking(&self, ladder: &Ladder) -> Option<Vec<Sentence>> {
        let hard = ladder.hard.iter().zip(&self.hard).map(|(clause, found)| of_clause(clause, found));
        let mut conditions = hard.collect::<Option<Vec<_>>>()?.concat();
        let direct = ladder.direct.iter().zip(&self.direct);
        let direct = direct.filter_map(|(clause, found)| of_clause(clause, found));
        let card = ladder.scorecard.as_ref().zip(self.score.as_ref());
        let points = card.map(|(card, score)| {
            let rules = card.pass.iter().zip(&score.pass).filter(|(_, rule)| rule.state == State::Unmet);
            rules.map(|(rule, found)| pass_lack(rule, found)).collect()
        });
        // Either way makes up for the other.
        conditions.extend(points.into_iter().chain(direct).min_by_key(Vec::len).unwrap_or_default());
        Some(conditions)
    }
}

fn of_clause(clause: &Clause, found: &ClauseFinding) -> Option<Vec<Sentence>> {
    if found.state != State::Unmet {
        return Some(Vec::new());
    }
    match &clause.body {
        _ if clause.veto => None,
        ClauseBody::OfficerCheck(_) => Some(vec![lack(&clause.name, None, &found.finding)]),
        ClauseBody::Typed(requirement) => {
            let whole = |part: &Requirement| std::ptr::eq(part, requirement).then_some(&clause.name);
            let parts = missing_parts(requirement, &found.finding)?.into_iter();
            Some(
                parts
                    .map(|(part, finding)| match whole(part) {
                        Some(name) => lack(name, Some(part), finding),
                        None => super::rows::lack_of_part(part, finding),
                    })
                    .collect(),
            )
        }
    }
}

fn missing_parts<'l>(requirement: &'l Requirement, finding: &'l Finding) -> Option<Vec<Part<'l>>> {
    if finding.state != State::Unmet {
        return Some(Vec::new());
    }
    let (Requirement::Group { group, parts }, Detail::Group(_, found)) = (requirement, &finding.detail)
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
