//! What a rule did with a value, in words.

use formula::{Exact, Outcome, Sentence, Type, Unit, Value, render_value};

use super::{Explainer, band_edges, numbers};
use crate::{
    evaluation::{
        Flags, GroupKey, IndicatorScore,
        rules::{Applied, Worth},
    },
    indicators::{Award, Class, ItemKind, Rule},
};

/// One sentence: what decided the points, then what is remarkable about them.
pub(super) fn applied(
    explainer: &Explainer<'_>,
    scored: &IndicatorScore,
    applied: Option<&Applied<'_>>,
) -> Sentence {
    if scored.flags.has(Flags::NOT_APPLICABLE) {
        return Sentence::new("本阶段不计该指标。", "This stage does not count the indicator.");
    }
    let words = Words { explainer, scored };
    let because = match (applied, &scored.value) {
        (Some(applied), Outcome::Known(value)) => words.because(applied, value),
        (_, Outcome::Undefined(_)) => Sentence::new(
            "数值不可比（除数为零或基期不大于零）",
            "the value is not defined (division by zero, or growth from zero or below)",
        ),
        _ => Sentence::new("数据缺失", "data are missing"),
    };
    let (zh, en) = words.points();
    let marks = words.marks();
    Sentence::new(
        format!("{}，{zh}{}。", because.zh, marks.zh),
        format!("{}: {en}{}.", upper_first(&because.en), marks.en),
    )
}

fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

struct Words<'a> {
    explainer: &'a Explainer<'a>,
    scored: &'a IndicatorScore,
}

impl Words<'_> {
    fn unit(&self) -> Option<&'static Unit> {
        self.explainer.indicator.unit.or_else(|| self.explainer.indicator.value.display_unit())
    }

    fn shown(&self, number: &Exact) -> String {
        let shown = render_value(&Value::Number(number.clone()), self.unit());
        match (self.unit(), self.explainer.indicator.value.kind()) {
            // Revenue per head has no unit of its own; its base units say what the number is.
            (None, Type::Number(dimension)) => shown + &dimension.base_symbol(),
            _ => shown,
        }
    }

    fn because(&self, applied: &Applied<'_>, value: &Value) -> Sentence {
        if applied.worth == Worth::NoReference {
            return Sentence::new(
                "同类企业过少或没有差异，无参照",
                "peers are too few or all alike, there is no reference",
            );
        }
        if let Worth::NotKnown(outcome) = &applied.worth {
            return match outcome {
                Outcome::Undefined(_) => Sentence::new("计分公式不可比", "the points formula is not defined"),
                _ => Sentence::new("计分公式所需数据缺失", "data the points formula needs are missing"),
            };
        }
        match value {
            Value::Number(number) => self.number(applied, number),
            other => self.category(applied, other),
        }
    }

    fn number(&self, applied: &Applied<'_>, number: &Exact) -> Sentence {
        let value = self.shown(number);
        match applied.rule {
            Rule::Bands(_) => self.band(applied, &value),
            Rule::Linear { low, high, .. } => {
                let (low, high) = (self.shown(low), self.shown(high));
                self.share(
                    applied,
                    format!("{value}按{low}至{high}折算"),
                    format!("{value} on a scale from {low} to {high}"),
                )
            }
            Rule::Log { cap, .. } => {
                let cap = self.shown(cap);
                self.share(
                    applied,
                    format!("{value}按对数折算（{cap}为满分）"),
                    format!("{value} on a logarithmic scale (full points at {cap})"),
                )
            }
            Rule::PerUnit { per, .. } => {
                let per = self.shown(per);
                Sentence::new(format!("{value}，每{per}计分"), format!("{value}, points for each {per}"))
            }
            Rule::Formula(formula) => Sentence::new(
                format!("按公式“{}”计分", formula.to_chinese(self.explainer.dictionary)),
                format!("points by the formula “{}”", formula.to_code()),
            ),
            Rule::Category { .. } => self.category(applied, &Value::Number(number.clone())),
            _ => self.population(applied, number, &value),
        }
    }

    fn band(&self, applied: &Applied<'_>, value: &str) -> Sentence {
        let Some(edges) = band_edges(applied) else {
            return Sentence::new(format!("{value}低于各档"), format!("{value} is below every band"));
        };
        let side = |edge: &Option<(Exact, bool)>, with: &str, without: &str| {
            let (edge, inclusive) = edge.as_ref()?;
            Some(format!("{}{}", if *inclusive { with } else { without }, self.shown(edge)))
        };
        let (lower, upper) = (side(&edges.lower, "≥", ">"), side(&edges.upper, "≤", "<"));
        let range = |and: &str| match (&lower, &upper) {
            (Some(lower), Some(upper)) => format!("{lower}{and}{upper}"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => String::new(),
        };
        if lower.is_none() && upper.is_none() {
            return Sentence::new(format!("{value}（不分档）"), format!("{value} (one band for all)"));
        }
        Sentence::new(
            format!("{value}属于“{}”一档", range("且")),
            format!("{value} is in the band {}", range(" and ")),
        )
    }

    fn population(&self, applied: &Applied<'_>, number: &Exact, value: &str) -> Sentence {
        let Some(numbers) = numbers(applied, number) else {
            return Sentence::new(value.to_owned(), value.to_owned());
        };
        let (peers, count) = (self.group(&numbers.group), numbers.count);
        if let Some((below, equal)) = numbers.below_and_equal {
            return self.share(
                applied,
                format!("{value}，{}（{count}家）中{below}家低于它、{equal}家与它相同", peers.zh),
                format!("{value}; of {count} {}, {below} are below and {equal} equal", peers.en),
            );
        }
        if let (Rule::ZScore { .. }, Some(mean), Some(deviation)) =
            (applied.rule, &numbers.mean, &numbers.deviation)
        {
            let (mean, deviation) = (self.shown(mean), self.shown(deviation));
            return self.share(
                applied,
                format!("{value}，{}（{count}家）平均{mean}、标准差{deviation}", peers.zh),
                format!(
                    "{value}; the mean of {count} {} is {mean}, the standard deviation {deviation}",
                    peers.en
                ),
            );
        }
        let (least, most) = (self.shown(&numbers.minimum), self.shown(&numbers.maximum));
        self.share(
            applied,
            format!("{value}，{}（{count}家）介于{least}至{most}", peers.zh),
            format!("{value}; {count} {} lie between {least} and {most}", peers.en),
        )
    }

    /// `成长期电子信息企业`: the peer group by name.
    fn group(&self, group: &GroupKey) -> Sentence {
        let (scheme, dictionary) = (self.explainer.scheme, self.explainer.dictionary);
        let mut peers = Sentence::default();
        if let Some(stage) = group.stage.and_then(|stage| scheme.stages.get(stage)) {
            peers.zh.push_str(&stage.name.zh);
            peers.en = format!("{} ", stage.name.in_language(formula::Language::English));
        }
        if let Some(field) = &group.field {
            let item = scheme.field_item.as_deref().and_then(|item| dictionary.find(item));
            let categories = match item.map(|item| &item.kind) {
                Some(ItemKind::Text { categories }) => categories.as_slice(),
                _ => &[],
            };
            let name = categories.iter().find(|(code, _)| code == field).map(|(_, name)| name);
            peers.zh.push_str(name.map_or(field, |name| &name.zh));
            let english = name.map_or(field.as_str(), |name| name.in_language(formula::Language::English));
            peers.en.push_str(&format!("{english} "));
        }
        let all = group.stage.is_none() && group.field.is_none();
        peers.zh.push_str(if all { "全部企业" } else { "企业" });
        peers.en.push_str("enterprises");
        peers
    }

    fn category(&self, applied: &Applied<'_>, value: &Value) -> Sentence {
        let (zh, en) = self.category_names(value);
        if applied.matched.is_some() {
            Sentence::new(format!("“{zh}”在所列类别中"), format!("“{en}” is a listed category"))
        } else {
            Sentence::new(format!("“{zh}”属于其他类别"), format!("“{en}” is none of the listed categories"))
        }
    }

    /// What the data dictionary calls a category, in both languages.
    fn category_names(&self, value: &Value) -> (String, String) {
        let shown = render_value(value, self.unit());
        match value {
            Value::Truth(truth) => (shown, (if *truth { "yes" } else { "no" }).to_owned()),
            Value::Text(code) => {
                let item = self.explainer.indicator.value.items().next();
                let item = item.and_then(|item| self.explainer.dictionary.find(&item.name));
                let name = item.and_then(|item| item.category_name(code));
                let english = name.map(|name| name.in_language(formula::Language::English).to_owned());
                (name.map_or(shown.clone(), |name| name.zh.clone()), english.unwrap_or(shown))
            }
            _ => (shown.clone(), shown),
        }
    }

    /// Appends the share of full points, before floor and cap.
    fn share(&self, applied: &Applied<'_>, zh: String, en: String) -> Sentence {
        let Worth::Award(Award::Share(share)) = &applied.worth else { return Sentence::new(zh, en) };
        let percent = share.shift(2).to_decimal(2);
        Sentence::new(
            format!("{zh}，折合满分的{percent}%"),
            format!("{en}, which is {percent}% of full points"),
        )
    }

    fn points(&self) -> (String, String) {
        let (points, full) = (self.scored.points.shown(), self.scored.full.shown());
        match self.explainer.scheme.class_of(self.explainer.indicator) {
            Class::Deduction => {
                (format!("扣{points}分（最多扣{full}分）"), format!("{points} points taken, {full} at most"))
            }
            Class::Base | Class::Bonus => {
                (format!("得{points}分（满分{full}分）"), format!("{points} of {full} points"))
            }
        }
    }

    fn marks(&self) -> Sentence {
        let all = [
            (Flags::CAPPED, "已封顶", "capped"),
            (Flags::FLOORED, "按保底计", "raised to the floor"),
            (Flags::FALLBACK, "同类组过小，用了备用比较", "peer group too small, fallback used"),
            (Flags::SUBSTITUTED, "按缺失规定替代赋分", "points by the missing-value policy"),
            (Flags::ZERO, "数值确认为零", "a reported zero"),
        ];
        let mut marks = Sentence::default();
        for (_, zh, en) in all.into_iter().filter(|(flag, ..)| self.scored.flags.has(*flag)) {
            marks.zh.push_str(&format!("，{zh}"));
            marks.en.push_str(&format!(", {en}"));
        }
        marks
    }
}
