//! A merged tree into a [`Scheme`], resolved for one date.

use domain::{
    Points, Status,
    indicators::{Class, Dictionary, Grade, Indicator, ItemKind, MissingPolicy, Pillar, Scheme, Stage, Veto},
};
use formula::{Exact, Expected, Sentence, Vocabulary};
use jiff::civil::Date;

use super::{Opened, indicator, lints, stages};
use crate::{
    document, formulas,
    reader::{Node, Problems, history, values},
    suggest,
};

/// What has been read so far: a part that could not be read is `None`, so that the rest can still be judged.
pub(super) struct Draft {
    pub root: Node,
    pub stages: Vec<(Node, Option<Stage>)>,
    /// Codes and Chinese names of the stages, those that could not be read too.
    pub stage_names: Vec<(String, String)>,
    pub pillars: Vec<(Node, Pillar)>,
    pub indicators: Vec<DraftIndicator>,
    pub grades: Vec<(Node, Grade)>,
    pub vetoes: Vec<(Node, Option<Veto>)>,
    pub full_points: Option<Points>,
    pub bonus_cap: Option<Points>,
    pub has_field: bool,
}

/// An indicator as far as it could be read.
pub(super) struct DraftIndicator {
    pub node: Node,
    pub pillar: usize,
    pub full: Option<Vec<Points>>,
    pub indicator: Option<Indicator>,
}

/// The scheme on `date`, if nothing in it is wrong; whatever is wrong is reported.
pub(super) fn scheme(opened: &Opened, date: Date, problems: &mut Problems) -> Option<Scheme> {
    let count = problems.len();
    document::refuse_outside(&opened.root, date, problems);
    if problems.errors_since(count) {
        return None;
    }
    let root = history::resolve(&opened.root, date, problems);
    let mut draft = start(root, &opened.dictionary, problems);
    read_pillars(&mut draft, opened, problems);
    lints::check(&draft, problems);
    stages::check(&draft.root, &draft.stages, &opened.dictionary, problems);
    let scheme = finish(draft, &opened.dictionary, date, problems);
    if problems.errors_since(count) { None } else { scheme }
}

fn start(root: Node, dictionary: &Dictionary, problems: &mut Problems) -> Draft {
    let stages = root.list("stages").iter().map(|node| (node.clone(), stage(node, dictionary, problems)));
    let stages: Vec<_> = stages.collect();
    let stage_names = root
        .list("stages")
        .iter()
        .map(|node| {
            let code = values::text_of(node, "code").unwrap_or_default();
            let name = node.get("name").and_then(values::name).map_or_else(|| code.clone(), |name| name.zh);
            (code, name)
        })
        .collect();
    let vetoes = root.list("vetoes").iter().map(|node| (node.clone(), veto(node, dictionary, problems)));
    let vetoes: Vec<_> = vetoes.collect();
    let grades = root.list("grades").iter().filter_map(|node| Some((node.clone(), grade(node, problems)?)));
    let grades: Vec<_> = grades.collect();
    Draft {
        stages,
        stage_names,
        pillars: Vec::new(),
        indicators: Vec::new(),
        grades,
        vetoes,
        full_points: root.get("full_points").and_then(|node| points(node, problems)),
        bonus_cap: root.get("bonus_cap").and_then(|node| points(node, problems)),
        has_field: root.get("field").is_some(),
        root,
    }
}

fn stage(node: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<Stage> {
    let when = node.get("when").and_then(|when| formulas::read(when, dictionary, Expected::Truth, problems));
    Some(Stage {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        when: when?,
    })
}

fn veto(node: &Node, dictionary: &dyn Vocabulary, problems: &mut Problems) -> Option<Veto> {
    let when = node.get("when").and_then(|when| formulas::read(when, dictionary, Expected::Truth, problems));
    Some(Veto {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        when: when?,
        basis: values::basis_list(node, "basis").into_iter().next(),
    })
}

fn grade(node: &Node, problems: &mut Problems) -> Option<Grade> {
    Some(Grade {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        at_least: node.get("at_least").and_then(|given| points(given, problems))?,
    })
}

/// Points written as a number, or with 分 behind it; at most four decimal places, not negative.
pub(super) fn points(node: &Node, problems: &mut Problems) -> Option<Points> {
    let quantity = values::quantity(node)?;
    let text = node.text().unwrap_or_default();
    let plain = quantity.unit.is_none_or(|unit| unit.symbol == "分");
    let rounded = Points::rounded(&quantity.value).filter(|points| points.exact() == quantity.value);
    let (zh, en) = match rounded {
        _ if !plain => (format!("“{text}”不是分数"), format!("`{text}` is not a number of points")),
        _ if quantity.value.is_negative() => {
            ("分数不能是负数".to_owned(), "points cannot be negative".to_owned())
        }
        None => ("分数最多四位小数".to_owned(), "points have at most four decimal places".to_owned()),
        Some(points) => return Some(points),
    };
    problems.error("wrong-points", node, Sentence::new(zh, en));
    None
}

/// What a missing value is worth.
pub(super) fn missing(node: &Node) -> Option<MissingPolicy> {
    match node.text() {
        Some(_) => Some(MissingPolicy::Zero),
        None => node.get("share").and_then(values::share).map(MissingPolicy::Share),
    }
}

fn read_pillars(draft: &mut Draft, opened: &Opened, problems: &mut Problems) {
    let roots = draft.root.list("pillars").to_vec();
    for node in &roots {
        read_pillar(node, None, draft, opened, problems);
    }
}

fn read_pillar(
    node: &Node,
    parent: Option<usize>,
    draft: &mut Draft,
    opened: &Opened,
    problems: &mut Problems,
) {
    let inherited = parent.map_or(Class::Base, |parent| draft.pillars[parent].1.class);
    let class = match node.get("class").and_then(Node::text) {
        Some("bonus") => Class::Bonus,
        Some("deduction") => Class::Deduction,
        Some("base") => Class::Base,
        _ => inherited,
    };
    if parent.is_some() && class != inherited {
        let message =
            Sentence::new("下级指标的类别要与上级一致", "a pillar has the class of the pillar it belongs to");
        problems.error("class-mismatch", node.get("class").unwrap_or(node), message);
    }
    let name = node.get("name").and_then(values::name).unwrap_or_default();
    let code = values::text_of(node, "code").unwrap_or_default();
    draft.pillars.push((node.clone(), Pillar { code, name, class, parent }));
    let index = draft.pillars.len() - 1;
    for child in node.list("indicators") {
        let full = indicator::full(child, &draft.stage_names, problems);
        let read = indicator::read(child, index, full.as_deref(), draft, opened, problems);
        draft.indicators.push(DraftIndicator { node: child.clone(), pillar: index, full, indicator: read });
    }
    for child in node.list("pillars") {
        read_pillar(child, Some(index), draft, opened, problems);
    }
}

/// The code of the item that holds the technology field: a text.
fn field_item(root: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<String> {
    let node = root.get("field")?;
    let name = values::text(node)?;
    match dictionary.find(&name) {
        Some(item) if matches!(item.kind, ItemKind::Text { .. }) => Some(item.code.clone()),
        Some(item) => {
            let message = Sentence::new(
                format!("“{}”不是文字，不能作技术领域", item.name.zh),
                format!("`{}` is not a text and cannot be the field", item.code),
            );
            problems.error("rule-type", node, message);
            None
        }
        None => {
            let message = Sentence::new(
                format!("数据字典里没有“{name}”"),
                format!("`{name}` is not in the data dictionary"),
            );
            let names = dictionary.names();
            let hint = suggest::closest(&name, names.iter().map(String::as_str)).map(suggest::did_you_mean);
            problems
                .push(crate::Problem::error("unknown-name", node.head(), message).with_optional_hint(hint));
            None
        }
    }
}

fn finish(draft: Draft, dictionary: &Dictionary, date: Date, problems: &mut Problems) -> Option<Scheme> {
    let root = &draft.root;
    let field_item = field_item(root, dictionary, problems);
    Some(Scheme {
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        version: values::text_of(root, "version")?,
        status: root.get("status").and_then(values::status).unwrap_or(Status::Illustrative),
        basis: values::basis_list(root, "basis"),
        in_force_on: date,
        full_points: draft.full_points?,
        bonus_cap: draft.bonus_cap,
        missing: root.get("missing").and_then(missing).unwrap_or(MissingPolicy::Zero),
        minimum_coverage: root.get("minimum_coverage").and_then(values::share),
        field_item,
        stages: draft.stages.into_iter().map(|(_, stage)| stage).collect::<Option<_>>()?,
        pillars: draft.pillars.into_iter().map(|(_, pillar)| pillar).collect(),
        indicators: draft.indicators.into_iter().map(|draft| draft.indicator).collect::<Option<_>>()?,
        vetoes: draft.vetoes.into_iter().map(|(_, veto)| veto).collect::<Option<_>>()?,
        grades: draft.grades.into_iter().map(|(_, grade)| grade).collect(),
    })
}

/// The lowest and highest value of an item, in base units.
pub(super) fn item_range(code: &str, dictionary: &Dictionary) -> (Option<Exact>, Option<Exact>) {
    let Some(ItemKind::Number { unit, minimum, maximum, .. }) = dictionary.find(code).map(|item| &item.kind)
    else {
        return (None, None);
    };
    let scale = unit.map_or(Exact::ONE, |unit| unit.scale());
    let base = |bound: &Option<Exact>| bound.as_ref().map(|bound| bound * &scale);
    (base(minimum), base(maximum))
}
