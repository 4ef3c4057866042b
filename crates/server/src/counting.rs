//! The value that counts for each item of an enterprise, from all that sources stated.

use domain::{
    collection::{self, Candidate, Reported, Source, Standing, Tolerance},
    indicators::Dictionary,
};
use std::collections::BTreeMap;
use store::{
    StoreError,
    batches::{self, Batch},
    decisions::Decision,
    values::{self, Stated, Statement, ValueSource},
};

/// What a batch asks for, ready for use.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    items: BTreeMap<String, PlannedItem>,
}

/// One item of a plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlannedItem {
    pub(crate) required: bool,
    pub(crate) tolerance: Tolerance,
    pub(crate) sources: Vec<Source>,
}

/// What one source says now about one item of one period.
#[derive(Debug, Clone)]
pub(crate) struct Said<'a> {
    pub(crate) source: Source,
    pub(crate) statement: &'a Statement,
    pub(crate) stated: &'a Stated,
}

/// One item of one period: everything that is said, and what counts.
#[derive(Debug, Clone)]
pub(crate) struct Counted<'a> {
    pub(crate) item: &'a str,
    pub(crate) period: i32,
    pub(crate) said: Vec<Said<'a>>,
    /// Which of `said` counts.
    pub(crate) counts: Option<usize>,
    pub(crate) standing: Standing,
    pub(crate) decision: Option<&'a Decision>,
}

impl Counted<'_> {
    /// The known value that counts.
    pub(crate) fn known(&self) -> Option<&str> {
        self.counts.and_then(|index| self.said[index].stated.text())
    }
}

impl Plan {
    /// What `batch` asks for.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn of(source: &impl store::Source, batch: &Batch) -> Result<Self, StoreError> {
        let mut items: BTreeMap<String, PlannedItem> = BTreeMap::new();
        for item in batches::items_of(source, &batch.id).await? {
            let share = item.tolerance.as_deref().and_then(|text| text.parse().ok());
            let tolerance = share.map_or(Tolerance::None, Tolerance::Share);
            items.insert(item.item, PlannedItem { required: item.required, tolerance, sources: Vec::new() });
        }
        for one in batches::sources_of(source, &batch.id).await? {
            if let (Some(item), Some(source)) = (items.get_mut(&one.item), Source::from_word(&one.source)) {
                item.sources.push(source);
            }
        }
        Ok(Self { items })
    }

    /// Its items by code.
    pub(crate) fn items(&self) -> impl Iterator<Item = (&str, &PlannedItem)> {
        self.items.iter().map(|(code, item)| (code.as_str(), item))
    }

    /// What is asked about an item; an item nobody asks for has no priorities and no tolerance.
    pub(crate) fn item(&self, code: &str) -> Option<&PlannedItem> {
        self.items.get(code)
    }

    /// What counts for one enterprise. `statements` are oldest first; what the enterprise says of itself takes part
    /// only `with_own`: when a reviewer has approved it, or where an officer has decided for it.
    pub(crate) fn count<'a>(
        &self,
        dictionary: &Dictionary,
        statements: &'a [Statement],
        decisions: &'a [Decision],
        with_own: bool,
    ) -> Vec<Counted<'a>> {
        let mut grouped: BTreeMap<(&str, i32), Vec<Said<'a>>> = BTreeMap::new();
        for ((item, period, source), (statement, stated)) in values::latest(statements) {
            let decided = || decisions.iter().any(|one| one.statement_id == statement.id && one.item == item);
            if source == ValueSource::Own && !with_own && !decided() {
                continue;
            }
            let Some(source) = Source::from_word(source.word()) else { continue };
            grouped.entry((item, period)).or_default().push(Said { source, statement, stated });
        }
        let counted = grouped.into_iter().map(|((item, period), said)| {
            let decision = decisions.iter().rev().find(|one| one.item == item && one.period == period);
            self.counted(dictionary, item, period, said, decision)
        });
        counted.collect()
    }

    fn counted<'a>(
        &self,
        dictionary: &Dictionary,
        item: &'a str,
        period: i32,
        said: Vec<Said<'a>>,
        decision: Option<&'a Decision>,
    ) -> Counted<'a> {
        static UNPLANNED: PlannedItem =
            PlannedItem { required: false, tolerance: Tolerance::None, sources: Vec::new() };
        let planned = self.items.get(item).unwrap_or(&UNPLANNED);
        let known = dictionary.find(item);
        let reported = |stated: &Stated| {
            let fact = stated.text().and_then(|text| known.and_then(|item| item.fact(text)));
            fact.map_or(Reported::Missing, Reported::Known)
        };
        let candidates: Vec<Candidate<'_>> = said
            .iter()
            .map(|one| Candidate {
                id: &one.statement.id,
                source: one.source,
                reported: reported(one.stated),
                entered_at: one.statement.entered_at.as_millisecond(),
            })
            .collect();
        let choice = decision.map(|one| collection::Choice {
            id: &one.statement_id,
            decided_at: one.decided_at.as_millisecond(),
        });
        let (chosen, standing) =
            collection::choose(&candidates, &planned.sources, &planned.tolerance, choice);
        let chosen = chosen.map(|one| one.source);
        let counts = said.iter().position(|one| Some(one.source) == chosen);
        let decision = decision.filter(|_| standing == Standing::Decided);
        Counted { item, period, counts, standing, decision, said }
    }
}

/// Splits rows that are sorted by a key into runs of the same key.
pub(crate) fn by_key<T>(rows: &[T], key: impl Fn(&T) -> &str) -> BTreeMap<&str, &[T]> {
    let chunks = rows.chunk_by(|left, right| key(left) == key(right));
    chunks.filter_map(|chunk| Some((key(chunk.first()?), chunk))).collect()
}
