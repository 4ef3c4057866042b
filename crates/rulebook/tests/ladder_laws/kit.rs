//! Enterprises drawn at random, and the laws every ladder keeps.

use std::{collections::BTreeMap, path::Path};

use domain::cultivation::{Application, Assessment, Ladder, PointRange, Verdict, assess};
use formula::{Exact, Fact, Facts, ResultKind};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rulebook::{Loaded, load_ladder};

pub type Key = (&'static str, u8);

/// What an item may be: a whole number up to a most, a truth, or one of some categories from worst to best.
#[derive(Clone, Copy)]
pub enum Kind {
    UpTo(i64),
    Truth,
    Level(&'static [&'static str]),
}
use Kind::{Level, Truth, UpTo};

/// An item, its range, and whether more (是, a better level) always helps.
pub struct Item(pub Key, pub Kind, pub bool);

pub fn load(name: &str, application: impl Into<Application>) -> Loaded<Ladder> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/ladders").join(name);
    load_ladder(&path, application).expect("a shipped ladder")
}

#[derive(Clone, Debug, Default)]
pub struct Enterprise {
    pub facts: BTreeMap<Key, Fact>,
    /// Whether it holds the labels that help; of a label that bars it never has any.
    pub labelled: Option<bool>,
}

impl Facts for Enterprise {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.facts
            .iter()
            .find(|((name, year), _)| *name == code && *year == back)
            .map(|(_, fact)| fact.clone())
    }
    fn as_of(&self) -> Date {
        date(2025, 6, 30)
    }
    fn has_label(&self, label: &str) -> Option<bool> {
        if label == "制造业单项冠军企业" { Some(false) } else { self.labelled }
    }
    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

/// Mostly on the good side, so that all verdicts come up: helpful items high, the others low.
pub fn fact(kind: Kind, helpful: bool, draw: u32) -> Fact {
    let (anywhere, draw) = (draw.is_multiple_of(8), draw / 8);
    match kind {
        UpTo(most) => {
            let half = i64::from(draw) % (most / 2 + 1);
            let value = match (anywhere, helpful) {
                (true, _) => i64::from(draw) % (most + 1),
                (false, true) => most - half,
                (false, false) => half,
            };
            Fact::Number(Exact::from(value))
        }
        Truth => Fact::Truth(helpful != anywhere),
        Level(levels) => Fact::Text(levels[draw as usize % levels.len()].into()),
    }
}

/// One step better; `None` at the best.
pub fn better(kind: Kind, fact: &Fact, by: i64) -> Option<Fact> {
    match (kind, fact) {
        (UpTo(most), Fact::Number(number)) => {
            let more = number + &Exact::from(by);
            (more <= Exact::from(most)).then_some(Fact::Number(more))
        }
        (Truth, Fact::Truth(false)) => Some(Fact::Truth(true)),
        (Level(levels), Fact::Text(level)) => {
            let at = levels.iter().position(|each| **each == **level)?;
            levels.get(at + 1).map(|next| Fact::Text((*next).into()))
        }
        _ => None,
    }
}

/// 有望 and 需人工核验 both wait for people: neither is above the other.
pub fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fails => 0,
        Verdict::NeedsData => 1,
        Verdict::NeedsOfficer | Verdict::Promising => 2,
        Verdict::Meets => 3,
    }
}

pub fn ranges(found: &Assessment) -> Vec<PointRange> {
    let Some(score) = &found.score else { return Vec::new() };
    let items = score.sections.iter().flat_map(|section| section.items.iter().map(|item| item.range));
    score.sections.iter().map(|section| section.range).chain(items).chain([score.total]).collect()
}

pub fn improving_never_lowers(
    ladder: &Ladder,
    items: &[Item],
    firm: &Enterprise,
    by: i64,
) -> Result<(), TestCaseError> {
    let before = assess(ladder, firm);
    for Item(key, kind, helpful) in items {
        let improved = firm.facts.get(key).filter(|_| *helpful).and_then(|fact| better(*kind, fact, by));
        let Some(improved) = improved else { continue };
        let mut better = firm.clone();
        better.facts.insert(*key, improved);
        let after = assess(ladder, &better);
        prop_assert!(
            rank(after.verdict) >= rank(before.verdict),
            "{key:?}: {:?} to {:?}",
            before.verdict,
            after.verdict
        );
        for (low, high) in ranges(&before).into_iter().zip(ranges(&after)) {
            prop_assert!(low.low() <= high.low() && low.high() <= high.high(), "{key:?}: {low} to {high}");
        }
    }
    Ok(())
}

pub fn forgetting_only_widens(
    ladder: &Ladder,
    firm: &Enterprise,
    forget: usize,
) -> Result<(), TestCaseError> {
    let known = assess(ladder, firm);
    let mut fewer = firm.clone();
    let key = *firm.facts.keys().nth(forget % firm.facts.len()).expect("some fact");
    fewer.facts.remove(&key);
    let missing = assess(ladder, &fewer);
    for (narrow, wide) in ranges(&known).into_iter().zip(ranges(&missing)) {
        prop_assert!(narrow.low() <= narrow.high() && wide.low() <= wide.high());
        prop_assert!(
            wide.low() <= narrow.low() && narrow.high() <= wide.high(),
            "{key:?}: {narrow} not in {wide}"
        );
    }
    // What is said for sure with less data is still true with more.
    if matches!(missing.verdict, Verdict::Fails | Verdict::Meets) {
        prop_assert_eq!(known.verdict, missing.verdict, "{:?}", key);
    }
    Ok(())
}
