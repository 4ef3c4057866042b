//! Listing and reading organisations.

use super::{Body, found};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, KINDS},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::KindWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    organisations::{self, Filter, Organisation, Sort},
};
use utoipa::IntoParams;

const SORTS: [(&str, Sort); 2] = [("name", Sort::Name), ("created_at", Sort::CreatedAt)];

/// Which organisations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this kind.
    kind: Option<KindWord>,
    /// Under this one.
    parent_id: Option<String>,
    /// With this text in the name.
    name: Option<String>,
    /// `name` or `created_at`; `-` in front for greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The organisations the caller may see.
#[utoipa::path(get, path = "/api/v1/organisations", operation_id = "list_organisations", tag = "organisations",
    params(Wanted), responses((status = 200, body = inline(List<Body>), description = "A page")),
    extensions(("x-permission" = json!("organisation:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, Body::from)))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<Sort>) -> Result<Page<Organisation>, Stop> {
    let filter = Filter { kind: wanted.kind.map(Into::into), parent_id: wanted.parent_id, name: wanted.name };
    Ok(organisations::list(desk.database(), desk.scope(), &filter, asked.sort, &asked.page).await?)
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "organisation",
    title: ("单位", "organisations"),
    columns: &[
        Column::plain("id", "编号", "Id"),
        Column::word("kind", "类别", "Kind", KINDS),
        Column::plain("parent_id", "上级单位编号", "Id above"),
        Column::plain("name", "名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("opens_on", "启用日期", "Opens on"),
        Column::plain("closes_on", "停用日期", "Closes on"),
        Column::time("created_at", "录入时间", "Entered at"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/organisations/export", operation_id = "export_organisations", tag = "organisations",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("organisation:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, Body::from).await
}

/// One organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{id}", operation_id = "read_organisation", tag = "organisations",
    params(("id" = String, Path, description = "The organisation")),
    responses((status = 200, body = Body, description = "The organisation")),
    extensions(("x-permission" = json!("organisation:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let organisation = found(&desk, &id).await?;
    let version = organisation.version;
    Ok(Reply::ok(&Body::from(organisation)).versioned(version))
}
