//! Why: every failing condition with its gap, what is missing, what an officer must answer.

use formula::Sentence;

use super::{Judged, Policy};
use crate::{
    Name,
    cultivation::{
        Clause, ClauseBody, ClauseFinding, Detail, Finding, Group, Issues, Requirement, State, lack,
        lack_of_part, missing_name, undefined_en,
    },
    indicators::Dictionary,
};

/// Every failing condition with its gap, in file order; of a group every part that fails.
#[must_use]
pub fn failing(policy: &Policy, judged: &Judged) -> Vec<Sentence> {
    let conditions = policy.conditions.iter().zip(&judged.conditions);
    let checks = policy.officer_checks.iter().zip(&judged.officer_checks);
    let mut found: Vec<Sentence> = conditions.chain(checks).filter_map(unmet).collect();
    if judged.comes_to_nothing() {
        found.push(Sentence::new("按本政策计算的金额为零", "the award comes to nothing"));
    }
    found
}

/// What is missing to tell, by the names of the dictionary, and what cannot be computed.
#[must_use]
pub fn lacking(judged: &Judged, dictionary: &Dictionary) -> Vec<Sentence> {
    of_issues(&judged.issues(), dictionary)
}

/// What an officer must still answer.
#[must_use]
pub fn pending(policy: &Policy, judged: &Judged) -> Vec<Sentence> {
    let checks = policy.officer_checks.iter().zip(&judged.officer_checks);
    checks.filter(|(_, found)| found.state == State::Officer).map(|(clause, _)| both(&clause.name)).collect()
}

impl Issues {
    /// What is missing, by the names of the dictionary, and what cannot be computed.
    #[must_use]
    pub fn sentences(&self, dictionary: &Dictionary) -> Vec<Sentence> {
        of_issues(self, dictionary)
    }
}

pub(crate) fn of_issues(issues: &Issues, dictionary: &Dictionary) -> Vec<Sentence> {
    let missing = issues.missing.iter().map(|missing| {
        let name = missing_name(missing, dictionary);
        Sentence::new(format!("缺{}", name.zh), format!("{} is missing", name.en))
    });
    let undefined = issues.undefined.iter().map(|why| {
        Sentence::new(format!("无法计算：{why}"), format!("cannot be computed: {}", undefined_en(*why)))
    });
    missing.chain(undefined).collect()
}

pub(crate) fn both(name: &Name) -> Sentence {
    Sentence::new(name.zh.clone(), name.in_language(formula::Language::English))
}

/// What fails in a clause, if it is not met.
pub(crate) fn unmet((clause, found): (&Clause, &ClauseFinding)) -> Option<Sentence> {
    if found.state != State::Unmet {
        return None;
    }
    let ClauseBody::Typed(requirement) = &clause.body else {
        return Some(lack(&clause.name, None, &found.finding));
    };
    let Requirement::Group { .. } = requirement else {
        return Some(lack(&clause.name, Some(requirement), &found.finding));
    };
    let parts = of_group(requirement, &found.finding);
    let name = both(&clause.name);
    Some(Sentence::new(format!("{}（{}）", name.zh, parts.zh), format!("{} ({})", name.en, parts.en)))
}

/// What fails in a group: of `all` the unmet parts, of `any` all of them, of `none` what is there.
fn of_group(requirement: &Requirement, finding: &Finding) -> Sentence {
    let (Requirement::Group { group, parts, .. }, Detail::Group(_, found)) = (requirement, &finding.detail)
    else {
        return lack_of_part(requirement, finding);
    };
    let wanted = if *group == Group::None { State::Met } else { State::Unmet };
    let failing = parts.iter().zip(found).filter(|(_, found)| found.state == wanted);
    let failing: Vec<Sentence> = failing.map(|(part, found)| of_group(part, found)).collect();
    let join = |separator: &str, pick: fn(&Sentence) -> &str| {
        failing.iter().map(pick).collect::<Vec<_>>().join(separator)
    };
    match group {
        Group::Any => Sentence::new(
            format!("以下无一满足：{}", join("；", |each| &each.zh)),
            format!("none of these: {}", join("; ", |each| &each.en)),
        ),
        Group::All | Group::None => Sentence::new(join("；", |each| &each.zh), join("; ", |each| &each.en)),
    }
}
