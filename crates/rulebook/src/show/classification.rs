//! A classification as a table of bounds.

use std::path::Path;

use domain::{
    enterprise::classification::{ClassRow, Classification},
    indicators::Dictionary,
};
use jiff::civil::Date;

use super::{Page, cells, status_text};
use crate::{classification, reader::Reading, words::in_unit};

/// A classification as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (value, dictionary) = classification::read_for(reading, path, date)?;
    let mut page = Page::new(&value.name, Some(value.status));
    page.line("");
    page.fact("代码", Some(value.code.clone()));
    page.fact("状态", Some(status_text(value.status)));
    page.basis(&value.basis);
    page.heading("各行业的下限", "Lower bounds by industry");
    let names: Vec<&str> = value.classes.iter().map(|(_, name)| name.zh.as_str()).collect();
    let head = cells(["行业", "适用条件", "指标", &names[..names.len().saturating_sub(1)].join(" / ")]);
    let rows: Vec<Vec<String>> = value.rows.iter().flat_map(|row| lines(row, &dictionary)).collect();
    page.table(&head, &rows);
    page.line("");
    page.line(&note(&value));
    Some(page.finish())
}

fn note(value: &Classification) -> String {
    let last = value.classes.last().map_or("", |(_, name)| name.zh.as_str());
    format!("某一类须达到该行全部指标的下限（含），否则下划一类；其余为{last}。")
}

fn lines(row: &ClassRow, dictionary: &Dictionary) -> Vec<Vec<String>> {
    let bound = |(index, (value, edges)): (usize, &(formula::Formula, Vec<formula::Exact>))| {
        let edges: Vec<String> = edges.iter().map(|edge| in_unit(edge, value.display_unit())).collect();
        let (name, when) = match index {
            0 => (row.name.zh.clone(), row.when.to_chinese(dictionary)),
            _ => (String::new(), String::new()),
        };
        vec![name, when, value.to_chinese(dictionary), edges.join(" / ")]
    };
    row.bounds.iter().enumerate().map(bound).collect()
}
