//! The words of the field, as people read and as rule files write them.

use formula::Sentence;

use super::{DataDay, DataYear, Kind, Standing, Way};

impl Kind {
    /// Every kind with the word rule files use.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Relief, "relief"), (Self::Grant, "grant"), (Self::Right, "right"), (Self::Title, "title")];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Relief => Sentence::new("减免", "relief"),
            Self::Grant => Sentence::new("奖补", "grant"),
            Self::Right => Sentence::new("权益", "right"),
            Self::Title => Sentence::new("资质", "title"),
        }
    }
}

impl Way {
    /// Every way with the word rule files use.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::WithoutApplication, "without_application"),
        (Self::OnRequest, "on_request"),
        (Self::FastTrack, "fast_track"),
        (Self::Review, "review"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::WithoutApplication => Sentence::new("免申即享", "without application"),
            Self::OnRequest => Sentence::new("即申即享", "on request"),
            Self::FastTrack => Sentence::new("快申快享", "fast track"),
            Self::Review => Sentence::new("评审", "review"),
        }
    }

    /// The longest service time in working days that the way allows, where it says so.
    #[must_use]
    pub fn most_working_days(self) -> Option<u16> {
        match self {
            Self::FastTrack | Self::Review => Some(60),
            Self::WithoutApplication | Self::OnRequest => None,
        }
    }
}

impl DataYear {
    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Last => Sentence::new("上年度", "last year"),
            Self::This => Sentence::new("本年度", "this year"),
        }
    }
}

impl DataDay {
    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::YearEnd => Sentence::new("该年度12月31日", "31 December of that year"),
            Self::Matching => Sentence::new("匹配当日", "the day of matching"),
        }
    }
}

impl Standing {
    /// Every standing with the word case files use, best first.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Entitled, "entitled"),
        (Self::Officer, "officer"),
        (Self::Unknown, "unknown"),
        (Self::Not, "not"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Entitled => Sentence::new("符合", "entitled"),
            Self::Officer => Sentence::new("待人工核验", "officer check pending"),
            Self::Unknown => Sentence::new("数据不足", "cannot tell"),
            Self::Not => Sentence::new("不符合", "not entitled"),
        }
    }
}
