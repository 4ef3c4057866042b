//! An enterprise applies.

use super::{LoanBody, tell};
use crate::{
    consents::{Parties, banks_within_reach},
    desk::Desk,
    input::{Checks, Json},
    library::today,
    problem::{Code, Field, Problem, Stop},
    products::{EnterpriseOffers, WantedOwnOffers, offers_for, product_on, read_money},
    reply::{Answer, Reply},
    rules::ZoneRules,
    wire::RepaymentWord,
};
use domain::{finance::Product, policies::Fen};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{
    StoreError,
    consents::{self, ConsentPurpose},
    enterprises,
    loans::{self, Loan, LoanAction, LoanState},
    organisations::Organisation,
};
use utoipa::ToSchema;

/// An application.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApplyForLoan {
    /// The product's code. Its bank must be on the platform, under the name the product gives it.
    product: String,
    /// How much, in yuan, above zero, to the cent.
    amount: String,
    /// For how many months.
    months: u16,
    /// How it is repaid.
    repayment: RepaymentWord,
    /// What the money is for.
    purpose: String,
}

/// Applies for a loan under a product on the shelf. What the product offered by the data of the latest published year, its
/// version and its file are kept with the application. The bank must be allowed to look: a consent for 授信审批.
#[utoipa::path(post, path = "/api/v1/loans", operation_id = "apply_for_loan", tag = "finance",
    request_body = ApplyForLoan,
    responses((status = 201, body = LoanBody, description = "Applied")),
    extensions(("x-permission" = json!("loan:apply")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(60))))]
pub(crate) async fn apply_for_loan(desk: Desk, Json(given): Json<ApplyForLoan>) -> Answer {
    let caller = desk.caller()?;
    let own = enterprises::by_organisation(desk.database(), &caller.organisation.id).await?;
    let own = own.ok_or(Code::NotAllowed)?;
    let day = today(&desk);
    let (product, _, text) = product_on(&ZoneRules::library(&desk).await?, &given.product, day)
        .map_err(|_| bad("/product", "没有这个产品，或当日不在架", "no such product, or not on the shelf"))?;
    let bank = bank_of(&desk, &product).await?;
    let amount = checked(&given, &product)?;
    let pair = (bank.id.as_str(), own.id.as_str());
    let consent = consents::live(desk.database(), pair, ConsentPurpose::CreditReview, day).await?;
    let Some(consent) = consent else {
        return Err(Problem::new(Code::WrongState)
            .saying(
                format!("请先授权{}为“授信审批”查阅贵企业的资料，再提交申请。", bank.name),
                format!("Let {} read your data for deciding on a loan first, then apply.", bank.name),
            )
            .into());
    };
    let offers = offers_for(&desk, &own, &WantedOwnOffers::default()).await?;
    let offer = snapshot(&offers, &product.code)?;
    let text_of = |name: &str| offer[name].as_str().unwrap_or_default().to_owned();
    let new = Loan {
        id: desk.app.edge.id(),
        enterprise_id: own.id.clone(),
        path: caller.organisation.path.clone(),
        bank_id: bank.id.clone(),
        bank_path: bank.path.clone(),
        consent_id: consent.id,
        product: product.code.clone(),
        product_name: product.name.zh.clone(),
        product_name_en: product.name.en.clone(),
        product_version: product.version.clone(),
        product_text: text,
        run_id: text_of("run_id"),
        offer_code: text_of("code"),
        offer: offer.to_string(),
        amount: amount.0,
        months: given.months.into(),
        repayment: serde_json::to_value(given.repayment)
            .ok()
            .and_then(|word| word.as_str().map(str::to_owned))
            .unwrap_or_default(),
        purpose: given.purpose.trim().to_owned(),
        state: LoanState::Submitted,
        granted: None,
        reject_reason: None,
        contract: None,
        drawn: 0,
        repaid: 0,
        applied_by: caller.user.id.clone(),
        applied_at: desk.now(),
        decided_at: None,
        changed_at: desk.now(),
        version: 1,
        first_loan: None,
    };
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let pair = [(new.enterprise_id.as_str(), new.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let change = desk.begin().await?;
    let loan = match loans::apply(change.work(), new, desk.app.edge.id()).await {
        Err(StoreError::Taken(_)) => {
            let (zh, en) = (
                "该产品已有在办的申请；办结或撤回后可再申请。",
                "There is an application for this product already; wait until it is decided, or withdraw it.",
            );
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        }
        other => other?,
    };
    tell(&desk, change.work(), &loan, LoanAction::Apply).await?;
    let detail = json!({
        "product": loan.product, "version": loan.product_version, "bank": bank.name, "amount": super::yuan(loan.amount),
        "months": loan.months, "run_id": loan.run_id, "code": loan.offer_code,
    });
    let note = desk.note("apply", "loan").on(&loan.id, &loan.path).with(detail);
    let (location, version) = (format!("/api/v1/loans/{}", loan.id), loan.version);
    change
        .finish(note, Reply::created(&LoanBody::of(&desk, &loan, &parties), &location).versioned(version))
        .await
}

fn bad(at: &str, zh: &str, en: &str) -> Problem {
    Problem::new(Code::NotAccepted).at(vec![Field::new(at, zh, en)])
}

/// The bank that offers the product, where it is on the platform: an organisation of the zone or the centre of the same name.
async fn bank_of(desk: &Desk, product: &Product) -> Result<Organisation, Stop> {
    let banks = banks_within_reach(desk).await?;
    let bank = banks.into_iter().find(|bank| bank.name == product.bank.zh);
    bank.ok_or_else(|| {
        Problem::new(Code::NotAccepted)
            .at(vec![Field::new(
                "/product",
                format!("{}未入驻本平台，请按产品页的联系方式办理", product.bank.zh),
                format!("{} is not on this platform; use the contact on the product's page", product.bank.zh),
            )])
            .into()
    })
}

/// Every mistake at its place.
fn checked(given: &ApplyForLoan, product: &Product) -> Result<Fen, Problem> {
    let mut checks = Checks::default();
    let amount = read_money("/amount", &given.amount).ok();
    checks.that(
        amount.is_some(),
        "/amount",
        "金额以元计，大于零，最多两位小数",
        "an amount in yuan above zero with at most two decimals",
    );
    let (least, most) = (product.term.least, product.term.most);
    checks.that(
        (least..=most).contains(&given.months),
        "/months",
        &format!("本产品的期限为{least}至{most}个月"),
        &format!("the product lends for {least} to {most} months"),
    );
    checks.that(
        product.repayments.contains(&given.repayment.into()),
        "/repayment",
        "本产品没有这种还款方式",
        "the product is not repaid so",
    );
    let length = given.purpose.trim().chars().count();
    checks.that((1..=200).contains(&length), "/purpose", "应为 1 至 200 字", "must have 1 to 200 characters");
    checks.done()?;
    amount.ok_or_else(|| Problem::new(Code::InternalError))
}

/// What the product offers the enterprise now, with the run, its points and the code.
fn snapshot(offers: &EnterpriseOffers, product: &str) -> Result<Value, Stop> {
    let all = serde_json::to_value(offers).unwrap_or_default();
    let offered = all["offers"].as_array().into_iter().flatten();
    let own = offered.into_iter().find(|one| one["product"]["code"] == product);
    let own = own.ok_or_else(|| {
        bad(
            "/product",
            "该产品不使用最近发布年度的数据，暂不能申请",
            "the product does not look at the year published last",
        )
    })?;
    Ok(json!({
        "run_id": all["run_id"], "code": all["code"], "year": all["year"], "on": all["on"], "points": all["points"],
        "standing": own["standing"], "limit": own["limit"], "yearly_percent": own["yearly_percent"],
        "caps": own["caps"], "reasons": own["reasons"],
    }))
}
