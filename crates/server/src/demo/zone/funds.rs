//! Funds of the zone of the demonstration and what it does for loans: as its officers would do it.

use super::{Stage, person::Person};
use axum::{Router, http::Method};
use domain::policies::{Fen, Rounding};
use formula::Exact;
use serde_json::{Value, json};
use store::StoreError;

/// Funds: name, kind, yuan paid in.
const FUNDS: [(&str, &str, &str); 2] = [
    ("科技企业风险补偿资金池（示例）", "risk", "20000000"),
    ("科技贷款贴息资金（示例）", "interest", "5000000"),
];
/// What enterprises say of the service.
const SAID: [(i64, Option<&str>); 3] =
    [(5, Some("材料一次说清，三个工作日内放款。")), (4, None), (4, Some("客户经理熟悉科技企业。"))];

/// Opens the funds; recommends, registers and files loans at the stages where that is done; a subsidy and the compensation of a
/// filed loan that is overdue wait for a second person; enterprises rate the service.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn support(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    if stage.officer.reads("/api/v1/funds").await?["funds"].as_array().is_some_and(|all| !all.is_empty()) {
        return Ok(());
    }
    let second = Person::signs_in(stage.app, router, "policy").await?;
    let mut funds = Vec::new();
    for (name, kind, amount) in FUNDS {
        let fund = stage.officer.posts("/api/v1/funds", &json!({"name": name, "kind": kind})).await?;
        let fund = fund["id"].as_str().unwrap_or_default().to_owned();
        let body = json!({"kind": "pay-in", "amount": amount, "on": stage.today.to_string(), "note": "年度预算安排"});
        let entry = stage.officer.posts(&format!("/api/v1/funds/{fund}/entries"), &body).await?;
        let path = format!("/api/v1/fund-entries/{}/decision", entry["id"].as_str().unwrap_or_default());
        second.posts(&path, &json!({"decision": "book"})).await?;
        funds.push(fund);
    }
    if let [risk, interest] = funds.as_slice() {
        stand_behind(stage, router, risk).await?;
        subsidise(stage, interest).await?;
    }
    second.signs_out(stage.app).await?;
    rate(stage, router, log_ins).await
}

async fn in_state(person: &Person, state: &str, most: usize) -> Result<Vec<Value>, StoreError> {
    let told = person.reads(&format!("/api/v1/loans?state={state}&sort=applied_at&limit={most}")).await?;
    Ok(told["items"].as_array().cloned().unwrap_or_default())
}

async fn stand_behind(stage: &Stage<'_>, router: &Router, risk: &str) -> Result<(), StoreError> {
    let step = async |loan: &Value, body: Value| {
        let path = format!("/api/v1/loans/{}/steps", loan["id"].as_str().unwrap_or_default());
        stage.officer.posts(&path, &body).await
    };
    let file = json!({"kind": "file", "fund_id": risk, "share_percent": "35", "reference": "示例备案"});
    for loan in in_state(&stage.officer, "submitted", 2).await? {
        step(&loan, json!({"kind": "recommend", "note": "园区高积分企业，研发投入持续增长，建议优先支持。"}))
            .await?;
    }
    for loan in in_state(&stage.officer, "reviewing", 1).await? {
        step(&loan, json!({"kind": "guarantee", "guarantor": "示范科技融资担保有限公司"})).await?;
    }
    for loan in in_state(&stage.officer, "lent", 6).await? {
        step(&loan, file.clone()).await?;
    }
    // It was filed in time: the interest that was late had been paid, then was late again.
    let bank = Person::signs_in(stage.app, router, "bank").await?;
    for loan in in_state(&stage.officer, "overdue", 1).await? {
        let id = loan["id"].as_str().unwrap_or_default();
        let path = format!("/api/v1/loans/{id}");
        let moves = format!("{path}/moves");
        bank.edits(Method::POST, &moves, &path, &json!({"action": "cure", "note": "所欠利息已补付"})).await?;
        step(&loan, file.clone()).await?;
        let due = json!({"action": "fall-due", "note": "次月利息仍未支付"});
        bank.edits(Method::POST, &moves, &path, &due).await?;
        let body = json!({
            "kind": "compensate", "amount": "100000", "on": stage.today.to_string(), "loan_id": id,
            "note": "银行代偿后申请首期补偿",
        });
        stage.officer.posts(&format!("/api/v1/funds/{risk}/entries"), &body).await?;
    }
    bank.signs_out(stage.app).await
}

/// Half of the interest of the first day of a loan, to be booked by a second person.
async fn subsidise(stage: &Stage<'_>, interest: &str) -> Result<(), StoreError> {
    for loan in in_state(&stage.officer, "lent", 1).await? {
        let number = |name: &str| loan[name].as_str().and_then(|text| text.parse::<Exact>().ok());
        let (Some(drawn), Some(percent)) = (number("drawn"), number("yearly_percent")) else { continue };
        let half = (drawn * percent.shift(-2)).checked_div(&Exact::from(720)).unwrap_or_default();
        let today = stage.today.to_string();
        let body = json!({
            "kind": "subsidise", "amount": Rounding { to: Fen(1), down: true }.round(&half).to_string(), "on": today,
            "loan_id": loan["id"], "from": today, "until": today, "note": "按利息的50%贴息",
        });
        stage.officer.posts(&format!("/api/v1/funds/{interest}/entries"), &body).await?;
    }
    Ok(())
}

async fn rate(stage: &Stage<'_>, router: &Router, log_ins: &[(String, String)]) -> Result<(), StoreError> {
    let mut rated = 0;
    for (login, _) in log_ins.iter().filter(|(login, _)| login != "enterprise") {
        let people = Person::signs_in(stage.app, router, login).await?;
        for loan in
            in_state(&people, "settled", 1).await?.into_iter().chain(in_state(&people, "lent", 1).await?)
        {
            let (stars, said) = SAID[rated % SAID.len()];
            let path = format!("/api/v1/loans/{}/rating", loan["id"].as_str().unwrap_or_default());
            people.posts(&path, &json!({"stars": stars, "said": said})).await?;
            rated += 1;
        }
        people.signs_out(stage.app).await?;
    }
    Ok(())
}
