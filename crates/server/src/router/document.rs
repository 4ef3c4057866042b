//! The OpenAPI document: what all routes have in common is added here once.

use crate::{
    approvals::ActionWord,
    jobs::Kind,
    problem::{FieldBody, ProblemBody},
    wire::{
        ApprovalStateWord, EnterpriseStatusWord, ImportKindWord, ImportModeWord, ImportStateWord,
        JobStateWord, KindWord, OutcomeWord, RegistrationStateWord, RoleWord, RowOutcomeWord, StateWord,
        ValueSourceWord,
    },
};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Jifen 积分",
        version = "1",
        description = "The HTTP API of the innovation-points platform. Refusals are `application/problem+json` \
                       (RFC 9457); the codes are listed in docs/ERRORS.md. Ids are strings, times RFC 3339.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    // Words that stand in query parameters only are not found by themselves.
    components(schemas(
        ProblemBody, FieldBody, Kind, KindWord, RoleWord, StateWord, JobStateWord, OutcomeWord, RegistrationStateWord,
        ApprovalStateWord, ActionWord,
        EnterpriseStatusWord, ImportKindWord, ImportModeWord, ImportStateWord, RowOutcomeWord, ValueSourceWord
    ))
)]
struct Base;

pub(super) fn base() -> utoipa::openapi::OpenApi {
    Base::openapi()
}

/// The document as it is sent and committed.
pub(super) fn finished(document: &utoipa::openapi::OpenApi) -> Value {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    value["components"]["securitySchemes"] = json!({
        "session": {"type": "apiKey", "in": "cookie", "name": crate::caller::COOKIE},
        "token": {"type": "http", "scheme": "bearer"},
    });
    let paths = value.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flatten().filter_map(|(_, item)| item.as_object_mut()) {
        for (method, operation) in item.iter_mut() {
            complete(operation, method);
        }
    }
    sorted(value)
}

fn complete(operation: &mut Value, method: &str) {
    let is = |name: &str, word: &str| operation.get(name).and_then(Value::as_str) == Some(word);
    let mut headers = Vec::new();
    if is("x-idempotency-key", "required") {
        headers
            .push(("Idempotency-Key", "A fresh random key; the same for a repetition of the same request."));
    }
    if is("x-if-match", "required") {
        headers.push(("If-Match", "The ETag of the version that was seen."));
    }
    if method != "get" {
        headers.push((
            "X-Jifen",
            "Any value; shows that the request comes from a page of the platform. Not with a token.",
        ));
    }
    let known = is("x-permission", "open") || is("x-permission", "public");
    let parameters: Vec<Value> = headers
        .into_iter()
        .map(|(name, description)| {
            let schema = json!({"type": "string"});
            let required = name != "X-Jifen";
            json!({"name": name, "in": "header", "required": required, "description": description, "schema": schema})
        })
        .collect();
    let Some(operation) = operation.as_object_mut() else { return };
    if !parameters.is_empty()
        && let Some(list) = operation.entry("parameters").or_insert_with(|| json!([])).as_array_mut()
    {
        list.extend(parameters);
    }
    if !known {
        operation.insert("security".to_owned(), json!([{"session": []}, {"token": []}]));
    }
    operation["responses"]["default"] = json!({
        "description": "A refusal",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    });
}

/// With all keys in order: the document must not depend on the order of a hash table.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut pairs: Vec<(String, Value)> =
                map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            pairs.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(pairs.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
        other => other,
    }
}
