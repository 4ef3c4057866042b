//! Before and after, side by side.

use std::fmt::Write as _;

use domain::{Points, evaluation::Score, indicators::Scheme};
use run::Run;
use serde_json::{Value, json};

use super::{Change, Compared};
use crate::{
    console::{Console, TextTable},
    explain::fact,
};

/// For people.
pub fn text(run: &Run, compared: &Compared, console: Console) -> String {
    let scheme = &run.scheme.value;
    let (before, after) = (&compared.outcome.before, &compared.outcome.after);
    let mut text = format!("{}  {}\n", run.name(compared.row).unwrap_or_default(), run.id(compared.row));
    for change in &compared.changes {
        let _ = writeln!(text, "  {}", change_text(run, compared.row, change, console));
    }
    text.push('\n');
    text.push_str(&lines(scheme, before, after, console));
    let stage = |score: &Score| {
        score
            .stage
            .as_ref()
            .ok()
            .map(|&index| scheme.stages[index].name.in_language(console.language).to_owned())
    };
    let grade = |score: &Score| {
        score.grade.map(|index| scheme.grades[index].name.in_language(console.language).to_owned())
    };
    let none = || "—".to_owned();
    let moved = |zh: &str, en: &str, before: Option<String>, after: Option<String>| {
        let (before, after) = (before.unwrap_or_else(none), after.unwrap_or_else(none));
        let label = console.pick(zh, en);
        if before == after { format!("{label}{after}\n") } else { format!("{label}{before} → {after}\n") }
    };
    let place = |(place, of): (u32, u32)| {
        let (zh, en) = (format!("第{place}名（共{of}家）"), format!("{place} of {of}"));
        console.pick(&zh, &en).to_owned()
    };
    let place_before =
        run.scores.places(compared.row).map(|places| place((places.in_stage.place, places.in_stage.of)));
    text.push_str(&moved("阶段：", "Stage: ", stage(before), stage(after)));
    text.push_str(&moved("总分：", "Total: ", Some(before.total.shown()), Some(after.total.shown())));
    text.push_str(&moved("等级：", "Grade: ", grade(before), grade(after)));
    text.push_str(&moved(
        "本阶段名次（其他企业不变）：",
        "Rank in stage (others unchanged): ",
        place_before,
        compared.place_after.map(place),
    ));
    text
}

fn change_text(run: &Run, row: usize, change: &Change, console: Console) -> String {
    use formula::Facts as _;
    match change {
        Change::Label { label, held } => {
            let (zh, en) =
                if *held { ("增加标签 ", "label gained: ") } else { ("去掉标签 ", "label lost: ") };
            format!("{}{label}", console.pick(zh, en))
        }
        Change::Item { code, back, fact: to } => {
            let item = run.scheme.dictionary.find(code);
            let name = item.map_or(code.as_str(), |item| item.name.in_language(console.language));
            let unit = item.and_then(domain::indicators::Item::unit);
            let year = if *back == 0 { String::new() } else { format!("[-{back}]") };
            let shown = |value: Option<formula::Fact>| {
                value.map_or_else(|| console.pick("缺失", "missing").to_owned(), |value| fact(&value, unit))
            };
            let from = run.population.row(row).item(code, *back);
            format!("{name}{year}：{} → {}", shown(from), shown(to.clone()))
        }
    }
}

/// The indicators whose points change.
fn lines(scheme: &Scheme, before: &Score, after: &Score, console: Console) -> String {
    let mut table = TextTable::new(if console.pick("zh", "en") == "zh" {
        ["指标", "原得分", "新得分", "变化"]
    } else {
        ["indicator", "before", "after", "change"]
    })
    .right(&[1, 2, 3]);
    let points = |score: &Score, index: usize| {
        score.indicators.get(index).map_or(Points::ZERO, |scored| scored.points)
    };
    for (index, indicator) in scheme.indicators.iter().enumerate() {
        let (old, new) = (points(before, index), points(after, index));
        if old != new {
            let name = indicator.name.in_language(console.language).to_owned();
            table.row([name, old.shown(), new.shown(), signed(new - old)]);
        }
    }
    if table.is_empty() {
        return console.pick("各项得分不变。\n", "No indicator changes its points.\n").to_owned();
    }
    table.render()
}

fn signed(points: Points) -> String {
    if points > Points::ZERO { format!("+{}", points.shown()) } else { points.shown() }
}

/// For programs.
pub fn json(run: &Run, compared: &Compared) -> Value {
    let scheme = &run.scheme.value;
    let score = |score: &Score| {
        json!({
            "stage": score.stage.as_ref().ok().map(|&index| scheme.stages[index].code.clone()),
            "total": score.total.to_string(),
            "grade": score.grade.map(|index| scheme.grades[index].code.clone()),
            "indicators": scheme.indicators.iter().zip(&score.indicators).map(|(indicator, scored)| {
                json!({"code": indicator.code, "points": scored.points.to_string()})
            }).collect::<Vec<_>>(),
        })
    };
    json!({
        "id": run.id(compared.row),
        "before": score(&compared.outcome.before),
        "after": score(&compared.outcome.after),
        "rank_in_stage_after": compared.place_after.map(|(place, of)| json!({"place": place, "of": of})),
    })
}
