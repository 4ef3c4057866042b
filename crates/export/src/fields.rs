//! What a column of results is, from the metadata of its field.

use arrow::datatypes::{DataType, Field};
use formula::Language;

/// What a column of results holds: metadata `kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An identifier: text, whatever it looks like.
    Code,
    /// A text.
    Text,
    /// Points, fixed-point.
    Points,
    /// A value in the unit named.
    Value,
    /// A place, 1 for the best.
    Rank,
    /// A share of one, shown as a percentage (in percent already when its unit is `%`).
    Percent,
    /// Remarks in short words.
    Flag,
    /// A whole number.
    Count,
}

impl Kind {
    /// The word in the metadata.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Text => "text",
            Self::Points => "points",
            Self::Value => "value",
            Self::Rank => "rank",
            Self::Percent => "percent",
            Self::Flag => "flag",
            Self::Count => "count",
        }
    }

    /// By its word; by the type of the column where there is none.
    pub(crate) fn of(field: &Field) -> Self {
        let all = [
            Self::Code,
            Self::Text,
            Self::Points,
            Self::Value,
            Self::Rank,
            Self::Percent,
            Self::Flag,
            Self::Count,
        ];
        let word = field.metadata().get("kind");
        let named = word.and_then(|word| all.into_iter().find(|kind| kind.as_str() == word));
        named.unwrap_or_else(|| match field.data_type() {
            DataType::Float64 | DataType::Decimal128(_, _) => Self::Value,
            DataType::Decimal32(_, _) | DataType::Decimal64(_, _) => Self::Points,
            kind if kind.is_integer() => Self::Count,
            _ => Self::Text,
        })
    }

    /// The number format of a workbook; `None` for texts.
    pub(crate) fn number_format(self, unit: Option<&str>) -> Option<&'static str> {
        match self {
            Self::Code | Self::Text | Self::Flag => None,
            Self::Points => Some("0.00"),
            Self::Value => Some("#,##0.00##"),
            Self::Percent if unit == Some("%") => Some("0.00"),
            Self::Percent => Some("0.00%"),
            Self::Rank | Self::Count => Some("0"),
        }
    }

    /// A width that shows most values, in characters.
    pub(crate) fn width(self) -> f64 {
        match self {
            Self::Code => 22.0,
            Self::Text => 24.0,
            Self::Flag => 18.0,
            Self::Value => 14.0,
            Self::Points | Self::Percent | Self::Rank | Self::Count => 11.0,
        }
    }

    /// What it is called on the sheet that explains the columns.
    pub(crate) fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Code, Language::Chinese) => "代码",
            (Self::Text, Language::Chinese) => "文字",
            (Self::Points, Language::Chinese) => "积分",
            (Self::Value, Language::Chinese) => "指标值",
            (Self::Rank, Language::Chinese) => "名次",
            (Self::Percent, Language::Chinese) => "百分比",
            (Self::Flag, Language::Chinese) => "提示",
            (Self::Count, Language::Chinese) => "个数",
            (kind, Language::English) => kind.as_str(),
        }
    }
}

/// The unit of a column.
pub(crate) fn unit(field: &Field) -> Option<&str> {
    field.metadata().get("unit").map(String::as_str).filter(|unit| !unit.is_empty())
}

/// The title of a column in one language, with its unit: `研发费用（万元）`.
pub(crate) fn title(field: &Field, language: Language) -> String {
    let key = match language {
        Language::Chinese => "title_zh",
        Language::English => "title_en",
    };
    let title = field.metadata().get(key).or_else(|| field.metadata().get("title_zh"));
    let title = title.map_or(field.name().as_str(), String::as_str);
    match (unit(field), language) {
        (None, _) => title.to_owned(),
        (Some(unit), Language::Chinese) => format!("{title}（{unit}）"),
        (Some(unit), Language::English) => format!("{title} ({unit})"),
    }
}
