//! A file appears under its name only when it is complete.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
    sync::mpsc::{SyncSender, sync_channel},
    thread,
};

use crate::ExportProblem;

/// The kinds of files that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Xlsx,
    Parquet,
}

impl Format {
    /// By the extension.
    pub(crate) fn of(path: &Path) -> Result<Self, ExportProblem> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        match extension.as_str() {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            "parquet" => Ok(Self::Parquet),
            other => Err(ExportProblem::new(
                "unknown-format",
                format!("不能写“.{other}”文件。"),
                format!("Files of the kind \".{other}\" are not written."),
            )
            .with_hint("请用 .csv、.xlsx 或 .parquet", "use .csv, .xlsx or .parquet")),
        }
    }
}

/// After so many bytes a thread begins to bring them to the disk, so that little is left to wait for at the end.
const EARLY: usize = 8 << 20;

/// A file that goes to the disk while it is being written.
pub(crate) struct Early<'a> {
    file: &'a File,
    since: usize,
    wake: SyncSender<()>,
}

impl Write for Early<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.since += written;
        if self.since >= EARLY {
            self.since = 0;
            // One that is on its way already takes these along, or the end does.
            _ = self.wake.try_send(());
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Lets `fill` write to a temporary file beside `path`, syncs it to disk and renames it. On any error the temporary
/// file is gone and `path` is as it was.
pub(crate) fn write<F>(path: &Path, fill: F) -> Result<(), ExportProblem>
where
    F: FnOnce(&mut BufWriter<Early<'_>>) -> Result<(), ExportProblem>,
{
    let cannot = |error: &io::Error| ExportProblem::cannot_write(path, error);
    if path.is_dir() {
        return Err(cannot(&io::ErrorKind::IsADirectory.into()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let temporary = temporary_in(folder).map_err(|error| cannot(&error))?;
    fill_and_sync(temporary.as_file(), fill, &cannot)?;
    temporary.persist(path).map_err(|error| cannot(&error.error))?;
    // The rename itself must survive a power cut too; not every file system lets a folder be synced.
    if let Ok(folder) = File::open(folder) {
        _ = folder.sync_all();
    }
    Ok(())
}

fn fill_and_sync<F>(
    file: &File,
    fill: F,
    cannot: &dyn Fn(&io::Error) -> ExportProblem,
) -> Result<(), ExportProblem>
where
    F: FnOnce(&mut BufWriter<Early<'_>>) -> Result<(), ExportProblem>,
{
    thread::scope(|scope| {
        let (wake, woken) = sync_channel(1);
        let early = scope.spawn(move || woken.iter().try_for_each(|()| file.sync_data()));
        let mut writer = BufWriter::with_capacity(1 << 20, Early { file, since: 0, wake });
        let filled = fill(&mut writer).and_then(|()| writer.flush().map_err(|error| cannot(&error)));
        drop(writer);
        // A failure is told to one call only: the early one's counts as much as the last one's.
        let early = early.join().unwrap_or_else(|_| Err(io::Error::other("a thread stopped")));
        filled?;
        early.and_then(|()| file.sync_all()).map_err(|error| cannot(&error))
    })
}

fn temporary_in(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jifen-").suffix(".part");
    // A result is as readable as any file a person makes, not private as temporary files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
