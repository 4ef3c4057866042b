//! An enterprise applies under a policy.

use super::{ApplicationBody, form::Applicant, tell_enterprise, tell_officers, told};
use crate::{
    attachments::check_evidence,
    awards::named,
    desk::Desk,
    input::{Checks, Json},
    library::today,
    policies::StandingWord,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    rules::{ZoneRules, policy_officers},
    wire::PolicyWayWord,
};
use domain::policies::Way;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    StoreError,
    applications::{self, Application, ApplicationAction, ApplicationState, Move},
};
use utoipa::ToSchema;

/// The file that proves one of a policy's materials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationMaterialFile)]
pub(crate) struct MaterialFile {
    /// The place of the material in the policy, from 0.
    pub(super) material: usize,
    /// The attachment.
    pub(super) attachment_id: String,
}

/// An application.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApplyUnderPolicy {
    /// The policy's code.
    policy: String,
    /// One file for each material the policy asks for.
    #[serde(default)]
    materials: Vec<MaterialFile>,
}

/// Applies under a policy that is not paid without an application. The data are those of the latest published year; they must
/// meet every condition. Where nothing is left for an officer to answer and the policy is 即申即享, it has passed at once.
#[utoipa::path(post, path = "/api/v1/policy-applications", operation_id = "apply_under_policy", tag = "policies",
    request_body = ApplyUnderPolicy,
    responses((status = 201, body = ApplicationBody, description = "Applied")),
    extensions(("x-permission" = json!("policy-application:apply")), ("x-idempotency-key" = json!("required")),
        ("x-time-limit" = json!(60))))]
pub(crate) async fn apply_under_policy(desk: Desk, Json(given): Json<ApplyUnderPolicy>) -> Answer {
    let applicant = Applicant::own(&desk, &given.policy).await.map_err(at_the_body)?;
    let form = applicant.form();
    fits(&desk, &applicant)?;
    check_materials(&desk, &applicant.enterprise.id, &given.materials, form.materials.len()).await?;
    let text = policy_text(&desk, &applicant).await?;
    let new = application(&desk, &applicant, (json!(form).to_string(), text), &given.materials)?;
    let at_once = applicant.rules().passes_at_once();
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let officers = policy_officers(desk.database(), &applicant.batch.path).await?;
    let parties = named(&desk, [new.enterprise_id.clone()].into_iter()).await?;
    let change = desk.begin().await?;
    let work = change.work();
    let mut applied = match applications::apply(work, new, desk.app.edge.id()).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = (
                "贵企业本年度已申报过该政策；被退回或撤回后可重新申报。",
                "There is an application under this policy for the year already.",
            );
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    let mut action = ApplicationAction::Apply;
    if at_once {
        action = ApplicationAction::Pass;
        let passed = Move {
            id: desk.app.edge.id(),
            action,
            state: ApplicationState::Passed,
            by: None,
            note: None,
            materials: None,
            answers: None,
            due_on: None,
        };
        applied = applications::advance(work, &applied, passed).await?;
        tell_enterprise(&desk, work, &applied).await?;
    } else {
        tell_officers(&desk, work, &applied, officers).await?;
    }
    let note = desk.note("apply", "policy-application").on(&applied.id, &applied.path);
    let note = note.with(told(&applied, action, None));
    let (location, version) = (format!("/api/v1/policy-applications/{}", applied.id), applied.version);
    let body = ApplicationBody::of(&desk, &applied, &parties);
    change.finish(note, Reply::created(&body, &location).versioned(version)).await
}

/// A policy that is not there is a mistake of the body, not of the query.
fn at_the_body(stop: Stop) -> Stop {
    match stop {
        Stop::Problem(problem) if problem.code() == Code::QueryNotUnderstood => {
            bad("/policy", "没有这项政策，或今天未生效", "no such policy, or not in force today").into()
        }
        other => other,
    }
}

fn bad(at: &str, zh: &str, en: &str) -> Problem {
    Problem::new(Code::NotAccepted).at(vec![Field::new(at, zh, en)])
}

/// The way takes applications, and the data meet every condition.
fn fits(desk: &Desk, applicant: &Applicant) -> Result<(), Problem> {
    if applicant.rules().way == Way::WithoutApplication {
        let (zh, en) = (
            "该政策免申即享，不需要申报：符合条件的企业会直接列入兑现名单。",
            "Nobody applies under this policy: whoever the data entitle is put on the list.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en));
    }
    let stands = applicant.stands(desk);
    if matches!(stands.standing, StandingWord::Entitled | StandingWord::OfficerCheck) {
        return Ok(());
    }
    let reasons = stands.reasons;
    Err(Problem::new(Code::WrongState).saying(
        format!("按已发布年度的数据还不能申报：{}。", reasons.join("；")),
        format!("The data of the published year do not allow it: {}.", reasons.join("; ")),
    ))
}

/// Each material has one file, and it is the enterprise's own.
pub(super) async fn check_materials(
    desk: &Desk,
    enterprise_id: &str,
    given: &[MaterialFile],
    asked: usize,
) -> Result<(), Stop> {
    let mut checks = Checks::default();
    for (place, file) in given.iter().enumerate() {
        let known = file.material < asked;
        let pointer = format!("/materials/{place}");
        checks.that(
            known,
            &format!("{pointer}/material"),
            "政策没有要求这份材料",
            "is no material of the policy",
        );
        let once = given[..place].iter().all(|other| other.material != file.material);
        checks.that(once, &format!("{pointer}/material"), "每份材料只附一个文件", "takes one file");
        let at = format!("{pointer}/attachment_id");
        check_evidence(desk, enterprise_id, Some(&file.attachment_id), &at, &mut checks).await?;
    }
    for material in 0..asked {
        let there = given.iter().any(|file| file.material == material);
        checks.that(
            there,
            "/materials",
            &format!("缺第{}份材料", material + 1),
            &format!("material {} is missing", material + 1),
        );
    }
    Ok(checks.done()?)
}

/// The policy's file as it is now.
async fn policy_text(desk: &Desk, applicant: &Applicant) -> Result<String, Stop> {
    let rules = ZoneRules::library(desk).await?;
    let path = &applicant.matching.run.paths[applicant.policy];
    let bytes = rulebook::Files::read(&rules, path).map_err(StoreError::File)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn application(
    desk: &Desk,
    applicant: &Applicant,
    (form, policy_text): (String, String),
    materials: &[MaterialFile],
) -> Result<Application, Stop> {
    let (caller, rules) = (desk.caller()?, applicant.rules());
    let way = json!(PolicyWayWord::from(rules.way));
    Ok(Application {
        id: desk.app.edge.id(),
        zone_id: applicant.enterprise.zone_id.clone(),
        enterprise_id: applicant.enterprise.id.clone(),
        path: caller.organisation.path.clone(),
        policy: rules.code.clone(),
        policy_name: rules.name.zh.clone(),
        policy_name_en: rules.name.en.clone(),
        policy_version: rules.version.clone(),
        policy_text,
        way: way.as_str().unwrap_or_default().to_owned(),
        official: rules.status == domain::Status::Official,
        period: applicant.period(),
        run_id: applicant.run.id.clone(),
        code: applicant.matching.code.clone(),
        matched_on: applicant.matching.run.on,
        claimed: applicant.claimed(),
        form,
        materials: json!(materials).to_string(),
        answers: "[]".to_owned(),
        state: ApplicationState::Submitted,
        reason: None,
        due_on: applicant.due(today(desk)),
        applied_by: caller.user.id.clone(),
        applied_at: desk.now(),
        decided_by: None,
        decided_at: None,
        changed_at: desk.now(),
        version: 1,
    })
}
