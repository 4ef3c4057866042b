//! Where every enterprise stands: its stage and its technology field.

use std::collections::HashMap;

use domain::{
    evaluation::{Position, stage_of},
    indicators::Scheme,
};
use formula::ItemRef;

use crate::{
    Options, Population,
    lanes::{KNOWN, Truths},
    program::{CHUNK, Chunk, Program, TextSource},
    work::{blocks, share},
};

/// Stands for "no stage".
pub(crate) const NO_STAGE: u8 = u8::MAX;
/// Stands for "no field".
pub(crate) const NO_FIELD: u32 = u32::MAX;
/// How many enterprises one task sees.
pub(crate) const BLOCK: usize = 64 * CHUNK;

/// Stage and field of every enterprise.
#[derive(Debug)]
pub(crate) struct Positions {
    /// Index of the stage, or [`NO_STAGE`].
    pub(crate) stage: Vec<u8>,
    /// Index into `fields`, or [`NO_FIELD`]; empty when the scheme knows no fields.
    pub(crate) field: Vec<u32>,
    /// The codes of the fields, ascending.
    pub(crate) fields: Vec<String>,
}

impl Positions {
    pub(crate) fn of(scheme: &Scheme, population: &Population, options: Options) -> Self {
        let (field, fields) = fields_of(scheme, population);
        Self { stage: stages_of(scheme, population, options), field, fields }
    }

    /// The stage of enterprise `index`.
    pub(crate) fn stage_at(&self, index: usize) -> Option<usize> {
        Some(self.stage[index]).filter(|&stage| stage != NO_STAGE).map(usize::from)
    }

    /// How many enterprises are in each stage, by its index; the last counts those without.
    pub(crate) fn count_by_stage(&self) -> [usize; 256] {
        let mut counts = [0; 256];
        self.stage.iter().for_each(|&stage| counts[usize::from(stage)] += 1);
        counts
    }

    /// The index of its field.
    pub(crate) fn field_at(&self, index: usize) -> Option<usize> {
        let field = *self.field.get(index)?;
        (field != NO_FIELD).then_some(field as usize)
    }

    /// Stage and field as the exact rules take them.
    pub(crate) fn exact(&self, index: usize) -> Position {
        let field = self.field_at(index).map(|field| self.fields[field].clone());
        Position { stage: self.stage_at(index), field }
    }
}

fn stages_of(scheme: &Scheme, population: &Population, options: Options) -> Vec<u8> {
    let programs: Vec<_> =
        scheme.stages.iter().map(|stage| Program::compile(stage.when.expr(), population)).collect();
    let chunk_stages = |range: std::ops::Range<usize>| {
        let mut stages = Vec::with_capacity(range.len());
        for start in range.clone().step_by(CHUNK) {
            let chunk = Chunk { start, len: CHUNK.min(range.end - start) };
            stages.extend(chunk_stages(scheme, population, &programs, chunk));
        }
        stages
    };
    share(options, blocks(population.len(), BLOCK), chunk_stages).concat()
}

fn chunk_stages(
    scheme: &Scheme,
    population: &Population,
    programs: &[Option<Program<'_>>],
    chunk: Chunk,
) -> Vec<u8> {
    let exactly = |index: usize| {
        let stage = stage_of(scheme, &population.row(chunk.start + index)).ok();
        stage.and_then(|stage| u8::try_from(stage).ok()).unwrap_or(NO_STAGE)
    };
    let truths: Option<Vec<Truths>> =
        programs.iter().map(|program| program.as_ref()?.truths(chunk)).collect();
    let Some(truths) = truths else { return (0..chunk.len).map(exactly).collect() };
    let mut stages = vec![NO_STAGE; chunk.len];
    let mut unsure = vec![false; chunk.len];
    for (stage, truths) in (0u8..NO_STAGE).zip(&truths) {
        for (index, (found, unsure)) in stages.iter_mut().zip(&mut unsure).enumerate() {
            let holds = truths.holds[index];
            *unsure |= truths.state[index] != KNOWN || (holds && *found != NO_STAGE);
            if holds {
                *found = stage;
            }
        }
    }
    for (index, _) in unsure.iter().enumerate().filter(|(_, unsure)| **unsure) {
        stages[index] = exactly(index);
    }
    stages
}

fn fields_of(scheme: &Scheme, population: &Population) -> (Vec<u32>, Vec<String>) {
    let Some(item) = &scheme.field_item else { return (Vec::new(), Vec::new()) };
    let item = ItemRef { name: item.clone(), back: 0, unit: None };
    let everybody = Chunk { start: 0, len: population.len() };
    let Some(texts) = TextSource::new(&item, population).map(|source| source.texts(everybody)) else {
        return (vec![NO_FIELD; population.len()], Vec::new());
    };
    let mut fields: Vec<&str> = texts.iter().flatten().copied().collect();
    fields.sort_unstable();
    fields.dedup();
    let codes: HashMap<&str, u32> = fields.iter().copied().zip(0..).collect();
    let code = |text: Option<&str>| text.and_then(|text| codes.get(text).copied()).unwrap_or(NO_FIELD);
    let field = texts.iter().map(|text| code(*text)).collect();
    (field, fields.into_iter().map(str::to_owned).collect())
}
