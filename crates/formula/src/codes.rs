//! Every diagnostic code the language can give. Codes are permanent: they may be added, never changed or reused.

/// A diagnostic code and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Permanent kebab-case code.
    pub code: &'static str,
    /// Meaning, 简体中文.
    pub zh: &'static str,
    /// Meaning, in English.
    pub en: &'static str,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $zh:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: &str = $code;)*

        /// All codes, in the order of this page.
        pub const CODES: &[Code] = &[$(Code { code: $code, zh: $zh, en: $en }),*];
    };
}

codes! {
    // limits
    SOURCE_TOO_LONG = "source-too-long", "公式过长", "the formula is longer than 8 KB";
    TOO_DEEP = "too-deep", "嵌套过深", "the formula is nested too deeply";
    TOO_MANY_NODES = "too-many-nodes", "公式过大", "the formula has too many parts";
    // reading
    UNEXPECTED_CHARACTER = "unexpected-character", "出现不认识的字符", "a character that means nothing here";
    UNKNOWN_OPERATOR = "unknown-operator", "运算符写法不对", "an operator of another language";
    MALFORMED_NUMBER = "malformed-number", "数的写法不对", "a number that cannot be read";
    NUMBER_TOO_LONG = "number-too-long", "数字位数过多", "a number with more than 38 digits";
    THOUSANDS_SEPARATOR = "thousands-separator", "数中有千分位逗号", "a number with thousands separators";
    UNKNOWN_UNIT = "unknown-unit", "单位不认识", "a unit that is not known";
    MALFORMED_DATE = "malformed-date", "日期写法不对", "a date that cannot be read";
    IMPOSSIBLE_DATE = "impossible-date", "没有这一天", "a day that does not exist";
    UNCLOSED_TEXT = "unclosed-text", "引号没有成对", "a quotation mark without its partner";
    UNKNOWN_ESCAPE = "unknown-escape", "反斜杠后的字符不对", "a backslash before something else than \\ or a quotation mark";
    UNCLOSED_NAME = "unclosed-name", "名称的括号没有成对", "a quoted name without its end";
    EMPTY_NAME = "empty-name", "名称为空", "a quoted name with nothing in it";
    // grammar
    EMPTY_FORMULA = "empty-formula", "公式为空", "there is no formula";
    EXPECTED_VALUE = "expected-value", "缺少一个值", "a value is missing here";
    EXPECTED_OPERATOR = "expected-operator", "两个值之间缺少运算符", "an operator is missing between two values";
    EXPECTED_SYMBOL = "expected-symbol", "缺少规定的词或符号", "a certain word or symbol is missing here";
    UNEXPECTED_SYMBOL = "unexpected-symbol", "多余的词或符号", "a word or symbol that does not belong here";
    UNCLOSED_BRACKET = "unclosed-bracket", "括号没有成对", "a bracket without its partner";
    NEEDS_BRACKETS = "needs-brackets", "此处需要加括号", "brackets are needed to be clear";
    CHAINED_COMPARISON = "chained-comparison", "连续比较", "a comparison of a comparison";
    EMPTY_LIST = "empty-list", "列表为空", "a list without members";
    BAD_PERIOD_INDEX = "bad-period-index", "往期下标不对", "an index of an earlier period that cannot be read";
    TOO_FAR_BACK = "too-far-back", "往期超出范围", "an index beyond the earliest period";
    EMPTY_BANDS = "empty-bands", "分段没有一档", "bands without a single arm";
    BANDS_WITHOUT_ELSE = "bands-without-else", "分段缺少“其余”", "bands without an `else` arm";
    ARM_AFTER_ELSE = "arm-after-else", "“其余”之后还有档", "an arm after `else`";
    BAD_ARM = "bad-arm", "分段的一档写法不对", "an arm that cannot be read";
    EDGE_NOT_A_NUMBER = "edge-not-a-number", "分段的界限不是数", "an edge that is not a number literal";
    UNKNOWN_FUNCTION = "unknown-function", "没有这个函数", "a function that does not exist";
    // names
    UNKNOWN_NAME = "unknown-name", "数据字典中没有这个名称", "a name that is not in the data dictionary";
    UNKNOWN_LABEL = "unknown-label", "没有这个标签", "a label that is not known";
    UNKNOWN_STAGE = "unknown-stage", "没有这个阶段或等级", "a stage or grade that is not known";
    // types and units
    TYPE_MISMATCH = "type-mismatch", "两边类型不同", "two sides of different types";
    UNIT_MISMATCH = "unit-mismatch", "两边不是同一种量", "two sides that measure different things";
    UNIT_TOO_COMPLEX = "unit-too-complex", "量纲过于复杂", "a product of too many units";
    LITERAL_NEEDS_UNIT = "literal-needs-unit", "数没有写明单位", "a number without the unit it needs";
    EXPECTED_CONDITION = "expected-condition", "此处需要条件", "a condition is needed here";
    EXPECTED_NUMBER = "expected-number", "此处需要数", "a number is needed here";
    EXPECTED_TEXT = "expected-text", "此处需要文本", "a text is needed here";
    EXPECTED_DATE = "expected-date", "此处需要日期", "a date is needed here";
    EXPECTED_RATIO = "expected-ratio", "此处需要比率或纯数", "a ratio or plain number is needed here";
    EXPECTED_ITEM = "expected-item", "此处需要数据项本身", "a plain item is needed here";
    EXPECTED_LITERAL = "expected-literal", "此处需要写定的值", "a literal is needed here";
    NO_ORDER = "no-order", "没有大小之分", "these values have no order";
    WRONG_ARGUMENT_COUNT = "wrong-argument-count", "参数个数不对", "a wrong number of arguments";
    PERIODS_OUT_OF_RANGE = "periods-out-of-range", "年数超出范围", "a number of periods out of range";
    DIGITS_OUT_OF_RANGE = "digits-out-of-range", "位数超出范围", "a number of digits out of range";
    EMPTY_RANGE = "empty-range", "下限高于上限", "a low bound above the high bound";
    DIVISION_BY_ZERO = "division-by-zero", "除数为零", "a division by the number zero";
    EDGES_OUT_OF_ORDER = "edges-out-of-order", "分段的界限没有从小到大", "edges that do not ascend";
    UNREACHABLE_ARM = "unreachable-arm", "这一档永远用不到", "an arm no value can reach";
    // warnings
    CONSTANT_CONDITION = "constant-condition", "条件恒定不变", "a condition that is always the same";
    SAME_BRANCHES = "same-branches", "两个分支相同", "two branches that are the same";
    SELF_COMPARISON = "self-comparison", "与自身比较", "a value compared with itself";
    REPEATED_OPTION = "repeated-option", "列表中有重复", "the same member twice in a list";
    BARE_NUMBER_BESIDE_PERCENT = "bare-number-beside-percent", "百分比旁的数没有百分号", "a number above 1 without % beside a percentage";
}

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn codes_are_kebab_case_and_different() {
        let mut seen = std::collections::BTreeSet::new();
        for code in CODES {
            assert!(code.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code:?}");
            assert!(seen.insert(code.code), "{code:?}");
            assert!(!code.zh.is_empty() && !code.en.is_empty());
        }
    }
}
