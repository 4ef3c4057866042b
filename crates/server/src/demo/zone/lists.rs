//! What authorities publish about the zone: who holds which title by which certificate, who made the annual report; and
//! the tasks its officers made of the library. All of it is invented, as the enterprises are.

use super::{Stage, code_of, sending, years};
use formula::Fact;
use jiff::{ToSpan, civil::Date};
use serde_json::json;
use std::collections::BTreeMap;
use store::{StoreError, runs};

/// Certificates of so many years.
const YEARS: i16 = 4;
/// One holder of so many loses the title at the end of its certificate.
const LEAVES: usize = 13;
/// One of so many misses the annual report, and one of so many others stands on no list.
const MISSES: usize = 17;
const SILENT: usize = 23;
/// The holder whose certificate is revoked.
const REVOKED: usize = 5;

/// A holder of a title in the drawn zone.
struct Holder<'a> {
    code: &'a str,
    name: &'a str,
    labels: &'a str,
}

/// Sends the lists in, the oldest first, as the authorities published them.
///
/// # Errors
/// The store's failure, or a file that cannot be written.
pub(super) async fn send(stage: &Stage<'_>) -> Result<(), StoreError> {
    let holders = holders(stage);
    for title in stage.app.rules.titles().iter() {
        let held: Vec<&Holder<'_>> =
            holders.iter().filter(|one| one.labels.split(';').any(|label| label == title.label)).collect();
        if held.is_empty() {
            continue;
        }
        for year in (stage.today.year() - YEARS + 1)..=stage.today.year() {
            let Some(text) = certificates(&title.rung, &held, year, stage.today) else { continue };
            let name = format!("{year}年{}名单.csv", title.label);
            sending::list(stage, &name, (&title.rung, None), text).await?;
        }
        if title.rung == "high-tech" {
            for year in [stage.year - 1, stage.year] {
                let name = format!("{year}年度高新技术企业年报填报情况.csv");
                sending::list(stage, &name, (&title.rung, Some(year)), reports(&held, year)).await?;
            }
        }
    }
    Ok(())
}

/// The enterprises with what they hold last.
fn holders<'a>(stage: &'a Stage<'_>) -> Vec<Holder<'a>> {
    let text = |row: &'a demo::Row, item: &str| match stage.column(item).and_then(|at| row.facts[at].as_ref())
    {
        Some(Fact::Text(text)) => text.as_ref(),
        _ => "",
    };
    let rows = stage.drawn.rows.iter();
    let latest: BTreeMap<&str, &demo::Row> =
        rows.filter_map(|row| Some((code_of(&row.facts)?, row))).collect();
    let holder = |(code, row)| Holder { code, name: text(row, "name"), labels: text(row, "labels") };
    latest.into_iter().map(holder).collect()
}

/// Days a certificate of this year holds: 科技型中小企业 to the end of March, all others three years.
fn validity(rung: &str, place: usize, year: i16) -> Option<(Date, Date)> {
    let month = i8::try_from(place % 4).unwrap_or(0);
    if rung == "tech-sme" {
        return Some((Date::new(year, 4 + month, 10).ok()?, Date::new(year + 1, 3, 31).ok()?));
    }
    let from = Date::new(year, 9 + month, 2).ok()?;
    Some((from, from.saturating_add(3.years()).yesterday().ok()?))
}

/// The list of a year: whoever is recognised or renews then. Nobody is recognised before it is so.
fn certificates(rung: &str, held: &[&Holder<'_>], year: i16, today: Date) -> Option<String> {
    let mut text =
        String::from("统一社会信用代码,企业名称,证书编号,认定日期,有效期至,批次,撤销日期,撤销原因\n");
    let mut any = false;
    let lasts = if rung == "tech-sme" { 1 } else { 3 };
    for (place, one) in held.iter().enumerate() {
        let first = (today.year() - YEARS + 1) + i16::try_from(place % 3).unwrap_or(0);
        let again = year > first && (year - first) % lasts == 0;
        let leaves = again && place % LEAVES == LEAVES - 1;
        let Some((from, to)) = validity(rung, place, year).filter(|_| (year == first || again) && !leaves)
        else {
            continue;
        };
        if from > today {
            continue;
        }
        any = true;
        let revoked = rung == "high-tech" && place == REVOKED && year == first;
        let why = if revoked {
            format!("{},累计两年未填报年度发展情况报表", today.saturating_sub(5.months()))
        } else {
            ",".into()
        };
        let number = format!("{}{year}{place:05}", if rung == "high-tech" { "GR" } else { "DEMO" });
        text.push_str(&format!("{},{},{number},{from},{to},{year}年第一批,{why}\n", one.code, one.name));
    }
    any.then_some(text)
}

/// Who made the report of a year.
fn reports(held: &[&Holder<'_>], year: i32) -> String {
    let mut text = String::from("企业名称,统一社会信用代码,是否填报,填报日期\n");
    for (place, one) in held.iter().enumerate().filter(|(place, _)| place % SILENT != SILENT - 1) {
        let said = if place % MISSES == REVOKED {
            "否,".to_owned()
        } else {
            format!("是,{}-04-{:02}", year + 1, 1 + place % 28)
        };
        text.push_str(&format!("{},{},{said}\n", one.name, one.code));
    }
    text
}

/// The officer makes tasks of what the published year shows: those near a rung, and those who could apply.
///
/// # Errors
/// The store's failure.
pub(super) async fn make_tasks(stage: &Stage<'_>, year: i32) -> Result<(), StoreError> {
    let Some(batch) = years::found(stage, year).await? else { return Ok(()) };
    let Some(run) = runs::published(&stage.app.database, &batch.id).await? else { return Ok(()) };
    let known = stage.officer.reads("/api/v1/tasks?limit=1").await?;
    if known["total"] != 0 {
        return Ok(());
    }
    for (rung, list, n, days, officer) in [
        ("high-tech", "near", 2, 2, &stage.reviewer.user_id),
        ("tech-sme", "near", 2, 25, &stage.officer.user_id),
        ("tech-sme", "candidates", 1, 40, &stage.officer.user_id),
    ] {
        let path = format!("/api/v1/runs/{}/standings?rung={rung}&list={list}&n={n}&limit=12", run.id);
        let found = stage.officer.reads(&path).await?;
        let ids: Vec<&serde_json::Value> = found["items"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| &one["enterprise_id"])
            .filter(|id| id.is_string())
            .collect();
        if ids.is_empty() {
            continue;
        }
        let body = json!({
            "list": {"rung": rung, "list": list, "n": n}, "enterprise_ids": ids,
            "campaign": format!("{}年培育行动", stage.today.year()), "assignee_id": officer,
            "due_on": stage.today.saturating_add(days.days()).to_string(),
        });
        stage.officer.posts(&format!("/api/v1/runs/{}/tasks", run.id), &body).await?;
    }
    Ok(())
}
