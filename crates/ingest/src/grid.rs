//! From the cells of a sheet to typed columns.

use std::{ops::ControlFlow, path::Path};

use domain::indicators::Dictionary;
use formula::Sentence;

use crate::{
    CellProblem, Code, Origin, Problems, ReadOptions,
    column::Filling,
    header::{Column, Names, Role, understand},
    limits,
    reading::{Reading, Skipped},
    sheets::{Refusal, SheetEnd, Sheets, Sink, Value},
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
        let header = top.rows.iter().position(|row| row.cells.iter().any(|(_, text)| names.is_code(text)));
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
    let mut problems = Problems::default();
    let columns = understand(&header.cells, names, options, &mut problems);
    let mut filler = Filler::new(header, &columns, options, problems);
    let end = sheets.scan(chosen.sheet, &mut filler)?;
    filler.report_merged(&end);
    if !columns.iter().any(|column| matches!(column.role, Role::Code)) {
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

/// Spreadsheets keep and show 15 digits: `=0.1+0.2` is seen as 0.3 and means 0.3, whatever noise its double carries.
fn as_seen(value: Value<'_>) -> Value<'_> {
    let rounded = |number: f64| {
        if number.fract() == 0.0 && number.abs() < 1e15 {
            return number;
        }
        format!("{number:.14e}").parse().unwrap_or(number)
    };
    match value {
        Value::Number(number) => Value::Number(rounded(number)),
        Value::Percent(number) => Value::Percent(rounded(number)),
        other => other,
    }
}

/// Fills the columns while the cells stream by.
struct Filler<'d> {
    header_row: u32,
    header_width: Option<u32>,
    fillings: Vec<Filling<'d>>,
    /// By column of the sheet: which filling, or which skipped column.
    targets: Vec<Target>,
    skipped: Vec<Skipped>,
    unnamed_seen: Vec<u32>,
    code: Option<usize>,
    period: Option<usize>,
    rows: Vec<u32>,
    started: bool,
    too_wide: bool,
    problems: Problems,
}

#[derive(Clone, Copy)]
enum Target {
    Filling(usize),
    Skipped(usize),
    Faulty,
    Unnamed,
}

impl<'d> Filler<'d> {
    fn new(header: &TopRow, columns: &[Column<'d>], options: &ReadOptions, problems: Problems) -> Self {
        let mut filler = Self {
            header_row: header.row,
            header_width: header.width,
            fillings: Vec::new(),
            targets: Vec::new(),
            skipped: Vec::new(),
            unnamed_seen: Vec::new(),
            code: None,
            period: None,
            rows: Vec::new(),
            started: false,
            too_wide: false,
            problems,
        };
        for column in columns {
            let target = filler.target(column, options);
            filler.targets.resize(column.place.index as usize + 1, Target::Unnamed);
            filler.targets[column.place.index as usize] = target;
        }
        filler
    }

    fn target(&mut self, column: &Column<'d>, options: &ReadOptions) -> Target {
        let Some(filling) = Filling::new(column, options.id_column.is_some()) else {
            return match &column.role {
                Role::Unknown { suggestion } => {
                    let (place, suggestion) = (column.place.clone(), suggestion.clone());
                    self.skipped.push(Skipped { place, suggestion, filled: 0 });
                    Target::Skipped(self.skipped.len() - 1)
                }
                Role::Unnamed => Target::Unnamed,
                _ => Target::Faulty,
            };
        };
        let index = self.fillings.len();
        match column.role {
            Role::Code => self.code = Some(index),
            Role::Period => self.period = Some(index),
            _ => {}
        }
        self.fillings.push(filling);
        Target::Filling(index)
    }

    fn unnamed(&mut self, row: u32, column: u32, value: &Value<'_>) {
        if self.header_width.is_some_and(|width| column >= width) {
            self.too_wide = true;
            return;
        }
        if self.unnamed_seen.len() >= 100 || self.unnamed_seen.contains(&column) {
            return;
        }
        self.unnamed_seen.push(column);
        self.problems.push(
            CellProblem::error(
                Code::UnnamedColumn,
                Sentence::new("这一列有数据但没有表头。", "This column has values and no header."),
            )
            .at_row(row)
            .in_column(column, "")
            .with_value(&value.shown())
            .with_hint("补上表头，或清空这一列", "give it a header, or clear the column"),
        );
    }

    /// Every row needs its code, and its period where there is such a column.
    fn check_keys(&mut self, row: u32) {
        let missing = |filling: Option<usize>| {
            filling.map(|index| &self.fillings[index]).filter(|filling| filling.cells.len() < self.rows.len())
        };
        let code = missing(self.code).map(|filling| {
            let place = &filling.column.place;
            CellProblem::error(
                Code::MissingCode,
                Sentence::new("这一行没有企业代码。", "This row has no enterprise code."),
            )
            .at_row(row)
            .in_column(place.index, &place.name)
            .with_hint("补上代码；合计行、说明行请删去", "add the code; remove total lines and remarks")
        });
        let period = missing(self.period).map(|filling| {
            let place = &filling.column.place;
            CellProblem::error(
                Code::MissingPeriod,
                Sentence::new(
                    "这一行没有年度，而表中有年度列。",
                    "This row has no period although the table has that column.",
                ),
            )
            .at_row(row)
            .in_column(place.index, &place.name)
            .with_hint("补上年度，如 2023", "add the year, such as 2023")
        });
        code.into_iter().chain(period).for_each(|problem| self.problems.push(problem));
    }

    fn check_width(&mut self, row: u32, width: Option<u32>) {
        let (Some(width), Some(header)) = (width, self.header_width) else { return };
        let too_wide = std::mem::take(&mut self.too_wide);
        if width >= header && !too_wide {
            return;
        }
        self.problems.push(
            CellProblem::error(
                Code::RaggedRow,
                Sentence::new(
                    format!("本行有{width}列，表头有{header}列，数据可能错位。"),
                    format!("The row has {width} cells and the header {header}; values may have shifted."),
                ),
            )
            .at_row(row)
            .with_hint(
                "文字中的逗号要用引号括起来；缺的列留空但要有逗号",
                "put texts that contain commas into quotation marks; keep the commas of empty cells",
            ),
        );
    }

    fn report_merged(&mut self, end: &SheetEnd) {
        let last = self.rows.last().copied().unwrap_or(self.header_row);
        for merged in &end.merged {
            if merged.rows.1 < self.header_row || merged.rows.0 > last {
                continue;
            }
            let place = format!(
                "{}{}:{}{}",
                crate::column_letter(merged.columns.0),
                merged.rows.0,
                crate::column_letter(merged.columns.1),
                merged.rows.1
            );
            self.problems.push(
                CellProblem::error(
                    Code::MergedCells,
                    Sentence::new(
                        format!("{place} 是合并单元格，看不出每行每列的值。"),
                        format!("{place} is merged, so the value of each row and column is not clear."),
                    ),
                )
                .at_row(merged.rows.0)
                .in_column(merged.columns.0, "")
                .with_hint("取消合并，逐格填写", "unmerge the cells and fill in each of them"),
            );
        }
    }

    fn finish(mut self, options: &ReadOptions) -> Reading<'d> {
        if self.rows.is_empty() {
            self.problems.push(
                CellProblem::error(
                    Code::HeaderOnly,
                    Sentence::new("只有表头，没有数据行。", "There is a header and not one row of data."),
                )
                .at_row(self.header_row)
                .with_hint("检查导出是否完整", "check that the export is complete"),
            );
        }
        let rows = self.rows.len();
        let origin = Origin::Rows(self.rows);
        let mut reading = Reading::finish(self.fillings, rows, origin, self.problems, options);
        reading.skipped = self.skipped;
        reading
    }
}

impl Sink for Filler<'_> {
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) {
        if row <= self.header_row || value.is_blank() {
            return;
        }
        if !self.started {
            self.started = true;
            self.rows.push(row);
        }
        let index = self.rows.len() - 1;
        let value = as_seen(value);
        match self.targets.get(column as usize).copied().unwrap_or(Target::Unnamed) {
            Target::Filling(filling) => self.fillings[filling].push(index, row, value, &mut self.problems),
            Target::Skipped(skipped) => self.skipped[skipped].filled += 1,
            Target::Faulty => {}
            Target::Unnamed => self.unnamed(row, column, &value),
        }
    }

    fn row_end(&mut self, row: u32, width: Option<u32>) -> ControlFlow<()> {
        if std::mem::take(&mut self.started) {
            self.check_width(row, width);
            self.check_keys(row);
        }
        ControlFlow::Continue(())
    }
}
