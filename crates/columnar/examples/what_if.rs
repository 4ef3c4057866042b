//! One what-if inside the process, and a zone of 6,000 enterprises: `what_if`. Run from the top of the repository.
//!
//! Prints `name<TAB>figure` lines: microseconds of one what-if, milliseconds of a zone, the share of its decisions that exact
//! arithmetic took.
#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use std::{path::Path, time::Instant};

use columnar::{Options, Population, calibrate_and_score};
use domain::{
    evaluation::{Overlay, score},
    indicators::Dictionary,
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

fn main() {
    let loaded =
        rulebook::load_scheme(Path::new("rules/schemes/zone-four-stage.yaml"), date(2025, 12, 31)).unwrap();
    let scheme = &loaded.value;
    let population = zone(&loaded.dictionary);
    let options = Options::default();
    let (calibration, scores) = calibrate_and_score(scheme, &population, &options);
    let many_facts: Vec<_> = (0..500).map(|index| population.row(index)).collect();
    let changed: Vec<_> = many_facts
        .iter()
        .map(|facts| Overlay::new(facts).with_item("rd_expense", 0, Some(Fact::Number(Exact::from(1_200)))))
        .collect();
    let what_if = median(11, || changed.iter().for_each(|facts| drop(score(scheme, &calibration, facts))));
    println!("what-if\t{:.2}", what_if * 1e6 / changed.len() as f64);
    let zone = median(11, || drop(calibrate_and_score(scheme, &population, &options)));
    println!("zone\t{:.2}", zone * 1e3);
    println!("exact\t{:.4}", scores.exact_rows() as f64 / (scores.len() * scheme.indicators.len()) as f64);
}

/// The median time of so many runs, in seconds.
fn median(runs: usize, mut run: impl FnMut()) -> f64 {
    let mut seconds: Vec<f64> = (0..runs)
        .map(|_| {
            let begin = Instant::now();
            run();
            begin.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds[runs / 2]
}
