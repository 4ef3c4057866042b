//! SHA-256 of files, bytes and calibrations.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use domain::{evaluation::Calibration, indicators::Scheme};
use sha2::{Digest, Sha256};

/// A SHA-256 as 64 lower-case hexadecimal digits.
pub type Sha256Hex = String;

/// A running SHA-256 over tagged parts: no two different sequences of parts feed the same bytes.
#[derive(Clone, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// A new hash of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part: its length, then its bytes.
    pub fn part(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.part(text.as_bytes())
    }

    /// The hash of all parts so far.
    #[must_use]
    pub fn finish(self) -> Sha256Hex {
        hex(&self.0.finalize())
    }
}

fn hex(bytes: &[u8]) -> Sha256Hex {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The SHA-256 of `bytes`.
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> Sha256Hex {
    hex(&Sha256::digest(bytes))
}

/// The SHA-256 and length of a file, read in pieces.
///
/// # Errors
/// When the file cannot be read.
pub fn hash_file(path: &Path) -> io::Result<(Sha256Hex, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0u8; 1 << 18];
    let mut length = 0u64;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex(&hasher.finalize()), length));
        }
        hasher.update(&buffer[..read]);
        length += read as u64;
    }
}

/// The SHA-256 of a calibration, independent of any file format.
///
/// Indicators and stages enter by code, statistics by their exact text, distributions by their doubles' bits.
#[must_use]
pub fn hash_calibration(scheme: &Scheme, calibration: &Calibration) -> Sha256Hex {
    let mut hasher = Hasher::new();
    hasher.text("calibration/1").part(&calibration.population.to_le_bytes());
    for ((indicator, group), reference) in &calibration.references {
        hasher.text(scheme.indicators.get(*indicator).map_or("", |indicator| &indicator.code));
        hasher.text(group.stage.and_then(|stage| scheme.stages.get(stage)).map_or("", |stage| &stage.code));
        hasher.text(group.field.as_deref().unwrap_or(""));
        hasher.part(&reference.count.to_le_bytes());
        hasher.text(&reference.minimum.to_string()).text(&reference.maximum.to_string());
        for statistic in [&reference.mean, &reference.deviation] {
            hasher.text(&statistic.as_ref().map_or_else(String::new, ToString::to_string));
        }
        if let Some(distribution) = &reference.distribution {
            let values: Vec<u8> =
                distribution.values.iter().flat_map(|value| value.to_bits().to_le_bytes()).collect();
            let below: Vec<u8> = distribution.below.iter().flat_map(|count| count.to_le_bytes()).collect();
            hasher.part(&values).part(&below).part(&distribution.count.to_le_bytes());
            for (index, exact) in &distribution.exact {
                hasher.part(&(*index as u64).to_le_bytes()).text(&exact.to_string());
            }
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{Hasher, hash_bytes};

    #[test]
    fn a_hash_is_the_standard_one() {
        assert_eq!(hash_bytes(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn parts_do_not_run_together() {
        let hash = |parts: &[&str]| {
            let mut hasher = Hasher::new();
            for part in parts {
                hasher.text(part);
            }
            hasher.finish()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }
}
