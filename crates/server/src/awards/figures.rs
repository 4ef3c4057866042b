//! What was paid in a year: by policy, stage, field and park; how long it took; who of the entitled was reached.

use super::body::yuan;
use crate::{
    desk::Desk,
    input::Params,
    library::{today, zone},
    problem::Stop,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{
    PageRequest, Scope,
    awards::{self, Award, AwardList, AwardState, ListFilter, ListState},
    enterprises, runs,
};
use utoipa::{IntoParams, ToSchema};

/// Of which year.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfYear {
    /// The year whose money it is; this year when left out.
    year: Option<i32>,
}

/// One group of awards. Amounts are yuan.
#[derive(Serialize, ToSchema)]
struct AwardGroup {
    /// The group: a code of policy or stage, a field, a park.
    key: String,
    /// What people call it, where it has a name of its own.
    name: Option<String>,
    /// Enterprises that were paid.
    enterprises: usize,
    /// Payments that stand.
    payments: usize,
    /// Σ of them.
    paid: String,
}

/// A policy of the year.
#[derive(Serialize, ToSchema)]
struct PolicyFigures {
    /// Its code.
    policy: String,
    /// Its name.
    name: String,
    /// Its list.
    list_id: String,
    /// How many enterprises were entitled.
    entitled: i64,
    /// How many of them are paid.
    reached: usize,
    /// Σ on the list that is neither struck out nor given up.
    granted: String,
    /// Σ paid.
    paid: String,
    /// What the policy's budget of the year has left over all its lists; absent where it is not limited.
    left: Option<String>,
    /// Days from opening the list to the payment, of the middle enterprise; absent before the first payment.
    days: Option<i64>,
}

/// What was paid in a year.
#[derive(Serialize, ToSchema)]
pub(crate) struct AwardFigures {
    /// The year.
    year: i32,
    /// Σ paid, in yuan.
    paid: String,
    /// Enterprises that were paid.
    enterprises: usize,
    /// Payments that stand.
    payments: usize,
    /// Days from opening a list to the payment, of the middle payment.
    days: Option<i64>,
    /// The policies with a list.
    policies: Vec<PolicyFigures>,
    /// By stage of growth.
    stages: Vec<AwardGroup>,
    /// By field of technology.
    fields: Vec<AwardGroup>,
    /// By park.
    parks: Vec<AwardGroup>,
}

/// What a zone paid in a year.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/award-figures", operation_id = "read_award_figures",
    tag = "awards", params(("id" = String, Path, description = "The zone"), OfYear),
    responses((status = 200, body = AwardFigures, description = "The figures")),
    extensions(("x-permission" = json!("award-list:list"))))]
pub(crate) async fn award_figures(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<OfYear>,
) -> Answer {
    let zone = zone(&desk, &id).await?;
    let year = wanted.year.unwrap_or_else(|| i32::from(today(&desk).year()));
    let filter = ListFilter { zone_id: Some(zone.id.clone()), period: Some(year), ..ListFilter::default() };
    let page = PageRequest { limit: 1_000, after: None, descending: false };
    let lists = awards::lists_page(desk.database(), &Scope::Everything, &filter, &page).await?.items;
    let lists: Vec<AwardList> = lists.into_iter().filter(|one| one.state != ListState::Cancelled).collect();
    let all = awards::awards_of_zone(desk.database(), &zone.id, year).await?;
    let about = About::of(&desk, &zone.id, &lists).await?;
    let opened: HashMap<&str, &AwardList> = lists.iter().map(|one| (one.id.as_str(), one)).collect();
    let paid: Vec<&Award> = all.iter().filter(|one| one.state == AwardState::Paid).collect();
    let days = |of: &[&Award]| {
        let taken = of.iter().filter_map(|one| {
            let list = opened.get(one.list_id.as_str())?;
            Some((one.paid_at?.as_second() - list.opened_at.as_second()) / 86_400)
        });
        middle(taken.collect())
    };
    let policies = lists.iter().map(|list| {
        let own = |one: &&&Award| one.list_id == list.id;
        let reached: Vec<&Award> = paid.iter().filter(own).copied().collect();
        let granted = standing(&all, |one| one.list_id == list.id);
        // Further lists of the year live on what the first one left.
        let budget = lists.iter().filter(|one| one.policy == list.policy).filter_map(|one| one.budget).max();
        let gone = standing(&all, |one| one.policy == list.policy);
        PolicyFigures {
            policy: list.policy.clone(),
            name: super::policy_name(list, desk.context.language).to_owned(),
            list_id: list.id.clone(),
            entitled: list.entitled,
            reached: reached.len(),
            granted: yuan(granted),
            paid: yuan(reached.iter().map(|one| one.amount).sum()),
            left: budget.map(|budget| yuan(budget - gone)),
            days: days(&reached),
        }
    });
    Ok(Reply::ok(&AwardFigures {
        year,
        paid: yuan(paid.iter().map(|one| one.amount).sum()),
        enterprises: paid.iter().map(|one| &one.enterprise_id).collect::<BTreeSet<_>>().len(),
        payments: paid.len(),
        days: days(&paid),
        policies: policies.collect(),
        stages: about.grouped(&paid, |known| known.stage.clone()),
        fields: about.grouped(&paid, |known| known.field.clone()),
        parks: about.grouped(&paid, |known| known.park.clone()),
    }))
}

/// Σ of the awards that are neither struck out nor given up.
fn standing(all: &[Award], of: impl Fn(&Award) -> bool) -> i64 {
    let own = all.iter().filter(|one| of(one));
    own.filter(|one| !matches!(one.state, AwardState::Struck | AwardState::Cancelled))
        .map(|one| one.amount)
        .sum()
}

/// The middle of days; of two in the middle the smaller.
fn middle(mut days: Vec<i64>) -> Option<i64> {
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}

/// What awards are grouped by.
#[derive(Default, Clone)]
struct Known {
    stage: Option<String>,
    field: Option<String>,
    park: Option<String>,
}

struct About(HashMap<String, Known>);

impl About {
    /// Stage and field as the lists' runs have them, park as the register has it.
    async fn of(desk: &Desk, zone_id: &str, lists: &[AwardList]) -> Result<Self, Stop> {
        let mut known: HashMap<String, Known> = HashMap::new();
        for one in enterprises::by_codes(desk.database(), zone_id, None).await? {
            known.entry(one.id).or_default().park = one.park;
        }
        let of: BTreeSet<&str> = lists.iter().map(|one| one.run_id.as_str()).collect();
        for run in of {
            for result in runs::results(desk.database(), run).await? {
                let one = known.entry(result.enterprise_id).or_default();
                one.stage = result.stage;
                one.field = result.field;
            }
        }
        Ok(Self(known))
    }

    fn grouped(&self, paid: &[&Award], by: impl Fn(&Known) -> Option<String>) -> Vec<AwardGroup> {
        let mut groups: BTreeMap<String, (BTreeSet<&str>, usize, i64)> = BTreeMap::new();
        for one in paid {
            let key = self.0.get(&one.enterprise_id).and_then(&by).unwrap_or_default();
            let group = groups.entry(key).or_default();
            group.0.insert(&one.enterprise_id);
            group.1 += 1;
            group.2 += one.amount;
        }
        let told = groups.into_iter().map(|(key, (enterprises, payments, amount))| AwardGroup {
            key,
            name: None,
            enterprises: enterprises.len(),
            payments,
            paid: yuan(amount),
        });
        told.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_middle_of_nothing_is_nothing_and_of_two_the_smaller() {
        assert_eq!(middle(vec![]), None);
        assert_eq!(middle(vec![9, 3]), Some(3));
        assert_eq!(middle(vec![9, 3, 40]), Some(9));
    }
}
