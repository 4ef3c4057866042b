//! A person of the demonstration, who asks the server as a browser does, inside the process.

use crate::{App, text};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use jiff::SignedDuration;
use serde_json::Value;
use std::{
    io,
    sync::atomic::{AtomicU64, Ordering},
};
use store::{
    StoreError,
    sessions::{self, NewSession},
    users,
};
use tower::ServiceExt;

/// Longer than filling takes; the session is ended when it is done.
const STAYS: SignedDuration = SignedDuration::from_hours(1);
/// Answers of the server are no longer.
const LONGEST: usize = 1 << 26;

/// Somebody who is signed in.
pub(super) struct Person {
    router: Router,
    cookie: String,
    pub(super) user_id: String,
    session_id: String,
    keys: AtomicU64,
}

/// What the server answered.
pub(super) struct Told {
    pub(super) body: Value,
    etag: String,
}

impl Person {
    /// Signs the person in.
    ///
    /// # Errors
    /// Nobody has this name, or the store's failure.
    pub(super) async fn signs_in(app: &App, router: &Router, login: &str) -> Result<Self, StoreError> {
        let user = users::by_login(&app.database, login).await?;
        let user = user.ok_or(StoreError::Corrupt { what: "demo", value: login.to_owned() })?;
        let token = text::base32(&app.edge.bytes::<20>());
        let id = app.edge.id();
        let work = app.database.begin(app.edge.now()).await?;
        let new = NewSession {
            id: &id,
            user_id: &user.id,
            token_hash: &text::fingerprint(&token),
            address: "127.0.0.1",
            agent: "jifen demo",
            expires_at: app.edge.now() + STAYS,
        };
        sessions::start(&work, &new).await?;
        work.commit(&crate::admin::entry("start", "session", &id, &user.path), &[]).await?;
        let cookie = format!("{}={token}", crate::caller::COOKIE);
        Ok(Self { router: router.clone(), cookie, user_id: user.id, session_id: id, keys: AtomicU64::new(0) })
    }

    /// Ends the session.
    ///
    /// # Errors
    /// The store's failure.
    pub(super) async fn signs_out(&self, app: &App) -> Result<(), StoreError> {
        let work = app.database.begin(app.edge.now()).await?;
        sessions::end(&work, &self.user_id, &self.session_id).await?;
        work.commit(&crate::admin::entry("end", "session", &self.session_id, "/"), &[]).await?;
        Ok(())
    }

    /// Reads.
    ///
    /// # Errors
    /// The server refused.
    pub(super) async fn reads(&self, path: &str) -> Result<Value, StoreError> {
        Ok(self.asks(Method::GET, path, None, Vec::new()).await?.body)
    }

    /// Has something made or done.
    ///
    /// # Errors
    /// The server refused.
    pub(super) async fn posts(&self, path: &str, body: &Value) -> Result<Value, StoreError> {
        Ok(self.asks(Method::POST, path, None, body.to_string().into_bytes()).await?.body)
    }

    /// Sends a file.
    ///
    /// # Errors
    /// The server refused.
    pub(super) async fn sends(&self, path: &str, file: &[u8]) -> Result<Value, StoreError> {
        Ok(self.asks(Method::POST, path, None, file.to_vec()).await?.body)
    }

    /// Edits the version of `seen` that is there now.
    ///
    /// # Errors
    /// The server refused.
    pub(super) async fn edits(
        &self,
        method: Method,
        path: &str,
        seen: &str,
        body: &Value,
    ) -> Result<Value, StoreError> {
        let etag = self.asks(Method::GET, seen, None, Vec::new()).await?.etag;
        Ok(self.asks(method, path, Some(&etag), body.to_string().into_bytes()).await?.body)
    }

    async fn asks(
        &self,
        method: Method,
        path: &str,
        seen: Option<&str>,
        body: Vec<u8>,
    ) -> Result<Told, StoreError> {
        let key = format!("{}-{}", self.session_id, self.keys.fetch_add(1, Ordering::Relaxed));
        let request = Request::builder()
            .method(method.clone())
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header("x-jifen", "1")
            .header("idempotency-key", key)
            .header(header::CONTENT_TYPE, "application/json");
        let request = match seen {
            Some(etag) => request.header(header::IF_MATCH, etag),
            None => request,
        };
        let request = request.body(Body::from(body)).map_err(io::Error::other)?;
        // A router answers every request: its error cannot happen.
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, LONGEST).await.map_err(io::Error::other)?;
        if !parts.status.is_success() {
            let said = String::from_utf8_lossy(&bytes).into_owned();
            return Err(io::Error::other(format!("{method} {path}: {} {said}", parts.status)).into());
        }
        let etag = parts.headers.get(header::ETAG).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Told { body: serde_json::from_slice(&bytes).unwrap_or_default(), etag: etag.to_owned() })
    }
}
