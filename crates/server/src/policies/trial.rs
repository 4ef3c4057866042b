//! 政策试算: a policy that is being written, on the data of a run: whom it would pay, what it would cost, who gains and who
//! loses against the version in force. Nothing is kept.

use super::{
    Matching,
    change::{TrialGroup, TrialMover, grouped, movers},
    matched::match_with,
    totals::{MatchedPolicy, of_policy},
};
use crate::{
    desk::Desk,
    input::Json,
    library::{read_day, run_and_batch, said, today, usual_day},
    reply::{Answer, Reply},
    rules::{Beside, WithText, ZoneRules},
    scheme_drafts::ProblemOfText,
};
use axum::extract::Path as FromPath;
use domain::policies::{Fen, Policy};
use formula::Sentence;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, path::Path};
use store::runs;
use utoipa::ToSchema;

/// The file that the text stands for.
const FILE: &str = "policies/on-trial.yaml";

/// A policy on trial.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TryPolicy {
    /// The rule file (`policy/1`).
    content: String,
    /// The day of matching; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
}

/// What a policy would do.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyTrialResult)]
struct ResultBody {
    /// The day of matching.
    on: String,
    /// By the text.
    after: MatchedPolicy,
    /// By the version in force; absent for a policy that is new.
    before: Option<MatchedPolicy>,
    /// How many get more than before.
    gain: usize,
    /// How many get less.
    lose: usize,
    /// What other policies of the same group or ceiling pay less because of it, in yuan.
    others_before: String,
    /// The same by the text.
    others_after: String,
    /// By stage, field, size and park.
    groups: Vec<TrialGroup>,
    /// Who gains or loses most.
    movers: Vec<TrialMover>,
    /// 测算结果仅供参考，以主管部门的审定和公示为准.
    note: String,
}

/// What a text is worth as a policy, and what it would do.
#[derive(Serialize, ToSchema)]
pub(crate) struct PolicyTrial {
    /// Whether nothing is wrong with it.
    sound: bool,
    /// What is wrong with it, and what is allowed but probably not meant.
    problems: Vec<ProblemOfText>,
    /// What it would do; absent while it is not sound, or when it cannot be matched on the day.
    result: Option<ResultBody>,
    /// Why there is no result, when it is sound.
    why: Option<String>,
}

/// Tries a policy on the data of a run: every mistake of its text, and once there is none, whom it would pay, what it would
/// cost, and who gains and loses against the version in force. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/runs/{id}/policy-trial", operation_id = "try_policy", tag = "policies",
    params(("id" = String, Path, description = "The run")), request_body = TryPolicy,
    responses((status = 200, body = PolicyTrial, description = "What it is worth")),
    extensions(("x-permission" = json!("policy:try")), ("x-time-limit" = json!(60))))]
pub(crate) async fn try_policy(
    desk: Desk,
    FromPath(id): FromPath<String>,
    Json(given): Json<TryPolicy>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    WithText::accepted(&given.content, given.on.as_deref())?;
    let on = read_day(given.on.as_deref())?.unwrap_or_else(|| usual_day(batch.year, today(&desk)));
    let before = Matching::of(&desk, &run, &batch, Some(on)).await?;
    let home = ZoneRules::library_at(&desk, &batch.zone_id).await?;
    let files = WithText::new(home, FILE, given.content);
    let problems = files.problems().await?;
    let sound = !problems.iter().any(rulebook::Problem::is_error);
    let problems = problems.iter().map(|problem| ProblemOfText::of(&desk, problem)).collect();
    if !sound {
        return Ok(Reply::ok(&PolicyTrial { sound, problems, result: None, why: None }));
    }
    // Every policy but those of the one that the text is about: others share its group, its ceiling, its budget.
    let named = files.beside(files.home().policies(), rulebook::find_policies_from, Beside::Others);
    let after = match_with(&desk.app, (&run, &batch), on, (files, named)).await?;
    let Some(at) = after.run.paths.iter().position(|path| path == Path::new(FILE)) else {
        let zh = format!("{on}不在它的有效期内，或它用的不是{}年度的数据。", batch.year);
        let en = format!("It is not in force on {on}, or looks at another year than {}.", batch.year);
        let why = said(&desk, &Sentence::new(zh, en));
        return Ok(Reply::ok(&PolicyTrial { sound, problems, result: None, why: Some(why) }));
    };
    let stages = runs::results(desk.database(), &run.id).await?;
    let stages = stages.into_iter().map(|one| (one.enterprise_id, one.stage)).collect();
    let result = compared(&desk, &before, (&after, at), &stages);
    Ok(Reply::ok(&PolicyTrial { sound, problems, result: Some(result), why: None }))
}

/// What everybody gets under the policy with index `policy`, in the order of the table; nothing where there is none.
fn granted(matching: &Matching, policy: Option<usize>) -> Vec<Fen> {
    let grant =
        |at| policy.and_then(|policy| matching.run.grant(policy, at)).map_or(Fen::ZERO, |one| one.amount);
    (0..matching.run.len()).map(grant).collect()
}

/// Σ of what the other policies grant.
fn others(matching: &Matching, policy: Option<usize>) -> Fen {
    let settled = matching.run.settled.iter().enumerate();
    settled.filter(|(index, _)| Some(*index) != policy).map(|(_, one)| one.granted).sum()
}

fn compared(
    desk: &Desk,
    before: &Matching,
    (after, at): (&Matching, usize),
    stages: &HashMap<String, Option<String>>,
) -> ResultBody {
    let code = &after.rules(at).code;
    let known = before.run.policies.iter().position(|one| one.value.code == *code);
    let (then, now) = (granted(before, known), granted(after, Some(at)));
    let changes = movers(&after.members.list, &then, &now);
    ResultBody {
        on: after.run.on.to_string(),
        after: of_policy(desk, after, at),
        before: known.map(|known| of_policy(desk, before, known)),
        gain: changes.gain,
        lose: changes.lose,
        others_before: others(before, known).to_string(),
        others_after: others(after, Some(at)).to_string(),
        groups: grouped(&after.members.list, stages, &then, &now),
        movers: changes.most,
        note: said(desk, &Policy::note()),
    }
}
