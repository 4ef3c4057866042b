//! `jifen what-if`: one enterprise with changed values, against the same reference.

mod change;
mod view;

use columnar::Detail;
use domain::evaluation::{Overlay, WhatIf as Outcome, what_if};
use run::{Opened, Run};

use crate::{
    args::WhatIf,
    console::Console,
    exit::{Ended, Exit, Stop},
    running::{find, options, run_job},
    verify::insist_unchanged,
};
use change::Change;

/// A score before and after, with the place it would take among the others as they are.
pub struct Compared {
    /// The enterprise's row.
    pub row: usize,
    /// What was changed.
    pub changes: Vec<Change>,
    /// Before and after.
    pub outcome: Outcome,
    /// Place within its stage after the change and how many are ranked there; `None` without a rank.
    pub place_after: Option<(u32, u32)>,
}

/// Scores again.
pub fn run(args: &WhatIf, console: Console) -> Ended {
    let opened = Opened::read(&args.receipt)?;
    insist_unchanged(&opened)?;
    let run = run_job(&opened.job(options(None))?, Detail::Full, console)?;
    let row = find(&run, &args.id)?;
    let changes = parse_changes(&args.changes, &run)?;
    let facts = run.population.row(row);
    let overlay = changes.iter().fold(Overlay::new(&facts), |overlay, change| change.apply(overlay));
    let outcome = what_if(&run.scheme.value, &run.calibration, &overlay);
    let place_after = place_among_others(&run, row, &outcome);
    let compared = Compared { row, changes, outcome, place_after };
    if console.json {
        console.print(&format!("{:#}\n", view::json(&run, &compared)));
    } else {
        console.print(&view::text(&run, &compared, console));
    }
    Ok(Exit::Done)
}

/// Every change, or every mistake in them at once.
fn parse_changes(texts: &[String], run: &Run) -> Result<Vec<Change>, Stop> {
    let (good, bad): (Vec<_>, Vec<_>) =
        texts.iter().map(|text| Change::parse(text, &run.scheme.dictionary)).partition(Result::is_ok);
    let mistakes: Vec<_> = bad.into_iter().filter_map(Result::err).collect();
    if mistakes.is_empty() {
        return Ok(good.into_iter().filter_map(Result::ok).collect());
    }
    let joined = |pick: fn(&formula::Sentence) -> &String| {
        mistakes.iter().map(|sentence| pick(sentence).clone()).collect::<Vec<_>>().join("\n")
    };
    let message = formula::Sentence::new(joined(|sentence| &sentence.zh), joined(|sentence| &sentence.en));
    Err(Stop::new(Exit::Problems, message))
}

/// The place the changed total would take in its stage while everybody else stays as they are.
fn place_among_others(run: &Run, row: usize, outcome: &Outcome) -> Option<(u32, u32)> {
    let stage = outcome.after.stage.clone().ok()?;
    if !outcome.after.ranked() {
        return None;
    }
    let others = (0..run.scores.len()).filter(|&other| {
        other != row && run.scores.stage(other) == Some(stage) && run.scores.places(other).is_some()
    });
    let (mut better, mut of) = (0, 1);
    for other in others {
        of += 1;
        better += u32::from(run.scores.total(other) > outcome.after.total);
    }
    Some((better + 1, of))
}
