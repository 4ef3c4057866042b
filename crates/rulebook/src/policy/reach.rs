//! What nobody can reach: conditions that exclude each other, bands outside the conditions, amounts beyond a cap.

use std::collections::BTreeMap;

use domain::{
    cultivation::{Bound, Clause, ClauseBody, Comparison, Group, Requirement, Test},
    policies::{Award, Band, BandAward, Money, Part, PartRule, Policy},
};
use formula::{Exact, Fact, Facts, Formula, ResultKind, Sentence, Type};
use jiff::civil::Date;

use crate::{
    reader::{Node, Problems},
    words,
};

/// Reports what can never come true.
pub(super) fn check(root: &Node, policy: &Policy, problems: &mut Problems) {
    let Some(ranges) = open_ranges(root, &policy.conditions, problems) else { return };
    if let (Award::Money(money), Some(node)) = (&policy.award, root.get("award")) {
        amounts(node, money, &ranges, problems);
    }
}

/// The values that conditions leave open; `None` with a report where they exclude each other.
pub(crate) fn open_ranges(root: &Node, conditions: &[Clause], problems: &mut Problems) -> Option<Ranges> {
    let mut ranges = Ranges::new();
    for (clause, node) in conditions.iter().zip(root.list("conditions")) {
        let ClauseBody::Typed(requirement) = &clause.body else { continue };
        for test in tests(requirement) {
            let (Some(bound), Type::Number(_)) = (bound_of(test), test.value().kind()) else { continue };
            let range = ranges.entry(test.value().to_code()).or_default();
            range.narrow(test.comparison(), &bound);
            if range.is_empty() {
                let message = Sentence::new(
                    format!("“{}”的条件互相矛盾，没有企业能满足", test.value().source()),
                    format!("conditions on `{}` exclude each other", test.value().to_code()),
                );
                problems.error("policy-unreachable", node, message);
                return None;
            }
        }
    }
    Some(ranges)
}

/// Tests that must all be met.
fn tests(requirement: &Requirement) -> Vec<&Test> {
    match requirement {
        Requirement::Test(test) => vec![test],
        Requirement::Group { group: Group::All, parts, .. } => parts.iter().flat_map(tests).collect(),
        Requirement::Holds { .. } | Requirement::Group { .. } => Vec::new(),
    }
}

fn bound_of(test: &Test) -> Option<Exact> {
    match test.bound() {
        Bound::Formula(bound) => constant(bound),
        Bound::Values(_) => None,
    }
}

/// The number a formula always gives.
fn constant(formula: &Formula) -> Option<Exact> {
    let fixed = formula.items().next().is_none()
        && formula.labels().next().is_none()
        && formula.results().next().is_none();
    if fixed { formula.evaluate(&Nothing).as_number().cloned() } else { None }
}

/// No facts at all.
struct Nothing;

impl Facts for Nothing {
    fn item(&self, _: &str, _: u8) -> Option<Fact> {
        None
    }

    fn as_of(&self) -> Date {
        Date::MIN
    }

    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }

    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

/// By formula, the values conditions leave open.
pub(crate) type Ranges = BTreeMap<String, Range>;

/// The values conditions leave open; the flag says whether the end belongs to it.
#[derive(Default, Clone)]
pub(crate) struct Range {
    lower: Option<(Exact, bool)>,
    upper: Option<(Exact, bool)>,
}

impl Range {
    fn narrow(&mut self, comparison: Comparison, bound: &Exact) {
        let (above, below) = match comparison {
            Comparison::AtLeast => (Some(true), None),
            Comparison::Above => (Some(false), None),
            Comparison::AtMost => (None, Some(true)),
            Comparison::Below => (None, Some(false)),
            Comparison::Equals => (Some(true), Some(true)),
            Comparison::NotEquals | Comparison::OneOf => (None, None),
        };
        if let Some(included) = above {
            self.raise(bound, included);
        }
        if let Some(included) = below {
            self.lower_to(bound, included);
        }
    }

    fn raise(&mut self, bound: &Exact, included: bool) {
        let tighter = self.lower.as_ref().is_none_or(|(old, with)| bound > old || (bound == old && *with));
        if tighter {
            self.lower = Some((bound.clone(), included));
        }
    }

    fn lower_to(&mut self, bound: &Exact, included: bool) {
        let tighter = self.upper.as_ref().is_none_or(|(old, with)| bound < old || (bound == old && *with));
        if tighter {
            self.upper = Some((bound.clone(), included));
        }
    }

    fn is_empty(&self) -> bool {
        match (&self.lower, &self.upper) {
            (Some((low, with)), Some((high, and))) => low > high || (low == high && !(*with && *and)),
            _ => false,
        }
    }
}

fn amounts(node: &Node, money: &Money, ranges: &Ranges, problems: &mut Problems) {
    let whole = money.cap.as_ref().and_then(constant);
    if whole.as_ref().is_some_and(Exact::is_zero) {
        nothing(node.get("cap").unwrap_or(node), problems);
    }
    for (part, node) in money.parts.iter().zip(node.list("parts")) {
        let own = part.cap.as_ref().and_then(constant);
        let cap = [own, whole.clone()].into_iter().flatten().min();
        of_part(node, part, cap.as_ref(), ranges, problems);
    }
}

/// What of a part is never reached; `cap` is the most it may come to.
pub(crate) fn of_part(
    node: &Node,
    part: &Part,
    cap: Option<&Exact>,
    ranges: &Ranges,
    problems: &mut Problems,
) {
    match &part.rule {
        PartRule::Formula(formula) => {
            let at = node.get("amount").unwrap_or(node);
            match constant(formula) {
                Some(yuan) if yuan <= Exact::ZERO => nothing(at, problems),
                Some(yuan) => beyond_cap(at, &yuan, cap, problems),
                None => {}
            }
        }
        PartRule::Bands { value, bands, .. } => {
            let range = ranges.get(&value.to_code()).cloned().unwrap_or_default();
            if bands.iter().all(gives_nothing) {
                nothing(node.get("bands").unwrap_or(node), problems);
            }
            for (index, (band, at)) in bands.iter().zip(node.list("bands")).enumerate() {
                if let BandAward::Fixed(yuan) = &band.award {
                    beyond_cap(at.get("award").unwrap_or(at), yuan, cap, problems);
                }
                let reached = reached(bands, index, range.clone());
                if !reached && !gives_nothing(band) {
                    let message = Sentence::new(
                        "条件已经排除了这一档的取值，这一档的金额永远得不到",
                        "the conditions exclude the values of this band: its amount is never reached",
                    );
                    problems.error("award-unreachable", at, message);
                }
            }
        }
    }
}

fn reached(bands: &[Band], index: usize, mut range: Range) -> bool {
    let band = &bands[index];
    if let Some(lower) = &band.lower {
        range.raise(lower, band.lower_inclusive);
    }
    if let Some((upper, next)) = bands.get(index + 1).and_then(|next| Some((next.lower.as_ref()?, next))) {
        range.lower_to(upper, !next.lower_inclusive);
    }
    !range.is_empty()
}

fn gives_nothing(band: &Band) -> bool {
    match &band.award {
        BandAward::Fixed(amount) | BandAward::Rate(amount) => amount.is_zero(),
    }
}

fn nothing(at: &Node, problems: &mut Problems) {
    let message = Sentence::new("金额永远是零", "the amount is always nothing");
    problems.error("award-unreachable", at, message);
}

fn beyond_cap(at: &Node, yuan: &Exact, cap: Option<&Exact>, problems: &mut Problems) {
    let Some(cap) = cap.filter(|cap| yuan > *cap) else { return };
    let unit = formula::Unit::named("万元");
    let message = Sentence::new(
        format!("{}超过上限{}，永远得不到", words::in_unit(yuan, unit), words::in_unit(cap, unit)),
        format!("{yuan} yuan is beyond the cap of {cap}: it is never paid"),
    );
    problems.error("award-unreachable", at, message);
}
