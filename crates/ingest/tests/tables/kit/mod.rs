//! A small data dictionary, files on the fly, and tables as text.

pub mod package;

use std::path::{Path, PathBuf};

use arrow::util::display::{ArrayFormatter, FormatOptions};
use domain::{
    Name,
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Language, Unit};
use ingest::{Problems, ReadOptions, Table, read_table};

pub fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.to_owned(), en: Some(en.to_owned()) }
}

pub fn item(code: &str, zh: &str, kind: ItemKind) -> Item {
    Item {
        code: code.to_owned(),
        name: name(zh, &code.replace('_', " ")),
        aliases: Vec::new(),
        kind,
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    }
}

pub fn number(unit: &str, minimum: Option<i64>, maximum: Option<i64>, whole: bool) -> ItemKind {
    ItemKind::Number {
        unit: Unit::named(unit),
        minimum: minimum.map(Into::into),
        maximum: maximum.map(Into::into),
        whole,
    }
}

pub fn dictionary() -> Dictionary {
    let fields = [("it", "电子信息"), ("bio", "生物医药"), ("am", "先进制造")];
    let categories = fields.iter().map(|(code, zh)| ((*code).to_owned(), name(zh, code))).collect();
    let mut expense = item("rd_expense", "研发费用", number("万元", Some(0), None, false));
    expense.aliases = vec!["研究开发费用".to_owned()];
    Dictionary::new(vec![
        item("credit_code", "统一社会信用代码", ItemKind::CreditCode),
        item("name", "企业名称", ItemKind::Text { categories: Vec::new() }),
        expense,
        item("profit", "净利润", number("万元", None, None, false)),
        item("rd_share", "研发费用占比", number("%", Some(0), Some(100), false)),
        item("ratio", "资产负债率", number("", None, None, false)),
        item("staff", "从业人员", number("人", Some(0), None, true)),
        item("age", "成立年限", number("年", Some(0), None, false)),
        item("listed", "是否上市", ItemKind::Truth),
        item("founded", "成立日期", ItemKind::Date),
        item("field", "技术领域", ItemKind::Text { categories }),
        item("labels", "企业标签", ItemKind::Labels),
    ])
}

/// Codes with right check characters.
pub const CODES: [&str; 4] =
    ["91350100M000100Y43", "9144030071526726XG", "914403001922038216", "91330100799655058B"];

/// A file in a folder of its own, removed when dropped.
pub struct TestFile {
    folder: tempfile::TempDir,
    name: String,
}

impl TestFile {
    pub fn new(name: &str, contents: &[u8]) -> Self {
        let file = Self { folder: tempfile::tempdir().unwrap(), name: name.to_owned() };
        std::fs::write(file.path(), contents).unwrap();
        file
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }
}

pub fn read(path: &Path, options: &ReadOptions) -> Result<Table, Problems> {
    read_table(path, &dictionary(), options)
}

/// The table as lines of `name=value` with the types, or all problems.
pub fn shown(result: Result<Table, Problems>) -> String {
    match result {
        Ok(table) => format!("{}{}", table_text(&table), warnings(&table)),
        Err(problems) => problems.text(Language::Chinese),
    }
}

fn warnings(table: &Table) -> String {
    if table.warnings.is_empty() { String::new() } else { table.warnings.text(Language::Chinese) }
}

pub fn table_text(table: &Table) -> String {
    let format = FormatOptions::new().with_null("∅");
    let schema = table.batch.schema();
    let heads: Vec<String> =
        schema.fields().iter().map(|it| format!("{}:{}", it.name(), it.data_type())).collect();
    let mut text = format!("{}\n", heads.join(" | "));
    for row in 0..table.batch.num_rows() {
        let cells: Vec<String> = table
            .batch
            .columns()
            .iter()
            .map(|column| ArrayFormatter::try_new(column, &format).unwrap().value(row).to_string())
            .collect();
        text.push_str(&format!("{}: {}\n", table.origin.row(u32::try_from(row).unwrap()), cells.join(" | ")));
    }
    text
}
