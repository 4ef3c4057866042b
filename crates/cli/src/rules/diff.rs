//! `jifen rules diff`: what changed between two schemes, and on data who moves.

use columnar::Detail;
use std::path::Path;

use domain::Points;
use formula::Sentence;
use run::{Job, Reading, Run, load_scheme};
use serde_json::{Value, json};

use crate::{
    args::RuleDiff,
    clock,
    console::{Console, TextTable},
    exit::{Ended, Exit},
    running::{options, run_job},
};

/// Compares.
pub fn run(args: &RuleDiff, console: Console) -> Ended {
    let today = clock::today();
    let (before, after) = (load_scheme(&args.before, None, today)?, load_scheme(&args.after, None, today)?);
    let changes = rulebook::diff(&before, &after);
    let moves = args.data.as_deref().map(|data| Moves::of(args, data, console)).transpose()?;
    if console.json {
        let answer = json!({
            "changes": changes.iter().map(change_json).collect::<Vec<_>>(),
            "moves": moves.as_ref().map(|moves| moves.to_json(args.top)),
        });
        console.print(&format!("{answer:#}\n"));
        return Ok(Exit::Done);
    }
    if changes.is_empty() {
        console.print(console.pick("两个方案没有差别。\n", "The two schemes do not differ.\n"));
    }
    console.print(&rulebook::render_changes(&changes, console.language));
    if let Some(moves) = moves {
        console.print(&moves.to_text(args.top, console));
    }
    Ok(Exit::Done)
}

fn change_json(change: &rulebook::Change) -> Value {
    let sentence = |sentence: &Sentence| json!({"zh": sentence.zh, "en": sentence.en});
    json!({
        "kind": format!("{:?}", change.kind).to_lowercase(),
        "what": sentence(&change.what),
        "before": change.before.as_ref().map(sentence),
        "after": change.after.as_ref().map(sentence),
    })
}

/// Two runs over one table, row by row.
struct Moves {
    before: Run,
    after: Run,
    /// Rows ranked in both runs, by how much the total moves, most first.
    moved: Vec<(usize, Points)>,
}

impl Moves {
    fn of(args: &RuleDiff, data: &Path, console: Console) -> Result<Self, crate::exit::Stop> {
        let run = |scheme: &Path| {
            let reading = Reading {
                input: data.to_owned(),
                sheet: None,
                period: args.period,
                as_of: None,
                id_column: None,
            };
            let job = Job {
                scheme: scheme.to_owned(),
                reading,
                rules_on: None,
                calibration: None,
                options: options(None),
            };
            run_job(&job, Detail::Full, console)
        };
        let (before, after) = (run(&args.before)?, run(&args.after)?);
        let both = (0..before.scores.len())
            .filter(|&row| before.scores.places(row).is_some() && after.scores.places(row).is_some());
        let mut moved: Vec<(usize, Points)> =
            both.map(|row| (row, after.scores.total(row) - before.scores.total(row))).collect();
        moved.sort_by_key(|&(row, change)| (std::cmp::Reverse(change.0.abs()), row));
        Ok(Self { before, after, moved })
    }

    fn counts(&self) -> [usize; 3] {
        let count = |test: fn(&Points) -> bool| self.moved.iter().filter(|(_, change)| test(change)).count();
        [
            count(|change| *change > Points::ZERO),
            count(|change| *change < Points::ZERO),
            count(|change| *change == Points::ZERO),
        ]
    }

    /// How many change from one grade (or none) to another.
    fn grade_moves(&self) -> Vec<(String, String, usize)> {
        let name = |run: &Run, row: usize| {
            run.scores
                .grade(row)
                .map_or_else(|| "—".to_owned(), |grade| run.scheme.value.grades[grade].code.clone())
        };
        let mut counts = std::collections::BTreeMap::new();
        for row in 0..self.before.scores.len() {
            let (old, new) = (name(&self.before, row), name(&self.after, row));
            if old != new {
                *counts.entry((old, new)).or_insert(0) += 1;
            }
        }
        counts.into_iter().map(|((old, new), count)| (old, new, count)).collect()
    }

    fn place(run: &Run, row: usize) -> String {
        run.scores.places(row).map_or_else(|| "—".to_owned(), |places| places.in_stage.place.to_string())
    }

    fn to_text(&self, top: usize, console: Console) -> String {
        let [up, down, same] = self.counts();
        let zh = format!("\n在{}家企业上：{up}家升分，{down}家降分，{same}家不变\n", self.moved.len());
        let en = format!("\nOn {} enterprises: {up} gain, {down} lose, {same} stay\n", self.moved.len());
        let mut text = console.pick(&zh, &en).to_owned();
        let grades = self.grade_moves();
        if !grades.is_empty() {
            let list: Vec<String> =
                grades.iter().map(|(old, new, count)| format!("{old}→{new} {count}")).collect();
            let (zh, en) =
                (format!("等级变动：{}\n", list.join("，")), format!("Grades: {}\n", list.join(", ")));
            text.push_str(console.pick(&zh, &en));
        }
        let mut table = TextTable::new(if console.pick("zh", "en") == "zh" {
            ["统一社会信用代码", "企业名称", "原总分", "新总分", "变化", "原名次", "新名次"]
        } else {
            ["credit code", "name", "before", "after", "change", "rank before", "rank after"]
        })
        .right(&[2, 3, 4, 5, 6]);
        for &(row, change) in self.moved.iter().filter(|(_, change)| *change != Points::ZERO).take(top) {
            let sign = if change > Points::ZERO { "+" } else { "" };
            table.row([
                self.before.id(row),
                self.before.name(row).unwrap_or_default(),
                self.before.scores.total(row).shown(),
                self.after.scores.total(row).shown(),
                format!("{sign}{}", change.shown()),
                Self::place(&self.before, row),
                Self::place(&self.after, row),
            ]);
        }
        if !table.is_empty() {
            text.push('\n');
            text.push_str(&table.render());
        }
        text
    }

    fn to_json(&self, top: usize) -> Value {
        let [up, down, same] = self.counts();
        json!({
            "enterprises": self.moved.len(),
            "gain": up,
            "lose": down,
            "stay": same,
            "grades": self.grade_moves().iter().map(|(old, new, count)| json!({"from": old, "to": new, "enterprises": count})).collect::<Vec<_>>(),
            "most": self.moved.iter().take(top).map(|&(row, change)| json!({
                "id": self.before.id(row),
                "before": self.before.scores.total(row).to_string(),
                "after": self.after.scores.total(row).to_string(),
                "change": change.to_string(),
            })).collect::<Vec<_>>(),
        })
    }
}
