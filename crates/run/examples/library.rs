//! How long a table takes on every rung: `library <table> [rules/ladders] [repetitions]`. Used for `benches/LADDERS.md`.

#![expect(clippy::print_stdout, reason = "an example speaks to the person who runs it")]

use domain::cultivation::{Application, Occasion};
use jifen_run::{Library, Options, Reading, Rungs};
use rulebook::Disk;
use std::{error::Error, path::PathBuf, time::Instant};

fn files(folder: &std::path::Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            files(&path, found)?;
        } else if name.ends_with(".yaml") && !name.ends_with(".cases.yaml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let input: PathBuf = given.next().ok_or("a table is needed")?.into();
    let rules: PathBuf = given.next().unwrap_or_else(|| "rules/ladders".to_owned()).into();
    let times: usize = given.next().map_or(Ok(3), |text| text.parse())?;
    let mut named = Vec::new();
    files(&rules, &mut named)?;
    let application = Application { on: jiff::civil::date(2026, 11, 26), occasion: Occasion::Recognition };
    let reading = Reading { input, sheet: None, period: None, as_of: None, id_column: None };
    for _ in 0..times {
        let start = Instant::now();
        let rungs = Rungs::choose(&Disk, &named, application)?;
        let chosen = start.elapsed();
        let dictionary = rungs.ladders.first().ok_or("no ladder is in force")?.dictionary.clone();
        let count = rungs.ladders.len();
        let library = Library::read(rungs, &dictionary, &reading)?;
        let read = start.elapsed() - chosen;
        let begin = Instant::now();
        let library = library.judge(&Options::default());
        println!(
            "{} enterprises on {count} rungs: rules {chosen:?}, table {read:?}, all standings {:?}; code {}",
            library.len(),
            begin.elapsed(),
            library.code("")
        );
    }
    Ok(())
}
