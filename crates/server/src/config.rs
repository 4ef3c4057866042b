//! How the server is to run: flags > environment > file > defaults, and where each value came from.

mod gather;
mod page;
mod settings;

pub use gather::{ConfigProblem, Gathered, Origin, Shown, gather};
pub use page::settings_page;
pub use settings::{SETTINGS, Setting};

use crate::address::Network;
use jiff::SignedDuration;
use std::{net::SocketAddr, path::PathBuf};

/// What a password must be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordProfile {
    /// OWASP ASVS 5: long, not guessable, no forced change.
    Asvs,
    /// 等保2.0 三级: four classes, history, changed every 90 days; the three administrations kept apart.
    Dengbao,
}

/// Signing in by an identity provider (OpenID Connect).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Oidc {
    /// The issuer, exactly as it calls itself; empty for no provider.
    pub issuer: String,
    /// What this server is called there.
    pub client_id: String,
    /// The secret agreed there; `secret_file` is better.
    pub client_secret: String,
    /// A file with the secret.
    pub secret_file: String,
    /// What people call the provider.
    pub name: String,
    /// Further hosts where its endpoints may be, besides the issuer's own.
    pub hosts: Vec<String>,
    /// A file with certificates to trust, for a provider of a closed network.
    pub ca_file: String,
    /// Values of `acr` or `amr` that make a one-time code of ours unnecessary.
    pub strong: Vec<String>,
}

impl std::fmt::Debug for Oidc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Oidc").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Where messages may be sent on to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Webhooks {
    /// Hosts, `host` or `host:port`; none for no webhooks at all.
    pub hosts: Vec<String>,
    /// Whether they may be on private addresses.
    pub private: bool,
    /// A file with certificates to trust, for hosts of a closed network.
    pub ca_file: String,
}

/// How the server is to run.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where data, backups and the audit anchor are kept.
    pub data: PathBuf,
    /// A file path or `postgres://…`.
    pub database: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where to listen for Prometheus, if at all.
    pub metrics_listen: Option<SocketAddr>,
    /// The address people type; `https` unless on loopback.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// What a password must be like.
    pub profile: PasswordProfile,
    /// Words that stand in no password: the zone's name in pinyin, its abbreviation.
    pub password_words: Vec<String>,
    /// The identity provider, if any.
    pub oidc: Oidc,
    /// Where messages may be sent on to.
    pub webhooks: Webhooks,
    /// Whether staff and banks must use one-time codes.
    pub second_factor: bool,
    /// A session unused for so long ends.
    pub session_idle: SignedDuration,
    /// A session ends after so long in any case.
    pub session_length: SignedDuration,
    /// Requests of one account per minute.
    pub account_rate: u32,
    /// Requests from one address per minute.
    pub address_rate: u32,
    /// Sign-in requests from one address per minute.
    pub sign_in_rate: u32,
    /// Exports of one account per minute.
    pub export_rate: u32,
    /// Rows of one export.
    pub export_rows: u32,
    /// Requests worked on at once; more are turned away.
    pub in_flight: usize,
    /// Largest request body in bytes.
    pub body_limit: usize,
    /// Largest file in bytes that may be sent in.
    pub upload_limit: u64,
    /// Seconds that sending a file may take.
    pub upload_time_limit: u64,
    /// Seconds a request may take.
    pub time_limit: u64,
    /// Hours between backups; 0 for none.
    pub backup_hours: u32,
    /// Backups kept.
    pub backup_keep: u32,
    /// Whether a PostgreSQL database of an older schema was backed up and may be brought up to date.
    pub migrate: bool,
    /// What is logged: a level, or levels by target.
    pub log: String,
    /// Demonstration: made-up people with printed passwords, loopback only.
    pub demo: bool,
    /// Enterprises of a demonstration's zone.
    pub demo_enterprises: usize,
}

impl Config {
    /// The defaults, for `data`.
    #[must_use]
    pub fn for_folder(data: PathBuf) -> Self {
        let database = data.join("jifen.sqlite").display().to_string();
        Self {
            data,
            database,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            metrics_listen: None,
            public_url: "http://127.0.0.1:8080".to_owned(),
            trusted_proxies: Vec::new(),
            profile: PasswordProfile::Asvs,
            password_words: Vec::new(),
            oidc: Oidc::default(),
            webhooks: Webhooks::default(),
            second_factor: true,
            session_idle: SignedDuration::from_mins(30),
            session_length: SignedDuration::from_hours(8),
            account_rate: 600,
            address_rate: 3_000,
            sign_in_rate: 30,
            export_rate: 10,
            export_rows: 50_000,
            in_flight: 512,
            body_limit: 1 << 20,
            upload_limit: 64 << 20,
            upload_time_limit: 600,
            time_limit: 30,
            backup_hours: 24,
            backup_keep: 14,
            migrate: false,
            log: "info,sqlx=warn,sea_orm=warn".to_owned(),
            demo: false,
            demo_enterprises: 6_000,
        }
    }

    /// The file outside the database that keeps the audit head.
    #[must_use]
    pub fn anchor(&self) -> PathBuf {
        self.data.join("audit.anchor")
    }

    /// The folder of the zone's own rule files; they come before those shipped with the program.
    #[must_use]
    pub fn rules(&self) -> PathBuf {
        self.data.join("rules")
    }

    /// The folder of backups.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// The file with the key that one-time codes are derived from.
    #[must_use]
    pub fn master_key(&self) -> PathBuf {
        self.data.join("server.key")
    }

    /// The rule `tls_or_loopback`: the session cookie is `__Host-` and `Secure`, which browsers keep over `https`
    /// and, as an exception, over `http` to loopback names. Anything else would lose every log-in, so it is refused.
    pub(crate) fn is_tls_or_loopback(&self) -> bool {
        self.public_url.starts_with("https://")
            || ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|start| {
                self.public_url
                    .strip_prefix(start)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
            })
    }

    /// `scheme://host[:port]` of the public address.
    pub(crate) fn origin(&self) -> &str {
        let behind = self.public_url.find("://").map_or(0, |at| at + 3);
        let end = self.public_url[behind..].find('/').map_or(self.public_url.len(), |at| behind + at);
        &self.public_url[..end]
    }
}
