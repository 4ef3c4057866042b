//! A zone of 6,000 enterprises: the whole run, one what-if, and how many decisions needed exact arithmetic.
//!
//! `cargo bench -p jifen-columnar`
#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use std::path::Path;

use columnar::{Options, Population, calibrate_and_score};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::{
    evaluation::{Overlay, score},
    indicators::{Dictionary, Scheme},
};
use formula::{Exact, Fact};
use jiff::civil::date;

const ENTERPRISES: usize = 6_000;

fn zone(dictionary: &Dictionary) -> Population {
    let zone = demo::zone(ENTERPRISES, 1, &[2023, 2024, 2025]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("zone.parquet");
    let rows = zone.rows.iter().map(|row| export::FactRow { period: Some(row.period), facts: &row.facts });
    export::write_facts(&file, dictionary, &zone.columns, rows).unwrap();
    let table = ingest::read_table(&file, dictionary, &ingest::ReadOptions::default()).unwrap();
    Population::new(table.batch, dictionary, None, date(2025, 12, 31)).unwrap()
}

fn engine(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let loaded =
        rulebook::load_scheme(&root.join("rules/schemes/zone-four-stage.yaml"), date(2025, 12, 31)).unwrap();
    let scheme: &Scheme = &loaded.value;
    let population = zone(&loaded.dictionary);
    let options = Options::default();
    let (calibration, scores) = calibrate_and_score(scheme, &population, &options);
    let decisions = ENTERPRISES * scheme.indicators.len();
    println!("decisions by exact arithmetic: {} of {decisions}", scores.exact_rows());

    criterion.bench_function("calibrate and score 6,000 enterprises × 29 indicators", |bench| {
        bench.iter(|| calibrate_and_score(scheme, &population, &options));
    });
    let facts = population.row(1);
    let changed = Overlay::new(&facts).with_item("rd_expense", 0, Some(Fact::Number(Exact::from(1_200))));
    criterion.bench_function("one what-if against the stored reference", |bench| {
        bench.iter(|| score(scheme, &calibration, &changed));
    });
}

criterion_group!(benches, engine);
criterion_main!(benches);
