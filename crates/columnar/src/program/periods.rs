//! Functions over several periods of one item.

use super::{Chunk, Node, fold};
use crate::lanes::{DOUBT, MISSING, Numbers, UNDEFINED, grid, sign};

/// The mean of the periods, all of them known.
pub(super) fn mean(nodes: &[Node<'_>], chunk: Chunk) -> Option<Numbers> {
    let count = u32::try_from(nodes.len()).ok()?;
    let total = fold(nodes, chunk, Numbers::add)?;
    let len = total.len();
    Some(total.divide(&Numbers::constant(f64::from(count), 0.0, Some(0), len)))
}

/// The mean of the yearly ratios less one, latest period first; undefined when a base is zero or negative.
pub(super) fn growth(nodes: &[Node<'_>], chunk: Chunk) -> Option<Numbers> {
    let years = nodes.iter().map(|node| node.numbers(chunk)).collect::<Option<Vec<_>>>()?;
    let mut ratios: Option<Numbers> = None;
    for pair in years.windows(2) {
        let ratio = ratio(&pair[0], &pair[1]);
        ratios = Some(match ratios {
            Some(sum) => sum.add(&ratio),
            None => ratio,
        });
    }
    let count = u32::try_from(years.len() - 1).ok()?;
    let ratios = ratios?;
    let len = ratios.len();
    let mean = match count {
        1 => ratios,
        _ => ratios.divide(&Numbers::constant(f64::from(count), 0.0, Some(0), len)),
    };
    Some(mean.subtract(&Numbers::constant(1.0, 0.0, Some(0), len)))
}

fn ratio(later: &Numbers, base: &Numbers) -> Numbers {
    let mut ratio = later.clone().divide(base);
    let cell = grid(base.places);
    for (index, state) in ratio.state.iter_mut().enumerate() {
        match sign(base.value[index], base.error[index], cell) {
            Some(order) if order.is_gt() => {}
            Some(_) if *state < DOUBT => *state = UNDEFINED,
            None if *state < DOUBT => *state = DOUBT,
            _ => {}
        }
    }
    ratio
}

/// In how many of the periods the item is known. Never missing.
pub(super) fn counted(nodes: &[Node<'_>], chunk: Chunk) -> Option<Numbers> {
    let mut count = Numbers::constant(0.0, 0.0, Some(0), chunk.len);
    for node in nodes {
        let year = node.numbers(chunk)?;
        for (value, &state) in count.value.iter_mut().zip(&year.state) {
            *value += f64::from(u8::from(state != MISSING));
        }
    }
    Some(count)
}
