//! A ladder as prose and tables: clauses with their articles, the scorecard, what the points must reach.

use std::path::Path;

use domain::{
    cultivation::{
        BandAward, Bound, Clause, ClauseBody, Grading, Group, ItemRule, Ladder, PassRule, PointRange,
        Requirement, ScoreItem, ScoreTarget, Scorecard, Test,
    },
    indicators::{Dictionary, ItemKind},
};
use formula::{Formula, Language, Unit, Value};
use jiff::civil::Date;

use super::{Page, cells, status_text};
use crate::{prose::formula_text, reader::Reading, words};

/// A ladder file as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (ladder, dictionary) = crate::ladder::read_for(reading, path, date)?;
    let mut text = Text { page: Page::new(&ladder.name, Some(ladder.status)), dictionary: &dictionary };
    text.head(&ladder);
    text.clauses(("硬条件（须全部满足）", "Hard conditions"), &ladder.hard);
    text.clauses(("直接确认（硬条件满足时，符合其一即不需评分）", "Direct confirmation"), &ladder.direct);
    if let Some(card) = &ladder.scorecard {
        text.scorecard(card);
    }
    text.page.line("");
    let note = Ladder::note();
    text.page.line(&format!("> {} · {}", note.zh, note.en));
    Some(text.page.finish())
}

pub(super) struct Text<'a> {
    pub page: Page,
    pub dictionary: &'a Dictionary,
}

impl Text<'_> {
    fn head(&mut self, ladder: &Ladder) {
        let until = ladder.in_force.until.map_or_else(String::new, |until| format!("至{until}"));
        self.page.line("");
        self.page.fact("代码", Some(ladder.code.clone()));
        self.page.fact("版本", Some(ladder.version.clone()));
        self.page.fact("状态", Some(status_text(ladder.status)));
        self.page.fact("有效期", Some(format!("{}起{until}", ladder.in_force.from)));
        if let Some(days) = ladder.reviews {
            let until = days.until.map_or_else(String::new, |until| format!("至{until}"));
            self.page.fact("复核仍用", Some(format!("{}{until}", days.from)));
        }
        self.page.fact("适用地区", ladder.place.as_ref().map(|place| place.zh.clone()));
        self.page.basis(&ladder.basis);
        for remark in &ladder.remarks {
            self.page.line(&format!("- 说明：{}", remark.zh));
        }
    }

    pub fn clauses(&mut self, (zh, en): (&str, &str), clauses: &[Clause]) {
        if clauses.is_empty() {
            return;
        }
        self.page.heading(zh, en);
        for clause in clauses {
            let veto = if clause.veto { "【一票否决】" } else { "" };
            let article = article(clause.article.as_deref());
            self.page.line(&format!("- **{}** {veto}{}{article}", clause.code, clause.name.zh));
            if let Some(remark) = &clause.remark {
                self.page.line(&format!("  - 说明：{}", remark.zh));
            }
            match &clause.body {
                ClauseBody::Typed(requirement) => self.requirement(requirement, 1),
                ClauseBody::OfficerCheck(check) => {
                    self.page.line(&format!("  - 【人工核验】{}", check.question.zh));
                }
            }
        }
    }

    pub fn requirement(&mut self, requirement: &Requirement, depth: usize) {
        let indent = "  ".repeat(depth);
        match requirement {
            Requirement::Test(test) => {
                let line = format!("{indent}- {}", self.test(test));
                self.page.line(&line);
            }
            Requirement::Holds { name, formula } => {
                let name = name.as_ref().map(|name| format!("{}：", name.zh)).unwrap_or_default();
                let line = format!("{indent}- {name}{}", self.formula(formula));
                self.page.line(&line);
            }
            Requirement::Group { name, group, parts } => {
                let name = name.as_ref().map(|name| format!("{}，", name.zh)).unwrap_or_default();
                let word = match group {
                    Group::All => "同时满足：",
                    Group::Any => "满足其一：",
                    Group::None => "均不得有：",
                };
                self.page.line(&format!("{indent}- {name}{word}"));
                for part in parts {
                    self.requirement(part, depth + 1);
                }
            }
        }
    }

    /// `研发费用 ÷ 销售收入，不低于 4%`.
    fn test(&self, test: &Test) -> String {
        let bound = match test.bound() {
            Bound::Formula(bound) => self.formula(bound),
            Bound::Values(values) => {
                values.iter().map(|value| self.value(test, value)).collect::<Vec<_>>().join("、")
            }
        };
        format!("{}，{} {bound}", self.formula(test.value()), test.comparison().zh())
    }

    fn value(&self, test: &Test, value: &Value) -> String {
        match value {
            Value::Text(code) => self.category(test.value(), code),
            value => formula::render_value(value, test.unit()),
        }
    }

    pub fn formula(&self, formula: &Formula) -> String {
        formula_text(formula, self.dictionary, Language::Chinese)
    }

    /// A category by its name in the dictionary, a truth as people say it.
    fn category(&self, value: &Formula, code: &str) -> String {
        if value.kind() == formula::Type::Truth {
            return (if code == "true" { "是" } else { "否" }).to_owned();
        }
        let item = self.dictionary.find(value.source().trim()).map(|item| &item.kind);
        let Some(ItemKind::Text { categories }) = item else { return code.to_owned() };
        let found = categories.iter().find(|(each, _)| each == code);
        found.map_or_else(|| code.to_owned(), |(_, name)| name.zh.clone())
    }

    fn scorecard(&mut self, card: &Scorecard) {
        self.page.heading(&format!("综合评价（满分{}分）", card.full), "Scorecard");
        for section in &card.sections {
            let cap = if section.cap == section.full && section.items.iter().all(|item| !item.bonus) {
                String::new()
            } else {
                format!("，含加分不超过{}分", section.cap)
            };
            let article = article(section.article.as_deref());
            self.page.line(&format!("### {}（{}分{cap}）{article}", section.name.zh, section.full));
            for item in &section.items {
                self.item(item);
            }
            self.page.line("");
        }
        self.page.heading("得分要求", "Points required");
        for rule in &card.pass {
            self.page.line(&pass(card, rule));
        }
    }

    fn item(&mut self, item: &ScoreItem) {
        let bonus = if item.bonus { "，加分项" } else { "" };
        self.page.line("");
        self.page.line(&format!("**{}** {}（{}分{bonus}）", item.code, item.name.zh, item.full));
        match &item.rule {
            ItemRule::Graded(grading) => self.grading(grading),
            ItemRule::Judged { level } => {
                let free = format!("由专家在0至{}分之间评定", item.full);
                let word = if level.is_some() {
                    "由专家评定等次，再在区间内评分"
                } else {
                    free.as_str()
                };
                self.page.line(&format!("- {word}"));
                level.iter().for_each(|level| self.grading(level));
            }
            ItemRule::BestOf(alternatives) => {
                self.page.line("- 企业选择其一，取值无从计算的不能选");
                for alternative in alternatives {
                    self.page.line("");
                    self.page.line(&format!("{} {}", alternative.code, alternative.name.zh));
                    self.grading(&alternative.grading);
                }
            }
        }
    }

    pub fn grading(&mut self, grading: &Grading) {
        let (subject, lines) = match grading {
            Grading::Bands { value, unit, bands } => (Some(value), band_lines(bands, *unit)),
            Grading::Cases { value, cases, otherwise } => {
                let named = |code: &String| self.category(value, code);
                let mut lines: Vec<(String, PointRange)> = cases
                    .iter()
                    .map(|case| (case.values.iter().map(named).collect::<Vec<_>>().join("、"), case.award))
                    .collect();
                lines.push(("其余".to_owned(), *otherwise));
                (Some(value), lines)
            }
            Grading::Sum { rows, .. } => {
                (None, rows.iter().map(|row| (self.formula(&row.when), row.award)).collect())
            }
            Grading::Rows { rows, otherwise } => {
                let mut lines: Vec<(String, PointRange)> =
                    rows.iter().map(|row| (self.formula(&row.when), row.award)).collect();
                lines.push(("其余".to_owned(), *otherwise));
                (None, lines)
            }
        };
        let head = match subject {
            Some(value) => {
                let line = format!("- 取值：{}", self.formula(value));
                self.page.line(&line);
                "取值"
            }
            None if matches!(grading, Grading::Sum { .. }) => "条件（成立的都计分，以满分为限）",
            None => "条件（取先成立的一条）",
        };
        let lines: Vec<Vec<String>> =
            lines.into_iter().map(|(condition, award)| vec![condition, award.to_string()]).collect();
        self.page.line("");
        self.page.table(&cells([head, "得分"]), &lines);
    }
}

fn article(article: Option<&str>) -> String {
    article.map(|article| format!("〔{article}〕")).unwrap_or_default()
}

fn band_lines(bands: &[BandAward], unit: Option<&'static Unit>) -> Vec<(String, PointRange)> {
    let edge = |band: &BandAward| band.lower.as_ref().map(|lower| words::in_unit(lower, unit));
    let line = |(index, band): (usize, &BandAward)| {
        let lower = edge(band).map(|low| format!("{}{low}", if band.lower_inclusive { "≥" } else { "＞" }));
        let upper = bands.get(index + 1).and_then(|above| {
            edge(above).map(|high| format!("{}{high}", if above.lower_inclusive { "＜" } else { "≤" }))
        });
        (lower.into_iter().chain(upper).collect::<Vec<_>>().join("，"), band.award)
    };
    bands.iter().enumerate().map(line).collect()
}

fn pass(card: &Scorecard, rule: &PassRule) -> String {
    let of = match rule.of {
        ScoreTarget::Total => "总分",
        ScoreTarget::Section(section) => card.sections[section].name.zh.as_str(),
        ScoreTarget::Item(section, item) => card.sections[section].items[item].name.zh.as_str(),
    };
    let word = if rule.above { "高于" } else { "不低于" };
    let article = article(rule.article.as_deref());
    format!("- **{}** {}{article}：{of}{word}{}分", rule.code, rule.name.zh, rule.points)
}
