//! The explanation as a person reads it.

use std::fmt::Write as _;

use domain::{
    Points, Status,
    evaluation::{Gain, StageIssue, VetoState},
    indicators::{Class, Scheme},
};
use formula::{Fact, Missing, Outcome, Sentence, Step, Unit, Value, render_value};
use run::Run;

use super::Explained;
use crate::console::Console;

/// Everything about one enterprise.
pub fn answer(run: &Run, explained: &Explained, console: Console) -> String {
    let mut page = Page { run, explained, console, text: String::new() };
    page.heading();
    page.stage();
    page.vetoes();
    if explained.explanation.score.stage.is_ok() {
        page.indicators();
        page.totals();
        page.gains();
    }
    page.text
}

struct Page<'a> {
    run: &'a Run,
    explained: &'a Explained,
    console: Console,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, zh: &str, en: &str) {
        let line = self.console.pick(zh, en).to_owned();
        let _ = writeln!(self.text, "{line}");
    }

    fn scheme(&self) -> &Scheme {
        &self.run.scheme.value
    }

    fn heading(&mut self) {
        let id = self.run.id(self.explained.row);
        let name = self.run.name(self.explained.row).unwrap_or_default();
        let scheme = self.scheme().name.in_language(self.console.language).to_owned();
        let (version, as_of) = (self.scheme().version.clone(), self.run.as_of);
        self.line(&format!("{name}  {id}"), &format!("{name}  {id}"));
        let period = self.run.population.period().map_or_else(String::new, |period| period.to_string());
        self.line(
            &format!("{scheme}  版本{version}  {period}年度  评价时点{as_of}"),
            &format!("{scheme}  version {version}  period {period}  as of {as_of}"),
        );
        if self.scheme().status == Status::Illustrative {
            self.line("示例方案，非官方权重", "Illustrative scheme; the weights are not official");
        }
    }

    fn stage(&mut self) {
        let explanation = &self.explained.explanation;
        match &explanation.score.stage {
            Ok(index) => {
                let stage = &self.scheme().stages[*index];
                let name = stage.name.in_language(self.console.language).to_owned();
                let why = explanation.stages.get(*index).map(|step| self.reasons(step)).unwrap_or_default();
                let rule = explanation.stages.get(*index).map(|step| step.text.clone()).unwrap_or_default();
                self.line(
                    &format!("\n阶段：{name}（{rule}；{why}）"),
                    &format!("\nStage: {name} ({rule}; {why})"),
                );
            }
            Err(StageIssue::Missing(missing)) => {
                let named = self.names(missing.iter());
                self.line(
                    &format!("\n无法确定阶段，因而未评分：缺少{named}"),
                    &format!("\nno stage and so no points: missing {named}"),
                );
            }
            Err(_) => self.line(
                "\n无法确定阶段，因而未评分：没有唯一成立的阶段条件",
                "\nno stage and so no points: not exactly one stage condition holds",
            ),
        }
    }

    fn vetoes(&mut self) {
        let states = self.explained.explanation.score.vetoes.clone();
        for (index, state) in states.iter().enumerate() {
            let name = self.scheme().vetoes[index].name.in_language(self.console.language).to_owned();
            match state {
                VetoState::Clear => {}
                VetoState::Vetoed => self.line(
                    &format!("一票否决：{name}。总分不对外提供，不参加排名。"),
                    &format!("Veto: {name}. The total is withheld and takes part in no rank."),
                ),
                VetoState::Unknown(missing) => {
                    let named = self.names(missing.iter());
                    self.line(
                        &format!("一票否决项尚不能核实：{name}（缺少{named}）"),
                        &format!("Veto that cannot be told yet: {name} (missing {named})"),
                    );
                }
            }
        }
    }

    fn indicators(&mut self) {
        for pillar in 0..self.scheme().pillars.len() {
            let score = &self.explained.explanation.score;
            let points = score.pillars[pillar];
            let withheld = score.vetoed();
            let of = &self.scheme().pillars[pillar];
            let name = of.name.in_language(self.console.language).to_owned();
            let class = match of.class {
                _ if of.name.zh.contains("加分") || of.name.zh.contains("扣分") => ("", ""),
                Class::Base => ("", ""),
                Class::Bonus => ("（加分）", " (bonus)"),
                Class::Deduction => ("（扣分）", " (deduction)"),
            };
            let shown = if withheld { String::new() } else { points.shown() };
            self.line(&format!("\n{name}{} {shown}", class.0), &format!("\n{name}{} {shown}", class.1));
            let members: Vec<usize> = (0..self.scheme().indicators.len())
                .filter(|&index| self.scheme().indicators[index].pillar == pillar)
                .collect();
            for index in members {
                self.indicator(index);
            }
        }
    }

    fn indicator(&mut self, index: usize) {
        let scored = &self.explained.explanation.score.indicators[index];
        if scored.full == Points::ZERO {
            return;
        }
        let explained = &self.explained.explanation.indicators[index];
        let indicator = &self.scheme().indicators[index];
        let name = indicator.name.in_language(self.console.language).to_owned();
        let unit = indicator.unit.or(explained.value.unit);
        let item = indicator.value.items().next().map(|item| item.name.clone()).unwrap_or_default();
        let mut value = self.outcome(&explained.value.outcome, unit, &item);
        if let (None, Outcome::Known(Value::Number(_)), formula::Type::Number(dimension)) =
            (unit, &explained.value.outcome, explained.value.kind)
        {
            value.push_str(&dimension.base_symbol());
        }
        let (points, full) = (scored.points.shown(), scored.full.shown());
        self.line(&format!("  {name}  {points}／{full}"), &format!("  {name}  {points} of {full}"));
        let formula = explained.value.text.clone();
        let parts = self.reasons(&explained.value);
        let how = if parts.is_empty() { String::new() } else { format!("（{parts}）") };
        let how_en = if parts.is_empty() { String::new() } else { format!(" ({parts})") };
        self.line(
            &format!("    取值：{formula} = {value}{how}"),
            &format!("    value: {formula} = {value}{how_en}"),
        );
        let applied = self.console.say(&explained.applied).to_owned();
        self.line(&format!("    赋分：{applied}"), &format!("    rule: {applied}"));
    }

    fn totals(&mut self) {
        let score = &self.explained.explanation.score;
        if score.vetoed() {
            self.line(
                "\n总分因一票否决不予显示，不参加排名",
                "\nThe total is withheld by a veto and takes part in no rank",
            );
            return;
        }
        let [base, bonus, deduction, total] =
            [score.base, score.bonus, score.deduction, score.total].map(Points::shown);
        let (known, required) = (score.known, score.required);
        let grade =
            score.grade.map(|grade| self.scheme().grades[grade].name.in_language(self.console.language));
        let grade_zh = grade.map_or_else(|| "无等级".to_owned(), str::to_owned);
        let grade_en = grade.map_or_else(|| "no grade".to_owned(), str::to_owned);
        self.line(
            &format!("\n总分 {total} = 基础{base} + 加分{bonus} − 扣分{deduction}；{grade_zh}；数据覆盖{known}／{required}"),
            &format!("\nTotal {total} = base {base} + bonus {bonus} − deduction {deduction}; {grade_en}; data known {known} of {required}"),
        );
        if let Some(places) = self.run.scores.places(self.explained.row) {
            let (all, stage) = (places.overall, places.in_stage);
            let field = places.in_field.map(|rank| (rank.place, rank.of));
            let zh_field =
                field.map_or_else(String::new, |(place, of)| format!("，本领域第{place}名（共{of}家）"));
            let en_field =
                field.map_or_else(String::new, |(place, of)| format!(", {place} of {of} in its field"));
            self.line(
                &format!(
                    "名次：本阶段第{}名（共{}家），全区第{}名（共{}家）{zh_field}",
                    stage.place, stage.of, all.place, all.of
                ),
                &format!(
                    "Rank: {} of {} in its stage, {} of {} in all{en_field}",
                    stage.place, stage.of, all.place, all.of
                ),
            );
        }
    }

    fn gains(&mut self) {
        let gains: Vec<&Gain> =
            self.explained.gains.iter().filter(|gain| gain.on_total > Points::ZERO).take(5).collect();
        if gains.is_empty() {
            return;
        }
        self.line(
            "\n改哪一项得分最多（每次只改一项，其他不变）",
            "\nWhat would gain most (one change at a time)",
        );
        for gain in gains {
            let line = self.gain(gain);
            self.line(&line.zh, &line.en);
        }
    }

    fn gain(&self, gain: &Gain) -> Sentence {
        let item = self.run.scheme.dictionary.find(&gain.change.item);
        let name =
            item.map_or(gain.change.item.as_str(), |item| item.name.in_language(self.console.language));
        let unit = item.and_then(domain::indicators::Item::unit);
        let to = fact(&gain.change.to, unit);
        let indicator = &self.scheme().indicators[gain.indicator];
        let of = indicator.name.in_language(self.console.language);
        let points = gain.on_total.shown();
        let (zh_from, en_from) = match &gain.change.from {
            Some(from) => (format!("由{}", fact(from, unit)), format!("from {} ", fact(from, unit))),
            None => ("由缺失".to_owned(), "from missing ".to_owned()),
        };
        Sentence::new(
            format!("  +{points}分  {name}{zh_from}改为{to}（{of}）"),
            format!("  +{points}  {name} {en_from}to {to} ({of})"),
        )
    }

    /// The items a value came from: `研发费用 = 120万元，营业收入 = 2000万元`.
    fn reasons(&self, step: &Step) -> String {
        let mut leaves = Vec::new();
        collect_leaves(step, &mut leaves);
        let mut seen: Vec<String> = Vec::new();
        for leaf in leaves {
            let text = format!("{} = {}", leaf.text, self.outcome(&leaf.outcome, leaf.unit, &leaf.text));
            if !seen.contains(&text) {
                seen.push(text);
            }
        }
        seen.join(self.console.pick("，", ", "))
    }

    /// A value as people know it: numbers with their unit, categories of the item called `item` by name.
    fn outcome(&self, outcome: &Outcome, unit: Option<&'static Unit>, item: &str) -> String {
        match outcome {
            Outcome::Known(Value::Text(code)) => {
                let item = self.run.scheme.dictionary.find(item);
                let name = item.and_then(|item| item.category_name(code));
                name.map_or_else(
                    || code.to_string(),
                    |name| name.in_language(self.console.language).to_owned(),
                )
            }
            Outcome::Known(value) => render_value(value, unit),
            Outcome::Missing(_) => self.console.pick("缺失", "missing").to_owned(),
            Outcome::Undefined(_) => self.console.pick("不可比", "undefined").to_owned(),
        }
    }

    fn names<'m>(&self, missing: impl Iterator<Item = &'m Missing>) -> String {
        let name = |missing: &Missing| match missing {
            Missing::Item { code, back } => {
                let item = self.run.scheme.dictionary.find(code);
                let name = item.map_or(code.as_str(), |item| item.name.in_language(self.console.language));
                if *back == 0 { name.to_owned() } else { format!("{name}[-{back}]") }
            }
            Missing::Label(label) => label.clone(),
            Missing::Result(..) => self.console.pick("积分结果", "points").to_owned(),
        };
        missing.map(name).collect::<Vec<_>>().join(self.console.pick("、", ", "))
    }
}

/// Steps without parts, in reading order. A value that is itself an item has no need to be repeated.
fn collect_leaves<'s>(step: &'s Step, leaves: &mut Vec<&'s Step>) {
    for part in &step.parts {
        if part.parts.is_empty() {
            leaves.push(part);
        } else {
            collect_leaves(part, leaves);
        }
    }
}

/// A datum with its unit.
pub fn fact(fact: &Fact, unit: Option<&'static Unit>) -> String {
    match fact {
        Fact::Number(value) => {
            let base = unit.map_or_else(|| value.clone(), |unit| unit.to_base(value));
            render_value(&Value::Number(base), unit)
        }
        Fact::Truth(value) => render_value(&Value::Truth(*value), None),
        Fact::Text(text) => text.to_string(),
        Fact::Date(date) => date.to_string(),
    }
}
