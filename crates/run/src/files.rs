//! Files of a run: written beside their final names, then renamed together.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::RunProblem;

/// A file that is complete but not yet under its final name. Dropped without [`write_together`], it is removed.
#[derive(Debug)]
pub struct Written {
    pub(crate) beside: PathBuf,
    pub(crate) target: PathBuf,
}

impl Written {
    /// Lets `write` fill a file beside `target`, with the same extension.
    ///
    /// # Errors
    /// What `write` says, or that the folder does not exist.
    pub fn with<E: From<RunProblem>>(
        target: &Path,
        write: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<Self, E> {
        if target.is_dir() {
            return Err(RunProblem::file(target, io::Error::from(io::ErrorKind::IsADirectory)).into());
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let beside = target.with_file_name(format!(".{}-{name}", std::process::id()));
        let written = Self { beside, target: target.to_owned() };
        write(&written.beside)?;
        Ok(written)
    }

    /// A text file.
    ///
    /// # Errors
    /// That it cannot be written.
    pub fn text(target: &Path, text: String) -> Result<Self, RunProblem> {
        Self::with(target, |beside| {
            let write = || -> io::Result<()> {
                fs::write(beside, text)?;
                fs::File::open(beside)?.sync_all()
            };
            write().map_err(|error| RunProblem::file(target, error))
        })
    }

    /// The name it will have.
    #[must_use]
    pub fn name(&self) -> String {
        self.target.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Where the bytes are now.
    #[must_use]
    pub fn beside(&self) -> &Path {
        &self.beside
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        // After the rename there is nothing to remove.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Gives every file its final name; the receipt comes last and so vouches for the others.
///
/// # Errors
/// That a name cannot be given; files renamed before stay, complete as they are.
pub fn write_together(files: Vec<Written>) -> Result<(), RunProblem> {
    for file in &files {
        fs::rename(&file.beside, &file.target).map_err(|error| RunProblem::file(&file.target, error))?;
    }
    Ok(())
}

/// The absolute path without `.` and `..`; the folder must exist, the file need not.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, RunProblem> {
    let failed = |error: io::Error| RunProblem::file(path, error);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = match parent {
        Some(parent) => fs::canonicalize(parent).map_err(failed)?,
        None => env::current_dir().and_then(fs::canonicalize).map_err(failed)?,
    };
    Ok(folder.join(path.file_name().unwrap_or_default()))
}
