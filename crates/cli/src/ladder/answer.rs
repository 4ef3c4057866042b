//! What `jifen ladder` says on the screen.

use std::path::Path;

use columnar::{Assessed, Standing};
use domain::{
    Status,
    cultivation::{Ladder, Verdict},
};
use formula::Language;
use run::status_word;
use serde_json::{Value, json};

use crate::{
    args,
    console::{Console, TextTable},
};

/// Of one rung: how many came to which verdict.
pub fn one(args: &args::Ladder, ladder: &Ladder, standings: &[Standing], console: Console) {
    let note = Ladder::note();
    if console.json {
        let answer = json!({
            "ladder": described(ladder),
            "enterprises": standings.len(),
            "counts": counts(standings),
            "missing_by_one": missing_by_one(standings),
            "note": {"zh": note.zh, "en": note.en},
        });
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let name = ladder.name.in_language(console.language);
    let (zh, en) = (
        format!("{name}：{}家企业\n", standings.len()),
        format!("{name}: {} enterprises\n", standings.len()),
    );
    let mut text = console.pick(&zh, &en).to_owned();
    if ladder.status == Status::Illustrative {
        text.push_str(console.pick("示例规则，非官方\n", "Illustrative rules; not official\n"));
    }
    text.push('\n');
    let header = if console.language == Language::Chinese {
        ["结论", "企业数"]
    } else {
        ["verdict", "enterprises"]
    };
    let mut table = TextTable::new(header).right(&[1]);
    for verdict in Verdict::ALL {
        table.row([console.say(&verdict.sentence()).to_owned(), of(standings, verdict).to_string()]);
    }
    text.push_str(&table.render());
    text.push_str(&written(&args.output, console));
    console.print(&text);
}

/// Of several rungs: one line each, and how many lack a single condition.
pub fn several(
    args: &args::Ladder,
    rungs: &[(&Ladder, &Assessed)],
    left_out: &[String],
    enterprises: usize,
    console: Console,
) {
    let note = Ladder::note();
    if console.json {
        let ladders = rungs.iter().map(|(ladder, found)| {
            json!({
                "ladder": described(ladder),
                "counts": counts(&found.standings),
                "missing_by_one": missing_by_one(&found.standings),
            })
        });
        let answer = json!({
            "enterprises": enterprises,
            "ladders": ladders.collect::<Vec<_>>(),
            "not_in_force": left_out,
            "note": {"zh": note.zh, "en": note.en},
        });
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let (zh, en) = (
        format!("{enterprises}家企业，{}个梯级\n\n", rungs.len()),
        format!("{enterprises} enterprises, {} rungs\n\n", rungs.len()),
    );
    let mut text = console.pick(&zh, &en).to_owned();
    let verdicts = Verdict::ALL.map(|verdict| console.say(&verdict.sentence()).to_owned());
    let header = [console.pick("梯级", "rung").to_owned()].into_iter().chain(verdicts);
    let header = header.chain([console.pick("其中差一项", "of these by one").to_owned()]);
    let mut table = TextTable::new(header).right(&[1, 2, 3, 4, 5, 6]);
    for (ladder, found) in rungs {
        let counts = Verdict::ALL.map(|verdict| of(&found.standings, verdict).to_string());
        let name = [ladder.name.in_language(console.language).to_owned()];
        table.row(name.into_iter().chain(counts).chain([missing_by_one(&found.standings).to_string()]));
    }
    text.push_str(&table.render());
    for rung in left_out {
        let (zh, en) = (
            format!("\n{rung}：按申请日不适用，没有测算\n"),
            format!("\n{rung}: does not apply on the day of application; not computed\n"),
        );
        text.push_str(console.pick(&zh, &en));
    }
    text.push_str(&written(&args.output, console));
    console.print(&text);
}

fn written(output: &Path, console: Console) -> String {
    format!(
        "\n{}\n{}{}\n",
        console.say(&Ladder::note()),
        console.pick("已写出 ", "written: "),
        output.display()
    )
}

fn of(standings: &[Standing], verdict: Verdict) -> usize {
    standings.iter().filter(|one| one.verdict == verdict).count()
}

fn missing_by_one(standings: &[Standing]) -> usize {
    standings.iter().filter(|one| one.misses_by(1)).count()
}

fn counts(standings: &[Standing]) -> Value {
    let count = |verdict: Verdict| {
        let word = verdict.sentence();
        json!({"verdict": word.en, "zh": word.zh, "enterprises": of(standings, verdict)})
    };
    Verdict::ALL.map(count).into()
}

fn described(ladder: &Ladder) -> Value {
    json!({
        "code": ladder.code,
        "rung": ladder.rung,
        "name": ladder.name.zh,
        "version": ladder.version,
        "status": status_word(ladder.status),
    })
}
