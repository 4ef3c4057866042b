//! An authority's list of who made the annual report of a year, and who did not.

use super::{
    plan::Tally,
    problems::Trouble,
    whose::{Line, Register},
};
use crate::jobs::{Progress, Stopped};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use store::{annual_reports::AnnualReport, imports::RowOutcome};

/// What is known before the file is read.
pub(super) struct Known {
    pub(super) register: Register,
    pub(super) rung: String,
    /// What was said before, by enterprise and year.
    pub(super) said: HashMap<(String, i32), AnnualReport>,
    pub(super) import_id: String,
    pub(super) by: String,
}

/// What the file comes to: what is new or different.
pub(super) fn plan(
    rows: &ingest::Rows,
    known: &Known,
    tally: &mut Tally,
    progress: &Progress,
) -> Result<Vec<AnnualReport>, Stopped> {
    let mut reports = Vec::new();
    let mut seen = HashSet::new();
    progress.of(rows.len());
    for index in 0..rows.len() {
        progress.step(index)?;
        let line = Line { rows, index };
        let who = (line.owned("credit_code"), line.owned("name"));
        let said = read(&line, known, &mut seen, tally);
        let Some(now) = said.filter(|_| !rows.problems.spoil(line.row())) else {
            tally.row(rows, index, RowOutcome::Rejected, who, || json!([]));
            continue;
        };
        let before = known.said.get(&(now.enterprise_id.clone(), now.year));
        let changes = before.map_or_else(Vec::new, |before| differences(before, &now));
        let outcome = match before {
            None => RowOutcome::Created,
            Some(_) if changes.is_empty() => RowOutcome::Unchanged,
            Some(_) => RowOutcome::Changed,
        };
        if outcome != RowOutcome::Unchanged {
            reports.push(now);
        }
        tally.row(rows, index, outcome, who, || Value::Array(changes));
    }
    progress.step(rows.len())?;
    Ok(reports)
}

/// What a row says; `None` with the reason noted when it cannot be taken.
fn read(
    line: &Line<'_>,
    known: &Known,
    seen: &mut HashSet<(String, i32)>,
    tally: &mut Tally,
) -> Option<AnnualReport> {
    let found = match known.register.find(line) {
        Ok(found) => found,
        Err(trouble) => {
            tally.trouble(line.row(), *trouble);
            return None;
        }
    };
    found.doubts.into_iter().for_each(|doubt| tally.trouble(line.row(), doubt));
    let year: Option<i32> = line.text("period").and_then(|text| text.parse().ok());
    let on = line.day("reported_on");
    // A day is an answer too: who has one made the report.
    let reported = line.text("reported").map(|text| text == "true").or(on.map(|_| true));
    let (Some(year), Some(reported)) = (year, reported) else {
        let trouble = Trouble::new(
            "report-not-told",
            "看不出是否填报了年报。",
            "It does not say whether the report was made.",
        )
        .hint("在“是否填报”列写是或否", "write 是 or 否 in the column 是否填报");
        tally.trouble(line.row(), line.at("reported", trouble));
        return None;
    };
    if !seen.insert((found.enterprise.id.clone(), year)) {
        let trouble =
            Trouble::new("twice-in-list", "名单中这家企业出现了两次。", "The list has the enterprise twice.")
                .hint("只留一行", "keep one row");
        tally.trouble(line.row(), trouble);
        return None;
    }
    Some(AnnualReport {
        enterprise_id: found.enterprise.id.clone(),
        rung: known.rung.clone(),
        year,
        reported,
        reported_on: on,
        import_id: Some(known.import_id.clone()),
        stated_by: known.by.clone(),
    })
}

fn differences(before: &AnnualReport, now: &AnnualReport) -> Vec<Value> {
    let told = |one: &AnnualReport| {
        let on = one.reported_on.map(|day| day.to_string());
        [("reported", Some(one.reported.to_string())), ("reported_on", on)]
    };
    let pairs = told(before).into_iter().zip(told(now));
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((item, old), (_, new))| json!({"item": item, "before": old, "after": new}))
        .collect()
}
