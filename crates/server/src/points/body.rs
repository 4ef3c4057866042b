//! Points and why, as they are sent. Amounts are texts as people read them, with their unit; points exact decimal texts.

use crate::schemes::NameBody;
use ::run::Run;
use domain::{
    Points,
    evaluation::{Flags, Rank, Score},
    indicators::{Class, Item, Scheme},
};
use formula::{Fact, Missing, Outcome, Sentence, Step, Unit, Value, render_value};
use serde::Serialize;
use utoipa::ToSchema;

/// A code with its name.
#[derive(Serialize, ToSchema)]
pub(super) struct Named {
    /// The permanent code.
    pub(super) code: String,
    /// What people call it.
    pub(super) name: NameBody,
}

impl Named {
    pub(super) fn new(code: &str, name: &domain::Name) -> Self {
        Self { code: code.to_owned(), name: name.into() }
    }
}

/// A place.
#[derive(Serialize, ToSchema)]
pub(super) struct PlaceBody {
    /// 名次, from 1; equal totals share one.
    place: u32,
    /// Among how many.
    of: u32,
}

impl From<Rank> for PlaceBody {
    fn from(rank: Rank) -> Self {
        Self { place: rank.place, of: rank.of }
    }
}

/// The sums of a score.
#[derive(Serialize, ToSchema)]
pub(super) struct SumsBody {
    /// 基础分.
    base: String,
    /// 加分, capped.
    bonus: String,
    /// 扣分.
    deduction: String,
    /// 总分.
    total: String,
    /// The grade.
    grade: Option<Named>,
    /// The next better grade, and how many points are lacking to it.
    next_grade: Option<NextGrade>,
}

/// A better grade.
#[derive(Serialize, ToSchema)]
pub(super) struct NextGrade {
    /// Which.
    grade: Named,
    /// Its least total.
    at_least: String,
    /// How many points are lacking.
    lacking: String,
}

impl SumsBody {
    /// Those of `score`; none where a veto withholds it or no stage was found.
    pub(super) fn of(scheme: &Scheme, score: &Score) -> Option<Self> {
        if score.vetoed() || score.stage.is_err() {
            return None;
        }
        let named = |index: usize| Named::new(&scheme.grades[index].code, &scheme.grades[index].name);
        let better = score.grade.unwrap_or(scheme.grades.len()).checked_sub(1);
        Some(Self {
            base: score.base.to_string(),
            bonus: score.bonus.to_string(),
            deduction: score.deduction.to_string(),
            total: score.total.to_string(),
            grade: score.grade.map(named),
            next_grade: better.map(|index| NextGrade {
                grade: named(index),
                at_least: scheme.grades[index].at_least.to_string(),
                lacking: (scheme.grades[index].at_least - score.total).to_string(),
            }),
        })
    }
}

/// What the points of a pillar do.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ClassWord {
    /// Count towards full points.
    Base,
    /// Are added.
    Bonus,
    /// Are subtracted.
    Deduction,
}

impl From<Class> for ClassWord {
    fn from(class: Class) -> Self {
        match class {
            Class::Base => Self::Base,
            Class::Bonus => Self::Bonus,
            Class::Deduction => Self::Deduction,
        }
    }
}

/// What is remarkable about the points of an indicator.
pub(super) fn flag_words(flags: Flags) -> Vec<&'static str> {
    let words = [
        (Flags::MISSING, "missing"),
        (Flags::UNDEFINED, "undefined"),
        (Flags::ZERO, "zero"),
        (Flags::CAPPED, "capped"),
        (Flags::FLOORED, "floored"),
        (Flags::FALLBACK, "fallback"),
        (Flags::NO_REFERENCE, "no-reference"),
        (Flags::SUBSTITUTED, "substituted"),
        (Flags::NOT_APPLICABLE, "not-applicable"),
    ];
    words.into_iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, word)| word).collect()
}

/// A part of a value: an item of the dictionary and what is known of it.
#[derive(Serialize, ToSchema)]
pub(super) struct PartBody {
    /// The part as the formula names it.
    text: String,
    /// Its value with its unit; absent when missing.
    value: Option<String>,
}

/// The items a value came from, each once, in reading order. A value that is itself an item is not repeated.
pub(super) fn parts(run: &Run, step: &Step) -> Vec<PartBody> {
    let mut leaves = Vec::new();
    collect_leaves(step, &mut leaves);
    let mut seen: Vec<PartBody> = Vec::new();
    for leaf in leaves {
        if seen.iter().all(|part| part.text != leaf.text) {
            let value = shown(run, &leaf.outcome, leaf.unit, &leaf.text);
            seen.push(PartBody { text: leaf.text.clone(), value });
        }
    }
    seen
}

fn collect_leaves<'s>(step: &'s Step, leaves: &mut Vec<&'s Step>) {
    for part in &step.parts {
        if part.parts.is_empty() {
            leaves.push(part);
        } else {
            collect_leaves(part, leaves);
        }
    }
}

/// A value as people know it: numbers with their unit, categories of `item` by name; none when missing or undefined.
pub(super) fn shown(run: &Run, outcome: &Outcome, unit: Option<&'static Unit>, item: &str) -> Option<String> {
    match outcome {
        Outcome::Known(Value::Text(code)) => {
            let item = run.scheme.dictionary.find(item);
            let name = item.and_then(|item| item.category_name(code));
            Some(name.map_or_else(|| code.to_string(), |name| name.zh.clone()))
        }
        Outcome::Known(value) => Some(render_value(value, unit)),
        Outcome::Missing(_) | Outcome::Undefined(_) => None,
    }
}

/// What is missing, by name.
pub(super) fn missing_names(run: &Run, missing: &[Missing]) -> Vec<NameBody> {
    let name = |missing: &Missing| match missing {
        Missing::Item { code, back } => {
            let item = run.scheme.dictionary.find(code);
            let before = if *back == 0 { String::new() } else { format!("[-{back}]") };
            NameBody {
                zh: format!("{}{before}", item.map_or(code.as_str(), |item| item.name.zh.as_str())),
                en: item.and_then(|item| item.name.en.as_ref()).map(|name| format!("{name}{before}")),
            }
        }
        Missing::Label(label) => NameBody { zh: label.clone(), en: None },
        Missing::Result(..) => NameBody { zh: "积分结果".to_owned(), en: Some("points".to_owned()) },
    };
    missing.iter().map(name).collect()
}

/// A datum in its own unit, as people read it.
pub(crate) fn fact_shown(fact: &Fact, item: Option<&Item>) -> String {
    let unit = item.and_then(Item::unit);
    match fact {
        Fact::Number(value) => {
            let base = unit.map_or_else(|| value.clone(), |unit| unit.to_base(value));
            render_value(&Value::Number(base), unit)
        }
        Fact::Truth(value) => render_value(&Value::Truth(*value), None),
        Fact::Text(code) => {
            let name = item.and_then(|item| item.category_name(code));
            name.map_or_else(|| code.to_string(), |name| name.zh.clone())
        }
        Fact::Date(date) => date.to_string(),
    }
}

/// A datum in its own unit, as it is typed: what its item reads back.
pub(super) fn fact_typed(fact: &Fact) -> String {
    match fact {
        Fact::Number(value) => value.to_string(),
        Fact::Truth(value) => value.to_string(),
        Fact::Text(text) => text.to_string(),
        Fact::Date(date) => date.to_string(),
    }
}

pub(super) fn sentence(sentence: &Sentence) -> NameBody {
    NameBody { zh: sentence.zh.clone(), en: Some(sentence.en.clone()) }
}

/// Points, or nothing where they are withheld.
pub(super) fn unless_withheld(score: &Score, points: Points) -> Option<String> {
    (!score.vetoed()).then(|| points.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::indicators::ItemKind;

    #[test]
    fn what_is_typed_is_read_back() {
        let check = |kind: ItemKind, fact: Fact| {
            let item = Item {
                code: "x".to_owned(),
                name: domain::Name { zh: "某项".to_owned(), en: None },
                aliases: Vec::new(),
                kind,
                meaning: String::new(),
                source: None,
                torch_code: None,
                basis: None,
                yearly: true,
            };
            assert_eq!(item.fact(&fact_typed(&fact)), Some(fact));
        };
        check(ItemKind::Truth, Fact::Truth(true));
        check(ItemKind::Truth, Fact::Truth(false));
        check(ItemKind::Date, Fact::Date(jiff::civil::date(2025, 3, 1)));
        let number = ItemKind::Number { unit: None, minimum: None, maximum: None, whole: false };
        check(number, Fact::Number(formula::Exact::scaled(-1_234_567, -3)));
    }
}
