//! 我的额度: what one enterprise could borrow under every product, why so much and no more, and what it would cost.

use super::{
    cost::{Compared, CostBody},
    files::ProductBody,
    offered::OffersOfRun,
    words::{OfferStanding, percent},
};
use crate::{
    consents::banks_within_reach,
    desk::Desk,
    enterprises::answer_for,
    input::Params,
    library::{chosen, named, read_day, said},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::RepaymentWord,
};
use axum::extract::Path;
use domain::{
    cultivation::{Issues, missing_name},
    finance::{Offer, Product, RateFinding, Standing},
    indicators::Dictionary,
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use store::enterprises::{self, Enterprise};
use utoipa::{IntoParams, ToSchema};

/// On which data, and which loan is compared.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedOwnOffers {
    /// The run; the latest published one of its zone when left out.
    run_id: Option<String>,
    /// The day that chooses the products.
    on: Option<String>,
    /// Compare what a loan of so many yuan costs.
    amount: Option<String>,
    /// … for so many months; 12 when left out.
    months: Option<u16>,
    /// … repaid so; each product's first way when left out.
    #[param(inline)]
    repayment: Option<RepaymentWord>,
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    purpose: Option<String>,
}

/// One cap of a limit.
#[derive(Serialize, ToSchema)]
#[schema(as = OfferCap)]
struct CapBody {
    /// What it is called.
    name: String,
    /// What it comes to in yuan; absent where it does not apply or data are missing.
    amount: Option<String>,
    /// Whether it applies; absent where data are missing.
    applies: Option<bool>,
    /// Whether the limit comes from it.
    binding: bool,
    /// What is missing to tell.
    missing: Vec<String>,
}

/// One step of a rate.
#[derive(Serialize, ToSchema)]
#[schema(as = OfferRateStep)]
struct StepBody {
    /// What it is called.
    name: String,
    /// What it adds, in percent; absent where it does not apply.
    percent: Option<String>,
}

/// Who bears how much of a loss.
#[derive(Serialize, ToSchema)]
#[schema(as = OfferShare)]
struct ShareBody {
    /// Who.
    who: String,
    /// How much, in percent.
    percent: String,
}

/// What a product offers the enterprise. Amounts are yuan.
#[derive(Serialize, ToSchema)]
struct MyOffer {
    /// The product.
    product: ProductBody,
    /// The bank, where it is on the platform and the reader may apply to it.
    bank_id: Option<String>,
    /// How the enterprise stands.
    standing: OfferStanding,
    /// 参考额度 by the caps, whatever the conditions say; absent where data are missing.
    limit: Option<String>,
    /// Where data are missing: the limit is no more than this.
    no_more_than: Option<String>,
    /// The caps, one by one.
    caps: Vec<CapBody>,
    /// 年利率 in percent; absent where data are missing.
    yearly_percent: Option<String>,
    /// The reference rate in percent.
    base_percent: Option<String>,
    /// What is added to it.
    steps: Vec<StepBody>,
    /// 风险分担 that holds for the enterprise; empty where the bank bears all or it cannot be told.
    sharing: Vec<ShareBody>,
    /// Every failing condition with its gap, what is missing, what the bank must answer.
    reasons: Vec<String>,
    /// What the loan asked for costs; absent where none was asked for or the product does not lend it so.
    cost: Option<CostBody>,
    /// Whether the loan asked for is within the limit; absent where that cannot be told.
    within: Option<bool>,
}

/// One enterprise under every product.
#[derive(Serialize, ToSchema)]
pub(crate) struct EnterpriseOffers {
    /// The enterprise.
    enterprise_id: String,
    /// Its name now.
    name: String,
    /// The run whose data were used.
    run_id: String,
    /// The year of the data.
    year: i32,
    /// The day.
    on: String,
    /// Its points in the run; absent when withheld.
    points: Option<String>,
    /// What it may borrow first, highest limit first; then what the bank must check, what cannot be told, what it may not.
    offers: Vec<MyOffer>,
    /// 测算码 of everybody's offers these are a part of.
    code: String,
    /// 参考额度，以银行审批为准.
    note: String,
}

impl EnterpriseOffers {
    /// Only what the bank that products call `bank` offers: of what others offer a bank is told nothing.
    pub(crate) fn of_bank(mut self, bank: &str) -> Self {
        self.offers.retain(|one| one.product.bank_name == bank);
        self
    }
}

/// One enterprise under every product on the shelf: what it could borrow, why, and what it would cost.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/offers", operation_id = "read_enterprise_offers",
    tag = "finance", params(("id" = String, Path, description = "The enterprise"), WantedOwnOffers),
    responses((status = 200, body = EnterpriseOffers, description = "The offers")),
    extensions(("x-permission" = json!("offer:read")), ("x-reads" = json!("enterprise")), ("x-time-limit" = json!(60))))]
pub(crate) async fn enterprise_offers(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedOwnOffers>,
) -> Answer {
    let enterprise = enterprises::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    answer_for(&desk, &enterprise, wanted.purpose.as_deref()).await?;
    Ok(Reply::ok(&offers_for(&desk, &enterprise, &wanted).await?))
}

/// The same for whoever was found to be allowed.
pub(crate) async fn offers_for(
    desk: &Desk,
    enterprise: &Enterprise,
    wanted: &WantedOwnOffers,
) -> Result<EnterpriseOffers, Stop> {
    let compared = Compared::read(wanted.amount.as_deref(), wanted.months, wanted.repayment)?;
    let on = read_day(wanted.on.as_deref())?;
    let (run, batch) = chosen(desk, enterprise, wanted.run_id.as_deref()).await?;
    let found = OffersOfRun::of(desk, &run, &batch, on).await?;
    let at = found.members.place(&enterprise.credit_code).ok_or_else(|| {
        Problem::new(Code::WrongState).saying(
            format!("该企业没有参加{}年度评价，没有可测算的数据。", batch.year),
            format!("The enterprise took no part in the evaluation of {}; there are no data.", batch.year),
        )
    })?;
    let banks = if desk.holds("loan:apply")? { banks_within_reach(desk).await? } else { Vec::new() };
    let bank_of = |product: &Product| {
        banks.iter().find(|bank| bank.name == product.bank.zh).map(|bank| bank.id.clone())
    };
    let mut order: Vec<usize> = (0..found.run.products.len()).collect();
    order.sort_by_key(|product| {
        let offered = found.run.offered[*product][at];
        (Reverse(offered.standing), Reverse(offered.limit), *product)
    });
    let offers = order.into_iter().filter_map(|product| {
        let offer = found.run.offer(product, at)?;
        let bank_id = bank_of(found.rules(product));
        Some(MyOffer { bank_id, ..my_offer(desk, &found, product, &offer, compared.as_ref()) })
    });
    Ok(EnterpriseOffers {
        offers: offers.collect(),
        enterprise_id: enterprise.id.clone(),
        name: enterprise.name.clone(),
        run_id: run.id,
        year: batch.year,
        on: found.run.on.to_string(),
        points: found.run.points(at).map(|points| points.to_string()),
        code: found.code.clone(),
        note: said(desk, &Product::note()),
    })
}

fn my_offer(
    desk: &Desk,
    found: &OffersOfRun,
    product: usize,
    offer: &Offer,
    compared: Option<&Compared>,
) -> MyOffer {
    let (rules, dictionary) = (found.rules(product), &found.run.dictionary);
    let (limit, rate) = (offer.limit.as_ref().ok(), offer.rate.as_ref().ok());
    let steps = |rate: &RateFinding| {
        let steps = rules.rate.steps.iter().zip(&rate.steps);
        steps
            .map(|(step, found)| StepBody {
                name: named(desk, &step.name),
                percent: found.as_ref().map(percent),
            })
            .collect()
    };
    let row = offer.sharing.as_ref().ok().copied().flatten();
    let shares = row.map(|row| rules.sharing[row].shares.as_slice()).unwrap_or_default();
    let reasons = offer.reasons(rules, dictionary);
    MyOffer {
        product: ProductBody::of(desk, rules, found.run.on),
        bank_id: None,
        standing: offer.standing.into(),
        limit: limit.map(|limit| limit.amount.to_string()),
        no_more_than: limit
            .is_none()
            .then(|| offer.no_more_than(rules))
            .flatten()
            .map(|most| most.to_string()),
        caps: caps(desk, rules, offer, dictionary),
        yearly_percent: rate.map(|rate| percent(&rate.yearly)),
        base_percent: rate.map(|rate| percent(&rate.base)),
        steps: rate.map(steps).unwrap_or_default(),
        sharing: shares
            .iter()
            .map(|share| ShareBody { who: named(desk, &share.who), percent: percent(&share.share) })
            .collect(),
        reasons: reasons.iter().map(|reason| said(desk, reason)).collect(),
        cost: compared.zip(rate).and_then(|(compared, rate)| compared.under(desk, rules, &rate.yearly)),
        within: compared.and_then(|compared| match (offer.standing, limit) {
            (Standing::Not, _) => Some(false),
            (_, Some(limit)) => Some(compared.principal() <= limit.amount),
            _ => None,
        }),
    }
}

fn caps(desk: &Desk, rules: &Product, offer: &Offer, dictionary: &Dictionary) -> Vec<CapBody> {
    let binding = offer.limit.as_ref().map_or(&[][..], |limit| limit.binding.as_slice());
    let all = rules.limit.caps.iter().zip(&offer.caps).enumerate();
    let body = |(place, (cap, finding)): (usize, (&domain::policies::Part, &Result<_, Issues>))| {
        let found: Option<&domain::policies::PartFinding> = finding.as_ref().ok();
        CapBody {
            name: named(desk, &cap.name),
            amount: found.filter(|found| found.given).map(|found| found.yuan.round_half_up(2).to_string()),
            applies: found.map(|found| found.given),
            binding: binding.contains(&place),
            missing: finding
                .as_ref()
                .err()
                .map(|issues| missing(desk, issues, dictionary))
                .unwrap_or_default(),
        }
    };
    all.map(body).collect()
}

fn missing(desk: &Desk, issues: &Issues, dictionary: &Dictionary) -> Vec<String> {
    issues.missing.iter().map(|one| said(desk, &missing_name(one, dictionary))).collect()
}
