//! Permanent codes of everything that can be wrong with a table, each with its meaning.

use std::fmt;

use formula::Sentence;

macro_rules! codes {
    ($($variant:ident $text:literal $zh:literal $en:literal;)*) => {
        /// What is wrong, as a permanent kebab-case code. Codes are never renamed; screens and scripts rely on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $en] $variant,)*
        }

        impl Code {
            /// Every code, for the reference page and its tests.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as it is printed.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What the code means, in one sentence.
            #[must_use]
            pub fn meaning(self) -> Sentence {
                match self { $(Self::$variant => Sentence::new($zh, $en),)* }
            }
        }
    };
}

codes! {
    CannotRead "cannot-read" "文件不能打开或读取。" "The file cannot be opened or read.";
    UnknownFormat "unknown-format" "文件类型不受支持。" "The kind of file is not supported.";
    OldExcel "old-excel" "是旧版 .xls 工作簿，不受支持。" "It is an old .xls workbook, which is not supported.";
    EncryptedWorkbook "encrypted-workbook" "工作簿设有打开密码。" "The workbook is protected by a password.";
    WrongExtension "wrong-extension" "扩展名与文件内容不符。" "The extension does not fit the contents.";
    EmptyFile "empty-file" "文件是空的。" "The file is empty.";
    HeaderOnly "header-only" "只有表头，没有数据行。" "There is a header and not one row of data.";
    WrongEncoding "wrong-encoding" "文字编码不受支持或有损坏。" "The text encoding is not supported, or broken.";
    DamagedFile "damaged-file" "文件不完整或已损坏。" "The file is truncated or damaged.";
    UnsupportedCompression "unsupported-compression" "压缩方式不受支持。" "The compression is not supported.";
    TooLarge "too-large" "文件超出读取上限。" "The file exceeds what may be read.";
    SuspiciousArchive "suspicious-archive" "压缩包异常，可能是恶意文件。" "The archive is abnormal and may be hostile.";
    XmlEntity "xml-entity" "工作簿内含 DTD 或自定义实体。" "The workbook holds a DTD or custom entities.";
    TextTooLong "text-too-long" "单元格文字超过32,767个字符。" "The text of a cell exceeds 32,767 characters.";
    NoSuchSheet "no-such-sheet" "没有这个工作表。" "There is no such sheet.";
    NoCodeColumn "no-code-column" "找不到企业代码列。" "There is no column with the enterprise's code.";
    UnknownColumn "unknown-column" "数据字典中没有这一列。" "The data dictionary has no such column.";
    UnnamedColumn "unnamed-column" "有数据但没有表头。" "There are values under an empty header.";
    DuplicateColumn "duplicate-column" "两列的表头相同。" "Two columns have the same header.";
    SameItemTwice "same-item-twice" "两个不同的表头指向同一数据项。" "Two different headers mean the same item.";
    UnknownUnit "unknown-unit" "表头括号内的单位不认识。" "The unit in the header is not known.";
    UnitMismatch "unit-mismatch" "单位与数据项量纲不符。" "The unit measures something else than the item.";
    InexactConversion "inexact-conversion" "换算后不是有限小数。" "The converted value is not a finite decimal.";
    TextInNumber "text-in-number" "数值列中出现文字。" "There is text where a number belongs.";
    Placeholder "placeholder" "用符号或文字表示“没有”，无法区分缺失与零。" "A placeholder leaves open whether the value is missing or zero.";
    AmbiguousSeparator "ambiguous-separator" "分隔逗号不在千位上。" "The grouping separators do not stand at thousands.";
    NotFinite "not-finite" "不是有限的数（NaN、inf）。" "The number is not finite (NaN, inf).";
    NumberTooLong "number-too-long" "数字超过38位。" "The number has more than 38 digits.";
    NegativeValue "negative-value" "不允许为负的数据项出现负数。" "The item may not be negative.";
    OutOfRange "out-of-range" "超出数据字典规定的范围。" "The value lies outside the range of the data dictionary.";
    NotWhole "not-whole" "应为整数。" "The value must be a whole number.";
    NotATruth "not-a-truth" "不是“是/否”。" "The value is neither yes nor no.";
    NotADate "not-a-date" "不是有效日期。" "The value is not a date.";
    DateInNumber "date-in-number" "数值列中出现日期。" "There is a date where a number belongs.";
    NotACategory "not-a-category" "不是规定的类别。" "The value is none of the categories.";
    ErrorCell "error-cell" "单元格是公式错误值。" "The cell holds a formula error.";
    FormulaWithoutValue "formula-without-value" "公式没有保存计算结果。" "A formula has no stored result.";
    MergedCells "merged-cells" "数据区中有合并单元格。" "There are merged cells among the data.";
    RaggedRow "ragged-row" "本行的列数与表头不同。" "The row has another number of cells than the header.";
    MissingCode "missing-code" "企业代码为空。" "The enterprise's code is empty.";
    NumericCode "numeric-code" "企业代码存成了数字，位数已丢失。" "The code is stored as a number and has lost digits.";
    BadCreditCode "bad-credit-code" "统一社会信用代码不正确。" "The unified social credit code is not right.";
    DoubtfulCreditCode "doubtful-credit-code" "统一社会信用代码可疑，需核对。" "The unified social credit code is doubtful and must be checked.";
    DuplicateEnterprise "duplicate-enterprise" "同一企业同一期出现两次。" "The same enterprise stands twice for one period.";
    MissingPeriod "missing-period" "年度为空。" "The period is empty.";
    BadPeriod "bad-period" "不是有效年度。" "The value is not a year.";
    NoSuchPeriod "no-such-period" "文件中没有所要的年度。" "The file has no row of the period asked for.";
    BadLabel "bad-label" "标签写法不正确。" "A label is not written properly.";
    RowsIgnored "rows-ignored" "表头之前的行未读取。" "Rows above the header were not read.";
    SheetsIgnored "sheets-ignored" "其余工作表未读取。" "Other sheets were not read.";
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn codes_are_kebab_case_and_unique() {
        let texts: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
        for text in texts {
            assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{text}");
        }
    }
}
