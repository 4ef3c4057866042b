//! Places: competition ranks on stored points, ties share the best place.

use std::collections::HashMap;

use arrow::buffer::ScalarBuffer;
use domain::{evaluation::Rank, indicators::Scheme};

use super::{VetoCode, totals::Totals};
use crate::{
    Options, PointsColumn,
    positions::{NO_FIELD, NO_STAGE, Positions},
    work::share,
};

/// The places of one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Among all.
    pub overall: Rank,
    /// Among those of its stage.
    pub in_stage: Rank,
    /// Among those of its technology field, where that is known.
    pub in_field: Option<Rank>,
}

/// Places of everybody; 0 for who is not ranked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AllPlaces {
    pub(crate) overall: List,
    pub(crate) in_stage: List,
    pub(crate) in_field: Option<List>,
}

/// One kind of place: within all, stages or fields.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct List {
    /// The place of every enterprise, 0 for none.
    pub(crate) place: ScalarBuffer<u32>,
    /// How many are ranked in each group.
    pub(crate) of: Vec<u32>,
}

impl AllPlaces {
    pub(super) fn of(
        scheme: &Scheme,
        positions: &Positions,
        totals: &Totals,
        vetoes: &[Vec<VetoCode>],
        options: Options,
    ) -> Self {
        let ranked = |index: usize| {
            positions.stage[index] != NO_STAGE && !vetoes.iter().any(|veto| veto[index] == VetoCode::Vetoed)
        };
        let tasks = vec![0, 1, 2];
        let mut lists = share(options, tasks, |kind| match kind {
            0 => Some(list(&totals.total, 1, |index| ranked(index).then_some(0))),
            1 => Some(list(&totals.total, scheme.stages.len(), |index| {
                positions.stage_at(index).filter(|_| ranked(index))
            })),
            _ => scheme.field_item.as_ref().map(|_| {
                list(&totals.total, positions.fields.len(), |index| {
                    positions.field_at(index).filter(|_| ranked(index))
                })
            }),
        })
        .into_iter();
        let empty = || List { place: Vec::new().into(), of: Vec::new() };
        let mut next = || lists.next().flatten();
        Self {
            overall: next().unwrap_or_else(empty),
            in_stage: next().unwrap_or_else(empty),
            in_field: next(),
        }
    }

    pub(super) fn at(&self, index: usize, stage: Option<usize>, field: Option<u32>) -> Option<Places> {
        let in_field = field
            .filter(|&field| field != NO_FIELD)
            .and_then(|field| self.in_field.as_ref()?.rank(index, field as usize));
        Some(Places {
            overall: self.overall.rank(index, 0)?,
            in_stage: self.in_stage.rank(index, stage?)?,
            in_field,
        })
    }
}

impl List {
    /// The rank of enterprise `index` in `group`.
    pub(crate) fn rank(&self, index: usize, group: usize) -> Option<Rank> {
        let place = self.place[index];
        (place > 0).then(|| Rank { place, of: self.of[group] })
    }
}

/// Ranks every enterprise within the group it belongs to.
fn list(total: &PointsColumn, groups: usize, group: impl Fn(usize) -> Option<usize>) -> List {
    let count = total.len();
    let most = (0..count).map(|index| total.get(index).0).max().unwrap_or(0);
    let mut of = vec![0u32; groups];
    let mut place = vec![0u32; count];
    let width = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
    match width.checked_mul(groups).filter(|&cells| cells <= count.max(1 << 16) * 8) {
        Some(cells) => {
            let mut alike = vec![0u32; cells];
            let cell =
                |index: usize, group: usize| group * width + usize::try_from(total.get(index).0).unwrap_or(0);
            for index in 0..count {
                if let Some(group) = group(index) {
                    alike[cell(index, group)] += 1;
                }
            }
            for (of, alike) in of.iter_mut().zip(alike.chunks_mut(width)) {
                *of = settle(alike.iter_mut().rev());
            }
            for (index, place) in place.iter_mut().enumerate() {
                *place = group(index).map_or(0, |group| alike[cell(index, group)]);
            }
        }
        None => {
            let mut alike: Vec<HashMap<i64, u32>> = vec![HashMap::new(); groups];
            for index in 0..count {
                if let Some(group) = group(index) {
                    *alike[group].entry(total.get(index).0).or_default() += 1;
                }
            }
            for (of, alike) in of.iter_mut().zip(&mut alike) {
                let mut best_first: Vec<_> = alike.iter_mut().collect();
                best_first.sort_unstable_by_key(|(points, _)| std::cmp::Reverse(**points));
                *of = settle(best_first.into_iter().map(|(_, alike)| alike));
            }
            for (index, place) in place.iter_mut().enumerate() {
                let found = group(index).and_then(|group| alike[group].get(&total.get(index).0));
                *place = found.copied().unwrap_or(0);
            }
        }
    }
    List { place: place.into(), of }
}

/// Replaces how many have the same points, best first, by their place; returns how many there are.
fn settle<'a>(best_first: impl Iterator<Item = &'a mut u32>) -> u32 {
    let mut better = 0;
    for place in best_first {
        let alike = *place;
        *place = better + 1;
        better += alike;
    }
    better
}
