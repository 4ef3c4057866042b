//! Tables of enterprises with values that sit on and next to edges.

use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int32Array, RecordBatch, StringArray,
};
use columnar::Population;
use domain::{
    Name,
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Exact, Unit};
use proptest::{collection::vec, option, prelude::*};

/// The number items: code and unit.
pub const NUMBERS: [(&str, Option<&str>); 7] = [
    ("rev", Some("万元")),
    ("rd", Some("万元")),
    ("staff", Some("人")),
    ("rnd_staff", Some("人")),
    ("share", Some("%")),
    ("ratio", None),
    ("months", Some("月")),
];

/// Values edges are made of, in the items' own units.
pub const EDGES: [&str; 14] =
    ["0", "0.05", "0.1", "0.15", "1", "1.1", "1.2", "2.5", "5", "10", "12.5", "15", "100", "2000"];

/// One enterprise in one period.
#[derive(Debug, Clone)]
pub struct Row {
    pub id: u32,
    pub period: i32,
    pub numbers: Vec<Option<f64>>,
    pub sector: Option<&'static str>,
    pub listed: Option<bool>,
    pub founded: Option<i32>,
    pub labels: Option<&'static str>,
}

/// A table, its rows in order.
#[derive(Debug, Clone)]
pub struct Table {
    pub rows: Vec<Row>,
    /// Whether numbers are kept as decimals of so many places.
    pub decimals: Option<i8>,
    /// Whether the table has periods.
    pub periods: bool,
}

/// The dictionary of every table here.
pub fn dictionary() -> Dictionary {
    let item = |code: &str, kind: ItemKind| Item {
        code: code.to_owned(),
        name: Name { zh: code.to_owned(), en: None },
        aliases: Vec::new(),
        kind,
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    };
    let mut items: Vec<_> = NUMBERS
        .iter()
        .map(|(code, unit)| {
            let unit = unit.and_then(Unit::named);
            item(code, ItemKind::Number { unit, minimum: None, maximum: None, whole: false })
        })
        .collect();
    items.push(item(
        "absent",
        ItemKind::Number { unit: Unit::named("万元"), minimum: None, maximum: None, whole: false },
    ));
    items.push(item("credit_code", ItemKind::CreditCode));
    items.push(item("sector", ItemKind::Text { categories: Vec::new() }));
    items.push(item("listed", ItemKind::Truth));
    items.push(item("founded", ItemKind::Date));
    Dictionary::new(items)
}

impl Table {
    /// The table as an engine reads it.
    pub fn population(&self) -> Population {
        let as_of = jiff::civil::date(2023, 6, 30);
        Population::new(self.batch(), &dictionary(), None, as_of).unwrap()
    }

    pub fn batch(&self) -> RecordBatch {
        let rows = &self.rows;
        let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
        for (number, (code, _)) in NUMBERS.iter().enumerate() {
            columns.push((code, self.numbers(number)));
        }
        let codes = rows.iter().map(|row| Some(format!("E{}", row.id)));
        columns.push(("credit_code", Arc::new(codes.collect::<StringArray>())));
        columns.push(("sector", Arc::new(rows.iter().map(|row| row.sector).collect::<StringArray>())));
        columns.push(("listed", Arc::new(rows.iter().map(|row| row.listed).collect::<BooleanArray>())));
        columns.push(("founded", Arc::new(rows.iter().map(|row| row.founded).collect::<Date32Array>())));
        columns.push(("labels", Arc::new(rows.iter().map(|row| row.labels).collect::<StringArray>())));
        if self.periods {
            columns
                .push(("period", Arc::new(rows.iter().map(|row| Some(row.period)).collect::<Int32Array>())));
        }
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)))
            .unwrap()
    }

    fn numbers(&self, number: usize) -> ArrayRef {
        let values = self.rows.iter().map(|row| row.numbers[number]);
        match self.decimals {
            None => Arc::new(values.collect::<Float64Array>()),
            Some(places) => {
                let whole = |value: f64| {
                    let exact = Exact::from_f64_shortest(value).unwrap();
                    exact.round_half_up(places.into()).shift(places.into()).to_ratio_i128().unwrap().0
                };
                let array: Decimal128Array = values.map(|value| value.map(whole)).collect();
                Arc::new(array.with_precision_and_scale(38, places).unwrap())
            }
        }
    }

    /// The same table with its rows turned round.
    pub fn turned(&self, by: usize) -> Self {
        let mut turned = self.clone();
        let by = by % self.rows.len();
        turned.rows.rotate_left(by);
        turned
    }

    /// Where the enterprise that is scored as `index` stands after [`Table::turned`].
    pub fn turned_place(&self, by: usize, index: usize) -> usize {
        let ids = |table: &Self| -> Vec<u32> {
            let latest = table.rows.iter().map(|row| row.period).max().unwrap();
            let current = table.rows.iter().filter(|row| !table.periods || row.period == latest);
            current.map(|row| row.id).collect()
        };
        let id = ids(self)[index];
        ids(&self.turned(by)).iter().position(|other| *other == id).unwrap()
    }
}

/// Tables of up to forty rows.
pub fn any_table() -> impl Strategy<Value = Table> {
    let decimals = prop_oneof![3 => Just(None), 1 => Just(Some(4i8)), 1 => Just(Some(18i8))];
    (vec(any_row(), 1..40), decimals, any::<bool>()).prop_map(|(mut rows, decimals, periods)| {
        for (row, number) in rows.iter_mut().zip(0u32..) {
            // Two rows of one enterprise stand in different periods.
            row.id = if periods { number / 2 } else { number };
            row.period = if periods && number % 2 == 1 { 2021 } else { 2022 };
        }
        Table { rows, decimals, periods }
    })
}

fn any_row() -> impl Strategy<Value = Row> {
    (
        vec(option::weighted(0.9, any_number()), NUMBERS.len()),
        option::weighted(0.9, prop::sample::select(vec!["a", "b", "c"])),
        option::weighted(0.8, any::<bool>()),
        option::weighted(0.8, 10_000i32..19_600),
        option::weighted(0.8, prop::sample::select(vec!["", "高企", "科小;高企", "科小"])),
    )
        .prop_map(|(numbers, sector, listed, founded, labels)| Row {
            id: 0,
            period: 0,
            numbers,
            sector,
            listed,
            founded,
            labels,
        })
}

/// Numbers on edges, next to edges, whole, typed with few places, with many, large, zero, negative.
fn any_number() -> impl Strategy<Value = f64> {
    let edge = prop::sample::select(EDGES.to_vec()).prop_map(|text| text.parse::<f64>().unwrap());
    prop_oneof![
        4 => edge.clone(),
        1 => edge.clone().prop_map(f64::next_up),
        1 => edge.clone().prop_map(f64::next_down),
        1 => edge.prop_map(|value| -value),
        2 => (0i32..30).prop_map(f64::from),
        2 => (0i32..4_000_000).prop_map(|value| f64::from(value) / 100.0),
        1 => (0i32..100_000).prop_map(|value| f64::from(value) / 10_000.0),
        1 => 0.0f64..3_000.0,
        1 => (1u64..1_000_000_000_000_000).prop_map(|value| value as f64),
    ]
}
