//! The register as a file.

use super::{
    ContactBody, EnterpriseBody,
    lookup::{SORTS, Wanted, page},
};
use crate::{
    caller::beijing_day,
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, STATUSES},
    listing,
    rules::Rules,
};
use formula::Language;
use serde::Serialize;
use std::collections::HashMap;
use store::enterprises::{self, Enterprise};

/// The item of the data dictionary whose categories are the fields of technology.
const FIELD: &str = "tech_field";

/// A row of the file: the list's own, with what the enterprise holds and whom to ask there.
#[derive(Serialize)]
struct Exportable {
    #[serde(flatten)]
    enterprise: EnterpriseBody,
    /// Labels that hold today.
    labels: Vec<String>,
    /// The people to ask, masked as on the enterprise's page.
    contacts: Vec<String>,
}

/// How the register is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "enterprise",
    title: ("企业库", "enterprises"),
    columns: &[
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("name", "企业名称", "Name"),
        Column::word("status", "登记状态", "Status", STATUSES),
        Column::plain("founded_on", "成立日期", "Founded on"),
        Column::plain("entered_on", "入区日期", "Entered the zone on"),
        Column::plain("park", "园区", "Park"),
        Column::plain("district", "行政区划代码", "District code"),
        Column::plain("industry_section", "行业门类", "Section"),
        Column::plain("industry", "行业代码", "Industry code"),
        Column::plain("industry_name", "行业名称", "Industry"),
        Column::plain("field", "技术领域", "Field of technology"),
        Column::plain("labels", "有效资质", "Labels held"),
        Column::plain("contacts", "联系人", "Contacts"),
        Column::plain("closed_on", "移出日期", "Left on"),
        Column::plain("merged_into", "并入企业编号", "Merged into"),
        Column::plain("id", "编号", "Id"),
        Column::plain("zone_id", "高新区编号", "Zone id"),
        Column::plain("organisation_id", "登录单位编号", "Organisation id"),
        Column::time("created_at", "录入时间", "Entered at"),
        Column::time("changed_at", "最近变更", "Changed at"),
    ],
};

/// The fields of a row that the list does not have.
#[cfg(test)]
pub(crate) const EXPORTED_MORE: &[&str] = &["labels", "contacts"];

/// The register as a file, as filtered and sorted, with the labels held today and the contacts masked.
#[utoipa::path(get, path = "/api/v1/enterprises/export", operation_id = "export_enterprises", tag = "enterprises",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("enterprise:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let ids: Vec<String> = page.items.iter().map(|one| one.id.clone()).collect();
    let today = beijing_day(desk.now());
    let (mut labels, mut contacts) = (Gathered::new(), Gathered::new());
    for label in enterprises::labels_of_all(desk.database(), &ids).await? {
        if label.holds_on(today) {
            labels.entry(label.enterprise_id).or_default().push(label.label);
        }
    }
    for contact in enterprises::contacts_of_all(desk.database(), &ids).await? {
        let id = contact.enterprise_id.clone();
        contacts.entry(id).or_default().push(ContactBody::masked(contact).line());
    }
    let (rules, language) = (desk.app.rules.known(), desk.context.language);
    let row = |one: Enterprise| Exportable {
        labels: labels.get(&one.id).cloned().unwrap_or_default(),
        contacts: contacts.get(&one.id).cloned().unwrap_or_default(),
        enterprise: worded(rules, language, one),
    };
    exporting::send(&desk, &EXPORT, file, page, row).await
}

type Gathered = HashMap<String, Vec<String>>;

/// With the field of technology called as people call it.
fn worded(rules: &Rules, language: Language, mut one: Enterprise) -> EnterpriseBody {
    let item = rules.dictionary.find(FIELD);
    let name = item.zip(one.field.as_deref()).and_then(|(item, code)| item.category_name(code));
    if let Some(name) = name {
        one.field = Some(name.in_language(language).to_owned());
    }
    EnterpriseBody::of(rules, one)
}
