//! "Did you mean".

use domain::indicators::Dictionary;
use formula::{Sentence, Vocabulary as _};

/// The candidate most like `word`, when it is like it at all.
pub fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    candidates
        .map(|candidate| {
            (strsim::normalized_damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate)
        })
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// The name of the dictionary most like `name`, when one is like it at all.
#[must_use]
pub fn closest_name(name: &str, dictionary: &Dictionary) -> Option<String> {
    let names = dictionary.names();
    closest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

/// The hint that names it.
pub fn did_you_mean(candidate: &str) -> Sentence {
    Sentence::new(format!("是不是“{candidate}”？"), format!("did you mean `{candidate}`?"))
}
