//! The sheet with counts by stage and grade, mean and median, and the best.

use std::collections::BTreeMap;

use formula::{Exact, Language};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::{Cell, Column, ResultsInfo, sheet::write_cell};
use crate::{
    ExportProblem,
    workbook::{Styles, sheet},
};

/// How many of the best are listed.
const BEST: usize = 20;

/// Counts of one stage or grade.
#[derive(Default)]
struct Group {
    count: usize,
    totals: Vec<Exact>,
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    styles: Styles,
    points: Format,
    count: Format,
    language: Language,
    at: u32,
}

pub(super) fn write(
    workbook: &mut Workbook,
    columns: &[Column],
    info: &ResultsInfo,
) -> Result<(), ExportProblem> {
    let chinese = info.language == Language::Chinese;
    let sheet = sheet(workbook, if chinese { "汇总" } else { "Summary" })?;
    for (place, width) in (0u16..).zip([26, 16, 16, 16, 16]) {
        sheet.set_column_width(place, width)?;
    }
    let mut writer = Writer {
        sheet,
        styles: Styles::new(),
        points: Format::new().set_num_format("0.00"),
        count: Format::new().set_num_format("0"),
        language: info.language,
        at: 0,
    };
    writer.title(info)?;
    let find = |name: &str| columns.iter().find(|column| column.name == name);
    let total = find(&info.summary.total);
    let (stage, grade) = if chinese { ("阶段", "等级") } else { ("Stage", "Grade") };
    writer.groups(if chinese { "全部" } else { "All" }, None, columns, total)?;
    writer.groups(stage, find(&info.summary.stage), columns, total)?;
    writer.groups(grade, find(&info.summary.grade), columns, total)?;
    if let Some(total) = total {
        let keys = [find(&info.summary.code), find(&info.summary.name), find(&info.summary.stage)];
        writer.best(keys, find(&info.summary.rank), total)?;
    }
    Ok(())
}

impl Writer<'_> {
    fn word(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::Chinese { zh } else { en }
    }

    fn title(&mut self, info: &ResultsInfo) -> Result<(), ExportProblem> {
        let title = info.title.in_language(info.language);
        self.sheet.write_string_with_format(0, 0, title, &self.styles.title)?;
        self.sheet.write_string(1, 0, info.scheme_line())?;
        self.at = 3;
        if let Some(banner) = info.banner() {
            self.sheet.write_string_with_format(2, 0, banner, &self.styles.banner)?;
            self.at = 4;
        }
        Ok(())
    }

    fn heads(&mut self, heads: &[&str]) -> Result<(), ExportProblem> {
        for (place, head) in (0u16..).zip(heads) {
            self.sheet.write_string_with_format(self.at, place, *head, &self.styles.head)?;
        }
        self.at += 1;
        Ok(())
    }

    /// One line per value of `by`, or one line for all.
    fn groups(
        &mut self,
        head: &str,
        by: Option<&Column>,
        columns: &[Column],
        total: Option<&Column>,
    ) -> Result<(), ExportProblem> {
        let rows = columns.first().map_or(0, Column::rows);
        let all = self.word("全部企业", "all enterprises");
        let none = self.word("（无）", "(none)");
        if by.is_none() && head != self.word("全部", "All") {
            return Ok(());
        }
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        for row in 0..rows {
            let key = match by.map(|column| column.cell(row)) {
                None => all.to_owned(),
                Some(Cell::Empty) => none.to_owned(),
                Some(cell) => cell.plain(self.language),
            };
            let group = groups.entry(key).or_default();
            group.count += 1;
            group.totals.extend(total.and_then(|column| column.cell(row).exact()));
        }
        let heads = [
            head,
            self.word("企业数", "enterprises"),
            self.word("平均积分", "mean points"),
            self.word("积分中位数", "median points"),
            self.word("最高积分", "highest points"),
        ];
        self.heads(&heads)?;
        for (key, group) in groups {
            self.line(&key, group)?;
        }
        self.at += 1;
        Ok(())
    }

    fn line(&mut self, key: &str, mut group: Group) -> Result<(), ExportProblem> {
        self.sheet.write_string(self.at, 0, key)?;
        let count = Cell::Whole(i64::try_from(group.count).unwrap_or(i64::MAX));
        write_cell(self.sheet, (self.at, 1), &count, &self.count, self.language)?;
        group.totals.sort();
        if let Some(highest) = group.totals.last() {
            let points = [mean(&group.totals), median(&group.totals), highest.clone()];
            for (place, points) in (2u16..).zip(points) {
                let shown = points.round_half_up(4).to_f64();
                self.sheet.write_number_with_format(self.at, place, shown, &self.points)?;
            }
        }
        self.at += 1;
        Ok(())
    }

    /// The best by total points; ties in the order of the rows.
    fn best(
        &mut self,
        keys: [Option<&Column>; 3],
        rank: Option<&Column>,
        total: &Column,
    ) -> Result<(), ExportProblem> {
        let mut rows: Vec<(Exact, usize)> = (0..total.rows())
            .filter(|row| rank.is_none_or(|rank| rank.cell(*row) != Cell::Empty))
            .filter_map(|row| Some((total.cell(row).exact()?, row)))
            .collect();
        rows.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
        let heads = [
            self.word("领先企业", "leading enterprises"),
            self.word("名称", "name"),
            self.word("阶段", "stage"),
            self.word("积分", "points"),
            self.word("名次", "rank"),
        ];
        self.heads(&heads)?;
        for (points, row) in rows.into_iter().take(BEST) {
            for (place, key) in (0u16..).zip(keys) {
                let cell = key.map_or(Cell::Empty, |column| column.cell(row));
                write_cell(self.sheet, (self.at, place), &cell, &self.styles.text, self.language)?;
            }
            self.sheet.write_number_with_format(self.at, 3, points.to_f64(), &self.points)?;
            let place = rank.map_or(Cell::Empty, |column| column.cell(row));
            write_cell(self.sheet, (self.at, 4), &place, &self.count, self.language)?;
            self.at += 1;
        }
        Ok(())
    }
}

fn mean(sorted: &[Exact]) -> Exact {
    let sum = sorted.iter().fold(Exact::ZERO, |sum, value| &sum + value);
    let count = Exact::from(i64::try_from(sorted.len()).unwrap_or(i64::MAX));
    sum.checked_div(&count).unwrap_or_default()
}

fn median(sorted: &[Exact]) -> Exact {
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        0 => mean(&sorted[middle - 1..=middle]),
        _ => sorted[middle].clone(),
    }
}
