//! Compares a tree with the tables: unknown keys, missing keys, wrong types. Everything at once, nothing twice.

use formula::Sentence;

use super::{
    Content, Entry, Node, Problems, history,
    record::{Choice, Field, Keys, Kind, Record, Word},
    values,
};
use crate::suggest;

/// Reports everything in `node` that `record` does not allow.
pub fn check(node: &Node, record: &'static Record, problems: &mut Problems) {
    check_kind(node, &Kind::Record(record), problems);
}

/// Reports everything in `node` that is not of `kind`. Histories are looked at entry by entry.
pub fn check_kind(node: &Node, kind: &Kind, problems: &mut Problems) {
    match kind {
        Kind::Dated(inner) => check_dated(node, inner, problems),
        Kind::Either(kinds) => match kinds.iter().find(|kind| fits(node, kind)) {
            Some(kind) => check_kind(node, kind, problems),
            None => wrong_type(node, kind, problems),
        },
        Kind::OneOrMany(inner) if node.is_sequence() => check_items(node, inner, problems),
        Kind::OneOrMany(inner) => check_kind(node, inner, problems),
        Kind::List(inner) if node.is_sequence() => check_items(node, inner, problems),
        Kind::Map(keys, inner) if node.is_mapping() => check_map(node, *keys, inner, problems),
        Kind::Record(record) if node.is_mapping() => check_record(node, record, problems),
        Kind::Anything => {}
        Kind::List(_) | Kind::Map(..) | Kind::Record(_) => wrong_type(node, kind, problems),
        scalar => check_scalar(node, scalar, problems),
    }
}

/// Whether a node has the outer shape of a kind.
fn fits(node: &Node, kind: &Kind) -> bool {
    match kind {
        Kind::Dated(inner) => history::is_history(node) || fits(node, inner),
        Kind::Either(kinds) => kinds.iter().any(|kind| fits(node, kind)),
        Kind::OneOrMany(inner) => node.is_sequence() || fits(node, inner),
        Kind::List(_) => node.is_sequence(),
        Kind::Map(..) | Kind::Record(_) => node.is_mapping(),
        Kind::Anything => true,
        Kind::Word(words) => node.text().is_some_and(|text| words.iter().any(|word| word.word == text)),
        _ => matches!(node.content, Content::Scalar(..) | Content::Null),
    }
}

fn check_items(node: &Node, kind: &Kind, problems: &mut Problems) {
    for item in node.items() {
        check_kind(item, kind, problems);
    }
}

fn check_dated(node: &Node, kind: &Kind, problems: &mut Problems) {
    if !history::is_history(node) {
        return check_kind(node, kind, problems);
    }
    history::check(node, problems, &mut |value, problems| check_kind(value, kind, problems));
}

fn check_map(node: &Node, keys: Keys, kind: &Kind, problems: &mut Problems) {
    for Entry { key, value } in node.entries() {
        match keys {
            Keys::Codes => check_scalar(key, &Kind::Code, problems),
            Keys::Dates => check_scalar(key, &Kind::Date, problems),
            Keys::Texts => {}
        }
        check_kind(value, kind, problems);
    }
}

fn check_record(node: &Node, record: &Record, problems: &mut Problems) {
    for entry in node.entries() {
        match record.field(entry.name()) {
            Some(field) if entry.value.is_null() => check_null(entry, field, problems),
            Some(field) => check_kind(&entry.value, &field.kind, problems),
            None => unknown_key(entry, record, problems),
        }
    }
    for field in record.fields.iter().filter(|field| field.required && node.entry(field.key).is_none()) {
        if !misspelt(node, record, field) {
            missing_key(node, field, problems);
        }
    }
    for choice in record.choices {
        check_choice(node, choice, problems);
    }
}

/// A key with nothing behind it: an error where a value must be, as good as absent elsewhere.
fn check_null(entry: &Entry, field: &Field, problems: &mut Problems) {
    if field.required && !matches!(field.kind, Kind::Datum | Kind::Anything) {
        let message = Sentence::new(
            format!("“{}”后面没有内容（{}）", field.key, field.zh),
            format!("nothing is given for `{}` ({})", field.key, field.en),
        );
        problems.error("missing-value", &entry.key, message);
    }
}

fn unknown_key(entry: &Entry, record: &Record, problems: &mut Problems) {
    let name = entry.name();
    let keys = || record.fields.iter().map(|field| field.key);
    let message = Sentence::new(
        format!("{}里没有“{name}”这个键", subject(record.zh)),
        format!("`{name}` is not a key of {}", record.name),
    );
    let hint = match suggest::closest(name, keys()) {
        Some(close) => suggest::did_you_mean(close),
        None if entry.value.is_null() && !values::is_code(name) => torn_apart(),
        None => {
            let all = keys().collect::<Vec<_>>();
            Sentence::new(
                format!("可用的键：{}", all.join("、")),
                format!("the keys are: {}", all.join(", ")),
            )
        }
    };
    problems.error_with_hint("unknown-key", &entry.key, message, hint);
}

/// Within `{ }` a comma ends a value: what stands behind it looks like a key without value.
fn torn_apart() -> Sentence {
    Sentence::new(
        "在 { } 里逗号会把内容断开：含逗号的公式或文字请加引号",
        "within { } a comma ends a value: put quotes around a formula or text that contains one",
    )
}

/// Whether an unknown key of the mapping is most likely this field: one mistake is reported once.
fn misspelt(node: &Node, record: &Record, field: &Field) -> bool {
    let unknown = node.entries().iter().filter(|entry| record.field(entry.name()).is_none());
    let keys = || record.fields.iter().map(|field| field.key);
    unknown.filter_map(|entry| suggest::closest(entry.name(), keys())).any(|close| close == field.key)
}

/// The noun of a description such as `依据：规则所根据的文件`.
fn subject(zh: &str) -> &str {
    zh.split(['：', '，', '（']).next().unwrap_or(zh)
}

fn missing_key(node: &Node, field: &Field, problems: &mut Problems) {
    let message = Sentence::new(
        format!("缺少“{}”（{}）", field.key, field.zh),
        format!("`{}` is missing ({})", field.key, field.en),
    );
    problems.error("missing-key", node, message);
}

fn check_choice(node: &Node, choice: &Choice, problems: &mut Problems) {
    let open = choice.with.is_none_or(|key| node.entry(key).is_some());
    let given: Vec<&Entry> = choice.keys.iter().filter_map(|key| node.entry(key)).collect();
    let keys_zh = choice.keys.join("、");
    let keys_en = choice.keys.join(", ");
    match (open, given.as_slice()) {
        (true, []) if choice.required => {
            let message = Sentence::new(
                format!("这里要写一个键：{keys_zh}"),
                format!("one of these keys is needed: {keys_en}"),
            );
            problems.error("missing-key", node, message);
        }
        (true, [_, extra, ..]) => {
            let message = Sentence::new(
                format!("这些键只能写一个：{keys_zh}"),
                format!("only one of these keys may stand here: {keys_en}"),
            );
            problems.error("conflicting-keys", &extra.key, message);
        }
        (false, [stray, ..]) => {
            let with = choice.with.unwrap_or_default();
            let message = Sentence::new(
                format!("“{}”要和“{with}”一起写", stray.name()),
                format!("`{}` only stands beside `{with}`", stray.name()),
            );
            problems.error("conflicting-keys", &stray.key, message);
        }
        _ => {}
    }
}

fn check_scalar(node: &Node, kind: &Kind, problems: &mut Problems) {
    let Some(text) = node.text() else {
        if !matches!((kind, &node.content), (Kind::Datum, Content::Null)) {
            wrong_type(node, kind, problems);
        }
        return;
    };
    let fine = match kind {
        Kind::Code => values::is_code(text),
        Kind::Quantity => values::quantity(node).is_some(),
        Kind::Award => values::award(node).is_some(),
        Kind::Share => values::share(node).is_some(),
        Kind::Whole { least, most } => values::whole(node).is_some_and(|n| (*least..=*most).contains(&n)),
        Kind::Truth => values::truth(node).is_some(),
        Kind::Date => values::date(node).is_some(),
        Kind::Word(words) => words.iter().any(|word| word.word == text),
        Kind::Text | Kind::Path | Kind::Formula => !text.trim().is_empty(),
        _ => true,
    };
    if !fine {
        wrong_value(node, text, kind, problems);
    }
}

fn wrong_value(node: &Node, text: &str, kind: &Kind, problems: &mut Problems) {
    let (zh, en) = expected(kind);
    let message = Sentence::new(format!("“{text}”不是{zh}"), format!("`{text}` is not {en}"));
    match value_hint(text, kind) {
        Some(hint) => problems.error_with_hint("wrong-value", node, message, hint),
        None => problems.error("wrong-value", node, message),
    }
}

fn value_hint(text: &str, kind: &Kind) -> Option<Sentence> {
    match kind {
        Kind::Word(words) => suggest::closest(text, words.iter().map(|word| word.word))
            .map(suggest::did_you_mean)
            .or_else(|| Some(list_words(words))),
        Kind::Share if text.parse::<formula::Exact>().is_ok() => Some(Sentence::new(
            format!("百分比要带百分号，例如 {text}%"),
            format!("a percentage carries its sign, as in {text}%"),
        )),
        Kind::Quantity | Kind::Award if text.contains([',', '，']) => {
            Some(Sentence::new("数字里不要写逗号", "write numbers without commas"))
        }
        Kind::Date => Some(Sentence::new("日期写成 2024-01-31 的样子", "write dates as in 2024-01-31")),
        _ => None,
    }
}

fn list_words(words: &[Word]) -> Sentence {
    let zh: Vec<_> = words.iter().map(|word| format!("{}（{}）", word.word, word.zh)).collect();
    let en: Vec<_> = words.iter().map(|word| format!("{} ({})", word.word, word.en)).collect();
    Sentence::new(format!("可以写：{}", zh.join("、")), format!("one of: {}", en.join(", ")))
}

fn wrong_type(node: &Node, kind: &Kind, problems: &mut Problems) {
    let (zh, en) = expected(kind);
    let (found_zh, found_en) = match node.content {
        Content::Null => ("空的", "nothing"),
        Content::Scalar(..) => ("单个值", "a single value"),
        Content::Sequence(_) => ("列表", "a list"),
        Content::Mapping(_) => ("一组键和值", "a mapping"),
    };
    let message = Sentence::new(
        format!("这里应当是{zh}，现在是{found_zh}"),
        format!("{en} is needed here, not {found_en}"),
    );
    problems.error("wrong-type", node, message);
}

/// What a kind is called in a message.
pub(crate) fn expected(kind: &Kind) -> (String, String) {
    let (zh, en) = match kind {
        Kind::Text => ("文字", "a text"),
        Kind::Code => ("代码（英文字母、数字和 _ - . +）", "a code (ASCII letters, digits and _ - . +)"),
        Kind::Path => ("文件路径", "a file path"),
        Kind::Formula => ("公式", "a formula"),
        Kind::Quantity => {
            ("数或带单位的数（如 50、50万元、5%）", "a number, with or without unit (50, 50万元, 5%)")
        }
        Kind::Award => ("分数或满分的百分比（如 8、40%）", "points or a share of full points (8, 40%)"),
        Kind::Share => ("0%至100%的比例", "a share from 0% to 100%"),
        Kind::Whole { least, most } => {
            return (format!("{least}至{most}的整数"), format!("a whole number from {least} to {most}"));
        }
        Kind::Truth => ("true 或 false（是、否）", "true or false"),
        Kind::Date => ("日期", "a date"),
        Kind::Word(words) => {
            let all: Vec<_> = words.iter().map(|word| word.word).collect();
            return (format!("{}之一", all.join("、")), format!("one of {}", all.join(", ")));
        }
        Kind::Datum => ("单个值", "a single value"),
        Kind::Anything => ("任意内容", "anything"),
        Kind::List(_) => ("列表", "a list"),
        Kind::Map(..) => ("一组键和值", "a mapping"),
        Kind::Record(record) => {
            return (format!("{}（一组键和值）", subject(record.zh)), format!("a mapping ({})", record.name));
        }
        Kind::OneOrMany(inner) | Kind::Dated(inner) => return expected(inner),
        Kind::Either(kinds) => {
            let (zh, en): (Vec<_>, Vec<_>) = kinds.iter().map(expected).unzip();
            return (zh.join("，或"), en.join(", or "));
        }
    };
    (zh.to_owned(), en.to_owned())
}
