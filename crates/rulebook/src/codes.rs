//! Every code a rule file's problem may carry. Codes are permanent: programs and translations rely on them.

/// A code and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Kebab-case, permanent.
    pub code: &'static str,
    /// What it means, in Chinese.
    pub zh: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

const fn code(code: &'static str, zh: &'static str, en: &'static str) -> Code {
    Code { code, zh, en }
}

/// The codes of this crate. Problems inside a formula carry the codes of the `formula` crate.
pub const CODES: &[Code] = &[
    code("file-unreadable", "文件找不到或读不了", "a file is not there or cannot be read"),
    code("file-too-large", "文件超过大小上限", "a file is larger than the limit"),
    code("file-empty", "文件是空的", "a file is empty"),
    code("not-utf8", "文件不是 UTF-8 编码", "a file is not UTF-8"),
    code("yaml-syntax", "不符合 YAML 的写法", "not YAML"),
    code("yaml-tab", "缩进里有制表符", "a tab in the indentation"),
    code("yaml-anchor", "使用了锚点或别名", "an anchor or alias"),
    code("yaml-tag", "使用了标签", "a tag"),
    code("yaml-key", "键不是一段文字", "a key that is not a text"),
    code("yaml-several-documents", "一个文件里有多份文档", "several documents in one file"),
    code("yaml-too-deep", "嵌套太深", "nested too deeply"),
    code("yaml-too-many-nodes", "文件里的值太多", "too many values in one file"),
    code("duplicate-key", "同一个键写了两次", "a key given twice"),
    code("unknown-key", "不认识的键", "a key that does not exist"),
    code("missing-key", "缺少必写的键", "a required key is missing"),
    code("missing-value", "键后面没有内容", "a required key has no value"),
    code("conflicting-keys", "互相排斥的键写在一起", "keys that exclude each other"),
    code("wrong-type", "内容的种类不对", "a value of the wrong kind"),
    code("wrong-value", "内容不是规定的写法", "a value that is not written as required"),
    code("history-order", "历史中的日期没有从早到晚", "dates of a history out of order"),
    code("history-gap", "这一天还没有值", "no value is in force on the date"),
    code("unknown-format", "不认识的文件格式", "a file format that does not exist"),
    code("unknown-unit", "不认识的单位", "a unit that is not known"),
    code("unit-mismatch", "单位量的不是同一种东西", "a unit that measures something else"),
    code("empty-range", "下限高于上限", "a low bound above the high bound"),
    code("duplicate-code", "代码或名称用了两次", "a code or name used twice"),
    code("extends-circle", "方案互相扩展", "schemes that extend each other"),
    code("unknown-indicator", "没有这个指标", "an indicator that does not exist"),
    code("unknown-stage", "没有这个阶段", "a stage that does not exist"),
    code("missing-stage", "缺少某个阶段的值", "a value for a stage is missing"),
    code("unknown-name", "数据字典里没有这个名称", "a name that is not in the data dictionary"),
    code("missing-field", "没有写明技术领域的数据项", "the item of the technology field is not named"),
    code("dates-order", "日期先后不对", "dates out of order"),
    code("not-in-force", "这一天不在有效期内", "not in force on the date"),
    code("wrong-points", "分数的写法不对", "points that are not written as required"),
    code("class-mismatch", "下级与上级的类别不同", "a pillar of another class than its parent"),
    code("full-points-sum", "某阶段的满分合计不对", "full points of a stage do not sum to the declared ones"),
    code("bonus-cap", "加分上限没有作用", "a bonus cap without effect"),
    code("grades-order", "等级没有从高到低", "grades that do not descend"),
    code("grade-unreachable", "没有企业能达到的等级", "a grade nobody can reach"),
    code("status-not-official", "不能标为正式方案", "a scheme that cannot be official"),
    code("illustrative-name", "示例方案的名称像正式方案", "an illustrative scheme with an official name"),
    code("indicator-unused", "每个阶段都是0分的指标", "an indicator without points in any stage"),
    code("pillar-empty", "没有指标的一级指标", "a pillar without indicators"),
    code("missing-deducts", "缺数据也会扣分", "a deduction for missing data"),
    code("rule-type", "规则不适用于这种取值", "a rule that cannot score such a value"),
    code("not-positive", "必须大于零", "a number that must be above zero"),
    code("linear-flat", "线性规则的两端相同", "a linear rule whose ends are the same"),
    code("percent-or-ratio", "百分数与小数可能混淆", "a percentage and a ratio may be mixed up"),
    code("against-direction", "得分高低与方向相反", "points that run against the direction"),
    code("bands-gap", "有的值没有档", "values that lie in no band"),
    code("bands-overlap", "有的值落在两档里", "values that lie in two bands"),
    code("bands-order", "各档没有从小到大", "bands that do not ascend"),
    code("bands-dead", "永远用不到的档", "a band no value lies in"),
    code("award-out-of-range", "得分不在允许的范围", "an award out of range"),
    code("award-above-full", "得分超过满分", "an award above full points"),
    code("full-unreachable", "得不到满分", "full points that nothing earns"),
    code("unknown-category", "没有这一类", "a category that does not exist"),
    code("repeated-category", "同一类写了两次", "a category that stands twice"),
    code("bounds-count", "下限的个数不对", "a wrong number of lower bounds"),
    code("bounds-order", "下限没有从高到低", "lower bounds that do not descend"),
    code("rows-gap", "有的企业没有适用的行", "enterprises to which no row applies"),
    code("stages-gap", "有的企业不属于任何阶段", "enterprises that are in no stage"),
    code("stages-overlap", "有的企业属于两个阶段", "enterprises that are in two stages"),
    code("stages-unproven", "无法证明阶段不重不漏", "stages that cannot be proven to cover everything once"),
    code("missing-article", "没有写明条款", "a clause without its article"),
    code("empty-group", "没有条件的一组条件", "a group without conditions"),
    code(
        "holds-hides-gap",
        "写成 holds 的比较看不出差多少",
        "a comparison under `holds`, whose gap cannot be told",
    ),
    code("type-mismatch", "两边类型不同", "two sides of different types"),
    code("no-order", "没有大小之分", "values that have no order"),
    code("too-few-alternatives", "择一评分只有一种方式", "a choice with a single alternative"),
    code("row-dead", "永远用不到的一条", "a row that is never used"),
    code("pass-unreachable", "永远达不到的得分要求", "points that can never be reached"),
    code("unknown-code", "没有这个代码", "a code that does not exist"),
    code("rung-overlap", "同一梯级的两个规则同一天有效", "two versions of a rung in force on one day"),
    code("empty-ladder", "没有任何要求的阶梯", "a ladder that asks for nothing"),
    code("policy-unreachable", "没有企业能得到的政策", "a policy nobody can be entitled to"),
    code("award-unreachable", "永远得不到的金额", "an amount that is never reached"),
    code("officer-without-application", "免申即享不能有人工核验", "an officer check where nobody applies"),
    code(
        "data-not-collected",
        "免申即享的数据没有部门提供",
        "data that no department supplies where nobody applies",
    ),
    code(
        "parameter-expired",
        "参数在政策有效期内失效",
        "a parameter that runs out while the policy is in force",
    ),
    code("service-too-long", "办理时限超出规定", "a service time beyond what is allowed"),
    code("ceiling-differs", "同一年度上限写了两个金额", "one ceiling with two amounts"),
    code("policy-overlap", "同一政策的两个版本同一天有效", "two versions of a policy in force on one day"),
    code(
        "product-overlap",
        "同一信贷产品的两个版本同一天有效",
        "two versions of a loan product in force on one day",
    ),
    code(
        "scorecard-overlap",
        "同一评分卡的两个版本同一天有效",
        "two versions of a scorecard in force on one day",
    ),
    code("replaces-unknown", "接替的版本不存在", "a version that replaces one that is not there"),
    code("shares-over", "分担比例合计超过100%", "shares that are more than the whole"),
    code("direct-without-scorecard", "没有评分却有直接确认", "direct confirmation without a scorecard"),
];

/// The meaning of a code of this crate.
#[must_use]
pub fn meaning(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|known| known.code == code)
}

#[cfg(test)]
mod tests {
    use super::CODES;

    /// The text of every source file of this crate.
    fn sources(folder: &std::path::Path) -> String {
        let mut text = String::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                text.push_str(&sources(&path));
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("codes.rs") {
                text.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
        text
    }

    #[test]
    fn every_code_is_given_by_something() {
        let text = sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        let unused: Vec<_> = CODES
            .iter()
            .filter(|code| !text.contains(&format!("\"{}\"", code.code)))
            .map(|code| code.code)
            .collect();
        assert_eq!(unused, Vec::<&str>::new());
    }

    #[test]
    fn codes_are_kebab_case_and_stand_once() {
        for (index, code) in CODES.iter().enumerate() {
            assert!(
                code.code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()),
                "{code:?}"
            );
            assert!(CODES[index + 1..].iter().all(|other| other.code != code.code), "{code:?} stands twice");
        }
    }
}
