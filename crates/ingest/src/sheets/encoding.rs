//! Text encodings: UTF-8 (with or without byte order mark) and GB18030, found out by reading, never guessed.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use encoding_rs::{CoderResult, DecoderResult, GB18030};
use formula::Sentence;

use super::{Refusal, sniff::cannot_read};
use crate::{CellProblem, Code, limits};

/// An encoding that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Gb18030,
}

const CHUNK: usize = 256 * 1024;

/// Finds the encoding of a whole file: UTF-8 when every byte fits, else GB18030 when every byte fits.
pub(crate) fn detect(path: &Path) -> Result<Encoding, Refusal> {
    let size = std::fs::metadata(path).map_err(|error| cannot_read(&error))?.len();
    if size > limits::CSV_BYTES {
        return Err(too_large());
    }
    let mut file = open(path)?;
    let mut head = [0u8; 4];
    let length = read_full(&mut file, &mut head).map_err(|error| cannot_read(&error))?;
    if matches!(head[..length], [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Err(wrong_encoding("UTF-16", None));
    }
    match first_bad_line(path, Encoding::Utf8)? {
        None => Ok(Encoding::Utf8),
        Some(_) => match first_bad_line(path, Encoding::Gb18030)? {
            None => Ok(Encoding::Gb18030),
            Some(line) => Err(wrong_encoding("", Some(line))),
        },
    }
}

fn open(path: &Path) -> Result<File, Refusal> {
    File::open(path).map_err(|error| cannot_read(&error))
}

fn read_full(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..])? {
            0 => break,
            more => filled += more,
        }
    }
    Ok(filled)
}

/// The line of the first byte that does not fit, or a NUL; `None` when all of them fit.
fn first_bad_line(path: &Path, encoding: Encoding) -> Result<Option<u64>, Refusal> {
    let mut file = open(path)?;
    let mut buffer = vec![0u8; CHUNK];
    let mut kept = 0;
    let mut line = 1u64;
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut text = vec![0u8; CHUNK * 3 + 16];
    loop {
        let more = read_full(&mut file, &mut buffer[kept..]).map_err(|error| cannot_read(&error))?;
        let last = more == 0;
        let chunk = &buffer[..kept + more];
        if let Some(nul) = memchr::memchr(0, chunk) {
            return Ok(Some(line + newlines(&chunk[..nul])));
        }
        let rest = match encoding {
            Encoding::Utf8 => utf8_rest(chunk, last),
            Encoding::Gb18030 => gb18030_rest(&mut decoder, chunk, &mut text, last),
        };
        let rest = match rest {
            Ok(rest) => rest,
            Err(bad) => return Ok(Some(line + newlines(&chunk[..bad]))),
        };
        let used = chunk.len() - rest;
        line += newlines(&chunk[..used]);
        if last {
            return Ok(None);
        }
        buffer.copy_within(used..used + rest, 0);
        kept = rest;
    }
}

/// How many bytes at the end belong to a character that is not complete yet, or where the first bad byte is.
fn utf8_rest(chunk: &[u8], last: bool) -> Result<usize, usize> {
    match std::str::from_utf8(chunk) {
        Ok(_) => Ok(0),
        Err(error) if error.error_len().is_none() && !last => Ok(chunk.len() - error.valid_up_to()),
        Err(error) => Err(error.valid_up_to()),
    }
}

/// The decoder keeps half characters itself, so nothing is left over.
fn gb18030_rest(
    decoder: &mut encoding_rs::Decoder,
    chunk: &[u8],
    text: &mut [u8],
    last: bool,
) -> Result<usize, usize> {
    match decoder.decode_to_utf8_without_replacement(chunk, text, last) {
        (DecoderResult::Malformed(_, _), read, _) => Err(read.saturating_sub(1)),
        _ => Ok(0),
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

fn too_large() -> Refusal {
    Box::new(
        CellProblem::error(
            Code::TooLarge,
            Sentence::new("CSV 文件超过2 GB。", "The CSV file is larger than 2 GB."),
        )
        .with_hint("拆分文件，或改用 Parquet 格式", "split the file, or save it as Parquet"),
    )
}

fn wrong_encoding(found: &str, line: Option<u64>) -> Refusal {
    let reason = match line {
        Some(line) => Sentence::new(
            format!("第{line}行起既不是 UTF-8 也不是 GB18030（GBK）文字。"),
            format!("From line {line} on the text is neither UTF-8 nor GB18030 (GBK)."),
        ),
        None => Sentence::new(format!("文字编码是 {found}。"), format!("The text is encoded in {found}.")),
    };
    let problem = CellProblem::error(Code::WrongEncoding, reason).with_hint(
        "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”，或直接用 .xlsx",
        "save it as \"CSV UTF-8 (comma delimited)\" in Excel or WPS, or use .xlsx",
    );
    let row = line.and_then(|line| u32::try_from(line).ok());
    Box::new(CellProblem { row, ..problem })
}

/// The file as UTF-8 without byte order mark.
pub(crate) fn reader(path: &Path, encoding: Encoding) -> Result<Box<dyn Read>, Refusal> {
    let mut file = open(path)?;
    match encoding {
        Encoding::Gb18030 => Ok(Box::new(Gb18030Reader::new(file))),
        Encoding::Utf8 => {
            let mut head = [0u8; 3];
            let length = read_full(&mut file, &mut head).map_err(|error| cannot_read(&error))?;
            let skip = if head == [0xEF, 0xBB, 0xBF] { 3 } else { 0 };
            let start = io::Cursor::new(head[skip..length.max(skip)].to_vec());
            Ok(Box::new(start.chain(file)))
        }
    }
}

/// Decodes GB18030 while it is read. The file was checked before, so nothing is replaced.
struct Gb18030Reader {
    source: BufReader<File>,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    raw_range: (usize, usize),
    text: Vec<u8>,
    text_range: (usize, usize),
    ended: bool,
}

impl Gb18030Reader {
    fn new(file: File) -> Self {
        Self {
            source: BufReader::new(file),
            decoder: GB18030.new_decoder_without_bom_handling(),
            raw: vec![0; 64 * 1024],
            raw_range: (0, 0),
            text: vec![0; 192 * 1024],
            text_range: (0, 0),
            ended: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        if self.raw_range.0 == self.raw_range.1 && !self.ended {
            let read = self.source.read(&mut self.raw)?;
            self.ended = read == 0;
            self.raw_range = (0, read);
        }
        let input = &self.raw[self.raw_range.0..self.raw_range.1];
        let (result, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.text, self.ended);
        self.raw_range.0 += read;
        self.text_range = (0, written);
        debug_assert!(result == CoderResult::InputEmpty || written > 0);
        Ok(())
    }
}

impl Read for Gb18030Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.text_range.0 == self.text_range.1 {
            if self.ended {
                return Ok(0);
            }
            self.refill()?;
        }
        let count = buffer.len().min(self.text_range.1 - self.text_range.0);
        buffer[..count].copy_from_slice(&self.text[self.text_range.0..self.text_range.0 + count]);
        self.text_range.0 += count;
        Ok(count)
    }
}
