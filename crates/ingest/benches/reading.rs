//! How fast tables are read: a million enterprises from Parquet beside plain Arrow decoding of the same bytes, and a
//! zone of 6,000 from CSV and XLSX.
#![expect(clippy::unwrap_used, reason = "a bench that cannot prepare its files must stop")]

use std::{
    fs::File,
    hint::black_box,
    path::{Path, PathBuf},
    sync::Arc,
};

use arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::{
    Name,
    enterprise::CreditCode,
    indicators::{Dictionary, Item, ItemKind},
};
use export::{FactRow, write_facts};
use formula::{Exact, Fact, Unit};
use ingest::{ReadOptions, read_table};
use parquet::arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder};

const COLUMNS: usize = 20;

fn dictionary(columns: usize) -> Dictionary {
    let item = |code: String, kind: ItemKind| Item {
        name: Name { zh: format!("{code}项"), en: None },
        code,
        aliases: Vec::new(),
        kind,
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    };
    let number = ItemKind::Number {
        unit: Unit::named("万元"),
        minimum: Some(Exact::ZERO),
        maximum: None,
        whole: false,
    };
    let mut items = vec![item("credit_code".to_owned(), ItemKind::CreditCode)];
    items.extend((0..columns).map(|index| item(format!("x{index:02}"), number.clone())));
    Dictionary::new(items)
}

/// Amounts with two decimals, every 33rd missing.
fn amount(row: usize, column: usize) -> Option<i64> {
    let seed =
        (row as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(u32::try_from(column).unwrap() * 3);
    (!seed.is_multiple_of(33)).then(|| i64::try_from(seed % 100_000_000).unwrap())
}

fn million(folder: &Path) -> PathBuf {
    let path = folder.join("million.parquet");
    let rows = 1_000_000;
    let ids: ArrayRef = Arc::new(Int64Array::from_iter_values(0..rows));
    let mut columns = vec![("id".to_owned(), ids)];
    for column in 0..COLUMNS {
        let value = |row: i64| -> Option<f64> {
            let cents = amount(usize::try_from(row).unwrap(), column)?;
            Some(Exact::scaled(i128::from(cents), -2).to_f64())
        };
        columns.push((format!("x{column:02}"), Arc::new((0..rows).map(value).collect::<Float64Array>())));
    }
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    path
}

fn zone(folder: &Path, name: &str, columns: usize) -> PathBuf {
    let path = folder.join(name);
    let rows: Vec<Vec<Option<Fact>>> = (0..6_000)
        .map(|row| {
            let code = CreditCode::complete(&format!("91000000MA{row:07}")).unwrap();
            let facts = (0..columns)
                .map(|column| amount(row, column).map(|it| Fact::Number(Exact::scaled(it.into(), -2))));
            [Some(Fact::Text(code.as_str().into()))].into_iter().chain(facts).collect()
        })
        .collect();
    let dictionary = dictionary(columns);
    let codes: Vec<&str> = dictionary.items().iter().map(|item| item.code.as_str()).collect();
    let rows = rows.iter().map(|facts| FactRow { period: Some(2023), facts });
    write_facts(&path, &dictionary, &codes, rows).unwrap();
    path
}

fn plain_decoding(path: &Path) -> usize {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let reader = builder.with_batch_size(1 << 20).build().unwrap();
    reader.map(|batch| batch.unwrap().num_rows()).sum()
}

fn reading(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut group = criterion.benchmark_group("reading");
    group.sample_size(10);
    let path = million(folder.path());
    let small = dictionary(COLUMNS);
    group.bench_function("1M x 20 parquet, plain decoding", |bencher| {
        bencher.iter(|| black_box(plain_decoding(&path)));
    });
    for threads in [1, 2] {
        let options = ReadOptions { id_column: Some("id".to_owned()), threads, ..ReadOptions::default() };
        group.bench_function(format!("1M x 20 parquet, read_table, {threads} threads"), |bencher| {
            bencher.iter(|| black_box(read_table(&path, &small, &options).unwrap()));
        });
    }
    for (name, columns) in [("zone.csv", 20), ("zone.xlsx", 60), ("zone.csv", 60)] {
        let path = zone(folder.path(), name, columns);
        let dictionary = dictionary(columns);
        group.bench_function(format!("6,000 x {columns} {name}, read_table"), |bencher| {
            bencher.iter(|| black_box(read_table(&path, &dictionary, &ReadOptions::default()).unwrap()));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
