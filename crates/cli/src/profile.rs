//! `jifen profile`: what is in a table, before anybody trusts it.

use domain::indicators::Dictionary;
use formula::{Exact, Unit};
use ingest::{ColumnProfile, NumberProfile, ReadOptions};
use run::insist_readable;
use serde_json::{Value, json};

use crate::{
    args::Profile,
    console::{Console, TextTable},
    exit::{Ended, Exit, Stop},
    problems::{rules_stop, table_json, table_stop},
};

/// The enterprise dictionary as it was when this program was built, for `profile` without `--items`.
const BUILT_IN: &str = include_str!("../../../rules/items/enterprise.yaml");

/// Says what is in the file. Bad cells are part of the answer; only an unreadable file is a failure.
pub fn run(args: &Profile, console: Console) -> Ended {
    let dictionary = match &args.items {
        Some(path) => rulebook::load_items(path).map_err(|problems| rules_stop(&problems))?.value,
        None => built_in_dictionary()?,
    };
    insist_readable(&args.file)?;
    let progress = console.progress("读取数据", "reading the table");
    let profile = ingest::profile(&args.file, &dictionary, &ReadOptions::default());
    drop(progress);
    let profile = profile.map_err(|problems| table_stop(&problems))?;
    if console.json {
        console.print(&format!("{:#}\n", to_json(&profile)));
    } else {
        console.print(&to_text(&profile, console));
    }
    Ok(if profile.problems.errors() == 0 { Exit::Done } else { Exit::Problems })
}

/// The enterprise dictionary that is built in.
///
/// # Errors
/// Never in practice: a test reads it.
pub fn built_in_dictionary() -> Result<Dictionary, Stop> {
    let name = std::path::Path::new("enterprise.yaml");
    let files = rulebook::Memory::new([(name, BUILT_IN)]);
    rulebook::load_items_from(&files, name)
        .map(|loaded| loaded.value)
        .map_err(|problems| rules_stop(&problems))
}

fn to_text(profile: &ingest::Profile, console: Console) -> String {
    let mut text = heading(profile, console);
    text.push_str(&columns(profile, console));
    for skipped in &profile.skipped {
        let place = format!("{} {}", skipped.place.letter(), skipped.place.name);
        let guess = skipped.suggestion.as_ref().map_or_else(String::new, |name| {
            let (zh, en) = (format!("；是不是“{name}”？"), format!("; did you mean `{name}`?"));
            console.pick(&zh, &en).to_owned()
        });
        let zh = format!("  未识别的列 {place}（{}格有数据）{guess}\n", skipped.filled);
        let en = format!("  column not recognised: {place} ({} cells filled){guess}\n", skipped.filled);
        text.push_str(console.pick(&zh, &en));
    }
    if !profile.problems.is_empty() {
        text.push('\n');
        text.push_str(&profile.problems.text(console.language));
        text.push('\n');
    }
    text
}

fn heading(profile: &ingest::Profile, console: Console) -> String {
    let periods: Vec<String> =
        profile.periods.iter().map(|(period, rows)| format!("{period}({rows})")).collect();
    let sheet = profile.sheet.as_deref().unwrap_or("");
    let (zh_sheet, en_sheet) = if sheet.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("工作表“{sheet}”，"), format!("sheet `{sheet}`, "))
    };
    let zh = format!(
        "{zh_sheet}{}行，{}家企业，年度：{}\n\n",
        profile.rows,
        profile.enterprises,
        periods.join("、")
    );
    let en = format!(
        "{en_sheet}{} rows, {} enterprises, periods: {}\n\n",
        profile.rows,
        profile.enterprises,
        periods.join(", ")
    );
    console.pick(&zh, &en).to_owned()
}

fn columns(profile: &ingest::Profile, console: Console) -> String {
    let zh = ["列", "数据项", "单位", "有值", "缺失", "错误", "零", "最小", "中位", "最大", "异常值"];
    let en = ["", "item", "unit", "known", "missing", "bad", "zeros", "min", "median", "max", "outliers"];
    let header = if console.pick("zh", "en") == "zh" { zh } else { en };
    let mut table = TextTable::new(header).right(&[3, 4, 5, 6, 7, 8, 9, 10]);
    for column in &profile.columns {
        table.row(row(column, console));
    }
    table.render()
}

fn row(column: &ColumnProfile, console: Console) -> Vec<String> {
    let name = column.name.as_ref();
    let name = name.map_or(column.place.name.as_str(), |name| name.in_language(console.language));
    let unit = match (column.header_unit, column.unit) {
        (Some(header), Some(unit)) if column.converted => format!("{}→{}", header.symbol, unit.symbol),
        (_, unit) => unit.map_or_else(String::new, |unit| unit.symbol.to_owned()),
    };
    let counts = [column.known, column.missing, column.bad].map(|count| count.to_string());
    let mut cells = vec![column.place.letter(), name.to_owned(), unit];
    cells.extend(counts);
    cells.extend(column.numbers.as_ref().map_or_else(Default::default, number_cells));
    cells
}

fn number_cells(numbers: &NumberProfile) -> [String; 5] {
    let shown = |value: &Exact| value.to_decimal(4);
    [
        numbers.zeros.to_string(),
        shown(&numbers.minimum),
        shown(&numbers.median),
        shown(&numbers.maximum),
        numbers.outliers.to_string(),
    ]
}

fn to_json(profile: &ingest::Profile) -> Value {
    json!({
        "sheet": profile.sheet,
        "rows": profile.rows,
        "enterprises": profile.enterprises,
        "periods": profile.periods.iter().map(|(period, rows)| json!({"period": period, "rows": rows})).collect::<Vec<_>>(),
        "duplicates": profile.duplicates,
        "columns": profile.columns.iter().map(column_json).collect::<Vec<_>>(),
        "skipped": profile.skipped.iter().map(|column| json!({
            "letter": column.place.letter(),
            "name": column.place.name,
            "suggestion": column.suggestion,
            "filled": column.filled,
        })).collect::<Vec<_>>(),
        "problems": table_json(&profile.problems),
    })
}

fn column_json(column: &ColumnProfile) -> Value {
    let symbol = |unit: Option<&'static Unit>| unit.map(|unit| unit.symbol);
    json!({
        "letter": column.place.letter(),
        "header": column.place.name,
        "item": column.code,
        "kind": column.kind,
        "header_unit": symbol(column.header_unit),
        "unit": symbol(column.unit),
        "converted": column.converted,
        "known": column.known,
        "missing": column.missing,
        "bad": column.bad,
        "numbers": column.numbers.as_ref().map(numbers_json),
        "frequent": column.frequent.iter().map(|(value, count)| json!({"value": value, "count": count})).collect::<Vec<_>>(),
    })
}

/// Numbers are texts, so that no reader rounds them.
fn numbers_json(numbers: &NumberProfile) -> Value {
    json!({
        "zeros": numbers.zeros,
        "minimum": numbers.minimum.to_string(),
        "median": numbers.median.to_string(),
        "maximum": numbers.maximum.to_string(),
        "fences": numbers.fences.as_ref().map(|(low, high)| [low.to_string(), high.to_string()]),
        "outliers": numbers.outliers,
        "first_outliers": numbers.first_outliers.iter().map(|(row, value)| json!({"row": row, "value": value.to_string()})).collect::<Vec<_>>(),
    })
}
