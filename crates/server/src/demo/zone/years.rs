//! A year that is over: arranged, collected, frozen, computed, published by a second person, closed.

use super::{SCHEME, Stage, sending};
use axum::http::Method;
use jiff::ToSpan;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::{
    PageRequest, Scope, StoreError,
    batches::{self, Batch, BatchState},
    values::ValueSource,
};

/// Takes the evaluation of `year` from where it is to its end.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn evaluate(stage: &Stage<'_>, year: i32) -> Result<(), StoreError> {
    while !*stage.app.closing.borrow() {
        let batch = found(stage, year).await?;
        let at = |batch: &Batch| format!("/api/v1/batches/{}", batch.id);
        match batch {
            None => drop(make(stage, year, &calendar(stage, year)).await?),
            Some(batch) => match batch.state {
                BatchState::Draft => begin(stage, &at(&batch), year).await?,
                BatchState::Open => {
                    let first = year == stage.year - super::PUBLISHED;
                    let since = if first { year - super::BEFORE } else { year };
                    let sources = sources(stage, &at(&batch)).await?;
                    sending::values(stage, &batch.id, &sources, since..=year).await?;
                    moves(stage, &at(&batch), "freeze").await?;
                }
                BatchState::Frozen => publish(stage, &at(&batch)).await?,
                // The last one stays open for objections.
                BatchState::Published if year < stage.year - 1 => moves(stage, &at(&batch), "close").await?,
                BatchState::Published | BatchState::Closed => return Ok(()),
            },
        }
    }
    Ok(())
}

/// The batch of a year, when there is one.
///
/// # Errors
/// The store's failure.
pub(super) async fn found(stage: &Stage<'_>, year: i32) -> Result<Option<Batch>, StoreError> {
    let zone_id = Some(stage.place.id.clone());
    let filter = batches::Filter { zone_id, year: Some(year), ..batches::Filter::default() };
    let page = PageRequest { limit: 1, after: None, descending: false };
    let known = batches::list(&stage.app.database, &Scope::Everything, &filter, &page).await?;
    Ok(known.items.into_iter().next())
}

/// Spring of the year after; the year in progress is collected now.
fn calendar(stage: &Stage<'_>, year: i32) -> [String; 5] {
    if year == stage.year {
        let day = |days: i32| stage.today.saturating_add(days.days()).to_string();
        return [day(-40), day(20), day(40), day(55), day(70)];
    }
    ["03-01", "04-30", "05-31", "06-10", "06-24"].map(|day| format!("{}-{day}", year + 1))
}

/// Arranges a batch and what it asks for: what no department reports, the zone's science bureau collects.
async fn make(stage: &Stage<'_>, year: i32, calendar: &[String; 5]) -> Result<Value, StoreError> {
    let [opens, closes, reviewed, from, to] = calendar;
    // The year in progress takes objections from its first day on.
    let objections = (year < stage.year).then_some((from, to)).unzip();
    let plan = json!({
        "year": year, "title": format!("{year}年度企业创新积分评价"), "scheme": SCHEME, "opens_on": opens,
        "enterprise_deadline": closes, "review_deadline": reviewed, "objection_from": objections.0,
        "objection_to": objections.1, "second_review": false,
    });
    let made =
        stage.officer.posts("/api/v1/batches", &json!({"zone_id": stage.place.id, "batch": plan})).await?;
    let at = format!("/api/v1/batches/{}", made["id"].as_str().unwrap_or_default());
    let mut items = stage.officer.reads(&format!("{at}/items")).await?;
    for item in items.as_array_mut().into_iter().flatten() {
        if year < stage.year && item["sources"] == json!(["self"]) {
            item["sources"] = json!(["science", "self"]);
        }
        if item["sources"].as_array().is_some_and(|all| all.iter().any(|one| one == "tax")) {
            item["tolerance"] = json!("0.05");
        }
    }
    if year < stage.year
        && let Some(items) = items.as_array_mut()
    {
        also_for_ladders(stage, items);
    }
    stage.officer.edits(Method::PUT, &format!("{at}/items"), &at, &items).await?;
    Ok(made)
}

/// What the ladders ask for beyond the scheme, from the department the dictionary names, else from the science bureau.
fn also_for_ladders(stage: &Stage<'_>, items: &mut Vec<Value>) {
    let rules = &stage.app.rules;
    let asked: BTreeSet<String> =
        items.iter().filter_map(|one| one["item"].as_str().map(str::to_owned)).collect();
    let drawn = |code: &String| stage.column(code).is_some() && !asked.contains(code);
    for code in crate::library::items_of_ladders(rules).into_iter().filter(drawn) {
        let Some(item) = rules.dictionary().find(&code) else { continue };
        let mut sources: Vec<&str> =
            crate::batches::usual_sources(item).iter().map(|source| source.word()).collect();
        if sources == ["self"] {
            sources.insert(0, "science");
        }
        items.push(json!({"item": code, "required": false, "tolerance": null, "sources": sources}));
    }
}

/// Lets everybody founded by then take part, and opens the batch.
async fn begin(stage: &Stage<'_>, at: &str, year: i32) -> Result<(), StoreError> {
    let founded = json!({"founded_until": format!("{year}-12-31")});
    stage.officer.posts(&format!("{at}/participants"), &founded).await?;
    moves(stage, at, "open").await
}

/// The batch in progress, open; made when there is none.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn in_progress(stage: &Stage<'_>) -> Result<Option<Batch>, StoreError> {
    let year = stage.year;
    if found(stage, year).await?.is_none() {
        make(stage, year, &calendar(stage, year)).await?;
    }
    let Some(batch) = found(stage, year).await? else { return Ok(None) };
    if batch.state == BatchState::Draft {
        begin(stage, &format!("/api/v1/batches/{}", batch.id), year).await?;
    }
    Ok(Some(batch))
}

/// Which sources a batch asks for what, the one that counts first.
///
/// # Errors
/// The server refused.
pub(super) async fn sources(
    stage: &Stage<'_>,
    at: &str,
) -> Result<BTreeMap<String, Vec<ValueSource>>, StoreError> {
    let items = stage.officer.reads(&format!("{at}/items")).await?;
    let words = |item: &Value| -> Vec<ValueSource> {
        let words = item["sources"].as_array().into_iter().flatten().filter_map(Value::as_str);
        words.filter_map(|word| ValueSource::from_word(word).ok()).collect()
    };
    let all = items.as_array().into_iter().flatten();
    Ok(all.filter_map(|item| Some((item["item"].as_str()?.to_owned(), words(item)))).collect())
}

async fn moves(stage: &Stage<'_>, at: &str, verb: &str) -> Result<(), StoreError> {
    stage.officer.edits(Method::POST, &format!("{at}/{verb}"), at, &json!({})).await.map(drop)
}

/// The administrator has a run computed, somebody else publishes it.
async fn publish(stage: &Stage<'_>, at: &str) -> Result<(), StoreError> {
    let job = stage.officer.posts(&format!("{at}/runs"), &json!({"reason": null})).await?;
    let id = job["id"].as_str().unwrap_or_default();
    sending::done(stage.app, id).await?;
    let job = stage.officer.reads(&format!("/api/v1/jobs/{id}")).await?;
    let Some(run) = job["result"]["run_id"].as_str() else {
        return Err(std::io::Error::other(format!("no run: {job}")).into());
    };
    let run = format!("/api/v1/runs/{run}");
    stage.publisher.edits(Method::POST, &format!("{run}/publish"), &run, &json!({})).await.map(drop)
}
