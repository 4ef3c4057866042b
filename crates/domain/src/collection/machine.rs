//! What the machines have in common: words, names, and refusals with reasons.

use formula::Sentence;

/// Why a move is not allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The permanent code, kebab-case.
    pub code: &'static str,
    /// The reason, for the person who tried.
    pub reason: Sentence,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, reason: Sentence::new(zh, en) }
    }
}

/// A closed list of words: variant, stored word, Chinese name, English name.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $zh:literal $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word it is stored and sent under.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }

            /// What people call it.
            #[must_use]
            pub fn name(self) -> formula::Sentence {
                match self { $(Self::$variant => formula::Sentence::new($zh, $en)),+ }
            }
        }
    };
}
pub(crate) use words;
