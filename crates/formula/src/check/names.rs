//! Names against the dictionary: items, labels, stages and grades.

use std::collections::BTreeMap;

use crate::{
    BinaryOperator, Diagnostic, Expr, ExprKind, Function, ItemInfo, Sentence, Vocabulary,
    check::error,
    codes, suggest,
    token::{INFIX, KEYWORDS, SPOKEN},
};

/// Replaces every name by its item's code and unit; reports names that are not known.
pub(super) fn resolve(
    source: &str,
    expr: &mut Expr,
    vocabulary: &dyn Vocabulary,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, ItemInfo> {
    let mut resolver = Resolver { source, vocabulary, known: None, infos: BTreeMap::new(), problems };
    resolver.resolve(expr);
    resolver.infos
}

struct Resolver<'a> {
    source: &'a str,
    vocabulary: &'a dyn Vocabulary,
    known: Option<Vec<String>>,
    infos: BTreeMap<String, ItemInfo>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn resolve(&mut self, expr: &mut Expr) {
        let span = expr.span;
        if let ExprKind::Item(item) = &mut expr.kind {
            match self.vocabulary.lookup(&item.name) {
                Some(info) => {
                    item.name.clone_from(&info.code);
                    item.unit = info.unit;
                    self.infos.entry(info.code.clone()).or_insert(info);
                }
                None => {
                    let problem = self.unknown(&item.name, span);
                    self.problems.push(problem);
                    // of no type: what stands around it is still checked
                    expr.kind = ExprKind::Unreadable;
                }
            }
        }
        for child in expr.children_mut() {
            self.resolve(child);
        }
    }

    fn unknown(&mut self, name: &str, span: crate::Span) -> Diagnostic {
        let shown = crate::check::snippet(self.source, span);
        let message = Sentence::new(
            format!("数据字典中没有“{shown}”"),
            format!("there is no item `{shown}` in the data dictionary"),
        );
        let known = self.known.get_or_insert_with(|| self.vocabulary.names());
        let hint = yes_or_no(name)
            .or_else(|| unquoted(name, self.vocabulary))
            .or_else(|| glued(name, self.vocabulary))
            .or_else(|| suggest::did_you_mean(name, known.iter().map(String::as_str)))
            .unwrap_or_else(|| {
                Sentence::new(
                    "使用数据字典中的名称或代码；要写文本，请加引号",
                    "use a name or code of the data dictionary; put a text in quotation marks",
                )
            });
        Diagnostic::error(codes::UNKNOWN_NAME, span, message).with_hint(hint)
    }
}

/// A label or stage without its quotation marks.
fn unquoted(name: &str, vocabulary: &dyn Vocabulary) -> Option<Sentence> {
    let texts = [vocabulary.labels(), vocabulary.stages()];
    let known = texts.into_iter().flatten().flatten().any(|text| text == name);
    known.then(|| {
        Sentence::new(format!("文本要加引号：\"{name}\""), format!("put it in quotation marks: \"{name}\""))
    })
}

/// 上市 = 是.
fn yes_or_no(name: &str) -> Option<Sentence> {
    let (zh, en) = match name {
        "是" | "yes" => ("真", "true"),
        "否" | "no" => ("假", "false"),
        _ => return None,
    };
    Some(Sentence::new(format!("写“{zh}”，或直接写条件本身"), format!("write `{en}`, or just the condition")))
}

/// `高企且规上`, `非高企`: known names glued to a word of the language.
fn glued(name: &str, vocabulary: &dyn Vocabulary) -> Option<Sentence> {
    let known = |part: &str| vocabulary.lookup(part).is_some();
    if let Some(rest) = name.strip_prefix('非')
        && known(rest)
    {
        return Some(Sentence::new(
            format!("写成 非 {rest}，中间空一格"),
            format!("write 非 {rest}, with a space"),
        ));
    }
    if let Some((word, instead, _)) =
        SPOKEN.iter().find(|(word, ..)| name.split_once(word).is_some_and(|(left, _)| known(left)))
    {
        return Some(Sentence::new(
            format!("“{word}”请写成 {instead}"),
            format!("instead of {word} write {instead}"),
        ));
    }
    let word = INFIX.iter().map(|(_, word)| *word).find(|word| {
        name.split_once(word).is_some_and(|(left, right)| known(left) && (right.is_empty() || known(right)))
    })?;
    let ascii = KEYWORDS.iter().find(|(_, zh, _)| *zh == word).map_or("", |(_, _, ascii)| ascii);
    Some(Sentence::new(
        format!("“{word}”两边请各空一格"),
        format!("put spaces around {word} (or write `{ascii}`)"),
    ))
}

/// Labels, stages and grades that the dictionary does not know.
pub(super) fn check_texts(
    source: &str,
    expr: &Expr,
    vocabulary: &dyn Vocabulary,
    problems: &mut Vec<Diagnostic>,
) {
    let labels = vocabulary.labels();
    let stages = vocabulary.stages();
    let mut found = Vec::new();
    expr.visit(&mut |part| {
        if let (Some(labels), Some(literal)) = (&labels, label_of(part)) {
            found.extend(unknown_text(source, literal, labels, codes::UNKNOWN_LABEL, ("标签", "label")));
        }
        if let Some(stages) = &stages {
            for literal in compared_with_result(part) {
                found.extend(unknown_text(
                    source,
                    literal,
                    stages,
                    codes::UNKNOWN_STAGE,
                    ("阶段或等级", "stage or grade"),
                ));
            }
        }
    });
    problems.append(&mut found);
}

fn label_of(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Call { function: Function::HasLabel, arguments } => arguments.first(),
        _ => None,
    }
}

/// The literals that `stage()` or `grade()` is compared with.
fn compared_with_result(expr: &Expr) -> Vec<&Expr> {
    let is_result =
        |side: &Expr| matches!(side.kind, ExprKind::Call { function: Function::Stage | Function::Grade, .. });
    match &expr.kind {
        ExprKind::Binary { operator: BinaryOperator::Equal | BinaryOperator::NotEqual, left, right } => {
            match (is_result(left), is_result(right)) {
                (true, false) => vec![right],
                (false, true) => vec![left],
                _ => Vec::new(),
            }
        }
        ExprKind::In { value, options } if is_result(value) => options.iter().collect(),
        _ => Vec::new(),
    }
}

fn unknown_text(
    source: &str,
    literal: &Expr,
    known: &[String],
    code: &'static str,
    (zh, en): (&str, &str),
) -> Option<Diagnostic> {
    let ExprKind::Text(text) = &literal.kind else { return None };
    if known.contains(text) {
        return None;
    }
    let shown = crate::check::snippet(source, literal.span);
    let hint = suggest::did_you_mean(text, known.iter().map(String::as_str)).unwrap_or_else(|| {
        let list = known.iter().take(12).map(String::as_str).collect::<Vec<_>>();
        Sentence::new(format!("可用的{zh}：{}", list.join("、")), format!("known: {}", list.join(", ")))
    });
    Some(
        error(code, literal, format!("没有{zh} {shown}"), format!("there is no {en} {shown}"))
            .with_hint(hint),
    )
}
