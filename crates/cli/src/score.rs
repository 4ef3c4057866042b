//! `jifen score`.

mod files;
mod results_hash;
mod summary;

use std::path::Path;

use columnar::Options;
use serde_json::json;

pub use files::{THREADS, Written, export_stop, made_from, status_word, write_together};
pub use results_hash::hash_results;

use crate::{
    args::{Detail, Score},
    clock,
    console::Console,
    exit::{Ended, Exit, Stop},
    run::{Job, Run, receipt_stop},
};

/// Scores, then writes results, receipt and reference together or not at all.
pub fn run(args: &Score, console: Console) -> Ended {
    let job = Job {
        scheme: args.scheme.clone(),
        reading: args.reading.clone(),
        rules_on: args.rules_on,
        calibration: args.calibration.clone(),
        options: options(args.threads),
    };
    let mut run = job.run(console)?;
    let progress = console.progress("写出结果", "writing the results");
    let now = clock::now();
    let results = results_file(&mut run, &args.output, args.detail, console.language, now)?;
    let mut files = vec![results];
    if let Some(path) = &args.save_calibration {
        let text = receipt::write_calibration(&run.scheme.value, &run.calibration);
        files.push(Written::text(path, text.map_err(|error| json_stop(path, &error))?)?);
    }
    if let Some(path) = &args.receipt {
        let receipt = files::receipt_of(&job, &run, &files[0], path, args.detail, console.language, now)?;
        files.push(Written::text(path, receipt.to_json().map_err(|error| json_stop(path, &error))?)?);
    }
    write_together(files)?;
    drop(progress);
    if console.json {
        console.print(&format!("{:#}\n", summary::to_json(&run, args.top)));
    } else {
        console.print(&summary::to_text(&run, args, console));
    }
    Ok(Exit::Done)
}

/// The results as a file not yet in its place. The enterprises' values are let go of: writing takes memory too.
pub fn results_file(
    run: &mut Run,
    output: &Path,
    detail: Detail,
    language: formula::Language,
    now: jiff::Timestamp,
) -> Result<Written, Stop> {
    let detail = match detail {
        Detail::Full => columnar::Detail::Full,
        Detail::Points => columnar::Detail::Points,
    };
    let batch = run.scores.to_record_batch(&run.scheme.value, &run.population, detail);
    run.population.release_values();
    let info = files::results_info(run, language, now);
    Written::with(output, |beside| {
        export::write_results(&batch, &info, beside)
            .map_err(|error| files::export_stop(output, beside, &error))
    })
}

/// Threads as asked for, or all cores.
#[must_use]
pub fn options(threads: Option<u16>) -> Options {
    threads.map_or_else(Options::default, |threads| Options::with_threads(usize::from(threads)))
}

fn json_stop(path: &Path, error: &serde_json::Error) -> Stop {
    receipt_stop(&receipt::ReceiptError::Malformed {
        path: path.to_owned(),
        reason: json!(error.to_string()).to_string(),
    })
}
