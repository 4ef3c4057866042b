//! Awards and budgets of policy files.

use domain::{
    indicators::{Award as Points, Dictionary, Direction, Rule},
    policies::{Award, Band, BandAward, Budget, LastInLine, Money, Part, PartRule, RunsOut},
};
use formula::{Dimension, Expected, Formula, Sentence, Type};

use super::money;
use crate::{
    formulas,
    ladder::{
        clauses::{read_unit, refuse_foreign_unit},
        scorecard::{entry, single, stand_in},
    },
    reader::{Content, Node, Problems, values},
    scheme::{context::Context, rules},
};

/// Reads awards with every mistake reported at once.
pub(crate) struct Awards<'a> {
    pub dictionary: &'a Dictionary,
}

impl Awards<'_> {
    pub(super) fn award(&self, node: &Node, problems: &mut Problems) -> Option<Award> {
        if let Some(right) = node.get("right") {
            return values::name(right).map(Award::Right);
        }
        let nodes = node.list("parts");
        if nodes.is_empty() {
            let message = Sentence::new("没有写金额", "there is no amount");
            problems.error("award-unreachable", node, message);
        }
        crate::document::refuse_repeated(nodes.iter(), problems);
        let parts: Vec<Option<Part>> = nodes.iter().map(|part| self.part(part, problems)).collect();
        let cap = self.optional_money(node, "cap", problems);
        let rounding = money::rounding(node.get("rounding"), problems);
        let parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Award::Money(Box::new(Money { parts, cap: cap?, rounding })))
    }

    pub(super) fn budget(&self, node: &Node, problems: &mut Problems) -> Option<Budget> {
        let amount = node.get("amount").and_then(|amount| money::fen(amount, problems));
        let last = match node.get("last").and_then(Node::text) {
            Some("nothing") => LastInLine::Nothing,
            _ => LastInLine::Share,
        };
        let by = node.get("by").map(|by| formulas::read(by, self.dictionary, Expected::Any, problems));
        let runs_out = match (node.get("runs_out")?.text()?.trim(), node.get("by"), by) {
            ("by_time", Some(at), Some(formula)) => {
                let formula = formula?;
                if formula.kind() != Type::Date {
                    let message = Sentence::new("这里要写日期的数据项", "a date is needed here");
                    problems.error("type-mismatch", at, message);
                    return None;
                }
                RunsOut::ByTime(Box::new(formula), last)
            }
            ("by_time", ..) => {
                let message = Sentence::new("缺少“by”（先后所依的日期）", "`by` (the date) is missing");
                problems.error("missing-key", node, message);
                return None;
            }
            (_, Some(at), _) => {
                let message = Sentence::new("by 只与 by_time 一起写", "`by` only stands with `by_time`");
                problems.error("conflicting-keys", at, message);
                return None;
            }
            ("by_points", ..) => RunsOut::ByPoints(last),
            _ => RunsOut::ProRata,
        };
        if let (RunsOut::ProRata, Some(at)) = (&runs_out, node.get("last")) {
            let message =
                Sentence::new("按比例折算没有先后，不写 last", "pro rata knows no line: leave out `last`");
            problems.error("conflicting-keys", at, message);
        }
        Some(Budget { amount: amount?, runs_out })
    }

    pub(crate) fn part(&self, node: &Node, problems: &mut Problems) -> Option<Part> {
        let when =
            node.get("when").map(|when| formulas::read(when, self.dictionary, Expected::Truth, problems));
        let cap = self.optional_money(node, "cap", problems);
        let rule = match node.get("amount") {
            Some(amount) => self.money(amount, problems).map(Box::new).map(PartRule::Formula),
            None => self.bands(node, problems),
        };
        Some(Part {
            code: values::text_of(node, "code")?,
            name: node.get("name").and_then(values::name)?,
            when: match when {
                Some(when) => Some(when?),
                None => None,
            },
            rule: rule?,
            cap: cap?,
        })
    }

    fn money(&self, node: &Node, problems: &mut Problems) -> Option<Formula> {
        formulas::read(node, self.dictionary, Expected::Number(Dimension::MONEY), problems)
    }

    /// `Some(None)` where the key is absent, `None` where it is wrong.
    fn optional_money(&self, node: &Node, key: &str, problems: &mut Problems) -> Option<Option<Formula>> {
        match node.get(key) {
            None => Some(None),
            Some(given) => self.money(given, problems).map(Some),
        }
    }

    fn bands(&self, node: &Node, problems: &mut Problems) -> Option<PartRule> {
        let unit = read_unit(node, problems);
        let value = formulas::read(node.get("value")?, self.dictionary, Expected::Any, problems)?;
        refuse_foreign_unit(node, unit, &value, problems);
        let unit = unit.or(value.display_unit());
        let list = node.get("bands")?;
        let marginal = node.get("marginal").and_then(values::truth).unwrap_or(false);
        let awards: Vec<Option<BandAward>> =
            list.items().iter().map(|band| band_award(band, &value, marginal, problems)).collect();
        let context = Context {
            kind: Some(value.kind()),
            unit,
            range: (None, None),
            full: Vec::new(),
            direction: Direction::Higher,
            has_field: false,
            categories: &[],
        };
        // The reader of schemes checks the edges, in the same words as everywhere; awards wait aside.
        let rule = single("bands", numbered(list));
        let Rule::Bands(edges) = rules::read(&rule, &context, self.dictionary, problems)? else {
            return None;
        };
        let bands = edges.into_iter().map(|edge| {
            let Points::Points(index) = &edge.award else { return None };
            let award = awards.get(usize::try_from(index.to_i64()?).ok()?)?.clone()?;
            Some(Band { lower: edge.lower, lower_inclusive: edge.lower_inclusive, award })
        });
        let bands = bands.collect::<Option<Vec<_>>>()?;
        Some(PartRule::Bands { value: Box::new(value), unit, bands, marginal })
    }
}

fn band_award(node: &Node, value: &Formula, marginal: bool, problems: &mut Problems) -> Option<BandAward> {
    if let Some(rate) = node.get("rate") {
        if value.kind() != Type::Number(Dimension::MONEY) {
            let message = Sentence::new(
                "取值不是金额，不能按比例给；请写 award: 金额",
                "the value is not money: no share of it can be given",
            );
            problems.error("unit-mismatch", rate, message);
            return None;
        }
        return values::share(rate).map(BandAward::Rate);
    }
    let award = node.get("award")?;
    if marginal {
        let message =
            Sentence::new("超额累进的各档要写 rate（比例）", "bands of a marginal award give a `rate`");
        problems.error("conflicting-keys", award, message);
        return None;
    }
    money::yuan(award, problems).map(BandAward::Fixed)
}

/// The bands with the index of each in place of what it gives.
fn numbered(list: &Node) -> Node {
    let bands = list.items().iter().enumerate().map(|(index, band)| {
        let edges = band.entries().iter().filter(|entry| !matches!(entry.name(), "award" | "rate"));
        let entries = edges.cloned().chain([entry("award", stand_in(band, index))]);
        Node { content: Content::Mapping(entries.collect()), ..band.clone() }
    });
    Node { content: Content::Sequence(bands.collect()), ..list.clone() }
}
