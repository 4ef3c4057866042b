//! Whom to ring about a policy: those who are near, or whose data are missing. It holds personal data, so it needs the
//! permission of phone lists, goes out as a file only, and every time is written down.

use super::{EntitlementBody, entitlements::WantedEntitlements};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, ENTITLEMENTS as WORDS, Export, Exported, Exporting},
    library::{ToRing, to_ring},
    listing,
};
use axum::extract::Path;
use serde::Serialize;
use store::Page;

/// A line of the list.
#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    body: EntitlementBody,
    #[serde(flatten)]
    to_ring: ToRing,
}

const PHONES: Export = Export {
    resource: "phone-list",
    title: ("政策联系名单", "policy phone list"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::word("standing", "匹配结论", "Standing", WORDS),
        Column::plain("reasons", "原因", "Reasons"),
        Column::plain("contact", "联系人", "Contact"),
        Column::plain("duty", "职务", "Duty"),
        Column::plain("telephone", "电话", "Telephone"),
        Column::plain("email", "电子邮箱", "Email"),
    ],
};

/// The entitlements with the people to ring, as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/entitlements/phone-list", operation_id = "export_entitlement_phones",
    tag = "policies", params(("id" = String, Path, description = "The run"), WantedEntitlements, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:contacts")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_entitlement_phones(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedEntitlements>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = wanted.whole(&desk)?;
    let (matching, policy, places) = wanted.find(&desk, &id, (asked.sort, asked.page.descending)).await?;
    let ids: Vec<String> = places.iter().filter_map(|at| matching.members[*at].id.clone()).collect();
    let people = to_ring(&desk, &ids).await?;
    let Page { items, next, total } = listing::in_memory(places, &asked);
    let lines = items.into_iter().map(|at| {
        let id = matching.members[at].id.as_ref();
        Line {
            body: EntitlementBody::of(&desk, &matching, (policy, at)),
            to_ring: id.and_then(|id| people.get(id)).cloned().unwrap_or_default(),
        }
    });
    let shown = Page { items: lines.collect::<Vec<_>>(), next, total };
    exporting::send(&desk, &PHONES, file, shown, |line| line).await
}
