//! The columns results are kept in: narrow, because a million enterprises times many indicators is much.

use domain::{Points, evaluation::Flags};

/// Points of every enterprise, in units of 10⁻⁴ point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointsColumn {
    /// As long as every value fits.
    Narrow(Vec<i32>),
    /// Otherwise.
    Wide(Vec<i64>),
}

impl PointsColumn {
    /// An empty column for values up to `most`.
    pub(crate) fn with_capacity(most: i64, capacity: usize) -> Self {
        if i32::try_from(most).is_ok() {
            Self::Narrow(Vec::with_capacity(capacity))
        } else {
            Self::Wide(Vec::with_capacity(capacity))
        }
    }

    /// How many enterprises.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(values) => values.len(),
            Self::Wide(values) => values.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The points of enterprise `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Points {
        match self {
            Self::Narrow(values) => Points(i64::from(values[index])),
            Self::Wide(values) => Points(values[index]),
        }
    }

    /// Adds a value. Values beyond what the column was made for do not occur: points never exceed full points.
    pub(crate) fn push(&mut self, units: i64) {
        match self {
            Self::Narrow(values) => values.push(i32::try_from(units).unwrap_or(i32::MAX)),
            Self::Wide(values) => values.push(units),
        }
    }

    /// Adds the values of `range` to `sums`.
    pub(crate) fn add_to(&self, range: std::ops::Range<usize>, sums: &mut [i64]) {
        match self {
            Self::Narrow(values) => {
                sums.iter_mut().zip(&values[range]).for_each(|(sum, &value)| *sum += i64::from(value));
            }
            Self::Wide(values) => sums.iter_mut().zip(&values[range]).for_each(|(sum, &value)| *sum += value),
        }
    }
}

/// What is remarkable about an indicator's points, and whether its value is known: one byte per enterprise and a
/// palette.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlagsColumn {
    codes: Vec<u8>,
    palette: Vec<(Flags, bool)>,
}

impl FlagsColumn {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { codes: Vec::with_capacity(capacity), palette: Vec::new() }
    }

    /// The flags of enterprise `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Flags {
        self.palette[usize::from(self.codes[index])].0
    }

    /// Whether its value is known.
    #[must_use]
    pub fn is_known(&self, index: usize) -> bool {
        self.palette[usize::from(self.codes[index])].1
    }

    /// Nine flags and one more bit make at most 1,024 combinations, of which one indicator has a handful.
    pub(crate) fn push(&mut self, flags: Flags, known: bool) {
        let place = self.palette.iter().position(|entry| *entry == (flags, known)).unwrap_or_else(|| {
            self.palette.push((flags, known));
            self.palette.len() - 1
        });
        self.codes.push(u8::try_from(place).unwrap_or(u8::MAX));
    }

    /// The code of every enterprise and what the codes stand for.
    pub(crate) fn parts(&self) -> (&[u8], &[(Flags, bool)]) {
        (&self.codes, &self.palette)
    }
}
