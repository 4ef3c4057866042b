//! Files that people send, kept under the hash of their content.

use crate::{
    app::App,
    problem::{Code, Problem, Stop},
    text,
};
use axum::body::Body;
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The folder of all files.
pub(crate) fn folder(app: &App) -> PathBuf {
    app.config.data.join("files")
}

/// The place of a content that was sent under `name`.
pub(crate) fn place(app: &App, hash: &str, name: &str) -> PathBuf {
    folder(app).join(stored_name(hash, name))
}

/// The hash, with the kind the name says: readers compare it with the content.
pub(crate) fn stored_name(hash: &str, name: &str) -> String {
    const KINDS: [&str; 8] = ["xlsx", "xlsm", "xls", "csv", "tsv", "txt", "parquet", "pq"];
    let said = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let kind = KINDS.into_iter().find(|kind| *kind == said).unwrap_or("bin");
    format!("{hash}.{kind}")
}

/// A file being taken in: hashed while it grows, and nowhere to be seen until it is whole.
pub(crate) struct Incoming {
    file: tempfile::NamedTempFile,
    digest: Sha256,
    size: u64,
}

/// A file that was taken in.
pub(crate) struct Kept {
    pub(crate) hash: String,
    pub(crate) size: u64,
}

impl Incoming {
    pub(crate) fn begin(folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let file = tempfile::Builder::new().prefix(".incoming-").tempfile_in(folder)?;
        Ok(Self { file, digest: Sha256::new(), size: 0 })
    }

    pub(crate) fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        io::Write::write_all(self.file.as_file_mut(), bytes)
    }

    /// Where it lies until it is kept or dropped.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// The hash of what came so far.
    pub(crate) fn hash(&self) -> String {
        text::hex(&self.digest.clone().finalize())
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Puts it in its place; the same content twice is one file.
    pub(crate) fn keep(self, folder: &Path, name: &str) -> io::Result<Kept> {
        let hash = text::hex(&self.digest.finalize());
        self.file.as_file().sync_all()?;
        self.file.persist(folder.join(stored_name(&hash, name))).map_err(|error| error.error)?;
        Ok(Kept { hash, size: self.size })
    }
}

/// Takes a body in piece by piece: no more memory than a piece, no more bytes than `limit`.
///
/// # Errors
/// A body that broke off or is too large, or the disk's failure: nothing is left then.
pub(crate) async fn take(app: &App, body: Body, limit: u64) -> Result<Incoming, Stop> {
    let mut incoming = Incoming::begin(&folder(app)).map_err(unwritten)?;
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        // The connection broke: what came is thrown away.
        let Ok(piece) = piece else { return Err(Code::UploadCut.into()) };
        incoming.take(&piece).map_err(unwritten)?;
        if incoming.size() > limit {
            let mebibytes = limit >> 20;
            return Err(Problem::new(Code::BodyTooLarge)
                .saying(format!("文件不能超过 {mebibytes} MB。"), format!("A file may have {mebibytes} MB."))
                .into());
        }
    }
    Ok(incoming)
}

/// What the caller is told when the disk fails; the log knows why.
pub(crate) fn unwritten(error: io::Error) -> Stop {
    tracing::error!(%error, "a file could not be kept or read");
    Code::InternalError.into()
}

/// Keeps what `write` writes, as a file of the kind of `name`.
pub(crate) fn keep_written<E: From<io::Error>>(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut std::fs::File) -> Result<(), E>,
) -> Result<Kept, E> {
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".outgoing-").tempfile_in(folder)?;
    write(file.as_file_mut())?;
    let mut reader = std::fs::File::open(file.path())?;
    let mut digest = Sha256::new();
    let size = io::copy(&mut reader, &mut HashInto(&mut digest))?;
    let hash = text::hex(&digest.finalize());
    file.as_file().sync_all()?;
    file.persist(folder.join(stored_name(&hash, name))).map_err(|error| error.error)?;
    Ok(Kept { hash, size })
}

struct HashInto<'a>(&'a mut Sha256);

impl io::Write for HashInto<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
