//! Files outside the database, each named by the SHA-256 of what it says: written once, never changed.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// The folder of files.
fn folder(data: &Path) -> PathBuf {
    data.join("files")
}

/// Where the file with this hash is.
pub(crate) fn place(data: &Path, hash: &str) -> PathBuf {
    folder(data).join(hash)
}

/// Moves `file`, which has this hash, into the folder. A crash leaves the whole file or none.
///
/// # Errors
/// The disk's.
pub(crate) fn take_in(data: &Path, file: &Path, hash: &str) -> io::Result<()> {
    let target = place(data, hash);
    if target.exists() {
        return Ok(());
    }
    fs::create_dir_all(folder(data))?;
    File::open(file)?.sync_all()?;
    fs::rename(file, target)
}

/// Makes sure that files taken in are found after a crash.
///
/// # Errors
/// The disk's.
pub(crate) fn settle(data: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder(data))?.sync_all() } else { Ok(()) }
}
