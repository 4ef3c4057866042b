//! The scorecard of a bank as prose: for which products, what it looks at with its bins, grades and what they suggest.

use std::path::Path;

use domain::{
    Status,
    finance::{CreditScorecard, Product},
};
use jiff::civil::Date;

use super::{Page, cells, ladder::Text, status_text};
use crate::{policy::vocabulary, reader::Reading, words};

/// What stands at the top of an illustrative scorecard.
const EXAMPLE: &str = "示例评分卡，并非任何银行使用的评分卡";

/// A scorecard file as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (card, dictionary) = crate::scorecard::read_for(reading, path, date)?;
    let words = vocabulary(&dictionary, &[]);
    let marks = (EXAMPLE, "An example, used by no bank");
    let page = Page::marked(&card.name, Some(card.status), marks, "（示例）");
    let mut text = Text { page, dictionary: &words };
    head(&mut text, &card);
    text.page.heading(&format!("特征（合计最多{}分）", card.most()), "Characteristics");
    if card.base > domain::Points::ZERO {
        text.page.fact("基础分", Some(format!("{}分", card.base)));
    }
    for one in &card.characteristics {
        text.page.line("");
        text.page.line(&format!("**{}** {}（最多{}分）", one.code, one.name.zh, one.most()));
        text.grading(&one.grading);
        text.page.line("");
        text.page.line(&format!("- 缺失档（没有数据或无从计算）：{}分", one.missing));
    }
    grades(&mut text, &card);
    text.page.line("");
    for note in [CreditScorecard::note(), Product::note()] {
        text.page.line(&format!("> {} · {}", note.zh, note.en));
    }
    Some(text.page.finish())
}

fn head(text: &mut Text<'_>, card: &CreditScorecard) {
    let until = card.in_force.until.map_or_else(String::new, |until| format!("至{until}"));
    let status =
        if card.status == Status::Illustrative { EXAMPLE.to_owned() } else { status_text(card.status) };
    text.page.line("");
    text.page.fact("代码", Some(card.code.clone()));
    text.page.fact("版本", Some(card.version.clone()));
    text.page.fact("状态", Some(status));
    text.page.basis(&card.basis);
    text.page.fact("银行", Some(card.bank.zh.clone()));
    text.page.fact("用于产品", Some(card.products.join("、")));
    let required = if card.required { "须先审查才能提出批准意见" } else { "供审查参考" };
    text.page.fact("使用方式", Some(required.to_owned()));
    text.page.fact("启用期", Some(format!("{}起{until}", card.in_force.from)));
    for remark in &card.remarks {
        text.page.fact("说明", Some(remark.zh.clone()));
    }
}

fn grades(text: &mut Text<'_>, card: &CreditScorecard) {
    text.page.heading("等级与建议额度", "Grades and what they suggest");
    let rows = card.grades.iter().map(|grade| {
        let points = format!("{}分", grade.at_least);
        vec![grade.code.clone(), grade.name.zh.clone(), points, words::percent(&grade.share)]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    text.page.line(&format!("建议额度向下取整到{}。", card.down_to.in_words()));
    text.page.line("");
    text.page.table(&cells(["等级", "名称", "总分至少", "建议额度占参考额度"]), &rows);
}
