//! 政策匹配 of a run at a glance: every policy with how many stand where, and what it costs.

use super::Matching;
use crate::{
    desk::Desk,
    input::Params,
    library::{named, read_day, run_and_batch, said},
    reply::{Answer, Reply},
    wire::{PolicyKindWord, PolicyWayWord},
};
use axum::extract::Path;
use domain::{Status, policies::Policy};
use run::WhyLeftOut;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// On which day.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MatchedOn {
    /// The day of matching, which chooses the policies; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
}

/// A policy with numbers. Amounts are yuan, to the cent.
#[derive(Serialize, ToSchema)]
pub(super) struct MatchedPolicy {
    /// Its code.
    code: String,
    /// What it is called.
    name: String,
    /// Version of its file.
    version: String,
    /// Whether somebody issued it.
    official: bool,
    /// What it gives.
    kind: PolicyKindWord,
    /// How it reaches the entitled.
    way: PolicyWayWord,
    /// 符合.
    entitled: usize,
    /// 待人工核验.
    officer_check: usize,
    /// 数据不足.
    cannot_tell: usize,
    /// 不符合.
    not_entitled: usize,
    /// Whether it gives money.
    money: bool,
    /// Σ of what the entitled would get by formula and caps.
    claimed: String,
    /// Σ after groups and ceilings: what it would cost without the end of the budget.
    needed: String,
    /// Σ of what is granted.
    granted: String,
    /// What is left of the budget; absent where it is not limited.
    left: Option<String>,
}

/// A policy that was not matched.
#[derive(Serialize, ToSchema)]
struct NotMatched {
    /// Its code.
    code: String,
    /// What it is called.
    name: String,
    /// Why.
    why: String,
}

/// A run matched with the policies.
#[derive(Serialize, ToSchema)]
#[schema(as = Matching)]
pub(crate) struct MatchingBody {
    /// The run.
    run_id: String,
    /// The run's state: of a draft nothing is final.
    run_state: crate::wire::RunStateWord,
    /// The year of its data.
    year: i32,
    /// The day of matching.
    on: String,
    /// How many enterprises there are.
    enterprises: usize,
    /// How many of them are entitled to something.
    served: usize,
    /// Σ of what is granted, in yuan.
    granted: String,
    /// The policies, by code.
    policies: Vec<MatchedPolicy>,
    /// Those that were not matched.
    not_matched: Vec<NotMatched>,
    /// 匹配码: the same data, rules and day give the same code anywhere.
    code: String,
    /// SHA-256 of the snapshot that was matched.
    snapshot_hash: String,
    /// 测算结果仅供参考，以主管部门的审定和公示为准.
    note: String,
}

/// All enterprises of a run with all policies in force on a day: how many are entitled, and what it costs.
#[utoipa::path(get, path = "/api/v1/runs/{id}/policies", operation_id = "read_matching", tag = "policies",
    params(("id" = String, Path, description = "The run"), MatchedOn),
    responses((status = 200, body = MatchingBody, description = "The policies")),
    extensions(("x-permission" = json!("entitlement:list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn read_matching(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<MatchedOn>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    let matching = Matching::of(&desk, &run, &batch, read_day(wanted.on.as_deref())?).await?;
    let found = &matching.run;
    let served = (0..found.len()).filter(|at| {
        found.matched.iter().any(|one| one.standings[*at] == domain::policies::Standing::Entitled)
    });
    let not_matched = found.left_out.iter().map(|one| NotMatched {
        code: one.code.clone(),
        name: named(&desk, &one.name),
        why: said(&desk, &why(one.why)),
    });
    Ok(Reply::ok(&MatchingBody {
        run_state: run.state.into(),
        year: batch.year,
        on: found.on.to_string(),
        enterprises: found.len(),
        served: served.count(),
        granted: found.settled.iter().map(|one| one.granted).sum::<domain::policies::Fen>().to_string(),
        policies: (0..found.policies.len()).map(|at| of_policy(&desk, &matching, at)).collect(),
        not_matched: not_matched.collect(),
        code: matching.code.clone(),
        snapshot_hash: run.snapshot_hash.clone(),
        note: said(&desk, &Policy::note()),
        run_id: run.id,
    }))
}

pub(super) fn of_policy(desk: &Desk, matching: &Matching, at: usize) -> MatchedPolicy {
    let policy = matching.rules(at);
    let totals = matching.run.totals(at);
    let [entitled, officer_check, cannot_tell, not_entitled] = totals.standings;
    MatchedPolicy {
        code: policy.code.clone(),
        name: named(desk, &policy.name),
        version: policy.version.clone(),
        official: policy.status == Status::Official,
        kind: policy.kind.into(),
        way: policy.way.into(),
        entitled,
        officer_check,
        cannot_tell,
        not_entitled,
        money: matches!(policy.award, domain::policies::Award::Money(_)),
        claimed: totals.claimed.to_string(),
        needed: totals.needed.to_string(),
        granted: totals.granted.to_string(),
        left: totals.left.map(|left| left.to_string()),
    }
}

fn why(why: WhyLeftOut) -> formula::Sentence {
    match why {
        WhyLeftOut::NotInForce => formula::Sentence::new("当日不在有效期内", "not in force on the day"),
        WhyLeftOut::OtherYear { needed } => formula::Sentence::new(
            format!("用的是{needed}年度数据，不是本次评价的年度"),
            format!("looks at data of {needed}, another year than the evaluation's"),
        ),
    }
}
