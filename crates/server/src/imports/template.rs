//! Templates to fill in, made for one source and one batch.

use super::values;
use crate::{
    desk::Desk,
    input::{Checks, Params},
    problem::{Code, Stop},
    reply::file,
    wire::{ImportKindWord, ValueSourceWord},
};
use axum::response::Response;
use domain::indicators::{Item, ItemKind};
use export::{Takes, TemplateColumn, write_template};
use serde::Deserialize;
use std::io::Cursor;
use store::{
    batches::{self, Batch},
    imports::ImportKind,
    values::ValueSource,
};
use utoipa::IntoParams;

/// Changes when a template of before would be misread.
const VERSION: &str = "1";

/// What the template is for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Purpose {
    /// The register, values for a batch, or an authority's list.
    kind: ImportKindWord,
    /// The batch, for values.
    batch_id: Option<String>,
    /// Who reports, for values.
    source: Option<ValueSourceWord>,
}

/// A workbook to fill in: text-typed codes, drop-downs, checks while typing, definitions as notes, an example row.
#[utoipa::path(get, path = "/api/v1/imports/template", operation_id = "fetch_import_template", tag = "imports",
    params(Purpose), responses((status = 200, description = "The workbook", body = String,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    extensions(("x-permission" = json!("import:make"))))]
pub(crate) async fn template(desk: Desk, Params(purpose): Params<Purpose>) -> Result<Response, Stop> {
    let values = purpose.kind == ImportKindWord::Values;
    let batch = match purpose.batch_id.as_deref().filter(|_| values) {
        Some(id) => batches::within(desk.database(), desk.scope(), id).await?,
        None => None,
    };
    let mut checks = Checks::default();
    checks.that(!values || batch.is_some(), "?batch_id", "没有这个批次", "there is no such batch");
    checks.that(!values || purpose.source.is_some(), "?source", "须指明数据来源", "is needed for values");
    checks.done()?;
    let columns = match (&batch, purpose.source) {
        (Some(batch), Some(source)) => of_batch(&desk, batch, source.into()).await?,
        _ => {
            let dictionary = super::reading::dictionary(desk.app.rules.known(), purpose.kind.into());
            dictionary.items().iter().map(|item| column(item, required(item))).collect()
        }
    };
    let source = purpose
        .source
        .map_or(ImportKind::from(purpose.kind).word(), |source| ValueSource::from(source).word());
    let batch_id = batch.as_ref().map_or("", |batch| batch.id.as_str());
    let zone = desk.zone().await?;
    let stamp = [("template", VERSION), ("zone", zone.id.as_str()), ("batch", batch_id), ("source", source)];
    let mut target = Cursor::new(Vec::new());
    let sheet = match purpose.kind {
        ImportKindWord::Values => "数据",
        ImportKindWord::Register => "企业库",
        ImportKindWord::Titles => "认定名单",
        ImportKindWord::AnnualReports => "年报名单",
    };
    write_template(&mut target, sheet, &columns, &stamp).map_err(|problem| {
        tracing::error!(%problem, "a template could not be made");
        Stop::from(Code::InternalError)
    })?;
    let title = batch.map_or_else(|| sheet.to_owned(), |batch| batch.title);
    Ok(file(target.into_inner(), &format!("{title}-导入模板.xlsx")))
}

/// The items of the batch that the source reports; all of the batch's where nothing is said about sources, and all of
/// the dictionary's where the batch names none.
async fn of_batch(desk: &Desk, batch: &Batch, source: ValueSource) -> Result<Vec<TemplateColumn>, Stop> {
    let items = batches::items_of(desk.database(), &batch.id).await?;
    let sources = batches::sources_of(desk.database(), &batch.id).await?;
    let dictionary = &desk.app.rules.known().dictionary;
    let reports = |code: &str| {
        let mut own = sources.iter().filter(|one| one.item == code).peekable();
        own.peek().is_none() || own.any(|one| one.source == source.word())
    };
    let asked = |item: &&Item| {
        values::is_value(item)
            && (items.is_empty() || items.iter().any(|one| one.item == item.code))
            && reports(&item.code)
    };
    let needed = |item: &Item| items.iter().any(|one| one.item == item.code && one.required);
    let mut columns: Vec<TemplateColumn> = ["credit_code", "name"]
        .into_iter()
        .filter_map(|code| dictionary.find(code))
        .map(|item| column(item, item.code == "credit_code"))
        .collect();
    columns.insert(1.min(columns.len()), year(batch.year));
    columns.extend(dictionary.items().iter().filter(asked).map(|item| column(item, needed(item))));
    Ok(columns)
}

fn required(item: &Item) -> bool {
    matches!(item.code.as_str(), "credit_code" | "name")
}

fn year(year: i32) -> TemplateColumn {
    TemplateColumn {
        heading: "年度".to_owned(),
        note: format!("数据所属的会计年度；不填按 {year} 年。"),
        takes: Takes::Number { minimum: Some(1990.0), maximum: Some(2200.0), whole: true },
        required: false,
        example: year.to_string(),
    }
}

fn column(item: &Item, required: bool) -> TemplateColumn {
    let unit = item.unit().map(|unit| unit.symbol);
    let heading = unit.map_or_else(|| item.name.zh.clone(), |unit| format!("{}({unit})", item.name.zh));
    let mut note = item.meaning.clone();
    if let Some(unit) = unit {
        note.push_str(&format!("\n单位：{unit}。其他单位请写进表头，如“{}(千元)”。", item.name.zh));
    }
    if let Some(source) = &item.source {
        note.push_str(&format!("\n来源：{source}。"));
    }
    TemplateColumn { heading, note, takes: takes(item), required, example: example(item) }
}

fn takes(item: &Item) -> Takes {
    match &item.kind {
        ItemKind::Number { minimum, maximum, whole, .. } => Takes::Number {
            minimum: minimum.as_ref().map(formula::Exact::to_f64),
            maximum: maximum.as_ref().map(formula::Exact::to_f64),
            whole: *whole,
        },
        ItemKind::Truth => Takes::Choice(vec!["是".to_owned(), "否".to_owned()]),
        ItemKind::Text { categories } if !categories.is_empty() => {
            Takes::Choice(categories.iter().map(|(_, name)| name.zh.clone()).collect())
        }
        ItemKind::Date => Takes::Date,
        ItemKind::Text { .. } | ItemKind::CreditCode | ItemKind::Labels => Takes::Text,
    }
}

fn example(item: &Item) -> String {
    match &item.kind {
        ItemKind::CreditCode => format!("{} 91350100M000100Y43", ingest::EXAMPLE),
        ItemKind::Number { whole: true, .. } => "120".to_owned(),
        ItemKind::Number { .. } => "1234.56".to_owned(),
        ItemKind::Truth => "是".to_owned(),
        ItemKind::Date => "2015-03-02".to_owned(),
        ItemKind::Labels => "高新技术企业；科技型中小企业".to_owned(),
        ItemKind::Text { categories } if !categories.is_empty() => categories[0].1.zh.clone(),
        ItemKind::Text { .. } => match item.code.as_str() {
            "name" => "某某科技有限公司",
            "industry_code" => "6513",
            "certificate" => "GR202644000001",
            "document" => "2026年第一批",
            "contact_telephone" => "0752-1234567",
            "contact_email" => "name@example.com",
            _ => "",
        }
        .to_owned(),
    }
}
