//! What a handler works with: the request's context, the caller, and a way to change something.

use crate::{
    app::App,
    caller::Caller,
    layers::{Claim, Context},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    router::Operation,
};
use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::{convert::Infallible, sync::Arc};
use store::{
    Database, Housekeeping, OrganisationKind, Scope, StoreError, Work,
    audit::{Entry, Outcome},
    idempotency,
    organisations::{self, Organisation},
};

/// Answers under an idempotency key are kept for seven days.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// One request being worked on.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) context: Context,
    caller: Option<Arc<Caller>>,
    claim: Option<Arc<Claim>>,
    /// The route's permission needs two persons.
    two: bool,
    /// What the route is called.
    operation: Option<Arc<Operation>>,
    query: Option<String>,
    if_match: Option<String>,
}

impl FromRequestParts<App> for Desk {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let if_match =
            parts.headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Ok(Self {
            app: app.clone(),
            context: parts.extensions.get::<Context>().cloned().unwrap_or_default(),
            caller: parts.extensions.get::<Arc<Caller>>().cloned(),
            claim: parts.extensions.get::<Arc<Claim>>().cloned(),
            two: parts.extensions.get::<Arc<Operation>>().is_some_and(|operation| operation.two),
            operation: parts.extensions.get::<Arc<Operation>>().cloned(),
            query: parts.uri.query().map(str::to_owned),
            if_match,
        })
    }
}

impl Desk {
    /// The database.
    pub(crate) fn database(&self) -> &Database {
        &self.app.database
    }

    /// The time of this request.
    pub(crate) fn now(&self) -> Timestamp {
        self.app.edge.now()
    }

    /// The person asking.
    ///
    /// # Errors
    /// 401 when nobody is signed in.
    pub(crate) fn caller(&self) -> Result<&Caller, Stop> {
        self.caller.as_deref().ok_or_else(|| Code::NotSignedIn.into())
    }

    /// Whether one of the caller's roles has `permission`, whatever route this is.
    ///
    /// # Errors
    /// 401 when nobody is signed in.
    pub(crate) fn holds(&self, permission: &str) -> Result<bool, Stop> {
        let roles = &self.caller()?.user.roles;
        Ok(self.app.permissions.row(permission).is_some_and(|row| row.reach(roles).is_some()))
    }

    /// What this request reaches.
    pub(crate) fn scope(&self) -> &Scope {
        self.caller.as_deref().map_or(&Scope::Nothing, |caller| &caller.scope)
    }

    /// The zone the caller works for: the own organisation, or the one above it.
    ///
    /// # Errors
    /// 403 for people of the centre, who have no zone.
    pub(crate) async fn zone(&self) -> Result<Organisation, Stop> {
        let own = &self.caller()?.organisation;
        let id = match own.kind {
            OrganisationKind::Zone => return Ok(own.clone()),
            OrganisationKind::Centre => None,
            _ => own.parent_id.as_deref(),
        };
        let above = match id {
            Some(id) => organisations::within(self.database(), &Scope::Everything, id).await?,
            None => None,
        };
        let zone = above.filter(|above| above.kind == OrganisationKind::Zone);
        zone.ok_or_else(|| {
            Problem::new(Code::NotAllowed)
                .saying("您的单位不属于任何高新区。", "Your organisation belongs to no zone.")
                .into()
        })
    }

    /// The `operationId` of the route.
    pub(crate) fn operation(&self) -> &str {
        self.operation.as_ref().map_or("none", |operation| operation.id.as_str())
    }

    /// What stands behind `?`, as it was sent.
    pub(crate) fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// The version the caller says it saw.
    pub(crate) fn if_match(&self) -> Option<&str> {
        self.if_match.as_deref()
    }

    /// Starts a change; a request that was done before stops here with its old answer.
    ///
    /// # Errors
    /// The old answer, 422 for a key used otherwise, or the store's failure.
    pub(crate) async fn begin(&self) -> Result<Change<'_>, Stop> {
        let work = self.database().begin(self.now()).await?;
        if let Some(claim) = &self.claim {
            match idempotency::find(&work, &claim.user_id, &claim.key, self.now()).await? {
                Some(kept) if kept.fingerprint != claim.fingerprint => return Err(Code::KeyReused.into()),
                Some(kept) => return Err(Stop::Replay(Box::new(Reply::replayed(&kept)))),
                None => {}
            }
        }
        Ok(Change { desk: self, work })
    }

    /// Begins an audit entry: this person, this address, this request.
    pub(crate) fn note(&self, action: &str, resource: &str) -> Note {
        let caller = self.caller.as_deref();
        Note(Entry {
            actor_id: caller.map(|caller| caller.user.id.clone()),
            actor_name: caller.map(|caller| caller.user.name.clone()),
            address: Some(self.context.address.to_string()),
            request_id: Some(self.context.request_id.clone()),
            action: action.to_owned(),
            resource: resource.to_owned(),
            resource_id: None,
            path: caller.map_or_else(|| "/".to_owned(), |caller| caller.user.path.clone()),
            purpose: None,
            outcome: Outcome::Done,
            detail: Value::Object(serde_json::Map::new()),
        })
    }

    /// Writes down something that changed nothing: a refusal or a failure.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn write_down(&self, note: Note) -> Result<(), StoreError> {
        self.write_down_all(note, Vec::new()).await
    }

    /// As [`Desk::write_down`], with further entries that stand or fall with it.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn write_down_all(&self, note: Note, more: Vec<Note>) -> Result<(), StoreError> {
        let work = self.database().begin(self.now()).await?;
        let more: Vec<Entry> = more.into_iter().map(|note| note.0).collect();
        work.commit(&note.0, &more).await?;
        Ok(())
    }

    /// Makes `work` last with its audit entry: for a change beside the one that was asked for.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn commit(&self, work: Work, note: Note) -> Result<(), StoreError> {
        work.commit(&note.0, &[]).await?;
        Ok(())
    }
}

/// A change in progress.
pub(crate) struct Change<'a> {
    desk: &'a Desk,
    work: Work,
}

impl Change<'_> {
    /// The transaction.
    pub(crate) fn work(&self) -> &Work {
        &self.work
    }

    /// Makes it last, with its audit entry and, under an idempotency key, with its answer.
    ///
    /// # Errors
    /// The store's failure: nothing happened then. A route whose permission needs two persons never gets through
    /// here: its handler has to ask for an approval.
    pub(crate) async fn finish(self, note: Note, reply: Reply) -> Answer {
        if self.desk.two {
            tracing::error!("a change that needs two persons was about to be made by one");
            return Err(Code::InternalError.into());
        }
        self.finish_approved(note, Vec::new(), reply).await
    }

    /// Makes a change last that needs no audit entry and is not kept under an idempotency key.
    ///
    /// # Errors
    /// The store's failure: nothing happened then.
    pub(crate) async fn finish_housekeeping(self, why: Housekeeping) -> Result<(), StoreError> {
        self.work.commit_housekeeping(why).await
    }

    /// As [`Change::finish`], for what [`crate::approvals`] keeps or does: with further audit entries.
    ///
    /// # Errors
    /// The store's failure: nothing happened then.
    pub(crate) async fn finish_approved(self, note: Note, more: Vec<Note>, reply: Reply) -> Answer {
        if let Some(claim) = &self.desk.claim {
            let kept = reply.kept(&claim.fingerprint);
            let until = self.desk.now() + KEPT_FOR;
            match idempotency::keep(&self.work, &claim.user_id, &claim.key, &kept, until).await {
                Err(StoreError::Taken(_)) => return Err(Code::RequestInFlight.into()),
                other => other?,
            }
        }
        let more: Vec<Entry> = more.into_iter().map(|note| note.0).collect();
        self.work.commit(&note.0, &more).await?;
        Ok(reply)
    }
}

/// An audit entry being written.
#[derive(Debug)]
pub(crate) struct Note(Entry);

impl Note {
    /// About this thing, which belongs to the organisation at `path`.
    pub(crate) fn on(mut self, id: &str, path: &str) -> Self {
        self.0.resource_id = Some(id.to_owned());
        path.clone_into(&mut self.0.path);
        self
    }

    /// About this thing, or about several, of the organisation at `path`.
    pub(crate) fn about(mut self, id: Option<&str>, path: &str) -> Self {
        self.0.resource_id = id.map(str::to_owned);
        path.clone_into(&mut self.0.path);
        self
    }

    /// In the name of this person, when nobody was signed in yet.
    pub(crate) fn by(mut self, id: &str, name: &str) -> Self {
        self.0.actor_id = Some(id.to_owned());
        self.0.actor_name = Some(name.to_owned());
        self
    }

    /// A further entry about the same thing and person.
    pub(crate) fn also(&self, action: &str) -> Self {
        Self(Entry { action: action.to_owned(), ..self.0.clone() })
    }

    /// With these details; secrets never belong here.
    pub(crate) fn with(mut self, detail: Value) -> Self {
        self.0.detail = detail;
        self
    }

    /// With one more detail.
    pub(crate) fn and(mut self, name: &str, detail: Value) -> Self {
        self.0.detail[name] = detail;
        self
    }

    /// Done for this purpose.
    pub(crate) fn for_purpose(mut self, purpose: &str) -> Self {
        self.0.purpose = Some(purpose.to_owned());
        self
    }

    /// Ended like this.
    pub(crate) fn ended(mut self, outcome: Outcome) -> Self {
        self.0.outcome = outcome;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, Edge};

    #[tokio::test]
    async fn a_route_for_two_persons_changes_nothing_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::for_folder(folder.path().to_owned());
        let edge = Edge::system();
        let database = Database::open(&config.database, &config.anchor(), edge.now()).await.unwrap();
        let app = App::new(database, config, edge, [7; 32]).unwrap();
        for (two, good) in [(false, true), (true, false)] {
            let context = Context::default();
            let desk = Desk {
                app: app.clone(),
                context,
                caller: None,
                claim: None,
                two,
                operation: None,
                query: None,
                if_match: None,
            };
            let change = desk.begin().await.unwrap();
            let finished = change.finish(desk.note("do", "thing"), Reply::empty()).await;
            assert_eq!(finished.is_ok(), good);
        }
    }
}
