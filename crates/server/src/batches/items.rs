//! What a batch asks for: items, tolerances, and which source counts.

use super::{after, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    reply::{Answer, Reply},
    wire::SourceWord,
};
use axum::extract::Path;
use domain::{
    collection::{BatchAction, Source},
    indicators::{Item, Scheme},
};
use formula::Exact;
use rulebook::Loaded;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use store::{
    StoreError, Work,
    batches::{self, Batch, BatchItem, BatchSource},
    values::ValueSource,
};
use utoipa::ToSchema;

/// An item that a batch asks for.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BatchItem)]
pub(crate) struct ItemBody {
    /// Its code in the data dictionary.
    item: String,
    /// Whether an enterprise may not submit without it.
    required: bool,
    /// How far two sources may differ before an officer decides, as a share in decimal text (`0.05`); not at all when absent.
    tolerance: Option<String>,
    /// The sources whose values are taken, the one that counts first.
    sources: Vec<SourceWord>,
}

/// The items of a scheme, each counted first from the department the dictionary names, then from the Torch statistics,
/// then from the enterprise itself.
pub(super) async fn set_defaults(
    desk: &Desk,
    work: &Work,
    batch: &Batch,
    scheme: &Loaded<Scheme>,
) -> Result<(), StoreError> {
    let dictionary = desk.app.rules.dictionary();
    let asked = scheme.value.items();
    let asked: Vec<(&Item, bool)> =
        asked.iter().filter_map(|(code, needed)| Some((dictionary.find(code)?, *needed))).collect();
    let items = asked.iter().map(|(item, needed)| BatchItem {
        item: item.code.clone(),
        required: *needed,
        tolerance: None,
    });
    let sources = asked.iter().flat_map(|(item, _)| {
        usual_sources(item).into_iter().zip(0..).map(|(source, priority)| BatchSource {
            item: item.code.clone(),
            source: source.word().to_owned(),
            priority,
        })
    });
    let (items, sources) = (items.collect(), sources.collect());
    batches::replace_items(work, &batch.id, items).await?;
    batches::replace_sources(work, &batch.id, sources).await
}

pub(crate) fn usual_sources(item: &Item) -> Vec<Source> {
    let named = item.source.as_deref().unwrap_or("");
    let departments = Source::ALL.iter().copied().filter(|source| *source != Source::Own);
    let mut sources: Vec<Source> = departments
        .filter(|source| {
            named.split('、').any(|name| source.name().zh.starts_with(&name[..name.len().min(6)]))
        })
        .collect();
    if item.torch_code.is_some() && !sources.contains(&Source::Torch) {
        sources.push(Source::Torch);
    }
    sources.push(Source::Own);
    sources
}

/// The items that a batch asks for, by code.
#[utoipa::path(get, path = "/api/v1/batches/{id}/items", operation_id = "list_batch_items", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = Vec<ItemBody>, description = "The items")),
    extensions(("x-permission" = json!("batch:read"))))]
pub(crate) async fn list_items(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = found(&desk, &id).await?;
    let items = batches::items_of(desk.database(), &id).await?;
    let sources = batches::sources_of(desk.database(), &id).await?;
    let body = |item: BatchItem| ItemBody {
        sources: sources
            .iter()
            .filter(|one| one.item == item.item)
            .filter_map(|one| ValueSource::from_word(&one.source).ok().map(Into::into))
            .collect(),
        item: item.item,
        required: item.required,
        tolerance: item.tolerance,
    };
    Ok(Reply::ok(&items.into_iter().map(body).collect::<Vec<_>>()).versioned(batch.version))
}

/// Sets what a batch asks for; until it is open.
#[utoipa::path(put, path = "/api/v1/batches/{id}/items", operation_id = "set_batch_items", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = Vec<ItemBody>,
    responses((status = 200, body = Vec<ItemBody>, description = "Set")),
    extensions(("x-permission" = json!("batch:arrange")), ("x-if-match" = json!("required"))))]
pub(crate) async fn set_items(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<Vec<ItemBody>>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    after(&seen, BatchAction::Arrange)?;
    check_items(&desk, &given)?;
    let items: Vec<BatchItem> = given
        .iter()
        .map(|one| BatchItem {
            item: one.item.clone(),
            required: one.required,
            tolerance: one.tolerance.clone(),
        })
        .collect();
    let sources = given.iter().flat_map(|one| {
        one.sources.iter().zip(0..).map(|(source, priority)| BatchSource {
            item: one.item.clone(),
            source: ValueSource::from(*source).word().to_owned(),
            priority,
        })
    });
    let sources = sources.collect();
    let change = desk.begin().await?;
    let now = batches::set_state(change.work(), &seen, seen.state).await?;
    batches::replace_items(change.work(), &id, items).await?;
    batches::replace_sources(change.work(), &id, sources).await?;
    let note = desk.note("set-items", "batch").on(&id, &now.path).with(json!({"items": given.len()}));
    change.finish(note, Reply::ok(&given).versioned(now.version)).await
}

fn check_items(desk: &Desk, given: &[ItemBody]) -> Result<(), crate::problem::Problem> {
    let dictionary = desk.app.rules.dictionary();
    let mut checks = Checks::default();
    let mut seen = BTreeSet::new();
    for (index, one) in given.iter().enumerate() {
        let known = dictionary.items().iter().any(|item| item.code == one.item);
        let pointer = |name: &str| format!("/{index}/{name}");
        checks.that(known, &pointer("item"), "数据字典中没有此项", "is not in the data dictionary");
        checks.that(seen.insert(&one.item), &pointer("item"), "重复", "stands twice");
        let tolerance = one.tolerance.as_ref().map(|text| text.parse::<Exact>());
        let fits = tolerance
            .is_none_or(|share| share.is_ok_and(|share| !share.is_negative() && share <= Exact::from(1)));
        checks.that(
            fits,
            &pointer("tolerance"),
            "应为 0 至 1 的小数，如 0.05",
            "must be from 0 to 1, e.g. 0.05",
        );
        checks.that(!one.sources.is_empty(), &pointer("sources"), "至少选一个来源", "needs a source");
        let distinct = one.sources.iter().map(|one| ValueSource::from(*one).word()).collect::<BTreeSet<_>>();
        checks.that(
            distinct.len() == one.sources.len(),
            &pointer("sources"),
            "来源重复",
            "a source stands twice",
        );
    }
    checks.done()
}
