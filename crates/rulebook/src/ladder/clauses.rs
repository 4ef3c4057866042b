//! Clauses of a ladder file: typed conditions and officer checks.

use domain::{
    Name,
    cultivation::{
        Bound, Clause, ClauseBody, Comparison, Group, IllTyped, Occasion, OfficerCheck, Requirement, Test,
    },
    indicators::{Dictionary, ItemKind},
};
use formula::{BinaryOperator, Dimension, Expected, ExprKind, Formula, Sentence, Type, Unit, Value};

use crate::{
    formulas, items,
    reader::{Node, Problems, values},
    suggest,
};

/// Reads clauses with every mistake reported at once.
pub(crate) struct Clauses<'a> {
    pub dictionary: &'a Dictionary,
    /// Whether the ladder claims to be published, so that every clause must name its article.
    pub official: bool,
}

/// The name of a clause or a part; one whose words nobody has confirmed says so wherever it is shown.
fn named(node: &Node) -> Option<Name> {
    let name = node.get("name").and_then(values::name)?;
    if !node.get("unconfirmed").and_then(values::truth).unwrap_or(false) {
        return Some(name);
    }
    Some(Name {
        zh: format!("{}（示例，非官方：未核到原文）", name.zh),
        en: name.en.map(|en| format!("{en} (illustrative, not official: not confirmed in the original)")),
    })
}

impl Clauses<'_> {
    pub(crate) fn read(&self, node: &Node, problems: &mut Problems) -> Option<Clause> {
        self.ask_for_article(node, problems);
        let body = match node.get("officer_check") {
            Some(check) => self.officer_check(check, problems).map(Box::new).map(ClauseBody::OfficerCheck),
            None => self.requirement(node, false, problems).map(ClauseBody::Typed),
        };
        Some(Clause {
            code: values::text_of(node, "code")?,
            name: named(node)?,
            article: values::text_of(node, "article"),
            basis: node.get("basis").and_then(values::basis),
            veto: node.get("veto").and_then(values::truth).unwrap_or(false),
            remark: node.get("remark").and_then(values::name),
            body: body?,
        })
    }

    fn ask_for_article(&self, node: &Node, problems: &mut Problems) {
        if self.official && node.get("article").is_none() && node.get("basis").is_none() {
            let message = Sentence::new(
                "公布的规则要写明每一条的条款",
                "every clause of an official rule names its article",
            );
            let hint = Sentence::new("请写 article: 第…条", "give `article:`");
            problems.error_with_hint("missing-article", node, message, hint);
        }
    }

    pub(crate) fn officer_check(&self, node: &Node, problems: &mut Problems) -> Option<OfficerCheck> {
        let answer = node.get("answer").map(|answer| self.truth(answer, problems));
        let question = node.get("question").and_then(values::name)?;
        match answer {
            Some(answer) => Some(OfficerCheck { question, answer: Some(answer?) }),
            None => Some(OfficerCheck { question, answer: None }),
        }
    }

    fn truth(&self, node: &Node, problems: &mut Problems) -> Option<Formula> {
        formulas::read(node, self.dictionary, Expected::Truth, problems)
    }

    /// A condition or a group. A part of a group has a name of its own, a clause lends its name to the whole.
    fn requirement(&self, node: &Node, part: bool, problems: &mut Problems) -> Option<Requirement> {
        let name = Some(node).filter(|_| part).and_then(named);
        if node.get("value").is_some() {
            return self.test(node, name, problems).map(Box::new).map(Requirement::Test);
        }
        refuse_unit(node, problems);
        if let Some(holds) = node.get("holds") {
            let formula = self.truth(holds, problems)?;
            warn_hidden_gap(holds, &formula, problems);
            return Some(Requirement::Holds { name, formula: Box::new(formula) });
        }
        let groups = [("all", Group::All), ("any", Group::Any), ("none", Group::None)];
        let (list, group) = groups.into_iter().find_map(|(key, group)| Some((node.get(key)?, group)))?;
        self.group(list, (name, group), problems)
    }

    fn group(
        &self,
        list: &Node,
        (name, group): (Option<Name>, Group),
        problems: &mut Problems,
    ) -> Option<Requirement> {
        if list.items().is_empty() {
            problems.error("empty-group", list, Sentence::new("一个条件也没有", "there is no condition"));
            return None;
        }
        let parts: Vec<Option<Requirement>> =
            list.items().iter().map(|part| self.requirement(part, true, problems)).collect();
        Some(Requirement::Group { name, group, parts: parts.into_iter().collect::<Option<_>>()? })
    }

    fn test(&self, node: &Node, name: Option<Name>, problems: &mut Problems) -> Option<Test> {
        let unit = read_unit(node, problems);
        let value = formulas::read(node.get("value")?, self.dictionary, Expected::Any, problems)?;
        refuse_foreign_unit(node, unit, &value, problems);
        let (comparison, given) =
            Comparison::ALL.iter().find_map(|(comparison, key, ..)| Some((*comparison, node.get(key)?)))?;
        let bound = self.bound(&value, comparison, given, problems)?;
        match Test::new(value, comparison, bound) {
            Ok(test) => Some(test.shown_as(name, unit)),
            Err(why) => {
                ill_typed(given, why, problems);
                None
            }
        }
    }

    fn bound(
        &self,
        value: &Formula,
        comparison: Comparison,
        given: &Node,
        problems: &mut Problems,
    ) -> Option<Bound> {
        let listed = given.is_sequence();
        match value.kind() {
            Type::Number(dimension) if !listed => {
                let expected = Expected::Number(dimension);
                formulas::read(given, self.dictionary, expected, problems).map(Box::new).map(Bound::Formula)
            }
            Type::Date if !listed && comparison.orders() => {
                formulas::read(given, self.dictionary, Expected::Any, problems)
                    .map(Box::new)
                    .map(Bound::Formula)
            }
            _ => {
                let options = if listed { given.items() } else { std::slice::from_ref(given) };
                let read: Vec<Option<Value>> =
                    options.iter().map(|option| self.fixed(value, option, problems)).collect();
                read.into_iter().collect::<Option<Vec<_>>>().map(Bound::Values)
            }
        }
    }

    /// A fixed value of the same type as `value`.
    fn fixed(&self, value: &Formula, given: &Node, problems: &mut Problems) -> Option<Value> {
        let read = match value.kind() {
            Type::Text => return self.category(value, given, problems),
            Type::Truth => values::truth(given).map(Value::Truth),
            Type::Date => values::date(given).map(Value::Date),
            Type::Number(dimension) => number(given, dimension, problems).map(Value::Number),
        };
        if read.is_none() {
            let message = Sentence::new("这里的值与左边不是同一类型", "this is not of the type of the value");
            problems.error("type-mismatch", given, message);
        }
        read
    }

    fn category(&self, value: &Formula, given: &Node, problems: &mut Problems) -> Option<Value> {
        let text = given.text()?.trim();
        let item = self.dictionary.find(value.source().trim());
        let known: Vec<&str> = item.map_or_else(Vec::new, |item| match &item.kind {
            ItemKind::Text { categories } => categories.iter().map(|(code, _)| code.as_str()).collect(),
            _ => Vec::new(),
        });
        if known.is_empty() || known.contains(&text) {
            return Some(Value::Text(text.into()));
        }
        let message = Sentence::new(
            format!("数据字典里没有“{text}”这一类"),
            format!("`{text}` is not a category of the item"),
        );
        let hint = suggest::closest(text, known.iter().copied()).map_or_else(
            || {
                let all = known.join("、");
                Sentence::new(format!("可用的分类：{all}"), format!("the categories are: {all}"))
            },
            suggest::did_you_mean,
        );
        problems.error_with_hint("unknown-category", given, message, hint);
        None
    }
}

/// Whether a clause is asked for on `occasion`: those with `only` are asked for on one of the two.
pub(super) fn asked_on(node: &Node, occasion: Occasion) -> bool {
    values::text_of(node, "only").and_then(|word| occasion_of(&word)).is_none_or(|only| only == occasion)
}

/// The occasion a rule or case file writes as `word`.
pub(super) fn occasion_of(word: &str) -> Option<Occasion> {
    match word {
        "recognition" => Some(Occasion::Recognition),
        "review" => Some(Occasion::Review),
        _ => None,
    }
}

/// The unit under `unit`, reported when there is none of that name.
pub(crate) fn read_unit(node: &Node, problems: &mut Problems) -> Option<&'static Unit> {
    node.get("unit").and_then(|given| items::read_unit(given, problems))
}

fn refuse_unit(node: &Node, problems: &mut Problems) {
    if let Some(unit) = node.get("unit") {
        let message = Sentence::new("unit 只与 value 一起写", "`unit` only stands beside `value`");
        problems.error("conflicting-keys", unit, message);
    }
}

/// A unit that does not measure what the value does.
pub(crate) fn refuse_foreign_unit(
    node: &Node,
    unit: Option<&'static Unit>,
    value: &Formula,
    problems: &mut Problems,
) {
    let (Some(unit), Some(given), Type::Number(dimension)) = (unit, node.get("unit"), value.kind()) else {
        return;
    };
    if unit.dimension != dimension {
        items::wrong_dimension(given, unit, dimension, problems);
    }
}

/// A number of an exact list, in base units.
fn number(given: &Node, dimension: Dimension, problems: &mut Problems) -> Option<formula::Exact> {
    let quantity = values::quantity(given)?;
    if let Some(unit) = quantity.unit.filter(|unit| unit.dimension != dimension) {
        items::wrong_dimension(given, unit, dimension, problems);
    }
    Some(quantity.in_base_units(None))
}

/// `holds: 营业收入 >= 1000万元` decides, but cannot say how far it is.
fn warn_hidden_gap(node: &Node, formula: &Formula, problems: &mut Problems) {
    use BinaryOperator::{AtLeast, AtMost, Greater, Less};
    let ExprKind::Binary { operator: AtLeast | AtMost | Greater | Less, .. } = &formula.expr().kind else {
        return;
    };
    let message = Sentence::new("写成 holds 就看不出差多少", "written with `holds`, the gap cannot be told");
    let hint = Sentence::new(
        "请写成 value 与 at_least、above、at_most 或 below",
        "write it as `value` with `at_least`, `above`, `at_most` or `below`",
    );
    let mut problem = crate::reader::Problem::warning("holds-hides-gap", node.head(), message);
    problem.hint = Some(hint);
    problems.push(problem);
}

fn ill_typed(given: &Node, why: IllTyped, problems: &mut Problems) {
    let (code, message) = match why {
        IllTyped::Different { value, bound } => (
            "type-mismatch",
            Sentence::new(
                format!("左边是{}，右边是{}，不能比较", type_zh(value), type_zh(bound)),
                format!("{} cannot be compared with {}", type_en(value), type_en(bound)),
            ),
        ),
        IllTyped::NoOrder(kind) => (
            "no-order",
            Sentence::new(
                format!("{}没有大小，只能用 equals、not_equals 或 one_of", type_zh(kind)),
                format!("{} has no order: only `equals`, `not_equals` and `one_of`", type_en(kind)),
            ),
        ),
        IllTyped::ListMismatch => (
            "type-mismatch",
            Sentence::new(
                "one_of 写一列值，其余写一个值",
                "`one_of` takes a list, the others a single value",
            ),
        ),
    };
    problems.error(code, given, message);
}

fn type_zh(kind: Type) -> String {
    match kind {
        Type::Number(dimension) => dimension.name_zh(),
        Type::Truth => "是否".to_owned(),
        Type::Text => "文字".to_owned(),
        Type::Date => "日期".to_owned(),
    }
}

fn type_en(kind: Type) -> String {
    match kind {
        Type::Number(dimension) => dimension.name_en(),
        Type::Truth => "a truth".to_owned(),
        Type::Text => "a text".to_owned(),
        Type::Date => "a date".to_owned(),
    }
}
