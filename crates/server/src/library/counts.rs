//! What is missing most, and how a rung looks by park and field.

use super::{
    Titles,
    body::missing_name,
    judged::Judged,
    named, note,
    overview::{ForApplication, holders, read_day},
    run_and_batch,
};
use crate::{
    desk::Desk,
    input::Params,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::indicators::ItemKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Of which rung.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfRung {
    /// The rung's code.
    rung: String,
    /// The day of application.
    on: Option<String>,
    /// 复核 instead of 认定.
    review: Option<bool>,
}

/// Something that is missing, and of how many.
#[derive(Serialize, ToSchema)]
pub(crate) struct MissingItem {
    /// What `missing` of the standings takes.
    key: String,
    /// What it is called.
    name: String,
    /// So many enterprises cannot be told without it.
    enterprises: usize,
    /// Of these, how many lack nothing else.
    alone: usize,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

/// What keeps enterprises of a run from being told on a rung, most frequent first: whom to ring for what.
#[utoipa::path(get, path = "/api/v1/runs/{id}/missing-items", operation_id = "list_missing_items", tag = "library",
    params(("id" = String, Path, description = "The run"), OfRung),
    responses((status = 200, body = Vec<MissingItem>, description = "The items")),
    extensions(("x-permission" = json!("library:read")), ("x-time-limit" = json!(60))))]
pub(crate) async fn missing_items(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<OfRung>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    let on = read_day(wanted.on.as_deref())?;
    let judged = Judged::of(&desk, &run, &batch, on, wanted.review.unwrap_or(false)).await?;
    let rung = judged.rung(&wanted.rung)?;
    let mut found: BTreeMap<String, MissingItem> = BTreeMap::new();
    for stands in &judged.library.standings {
        let missing = &stands[rung].missing;
        for one in missing {
            let (key, name) = missing_name(&desk, &judged, one);
            let item = found.entry(key.clone()).or_insert_with(|| MissingItem {
                key,
                name,
                enterprises: 0,
                alone: 0,
                note: note(&desk),
            });
            item.enterprises += 1;
            item.alone += usize::from(missing.len() == 1);
        }
    }
    let mut items: Vec<MissingItem> = found.into_values().collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.enterprises));
    Ok(Reply::ok(&items))
}

/// By what enterprises are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryGrouping)]
pub(crate) enum Grouping {
    /// 园区.
    Park,
    /// 技术领域.
    Field,
}

/// By what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Grouped {
    /// By park or by field.
    #[param(inline)]
    by: Grouping,
    /// The day of application.
    on: Option<String>,
    /// 复核 instead of 认定.
    review: Option<bool>,
}

/// The enterprises of one park or field.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryGroup)]
struct GroupBody {
    /// The park or field; absent for enterprises of none.
    key: Option<String>,
    /// What it is called.
    name: Option<String>,
    /// So many enterprises.
    enterprises: usize,
    /// One per rung, in the order of the library.
    rungs: Vec<GroupRung>,
}

/// A rung within a park or field.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryGroupRung)]
struct GroupRung {
    /// The rung.
    rung: String,
    /// Recognised by an authority today.
    recognised: usize,
    /// 符合 or 有望, computed.
    hopeful: usize,
    /// Lack a single condition.
    near: usize,
}

/// Counts by park or field.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryGroups)]
pub(crate) struct GroupsBody {
    /// Largest first.
    groups: Vec<GroupBody>,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

/// Every rung by park or by field of technology.
#[utoipa::path(get, path = "/api/v1/runs/{id}/library-groups", operation_id = "read_library_groups", tag = "library",
    params(("id" = String, Path, description = "The run"), Grouped),
    responses((status = 200, body = GroupsBody, description = "The counts")),
    extensions(("x-permission" = json!("library:read")), ("x-time-limit" = json!(60))))]
pub(crate) async fn library_groups(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Grouped>,
) -> Answer {
    let (_, batch) = run_and_batch(&desk, &id).await?;
    let application = ForApplication::new(wanted.on.clone(), wanted.review);
    let judged = application.judged(&desk, &id).await?;
    let titles = Titles::of(&desk, &batch.zone_id).await?;
    let ladders = &judged.library.rungs.ladders;
    let holders: Vec<_> = (0..ladders.len()).map(|rung| holders(&desk, &judged, &titles, rung)).collect();
    let mut groups: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for (at, member) in judged.members.iter().enumerate() {
        let key = match wanted.by {
            Grouping::Park => &member.park,
            Grouping::Field => &member.field,
        };
        groups.entry(key.clone()).or_default().push(at);
    }
    let group = |(key, members): (Option<String>, Vec<usize>)| {
        let rung = |rung: usize| {
            let stands = || members.iter().map(|at| &judged.library.standings[*at][rung]);
            GroupRung {
                rung: ladders[rung].value.rung.clone(),
                recognised: members.iter().filter(|at| holders[rung].contains(at)).count(),
                hopeful: stands().filter(|one| one.verdict.is_hopeful()).count(),
                near: stands().filter(|one| one.short == Some(1) && one.unknown == 0).count(),
            }
        };
        GroupBody {
            name: key.as_deref().map(|key| group_name(&desk, &judged, wanted.by, key)),
            key,
            enterprises: members.len(),
            rungs: (0..ladders.len()).map(rung).collect(),
        }
    };
    let mut groups: Vec<GroupBody> = groups.into_iter().map(group).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.enterprises));
    Ok(Reply::ok(&GroupsBody { groups, note: note(&desk) }))
}

fn group_name(desk: &Desk, judged: &Judged, by: Grouping, key: &str) -> String {
    let item = judged.item("tech_field").filter(|_| by == Grouping::Field);
    let named_so = item.and_then(|item| match &item.kind {
        ItemKind::Text { categories } => categories.iter().find(|(code, _)| code == key),
        _ => None,
    });
    named_so.map_or_else(|| key.to_owned(), |(_, name)| named(desk, name))
}
