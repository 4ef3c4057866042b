//! What a ladder must keep beyond the shape of its parts: codes, something to decide.

use formula::Sentence;

use crate::{
    document,
    reader::{Node, Problem, Problems, values},
};

/// Reports everything that does not fit together.
pub(super) fn check(root: &Node, problems: &mut Problems) {
    codes(root, problems);
    let (hard, direct) = (root.list("hard"), root.list("direct"));
    if hard.is_empty() && direct.is_empty() && root.get("scorecard").is_none() {
        let message = Sentence::new("既没有硬条件也没有评分", "neither hard conditions nor a scorecard");
        problems.error("empty-ladder", root, message);
    }
    if let (Some(first), None) = (direct.first(), root.get("scorecard")) {
        let message = Sentence::new(
            "没有评分，直接确认就成了唯一的途径",
            "without a scorecard the direct clauses are the only way",
        );
        let hint = Sentence::new("请写成硬条件里的 any", "write them as an `any` among the hard conditions");
        problems.push(Problem::warning("direct-without-scorecard", first.head(), message).with_hint(hint));
    }
}

/// The days on which only reviews go by the rules lie outside those in force, and in order.
pub(super) fn reviews(root: &Node, problems: &mut Problems) {
    let Some(given) = root.get("reviews") else { return };
    let day = |key: &str| given.get(key).and_then(values::date);
    let (Some(from), Some(until)) = (day("from"), day("until")) else { return };
    if until < from {
        let message = Sentence::new("失效日期早于生效日期", "`until` is before `from`");
        problems.error("dates-order", given, message);
    } else if document::last_day(root).is_none_or(|last| from <= last) {
        let message = Sentence::new(
            "复核仍用本规则的时间要在规则失效之后",
            "the days for reviews come after the last day the rules are in force",
        );
        let hint = Sentence::new(
            "有效期内认定和复核都用本规则；请在 in_force 写 until，reviews 从次日起",
            "both occasions go by the rules while they are in force: give `in_force` an `until`",
        );
        problems.error_with_hint("dates-order", given, message, hint);
    }
}

/// Codes of clauses and pass rules must differ, and so must those of sections and items (pass rules name both).
fn codes(root: &Node, problems: &mut Problems) {
    let list = |key: &str| root.get("scorecard").map_or(&[][..], |card| card.list(key));
    let clauses = root.list("hard").iter().chain(root.list("direct"));
    document::refuse_repeated(clauses.chain(list("pass")), problems);
    let sections = list("sections");
    let items: Vec<&Node> = sections.iter().flat_map(|section| section.list("items")).collect();
    let scored = || sections.iter().chain(items.iter().copied());
    document::refuse_repeated(scored(), problems);
    for item in &items {
        document::refuse_repeated(item.list("best_of").iter(), problems);
    }
    for code in scored().filter_map(|node| node.get("code")).filter(|code| code.text() == Some("total")) {
        problems.error(
            "duplicate-code",
            code,
            Sentence::new("“total”专指总分", "`total` means the total score"),
        );
    }
}
