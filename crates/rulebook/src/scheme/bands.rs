//! 分段: bands that cover every value once.

use domain::indicators::{Award, Band, Direction};
use formula::{Exact, Sentence};

use super::{context::Context, rules};
use crate::{
    reader::{Node, Problems},
    words,
};

/// An edge as written: its value, and whether it belongs to the band.
#[derive(Clone)]
struct Edge {
    value: Exact,
    included: bool,
    place: Node,
}

struct Written {
    lower: Option<Edge>,
    upper: Option<Edge>,
    award: Option<Award>,
    node: Node,
}

/// The bands of a list, if they ascend and cover every value exactly once.
pub(super) fn read(list: &Node, context: &Context<'_>, problems: &mut Problems) -> Option<Vec<Band>> {
    let count = problems.len();
    let written: Vec<Written> = list.items().iter().map(|node| written(node, context, problems)).collect();
    if written.is_empty() {
        problems.error("bands-gap", list, Sentence::new("一档也没有", "there are no bands"));
        return None;
    }
    for band in &written {
        refuse_dead(band, context, problems);
    }
    for pair in written.windows(2) {
        refuse_gap_or_overlap(&pair[0], &pair[1], context, problems);
    }
    refuse_open_ends(&written, context, problems);
    warn_beyond_range(&written, context, problems);
    if problems.errors_since(count) {
        return None;
    }
    let bands = assemble(&written)?;
    warn_against_direction(&written, &bands, context, problems);
    rules::reaches_full(list, bands.iter().map(|band| &band.award), context, problems);
    Some(bands)
}

fn written(node: &Node, context: &Context<'_>, problems: &mut Problems) -> Written {
    let mut edge = |key: &str, included: bool| {
        let value = context.number(node, key, problems)?;
        Some(Edge { value, included, place: node.get(key)?.clone() })
    };
    let lower = edge("from", true).or_else(|| edge("above", false));
    let upper = edge("up_to", true).or_else(|| edge("below", false));
    let award = node.get("award").and_then(|given| rules::award(given, context, problems));
    Written { lower, upper, award, node: node.clone() }
}

/// A band no value lies in.
fn refuse_dead(band: &Written, context: &Context<'_>, problems: &mut Problems) {
    let (Some(lower), Some(upper)) = (&band.lower, &band.upper) else { return };
    let empty =
        lower.value > upper.value || (lower.value == upper.value && !(lower.included && upper.included));
    if empty {
        let (low, high) = (context.shown(&lower.value), context.shown(&upper.value));
        let message = Sentence::new(
            format!("下限{low}、上限{high}，没有值落在这一档"),
            format!("no value lies in a band from {low} to {high}"),
        );
        problems.error("bands-dead", &upper.place, message);
    }
}

fn refuse_gap_or_overlap(below: &Written, above: &Written, context: &Context<'_>, problems: &mut Problems) {
    let (upper, lower) = match (&below.upper, &above.lower) {
        (Some(upper), Some(lower)) => (upper, lower),
        (None, Some(lower)) => return refuse_order(below, lower, context, problems),
        // The band above starts where this one ends.
        (Some(_), None) => return,
        (None, None) => {
            let message =
                Sentence::new("与上一档之间没有界限", "no edge between this band and the one before");
            let hint = Sentence::new(
                "请写 from（含）或 above（不含）",
                "give `from` (included) or `above` (excluded)",
            );
            problems.error_with_hint("bands-overlap", &above.node, message, hint);
            return;
        }
    };
    if below.lower.as_ref().is_some_and(|start| lower.value < start.value) {
        return out_of_order(lower, problems);
    }
    let (u, l) = (context.shown(&upper.value), context.shown(&lower.value));
    let (code, zh, en) = if lower.value > upper.value {
        ("bands-gap", format!("{u}与{l}之间没有档"), format!("no band between {u} and {l}"))
    } else if lower.value < upper.value {
        ("bands-overlap", format!("{l}到{u}落在两档里"), format!("{l} to {u} lie in two bands"))
    } else if lower.included && upper.included {
        ("bands-overlap", format!("恰为{l}时落在两档里"), format!("exactly {l} lies in two bands"))
    } else if !lower.included && !upper.included {
        ("bands-gap", format!("恰为{l}时没有档"), format!("exactly {l} lies in no band"))
    } else {
        return;
    };
    let hint = Sentence::new(
        "from、up_to 含界限，above、below 不含；相邻两档用同一个值，一含一不含",
        "`from` and `up_to` include the edge, `above` and `below` do not; two neighbours share a value, one of them includes it",
    );
    problems.error_with_hint(code, &lower.place, Sentence::new(zh, en), hint);
}

/// The band below has no upper edge of its own; it must at least start lower.
fn refuse_order(below: &Written, lower: &Edge, context: &Context<'_>, problems: &mut Problems) {
    let Some(start) = &below.lower else { return };
    let point_between = start.value == lower.value && start.included && !lower.included;
    if lower.value < start.value {
        out_of_order(lower, problems);
    } else if lower.value == start.value && !point_between {
        let value = context.shown(&lower.value);
        let message = Sentence::new(
            format!("与上一档的下限同为{value}"),
            format!("the band before starts at {value} too"),
        );
        problems.error("bands-dead", &lower.place, message);
    }
}

fn out_of_order(lower: &Edge, problems: &mut Problems) {
    let message = Sentence::new("各档要从小到大排列", "bands ascend");
    problems.error("bands-order", &lower.place, message);
}

/// Below the first and above the last band there must be nothing the value can be.
fn refuse_open_ends(written: &[Written], context: &Context<'_>, problems: &mut Problems) {
    let (minimum, maximum) = &context.range;
    if let Some(edge) = written.first().and_then(|first| first.lower.as_ref()) {
        let covered = minimum
            .as_ref()
            .is_some_and(|least| *least > edge.value || (*least == edge.value && edge.included));
        if !covered {
            open_end(edge, "以下", "below", "below", context, problems);
        }
    }
    if let Some(edge) = written.last().and_then(|last| last.upper.as_ref()) {
        let covered =
            maximum.as_ref().is_some_and(|most| *most < edge.value || (*most == edge.value && edge.included));
        if !covered {
            open_end(edge, "以上", "above", "from", context, problems);
        }
    }
}

fn open_end(edge: &Edge, zh: &str, en: &str, key: &str, context: &Context<'_>, problems: &mut Problems) {
    let value = context.shown(&edge.value);
    let message = Sentence::new(format!("{value}{zh}没有档"), format!("no band for values {en} {value}"));
    let number = edge.place.text().unwrap_or_default();
    let key = match (key, edge.included) {
        ("from", true) => "above",
        ("below", false) => "up_to",
        (key, _) => key,
    };
    let hint = Sentence::new(
        format!("请加一档，例如 {{{key}: {number}, award: 0%}}"),
        format!("add a band, as in {{{key}: {number}, award: 0%}}"),
    );
    problems.error_with_hint("bands-gap", &edge.place, message, hint);
}

/// A band outside what the data dictionary allows is never used.
fn warn_beyond_range(written: &[Written], context: &Context<'_>, problems: &mut Problems) {
    let (minimum, maximum) = &context.range;
    for band in written {
        let low = minimum.as_ref().zip(band.upper.as_ref());
        let high = maximum.as_ref().zip(band.lower.as_ref());
        let below =
            low.is_some_and(|(least, edge)| edge.value < *least || (edge.value == *least && !edge.included));
        let above =
            high.is_some_and(|(most, edge)| edge.value > *most || (edge.value == *most && !edge.included));
        if below || above {
            let message = Sentence::new(
                "数据字典不允许这样的值，这一档永远用不到",
                "the data dictionary allows no such value: this band is never used",
            );
            problems.warning("bands-dead", &band.node, message);
        }
    }
}

fn assemble(written: &[Written]) -> Option<Vec<Band>> {
    let mut bands: Vec<Band> = Vec::new();
    for (index, band) in written.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| written[index].upper.as_ref());
        let (lower, lower_inclusive) = match (index, &band.lower, before) {
            (0, ..) => (None, true),
            (_, Some(edge), _) => (Some(edge.value.clone()), edge.included),
            (_, None, Some(edge)) => (Some(edge.value.clone()), !edge.included),
            (_, None, None) => return None,
        };
        bands.push(Band { lower, lower_inclusive, award: band.award.clone()? });
    }
    Some(bands)
}

fn warn_against_direction(
    written: &[Written],
    bands: &[Band],
    context: &Context<'_>,
    problems: &mut Problems,
) {
    let Some((_, full)) = context.full.first() else { return };
    for (index, pair) in bands.windows(2).enumerate() {
        let (before, after) =
            (words::award_points(&pair[0].award, *full), words::award_points(&pair[1].award, *full));
        let wrong = match context.direction {
            Direction::Higher => after < before,
            Direction::Lower => after > before,
        };
        if wrong {
            let (zh, en) = match context.direction {
                Direction::Higher => (
                    "值更大，得分反而更少，与方向“越大越好”不符",
                    "a larger value earns less although more is better",
                ),
                Direction::Lower => (
                    "值更大，得分反而更多，与方向“越小越好”不符",
                    "a larger value earns more although less is better",
                ),
            };
            let at = written[index + 1].node.get("award").unwrap_or(&written[index + 1].node);
            problems.warning("against-direction", at, Sentence::new(zh, en));
        }
    }
}
