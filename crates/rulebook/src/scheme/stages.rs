//! Stages must cover every enterprise exactly once.
//!
//! Predicates that compare things with constants cut the space of enterprises into cells on which every predicate is
//! constant. One point of each cell is tried: every threshold itself, and a value below, between and above them. So a
//! gap or an overlap is found with an example, and where none is found there is none.

use domain::indicators::{Dictionary, Stage};
use formula::{Formula, Sentence};

use self::{
    atoms::{Atom, Atoms},
    cells::Cells,
};
use crate::reader::{Node, Problems};

mod atoms;
mod cells;
mod predicate;

/// Most cells tried.
const MAX_CELLS: usize = 50_000;
/// Most gaps and overlaps told of one scheme.
const MAX_TOLD: usize = 5;

/// Reports gaps and overlaps between stages, and predicates about which nothing can be proven.
pub(super) fn check(
    root: &Node,
    stages: &[(Node, Option<Stage>)],
    dictionary: &Dictionary,
    problems: &mut Problems,
) {
    if let (Some(given), true) = (root.entry("stages"), stages.is_empty()) {
        problems.error("stages-gap", &given.key, Sentence::new("一个阶段也没有", "there are no stages"));
    }
    let Some(read) = stages.iter().map(|(_, stage)| stage.as_ref()).collect::<Option<Vec<&Stage>>>() else {
        return;
    };
    let [(first, _), ..] = stages else { return };
    let mut atoms = Atoms::default();
    for ((node, _), stage) in stages.iter().zip(&read) {
        if let Err(part) = atoms.collect(stage.when.expr()) {
            unproven(node, &stage.when, part, problems);
            return;
        }
    }
    let Some(cells) = Cells::new(&atoms, dictionary, MAX_CELLS) else {
        let message = Sentence::new(
            "阶段的判定条件太多，无法证明阶段不重不漏",
            "too many conditions to prove that stages cover everything exactly once",
        );
        problems.warning("stages-unproven", first.get("when").unwrap_or(first), message);
        return;
    };
    report(stages, &read, &atoms, &cells, dictionary, problems);
}

/// A case in which none of the predicates holds, in words; `None` where there is none or nothing can be proven.
pub(crate) fn uncovered(predicates: &[&Formula], dictionary: &Dictionary) -> Option<String> {
    let mut atoms = Atoms::default();
    for formula in predicates {
        atoms.collect(formula.expr()).ok()?;
    }
    let cells = Cells::new(&atoms, dictionary, MAX_CELLS)?;
    let cell = cells.iter().find(|cell| {
        predicates.iter().all(|formula| predicate::holds(formula.expr(), &atoms, cell) == Some(false))
    })?;
    Some(example(&atoms, &cell, dictionary))
}

fn unproven(node: &Node, formula: &Formula, part: formula::Span, problems: &mut Problems) {
    let text = formula.source().get(part.range()).unwrap_or_default().trim();
    let message = Sentence::new(
        format!("“{text}”不是数据项与固定值的比较，无法证明阶段不重不漏"),
        format!(
            "`{text}` does not compare an item with a constant: gaps and overlaps of stages cannot be ruled out"
        ),
    );
    let at = node.get("when").unwrap_or(node);
    problems.push(crate::Problem::warning("stages-unproven", at.place_in_text(part), message));
}

fn report(
    stages: &[(Node, Option<Stage>)],
    read: &[&Stage],
    atoms: &Atoms,
    cells: &Cells,
    dictionary: &Dictionary,
    problems: &mut Problems,
) {
    let mut told: Vec<Vec<usize>> = Vec::new();
    let mut before: Vec<usize> = vec![0];
    let mut gaps = 0;
    for cell in cells.iter() {
        let holding: Vec<usize> = (0..read.len())
            .filter(|&index| predicate::holds(read[index].when.expr(), atoms, &cell) == Some(true))
            .collect();
        let new_gap = holding.is_empty() && !before.is_empty();
        if new_gap && gaps < MAX_TOLD {
            gaps += 1;
            let near = before.first().copied().unwrap_or(0);
            gap(&stages[near].0, &example(atoms, &cell, dictionary), atoms.certain(), problems);
        }
        if holding.len() > 1 && !told.contains(&holding) && told.len() < MAX_TOLD {
            overlap(stages, read, &holding, &example(atoms, &cell, dictionary), atoms.certain(), problems);
            told.push(holding.clone());
        }
        before = holding;
    }
}

fn gap(near: &Node, example: &str, certain: bool, problems: &mut Problems) {
    let (zh, en) = if example.is_empty() {
        ("没有阶段成立".to_owned(), "no stage holds".to_owned())
    } else {
        (format!("{example} 时没有阶段成立"), format!("no stage holds when {example}"))
    };
    tell("stages-gap", near, Sentence::new(zh, en), certain, problems);
}

fn overlap(
    stages: &[(Node, Option<Stage>)],
    read: &[&Stage],
    holding: &[usize],
    example: &str,
    certain: bool,
    problems: &mut Problems,
) {
    let names: Vec<&str> = holding.iter().map(|&index| read[index].name.zh.as_str()).collect();
    let codes: Vec<&str> = holding.iter().map(|&index| read[index].code.as_str()).collect();
    let (names, codes) = (names.join("、"), codes.join(", "));
    let (zh, en) = if example.is_empty() {
        (format!("{names}同时成立"), format!("these stages hold together: {codes}"))
    } else {
        (
            format!("{example} 时{names}同时成立"),
            format!("these stages hold together when {example}: {codes}"),
        )
    };
    let last = holding.last().copied().unwrap_or(0);
    tell("stages-overlap", &stages[last].0, Sentence::new(zh, en), certain, problems);
}

/// Parts that share an item may exclude the example; then it is only a warning.
fn tell(code: &'static str, node: &Node, message: Sentence, certain: bool, problems: &mut Problems) {
    let at = node.get("when").unwrap_or(node);
    if certain {
        problems.error(code, at, message);
    } else {
        problems.warning(code, at, message);
    }
}

/// The cell's point in words: `营业收入=500万元，职工总数=20人`.
fn example(atoms: &Atoms, cell: &[formula::Value], dictionary: &Dictionary) -> String {
    let parts: Vec<String> = atoms
        .list()
        .iter()
        .zip(cell)
        .map(|(Atom { expr, .. }, value)| {
            let unit = predicate::unit_of(expr, dictionary);
            format!("{}={}", predicate::text(expr, dictionary), formula::render_value(value, unit))
        })
        .collect();
    parts.join("，")
}
