//! What reading and writing alone take: `copy IN.parquet RESULTS.parquet OUT.parquet [THREADS]`.
//!
//! Reads every column of IN as the engine's input is read, and writes the columns of RESULTS as results are written.
//! RESULTS is read before the clock starts.
#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use std::{collections::HashMap, fs::File, path::Path, sync::Arc, time::Instant};

use arrow::{array::RecordBatch, compute::concat_batches};
use domain::{Name, Status};
use formula::Sentence;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let threads: usize = arguments.get(4).map_or(2, |threads| threads.parse().unwrap());
    let results = whole(Path::new(&arguments[2]));
    let items = rulebook::load_items(Path::new("benches/peer.items.yaml")).unwrap();
    let begin = Instant::now();
    let reading =
        ingest::ReadOptions { id_column: Some("id".to_owned()), threads, ..ingest::ReadOptions::default() };
    let table = ingest::read_table(Path::new(&arguments[1]), &items.value, &reading).unwrap();
    let info = export::ResultsInfo {
        title: Sentence::new("性能对比", "Peer comparison"),
        scheme: Name::default(),
        version: String::new(),
        status: Status::Illustrative,
        receipt: Vec::new(),
        summary: export::SummaryColumns::default(),
        language: formula::Language::English,
        threads,
    };
    export::write_results(&results, &info, Path::new(&arguments[3])).unwrap();
    println!("JOB {} 0", begin.elapsed().as_secs_f64());
    drop(table);
}

fn whole(path: &Path) -> RecordBatch {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    let schema = builder.schema().clone();
    let batches: Vec<RecordBatch> =
        builder.with_batch_size(1 << 20).build().unwrap().map(Result::unwrap).collect();
    let whole = concat_batches(&schema, &batches).unwrap();
    // What the file says about itself is written anew.
    let plain = schema.as_ref().clone().with_metadata(HashMap::new());
    RecordBatch::try_new(Arc::new(plain), whole.columns().to_vec()).unwrap()
}
