//! Listing and reading enterprises.

use super::{ContactBody, EnterpriseBody, LabelBody, Reading, answer_for, found, note_list, size};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    users::names,
    wire::EnterpriseStatusWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{
    Page,
    enterprises::{self, Enterprise, Filter, Sort},
    values::{self as stated, Which},
};
use utoipa::{IntoParams, ToSchema};

pub(super) const SORTS: [(&str, Sort); 4] = [
    ("name", Sort::Name),
    ("credit_code", Sort::CreditCode),
    ("created_at", Sort::CreatedAt),
    ("changed_at", Sort::ChangedAt),
];
/// Events shown on the page of an enterprise.
const EVENTS: u64 = 200;

/// Which enterprises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// With this in the name, a former name, the credit code, or the first letters of the name (`xhzn` for 星火智能).
    search: Option<String>,
    /// Of this zone.
    zone_id: Option<String>,
    /// With this status.
    status: Option<EnterpriseStatusWord>,
    /// In this park.
    park: Option<String>,
    /// Whose industry code begins so.
    industry: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// Holding this label today.
    label: Option<String>,
    /// Only those in the register still, or only those out of it.
    open: Option<bool>,
    /// `name`, `credit_code`, `created_at` or `changed_at`; `-` in front for greatest first.
    pub(super) sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The enterprises the caller may see.
#[utoipa::path(get, path = "/api/v1/enterprises", operation_id = "list_enterprises", tag = "enterprises",
    params(Wanted), responses((status = 200, body = inline(List<EnterpriseBody>), description = "A page")),
    extensions(("x-permission" = json!("enterprise:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    note_list(&desk, ("enterprise", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |one| EnterpriseBody::of(desk.app.rules.known(), one))))
}

/// The page that is asked for; an export asks for one page of everything.
pub(super) async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<Sort>) -> Result<Page<Enterprise>, Stop> {
    let today = beijing_day(desk.now());
    let search = wanted.search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let filter = Filter {
        search,
        zone_id: wanted.zone_id,
        status: wanted.status.map(Into::into),
        park: wanted.park,
        industry: wanted.industry,
        field: wanted.field,
        label: wanted.label.map(|label| (label, today)),
        open: wanted.open,
    };
    Ok(enterprises::list(desk.database(), desk.scope(), &filter, asked.sort, &asked.page).await?)
}

/// A former name.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormerName {
    /// The name.
    name: String,
    /// The last day it was called so.
    until: String,
}

/// An enterprise with what belongs to it.
#[derive(Serialize, ToSchema)]
#[schema(as = EnterpriseDetail)]
pub(crate) struct DetailBody {
    /// The enterprise.
    enterprise: EnterpriseBody,
    /// Names it had.
    former_names: Vec<FormerName>,
    /// Labels, latest first.
    labels: Vec<LabelBody>,
    /// The people to ask, masked; see `contacts`.
    contacts: Vec<ContactBody>,
    /// 企业划型, computed.
    size: size::Size,
}

/// One enterprise.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}", operation_id = "read_enterprise", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")),
    responses((status = 200, body = DetailBody, description = "The enterprise")),
    extensions(("x-permission" = json!("enterprise:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let one = found(&desk, &id).await?;
    note_list(&desk, ("enterprise", Some(&id)), [one.path.as_str()]).await?;
    let today = beijing_day(desk.now());
    let names = enterprises::former_names(desk.database(), &id).await?;
    let labels = enterprises::labels_of(desk.database(), &id).await?;
    let contacts = enterprises::contacts_of(desk.database(), &id).await?;
    let which = Which { enterprise_id: Some(id.clone()), ..Which::default() };
    let statements = stated::statements(desk.database(), &which).await?;
    let version = one.version;
    let body = DetailBody {
        former_names: names.into_iter().map(|(name, until)| FormerName { name, until }).collect(),
        labels: labels.into_iter().map(|label| LabelBody::of(label, today)).collect(),
        contacts: contacts.into_iter().map(ContactBody::masked).collect(),
        size: size::size(desk.app.rules.known(), &one, &statements, today),
        enterprise: EnterpriseBody::of(desk.app.rules.known(), one),
    };
    Ok(Reply::ok(&body).versioned(version))
}

/// Something that happened to an enterprise.
#[derive(Serialize, ToSchema)]
#[schema(as = EnterpriseEvent)]
pub(crate) struct EventBody {
    /// The verb: `enter`, `edit`, `close`, `merge`, `absorb`, `label`, `remove-label`.
    action: String,
    /// Changed fields with before and after.
    detail: Value,
    /// The import that did it.
    import_id: Option<String>,
    /// Who did it.
    changed_by: Option<String>,
    /// That person's name.
    changed_by_name: Option<String>,
    /// When.
    changed_at: String,
}

/// What happened to an enterprise, latest first, up to 200 events.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/history", operation_id = "read_enterprise_history",
    tag = "enterprises", params(("id" = String, Path, description = "The enterprise"), Reading),
    responses((status = 200, body = Vec<EventBody>, description = "The events")),
    extensions(("x-permission" = json!("enterprise:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn history(desk: Desk, Path(id): Path<String>, Params(reading): Params<Reading>) -> Answer {
    let one = found(&desk, &id).await?;
    answer_for(&desk, &one, reading.purpose.as_deref()).await?;
    let events = enterprises::history_of(desk.database(), &id, EVENTS).await?;
    let people = names(&desk, events.iter().filter_map(|event| event.changed_by.as_deref())).await?;
    let body = |event: enterprises::Event| EventBody {
        changed_by_name: event.changed_by.as_ref().and_then(|id| people.get(id).cloned()),
        action: event.action,
        detail: event.detail,
        import_id: event.import_id,
        changed_by: event.changed_by,
        changed_at: event.changed_at.to_string(),
    };
    Ok(Reply::ok(&events.into_iter().map(body).collect::<Vec<_>>()))
}
