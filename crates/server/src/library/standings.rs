//! Lists of a rung: everybody, who is near, who cannot be told, who is at risk, who could apply.

use super::{
    Titles, body::StandingBody, body::VerdictWord, body::advice, body::missing_name, judged::Judged,
    overview::holders, overview::read_day, run_and_batch,
};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, VERDICTS},
    input::Params,
    listing::{self, List},
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::cultivation::Verdict;
use formula::Sentence;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::HashSet;
use store::{
    Scope,
    organisations::{self, Organisation},
};
use utoipa::{IntoParams, ToSchema};

/// What a list can be sorted by.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sort {
    /// Fewest conditions short, then smallest relative gap.
    Gap,
    Name,
    CreditCode,
    /// 保守分.
    Points,
}

pub(super) const SORTS: [(&str, Sort); 4] =
    [("gap", Sort::Gap), ("name", Sort::Name), ("credit_code", Sort::CreditCode), ("points", Sort::Points)];

/// Whom a list of a rung holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LadderList)]
pub(crate) enum Which {
    /// Everybody.
    All,
    /// 差几项: all but `n` conditions or fewer are met.
    Near,
    /// 数据不足: nobody can tell for lack of data.
    CannotTell,
    /// 有流失风险: recognised now, would fail on these data.
    AtRisk,
    /// 可申报: meets the conditions or may, and is not recognised.
    Candidates,
    /// 已认定: recognised by an authority.
    Recognised,
}

/// Which standings.
#[derive(Deserialize, IntoParams, ToSchema)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedStandings {
    /// The rung's code.
    rung: String,
    /// Whom; everybody when left out.
    list: Option<Which>,
    /// For `near`: most conditions lacking, 1 to 3; 1 when left out.
    n: Option<usize>,
    /// For `near`: most conditions that cannot be told for lack of data; 0 when left out.
    unknown: Option<usize>,
    /// For `cannot-tell`: this is missing, a `key` of the missing items.
    missing: Option<String>,
    /// With this verdict.
    verdict: Option<VerdictWord>,
    /// With this in name or credit code.
    search: Option<String>,
    /// In this park.
    park: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// The day of application.
    on: Option<String>,
    /// 复核 instead of 认定.
    review: Option<bool>,
    /// `gap`, `name`, `credit_code`, `points`; with `-` for greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What a list was made from.
pub(super) struct Found {
    pub(super) judged: std::sync::Arc<Judged>,
    pub(super) titles: Titles,
    pub(super) rung: usize,
    /// Places, in order.
    pub(super) places: Vec<usize>,
}

impl WantedStandings {
    pub(super) fn sort(&self) -> Option<&str> {
        self.sort.as_deref()
    }

    /// Everybody the list holds, sorted.
    pub(super) async fn find(
        &self,
        desk: &Desk,
        id: &str,
        sort: Sort,
        descending: bool,
    ) -> Result<Found, Stop> {
        let (run, batch) = run_and_batch(desk, id).await?;
        let on = read_day(self.on.as_deref())?;
        let judged = Judged::of(desk, &run, &batch, on, self.review.unwrap_or(false)).await?;
        let rung = judged.rung(&self.rung)?;
        let titles = Titles::of(desk, &batch.zone_id).await?;
        let holders = holders(desk, &judged, &titles, rung);
        let mut places: Vec<usize> =
            (0..judged.library.len()).filter(|at| self.holds(desk, &judged, &holders, (rung, *at))).collect();
        sorted(&judged, rung, sort, &mut places);
        if descending {
            places.reverse();
        }
        Ok(Found { judged, titles, rung, places })
    }

    fn holds(
        &self,
        desk: &Desk,
        judged: &Judged,
        holders: &HashSet<usize>,
        (rung, at): (usize, usize),
    ) -> bool {
        let one = &judged.library.standings[at][rung];
        let member = &judged.members[at];
        let held = holders.contains(&at);
        let listed = match self.list.unwrap_or(Which::All) {
            Which::All => true,
            Which::Near => {
                one.misses_by(self.n.unwrap_or(1).clamp(1, 3)) && one.unknown <= self.unknown.unwrap_or(0)
            }
            Which::CannotTell => one.verdict == Verdict::NeedsData,
            Which::AtRisk => held && one.verdict == Verdict::Fails,
            Which::Candidates => !held && one.verdict.is_hopeful(),
            Which::Recognised => held,
        };
        let text = |wanted: &Option<String>, is: &Option<String>| wanted.is_none() || wanted == is;
        let found = self.search.as_deref().is_none_or(|part| {
            let part = part.trim();
            member.name.contains(part) || member.credit_code.contains(&part.to_uppercase())
        });
        listed
            && found
            && text(&self.park, &member.park)
            && text(&self.field, &member.field)
            && self.verdict.is_none_or(|verdict| verdict == one.verdict.into())
            && self.missing.as_deref().is_none_or(|wanted| {
                one.missing.iter().any(|missing| missing_name(desk, judged, missing).0 == wanted)
            })
    }
}

fn sorted(judged: &Judged, rung: usize, sort: Sort, places: &mut [usize]) {
    let standing = |at: &usize| &judged.library.standings[*at][rung];
    let code = |at: &usize| judged.members[*at].credit_code.clone();
    match sort {
        Sort::Gap => places.sort_by_cached_key(|at| {
            let one = standing(at);
            // Who lacks nothing comes first, who cannot get there last.
            let short = one.short.or((one.verdict != Verdict::Fails).then_some(0)).unwrap_or(usize::MAX);
            (short, Reverse(one.verdict), one.gap.is_none(), one.gap.clone(), code(at))
        }),
        Sort::Name => places.sort_by_cached_key(|at| (judged.members[*at].name.clone(), code(at))),
        Sort::CreditCode => places.sort_by_cached_key(code),
        Sort::Points => {
            places.sort_by_cached_key(|at| {
                (standing(at).points.map(|points| (points.low(), points.high())), code(at))
            });
        }
    }
}

/// How the enterprises of a run stand on one rung.
#[utoipa::path(get, path = "/api/v1/runs/{id}/standings", operation_id = "list_standings", tag = "library",
    params(("id" = String, Path, description = "The run"), WantedStandings),
    responses((status = 200, body = inline(List<StandingBody>), description = "A page")),
    extensions(("x-permission" = json!("library:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn list_standings(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedStandings>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let found = wanted.find(&desk, &id, asked.sort, asked.page.descending).await?;
    let shown = listing::in_memory(found.places, &asked);
    super::note_run(&desk, &id, shown.items.len()).await?;
    let turn = |at| StandingBody::of(&desk, &found.judged, &found.titles, (found.rung, at));
    Ok(Reply::ok(&asked.list(shown, turn)))
}

/// The columns of an export.
pub(crate) const STANDINGS: Export = Export {
    resource: "library",
    title: ("培育库名单", "cultivation library"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("field", "技术领域", "Field"),
        Column::word("verdict", "测算结论", "Computed", VERDICTS),
        Column::plain("short", "还差几项", "Conditions short"),
        Column::plain("gap", "最大相对差距（%）", "Largest relative gap (%)"),
        Column::plain("lacking", "差在哪里", "What it lacks"),
        Column::plain("unknown", "无法判断的条件数", "Conditions that cannot be told"),
        Column::plain("missing", "缺少的数据", "Missing data"),
        Column::plain("points_low", "保守分", "Conservative points"),
        Column::plain("points_high", "乐观分", "Optimistic points"),
        Column::plain("recognised", "主管部门已认定", "Recognised by an authority"),
        Column::plain("valid_to", "认定有效期至", "Recognised until"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("note", "说明", "Note"),
    ],
};

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/{id}/standings/export", operation_id = "export_standings", tag = "library",
    params(("id" = String, Path, description = "The run"), WantedStandings, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_standings(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedStandings>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let found = wanted.find(&desk, &id, asked.sort, asked.page.descending).await?;
    let shown = listing::in_memory(found.places, &asked);
    let turn = |at| StandingBody::of(&desk, &found.judged, &found.titles, (found.rung, at));
    exporting::send(&desk, &STANDINGS, file, shown, turn).await
}

/// A list, for whoever makes tasks of it.
pub(crate) struct Chosen {
    pub(crate) zone: Organisation,
    /// The rung's code.
    pub(crate) rung: String,
    /// The title that recognition gives.
    pub(crate) label: Option<String>,
    /// The list's word.
    pub(crate) list: String,
    /// Enterprises of the register, with what each lacks in words.
    pub(crate) standings: Vec<(String, Sentence)>,
}

/// The enterprises of a list, in its usual order.
///
/// # Errors
/// As the list.
pub(crate) async fn choose(desk: &Desk, run: &str, wanted: &WantedStandings) -> Result<Chosen, Stop> {
    let (_, batch) = run_and_batch(desk, run).await?;
    let zone = organisations::within(desk.database(), &Scope::Everything, &batch.zone_id).await?;
    let found = wanted.find(desk, run, Sort::Gap, false).await?;
    let ladder = &found.judged.library.rungs.ladders[found.rung].value;
    let standing = |at: &usize| {
        let id = found.judged.members[*at].id.clone()?;
        Some((id, advice(&found.judged, (found.rung, *at))))
    };
    let list = serde_json::to_value(wanted.list.unwrap_or(Which::All)).unwrap_or_default();
    Ok(Chosen {
        zone: zone.ok_or(Code::NotFound)?,
        rung: ladder.rung.clone(),
        label: ladder.label.clone(),
        list: list.as_str().unwrap_or_default().to_owned(),
        standings: found.places.iter().filter_map(standing).collect(),
    })
}
