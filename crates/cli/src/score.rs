//! `jifen score`.

mod summary;

use std::path::Path;

use run::{Job, Making, Written, receipt_of, results_file, write_together};
use serde_json::json;

use crate::{
    args::{Detail, Score},
    clock,
    console::Console,
    exit::{Ended, Exit, Stop},
    running::{options, receipt_stop, run_job},
};

/// Scores, then writes results, receipt and reference together or not at all.
pub fn run(args: &Score, console: Console) -> Ended {
    let job = Job {
        scheme: args.scheme.clone(),
        reading: (&args.reading).into(),
        rules_on: args.rules_on,
        calibration: args.calibration.clone(),
        options: options(args.threads),
    };
    let mut run = run_job(&job, args.detail.into(), console)?;
    let progress = console.progress("写出结果", "writing the results");
    let by = clock::user();
    let making =
        Making { language: console.language, detail: args.detail.into(), now: clock::now(), by: &by };
    let mut files = vec![results_file(&mut run, &args.output, &making)?];
    if let Some(path) = &args.save_calibration {
        let text = receipt::write_calibration(&run.scheme.value, &run.calibration);
        files.push(Written::text(path, text.map_err(|error| json_stop(path, &error))?)?);
    }
    if let Some(path) = &args.receipt {
        let receipt = receipt_of(&job, &run, &files[0], path, &making)?;
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

impl From<Detail> for columnar::Detail {
    fn from(detail: Detail) -> Self {
        match detail {
            Detail::Full => Self::Full,
            Detail::Points => Self::Points,
        }
    }
}

fn json_stop(path: &Path, error: &serde_json::Error) -> Stop {
    receipt_stop(&receipt::ReceiptError::Malformed {
        path: path.to_owned(),
        reason: json!(error.to_string()).to_string(),
    })
}
