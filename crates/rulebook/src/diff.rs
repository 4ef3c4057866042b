//! What changed between two schemes, in words.

use domain::{
    Points,
    indicators::{Class, Dictionary, Direction, Indicator, MissingPolicy, Scheme},
};
use formula::{Exact, Formula, Language, Sentence};

use crate::{
    Loaded,
    prose::{formula_text, missing_sentence, rule_sentence},
    show::status_text,
    words::percent,
};

/// What happened to a part of a scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// 新增.
    Added,
    /// 删除.
    Removed,
    /// 修改.
    Changed,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// To what, e.g. `指标“研发费用”的满分（初创期）`.
    pub what: Sentence,
    /// What it was; `None` for what is new.
    pub before: Option<Sentence>,
    /// What it is now; `None` for what is gone.
    pub after: Option<Sentence>,
}

/// Everything that differs between two schemes, parts matched by code, in the order of the schemes. Empty when they
/// score everybody alike and look alike.
#[must_use]
pub fn diff(before: &Loaded<Scheme>, after: &Loaded<Scheme>) -> Vec<Change> {
    let sides = Sides {
        old: Side { scheme: &before.value, dictionary: &before.dictionary },
        new: Side { scheme: &after.value, dictionary: &after.dictionary },
    };
    let mut changes = Changes::default();
    sides.head(&mut changes);
    sides.stages(&mut changes);
    sides.pillars(&mut changes);
    sides.indicators(&mut changes);
    sides.vetoes(&mut changes);
    sides.grades(&mut changes);
    changes.list
}

/// The changes as lines: `修改 指标“研发费用”的满分（初创期）：8分 → 10分`.
#[must_use]
pub fn render_changes(changes: &[Change], language: Language) -> String {
    let line = |change: &Change| {
        let what = change.what.in_language(language);
        let side = |side: &Option<Sentence>| side.as_ref().map(|text| text.in_language(language).to_owned());
        let values = match (side(&change.before), side(&change.after)) {
            (Some(before), Some(after)) => format!("{before} → {after}"),
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => String::new(),
        };
        let (word, colon) = words(change.kind, language);
        if values.is_empty() { format!("{word} {what}\n") } else { format!("{word} {what}{colon}{values}\n") }
    };
    changes.iter().map(line).collect()
}

fn words(kind: ChangeKind, language: Language) -> (&'static str, &'static str) {
    match (kind, language) {
        (ChangeKind::Added, Language::Chinese) => ("新增", "："),
        (ChangeKind::Removed, Language::Chinese) => ("删除", "："),
        (ChangeKind::Changed, Language::Chinese) => ("修改", "："),
        (ChangeKind::Added, Language::English) => ("added", ": "),
        (ChangeKind::Removed, Language::English) => ("removed", ": "),
        (ChangeKind::Changed, Language::English) => ("changed", ": "),
    }
}

#[derive(Default)]
struct Changes {
    list: Vec<Change>,
}

impl Changes {
    /// Notes a change when the two sides differ; `None` is a side without it.
    fn note(&mut self, what: Sentence, before: Option<Sentence>, after: Option<Sentence>) {
        let kind = match (&before, &after) {
            (None, None) => return,
            (Some(before), Some(after)) if before == after => return,
            (None, Some(_)) => ChangeKind::Added,
            (Some(_), None) => ChangeKind::Removed,
            (Some(_), Some(_)) => ChangeKind::Changed,
        };
        self.list.push(Change { kind, what, before, after });
    }
}

#[derive(Clone, Copy)]
struct Side<'a> {
    scheme: &'a Scheme,
    dictionary: &'a Dictionary,
}

struct Sides<'a> {
    old: Side<'a>,
    new: Side<'a>,
}

fn same(text: &str) -> Sentence {
    Sentence::new(text, text)
}

fn points(points: Points) -> Sentence {
    Sentence::new(format!("{points}分"), format!("{points} points"))
}

fn share(share: &Exact) -> Sentence {
    same(&percent(share))
}

fn missing(policy: &MissingPolicy) -> Sentence {
    Sentence::new(missing_sentence(policy, Language::Chinese), missing_sentence(policy, Language::English))
}

impl Side<'_> {
    fn formula(&self, formula: &Formula) -> Sentence {
        Sentence::new(
            formula_text(formula, self.dictionary, Language::Chinese),
            formula_text(formula, self.dictionary, Language::English),
        )
    }

    fn rule(&self, indicator: &Indicator, stage: usize) -> Sentence {
        let say = |language| rule_sentence(&indicator.rules[stage], indicator, self.dictionary, language);
        Sentence::new(say(Language::Chinese), say(Language::English))
    }

    fn stage(&self, code: &str) -> Option<usize> {
        self.scheme.stages.iter().position(|stage| stage.code == code)
    }
}

/// Codes of both sides: the old ones in order, then the new ones that are not among them.
fn union<'a>(old: impl Iterator<Item = &'a str>, new: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut codes: Vec<&str> = old.collect();
    for code in new {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

impl<'a> Sides<'a> {
    fn schemes(&self) -> (&'a Scheme, &'a Scheme) {
        (self.old.scheme, self.new.scheme)
    }

    fn both<T>(&self, get: impl Fn(&Side<'_>) -> T) -> (T, T) {
        (get(&self.old), get(&self.new))
    }

    /// Notes a change of something each side may have.
    fn compare(
        &self,
        changes: &mut Changes,
        (zh, en): (&str, &str),
        get: impl Fn(&Side<'_>) -> Option<Sentence>,
    ) {
        let (before, after) = self.both(get);
        changes.note(Sentence::new(zh, en), before, after);
    }

    fn head(&self, changes: &mut Changes) {
        self.compare(changes, ("名称", "name"), |side| Some(same(&side.scheme.name.zh)));
        self.compare(changes, ("版本", "version"), |side| Some(same(&side.scheme.version)));
        self.compare(changes, ("状态", "status"), |side| Some(same(&status_text(side.scheme.status))));
        self.compare(changes, ("满分合计", "full points"), |side| Some(points(side.scheme.full_points)));
        self.compare(changes, ("加分上限", "bonus cap"), |side| side.scheme.bonus_cap.map(points));
        self.compare(changes, ("最低数据完整率", "minimum coverage"), |side| {
            side.scheme.minimum_coverage.as_ref().map(share)
        });
        self.compare(changes, ("缺失时的得分", "missing values"), |side| {
            Some(missing(&side.scheme.missing))
        });
        self.compare(changes, ("技术领域", "field"), |side| side.scheme.field_item.as_deref().map(same));
    }

    fn stages(&self, changes: &mut Changes) {
        let (old, new) = self.schemes();
        let codes =
            union(old.stages.iter().map(|s| s.code.as_str()), new.stages.iter().map(|s| s.code.as_str()));
        for code in codes {
            let title = (format!("阶段“{code}”"), format!("stage `{code}`"));
            self.compare(
                changes,
                (&format!("{}的名称", title.0), &format!("name of {}", title.1)),
                |side| side.stage(code).map(|at| same(&side.scheme.stages[at].name.zh)),
            );
            self.compare(
                changes,
                (&format!("{}的判定条件", title.0), &format!("condition of {}", title.1)),
                |side| side.stage(code).map(|at| side.formula(&side.scheme.stages[at].when)),
            );
        }
    }

    fn pillars(&self, changes: &mut Changes) {
        let (old, new) = self.schemes();
        let codes =
            union(old.pillars.iter().map(|p| p.code.as_str()), new.pillars.iter().map(|p| p.code.as_str()));
        for code in codes {
            self.compare(
                changes,
                (&format!("一级指标“{code}”"), &format!("pillar `{code}`")),
                |side| {
                    let pillar = side.scheme.pillars.iter().find(|pillar| pillar.code == code)?;
                    let parent = pillar.parent.map(|parent| side.scheme.pillars[parent].name.zh.as_str());
                    let (zh, en) = class(pillar.class);
                    let (below_zh, below_en) = parent.map_or_else(Default::default, |parent| {
                        (format!("，属于{parent}"), format!(", below {parent}"))
                    });
                    Some(Sentence::new(
                        format!("{}（{zh}{below_zh}）", pillar.name.zh),
                        format!("{} ({en}{below_en})", pillar.name.in_language(Language::English)),
                    ))
                },
            );
        }
    }

    fn indicators(&self, changes: &mut Changes) {
        let (old, new) = self.schemes();
        let codes = union(
            old.indicators.iter().map(|i| i.code.as_str()),
            new.indicators.iter().map(|i| i.code.as_str()),
        );
        for code in codes {
            let (before, after) =
                self.both(|side| side.scheme.indicators.iter().position(|i| i.code == code));
            match (before, after) {
                (Some(before), Some(after)) => self.indicator(before, after, changes),
                (before, after) => {
                    let name = |side: &Side<'_>, at: usize| summary(side, &side.scheme.indicators[at]);
                    let what = Sentence::new(format!("指标“{code}”"), format!("indicator `{code}`"));
                    changes.note(
                        what,
                        before.map(|at| name(&self.old, at)),
                        after.map(|at| name(&self.new, at)),
                    );
                }
            }
        }
    }

    fn indicator(&self, before: usize, after: usize, changes: &mut Changes) {
        let (old, new) = (&self.old.scheme.indicators[before], &self.new.scheme.indicators[after]);
        let mut note = |aspect: (&str, &str), before: Option<Sentence>, after: Option<Sentence>| {
            let what = Sentence::new(
                format!("指标“{}”的{}", new.name.zh, aspect.0),
                format!("{} of indicator `{}`", aspect.1, new.code),
            );
            changes.note(what, before, after);
        };
        let pillar =
            |side: &Side<'_>, indicator: &Indicator| same(&side.scheme.pillars[indicator.pillar].name.zh);
        let unit = |indicator: &Indicator| indicator.unit.map(|unit| same(unit.symbol));
        note(("名称", "name"), Some(same(&old.name.zh)), Some(same(&new.name.zh)));
        note(("一级指标", "pillar"), Some(pillar(&self.old, old)), Some(pillar(&self.new, new)));
        note(("取值", "value"), Some(self.old.formula(&old.value)), Some(self.new.formula(&new.value)));
        note(("单位", "unit"), unit(old), unit(new));
        note(("方向", "direction"), Some(direction(old.direction)), Some(direction(new.direction)));
        note(("封顶", "cap"), Some(share(&old.cap)), Some(share(&new.cap)));
        note(("保底", "floor"), Some(share(&old.floor)), Some(share(&new.floor)));
        note(
            ("缺失时的得分", "missing value"),
            old.missing.as_ref().map(missing),
            new.missing.as_ref().map(missing),
        );
        self.by_stage(old, new, &mut note);
    }

    /// Full points and rules of the stages; a stage that only one side has is told under stages.
    fn by_stage(
        &self,
        old: &Indicator,
        new: &Indicator,
        note: &mut impl FnMut((&str, &str), Option<Sentence>, Option<Sentence>),
    ) {
        let mut rules: Vec<(Vec<usize>, Sentence, Sentence)> = Vec::new();
        for (after, stage) in self.new.scheme.stages.iter().enumerate() {
            let Some(before) = self.old.stage(&stage.code) else { continue };
            note(
                (&format!("满分（{}）", stage.name.zh), &format!("full points ({})", stage.code)),
                Some(points(old.full[before])),
                Some(points(new.full[after])),
            );
            if old.rules[before] != new.rules[after] {
                let (before, now) = (self.old.rule(old, before), self.new.rule(new, after));
                match rules.iter_mut().find(|(_, old, new)| *old == before && *new == now) {
                    Some((stages, ..)) => stages.push(after),
                    None => rules.push((vec![after], before, now)),
                }
            }
        }
        for (stages, before, after) in rules {
            let (zh, en) = self.for_stages(&stages);
            note((&format!("赋分规则{zh}"), &format!("rule{en}")), Some(before), Some(after));
        }
    }

    /// The stages a change is for, in brackets; nothing when it is for all.
    fn for_stages(&self, stages: &[usize]) -> (String, String) {
        let all = &self.new.scheme.stages;
        if stages.len() == all.len() {
            return Default::default();
        }
        let zh: Vec<&str> = stages.iter().map(|&stage| all[stage].name.zh.as_str()).collect();
        let en: Vec<&str> = stages.iter().map(|&stage| all[stage].code.as_str()).collect();
        (format!("（{}）", zh.join("、")), format!(" ({})", en.join(", ")))
    }

    fn vetoes(&self, changes: &mut Changes) {
        let (old, new) = self.schemes();
        let codes =
            union(old.vetoes.iter().map(|v| v.code.as_str()), new.vetoes.iter().map(|v| v.code.as_str()));
        for code in codes {
            self.compare(changes, (&format!("一票否决“{code}”"), &format!("veto `{code}`")), |side| {
                let veto = side.scheme.vetoes.iter().find(|veto| veto.code == code)?;
                let when = side.formula(&veto.when);
                let en = veto.name.in_language(Language::English);
                Some(Sentence::new(format!("{}（{}）", veto.name.zh, when.zh), format!("{en} ({})", when.en)))
            });
        }
    }

    fn grades(&self, changes: &mut Changes) {
        let (old, new) = self.schemes();
        let codes =
            union(old.grades.iter().map(|g| g.code.as_str()), new.grades.iter().map(|g| g.code.as_str()));
        for code in codes {
            self.compare(changes, (&format!("等级“{code}”"), &format!("grade `{code}`")), |side| {
                let grade = side.scheme.grades.iter().find(|grade| grade.code == code)?;
                Some(Sentence::new(
                    format!("{}，总分≥{}分", grade.name.zh, grade.at_least),
                    format!("{}, total ≥ {}", grade.name.in_language(Language::English), grade.at_least),
                ))
            });
        }
    }
}

fn class(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::Base => ("计入满分", "base"),
        Class::Bonus => ("加分", "bonus"),
        Class::Deduction => ("扣分", "deduction"),
    }
}

fn direction(direction: Direction) -> Sentence {
    match direction {
        Direction::Higher => Sentence::new("越大越好", "more is better"),
        Direction::Lower => Sentence::new("越小越好", "less is better"),
    }
}

/// An indicator in one line: name, full points of each stage.
fn summary(side: &Side<'_>, indicator: &Indicator) -> Sentence {
    let stages = || side.scheme.stages.iter().zip(&indicator.full);
    let zh: Vec<String> = stages().map(|(stage, full)| format!("{}{full}分", stage.name.zh)).collect();
    let en: Vec<String> = stages().map(|(stage, full)| format!("{} {full}", stage.code)).collect();
    Sentence::new(
        format!("{}（{}）", indicator.name.zh, zh.join("，")),
        format!("{} ({})", indicator.name.in_language(Language::English), en.join(", ")),
    )
}

#[cfg(test)]
mod tests;
