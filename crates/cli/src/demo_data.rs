//! `jifen demo-data`: a synthetic zone as files.

use std::{fmt::Write as _, fs};

use domain::indicators::Dictionary;
use formula::{Language, Sentence};
use run::{Written, write_together};
use serde_json::json;

use crate::{
    args::DemoData,
    console::Console,
    exit::{Ended, Exit, Stop},
    profile::built_in_dictionary,
    running::export_stop,
};

/// Years of the zone: the last one and the two before it.
const YEARS: i32 = 3;

/// Writes `zone.csv`, `zone.xlsx`, `zone.parquet` and `stories.md`.
pub fn run(args: &DemoData, console: Console) -> Ended {
    let dictionary = built_in_dictionary()?;
    let years: Vec<i32> = (args.last_year - YEARS + 1..=args.last_year).collect();
    let progress = console.progress("生成园区数据", "making the zone");
    let zone = demo::zone(args.enterprises as usize, args.seed, &years);
    fs::create_dir_all(&args.output).map_err(|error| Stop::file(&args.output, &error))?;
    let mut files = Vec::new();
    for format in &args.formats {
        files.push(table(&zone, &dictionary, args, format.extension())?);
    }
    files.push(Written::text(&args.output.join("stories.md"), stories(&zone, console.language))?);
    let names: Vec<String> = files.iter().map(Written::name).collect();
    write_together(files)?;
    drop(progress);
    answer(args, &zone, &names, console);
    Ok(Exit::Done)
}

fn table(
    zone: &demo::Zone,
    dictionary: &Dictionary,
    args: &DemoData,
    extension: &str,
) -> Result<Written, Stop> {
    let target = args.output.join(format!("zone.{extension}"));
    Written::with(&target, |beside| {
        let rows =
            zone.rows.iter().map(|row| export::FactRow { period: Some(row.period), facts: &row.facts });
        export::write_facts(beside, dictionary, &zone.columns, rows)
            .map_err(|error| export_stop(&target, beside, &error))
    })
}

/// The stories in Markdown.
fn stories(zone: &demo::Zone, language: Language) -> String {
    let title = Sentence::new("# 园区里的典型企业（均为虚构）", "# Stories of the zone (all invented)");
    let mut text = format!("{}\n", title.in_language(language));
    for story in &zone.stories {
        let (title, body) = (story.title.in_language(language), story.text.in_language(language));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "\n## {title}\n\n{}  {}\n\n{body}", story.name, story.credit_code);
    }
    text
}

fn answer(args: &DemoData, zone: &demo::Zone, names: &[String], console: Console) {
    let folder = args.output.display();
    if console.json {
        let stories: Vec<_> = zone
            .stories
            .iter()
            .map(|story| json!({"code": story.code, "id": story.credit_code, "name": story.name}))
            .collect();
        let answer = json!({"enterprises": args.enterprises, "rows": zone.rows.len(), "files": names, "stories": stories});
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let zh = format!("虚拟园区：{}家企业，{}行，写在 {folder}\n", args.enterprises, zone.rows.len());
    let en = format!(
        "A synthetic zone: {} enterprises, {} rows, in {folder}\n",
        args.enterprises,
        zone.rows.len()
    );
    console.print(console.pick(&zh, &en));
    for name in names {
        console.print(&format!("  {name}\n"));
    }
}
