//! Conditions and choices over chunks, three-valued.

use std::cmp::Ordering;

use super::{BandArm, Chunk, Node};
use crate::lanes::{DOUBT, KNOWN, Lane, MISSING, Numbers, Truths, UNDEFINED, finer, grid, sign};

impl Truths {
    pub(super) fn constant(holds: bool, len: usize) -> Self {
        Self { holds: vec![holds; len], state: vec![KNOWN; len] }
    }

    pub(super) fn not(mut self) -> Self {
        self.holds.iter_mut().for_each(|holds| *holds = !*holds);
        self
    }

    /// Unmet as soon as one side is known to be unmet.
    pub(super) fn and(self, other: &Self) -> Self {
        self.join(other, false)
    }

    /// Met as soon as one side is known to be met.
    pub(super) fn or(self, other: &Self) -> Self {
        self.join(other, true)
    }

    /// `deciding` is the value of one side that decides whatever the other is (Kleene).
    fn join(mut self, other: &Self, deciding: bool) -> Self {
        for index in 0..self.state.len() {
            let left = (self.state[index], self.holds[index]);
            let right = (other.state[index], other.holds[index]);
            let decided = left == (KNOWN, deciding) || right == (KNOWN, deciding);
            // What is not decided here may turn out to decide alone.
            let unsure = left.0 == DOUBT || right.0 == DOUBT;
            let state = if unsure { DOUBT } else { left.0.max(right.0) };
            (self.state[index], self.holds[index]) =
                if decided { (KNOWN, deciding) } else { (state, !deciding) };
        }
        self
    }
}

/// Whether a number equals one of the options, all of them literals.
pub(super) fn number_in(value: &Node<'_>, options: &[Node<'_>], chunk: Chunk) -> Option<Truths> {
    let value = value.numbers(chunk)?;
    let mut found = Truths::constant(false, chunk.len);
    found.state.clone_from(&value.state);
    for option in options {
        let equal = value.compare(&option.numbers(chunk)?, Ordering::is_eq);
        for index in 0..chunk.len {
            found.holds[index] |= equal.holds[index];
            found.state[index] = found.state[index].max(equal.state[index]);
        }
    }
    Some(found)
}

/// `then` where the condition holds, `otherwise` where it does not, and the condition's state elsewhere.
pub(super) fn choose(condition: &Truths, then: Lane, otherwise: &Lane) -> Option<Lane> {
    match (then, otherwise) {
        (Lane::Numbers(mut then), Lane::Numbers(otherwise)) => {
            for index in 0..then.len() {
                choose_number(condition, &mut then, otherwise, index);
            }
            then.places = finer(then.places, otherwise.places);
            then.typed &= otherwise.typed;
            Some(Lane::Numbers(then))
        }
        (Lane::Truths(mut then), Lane::Truths(otherwise)) => {
            for index in 0..then.state.len() {
                if condition.state[index] != KNOWN {
                    then.state[index] = condition.state[index];
                } else if !condition.holds[index] {
                    then.state[index] = otherwise.state[index];
                    then.holds[index] = otherwise.holds[index];
                }
            }
            Some(Lane::Truths(then))
        }
        _ => None,
    }
}

fn choose_number(condition: &Truths, then: &mut Numbers, otherwise: &Numbers, index: usize) {
    if condition.state[index] != KNOWN {
        then.state[index] = condition.state[index];
    } else if !condition.holds[index] {
        then.state[index] = otherwise.state[index];
        then.value[index] = otherwise.value[index];
        then.error[index] = otherwise.error[index];
    }
}

/// The first arm whose edge holds.
pub(super) fn bands(
    subject: &Node<'_>,
    arms: &[BandArm<'_>],
    otherwise: &Node<'_>,
    chunk: Chunk,
) -> Option<Lane> {
    let subject = subject.numbers(chunk)?;
    let mut chosen = otherwise.run(chunk)?;
    for arm in arms.iter().rev() {
        let edge = arm.edge.numbers(chunk)?;
        let holds = subject.compare(&edge, |order| order.is_lt() || (arm.inclusive && order.is_eq()));
        chosen = choose(&holds, arm.value.run(chunk)?, &chosen)?;
    }
    Some(chosen)
}

/// The value where it is known, the substitute where it is missing or undefined; neither known: both reasons.
pub(super) fn or_else(value: Lane, substitute: &Lane) -> Option<Lane> {
    let before = value.state().to_vec();
    let usable = Truths {
        holds: before.iter().map(|&state| state == KNOWN).collect(),
        state: before.iter().map(|&state| if state == DOUBT { DOUBT } else { KNOWN }).collect(),
    };
    let mut chosen = choose(&usable, value, substitute)?;
    for (state, before) in chosen.state_mut().iter_mut().zip(before) {
        if *state != KNOWN {
            *state = (*state).max(before);
        }
    }
    Some(chosen)
}

/// Whether the value cannot be told for lack of data.
pub(super) fn is_missing(lane: &Lane) -> Truths {
    let state = lane.state();
    Truths {
        holds: state.iter().map(|&state| state == MISSING).collect(),
        state: state.iter().map(|&state| if state == DOUBT { DOUBT } else { KNOWN }).collect(),
    }
}

/// The value kept between low and high; undefined where low lies above high.
pub(super) fn clamp([value, low, high]: [&Node<'_>; 3], chunk: Chunk) -> Option<Numbers> {
    let (value, low, high) = (value.numbers(chunk)?, low.numbers(chunk)?, high.numbers(chunk)?);
    let cell = grid(finer(low.places, high.places));
    let mut clamped = value.larger(&low).smaller(&high);
    for (index, state) in clamped.state.iter_mut().enumerate() {
        let error = (low.error[index] + high.error[index]) * 1.01 + low.value[index].abs() * f64::EPSILON;
        match (*state, sign(high.value[index] - low.value[index], error, cell)) {
            (KNOWN, Some(Ordering::Less)) => *state = UNDEFINED,
            (KNOWN | UNDEFINED, None) => *state = DOUBT,
            _ => {}
        }
    }
    Some(clamped)
}
