//! The application a rung is looked at for: on which day, and whether for the first time or for keeping it.

use formula::Sentence;
use jiff::civil::Date;

/// 认定 or 复核. The rules may differ: old titles may be reviewed by the rules they were given under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Occasion {
    /// 认定（评价）: an enterprise applies for the title.
    #[default]
    Recognition,
    /// 复核: an enterprise whose title runs out applies to keep it.
    Review,
}

impl Occasion {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Recognition, Self::Review];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Recognition => Sentence::new("认定", "recognition"),
            Self::Review => Sentence::new("复核", "review"),
        }
    }
}

/// An application: its day chooses the version of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Application {
    /// 申请日.
    pub on: Date,
    /// 认定 or 复核.
    pub occasion: Occasion,
}

impl Application {
    /// An application for recognition.
    #[must_use]
    pub const fn recognition(on: Date) -> Self {
        Self { on, occasion: Occasion::Recognition }
    }

    /// An application for review.
    #[must_use]
    pub const fn review(on: Date) -> Self {
        Self { on, occasion: Occasion::Review }
    }
}

impl From<Date> for Application {
    /// An application for recognition.
    fn from(on: Date) -> Self {
        Self::recognition(on)
    }
}
