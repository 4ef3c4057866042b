//! What a person sees after scoring: how many, how they lie, the best of each stage.

use std::fmt::Write as _;

use domain::{Points, Status, indicators::Scheme};
use run::{Run, status_word};
use serde_json::{Value, json};

use crate::{
    args::Score,
    console::{Console, TextTable},
};

/// Figures of one stage.
struct StageFigures {
    index: usize,
    ranked: Vec<usize>,
    vetoed: usize,
}

impl StageFigures {
    /// Ranked enterprises, best first, ties in the order of the table: the `top` best, the middle one and the last stand
    /// where they belong, the others somewhere between. Sorting all of a million would take longer than scoring a stage.
    fn of(run: &Run, index: usize, top: usize) -> Self {
        let of_stage = || (0..run.scores.len()).filter(move |&row| run.scores.stage(row) == Some(index));
        let mut ranked: Vec<usize> = of_stage().filter(|&row| run.scores.places(row).is_some()).collect();
        let key = |&row: &usize| (std::cmp::Reverse(run.scores.total(row)), row);
        let top = top.max(1).min(ranked.len());
        let last = ranked.len().saturating_sub(1);
        let mut places = [top, last / 2, last];
        places.sort_unstable();
        let mut end = ranked.len();
        for place in places.into_iter().rev() {
            if place < end {
                ranked[..end].select_nth_unstable_by_key(place, key);
                end = place;
            }
        }
        ranked[..top].sort_unstable_by_key(key);
        Self { index, ranked, vetoed: of_stage().filter(|&row| run.scores.vetoed(row)).count() }
    }

    fn total(&self, run: &Run, place: usize) -> Option<Points> {
        self.ranked.get(place).map(|&row| run.scores.total(row))
    }

    /// The middle total; the better of the two middle ones of an even count.
    fn median(&self, run: &Run) -> Option<Points> {
        self.total(run, self.ranked.len().saturating_sub(1) / 2)
    }
}

fn stages(run: &Run, top: usize) -> Vec<StageFigures> {
    (0..run.scheme.value.stages.len()).map(|index| StageFigures::of(run, index, top)).collect()
}

fn without_stage(run: &Run) -> usize {
    (0..run.scores.len()).filter(|&row| run.scores.stage(row).is_none()).count()
}

/// The summary for people.
pub fn to_text(run: &Run, args: &Score, console: Console) -> String {
    let scheme = &run.scheme.value;
    let mut text = heading(scheme, run, console);
    let stages = stages(run, args.top);
    text.push_str(&stage_table(&stages, run, console));
    let homeless = without_stage(run);
    if homeless > 0 {
        let zh = format!("  另有{homeless}家因数据缺失无法确定阶段，未评分。\n");
        let en = format!("  {homeless} more have no stage for lack of data and are not scored.\n");
        text.push_str(console.pick(&zh, &en));
    }
    for stage in stages.iter().filter(|stage| args.top > 0 && !stage.ranked.is_empty()) {
        text.push_str(&best_of(stage, run, args, console));
    }
    text.push('\n');
    for path in
        [Some(&args.output), args.receipt.as_ref(), args.save_calibration.as_ref()].into_iter().flatten()
    {
        let _ = writeln!(text, "{}{}", console.pick("已写出 ", "written: "), path.display());
    }
    text
}

fn heading(scheme: &Scheme, run: &Run, console: Console) -> String {
    let name = scheme.name.in_language(console.language);
    let period = run.population.period();
    let zh_period = period.map_or_else(String::new, |period| format!("{period}年度，"));
    let en_period = period.map_or_else(String::new, |period| format!("period {period}, "));
    let zh = format!(
        "{name}  版本{}\n{zh_period}{}家企业，评价时点{}\n",
        scheme.version,
        run.scores.len(),
        run.as_of
    );
    let en = format!(
        "{name}  version {}\n{en_period}{} enterprises, as of {}\n",
        scheme.version,
        run.scores.len(),
        run.as_of
    );
    let mut text = console.pick(&zh, &en).to_owned();
    if scheme.status == Status::Illustrative {
        text.push_str(
            console.pick("示例方案，非官方权重\n", "Illustrative scheme; the weights are not official\n"),
        );
    }
    text.push('\n');
    text
}

fn stage_table(stages: &[StageFigures], run: &Run, console: Console) -> String {
    let header = if console.pick("zh", "en") == "zh" {
        ["阶段", "参评", "否决", "最高分", "中位分", "最低分"]
    } else {
        ["stage", "ranked", "vetoed", "best", "median", "lowest"]
    };
    let mut table = TextTable::new(header).right(&[1, 2, 3, 4, 5]);
    for stage in stages {
        let shown = |points: Option<Points>| points.map_or_else(|| "—".to_owned(), Points::shown);
        table.row([
            run.scheme.value.stages[stage.index].name.in_language(console.language).to_owned(),
            stage.ranked.len().to_string(),
            stage.vetoed.to_string(),
            shown(stage.total(run, 0)),
            shown(stage.median(run)),
            shown(stage.total(run, stage.ranked.len().saturating_sub(1))),
        ]);
    }
    table.render()
}

fn best_of(stage: &StageFigures, run: &Run, args: &Score, console: Console) -> String {
    let scheme = &run.scheme.value;
    let name = scheme.stages[stage.index].name.in_language(console.language);
    let shown = args.top.min(stage.ranked.len());
    let (zh, en) = (format!("\n{name}前{shown}名\n"), format!("\n{name}, best {shown}\n"));
    // A table that names its own key column is headed by that; a table without names has no column for them.
    let key = args.reading.id_column.as_deref().unwrap_or(console.pick("统一社会信用代码", "credit code"));
    let named = stage.ranked.iter().take(args.top).any(|&row| run.name(row).is_some());
    let heading = [
        console.pick("名次", "rank"),
        key,
        console.pick("企业名称", "name"),
        console.pick("总分", "total"),
        console.pick("等级", "grade"),
    ];
    let keep = |place: &usize| named || *place != 2;
    let mut table = TextTable::new((0..5).filter(keep).map(|place| heading[place]))
        .right(&[0, if named { 3 } else { 2 }]);
    for &row in stage.ranked.iter().take(args.top) {
        let grade =
            run.scores.grade(row).map(|grade| scheme.grades[grade].name.in_language(console.language));
        let cells = [
            run.scores.places(row).map_or(0, |places| places.in_stage.place).to_string(),
            run.id(row),
            run.name(row).unwrap_or_default(),
            run.scores.total(row).shown(),
            grade.unwrap_or("—").to_owned(),
        ];
        table.row((0..5).filter(keep).map(|place| cells[place].clone()));
    }
    console.pick(&zh, &en).to_owned() + &table.render()
}

/// The summary for programs. Points are texts, so that no reader rounds them.
pub fn to_json(run: &Run, top: usize) -> Value {
    let scheme = &run.scheme.value;
    let best = |stage: &StageFigures| {
        let rows = stage.ranked.iter().take(top);
        rows.map(|&row| json!({"id": run.id(row), "name": run.name(row), "total": run.scores.total(row).to_string()}))
            .collect::<Vec<_>>()
    };
    json!({
        "scheme": {"code": scheme.code, "version": scheme.version, "status": status_word(scheme.status)},
        "period": run.population.period(),
        "as_of": run.as_of.to_string(),
        "enterprises": run.scores.len(),
        "without_stage": without_stage(run),
        "exact_decisions": run.scores.exact_rows(),
        "stages": stages(run, top).iter().map(|stage| json!({
            "code": scheme.stages[stage.index].code,
            "ranked": stage.ranked.len(),
            "vetoed": stage.vetoed,
            "best": stage.total(run, 0).map(|points| points.to_string()),
            "median": stage.median(run).map(|points| points.to_string()),
            "top": best(stage),
        })).collect::<Vec<_>>(),
    })
}
