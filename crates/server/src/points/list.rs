//! Lists of the points of a run, filtered and sorted, and the same as a file.

use super::{
    Out,
    body::flag_words,
    out,
    row::{RowBody, Rows, flags_of, size_of, veto_of},
};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, FLAGS},
    input::Params,
    listing::{self, Asked, List},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use ::run::Run;
use axum::extract::Path;
use formula::Exact;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use store::enterprises::{self, Enterprise};
use utoipa::IntoParams;

/// What a list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// By place; who has none comes last.
    Rank,
    /// By place within the stage.
    StageRank,
    /// By the share of base indicators whose value is known.
    Coverage,
    CreditCode,
}

const SORTS: [(&str, Sort); 4] = [
    ("rank", Sort::Rank),
    ("stage_rank", Sort::StageRank),
    ("coverage", Sort::Coverage),
    ("credit_code", Sort::CreditCode),
];

/// Which enterprises.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPoints {
    /// With this in name, initials or credit code.
    search: Option<String>,
    /// Of this stage.
    pub(super) stage: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// In a park whose name holds this.
    park: Option<String>,
    /// Whose industry code begins so.
    industry: Option<String>,
    /// Of this size, as it was reported.
    size: Option<String>,
    /// Holding this title on the day the points are judged on.
    pub(super) label: Option<String>,
    /// Of this grade.
    grade: Option<String>,
    /// With at least so many points.
    pub(super) from: Option<String>,
    /// With at most so many points.
    to: Option<String>,
    /// With something remarkable: `missing`, `undefined`, `zero`, `capped`, `floored`, `fallback`, `no-reference`,
    /// `substituted`.
    flag: Option<String>,
    /// Whether a veto withholds the score.
    pub(super) withheld: Option<bool>,
    /// `rank`, `stage_rank`, `coverage`, `credit_code`; with `-` for the other way round.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What the register knows, where a filter asks for it.
#[derive(Default)]
struct Register {
    by_code: HashMap<String, Enterprise>,
    holders: HashSet<String>,
}

impl WantedPoints {
    /// The rows, in order.
    async fn find(&self, desk: &Desk, out: &Out, sort: Sort, descending: bool) -> Result<Vec<usize>, Stop> {
        let bounds = (
            bound(self.from.as_deref(), "?from", ("积分下限", "the least points"))?,
            bound(self.to.as_deref(), "?to", ("积分上限", "the most points"))?,
        );
        let register = self.register(desk, out).await?;
        let run = &*out.opened;
        let mut rows: Vec<usize> = (0..run.scores.len())
            .filter(|&row| self.scored(run, row, &bounds) && self.registered(run, row, register.as_ref()))
            .collect();
        sorted(run, sort, descending, &mut rows);
        Ok(rows)
    }

    /// The page that is asked for.
    pub(super) fn asked(&self) -> Result<Asked<Sort>, Problem> {
        listing::asked(self.limit, self.cursor.as_deref(), self.sort.as_deref(), &SORTS)
    }

    /// All of it, up to `rows`.
    pub(super) fn asked_whole(&self, rows: u32) -> Result<Asked<Sort>, Problem> {
        listing::whole(self.sort.as_deref(), &SORTS, rows)
    }

    /// Every row that is asked for, in order.
    pub(crate) async fn rows(&self, desk: &Desk, out: &Out) -> Result<Vec<usize>, Stop> {
        let asked = listing::whole(self.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
        self.find(desk, out, asked.sort, asked.page.descending).await
    }

    /// The register, unless nothing is asked of it.
    async fn register(&self, desk: &Desk, out: &Out) -> Result<Option<Register>, Stop> {
        let wanted = [&self.search, &self.park, &self.industry, &self.label];
        if wanted.iter().all(|one| one.is_none()) {
            return Ok(None);
        }
        let zone = &out.batch.zone_id;
        let known = enterprises::by_codes(desk.database(), zone, None).await?;
        let mut register = Register {
            by_code: known.into_iter().map(|one| (one.credit_code.clone(), one)).collect(),
            ..Register::default()
        };
        if let Some(label) = &self.label {
            let labels = enterprises::labels_within(desk.database(), zone).await?;
            let held = labels.into_iter().filter(|one| one.label == *label && one.holds_on(out.opened.as_of));
            register.holders = held.map(|one| one.enterprise_id).collect();
        }
        Ok(Some(register))
    }

    /// What the run itself can tell.
    fn scored(&self, run: &Run, row: usize, (from, to): &(Option<Exact>, Option<Exact>)) -> bool {
        let (scheme, scores) = (&run.scheme.value, &run.scores);
        let code = |wanted: &Option<String>, is: Option<&str>| wanted.is_none() || wanted.as_deref() == is;
        let veto = veto_of(run, row).is_some();
        let total = (scores.stage(row).is_some() && !veto).then(|| scores.total(row).exact());
        let within = (from.is_none() && to.is_none())
            || total.is_some_and(|total| {
                from.as_ref().is_none_or(|from| total >= *from) && to.as_ref().is_none_or(|to| total <= *to)
            });
        code(&self.stage, scores.stage(row).map(|stage| scheme.stages[stage].code.as_str()))
            && code(&self.grade, scores.grade(row).map(|grade| scheme.grades[grade].code.as_str()))
            && code(&self.field, scores.field(row))
            && (self.size.is_none() || self.size == size_of(run, row))
            && self.withheld.is_none_or(|wanted| wanted == veto)
            && within
            && self.flag.as_deref().is_none_or(|flag| flag_words(flags_of(run, row)).contains(&flag))
    }

    /// What only the register can tell.
    fn registered(&self, run: &Run, row: usize, register: Option<&Register>) -> bool {
        let Some(register) = register else { return true };
        let code = run.id(row);
        let Some(one) = register.by_code.get(&code) else { return false };
        let held = |part: &Option<String>, whole: &Option<String>, how: fn(&str, &str) -> bool| {
            part.as_deref().is_none_or(|part| whole.as_deref().is_some_and(|whole| how(whole, part.trim())))
        };
        held(&self.park, &one.park, |whole, part| whole.contains(part))
            && held(&self.industry, &one.industry, |whole, part| whole.starts_with(part))
            && (self.label.is_none() || register.holders.contains(&one.id))
            && self.search.as_deref().is_none_or(|part| {
                let part = part.trim();
                one.name.contains(part)
                    || code.contains(&part.to_uppercase())
                    || one.search.contains(&part.to_lowercase())
            })
    }
}

/// A number of points in the query.
fn bound(text: Option<&str>, pointer: &str, (zh, en): (&str, &str)) -> Result<Option<Exact>, Problem> {
    let number = text.map(|text| text.trim().parse::<Exact>()).transpose();
    number.map_err(|_| {
        let (zh, en) = (format!("{zh}应为数字，如 60"), format!("{en} must be a number, e.g. 60"));
        let field = Field::new(pointer, zh, en);
        Problem::new(Code::QueryNotUnderstood).at(vec![field])
    })
}

/// Who has no place stands last, whichever way round.
fn sorted(run: &Run, sort: Sort, descending: bool, rows: &mut [usize]) {
    let scores = &run.scores;
    let turned = |value: i64| if descending { -value } else { value };
    let last = |place: Option<u32>| (place.is_none(), place.map(|place| turned(place.into())));
    let overall = |row: usize| last(scores.places(row).map(|places| places.overall.place));
    let in_stage = |row: usize| last(scores.places(row).map(|places| places.in_stage.place));
    match sort {
        Sort::Rank => rows.sort_by_cached_key(|&row| (overall(row), run.id(row))),
        Sort::StageRank => rows.sort_by_cached_key(|&row| (in_stage(row), run.id(row))),
        Sort::Coverage => rows.sort_by_cached_key(|&row| {
            let (known, asked) = scores.coverage(row);
            let share = i64::from(known).saturating_mul(10_000).checked_div(asked.into());
            (share.map(turned), run.id(row))
        }),
        Sort::CreditCode if descending => rows.sort_by_cached_key(|&row| Reverse(run.id(row))),
        Sort::CreditCode => rows.sort_by_cached_key(|&row| run.id(row)),
    }
}

/// The points of the enterprises of a run, by place.
#[utoipa::path(get, path = "/api/v1/runs/{id}/points", operation_id = "list_points", tag = "points",
    params(("id" = String, Path, description = "The run"), WantedPoints),
    responses((status = 200, body = inline(List<RowBody>), description = "A page")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_points(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedPoints>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let out = out(&desk, &id).await?;
    let found = wanted.find(&desk, &out, asked.sort, asked.page.descending).await?;
    let page = listing::in_memory(found, &asked);
    let seen = page.items.iter().map(|_| out.batch.path.as_str());
    note_list(&desk, ("run", Some(&id)), seen).await?;
    let rows = Rows::of(&desk, &out, &page.items).await?;
    Ok(Reply::ok(&asked.list(page, |row| rows.body(row))))
}

/// The first `many` rows of `run` by place.
pub(crate) fn by_place(run: &Run, many: usize) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..run.scores.len()).collect();
    sorted(run, Sort::Rank, false, &mut rows);
    rows.truncate(many);
    rows
}

/// The columns of an export.
pub(crate) const POINTS: Export = Export {
    resource: "points",
    title: ("积分名单", "points"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("rank", "总排名", "Place"),
        Column::plain("total", "积分", "Points"),
        Column::plain("grade", "等级", "Grade"),
        Column::plain("stage", "发展阶段", "Stage"),
        Column::plain("stage_rank", "本阶段排名", "Place in stage"),
        Column::plain("field", "技术领域", "Field"),
        Column::plain("park", "园区", "Park"),
        Column::plain("size", "企业规模", "Size"),
        Column::plain("known", "有数据的指标数", "Indicators with data"),
        Column::plain("asked", "应有数据的指标数", "Indicators that count"),
        Column::word("flags", "说明", "Remarks", FLAGS),
        Column::plain("withheld", "一票否决", "Veto"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("participant_id", "参评编号", "Participant id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/points/export", operation_id = "export_points", tag = "points",
    params(("id" = String, Path, description = "The run"), WantedPoints, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("points:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_points(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedPoints>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let out = out(&desk, &id).await?;
    let found = wanted.find(&desk, &out, asked.sort, asked.page.descending).await?;
    let page = listing::in_memory(found, &asked);
    let rows = Rows::of(&desk, &out, &page.items).await?;
    exporting::send(&desk, &POINTS, file, page, |row| rows.body(row)).await
}
