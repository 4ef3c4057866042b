//! The head of the chain, kept in a file outside the database.

use super::Head;
use crate::error::Result;
use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// A file of lines `count hash`, appended to and forced to disk. Heads are noted at each commit and written by
/// [`Anchor::flush`], which the server calls every second and on closing: one disk wait serves many commits.
#[derive(Debug, Clone)]
pub struct Anchor {
    file: PathBuf,
    noted: Arc<Mutex<Option<Head>>>,
    /// Writes that failed since the start.
    failures: Arc<AtomicU64>,
}

impl Anchor {
    /// The anchor in `file`; the file appears with the first line.
    #[must_use]
    pub fn at(file: &Path) -> Self {
        Self { file: file.to_owned(), noted: Arc::default(), failures: Arc::default() }
    }

    /// Where the lines are.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Remembers `head`, unless a later one is remembered already.
    pub(crate) fn note(&self, head: &Head) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.as_ref().is_none_or(|known| known.count < head.count) {
            *noted = Some(head.clone());
        }
    }

    /// Writes the remembered head, if there is one, and waits for the disk.
    ///
    /// # Errors
    /// The file cannot be written; the head stays remembered.
    pub async fn flush(&self) -> Result<()> {
        let Some(head) = self.noted.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        let (file, line) = (self.file.clone(), head.clone());
        let written = tokio::task::spawn_blocking(move || append(&file, &line)).await;
        let written = written.unwrap_or_else(|gone| Err(std::io::Error::other(gone)));
        if written.is_err() {
            self.failures.fetch_add(1, Ordering::Relaxed);
            self.note(&head);
        }
        Ok(written?)
    }

    /// How often the file could not be written since the start.
    #[must_use]
    pub fn failures(&self) -> u64 {
        self.failures.load(Ordering::Relaxed)
    }

    /// Every head ever written, oldest first. A line cut by a crash is left out.
    ///
    /// # Errors
    /// The file exists and cannot be read.
    pub fn heads(&self) -> Result<Vec<Head>> {
        match std::fs::read_to_string(&self.file) {
            Ok(text) => Ok(text.lines().filter_map(parse).collect()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }
}

fn append(file: &Path, head: &Head) -> std::io::Result<()> {
    let fresh = !file.exists();
    let mut open = OpenOptions::new().create(true).append(true).open(file)?;
    // One leading line break ends a line that a crash may have cut.
    let start = if fresh { "" } else { "\n" };
    open.write_all(format!("{start}{} {}", head.count, head.hash).as_bytes())?;
    open.sync_all()?;
    match file.parent() {
        Some(folder) if fresh => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

fn parse(line: &str) -> Option<Head> {
    let (count, hash) = line.split_once(' ')?;
    let whole = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some(Head { count: count.parse().ok()?, hash: hash.to_owned() }).filter(|_| whole)
}
