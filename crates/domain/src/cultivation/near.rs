//! How near an enterprise is to a rung: how many single conditions it is short of, if it can get there at all.

use formula::{ExprKind, Function};

use super::{
    Assessment, Clause, ClauseBody, ClauseFinding, Comparison, Detail, Finding, Group, Ladder, Requirement,
    State, Test,
};

impl Assessment {
    /// How many conditions must still come true: single ones, of alternatives the fewest, and unmet pass rules. What is
    /// not known counts as met. `None` when a veto stands against it, or something only time can make worse, e.g. that an
    /// enterprise is at most five years old.
    #[must_use]
    pub fn short(&self, ladder: &Ladder) -> Option<usize> {
        let hard = ladder.hard.iter().zip(&self.hard).map(|(clause, found)| clause_short(clause, found));
        let hard = hard.sum::<Option<usize>>()?;
        let direct = ladder.direct.iter().zip(&self.direct);
        let direct = direct.filter_map(|(clause, found)| clause_short(clause, found)).min();
        let rules = self.score.as_ref().map(|score| &score.pass);
        let rules = rules.map(|pass| pass.iter().filter(|rule| rule.state == State::Unmet).count());
        // Either way makes up for the other.
        let rest = rules.into_iter().chain(direct).min().unwrap_or(0);
        Some(hard + rest)
    }
}

fn clause_short(clause: &Clause, found: &ClauseFinding) -> Option<usize> {
    if found.state != State::Unmet {
        return Some(0);
    }
    match &clause.body {
        _ if clause.veto => None,
        ClauseBody::OfficerCheck(_) => Some(1),
        ClauseBody::Typed(requirement) => short(requirement, &found.finding),
    }
}

fn short(requirement: &Requirement, finding: &Finding) -> Option<usize> {
    if finding.state != State::Unmet {
        return Some(0);
    }
    match (requirement, &finding.detail) {
        (Requirement::Test(test), _) => (!too_late(test)).then_some(1),
        (Requirement::Group { group, parts }, Detail::Group(_, found)) => {
            let parts = parts.iter().zip(found);
            match group {
                Group::All => parts.map(|(part, found)| short(part, found)).sum(),
                Group::Any => parts.filter_map(|(part, found)| short(part, found)).min(),
                Group::None => Some(parts.filter(|(_, found)| found.state == State::Met).count()),
            }
        }
        _ => Some(1),
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
