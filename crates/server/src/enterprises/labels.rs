//! Labels with their validity, and the people to ask.

use super::{event, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
};
use axum::{extract::Path, http::StatusCode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::enterprises::{self, Contact, Label};
use utoipa::ToSchema;

/// A label an enterprise holds.
#[derive(Serialize, ToSchema)]
#[schema(as = EnterpriseLabel)]
pub(crate) struct LabelBody {
    /// Its id.
    id: String,
    /// 高新技术企业, 科技型中小企业 …
    label: String,
    /// Valid from this day.
    valid_from: String,
    /// Valid to this day, the day included.
    valid_to: Option<String>,
    /// Who says so.
    source: String,
    /// 证书编号.
    certificate: Option<String>,
    /// 批次或文号: what gave it.
    document: Option<String>,
    /// The import of the authority's list that says so.
    import_id: Option<String>,
    /// Why it ended before its time.
    ended: Option<String>,
    /// Whether it holds today.
    holds: bool,
}

impl LabelBody {
    pub(crate) fn of(label: Label, today: Date) -> Self {
        Self {
            holds: label.holds_on(today),
            id: label.id,
            label: label.label,
            valid_from: label.valid_from.to_string(),
            valid_to: label.valid_to.map(|day| day.to_string()),
            source: label.source,
            certificate: label.certificate,
            document: label.document,
            import_id: label.import_id,
            ended: label.ended,
        }
    }
}

/// A label to give.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GiveLabel {
    /// 高新技术企业, 科技型中小企业 …
    label: String,
    /// Valid from this day.
    valid_from: String,
    /// Valid to this day.
    valid_to: Option<String>,
    /// 证书编号.
    certificate: Option<String>,
}

/// Gives an enterprise a label.
#[utoipa::path(post, path = "/api/v1/enterprises/{id}/labels", operation_id = "give_label", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = GiveLabel,
    responses((status = 201, body = LabelBody, description = "Given")),
    extensions(("x-permission" = json!("enterprise:edit")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn give_label(desk: Desk, Path(id): Path<String>, Json(given): Json<GiveLabel>) -> Answer {
    let seen = found(&desk, &id).await?;
    let from: Option<Date> = given.valid_from.parse().ok();
    let to = given.valid_to.as_deref().map(str::parse::<Date>).transpose();
    let mut checks = Checks::default();
    checks.name(&given.label, "/label");
    checks.that(from.is_some(), "/valid_from", "应为日期，如 2023-11-01", "must be a day, e.g. 2023-11-01");
    checks.that(to.is_ok(), "/valid_to", "应为日期，如 2026-10-31", "must be a day, e.g. 2026-10-31");
    let to = to.ok().flatten();
    let order = from.zip(to).is_none_or(|(from, to)| from <= to);
    checks.that(order, "/valid_to", "不能早于起始日", "must not be before the first day");
    checks.done()?;
    let change = desk.begin().await?;
    let label = Label {
        id: desk.app.edge.id(),
        enterprise_id: id.clone(),
        label: given.label.trim().to_owned(),
        valid_from: from.unwrap_or(Date::MIN),
        valid_to: to,
        source: "form".to_owned(),
        certificate: given.certificate.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        document: None,
        import_id: None,
        ended: None,
    };
    enterprises::add_labels(change.work(), vec![label.clone()]).await?;
    let detail = json!({"label": label.label, "valid_from": given.valid_from, "valid_to": given.valid_to, "certificate": label.certificate});
    event(&desk, change.work(), &id, "label", detail.clone()).await?;
    let note = desk.note("label", "enterprise").on(&id, &seen.path).with(detail);
    let today = crate::caller::beijing_day(desk.now());
    change.finish(note, Reply::of(StatusCode::CREATED, &LabelBody::of(label, today))).await
}

/// Which label.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RemoveLabel {
    /// The label's id.
    label_id: String,
    /// Why it was wrong.
    reason: String,
}

/// Takes a label away that was entered by mistake.
#[utoipa::path(post, path = "/api/v1/enterprises/{id}/remove-label", operation_id = "remove_label", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = RemoveLabel,
    responses((status = 204, description = "Removed")),
    extensions(("x-permission" = json!("enterprise:edit")), ("x-if-match" = json!("required"))))]
pub(crate) async fn remove_label(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<RemoveLabel>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    checks.name(&given.reason, "/reason");
    checks.done()?;
    let change = desk.begin().await?;
    if !enterprises::remove_label(change.work(), &id, &given.label_id).await? {
        return Err(Code::WrongState.into());
    }
    let detail = json!({"label_id": given.label_id, "reason": given.reason.trim()});
    enterprises::touch(change.work(), &seen).await?;
    event(&desk, change.work(), &id, "remove-label", detail.clone()).await?;
    let note = desk.note("remove-label", "enterprise").on(&id, &seen.path).with(detail);
    change.finish(note, Reply::empty()).await
}

/// A person to ask.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EnterpriseContact)]
pub(crate) struct ContactBody {
    /// The person's name.
    name: String,
    /// What the person does there.
    duty: Option<String>,
    /// 电话.
    telephone: Option<String>,
    /// 电子邮箱.
    email: Option<String>,
}

impl ContactBody {
    /// Everything, for those who may call.
    pub(crate) fn plain(contact: Contact) -> Self {
        Self { name: contact.name, duty: contact.duty, telephone: contact.telephone, email: contact.email }
    }

    /// In one line of a file.
    pub(super) fn line(&self) -> String {
        let parts = [Some(&self.name), self.duty.as_ref(), self.telephone.as_ref(), self.email.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// As people see it who may not call: 张*, 138****5678, z***@example.com.
    pub(super) fn masked(contact: Contact) -> Self {
        let mut name: String = contact.name.chars().take(1).collect();
        name.push_str(&"*".repeat(contact.name.chars().count().saturating_sub(1).max(1)));
        Self {
            name,
            duty: contact.duty,
            telephone: contact.telephone.map(|text| middle_hidden(&text)),
            email: contact.email.map(|text| {
                let (user, host) = text.split_once('@').unwrap_or((&text, ""));
                format!("{}***@{host}", user.chars().take(1).collect::<String>())
            }),
        }
    }
}

/// Three characters in front and four behind at most, never more than half.
fn middle_hidden(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (front, behind) = (3.min(letters.len() / 4), 4.min(letters.len() / 4));
    let hidden = letters.len() - front - behind;
    let mut shown: String = letters[..front].iter().collect();
    shown.push_str(&"*".repeat(hidden));
    shown.extend(&letters[letters.len() - behind..]);
    shown
}

/// The contacts of an enterprise in full, with the enterprise's version; reading them is written down.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/contacts", operation_id = "read_contacts", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")),
    responses((status = 200, body = Vec<ContactBody>, description = "The contacts")),
    extensions(("x-permission" = json!("enterprise:contacts"))))]
pub(crate) async fn read_contacts(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    let contacts = enterprises::contacts_of(desk.database(), &id).await?;
    if seen.organisation_id.as_deref() != Some(desk.caller()?.organisation.id.as_str()) {
        desk.write_down(desk.note("read-contacts", "enterprise").on(&id, &seen.path)).await?;
    }
    let contacts: Vec<ContactBody> = contacts.into_iter().map(ContactBody::plain).collect();
    Ok(Reply::ok(&contacts).versioned(seen.version))
}

/// The contacts to keep.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplaceContacts {
    /// All of them, in the place of those before.
    contacts: Vec<ContactBody>,
}

/// Puts other contacts in the place of those there are; the enterprise has another version then.
#[utoipa::path(put, path = "/api/v1/enterprises/{id}/contacts", operation_id = "replace_contacts", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = ReplaceContacts,
    responses((status = 200, body = Vec<ContactBody>, description = "The contacts now")),
    extensions(("x-permission" = json!("enterprise:contacts")), ("x-if-match" = json!("required"))))]
pub(crate) async fn replace_contacts(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<ReplaceContacts>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    checks.that(given.contacts.len() <= 20, "/contacts", "不超过20人", "at most 20");
    for (index, contact) in given.contacts.iter().enumerate() {
        checks.name(&contact.name, &format!("/contacts/{index}/name"));
        let short = [&contact.duty, &contact.telephone, &contact.email];
        let good = short.iter().all(|text| text.as_ref().is_none_or(|text| text.chars().count() <= 100));
        checks.that(
            good,
            &format!("/contacts/{index}"),
            "每项不超过100个字符",
            "at most 100 characters each",
        );
    }
    checks.done()?;
    let change = desk.begin().await?;
    let now = enterprises::touch(change.work(), &seen).await?;
    let contacts = given.contacts.iter().map(|one| Contact {
        id: desk.app.edge.id(),
        enterprise_id: id.clone(),
        name: one.name.trim().to_owned(),
        duty: one.duty.clone(),
        telephone: one.telephone.clone(),
        email: one.email.clone(),
    });
    enterprises::replace_contacts(change.work(), std::slice::from_ref(&id), contacts.collect()).await?;
    // Names and numbers stay out of the audit log.
    let detail = json!({"contacts": given.contacts.len()});
    let note = desk.note("replace-contacts", "enterprise").on(&id, &seen.path).with(detail);
    change.finish(note, Reply::ok(&given.contacts).versioned(now.version)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_shows_too_little_to_call() {
        for (text, shown) in
            [("13812345678", "13*******78"), ("0752-1234567", "075******567"), ("110", "***"), ("", "")]
        {
            assert_eq!(middle_hidden(text), shown);
        }
        let contact = Contact {
            id: String::new(),
            enterprise_id: String::new(),
            name: "张三丰".into(),
            duty: None,
            telephone: Some("13812345678".into()),
            email: Some("zhang@example.com".into()),
        };
        let masked = ContactBody::masked(contact);
        assert_eq!((masked.name.as_str(), masked.email.as_deref()), ("张**", Some("z***@example.com")));
    }
}
