//! `jifen ladder`: every enterprise of a table against one rung, condition by condition.

use domain::{
    Status,
    cultivation::{Ladder, Verdict},
};
use export::SummaryColumns;
use formula::{Language, Sentence};
use run::{
    Read, THREADS, Written, insist_readable, made_from, nearest_in_force, read_population, status_word,
    write_together,
};
use serde_json::json;

use crate::{
    args, clock,
    console::{Console, TextTable},
    exit::{Ended, Exit},
    problems::{remark_warnings, rules_stop},
    running::{export_stop, internal_stop, options},
};

/// Assesses and writes one line per enterprise.
pub fn run(args: &args::Ladder, console: Console) -> Ended {
    insist_readable(&args.ladder)?;
    let load = |wanted| {
        rulebook::load_ladder(&args.ladder, nearest_in_force(&args.ladder, wanted))
            .map_err(|problems| rules_stop(&problems))
    };
    let first = load(args.reading.as_of.unwrap_or_else(clock::today))?;
    let progress = console.progress("读取数据", "reading the table");
    let Read { population, as_of, warnings, .. } =
        read_population(&(&args.reading).into(), &first.dictionary, clock::today())?;
    drop(progress);
    let loaded = load(as_of)?;
    remark_warnings(&loaded.warnings, &warnings, console);
    let ladder = &loaded.value;
    let progress = console.progress("逐条核对", "checking conditions");
    let assessed =
        columnar::assess_ladder(ladder, &population, &loaded.dictionary, console.language, &options(None))
            .map_err(|error| internal_stop(&error))?;
    let note = Ladder::note();
    let mut receipt =
        made_from(&as_of.to_string(), &ladder.in_force.from.to_string(), &loaded.source_hash, clock::now());
    receipt.insert(0, (Sentence::new("说明", "Note"), console.say(&note).to_owned()));
    let info = export::ResultsInfo {
        title: Sentence::new(ladder.name.zh.clone(), ladder.name.in_language(Language::English)),
        scheme: ladder.name.clone(),
        version: ladder.version.clone(),
        status: ladder.status,
        receipt,
        summary: SummaryColumns { stage: "verdict".to_owned(), ..SummaryColumns::default() },
        language: console.language,
        threads: THREADS,
    };
    let written = Written::with(&args.output, |beside| {
        export::write_results(&assessed.batch, &info, beside)
            .map_err(|error| export_stop(&args.output, beside, &error))
    })?;
    write_together(vec![written])?;
    drop(progress);
    answer(args, ladder, &assessed.verdicts, console);
    Ok(Exit::Done)
}

fn answer(args: &args::Ladder, ladder: &Ladder, verdicts: &[Verdict], console: Console) {
    let count = |wanted: Verdict| verdicts.iter().filter(|verdict| **verdict == wanted).count();
    let note = Ladder::note();
    if console.json {
        let counts = Verdict::ALL.map(|verdict| json!({"verdict": verdict.sentence().en, "zh": verdict.sentence().zh, "enterprises": count(verdict)}));
        let answer = json!({
            "ladder": {"code": ladder.code, "version": ladder.version, "status": status_word(ladder.status)},
            "enterprises": verdicts.len(),
            "counts": counts,
            "note": {"zh": note.zh, "en": note.en},
        });
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let name = ladder.name.in_language(console.language);
    let (zh, en) =
        (format!("{name}：{}家企业\n", verdicts.len()), format!("{name}: {} enterprises\n", verdicts.len()));
    let mut text = console.pick(&zh, &en).to_owned();
    if ladder.status == Status::Illustrative {
        text.push_str(console.pick("示例规则，非官方\n", "Illustrative rules; not official\n"));
    }
    text.push('\n');
    let header =
        if console.pick("zh", "en") == "zh" { ["结论", "企业数"] } else { ["verdict", "enterprises"] };
    let mut table = TextTable::new(header).right(&[1]);
    for verdict in Verdict::ALL {
        table.row([console.say(&verdict.sentence()).to_owned(), count(verdict).to_string()]);
    }
    text.push_str(&table.render());
    text.push_str(&format!(
        "\n{}\n{}{}\n",
        console.say(&note),
        console.pick("已写出 ", "written: "),
        args.output.display()
    ));
    console.print(&text);
}
