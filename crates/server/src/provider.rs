//! Signing in by an identity provider (OpenID Connect), where the configuration names one.
//!
//! Authorisation code with `state`, `nonce` and PKCE; the provider is asked only at the hosts of the configuration. An
//! account is never made: a person links their identity there to their account here, and signs in by it from then on.

mod begin;
mod flow;
mod id_token;
mod metadata;
mod options;
mod sign_in;

pub(crate) use begin::*;
pub(crate) use flow::{Proof, begun, vouched};
pub(crate) use options::*;
pub(crate) use sign_in::*;

use crate::config::Oidc;
use crate::outgoing::{Client, Failure, authority};
use id_token::Keys;
use jiff::{SignedDuration, Timestamp};
use metadata::Metadata;
use tokio::sync::Mutex;
use url::Url;

/// What the provider says of itself, and its keys, are asked for again after an hour.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(1);
/// A key that nobody knows yet makes us look again, but not more often than this.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);

/// The identity provider.
pub(crate) struct Provider {
    pub(crate) config: Oidc,
    pub(crate) client: Client,
    known: Mutex<Option<Known>>,
}

/// What is known of it, since when.
#[derive(Clone)]
pub(crate) struct Known {
    since: Timestamp,
    pub(crate) metadata: Metadata,
    pub(crate) keys: Keys,
}

impl Provider {
    /// The provider of a configuration; `None` when it names none.
    ///
    /// # Errors
    /// An issuer that is no address, or a file that cannot be read.
    pub(crate) fn of(config: &Oidc) -> Result<Option<Self>, Failure> {
        if config.issuer.is_empty() {
            return Ok(None);
        }
        let mut config = config.clone();
        let issuer = Url::parse(&config.issuer).map_err(|error| format!("oidc-issuer: {error}"))?;
        let mut hosts = config.hosts.clone();
        hosts.push(authority(&issuer));
        let read = |file: &str| std::fs::read(file).map_err(|error| format!("{file}: {error}"));
        if !config.secret_file.is_empty() {
            let secret = String::from_utf8(read(&config.secret_file)?).map_err(|error| error.to_string())?;
            secret.trim().clone_into(&mut config.client_secret);
        }
        let roots = if config.ca_file.is_empty() { None } else { Some(read(&config.ca_file)?) };
        let client = Client::new(hosts, true, roots.as_deref())?;
        client.allowed(&config.issuer)?;
        Ok(Some(Self { config, client, known: Mutex::default() }))
    }

    /// What is known of the provider, asked for when that is long ago.
    pub(crate) async fn known(&self, now: Timestamp) -> Result<Known, Failure> {
        self.known_for(now, KNOWN_FOR).await
    }

    /// The same, asked for again unless that was just done: a key was not found.
    pub(crate) async fn known_anew(&self, now: Timestamp) -> Result<Known, Failure> {
        self.known_for(now, LOOK_AGAIN).await
    }

    async fn known_for(&self, now: Timestamp, life: SignedDuration) -> Result<Known, Failure> {
        let mut known = self.known.lock().await;
        if let Some(fresh) = known.as_ref().filter(|known| now.duration_since(known.since) < life) {
            return Ok(fresh.clone());
        }
        let metadata = Metadata::ask(&self.client, &self.config.issuer).await?;
        let keys = self.client.get(&metadata.jwks_uri).await?;
        let keys: Keys = serde_json::from_value(keys).map_err(|error| format!("keys: {error}"))?;
        Ok(known.insert(Known { since: now, metadata, keys }).clone())
    }

    /// Whether one of these means (`acr`, `amr`) makes a one-time code of ours unnecessary.
    pub(crate) fn is_strong(&self, means: &[String]) -> bool {
        means.iter().any(|mean| self.config.strong.contains(mean))
    }
}
