//! What a ladder must keep beyond the shape of its parts: codes, something to decide.

use formula::Sentence;

use crate::{
    document,
    reader::{Node, Problem, Problems},
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
