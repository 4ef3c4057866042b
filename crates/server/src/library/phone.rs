//! The phone list: whom to ring for what is missing. It holds personal data, so it has a permission of its own, goes out
//! as a file only, and every time is written down.

use super::standings::{SORTS, WantedStandings};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, VERDICTS},
    listing,
};
use axum::extract::Path;
use serde::Serialize;
use std::collections::HashMap;
use store::{Page, StoreError, enterprises};

/// Whom to ring at an enterprise: the first of its contacts.
#[derive(Clone, Default, Serialize)]
pub(crate) struct ToRing {
    contact: Option<String>,
    duty: Option<String>,
    telephone: Option<String>,
    email: Option<String>,
}

/// Whom to ring at each of these enterprises, by id.
///
/// # Errors
/// The store's failure.
pub(crate) async fn to_ring(desk: &Desk, ids: &[String]) -> Result<HashMap<String, ToRing>, StoreError> {
    let mut found: HashMap<String, ToRing> = HashMap::new();
    for one in enterprises::contacts_of_all(desk.database(), ids).await? {
        found.entry(one.enterprise_id).or_insert(ToRing {
            contact: Some(one.name),
            duty: one.duty,
            telephone: one.telephone,
            email: one.email,
        });
    }
    Ok(found)
}

/// A line of the list.
#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    standing: super::body::StandingBody,
    #[serde(flatten)]
    to_ring: ToRing,
}

const PHONES: Export = Export {
    resource: "phone-list",
    title: ("培育库联系名单", "cultivation phone list"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::word("verdict", "测算结论", "Computed", VERDICTS),
        Column::plain("missing", "请企业补充的数据", "Data to ask for"),
        Column::plain("lacking", "差在哪里", "What it lacks"),
        Column::plain("contact", "联系人", "Contact"),
        Column::plain("duty", "职务", "Duty"),
        Column::plain("telephone", "电话", "Telephone"),
        Column::plain("email", "电子邮箱", "Email"),
        Column::plain("note", "说明", "Note"),
    ],
};

/// A list of a rung with the people to ring, as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/phone-list", operation_id = "export_phone_list", tag = "library",
    params(("id" = String, Path, description = "The run"), WantedStandings, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:contacts")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_phone_list(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedStandings>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort(), &SORTS, desk.app.config.export_rows)?;
    let found = wanted.find(&desk, &id, asked.sort, asked.page.descending).await?;
    let ids: Vec<String> =
        found.places.iter().filter_map(|at| found.judged.members[*at].id.clone()).collect();
    let people = to_ring(&desk, &ids).await?;
    let Page { items, next, total } = listing::in_memory(found.places, &asked);
    let lines = items.into_iter().map(|at| {
        let id = found.judged.members[at].id.as_ref();
        Line {
            standing: super::body::StandingBody::of(&desk, &found.judged, &found.titles, (found.rung, at)),
            to_ring: id.and_then(|id| people.get(id)).cloned().unwrap_or_default(),
        }
    });
    let shown = Page { items: lines.collect::<Vec<_>>(), next, total };
    exporting::send(&desk, &PHONES, file, shown, |line| line).await
}
