//! What each route asks of its callers, read from the document.

use crate::permissions::Permissions;
use axum::http::Method;
use serde_json::Value;
use std::{collections::HashMap, sync::Arc};

/// Who may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Access {
    /// Anybody; nobody is even looked up.
    Open,
    /// Anybody; a person who is signed in is known.
    Public,
    /// Any person who is signed in, about themselves.
    Own,
    /// Whoever the row of the permission table allows.
    Permission(String),
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rate {
    /// As often as the address may.
    Ordinary,
    /// As often as one may try to sign in.
    SignIn,
    /// Without any limit: probes.
    Unlimited,
}

/// One route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) access: Access,
    pub(crate) fresh: bool,
    /// Its permission needs two persons: the handler may only ask for an approval.
    pub(crate) two: bool,
    pub(crate) idempotent: bool,
    pub(crate) rate: Rate,
    pub(crate) streams: bool,
    /// Seconds it may take, when not as long as any other.
    pub(crate) time_limit: Option<u64>,
    /// Largest body in bytes, when not as large as any other.
    pub(crate) body_limit: Option<usize>,
    /// The body is a file: it is taken in by the handler, piece by piece.
    pub(crate) upload: bool,
}

/// All routes by method and pattern.
#[derive(Debug, Default)]
pub(crate) struct Operations(HashMap<(String, Method), Arc<Operation>>);

impl Operations {
    /// Reads them from the document.
    ///
    /// # Errors
    /// A route without an access that the permission table knows.
    pub(crate) fn of(document: &Value, permissions: &Permissions) -> Result<Self, String> {
        let mut all = HashMap::new();
        for (path, method, described) in each(document) {
            let operation = read(described, permissions).ok_or_else(|| {
                format!(
                    "{method} {path} names no permission of the table (`x-permission`) or has no operationId"
                )
            })?;
            all.insert((path.to_owned(), method), Arc::new(operation));
        }
        Ok(Self(all))
    }

    /// The route of a request; HEAD is answered by GET.
    pub(crate) fn find(&self, method: &Method, pattern: &str) -> Option<Arc<Operation>> {
        let method = if *method == Method::HEAD { Method::GET } else { method.clone() };
        self.0.get(&(pattern.to_owned(), method)).cloned()
    }
}

/// Every route of the document: path, method, description.
fn each(document: &Value) -> impl Iterator<Item = (&str, Method, &Value)> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.filter_map(move |(method, described)| {
            let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes()).ok()?;
            Some((path.as_str(), method, described))
        })
    })
}

fn read(described: &Value, permissions: &Permissions) -> Option<Operation> {
    let text = |name: &str| described.get(name).and_then(Value::as_str);
    let access = match text("x-permission")? {
        "open" => Access::Open,
        "public" => Access::Public,
        "own" => Access::Own,
        name => Access::Permission(permissions.row(name).map(|_| name.to_owned())?),
    };
    let rate = match text("x-rate") {
        None => Rate::Ordinary,
        Some("sign-in") => Rate::SignIn,
        Some("unlimited") => Rate::Unlimited,
        Some(_) => return None,
    };
    let two = matches!(&access, Access::Permission(name) if permissions.row(name).is_some_and(|row| row.two));
    Some(Operation {
        id: text("operationId")?.to_owned(),
        access,
        two,
        fresh: described.get("x-fresh").is_some(),
        idempotent: text("x-idempotency-key") == Some("required"),
        rate,
        streams: described.get("x-streams").is_some(),
        time_limit: described.get("x-time-limit").and_then(Value::as_u64),
        body_limit: described
            .get("x-body-limit")
            .and_then(Value::as_u64)
            .and_then(|bytes| usize::try_from(bytes).ok()),
        upload: described.get("x-upload").is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_route_without_a_row_of_the_table_is_refused() {
        let permissions = Permissions::of_this_program().unwrap();
        let of =
            |operation: Value| Operations::of(&json!({"paths": {"/x": {"get": operation}}}), &permissions);
        assert!(of(json!({"operationId": "a", "x-permission": "user:list"})).is_ok());
        for bad in [
            json!({"operationId": "a"}),
            json!({"operationId": "a", "x-permission": "user:fly"}),
            json!({"x-permission": "own"}),
            json!({"operationId": "a", "x-permission": "own", "x-rate": "often"}),
        ] {
            assert!(of(bad.clone()).unwrap_err().contains("GET /x"), "{bad}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_used_by_a_route() {
        let permissions = Permissions::of_this_program().unwrap();
        let operations = Operations::of(&crate::router::openapi(), &permissions).unwrap();
        for name in permissions.names() {
            let used = operations.0.values().any(|o| o.access == Access::Permission(name.to_owned()))
                || crate::approvals::ActionWord::ALL.iter().any(|action| action.permission() == name);
            assert!(used, "{name} stands in the table and no route or action asks for it");
        }
    }
}
