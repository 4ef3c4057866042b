//! What every request shares.

use crate::{
    analysis::Robustness,
    backups,
    caller::Known,
    config::Config,
    digest::Digests,
    edge::Edge,
    health::Disk,
    layers::Buckets,
    library::{AT_ONCE, Cache},
    metrics::Metrics,
    one_time::MasterKey,
    passwords::Hasher,
    permissions::Permissions,
    points::Shelf,
    provider::Provider,
    router::{self, Operations},
    rules::RuleHome,
};
use ::run::Run;
use std::{
    collections::{HashMap, HashSet},
    ops::Deref,
    sync::{Arc, Mutex},
};
use store::Database;
use tokio::sync::{Notify, Semaphore, watch};

/// So many files may come in at once; each is written as it comes, so they need little memory.
const UPLOADS: usize = 8;

/// The running server: cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What an [`App`] holds.
pub struct Inner {
    pub(crate) database: Database,
    pub(crate) config: Config,
    pub(crate) edge: Edge,
    pub(crate) permissions: Permissions,
    pub(crate) rules: RuleHome,
    pub(crate) operations: Operations,
    pub(crate) openapi: serde_json::Value,
    pub(crate) hasher: Hasher,
    pub(crate) master_key: MasterKey,
    /// The identity provider, where the configuration names one.
    pub(crate) provider: Option<Provider>,
    /// Sends messages on.
    pub(crate) outgoing: crate::outgoing::Client,
    pub(crate) buckets: Buckets,
    /// Runs that were held against the cultivation ladder lately.
    pub(crate) library: Cache,
    /// Who is entitled to what.
    pub(crate) matched: crate::policies::Cache,
    /// What loan products offered everybody of a run last.
    pub(crate) offered: crate::products::Cache,
    /// What scorecards made of everybody of a run last.
    pub(crate) carded: crate::cards::Cache,
    /// Places in which such runs are computed.
    pub(crate) judging: Semaphore,
    pub(crate) known: Known,
    pub(crate) metrics: Metrics,
    /// How the backups of this server went.
    pub(crate) backups: backups::State,
    /// Whether the disk took a file lately.
    pub(crate) disk: Disk,
    pub(crate) in_flight: Semaphore,
    /// One file is read at a time, so that the bounds of one are the bounds of all.
    pub(crate) parsing: Arc<Semaphore>,
    /// Published runs that were opened.
    pub(crate) shelf: Shelf<Run>,
    /// What officers look at again and again of the batches that go on.
    pub(crate) digests: Digests,
    /// How much of their places rests on the weights.
    pub(crate) robustness: Shelf<Robustness>,
    /// Files coming in at once.
    pub(crate) uploads: Semaphore,
    /// Open streams of each person.
    pub(crate) streams: Mutex<HashMap<String, usize>>,
    /// Idempotency keys being worked on: person and key.
    pub(crate) keys: Mutex<HashSet<(String, String)>>,
    /// Woken when a job was asked for.
    pub(crate) job_asked: Notify,
    /// True once the server is shutting down.
    pub(crate) closing: watch::Sender<bool>,
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}

impl App {
    /// A server over `database`, not listening yet. `key` derives the secrets of one-time codes.
    ///
    /// # Errors
    /// A permission table or a route that is not in order: the program is wrong, not the configuration.
    pub fn new(database: Database, config: Config, edge: Edge, key: [u8; 32]) -> Result<Self, String> {
        let permissions = Permissions::of_this_program()?;
        let openapi = router::openapi();
        let operations = Operations::of(&openapi, &permissions)?;
        let hasher = Hasher::new(&edge)?;
        let rules = RuleHome::open(config.rules())?;
        Ok(Self(Arc::new(Inner {
            database,
            permissions,
            rules,
            operations,
            openapi,
            hasher,
            edge,
            master_key: MasterKey::new(key),
            provider: Provider::of(&config.oidc)?,
            outgoing: crate::webhooks::client(&config.webhooks)?,
            buckets: Buckets::default(),
            library: Cache::default(),
            matched: crate::policies::Cache::default(),
            offered: crate::products::Cache::default(),
            carded: crate::cards::Cache::default(),
            judging: Semaphore::new(AT_ONCE),
            known: Known::default(),
            metrics: Metrics::default(),
            backups: backups::State::default(),
            disk: Disk::default(),
            in_flight: Semaphore::new(config.in_flight),
            parsing: Arc::new(Semaphore::new(1)),
            shelf: Shelf::default(),
            digests: Digests::default(),
            robustness: Shelf::default(),
            uploads: Semaphore::new(UPLOADS),
            streams: Mutex::default(),
            keys: Mutex::default(),
            job_asked: Notify::new(),
            closing: watch::Sender::new(false),
            config,
        })))
    }

    /// Does the oldest job that waits, for programs that run no worker; `false` when there is none.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn do_next_job(&self) -> Result<bool, store::StoreError> {
        crate::jobs::do_next(self).await
    }

    /// Gives the jobs back that a server before this one left running, for programs that do not [`serve`](crate::serve).
    ///
    /// # Errors
    /// The store's failure.
    pub async fn take_up_lost_jobs(&self) -> Result<(), store::StoreError> {
        crate::jobs::take_up_lost(self).await
    }

    /// Comes to an end when the server is closing.
    pub(crate) async fn closed(&self) {
        let mut closing = self.closing.subscribe();
        // The sender lives as long as the app: this ends only by closing.
        let _ = closing.wait_for(|closing| *closing).await;
    }

    /// Tells long answers and workers to come to an end.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}
