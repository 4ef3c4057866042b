//! What checks find among the values that count.

use super::CoverageBody;
use crate::census::{Census, Member};
use domain::{
    collection::{Check, CheckKind, Standing, jumps, outliers, repeated, suspicious_zeros},
    indicators::{Dictionary, ItemKind},
};
use formula::{Exact, Fact};
use serde::Serialize;
use std::collections::BTreeMap;
use store::batches::ParticipantState;
use utoipa::ToSchema;

/// One finding; each opens its enterprise.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Finding {
    /// The participant; absent for a finding about an item as a whole.
    participant_id: Option<String>,
    /// The enterprise.
    enterprise_id: Option<String>,
    /// Its name.
    name: Option<String>,
    /// The item's code.
    item: Option<String>,
    /// The value.
    value: Option<String>,
    /// What it was compared with: last year's value, or how many enterprises have one.
    beside: Option<String>,
}

/// One item's values of the year, by enterprise.
#[derive(Default)]
struct Column<'a> {
    numbers: Vec<(usize, Exact)>,
    known: Vec<usize>,
    texts: BTreeMap<usize, &'a str>,
    before: BTreeMap<usize, Exact>,
    disputed: Vec<usize>,
    sources: BTreeMap<String, usize>,
}

/// Everything the checks look at.
pub(super) struct Gathered<'a> {
    census: &'a Census,
    dictionary: &'a Dictionary,
    columns: BTreeMap<&'a str, Column<'a>>,
}

impl<'a> Gathered<'a> {
    /// The values that count for `year`.
    pub(super) fn of(census: &'a Census, dictionary: &'a Dictionary, year: i32) -> Self {
        let mut columns: BTreeMap<&str, Column<'a>> =
            census.plan.items().map(|(code, _)| (code, Column::default())).collect();
        let mut index = 0;
        census.each(dictionary, |_, counted| {
            for value in counted {
                let Some(column) = columns.get_mut(value.item) else { continue };
                let chosen = value.counts.map(|place| &value.said[place]);
                let text: Option<&'a str> = chosen.and_then(|said| said.stated.text());
                let number = text.and_then(|text| match dictionary.find(value.item)?.fact(text)? {
                    Fact::Number(number) => Some(number),
                    _ => None,
                });
                if value.period == year - 1 {
                    column.before.extend(number.map(|number| (index, number)));
                } else if value.period == year || value.period == 0 {
                    column.numbers.extend(number.map(|number| (index, number)));
                    if let (Some(text), Some(said)) = (text, chosen) {
                        column.known.push(index);
                        column.texts.insert(index, text);
                        *column.sources.entry(said.source.word().to_owned()).or_default() += 1;
                    }
                    if value.standing == Standing::Disputed {
                        column.disputed.push(index);
                    }
                }
            }
            index += 1;
        });
        Self { census, dictionary, columns }
    }

    /// Coverage by item.
    pub(super) fn coverage(&self) -> Vec<CoverageBody> {
        let body = |(item, column): (&&str, &Column<'_>)| CoverageBody {
            item: (*item).to_owned(),
            known: column.known.len(),
            sources: column.sources.clone(),
        };
        self.columns.iter().map(body).collect()
    }

    /// What `check` finds.
    pub(super) fn findings(&self, check: &Check) -> Vec<Finding> {
        if check.kind == CheckKind::Unreviewed {
            let waits = |one: &&Member| one.filing == ParticipantState::Submitted;
            return self
                .census
                .members
                .iter()
                .filter(waits)
                .map(|one| finding(Some(one), None, None, None))
                .collect();
        }
        let looked_at = |item: &str| check.items.is_empty() || check.items.iter().any(|one| one == item);
        let columns = self.columns.iter().filter(|(item, _)| looked_at(item));
        columns.flat_map(|(item, column)| self.of_column(&check.kind, item, column)).collect()
    }

    fn of_column(&self, kind: &CheckKind, item: &str, column: &Column<'_>) -> Vec<Finding> {
        let numbers = || column.numbers.iter().map(|(_, number)| number.clone()).collect::<Vec<_>>();
        let places = |found: Vec<usize>| found.into_iter().map(|at| column.numbers[at].0).collect::<Vec<_>>();
        let rows = match kind {
            CheckKind::Coverage { least } => return self.low_coverage(item, column, least),
            CheckKind::Required => self.lacking(item, column),
            CheckKind::Disputed => column.disputed.clone(),
            // Filings are checked for contradictions when they are submitted.
            CheckKind::Unreviewed | CheckKind::Contradiction { .. } => Vec::new(),
            CheckKind::Range => self.out_of_range(item, column),
            CheckKind::Outlier { minimum, .. } | CheckKind::SuspiciousZero { minimum, .. }
                if column.numbers.len() < *minimum =>
            {
                Vec::new()
            }
            CheckKind::Outlier { factor, .. } => places(outliers(&numbers(), factor)),
            CheckKind::SuspiciousZero { most, .. } => places(suspicious_zeros(&numbers(), most)),
            CheckKind::Repeated { times } => places(repeated(&numbers(), *times)),
            CheckKind::Jump { factor } => column
                .numbers
                .iter()
                .filter(|(row, now)| column.before.get(row).is_some_and(|before| jumps(before, now, factor)))
                .map(|(row, _)| *row)
                .collect(),
        };
        let one = |row: usize| {
            let before = matches!(kind, CheckKind::Jump { .. }).then(|| column.before.get(&row)).flatten();
            let value = column.texts.get(&row).map(|text| (*text).to_owned());
            finding(self.census.members.get(row), Some(item), value, before.map(ToString::to_string))
        };
        rows.into_iter().map(one).collect()
    }

    fn low_coverage(&self, item: &str, column: &Column<'_>, least: &Exact) -> Vec<Finding> {
        let (known, all) = (column.known.len(), self.census.members.len());
        let count = |number: usize| Exact::from(i64::try_from(number).unwrap_or(i64::MAX));
        if count(known) >= &count(all) * least {
            return Vec::new();
        }
        vec![finding(None, Some(item), None, Some(format!("{known}/{all}")))]
    }

    fn lacking(&self, item: &str, column: &Column<'_>) -> Vec<usize> {
        if !self.census.plan.item(item).is_some_and(|item| item.required) {
            return Vec::new();
        }
        (0..self.census.members.len()).filter(|row| !column.texts.contains_key(row)).collect()
    }

    fn out_of_range(&self, item: &str, column: &Column<'_>) -> Vec<usize> {
        let Some(ItemKind::Number { minimum, maximum, whole, .. }) =
            self.dictionary.find(item).map(|item| &item.kind)
        else {
            return Vec::new();
        };
        let outside = |number: &Exact| {
            minimum.as_ref().is_some_and(|least| number < least)
                || maximum.as_ref().is_some_and(|most| number > most)
                || (*whole && !number.is_integer())
        };
        column.numbers.iter().filter(|(_, number)| outside(number)).map(|(row, _)| *row).collect()
    }
}

fn finding(
    member: Option<&Member>,
    item: Option<&str>,
    value: Option<String>,
    beside: Option<String>,
) -> Finding {
    Finding {
        participant_id: member.map(|one| one.participant.id.clone()),
        enterprise_id: member.map(|one| one.enterprise.id.clone()),
        name: member.map(|one| one.enterprise.name.clone()),
        item: item.map(str::to_owned),
        value,
        beside,
    }
}
