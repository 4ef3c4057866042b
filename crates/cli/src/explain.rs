//! `jifen explain`: every point of one enterprise, and what would gain most.

mod json;
mod text;

pub use text::fact;

use columnar::Detail;
use domain::evaluation::{Explanation, Gain};
use run::{Opened, Run};

use crate::{
    args::Explain,
    console::Console,
    exit::{Ended, Exit},
    running::{find, options, run_job},
    verify::insist_unchanged,
};

/// One enterprise of a run, explained.
pub struct Explained {
    /// Its row.
    pub row: usize,
    /// Why it has its points.
    pub explanation: Explanation,
    /// What would gain most, best first.
    pub gains: Vec<Gain>,
}

impl Explained {
    /// Explains row `row` of a run.
    #[must_use]
    pub fn of(run: &Run, row: usize) -> Self {
        let (scheme, dictionary) = (&run.scheme.value, &run.scheme.dictionary);
        let facts = run.population.row(row);
        let explanation = domain::evaluation::explain(scheme, &run.calibration, &facts, dictionary);
        let gains = domain::evaluation::gains(scheme, &run.calibration, &facts, dictionary);
        Self { row, explanation, gains }
    }
}

/// Explains.
pub fn run(args: &Explain, console: Console) -> Ended {
    let opened = Opened::read(&args.receipt)?;
    insist_unchanged(&opened)?;
    let run = run_job(&opened.job(options(None))?, Detail::Full, console)?;
    let explained = Explained::of(&run, find(&run, &args.id)?);
    if console.json {
        console.print(&format!("{:#}\n", json::answer(&run, &explained)));
    } else {
        console.print(&text::answer(&run, &explained, console));
    }
    Ok(Exit::Done)
}
