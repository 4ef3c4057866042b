//! Parameters: numbers others publish, which formulas may name.

use domain::{
    indicators::{Dictionary, Item, ItemKind},
    policies::Parameter,
};
use formula::Sentence;

use crate::{
    document,
    reader::{Node, Problems, values},
};

/// The parameters of a policy or product; each must hold as long as the file is in force.
pub(crate) fn read(root: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Vec<Parameter> {
    let nodes = root.list("parameters");
    document::refuse_repeated(nodes.iter(), problems);
    nodes.iter().filter_map(|node| parameter(root, node, dictionary, problems)).collect()
}

fn parameter(
    root: &Node,
    node: &Node,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<Parameter> {
    let (code, name) = (values::text_of(node, "code")?, node.get("name").and_then(values::name)?);
    for (key, word) in [("code", &code), ("name", &name.zh)] {
        if dictionary.find(word).is_some() {
            let message = Sentence::new(
                format!("“{word}”已经是数据项的名称"),
                format!("`{word}` already names an item"),
            );
            problems.error("duplicate-code", node.get(key).unwrap_or(node), message);
        }
    }
    let quantity = node.get("value").and_then(values::quantity)?;
    let until = node.get("until").and_then(values::date);
    if let Some(until) = until
        && document::last_day(root).is_none_or(|last| until < last)
    {
        let message = Sentence::new(
            format!("{}只到{until}有效，本文件在此之后仍然有效", name.zh),
            format!("{code} holds until {until} only, the file is in force longer"),
        );
        let hint = Sentence::new(
            "请更新参数，或在 in_force 写上不晚于它的 until",
            "renew the parameter, or let the file end no later",
        );
        problems.error_with_hint("parameter-expired", node.get("until").unwrap_or(node), message, hint);
    }
    Some(Parameter { code, name, value: quantity.value, unit: quantity.unit, until })
}

/// The dictionary with the parameters among its items.
#[must_use]
pub fn vocabulary(dictionary: &Dictionary, parameters: &[Parameter]) -> Dictionary {
    let items = parameters.iter().map(|parameter| Item {
        code: parameter.code.clone(),
        name: parameter.name.clone(),
        aliases: Vec::new(),
        kind: ItemKind::Number { unit: parameter.unit, minimum: None, maximum: None, whole: false },
        meaning: String::new(),
        source: Some("参数".to_owned()),
        torch_code: None,
        basis: None,
        yearly: false,
    });
    Dictionary::new(dictionary.items().iter().cloned().chain(items).collect())
}
