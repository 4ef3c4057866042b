//! The least change of one item that reaches a goal.
//!
//! Every candidate is scored with the whole exact evaluation; nothing is estimated. Candidates come from doubling
//! steps away from the present value and bisection (least wherever points move one way between two steps), and from
//! inverting the value formula at the edges of bands, so that a narrow band is not stepped over.

use formula::{Exact, Fact, Facts};

use super::{Calibration, Overlay, Position, Score, score, scoring::indicator_score, stage_of};
use crate::{
    Points,
    indicators::{Class, Dictionary, Item, ItemKind, Scheme},
};

mod search;

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// Any more points on an indicator (for bands: the next better one), in the same stage. For deductions: fewer
    /// points taken.
    NextBand {
        /// Index of the indicator.
        indicator: usize,
    },
    /// At least so many more points on an indicator, in the same stage.
    MorePoints {
        /// Index of the indicator.
        indicator: usize,
        /// How many.
        by: Points,
    },
    /// This grade of the total, or a better one: an index into the scheme's grades.
    Grade(usize),
}

/// A change of one item and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeastChange {
    /// Code of the item.
    pub item: String,
    /// Its present value, in its own unit; `None` when missing.
    pub from: Option<Fact>,
    /// The new value, in its own unit: a decimal with at most two places, whole where the item is counted.
    pub to: Fact,
    /// The score as it is …
    pub before: Score,
    /// … and as it would be.
    pub after: Score,
}

/// Why no change can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChange {
    /// The goal is reached already.
    AlreadyThere,
    /// The enterprise has no stage, so no points can be told.
    NoStage,
    /// The dictionary has no such item, or it is a text, date, label or code that cannot be turned up or down.
    NotAdjustable,
    /// There is no such indicator or grade.
    NoSuchGoal,
    /// No allowed value of this item alone reaches the goal.
    OutOfReach,
}

/// The least change of the item `code` that reaches `goal`, upwards or downwards, within the item's allowed range.
/// Of two equal changes the one upwards counts. A missing value is searched from zero.
///
/// # Errors
/// [`NoChange`] says why there is none.
pub fn least_change(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    dictionary: &Dictionary,
    code: &str,
    goal: Goal,
) -> Result<LeastChange, NoChange> {
    let before = score(scheme, calibration, facts);
    least_change_from(scheme, calibration, facts, dictionary, code, goal, &before)
}

/// [`least_change`] where the present score is at hand.
pub(super) fn least_change_from(
    scheme: &Scheme,
    calibration: &Calibration,
    facts: &dyn Facts,
    dictionary: &Dictionary,
    code: &str,
    goal: Goal,
    before: &Score,
) -> Result<LeastChange, NoChange> {
    let item = dictionary.find(code).ok_or(NoChange::NotAdjustable)?;
    let attempt = Attempt::new(scheme, calibration, facts, &item.code, goal, before)?;
    let to = attempt.best(item)?;
    let after = score(scheme, calibration, &attempt.changed(to.clone()));
    Ok(LeastChange {
        item: item.code.clone(),
        from: facts.item(&item.code, 0),
        to,
        before: before.clone(),
        after,
    })
}

/// What an indicator adds to the total before caps: its points, or less what it takes.
pub(super) fn contribution(scheme: &Scheme, indicator: usize, points: Points) -> Points {
    match scheme.class_of(&scheme.indicators[indicator]) {
        Class::Deduction => Points::ZERO - points,
        Class::Base | Class::Bonus => points,
    }
}

/// One item, one goal: tells of any value whether it reaches the goal.
struct Attempt<'a> {
    scheme: &'a Scheme,
    calibration: &'a Calibration,
    facts: &'a dyn Facts,
    code: &'a str,
    goal: Goal,
    stage: usize,
    position: Position,
    /// What an indicator goal must contribute.
    target: Points,
}

impl<'a> Attempt<'a> {
    fn new(
        scheme: &'a Scheme,
        calibration: &'a Calibration,
        facts: &'a dyn Facts,
        code: &'a str,
        goal: Goal,
        before: &Score,
    ) -> Result<Self, NoChange> {
        let stage = *before.stage.as_ref().map_err(|_| NoChange::NoStage)?;
        let position = Position::of(scheme, Some(stage), facts);
        let target = match goal {
            Goal::Grade(grade) if grade >= scheme.grades.len() => return Err(NoChange::NoSuchGoal),
            Goal::Grade(grade) if before.grade.is_some_and(|now| now <= grade) => {
                return Err(NoChange::AlreadyThere);
            }
            Goal::Grade(_) => Points::ZERO,
            Goal::NextBand { indicator } => now(scheme, indicator, before)? + Points(1),
            Goal::MorePoints { indicator, by } => now(scheme, indicator, before)? + by,
        };
        Ok(Self { scheme, calibration, facts, code, goal, stage, position, target })
    }

    fn changed(&self, to: Fact) -> Overlay<'a> {
        Overlay::new(self.facts).with_item(self.code, 0, Some(to))
    }

    fn reaches(&self, to: Fact) -> bool {
        let facts = self.changed(to);
        match self.goal {
            Goal::Grade(grade) => {
                score(self.scheme, self.calibration, &facts).grade.is_some_and(|reached| reached <= grade)
            }
            Goal::NextBand { indicator } | Goal::MorePoints { indicator, .. } => {
                let (scheme, calibration) = (self.scheme, self.calibration);
                if stage_of(scheme, &facts) != Ok(self.stage) {
                    return false;
                }
                let moved;
                let position = if scheme.field_item.as_deref() == Some(self.code) {
                    moved = Position::of(scheme, Some(self.stage), &facts);
                    &moved
                } else {
                    &self.position
                };
                let score = indicator_score(scheme, calibration, position, &facts, self.stage, indicator);
                contribution(scheme, indicator, score.points) >= self.target
            }
        }
    }

    fn best(&self, item: &Item) -> Result<Fact, NoChange> {
        let choices = match &item.kind {
            ItemKind::Number { minimum, maximum, whole, .. } => {
                let range = search::Range::new(minimum.as_ref(), maximum.as_ref(), *whole);
                let found = search::nearest(self, &range).map(Fact::Number);
                return found.ok_or(NoChange::OutOfReach);
            }
            ItemKind::Truth => vec![Fact::Truth(true), Fact::Truth(false)],
            ItemKind::Text { categories } if !categories.is_empty() => {
                categories.iter().map(|(code, _)| Fact::Text(code.as_str().into())).collect()
            }
            _ => return Err(NoChange::NotAdjustable),
        };
        choices.into_iter().find(|choice| self.reaches(choice.clone())).ok_or(NoChange::OutOfReach)
    }

    /// The present value of a number item.
    fn present(&self) -> Option<Exact> {
        match self.facts.item(self.code, 0) {
            Some(Fact::Number(number)) => Some(number),
            _ => None,
        }
    }
}

fn now(scheme: &Scheme, indicator: usize, before: &Score) -> Result<Points, NoChange> {
    let points = before.indicators.get(indicator).ok_or(NoChange::NoSuchGoal)?.points;
    Ok(contribution(scheme, indicator, points))
}
