//! A data dictionary as a table.

use std::path::Path;

use domain::indicators::{Item, ItemKind};
use jiff::civil::Date;

use super::{Page, cells};
use crate::{
    items,
    reader::{Reading, values},
};

/// A data dictionary as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, _: Option<Date>) -> Option<String> {
    let root = reading.open(path, None)?;
    let dictionary = items::read_files(reading, &[(path.to_owned(), None)])?;
    let mut page = Page::new(&root.get("name").and_then(values::name)?, None);
    page.heading("数据项", "Items");
    let head = cells(["代码", "名称", "类型", "允许的值", "年度", "含义", "来源", "火炬代码"]);
    let rows: Vec<Vec<String>> = dictionary.items().iter().map(row).collect();
    page.table(&head, &rows);
    Some(page.finish())
}

fn row(item: &Item) -> Vec<String> {
    let (kind, allowed) = kind(item);
    vec![
        item.code.clone(),
        item.name.zh.clone(),
        kind,
        allowed,
        if item.yearly { "是" } else { "" }.to_owned(),
        item.meaning.clone(),
        item.source.clone().unwrap_or_default(),
        item.torch_code.clone().unwrap_or_default(),
    ]
}

/// The type of an item and what its values may be.
fn kind(item: &Item) -> (String, String) {
    let plain = |text: &str| (text.to_owned(), String::new());
    match &item.kind {
        ItemKind::Number { unit, minimum, maximum, whole } => {
            let unit = unit.map_or("数", |unit| unit.symbol);
            let mut allowed = Vec::new();
            allowed.extend(minimum.as_ref().map(|least| format!("≥{least}")));
            allowed.extend(maximum.as_ref().map(|most| format!("≤{most}")));
            allowed.extend(whole.then(|| "整数".to_owned()));
            (unit.to_owned(), allowed.join("，"))
        }
        ItemKind::Truth => plain("是否"),
        ItemKind::Text { categories } => {
            let names: Vec<&str> = categories.iter().map(|(_, name)| name.zh.as_str()).collect();
            (if names.is_empty() { "文字" } else { "分类" }.to_owned(), names.join("、"))
        }
        ItemKind::Date => plain("日期"),
        ItemKind::CreditCode => plain("信用代码"),
        ItemKind::Labels => plain("标签"),
    }
}
