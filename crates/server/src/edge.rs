//! Where time and randomness come in.

use crate::text;
use jiff::Timestamp;
use std::{fmt, sync::Arc};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Makes unguessable bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The outside world, as the server sees it.
#[derive(Clone)]
pub struct Edge {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl fmt::Debug for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Edge")
    }
}

impl Edge {
    /// An edge of one's own making.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { clock, entropy }
    }

    /// The system's clock and random source.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Arc::new(System), Arc::new(System))
    }

    /// Now, to the millisecond, as the database keeps it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// `N` unguessable bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// A new id: a version 7 UUID, so that ids sort by time.
    #[must_use]
    pub fn id(&self) -> String {
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        let mut bytes: [u8; 16] = self.bytes();
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        bytes[6] = 0x70 | (bytes[6] & 0x0f);
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        let hex = text::hex(&bytes);
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
    }

    /// A secret of 256 bits behind `prefix`, e.g. `jfs_…`.
    #[must_use]
    pub fn secret(&self, prefix: &str) -> String {
        format!("{prefix}{}", text::hex(&self.bytes::<32>()))
    }
}

struct System;

impl Clock for System {
    #[expect(
        clippy::disallowed_methods,
        reason = "the edge of the server: everything behind it gets the time as an argument"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Entropy for System {
    #[expect(
        clippy::panic,
        reason = "a system without randomness cannot make any secret; going on would be worse"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            panic!("no randomness: {error}");
        }
    }
}
