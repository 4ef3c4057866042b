//! The folder of backups: what is there, how old the newest is, and which ones go.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Before the name of a copy that is not whole yet.
pub(crate) const UNFINISHED: &str = ".making-";
/// No copy takes so long.
const LONG_AGO: SignedDuration = SignedDuration::from_hours(24);

/// What reading a backup back said, kept beside it as `jifen-TIME.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checkup {
    /// When.
    pub(crate) checked_at: String,
    /// Whether it can be restored as it is, with every file it names.
    pub(crate) good: bool,
    /// Audit rows.
    pub(crate) rows: i64,
    /// Files outside the database that it names.
    pub(crate) files: usize,
    /// Those that are missing.
    pub(crate) missing: Vec<String>,
    /// Those that are damaged.
    pub(crate) damaged: Vec<String>,
}

/// A backup in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) path: PathBuf,
    pub(crate) made_at: Timestamp,
    pub(crate) bytes: u64,
    /// `None` when it was never read back: earlier programs did not.
    pub(crate) checkup: Option<Checkup>,
}

impl Kept {
    /// The name of the file.
    pub(crate) fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Whether it was found wanting.
    pub(crate) fn is_bad(&self) -> bool {
        self.checkup.as_ref().is_some_and(|checkup| !checkup.good)
    }
}

/// The name of a backup made at `now`.
pub(crate) fn name_at(now: Timestamp) -> String {
    format!("jifen-{}.sqlite", now.to_string().replace([':', '.'], "-"))
}

/// The time in a name that [`name_at`] made.
fn time_in(name: &str) -> Option<Timestamp> {
    let text = name.strip_prefix("jifen-")?.strip_suffix("Z.sqlite")?;
    let (day, clock) = text.split_once('T')?;
    let mut parts = clock.split('-');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let fraction = parts.next().map_or(String::new(), |fraction| format!(".{fraction}"));
    format!("{day}T{hour}:{minute}:{second}{fraction}Z").parse().ok()
}

/// Where the check of `backup` is kept.
pub(crate) fn checkup_of(backup: &Path) -> PathBuf {
    backup.with_extension("json")
}

/// Where the zone's own rules of `backup` are.
pub(crate) fn rules_of(backup: &Path) -> PathBuf {
    backup.with_extension("rules")
}

/// The backups in `folder`, the newest first.
///
/// # Errors
/// A folder that is there and cannot be read.
pub(crate) fn all(folder: &Path) -> io::Result<Vec<Kept>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Some(made_at) = time_in(&entry.file_name().to_string_lossy()) else { continue };
        let path = entry.path();
        // One that another program takes away at this moment.
        let Ok(about) = entry.metadata() else { continue };
        let checkup = fs::read(checkup_of(&path)).ok();
        let checkup = checkup.and_then(|text| serde_json::from_slice(&text).ok());
        all.push(Kept { path, made_at, bytes: about.len(), checkup });
    }
    all.sort_unstable_by_key(|kept| std::cmp::Reverse(kept.made_at));
    Ok(all)
}

/// Takes away what is beyond the newest `keep`, of the good ones and of the bad ones each: backups that fail must not
/// push out the last that did not.
///
/// # Errors
/// The disk's.
pub(crate) fn thin_out(folder: &Path, keep: u32) -> io::Result<()> {
    let keep = usize::try_from(keep).unwrap_or(usize::MAX);
    let (bad, good): (Vec<Kept>, Vec<Kept>) = all(folder)?.into_iter().partition(Kept::is_bad);
    for old in good.into_iter().skip(keep).chain(bad.into_iter().skip(keep)) {
        gone(fs::remove_file(&old.path))?;
        gone(fs::remove_file(checkup_of(&old.path)))?;
        gone(fs::remove_dir_all(rules_of(&old.path)))?;
    }
    Ok(())
}

/// Takes away copies that were being made by a program killed long before `now`.
///
/// # Errors
/// The disk's.
pub(crate) fn clear_unfinished(folder: &Path, now: Timestamp) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let begun = name.strip_prefix(UNFINISHED).and_then(time_in);
        if begun.is_some_and(|begun| now.duration_since(begun) > LONG_AGO) {
            gone(fs::remove_file(entry.path()))?;
        }
    }
    Ok(())
}

/// What is not there need not be taken away.
pub(crate) fn gone(taken: io::Result<()>) -> io::Result<()> {
    match taken {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        taken => taken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_read_from_the_name() {
        for text in ["2026-11-23T01:00:00Z", "2026-11-23T01:00:00.123456Z"] {
            let time: Timestamp = text.parse().unwrap();
            assert_eq!(time_in(&name_at(time)), Some(time), "{text}");
        }
        for name in
            ["jifen-x.sqlite", "jifen-2026-11-23T01-00-00Z.json", ".jifen-2026-11-23T01-00-00Z.sqlite"]
        {
            assert_eq!(time_in(name), None, "{name}");
        }
    }
}
