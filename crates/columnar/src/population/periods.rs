//! Which rows are scored, and where their earlier periods stand.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use arrow::{
    array::{Array, AsArray, RecordBatch, StringArray},
    compute::cast,
    datatypes::{DataType, Int32Type},
};
use formula::limits::MAX_BACK;

use super::PopulationProblem;

/// Stands for "this enterprise has no row in that period".
pub(crate) const NO_ROW: u32 = u32::MAX;

/// Rows of the table by period. The current period is the one scored.
#[derive(Debug, Clone)]
pub(crate) struct Periods {
    /// The period scored; `None` when the table has no periods.
    pub(crate) period: Option<i32>,
    /// Rows of the current period; `None` when that is every row, in order.
    current: Option<Vec<u32>>,
    count: usize,
    /// Rows of earlier periods that may be asked for, by how far back they are.
    earlier: BTreeMap<u8, Vec<u32>>,
    keys: Option<StringArray>,
    joined: Vec<OnceLock<Vec<u32>>>,
}

impl Periods {
    /// Sorts the rows of `batch` into periods. `key` is the column that tells enterprises apart.
    pub(crate) fn new(
        batch: &RecordBatch,
        key: Option<&str>,
        asked: Option<i32>,
    ) -> Result<Self, PopulationProblem> {
        let joined = (0..=MAX_BACK).map(|_| OnceLock::new()).collect();
        let Some(rows) = rows_by_period(batch)? else {
            return Ok(Self {
                period: asked,
                current: None,
                count: batch.num_rows(),
                earlier: BTreeMap::new(),
                keys: None,
                joined,
            });
        };
        let (period, current) = pick(&rows, asked)?;
        let earlier = earlier_rows(rows, period);
        let keys = if earlier.is_empty() { None } else { Some(key_texts(batch, key)?) };
        let count = current.len();
        let current = (count < batch.num_rows()).then_some(current);
        Ok(Self { period: Some(period), current, count, earlier, keys, joined })
    }

    /// How many enterprises are scored.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Whether enterprise `i` stands in row `i`.
    pub(crate) fn in_place(&self) -> bool {
        self.current.is_none()
    }

    /// The table's row of enterprise `index`, `back` periods ago.
    pub(crate) fn row(&self, index: usize, back: u8) -> Option<usize> {
        if back == 0 {
            return Some(self.current.as_ref().map_or(index, |rows| rows[index] as usize));
        }
        let rows = self.rows_back(back)?;
        let row = rows[index];
        (row != NO_ROW).then_some(row as usize)
    }

    /// The table's rows of the enterprises `back` periods ago ([`NO_ROW`] for none); `None` when nobody has one, or,
    /// for `back` 0, when they stand in place.
    pub(crate) fn rows_back(&self, back: u8) -> Option<&[u32]> {
        if back == 0 {
            return self.current.as_deref();
        }
        let rows = self.earlier.get(&back)?;
        let keys = self.keys.as_ref()?;
        Some(self.joined[usize::from(back)].get_or_init(|| self.join(rows, keys)))
    }

    fn join(&self, earlier: &[u32], keys: &StringArray) -> Vec<u32> {
        let mut by_key: HashMap<&str, u32> = HashMap::with_capacity(earlier.len());
        for &row in earlier {
            if keys.is_valid(row as usize) {
                by_key.entry(keys.value(row as usize)).or_insert(row);
            }
        }
        let find = |index: usize| {
            let row = self.row(index, 0)?;
            if keys.is_null(row) {
                return None;
            }
            by_key.get(keys.value(row)).copied()
        };
        (0..self.count).map(|index| find(index).unwrap_or(NO_ROW)).collect()
    }
}

fn pick(rows: &BTreeMap<i32, Vec<u32>>, asked: Option<i32>) -> Result<(i32, Vec<u32>), PopulationProblem> {
    let period = match (asked, rows.keys().next_back()) {
        (Some(asked), _) => asked,
        (None, Some(&latest)) => latest,
        (None, None) => return Err(PopulationProblem::NoRows),
    };
    match rows.get(&period) {
        Some(found) => Ok((period, found.clone())),
        None => {
            Err(PopulationProblem::NoSuchPeriod { asked: period, present: rows.keys().copied().collect() })
        }
    }
}

fn earlier_rows(rows: BTreeMap<i32, Vec<u32>>, period: i32) -> BTreeMap<u8, Vec<u32>> {
    let back = |year: i32| u8::try_from(i64::from(period) - i64::from(year)).ok();
    rows.into_iter()
        .filter_map(|(year, rows)| Some((back(year)?, rows)))
        .filter(|(back, _)| (1..=MAX_BACK).contains(back))
        .collect()
}

fn rows_by_period(batch: &RecordBatch) -> Result<Option<BTreeMap<i32, Vec<u32>>>, PopulationProblem> {
    let Some(column) = batch.column_by_name("period") else { return Ok(None) };
    let bad = |_| PopulationProblem::BadPeriod;
    if !column.data_type().is_integer() || column.null_count() > 0 {
        return Err(PopulationProblem::BadPeriod);
    }
    let years = cast(column, &DataType::Int32).map_err(bad)?;
    if years.null_count() > 0 {
        return Err(PopulationProblem::BadPeriod);
    }
    let mut rows: BTreeMap<i32, Vec<u32>> = BTreeMap::new();
    for (row, &year) in (0u32..).zip(years.as_primitive::<Int32Type>().values()) {
        rows.entry(year).or_default().push(row);
    }
    Ok(Some(rows))
}

/// The latest period of a table.
pub(crate) fn latest(batch: &RecordBatch) -> Option<i32> {
    rows_by_period(batch).ok()??.keys().next_back().copied()
}

fn key_texts(batch: &RecordBatch, key: Option<&str>) -> Result<StringArray, PopulationProblem> {
    let column = key.and_then(|key| batch.column_by_name(key)).ok_or(PopulationProblem::NoKey)?;
    let texts = cast(column, &DataType::Utf8).map_err(|_| PopulationProblem::NoKey)?;
    Ok(texts.as_string::<i32>().clone())
}
