//! Amounts of money in policy files.

use domain::policies::{Ceiling, Fen, Rounding, Stacking};
use formula::{Dimension, Exact, Sentence};

use crate::{
    items,
    reader::{Node, Problems, values},
};

/// An amount in yuan, zero or above, with its unit written.
pub(super) fn yuan(node: &Node, problems: &mut Problems) -> Option<Exact> {
    let quantity = values::quantity(node)?;
    let Some(unit) = quantity.unit else {
        let message = Sentence::new("金额要写明单位", "an amount of money needs its unit");
        let hint = Sentence::new("例如 20万元、500元", "e.g. 20万元 or 500元");
        problems.error_with_hint("unit-mismatch", node, message, hint);
        return None;
    };
    if unit.dimension != Dimension::MONEY {
        items::wrong_dimension(node, unit, Dimension::MONEY, problems);
        return None;
    }
    let yuan = quantity.in_base_units(None);
    if yuan.is_negative() {
        problems.error(
            "not-positive",
            node,
            Sentence::new("金额不能小于零", "an amount cannot be below zero"),
        );
        return None;
    }
    Some(yuan)
}

/// A whole number of cents above zero.
pub(crate) fn fen(node: &Node, problems: &mut Problems) -> Option<Fen> {
    let amount = Fen::exactly(&yuan(node, problems)?).filter(|amount| amount.0 > 0);
    if amount.is_none() {
        let message = Sentence::new("金额要大于零，最小到分", "an amount above zero, in whole cents");
        problems.error("wrong-value", node, message);
    }
    amount
}

pub(super) fn rounding(node: Option<&Node>, problems: &mut Problems) -> Rounding {
    let Some(node) = node else { return Rounding::CENT };
    let to = node.get("to").and_then(|to| fen(to, problems)).unwrap_or(Fen(1));
    Rounding { to, down: node.get("down").and_then(values::truth).unwrap_or(false) }
}

pub(super) fn stacking(node: Option<&Node>, problems: &mut Problems) -> Stacking {
    let Some(node) = node else { return Stacking::default() };
    let ceiling = node.get("ceiling").and_then(|ceiling| {
        Some(Ceiling {
            code: values::text_of(ceiling, "code")?,
            amount: fen(ceiling.get("amount")?, problems)?,
        })
    });
    Stacking { group: values::text_of(node, "group"), ceiling }
}
