//! Counters for Prometheus.

use crate::{app::App, backups};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use store::{audit, jobs};

/// Upper bounds of the histogram, in seconds.
const BOUNDS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// What was counted.
#[derive(Default)]
pub(crate) struct Metrics {
    requests: Mutex<BTreeMap<(String, u16), Timings>>,
    /// Sign-ins refused since the start.
    refused: AtomicU64,
}

#[derive(Default, Clone, Copy)]
struct Timings {
    count: u64,
    micros: u128,
    within: [u64; BOUNDS.len()],
}

impl Metrics {
    /// Counts a request to `operation` that ended with `status`.
    pub(crate) fn request(&self, operation: &str, status: u16, took: Duration) {
        let mut all = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let timings = all.entry((operation.to_owned(), status)).or_default();
        timings.count += 1;
        timings.micros += took.as_micros();
        for (bound, count) in BOUNDS.iter().zip(&mut timings.within) {
            *count += u64::from(took.as_secs_f64() <= *bound);
        }
    }

    /// Counts a sign-in that was refused.
    pub(crate) fn sign_in_refused(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// The requests, in the text format of Prometheus.
    fn requests(&self) -> String {
        let all = self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut text = String::from("# TYPE jifen_request_seconds histogram\n");
        for ((operation, status), timings) in &all {
            let labels = format!("operation=\"{operation}\",status=\"{status}\"");
            lines(&mut text, &labels, timings);
        }
        text
    }
}

/// Everything in the text format of Prometheus; what is not counted is measured now. `docs/CLI.md` says what each
/// is for.
pub(crate) async fn render(app: &App) -> String {
    let database = &app.database;
    let rows = audit::head(database).await.map_or(-1, |head| head.count);
    let anchored = database.anchor().heads().ok().map(|heads| heads.last().map_or(0, |head| head.count));
    let waiting = jobs::waiting(database).await.map_or(-1, |count| i64::try_from(count).unwrap_or(i64::MAX));
    let mut text = app.metrics.requests();
    let free = app.in_flight.available_permits().to_string();
    let unanchored = anchored.filter(|_| rows >= 0).map_or(-1, |anchored| (rows - anchored).max(0));
    one(&mut text, "gauge", "jifen_audit_rows", &rows.to_string());
    one(&mut text, "gauge", "jifen_unanchored_audit_rows", &unanchored.to_string());
    one(&mut text, "counter", "jifen_anchor_failures_total", &database.anchor().failures().to_string());
    one(&mut text, "gauge", "jifen_free_request_places", &free);
    one(&mut text, "gauge", "jifen_write_ahead_log_bytes", &database.log_bytes().to_string());
    one(&mut text, "gauge", "jifen_jobs_waiting", &waiting.to_string());
    let refused = app.metrics.refused.load(Ordering::Relaxed).to_string();
    one(&mut text, "counter", "jifen_sign_in_failures_total", &refused);
    if let Some((age, failed)) = backups::measured(app, app.edge.now()) {
        let age = age.map_or_else(|| "+Inf".to_owned(), |age| age.to_string());
        one(&mut text, "gauge", "jifen_backup_age_seconds", &age);
        one(&mut text, "gauge", "jifen_backup_failed", if failed { "1" } else { "0" });
    }
    text
}

/// One number.
fn one(text: &mut String, kind: &str, name: &str, value: &str) {
    let _ = writeln!(text, "# TYPE {name} {kind}\n{name} {value}");
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
