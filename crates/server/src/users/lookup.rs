//! Listing and reading people.

use super::{Body, found};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, LANGUAGES, ROLES, STATES},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::{RoleWord, StateWord},
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    users::{self, Filter, Sort, User},
};
use utoipa::IntoParams;

const SORTS: [(&str, Sort); 3] =
    [("name", Sort::Name), ("login", Sort::Login), ("created_at", Sort::CreatedAt)];

/// Which people.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this organisation.
    organisation_id: Option<String>,
    /// With this role.
    role: Option<RoleWord>,
    /// In this state.
    state: Option<StateWord>,
    /// With this text in the name.
    name: Option<String>,
    /// `name`, `login` or `created_at`; `-` in front for greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The people the caller may see.
#[utoipa::path(get, path = "/api/v1/users", operation_id = "list_users", tag = "users",
    params(Wanted), responses((status = 200, body = inline(List<Body>), description = "A page")),
    extensions(("x-permission" = json!("user:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, Body::from)))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<Sort>) -> Result<Page<User>, Stop> {
    let filter = Filter {
        organisation_id: wanted.organisation_id,
        role: wanted.role.map(Into::into),
        state: wanted.state.map(Into::into),
        name: wanted.name,
    };
    Ok(users::list(desk.database(), desk.scope(), &filter, asked.sort, &asked.page).await?)
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "user",
    title: ("人员", "people"),
    columns: &[
        Column::plain("id", "编号", "Id"),
        Column::plain("organisation_id", "单位编号", "Organisation id"),
        Column::plain("login", "登录名", "Log-in name"),
        Column::plain("name", "姓名", "Name"),
        Column::word("language", "语言", "Language", LANGUAGES),
        Column::word("state", "状态", "State", STATES),
        Column::word("roles", "角色", "Roles", ROLES),
        Column::time("created_at", "邀请时间", "Invited at"),
        Column::time("signed_in_at", "最近登录", "Signed in last"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/users/export", operation_id = "export_users", tag = "users",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("user:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, Body::from).await
}

/// One person.
#[utoipa::path(get, path = "/api/v1/users/{id}", operation_id = "read_user", tag = "users",
    params(("id" = String, Path, description = "The person")),
    responses((status = 200, body = Body, description = "The person")),
    extensions(("x-permission" = json!("user:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = found(&desk, &id).await?;
    let version = user.version;
    Ok(Reply::ok(&Body::from(user)).versioned(version))
}
