//! What a product must keep beyond the shape of its parts.

use domain::finance::Product;
use formula::Sentence;

use crate::{
    policy::reach,
    reader::{Node, Problems},
};

/// Reports everything that does not fit together.
pub(super) fn check(root: &Node, product: &Product, problems: &mut Problems) {
    if product.conditions.is_empty() {
        let message = Sentence::new(
            "一个准入条件也没有：人人都能申请的也要写明对象",
            "there is no condition: say at least whom it is for",
        );
        problems.error("empty-group", root.get("conditions").unwrap_or(root), message);
    }
    if let (Some(ranges), Some(limit)) =
        (reach::open_ranges(root, &product.conditions, problems), root.get("limit"))
    {
        for (cap, node) in product.limit.caps.iter().zip(limit.list("caps")) {
            reach::of_part(node, cap, None, &ranges, problems);
        }
    }
    refuse_dead_rows(root, product, problems);
}

/// Behind a row for everybody no row counts.
fn refuse_dead_rows(root: &Node, product: &Product, problems: &mut Problems) {
    let Some(everybody) = product.sharing.iter().position(|row| row.when.is_none()) else { return };
    if let Some(dead) = root.list("sharing").get(everybody + 1) {
        let message = Sentence::new(
            "前面已有适用于所有企业的一行，这一行永远用不到",
            "a row before it is for everybody: this one is never used",
        );
        problems.error("row-dead", dead, message);
    }
}
