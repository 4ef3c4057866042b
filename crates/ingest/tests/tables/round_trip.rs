//! What is written is read back as the same facts, in every format.

use std::{path::Path, sync::Arc};

use arrow::{
    array::{Array, AsArray, RecordBatch},
    datatypes::{DataType, Date32Type, Decimal128Type, Float64Type, Int32Type},
};
use domain::{enterprise::CreditCode, indicators::Dictionary};
use export::{FactRow, write_facts};
use formula::{Exact, Fact};
use ingest::ReadOptions;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::kit::{dictionary, read};

const COLUMNS: [&str; 10] =
    ["credit_code", "name", "rd_expense", "profit", "ratio", "staff", "listed", "founded", "field", "labels"];

type Row = (i32, Vec<Option<Fact>>);

fn code(index: usize) -> Fact {
    let code = CreditCode::complete(&format!("91000000MA{index:07}")).unwrap();
    Fact::Text(code.as_str().into())
}

/// Decimals as people write them, and a few that no double can mean.
fn number(negative: bool) -> impl Strategy<Value = Fact> {
    let sign = if negative { -1i128 } else { 1 };
    let short = (0i128..1_000_000_000, -4i32..3);
    let long = (0i128..1_000_000_000_000_000_000_000, -6i32..1);
    prop_oneof![9 => short, 1 => long]
        .prop_map(move |(it, power)| Fact::Number(Exact::scaled(it * sign, power)))
}

fn text() -> impl Strategy<Value = Fact> {
    "[=+@'a-z0-9研发,\";\\-]{1,12}".prop_map(|text| Fact::Text(text.as_str().into()))
}

fn facts() -> impl Strategy<Value = Vec<Option<Fact>>> {
    let date =
        (1950i16..2030, 1i8..13, 1i8..29).prop_map(|(y, m, d)| Fact::Date(Date::new(y, m, d).unwrap()));
    let field = prop::sample::select(vec!["it", "bio", "am"]).prop_map(|code| Fact::Text(code.into()));
    let labels =
        prop::sample::select(vec!["", "高新技术企业", "A;B"]).prop_map(|text| Fact::Text(text.into()));
    (
        prop::option::of(text()),
        prop::option::of(number(false)),
        prop::option::of(prop_oneof![number(false), number(true)]),
        prop::option::of(number(true)),
        prop::option::of((0i64..100_000).prop_map(|count| Fact::Number(count.into()))),
        prop::option::of(any::<bool>().prop_map(Fact::Truth)),
        prop::option::of(date),
        prop::option::of(field),
        prop::option::of(labels),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| vec![a, b, c, d, e, f, g, h, i])
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((2020i32..2024, facts()), 1..12).prop_map(|rows| {
        let coded = rows
            .into_iter()
            .enumerate()
            .map(|(index, (period, facts))| (period, [Some(code(index))].into_iter().chain(facts).collect()));
        coded.collect()
    })
}

/// The facts of a batch, column by column as `COLUMNS` says.
fn facts_of(batch: &RecordBatch) -> Vec<Row> {
    let periods = batch.column_by_name("period").unwrap().as_primitive::<Int32Type>();
    (0..batch.num_rows())
        .map(|row| {
            let facts =
                COLUMNS.iter().map(|name| batch.column_by_name(name).and_then(|column| fact(column, row)));
            (periods.value(row), facts.collect())
        })
        .collect()
}

fn fact(column: &Arc<dyn Array>, row: usize) -> Option<Fact> {
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Float64 => {
            Fact::Number(Exact::from_f64_shortest(column.as_primitive::<Float64Type>().value(row)).unwrap())
        }
        DataType::Decimal128(_, scale) => Fact::Number(Exact::scaled(
            column.as_primitive::<Decimal128Type>().value(row),
            -i32::from(*scale),
        )),
        DataType::Boolean => Fact::Truth(column.as_boolean().value(row)),
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            Fact::Date(jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days))
        }
        _ => Fact::Text(column.as_string::<i32>().value(row).into()),
    })
}

fn written_and_read(path: &Path, dictionary: &Dictionary, rows: &[Row]) -> Vec<Row> {
    let table_rows = rows.iter().map(|(period, facts)| FactRow { period: Some(*period), facts });
    write_facts(path, dictionary, &COLUMNS, table_rows).unwrap();
    let table = read(path, &ReadOptions::default()).unwrap();
    facts_of(&table.batch)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn facts_survive_every_format(rows in rows()) {
        let folder = tempfile::tempdir().unwrap();
        let dictionary = dictionary();
        for name in ["facts.csv", "facts.xlsx", "facts.parquet"] {
            let back = written_and_read(&folder.path().join(name), &dictionary, &rows);
            prop_assert_eq!(&back, &rows, "{}", name);
        }
    }
}
