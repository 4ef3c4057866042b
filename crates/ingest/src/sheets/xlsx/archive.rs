//! The ZIP archive of a workbook, opened only after its real shape was looked at.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use formula::Sentence;
use zip::{ZipArchive, result::ZipError};

use super::{super::sniff::cannot_read, Refusal, damaged};
use crate::{CellProblem, Code, limits};

/// An archive with few entries and no surprises in its directory.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    size: u64,
}

impl Archive {
    /// Opens `path`; the number of directory entries is counted before any is parsed.
    pub(crate) fn open(path: &Path) -> Result<Self, Refusal> {
        let mut file = File::open(path).map_err(|error| cannot_read(&error))?;
        let size = file.metadata().map_err(|error| cannot_read(&error))?.len();
        if size > limits::WORKBOOK_BYTES {
            return Err(too_large("workbook", size, limits::WORKBOOK_BYTES));
        }
        if directory_entries(&mut file).map_err(|error| cannot_read(&error))? > limits::ARCHIVE_ENTRIES {
            return Err(suspicious(
                format!("压缩包内的文件超过{}个。", limits::ARCHIVE_ENTRIES),
                format!("The archive has more than {} entries.", limits::ARCHIVE_ENTRIES),
            ));
        }
        file.rewind().map_err(|error| cannot_read(&error))?;
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| refusal(&error))?;
        Ok(Self { zip, size })
    }

    /// The stored name of `part`, found whatever its letter case.
    pub(crate) fn find(&self, part: &str) -> Option<String> {
        let mut names = self.zip.file_names().flatten();
        names.find(|name| name.eq_ignore_ascii_case(part)).map(std::borrow::Cow::into_owned)
    }

    /// A part as a counted stream of at most `limit` bytes.
    pub(crate) fn part(&mut self, part: &str, limit: u64) -> Result<impl Read + '_, Refusal> {
        let name = self.find(part).ok_or_else(|| damaged(&format!("{part} is not there")))?;
        let entry = self.zip.by_name(&name).map_err(|error| refusal(&error))?;
        let packed = entry.compressed_size().min(self.size).max(1);
        Ok(Counted { inner: entry, read: 0, limit, packed })
    }
}

/// How many central directory headers the file holds, whatever its end record claims.
fn directory_entries(file: &mut File) -> io::Result<usize> {
    file.seek(SeekFrom::Start(0))?;
    let mut buffer = vec![0u8; 256 * 1024];
    let (mut kept, mut count) = (0, 0);
    loop {
        let read = file.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(count);
        }
        let chunk = &buffer[..kept + read];
        count += memchr::memmem::find_iter(chunk, b"PK\x01\x02").count();
        let tail = chunk.len().min(3);
        let from = chunk.len() - tail;
        buffer.copy_within(from..from + tail, 0);
        kept = tail;
    }
}

/// Why a counted stream stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Over the limit of its part.
    TooLarge(u64),
    /// Unpacks to an absurd multiple of its packed size.
    Ratio,
}

impl std::fmt::Display for Stop {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("over a limit")
    }
}

impl std::error::Error for Stop {}

struct Counted<R> {
    inner: R,
    read: u64,
    limit: u64,
    packed: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        if self.read > self.limit {
            return Err(io::Error::other(Stop::TooLarge(self.limit)));
        }
        if self.read > limits::RATIO_FREE_BYTES && self.read / self.packed > limits::RATIO {
            return Err(io::Error::other(Stop::Ratio));
        }
        Ok(read)
    }
}

/// What a failed read of a part means.
pub(crate) fn read_refusal(error: &io::Error) -> Refusal {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Stop>()) {
        Some(Stop::TooLarge(limit)) => too_large("part", *limit, *limit),
        Some(Stop::Ratio) => suspicious(
            format!("压缩比超过{}倍。", limits::RATIO),
            format!("It unpacks to more than {} times its size.", limits::RATIO),
        ),
        None => damaged(&error.to_string()),
    }
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::Io(error) => read_refusal(error),
        ZipError::UnsupportedArchive(detail) => damaged(detail),
        other => damaged(&other.to_string()),
    }
}

fn too_large(what: &str, size: u64, limit: u64) -> Refusal {
    let (size, limit) = (size >> 20, limit >> 20);
    let reason = if what == "workbook" {
        Sentence::new(
            format!("工作簿有{size} MB，超过{limit} MB。"),
            format!("The workbook has {size} MB, more than {limit} MB."),
        )
    } else {
        Sentence::new(
            format!("工作簿的一部分解压后超过{limit} MB。"),
            format!("A part of the workbook unpacks to more than {limit} MB."),
        )
    };
    Box::new(
        CellProblem::error(Code::TooLarge, reason)
            .with_hint("拆分工作簿，或改用 CSV、Parquet", "split the workbook, or use CSV or Parquet"),
    )
}

fn suspicious(zh: String, en: String) -> Refusal {
    Box::new(CellProblem::error(Code::SuspiciousArchive, Sentence::new(zh, en)).with_hint(
        "若来源可信，在 Excel 或 WPS 中打开，把数据复制到新工作簿",
        "if you trust its source, open it in Excel or WPS and copy the data into a new workbook",
    ))
}
