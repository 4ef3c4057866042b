//! 我的政策: what one enterprise gets, nearly gets, and why not.

use super::{EntitlementBody, Matching, StandingWord};
use crate::{
    desk::Desk,
    enterprises::answer_for,
    input::Params,
    library::{chosen, named, read_day, said},
    problem::{Code, Problem},
    reply::{Answer, Reply},
    wire::{PolicyKindWord, PolicyWayWord},
};
use axum::extract::Path;
use domain::{
    Status,
    policies::{Award, Fen, Policy, Standing},
};
use serde::{Deserialize, Serialize};
use store::enterprises;
use utoipa::{IntoParams, ToSchema};

/// On which data.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MatchedRun {
    /// The run; the latest published one of its zone when left out.
    run_id: Option<String>,
    /// The day of matching.
    on: Option<String>,
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    purpose: Option<String>,
}

/// How the enterprise stands to one policy. Amounts are yuan, to the cent.
#[derive(Serialize, ToSchema)]
struct MyPolicy {
    /// The policy's code.
    policy: String,
    /// What it is called.
    name: String,
    /// Whether somebody issued it.
    official: bool,
    /// What it gives.
    kind: PolicyKindWord,
    /// How it reaches the entitled.
    way: PolicyWayWord,
    /// In force to.
    until: Option<String>,
    /// What is given that is not money.
    right: Option<String>,
    /// How it stands.
    standing: StandingWord,
    /// What it would get by formula and caps.
    claimed: Option<String>,
    /// What is granted after groups, ceilings and budget.
    granted: Option<String>,
    /// How many conditions it fails.
    short: usize,
    /// Every failing condition with its gap, what is missing, what an officer must answer; what was cut.
    reasons: Vec<String>,
    /// 联系方式.
    contact: Option<String>,
}

/// One enterprise under every policy.
#[derive(Serialize, ToSchema)]
pub(crate) struct EnterprisePolicies {
    /// The enterprise.
    enterprise_id: String,
    /// Its name now.
    name: String,
    /// The run whose data were matched.
    run_id: String,
    /// The year of the data.
    year: i32,
    /// The day of matching.
    on: String,
    /// What it gets first, then what an officer must check, what cannot be told, what it does not get, nearest first.
    policies: Vec<MyPolicy>,
    /// Σ of what is granted, in yuan.
    granted: String,
    /// 匹配码 of everybody's matching this is a part of.
    code: String,
    /// 测算结果仅供参考，以主管部门的审定和公示为准.
    note: String,
}

/// One enterprise under every policy in force: what it gets, nearly gets, and why not.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/policies", operation_id = "read_enterprise_policies",
    tag = "policies", params(("id" = String, Path, description = "The enterprise"), MatchedRun),
    responses((status = 200, body = EnterprisePolicies, description = "The policies")),
    extensions(("x-permission" = json!("entitlement:read")), ("x-reads" = json!("enterprise")), ("x-time-limit" = json!(60))))]
pub(crate) async fn enterprise_policies(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<MatchedRun>,
) -> Answer {
    let enterprise = enterprises::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    answer_for(&desk, &enterprise, wanted.purpose.as_deref()).await?;
    let on = read_day(wanted.on.as_deref())?;
    let (run, batch) = chosen(&desk, &enterprise, wanted.run_id.as_deref()).await?;
    let matching = Matching::of(&desk, &run, &batch, on).await?;
    let at = matching.member(&enterprise.credit_code).ok_or_else(|| {
        Problem::new(Code::WrongState).saying(
            format!("该企业没有参加{}年度评价，没有可匹配的数据。", batch.year),
            format!("The enterprise took no part in the evaluation of {}; there are no data.", batch.year),
        )
    })?;
    let found = &matching.run;
    let mut order: Vec<usize> = (0..found.policies.len()).collect();
    let told: Vec<EntitlementBody> =
        order.iter().map(|policy| EntitlementBody::of(&desk, &matching, (*policy, at))).collect();
    order.sort_by_key(|policy| {
        let standing: Standing = found.matched[*policy].standings[at];
        let amount = found.grant(*policy, at).map(|grant| grant.amount);
        (std::cmp::Reverse(standing), std::cmp::Reverse(amount), told[*policy].short, *policy)
    });
    let granted: Fen =
        order.iter().filter_map(|policy| found.grant(*policy, at)).map(|grant| grant.amount).sum();
    let mut told: Vec<Option<EntitlementBody>> = told.into_iter().map(Some).collect();
    let mine = order
        .into_iter()
        .filter_map(|policy| Some(my_policy(&desk, matching.rules(policy), told.get_mut(policy)?.take()?)));
    let mine: Vec<MyPolicy> = mine.collect();
    Ok(Reply::ok(&EnterprisePolicies {
        enterprise_id: enterprise.id,
        name: enterprise.name,
        run_id: run.id,
        year: batch.year,
        on: found.on.to_string(),
        policies: mine,
        granted: granted.to_string(),
        code: matching.code.clone(),
        note: said(&desk, &Policy::note()),
    }))
}

fn my_policy(desk: &Desk, policy: &Policy, told: EntitlementBody) -> MyPolicy {
    let right = match &policy.award {
        Award::Right(right) => Some(named(desk, right)),
        Award::Money(_) => None,
    };
    MyPolicy {
        policy: told.policy,
        name: named(desk, &policy.name),
        official: policy.status == Status::Official,
        kind: policy.kind.into(),
        way: policy.way.into(),
        until: policy.in_force.until.map(|day| day.to_string()),
        right,
        standing: told.standing,
        claimed: told.claimed,
        granted: told.granted,
        short: told.short,
        reasons: told.reasons,
        contact: policy.service.contact.as_ref().map(|contact| named(desk, contact)),
    }
}
