//! The one table of functions: names, arity, meaning, an example. The parser, the checker's "did you mean", the
//! renderer and the reference for rule authors all read it.

use crate::{Function, Sentence};

/// What is known of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FunctionInfo {
    /// Which.
    pub function: Function,
    /// 中文名.
    pub zh: &'static str,
    /// The name that needs no Chinese keyboard.
    pub ascii: &'static str,
    /// Fewest arguments.
    pub least: usize,
    /// Most arguments; `None` when there is no bound of its own.
    pub most: Option<usize>,
    /// Meaning, 简体中文.
    pub about_zh: &'static str,
    /// Meaning, in English.
    pub about_en: &'static str,
    /// An example that parses.
    pub example: &'static str,
}

type Row =
    (Function, &'static str, &'static str, usize, Option<usize>, &'static str, &'static str, &'static str);

const fn row(row: Row) -> FunctionInfo {
    let (function, zh, ascii, least, most, about_zh, about_en, example) = row;
    FunctionInfo { function, zh, ascii, least, most, about_zh, about_en, example }
}

/// Every function, in the order of [`Function`].
#[rustfmt::skip]
pub const FUNCTIONS: &[FunctionInfo] = &[
    row((Function::Min, "最小", "min", 2, None, "几个值中最小的一个。", "The smallest of the values.", "最小(营业收入 * 10%, 500万元)")),
    row((Function::Max, "最大", "max", 2, None, "几个值中最大的一个。", "The largest of the values.", "最大(营业收入, 0)")),
    row((Function::Clamp, "限于", "clamp", 3, Some(3), "把值限制在下限和上限之间。", "The value, kept between a low and a high bound.", "限于(研发费用 / 营业收入, 0, 1)")),
    row((Function::Abs, "绝对值", "abs", 1, Some(1), "去掉负号。", "The distance from zero.", "绝对值(净利润)")),
    row((Function::Round, "四舍五入", "round", 2, Some(2), "按位数四舍五入；位数为 -9 到 9 的整数，以基本单位计。", "Rounds half away from zero to a number of decimal places (-9 to 9), counted in base units.", "四舍五入(研发费用 / 营业收入, 4)")),
    row((Function::Floor, "向下取整", "floor", 1, Some(1), "不大于它的最大整数，以基本单位计。", "The largest whole number at or below it, in base units.", "向下取整(满年数(成立日期))")),
    row((Function::Ceil, "向上取整", "ceil", 1, Some(1), "不小于它的最小整数，以基本单位计。", "The smallest whole number at or above it, in base units.", "向上取整(满年数(成立日期))")),
    row((Function::Ln, "自然对数", "ln", 1, Some(1), "比率或纯数的自然对数，四舍五入到 30 位小数；不大于零时无定义。", "The natural logarithm of a ratio, rounded half up to 30 places; undefined at zero and below.", "自然对数(营业收入 / 1万元)")),
    row((Function::Sum, "合计", "sum", 2, Some(2), "本期和此前共 n 期之和；缺一期即缺失。", "The sum over this and the earlier periods, n in all; missing when one is missing.", "合计(研发费用, 3)")),
    row((Function::Mean, "平均", "mean", 2, Some(2), "本期和此前共 n 期的平均；缺一期即缺失。", "The mean over this and the earlier periods, n in all; missing when one is missing.", "平均(研发费用, 3)")),
    row((Function::Count, "有数年数", "count", 2, Some(2), "本期和此前共 n 期中有数据的期数；从不缺失。", "In how many of the n periods the item is known; never missing.", "有数年数(营业收入, 3)")),
    row((Function::Growth, "增长率", "growth", 1, Some(1), "本期与上期之比减一；上期为零或负时不可比。", "This period over the last, minus one; undefined when the last is zero or negative.", "增长率(营业收入)")),
    row((Function::MeanGrowth, "平均增长率", "mean_growth", 2, Some(2), "最近 n 个逐年之比的平均减一（n 为 1 到 9）；任一基期为零或负时不可比。", "The mean of the last n yearly ratios (n from 1 to 9), minus one; undefined when any base is zero or negative.", "平均增长率(净资产, 2)")),
    row((Function::YearsSince, "满年数", "years_since", 1, Some(1), "从日期到评价日的年数：已满的周年数，加上当前一年已过天数的比例。", "Years from the date to the as-of date: whole anniversaries plus the part of the running year.", "满年数(成立日期)")),
    row((Function::DaysSince, "满天数", "days_since", 1, Some(1), "从日期到评价日的天数。", "Calendar days from the date to the as-of date.", "满天数(成立日期)")),
    row((Function::HasLabel, "有标签", "has_label", 1, Some(1), "评价日是否持有该有效标签。", "Whether a label is valid on the as-of date.", "有标签(\"高新技术企业\")")),
    row((Function::Points, "积分", "points", 0, Some(1), "本方案（或指定方案）的总积分。", "Total points under this scheme, or under the one named.", "积分()")),
    row((Function::Stage, "阶段", "stage", 0, Some(1), "本方案（或指定方案）判定的阶段。", "The stage under this scheme, or under the one named.", "阶段()")),
    row((Function::Grade, "等级", "grade", 0, Some(1), "本方案（或指定方案）评定的等级。", "The grade under this scheme, or under the one named.", "等级()")),
    row((Function::OrElse, "缺则", "or_else", 2, Some(2), "第一个值缺失或不可比时取第二个值。", "The second value when the first is missing or undefined.", "缺则(股权融资额, 0)")),
    row((Function::IsMissing, "缺失", "is_missing", 1, Some(1), "是否因缺少数据而不能判定；本身从不缺失。", "Whether the value cannot be told for lack of data; never missing itself.", "缺失(研发费用)")),
];

impl FunctionInfo {
    /// The function with this Chinese or ASCII name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|info| info.zh == name || info.ascii == name)
    }

    /// How many arguments it takes, in words.
    #[must_use]
    pub fn arity(&self) -> Sentence {
        match (self.least, self.most) {
            (least, Some(most)) if least == most => {
                Sentence::new(format!("{least} 个"), format!("exactly {least}"))
            }
            (least, Some(most)) => {
                Sentence::new(format!("{least} 到 {most} 个"), format!("{least} to {most}"))
            }
            (least, None) => Sentence::new(format!("至少 {least} 个"), format!("at least {least}")),
        }
    }

    /// Whether it takes `count` arguments.
    #[must_use]
    pub fn takes(&self, count: usize) -> bool {
        count >= self.least && self.most.is_none_or(|most| count <= most)
    }
}

impl Function {
    /// Its row of the table.
    #[must_use]
    pub fn info(self) -> &'static FunctionInfo {
        &FUNCTIONS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum_and_its_examples_parse() {
        for (place, info) in FUNCTIONS.iter().enumerate() {
            assert_eq!(info.function as usize, place, "{}", info.ascii);
            assert_eq!(info.function.info(), info);
            assert_eq!(FunctionInfo::named(info.zh), FunctionInfo::named(info.ascii));
            let (_, problems) = crate::parse(info.example);
            assert!(problems.is_empty(), "{}: {problems:?}", info.example);
            assert!(info.example.contains(info.zh), "{}", info.example);
        }
        assert_eq!(FUNCTIONS.len(), 21);
    }
}
