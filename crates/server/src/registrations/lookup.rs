//! Listing and reading registrations.

use super::{RegistrationBody, found};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, REGISTRATION_STATES},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::RegistrationStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    registrations::{self, Registration},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];

/// Which registrations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// What became of them.
    state: Option<RegistrationStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The registrations that the caller may see.
#[utoipa::path(get, path = "/api/v1/registrations", operation_id = "list_registrations", tag = "registrations",
    params(Wanted), responses((status = 200, body = inline(List<RegistrationBody>), description = "A page")),
    extensions(("x-permission" = json!("registration:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, &wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, RegistrationBody::from)))
}

async fn page(desk: &Desk, wanted: &Wanted, asked: &Asked<()>) -> Result<Page<Registration>, Stop> {
    let state = wanted.state.map(Into::into);
    Ok(registrations::list(desk.database(), desk.scope(), state, &asked.page).await?)
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "registration",
    title: ("企业注册申请", "registrations"),
    columns: &[
        Column::plain("id", "编号", "Id"),
        Column::plain("zone_id", "园区编号", "Zone id"),
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("login", "登录名", "Log-in name"),
        Column::plain("contact", "联系人", "Contact"),
        Column::word("state", "状态", "State", REGISTRATION_STATES),
        Column::plain("reason", "退回原因", "Reason"),
        Column::time("created_at", "申请时间", "Asked at"),
        Column::time("decided_at", "办理时间", "Decided at"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/registrations/export", operation_id = "export_registrations", tag = "registrations",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("registration:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, &wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, RegistrationBody::from).await
}

/// One registration.
#[utoipa::path(get, path = "/api/v1/registrations/{id}", operation_id = "read_registration", tag = "registrations",
    params(("id" = String, Path, description = "The registration")),
    responses((status = 200, body = RegistrationBody, description = "The registration")),
    extensions(("x-permission" = json!("registration:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let registration = found(&desk, &id).await?;
    let version = registration.version;
    Ok(Reply::ok(&RegistrationBody::from(registration)).versioned(version))
}
