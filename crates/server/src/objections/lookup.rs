//! Listing and reading objections.

use super::{ObjectionBody, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, OBJECTION_STATES},
    input::Params,
    listing::{self, Asked, List},
    reply::{Answer, Reply},
    wire::ObjectionStateWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{
    Page, StoreError, enterprises,
    objections::{self, Filter, Objection},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("raised_at", ())];

/// Which objections.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// In this batch.
    batch_id: Option<String>,
    /// By this enterprise.
    enterprise_id: Option<String>,
    /// This far.
    state: Option<ObjectionStateWord>,
    /// `raised_at`; `-raised_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The objections the caller may see.
#[utoipa::path(get, path = "/api/v1/objections", operation_id = "list_objections", tag = "objections",
    params(Wanted), responses((status = 200, body = inline(List<ObjectionBody>), description = "A page")),
    extensions(("x-permission" = json!("objection:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    note_list(&desk, ("objection", None), page.items.iter().map(|one| one.path.as_str())).await?;
    let today = beijing_day(desk.now());
    Ok(Reply::ok(&asked.list(page, |one| ObjectionBody::new(one, today))))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<()>) -> Result<Page<Objection>, StoreError> {
    let filter = Filter {
        batch_id: wanted.batch_id,
        enterprise_id: wanted.enterprise_id,
        state: wanted.state.map(Into::into),
    };
    objections::list(desk.database(), desk.scope(), &filter, &asked.page).await
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "objection",
    title: ("异议", "objections"),
    columns: &[
        Column::plain("name", "企业名称", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("item_name", "数据项", "Item"),
        Column::plain("item", "数据项代码", "Code of the item"),
        Column::plain("period", "年度", "Year"),
        Column::plain("value", "现值", "Value"),
        Column::plain("claimed", "主张值", "Claimed"),
        Column::plain("reason", "理由", "Reason"),
        Column::word("state", "状态", "State", OBJECTION_STATES),
        Column::plain("opened_on", "提出日期", "Raised on"),
        Column::plain("due_on", "办理期限", "To be decided by"),
        Column::plain("days_left", "剩余天数", "Days left"),
        Column::plain("decision", "办理依据", "Why it was decided so"),
        Column::time("decided_at", "办结时间", "Decided at"),
        Column::plain("evidence", "佐证材料编号", "Attachment id"),
        Column::plain("id", "编号", "Id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("batch_id", "批次编号", "Evaluation id"),
    ],
};

/// The fields of a row that the list does not have.
#[cfg(test)]
pub(crate) const EXPORTED_MORE: &[&str] = &["name", "credit_code", "item_name"];

/// An objection with what its ids mean.
#[derive(Serialize)]
struct ExportedRow {
    #[serde(flatten)]
    objection: ObjectionBody,
    name: Option<String>,
    credit_code: Option<String>,
    item_name: Option<String>,
}

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/objections/export", operation_id = "export_objections", tag = "objections",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("objection:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let ids: Vec<String> = page.items.iter().map(|one| one.enterprise_id.clone()).collect();
    let known = enterprises::by_ids(desk.database(), &ids).await?;
    let named: HashMap<String, (String, String)> =
        known.into_iter().map(|one| (one.id, (one.name, one.credit_code))).collect();
    let (dictionary, today) = (desk.app.rules.dictionary(), beijing_day(desk.now()));
    let row = |one: Objection| {
        let (name, credit_code) = named.get(&one.enterprise_id).cloned().unzip();
        let item = dictionary.find(&one.item);
        let item_name = item.map(|item| item.name.in_language(desk.context.language).to_owned());
        ExportedRow { objection: ObjectionBody::new(one, today), name, credit_code, item_name }
    };
    exporting::send(&desk, &EXPORT, file, page, row).await
}

/// One objection.
#[utoipa::path(get, path = "/api/v1/objections/{id}", operation_id = "read_objection", tag = "objections",
    params(("id" = String, Path, description = "The objection")),
    responses((status = 200, body = ObjectionBody, description = "The objection")),
    extensions(("x-permission" = json!("objection:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let objection = found(&desk, &id).await?;
    note_list(&desk, ("objection", Some(&id)), [objection.path.as_str()]).await?;
    let version = objection.version;
    Ok(Reply::ok(&ObjectionBody::new(objection, beijing_day(desk.now()))).versioned(version))
}
