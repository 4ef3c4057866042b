//! Who is entitled under a policy and who is not, with reasons.

use super::{Matching, StandingWord};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, ENTITLEMENTS as WORDS, Export, Exported, Exporting},
    input::Params,
    library::{note_run, read_day, run_and_batch, said},
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::policies::{Policy, Standing};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, sync::Arc};
use utoipa::{IntoParams, ToSchema};

/// Which enterprises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedEntitlements {
    /// The policy's code.
    policy: String,
    /// Only those that stand so.
    #[param(inline)]
    standing: Option<StandingWord>,
    /// Only those that fail so many conditions and no more: near misses.
    short: Option<usize>,
    /// With this in name or credit code.
    search: Option<String>,
    /// In this park.
    park: Option<String>,
    /// The day of matching.
    on: Option<String>,
    /// `amount`, `name`, `credit_code`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What a list can be sorted by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sort {
    /// What is granted, largest first; then how far the others are.
    Amount,
    Name,
    CreditCode,
}

const SORTS: [(&str, Sort); 3] =
    [("amount", Sort::Amount), ("name", Sort::Name), ("credit_code", Sort::CreditCode)];

/// How an enterprise stands to a policy. Amounts are yuan, to the cent.
#[derive(Serialize, ToSchema)]
#[schema(as = Entitlement)]
pub(crate) struct EntitlementBody {
    /// The policy's code.
    pub(super) policy: String,
    /// The enterprise; absent when it has left the register.
    pub(super) enterprise_id: Option<String>,
    /// 统一社会信用代码.
    pub(super) credit_code: String,
    /// Its name.
    pub(super) name: String,
    /// 园区.
    pub(super) park: Option<String>,
    /// How it stands.
    pub(crate) standing: StandingWord,
    /// What it would get by formula and caps; absent where the award is not money or it gets none.
    pub(super) claimed: Option<String>,
    /// What is granted after groups, ceilings and budget.
    pub(super) granted: Option<String>,
    /// How many conditions it fails.
    pub(super) short: usize,
    /// Every failing condition with its gap, what is missing, what an officer must answer; of the entitled, what was cut.
    pub(crate) reasons: Vec<String>,
}

impl EntitlementBody {
    pub(crate) fn of(desk: &Desk, matching: &Matching, (policy, at): (usize, usize)) -> Self {
        let (run, member) = (&matching.run, &matching.members[at]);
        let standing = run.matched[policy].standings[at];
        let judged = run.judged(policy, at);
        let grant = run.grant(policy, at);
        let reasons = match (&judged, &grant) {
            (_, Some(grant)) => run.cuts(policy, grant),
            (Some(judged), None) if standing != Standing::Entitled => run.reasons(policy, judged),
            _ => Vec::new(),
        };
        let claims = &run.matched[policy].claims.claims;
        let claim = u32::try_from(at).ok().and_then(|at| {
            claims.binary_search_by_key(&at, |claim| claim.enterprise).ok().map(|found| claims[found].amount)
        });
        Self {
            policy: matching.rules(policy).code.clone(),
            enterprise_id: member.id.clone(),
            credit_code: member.credit_code.clone(),
            name: member.name.clone(),
            park: member.park.clone(),
            standing: standing.into(),
            claimed: claim.map(|amount| amount.to_string()),
            granted: grant.map(|grant| grant.amount.to_string()),
            short: judged.as_ref().map_or(0, short_of),
            reasons: reasons.iter().map(|reason| said(desk, reason)).collect(),
        }
    }
}

/// How many conditions are unmet.
fn short_of(judged: &domain::policies::Judged) -> usize {
    use domain::cultivation::State;
    let all = judged.conditions.iter().chain(&judged.officer_checks);
    all.filter(|found| found.state == State::Unmet).count()
}

impl WantedEntitlements {
    /// All of it, for a file.
    pub(super) fn whole(&self, desk: &Desk) -> Result<Asked<Sort>, Stop> {
        Ok(listing::whole(self.sort.as_deref(), &SORTS, desk.app.config.export_rows)?)
    }

    pub(super) async fn find(
        &self,
        desk: &Desk,
        id: &str,
        (sort, descending): (Sort, bool),
    ) -> Result<(Arc<Matching>, usize, Vec<usize>), Stop> {
        let (run, batch) = run_and_batch(desk, id).await?;
        let matching = Matching::of(desk, &run, &batch, read_day(self.on.as_deref())?).await?;
        let policy = matching.policy(&self.policy)?;
        let mut places: Vec<usize> =
            (0..matching.run.len()).filter(|at| self.holds(&matching, policy, *at)).collect();
        let member = |at: &usize| &matching.members[*at];
        match sort {
            Sort::Amount => places.sort_by_cached_key(|at| {
                let amount = matching.run.grant(policy, *at).map(|grant| grant.amount);
                let standing = matching.run.matched[policy].standings[*at];
                (Reverse(standing), Reverse(amount), member(at).credit_code.clone())
            }),
            Sort::Name => {
                places.sort_by_cached_key(|at| (member(at).name.clone(), member(at).credit_code.clone()));
            }
            Sort::CreditCode => places.sort_by_cached_key(|at| member(at).credit_code.clone()),
        }
        if descending {
            places.reverse();
        }
        Ok((matching, policy, places))
    }

    fn holds(&self, matching: &Matching, policy: usize, at: usize) -> bool {
        let member = &matching.members[at];
        let standing = matching.run.matched[policy].standings[at];
        let found = self.search.as_deref().is_none_or(|part| {
            let part = part.trim();
            member.name.contains(part) || member.credit_code.contains(&part.to_uppercase())
        });
        found
            && self.standing.is_none_or(|wanted| wanted == standing.into())
            && (self.park.is_none() || self.park == member.park)
            && self.short.is_none_or(|most| {
                standing == Standing::Not
                    && matching
                        .run
                        .judged(policy, at)
                        .is_some_and(|judged| (1..=most).contains(&short_of(&judged)))
            })
    }
}

/// How the enterprises of a run stand to one policy.
#[utoipa::path(get, path = "/api/v1/runs/{id}/entitlements", operation_id = "list_entitlements", tag = "policies",
    params(("id" = String, Path, description = "The run"), WantedEntitlements),
    responses((status = 200, body = inline(List<EntitlementBody>), description = "A page")),
    extensions(("x-permission" = json!("entitlement:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn list_entitlements(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedEntitlements>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (matching, policy, places) = wanted.find(&desk, &id, (asked.sort, asked.page.descending)).await?;
    let shown = listing::in_memory(places, &asked);
    note_run(&desk, &id, shown.items.len()).await?;
    Ok(Reply::ok(&asked.list(shown, |at| EntitlementBody::of(&desk, &matching, (policy, at)))))
}

/// The columns of an export.
pub(crate) const ENTITLEMENTS: Export = Export {
    resource: "entitlements",
    title: ("政策匹配名单", "entitlements"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::word("standing", "匹配结论", "Standing", WORDS),
        Column::plain("claimed", "应得金额（元）", "Claim (yuan)"),
        Column::plain("granted", "核定金额（元）", "Granted (yuan)"),
        Column::plain("short", "不符合的条件数", "Conditions failed"),
        Column::plain("reasons", "原因", "Reasons"),
        Column::plain("policy", "政策代码", "Policy"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("note", "说明", "Note"),
    ],
};

/// The fields of a row that the list does not have.
#[cfg(test)]
pub(crate) const ENTITLEMENTS_MORE: &[&str] = &["note"];

/// A row of the file: it says itself that it is an estimate.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    body: EntitlementBody,
    reasons: String,
    note: String,
}

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/{id}/entitlements/export", operation_id = "export_entitlements",
    tag = "policies", params(("id" = String, Path, description = "The run"), WantedEntitlements, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("entitlement:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_entitlements(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedEntitlements>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = wanted.whole(&desk)?;
    let (matching, policy, places) = wanted.find(&desk, &id, (asked.sort, asked.page.descending)).await?;
    let note = said(&desk, &Policy::note());
    let separator = if desk.context.language == formula::Language::Chinese { "；" } else { "; " };
    let row = |at| {
        let mut body = EntitlementBody::of(&desk, &matching, (policy, at));
        let reasons = std::mem::take(&mut body.reasons).join(separator);
        Row { body, reasons, note: note.clone() }
    };
    exporting::send(&desk, &ENTITLEMENTS, file, listing::in_memory(places, &asked), row).await
}
