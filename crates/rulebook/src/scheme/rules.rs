//! Rules of a scheme file into [`Rule`].

use domain::indicators::{Award, Case, Dictionary, Fallback, Peers, PercentileConvention, Rule, Winsorise};
use formula::{Dimension, Exact, Expected, Sentence, Type};

use super::{bands, context::Context, percent};
use crate::{
    formulas,
    reader::{Entry, Node, Problems, values},
    suggest, words,
};

/// The rule a node holds, checked against the indicator it belongs to.
pub(crate) fn read(
    node: &Node,
    context: &Context<'_>,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<Rule> {
    let [Entry { key, value }] = node.entries() else { return None };
    let kind = key.text()?;
    if !suits(kind, key, context, problems) {
        return None;
    }
    percent::warn(value, context, problems);
    match kind {
        "bands" => bands::read(value, context, problems).map(Rule::Bands),
        "linear" => linear(value, context, problems),
        "log" => log(value, context, problems),
        "min_max" | "percentile" | "z_score" => population(kind, value, context, dictionary, problems),
        "per_unit" => per_unit(value, context, problems),
        "category" => category(value, context, problems),
        "formula" => formula(value, dictionary, problems),
        _ => None,
    }
}

/// Whether the rule can score values of the indicator's type.
fn suits(rule: &str, key: &Node, context: &Context<'_>, problems: &mut Problems) -> bool {
    let Some(kind) = context.kind else { return true };
    let (zh, en) = match (rule, kind) {
        ("formula", _) | ("category", Type::Text | Type::Truth) => return true,
        ("category", _) => ("文字或是否", "a text or a truth"),
        (_, Type::Number(_)) => return true,
        _ => ("数", "a number"),
    };
    let message = Sentence::new(
        format!("{rule} 规则要求取值是{zh}"),
        format!("a {rule} rule needs a value that is {en}"),
    );
    problems.error("rule-type", key, message);
    false
}

fn linear(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Rule> {
    let low = context.number(node, "low", problems);
    let high = context.number(node, "high", problems);
    let base = node.get("base").and_then(values::share).unwrap_or(Exact::ZERO);
    let (low, high) = (low?, high?);
    if low == high {
        let message = Sentence::new("low 与 high 相同，无法分出高低", "`low` and `high` are the same");
        problems.error("linear-flat", node.get("high").unwrap_or(node), message);
        return None;
    }
    if (low > high) != (context.direction == domain::indicators::Direction::Lower) {
        direction_warning(node, low > high, problems);
    }
    Some(Rule::Linear { low, high, base })
}

fn direction_warning(node: &Node, falling: bool, problems: &mut Problems) {
    let (zh, en) = if falling {
        (
            "low 大于 high，即越小得分越高，而方向是越大越好",
            "`low` is above `high`: less scores more, but the direction is `higher`",
        )
    } else {
        (
            "low 小于 high，即越大得分越高，而方向是越小越好",
            "`low` is below `high`: more scores more, but the direction is `lower`",
        )
    };
    problems.warning("against-direction", node, Sentence::new(zh, en));
}

fn log(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Rule> {
    let scale = context.positive(node, "scale", problems);
    let cap = context.positive(node, "cap", problems);
    Some(Rule::Log { scale: scale?, cap: cap? })
}

fn population(
    kind: &str,
    node: &Node,
    context: &Context<'_>,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<Rule> {
    let peers = peers(node, context, problems);
    let minimum_peers = node.get("minimum_peers").and_then(values::whole).and_then(|n| u32::try_from(n).ok());
    let fallback = fallback(node.get("fallback")?, context, dictionary, problems);
    let (minimum_peers, fallback) = (minimum_peers?, fallback?);
    match kind {
        "min_max" => {
            let winsorise = match node.get("winsorise") {
                Some(given) => Some(winsorise(given, problems)?),
                None => None,
            };
            Some(Rule::MinMax { peers, winsorise, minimum_peers, fallback })
        }
        "percentile" => {
            let convention = match node.get("convention").and_then(Node::text) {
                Some("competition") => PercentileConvention::Competition,
                _ => PercentileConvention::MeanRank,
            };
            Some(Rule::Percentile { peers, convention, minimum_peers, fallback })
        }
        _ => z_score(node, peers, minimum_peers, fallback, problems),
    }
}

fn z_score(
    node: &Node,
    peers: Peers,
    minimum_peers: u32,
    fallback: Fallback,
    problems: &mut Problems,
) -> Option<Rule> {
    let width = node.get("width").and_then(values::quantity).map_or(Exact::from(3), |given| given.value);
    if width <= Exact::ZERO {
        let message = Sentence::new("“width”必须大于零", "`width` must be above zero");
        problems.error("not-positive", node.get("width").unwrap_or(node), message);
        return None;
    }
    if minimum_peers < 2 {
        let message = Sentence::new("标准差至少需要2家", "a standard deviation needs at least 2 values");
        problems.error("wrong-value", node.get("minimum_peers").unwrap_or(node), message);
        return None;
    }
    Some(Rule::ZScore { peers, width, minimum_peers, fallback })
}

fn peers(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Peers {
    let list = node.list("peers");
    let find = |word: &str| list.iter().find(|item| item.text() == Some(word));
    if let Some(field) = find("field")
        && !context.has_field
    {
        let message = Sentence::new(
            "方案没有写明技术领域在哪个数据项",
            "the scheme does not say which item holds the field",
        );
        let hint = Sentence::new("请在方案里写 field: 数据项", "give the scheme a `field:`");
        problems.error_with_hint("missing-field", field, message, hint);
    }
    Peers { same_stage: find("stage").is_some(), same_field: find("field").is_some() }
}

fn winsorise(node: &Node, problems: &mut Problems) -> Option<Winsorise> {
    let bounds: Vec<Exact> = node.items().iter().filter_map(values::share).collect();
    match <[Exact; 2]>::try_from(bounds) {
        Ok([lower, upper]) if lower < upper => Some(Winsorise { lower, upper }),
        _ => {
            let message = Sentence::new(
                "winsorise 要写下、上两个分位，例如 [1%, 99%]",
                "`winsorise` holds a lower and an upper quantile, as in [1%, 99%]",
            );
            problems.error("wrong-value", node, message);
            None
        }
    }
}

fn fallback(
    node: &Node,
    context: &Context<'_>,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<Fallback> {
    match node.text() {
        Some("wider_group") => Some(Fallback::WiderGroup),
        Some("no_points") => Some(Fallback::NoPoints),
        Some(_) => None,
        None => read(node, context, dictionary, problems).map(|rule| Fallback::Rule(Box::new(rule))),
    }
}

fn per_unit(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Rule> {
    let per = context.positive(node, "per", problems);
    let award = award(node.get("award")?, context, problems);
    let whole = node.get("whole").and_then(values::truth).unwrap_or(true);
    Some(Rule::PerUnit { per: per?, award: award?, whole })
}

fn category(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Rule> {
    let mut seen: Vec<String> = Vec::new();
    let mut cases = Vec::new();
    for case in node.list("cases") {
        let mut codes = Vec::new();
        for value in case.list("values") {
            codes.extend(category_value(value, context, &mut seen, problems));
        }
        if let Some(award) = case.get("award").and_then(|given| award(given, context, problems)) {
            cases.push(Case { values: codes, award });
        }
    }
    let otherwise = award(node.get("otherwise")?, context, problems)?;
    let best = cases.iter().map(|case| &case.award).chain([&otherwise]);
    reaches_full(node, best, context, problems);
    Some(Rule::Category { cases, otherwise })
}

/// A category's code as the dictionary has it; unknown and repeated ones are reported.
fn category_value(
    node: &Node,
    context: &Context<'_>,
    seen: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<String> {
    let written = node.text()?.trim();
    let code = match (context.kind, values::truth(node)) {
        (Some(Type::Truth), Some(truth)) => truth.to_string(),
        (Some(Type::Truth), None) => {
            let message = Sentence::new(
                format!("“{written}”不是 true 或 false"),
                format!("`{written}` is neither true nor false"),
            );
            problems.error("unknown-category", node, message);
            return None;
        }
        _ => known_category(node, written, context, problems)?,
    };
    if seen.contains(&code) {
        let message = Sentence::new(
            format!("“{written}”已经在前面的一类里"),
            format!("`{written}` already stands in a case above"),
        );
        problems.error("repeated-category", node, message);
        return None;
    }
    seen.push(code.clone());
    Some(code)
}

fn known_category(
    node: &Node,
    written: &str,
    context: &Context<'_>,
    problems: &mut Problems,
) -> Option<String> {
    if context.categories.is_empty() {
        return Some(written.to_owned());
    }
    let known = context.categories.iter().find(|(code, name)| code == written || name.zh == written);
    if known.is_none() {
        let message = Sentence::new(
            format!("数据字典里没有“{written}”这一类"),
            format!("`{written}` is not a category of the item"),
        );
        let names = || context.categories.iter().flat_map(|(code, name)| [code.as_str(), name.zh.as_str()]);
        let hint = suggest::closest(written, names()).map_or_else(
            || {
                let all: Vec<_> =
                    context.categories.iter().map(|(code, name)| format!("{code}（{}）", name.zh)).collect();
                Sentence::new(
                    format!("可用的分类：{}", all.join("、")),
                    format!("the categories are: {}", all.join(", ")),
                )
            },
            suggest::did_you_mean,
        );
        problems.error_with_hint("unknown-category", node, message, hint);
    }
    known.map(|(code, _)| code.clone())
}

fn formula(node: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<Rule> {
    let formula = formulas::read(node, dictionary, Expected::AnyNumber, problems)?;
    if matches!(formula.kind(), Type::Number(Dimension::POINTS | Dimension::NONE)) {
        return Some(Rule::Formula(formula));
    }
    let message = Sentence::new("公式规则要算出分数", "a formula rule must come to points or a plain number");
    problems.error("unit-mismatch", node, message);
    None
}

/// An award, which must lie between nothing and full points.
pub(super) fn award(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Award> {
    let award = values::award(node)?;
    let text = node.text().unwrap_or_default();
    match &award {
        Award::Share(share) if !(Exact::ZERO..=Exact::ONE).contains(share) => {
            let message = Sentence::new(
                format!("{text}不在0%至100%之间"),
                format!("{text} is not between 0% and 100%"),
            );
            problems.error("award-out-of-range", node, message);
            return None;
        }
        Award::Points(points) if points.is_negative() => {
            let message = Sentence::new("得分不能是负数", "an award cannot be negative");
            let hint = Sentence::new(
                "扣分请用 class: deduction 的指标",
                "use an indicator of class `deduction` to take points",
            );
            problems.error_with_hint("award-out-of-range", node, message, hint);
            return None;
        }
        Award::Points(points) => above_full(node, points, context, problems),
        Award::Share(_) => {}
    }
    Some(award)
}

fn above_full(node: &Node, points: &Exact, context: &Context<'_>, problems: &mut Problems) {
    let Some((stage, full)) = context.full.iter().find(|(_, full)| *points > full.exact()) else { return };
    let message = Sentence::new(
        format!("{points}分超过了{stage}的满分{full}分"),
        format!("{points} points are more than the full {full} points of {stage}"),
    );
    let hint = Sentence::new(
        "各阶段满分不同时，请写满分的百分比，例如 award: 40%",
        "where full points differ by stage, give a share, as in award: 40%",
    );
    problems.error_with_hint("award-above-full", node, message, hint);
}

/// Warns when no award comes to the full points of some stage.
pub(super) fn reaches_full<'a>(
    node: &Node,
    awards: impl Iterator<Item = &'a Award> + Clone,
    context: &Context<'_>,
    problems: &mut Problems,
) {
    let short = context
        .full
        .iter()
        .find(|(_, full)| awards.clone().all(|award| words::award_points(award, *full) < full.exact()));
    if let Some((stage, full)) = short {
        let message = Sentence::new(
            format!("没有一档能得到{stage}的满分{full}分"),
            format!("nothing earns the full {full} points of {stage}"),
        );
        problems.warning("full-unreachable", node, message);
    }
}
