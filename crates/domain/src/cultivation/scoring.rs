//! Points of the scorecard: a range for each item, its section and the total, and how the pass rules stand.

use formula::{Exact, Facts, Formula, Outcome, Value};

use super::{
    Alternative, BandAward, CaseAward, Grading, Issues, ItemRule, ItemScore, PassFinding, PassRule,
    PointRange, ScoreFinding, ScoreItem, ScoreTarget, Scorecard, Section, SectionScore, Settled, State,
};
use crate::Points;

pub(super) fn score(card: &Scorecard, facts: &dyn Facts) -> ScoreFinding {
    let sections: Vec<_> = card.sections.iter().map(|section| score_section(section, facts)).collect();
    let issues = sections.iter().flat_map(|section| &section.items).map(|item| item.issues.clone()).collect();
    let mut finding = ScoreFinding {
        total: sections.iter().map(|section| section.range).sum(),
        assured_best: sections.iter().map(|section| section.assured_best).sum(),
        sections,
        pass: Vec::new(),
        issues,
    };
    finding.pass = card.pass.iter().map(|rule| judge_pass(rule, &finding)).collect();
    finding
}

fn score_section(section: &Section, facts: &dyn Facts) -> SectionScore {
    let items: Vec<_> = section.items.iter().map(|item| score_item(item, facts)).collect();
    let sum: PointRange = items.iter().map(|item| item.range).sum();
    let assured_best: Points = items.iter().map(ItemScore::assured_best).sum();
    SectionScore {
        range: sum.capped(section.cap),
        assured_best: assured_best.min(section.cap),
        capped: sum.high() > section.cap,
        items,
    }
}

/// What a grading came to.
struct Graded {
    /// `None` when its value is undefined.
    range: Option<PointRange>,
    value: Option<Outcome>,
    issues: Issues,
}

fn score_item(item: &ScoreItem, facts: &dyn Facts) -> ItemScore {
    let score = match &item.rule {
        ItemRule::Graded(grading) => of_data(grade(grading, facts), item.full),
        ItemRule::Judged { level } => {
            of_judgement(level.as_ref().map(|level| grade(level, facts)), item.full)
        }
        ItemRule::BestOf(alternatives) => best_of(alternatives, item.full, facts),
    };
    with_record(score, item.recorded.as_ref(), facts)
}

fn of_data(graded: Graded, full: Points) -> ItemScore {
    let Graded { range, value, mut issues } = graded;
    let range = range.unwrap_or_default();
    if range.is_exact() {
        // Whatever is missing makes no difference to the points.
        issues.missing.clear();
    }
    let settled = match (issues.missing.is_empty(), range.is_exact()) {
        (false, _) => Settled::MissingData,
        (true, false) => Settled::AwaitingExperts,
        (true, true) => Settled::ByData,
    };
    ItemScore { range, full, settled, value, issues, chosen: None, alternatives: Vec::new(), refused: None }
}

/// A level nobody has recorded is awaited from experts, not missing from a department.
fn of_judgement(level: Option<Graded>, full: Points) -> ItemScore {
    let free = PointRange::between(Points::ZERO, full);
    let (range, value) = match level {
        Some(graded) if graded.issues.is_empty() => (graded.range.unwrap_or(free), graded.value),
        _ => (free, None),
    };
    let graded = Graded { range: Some(range), value, issues: Issues::default() };
    of_data(graded, full)
}

fn best_of(alternatives: &[Alternative], full: Points, facts: &dyn Facts) -> ItemScore {
    let graded: Vec<_> = alternatives.iter().map(|each| grade(&each.grading, facts)).collect();
    let ranges: Vec<_> = graded.iter().map(|each| each.range).collect();
    let best = ranges.iter().flatten().copied().reduce(PointRange::better);
    let chosen = ranges.iter().enumerate().filter_map(|(index, range)| range.map(|range| (range, index)));
    // The first of equals: the order of the file is the order of preference.
    let chosen = chosen.max_by_key(|(range, index)| (range.low(), range.high(), usize::MAX - index));
    let chosen = chosen.map(|(_, index)| index);
    let value = chosen.and_then(|index| graded[index].value.clone());
    let mut issues: Issues = graded.into_iter().map(|each| each.issues).collect();
    if chosen.is_some() {
        // An alternative that cannot be chosen is shown as such; it is no fault of the item.
        issues.undefined.clear();
    }
    ItemScore { chosen, alternatives: ranges, ..of_data(Graded { range: best, value, issues }, full) }
}

/// Points experts recorded replace the range when they are whole and lie within it.
fn with_record(score: ItemScore, recorded: Option<&Formula>, facts: &dyn Facts) -> ItemScore {
    let Some(recorded) = recorded.map(|recorded| recorded.evaluate(facts)) else { return score };
    let Some(given) = recorded.as_number() else { return score };
    match whole(given).filter(|points| score.range.contains(*points)) {
        Some(points) => {
            let range = PointRange::exact(points);
            ItemScore { range, settled: Settled::ByExperts, issues: Issues::default(), ..score }
        }
        None => ItemScore { refused: Some(given.clone()), ..score },
    }
}

fn whole(given: &Exact) -> Option<Points> {
    if given.is_integer() { Points::rounded(given) } else { None }
}

fn grade(grading: &Grading, facts: &dyn Facts) -> Graded {
    match grading {
        Grading::Bands { value, bands, .. } => in_bands(value.evaluate(facts), bands),
        Grading::Cases { value, cases, otherwise } => in_cases(value.evaluate(facts), cases, *otherwise),
        Grading::Rows { rows, otherwise } => {
            first_row(rows.iter().map(|row| (row.when.evaluate(facts), row.award)), *otherwise)
        }
        Grading::Sum { rows, cap } => {
            sum_of(rows.iter().map(|row| (row.when.evaluate(facts), row.award)), *cap)
        }
    }
}

impl Grading {
    /// What is graded, where it is one value.
    #[must_use]
    pub fn value(&self) -> Option<&Formula> {
        match self {
            Self::Bands { value, .. } | Self::Cases { value, .. } => Some(value),
            Self::Rows { .. } | Self::Sum { .. } => None,
        }
    }

    /// The value and what it is worth, where that is known.
    ///
    /// # Errors
    /// What is missing or undefined.
    pub fn awarded(&self, facts: &dyn Facts) -> Result<(Option<Value>, PointRange), Issues> {
        let Graded { range, value, issues } = grade(self, facts);
        match (range, value) {
            (Some(range), Some(Outcome::Known(value))) => Ok((Some(value), range)),
            (Some(range), None) if issues.is_empty() => Ok((None, range)),
            _ => Err(issues),
        }
    }
}

/// Known: the award. Missing: anything the bands could give, and nothing, since the number may turn out undefined.
fn in_bands(value: Outcome, bands: &[BandAward]) -> Graded {
    let issues = Issues::of(&value);
    let range = match &value {
        Outcome::Known(known) => in_band(bands, known),
        Outcome::Missing(_) => {
            Some(bands.iter().map(|band| band.award).fold(PointRange::ZERO, PointRange::hull))
        }
        Outcome::Undefined(_) => None,
    };
    Graded { range, value: Some(value), issues }
}

/// Known: the award. Missing: anything the cases could give. Undefined: `otherwise`.
fn in_cases(value: Outcome, cases: &[CaseAward], otherwise: PointRange) -> Graded {
    let issues = Issues::of(&value);
    let award = |code: &str| cases.iter().find(|case| case.values.iter().any(|each| each == code));
    let range = match &value {
        Outcome::Known(known) => category(known).and_then(award).map_or(otherwise, |case| case.award),
        Outcome::Missing(_) => cases.iter().map(|case| case.award).fold(otherwise, PointRange::hull),
        Outcome::Undefined(_) => otherwise,
    };
    Graded { range: Some(range), value: Some(value), issues }
}

fn category(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Truth(true) => Some("true"),
        Value::Truth(false) => Some("false"),
        Value::Number(_) | Value::Date(_) => None,
    }
}

fn in_band(bands: &[BandAward], value: &Value) -> Option<PointRange> {
    let Value::Number(value) = value else { return None };
    let reached = |band: &&BandAward| match &band.lower {
        None => true,
        Some(lower) => value > lower || (band.lower_inclusive && value == lower),
    };
    bands.iter().rev().find(reached).map(|band| band.award)
}

/// The first row that holds. A row that cannot be told may be it, and so may every row behind it; a row whose
/// condition is undefined does not hold.
fn first_row(rows: impl Iterator<Item = (Outcome, PointRange)>, otherwise: PointRange) -> Graded {
    let mut possible: Vec<PointRange> = Vec::new();
    let mut issues = Issues::default();
    let mut certain = otherwise;
    for (outcome, award) in rows {
        issues.extend(&Issues::of(&outcome));
        match outcome {
            Outcome::Known(Value::Truth(true)) => {
                certain = award;
                break;
            }
            Outcome::Missing(_) => possible.push(award),
            Outcome::Known(_) | Outcome::Undefined(_) => {}
        }
    }
    let range = possible.into_iter().fold(certain, PointRange::hull);
    Graded { range: Some(range), value: None, issues }
}

/// Every row that holds adds; one that cannot be told may or may not. A row whose condition is undefined does not hold.
fn sum_of(rows: impl Iterator<Item = (Outcome, PointRange)>, cap: Points) -> Graded {
    let mut range = PointRange::ZERO;
    let mut issues = Issues::default();
    for (outcome, award) in rows {
        issues.extend(&Issues::of(&outcome));
        match outcome {
            Outcome::Known(Value::Truth(true)) => range = range + award,
            Outcome::Missing(_) => range = range + award.hull(PointRange::ZERO),
            Outcome::Known(_) | Outcome::Undefined(_) => {}
        }
    }
    Graded { range: Some(range.capped(cap)), value: None, issues }
}

fn judge_pass(rule: &PassRule, score: &ScoreFinding) -> PassFinding {
    let (range, assured_best) = match rule.of {
        ScoreTarget::Total => (score.total, score.assured_best),
        ScoreTarget::Section(section) => {
            let section = &score.sections[section];
            (section.range, section.assured_best)
        }
        ScoreTarget::Item(section, item) => {
            let item = &score.sections[section].items[item];
            (item.range, item.assured_best())
        }
    };
    let state = match (rule.allows(range.low()), rule.allows(range.high())) {
        (true, _) => State::Met,
        (false, true) => State::Open,
        (false, false) => State::Unmet,
    };
    let short = match state {
        State::Met => None,
        State::Open => Some(rule.points - range.low()),
        _ => Some(rule.points - range.high()),
    };
    PassFinding { state, range, assured: rule.allows(assured_best), short }
}
