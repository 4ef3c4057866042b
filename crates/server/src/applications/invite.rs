//! Telling those who can apply that they can.

use crate::{
    desk::Desk,
    input::Json,
    library::run_and_batch,
    notices::{Kind, notice},
    policies::Matching,
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::policies::Standing;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::{
    applications::{self, ApplicationState},
    enterprises, notices,
    runs::RunState,
};
use utoipa::ToSchema;

/// Under which policy.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteApplications {
    /// The policy's code.
    policy: String,
}

/// How many were told.
#[derive(Serialize, ToSchema)]
#[schema(as = InvitedToApply)]
pub(crate) struct Invited {
    /// Enterprises that can apply and were told.
    told: usize,
    /// Those that have applied already.
    applied: usize,
    /// Those without people of their own, who can be reached by the phone list.
    unreachable: usize,
}

/// Tells every enterprise whose data meet a policy that takes applications, and that has not applied, that it can. Only on the data of a
/// published run.
#[utoipa::path(post, path = "/api/v1/runs/{id}/policy-invitations", operation_id = "invite_applications", tag = "policies",
    params(("id" = String, Path, description = "The run")), request_body = InviteApplications,
    responses((status = 200, body = Invited, description = "Told")),
    extensions(("x-permission" = json!("award:open")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(60))))]
pub(crate) async fn invite_applications(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<InviteApplications>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    if run.state != RunState::Published {
        let (zh, en) = (
            "只能按已发布的评价结果通知。",
            "Only a published evaluation tells anybody: publish the run first.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let matching = Matching::of(&desk, &run, &batch, None).await?;
    let policy = matching.policy(&given.policy).map_err(|_| {
        let field =
            Field::new("/policy", "没有这项政策，或今天未生效", "no such policy, or not in force today");
        Problem::new(Code::NotAccepted).at(vec![field])
    })?;
    let rules = matching.rules(policy);
    if !rules.way.takes_applications() {
        let (zh, en) = ("该政策免申即享，不需要通知申报。", "Nobody applies under this policy.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let period = i32::from(matching.run.on.year());
    let applied = applied(&desk, &batch.zone_id, (&rules.code, period)).await?;
    let known = enterprises::by_codes(desk.database(), &batch.zone_id, None).await?;
    let paths: BTreeMap<String, String> = known.into_iter().map(|one| (one.id, one.path)).collect();
    let mut told = Invited { told: 0, applied: 0, unreachable: 0 };
    let mut messages = Vec::new();
    for (at, standing) in matching.run.matched[policy].standings.iter().enumerate() {
        let Some(enterprise) = &matching.members[at].id else { continue };
        if !matches!(standing, Standing::Entitled | Standing::Officer) {
            continue;
        }
        if applied.contains(enterprise) {
            told.applied += 1;
        } else if let Some(path) = paths.get(enterprise).filter(|path| **path != batch.path) {
            let detail = json!({
                "policy": rules.name.zh, "policy_en": rules.name.en, "code": rules.code, "year": period,
            });
            messages.push(notice(&desk, path, None, Kind::PolicyOpen, &detail)?);
            told.told += 1;
        } else {
            told.unreachable += 1;
        }
    }
    let change = desk.begin().await?;
    notices::send(change.work(), messages).await?;
    let detail = json!({"policy": rules.code, "told": told.told, "applied": told.applied, "unreachable": told.unreachable});
    let note = desk.note("invite", "policy-application").about(None, &batch.path).with(detail);
    change.finish(note, Reply::ok(&told)).await
}

/// The enterprises of a zone with an application that was neither refused nor taken back.
async fn applied(
    desk: &Desk,
    zone_id: &str,
    (policy, period): (&str, i32),
) -> Result<BTreeSet<String>, store::StoreError> {
    let states = [ApplicationState::Submitted, ApplicationState::Asked, ApplicationState::Passed];
    applications::applicants(desk.database(), zone_id, (policy, period), &states).await
}
