//! The columns results are kept in: narrow, because a million enterprises times many indicators is much; Arrow buffers,
//! because they go into tables as they are.

use std::ops::Range;

use arrow::buffer::ScalarBuffer;
use domain::{Points, evaluation::Flags};

/// Points of every enterprise, in units of 10⁻⁴ point.
#[derive(Debug, Clone, PartialEq)]
pub enum PointsColumn {
    /// As long as every value fits.
    Narrow(ScalarBuffer<i32>),
    /// Otherwise.
    Wide(ScalarBuffer<i64>),
}

impl PointsColumn {
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

    /// Adds the values of `range` to `sums`.
    pub(crate) fn add_to(&self, range: Range<usize>, sums: &mut [i64]) {
        match self {
            Self::Narrow(values) => {
                sums.iter_mut().zip(&values[range]).for_each(|(sum, &value)| *sum += i64::from(value));
            }
            Self::Wide(values) => sums.iter_mut().zip(&values[range]).for_each(|(sum, &value)| *sum += value),
        }
    }
}

/// A points column being filled.
#[derive(Debug)]
pub(crate) enum PointsBuilder {
    Narrow(Vec<i32>),
    Wide(Vec<i64>),
}

/// A part of a points column being filled by one thread.
#[derive(Debug)]
pub(crate) enum PointsPart<'a> {
    Narrow(&'a mut [i32]),
    Wide(&'a mut [i64]),
}

impl PointsBuilder {
    /// An empty column for values up to `most`.
    pub(crate) fn with_capacity(most: i64, capacity: usize) -> Self {
        if i32::try_from(most).is_ok() {
            Self::Narrow(Vec::with_capacity(capacity))
        } else {
            Self::Wide(Vec::with_capacity(capacity))
        }
    }

    /// A column of zeros for values up to `most`.
    pub(crate) fn zeros(most: i64, count: usize) -> Self {
        if i32::try_from(most).is_ok() { Self::Narrow(vec![0; count]) } else { Self::Wide(vec![0; count]) }
    }

    /// Adds values.
    pub(crate) fn extend(&mut self, units: &[i64]) {
        match self {
            Self::Narrow(values) => values.extend(units.iter().map(|&units| narrow(units))),
            Self::Wide(values) => values.extend_from_slice(units),
        }
    }

    /// Adds a value. Values beyond what the column was made for do not occur: points never exceed full points.
    pub(crate) fn push(&mut self, units: i64) {
        match self {
            Self::Narrow(values) => values.push(narrow(units)),
            Self::Wide(values) => values.push(units),
        }
    }

    /// Neighbouring parts of at most `size`.
    pub(crate) fn parts(&mut self, size: usize) -> Vec<PointsPart<'_>> {
        match self {
            Self::Narrow(values) => values.chunks_mut(size).map(PointsPart::Narrow).collect(),
            Self::Wide(values) => values.chunks_mut(size).map(PointsPart::Wide).collect(),
        }
    }

    pub(crate) fn finish(self) -> PointsColumn {
        match self {
            Self::Narrow(values) => PointsColumn::Narrow(values.into()),
            Self::Wide(values) => PointsColumn::Wide(values.into()),
        }
    }
}

impl PointsPart<'_> {
    /// Fills the part.
    pub(crate) fn fill(&mut self, values: &[i64]) {
        match self {
            Self::Narrow(part) => {
                part.iter_mut().zip(values).for_each(|(place, &units)| *place = narrow(units))
            }
            Self::Wide(part) => part.copy_from_slice(values),
        }
    }
}

fn narrow(units: i64) -> i32 {
    i32::try_from(units).unwrap_or(i32::MAX)
}

/// What is remarkable about an indicator's points, and whether its value is known: one byte per enterprise and a
/// palette.
#[derive(Debug, Clone, PartialEq)]
pub struct FlagsColumn {
    codes: ScalarBuffer<u8>,
    palette: Vec<(Flags, bool)>,
}

/// A flags column being filled.
#[derive(Debug)]
pub(crate) struct FlagsBuilder {
    codes: Vec<u8>,
    palette: Vec<(Flags, bool)>,
}

impl FlagsColumn {
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

    /// The code of every enterprise and what the codes stand for.
    pub(crate) fn parts(&self) -> (&ScalarBuffer<u8>, &[(Flags, bool)]) {
        (&self.codes, &self.palette)
    }
}

impl FlagsBuilder {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { codes: Vec::with_capacity(capacity), palette: Vec::new() }
    }

    /// Nine flags and one more bit make at most 1,024 combinations, of which one indicator has a handful.
    pub(crate) fn code(&mut self, flags: Flags, known: bool) -> u8 {
        let place = self.palette.iter().position(|entry| *entry == (flags, known)).unwrap_or_else(|| {
            self.palette.push((flags, known));
            self.palette.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    }

    /// Adds codes that [`FlagsBuilder::code`] gave.
    pub(crate) fn extend(&mut self, codes: &[u8]) {
        self.codes.extend_from_slice(codes);
    }

    pub(crate) fn finish(self) -> FlagsColumn {
        FlagsColumn { codes: self.codes.into(), palette: self.palette }
    }
}
