//! Several rungs at once: a sheet for each, and one summary of who stands where and what is nearest.

use std::path::{Path, PathBuf};

use columnar::{Assessed, summarise};
use domain::{
    Name,
    cultivation::{Application, Ladder},
    indicators::Dictionary,
};
use export::SummaryColumns;
use formula::Sentence;
use jiff::civil::Date;
use rulebook::{Loaded, Rung, load_rungs};
use run::{Read, THREADS, Written, made_from, read_population, write_together};

use super::{answer, assess, occasion, status, write};
use crate::{
    args, clock,
    console::Console,
    exit::{Ended, Exit, Stop},
    problems::{remark_warnings, rules_stop},
    running::{export_stop, internal_stop},
};

/// Assesses everybody on every rung whose rules are in force on the day.
pub fn run(args: &args::Ladder, console: Console) -> Ended {
    let rungs = load_rungs(&args.ladder).map_err(|problems| rules_stop(&problems))?;
    if rungs.is_empty() {
        return Err(no_ladder());
    }
    let progress = console.progress("读取数据", "reading the table");
    let Read { population, as_of, warnings, .. } =
        read_population(&(&args.reading).into(), &dictionary(&rungs)?, clock::today())?;
    drop(progress);
    let application = Application { on: as_of, occasion: occasion(args) };
    let Chosen { loaded, left_out } = choose(&rungs, application, &args.ladder)?;
    if loaded.is_empty() {
        return Err(nothing_in_force(as_of));
    }
    let told: Vec<_> = loaded.iter().flat_map(|one| one.warnings.iter().cloned()).collect();
    remark_warnings(&told, &warnings, console);
    let mut written = Vec::with_capacity(loaded.len() + 1);
    let mut found: Vec<Assessed> = Vec::with_capacity(loaded.len());
    for one in &loaded {
        let assessed = assess(one, &one.dictionary, &population, console)?;
        written.push(write(one, &assessed, as_of, &sheet(&args.output, &one.value.code), console)?);
        found.push(Assessed { batch: assessed.batch.slice(0, 0), ..assessed });
    }
    let pairs: Vec<(&Ladder, &Assessed)> = loaded.iter().map(|one| &one.value).zip(&found).collect();
    let batch = summarise(&pairs, &population, console.language).map_err(|error| internal_stop(&error))?;
    let info = info(&loaded, as_of, console);
    written.push(Written::with(&args.output, |beside| {
        export::write_results(&batch, &info, beside)
            .map_err(|error| export_stop(&args.output, beside, &error))
    })?);
    write_together(written)?;
    answer::several(args, &pairs, &left_out, population.len(), console);
    Ok(Exit::Done)
}

/// `standing.xlsx` has its sheets beside it: `standing.tech-sme-2017.xlsx`.
fn sheet(output: &Path, code: &str) -> PathBuf {
    let stem = output.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let end = output.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    output.with_file_name(format!("{stem}.{code}{end}"))
}

/// The rules an application goes by, and the rungs that have none on its day.
struct Chosen {
    loaded: Vec<Loaded<Ladder>>,
    left_out: Vec<String>,
}

fn choose(rungs: &[Rung], application: Application, named: &[PathBuf]) -> Result<Chosen, Stop> {
    let mut chosen = Chosen { loaded: Vec::with_capacity(rungs.len()), left_out: Vec::new() };
    for rung in rungs {
        let chosen_version = rung.version_for(application);
        match chosen_version {
            Some(version) => {
                let loaded = rulebook::load_ladder(&version.path, application);
                chosen.loaded.push(loaded.map_err(|problems| rules_stop(&problems))?);
            }
            None => chosen.left_out.extend(rung.versions.last().map(|version| version.name.zh.clone())),
        }
        // Whoever names a file wants to hear that another version of the rung applies.
        let passed_over =
            rung.versions.iter().filter(|other| chosen_version.is_some_and(|one| one != *other));
        let passed_over = passed_over.filter(|other| named.contains(&other.path));
        chosen.left_out.extend(passed_over.map(|other| other.name.zh.clone()));
    }
    Ok(chosen)
}

/// The items of all dictionaries; of an item that stands in several, the first.
fn dictionary(rungs: &[Rung]) -> Result<Dictionary, Stop> {
    let mut items = Vec::new();
    for version in rungs.iter().flat_map(|rung| &rung.versions) {
        let loaded = rulebook::load_ladder(&version.path, version.in_force.from);
        let loaded = loaded.map_err(|problems| rules_stop(&problems))?;
        for item in loaded.dictionary.items() {
            if !items.iter().any(|known: &domain::indicators::Item| known.code == item.code) {
                items.push(item.clone());
            }
        }
    }
    Ok(Dictionary::new(items))
}

fn info(loaded: &[Loaded<Ladder>], as_of: Date, console: Console) -> export::ResultsInfo {
    let title = Sentence::new("培育阶梯汇总", "Standing on the ladders");
    let mut receipt = vec![(Sentence::new("说明", "Note"), console.say(&Ladder::note()).to_owned())];
    let apart = Sentence::new(
        "“持有的称号”来自数据表，其余各列都是测算，两者不能混用",
        "titles held come from the table; every other column is computed. They are never mixed",
    );
    receipt.push((Sentence::new("说明", "Note"), console.say(&apart).to_owned()));
    receipt.extend(loaded.iter().map(|one| {
        let name = one.value.name.in_language(console.language).to_owned();
        (Sentence::new("梯级", "Rung"), format!("{name} {}（{}）", one.value.version, one.source_hash))
    }));
    let made = made_from(&as_of.to_string(), &as_of.to_string(), "", clock::now());
    receipt.extend(made.into_iter().filter(|(_, value)| !value.is_empty()));
    export::ResultsInfo {
        scheme: Name { zh: title.zh.clone(), en: Some(title.en.clone()) },
        title,
        version: String::new(),
        status: status(loaded.iter().map(|one| one.value.status)),
        receipt,
        summary: SummaryColumns { stage: "nearest".to_owned(), ..SummaryColumns::default() },
        language: console.language,
        threads: THREADS,
    }
}

fn no_ladder() -> Stop {
    Stop::new(
        Exit::File,
        Sentence::new(
            "所给的位置没有培育阶梯文件（format: ladder/1）",
            "there is no ladder file (format: ladder/1) at the places given",
        ),
    )
}

fn nothing_in_force(as_of: Date) -> Stop {
    Stop::new(
        Exit::Problems,
        Sentence::new(
            format!("{as_of}没有一个梯级的规则有效；请用 --as-of 指定申请日"),
            format!("no rung has rules in force on {as_of}; choose the day of application with --as-of"),
        ),
    )
}
