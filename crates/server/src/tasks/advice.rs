//! What an enterprise lacked when its task was made, for readers of both languages.

use formula::{Language, Sentence};
use serde::{Deserialize, Serialize};

/// How it is kept with the task.
#[derive(Serialize, Deserialize)]
pub(super) struct Advice {
    zh: String,
    en: String,
}

impl Advice {
    pub(super) fn of(said: &Sentence) -> Self {
        Self { zh: said.zh.clone(), en: said.en.clone() }
    }

    pub(super) fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As a reader of `language` is told; what was kept before there were two languages is told as it was.
    pub(super) fn said(kept: &str, language: Language) -> String {
        match serde_json::from_str::<Self>(kept) {
            Ok(both) => Sentence::new(both.zh, both.en).in_language(language).to_owned(),
            Err(_) => kept.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_told_and_what_was_kept_in_one_stays_as_it_was() {
        let kept = Advice::of(&Sentence::new("职工总数：超出1人", "staff: 1 too many")).kept();
        let check = |kept: &str, zh: &str, en: &str| {
            let told = [Language::Chinese, Language::English].map(|language| Advice::said(kept, language));
            assert_eq!(told, [zh, en]);
        };
        check(&kept, "职工总数：超出1人", "staff: 1 too many");
        check("职工总数：超出1人", "职工总数：超出1人", "职工总数：超出1人");
        check("12", "12", "12");
    }
}
