//! 回盘文件: the payment file as the finance system or the bank sends it back, with a result in each row. All rows or none.

use super::{
    BatchBody, batch_after, batch_found,
    results::{BankSays, enter},
};
use crate::{
    desk::Desk,
    etag,
    files::{self, Incoming},
    input::{Checks, Params},
    library::{read_day, today},
    problem::{Code, Field, Problem, Stop},
    reply::Answer,
};
use axum::{body::Body, extract::Path};
use domain::policies::paying::PaymentBatchAction;
use formula::Exact;
use ingest::sheets::{Refusal, Sheets, Sink, Value};
use jiff::civil::Date;
use serde::Deserialize;
use std::{collections::BTreeMap, ops::ControlFlow, path::Path as File};
use store::awards::{self, Award, AwardState};
use utoipa::IntoParams;

/// Largest file.
const LARGEST: u64 = 10 << 20;
/// The headings stand in one of the first rows.
const HEADINGS_WITHIN: u32 = 20;
/// So many mistakes are told at once.
const TOLD: usize = 50;

/// What goes with the content.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ResultsFile {
    /// The file's name: `.xlsx` or `.csv`.
    file_name: String,
    /// The day the bank paid, for rows that name none.
    on: Option<String>,
}

/// Enters what the bank says about payments of a released batch from a workbook or CSV file: columns 付款编号 and 付款结果 (成功 or 失败),
/// and where they are there 金额（元）, 失败原因, 流水号, 付款日期. Rows without a result are left for later. A mistake anywhere
/// and nothing is entered. When every payment has its result the batch is settled.
#[utoipa::path(post, path = "/api/v1/payments/{id}/results-file", operation_id = "enter_payment_results_file", tag = "awards",
    params(("id" = String, Path, description = "The batch"), ResultsFile),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 200, body = BatchBody, description = "Entered")),
    extensions(("x-permission" = json!("payment:settle")), ("x-if-match" = json!("required")), ("x-upload" = json!(true))))]
pub(crate) async fn enter_results_file(
    desk: Desk,
    Path(id): Path<String>,
    Params(given): Params<ResultsFile>,
    body: Body,
) -> Answer {
    let (seen, list) = batch_found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    batch_after(&seen, PaymentBatchAction::Settle)?;
    let on = read_day(given.on.as_deref())?;
    let kind = kind_of(&given.file_name)?;
    let incoming = files::take(&desk.app, body, LARGEST).await?;
    let (rows, hash) = read(&desk, incoming, kind).await?;
    let all = awards::awards_of_batch(desk.database(), &id).await?;
    let results = judged(&rows, &all, on, today(&desk))?;
    enter(&desk, (seen, list), results, Some(&hash)).await
}

/// `xlsx` or `csv`, as the name says; what is in the file must agree with it.
fn kind_of(name: &str) -> Result<&'static str, Problem> {
    let said = File::new(name).extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let kind = ["xlsx", "csv"].into_iter().find(|kind| *kind == said);
    let mut checks = Checks::default();
    checks.that(kind.is_some(), "?file_name", "应为 .xlsx 或 .csv 文件", "must be an .xlsx or .csv file");
    checks.done()?;
    kind.ok_or_else(|| Problem::new(Code::NotAccepted))
}

/// Reads the file and lets it go: it holds account numbers and is not kept.
async fn read(desk: &Desk, incoming: Incoming, kind: &'static str) -> Result<(Rows, String), Stop> {
    let folder = files::folder(&desk.app);
    let work = move || -> std::io::Result<(Result<Rows, Refusal>, String)> {
        let place = tempfile::Builder::new().prefix(".incoming-").tempdir_in(&folder)?;
        let path = place.path().join(format!("results.{kind}"));
        std::fs::copy(incoming.path(), &path)?;
        Ok((Rows::of(&path), incoming.hash()))
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other);
    let (rows, hash) = done.and_then(|done| done).map_err(files::unwritten)?;
    let rows = rows.map_err(|refusal| {
        let said = &refusal.reason;
        Problem::new(Code::FileNotTaken).saying(said.zh.clone(), said.en.clone())
    })?;
    Ok((rows, hash))
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Head {
    Payment,
    Result,
    Amount,
    Reason,
    Reference,
    On,
}

/// What people call the columns; brackets and spaces do not count.
const HEADS: [(Head, &[&str]); 6] = [
    (Head::Payment, &["付款编号", "paymentid", "awardid"]),
    (Head::Result, &["付款结果", "结果", "付款状态", "交易状态", "状态", "result", "status"]),
    (Head::Amount, &["金额元", "金额", "付款金额元", "付款金额", "amountyuan", "amount"]),
    (Head::Reason, &["失败原因", "原因", "reason"]),
    (Head::Reference, &["流水号", "交易流水号", "银行流水号", "reference"]),
    (Head::On, &["付款日期", "交易日期", "日期", "date", "paidon"]),
];

fn head_of(text: &str) -> Option<Head> {
    let plain: String =
        text.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    HEADS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(head, _)| *head)
}

/// The rows below the headings, as people see their cells.
#[derive(Default)]
struct Rows {
    heads: BTreeMap<u32, Head>,
    rows: Vec<(u32, BTreeMap<Head, String>)>,
    now: BTreeMap<u32, String>,
}

impl Rows {
    /// Those of the first sheet.
    fn of(path: &File) -> Result<Self, Refusal> {
        let mut sheets = Sheets::open(path)?;
        let first = (0..sheets.names().len()).find(|index| !sheets.is_hidden(*index)).unwrap_or(0);
        let mut rows = Self::default();
        sheets.scan(first, &mut rows)?;
        Ok(rows)
    }

    fn has(&self, head: Head) -> bool {
        self.heads.values().any(|known| *known == head)
    }
}

impl Sink for Rows {
    fn cell(&mut self, _row: u32, column: u32, value: Value<'_>) {
        if !value.is_blank() {
            self.now.insert(column, value.shown().trim().to_owned());
        }
    }

    fn row_end(&mut self, row: u32, _width: Option<u32>) -> ControlFlow<()> {
        let cells = std::mem::take(&mut self.now);
        if self.heads.is_empty() {
            let heads: BTreeMap<u32, Head> =
                cells.iter().filter_map(|(column, text)| Some((*column, head_of(text)?))).collect();
            if heads.values().any(|head| *head == Head::Payment) {
                self.heads = heads;
            } else if row >= HEADINGS_WITHIN {
                return ControlFlow::Break(());
            }
            return ControlFlow::Continue(());
        }
        let named = cells.into_iter().filter_map(|(column, text)| Some((*self.heads.get(&column)?, text)));
        let named: BTreeMap<Head, String> = named.collect();
        if named.contains_key(&Head::Payment) || named.contains_key(&Head::Result) {
            self.rows.push((row, named));
        }
        ControlFlow::Continue(())
    }
}

/// Whether the bank paid; none where the word says neither.
fn is_paid(text: &str) -> Option<bool> {
    let plain: String =
        text.chars().filter(|one| !one.is_whitespace()).flat_map(char::to_lowercase).collect();
    match plain.as_str() {
        "成功" | "付款成功" | "支付成功" | "交易成功" | "已付款" | "已付" | "paid" | "success"
        | "succeeded" => Some(true),
        "失败" | "付款失败" | "支付失败" | "交易失败" | "未付" | "退票" | "failed" | "failure" => {
            Some(false)
        }
        _ => None,
    }
}

/// What the rows say, or every mistake at its row.
fn judged(rows: &Rows, all: &[Award], on: Option<Date>, today: Date) -> Result<Vec<BankSays>, Problem> {
    let mut fields = Vec::new();
    for (head, name) in [(Head::Payment, "付款编号"), (Head::Result, "付款结果")] {
        if !rows.has(head) {
            let (zh, en) = (format!("缺“{name}”列"), format!("has no column {name}"));
            fields.push(Field::new("/heading", zh, en));
        }
    }
    let mut results: Vec<BankSays> = Vec::new();
    if fields.is_empty() {
        for (row, cells) in &rows.rows {
            let known = |id: &str| results.iter().any(|one| one.award_id == id);
            match one_row(cells, all, (on, today), &known) {
                Ok(found) => results.extend(found),
                Err((zh, en)) => {
                    let at = format!("/rows/{row}");
                    fields.push(Field::new(at, format!("第{row}行：{zh}"), format!("row {row}: {en}")));
                }
            }
        }
        if results.is_empty() && fields.is_empty() {
            fields.push(Field::new("/rows", "没有填写付款结果的行", "holds no row with a result"));
        }
    }
    if fields.is_empty() {
        return Ok(results);
    }
    fields.truncate(TOLD);
    Err(Problem::new(Code::NotAccepted).at(fields))
}

type Said = (String, String);

/// What one row says; nothing where it has no result yet.
fn one_row(
    cells: &BTreeMap<Head, String>,
    all: &[Award],
    (on, today): (Option<Date>, Date),
    known: &dyn Fn(&str) -> bool,
) -> Result<Option<BankSays>, Said> {
    let said = |zh: &str, en: &str| Err((zh.to_owned(), en.to_owned()));
    let Some(result) = cells.get(&Head::Result) else { return Ok(None) };
    let Some(id) = cells.get(&Head::Payment) else {
        return said("有付款结果，没有付款编号", "has a result and no payment id");
    };
    let Some(award) = all.iter().find(|one| one.id == *id) else {
        return said("付款编号不在本批次中", "is not a payment of this batch");
    };
    if award.state != AwardState::Batched {
        return said("这笔付款已有结果", "has its result already");
    }
    if known(id) {
        return said("同一付款编号出现了两次", "stands here twice");
    }
    let Some(paid) = is_paid(result) else {
        return said(
            &format!("付款结果应为“成功”或“失败”，不是“{result}”"),
            "the result must be 成功 or 失败",
        );
    };
    if let Some(amount) = cells.get(&Head::Amount)
        && cents(amount) != Some(award.amount)
    {
        let due = super::body::yuan(award.amount);
        return said(
            &format!("金额“{amount}”与本批次的{due}元不一致"),
            &format!("the amount {amount} is not the {due} yuan of the batch"),
        );
    }
    let reason = cells.get(&Head::Reason).filter(|_| !paid);
    if !paid && reason.is_none_or(|reason| reason.chars().count() > 500) {
        return said("付款失败须写失败原因，500字以内", "say why it failed, in at most 500 characters");
    }
    let reference = cells.get(&Head::Reference);
    if reference.is_some_and(|reference| reference.chars().count() > 100) {
        return said("流水号不超过100字", "the reference has 100 characters at most");
    }
    let day = match cells.get(&Head::On) {
        Some(text) => read_date(text),
        None => on,
    };
    let Some(on) = day.filter(|day| *day <= today) else {
        return said("缺付款日期，或不是今天以前的日期", "has no day of payment, or one that has not come");
    };
    let (reason, reference) = (reason.cloned(), reference.cloned());
    Ok(Some(BankSays { award_id: id.clone(), paid, reason, reference, on }))
}

/// Yuan as cents; separators of thousands do not count.
fn cents(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|one| !matches!(one, ',' | '，' | ' ' | '元' | '¥')).collect();
    let cents = plain.parse::<Exact>().ok()?.shift(2);
    cents.is_integer().then(|| cents.to_string().parse().ok()).flatten()
}

/// `2026-11-30`, `2026/11/30`, `20261130`, `2026年11月30日`.
fn read_date(text: &str) -> Option<Date> {
    let numbers: Vec<&str> =
        text.split(|one: char| !one.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
    let (year, month, day) = match numbers.as_slice() {
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        [year, month, day] => (*year, *month, *day),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn headings_are_known_however_they_are_set() {
        for (text, head) in [
            ("付款编号", Some(Head::Payment)),
            ("金额（元）", Some(Head::Amount)),
            ("金额(元)", Some(Head::Amount)),
            (" Payment id ", Some(Head::Payment)),
            ("Amount (yuan)", Some(Head::Amount)),
            ("用途", None),
        ] {
            assert_eq!(head_of(text), head, "{text}");
        }
    }

    #[test]
    fn money_is_compared_to_the_cent() {
        for (text, amount) in [
            ("545454.55", Some(54_545_455)),
            ("545,454.55", Some(54_545_455)),
            ("20000", Some(2_000_000)),
            ("20000.00 元", Some(2_000_000)),
            ("1.005", None),
            ("两万", None),
        ] {
            assert_eq!(cents(text), amount, "{text}");
        }
    }

    #[test]
    fn days_are_read_as_banks_write_them() {
        let day = Some(date(2026, 11, 30));
        for text in ["2026-11-30", "2026/11/30", "20261130", "2026年11月30日"] {
            assert_eq!(read_date(text), day, "{text}");
        }
        for text in ["", "30.11.", "2026-13-01", "202611"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_that_says_neither_is_no_result() {
        assert_eq!((is_paid("成功"), is_paid("退票"), is_paid("处理中")), (Some(true), Some(false), None));
    }
}
