//! What the tests of the whole share: where things are, and how to skip aloud.

use std::path::PathBuf;

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the reference data beside the repository; `None`, said aloud, where it is absent.
#[must_use]
pub fn reference_data(path: &str) -> Option<PathBuf> {
    let place = root().join("../shared/data").join(path);
    if place.exists() {
        return Some(place);
    }
    println!("skipped: the reference data {path} are not beside this checkout");
    None
}
