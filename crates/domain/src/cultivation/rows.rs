//! An assessment line by line: what tables, workbooks and screens show.

use formula::{Exact, Missing, Outcome, ResultKind, Sentence, Unit, Value};

use super::{
    Assessment, Bound, Clause, ClauseBody, ClauseFinding, Comparison, Detail, Finding, Gap, Grading, Group,
    Issues, ItemRule, ItemScore, Ladder, PassFinding, PassRule, PointRange, Requirement, ScoreItem, Section,
    SectionScore, State, Step, Test,
};
use crate::{Name, Points, indicators::Dictionary};

mod wording;

pub(crate) use wording::undefined_en;
use wording::{
    compared, digits_between, digits_to_tell, gap_sentence, group_sentence, join, number_cell, of_truth,
    part_name, plain, refused, settled,
};

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// 一票否决.
    Veto,
    /// 硬条件.
    Hard,
    /// 直接确认.
    Direct,
    /// 评分类别.
    Section,
    /// 评分项.
    Item,
    /// 总分.
    Total,
    /// 得分要求.
    Pass,
}

impl RowKind {
    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        let (zh, en) = match self {
            Self::Veto => ("一票否决", "veto"),
            Self::Hard => ("硬条件", "hard condition"),
            Self::Direct => ("直接确认", "direct confirmation"),
            Self::Section => ("评分类别", "section"),
            Self::Item => ("评分项", "item"),
            Self::Total => ("总分", "total"),
            Self::Pass => ("得分要求", "points required"),
        };
        Sentence::new(zh, en)
    }
}

/// A value ready to show, and the number behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// As shown, unit included.
    pub text: Sentence,
    /// The exact number in `unit`; `None` for truths, texts, dates and what is not known.
    pub number: Option<Exact>,
    /// The unit of `number`.
    pub unit: Option<&'static Unit>,
}

/// One line of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub kind: RowKind,
    /// 0 for a clause, section or rule; 1 and more for its parts.
    pub depth: u8,
    /// The clause's, section's or item's code; a part has its clause's.
    pub code: String,
    /// What it asks for.
    pub name: Sentence,
    /// 条款.
    pub article: Option<String>,
    /// How it stands; `None` for points.
    pub state: Option<State>,
    /// The value found.
    pub value: Option<Cell>,
    /// What it is held against, e.g. 不低于 4%.
    pub bound: Option<Sentence>,
    /// How far it is, e.g. 还差 0.8 个百分点（相差 20%）.
    pub gap: Option<Sentence>,
    /// `[保守分, 乐观分]`.
    pub points: Option<PointRange>,
    /// 满分.
    pub full: Option<Points>,
    /// What is missing, who decides, what to ask.
    pub remark: Option<Sentence>,
}

/// Lays out an assessment of `ladder`: vetoes and hard conditions, direct clauses, sections with their items, total,
/// pass rules. `dictionary` names what is missing.
#[must_use]
pub fn rows(ladder: &Ladder, assessment: &Assessment, dictionary: &Dictionary) -> Vec<Row> {
    rows_of_year(ladder, assessment, dictionary, None)
}

/// The same for data of `year`: what is missing of earlier years is called by its year.
#[must_use]
pub fn rows_of_year(
    ladder: &Ladder,
    assessment: &Assessment,
    dictionary: &Dictionary,
    year: Option<i32>,
) -> Vec<Row> {
    let mut layout = Layout { dictionary, year, rows: Vec::new() };
    for (clause, finding) in ladder.hard.iter().zip(&assessment.hard) {
        layout.clause(if clause.veto { RowKind::Veto } else { RowKind::Hard }, clause, finding);
    }
    for (clause, finding) in ladder.direct.iter().zip(&assessment.direct) {
        layout.clause(RowKind::Direct, clause, finding);
    }
    if let (Some(card), Some(score)) = (&ladder.scorecard, &assessment.score) {
        for (section, found) in card.sections.iter().zip(&score.sections) {
            layout.section(section, found);
        }
        let name = Name { zh: "综合评价得分".to_owned(), en: Some("Total score".to_owned()) };
        let total =
            Row { points: Some(score.total), full: Some(card.full), ..blank(RowKind::Total, "total", &name) };
        layout.rows.push(total);
        for (rule, found) in card.pass.iter().zip(&score.pass) {
            layout.rows.push(pass_row(rule, found));
        }
    }
    layout.rows
}

fn blank(kind: RowKind, code: &str, name: &Name) -> Row {
    Row {
        kind,
        depth: 0,
        code: code.to_owned(),
        name: both(name),
        article: None,
        state: None,
        value: None,
        bound: None,
        gap: None,
        points: None,
        full: None,
        remark: None,
    }
}

fn both(name: &Name) -> Sentence {
    Sentence::new(name.zh.clone(), name.in_language(formula::Language::English))
}

struct Layout<'a> {
    dictionary: &'a Dictionary,
    /// Of the data, where it is known.
    year: Option<i32>,
    rows: Vec<Row>,
}

impl Layout<'_> {
    fn clause(&mut self, kind: RowKind, clause: &Clause, found: &ClauseFinding) {
        let row = Row {
            article: clause.article.clone(),
            state: Some(found.state),
            ..blank(kind, &clause.code, &clause.name)
        };
        let place = self.rows.len();
        match &clause.body {
            ClauseBody::OfficerCheck(check) => {
                let remark = Some(both(&check.question));
                self.rows.push(Row { remark, ..row });
            }
            ClauseBody::Typed(requirement) => self.requirement(row, requirement, &found.finding),
        }
        if let (Some(told), Some(row)) = (&clause.remark, self.rows.get_mut(place)) {
            row.remark = join([row.remark.take(), Some(both(told)), None, None]);
        }
    }

    fn requirement(&mut self, row: Row, requirement: &Requirement, finding: &Finding) {
        let row = Row { state: Some(finding.state), ..row };
        match (requirement, &finding.detail) {
            (Requirement::Test(test), Detail::Test { value, bound, gap }) => {
                let row = self.test(row, test, value, bound.as_ref(), gap.as_ref());
                self.rows.push(Row { remark: self.remark(&finding.issues), ..row });
            }
            (Requirement::Holds { .. }, Detail::Holds(outcome)) => {
                let value = outcome.as_truth().map(|truth| plain(of_truth(truth)));
                self.rows.push(Row { value, remark: self.remark(&finding.issues), ..row });
            }
            (Requirement::Group { group, parts, .. }, Detail::Group(_, found)) => {
                self.group(row, *group, parts, found)
            }
            _ => {}
        }
    }

    fn group(&mut self, row: Row, group: Group, parts: &[Requirement], found: &[Finding]) {
        let (kind, code, depth) = (row.kind, row.code.clone(), row.depth + 1);
        self.rows.push(Row { bound: Some(group_sentence(group)), ..row });
        for (part, finding) in parts.iter().zip(found) {
            let part_row = Row { depth, ..blank(kind, &code, &part_name(part)) };
            let place = self.rows.len();
            self.requirement(part_row, part, finding);
            if group == Group::None {
                self.forbid(place);
            }
        }
    }

    /// The line of something that must not be: its absence is what is asked for.
    fn forbid(&mut self, place: usize) {
        if let Some(row) = self.rows.get_mut(place) {
            row.gap = None;
            row.state = row.state.map(|state| match state {
                State::Met => State::Unmet,
                State::Unmet => State::Met,
                open => open,
            });
        }
    }

    fn test(
        &self,
        row: Row,
        test: &Test,
        value: &Outcome,
        bound: Option<&Outcome>,
        gap: Option<&Gap>,
    ) -> Row {
        let unit = test.unit();
        let digits = bound.map_or(2, |bound| digits_to_tell(value, bound, unit));
        let held = match (bound, test.bound()) {
            (Some(bound), _) => self.cell(bound, test, digits).map(|cell| cell.text),
            (None, Bound::Values(values)) => Some(self.list(test, values)),
            (None, Bound::Formula(_)) => None,
        };
        Row {
            value: self.cell(value, test, digits),
            bound: held.map(|held| compared(test.comparison(), &held)),
            gap: gap.map(|gap| gap_sentence(test, gap, digits)),
            ..row
        }
    }

    fn cell(&self, outcome: &Outcome, test: &Test, digits: u16) -> Option<Cell> {
        let Outcome::Known(value) = outcome else { return None };
        Some(match value {
            Value::Number(number) => number_cell(number, test.unit(), digits),
            other => plain(self.word(test, other)),
        })
    }

    fn list(&self, test: &Test, values: &[Value]) -> Sentence {
        let words: Vec<Sentence> = values.iter().map(|value| self.word(test, value)).collect();
        let join = |separator: &str, pick: fn(&Sentence) -> &str| {
            words.iter().map(pick).collect::<Vec<_>>().join(separator)
        };
        Sentence::new(join("、", |word| &word.zh), join(", ", |word| &word.en))
    }

    /// A truth, date or text in words; a category by its name in the dictionary.
    fn word(&self, test: &Test, value: &Value) -> Sentence {
        match value {
            Value::Truth(truth) => of_truth(*truth),
            Value::Date(date) => Sentence::new(date.to_string(), date.to_string()),
            Value::Number(number) => number_cell(number, test.unit(), 4).text,
            Value::Text(text) => self.category(test, text),
        }
    }

    fn category(&self, test: &Test, code: &str) -> Sentence {
        let item = self.dictionary.find(test.value().source().trim());
        let categories = item.map(|item| match &item.kind {
            crate::indicators::ItemKind::Text { categories } => categories.as_slice(),
            _ => &[],
        });
        let name =
            categories.unwrap_or_default().iter().find(|(each, _)| each == code).map(|(_, name)| both(name));
        name.unwrap_or_else(|| Sentence::new(code, code))
    }

    fn section(&mut self, section: &Section, found: &SectionScore) {
        let remark = found.capped.then(|| {
            Sentence::new(format!("合计以{}分为限", section.cap), format!("capped at {} points", section.cap))
        });
        let row = Row {
            article: section.article.clone(),
            points: Some(found.range),
            full: Some(section.full),
            remark,
            ..blank(RowKind::Section, &section.code, &section.name)
        };
        self.rows.push(row);
        for (item, score) in section.items.iter().zip(&found.items) {
            let row = self.item(item, score);
            self.rows.push(row);
        }
    }

    fn item(&self, item: &ScoreItem, score: &ItemScore) -> Row {
        let grading = match (&item.rule, score.chosen) {
            (ItemRule::Graded(grading), _) | (ItemRule::Judged { level: Some(grading) }, _) => Some(grading),
            (ItemRule::BestOf(alternatives), Some(chosen)) => Some(&alternatives[chosen].grading),
            _ => None,
        };
        let (unit, bands) = match grading {
            Some(Grading::Bands { unit, bands, .. }) => (*unit, bands.as_slice()),
            _ => (None, &[][..]),
        };
        let number = score.value.as_ref().and_then(Outcome::as_number);
        let edges = bands.iter().filter_map(|band| band.lower.as_ref());
        let digits = |number: &Exact| edges.map(|edge| digits_between(number, edge, unit)).max().unwrap_or(2);
        Row {
            depth: 1,
            article: item.article.clone(),
            value: number.map(|number| number_cell(number, unit, digits(number))),
            points: Some(score.range),
            full: Some(item.full),
            remark: join([
                self.chosen(item, score),
                settled(score),
                refused(score),
                self.remark(&score.issues),
            ]),
            ..blank(RowKind::Item, &item.code, &item.name)
        }
    }

    fn chosen(&self, item: &ScoreItem, score: &ItemScore) -> Option<Sentence> {
        let ItemRule::BestOf(alternatives) = &item.rule else { return None };
        let Some(chosen) = score.chosen else {
            return Some(Sentence::new("没有可选的评分方式", "no alternative can be chosen"));
        };
        let name = both(&alternatives[chosen].name);
        Some(Sentence::new(format!("选用“{}”", name.zh), format!("chosen: {}", name.en)))
    }

    /// What is missing or undefined, by the names of the dictionary.
    fn remark(&self, issues: &Issues) -> Option<Sentence> {
        let missing: Vec<Sentence> = issues
            .missing
            .iter()
            .map(|missing| missing_of_year(missing, self.dictionary, self.year))
            .collect();
        let list = |separator: &str, pick: fn(&Sentence) -> &str| {
            missing.iter().map(pick).collect::<Vec<_>>().join(separator)
        };
        let missing_all = (!missing.is_empty()).then(|| {
            Sentence::new(
                format!("缺失：{}", list("、", |each| &each.zh)),
                format!("missing: {}", list(", ", |each| &each.en)),
            )
        });
        let undefined = issues.undefined.iter().next().map(|why| {
            Sentence::new(format!("无法计算：{why}"), format!("not defined: {}", undefined_en(*why)))
        });
        join([missing_all, undefined, None, None])
    }
}

/// What is missing, by the names of the dictionary.
#[must_use]
pub fn missing_name(missing: &Missing, dictionary: &Dictionary) -> Sentence {
    missing_of_year(missing, dictionary, None)
}

/// The same for data of `year`: 2022年营业收入 instead of 营业收入[-2].
#[must_use]
pub fn missing_of_year(missing: &Missing, dictionary: &Dictionary, year: Option<i32>) -> Sentence {
    match missing {
        Missing::Item { code, back } => {
            let name = dictionary
                .find(code)
                .map_or_else(|| Sentence::new(code.clone(), code.clone()), |item| both(&item.name));
            match (back, year) {
                (0, _) => name,
                (back, Some(year)) => {
                    let year = year - i32::from(*back);
                    Sentence::new(format!("{year}年{}", name.zh), format!("{} of {year}", name.en))
                }
                (back, None) => {
                    Sentence::new(format!("{}[-{back}]", name.zh), format!("{}[-{back}]", name.en))
                }
            }
        }
        Missing::Label(label) => {
            Sentence::new(format!("是否有标签“{label}”"), format!("whether it is labelled {label}"))
        }
        Missing::Result(kind, _) => {
            let (zh, en) = match kind {
                ResultKind::Points => ("积分", "points"),
                ResultKind::Stage => ("阶段", "stage"),
                ResultKind::Grade => ("等级", "grade"),
            };
            Sentence::new(zh, en)
        }
    }
}

/// A better band of an item: the value now, where the band begins, what it is worth.
pub(super) fn step_sentence(step: &Step<'_>) -> Sentence {
    let digits = digits_between(&step.value, &step.edge, step.unit);
    let (value, edge) =
        (number_cell(&step.value, step.unit, digits).text, number_cell(&step.edge, step.unit, digits).text);
    let comparison = match (step.grow, step.inclusive) {
        (true, true) => Comparison::AtLeast,
        (true, false) => Comparison::Above,
        (false, true) => Comparison::AtMost,
        (false, false) => Comparison::Below,
    };
    let (name, asked) = (both(&step.item.name), compared(comparison, &edge));
    Sentence::new(
        format!("{}：现为{}，{}时得{}分", name.zh, value.zh, asked.zh, step.award),
        format!("{}: {} now; {} gives {} points", name.en, value.en, asked.en, step.award),
    )
}

/// What is lacking, and by how much where that can be told.
pub(crate) fn lack(name: &Name, part: Option<&Requirement>, finding: &Finding) -> Sentence {
    let gap = match (part, &finding.detail) {
        (Some(Requirement::Test(test)), Detail::Test { value, bound: Some(bound), gap: Some(gap) }) => {
            Some(gap_sentence(test, gap, digits_to_tell(value, bound, test.unit())))
        }
        _ => None,
    };
    with_gap(both(name), gap)
}

/// The same for a part of a group, by its own name.
pub(crate) fn lack_of_part(part: &Requirement, finding: &Finding) -> Sentence {
    lack(&part_name(part), Some(part), finding)
}

/// What a pass rule lacks.
pub(super) fn pass_lack(rule: &PassRule, found: &PassFinding) -> Sentence {
    with_gap(both(&rule.name), pass_row(rule, found).gap)
}

fn with_gap(name: Sentence, gap: Option<Sentence>) -> Sentence {
    match gap {
        Some(gap) => Sentence::new(format!("{}：{}", name.zh, gap.zh), format!("{}: {}", name.en, gap.en)),
        None => name,
    }
}

fn pass_row(rule: &PassRule, found: &PassFinding) -> Row {
    let asked = if rule.above { Comparison::Above } else { Comparison::AtLeast };
    let points = |points: Points| Sentence::new(format!("{points}分"), format!("{points} points"));
    let gap = found.short.map(|short| {
        let (word, end) = match found.state {
            _ if found.range.is_exact() => ("得分", "the points"),
            State::Open => ("保守分", "the conservative points"),
            _ => ("乐观分", "the optimistic points"),
        };
        if short == Points::ZERO {
            return Sentence::new(
                format!("{word}正好{}分，须超过", rule.points),
                format!("{end} are exactly {}; more are needed", rule.points),
            );
        }
        Sentence::new(format!("{word}还差{short}分"), format!("{end} lack {short}"))
    });
    Row {
        article: rule.article.clone(),
        state: Some(found.state),
        bound: Some(compared(asked, &points(rule.points))),
        gap,
        points: Some(found.range),
        ..blank(RowKind::Pass, &rule.code, &rule.name)
    }
}
