//! What it takes: the next band of every item, the fewest bands that make up for lacking points, and the day from which
//! something comes true by itself.

use formula::{Exact, ExprKind, Fact, Facts, Function, Outcome, Sentence, Unit};
use jiff::{ToSpan, civil::Date};

use super::{
    Assessment, BandAward, Bound, Comparison, Grading, ItemRule, Ladder, PassFinding, PassRule, PointRange,
    Requirement, ScoreItem, ScoreTarget, Section, State, rows::step_sentence,
};
use crate::Points;

/// Bands looked at together. More changes at once are no advice.
const MOST: usize = 3;

/// The day from which `requirement` is met without anybody doing anything: an enterprise that must have reached an age.
/// `None` for everything that does not come with time.
#[must_use]
pub fn met_from(requirement: &Requirement, facts: &dyn Facts) -> Option<Date> {
    let Requirement::Test(test) = requirement else { return None };
    let ExprKind::Call { function, arguments } = &test.value().expr().kind else { return None };
    let [argument] = arguments.as_slice() else { return None };
    let ExprKind::Item(item) = &argument.kind else { return None };
    let Some(Fact::Date(since)) = facts.item(&item.name, item.back) else { return None };
    let Bound::Formula(bound) = test.bound() else { return None };
    let asked = bound.evaluate(facts).as_number()?.ceil().to_i64()?;
    let days = match test.comparison() {
        Comparison::AtLeast => 0.days(),
        Comparison::Above => 1.days(),
        _ => return None,
    };
    let span = match function {
        Function::YearsSince => asked.years(),
        Function::DaysSince => asked.days(),
        _ => return None,
    };
    since.checked_add(span).and_then(|day| day.checked_add(days)).ok()
}

/// A better band of an item, and what it takes to get there. Numbers in base units.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'l> {
    /// Its place: section and item.
    pub place: (usize, usize),
    /// The section.
    pub section: &'l Section,
    /// The item.
    pub item: &'l ScoreItem,
    /// The value now.
    pub value: Exact,
    /// Where the better band begins.
    pub edge: Exact,
    /// Whether the value must grow (or shrink).
    pub grow: bool,
    /// Whether standing on the edge is enough.
    pub inclusive: bool,
    /// The unit values are shown in.
    pub unit: Option<&'static Unit>,
    /// What the better band is worth.
    pub award: PointRange,
    /// What is gained at the conservative and at the optimistic end.
    pub gain: (Points, Points),
}

impl Step<'_> {
    /// The value now, where the band begins, and what it is worth.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        step_sentence(self)
    }

    /// How far the value is from the edge, relative to the edge; `None` for an edge of zero.
    #[must_use]
    pub fn relative_gap(&self) -> Option<Exact> {
        (&self.edge - &self.value).abs().checked_div(&self.edge.abs())
    }
}

impl Assessment {
    /// Every better band of every item whose value is known, section by section, the nearest of an item first.
    #[must_use]
    pub fn steps<'l>(&self, ladder: &'l Ladder) -> Vec<Step<'l>> {
        let mut steps = Vec::new();
        let Some((card, score)) = ladder.scorecard.as_ref().zip(self.score.as_ref()) else { return steps };
        for (at, (section, found)) in card.sections.iter().zip(&score.sections).enumerate() {
            let room = (section.cap - found.range.low(), section.cap - found.range.high());
            for (index, (item, got)) in section.items.iter().zip(&found.items).enumerate() {
                let grading = match (&item.rule, got.chosen) {
                    (ItemRule::Graded(grading), _) => grading,
                    (ItemRule::BestOf(alternatives), Some(chosen)) => &alternatives[chosen].grading,
                    _ => continue,
                };
                let (Grading::Bands { unit, bands, .. }, Some(value)) =
                    (grading, got.value.as_ref().and_then(Outcome::as_number))
                else {
                    continue;
                };
                let step = |edge: &Exact, grow: bool, inclusive: bool, award: PointRange| Step {
                    place: (at, index),
                    section,
                    item,
                    value: value.clone(),
                    edge: edge.clone(),
                    grow,
                    inclusive,
                    unit: *unit,
                    award,
                    gain: (
                        (award.low() - got.range.low()).min(room.0).max(Points::ZERO),
                        (award.high() - got.range.high()).min(room.1).max(Points::ZERO),
                    ),
                };
                let mut better: Vec<Step<'l>> = Vec::new();
                for (lower, upper, award) in bounds(bands) {
                    if award.low() <= got.range.low() && award.high() <= got.range.high() {
                        continue;
                    }
                    match (lower, upper) {
                        (Some((edge, inclusive)), _) if value < edge || (value == edge && !inclusive) => {
                            better.push(step(edge, true, inclusive, award));
                        }
                        (_, Some((edge, inclusive))) if value > edge || (value == edge && inclusive) => {
                            better.push(step(edge, false, !inclusive, award));
                        }
                        _ => {}
                    }
                }
                better.sort_by_key(|step| (&step.edge - &step.value).abs());
                steps.extend(better);
            }
        }
        steps
    }

    /// The fewest better bands that give `rule` the points it lacks, of equally few those nearest; `None` when no three
    /// bands do.
    #[must_use]
    pub fn cheapest<'l>(
        &self,
        ladder: &'l Ladder,
        rule: &PassRule,
        found: &PassFinding,
    ) -> Option<Vec<Step<'l>>> {
        let short = found.short?;
        let optimistic = found.state == State::Unmet;
        let counts = |step: &Step<'_>| match rule.of {
            ScoreTarget::Total => true,
            ScoreTarget::Section(section) => step.place.0 == section,
            ScoreTarget::Item(section, item) => step.place == (section, item),
        };
        let gain = |step: &Step<'_>| if optimistic { step.gain.1 } else { step.gain.0 };
        let enough = |points: Points| if rule.above { points > short } else { points >= short };
        let steps: Vec<Step<'l>> = self.steps(ladder).into_iter().filter(|step| counts(step)).collect();
        let mut best: Option<(Vec<usize>, Exact)> = None;
        for size in 1..=MOST {
            each_choice(steps.len(), size, &mut |chosen| {
                let apart = chosen.windows(2).all(|pair| steps[pair[0]].place != steps[pair[1]].place);
                if !apart || !enough(chosen.iter().map(|&index| gain(&steps[index])).sum()) {
                    return;
                }
                let gaps = chosen.iter().map(|&index| steps[index].relative_gap().unwrap_or(Exact::ONE));
                let effort = gaps.fold(Exact::ZERO, |sum, gap| sum + gap);
                if best.as_ref().is_none_or(|(_, least)| effort < *least) {
                    best = Some((chosen.to_vec(), effort));
                }
            });
            if best.is_some() {
                break;
            }
        }
        let (chosen, _) = best?;
        Some(chosen.into_iter().map(|index| steps[index].clone()).collect())
    }
}

/// Lower and upper edge of a band, each with whether it belongs to the upper side.
type Edges<'b> = (Option<(&'b Exact, bool)>, Option<(&'b Exact, bool)>, PointRange);

fn bounds(bands: &[BandAward]) -> impl Iterator<Item = Edges<'_>> {
    bands.iter().enumerate().map(|(index, band)| {
        let lower = band.lower.as_ref().map(|lower| (lower, band.lower_inclusive));
        let above = bands.get(index + 1);
        let upper = above.and_then(|above| Some((above.lower.as_ref()?, above.lower_inclusive)));
        (lower, upper, band.award)
    })
}

/// Calls `look` with every choice of `size` of `count`, ascending.
fn each_choice(count: usize, size: usize, look: &mut impl FnMut(&[usize])) {
    fn go(count: usize, size: usize, chosen: &mut Vec<usize>, look: &mut impl FnMut(&[usize])) {
        if chosen.len() == size {
            return look(chosen);
        }
        for next in chosen.last().map_or(0, |last| last + 1)..count {
            chosen.push(next);
            go(count, size, chosen, look);
            chosen.pop();
        }
    }
    go(count, size, &mut Vec::with_capacity(size), look);
}
