//! The public pages.

use super::{
    page::{STYLE, Speaker, page},
    table::{Row, Shown},
};
use crate::{
    app::App,
    desk::Desk,
    input::Params,
    problem::{Code, Stop},
    schemes::{NameBody, ShownBody},
};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use formula::Language;
use maud::{Markup, html};
use serde::Deserialize;
use store::{
    Scope, batches, organisations,
    portal::{self, PublicList},
};
use utoipa::IntoParams;

/// In which language.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Reader {
    /// `zh` or `en`; as the browser asks when absent.
    pub(super) lang: Option<String>,
}

pub(super) fn speaker(desk: &Desk, lang: Option<&str>) -> Speaker {
    Speaker(match lang {
        Some("zh") => Language::Chinese,
        Some("en") => Language::English,
        _ => desk.context.language,
    })
}

/// The same address in the other language.
pub(super) fn other(speaker: Speaker, path: &str, more: &str) -> String {
    format!("{path}?lang={}{more}", speaker.say("en", "zh"))
}

/// The looks of the public pages.
#[utoipa::path(get, path = "/public/style.css", operation_id = "read_public_style", tag = "portal",
    responses((status = 200, description = "The style", content_type = "text/css")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

/// A year that is shown, in short.
struct Line {
    list: PublicList,
    zone: String,
    title: String,
}

async fn lines(app: &App, zone: Option<&str>) -> Result<Vec<Line>, Stop> {
    let mut all = Vec::new();
    for list in portal::shown(&app.database, zone).await? {
        let zone = organisations::within(&app.database, &Scope::Everything, &list.zone_id).await?;
        let batch = batches::within(&app.database, &Scope::Everything, &list.batch_id).await?;
        if let (Some(zone), Some(batch)) = (zone, batch) {
            all.push(Line { list, zone: zone.name, title: batch.title });
        }
    }
    all.sort_by(|one, other| one.zone.cmp(&other.zone).then_with(|| other.title.cmp(&one.title)));
    Ok(all)
}

/// What the system is, what zones show, and a way to verify a result.
#[utoipa::path(get, path = "/public", operation_id = "read_portal", tag = "portal", params(Reader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_home(desk: Desk, Params(reader): Params<Reader>) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let lines = lines(&desk.app, None).await?;
    let notices = super::notices::section(&desk.app, s).await?;
    let body = html! {
        section {
            h2 { (s.say("什么是企业创新积分", "What innovation points are")) }
            p { (s.say(
                "高新区按发展阶段（初创期、成长期、扩展期、成熟期）分别设定指标，依据各部门数据和企业填报，每年计算一次企业的创新积分。规则、数据和结果一经发布就不再改变，每一分都说得出依据；更正另行发布并说明原因。",
                "A high-tech zone scores the capacity of its enterprises to innovate once a year, by indicators that differ by stage of growth (start-up, growth, expansion, maturity), from what departments and enterprises report. Rules, data and results do not change once they are published, and every point can be explained; a correction is published with its reason.",
            )) }
            p { (s.say(
                "这里只列出高新区公开、且企业同意公开的内容。",
                "Only what a zone shows, of enterprises that agree, is listed here.",
            )) }
        }
        section {
            h2 { (s.say("已公开的评价结果", "Results that are shown")) }
            @if lines.is_empty() { p { (s.say("还没有公开的结果。", "Nothing is shown yet.")) } }
            ul { @for line in &lines {
                li { a href=(format!("/public/lists/{}?lang={}", line.list.batch_id, s.word())) { (line.zone) " · " (line.title) } }
            } }
        }
        (notices)
        section {
            h2 { (s.say("惠企政策", "Policies")) }
            p { a href=(format!("/public/policies?lang={}", s.word())) { (s.say("政策库：给谁、多少、到什么时候、找谁办", "The policy library: for whom, how much, until when, whom to ask")) } }
            p { a href=(format!("/public/products?lang={}", s.word())) { (s.say("金融超市：各家银行的信贷产品，额度和利率怎么定", "The finance supermarket: loan products, how limits and rates are set")) } }
        }
        (super::verify::form(s, ""))
    };
    Ok(page(s, s.say("公众门户", "Public portal"), &other(s, "/public", ""), &body))
}

/// Which part of a list.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedRows {
    /// `zh` or `en`.
    lang: Option<String>,
    /// Of this stage, by code; empty for all.
    stage: Option<String>,
    /// In this field of technology, by code; empty for all.
    field: Option<String>,
}

impl WantedRows {
    fn field(&self) -> Option<&str> {
        self.field.as_deref().filter(|field| !field.is_empty())
    }

    /// The index of the stage.
    ///
    /// # Errors
    /// 404 for a stage that there is not.
    fn stage(&self, shown: &Shown) -> Result<Option<usize>, Stop> {
        let code = self.stage.as_deref().filter(|code| !code.is_empty());
        let stages = &shown.opened.scheme.value.stages;
        let at = code.map(|code| stages.iter().position(|stage| stage.code == code).ok_or(Code::NotFound));
        Ok(at.transpose()?)
    }

    /// The part as it stands in an address.
    fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("stage", &self.stage), ("field", &self.field)] {
            if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("&{query}") }
    }
}

/// The results of a year as the zone shows them, by stage and field.
#[utoipa::path(get, path = "/public/lists/{id}", operation_id = "read_public_results", tag = "portal",
    params(("id" = String, Path, description = "The evaluation"), WantedRows),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_list(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedRows>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, wanted.lang.as_deref());
    let shown = Shown::of(&desk.app, &id).await?;
    let stage = wanted.stage(&shown)?;
    let (rows, unnamed) = shown.rows(&desk.app, stage, wanted.field()).await?;
    let title = format!("{} · {}", shown.zone.name, shown.batch.title);
    let path = format!("/public/lists/{}", shown.batch.id);
    let query = wanted.query();
    let body = html! {
        p .quiet {
            (s.say("发布时间 ", "Published ")) (day(&shown)) " · " (s.say("核验码 ", "code ")) code { (shown.run.receipt_code) }
            @if let Some(reason) = &shown.run.reason { " · " (s.say("更正原因：", "corrected because: ")) (reason) }
        }
        p {
            a href=(format!("{path}/rules?lang={}", s.word())) { (s.say("积分怎样计算", "How points are computed")) } " · "
            a href=(format!("{path}/file?lang={}{query}", s.word())) download { (s.say("下载此表（CSV）", "Take the list (CSV)")) }
        }
        (part_form(s, &shown, &path, &wanted))
        section {
            p { (counted(s, rows.len(), unnamed, shown.list.most)) }
            @if !rows.is_empty() { (table(s, &shown, &rows)) }
        }
    };
    Ok(page(s, &title, &other(s, &path, &query), &body))
}

fn day(shown: &Shown) -> String {
    let at = shown.run.published_at.unwrap_or(shown.run.created_at);
    crate::caller::beijing_day(at).to_string()
}

fn counted(s: Speaker, named: usize, unnamed: usize, most: Option<u32>) -> String {
    let first = match (most, s.0) {
        (None, _) => String::new(),
        (Some(most), Language::Chinese) => format!("各阶段前 {most} 名。"),
        (Some(most), Language::English) => format!("The first {most} of each stage. "),
    };
    let rest = match s.0 {
        Language::Chinese => format!(
            "列出 {named} 家同意公开的企业；另有 {unnamed} 家有名次但未同意公开，名次因此可能不连续。"
        ),
        Language::English => format!(
            "{named} enterprises that agree are listed; {unnamed} more have a place and do not, so that places may be left out."
        ),
    };
    first + &rest
}

fn part_form(s: Speaker, shown: &Shown, path: &str, wanted: &WantedRows) -> Markup {
    let stages = &shown.opened.scheme.value.stages;
    let all = s.say("全部", "all");
    html! {
        form action=(path) method="get" {
            input type="hidden" name="lang" value=(s.word());
            div .fields {
                div {
                    label for="stage" { (s.say("发展阶段", "Stage")) }
                    select id="stage" name="stage" {
                        option value="" { (all) }
                        @for stage in stages {
                            option value=(stage.code) selected[wanted.stage.as_deref() == Some(stage.code.as_str())] { (s.name(&stage.name)) }
                        }
                    }
                }
                div {
                    label for="field" { (s.say("技术领域", "Field")) }
                    select id="field" name="field" {
                        option value="" { (all) }
                        @for (code, name) in shown.fields() {
                            option value=(code) selected[wanted.field.as_deref() == Some(code.as_str())] { (s.name(&name)) }
                        }
                    }
                }
                button type="submit" { (s.say("查看", "Show")) }
            }
        }
    }
}

/// The columns that hold numbers: place and points.
const NUMBERS: [usize; 2] = [2, 5];

/// What stands above the columns, on the page and in the file.
fn heads(s: Speaker, shows_points: bool) -> Vec<&'static str> {
    let say = |zh: &'static str, en: &'static str| match s.0 {
        Language::Chinese => zh,
        Language::English => en,
    };
    let mut heads = vec![
        say("企业名称", "Enterprise"),
        say("发展阶段", "Stage"),
        say("阶段内名次", "Place in stage"),
        say("技术领域", "Field"),
        say("等级", "Grade"),
    ];
    if shows_points {
        heads.push(say("积分", "Points"));
    }
    heads
}

fn table(s: Speaker, shown: &Shown, rows: &[Row]) -> Markup {
    let stages = &shown.opened.scheme.value.stages;
    html! {
        div .frame tabindex="0" role="region" aria-label=(s.say("评价结果", "Results")) {
            table {
                thead { tr {
                    @for (at, head) in heads(s, shown.list.shows_points).into_iter().enumerate() {
                        th scope="col" .number[NUMBERS.contains(&at)] { (head) }
                    }
                } }
                tbody { @for row in rows { tr {
                    th scope="row" { (row.name) }
                    td { (s.name(&stages[row.stage].name)) }
                    td .number { (row.place) }
                    td { @if let Some(field) = &row.field { (s.name(field)) } @else { "—" } }
                    td { @if let Some(grade) = &row.grade { (s.name(grade)) } @else { "—" } }
                    @if let Some(points) = &row.points { td .number { (points) } }
                } } }
            }
        }
    }
}

/// The same list as a file.
#[utoipa::path(get, path = "/public/lists/{id}/file", operation_id = "take_public_results", tag = "portal",
    params(("id" = String, Path, description = "The evaluation"), WantedRows),
    responses((status = 200, description = "The file", content_type = "text/csv")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_file(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedRows>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, wanted.lang.as_deref());
    let shown = Shown::of(&desk.app, &id).await?;
    let stage = wanted.stage(&shown)?;
    let (rows, _) = shown.rows(&desk.app, stage, wanted.field()).await?;
    let stages = &shown.opened.scheme.value.stages;
    let heads = heads(s, shown.list.shows_points);
    let text = |name: &Option<domain::Name>| {
        export::ListCell::Text(name.as_ref().map_or_else(String::new, |name| s.name(name).to_owned()))
    };
    let cells = |row: &Row| {
        let mut cells = vec![
            export::ListCell::Text(row.name.clone()),
            export::ListCell::Text(s.name(&stages[row.stage].name).to_owned()),
            export::ListCell::Number(row.place.into()),
            text(&row.field),
            text(&row.grade),
        ];
        cells.extend(row.points.clone().map(export::ListCell::Text));
        cells
    };
    let rows: Vec<Vec<export::ListCell>> = rows.iter().map(cells).collect();
    let bytes = export::write_list(export::ListFormat::Csv, "", &heads, &rows).map_err(|error| {
        tracing::error!(%error, "a public list was not written");
        Stop::from(Code::InternalError)
    })?;
    let named = format!("attachment; filename=\"results-{}.csv\"", shown.batch.year);
    Ok((
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, named)],
        bytes,
    )
        .into_response())
}

/// How the points of a year that is shown are computed: generated from the rule files it was computed by.
#[utoipa::path(get, path = "/public/lists/{id}/rules", operation_id = "read_public_rules", tag = "portal",
    params(("id" = String, Path, description = "The evaluation"), Reader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_rules(
    desk: Desk,
    Path(id): Path<String>,
    Params(reader): Params<Reader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let shown = Shown::of(&desk.app, &id).await?;
    let scheme = ShownBody::of(&shown.opened.scheme);
    let title = format!("{} · {}", shown.batch.title, s.say("积分怎样计算", "how points are computed"));
    let said = |name: &NameBody| match s.0 {
        Language::English => name.en.clone().unwrap_or_else(|| name.zh.clone()),
        Language::Chinese => name.zh.clone(),
    };
    let path = format!("/public/lists/{}", shown.batch.id);
    let body = html! {
        p { a href=(format!("{path}?lang={}", s.word())) { (s.say("返回评价结果", "Back to the results")) } }
        (rules_of(&scheme, s.say("示例方案，非官方权重", "Illustrative, not official weights"), &said, &Words::of(s)))
    };
    Ok(page(s, &title, &other(s, &format!("{path}/rules"), ""), &body))
}

/// A scheme as a public page tells it.
fn rules_of(
    scheme: &ShownBody,
    illustrative: &str,
    said: &impl Fn(&NameBody) -> String,
    words: &Words,
) -> Markup {
    html! {
        @if scheme.is_illustrative() { p .note { (illustrative) } }
        section {
            h2 { (words.stages) }
            ul { @for (name, when) in scheme.stages_told() { li { strong { (said(name)) } " — " (words.belongs) ": " (said(when)) } } }
        }
        section {
            h2 { (words.indicators) }
            @for (pillar, indicators) in scheme.tree_told() {
                h3 { (said(pillar)) }
                ul { @for one in indicators { li {
                    strong { (said(one.name)) } " (" (one.full.join(" / ")) ") · " (words.value) (said(one.value))
                    ul { @for rule in &one.rules { li { (said(rule)) } } }
                } } }
            }
        }
        @if scheme.vetoes_told().next().is_some() { section {
            h2 { (words.vetoes) }
            ul { @for (name, when) in scheme.vetoes_told() { li { strong { (said(name)) } " — " (said(when)) } } }
        } }
        section {
            h2 { (words.grades) }
            ul { @for (name, least) in scheme.grades_told() { li { (said(name)) " — " (words.at_least) ": " (least) } } }
        }
        section { h2 { (words.basis) } ul { @for text in scheme.basis_told() { li { (text) } } } }
    }
}

/// The words around a scheme on a public page.
struct Words {
    stages: &'static str,
    belongs: &'static str,
    indicators: &'static str,
    value: &'static str,
    vetoes: &'static str,
    grades: &'static str,
    at_least: &'static str,
    basis: &'static str,
}

impl Words {
    fn of(s: Speaker) -> Self {
        let say = |zh: &'static str, en: &'static str| match s.0 {
            Language::Chinese => zh,
            Language::English => en,
        };
        Self {
            stages: say("发展阶段", "Stages"),
            belongs: say("判定条件", "Belongs to it"),
            indicators: say("指标与满分", "Indicators and full points"),
            value: say("取值：", "Value: "),
            vetoes: say("一票否决", "Vetoes"),
            grades: say("等级", "Grades"),
            at_least: say("不低于（分）", "At least (points)"),
            basis: say("依据", "Rests on"),
        }
    }
}
