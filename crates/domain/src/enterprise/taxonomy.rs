//! A list of codes that stand below each other: the industries of GB/T 4754-2017.

use crate::{Basis, Name, Status};

/// A taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxonomy {
    /// Permanent code, e.g. `industry-2017`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Whether it is published as it stands.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// Every entry, in the order of the file.
    pub entries: Vec<TaxonomyEntry>,
}

/// One code of a taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxonomyEntry {
    /// The code as it is written: `C`, `39`, `701`.
    pub code: String,
    /// What it is called.
    pub name: Name,
    /// The code above.
    pub under: Option<String>,
    /// The category of the item 划型行业 that applies, where there is one.
    pub size_industry: Option<String>,
}

impl Taxonomy {
    /// The entry of a written code: itself, or the one with the longest code that it begins with. A letter in front of
    /// digits (`I6513`) is left out.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<&TaxonomyEntry> {
        let digits = written.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        let wanted = if digits.is_empty() { written } else { digits };
        self.entries
            .iter()
            .filter(|entry| wanted == entry.code || (entry.code.len() > 1 && wanted.starts_with(&entry.code)))
            .max_by_key(|entry| entry.code.len())
    }

    /// The topmost entry above `entry`, which may be itself.
    #[must_use]
    pub fn top<'a>(&'a self, entry: &'a TaxonomyEntry) -> &'a TaxonomyEntry {
        let mut here = entry;
        // Each step goes to an earlier entry: the reader has made sure of it.
        while let Some(above) = here.under.as_deref().and_then(|code| self.entry(code)) {
            here = above;
        }
        here
    }

    fn entry(&self, code: &str) -> Option<&TaxonomyEntry> {
        self.entries.iter().find(|entry| entry.code == code)
    }
}
