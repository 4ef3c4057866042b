//! The year in progress: departments have reported, some of them differently; the first enterprises have filed.

use super::{
    Stage,
    filing::{Filer, files},
    person::Person,
    sending, years,
};
use axum::{Router, http::Method};
use jiff::ToSpan;
use serde_json::{Value, json};
use std::ops::Range;
use store::StoreError;

/// So many conflicts are decided already, and never more than half of them.
const DECIDED: u64 = 5;
/// So many filings are sent back, and never more than a quarter of those looked at.
const RETURNED: usize = 4;

/// Collects what is there so far.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn collect(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    let Some(batch) = years::in_progress(stage).await? else { return Ok(()) };
    let at = format!("/api/v1/batches/{}", batch.id);
    let sources = years::sources(stage, &at).await?;
    sending::values(stage, &batch.id, &sources, stage.year..=stage.year).await?;
    decide(stage, &at).await?;
    let early = log_ins.len() * 2 / 3;
    file(stage, router, log_ins, 0..early).await?;
    review(stage, &at).await?;
    file(stage, router, log_ins, early..log_ins.len()).await?;
    extend(stage, &batch.id).await?;
    let told = json!({"late_only": false, "message": "请按期完成填报并提交。"});
    stage.officer.posts(&format!("{at}/reminders"), &told).await.map(drop)
}

/// The reviewer settles the first conflicts.
async fn decide(stage: &Stage<'_>, at: &str) -> Result<(), StoreError> {
    let conflicts = stage.reviewer.reads(&format!("{at}/conflicts")).await?;
    let settled = conflicts["total"].as_u64().map_or(0, |total| DECIDED.min(total / 2));
    let settled = usize::try_from(settled).unwrap_or(0);
    for one in conflicts["items"].as_array().into_iter().flatten().take(settled) {
        let said = one["said"].as_array().into_iter().flatten().find(|said| said["source"] == "tax");
        let Some(said) = said else { continue };
        let decision = json!({
            "item": one["item"], "period": one["period"], "statement_id": said["statement_id"],
            "reason": "火炬统计含子公司，以纳税申报为准",
        });
        let participant = one["participant_id"].as_str().unwrap_or_default();
        stage.reviewer.posts(&format!("/api/v1/participants/{participant}/decisions"), &decision).await?;
    }
    Ok(())
}

/// The people of these enterprises file, one after the other.
async fn file(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
    numbers: Range<usize>,
) -> Result<(), StoreError> {
    let truth = stage.truth();
    for (number, (login, code)) in log_ins.iter().enumerate().take(numbers.end).skip(numbers.start) {
        if *stage.app.closing.borrow() {
            return Ok(());
        }
        let Some(row) = truth.get(code.as_str()) else { continue };
        let person = Person::signs_in(stage.app, router, login).await?;
        files(&Filer { stage, person: &person, row, number }).await?;
        person.signs_out(stage.app).await?;
    }
    Ok(())
}

/// What shows no difference is approved at once; of the rest some fields are sent back.
async fn review(stage: &Stage<'_>, at: &str) -> Result<(), StoreError> {
    stage.reviewer.posts(&format!("{at}/reviews"), &json!({})).await?;
    let waiting = stage.reviewer.reads(&format!("{at}/reviews")).await?;
    let returned = waiting.as_array().map_or(0, |all| RETURNED.min(all.len().div_ceil(4)));
    for (index, one) in waiting.as_array().into_iter().flatten().enumerate() {
        let Some(id) = one["participant_id"].as_str() else { continue };
        let path = format!("/api/v1/participants/{id}");
        if index < returned {
            let fields = json!({"fields": [{"item": one["differences"][0]["item"], "reason": "与部门数据不一致，请附审计报告"}]});
            stage.reviewer.edits(Method::POST, &format!("{path}/return"), &path, &fields).await?;
        } else if index % 4 != 1 {
            stage.reviewer.edits(Method::POST, &format!("{path}/approve"), &path, &Value::Null).await?;
        }
    }
    Ok(())
}

/// One enterprise gets more time.
async fn extend(stage: &Stage<'_>, batch: &str) -> Result<(), StoreError> {
    let path = format!("/api/v1/participants?batch_id={batch}&state=draft&limit=1");
    let first = stage.officer.reads(&path).await?;
    let Some(id) = first["items"][0]["id"].as_str() else { return Ok(()) };
    let deadline = stage.today.saturating_add(30.days()).to_string();
    let more = json!({"deadline": deadline, "reason": "厂区搬迁，财务资料封存"});
    let path = format!("/api/v1/participants/{id}");
    stage.officer.edits(Method::PUT, &format!("{path}/deadline"), &path, &more).await.map(drop)
}
