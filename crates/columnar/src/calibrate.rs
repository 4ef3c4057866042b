//! Calibrate: the statistics of the population that rules compare with.

mod ascending;
mod group;
mod sort;

use std::collections::BTreeMap;

use domain::{
    evaluation::{Ask, Calibration, GroupKey, asks, entering},
    indicators::Scheme,
};
use formula::Formula;

use crate::{
    Options, Population,
    entering::{enter, meaning},
    lanes::{DOUBT, KNOWN, Numbers},
    positions::Positions,
    program::{CHUNK, Chunk, Program},
    work::share,
};
pub(crate) use ascending::{Ascending, Seats};
use group::Group;
pub(crate) use sort::in_order;

/// The reference statistics of a population for every group some rule of `scheme` asks for: what
/// [`domain::evaluation::calibrate`] gives, to the last digit, whatever the number of threads.
#[must_use]
pub fn calibrate(scheme: &Scheme, population: &Population, options: &Options) -> Calibration {
    let positions = Positions::of(scheme, population, *options);
    let asks = asks(scheme);
    let tasks = (0..scheme.indicators.len()).collect();
    let found = share(*options, tasks, |index| {
        calibrate_one(scheme, &asks, population, &positions, index).calibration
    });
    let mut calibration = Calibration { references: BTreeMap::new(), population: count(population) };
    found.into_iter().for_each(|part| calibration.references.extend(part.references));
    calibration
}

/// The part of a calibration that is about one indicator, and what its making left behind.
pub(crate) struct Calibrated {
    pub(crate) calibration: Calibration,
    /// By stage: the values in order, where they were put in order for a distribution.
    pub(crate) ascending: Vec<Option<Ascending>>,
}

/// Calibrates one indicator.
pub(crate) fn calibrate_one(
    scheme: &Scheme,
    asks: &[Ask],
    population: &Population,
    positions: &Positions,
    indicator: usize,
) -> Calibrated {
    let asks: Vec<&Ask> = asks.iter().filter(|ask| ask.indicator == indicator).collect();
    let mut calibrated = Calibrated {
        calibration: Calibration { references: BTreeMap::new(), population: count(population) },
        ascending: scheme.stages.iter().map(|_| None).collect(),
    };
    if asks.is_empty() {
        return calibrated;
    }
    let collected = collect_all(&scheme.indicators[indicator].value, &asks, population, positions);
    for (ask, groups) in asks.into_iter().zip(collected) {
        for (index, group) in groups.into_iter().enumerate() {
            let (reference, ascending) = group.reference(ask);
            let field = ask.by_field.then(|| positions.fields[index].clone());
            if let Some(reference) = reference {
                let key = (indicator, GroupKey { stage: ask.stage, field });
                calibrated.calibration.references.insert(key, reference);
            }
            if let Some(stage) = ask.stage.filter(|_| !ask.by_field) {
                calibrated.ascending[stage] = ascending;
            }
        }
    }
    calibrated
}

fn count(population: &Population) -> u32 {
    u32::try_from(population.len()).unwrap_or(u32::MAX)
}

/// The known values of every group that is asked about.
fn collect_all(
    value: &Formula,
    asks: &[&Ask],
    population: &Population,
    positions: &Positions,
) -> Vec<Vec<Group>> {
    let mut collected: Vec<Vec<Group>> = asks.iter().map(|ask| empty_groups(ask, positions)).collect();
    let program = Program::compile(value.expr(), population);
    let stages = by_stage_only(asks);
    if let Some(stages) = &stages {
        for (stage, count) in positions.count_by_stage().into_iter().enumerate() {
            stages[stage].iter().for_each(|&ask| collected[ask][0].reserve(count));
        }
    }
    for start in (0..population.len()).step_by(CHUNK) {
        let chunk = Chunk { start, len: CHUNK.min(population.len() - start) };
        let numbers = entered(program.as_ref(), chunk);
        match &stages {
            Some(stages) => collect_by_stage(stages, &mut collected, &numbers, chunk, positions),
            None => asks.iter().zip(&mut collected).for_each(|(ask, groups)| {
                collect(ask, groups, &numbers, chunk, positions);
            }),
        }
        resolve_doubts(value, &numbers, chunk, population, |index, value| {
            for (ask, groups) in asks.iter().zip(&mut collected) {
                if let Some(group) = slot(ask, index, positions) {
                    groups[group].push_exact(value, index);
                }
            }
        });
    }
    collected
}

/// The values of a chunk as population rules see them; all in doubt where the formula is evaluated row by row.
pub(crate) fn entered(program: Option<&Program<'_>>, chunk: Chunk) -> Numbers {
    match program.and_then(|program| program.numbers(chunk)) {
        Some(mut numbers) => {
            enter(&mut numbers);
            numbers
        }
        None => Numbers { state: vec![DOUBT; chunk.len], ..Numbers::constant(0.0, 0.0, None, chunk.len) },
    }
}

fn empty_groups(ask: &Ask, positions: &Positions) -> Vec<Group> {
    let count = if ask.by_field { positions.fields.len() } else { 1 };
    (0..count).map(|_| Group::new(ask)).collect()
}

/// The group of enterprise `index` among those of an ask.
fn slot(ask: &Ask, index: usize, positions: &Positions) -> Option<usize> {
    if ask.stage.is_some() && ask.stage != positions.stage_at(index) {
        return None;
    }
    if ask.by_field { positions.field_at(index) } else { Some(0) }
}

/// The ask of each stage, where nothing but stages is asked for.
fn by_stage_only(asks: &[&Ask]) -> Option<Vec<Option<usize>>> {
    let mut stages = vec![None; usize::from(u8::MAX) + 1];
    for (index, ask) in asks.iter().enumerate() {
        let place = stages.get_mut(ask.stage.filter(|_| !ask.by_field)?)?;
        *place = Some(index);
    }
    Some(stages)
}

fn collect_by_stage(
    stages: &[Option<usize>],
    collected: &mut [Vec<Group>],
    numbers: &Numbers,
    chunk: Chunk,
    positions: &Positions,
) {
    let at = &positions.stage[chunk.start..chunk.start + chunk.len];
    let rows = (0u32..).skip(chunk.start);
    for (((&value, &state), &stage), row) in numbers.value.iter().zip(&numbers.state).zip(at).zip(rows) {
        if let Some(ask) = stages[usize::from(stage)].filter(|_| state == KNOWN) {
            collected[ask][0].push(value, row);
        }
    }
}

fn collect(ask: &Ask, groups: &mut [Group], numbers: &Numbers, chunk: Chunk, positions: &Positions) {
    for (offset, &value) in numbers.value.iter().enumerate() {
        let group = slot(ask, chunk.start + offset, positions);
        if let Some(group) = group.filter(|_| numbers.state[offset] == KNOWN) {
            groups[group].push(value, row_of(chunk.start + offset));
        }
    }
}

fn resolve_doubts(
    formula: &Formula,
    numbers: &Numbers,
    chunk: Chunk,
    population: &Population,
    mut take: impl FnMut(usize, &formula::Exact),
) {
    for (offset, _) in numbers.state.iter().enumerate().filter(|(_, state)| **state == DOUBT) {
        let index = chunk.start + offset;
        if let Some(value) = formula.evaluate(&population.row(index)).as_number() {
            take(index, &entering(value));
        }
    }
}

fn row_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Group {
    fn push_exact(&mut self, value: &formula::Exact, index: usize) {
        match meaning(value) {
            Some(double) => self.push(double, row_of(index)),
            None => self.push_odd(value.clone()),
        }
    }
}
