//! An enterprise files: it reports what departments do not, here and there says something else, and submits.

use super::{OWN, Stage, person::Person};
use axum::http::Method;
use demo::Row;
use formula::{Exact, Fact};
use serde_json::{Map, Value, json};
use store::StoreError;

/// An enterprise's person at its form.
pub(super) struct Filer<'a> {
    pub(super) stage: &'a Stage<'a>,
    pub(super) person: &'a Person,
    /// What is true.
    pub(super) row: &'a Row,
    /// Its place among those who file.
    pub(super) number: usize,
}

/// A page that says what it is: a real file for a claim.
pub(super) const EVIDENCE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
4 0 obj<</Length 66>>stream\nBT /F1 18 Tf 72 760 Td (Demonstration: audited statement) Tj ET\nendstream endobj\n\
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// Fills the form in, unless somebody has begun to.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn files(filer: &Filer<'_>) -> Result<(), StoreError> {
    let mine = filer.person.reads("/api/v1/participants?state=draft").await?;
    let year = filer.stage.year;
    let mine = mine["items"].as_array().into_iter().flatten();
    let batch = super::years::found(filer.stage, year).await?.map(|batch| batch.id);
    let Some(id) = mine.into_iter().find(|one| one["batch_id"].as_str() == batch.as_deref()) else {
        return Ok(());
    };
    let path = format!("/api/v1/participants/{}", id["id"].as_str().unwrap_or_default());
    let form = filer.person.reads(&format!("{path}/filing")).await?;
    if form["draft_version"] != json!(0) {
        return Ok(());
    }
    if filer.number == OWN {
        object(filer, &path, &form).await?;
    }
    let mut cells = cells(filer, &form);
    save(filer, &path, &cells).await?;
    if filer.number % 8 == 3 {
        // Still being written.
        return Ok(());
    }
    let form = filer.person.reads(&format!("{path}/filing")).await?;
    explain(&form, &mut cells);
    save(filer, &path, &cells).await?;
    let submitted = filer.person.edits(Method::POST, &format!("{path}/submit"), &path, &json!({})).await;
    if let Err(error) = submitted {
        // What its form does not let through stays a draft, as it would with people.
        tracing::debug!(%error, "a filing of the demonstration was not submitted");
    }
    Ok(())
}

async fn save(filer: &Filer<'_>, path: &str, cells: &Map<String, Value>) -> Result<(), StoreError> {
    let filing = format!("{path}/filing");
    filer.person.edits(Method::PUT, &filing, &filing, &json!({ "cells": cells })).await.map(drop)
}

/// What departments do not report, as it is; every fifth who may says more R&D than its department.
fn cells(filer: &Filer<'_>, form: &Value) -> Map<String, Value> {
    let mut cells = Map::new();
    let confirms = form["confirm_only"] == json!(true);
    for field in form["fields"].as_array().into_iter().flatten() {
        let Some(item) = field["item"].as_str() else { continue };
        let truth = truth(filer, item);
        if field["departments"]["value"].is_null() {
            if truth.is_some() || field["required"] == json!(true) {
                let none = truth.is_none().then_some("尚无此项数据");
                cells.insert(item.to_owned(), json!({"value": truth, "explanation": none, "evidence": null}));
            }
        } else if item == "rd_expense" && !confirms && filer.number % 5 == 2 {
            let more = truth.and_then(|text| text.parse::<Exact>().ok()).zip(Exact::ratio(11, 10));
            let more = more.map(|(number, share)| (number * share).round_half_up(2).to_string());
            let cell = json!({"value": more, "explanation": "含委托外部研发费用", "evidence": null});
            cells.insert(item.to_owned(), cell);
        }
    }
    cells
}

fn truth(filer: &Filer<'_>, item: &str) -> Option<String> {
    let fact = filer.row.facts.get(filer.stage.column(item)?)?.as_ref()?;
    Some(match fact {
        Fact::Number(number) => number.to_string(),
        Fact::Text(text) => text.to_string(),
        Fact::Date(day) => day.to_string(),
        Fact::Truth(truth) => truth.to_string(),
    })
}

/// Explains what the form asks to be explained.
fn explain(form: &Value, cells: &mut Map<String, Value>) {
    for field in form["fields"].as_array().into_iter().flatten() {
        let asks = field["problems"].as_array().is_some_and(|all| !all.is_empty());
        if let Some(cell) = field["item"].as_str().filter(|_| asks).and_then(|item| cells.get_mut(item)) {
            cell["explanation"] = json!("新产品投产，情况属实");
        }
    }
}

/// The person of the demonstration objects to a department's value, with evidence.
async fn object(filer: &Filer<'_>, path: &str, form: &Value) -> Result<(), StoreError> {
    let fields = form["fields"].as_array().into_iter().flatten();
    let about = fields.filter(|field| field["item"] == "rd_expense").find_map(|field| {
        let value = field["departments"]["value"].as_str()?.parse::<Exact>().ok()?;
        Some((value * Exact::ratio(23, 20)?).round_half_up(2).to_string())
    });
    let Some(claimed) = about else { return Ok(()) };
    let name: String = "研发费用专项审计报告.pdf".bytes().map(|byte| format!("%{byte:02X}")).collect();
    let attached = filer.person.sends(&format!("{path}/attachments?name={name}"), EVIDENCE).await?;
    let objection = json!({
        "participant_id": path.rsplit('/').next(), "item": "rd_expense", "period": filer.stage.year,
        "claimed": claimed, "reason": "申报表未计入委托外部研发费用", "evidence": attached["id"],
    });
    filer.person.posts("/api/v1/objections", &objection).await.map(drop)
}
