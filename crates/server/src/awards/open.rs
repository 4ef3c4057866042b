//! Opening a list: whoever the policy pays by the data of a published run.

use super::ListBody;
use crate::{
    desk::Desk,
    input::Json,
    library::{read_day, run_and_batch},
    policies::Matching,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::{
    Status,
    policies::{Award, Standing},
};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use store::{
    StoreError,
    awards::{self, AwardList, ListState, NewAward},
    enterprises,
    runs::RunState,
};
use utoipa::ToSchema;

/// A list to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenList {
    /// The policy's code.
    policy: String,
    /// The day of matching; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
}

/// Opens the list of a policy: every enterprise that is entitled to money by the data of a published run, with its amount
/// after groups, ceilings and budget. A policy has one list a year; another one only after the first was given up.
#[utoipa::path(post, path = "/api/v1/runs/{id}/award-lists", operation_id = "open_award_list", tag = "awards",
    params(("id" = String, Path, description = "The run")), request_body = OpenList,
    responses((status = 201, body = ListBody, description = "Opened")),
    extensions(("x-permission" = json!("award:open")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(60))))]
pub(crate) async fn open_list(desk: Desk, Path(id): Path<String>, Json(given): Json<OpenList>) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    if run.state != RunState::Published {
        let (zh, en) = (
            "只有已发布的评价结果才能兑现政策。",
            "Only a published evaluation pays: publish the run first.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let on = read_day(given.on.as_deref()).map_err(|_| bad("/on", "应为日期", "must be a day"))?;
    let matching = Matching::of(&desk, &run, &batch, on).await?;
    let policy = matching.policy(&given.policy).map_err(|_| {
        bad("/policy", "没有这项政策，或当日未生效", "no such policy, or not in force on the day")
    })?;
    let rules = matching.rules(policy);
    if matches!(rules.award, Award::Right(_)) {
        return Err(bad("/policy", "这项政策不发放资金", "the policy gives no money").into());
    }
    let period = i32::from(matching.run.on.year());
    let change = desk.begin().await?;
    let paths = paths(&desk, &batch.zone_id).await?;
    let new = AwardList {
        id: desk.app.edge.id(),
        zone_id: batch.zone_id.clone(),
        path: batch.path.clone(),
        run_id: run.id.clone(),
        policy: rules.code.clone(),
        policy_name: rules.name.zh.clone(),
        policy_name_en: rules.name.en.clone(),
        policy_version: rules.version.clone(),
        policy_text: policy_text(&desk, &matching, policy)?,
        official: rules.status == Status::Official,
        matched_on: matching.run.on,
        period,
        code: matching.code.clone(),
        entitled: i64::try_from(matching.run.totals(policy).standings[0]).unwrap_or(i64::MAX),
        budget: rules.budget.as_ref().map(|budget| budget.amount.0),
        state: ListState::Review,
        notice: None,
        reason: None,
        opened_by: desk.caller()?.user.id.clone(),
        opened_at: desk.now(),
        changed_at: desk.now(),
        version: 1,
    };
    let awards = entitled(&desk, &matching, policy, &paths);
    if awards.is_empty() {
        let (zh, en) = (
            "按现有数据没有企业应得资金，不需要开名单。",
            "By these data nobody gets money; there is nothing to list.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let list = awards::add_list(change.work(), new).await?;
    let (count, total) = (awards.len(), awards.iter().map(|one| one.amount).sum::<i64>());
    awards::add_awards(change.work(), &list, awards).await?;
    let detail = json!({
        "policy": list.policy, "version": list.policy_version, "period": list.period, "run_id": list.run_id,
        "code": list.code, "enterprises": count, "amount": super::body::yuan(total),
    });
    let note = desk.note("open", "award-list").on(&list.id, &list.path).with(detail);
    let (location, version) = (format!("/api/v1/award-lists/{}", list.id), list.version);
    change
        .finish(
            note,
            Reply::created(&ListBody::new(list, desk.context.language), &location).versioned(version),
        )
        .await
}

/// The rule file of a policy, comments and all.
///
/// # Errors
/// That the file is gone since it was matched.
fn policy_text(desk: &Desk, matching: &Matching, policy: usize) -> Result<String, StoreError> {
    let path = &matching.run.paths[policy];
    let bytes = rulebook::Files::read(&desk.app.rules, path).map_err(StoreError::File)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn bad(pointer: &str, zh: &str, en: &str) -> Problem {
    Problem::new(Code::NotAccepted).at(vec![Field::new(pointer, zh, en)])
}

/// The paths of the zone's enterprises, by id.
async fn paths(desk: &Desk, zone_id: &str) -> Result<HashMap<String, String>, Stop> {
    let known = enterprises::by_codes(desk.database(), zone_id, None).await?;
    Ok(known.into_iter().map(|one| (one.id, one.path)).collect())
}

fn entitled(
    desk: &Desk,
    matching: &Matching,
    policy: usize,
    paths: &HashMap<String, String>,
) -> Vec<NewAward> {
    let run = &matching.run;
    let claims = &run.matched[policy].claims.claims;
    let rows = claims.iter().zip(&run.settled[policy].grants).filter_map(|(claim, grant)| {
        let at = usize::try_from(claim.enterprise).ok()?;
        let member = &matching.members[at];
        // Who left the register since has nobody to pay; what budgets and ceilings left nothing of is no award.
        let enterprise_id = member.id.clone()?;
        if run.matched[policy].standings[at] != Standing::Entitled || grant.amount.0 <= 0 {
            return None;
        }
        let cuts = run.cuts(policy, grant).into_iter().map(|cut| (cut.zh, cut.en));
        Some(NewAward {
            id: desk.app.edge.id(),
            path: paths.get(&enterprise_id)?.clone(),
            enterprise_id,
            claimed: claim.amount.0,
            amount: grant.amount.0,
            cuts: serde_json::to_string(&cuts.collect::<Vec<_>>()).unwrap_or_default(),
        })
    });
    rows.collect()
}
