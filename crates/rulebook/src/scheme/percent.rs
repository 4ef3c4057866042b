//! 5 or 0.05? Edges of a percentage that look like ratios, and the other way round.

use formula::{Dimension, Exact, Sentence};

use super::context::Context;
use crate::reader::{Node, Problem, Problems, values};

/// Keys whose numbers are in the unit of the value.
const EDGES: [&str; 9] = ["from", "above", "below", "up_to", "low", "high", "scale", "cap", "per"];

/// Warns when bare edges of a percentage are all ratios (0.05 means 0.05%), or when bare numbers above 1 stand beside
/// percentages where a bare number is a ratio.
pub(super) fn warn(rule: &Node, context: &Context<'_>, problems: &mut Problems) {
    if context.dimension() != Some(Dimension::NONE) {
        return;
    }
    let mut bare = Vec::new();
    let mut signed = false;
    collect(rule, &mut bare, &mut signed);
    let above_one = |value: &Exact| value.abs() > Exact::ONE;
    let percent = context.unit.is_some_and(|unit| unit.symbol == "%");
    let fraction = bare.iter().find(|(_, value)| !value.is_integer());
    if percent
        && let Some((node, value)) = fraction.filter(|_| !bare.iter().any(|(_, value)| above_one(value)))
    {
        let text = node.text().unwrap_or_default();
        tell(
            node,
            format!("{value}在这里是{text}%"),
            format!("{value} is {text}% here"),
            &value.shift(2),
            problems,
        );
    } else if context.unit.is_none()
        && signed
        && let Some((node, value)) = bare.iter().find(|(_, value)| above_one(value))
    {
        let shown = value.shift(2);
        tell(node, format!("{value}在这里是{shown}%"), format!("{value} is {shown}% here"), value, problems);
    }
}

fn tell(node: &Node, zh: String, en: String, meant: &Exact, problems: &mut Problems) {
    let hint = Sentence::new(
        format!("如果是{meant}%，请带上百分号"),
        format!("if {meant}% is meant, write the percent sign"),
    );
    problems.push(Problem::warning("percent-or-ratio", node.head(), Sentence::new(zh, en)).with_hint(hint));
}

/// Bare edges with their numbers, and whether some edge carries a percent sign.
fn collect<'a>(node: &'a Node, bare: &mut Vec<(&'a Node, Exact)>, signed: &mut bool) {
    for entry in node.entries() {
        if EDGES.contains(&entry.name())
            && let Some(quantity) = values::quantity(&entry.value)
        {
            match quantity.unit {
                None => bare.push((&entry.value, quantity.value)),
                Some(_) => *signed = true,
            }
        } else if entry.name() != "fallback" {
            collect(&entry.value, bare, signed);
        }
    }
    for item in node.items() {
        collect(item, bare, signed);
    }
}
