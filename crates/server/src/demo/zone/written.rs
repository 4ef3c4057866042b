//! What is being written in the demonstration: the next version of a policy, and a product that waits for a second person.

use super::{Stage, person::Person};
use axum::{Router, http::Method};
use serde_json::json;
use store::StoreError;

/// The policy officer has begun a policy; the bank has handed its product in.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn write(stage: &Stage<'_>, router: &Router) -> Result<(), StoreError> {
    let policy = Person::signs_in(stage.app, router, "policy").await?;
    let none = |told: &serde_json::Value| told.as_array().is_none_or(Vec::is_empty);
    if none(&policy.reads("/api/v1/rule-drafts?kind=policy").await?) {
        policy.posts("/api/v1/rule-drafts", &json!({"kind": "policy", "code": "rent"})).await?;
    }
    policy.signs_out(stage.app).await?;
    let bank = Person::signs_in(stage.app, router, "bank").await?;
    if none(&bank.reads("/api/v1/rule-drafts?kind=product").await?) {
        let body = json!({"kind": "product", "code": "working-capital", "how": "copy"});
        let begun = bank.posts("/api/v1/rule-drafts", &body).await?;
        // The days of the example it is a copy of may be over.
        if let (Some(id), Some(true)) = (begun["id"].as_str(), begun["sound"].as_bool()) {
            let path = format!("/api/v1/rule-drafts/{id}");
            bank.edits(Method::POST, &format!("{path}/submit"), &path, &json!({})).await?;
        }
    }
    bank.signs_out(stage.app).await
}
