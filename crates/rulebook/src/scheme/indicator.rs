//! One indicator: value, full points, rules.

use domain::{
    Name, Points,
    indicators::{Class, Dictionary, Direction, Indicator, ItemKind, Rule},
};
use formula::{Exact, Expected, ExprKind, Formula, Sentence, Type, Unit};

use super::{
    Opened,
    context::Context,
    read::{Draft, item_range, missing, points},
    rules,
};
use crate::{
    formulas, items,
    reader::{Node, Problems, values},
    suggest,
};

/// Full points of each stage: one number for all, or one for each.
pub(super) fn full(node: &Node, stages: &[(String, String)], problems: &mut Problems) -> Option<Vec<Points>> {
    let given = node.get("full")?;
    if !given.is_mapping() {
        let all = points(given, problems)?;
        return Some(vec![all; stages.len()]);
    }
    for entry in given.entries() {
        known_stage(&entry.key, stages, problems);
    }
    let mut full = Vec::new();
    for (code, name) in stages {
        match given.get(code) {
            Some(one) => full.push(points(one, problems)),
            None => {
                let message = Sentence::new(
                    format!("没有写{name}（{code}）的满分"),
                    format!("full points of stage {code} are missing"),
                );
                let hint = Sentence::new(
                    format!("这个阶段不用该指标时请写 {code}: 0"),
                    format!("write {code}: 0 when the stage does not use it"),
                );
                problems.error_with_hint("missing-stage", given, message, hint);
                full.push(None);
            }
        }
    }
    full.into_iter().collect()
}

fn known_stage(key: &Node, stages: &[(String, String)], problems: &mut Problems) -> bool {
    let code = key.text().unwrap_or_default();
    let known = stages.iter().any(|(known, _)| known == code);
    // Without any stage there is one mistake to report, elsewhere.
    if !known && !stages.is_empty() {
        let message = Sentence::new(format!("没有阶段“{code}”"), format!("there is no stage `{code}`"));
        let codes = || stages.iter().map(|(code, _)| code.as_str());
        let hint = suggest::closest(code, codes()).map_or_else(
            || {
                let all: Vec<_> = codes().collect();
                Sentence::new(
                    format!("阶段有：{}", all.join("、")),
                    format!("the stages are: {}", all.join(", ")),
                )
            },
            suggest::did_you_mean,
        );
        problems.error_with_hint("unknown-stage", key, message, hint);
    }
    known
}

/// An indicator, if nothing in it is wrong.
pub(super) fn read(
    node: &Node,
    pillar: usize,
    full: Option<&[Points]>,
    draft: &Draft,
    opened: &Opened,
    problems: &mut Problems,
) -> Option<Indicator> {
    let dictionary = &opened.dictionary;
    let value =
        node.get("value").and_then(|given| formulas::read(given, dictionary, Expected::Any, problems));
    let unit = unit(node, value.as_ref(), problems);
    let direction = match node.get("direction").and_then(Node::text) {
        Some("lower") => Direction::Lower,
        _ => Direction::Higher,
    };
    let categories = categories(value.as_ref(), dictionary);
    let mut context = Context {
        kind: value.as_ref().map(Formula::kind),
        unit,
        range: value.as_ref().map_or((None, None), |value| range(value, dictionary)),
        full: Vec::new(),
        direction,
        has_field: draft.has_field,
        categories,
    };
    let rules = rules(node, full, &mut context, draft, dictionary, problems);
    let (floor, cap) = limits(node, problems);
    refuse_bare_deduction(node, pillar, draft, problems);
    Some(Indicator {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        pillar,
        value: value?,
        unit,
        full: full?.to_vec(),
        rules: rules?,
        direction,
        cap,
        floor,
        missing: node.get("missing").and_then(missing),
        basis: basis(node),
        local: opened.is_local(node),
    })
}

/// Missing data must not take points away.
fn refuse_bare_deduction(node: &Node, pillar: usize, draft: &Draft, problems: &mut Problems) {
    if draft.pillars[pillar].1.class == Class::Deduction
        && let Some(given) = node.get("missing").filter(|given| given.text().is_none())
    {
        let message =
            Sentence::new("扣分项缺数据时不能扣分", "a deduction takes nothing where data are missing");
        problems.error("missing-deducts", given, message);
    }
}

fn limits(node: &Node, problems: &mut Problems) -> (Exact, Exact) {
    let floor = node.get("floor").and_then(values::share).unwrap_or(Exact::ZERO);
    let cap = node.get("cap").and_then(values::share).unwrap_or(Exact::ONE);
    if floor > cap {
        let message = Sentence::new("保底高于封顶", "the floor is above the cap");
        problems.error("empty-range", node.get("floor").unwrap_or(node), message);
    }
    (floor, cap)
}

/// Its own basis, or that of the dated value in force.
fn basis(node: &Node) -> Option<domain::Basis> {
    let own = values::basis_list(node, "basis").into_iter().next();
    own.or_else(|| {
        ["full", "rule", "value"].iter().find_map(|key| {
            let dated = node.get(key)?.dated.as_ref()?;
            dated.basis.as_ref().and_then(values::basis)
        })
    })
}

fn unit(node: &Node, value: Option<&Formula>, problems: &mut Problems) -> Option<&'static Unit> {
    let Some(given) = node.get("unit") else { return value.and_then(Formula::display_unit) };
    let unit = items::read_unit(given, problems)?;
    match value.map(Formula::kind) {
        Some(Type::Number(dimension)) if unit.dimension != dimension => {
            items::wrong_dimension(given, unit, dimension, problems);
            None
        }
        Some(Type::Number(_)) | None => Some(unit),
        Some(_) => {
            let message =
                Sentence::new("取值不是数，不能有单位", "the value is not a number and has no unit");
            problems.error("unit-mismatch", given, message);
            None
        }
    }
}

/// What a bare item can be; any other formula can be anything.
fn range(value: &Formula, dictionary: &Dictionary) -> (Option<Exact>, Option<Exact>) {
    match &value.expr().kind {
        ExprKind::Item(item) => item_range(&item.name, dictionary),
        _ => (None, None),
    }
}

fn categories<'a>(value: Option<&Formula>, dictionary: &'a Dictionary) -> &'a [(String, Name)] {
    let Some(ExprKind::Item(item)) = value.map(|value| &value.expr().kind) else { return &[] };
    match dictionary.find(&item.name).map(|item| &item.kind) {
        Some(ItemKind::Text { categories }) => categories,
        _ => &[],
    }
}

/// The rule of each stage: the common one, or the stage's own.
fn rules(
    node: &Node,
    full: Option<&[Points]>,
    context: &mut Context<'_>,
    draft: &Draft,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<Vec<Rule>> {
    let stages = &draft.stage_names;
    let by_stage = node.get("rule_by_stage");
    let own = |code: &str| by_stage.and_then(|rules| rules.get(code));
    let used = |index: usize| {
        let points = full.and_then(|full| full.get(index)).copied().unwrap_or(Points::ZERO);
        (points > Points::ZERO).then(|| (stages[index].1.clone(), points))
    };
    context.full =
        (0..stages.len()).filter(|&index| own(&stages[index].0).is_none()).filter_map(used).collect();
    let common = rules::read(node.get("rule")?, context, dictionary, problems);
    for entry in by_stage.map_or(&[][..], Node::entries) {
        known_stage(&entry.key, stages, problems);
    }
    let mut all = Vec::new();
    for (index, (code, _)) in stages.iter().enumerate() {
        let rule = match own(code) {
            Some(rule) => {
                context.full = used(index).into_iter().collect();
                rules::read(rule, context, dictionary, problems)
            }
            None => common.clone(),
        };
        all.push(rule);
    }
    all.into_iter().collect()
}
