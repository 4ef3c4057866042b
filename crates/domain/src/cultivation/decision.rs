//! The verdict, in a fixed order of decisions.

use formula::Facts;

use super::{
    Assessment, Clause, ClauseFinding, Ladder, PassFinding, Reason, Route, ScoreFinding, Scorecard, State,
    Verdict, judge, scoring,
};

/// Holds one enterprise against a ladder.
///
/// The order of decisions, first match wins:
/// 1. A veto or another hard condition is unmet → 不符合 (vetoes are named first).
/// 2. The points are out of reach even optimistically and no direct clause can still be met → 不符合.
/// 3. A hard condition lacks data → 数据不足.
/// 4. The points are settled (a direct clause is met, or even the conservative points pass, or none are asked for):
///    符合 when no officer check and no undefined number is open among the hard conditions, else 需人工核验.
/// 5. The points are open. The optimistic points pass without hoping for missing data → 有望; missing data could
///    decide → 数据不足; only an officer's answer to a direct clause could → 需人工核验.
///
/// A direct clause makes the points unnecessary, never the hard conditions.
#[must_use]
pub fn assess(ladder: &Ladder, facts: &dyn Facts) -> Assessment {
    let judge_all =
        |clauses: &[Clause]| clauses.iter().map(|each| judge::judge_clause(each, facts)).collect();
    let score = ladder.scorecard.as_ref().map(|card| scoring::score(card, facts));
    let case = Case { ladder, hard: judge_all(&ladder.hard), direct: judge_all(&ladder.direct), score };
    let route = case.route();
    let (verdict, reasons) = case.decide(route);
    let passes = case.passes().filter(|_| !matches!(route, Route::Direct(_))).map(|(_, pass)| pass.state);
    let states: Vec<State> = case.hard.iter().map(|clause| clause.state).chain(passes).collect();
    let count = |state: State| states.iter().filter(|each| **each == state).count();
    Assessment {
        verdict,
        reasons,
        route,
        unmet: count(State::Unmet),
        unknown: count(State::Unknown),
        officer: count(State::Officer),
        note: Ladder::note(),
        hard: case.hard,
        direct: case.direct,
        score: case.score,
    }
}

/// Everything the decision looks at.
struct Case<'l> {
    ladder: &'l Ladder,
    hard: Vec<ClauseFinding>,
    direct: Vec<ClauseFinding>,
    score: Option<ScoreFinding>,
}

impl Case<'_> {
    fn route(&self) -> Route {
        if let Some(direct) = self.direct.iter().position(|clause| clause.state == State::Met) {
            return Route::Direct(direct);
        }
        match &self.score {
            Some(score) if score.pass.iter().all(|pass| pass.state == State::Met) => Route::Score,
            None if self.direct.is_empty() => Route::NotNeeded,
            _ => Route::Open,
        }
    }

    fn decide(&self, route: Route) -> (Verdict, Vec<Reason>) {
        let unmet = self.unmet_reasons(route);
        if !unmet.is_empty() {
            return (Verdict::Fails, unmet);
        }
        let missing = self.hard_codes(|clause| !clause.finding.issues.missing.is_empty(), Reason::Missing);
        if !missing.is_empty() {
            return (Verdict::NeedsData, missing);
        }
        let mut open = self.hard_codes(|clause| clause.state == State::Officer, Reason::OfficerCheck);
        open.extend(self.hard_codes(judge::only_undefined, Reason::Undefined));
        match route {
            Route::Open => self.decide_points(open),
            _ if open.is_empty() => (Verdict::Meets, self.direct_reason(route)),
            _ => (Verdict::NeedsOfficer, [open, self.direct_reason(route)].concat()),
        }
    }

    fn unmet_reasons(&self, route: Route) -> Vec<Reason> {
        let unmet = |clause: &ClauseFinding| clause.state == State::Unmet;
        let mut reasons = self.hard_codes(|clause| unmet(clause) && clause.veto, Reason::Vetoed);
        reasons.extend(self.hard_codes(|clause| unmet(clause) && !clause.veto, Reason::Unmet));
        if route == Route::Open && !self.direct.iter().any(|clause| clause.state != State::Unmet) {
            let low = self.passes().filter(|(_, pass)| pass.state == State::Unmet);
            reasons.extend(low.map(|(code, _)| Reason::ScoreTooLow(code.to_owned())));
            if self.score.is_none() {
                // Only a direct clause could have led there.
                reasons.extend(self.codes(&self.ladder.direct, &self.direct, unmet, Reason::Unmet));
            }
        }
        reasons
    }

    /// Step 5: hard conditions hold as far as data tell; `open` are those that wait for an officer.
    fn decide_points(&self, open: Vec<Reason>) -> (Verdict, Vec<Reason>) {
        let reachable = self.passes().all(|(_, pass)| pass.state != State::Unmet) && self.score.is_some();
        if reachable && self.passes().all(|(_, pass)| pass.assured) {
            let experts = self.passes().filter(|(_, pass)| pass.state == State::Open);
            let experts = experts.map(|(code, _)| Reason::ExpertsDecide(code.to_owned())).collect();
            return (Verdict::Promising, [experts, open].concat());
        }
        let lacking = |clause: &ClauseFinding| !clause.finding.issues.missing.is_empty();
        let mut missing = self.codes(&self.ladder.direct, &self.direct, lacking, Reason::Missing);
        if reachable {
            missing.extend(self.items_missing());
        }
        if !missing.is_empty() {
            return (Verdict::NeedsData, missing);
        }
        let asked = |clause: &ClauseFinding| clause.state == State::Officer || judge::only_undefined(clause);
        let asked = self.codes(&self.ladder.direct, &self.direct, asked, Reason::OfficerCheck);
        (Verdict::NeedsOfficer, [asked, open].concat())
    }

    fn items_missing(&self) -> Vec<Reason> {
        let (Some(card), Some(score)) = (&self.ladder.scorecard, &self.score) else { return Vec::new() };
        let items = card.sections.iter().flat_map(|section| &section.items);
        let scores = score.sections.iter().flat_map(|section| &section.items);
        let missing = items.zip(scores).filter(|(_, score)| !score.issues.missing.is_empty());
        missing.map(|(item, _)| Reason::ItemMissing(item.code.clone())).collect()
    }

    fn direct_reason(&self, route: Route) -> Vec<Reason> {
        match route {
            Route::Direct(index) => vec![Reason::Direct(self.ladder.direct[index].code.clone())],
            _ => Vec::new(),
        }
    }

    fn passes(&self) -> impl Iterator<Item = (&str, &PassFinding)> {
        let rules = self.ladder.scorecard.as_ref().map_or(&[][..], |card: &Scorecard| card.pass.as_slice());
        let findings = self.score.as_ref().map_or(&[][..], |score| score.pass.as_slice());
        rules.iter().map(|rule| rule.code.as_str()).zip(findings)
    }

    fn hard_codes(
        &self,
        wanted: impl Fn(&ClauseFinding) -> bool,
        reason: fn(String) -> Reason,
    ) -> Vec<Reason> {
        self.codes(&self.ladder.hard, &self.hard, wanted, reason)
    }

    fn codes(
        &self,
        clauses: &[Clause],
        findings: &[ClauseFinding],
        wanted: impl Fn(&ClauseFinding) -> bool,
        reason: fn(String) -> Reason,
    ) -> Vec<Reason> {
        let wanted = clauses.iter().zip(findings).filter(|(_, finding)| wanted(finding));
        wanted.map(|(clause, _)| reason(clause.code.clone())).collect()
    }
}
