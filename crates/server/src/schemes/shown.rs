//! A scheme as people read it: stages, the tree with full points per stage, every rule as a sentence and a picture.

use super::{NameBody, status_word};
use crate::points::ScaleBody;
use domain::{
    Points,
    indicators::{Class, Dictionary, Direction, Indicator, MissingPolicy, Rule, Scheme},
};
use formula::{Exact, Formula, Language, Unit};
use rulebook::{
    Loaded, basis_text,
    prose::{formula_text, missing_sentence, rule_sentence},
    words::{in_unit, percent},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A scheme, resolved for one day.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeShown)]
pub(crate) struct ShownBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Its version.
    version: String,
    /// `official`, or `illustrative` (示例方案，非官方权重).
    status: &'static str,
    /// The day its numbers are those of.
    in_force_on: String,
    /// 满分 of each stage without bonus.
    full_points: String,
    /// Most that all bonus indicators together can add.
    bonus_cap: Option<String>,
    /// Below this share of known base indicators no grade is given.
    minimum_coverage: Option<String>,
    /// What a missing value is worth, in words.
    missing: NameBody,
    /// The documents it rests on.
    basis: Vec<String>,
    /// Its stages.
    stages: Vec<StageBody>,
    /// Its pillars, parents before children.
    pillars: Vec<PillarBody>,
    /// Its indicators, in the order of the file.
    indicators: Vec<IndicatorBody>,
    /// Its vetoes.
    vetoes: Vec<VetoBody>,
    /// Its grades, best first.
    grades: Vec<GradeBody>,
    /// Every data item it looks at; `true` for those without which a stage or a base indicator has no value.
    items: Vec<ItemBody>,
}

/// A stage.
#[derive(Serialize, ToSchema)]
#[schema(as = StageShown)]
struct StageBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Which enterprises belong to it.
    when: NameBody,
    /// Full points of its base indicators together; the scheme's full points where the scheme is sound.
    sum: String,
}

/// A pillar.
#[derive(Serialize, ToSchema)]
#[schema(as = PillarShown)]
struct PillarBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// What its points do: `base`, `bonus`, `deduction`.
    class: &'static str,
    /// The code of the pillar it belongs to.
    parent: Option<String>,
    /// Full points of everything below it, per stage.
    full: Vec<String>,
}

/// An indicator.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorShown)]
struct IndicatorBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// The code of its pillar.
    pillar: String,
    /// The formula of its value.
    value: NameBody,
    /// The unit values are shown in.
    unit: Option<&'static str>,
    /// Whether more or less is better: `higher`, `lower`.
    direction: &'static str,
    /// Full points per stage; for deductions the most that is taken.
    full: Vec<String>,
    /// Its rules, each with the stages it holds for.
    rules: Vec<RuleBody>,
    /// Most points given, where not all of them; a share of full points.
    cap: Option<String>,
    /// Least points given to a known value, where there are any; a share of full points.
    floor: Option<String>,
    /// What a missing value is worth, where the scheme says otherwise.
    missing: Option<NameBody>,
    /// The document it rests on.
    basis: Option<String>,
    /// Whether the scheme adds it to the one it extends.
    local: bool,
}

/// A rule.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleShown)]
struct RuleBody {
    /// The codes of the stages it holds for.
    stages: Vec<String>,
    /// The rule as a sentence.
    sentence: NameBody,
    /// A picture of it; absent where it compares enterprises or is no function of one number.
    scale: Option<ScaleBody>,
}

/// A veto.
#[derive(Serialize, ToSchema)]
#[schema(as = VetoShown)]
struct VetoBody {
    /// Its permanent code.
    code: String,
    /// The reason that is shown.
    name: NameBody,
    /// When it holds.
    when: NameBody,
    /// The document it rests on.
    basis: Option<String>,
}

/// A grade.
#[derive(Serialize, ToSchema)]
#[schema(as = GradeShown)]
struct GradeBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Its least total.
    at_least: String,
}

/// A data item that a scheme looks at.
#[derive(Serialize, ToSchema)]
#[schema(as = ItemOfScheme)]
struct ItemBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Whether a stage or a base indicator has no value without it.
    needed: bool,
}

fn say(text: impl Fn(Language) -> String) -> NameBody {
    NameBody { zh: text(Language::Chinese), en: Some(text(Language::English)) }
}

/// `base`, `bonus` or `deduction`.
const fn class_word(class: Class) -> &'static str {
    match class {
        Class::Base => "base",
        Class::Bonus => "bonus",
        Class::Deduction => "deduction",
    }
}

impl ShownBody {
    /// `loaded` as people read it.
    pub(crate) fn of(loaded: &Loaded<Scheme>) -> Self {
        let shown = Shown { scheme: &loaded.value, dictionary: &loaded.dictionary };
        shown.body()
    }
}

struct Shown<'a> {
    scheme: &'a Scheme,
    dictionary: &'a Dictionary,
}

impl Shown<'_> {
    fn body(&self) -> ShownBody {
        let scheme = self.scheme;
        ShownBody {
            code: scheme.code.clone(),
            name: (&scheme.name).into(),
            version: scheme.version.clone(),
            status: status_word(scheme.status),
            in_force_on: scheme.in_force_on.to_string(),
            full_points: scheme.full_points.to_string(),
            bonus_cap: scheme.bonus_cap.map(|cap| cap.to_string()),
            minimum_coverage: scheme.minimum_coverage.as_ref().map(percent),
            missing: missing(&scheme.missing),
            basis: scheme.basis.iter().map(basis_text).collect(),
            stages: (0..scheme.stages.len()).map(|stage| self.stage(stage)).collect(),
            pillars: (0..scheme.pillars.len()).map(|pillar| self.pillar(pillar)).collect(),
            indicators: (0..scheme.indicators.len()).map(|index| self.indicator(index)).collect(),
            vetoes: scheme
                .vetoes
                .iter()
                .map(|one| VetoBody {
                    code: one.code.clone(),
                    name: (&one.name).into(),
                    when: self.formula(&one.when),
                    basis: one.basis.as_ref().map(basis_text),
                })
                .collect(),
            grades: scheme
                .grades
                .iter()
                .map(|one| GradeBody {
                    code: one.code.clone(),
                    name: (&one.name).into(),
                    at_least: one.at_least.to_string(),
                })
                .collect(),
            items: scheme.items().into_iter().map(|(code, needed)| self.item(code, needed)).collect(),
        }
    }

    fn formula(&self, formula: &Formula) -> NameBody {
        say(|language| formula_text(formula, self.dictionary, language))
    }

    fn item(&self, code: String, needed: bool) -> ItemBody {
        let unnamed = || NameBody { zh: code.clone(), en: None };
        let name = self.dictionary.find(&code).map_or_else(unnamed, |item| (&item.name).into());
        ItemBody { code, name, needed }
    }

    fn sum(&self, stage: usize, of: impl Fn(&Indicator) -> bool) -> Points {
        self.scheme.indicators.iter().filter(|one| of(one)).map(|one| one.full[stage]).sum()
    }

    fn stage(&self, index: usize) -> StageBody {
        let stage = &self.scheme.stages[index];
        StageBody {
            code: stage.code.clone(),
            name: (&stage.name).into(),
            when: self.formula(&stage.when),
            sum: self.sum(index, |one| self.scheme.class_of(one) == Class::Base).to_string(),
        }
    }

    fn pillar(&self, index: usize) -> PillarBody {
        let (scheme, pillar) = (self.scheme, &self.scheme.pillars[index]);
        let inside = |one: &Indicator| {
            let up = |&pillar: &usize| scheme.pillars[pillar].parent;
            std::iter::successors(Some(one.pillar), up).any(|pillar| pillar == index)
        };
        PillarBody {
            code: pillar.code.clone(),
            name: (&pillar.name).into(),
            class: class_word(pillar.class),
            parent: pillar.parent.map(|parent| scheme.pillars[parent].code.clone()),
            full: (0..scheme.stages.len()).map(|stage| self.sum(stage, inside).to_string()).collect(),
        }
    }

    fn indicator(&self, index: usize) -> IndicatorBody {
        let (scheme, one) = (self.scheme, &self.scheme.indicators[index]);
        IndicatorBody {
            code: one.code.clone(),
            name: (&one.name).into(),
            pillar: scheme.pillars[one.pillar].code.clone(),
            value: self.formula(&one.value),
            unit: one.unit.map(|unit| unit.symbol),
            direction: match one.direction {
                Direction::Higher => "higher",
                Direction::Lower => "lower",
            },
            full: one.full.iter().map(ToString::to_string).collect(),
            rules: self.rules(index),
            cap: (one.cap != Exact::ONE).then(|| percent(&one.cap)),
            floor: (!one.floor.is_zero()).then(|| percent(&one.floor)),
            missing: one.missing.as_ref().map(missing),
            basis: one.basis.as_ref().map(basis_text),
            local: one.local,
        }
    }

    /// The rules of the stages in which the indicator counts, each once.
    fn rules(&self, index: usize) -> Vec<RuleBody> {
        let (scheme, one) = (self.scheme, &self.scheme.indicators[index]);
        let mut kinds: Vec<(&Rule, Vec<usize>)> = Vec::new();
        for stage in (0..scheme.stages.len()).filter(|&stage| one.full[stage] > Points::ZERO) {
            match kinds.iter_mut().find(|(rule, _)| **rule == one.rules[stage]) {
                Some((_, stages)) => stages.push(stage),
                None => kinds.push((&one.rules[stage], vec![stage])),
            }
        }
        let number = |value: &Exact| shown_number(value, one.unit);
        let body = |(rule, stages): (&Rule, Vec<usize>)| RuleBody {
            sentence: say(|language| rule_sentence(rule, one, self.dictionary, language)),
            scale: stages.first().and_then(|&stage| ScaleBody::of_rule(scheme, (stage, index), number)),
            stages: stages.into_iter().map(|stage| scheme.stages[stage].code.clone()).collect(),
        };
        kinds.into_iter().map(body).collect()
    }
}

/// A number in its unit, short enough to stand beside a picture.
fn shown_number(value: &Exact, unit: Option<&'static Unit>) -> String {
    let shown = unit.and_then(|unit| value.checked_div(&unit.scale())).map(|number| number.round_half_up(4));
    match (unit, shown) {
        (Some(unit), Some(number)) => format!("{number}{}", unit.symbol),
        _ => in_unit(&value.round_half_up(4), unit),
    }
}

fn missing(policy: &MissingPolicy) -> NameBody {
    say(|language| missing_sentence(policy, language))
}

/// An indicator as it is told outside the console.
pub(crate) struct Told<'a> {
    pub(crate) name: &'a NameBody,
    pub(crate) value: &'a NameBody,
    /// Full points per stage.
    pub(crate) full: &'a [String],
    pub(crate) rules: Vec<&'a NameBody>,
}

impl IndicatorBody {
    fn told(&self) -> Told<'_> {
        Told {
            name: &self.name,
            value: &self.value,
            full: &self.full,
            rules: self.rules.iter().map(|rule| &rule.sentence).collect(),
        }
    }
}

impl ShownBody {
    /// Whether it must look illustrative.
    pub(crate) fn is_illustrative(&self) -> bool {
        self.status != "official"
    }

    /// Stages with who belongs to them.
    pub(crate) fn stages_told(&self) -> impl Iterator<Item = (&NameBody, &NameBody)> {
        self.stages.iter().map(|one| (&one.name, &one.when))
    }

    /// Pillars that hold indicators, with them.
    pub(crate) fn tree_told(&self) -> impl Iterator<Item = (&NameBody, Vec<Told<'_>>)> {
        let inside = |code: &str| -> Vec<Told<'_>> {
            let own = self.indicators.iter().filter(|one| one.pillar == code);
            own.map(IndicatorBody::told).collect()
        };
        let all = self.pillars.iter().map(move |pillar| (&pillar.name, inside(&pillar.code)));
        all.filter(|(_, indicators)| !indicators.is_empty())
    }

    /// Vetoes with when they hold.
    pub(crate) fn vetoes_told(&self) -> impl Iterator<Item = (&NameBody, &NameBody)> {
        self.vetoes.iter().map(|one| (&one.name, &one.when))
    }

    /// Grades with their least totals.
    pub(crate) fn grades_told(&self) -> impl Iterator<Item = (&NameBody, &str)> {
        self.grades.iter().map(|one| (&one.name, one.at_least.as_str()))
    }

    /// The documents it rests on.
    pub(crate) fn basis_told(&self) -> &[String] {
        &self.basis
    }
}
