//! Lists, awards, batches and entries as they are sent. Amounts are yuan as decimal text, to the cent.

use crate::{
    desk::Desk,
    wire::{AwardListStateWord, AwardStateWord, PaymentStateWord},
};
use domain::policies::Fen;
use formula::{Language, Sentence};
use serde::Serialize;
use std::collections::HashMap;
use store::{
    awards::{self, Award, AwardList, PaymentBatch},
    enterprises::Enterprise,
};
use utoipa::ToSchema;

/// Cents as yuan.
pub(crate) fn yuan(cents: i64) -> String {
    Fen(cents).to_string()
}

/// How many awards of a list are in one state, and Σ of them.
#[derive(Serialize, ToSchema)]
struct AwardsInState {
    /// The state.
    state: AwardStateWord,
    /// How many.
    count: usize,
    /// Σ in yuan.
    amount: String,
}

/// 兑现名单.
#[derive(Serialize, ToSchema)]
#[schema(as = AwardList)]
pub(crate) struct ListBody {
    /// Its id.
    id: String,
    /// The zone that pays.
    zone_id: String,
    /// The run whose data were matched.
    run_id: String,
    /// The policy's code.
    policy: String,
    /// Its name as it was, in the reader's language.
    policy_name: String,
    /// Its version.
    policy_version: String,
    /// Whether somebody issued it (`false`: an example that must not look official).
    official: bool,
    /// The day of matching.
    matched_on: String,
    /// The year whose money is paid.
    period: i32,
    /// 匹配码.
    code: String,
    /// How many enterprises were entitled.
    entitled: i64,
    /// What of the budget of the year was left when it was opened, in yuan; absent where it is not limited.
    budget: Option<String>,
    /// How far it is.
    state: AwardListStateWord,
    /// 公示期 from.
    notice_from: Option<String>,
    /// … to, this day included.
    notice_until: Option<String>,
    /// Why it was sent back or given up.
    reason: Option<String>,
    /// Who opened it.
    opened_by: String,
    /// When.
    opened_at: String,
    /// When it moved last.
    changed_at: String,
    /// For `If-Match`.
    version: i64,
}

impl ListBody {
    pub(super) fn new(list: AwardList, language: Language) -> Self {
        let name = super::policy_name(&list, language).to_owned();
        let (from, until) = list.notice.unzip();
        Self {
            id: list.id,
            zone_id: list.zone_id,
            run_id: list.run_id,
            policy: list.policy,
            policy_name: name,
            policy_version: list.policy_version,
            official: list.official,
            matched_on: list.matched_on.to_string(),
            period: list.period,
            code: list.code,
            entitled: list.entitled,
            budget: list.budget.map(yuan),
            state: list.state.into(),
            notice_from: from.map(|day| day.to_string()),
            notice_until: until.map(|day| day.to_string()),
            reason: list.reason,
            opened_by: list.opened_by,
            opened_at: list.opened_at.to_string(),
            changed_at: list.changed_at.to_string(),
            version: list.version,
        }
    }
}

/// A list with its sums.
#[derive(Serialize, ToSchema)]
#[schema(as = AwardListPage)]
pub(crate) struct ListPage {
    /// The list.
    #[serde(flatten)]
    list: ListBody,
    /// How many awards are in which state, and Σ of each.
    states: Vec<AwardsInState>,
    /// Σ of all that are neither struck out nor given up.
    amount: String,
    /// Σ paid, less what came back.
    paid: String,
    /// What the budget has left: budget less `amount`; absent where it is not limited.
    left: Option<String>,
    /// Objections that nobody decided.
    open_objections: u64,
}

impl ListPage {
    pub(super) fn new(list: AwardList, awards: &[Award], open_objections: u64, language: Language) -> Self {
        use awards::AwardState as State;
        let sum = |of: &dyn Fn(&&Award) -> bool| awards.iter().filter(of).map(|one| one.amount).sum::<i64>();
        let states = State::ALL.iter().filter_map(|state| {
            let count = awards.iter().filter(|one| one.state == *state).count();
            let amount = yuan(sum(&|one| one.state == *state));
            (count > 0).then(|| AwardsInState { state: (*state).into(), count, amount })
        });
        let amount = sum(&|one| !matches!(one.state, State::Struck | State::Cancelled));
        Self {
            states: states.collect(),
            paid: yuan(sum(&|one| one.state == State::Paid)),
            left: list.budget.map(|budget| yuan(budget - amount)),
            amount: yuan(amount),
            open_objections,
            list: ListBody::new(list, language),
        }
    }
}

/// What one enterprise gets on a list.
#[derive(Serialize, ToSchema)]
#[schema(as = Award)]
pub(crate) struct AwardBody {
    /// Its id.
    id: String,
    /// The list.
    list_id: String,
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// The enterprise's name.
    name: String,
    /// 园区.
    park: Option<String>,
    /// The policy's code.
    policy: String,
    /// The year whose money is paid.
    period: i32,
    /// By formula and caps, in yuan.
    claimed: String,
    /// What is paid, in yuan.
    amount: String,
    /// Why it is less than claimed.
    cuts: Vec<String>,
    /// How far it is.
    state: AwardStateWord,
    /// Why it was struck out, or could not be paid.
    reason: Option<String>,
    /// What is shown of the account: bank and last four digits.
    account: Option<String>,
    /// When the account was confirmed.
    confirmed_at: Option<String>,
    /// The batch it is or was in last.
    batch_id: Option<String>,
    /// When it was paid.
    paid_at: Option<String>,
    /// When it moved last.
    changed_at: String,
    /// For `If-Match`.
    version: i64,
}

impl AwardBody {
    pub(super) fn new(desk: &Desk, award: Award, known: &HashMap<String, Enterprise>) -> Self {
        let enterprise = known.get(&award.enterprise_id);
        let cuts: Vec<(String, String)> = serde_json::from_str(&award.cuts).unwrap_or_default();
        let cuts = cuts.into_iter().map(|(zh, en)| Sentence::new(zh, en));
        Self {
            id: award.id,
            list_id: award.list_id,
            credit_code: enterprise.map(|one| one.credit_code.clone()).unwrap_or_default(),
            name: enterprise.map(|one| one.name.clone()).unwrap_or_default(),
            park: enterprise.and_then(|one| one.park.clone()),
            enterprise_id: award.enterprise_id,
            policy: award.policy,
            period: award.period,
            claimed: yuan(award.claimed),
            amount: yuan(award.amount),
            cuts: cuts.map(|cut| cut.in_language(desk.context.language).to_owned()).collect(),
            state: award.state.into(),
            reason: award.reason,
            account: award.account_shown,
            confirmed_at: award.confirmed_at.map(|at| at.to_string()),
            batch_id: award.batch_id,
            paid_at: award.paid_at.map(|at| at.to_string()),
            changed_at: award.changed_at.to_string(),
            version: award.version,
        }
    }
}

/// 付款批次.
#[derive(Serialize, ToSchema)]
#[schema(as = PaymentBatch)]
pub(crate) struct BatchBody {
    /// Its id.
    id: String,
    /// The list.
    list_id: String,
    /// How far it is.
    state: PaymentStateWord,
    /// How many payments.
    payments: i64,
    /// Σ of them in yuan.
    total: String,
    /// SHA-256 over every payment and its account: what was released is what is paid.
    seal: String,
    /// Why it was given up.
    reason: Option<String>,
    /// Who made it.
    prepared_by: String,
    /// When.
    prepared_at: String,
    /// Who released it.
    released_by: Option<String>,
    /// When.
    released_at: Option<String>,
    /// For `If-Match`.
    version: i64,
}

impl From<PaymentBatch> for BatchBody {
    fn from(batch: PaymentBatch) -> Self {
        Self {
            id: batch.id,
            list_id: batch.list_id,
            state: batch.state.into(),
            payments: batch.payments,
            total: yuan(batch.total),
            seal: batch.seal,
            reason: batch.reason,
            prepared_by: batch.prepared_by,
            prepared_at: batch.prepared_at.to_string(),
            released_by: batch.released_by,
            released_at: batch.released_at.map(|at| at.to_string()),
            version: batch.version,
        }
    }
}
