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

impl Group {
    fn add(&mut self, total: Option<&Column>, row: usize) {
        self.count += 1;
        self.totals.extend(total.and_then(|column| column.cell(row).exact()));
    }
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
    writer.all(columns, total)?;
    if let Some(stages) = find(&info.summary.stage) {
        writer.groups(stage, stages, &info.summary.stages, total)?;
    }
    if let Some(grades) = find(&info.summary.grade) {
        writer.groups(grade, grades, &info.summary.grades, total)?;
    }
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

    /// One line for all enterprises.
    fn all(&mut self, columns: &[Column], total: Option<&Column>) -> Result<(), ExportProblem> {
        let mut group = Group::default();
        for row in 0..columns.first().map_or(0, Column::rows) {
            group.add(total, row);
        }
        self.group_heads(self.word("全部", "All"))?;
        self.line(self.word("全部企业", "all enterprises"), group)?;
        self.at += 1;
        Ok(())
    }

    /// One line per value of `by`: the ones of `order` first, then the others by name, those without one last.
    fn groups(
        &mut self,
        head: &str,
        by: &Column,
        order: &[String],
        total: Option<&Column>,
    ) -> Result<(), ExportProblem> {
        let mut groups: BTreeMap<(usize, String), Group> = BTreeMap::new();
        for row in 0..by.rows() {
            let key = match by.cell(row) {
                Cell::Empty => (usize::MAX, self.word("（无）", "(none)").to_owned()),
                cell => {
                    let name = cell.plain(self.language);
                    (order.iter().position(|other| *other == name).unwrap_or(order.len()), name)
                }
            };
            groups.entry(key).or_default().add(total, row);
        }
        self.group_heads(head)?;
        for ((_, name), group) in groups {
            self.line(&name, group)?;
        }
        self.at += 1;
        Ok(())
    }

    fn group_heads(&mut self, head: &str) -> Result<(), ExportProblem> {
        let heads = [
            head,
            self.word("企业数", "enterprises"),
            self.word("平均积分", "mean points"),
            self.word("积分中位数", "median points"),
            self.word("最高积分", "highest points"),
        ];
        self.heads(&heads)
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
