//! The job of the peer comparison, phase by phase: `peer SCHEME IN.parquet OUT.parquet [THREADS]`.
//!
//! Prints `JOB wall` like the peers, and where the time goes.
#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use std::{path::Path, time::Instant};

use columnar::{Detail, Options, Population};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let threads: usize = arguments.get(4).map_or(2, |threads| threads.parse().unwrap());
    let begin = Instant::now();
    let mut last = (begin, processor_ms());
    let mut phase = |name: &str| {
        let (wall, processor) = (last.0.elapsed().as_secs_f64() * 1e3, processor_ms() - last.1);
        eprintln!("{name:>12} {wall:6.0} ms, of processors {processor:5} ms");
        last = (Instant::now(), processor_ms());
    };
    let date = jiff::civil::date(2024, 1, 1);
    let loaded = rulebook::load_scheme(Path::new(&arguments[1]), date).unwrap();
    let reading =
        ingest::ReadOptions { id_column: Some("id".to_owned()), threads, ..ingest::ReadOptions::default() };
    let table = ingest::read_table(Path::new(&arguments[2]), &loaded.dictionary, &reading).unwrap();
    phase("read");
    let mut population = Population::new(table.batch, &loaded.dictionary, None, date).unwrap();
    phase("population");
    let options = Options::with_threads(threads);
    let (calibration, scores) =
        columnar::calibrate_and_score_releasing(&loaded.value, &mut population, &options);
    phase("score");
    let batch = scores.to_record_batch(&loaded.value, &population, Detail::Points);
    phase("table");
    let decisions = scores.len() * loaded.value.indicators.len();
    let exact = scores.exact_rows();
    drop((population, scores, calibration));
    let info = export::ResultsInfo {
        title: formula::Sentence::new("性能对比", "Peer comparison"),
        scheme: loaded.value.name.clone(),
        version: loaded.value.version.clone(),
        status: loaded.value.status,
        receipt: Vec::new(),
        summary: export::SummaryColumns::default(),
        language: formula::Language::English,
        threads,
    };
    export::write_results(&batch, &info, Path::new(&arguments[3])).unwrap();
    phase("write");
    eprintln!("exact decisions {exact} of {decisions}");
    println!("JOB {} 0", begin.elapsed().as_secs_f64());
}

/// Milliseconds of all processors together so far, in steps of ten; 0 where the system does not tell.
fn processor_ms() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks =
        |field: usize| after_name.split_whitespace().nth(field).and_then(|text| text.parse::<u64>().ok());
    (ticks(11).unwrap_or(0) + ticks(12).unwrap_or(0)) * 10
}
