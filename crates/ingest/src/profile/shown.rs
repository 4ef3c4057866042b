//! A profile as text for people: a few lines for the file, then one paragraph per column.

use formula::{Exact, Language, Unit};

use super::{ColumnProfile, NumberProfile, Profile};

impl Profile {
    /// The profile in one language, without the problems (see [`Profile::problems`]).
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let pick = |zh: String, en: String| if language == Language::Chinese { zh } else { en };
        let mut lines = vec![pick(
            format!("{}行，{}家企业", self.rows, self.enterprises),
            format!("{} rows, {} enterprises", self.rows, self.enterprises),
        )];
        if let Some(sheet) = &self.sheet {
            lines.push(pick(format!("工作表：{sheet}"), format!("sheet: {sheet}")));
        }
        if !self.periods.is_empty() {
            let periods: Vec<String> =
                self.periods.iter().map(|(period, rows)| format!("{period} ({rows})")).collect();
            lines.push(pick(
                format!("年度（行数）：{}", periods.join("、")),
                format!("periods (rows): {}", periods.join(", ")),
            ));
        }
        if self.duplicates > 0 {
            lines.push(pick(
                format!("重复企业：{}行", self.duplicates),
                format!("duplicate enterprises: {} rows", self.duplicates),
            ));
        }
        lines.extend(self.columns.iter().map(|column| column.text(language, self.rows)));
        lines.extend(self.skipped.iter().map(|column| {
            let name = format!("{} {}", column.place.letter(), column.place.name);
            let meant = column.suggestion.as_deref();
            pick(
                format!("{name}：未识别{}", meant.map(|it| format!("，是不是“{it}”？")).unwrap_or_default()),
                format!(
                    "{name}: not recognised{}",
                    meant.map(|it| format!("; did you mean \"{it}\"?")).unwrap_or_default()
                ),
            )
        }));
        lines.join("\n")
    }
}

impl ColumnProfile {
    fn text(&self, language: Language, rows: usize) -> String {
        let chinese = language == Language::Chinese;
        let name = match (&self.name, self.kind, chinese) {
            (Some(name), _, _) => name.in_language(language),
            (None, "period", true) => "年度",
            (None, "period", false) => "period",
            (None, _, true) => "企业代码",
            (None, _, false) => "enterprise code",
        };
        let mut text = format!("{} {} → {} {name}", self.place.letter(), self.place.name, self.code);
        if let Some((from, to)) = self.header_unit.zip(self.unit).filter(|_| self.converted) {
            text.push_str(&format!(" [{}→{}]", from.symbol, to.symbol));
        } else if let Some(unit) = self.unit {
            text.push_str(&format!(" [{}]", unit.symbol));
        }
        let share = share(self.missing, rows);
        text.push_str(&if chinese {
            format!("：有值{}，缺失{}（{share}）", self.known, self.missing)
        } else {
            format!(": {} known, {} missing ({share})", self.known, self.missing)
        });
        if self.bad > 0 {
            text.push_str(&if chinese {
                format!("，有误{}", self.bad)
            } else {
                format!(", {} bad", self.bad)
            });
        }
        if let Some(numbers) = &self.numbers {
            text.push_str(&numbers.text(chinese, self.unit));
        }
        if !self.frequent.is_empty() {
            let values: Vec<String> = self
                .frequent
                .iter()
                .map(|(value, count)| format!("{} {count}", word(value, self.kind, chinese)))
                .collect();
            text.push_str(&format!("\n    {}", values.join(" · ")));
        }
        text
    }
}

impl NumberProfile {
    fn text(&self, chinese: bool, unit: Option<&Unit>) -> String {
        let symbol = unit.map_or("", |unit| unit.symbol);
        let shown = |value: &Exact| format!("{}{symbol}", value.to_decimal(6));
        let (low, middle, high) = (shown(&self.minimum), shown(&self.median), shown(&self.maximum));
        let mut text = if chinese {
            format!("\n    最小{low}，中位数{middle}，最大{high}，零值{}", self.zeros)
        } else {
            format!("\n    least {low}, median {middle}, greatest {high}, zeros {}", self.zeros)
        };
        if self.outliers > 0 {
            let each = |(row, value): &(u32, Exact)| match chinese {
                true => format!("第{row}行 {}", shown(value)),
                false => format!("row {row}: {}", shown(value)),
            };
            let first: Vec<String> = self.first_outliers.iter().map(each).collect();
            text.push_str(&if chinese {
                format!("\n    离群值{}个：{}", self.outliers, first.join("、"))
            } else {
                format!("\n    outliers {}: {}", self.outliers, first.join(", "))
            });
        }
        text
    }
}

/// A truth in the reader's language; other values as they are.
fn word<'v>(value: &'v str, kind: &str, chinese: bool) -> &'v str {
    match (kind, value) {
        ("truth", "true") if chinese => "是",
        ("truth", "false") if chinese => "否",
        _ => value,
    }
}

/// `part` of `whole` in percent, one decimal, half up.
fn share(part: usize, whole: usize) -> String {
    let number = |count: usize| Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
    let ratio = number(part).checked_div(&number(whole)).unwrap_or_default();
    format!("{}%", ratio.shift(2).to_decimal(1))
}
