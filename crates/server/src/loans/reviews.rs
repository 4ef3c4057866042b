//! 审查: a bank holds an application against its scorecard and sets the limit, by the card or against it with a justification. What
//! is read for it is read under the enterprise's consent and written down for the enterprise.

use super::{found, yuan};
use crate::{
    batches::refused,
    caller::beijing_day,
    cards::{self, CardBody, Finding, LoanScore, Wanted},
    consents::{field_kept, note_looks},
    desk::Desk,
    input::{Checks, Json},
    library::today,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    users::names,
};
use axum::extract::Path;
use domain::{
    finance::{self, ConsentField, CreditScorecard, Departure, departure},
    policies::Fen,
};
use formula::Exact;
use jiff::civil::Date;
use rulebook::Loaded;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use store::{
    Source, Work,
    consents::{self, Consent, ConsentPurpose},
    enterprises,
    loans::{self, Loan, Review},
};
use utoipa::ToSchema;

/// What the card of the caller's bank makes of an application.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScoredLoan {
    /// The card.
    card: CardBody,
    /// What it makes of the enterprise.
    score: LoanScore,
    /// 评分卡结果供审查参考，不替代银行的审批.
    note: String,
}

/// Which way a review departs from the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ReviewDeparture {
    /// It does not.
    None,
    /// The limit is higher than suggested.
    Up,
    /// The limit is lower.
    Down,
}

/// A review of an application.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanReview)]
pub(crate) struct ReviewBody {
    /// Its id.
    id: String,
    /// The code of the card.
    card: String,
    /// Its version.
    card_version: String,
    /// What the card made of the enterprise then.
    score: Option<LoanScore>,
    /// What may be lent at most, in yuan.
    limit: String,
    /// Whether that is what the card suggests.
    departure: ReviewDeparture,
    /// Why it is not.
    justification: Option<String>,
    /// Who reviewed.
    made_by_name: Option<String>,
    /// When.
    made_at: String,
}

impl ReviewBody {
    fn of(desk: &Desk, review: Review, people: &HashMap<String, String>) -> Self {
        let finding: Option<Finding> = serde_json::from_str(&review.finding).ok();
        let departure = match Departure::of(review.suggested.map(Fen), Fen(review.limit)) {
            Departure::None => ReviewDeparture::None,
            Departure::Up => ReviewDeparture::Up,
            Departure::Down => ReviewDeparture::Down,
        };
        Self {
            score: finding.map(|finding| finding.body(desk)),
            limit: yuan(review.limit),
            departure,
            made_by_name: people.get(&review.made_by).cloned(),
            made_at: review.made_at.to_string(),
            id: review.id,
            card: review.card,
            card_version: review.card_version,
            justification: review.justification,
        }
    }
}

/// The reviews of an application.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanReviews {
    /// The card of the bank for the product; absent where it has none.
    card: Option<CardBody>,
    /// First to last; the last one counts.
    reviews: Vec<ReviewBody>,
}

/// A review.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReviewLoan {
    /// 评分码 of what the reviewer has seen; another one by now is refused.
    code: String,
    /// What may be lent at most, in yuan: zero or above, no more than was asked for, to the cent.
    limit: String,
    /// Why that is not what the card suggests; needed where it is not.
    justification: Option<String>,
}

/// The day of the application: it chooses the card and the year of the data, as it chose the product.
fn day_of(loan: &Loan) -> Date {
    let offer: Value = serde_json::from_str(&loan.offer).unwrap_or_default();
    let day = offer["on"].as_str().and_then(|text| text.parse().ok());
    day.unwrap_or_else(|| beijing_day(loan.applied_at))
}

fn reference_limit(loan: &Loan) -> Option<Fen> {
    let offer: Value = serde_json::from_str(&loan.offer).unwrap_or_default();
    Fen::exactly(&offer["limit"].as_str()?.parse::<Exact>().ok()?)
}

/// The card of the caller's bank for the loan, with its text.
async fn card_of(desk: &Desk, loan: &Loan) -> Result<Option<(Loaded<CreditScorecard>, String)>, Stop> {
    cards::card_for(desk, &loan.product, day_of(loan)).await
}

/// An application that may be reviewed, with the card and the consent under which it is read.
struct Reviewed {
    loan: Loan,
    card: Loaded<CreditScorecard>,
    text: String,
    fields: BTreeSet<ConsentField>,
}

impl Reviewed {
    async fn of(desk: &Desk, id: &str) -> Result<Self, Stop> {
        let loan = found(desk, id).await?;
        let Some((card, text)) = card_of(desk, &loan).await? else {
            let (zh, en) = ("本行没有用于该产品的评分卡。", "Your bank has no scorecard for this product.");
            return Err(Problem::new(Code::WrongState).saying(zh, en).into());
        };
        let state = finance::LoanState::from_word(loan.state.word()).ok_or(Code::InternalError)?;
        if !state.may_be_reviewed() {
            let name = state.name();
            return Err(Problem::new(Code::WrongState)
                .saying(
                    format!("“{}”的申请不再审查；已有的审查记录仍可查看。", name.zh),
                    format!(
                        "An application that is {} is not reviewed any more; what was reviewed stays.",
                        name.en
                    ),
                )
                .into());
        }
        let fields = card.value.fields();
        Ok(Self { loan, card, text, fields })
    }

    /// The consent that allows all that the card looks at.
    ///
    /// # Errors
    /// 409 with what it does not allow.
    async fn consent(&self, desk: &Desk, source: &impl Source) -> Result<Consent, Stop> {
        let pair = (self.loan.bank_id.as_str(), self.loan.enterprise_id.as_str());
        let live = consents::live(source, pair, ConsentPurpose::CreditReview, today(desk)).await?;
        let lacking = |field: &&ConsentField| {
            live.as_ref().is_none_or(|live| !live.fields.contains(&field_kept(**field)))
        };
        let lacking: Vec<ConsentField> = self.fields.iter().filter(lacking).copied().collect();
        match live.filter(|_| lacking.is_empty()) {
            Some(live) => Ok(live),
            None => {
                let name = |of: fn(&formula::Sentence) -> &str, with: &str| {
                    let names = lacking.iter().map(|field| of(&field.name()).to_owned());
                    names.collect::<Vec<_>>().join(with)
                };
                let (zh, en) = (name(|name| &name.zh, "、"), name(|name| &name.en, ", "));
                Err(Problem::new(Code::WrongState)
                    .saying(
                        format!("企业为“授信审批”的授权不包括评分卡所需的内容：{zh}。请企业补充授权。"),
                        format!("The enterprise's consent for deciding on a loan does not hold what the card looks at: {en}. Ask for it."),
                    )
                    .into())
            }
        }
    }

    async fn score(&self, desk: &Desk) -> Result<Finding, Stop> {
        let known =
            enterprises::by_ids(desk.database(), std::slice::from_ref(&self.loan.enterprise_id)).await?;
        let enterprise = known.into_iter().next().ok_or(Code::NotFound)?;
        let of = (self.loan.run_id.as_str(), day_of(&self.loan));
        let wanted = Wanted {
            credit_code: &enterprise.credit_code,
            limit: reference_limit(&self.loan),
            asked: Fen(self.loan.amount),
        };
        cards::score(&desk.app, self.card.clone(), of, &wanted).await
    }

    /// Writes the reading down, in the change that sends what was read.
    ///
    /// # Errors
    /// 409 where the consent was revoked meanwhile.
    async fn note(&self, desk: &Desk, work: &Work, consent: &Consent) -> Result<(), Stop> {
        let fields = self.fields.iter().map(|field| field_kept(*field)).collect();
        if note_looks(desk, work, consent, &fields, today(desk)).await? {
            return Ok(());
        }
        // Revoked, or another one took its place: nothing is read that is not written down.
        self.consent(desk, work).await?;
        let (zh, en) = ("企业刚刚更改了授权，请重新查看。", "The consent has just changed; look again.");
        Err(Problem::new(Code::WrongState).saying(zh, en).into())
    }
}

/// What the scorecard of the caller's bank makes of an application: on the data of the run it was made on, held against the median
/// of enterprises in the same stage. Read under the consent for 授信审批, and written down for the enterprise.
#[utoipa::path(get, path = "/api/v1/loans/{id}/scorecard", operation_id = "score_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")),
    responses((status = 200, body = ScoredLoan, description = "What the card makes of it")),
    extensions(("x-permission" = json!("loan:review")), ("x-reads" = json!("enterprise")), ("x-time-limit" = json!(60))))]
pub(crate) async fn score_loan(desk: Desk, Path(id): Path<String>) -> Answer {
    let reviewed = Reviewed::of(&desk, &id).await?;
    let consent = reviewed.consent(&desk, desk.database()).await?;
    let finding = reviewed.score(&desk).await?;
    let body = ScoredLoan {
        card: CardBody::of(&desk, &reviewed.card.value),
        score: finding.body(&desk),
        note: crate::library::said(&desk, &CreditScorecard::note()),
    };
    let change = desk.begin().await?;
    reviewed.note(&desk, change.work(), &consent).await?;
    let detail = json!({
        "operation": desk.operation(), "loan_id": id, "consent_id": consent.id, "card": reviewed.card.value.code,
        "fields": reviewed.fields.iter().map(|field| field.word()).collect::<Vec<_>>(),
    });
    let note = desk.note("read-values", "enterprise").on(&reviewed.loan.enterprise_id, &reviewed.loan.path);
    let note = note.for_purpose(ConsentPurpose::CreditReview.word()).with(detail);
    change.finish(note, Reply::ok(&body)).await
}

/// The reviews of an application, and the card it is reviewed by. Only its bank sees them.
#[utoipa::path(get, path = "/api/v1/loans/{id}/reviews", operation_id = "list_loan_reviews", tag = "finance",
    params(("id" = String, Path, description = "The loan")),
    responses((status = 200, body = LoanReviews, description = "The reviews")),
    extensions(("x-permission" = json!("loan:review"))))]
pub(crate) async fn list_loan_reviews(desk: Desk, Path(id): Path<String>) -> Answer {
    let loan = found(&desk, &id).await?;
    let card = card_of(&desk, &loan).await?.map(|(card, _)| CardBody::of(&desk, &card.value));
    let reviews = loans::reviews_of(desk.database(), &id).await?;
    let people = names(&desk, reviews.iter().map(|one| one.made_by.as_str())).await?;
    let reviews = reviews.into_iter().map(|one| ReviewBody::of(&desk, one, &people)).collect();
    Ok(Reply::ok(&LoanReviews { card, reviews }))
}

/// Reviews an application: sets what may be lent at most, by the card or against it with a justification. Terms above it cannot be
/// proposed; another review may set another limit.
#[utoipa::path(post, path = "/api/v1/loans/{id}/reviews", operation_id = "review_loan", tag = "finance",
    params(("id" = String, Path, description = "The loan")), request_body = ReviewLoan,
    responses((status = 201, body = ReviewBody, description = "Reviewed")),
    extensions(("x-permission" = json!("loan:review")), ("x-idempotency-key" = json!("required")), ("x-time-limit" = json!(60))))]
pub(crate) async fn review_loan(desk: Desk, Path(id): Path<String>, Json(given): Json<ReviewLoan>) -> Answer {
    let reviewed = Reviewed::of(&desk, &id).await?;
    let limit = checked(&given, &reviewed.loan)?;
    let consent = reviewed.consent(&desk, desk.database()).await?;
    let finding = reviewed.score(&desk).await?;
    if given.code.trim() != finding.code {
        let (zh, en) = (
            "评分卡的结果与您看到的不同，请重新查看后再提交。",
            "The card says something else than what you have seen: look again, then submit.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let said = given.justification.as_deref().map(str::trim).unwrap_or_default();
    departure(finding.suggestion(), limit, said).map_err(refused)?;
    let by = desk.caller()?.user.id.clone();
    let people = names(&desk, std::iter::once(by.as_str())).await?;
    let new = Review {
        id: desk.app.edge.id(),
        loan_id: id.clone(),
        card: reviewed.card.value.code.clone(),
        card_version: reviewed.card.value.version.clone(),
        card_text: reviewed.text.clone(),
        code: finding.code.clone(),
        total: points(&finding.total),
        grade: finding.grade.clone(),
        finding: serde_json::to_string(&finding).map_err(|_| Code::InternalError)?,
        suggested: finding.suggestion().map(|fen| fen.0),
        limit: limit.0,
        justification: Some(said.to_owned()).filter(|said| !said.is_empty()),
        made_by: by,
        made_at: desk.now(),
    };
    let change = desk.begin().await?;
    let work = change.work();
    loans::take_turns(work, &id).await?;
    // As it is now that nobody else moves it.
    Reviewed::of_state(work, &id).await?;
    reviewed.note(&desk, work, &consent).await?;
    let review = loans::add_review(work, new).await?;
    // The log is read outside the bank, too: it tells that there is a review, and the review keeps what it says.
    let detail = json!({
        "review_id": review.id, "card": review.card, "card_version": review.card_version, "code": review.code,
        "consent_id": consent.id,
    });
    let note = desk.note("review", "loan").on(&id, &reviewed.loan.path).with(detail);
    let note = note.for_purpose(ConsentPurpose::CreditReview.word());
    let location = format!("/api/v1/loans/{id}/reviews");
    change.finish(note, Reply::created(&ReviewBody::of(&desk, review, &people), &location)).await
}

impl Reviewed {
    async fn of_state(work: &Work, id: &str) -> Result<(), Stop> {
        let loan = loans::within(work, &store::Scope::Everything, id).await?.ok_or(Code::NotFound)?;
        let state = finance::LoanState::from_word(loan.state.word());
        if state.is_some_and(finance::LoanState::may_be_reviewed) {
            return Ok(());
        }
        let (zh, en) = (
            "申请已办理到下一步，不再审查。",
            "The application went on meanwhile; it is not reviewed any more.",
        );
        Err(Problem::new(Code::WrongState).saying(zh, en).into())
    }
}

fn points(exact: &str) -> i64 {
    let points = exact.parse::<Exact>().ok().and_then(|points| domain::Points::rounded(&points));
    points.unwrap_or_default().0
}

fn checked(given: &ReviewLoan, loan: &Loan) -> Result<Fen, Problem> {
    let mut checks = Checks::default();
    let yuan = given.limit.trim().parse::<Exact>().ok();
    let limit = yuan.as_ref().and_then(Fen::exactly).filter(|limit| (0..=loan.amount).contains(&limit.0));
    checks.that(
        limit.is_some(),
        "/limit",
        "审查额度以元计，不小于零、不超过申请金额，最多两位小数",
        "a limit in yuan from zero to what was asked for, with at most two decimals",
    );
    let said = given.justification.as_deref().map_or(0, |said| said.trim().chars().count());
    checks.that(said <= 500, "/justification", "不超过500字", "500 characters at most");
    checks.done()?;
    limit.ok_or_else(|| Problem::new(Code::InternalError))
}

/// Insists that terms of so many cents keep to what was reviewed, and that it was reviewed where the card insists.
///
/// # Errors
/// 409 with what is needed.
pub(super) async fn keeps_to_review(
    source: &impl Source,
    loan: &Loan,
    required: bool,
    amount: i64,
) -> Result<(), Stop> {
    match loans::reviews_of(source, &loan.id).await?.last() {
        None if required => {
            let (zh, en) = (
                "该产品须先按评分卡审查，才能提出批准意见。",
                "This product is reviewed by a scorecard before terms are proposed.",
            );
            Err(Problem::new(Code::WrongState).saying(zh, en).into())
        }
        Some(review) if amount > review.limit => {
            let limit = yuan(review.limit);
            Err(Problem::new(Code::WrongState)
                .saying(
                    format!("审查额度为{limit}元，批准金额不能超过它；确需提高请重新审查并写明理由。"),
                    format!("The review allows {limit} yuan and no more; review again with a justification."),
                )
                .into())
        }
        _ => Ok(()),
    }
}

/// Whether terms for the loan may only be proposed after a review.
pub(super) async fn must_be_reviewed(desk: &Desk, loan: &Loan) -> Result<bool, Stop> {
    Ok(card_of(desk, loan).await?.is_some_and(|(card, _)| card.value.required))
}
