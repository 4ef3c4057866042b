//! The wording of assessment lines.

use formula::{Exact, Outcome, Sentence, Undefined, Unit};

use super::Cell;
use crate::{
    Name,
    cultivation::{Comparison, Gap, Group, ItemScore, Requirement, Settled, Test},
};

pub(crate) fn undefined_en(why: Undefined) -> &'static str {
    match why {
        Undefined::DivisionByZero => "division by zero",
        Undefined::NotComparable => "the base is zero or negative",
        Undefined::LogarithmOfNonPositive => "logarithm of zero or a negative number",
        Undefined::PeriodsOutOfRange => "a number of periods that is not a whole number from 1 to 10",
        Undefined::EmptyRange => "a low bound above the high bound",
    }
}

pub(super) fn settled(score: &ItemScore) -> Option<Sentence> {
    match score.settled {
        Settled::ByExperts => Some(Sentence::new("专家已评", "recorded by experts")),
        Settled::AwaitingExperts => Some(Sentence::new("待专家评分", "experts decide within the range")),
        Settled::ByData | Settled::MissingData => None,
    }
}

pub(super) fn refused(score: &ItemScore) -> Option<Sentence> {
    score.refused.as_ref().map(|given| {
        Sentence::new(
            format!("登记的专家评分{given}分不是{}之间的整数，未采用", score.range),
            format!(
                "the recorded {given} points are not a whole number within {} and were not used",
                score.range
            ),
        )
    })
}

pub(super) fn join(parts: [Option<Sentence>; 4]) -> Option<Sentence> {
    parts.into_iter().flatten().reduce(|before, after| {
        Sentence::new(format!("{}；{}", before.zh, after.zh), format!("{}; {}", before.en, after.en))
    })
}

pub(super) fn part_name(part: &Requirement) -> Name {
    match part {
        Requirement::Test(test) => test.name().cloned().unwrap_or_else(|| named(test.value().source())),
        Requirement::Holds { name, formula } => name.clone().unwrap_or_else(|| named(formula.source())),
        Requirement::Group { name: Some(name), .. } => name.clone(),
        Requirement::Group { group, .. } => {
            let sentence = group_sentence(*group);
            Name { zh: sentence.zh, en: Some(sentence.en) }
        }
    }
}

fn named(source: &str) -> Name {
    Name { zh: source.to_owned(), en: None }
}

pub(super) fn group_sentence(group: Group) -> Sentence {
    match group {
        Group::All => Sentence::new("同时满足", "all of"),
        Group::Any => Sentence::new("满足其一", "any of"),
        Group::None => Sentence::new("均不得有", "none of"),
    }
}

pub(super) fn compared(comparison: Comparison, bound: &Sentence) -> Sentence {
    Sentence::new(format!("{}{}", comparison.zh(), bound.zh), format!("{} {}", comparison.en(), bound.en))
}

pub(super) fn of_truth(truth: bool) -> Sentence {
    if truth { Sentence::new("是", "yes") } else { Sentence::new("否", "no") }
}

pub(super) fn plain(text: Sentence) -> Cell {
    Cell { text, number: None, unit: None }
}

fn in_unit(number: &Exact, unit: Option<&'static Unit>) -> Exact {
    unit.and_then(|unit| number.checked_div(&unit.scale())).unwrap_or_else(|| number.clone())
}

pub(super) fn number_cell(number: &Exact, unit: Option<&'static Unit>, digits: u16) -> Cell {
    let number = in_unit(number, unit);
    let shown = number.to_decimal(digits);
    let text = match unit {
        Some(unit) => Sentence::new(format!("{shown}{}", unit.symbol), english(&shown, unit)),
        None => Sentence::new(shown.clone(), shown),
    };
    Cell { text, number: Some(number), unit }
}

fn english(shown: &str, unit: &Unit) -> String {
    if unit.symbol == "%" { format!("{shown}%") } else { format!("{shown} {}", unit.ascii.replace('_', " ")) }
}

/// Two decimals, or as many more as it takes to tell the value from its bound.
pub(super) fn digits_to_tell(value: &Outcome, bound: &Outcome, unit: Option<&'static Unit>) -> u16 {
    let (Some(value), Some(bound)) = (value.as_number(), bound.as_number()) else { return 2 };
    if value == bound { 4 } else { digits_between(value, bound, unit) }
}

/// As many digits, two or more, as it takes to show a number on its own side of an edge.
pub(super) fn digits_between(value: &Exact, edge: &Exact, unit: Option<&'static Unit>) -> u16 {
    let (value, bound) = (in_unit(value, unit), in_unit(edge, unit));
    if value == bound {
        return 2;
    }
    (2..=12).find(|digits| value.to_decimal(*digits) != bound.to_decimal(*digits)).unwrap_or(12)
}

pub(super) fn gap_sentence(test: &Test, gap: &Gap, digits: u16) -> Sentence {
    if gap.distance.is_zero() {
        return Sentence::new("正好等于界限，不含在内", "exactly on the bound, which is not included");
    }
    let points = Unit::named("百分点");
    let unit = if test.unit().is_some_and(|unit| unit.symbol == "%") { points } else { test.unit() };
    let distance = number_cell(&gap.distance, unit, digits).text;
    let short = matches!(test.comparison(), Comparison::AtLeast | Comparison::Above);
    let (zh, en) = if short { ("还差", "short by") } else { ("超出", "over by") };
    let (zh, en) = if test.comparison().orders() { (zh, en) } else { ("相差", "off by") };
    match gap.relative.as_ref().map(relative) {
        Some(relative) => Sentence::new(
            format!("{zh}{}（{}）", spaced(&distance.zh), relative.zh),
            format!("{en} {} ({})", distance.en, relative.en),
        ),
        None => Sentence::new(format!("{zh}{}", spaced(&distance.zh)), format!("{en} {}", distance.en)),
    }
}

fn relative(share: &Exact) -> Sentence {
    match share.shift(2).to_decimal(1).as_str() {
        "0" => Sentence::new("不足0.1%", "under 0.1%"),
        shown => Sentence::new(format!("{shown}%"), format!("{shown}%")),
    }
}

/// 0.8百分点 reads 0.8个百分点.
fn spaced(text: &str) -> String {
    text.replace("百分点", "个百分点")
}
