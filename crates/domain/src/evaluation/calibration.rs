//! 参照: the statistics of a population that rules compare with. Small, storable, hashable.

use std::collections::BTreeMap;

use formula::Exact;

/// Decimal places kept of values and statistics that enter a calibration (base units).
pub const PLACES: i32 = 12;

/// A peer group: all enterprises, of a stage, of a field, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct GroupKey {
    /// Index of the stage; `None` for all stages.
    pub stage: Option<usize>,
    /// Code of the technology field; `None` for all fields.
    pub field: Option<String>,
}

/// Every known value of a peer group, compressed: distinct values ascending and how many lie below each.
///
/// A value is kept as a double that means its shortest decimal; the few decimals a double cannot mean stand in `exact`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distribution {
    /// Distinct values, ascending.
    pub values: Vec<f64>,
    /// `values[i]` in full where the double's shortest text is not the value.
    pub exact: BTreeMap<usize, Exact>,
    /// How many known values lie below `values[i]`; same length.
    pub below: Vec<u32>,
    /// Known values in all.
    pub count: u32,
}

/// Statistics of one indicator in one peer group. Values are rounded half up to [`PLACES`] places before they enter.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Known values.
    pub count: u32,
    /// Smallest, after winsorising where the rule says so.
    pub minimum: Exact,
    /// Largest, after winsorising where the rule says so.
    pub maximum: Exact,
    /// Mean, rounded to [`PLACES`] places; only for z-scores.
    pub mean: Option<Exact>,
    /// Standard deviation (n − 1), rounded half up to [`PLACES`] places; only for z-scores and two or more values.
    pub deviation: Option<Exact>,
    /// Every value; only for percentiles.
    pub distribution: Option<Distribution>,
}

/// Reference statistics of a scheme over a population, by indicator index and peer group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calibration {
    /// Only groups that some rule asks for and that have at least one known value.
    pub references: BTreeMap<(usize, GroupKey), Reference>,
    /// Enterprises seen.
    pub population: u32,
}
