//! The rule files of a batch as they were when it was arranged: an upgrade of the program or an edit of the zone's
//! folder never changes what a batch is computed by.

use domain::indicators::Scheme;
use rulebook::{Files, Loaded};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Rule files set aside under the hash of what they say.
pub(crate) struct Pinned {
    folder: PathBuf,
    /// The scheme file.
    pub(crate) scheme: PathBuf,
}

impl Pinned {
    /// Those of the scheme at `path` with this hash, set aside in the folder `data`.
    pub(crate) fn of(data: &Path, path: &str, hash: &str) -> Self {
        let folder = data.join("rules-in-use").join(hash);
        Self { scheme: folder.join(path), folder }
    }

    /// Sets the files of `loaded` aside.
    ///
    /// # Errors
    /// The disk's.
    pub(crate) fn keep(&self, home: &dyn Files, loaded: &Loaded<Scheme>) -> io::Result<()> {
        if self.folder.exists() {
            return Ok(());
        }
        let parent = self.folder.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent)?;
        let beside = run::Scratch::below(parent)?;
        let whole = beside.path().join("whole");
        for file in &loaded.files {
            let target = whole.join(file);
            fs::create_dir_all(target.parent().unwrap_or(&whole))?;
            fs::write(target, home.read(file)?)?;
        }
        match fs::rename(&whole, &self.folder) {
            // Somebody else set the same files aside meanwhile.
            Err(_) if self.folder.exists() => Ok(()),
            done => done,
        }
    }

    /// Copies the files into `folder`; gives the scheme's place there.
    ///
    /// # Errors
    /// The disk's, or that they were never set aside.
    pub(crate) fn copy_to(&self, folder: &Path) -> io::Result<PathBuf> {
        copy_all(&self.folder, folder)?;
        let inside = self.scheme.strip_prefix(&self.folder).unwrap_or(&self.scheme);
        Ok(folder.join(inside))
    }
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_all(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
