//! What the products offer the enterprises of a run: at a glance, and by product as a list.

use super::{
    offered::OffersOfRun,
    words::{OfferStanding, percent},
};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, OFFERS as WORDS},
    input::Params,
    library::{named, note_run, read_day, run_and_batch, said},
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::{
    Status,
    finance::{Product, Standing},
    policies::Fen,
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, sync::Arc};
use utoipa::{IntoParams, ToSchema};

/// On which day.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfferedOn {
    /// The day, which chooses the products; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
}

/// A product with numbers. Amounts are yuan.
#[derive(Serialize, ToSchema)]
pub(super) struct OfferedProduct {
    /// Its code.
    code: String,
    /// What it is called.
    name: String,
    /// 银行.
    bank: String,
    /// Whether somebody offers it.
    official: bool,
    /// 符合准入条件.
    eligible: usize,
    /// 待银行核验.
    bank_check: usize,
    /// 数据不足.
    cannot_tell: usize,
    /// 不符合.
    not_eligible: usize,
    /// Σ of the limits of the eligible.
    limits: String,
    /// The highest of them.
    highest: String,
}

/// What the products offer everybody of a run.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferingOfRun {
    /// The run.
    run_id: String,
    /// The year of the data.
    year: i32,
    /// The day.
    on: String,
    /// How many enterprises there are.
    enterprises: usize,
    /// How many may borrow under one product at least.
    reached: usize,
    /// The products, by code.
    products: Vec<OfferedProduct>,
    /// Products that look at another year's data than the run has.
    left_out: Vec<String>,
    /// 测算码: who computes the same data with the same products gets the same.
    code: String,
    /// 参考额度，以银行审批为准.
    note: String,
}

/// Every product with how many enterprises of a run may borrow, and how much.
#[utoipa::path(get, path = "/api/v1/runs/{id}/products", operation_id = "read_offering", tag = "finance",
    params(("id" = String, Path, description = "The run"), OfferedOn),
    responses((status = 200, body = OfferingOfRun, description = "The products")),
    extensions(("x-permission" = json!("offer:list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn read_offering(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<OfferedOn>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    let found = OffersOfRun::of(&desk, &run, &batch, read_day(wanted.on.as_deref())?).await?;
    let offers = &found.run;
    let eligible = |at: &usize| offers.offered.iter().any(|of| of[*at].standing == Standing::Eligible);
    Ok(Reply::ok(&OfferingOfRun {
        run_id: run.id,
        year: batch.year,
        on: offers.on.to_string(),
        enterprises: offers.len(),
        reached: (0..offers.len()).filter(eligible).count(),
        products: (0..offers.products.len()).map(|product| in_numbers(&desk, &found, product)).collect(),
        left_out: offers.left_out.iter().map(|one| named(&desk, &one.name)).collect(),
        code: found.code.clone(),
        note: said(&desk, &Product::note()),
    }))
}

pub(super) fn in_numbers(desk: &Desk, found: &OffersOfRun, product: usize) -> OfferedProduct {
    let offered = &found.run.offered[product];
    let count = |standing: Standing| offered.iter().filter(|one| one.standing == standing).count();
    let limits =
        || offered.iter().filter(|one| one.standing == Standing::Eligible).filter_map(|one| one.limit);
    let rules = found.rules(product);
    OfferedProduct {
        code: rules.code.clone(),
        name: named(desk, &rules.name),
        bank: named(desk, &rules.bank),
        official: rules.status == Status::Official,
        eligible: count(Standing::Eligible),
        bank_check: count(Standing::Officer),
        cannot_tell: count(Standing::Unknown),
        not_eligible: count(Standing::Not),
        limits: limits().sum::<Fen>().to_string(),
        highest: limits().max().unwrap_or_default().to_string(),
    }
}

/// Which enterprises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedOffers {
    /// The product's code.
    product: String,
    /// Only those that stand so.
    #[param(inline)]
    standing: Option<OfferStanding>,
    /// With this in name or credit code.
    search: Option<String>,
    /// In this park.
    park: Option<String>,
    /// The day that chooses the products.
    on: Option<String>,
    /// `amount`, `name`, `credit_code`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

#[derive(Debug, Clone, Copy)]
enum Sort {
    /// Those who may borrow first, highest limit first.
    Amount,
    Name,
    CreditCode,
}

const SORTS: [(&str, Sort); 3] =
    [("amount", Sort::Amount), ("name", Sort::Name), ("credit_code", Sort::CreditCode)];

/// What a product offers an enterprise. Amounts are yuan.
#[derive(Serialize, ToSchema)]
#[schema(as = Offer)]
pub(crate) struct OfferBody {
    /// The product's code.
    product: String,
    /// The enterprise; absent when it has left the register.
    enterprise_id: Option<String>,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name.
    name: String,
    /// 园区.
    park: Option<String>,
    /// Points in the run; absent when withheld.
    points: Option<String>,
    /// How it stands.
    standing: OfferStanding,
    /// 参考额度 by the caps, whatever the conditions say; absent where data are missing.
    limit: Option<String>,
    /// The caps it comes from.
    binding: Vec<String>,
    /// 年利率 in percent; absent where data are missing.
    yearly_percent: Option<String>,
    /// Every failing condition with its gap, what is missing, what the bank must answer.
    reasons: Vec<String>,
}

impl OfferBody {
    fn of(desk: &Desk, found: &OffersOfRun, (product, at): (usize, usize)) -> Self {
        let (run, member, rules) = (&found.run, &found.members[at], found.rules(product));
        let offer = run.offer(product, at);
        let limit = offer.as_ref().and_then(|offer| offer.limit.as_ref().ok());
        let binding = limit.map(|limit| limit.binding.as_slice()).unwrap_or_default();
        let reasons = offer.as_ref().map(|offer| offer.reasons(rules, &run.dictionary)).unwrap_or_default();
        Self {
            product: rules.code.clone(),
            enterprise_id: member.id.clone(),
            credit_code: member.credit_code.clone(),
            name: member.name.clone(),
            park: member.park.clone(),
            points: run.points(at).map(|points| points.to_string()),
            standing: run.offered[product][at].standing.into(),
            limit: limit.map(|limit| limit.amount.to_string()),
            binding: binding.iter().map(|cap| named(desk, &rules.limit.caps[*cap].name)).collect(),
            yearly_percent: offer
                .as_ref()
                .and_then(|offer| offer.rate.as_ref().ok())
                .map(|rate| percent(&rate.yearly)),
            reasons: reasons.iter().map(|reason| said(desk, reason)).collect(),
        }
    }
}

impl WantedOffers {
    async fn find(
        &self,
        desk: &Desk,
        id: &str,
        asked: &Asked<Sort>,
    ) -> Result<(Arc<OffersOfRun>, usize, Vec<usize>), Stop> {
        let (run, batch) = run_and_batch(desk, id).await?;
        let found = OffersOfRun::of(desk, &run, &batch, read_day(self.on.as_deref())?).await?;
        let product = found.product(&self.product)?;
        let mut places: Vec<usize> =
            (0..found.run.len()).filter(|at| self.holds(&found, product, *at)).collect();
        let member = |at: &usize| &found.members[*at];
        match asked.sort {
            Sort::Amount => places.sort_by_cached_key(|at| {
                let offered = found.run.offered[product][*at];
                (Reverse(offered.standing), Reverse(offered.limit), member(at).credit_code.clone())
            }),
            Sort::Name => {
                places.sort_by_cached_key(|at| (member(at).name.clone(), member(at).credit_code.clone()));
            }
            Sort::CreditCode => places.sort_by_cached_key(|at| member(at).credit_code.clone()),
        }
        if asked.page.descending {
            places.reverse();
        }
        Ok((found, product, places))
    }

    fn holds(&self, found: &OffersOfRun, product: usize, at: usize) -> bool {
        let member = &found.members[at];
        let standing: OfferStanding = found.run.offered[product][at].standing.into();
        let searched = self.search.as_deref().is_none_or(|part| {
            let part = part.trim();
            member.name.contains(part) || member.credit_code.contains(&part.to_uppercase())
        });
        searched
            && self.standing.is_none_or(|wanted| wanted == standing)
            && (self.park.is_none() || self.park == member.park)
    }
}

/// What one product offers the enterprises of a run.
#[utoipa::path(get, path = "/api/v1/runs/{id}/offers", operation_id = "list_offers", tag = "finance",
    params(("id" = String, Path, description = "The run"), WantedOffers),
    responses((status = 200, body = inline(List<OfferBody>), description = "A page")),
    extensions(("x-permission" = json!("offer:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn list_offers(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedOffers>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (found, product, places) = wanted.find(&desk, &id, &asked).await?;
    let shown = listing::in_memory(places, &asked);
    note_run(&desk, &id, shown.items.len()).await?;
    Ok(Reply::ok(&asked.list(shown, |at| OfferBody::of(&desk, &found, (product, at)))))
}

/// The columns of an export.
pub(crate) const OFFERS: Export = Export {
    resource: "offers",
    title: ("参考额度名单", "offers"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("points", "积分", "Points"),
        Column::word("standing", "准入结论", "Standing", WORDS),
        Column::plain("limit", "参考额度（元）", "Limit (yuan)"),
        Column::plain("binding", "起作用的上限", "Binding caps"),
        Column::plain("yearly_percent", "年利率（%）", "Rate (%)"),
        Column::plain("reasons", "原因", "Reasons"),
        Column::plain("product", "产品代码", "Product"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("note", "说明", "Note"),
    ],
};

/// The fields of a row that the list does not have.
#[cfg(test)]
pub(crate) const OFFERS_MORE: &[&str] = &["note"];

/// A row of the file: it says itself that it is a reference.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    body: OfferBody,
    note: String,
}

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/{id}/offers/export", operation_id = "export_offers", tag = "finance",
    params(("id" = String, Path, description = "The run"), WantedOffers, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("offer:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_offers(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedOffers>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (found, product, places) = wanted.find(&desk, &id, &asked).await?;
    let note = said(&desk, &Product::note());
    let row = |at| Row { body: OfferBody::of(&desk, &found, (product, at)), note: note.clone() };
    exporting::send(&desk, &OFFERS, file, listing::in_memory(places, &asked), row).await
}
