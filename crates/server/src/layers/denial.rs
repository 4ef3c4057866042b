//! A refusal is written down like a change.

use super::Context;
use crate::{app::App, problem::Problem, router::Operation};
use store::{
    StoreError,
    audit::{Entry, Outcome},
    users::User,
};

const LONGEST: usize = 200;

/// One refusal on its way into the audit log.
pub(super) struct Denial(Entry);

impl Denial {
    /// Of this operation, asked for at `path`, to somebody who is not known.
    pub(super) fn of(operation: &Operation, context: &Context, problem: &Problem, path: &str) -> Self {
        Self(Entry {
            actor_id: None,
            actor_name: None,
            address: Some(context.address.to_string()),
            request_id: Some(context.request_id.clone()),
            action: operation.id.clone(),
            resource: "operation".to_owned(),
            resource_id: None,
            path: "/".to_owned(),
            purpose: None,
            outcome: Outcome::Refused,
            detail: serde_json::json!({ "code": problem.code().row().code, "path": cut(path) }),
        })
    }

    /// To this person.
    pub(super) fn to(mut self, user: &User) -> Self {
        self.0.actor_id = Some(user.id.clone());
        self.0.actor_name = Some(user.name.clone());
        self.0.path.clone_from(&user.path);
        self
    }

    /// Asked for by a page of this origin.
    pub(super) fn with_origin(mut self, origin: &str) -> Self {
        self.0.detail["origin"] = cut(origin).into();
        self
    }

    /// # Errors
    /// The store's failure.
    pub(super) async fn write_down(self, app: &App) -> Result<(), StoreError> {
        let work = app.database.begin(app.edge.now()).await?;
        work.commit(&self.0, &[]).await?;
        Ok(())
    }
}

/// What a caller wrote, cut to a length.
fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
