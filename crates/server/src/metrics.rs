//! Counters for Prometheus.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Upper bounds of the histogram, in seconds.
const BOUNDS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// What was counted.
#[derive(Default)]
pub(crate) struct Metrics(Mutex<BTreeMap<(String, u16), Timings>>);

#[derive(Default, Clone, Copy)]
struct Timings {
    count: u64,
    micros: u128,
    within: [u64; BOUNDS.len()],
}

impl Metrics {
    /// Counts a request to `operation` that ended with `status`.
    pub(crate) fn request(&self, operation: &str, status: u16, took: Duration) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let timings = all.entry((operation.to_owned(), status)).or_default();
        timings.count += 1;
        timings.micros += took.as_micros();
        for (bound, count) in BOUNDS.iter().zip(&mut timings.within) {
            *count += u64::from(took.as_secs_f64() <= *bound);
        }
    }

    /// In the text format of Prometheus; `audit_rows` and `free_places` are measured now.
    pub(crate) fn render(&self, audit_rows: i64, free_places: usize) -> String {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut text = String::from("# TYPE jifen_request_seconds histogram\n");
        for ((operation, status), timings) in &all {
            let labels = format!("operation=\"{operation}\",status=\"{status}\"");
            lines(&mut text, &labels, timings);
        }
        let _ = writeln!(text, "# TYPE jifen_audit_rows gauge\njifen_audit_rows {audit_rows}");
        let _ =
            writeln!(text, "# TYPE jifen_free_request_places gauge\njifen_free_request_places {free_places}");
        text
    }
}

/// Writing to a string cannot fail, so its results are dropped.
fn lines(text: &mut String, labels: &str, timings: &Timings) {
    for (bound, count) in BOUNDS.iter().zip(timings.within) {
        let _ = writeln!(text, "jifen_request_seconds_bucket{{{labels},le=\"{bound}\"}} {count}");
    }
    let _ = writeln!(text, "jifen_request_seconds_bucket{{{labels},le=\"+Inf\"}} {}", timings.count);
    let seconds = Duration::from_micros(u64::try_from(timings.micros).unwrap_or(u64::MAX)).as_secs_f64();
    let _ = writeln!(text, "jifen_request_seconds_sum{{{labels}}} {seconds}");
    let _ = writeln!(text, "jifen_request_seconds_count{{{labels}}} {}", timings.count);
}
