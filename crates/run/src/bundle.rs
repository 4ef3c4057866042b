//! A run as one file: a zip of the receipt and every file it names, each under the name the receipt gives it.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Seek, Write},
    path::{Component, Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use receipt::{Receipt, ReceiptError};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::RunProblem;

/// The receipt's name inside.
pub const RECEIPT: &str = "receipt.json";
/// Most files a bundle may hold: rules of a scheme are a handful.
const MOST_FILES: usize = 200;
/// Most bytes a bundle may unpack to.
const MOST_BYTES: u64 = 2 << 30;

/// Writes `receipt` (its text) and every file it names; `open` gives the content of a file by its hash. The same run
/// gives the same bytes.
///
/// # Errors
/// What the disk or `open` says.
pub fn write_bundle<R: Read>(
    out: impl Write + Seek,
    receipt: &Receipt,
    text: &str,
    mut open: impl FnMut(&str) -> io::Result<R>,
) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(out);
    zip.start_file(RECEIPT, options)?;
    zip.write_all(text.as_bytes())?;
    let mut written = vec![RECEIPT];
    for file in receipt.files() {
        if written.contains(&file.path.as_str()) {
            continue;
        }
        written.push(&file.path);
        zip.start_file(&file.path, options)?;
        io::copy(&mut open(&file.sha256)?, &mut zip)?;
    }
    zip.finish()?.flush()
}

/// A folder that goes away with its owner.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new folder below `parent`, for this program only.
    ///
    /// # Errors
    /// That it cannot be made.
    pub fn below(parent: &Path) -> io::Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = parent.join(format!("jifen-{}-{number}", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                // Left over from a program that had our number.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A leftover folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Whether the file at `path` is a zip rather than a receipt.
pub(crate) fn is_bundle(path: &Path) -> bool {
    let mut head = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && &head == b"PK\x03\x04"
}

/// Unpacks a bundle into a folder of its own. Nothing in it is believed: names stay inside, sizes are counted.
pub(crate) fn unpack(path: &Path) -> Result<Scratch, RunProblem> {
    let malformed =
        |reason: String| RunProblem::from(ReceiptError::Malformed { path: path.to_owned(), reason });
    let file = File::open(path).map_err(|error| RunProblem::file(path, error))?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| malformed(error.to_string()))?;
    if zip.len() > MOST_FILES {
        return Err(malformed(format!("more than {MOST_FILES} files")));
    }
    let temporary = std::env::temp_dir();
    let scratch = Scratch::below(&temporary).map_err(|error| RunProblem::file(&temporary, error))?;
    let mut left = MOST_BYTES;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|error| malformed(error.to_string()))?;
        let name = entry.name().map_err(|error| malformed(error.to_string()))?.into_owned();
        let target = inside(scratch.path(), &name).ok_or_else(|| malformed(format!("{name:?}")))?;
        let written =
            copy_out(entry, &target, left).map_err(|error| malformed(format!("{name}: {error}")))?;
        left = left.saturating_sub(written);
    }
    Ok(scratch)
}

/// The place of `name` below `folder`; `None` for names that lead elsewhere.
fn inside(folder: &Path, name: &str) -> Option<PathBuf> {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    (plain && !name.is_empty() && !name.contains('\\') && !name.ends_with('/')).then(|| folder.join(name))
}

fn copy_out(entry: impl Read, target: &Path, most: u64) -> io::Result<u64> {
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = File::create_new(target)?;
    let written = io::copy(&mut entry.take(most + 1), &mut file)?;
    if written > most { Err(io::Error::from(io::ErrorKind::FileTooLarge)) } else { Ok(written) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(names: &[&str], content: &[u8]) -> (Scratch, PathBuf) {
        let folder = Scratch::below(&std::env::temp_dir()).unwrap();
        let path = folder.path().join("run.zip");
        let mut zip = ZipWriter::new(File::create(&path).unwrap());
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap();
        (folder, path)
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for bad in ["../x", "/etc/x", "a/../../x", "a\\..\\x", "dir/", "."] {
            let (_folder, path) = bundle(&[RECEIPT, bad], b"x");
            assert!(unpack(&path).is_err(), "{bad}");
        }
        let (_folder, path) = bundle(&[RECEIPT, "rules/schemes/a.yaml"], b"x");
        let unpacked = unpack(&path).unwrap();
        assert_eq!(fs::read(unpacked.path().join("rules/schemes/a.yaml")).unwrap(), b"x");
        let place = unpacked.path().to_owned();
        drop(unpacked);
        assert!(!place.exists(), "nothing is left behind");
    }

    #[test]
    fn a_bundle_of_too_many_files_is_refused() {
        let names: Vec<String> = (0..=MOST_FILES).map(|number| format!("f{number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (_folder, path) = bundle(&names, b"");
        assert!(unpack(&path).is_err());
    }

    #[test]
    fn a_damaged_bundle_is_refused() {
        let (_folder, path) = bundle(&[RECEIPT], &[7; 10_000]);
        let whole = fs::read(&path).unwrap();
        for part in 1..10 {
            fs::write(&path, &whole[..whole.len() * part / 10]).unwrap();
            assert!(unpack(&path).is_err(), "cut at {part} tenths");
        }
    }
}
