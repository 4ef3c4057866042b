//! Units and dimensions: money, people, pieces, time, points. Ratios have no dimension.

use crate::Exact;

/// What a number measures, as exponents of the base quantities. A ratio has all zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dimension {
    /// Renminbi; base unit 元.
    pub money: i8,
    /// People; base unit 人.
    pub people: i8,
    /// Pieces of anything counted (件, 项, 个, 次 …); base unit 个.
    pub count: i8,
    /// Years and months; base unit 年.
    pub years: i8,
    /// Days; base unit 日. Days and years do not convert: a year has no fixed number of days.
    pub days: i8,
    /// Innovation points; base unit 分.
    pub points: i8,
    /// Floor area; base unit 平方米.
    pub area: i8,
    /// US dollars; base unit 美元. No exchange rate is known to the language.
    pub dollars: i8,
}

impl Dimension {
    /// A ratio or plain number.
    pub const NONE: Self =
        Self { money: 0, people: 0, count: 0, years: 0, days: 0, points: 0, area: 0, dollars: 0 };
    /// Renminbi.
    pub const MONEY: Self = Self { money: 1, ..Self::NONE };
    /// People.
    pub const PEOPLE: Self = Self { people: 1, ..Self::NONE };
    /// Pieces.
    pub const COUNT: Self = Self { count: 1, ..Self::NONE };
    /// Years.
    pub const YEARS: Self = Self { years: 1, ..Self::NONE };
    /// Days.
    pub const DAYS: Self = Self { days: 1, ..Self::NONE };
    /// Points.
    pub const POINTS: Self = Self { points: 1, ..Self::NONE };
    /// Floor area.
    pub const AREA: Self = Self { area: 1, ..Self::NONE };
    /// US dollars.
    pub const DOLLARS: Self = Self { dollars: 1, ..Self::NONE };

    fn parts(self) -> [i8; 8] {
        [self.money, self.people, self.count, self.years, self.days, self.points, self.area, self.dollars]
    }

    fn from_parts(parts: [i8; 8]) -> Self {
        let [money, people, count, years, days, points, area, dollars] = parts;
        Self { money, people, count, years, days, points, area, dollars }
    }

    /// The exponent farthest from zero.
    pub(crate) fn largest_exponent(self) -> u8 {
        self.parts().into_iter().map(i8::unsigned_abs).max().unwrap_or(0)
    }

    fn combine(self, other: Self, sign: i8) -> Self {
        let mut parts = self.parts();
        for (part, more) in parts.iter_mut().zip(other.parts()) {
            *part = part.saturating_add(more.saturating_mul(sign));
        }
        Self::from_parts(parts)
    }

    /// The dimension of a product.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.combine(other, 1)
    }

    /// The dimension of a quotient.
    #[must_use]
    pub fn per(self, other: Self) -> Self {
        self.combine(other, -1)
    }

    /// The base unit a bare number of this dimension is in: `元`, `元/人`; empty for ratios and plain numbers.
    #[must_use]
    pub fn base_symbol(self) -> String {
        self.name(["元", "人", "个", "年", "日", "分", "平方米", "美元"], "")
    }

    /// What it is called in a message, in Chinese: `金额`, `人数`, `金额/人数` …
    #[must_use]
    pub fn name_zh(self) -> String {
        self.name(["金额", "人数", "数量", "年数", "天数", "积分", "面积", "美元金额"], "比率或纯数")
    }

    /// What it is called in a message, in English.
    #[must_use]
    pub fn name_en(self) -> String {
        self.name(
            ["money", "people", "count", "years", "days", "points", "area", "dollars"],
            "a ratio or plain number",
        )
    }

    fn name(self, names: [&str; 8], none: &str) -> String {
        let side = |positive: bool| {
            let mut words = Vec::new();
            for (part, name) in self.parts().into_iter().zip(names) {
                let exponent = if positive { part } else { -part };
                if exponent > 0 {
                    words.push(if exponent == 1 { name.to_owned() } else { format!("{name}^{exponent}") });
                }
            }
            words.join("·")
        };
        match (side(true), side(false)) {
            (top, bottom) if top.is_empty() && bottom.is_empty() => none.to_owned(),
            (top, bottom) if bottom.is_empty() => top,
            (top, bottom) if top.is_empty() => format!("1/{bottom}"),
            (top, bottom) => format!("{top}/{bottom}"),
        }
    }
}

/// A unit of measure: a symbol people write, what it measures, and how many base units it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The symbol as it is printed, e.g. `万元`.
    pub symbol: &'static str,
    /// The spelling that needs no Chinese keyboard, e.g. `wan_yuan`.
    pub ascii: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    numerator: u32,
    denominator: u32,
}

const fn unit(
    symbol: &'static str,
    ascii: &'static str,
    dimension: Dimension,
    numerator: u32,
    denominator: u32,
) -> Unit {
    Unit { symbol, ascii, dimension, numerator, denominator }
}

/// Every unit the language knows. The first of a dimension with scale 1 is its base unit.
pub const UNITS: &[Unit] = &[
    unit("元", "yuan", Dimension::MONEY, 1, 1),
    unit("千元", "thousand_yuan", Dimension::MONEY, 1_000, 1),
    unit("万元", "wan_yuan", Dimension::MONEY, 10_000, 1),
    unit("百万元", "million_yuan", Dimension::MONEY, 1_000_000, 1),
    unit("亿元", "yi_yuan", Dimension::MONEY, 100_000_000, 1),
    unit("美元", "dollars", Dimension::DOLLARS, 1, 1),
    unit("万美元", "wan_dollars", Dimension::DOLLARS, 10_000, 1),
    unit("亿美元", "yi_dollars", Dimension::DOLLARS, 100_000_000, 1),
    unit("人", "persons", Dimension::PEOPLE, 1, 1),
    unit("个", "pieces", Dimension::COUNT, 1, 1),
    unit("件", "items", Dimension::COUNT, 1, 1),
    unit("项", "entries", Dimension::COUNT, 1, 1),
    unit("次", "times", Dimension::COUNT, 1, 1),
    unit("家", "firms", Dimension::COUNT, 1, 1),
    unit("年", "years", Dimension::YEARS, 1, 1),
    unit("月", "months", Dimension::YEARS, 1, 12),
    unit("日", "days", Dimension::DAYS, 1, 1),
    unit("天", "day", Dimension::DAYS, 1, 1),
    unit("分", "points", Dimension::POINTS, 1, 1),
    unit("平方米", "square_metres", Dimension::AREA, 1, 1),
    unit("倍", "fold", Dimension::NONE, 1, 1),
    unit("%", "percent", Dimension::NONE, 1, 100),
    unit("百分点", "percentage_points", Dimension::NONE, 1, 100),
    unit("‰", "permille", Dimension::NONE, 1, 1_000),
    unit("基点", "bp", Dimension::NONE, 1, 10_000),
];

impl Unit {
    /// The unit written `symbol` (Chinese or ASCII spelling, full-width `％` too).
    #[must_use]
    pub fn named(symbol: &str) -> Option<&'static Self> {
        let symbol = if symbol == "％" { "%" } else { symbol };
        UNITS.iter().find(|unit| unit.symbol == symbol || unit.ascii == symbol)
    }

    /// How many base units one of this unit is.
    #[must_use]
    pub fn scale(&self) -> Exact {
        Exact::ratio(i128::from(self.numerator), i128::from(self.denominator)).unwrap_or(Exact::ONE)
    }
    /// `value` of this unit, in base units.
    #[must_use]
    pub fn to_base(&self, value: &Exact) -> Exact {
        if self.numerator == self.denominator { value.clone() } else { &self.scale() * value }
    }

    /// `value` in base units, in this unit.
    #[must_use]
    pub fn from_base(&self, value: &Exact) -> Exact {
        value.checked_div(&self.scale()).unwrap_or_else(|| value.clone())
    }
}
