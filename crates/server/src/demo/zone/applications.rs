//! A policy of the demonstration that enterprises apply under, and applications at every stage: as the people of both sides would
//! make them. The enterprise that signs in has not applied yet.

use super::{Stage, filing::EVIDENCE, person::Person};
use axum::{Router, http::Method};
use serde_json::{Value, json};
use store::StoreError;

/// The policy, kept in the zone's own folder of rules.
const POLICY: &str = include_str!("../rd_boost.yaml");
const CODE: &str = "demonstration-rd-boost";

/// How far the officers have got with the enterprise at each place, over and over.
const STEPS: [Option<&str>; 4] = [Some("pass"), Some("ask"), None, Some("refuse")];

/// Puts the policy into the library; enterprises apply, and officers have got so far with each.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn apply(
    stage: &Stage<'_>,
    router: &Router,
    log_ins: &[(String, String)],
) -> Result<(), StoreError> {
    let folder = stage.app.config.data.join("rules/policies");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join(format!("{CODE}.yaml")), POLICY)?;
    let officer = Person::signs_in(stage.app, router, "policy").await?;
    if officer.reads("/api/v1/policy-applications?limit=1").await?["total"] == 0 {
        let mut place = 0;
        for (login, _) in log_ins.iter().filter(|(login, _)| login != "enterprise") {
            let people = Person::signs_in(stage.app, router, login).await?;
            if let Some(made) = hand_in(&people).await? {
                if let Some(step) = STEPS[place % STEPS.len()] {
                    advance(&officer, &made, step).await?;
                }
                place += 1;
            }
            people.signs_out(stage.app).await?;
        }
    }
    officer.signs_out(stage.app).await
}

/// Applies with an audit; `None` when the data do not allow it, or the enterprise took no part in the evaluation.
async fn hand_in(people: &Person) -> Result<Option<String>, StoreError> {
    // One that took no part in the evaluation is told so.
    let form = people.reads(&format!("/api/v1/policy-applications/form?policy={CODE}")).await;
    let Some(form) = form.ok().filter(|form| form["open"] == true) else { return Ok(None) };
    let Some(participant) = form["participant_id"].as_str() else { return Ok(None) };
    let name: String = "研发费用专项审计报告.pdf".bytes().map(|byte| format!("%{byte:02X}")).collect();
    let path = format!("/api/v1/participants/{participant}/attachments?name={name}");
    let file: Value = people.sends(&path, EVIDENCE).await?;
    let body = json!({"policy": CODE, "materials": [{"material": 0, "attachment_id": file["id"]}]});
    Ok(people.posts("/api/v1/policy-applications", &body).await?["id"].as_str().map(str::to_owned))
}

async fn advance(officer: &Person, application: &str, step: &str) -> Result<(), StoreError> {
    let path = format!("/api/v1/policy-applications/{application}");
    let body = match step {
        "pass" => json!({"action": "pass", "answers": [
            {"code": "K1", "yes": true, "note": "已核对审计机构资质，金额一致"},
        ]}),
        "ask" => json!({"action": "ask", "note": "审计报告缺机构资质页，请补充完整的报告"}),
        _ => json!({"action": step, "note": "审计报告的费用口径与申报数据不一致", "answers": [
            {"code": "K1", "yes": false, "note": "报告金额低于申报数据"},
        ]}),
    };
    officer.edits(Method::POST, &format!("{path}/moves"), &path, &body).await.map(drop)
}
