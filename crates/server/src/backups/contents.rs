//! The files that a database names, beside its copy: evidence, workbooks, what runs were made from, rules set aside.
//! They are named by their hash and never change, so a backup adds what is not there yet.

use crate::{contents, files};
use receipt::{Receipt, hash_file};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};
use store::Named;

/// Folders of the data that hold such files; in a folder of backups they have the same names.
const FOLDERS: [&str; 2] = ["files", "rules-in-use"];

/// What was found of the files that a database names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// How many are named.
    pub named: usize,
    /// Those that are nowhere, by their place below the data folder.
    pub missing: Vec<String>,
    /// Those that do not say what their name says.
    pub damaged: Vec<String>,
}

impl Contents {
    /// Whether every file is there and whole.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.missing.is_empty() && self.damaged.is_empty()
    }
}

/// Adds what `from` has and `to` lacks; `linked` where both may share one content on the disk. Says how many.
///
/// # Errors
/// The disk's.
pub(crate) fn add_missing(from: &Path, to: &Path, linked: bool) -> io::Result<usize> {
    let mut added = 0;
    for name in FOLDERS {
        let source = from.join(name);
        if source.is_dir() {
            added += add_folder(&source, &to.join(name), linked)?;
        }
    }
    Ok(added)
}

fn add_folder(from: &Path, to: &Path, linked: bool) -> io::Result<usize> {
    private_folder(to)?;
    let mut added = 0;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        // What is still coming in, or a scratch folder.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            added += add_folder(&entry.path(), &target, linked)?;
        } else if !target.exists() {
            add_file(&entry.path(), &target, linked)?;
            added += 1;
        }
    }
    fs::File::open(to)?.sync_all()?;
    Ok(added)
}

fn add_file(from: &Path, to: &Path, linked: bool) -> io::Result<()> {
    // Another disk, or one without links: then it is copied.
    if linked && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let beside = to.with_file_name(format!(".copying-{}-{name}", std::process::id()));
    fs::copy(from, &beside)?;
    fs::File::open(&beside)?.sync_all()?;
    fs::rename(beside, to)
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Looks for every file that `named` names in `folders`, the first that has it counts, and reads it.
///
/// # Errors
/// A file that is there and cannot be read.
pub(crate) fn look(named: &Named, folders: &[&Path]) -> io::Result<Contents> {
    let expected = expected(named);
    let mut found = Contents { named: expected.len(), ..Contents::default() };
    for (place, hash) in expected {
        let there = folders.iter().map(|folder| folder.join(&place)).find(|path| path.exists());
        match (there, hash) {
            (None, _) => found.missing.push(place),
            (Some(path), Some(hash)) if hash_file(&path)?.0 != hash => found.damaged.push(place),
            (Some(_), _) => {}
        }
    }
    Ok(found)
}

/// Places below the data folder, with the hash of what they say where the place is a file.
fn expected(named: &Named) -> BTreeMap<String, Option<String>> {
    let mut all = BTreeMap::new();
    let mut file = |place: PathBuf, hash: &str| {
        all.insert(place.display().to_string(), Some(hash.to_owned()));
    };
    let below = Path::new("");
    let sent = |hash: &str, name: &str| Path::new(FOLDERS[0]).join(files::stored_name(hash, name));
    for hash in &named.evidence {
        file(sent(hash, ""), hash);
    }
    for (hash, name) in &named.sent {
        file(sent(hash, name), hash);
    }
    for hash in &named.returned {
        file(sent(hash, "x.xlsx"), hash);
    }
    for hash in &named.made_from {
        file(contents::place(below, hash), hash);
    }
    for text in &named.receipts {
        // A receipt that cannot be read names nothing; the run's own hashes are looked for all the same.
        let Ok(receipt) = Receipt::from_json(text, Path::new("receipt.json")) else { continue };
        for part in receipt.files() {
            file(contents::place(below, &part.sha256), &part.sha256);
        }
    }
    for hash in &named.rules {
        all.insert(format!("{}/{hash}", FOLDERS[1]), None);
    }
    all
}

/// Copies the zone's own rule files `from` beside a backup; nothing where there are none.
///
/// # Errors
/// The disk's.
pub(crate) fn copy_rules(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() { add_folder(from, to, false).map(|_| ()) } else { Ok(()) }
}

/// Puts the rule files of a backup in the place of those at `target`, which are moved to `aside` when they differ; says
/// whether they were.
///
/// # Errors
/// The disk's.
pub(crate) fn restore_rules(backup: &Path, target: &Path, aside: &Path) -> io::Result<bool> {
    if !backup.is_dir() || (target.is_dir() && texts(backup)? == texts(target)?) {
        return Ok(false);
    }
    let fresh = target.with_extension("restoring");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    add_folder(backup, &fresh, false)?;
    let moved = target.exists();
    if moved {
        fs::rename(target, aside)?;
    }
    fs::rename(fresh, target)?;
    Ok(moved)
}

/// What every file below `folder` says.
fn texts(folder: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut all = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                left.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                all.insert(below, fs::read(&path)?);
            }
        }
    }
    Ok(all)
}
