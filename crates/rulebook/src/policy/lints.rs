//! What a policy must keep beyond the shape of its parts.

use std::collections::BTreeSet;

use domain::{
    indicators::{Dictionary, Item},
    policies::{Award, Policy, Way},
};
use formula::Sentence;

use crate::{
    document,
    reader::{Node, Problems},
};

/// Whose word is not that of a department: nobody may be paid on it unasked.
const NOT_COLLECTED: [&str; 3] = ["企业填报", "人工核验", "专家评价"];

/// Codes of conditions and officer checks differ.
pub(super) fn codes(root: &Node, problems: &mut Problems) {
    document::refuse_repeated(root.list("conditions").iter().chain(root.list("officer_checks")), problems);
    if root.list("conditions").is_empty() {
        let message = Sentence::new(
            "一个条件也没有：人人都能享受的也要写明对象",
            "there is no condition: say at least whom it is for",
        );
        problems.error("empty-group", root.get("conditions").unwrap_or(root), message);
    }
}

/// Reports everything that does not fit together.
pub(super) fn check(root: &Node, policy: &Policy, dictionary: &Dictionary, problems: &mut Problems) {
    if policy.way == Way::WithoutApplication {
        refuse_officers(root, policy, problems);
        refuse_uncollected(root, policy, dictionary, problems);
    }
    refuse_long_service(root, policy, problems);
    if let (Award::Right(_), Some(at)) = (&policy.award, root.get("budget")) {
        let message = Sentence::new("不是金额的政策没有预算", "what is not money has no budget");
        problems.error("conflicting-keys", at, message);
    }
    if let (Award::Right(_), Some(at)) = (&policy.award, root.get("stacking")) {
        let message = Sentence::new("不是金额的政策没有叠加规则", "what is not money does not stack");
        problems.error("conflicting-keys", at, message);
    }
}

fn refuse_officers(root: &Node, policy: &Policy, problems: &mut Problems) {
    let Some(first) = root.list("officer_checks").first().filter(|_| !policy.officer_checks.is_empty())
    else {
        return;
    };
    let message = Sentence::new(
        "免申即享要由数据判定，不能有人工核验",
        "without application data decide everything: there can be no officer check",
    );
    let hint = Sentence::new(
        "请改成数据能判定的条件，或改用 on_request（即申即享）、fast_track（快申快享）",
        "make it a condition on data, or choose `on_request` or `fast_track`",
    );
    problems.error_with_hint("officer-without-application", first, message, hint);
}

fn refuse_uncollected(root: &Node, policy: &Policy, dictionary: &Dictionary, problems: &mut Problems) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let formulas = policy.formulas();
    let items: Vec<&Item> = formulas
        .iter()
        .flat_map(|formula| formula.items())
        .filter_map(|used| dictionary.find(&used.name))
        .collect();
    for item in items.into_iter().filter(|item| !is_collected(item)) {
        if !told.insert(&item.code) {
            continue;
        }
        let at = place_of(root, item).unwrap_or_else(|| root.get("way").unwrap_or(root).clone());
        let source = item.source.as_deref().unwrap_or("未写明");
        let message = Sentence::new(
            format!("“{}”没有部门提供（来源：{source}），不能免申即享", item.name.zh),
            format!("no department supplies {} (source: {source}): somebody must apply", item.code),
        );
        let hint = Sentence::new(
            "免申即享要求比对数据齐全；请换成部门提供的数据，或改用即申即享、快申快享",
            "use data a department supplies, or let enterprises apply",
        );
        problems.error_with_hint("data-not-collected", &at, message, hint);
    }
}

fn is_collected(item: &Item) -> bool {
    let own = |source: &str| NOT_COLLECTED.iter().any(|word| source.contains(word));
    item.source.as_deref().is_some_and(|source| !own(source))
}

/// The scalar that names the item, by code or name.
fn place_of(node: &Node, item: &Item) -> Option<Node> {
    let names = |text: &str| text.contains(&item.name.zh) || text.contains(&item.code);
    if node.text().is_some_and(names) {
        return Some(node.clone());
    }
    let keys = [
        "conditions",
        "award",
        "budget",
        "value",
        "holds",
        "all",
        "any",
        "none",
        "parts",
        "amount",
        "when",
        "cap",
        "by",
    ];
    let inside = node.entries().iter().filter(|entry| {
        keys.contains(&entry.name())
            || entry.name().starts_with("at_")
            || entry.name() == "above"
            || entry.name() == "below"
    });
    inside.map(|entry| &entry.value).chain(node.items()).find_map(|inner| place_of(inner, item))
}

fn refuse_long_service(root: &Node, policy: &Policy, problems: &mut Problems) {
    let (Some(most), Some(days)) = (policy.way.most_working_days(), policy.service.working_days) else {
        return;
    };
    let Some(at) =
        root.get("service").and_then(|service| service.get("working_days")).filter(|_| days > most)
    else {
        return;
    };
    let way = policy.way.sentence();
    let message = Sentence::new(
        format!("{}不超过{most}个工作日", way.zh),
        format!("{}: at most {most} working days", way.en),
    );
    problems.error("service-too-long", at, message);
}
