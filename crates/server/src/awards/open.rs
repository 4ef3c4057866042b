//! Opening a list: whoever the policy pays by the data of a published run.

use super::ListBody;
use crate::{
    desk::Desk,
    input::Json,
    library::{read_day, run_and_batch},
    policies::Matching,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
};
use axum::extract::Path;
use domain::{
    Status,
    policies::{Award, Claims, Fen, Policy, Settled},
};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use store::{
    StoreError, applications,
    awards::{self, AwardList, Held, ListState, NewAward},
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
/// after groups, ceilings and budget. Of a policy that takes applications only those whose application has passed count.
/// A policy may have further lists in a year, one under review at a time: whoever stood on an earlier one is left out, and what
/// earlier ones hold of the budget is gone.
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
    let paths = paths(&desk, &batch.zone_id).await?;
    let policy_text = policy_text(&desk, &matching, policy, &batch.zone_id).await?;
    let passed = passed(&desk, &matching, &batch.zone_id, period).await?;
    let change = desk.begin().await?;
    let held = awards::hold_policy(change.work(), &batch.zone_id, &rules.code, period).await?;
    let counted = Counted::of(&matching, policy, &passed, &held);
    let new = AwardList {
        id: desk.app.edge.id(),
        zone_id: batch.zone_id.clone(),
        path: batch.path.clone(),
        run_id: run.id.clone(),
        policy: rules.code.clone(),
        policy_name: rules.name.zh.clone(),
        policy_name_en: rules.name.en.clone(),
        policy_version: rules.version.clone(),
        policy_text,
        official: rules.status == Status::Official,
        matched_on: matching.run.on,
        period,
        code: matching.code.clone(),
        entitled: i64::try_from(counted.claims.claims.len()).unwrap_or(i64::MAX),
        budget: rules.budget.as_ref().map(|budget| (budget.amount.0 - held.amount).max(0)),
        state: ListState::Review,
        notice: None,
        reason: None,
        opened_by: desk.caller()?.user.id.clone(),
        opened_at: desk.now(),
        changed_at: desk.now(),
        version: 1,
    };
    let awards = counted.awards(&desk, &matching, policy, &paths);
    if awards.is_empty() {
        return Err(nothing_to_list(rules, held.enterprises.len()).into());
    }
    let list = match awards::add_list(change.work(), new).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = (
                "该政策本年度已有一份名单正在审核；公示后或撤销后才能再开一份。",
                "A list of the policy and year is under review already; show or cancel it first.",
            );
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
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

/// Why nobody would be on a list.
fn nothing_to_list(rules: &Policy, earlier: usize) -> Problem {
    let (zh, en) = if earlier > 0 {
        (
            format!("已有{earlier}家企业在先前的名单上，没有新增应得资金的企业。"),
            format!("{earlier} enterprises are on earlier lists; nobody else gets money."),
        )
    } else if rules.way.takes_applications() {
        (
            "还没有核验通过且应得资金的申报，不需要开名单。".to_owned(),
            "No application that gets money has passed yet; there is nothing to list.".to_owned(),
        )
    } else {
        (
            "按现有数据没有企业应得资金，不需要开名单。".to_owned(),
            "By these data nobody gets money; there is nothing to list.".to_owned(),
        )
    };
    Problem::new(Code::WrongState).saying(zh, en)
}

/// The rule file of a policy, comments and all: shipped, of the zone's folder, or written here.
///
/// # Errors
/// That the file is gone since it was matched.
async fn policy_text(desk: &Desk, matching: &Matching, policy: usize, zone_id: &str) -> Result<String, Stop> {
    let rules = ZoneRules::library_at(desk, zone_id).await?;
    let bytes = rulebook::Files::read(&rules, &matching.run.paths[policy]).map_err(StoreError::File)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Of each policy that takes applications, by code, the places of the enterprises whose application has passed.
type Passed = HashMap<String, BTreeSet<usize>>;

async fn passed(desk: &Desk, matching: &Matching, zone_id: &str, period: i32) -> Result<Passed, Stop> {
    let mut passed = Passed::new();
    let members = matching.members.list.iter().enumerate();
    let places: HashMap<&str, usize> =
        members.filter_map(|(at, member)| Some((member.id.as_deref()?, at))).collect();
    for (policy, enterprise) in applications::passed(desk.database(), zone_id, period).await? {
        if let Some(at) = places.get(enterprise.as_str()) {
            passed.entry(policy).or_default().insert(*at);
        }
    }
    Ok(passed)
}

/// Whose claims a list counts, and what becomes of them.
struct Counted {
    claims: Claims,
    settled: Settled,
}

impl Counted {
    /// Everybody's claims against each other; those under `policy` without whoever stood on an earlier list.
    fn of(matching: &Matching, policy: usize, passed: &Passed, held: &Held) -> Self {
        let run = &matching.run;
        let nobody = BTreeSet::new();
        let mut claims: Vec<Claims> = (0..run.policies.len())
            .map(|place| {
                let rules = matching.rules(place);
                if rules.way.takes_applications() {
                    run.claims_passed(place, passed.get(&rules.code).unwrap_or(&nobody))
                } else {
                    run.matched[place].claims.clone()
                }
            })
            .collect();
        let new = |at: u32| {
            let member = usize::try_from(at).ok().and_then(|at| matching.members.list.get(at));
            let id = member.and_then(|member| member.id.as_ref());
            id.is_some_and(|id| !held.enterprises.contains(id))
        };
        claims[policy] = only(&claims[policy], new);
        let mut spent = vec![Fen::ZERO; claims.len()];
        spent[policy] = Fen(held.amount);
        let settled = run.settled_with(&claims, &spent).swap_remove(policy);
        Self { claims: claims.swap_remove(policy), settled }
    }

    fn awards(
        &self,
        desk: &Desk,
        matching: &Matching,
        policy: usize,
        paths: &HashMap<String, String>,
    ) -> Vec<NewAward> {
        let rows = self.claims.claims.iter().zip(&self.settled.grants).filter_map(|(claim, grant)| {
            let member = &matching.members[usize::try_from(claim.enterprise).ok()?];
            // Who left the register since has nobody to pay; what budgets and ceilings left nothing of is no award.
            let enterprise_id = member.id.clone().filter(|_| grant.amount.0 > 0)?;
            let cuts = matching.run.cuts(policy, grant).into_iter().map(|cut| (cut.zh, cut.en));
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
}

/// The claims of those whom `keep` keeps, with their places in line.
fn only(all: &Claims, keep: impl Fn(u32) -> bool) -> Claims {
    let mut kept = Claims::default();
    for (place, claim) in all.claims.iter().enumerate().filter(|(_, claim)| keep(claim.enterprise)) {
        kept.claims.push(*claim);
        kept.keys.extend(all.keys.get(place));
    }
    kept
}

fn bad(pointer: &str, zh: &str, en: &str) -> Problem {
    Problem::new(Code::NotAccepted).at(vec![Field::new(pointer, zh, en)])
}

/// The paths of the zone's enterprises, by id.
async fn paths(desk: &Desk, zone_id: &str) -> Result<HashMap<String, String>, Stop> {
    let known = enterprises::by_codes(desk.database(), zone_id, None).await?;
    Ok(known.into_iter().map(|one| (one.id, one.path)).collect())
}
