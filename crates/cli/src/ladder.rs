//! `jifen ladder`: every enterprise of a table against one rung or several, condition by condition.

use std::path::Path;

use columnar::{Assessed, Population};
use domain::{
    Status,
    cultivation::{Application, Ladder, Occasion},
    indicators::Dictionary,
};
use export::SummaryColumns;
use formula::{Language, Sentence};
use jiff::civil::Date;
use rulebook::Loaded;
use run::{Read, THREADS, Written, insist_readable, made_from, read_population, write_together};

use crate::{
    args, clock,
    console::Console,
    exit::{Ended, Exit, Stop},
    problems::{remark_warnings, rules_stop},
    running::{export_stop, internal_stop, options},
};

mod answer;
mod several;

/// Assesses and writes one line per enterprise.
pub fn run(args: &args::Ladder, console: Console) -> Ended {
    for path in &args.ladder {
        insist_readable(path)?;
    }
    match args.ladder.as_slice() {
        [one] if one.is_file() => run_one(args, one, console),
        _ => several::run(args, console),
    }
}

fn run_one(args: &args::Ladder, path: &Path, console: Console) -> Ended {
    let load = |on| {
        let application = nearest_application(path, on, occasion(args))?;
        rulebook::load_ladder(path, application).map_err(|problems| rules_stop(&problems))
    };
    let first = load(args.reading.as_of.unwrap_or_else(clock::today))?;
    let progress = console.progress("读取数据", "reading the table");
    let Read { population, as_of, warnings, .. } =
        read_population(&(&args.reading).into(), &first.dictionary, clock::today())?;
    drop(progress);
    let loaded = load(as_of)?;
    remark_warnings(&loaded.warnings, &warnings, console);
    let assessed = assess(&loaded, &loaded.dictionary, &population, console)?;
    write_together(vec![write(&loaded, &assessed, as_of, &args.output, console)?])?;
    answer::one(args, &loaded.value, &assessed.standings, console);
    Ok(Exit::Done)
}

fn occasion(args: &args::Ladder) -> Occasion {
    if args.review { Occasion::Review } else { Occasion::Recognition }
}

/// The application on the day nearest to `on` that the rules of one file cover: last year's figures are usually held
/// against a rule that came into force this year.
fn nearest_application(path: &Path, on: Date, occasion: Occasion) -> Result<Application, Stop> {
    let application = Application { on, occasion };
    let rungs = rulebook::load_rungs(&[path.to_owned()]).map_err(|problems| rules_stop(&problems))?;
    let Some(version) = rungs.first().and_then(|rung| rung.versions.first()) else { return Ok(application) };
    if Ladder::covers(version.in_force, version.reviews, application) {
        return Ok(application);
    }
    let last = match (occasion, version.reviews) {
        (Occasion::Review, Some(days)) => days.until,
        _ => version.in_force.until,
    };
    let on = if on < version.in_force.from { version.in_force.from } else { last.unwrap_or(on) };
    Ok(Application { on, occasion })
}

fn assess(
    loaded: &Loaded<Ladder>,
    dictionary: &Dictionary,
    population: &Population,
    console: Console,
) -> Result<Assessed, Stop> {
    let _progress = console.progress("逐条核对", "checking conditions");
    columnar::assess_ladder(&loaded.value, population, dictionary, console.language, &options(None))
        .map_err(|error| internal_stop(&error))
}

/// The sheet of one ladder, beside its final name.
fn write(
    loaded: &Loaded<Ladder>,
    assessed: &Assessed,
    as_of: Date,
    output: &Path,
    console: Console,
) -> Result<Written, Stop> {
    let ladder = &loaded.value;
    let info = info(ladder, receipt(loaded, as_of, console), console.language);
    Written::with(output, |beside| {
        export::write_results(&assessed.batch, &info, beside)
            .map_err(|error| export_stop(output, beside, &error))
    })
}

fn info(ladder: &Ladder, receipt: Vec<(Sentence, String)>, language: Language) -> export::ResultsInfo {
    export::ResultsInfo {
        title: Sentence::new(ladder.name.zh.clone(), ladder.name.in_language(Language::English)),
        scheme: ladder.name.clone(),
        version: ladder.version.clone(),
        status: ladder.status,
        receipt,
        summary: SummaryColumns { stage: "verdict".to_owned(), ..SummaryColumns::default() },
        language,
        threads: THREADS,
    }
}

/// What the sheet says about its making: the note first, then how sure the rules are and where they hold.
fn receipt(loaded: &Loaded<Ladder>, as_of: Date, console: Console) -> Vec<(Sentence, String)> {
    let ladder = &loaded.value;
    let mut lines = vec![(Sentence::new("说明", "Note"), console.say(&Ladder::note()).to_owned())];
    let remarks = ladder.remarks.iter().map(|remark| remark.in_language(console.language).to_owned());
    lines.extend(remarks.map(|remark| (Sentence::new("规则说明", "About the rules"), remark)));
    if let Some(place) = &ladder.place {
        let place = place.in_language(console.language).to_owned();
        lines.push((Sentence::new("适用地区", "Where the rules hold"), place));
    }
    let occasion = ladder.application.occasion.sentence();
    lines.push((Sentence::new("申请类别", "Occasion"), console.say(&occasion).to_owned()));
    let rules_on = ladder.application.on.to_string();
    lines.extend(made_from(&as_of.to_string(), &rules_on, &loaded.source_hash, clock::now()));
    lines
}

/// Whether any of them is illustrative.
fn status(mut ladders: impl Iterator<Item = Status>) -> Status {
    if ladders.any(|status| status == Status::Illustrative) { Status::Illustrative } else { Status::Official }
}
