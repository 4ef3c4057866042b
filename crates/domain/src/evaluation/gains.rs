//! What would gain most: for every indicator the least change of one item, and what it is worth.

use formula::{Exact, Fact, Facts};

use super::{
    Calibration, Flags, Goal, LeastChange, Score,
    least_change::{contribution, least_change_from},
    score,
};
use crate::{
    Points,
    indicators::{Class, Dictionary, Rule, Scheme},
};

/// The least change that improves one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gain {
    /// Index of the indicator.
    pub indicator: usize,
    /// The change.
    pub change: LeastChange,
    /// What the indicator gains (for deductions: how much less is taken).
    pub on_indicator: Points,
    /// What the total gains: other indicators may look at the same item.
    pub on_total: Points,
}

/// For every indicator that has room, the least change of one item: to the next step for rules that go in steps, by one
/// point (or what is left to full points) for the others. Where several items could move, growth comes before shrinking:
/// nobody is advised to let people go or to sell less while doing more would help too; then the smallest relative
/// change counts. Sorted by gain of the total, then of the indicator, then in the scheme's order.
#[must_use]
pub fn gains(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    dictionary: &Dictionary,
) -> Vec<Gain> {
    let before = score(scheme, calibration, facts);
    let Ok(stage) = before.stage else { return Vec::new() };
    let gain = |indicator| {
        let goal = goal_of(scheme, indicator, stage, &before)?;
        let items = items_of(scheme, indicator, stage).into_iter();
        let changes = items.filter_map(|code| {
            least_change_from(scheme, calibration, facts, dictionary, &code, goal, &before).ok()
        });
        let change = changes.min_by_key(|change| (shrinks(change), relative(change)))?;
        let points = |score: &Score| contribution(scheme, indicator, score.indicators[indicator].points);
        let on_indicator = points(&change.after) - points(&change.before);
        let on_total = change.after.total - change.before.total;
        Some(Gain { indicator, change, on_indicator, on_total })
    };
    let mut gains: Vec<Gain> = (0..scheme.indicators.len()).filter_map(gain).collect();
    gains.sort_by_key(|gain| {
        (std::cmp::Reverse(gain.on_total), std::cmp::Reverse(gain.on_indicator), gain.indicator)
    });
    gains
}

/// The next step of an indicator; `None` when it has no room.
fn goal_of(scheme: &Scheme, indicator: usize, stage: usize, before: &Score) -> Option<Goal> {
    let now = &before.indicators[indicator];
    let room = match scheme.class_of(&scheme.indicators[indicator]) {
        Class::Deduction => now.points,
        Class::Base | Class::Bonus => now.lost(),
    };
    if room <= Points::ZERO || now.flags.has(Flags::NOT_APPLICABLE) {
        return None;
    }
    Some(match scheme.indicators[indicator].rules.get(stage)? {
        Rule::Bands(_) | Rule::Category { .. } | Rule::Formula(_) | Rule::PerUnit { whole: true, .. } => {
            Goal::NextBand { indicator }
        }
        _ => Goal::MorePoints { indicator, by: room.min(Points::from_whole(1)) },
    })
}

/// Codes of the items whose present value the points look at, in order.
fn items_of(scheme: &Scheme, indicator: usize, stage: usize) -> Vec<String> {
    let indicator = &scheme.indicators[indicator];
    let mut formulas = vec![&indicator.value];
    if let Some(Rule::Formula(formula)) = indicator.rules.get(stage) {
        formulas.push(formula);
    }
    let mut codes: Vec<String> = Vec::new();
    for item in formulas.into_iter().flat_map(|formula| formula.items()).filter(|item| item.back == 0) {
        if !codes.contains(&item.name) {
            codes.push(item.name.clone());
        }
    }
    codes
}

/// Whether the change takes something away.
fn shrinks(change: &LeastChange) -> bool {
    matches!((&change.from, &change.to), (Some(Fact::Number(from)), Fact::Number(to)) if to < from)
}

/// The change as a share of the present value; changes without such a share come last.
fn relative(change: &LeastChange) -> (bool, Exact) {
    let share = match (&change.from, &change.to) {
        (Some(Fact::Number(from)), Fact::Number(to)) => (to - from).abs().checked_div(&from.abs()),
        _ => None,
    };
    (share.is_none(), share.unwrap_or(Exact::ZERO))
}
