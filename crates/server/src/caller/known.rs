//! Holders of sessions that were read a moment ago, kept until anything at all is committed.
//!
//! Every request asks who holds its session. Between two commits the answer is the same; after one, whatever it
//! changed, everybody is looked up again. So a change of roles acts on the next request, as without this; commits of
//! another process on the same file are seen too, and on PostgreSQL, where they could not be, nothing is kept.

use crate::app::App;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use store::{
    Generation, StoreError,
    sessions::{self, Holder},
};

/// Beyond so many holders all are forgotten.
const MANY: usize = 10_000;
/// A second line of defence, should a file system keep no proper times: not longer than this.
const LONGEST: Duration = Duration::from_secs(1);

/// The holders, by the hash of their token.
#[derive(Default)]
pub(crate) struct Known(Mutex<HashMap<String, Kept>>);

struct Kept {
    holder: Holder,
    generation: Generation,
    at: Instant,
}

impl Known {
    fn find(&self, token_hash: &str, generation: Generation) -> Option<Holder> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.get(token_hash)?;
        (kept.generation == generation && kept.at.elapsed() < LONGEST).then(|| kept.holder.clone())
    }

    fn keep(&self, token_hash: &str, holder: &Holder, generation: Generation) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MANY {
            all.clear();
        }
        all.insert(token_hash.to_owned(), Kept { holder: holder.clone(), generation, at: Instant::now() });
    }
}

/// The holder of a token, from memory when nothing was committed since, else from the database.
///
/// # Errors
/// The store's failure.
pub(super) async fn holder(app: &App, token_hash: &str) -> Result<Option<Holder>, StoreError> {
    // Taken before reading: a commit in between makes what is kept worthless, never wrong.
    let generation = app.database.generation();
    if let Some(known) = generation.and_then(|generation| app.known.find(token_hash, generation)) {
        return Ok(Some(known));
    }
    let found = sessions::holder(&app.database, token_hash).await?;
    if let (Some(generation), Some(holder)) = (generation, &found) {
        app.known.keep(token_hash, holder, generation);
    }
    Ok(found)
}
