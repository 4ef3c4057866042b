//! A synthetic high-tech zone: enterprises that do not exist, with figures that could.
//!
//! [`zone`] draws thousands of technology enterprises and their yearly figures from a seed. Nothing of it is real: credit
//! codes are valid but lie in district 000000, which no enterprise can have, and names begin with places on no map. The
//! first enterprises are told rather than drawn: each [`Story`] shows something that a scheme must get right.
//!
//! Only integers are used, so the same seed gives the same bytes on every machine.
//!
//! ```
//! let zone = demo::zone(100, 7, &[2023, 2024, 2025]);
//! assert_eq!(zone.columns[0], "credit_code");
//! assert_eq!(zone.stories[1].title.en, "A gazelle: fivefold in two years");
//! ```

mod accounts;
mod cells;
mod column;
mod credit_code;
mod enterprise;
mod labels;
mod naming;
mod path;
mod people;
mod profile;
mod random;
mod results;
mod review;
mod standing;
mod stories;
mod titles;
mod trade;

#[cfg(test)]
mod tests;

use formula::{Fact, Sentence};

/// How many of the first enterprises have a story.
pub const STORIES: usize = stories::COUNT;

/// A zone: the enterprises' rows and the stories among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// Codes of the items in each row: those of `rules/items/enterprise.yaml` but for points given by experts.
    pub columns: Vec<&'static str>,
    /// One row per enterprise and year, ordered by enterprise and then by year. A year may be absent.
    pub rows: Vec<Row>,
    /// The first enterprises, each with what it shows.
    pub stories: Vec<Story>,
}

/// One enterprise in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The year.
    pub period: i32,
    /// One per column: numbers in the item's own unit, `None` when missing.
    pub facts: Vec<Option<Fact>>,
}

/// An enterprise that shows something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Permanent code of the story, e.g. `gazelle`.
    pub code: &'static str,
    /// Whose story it is.
    pub credit_code: String,
    /// 企业名称.
    pub name: String,
    /// What it is about, in a few words.
    pub title: Sentence,
    /// What happens and what must come of it.
    pub text: Sentence,
}

/// The zone of `seed`: so many `enterprises` (at least the stories there is room for) in `years`, in any order.
///
/// Enterprise k is the same whatever the number of enterprises. Without years there are no rows.
#[must_use]
pub fn zone(enterprises: usize, seed: u64, years: &[i32]) -> Zone {
    let mut years = years.to_vec();
    years.sort_unstable();
    years.dedup();
    let mut rows = Vec::with_capacity(enterprises * years.len());
    let mut told = Vec::new();
    for index in 0..enterprises.min(stories::COUNT) {
        let (story_rows, story) = stories::tell(index, &years);
        rows.extend(story_rows);
        told.push(story);
    }
    for number in stories::COUNT..enterprises {
        rows.extend(enterprise::rows(seed, number as u64 + 1, &years));
    }
    Zone { columns: column::Column::ALL.iter().map(|column| column.code()).collect(), rows, stories: told }
}
