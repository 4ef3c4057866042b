//! Values of one source for a batch: what is new, what differs from what this source said before, what cannot be taken.

use super::{plan::Tally, problems::Trouble};
use crate::{
    jobs::{Progress, Stopped},
    rules::Rules,
};
use domain::indicators::{Item, ItemKind};
use ingest::Rows;
use serde_json::{Value, json};
use std::collections::HashMap;
use store::{
    enterprises::Enterprise,
    imports::RowOutcome,
    values::{Cells, NO_PERIOD, Stated, Statement, Written},
};

/// Items that say who the row is about; the register keeps them.
const IDENTITY: [&str; 3] = ["credit_code", "name", "period"];

/// What is known before the file is read.
pub(super) struct Known {
    /// The zone's register.
    pub(super) enterprises: HashMap<String, Enterprise>,
    /// What this source said for this batch: enterprise and period to item and text.
    pub(super) said: HashMap<(String, i32), HashMap<String, Option<String>>>,
}

impl Known {
    pub(super) fn of(enterprises: Vec<Enterprise>, statements: Vec<Statement>) -> Self {
        let mut said: HashMap<(String, i32), HashMap<String, Option<String>>> = HashMap::new();
        for statement in statements {
            let before = said.entry((statement.enterprise_id, statement.period)).or_default();
            for (item, stated) in statement.cells {
                let text = match stated {
                    Stated::Known(text) => Some(text),
                    Stated::Missing => None,
                };
                before.insert(item, text);
            }
        }
        let enterprises = enterprises.into_iter().map(|one| (one.credit_code.clone(), one)).collect();
        Self { enterprises, said }
    }
}

/// A column of values: its place among the columns read, its item, and whether it belongs to a period.
struct ValueColumn<'a> {
    column: usize,
    item: &'a str,
    yearly: bool,
}

/// The statements an import comes to. Each has only what differs from what the source said before.
pub(super) fn plan(
    rules: &Rules,
    rows: &Rows,
    known: &Known,
    tally: &mut Tally,
    progress: &Progress,
    mut id: impl FnMut() -> String,
) -> Result<Vec<Written>, Stopped> {
    let columns = columns(rules, rows);
    let mut written = Vec::with_capacity(rows.len());
    progress.of(rows.len());
    for index in 0..rows.len() {
        progress.step(index)?;
        let Some((enterprise, period)) = subject(rows, index, known, tally) else {
            reject(rows, index, tally);
            continue;
        };
        let who = || (Some(enterprise.credit_code.clone()), Some(enterprise.name.clone()));
        let row = rows.row(index);
        let mut changes = Vec::new();
        let (mut any, mut new) = (false, true);
        for (yearly, period) in [(true, period), (false, NO_PERIOD)] {
            let before = known.said.get(&(enterprise.id.clone(), period));
            let values: Vec<_> = columns
                .iter()
                .filter(|column| column.yearly == yearly)
                .filter_map(|column| Some((column.item, rows.text(column.column, index)?)))
                .collect();
            any |= !values.is_empty();
            let differs = |(item, text): &&(&str, std::borrow::Cow<'_, str>)| {
                before.and_then(|before| before.get(*item)) != Some(&Some(text.to_string()))
            };
            let fresh: Vec<_> = values.iter().filter(differs).collect();
            if fresh.is_empty() {
                continue;
            }
            for (item, text) in &fresh {
                if let Some(old) = before.and_then(|before| before.get(*item)) {
                    new = false;
                    changes.push(json!({"item": item, "period": period, "before": old, "after": text}));
                }
            }
            new &= before.is_none_or(|before| values.iter().all(|(item, _)| !before.contains_key(*item)));
            let cells = Cells::of(fresh.iter().map(|(item, text)| (*item, Some(text.as_ref()))));
            written.push(Written { id: id(), enterprise_id: enterprise.id.clone(), period, row, cells });
        }
        let stored = written.last().is_some_and(|last| last.row == row);
        let outcome = match (any, stored, new) {
            (_, true, true) => RowOutcome::Created,
            (_, true, false) => RowOutcome::Changed,
            _ => RowOutcome::Unchanged,
        };
        tally.row(rows, index, outcome, who(), || Value::Array(changes));
    }
    progress.step(rows.len())?;
    Ok(written)
}

fn columns<'a>(rules: &'a Rules, rows: &'a Rows) -> Vec<ValueColumn<'a>> {
    let value = |(column, read): (usize, &'a ingest::ReadColumn)| {
        if IDENTITY.contains(&read.name.as_str()) {
            return None;
        }
        let item = rules.dictionary.find(&read.name)?;
        Some(ValueColumn { column, item: &item.code, yearly: item.yearly })
    };
    rows.columns.iter().enumerate().filter_map(value).collect()
}

/// The enterprise and the year a row is about; `None` with the reason noted when it cannot be taken.
fn subject<'k>(
    rows: &Rows,
    index: usize,
    known: &'k Known,
    tally: &mut Tally,
) -> Option<(&'k Enterprise, i32)> {
    let row = rows.row(index);
    let code_column = rows.column("credit_code")?;
    let code = rows.text(code_column, index);
    let place = rows.columns.get(code_column).map(|column| &column.place);
    let enterprise = code.as_deref().and_then(|code| known.enterprises.get(code));
    match (code.as_deref(), enterprise) {
        (Some(code), None) => tally.trouble(
            row,
            Trouble::new(
                "unknown-enterprise",
                "企业库中没有这家企业。",
                "The register has no such enterprise.",
            )
            .at(place, Some(code))
            .hint("先导入或新增企业，再导入数据", "import or enter the enterprise first"),
        ),
        (Some(code), Some(enterprise)) if !enterprise.is_open() => tally.trouble(
            row,
            Trouble::new(
                "enterprise-closed",
                "这家企业已退出企业库。",
                "The enterprise has left the register.",
            )
            .at(place, Some(code))
            .hint("核对企业状态", "check the enterprise's status"),
        ),
        _ => {}
    }
    let period = rows.column("period").and_then(|column| rows.text(column, index)?.parse().ok());
    if let (Some(enterprise), Some(column)) = (enterprise, rows.column("name"))
        && let Some(name) = rows.text(column, index)
        && name != enterprise.name
    {
        let place = rows.columns.get(column).map(|column| &column.place);
        let (zh, en) = (
            format!("企业库中的名称是“{}”。", enterprise.name),
            format!("The register says \"{}\".", enterprise.name),
        );
        tally.trouble(row, Trouble::new("name-differs", zh, en).at(place, Some(&name)).only_warning());
    }
    let good = enterprise.is_some_and(Enterprise::is_open) && !rows.problems.spoil(row);
    if good { enterprise.zip(period) } else { None }
}

fn reject(rows: &Rows, index: usize, tally: &mut Tally) {
    let text = |name: &str| {
        rows.column(name).and_then(|column| rows.text(column, index)).map(|text| text.into_owned())
    };
    tally.row(rows, index, RowOutcome::Rejected, (text("credit_code"), text("name")), || json!([]));
}

/// Whether an item can stand in a workbook of values.
pub(super) fn is_value(item: &Item) -> bool {
    !IDENTITY.contains(&item.code.as_str()) && item.kind != ItemKind::CreditCode
}
