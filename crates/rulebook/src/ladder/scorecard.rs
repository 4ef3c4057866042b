//! The scorecard of a ladder file: sections, items, awards, pass rules.

use std::sync::Arc;

use domain::{
    Points,
    cultivation::{
        Alternative, BandAward, CaseAward, Grading, ItemRule, PassRule, PointRange, RowAward, ScoreItem,
        ScoreTarget, Scorecard, Section,
    },
    indicators::{Award, Dictionary, Direction, ItemKind, Rule},
};
use formula::{Dimension, Expected, Formula, Sentence};

use super::clauses::{read_unit, refuse_foreign_unit};
use crate::{
    formulas,
    reader::{Content, Entry, Node, Problems, Style, values},
    scheme::{context::Context, rules},
    suggest,
};

/// Reads the scorecard with every mistake reported at once.
pub(crate) struct Scorecards<'a> {
    pub dictionary: &'a Dictionary,
}

impl Scorecards<'_> {
    pub(super) fn read(&self, node: &Node, problems: &mut Problems) -> Option<Scorecard> {
        let full = points_of(node, "full", problems);
        let list = node.list("sections");
        let sections: Vec<Option<Section>> = list.iter().map(|each| self.section(each, problems)).collect();
        let sections: Vec<Section> = sections.into_iter().collect::<Option<_>>()?;
        let pass: Vec<Option<PassRule>> =
            node.list("pass").iter().map(|rule| pass_rule(rule, &sections, problems)).collect();
        let card = Scorecard { full: full?, sections, pass: pass.into_iter().collect::<Option<_>>()? };
        refuse_wrong_sum(
            node,
            card.full,
            card.sections.iter().map(|section| section.full).sum(),
            ("各类别满分", "sections"),
            problems,
        );
        Some(card)
    }

    fn section(&self, node: &Node, problems: &mut Problems) -> Option<Section> {
        let full = points_of(node, "full", problems);
        let items: Vec<Option<ScoreItem>> =
            node.list("items").iter().map(|item| self.item(item, problems)).collect();
        let items: Vec<ScoreItem> = items.into_iter().collect::<Option<_>>()?;
        let full = full?;
        let sum = items.iter().filter(|item| !item.bonus).map(|item| item.full).sum();
        refuse_wrong_sum(node, full, sum, ("各项满分", "items"), problems);
        Some(Section {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            full,
            cap: match node.get("cap") {
                Some(_) => points_of(node, "cap", problems)?,
                None => full,
            },
            article: values::text_of(node, "article"),
            items,
        })
    }

    fn item(&self, node: &Node, problems: &mut Problems) -> Option<ScoreItem> {
        let full = points_of(node, "full", problems);
        let rule = self.item_rule(node, full.unwrap_or_default(), problems);
        let recorded = node.get("recorded").map(|given| self.recorded(given, problems));
        let (full, rule) = (full?, rule?);
        refuse_awards(node, &rule, full, problems);
        Some(ScoreItem {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            full,
            bonus: node.get("bonus").and_then(values::truth).unwrap_or(false),
            article: values::text_of(node, "article"),
            rule,
            recorded: match recorded {
                Some(recorded) => Some(recorded?),
                None => None,
            },
        })
    }

    fn recorded(&self, node: &Node, problems: &mut Problems) -> Option<Formula> {
        formulas::read(node, self.dictionary, Expected::Number(Dimension::POINTS), problems)
    }

    fn item_rule(&self, node: &Node, full: Points, problems: &mut Problems) -> Option<ItemRule> {
        if let Some(experts) = node.get("experts") {
            if experts.entries().is_empty() {
                return Some(ItemRule::Judged { level: None });
            }
            return self
                .grading(experts, full, problems)
                .map(|level| ItemRule::Judged { level: Some(level) });
        }
        let Some(list) = node.get("best_of") else {
            return self.grading(node, full, problems).map(ItemRule::Graded);
        };
        if list.items().len() < 2 {
            let message =
                Sentence::new("择一评分至少要有两种方式", "a choice needs at least two alternatives");
            problems.error("too-few-alternatives", list, message);
        }
        let read: Vec<Option<Alternative>> =
            list.items().iter().map(|each| self.alternative(each, full, problems)).collect();
        read.into_iter().collect::<Option<Vec<_>>>().map(ItemRule::BestOf)
    }

    fn alternative(&self, node: &Node, full: Points, problems: &mut Problems) -> Option<Alternative> {
        let grading = self.grading(node, full, problems);
        Some(Alternative {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            grading: grading?,
        })
    }

    pub(crate) fn grading(&self, node: &Node, full: Points, problems: &mut Problems) -> Option<Grading> {
        if let Some(list) = node.get("rows") {
            let otherwise = otherwise(node, problems);
            let rows = self.rows(node, list, problems);
            return Some(Grading::Rows { rows: rows?, otherwise: otherwise? });
        }
        if let Some(list) = node.get("each") {
            return self.rows(node, list, problems).map(|rows| Grading::Sum { rows, cap: full });
        }
        let value = formulas::read(node.get("value")?, self.dictionary, Expected::Any, problems)?;
        let unit = read_unit(node, problems);
        refuse_foreign_unit(node, unit, &value, problems);
        let unit = unit.or_else(|| value.display_unit());
        let categories = match self.dictionary.find(value.source().trim()).map(|item| &item.kind) {
            Some(ItemKind::Text { categories }) => categories.as_slice(),
            _ => &[],
        };
        let context = Context {
            kind: Some(value.kind()),
            unit,
            range: (None, None),
            full: Vec::new(),
            direction: Direction::Higher,
            has_field: false,
            categories,
        };
        if let Some(bands) = node.get("bands") {
            let (awards, list) = indexed(bands, problems);
            let rule = single("bands", list);
            let Rule::Bands(bands) = rules::read(&rule, &context, self.dictionary, problems)? else {
                return None;
            };
            let bands = bands.into_iter().map(|band| {
                let award = at(&awards, &band.award)?;
                Some(BandAward { lower: band.lower, lower_inclusive: band.lower_inclusive, award })
            });
            return Some(Grading::Bands { value, unit, bands: bands.collect::<Option<_>>()? });
        }
        self.cases(node, value, &context, problems)
    }

    fn cases(
        &self,
        node: &Node,
        value: Formula,
        context: &Context<'_>,
        problems: &mut Problems,
    ) -> Option<Grading> {
        let (awards, list) = indexed(node.get("cases")?, problems);
        let otherwise = otherwise(node, problems)?;
        let zero = stand_in(node, 0);
        let entries = vec![entry("cases", list), entry("otherwise", zero)];
        let rule = single("category", Node { content: Content::Mapping(entries), ..node.clone() });
        let Rule::Category { cases, .. } = rules::read(&rule, context, self.dictionary, problems)? else {
            return None;
        };
        let cases = cases.into_iter().map(|case| {
            let award = at(&awards, &case.award)?;
            Some(CaseAward { values: case.values, award })
        });
        Some(Grading::Cases { value, cases: cases.collect::<Option<_>>()?, otherwise })
    }

    fn rows(&self, node: &Node, list: &Node, problems: &mut Problems) -> Option<Vec<RowAward>> {
        if let Some(unit) = node.get("unit") {
            let message = Sentence::new("unit 只与 value 一起写", "`unit` only stands beside `value`");
            problems.error("conflicting-keys", unit, message);
        }
        let mut rows: Vec<RowAward> = Vec::new();
        let count = problems.len();
        for row in list.items() {
            let when = row
                .get("when")
                .and_then(|when| formulas::read(when, self.dictionary, Expected::Truth, problems));
            let award = row.get("award").and_then(|award| read_award(award, problems));
            let (Some(when), Some(award)) = (when, award) else { continue };
            if rows.iter().any(|above| above.when == when) {
                let message = Sentence::new("与前面的一条条件相同", "the same condition stands above");
                problems.error("row-dead", row, message);
            }
            rows.push(RowAward { when, award });
        }
        if problems.errors_since(count) { None } else { Some(rows) }
    }
}

/// The awards of a list of bands or cases, and the list with each award's index in its place: the reader of schemes
/// then checks edges and categories, in the same words as everywhere.
fn indexed(list: &Node, problems: &mut Problems) -> (Vec<Option<PointRange>>, Node) {
    let awards = list
        .items()
        .iter()
        .map(|each| each.get("award").and_then(|award| read_award(award, problems)))
        .collect();
    let items = list.items().iter().enumerate().map(|(index, each)| {
        let entries = each.entries().iter().map(|entry| match entry.name() {
            "award" => Entry { key: entry.key.clone(), value: stand_in(&entry.value, index) },
            _ => entry.clone(),
        });
        Node { content: Content::Mapping(entries.collect()), ..each.clone() }
    });
    (awards, Node { content: Content::Sequence(items.collect()), ..list.clone() })
}

pub(crate) fn stand_in(node: &Node, index: usize) -> Node {
    Node { content: Content::Scalar(index.to_string(), Style::Plain), ..node.clone() }
}

pub(crate) fn entry(key: &str, value: Node) -> Entry {
    let content = Content::Scalar(key.to_owned(), Style::Plain);
    Entry { key: Node { content, ..value.clone() }, value }
}

pub(crate) fn single(key: &str, value: Node) -> Node {
    let source = Arc::clone(&value.source);
    let span = value.span;
    Node::new(source, span, Content::Mapping(vec![entry(key, value)]))
}

fn at(awards: &[Option<PointRange>], index: &Award) -> Option<PointRange> {
    let Award::Points(index) = index else { return None };
    *awards.get(usize::try_from(index.to_i64()?).ok()?)?
}

fn otherwise(node: &Node, problems: &mut Problems) -> Option<PointRange> {
    let Some(given) = node.get("otherwise") else {
        let message =
            Sentence::new("缺少“otherwise”（其余的得分）", "`otherwise` (everything else) is missing");
        problems.error("missing-key", node, message);
        return None;
    };
    read_award(given, problems)
}

/// `8`, or `[7, 8]`: whole points experts decide between.
fn read_award(node: &Node, problems: &mut Problems) -> Option<PointRange> {
    if !node.is_sequence() {
        return points(node, problems).map(PointRange::exact);
    }
    let ends: Vec<Points> = node.items().iter().filter_map(|end| points(end, problems)).collect();
    let whole = ends.iter().all(|end| end.exact().is_integer());
    match ends.as_slice() {
        [low, high] if low <= high && whole => Some(PointRange::between(*low, *high)),
        _ => {
            let message = Sentence::new(
                "得分区间写成两个整数 [低, 高]",
                "a range of points is two whole numbers, [low, high]",
            );
            problems.error("wrong-value", node, message);
            None
        }
    }
}

/// Points with at most four decimals, zero or above.
fn points(node: &Node, problems: &mut Problems) -> Option<Points> {
    let quantity = values::quantity(node)?;
    let fits = quantity.unit.is_none_or(|unit| unit.symbol == "分") && !quantity.value.is_negative();
    let points = Points::rounded(&quantity.value).filter(|points| fits && points.exact() == quantity.value);
    if points.is_none() {
        let message = Sentence::new(
            "这里要写分数：不小于零，最多四位小数",
            "points are needed here: zero or above, at most four decimals",
        );
        problems.error("wrong-value", node, message);
    }
    points
}

pub(crate) fn points_of(node: &Node, key: &str, problems: &mut Problems) -> Option<Points> {
    node.get(key).and_then(|given| points(given, problems))
}

fn refuse_wrong_sum(node: &Node, full: Points, sum: Points, of: (&str, &str), problems: &mut Problems) {
    if full == sum {
        return;
    }
    let message = Sentence::new(
        format!("{}之和是{sum}分，不是满分{full}分", of.0),
        format!("the full points of the {} add up to {sum}, not to {full}", of.1),
    );
    problems.error("full-points-sum", node.get("full").unwrap_or(node), message);
}

/// Awards above full points are refused; full points nothing earns are doubtful.
fn refuse_awards(node: &Node, rule: &ItemRule, full: Points, problems: &mut Problems) {
    let awards: Vec<PointRange> = match rule {
        ItemRule::Graded(grading) | ItemRule::Judged { level: Some(grading) } => grading.awards().collect(),
        ItemRule::BestOf(alternatives) => {
            alternatives.iter().flat_map(|each| each.grading.awards()).collect()
        }
        ItemRule::Judged { level: None } => return,
    };
    let best = awards.iter().map(|award| award.high()).max().unwrap_or_default();
    let at = node.get("full").unwrap_or(node);
    if best > full {
        let message = Sentence::new(
            format!("有一档得{best}分，超过了满分{full}分"),
            format!("an award of {best} points is more than the full {full} points"),
        );
        problems.error("award-above-full", at, message);
    } else if best < full {
        let message = Sentence::new(
            format!("没有一档能得到满分{full}分"),
            format!("nothing earns the full {full} points"),
        );
        problems.warning("full-unreachable", at, message);
    }
}

fn pass_rule(node: &Node, sections: &[Section], problems: &mut Problems) -> Option<PassRule> {
    let of = node.get("of")?;
    let (target, most) = target(of, sections, problems)?;
    let above = node.get("above").is_some();
    let points = points_of(node, if above { "above" } else { "at_least" }, problems)?;
    let rule = PassRule {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        article: values::text_of(node, "article"),
        of: target,
        above,
        points,
    };
    if !rule.allows(most) {
        let message = Sentence::new(
            format!("最多只有{most}分，永远达不到"),
            format!("there are at most {most} points: it can never be reached"),
        );
        problems.error(
            "pass-unreachable",
            node.get("above").or(node.get("at_least")).unwrap_or(node),
            message,
        );
    }
    Some(rule)
}

/// What a pass rule looks at, and the most points that can have.
fn target(node: &Node, sections: &[Section], problems: &mut Problems) -> Option<(ScoreTarget, Points)> {
    let wanted = node.text()?.trim();
    if wanted == "total" {
        return Some((ScoreTarget::Total, sections.iter().map(|section| section.cap).sum()));
    }
    for (index, section) in sections.iter().enumerate() {
        if section.code == wanted {
            return Some((ScoreTarget::Section(index), section.cap));
        }
        if let Some(item) = section.items.iter().position(|item| item.code == wanted) {
            return Some((ScoreTarget::Item(index, item), section.items[item].full));
        }
    }
    let codes = || {
        let items = sections.iter().flat_map(|section| &section.items).map(|item| item.code.as_str());
        sections.iter().map(|section| section.code.as_str()).chain(items).chain(["total"])
    };
    let message = Sentence::new(
        format!("没有代码为“{wanted}”的类别或评分项"),
        format!("there is no section or item with the code `{wanted}`"),
    );
    let hint = suggest::closest(wanted, codes()).map(suggest::did_you_mean);
    problems
        .push(crate::reader::Problem::error("unknown-code", node.head(), message).with_optional_hint(hint));
    None
}
