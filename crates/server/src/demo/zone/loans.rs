//! A product of the bank of the demonstration with its scorecard, and loans under it at every stage: as the people of both would make them.

use super::{Stage, person::Person};
use axum::{Router, http::Method};
use jiff::ToSpan;
use serde_json::{Value, json};
use store::StoreError;

/// The product, kept in the zone's own folder of rules.
const PRODUCT: &str = include_str!("../points_loan.yaml");
const CODE: &str = "demonstration-points-loan";
/// The scorecard it is reviewed by.
const CARD: &str = include_str!("../points_card.yaml");
/// The second person of the bank.
const SECOND: &str = "bank-2";

/// Puts the product on the shelf; enterprises whose consent allows it apply, and the bank has got so far with each.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn lend(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    let folder = stage.app.config.data.join("rules/products");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join(format!("{CODE}.yaml")), PRODUCT)?;
    let folder = stage.app.config.data.join("rules/scorecards");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("demonstration-points-card.yaml"), CARD)?;
    let bank = Person::signs_in(stage.app, router, "bank").await?;
    let second = Person::signs_in(stage.app, router, SECOND).await?;
    if bank.reads("/api/v1/loans?limit=1").await?["total"] == 0 {
        let others = log_ins.iter().filter(|(login, _)| login != "enterprise");
        for (place, (login, _)) in others.enumerate() {
            let people = Person::signs_in(stage.app, router, login).await?;
            let may_look =
                people.reads("/api/v1/consents?purpose=credit-review&live=true").await?["total"] != 0;
            if may_look && let Some(loan) = apply(&people).await? {
                advance(stage, (&bank, &second), (&loan, place.is_multiple_of(3)), steps(place)).await?;
            }
            people.signs_out(stage.app).await?;
        }
    }
    bank.signs_out(stage.app).await?;
    second.signs_out(stage.app).await
}

/// How far the bank has got with the enterprise at `place`: the first show every state, two each, as one of two may not be
/// looked at; the others have borrowed, one of five is overdue.
fn steps(place: usize) -> &'static [&'static str] {
    STEPS.get(place / 2).copied().unwrap_or(if place.is_multiple_of(5) { OVERDUE } else { STEPS[1] })
}

const OVERDUE: &[&str] = &["accept", "propose", "confirm", "sign", "draw", "fall-due"];
const STEPS: [&[&str]; 6] = [
    &["accept", "propose", "confirm", "sign", "draw", "repay"],
    &["accept", "propose", "confirm", "sign", "draw"],
    &["accept", "propose", "confirm"],
    &["accept", "reject"],
    &["accept"],
    &[],
];

/// Applies for what the product offers; `None` when it offers nothing, or the enterprise took no part in the evaluation.
async fn apply(people: &Person) -> Result<Option<String>, StoreError> {
    let own = people.reads("/api/v1/enterprises?limit=1").await?;
    let Some(id) = own["items"][0]["id"].as_str() else { return Ok(None) };
    // One that took no part in the evaluation is told so.
    let Ok(told) = people.reads(&format!("/api/v1/enterprises/{id}/offers")).await else { return Ok(None) };
    let offers = told["offers"].as_array().into_iter().flatten();
    let offered =
        offers.into_iter().find(|one| one["product"]["code"] == CODE && one["standing"] == "eligible");
    let limit = offered.and_then(|one| one["limit"].as_str()).filter(|limit| *limit != "0");
    let Some(limit) = limit else { return Ok(None) };
    let body = json!({
        "product": CODE, "amount": limit, "months": 12, "repayment": "monthly-interest", "purpose": "购置研发设备、补充流动资金",
    });
    Ok(people.posts("/api/v1/loans", &body).await?["id"].as_str().map(str::to_owned))
}

async fn advance(
    stage: &Stage<'_>,
    (bank, second): (&Person, &Person),
    (loan, first): (&str, bool),
    steps: &[&str],
) -> Result<(), StoreError> {
    let path = format!("/api/v1/loans/{loan}");
    for step in steps {
        let now = bank.reads(&path).await?;
        let body = match *step {
            "propose" => json!({"action": "propose", "terms": {
                "amount": review(bank, &path, &now, first).await?, "yearly_percent": "3.7", "months": 12,
                "valid_until": stage.today.saturating_add(3.months()).to_string(),
                "conditions": "按季报送财务报表",
            }}),
            "reject" => {
                json!({"action": "reject", "reject_reason": "ability", "note": "现有负债偏高，请降低负债后再申请"})
            }
            "fall-due" => json!({"action": "fall-due", "note": "本月利息未按期支付"}),
            "sign" => {
                let contract = format!("SF-{}", &loan[loan.len().saturating_sub(6)..]);
                json!({"action": "sign", "contract": contract, "first_loan": first})
            }
            "draw" | "repay" => {
                let amount = if *step == "draw" { &now["granted"] } else { &now["drawn"] };
                let body: Value = json!({
                    "kind": step, "amount": amount, "on": stage.today.to_string(), "reference": null,
                });
                bank.posts(&format!("{path}/entries"), &body).await?;
                continue;
            }
            action => json!({ "action": action }),
        };
        let who = if *step == "confirm" { second } else { bank };
        who.edits(Method::POST, &format!("{path}/moves"), &path, &body).await?;
    }
    Ok(())
}

/// Reviews by the scorecard: one of three against it, and wherever it suggests nothing; gives what may be lent.
async fn review(bank: &Person, path: &str, loan: &Value, against: bool) -> Result<Value, StoreError> {
    let told = bank.reads(&format!("{path}/scorecard")).await?;
    let score = &told["score"];
    let suggested = score["suggested"].as_str().filter(|limit| *limit != "0" && !against);
    let body = match suggested {
        Some(limit) => json!({"code": score["code"], "limit": limit}),
        None => json!({
            "code": score["code"], "limit": loan["amount"],
            "justification": "已现场核查在手订单和回款情况，主要客户稳定，同意按申请金额办理",
        }),
    };
    Ok(bank.posts(&format!("{path}/reviews"), &body).await?["limit"].clone())
}
