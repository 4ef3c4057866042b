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
];

/// The meaning of a code of this crate.
#[must_use]
pub fn meaning(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|known| known.code == code)
}

#[cfg(test)]
mod tests {
    use super::CODES;

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
