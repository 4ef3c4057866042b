//! What enterprises of the demonstration let its bank see, and what the bank has read so far.

use super::{Stage, person::Person};
use axum::Router;
use jiff::ToSpan;
use serde_json::{Value, json};
use store::StoreError;

/// So many enterprises have granted a consent.
const GRANTING: usize = 60;
/// The bank has read the points of so many of them.
const READ: usize = 4;
/// Consents last so many months.
const LASTS: i32 = 6;
/// What they let the bank see.
const FIELDS: [&str; 5] = ["profile", "labels", "points", "indicators", "offers"];

/// The first enterprises with people grant consents, and the bank reads some of what it may.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn grant(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    let own = log_ins.iter().filter(|(login, _)| login == "enterprise");
    let others = log_ins.iter().filter(|(login, _)| login != "enterprise");
    for (place, (login, _)) in own.chain(others).take(GRANTING).enumerate() {
        let people = Person::signs_in(stage.app, router, login).await?;
        if people.reads("/api/v1/consents?limit=1").await?["total"] == 0 {
            grant_one(stage, &people, place).await?;
        }
        people.signs_out(stage.app).await?;
    }
    let bank = Person::signs_in(stage.app, router, "bank").await?;
    let list = bank.reads("/api/v1/consents?sort=granted_at").await?;
    let credit = |one: &&Value| one["purpose"] == "credit-review";
    for one in list["items"].as_array().into_iter().flatten().filter(credit).take(READ) {
        let Some(id) = one["enterprise_id"].as_str() else { continue };
        bank.reads(&format!("/api/v1/disclosures/{id}/points?purpose=credit-review")).await?;
    }
    bank.signs_out(stage.app).await
}

/// Enterprises that have borrowed let the bank look after the loan; every fourth one has not got round to it.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn look_after(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    let mut place = 0;
    for (login, _) in log_ins {
        let people = Person::signs_in(stage.app, router, login).await?;
        let lent = people.reads("/api/v1/loans?limit=50").await?;
        let lent = lent["items"].as_array().into_iter().flatten();
        if lent.into_iter().any(|loan| loan["state"] == "lent" || loan["state"] == "overdue") {
            place += 1;
            let there = people.reads("/api/v1/consents?purpose=post-loan&limit=1").await?["total"] != 0;
            if place % 4 != 0 && !there {
                agree(stage, &people, &FIELDS[1..3], "post-loan").await?;
            }
        }
        people.signs_out(stage.app).await?;
    }
    Ok(())
}

/// Every third one only wants to hear about products.
async fn grant_one(stage: &Stage<'_>, people: &Person, place: usize) -> Result<(), StoreError> {
    let (fields, purpose) =
        if place % 3 == 2 { (&FIELDS[..3], "marketing") } else { (&FIELDS[..], "credit-review") };
    agree(stage, people, fields, purpose).await
}

/// Reads the text and agrees to it.
async fn agree(stage: &Stage<'_>, people: &Person, fields: &[&str], purpose: &str) -> Result<(), StoreError> {
    let banks = people.reads("/api/v1/banks").await?;
    let Some(bank) = banks[0]["id"].as_str() else { return Ok(()) };
    let until = stage.today.saturating_add(LASTS.months()).to_string();
    let query = format!("bank_id={bank}&fields={}&purpose={purpose}&valid_until={until}", fields.join(","));
    let text = people.reads(&format!("/api/v1/consent-text?{query}")).await?;
    let body = json!({
        "bank_id": bank, "fields": fields, "purpose": purpose, "valid_until": until, "digest": text["digest"],
    });
    people.posts("/api/v1/consents", &body).await.map(drop)
}
