//! Columns while they are filled: typed, null where a cell is empty or bad.

use std::sync::Arc;

use arrow::{
    array::{
        Array, ArrayRef, BooleanBuilder, Date32Builder, Decimal128Array, Float64Array, Int32Builder,
        StringBuilder,
    },
    buffer::{NullBuffer, ScalarBuffer},
};
use domain::indicators::{Item, ItemKind};
use jiff::civil::Date;

use crate::{
    Code, Problems,
    header::{Column, Conversion, Role},
    number::Decimal,
    sheets::Value,
    values::{self, Fault, NumberRule},
};

/// Numbers: doubles as long as every value is the shortest text of its double, exact decimals otherwise.
#[derive(Default)]
pub(crate) struct Numbers {
    values: Vec<f64>,
    valid: Vec<bool>,
    /// Rows whose value no double means, with their value.
    exact: Vec<(usize, Decimal)>,
}

impl Numbers {
    pub(crate) fn pad(&mut self, rows: usize) {
        self.values.resize(rows.max(self.values.len()), 0.0);
        self.valid.resize(rows.max(self.valid.len()), false);
    }

    pub(crate) fn push(&mut self, value: Decimal) -> Result<(), Fault> {
        let double = value.to_double();
        if !value.is_shortest_of(double) {
            // Beyond the range of doubles there is no order to fall back on.
            if !double.is_finite() {
                return Err(too_long());
            }
            self.exact.push((self.values.len(), value));
        }
        self.values.push(double);
        self.valid.push(true);
        Ok(())
    }

    /// The column, or the row whose value does not fit beside the others.
    pub(crate) fn finish(self) -> Result<ArrayRef, usize> {
        let nulls = NullBuffer::from(self.valid);
        let nulls = (nulls.null_count() > 0).then_some(nulls);
        if self.exact.is_empty() {
            return Ok(Arc::new(Float64Array::new(ScalarBuffer::from(self.values), nulls)));
        }
        let decimals = all_decimals(&self.values, nulls.as_ref(), &self.exact);
        let scale = decimals.iter().map(|decimal| (-decimal.exponent).max(0)).max().unwrap_or(0);
        let (mut mantissas, mut worst) = (Vec::with_capacity(decimals.len()), None);
        for (row, decimal) in decimals.iter().enumerate() {
            match decimal.at_scale(scale) {
                Some(mantissa) => mantissas.push(mantissa),
                None => worst = Some(worst.unwrap_or(row)),
            }
        }
        let scale = i8::try_from(scale).ok().filter(|scale| *scale <= 38);
        match (worst, scale) {
            (None, Some(scale)) => Decimal128Array::new(ScalarBuffer::from(mantissas), nulls)
                .with_precision_and_scale(38, scale)
                .map(|array| Arc::new(array) as ArrayRef)
                .map_err(|_| 0),
            (worst, _) => Err(worst.unwrap_or(self.exact[0].0)),
        }
    }
}

fn all_decimals(values: &[f64], nulls: Option<&NullBuffer>, exact: &[(usize, Decimal)]) -> Vec<Decimal> {
    let zero = Decimal { mantissa: 0, exponent: 0 };
    let mut decimals: Vec<Decimal> = values
        .iter()
        .enumerate()
        .map(|(row, value)| match nulls {
            Some(nulls) if nulls.is_null(row) => zero,
            _ => Decimal::from_double(*value).unwrap_or(zero),
        })
        .collect();
    for (row, decimal) in exact {
        decimals[*row] = *decimal;
    }
    decimals
}

pub(crate) fn too_long() -> Fault {
    Box::new(
        values::fault(
            Code::NumberTooLong,
            "这一列的数字合在一起超过38位，无法精确保存。",
            "Together the numbers of this column need more than 38 digits and cannot be kept exactly.",
        )
        .with_hint("检查最大和最长的数", "check the largest and the longest numbers"),
    )
}

/// The cells of one column so far.
pub(crate) enum Cells<'d> {
    Code(StringBuilder),
    Id(StringBuilder),
    Period(Int32Builder),
    Number(NumberRule<'d>, Numbers),
    Truth(BooleanBuilder),
    Text(StringBuilder),
    Category(&'d Item, &'d [(String, domain::Name)], StringBuilder),
    Date(Date32Builder),
    Labels(StringBuilder),
    /// A whole column that came as it must be.
    Ready(ArrayRef),
}

impl<'d> Cells<'d> {
    /// Cells for a column that is read; `None` for one that is not.
    pub(crate) fn for_role(role: &Role<'d>, own_id: bool) -> Option<Self> {
        Some(match role {
            Role::Code if own_id => Self::Id(StringBuilder::new()),
            Role::Code => Self::Code(StringBuilder::new()),
            Role::Period => Self::Period(Int32Builder::new()),
            Role::Item { item, conversion, .. } => Self::for_item(item, conversion.clone()),
            Role::Unknown { .. } | Role::Unnamed | Role::Faulty => return None,
        })
    }

    fn for_item(item: &'d Item, conversion: Conversion) -> Self {
        match &item.kind {
            ItemKind::Number { .. } => Self::Number(NumberRule::new(item, conversion), Numbers::default()),
            ItemKind::Truth => Self::Truth(BooleanBuilder::new()),
            ItemKind::Text { categories } if !categories.is_empty() => {
                Self::Category(item, categories, StringBuilder::new())
            }
            ItemKind::Text { .. } | ItemKind::CreditCode => Self::Text(StringBuilder::new()),
            ItemKind::Date => Self::Date(Date32Builder::new()),
            ItemKind::Labels => Self::Labels(StringBuilder::new()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        use arrow::array::ArrayBuilder;
        match self {
            Self::Code(cells) | Self::Id(cells) | Self::Text(cells) | Self::Labels(cells) => cells.len(),
            Self::Category(_, _, cells) => cells.len(),
            Self::Period(cells) => cells.len(),
            Self::Number(_, cells) => cells.values.len(),
            Self::Truth(cells) => cells.len(),
            Self::Date(cells) => cells.len(),
            Self::Ready(array) => array.len(),
        }
    }

    /// Fills up with nulls to `rows`.
    pub(crate) fn pad(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.len());
        if more == 0 {
            return;
        }
        match self {
            Self::Code(cells) | Self::Id(cells) | Self::Text(cells) | Self::Labels(cells) => {
                cells.append_nulls(more)
            }
            Self::Category(_, _, cells) => cells.append_nulls(more),
            Self::Period(cells) => cells.append_nulls(more),
            Self::Number(_, cells) => cells.pad(rows),
            Self::Truth(cells) => cells.append_nulls(more),
            Self::Date(cells) => cells.append_nulls(more),
            Self::Ready(_) => {}
        }
    }

    /// Whether values are kept as text, however long.
    pub(crate) fn keeps_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Labels(_) | Self::Id(_))
    }

    /// Adds the value of the next row. Gives a warning, or the fault (then nothing was added).
    pub(crate) fn push(&mut self, value: Value<'_>) -> Result<Option<Fault>, Fault> {
        match self {
            Self::Code(cells) => {
                let (code, warning) = values::read_code(value)?;
                cells.append_value(code);
                return Ok(warning);
            }
            Self::Id(cells) => cells.append_value(values::read_id(value)?),
            Self::Period(cells) => cells.append_value(values::read_period(value)?),
            Self::Number(rule, cells) => cells.push(values::read_number(rule, value)?)?,
            Self::Truth(cells) => cells.append_value(values::read_truth(value)?),
            Self::Text(cells) => cells.append_value(values::read_text(value)?),
            Self::Category(item, categories, cells) => {
                cells.append_value(values::read_category(item, categories, value)?);
            }
            Self::Date(cells) => cells.append_value(days(values::read_date(value)?)),
            Self::Labels(cells) => cells.append_value(values::read_labels(value)?),
            Self::Ready(_) => {}
        }
        Ok(None)
    }

    /// The column, or the row whose value does not fit beside the others.
    pub(crate) fn finish(self) -> Result<ArrayRef, usize> {
        Ok(match self {
            Self::Number(_, cells) => return cells.finish(),
            Self::Code(mut cells) | Self::Id(mut cells) | Self::Text(mut cells) | Self::Labels(mut cells) => {
                Arc::new(cells.finish())
            }
            Self::Category(_, _, mut cells) => Arc::new(cells.finish()),
            Self::Period(mut cells) => Arc::new(cells.finish()),
            Self::Truth(mut cells) => Arc::new(cells.finish()),
            Self::Date(mut cells) => Arc::new(cells.finish()),
            Self::Ready(array) => array,
        })
    }
}

/// Days since 1970-01-01, as Arrow's `Date32`.
pub(crate) fn days(date: Date) -> i32 {
    let since = date.duration_since(jiff::civil::date(1970, 1, 1));
    i32::try_from(since.as_hours() / 24).unwrap_or_default()
}

/// One column being read: what it is, its cells, how many of them were bad.
pub(crate) struct Filling<'d> {
    pub(crate) column: Column<'d>,
    pub(crate) cells: Cells<'d>,
    pub(crate) bad: u32,
}

impl<'d> Filling<'d> {
    pub(crate) fn new(column: &Column<'d>, own_id: bool) -> Option<Self> {
        let cells = Cells::for_role(&column.role, own_id)?;
        Some(Self { column: column.clone(), cells, bad: 0 })
    }

    /// Adds the value of data row `index`, which a person sees in `row`; problems go to `problems`.
    pub(crate) fn push(&mut self, index: usize, row: u32, value: Value<'_>, problems: &mut Problems) {
        self.cells.pad(index);
        let fault = match self.cells.push(value) {
            Ok(None) => return,
            Ok(Some(warning)) => warning,
            Err(fault) => {
                self.bad += 1;
                self.cells.pad(index + 1);
                fault
            }
        };
        let place = &self.column.place;
        let value = value.shown();
        problems.push(fault.at_row(row).in_column(place.index, &place.name).with_value(&value));
    }

    /// The name of the column in the batch and its Arrow type family.
    pub(crate) fn batch_name(&self) -> &str {
        match &self.column.role {
            Role::Code => "credit_code",
            Role::Period => "period",
            Role::Item { item, .. } if item.kind == ItemKind::Labels => "labels",
            Role::Item { item, .. } => &item.code,
            _ => "",
        }
    }
}
