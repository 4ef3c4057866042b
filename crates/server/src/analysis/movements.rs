//! 排名变动: who got more, who got fewer points than in another published run, and from which stage and grade to which.

use super::{
    counts, points,
    statistics::{mean, quantile},
};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, List},
    points::{Out, RowBody, Rows, out},
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::{Name, Points};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::{IntoParams, ToSchema};

/// With which run.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedMovements {
    /// The published run it is compared with, as a rule that of the year before.
    with: String,
}

/// A published run beside another one.
#[derive(Serialize, ToSchema)]
#[schema(as = MovementsOfPoints)]
pub(crate) struct MovementsBody {
    /// Enterprises of both.
    both: usize,
    /// Only of this one.
    came: usize,
    /// Only of the other one.
    went: usize,
    /// Of both, with points in both, with more now.
    up: usize,
    /// With fewer now.
    down: usize,
    /// With as many.
    same: usize,
    /// The mean change of points; exact decimal text, rounded half up to four decimals.
    mean: Option<String>,
    /// The median change of points.
    median: Option<String>,
    /// Changes of stage, by how many enterprises of both.
    stages: Vec<PassageBody>,
    /// Changes of grade.
    grades: Vec<PassageBody>,
}

/// From what to what, and how many enterprises.
#[derive(Serialize, ToSchema)]
#[schema(as = Passage)]
struct PassageBody {
    /// Before; absent where there was none.
    before: Option<NameBody>,
    /// Now.
    after: Option<NameBody>,
    /// How many.
    enterprises: usize,
}

/// An enterprise of both runs: its row in this one, and in the other one.
#[derive(Clone, Copy)]
struct Pair {
    row: usize,
    before: usize,
}

struct Together {
    now: Out,
    then: Out,
    pairs: Vec<Pair>,
}

impl Together {
    async fn of(desk: &Desk, id: &str, with: &str) -> Result<Self, crate::problem::Stop> {
        let now = out(desk, id).await?;
        let unknown = || {
            let field = Field::new("?with", "没有这个已发布的结果", "there is no such published run");
            Problem::new(Code::QueryNotUnderstood).at(vec![field])
        };
        let then = out(desk, with).await.map_err(|_| unknown())?;
        if then.batch.zone_id != now.batch.zone_id {
            return Err(unknown().into());
        }
        let rows: HashMap<String, usize> =
            (0..then.opened.scores.len()).map(|row| (then.opened.id(row), row)).collect();
        let pair = |row| Some(Pair { row, before: *rows.get(&now.opened.id(row))? });
        let pairs = (0..now.opened.scores.len()).filter_map(pair).collect();
        Ok(Self { now, then, pairs })
    }

    /// The change of points, where there are points in both.
    fn change(&self, pair: Pair) -> Option<i64> {
        let (now, then) = (&*self.now.opened, &*self.then.opened);
        let both = counts(now, pair.row) && counts(then, pair.before);
        both.then(|| now.scores.total(pair.row).0 - then.scores.total(pair.before).0)
    }

    /// How many places it went up, where it has a place in both.
    fn climb(&self, pair: Pair) -> Option<i64> {
        let place = |run: &Run, row| run.scores.places(row).map(|places| i64::from(places.overall.place));
        Some(place(&self.then.opened, pair.before)? - place(&self.now.opened, pair.row)?)
    }

    fn summary(&self) -> MovementsBody {
        let mut changes: Vec<i64> = self.pairs.iter().filter_map(|pair| self.change(*pair)).collect();
        changes.sort_unstable();
        let many = |is: &dyn Fn(i64) -> bool| changes.iter().filter(|change| is(**change)).count();
        MovementsBody {
            both: self.pairs.len(),
            came: self.now.opened.scores.len() - self.pairs.len(),
            went: self.then.opened.scores.len() - self.pairs.len(),
            up: many(&|change| change > 0),
            down: many(&|change| change < 0),
            same: many(&|change| change == 0),
            mean: points(mean(&changes)),
            median: points(quantile(&changes, 1, 2)),
            stages: self.passages(stage_of),
            grades: self.passages(grade_of),
        }
    }

    fn passages(&self, of: for<'a> fn(&'a Run, usize) -> Option<(usize, &'a Name)>) -> Vec<PassageBody> {
        let mut passages: BTreeMap<_, (Option<&Name>, Option<&Name>, usize)> = BTreeMap::new();
        for pair in &self.pairs {
            let (before, after) = (of(&self.then.opened, pair.before), of(&self.now.opened, pair.row));
            let place = |one: Option<(usize, &Name)>| one.map_or(usize::MAX, |(place, _)| place);
            let entry = passages.entry((place(before), place(after)));
            entry.or_insert((before.map(|one| one.1), after.map(|one| one.1), 0)).2 += 1;
        }
        let body = |(before, after, enterprises): (Option<&Name>, Option<&Name>, usize)| PassageBody {
            before: before.map(Into::into),
            after: after.map(Into::into),
            enterprises,
        };
        passages.into_values().map(body).collect()
    }
}

fn stage_of(run: &Run, row: usize) -> Option<(usize, &Name)> {
    run.scores.stage(row).map(|stage| (stage, &run.scheme.value.stages[stage].name))
}

fn grade_of(run: &Run, row: usize) -> Option<(usize, &Name)> {
    let grade = run.scores.grade(row).filter(|_| counts(run, row))?;
    Some((grade, &run.scheme.value.grades[grade].name))
}

/// How many enterprises move between two published runs of a zone, and by how much.
#[utoipa::path(get, path = "/api/v1/runs/{id}/movements", operation_id = "read_movements", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedMovements),
    responses((status = 200, body = MovementsBody, description = "How many")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_movements(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedMovements>,
) -> Answer {
    Ok(Reply::ok(&Together::of(&desk, &id, &wanted.with).await?.summary()))
}

/// Which movers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedMovers {
    /// The published run it is compared with.
    with: String,
    /// `up` or `down`: only those with more, or with fewer points.
    #[param(inline)]
    direction: Option<Direction>,
    /// Only those of another stage now (`true`), or of the same (`false`).
    restaged: Option<bool>,
    /// `change`, `climb`; with `-` for the greatest first. Who has no points in one of both comes last.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// Which way points went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Direction {
    /// More now.
    Up,
    /// Fewer now.
    Down,
}

/// What movers are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Change,
    Climb,
}

const SORTS: [(&str, Sort); 2] = [("change", Sort::Change), ("climb", Sort::Climb)];

/// An enterprise of both runs.
#[derive(Serialize, ToSchema)]
#[schema(as = MoverBetweenRuns)]
pub(crate) struct MoverBody {
    /// Its place in this evaluation; absent when it has left the register.
    participant_id: Option<String>,
    /// The enterprise; absent when it has left the register.
    enterprise_id: Option<String>,
    /// Its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// Points before, exact decimal text; absent when withheld or without stage.
    before: Option<String>,
    /// Points now.
    total: Option<String>,
    /// How many more; negative when fewer.
    change: Option<String>,
    /// Place before.
    rank_before: Option<u32>,
    /// Place now.
    rank: Option<u32>,
    /// How many places better; negative when worse.
    climb: Option<i64>,
    /// Stage before, by name.
    stage_before: Option<String>,
    /// Stage now, by name.
    stage: Option<String>,
    /// Grade before, by name.
    grade_before: Option<String>,
    /// Grade now, by name.
    grade: Option<String>,
}

impl WantedMovers {
    fn find(&self, together: &Together, sort: Sort, descending: bool) -> Vec<Pair> {
        let restaged = |pair: &Pair| {
            let code = |run: &Run, row| {
                run.scores.stage(row).map(|stage| run.scheme.value.stages[stage].code.clone())
            };
            code(&together.now.opened, pair.row) != code(&together.then.opened, pair.before)
        };
        let way = |pair: &Pair| match (self.direction, together.change(*pair)) {
            (None, _) => true,
            (Some(Direction::Up), change) => change.is_some_and(|change| change > 0),
            (Some(Direction::Down), change) => change.is_some_and(|change| change < 0),
        };
        let mut found: Vec<Pair> = together.pairs.iter().copied().filter(way).collect();
        found.retain(|pair| self.restaged.is_none_or(|wanted| wanted == restaged(pair)));
        found.sort_by_cached_key(|pair| {
            let measure = match sort {
                Sort::Change => together.change(*pair),
                Sort::Climb => together.climb(*pair),
            };
            let turned = measure.map(|measure| if descending { -measure } else { measure });
            (measure.is_none(), turned, together.now.opened.id(pair.row))
        });
        found
    }
}

struct MoverRows<'a> {
    together: &'a Together,
    now: Rows<'a>,
    then: Rows<'a>,
}

impl<'a> MoverRows<'a> {
    async fn of(
        desk: &'a Desk,
        together: &'a Together,
        pairs: &[Pair],
    ) -> Result<Self, crate::problem::Stop> {
        let (rows, before): (Vec<usize>, Vec<usize>) =
            pairs.iter().map(|pair| (pair.row, pair.before)).unzip();
        let now = Rows::of(desk, &together.now, &rows).await?;
        let then = Rows::of(desk, &together.then, &before).await?;
        Ok(Self { together, now, then })
    }

    fn body(&self, pair: Pair) -> MoverBody {
        let (now, then) = (self.now.body(pair.row), self.then.body(pair.before));
        let RowBody { participant_id, enterprise_id, name, credit_code, total, rank, stage, grade, .. } = now;
        MoverBody {
            participant_id,
            enterprise_id,
            name,
            credit_code,
            before: then.total,
            total,
            change: self.together.change(pair).map(|change| Points(change).to_string()),
            rank_before: then.rank,
            rank,
            climb: self.together.climb(pair),
            stage_before: then.stage,
            stage,
            grade_before: then.grade,
            grade,
        }
    }
}

/// The enterprises of two published runs of a zone, those that moved most first.
#[utoipa::path(get, path = "/api/v1/runs/{id}/movers", operation_id = "list_movers", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedMovers),
    responses((status = 200, body = inline(List<MoverBody>), description = "A page")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_movers(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedMovers>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let together = Together::of(&desk, &id, &wanted.with).await?;
    let found = wanted.find(&together, asked.sort, asked.page.descending);
    let page = listing::in_memory(found, &asked);
    let seen = page.items.iter().map(|_| together.now.batch.path.as_str());
    note_list(&desk, ("run", Some(&id)), seen).await?;
    let rows = MoverRows::of(&desk, &together, &page.items).await?;
    Ok(Reply::ok(&asked.list(page, |pair| rows.body(pair))))
}

/// The columns of an export.
pub(crate) const MOVERS: Export = Export {
    resource: "movers",
    title: ("积分变动", "movers"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("before", "原积分", "Points before"),
        Column::plain("total", "现积分", "Points"),
        Column::plain("change", "积分变动", "Change"),
        Column::plain("rank_before", "原排名", "Place before"),
        Column::plain("rank", "现排名", "Place"),
        Column::plain("climb", "名次上升", "Places better"),
        Column::plain("stage_before", "原发展阶段", "Stage before"),
        Column::plain("stage", "现发展阶段", "Stage"),
        Column::plain("grade_before", "原等级", "Grade before"),
        Column::plain("grade", "现等级", "Grade"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("participant_id", "参评编号", "Participant id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/movers/export", operation_id = "export_movers", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedMovers, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("points:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_movers(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedMovers>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let together = Together::of(&desk, &id, &wanted.with).await?;
    let found = wanted.find(&together, asked.sort, asked.page.descending);
    let page = listing::in_memory(found, &asked);
    let rows = MoverRows::of(&desk, &together, &page.items).await?;
    exporting::send(&desk, &MOVERS, file, page, |pair| rows.body(pair)).await
}
