//! 推荐名单: the enterprises of a published year that a zone recommends for the national list, with what banks ask for: stage, points,
//! first loan, and the batch they were recommended in. Being recommended is a title in the register, with its batch.

use super::{
    Out, WantedPoints, out,
    row::{RowBody, Rows},
};
use crate::{
    desk::Desk,
    enterprises::{event, note_list},
    exporting::{self, AsFile, Column, Export, Exported, Exporting},
    input::{Checks, Json, Params},
    library::today,
    listing::{self, List},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use store::{
    Page,
    enterprises::{self, Label},
    loans,
    runs::RunState,
};
use utoipa::ToSchema;

/// The title of whoever is recommended.
const TITLE: &str = "全国推荐名单";

/// An enterprise that may be recommended, or is. Points are exact decimal texts.
#[derive(Serialize, ToSchema)]
pub(crate) struct Recommended {
    /// The enterprise.
    enterprise_id: Option<String>,
    /// Its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// Its place among all.
    rank: Option<u32>,
    /// Its total.
    total: Option<String>,
    /// Its grade, by name.
    grade: Option<String>,
    /// Its stage, by name.
    stage: Option<String>,
    /// 技术领域, by name.
    field: Option<String>,
    /// 园区.
    park: Option<String>,
    /// 企业规模, by name, where it was reported.
    size: Option<String>,
    /// Titles it holds today.
    titles: Vec<String>,
    /// 首贷: whether a bank says that a loan was the first; absent where no bank says anything.
    first_loan: Option<bool>,
    /// The batch it is recommended in today; absent when it is not.
    recommended: Option<String>,
}

/// What the register and banks know of enterprises.
struct Known {
    titles: HashMap<String, Vec<Label>>,
    first: HashMap<String, bool>,
}

impl Known {
    async fn of(desk: &Desk, rows: &[RowBody]) -> Result<Self, Stop> {
        let ids: Vec<String> = rows.iter().filter_map(|row| row.enterprise_id.clone()).collect();
        let day = today(desk);
        let mut titles: HashMap<String, Vec<Label>> = HashMap::new();
        for label in enterprises::labels_of_all(desk.database(), &ids).await? {
            if label.holds_on(day) {
                titles.entry(label.enterprise_id.clone()).or_default().push(label);
            }
        }
        let first = loans::first_loans(desk.database(), &ids).await?;
        Ok(Self { titles, first })
    }

    fn body(&self, row: RowBody) -> Recommended {
        let id = row.enterprise_id.as_deref().unwrap_or_default();
        let held = self.titles.get(id).map(Vec::as_slice).unwrap_or_default();
        let recommended = held.iter().find(|label| label.label == TITLE);
        let mut titles: Vec<String> =
            held.iter().filter(|label| label.label != TITLE).map(|label| label.label.clone()).collect();
        titles.sort();
        titles.dedup();
        Recommended {
            first_loan: self.first.get(id).copied(),
            recommended: recommended.map(|label| label.document.clone().unwrap_or_default()),
            titles,
            enterprise_id: row.enterprise_id,
            name: row.name,
            credit_code: row.credit_code,
            rank: row.rank,
            total: row.total,
            grade: row.grade,
            stage: row.stage,
            field: row.field,
            park: row.park,
            size: row.size,
        }
    }
}

/// Those asked for that have points: what is withheld is not recommended.
async fn found(desk: &Desk, out: &Out, wanted: &WantedPoints) -> Result<Vec<usize>, Stop> {
    if wanted.withheld == Some(true) {
        return Ok(Vec::new());
    }
    let mut rows = wanted.rows(desk, out).await?;
    rows.retain(|&row| {
        out.opened.scores.stage(row).is_some() && super::row::veto_of(&out.opened, row).is_none()
    });
    Ok(rows)
}

async fn bodies(desk: &Desk, out: &Out, page: Page<usize>) -> Result<Page<Recommended>, Stop> {
    let rows = Rows::of(desk, out, &page.items).await?;
    let rows: Vec<RowBody> = page.items.iter().map(|row| rows.body(*row)).collect();
    let known = Known::of(desk, &rows).await?;
    let items = rows.into_iter().map(|row| known.body(row)).collect();
    Ok(Page { items, next: page.next, total: page.total })
}

/// The enterprises of a run that may be recommended for the national list, and those that are: by points, stage, field, titles.
#[utoipa::path(get, path = "/api/v1/runs/{id}/recommendations", operation_id = "list_recommendations", tag = "finance",
    params(("id" = String, Path, description = "The run"), WantedPoints),
    responses((status = 200, body = inline(List<Recommended>), description = "A page")),
    extensions(("x-permission" = json!("recommendation:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_recommendations(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedPoints>,
) -> Answer {
    let asked = wanted.asked()?;
    let out = out(&desk, &id).await?;
    let page = listing::in_memory(found(&desk, &out, &wanted).await?, &asked);
    note_list(&desk, ("run", Some(&id)), page.items.iter().map(|_| out.batch.path.as_str())).await?;
    let page = bodies(&desk, &out, page).await?;
    Ok(Reply::ok(&asked.list(page, |one| one)))
}

/// The columns of an export.
pub(crate) const RECOMMENDATIONS: Export = Export {
    resource: "recommendation",
    title: ("全国推荐名单", "recommendations"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("total", "积分", "Points"),
        Column::plain("rank", "总排名", "Place"),
        Column::plain("grade", "等级", "Grade"),
        Column::plain("stage", "发展阶段", "Stage"),
        Column::plain("field", "技术领域", "Field"),
        Column::plain("size", "企业规模", "Size"),
        Column::plain("park", "园区", "Park"),
        Column::plain("titles", "有效资质", "Titles held"),
        Column::plain("first_loan", "首贷", "First loan"),
        Column::plain("recommended", "推荐批次", "Recommended in"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/recommendations/export", operation_id = "export_recommendations",
    tag = "finance", params(("id" = String, Path, description = "The run"), WantedPoints, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("recommendation:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_recommendations(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedPoints>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = wanted.asked_whole(desk.app.config.export_rows)?;
    let out = out(&desk, &id).await?;
    let page = listing::in_memory(found(&desk, &out, &wanted).await?, &asked);
    let page = bodies(&desk, &out, page).await?;
    exporting::send(&desk, &RECOMMENDATIONS, file, page, |one| one).await
}

/// Whom a zone recommends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recommend {
    /// The batch, e.g. `2026年第1批`.
    batch: String,
    /// Only those with at least so many points.
    from: Option<String>,
    /// Only those of this stage, by code.
    stage: Option<String>,
    /// Only holders of this title.
    label: Option<String>,
    /// To this day, the day included; without an end when left out.
    valid_until: Option<String>,
}

/// Who was recommended.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecommendedNow {
    /// So many are recommended by this.
    recommended: usize,
    /// So many were already.
    before: usize,
}

/// Recommends the enterprises of a published run that meet what is asked: each holds the title 全国推荐名单 with the batch from today on,
/// which banks with its consent see. Who is recommended already stays in its batch.
#[utoipa::path(post, path = "/api/v1/runs/{id}/recommendations", operation_id = "recommend_enterprises",
    tag = "finance", params(("id" = String, Path, description = "The run")), request_body = Recommend,
    responses((status = 201, body = RecommendedNow, description = "Recommended")),
    extensions(("x-permission" = json!("recommendation:make")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(120))))]
pub(crate) async fn recommend_enterprises(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<Recommend>,
) -> Answer {
    let out = out(&desk, &id).await?;
    let day = today(&desk);
    let until = checked(&given, day)?;
    if out.run.state != RunState::Published {
        let (zh, en) = ("只能按已发布的结果推荐。", "Only what is published can be recommended from.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let text = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let mut wanted = WantedPoints::default();
    (wanted.from, wanted.stage, wanted.label) = (text(&given.from), text(&given.stage), text(&given.label));
    let items = found(&desk, &out, &wanted).await?;
    let page = Page { total: items.len() as u64, items, next: None };
    let all = bodies(&desk, &out, page).await?.items;
    let (before, new): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.recommended.is_some());
    let batch = given.batch.trim().to_owned();
    let labels: Vec<Label> = new
        .iter()
        .filter_map(|one| one.enterprise_id.clone())
        .map(|enterprise_id| Label {
            id: desk.app.edge.id(),
            enterprise_id,
            label: TITLE.to_owned(),
            valid_from: day,
            valid_to: until,
            source: "form".to_owned(),
            certificate: None,
            document: Some(batch.clone()),
            import_id: None,
            ended: None,
        })
        .collect();
    let change = desk.begin().await?;
    let work = change.work();
    enterprises::add_labels(work, labels.clone()).await?;
    for label in &labels {
        let detail = json!({"label": TITLE, "valid_from": day.to_string(), "document": batch});
        event(&desk, work, &label.enterprise_id, "label", detail).await?;
    }
    let told = RecommendedNow { recommended: labels.len(), before: before.len() };
    let detail = json!({
        "batch": batch, "run_id": id, "from": wanted.from, "stage": wanted.stage, "label": wanted.label,
        "valid_until": given.valid_until, "recommended": told.recommended, "before": told.before,
    });
    let note = desk.note("recommend", "enterprises").about(Some(&id), &out.batch.path).with(detail);
    let location = format!("/api/v1/runs/{id}/recommendations");
    change.finish(note, Reply::created(&told, &location)).await
}

fn checked(given: &Recommend, day: Date) -> Result<Option<Date>, Problem> {
    let mut checks = Checks::default();
    let length = given.batch.trim().chars().count();
    checks.that(
        (1..=40).contains(&length),
        "/batch",
        "请写推荐批次，如 2026年第1批，不超过40字",
        "say which batch, in at most 40 characters",
    );
    let until = given.valid_until.as_deref().filter(|text| !text.is_empty());
    let until = until.map(|text| text.parse::<Date>().ok().filter(|until| *until >= day));
    checks.that(
        until != Some(None),
        "/valid_until",
        "应为今天或以后的日期",
        "must be today or a day after it",
    );
    checks.done()?;
    Ok(until.flatten())
}
