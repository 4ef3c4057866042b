//! Fills typed columns while the cells of a sheet stream by.

use std::ops::ControlFlow;

use formula::Sentence;

use super::TopRow;
use crate::{
    CellProblem, Code, Origin, Problems, ReadOptions,
    column::Filling,
    header::{Column, Role},
    limits,
    reading::{Reading, Skipped},
    sheets::{SheetEnd, Sink, Value},
};

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

/// Our own templates have one row that shows how to fill in the others: its code begins with this word.
pub const EXAMPLE: &str = "示例";

fn is_example(value: &Value<'_>) -> bool {
    matches!(value, Value::Text(text) if text.trim_start().starts_with(EXAMPLE))
}

/// Fills the columns while the cells stream by.
pub(super) struct Filler<'d> {
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
    by_name: bool,
    /// The row that only shows how to fill in the others.
    example: Option<u32>,
    too_wide: bool,
    /// Bytes of text a workbook's sheet may still fill; a CSV file is as large as it looks.
    text_left: usize,
    pub(super) problems: Problems,
}

#[derive(Clone, Copy)]
enum Target {
    Filling(usize),
    Skipped(usize),
    Faulty,
    Unnamed,
}

impl<'d> Filler<'d> {
    pub(super) fn new(
        header: &TopRow,
        columns: &[Column<'d>],
        options: &ReadOptions,
        problems: Problems,
    ) -> Self {
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
            by_name: options.by_name,
            example: None,
            too_wide: false,
            text_left: if header.width.is_some() { usize::MAX } else { limits::TEXT_BYTES },
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

    /// Whether the text still fits; what does not is reported once, and reading stops after its row.
    fn has_room(&mut self, filling: usize, value: &Value<'_>) -> bool {
        let Value::Text(text) = value else { return true };
        let filling = &self.fillings[filling];
        if self.text_left == 0 || !filling.cells.keeps_text() {
            return self.text_left > 0;
        }
        self.text_left = self.text_left.saturating_sub(text.len());
        if self.text_left == 0 {
            let place = &filling.column.place;
            self.problems.push(
                CellProblem::error(
                    Code::TooLarge,
                    Sentence::new(
                        "工作表中的文字总量过大，未读完。",
                        "The sheet holds too much text and was not read to its end.",
                    ),
                )
                .in_column(place.index, &place.name)
                .with_hint(
                    "删去不需要的文字列，或拆分工作簿",
                    "remove text columns nobody needs, or split the workbook",
                ),
            );
        }
        self.text_left > 0
    }

    /// Leaves out the row that only shows how it is done. Its code stands first, so that nothing of it was read yet.
    fn skip_example(&mut self, row: u32) {
        self.example = Some(row);
        self.rows.pop();
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
        let code = missing(self.code.filter(|_| !self.by_name)).map(|filling| {
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

    pub(super) fn report_merged(&mut self, end: &SheetEnd) {
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

    pub(super) fn finish(mut self, options: &ReadOptions) -> Reading<'d> {
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
        if self.example == Some(row) {
            return;
        }
        let index = self.rows.len() - 1;
        let value = as_seen(value);
        match self.targets.get(column as usize).copied().unwrap_or(Target::Unnamed) {
            Target::Filling(filling) if Some(filling) == self.code && is_example(&value) => {
                self.skip_example(row);
            }
            Target::Filling(filling) => {
                if self.has_room(filling, &value) {
                    self.fillings[filling].push(index, row, value, &mut self.problems);
                }
            }
            Target::Skipped(skipped) => self.skipped[skipped].filled += 1,
            Target::Faulty => {}
            Target::Unnamed => self.unnamed(row, column, &value),
        }
    }

    fn row_end(&mut self, row: u32, width: Option<u32>) -> ControlFlow<()> {
        if std::mem::take(&mut self.started) && self.example != Some(row) {
            self.check_width(row, width);
            self.check_keys(row);
        }
        if self.text_left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
