//! One point of every cell that the constants cut the space into.

use domain::indicators::{Dictionary, ItemKind};
use formula::{Exact, ExprKind, Value};
use jiff::ToSpan;

use super::atoms::{Atom, Atoms};

/// Candidate values of each atom; cells are their combinations.
pub(super) struct Cells {
    candidates: Vec<Vec<Value>>,
    count: usize,
}

impl Cells {
    /// `None` when there are more than `most` combinations.
    pub fn new(atoms: &Atoms, dictionary: &Dictionary, most: usize) -> Option<Self> {
        let candidates: Vec<Vec<Value>> =
            atoms.list().iter().map(|atom| candidates(atom, dictionary)).collect();
        let mut count = 1usize;
        for values in &candidates {
            count = count.checked_mul(values.len()).filter(|&count| count <= most)?;
        }
        Some(Self { candidates, count })
    }

    /// Every combination, the last atom running fastest.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Value>> + '_ {
        (0..self.count).map(|mut number| {
            let mut cell: Vec<Value> = Vec::with_capacity(self.candidates.len());
            for values in self.candidates.iter().rev() {
                cell.push(values[number % values.len()].clone());
                number /= values.len();
            }
            cell.reverse();
            cell
        })
    }
}

fn candidates(atom: &Atom, dictionary: &Dictionary) -> Vec<Value> {
    if atom.truth || matches!(atom.constants.first(), Some(Value::Truth(_))) {
        return vec![Value::Truth(true), Value::Truth(false)];
    }
    match atom.constants.first() {
        Some(Value::Number(_)) => numbers(atom, dictionary),
        Some(Value::Date(_)) => dates(atom),
        _ => texts(atom, dictionary),
    }
}

fn numbers(atom: &Atom, dictionary: &Dictionary) -> Vec<Value> {
    let mut edges: Vec<Exact> = atom
        .constants
        .iter()
        .filter_map(|value| if let Value::Number(number) = value { Some(number.clone()) } else { None })
        .collect();
    edges.sort();
    edges.dedup();
    let (scale, minimum, maximum, whole) = limits(atom, dictionary);
    let mut points: Vec<Exact> = Vec::new();
    if let (Some(first), Some(last)) = (edges.first(), edges.last()) {
        points.push(first - &scale);
        points.push(last + &scale);
    }
    for pair in edges.windows(2) {
        points.push(between(&pair[0], &pair[1], &scale, whole));
    }
    points.extend(edges);
    points.extend(minimum.clone());
    points.extend(maximum.clone());
    points.retain(|point| {
        minimum.as_ref().is_none_or(|least| point >= least)
            && maximum.as_ref().is_none_or(|most| point <= most)
            && (!whole || (point / &scale).is_integer())
    });
    points.sort();
    points.dedup();
    points.into_iter().map(Value::Number).collect()
}

/// A value between two edges: a whole number of units where there is one.
fn between(low: &Exact, high: &Exact, scale: &Exact, whole: bool) -> Exact {
    let half = &(low + high) / &Exact::from(2);
    let next = &((low / scale).floor() + Exact::ONE) * scale;
    if whole || next < *high { next } else { half }
}

/// One unit in base units, the range in base units, and whether only whole numbers of units occur.
fn limits(atom: &Atom, dictionary: &Dictionary) -> (Exact, Option<Exact>, Option<Exact>, bool) {
    let open = (Exact::ONE, None, None, false);
    let ExprKind::Item(item) = &atom.expr.kind else { return open };
    let Some(ItemKind::Number { unit, minimum, maximum, whole }) =
        dictionary.find(&item.name).map(|item| &item.kind)
    else {
        return open;
    };
    let scale = unit.map_or(Exact::ONE, |unit| unit.scale());
    let base = |bound: &Option<Exact>| bound.as_ref().map(|bound| bound * &scale);
    (scale.clone(), base(minimum), base(maximum), *whole)
}

fn dates(atom: &Atom) -> Vec<Value> {
    let mut points = Vec::new();
    for value in &atom.constants {
        let Value::Date(date) = value else { continue };
        points.push(*date);
        points.extend(date.checked_sub(1.day()).ok());
        points.extend(date.checked_add(1.day()).ok());
    }
    points.sort();
    points.dedup();
    points.into_iter().map(Value::Date).collect()
}

/// The item's categories; for a free text the constants and one text that is none of them.
fn texts(atom: &Atom, dictionary: &Dictionary) -> Vec<Value> {
    if let ExprKind::Item(item) = &atom.expr.kind
        && let Some(ItemKind::Text { categories }) = dictionary.find(&item.name).map(|item| &item.kind)
        && !categories.is_empty()
    {
        return categories.iter().map(|(code, _)| Value::Text(code.as_str().into())).collect();
    }
    let mut values: Vec<Value> = Vec::new();
    for value in &atom.constants {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    values.push(Value::Text("（其他）".into()));
    values
}
