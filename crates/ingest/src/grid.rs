//! From the cells of a sheet to typed columns.

mod fill;

pub use fill::EXAMPLE;

use std::{ops::ControlFlow, path::Path};

use domain::indicators::Dictionary;
use formula::Sentence;

use crate::{
    CellProblem, Code, Origin, Problems, ReadOptions,
    header::{Column, NAME, Names, Role, understand},
    limits,
    reading::Reading,
    sheets::{Refusal, Sheets, Sink, Value},
    text::nearest,
};

/// A row near the top, looked at to find the header.
struct TopRow {
    row: u32,
    cells: Vec<(u32, String)>,
    width: Option<u32>,
}

/// Collects the first rows that are not blank.
#[derive(Default)]
struct Top {
    rows: Vec<TopRow>,
    current: Vec<(u32, String)>,
}

impl Sink for Top {
    fn cell(&mut self, _row: u32, column: u32, value: Value<'_>) {
        if !value.is_blank() {
            self.current.push((column, value.shown()));
        }
    }

    fn row_end(&mut self, row: u32, width: Option<u32>) -> ControlFlow<()> {
        let cells = std::mem::take(&mut self.current);
        if !cells.is_empty() {
            self.rows.push(TopRow { row, cells, width });
        }
        if self.rows.len() >= limits::HEADER_SEARCH_ROWS {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// The sheet that is read and its header row.
struct Chosen {
    sheet: usize,
    name: Option<String>,
    header: Option<TopRow>,
    /// What stands above the header: a title, often a unit.
    above: String,
    others: Vec<String>,
}

/// Reads a CSV file or a workbook.
pub(crate) fn read<'d>(
    path: &Path,
    dictionary: &'d Dictionary,
    options: &ReadOptions,
) -> Result<Reading<'d>, Refusal> {
    let mut sheets = Sheets::open(path)?;
    let names = Names::new(dictionary, options);
    let chosen = choose(&mut sheets, &names, options)?;
    let mut reading = match &chosen.header {
        None => empty(options),
        Some(header) => read_sheet(&mut sheets, &chosen, header, &names, options)?,
    };
    note_ignored(&chosen, &mut reading.problems);
    reading.sheet = chosen.name;
    Ok(reading)
}

fn choose(sheets: &mut Sheets, names: &Names<'_>, options: &ReadOptions) -> Result<Chosen, Refusal> {
    let all = sheets.names();
    let wanted: Vec<usize> = match &options.sheet {
        Some(name) if sheets.is_workbook() => vec![named(&all, name)?],
        _ => (0..all.len()).filter(|&sheet| !sheets.is_hidden(sheet)).collect(),
    };
    let mut chosen: Option<Chosen> = None;
    let mut fallback: Option<Chosen> = None;
    for sheet in wanted {
        let mut top = Top::default();
        sheets.scan(sheet, &mut top)?;
        let name = sheets.is_workbook().then(|| all[sheet].clone());
        let header = top.rows.iter().position(|row| row.cells.iter().any(|(_, text)| names.tells_who(text)));
        let found = header.is_some();
        let place = header.unwrap_or(0);
        let empty = top.rows.is_empty();
        let above = top.rows[..place].iter().flat_map(|row| &row.cells).map(|(_, text)| text.as_str());
        let above = above.collect::<Vec<_>>().join(" ");
        let candidate = Chosen {
            sheet,
            name: name.clone(),
            header: top.rows.into_iter().nth(place),
            above,
            others: Vec::new(),
        };
        match (&mut chosen, found) {
            (Some(first), true) => first.others.extend(name),
            (None, true) => chosen = Some(candidate),
            _ if fallback.as_ref().is_none_or(|kept| kept.header.is_none() && !empty) => {
                fallback = Some(candidate)
            }
            _ => {}
        }
    }
    chosen.or(fallback).ok_or_else(|| Box::new(no_visible_sheet()))
}

fn named(all: &[String], name: &str) -> Result<usize, Refusal> {
    all.iter().position(|sheet| sheet == name).ok_or_else(|| {
        let problem = CellProblem::error(
            Code::NoSuchSheet,
            Sentence::new(format!("没有名为“{name}”的工作表。"), format!("There is no sheet \"{name}\".")),
        )
        .with_hint(format!("工作表：{}", all.join("、")), format!("sheets: {}", all.join(", ")));
        let suggestion = nearest(name, all.iter().map(String::as_str)).map(str::to_owned);
        Box::new(CellProblem { suggestion, ..problem })
    })
}

fn no_visible_sheet() -> CellProblem {
    CellProblem::error(Code::NoSuchSheet, Sentence::new("所有工作表都隐藏了。", "Every sheet is hidden."))
        .with_hint("取消隐藏，或指明要读的工作表", "unhide the sheet, or name the one to read")
}

fn empty<'d>(options: &ReadOptions) -> Reading<'d> {
    let problem = CellProblem::error(
        Code::EmptyFile,
        Sentence::new("没有任何有值的单元格。", "There is not one cell with a value."),
    )
    .with_hint("检查是否选错了文件或工作表", "check whether it is the right file and sheet");
    Reading::finish(Vec::new(), 0, Origin::default(), Problems::of(problem), options)
}

fn note_ignored(chosen: &Chosen, problems: &mut Problems) {
    if let Some(header) = chosen.header.as_ref().filter(|_| !chosen.above.is_empty()) {
        let row = header.row;
        problems.push(
            CellProblem::warning(
                Code::RowsIgnored,
                Sentence::new(
                    format!("表头在第{row}行，之前的行未读取。"),
                    format!("The header is in row {row}; the rows above were not read."),
                ),
            )
            .with_value(&chosen.above)
            .with_hint(
                "若其中写有单位，请写进表头，如“研发费用(千元)”",
                "a unit that stands there belongs into the headers, as in 研发费用(千元)",
            ),
        );
    }
    if !chosen.others.is_empty() {
        problems.push(
            CellProblem::warning(
                Code::SheetsIgnored,
                Sentence::new(
                    format!("还有含企业代码的工作表未读取：{}。", chosen.others.join("、")),
                    format!(
                        "Other sheets with enterprise codes were not read: {}.",
                        chosen.others.join(", ")
                    ),
                ),
            )
            .with_hint("用 --sheet 指明要读的工作表", "name the sheet with --sheet"),
        );
    }
}

fn read_sheet<'d>(
    sheets: &mut Sheets,
    chosen: &Chosen,
    header: &TopRow,
    names: &Names<'d>,
    options: &ReadOptions,
) -> Result<Reading<'d>, Refusal> {
    let mut problems = Problems::with_room(options.kept);
    let columns = understand(&header.cells, names, options, &mut problems);
    let mut filler = fill::Filler::new(header, &columns, options, problems);
    let end = sheets.scan(chosen.sheet, &mut filler)?;
    filler.report_merged(&end);
    let tells_who = |column: &Column<'_>| match column.role {
        Role::Code => true,
        Role::Item { item, .. } => options.by_name && item.code == NAME,
        _ => false,
    };
    if !columns.iter().any(tells_who) {
        filler.problems.push(no_code_column(header, options));
    }
    Ok(filler.finish(options))
}

fn no_code_column(header: &TopRow, options: &ReadOptions) -> CellProblem {
    let wanted = options.id_column.as_deref().unwrap_or("统一社会信用代码");
    let problem = CellProblem::error(
        Code::NoCodeColumn,
        Sentence::new(
            format!("前{}行中没有“{wanted}”列。", limits::HEADER_SEARCH_ROWS),
            format!("The first {} rows have no column \"{wanted}\".", limits::HEADER_SEARCH_ROWS),
        ),
    )
    .at_row(header.row)
    .with_hint(
        "表头写“统一社会信用代码”或 credit_code；用别的列标识企业时请指明列名",
        "call the column 统一社会信用代码 or credit_code, or name another column that identifies the enterprise",
    );
    let near = nearest(wanted, header.cells.iter().map(|(_, text)| text.as_str()));
    CellProblem { suggestion: near.map(|near| format!("{near} → {wanted}")), ..problem }
}
