//! A file appears under its name only when it is complete.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
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

/// Lets `fill` write to a temporary file beside `path`, syncs it to disk and renames it. On any error the temporary
/// file is gone and `path` is as it was.
pub(crate) fn write<F>(path: &Path, fill: F) -> Result<(), ExportProblem>
where
    F: FnOnce(&mut BufWriter<&File>) -> Result<(), ExportProblem>,
{
    let cannot = |error: &std::io::Error| ExportProblem::cannot_write(path, error);
    if path.is_dir() {
        return Err(cannot(&std::io::ErrorKind::IsADirectory.into()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let temporary = temporary_in(folder).map_err(|error| cannot(&error))?;
    let mut writer = BufWriter::with_capacity(1 << 20, temporary.as_file());
    fill(&mut writer)?;
    writer.flush().map_err(|error| cannot(&error))?;
    drop(writer);
    temporary.as_file().sync_all().map_err(|error| cannot(&error))?;
    temporary.persist(path).map_err(|error| cannot(&error.error))?;
    // The rename itself must survive a power cut too; not every file system lets a folder be synced.
    if let Ok(folder) = File::open(folder) {
        _ = folder.sync_all();
    }
    Ok(())
}

fn temporary_in(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jifen-").suffix(".part");
    // A result is as readable as any file a person makes, not private as temporary files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
