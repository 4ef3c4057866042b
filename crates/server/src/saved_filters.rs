//! 常用筛选: what people look for on a list again and again, kept under a name, shared within the zone when they say so.

use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json, Params, parameters},
    library::{WantedChanges, WantedRenewals, WantedReports, WantedStandings},
    points::WantedPoints,
    problem::{Code, Stop},
    reply::{Answer, Reply},
    tasks::WantedTasks,
    users::names,
};
use axum::{extract::Path, http::StatusCode, http::Uri};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::saved_filters::{self, SavedFilter};
use utoipa::{IntoParams, ToSchema};

/// Most filters of one person.
const MOST: usize = 100;
/// Longest query.
const LONGEST: usize = 2_000;

/// The lists that filters can be saved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FilteredList)]
pub(crate) enum ListWord {
    /// Standings of a rung.
    Standings,
    /// Certificates that end.
    Renewals,
    /// Who came and left.
    TitleChanges,
    /// Annual reports.
    AnnualReports,
    /// Tasks.
    Tasks,
    /// Points of a year.
    Points,
}

impl ListWord {
    const fn word(self) -> &'static str {
        match self {
            Self::Standings => "standings",
            Self::Renewals => "renewals",
            Self::TitleChanges => "title-changes",
            Self::AnnualReports => "annual-reports",
            Self::Tasks => "tasks",
            Self::Points => "points",
        }
    }

    /// Whether the list can be asked so.
    fn understands(self, query: &str) -> bool {
        let Ok(uri) = format!("/?{query}").parse::<Uri>() else { return false };
        match self {
            Self::Standings => parameters::<WantedStandings>(&uri).is_ok(),
            Self::Renewals => parameters::<WantedRenewals>(&uri).is_ok(),
            Self::TitleChanges => parameters::<WantedChanges>(&uri).is_ok(),
            Self::AnnualReports => parameters::<WantedReports>(&uri).is_ok(),
            Self::Tasks => parameters::<WantedTasks>(&uri).is_ok(),
            Self::Points => parameters::<WantedPoints>(&uri).is_ok(),
        }
    }
}

/// A saved filter.
#[derive(Serialize, ToSchema)]
#[schema(as = SavedFilter)]
pub(crate) struct FilterBody {
    /// Its id.
    id: String,
    /// The list: `standings`, `renewals`, `title-changes`, `annual-reports`, `tasks`, `points`.
    list: String,
    /// What it is called.
    name: String,
    /// What the list is asked with, as it stands behind the `?` of its address.
    query: String,
    /// Whether everybody of the zone sees it.
    shared: bool,
    /// Whether it is the caller's own, who alone may change it.
    own: bool,
    /// Whose it is.
    owner_name: Option<String>,
    /// Grows with each change.
    version: i64,
}

impl FilterBody {
    fn of(desk: &Desk, one: SavedFilter, owner_name: Option<String>) -> Result<Self, Stop> {
        Ok(Self {
            own: one.owner_id == desk.caller()?.user.id,
            id: one.id,
            list: one.list,
            name: one.name,
            query: one.query,
            shared: one.shared,
            owner_name,
            version: one.version,
        })
    }
}

/// Which filters.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedFilters {
    /// For this list.
    #[param(inline)]
    list: Option<ListWord>,
}

/// The caller's own filters, and those others of the zone share.
#[utoipa::path(get, path = "/api/v1/saved-filters", operation_id = "list_saved_filters", tag = "library",
    params(WantedFilters), responses((status = 200, body = Vec<FilterBody>, description = "The filters, by name")),
    extensions(("x-permission" = json!("saved-filter:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<WantedFilters>) -> Answer {
    let owner = &desk.caller()?.user.id;
    let list = wanted.list.map(ListWord::word);
    let found = saved_filters::list(desk.database(), desk.scope(), owner, list).await?;
    let people = names(&desk, found.iter().map(|one| one.owner_id.as_str())).await?;
    let body = |one: SavedFilter| {
        let name = people.get(&one.owner_id).cloned();
        FilterBody::of(&desk, one, name)
    };
    Ok(Reply::ok(&found.into_iter().map(body).collect::<Result<Vec<_>, _>>()?))
}

/// A filter to keep.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeepFilter {
    /// The list.
    list: ListWord,
    /// What to call it.
    name: String,
    /// What the list is asked with, as it stands behind the `?` of its address.
    query: String,
    /// Whether everybody of the zone sees it.
    #[serde(default)]
    shared: bool,
}

fn checked(checks: &mut Checks, list: Option<ListWord>, name: Option<&str>, query: Option<&str>) {
    if let Some(name) = name {
        checks.name(name, "/name");
    }
    if let Some(query) = query {
        let good = query.len() <= LONGEST && list.is_some_and(|list| list.understands(query));
        checks.that(good, "/query", "该名单不认识这样的筛选条件", "the list cannot be asked so");
    }
}

/// Keeps a filter under a name.
#[utoipa::path(post, path = "/api/v1/saved-filters", operation_id = "keep_filter", tag = "library",
    request_body = KeepFilter, responses((status = 201, body = FilterBody, description = "Kept")),
    extensions(("x-permission" = json!("saved-filter:keep")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn keep(desk: Desk, Json(given): Json<KeepFilter>) -> Answer {
    let user = &desk.caller()?.user;
    // People of a department share with their zone, those of the centre among themselves.
    let path = desk.zone().await.map_or_else(|_| user.path.clone(), |zone| zone.path);
    let change = desk.begin().await?;
    let scope = store::Scope::Person(user.id.clone());
    let own = saved_filters::list(change.work(), &scope, &user.id, None).await?;
    let mut checks = Checks::default();
    checked(&mut checks, Some(given.list), Some(&given.name), Some(&given.query));
    let taken = own.iter().any(|one| one.list == given.list.word() && one.name == given.name.trim());
    checks.that(!taken, "/name", "已有同名的筛选", "there is a filter of this name already");
    let (zh, en) = (format!("最多保存 {MOST} 个筛选"), format!("at most {MOST} filters can be kept"));
    checks.that(own.len() < MOST, "", &zh, &en);
    checks.done()?;
    let new = SavedFilter {
        id: desk.app.edge.id(),
        path: path.clone(),
        owner_id: user.id.clone(),
        list: given.list.word().to_owned(),
        name: given.name.trim().to_owned(),
        query: given.query,
        shared: given.shared,
        created_at: desk.now(),
        version: 1,
    };
    let kept = saved_filters::add(change.work(), new).await?;
    let detail = json!({"list": kept.list, "name": kept.name, "query": kept.query, "shared": kept.shared});
    let note = desk.note("keep", "saved-filter").on(&kept.id, &path).with(detail);
    let body = FilterBody::of(&desk, kept, Some(user.name.clone()))?;
    change.finish(note, Reply::of(StatusCode::CREATED, &body)).await
}

/// What changes about a filter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeFilter {
    /// Another name.
    name: Option<String>,
    /// Another query.
    query: Option<String>,
    /// Whether everybody of the zone sees it.
    shared: Option<bool>,
}

async fn own(desk: &Desk, id: &str) -> Result<SavedFilter, Stop> {
    saved_filters::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

fn list_of(filter: &SavedFilter) -> Option<ListWord> {
    serde_json::from_value(json!(filter.list)).ok()
}

/// Gives an own filter another name or query, shares it or keeps it to oneself.
#[utoipa::path(patch, path = "/api/v1/saved-filters/{id}", operation_id = "change_filter", tag = "library",
    params(("id" = String, Path, description = "The filter")), request_body = ChangeFilter,
    responses((status = 200, body = FilterBody, description = "Changed")),
    extensions(("x-permission" = json!("saved-filter:keep")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Path(id): Path<String>, Json(given): Json<ChangeFilter>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    checked(&mut checks, list_of(&seen), given.name.as_deref(), given.query.as_deref());
    checks.done()?;
    let wanted = SavedFilter {
        name: given.name.map_or_else(|| seen.name.clone(), |name| name.trim().to_owned()),
        query: given.query.unwrap_or_else(|| seen.query.clone()),
        shared: given.shared.unwrap_or(seen.shared),
        ..seen.clone()
    };
    let change = desk.begin().await?;
    let now = saved_filters::change(change.work(), &seen, wanted).await?;
    let detail = json!({
        "name": [seen.name, now.name], "query": [seen.query, now.query], "shared": [seen.shared, now.shared],
    });
    let note = desk.note("change", "saved-filter").on(&id, &now.path).with(detail);
    let version = now.version;
    let body = FilterBody::of(&desk, now, Some(desk.caller()?.user.name.clone()))?;
    change.finish(note, Reply::ok(&body).versioned(version)).await
}

/// Takes an own filter away.
#[utoipa::path(delete, path = "/api/v1/saved-filters/{id}", operation_id = "remove_filter", tag = "library",
    params(("id" = String, Path, description = "The filter")),
    responses((status = 204, description = "Gone")),
    extensions(("x-permission" = json!("saved-filter:keep")), ("x-if-match" = json!("required"))))]
pub(crate) async fn remove(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = own(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let change = desk.begin().await?;
    saved_filters::remove(change.work(), &seen).await?;
    let note = desk.note("remove", "saved-filter").on(&id, &seen.path).with(json!({"name": seen.name}));
    change.finish(note, Reply::empty()).await
}
