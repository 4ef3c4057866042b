//! 审查: a bank holds an application against its scorecard, and what it may lend follows from that.

use crate::{
    consents::{BANK, another_bank, grants},
    kit::{Actor, Told, World},
    loans::Counter,
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

/// A card of the bank of the demonstration: the enterprise has confirmed that its R&D expense is nothing, so it gets 5 and 2 of 25.
const CARD: &str = r#"
format: scorecard/1
code: own-card
name: {zh: 示范评分卡（测试）, en: Card (test)}
version: "1"
status: illustrative
in_force: {from: 2026-01-01}
items: [../items/enterprise.yaml]
bank: {zh: 示范银行科技支行, en: Demonstration Bank}
products: [own-loan]
required: true
data: {year: last, judged_on: year_end}
base: 5
characteristics:
  - code: rd
    name: {zh: 研发费用, en: R&D expense}
    value: 研发费用
    bands: [{up_to: 0万元, award: 2}, {above: 0万元, award: 20}]
    missing: 0
grades:
  - {code: A, name: {zh: 好, en: Good}, at_least: 20, share: 100%}
  - {code: B, name: {zh: 一般, en: Fair}, at_least: 0, share: 50%}
round_down_to: 1000元
"#;

const ALL: [&str; 4] = ["profile", "points", "indicators", "offers"];
const WITH_TITLES: [&str; 5] = ["profile", "labels", "points", "indicators", "offers"];

/// A counter whose bank has a card, with an application that it has taken up.
async fn taken_up<'a>(world: &'a World, card: &str, fields: &[&str]) -> (Counter<'a>, String) {
    let folder = world.folder().join("rules/scorecards");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own-card.yaml"), card).unwrap();
    let counter = Counter::open(world).await;
    if !fields.is_empty() {
        let consents = counter.people.get("/api/v1/consents").await.good();
        let path = format!("/api/v1/consents/{}", consents["items"][0]["id"].as_str().unwrap());
        counter.people.edits(Method::POST, &format!("{path}/revoke"), &path, &json!({})).await.good();
        grants(world, &counter.people, &world.organisation(BANK).await, fields).await;
    }
    let loan = counter.applies("10000").await.good()["id"].as_str().unwrap().to_owned();
    counter.moves(&counter.bank, &loan, json!({"action": "accept"})).await.good();
    (counter, loan)
}

async fn scores(bank: &Actor, loan: &str) -> Told {
    bank.get(&format!("/api/v1/loans/{loan}/scorecard")).await
}

async fn reviews(bank: &Actor, loan: &str, code: &Value, limit: &str, said: Option<&str>) -> Told {
    let body = json!({"code": code, "limit": limit, "justification": said});
    bank.post(&format!("/api/v1/loans/{loan}/reviews"), &body).await
}

fn terms(amount: &str) -> Value {
    json!({"action": "propose", "terms": {"amount": amount, "yearly_percent": "3.75", "months": 12, "valid_until": "2027-02-28"}})
}

on_each_engine!(a_bank_reviews_by_its_card_and_lends_no_more_than_that, world, {
    let (counter, loan) = taken_up(&world, CARD, &ALL).await;
    let refused = counter.moves(&counter.bank, &loan, terms("1000")).await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains("reviewed by a scorecard"), "{refused}");

    let told = scores(&counter.bank, &loan).await.good();
    let score = &told["score"];
    assert_eq!((&told["card"]["code"], &told["card"]["required"]), (&json!("own-card"), &json!(true)));
    assert_eq!((&score["total"], &score["most"], &score["grade"]), (&json!("7"), &json!("25"), &json!("B")));
    assert_eq!((&score["reference_limit"], &score["suggested"]), (&json!("10000"), &json!("5000")));
    assert_eq!((&score["lines"][0]["value"], &score["lines"][0]["points"]), (&json!("0万元"), &json!("2")));
    assert_eq!(score["lines"][0]["peer_points"], Value::Null, "the median of so few would tell who they are");
    let again = scores(&counter.second, &loan).await.good();
    assert_eq!(again["score"], *score, "whoever looks sees the same");

    // By the card nothing has to be said; against it, why.
    let code = &score["code"];
    let body = reviews(&counter.bank, &loan, code, "5000", None).await.good();
    assert_eq!((&body["limit"], &body["departure"]), (&json!("5000"), &json!("none")));
    let refused = counter.moves(&counter.bank, &loan, terms("5000.01")).await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains("5000 yuan"), "{refused}");
    let refused = reviews(&counter.bank, &loan, code, "8000", Some("客户很好")).await;
    assert!(refused.refused(409, "wrong-state")["detail"].as_str().unwrap().contains("at least 10"));
    world.wait(SignedDuration::from_secs(1));
    let why = "已核实在手订单三千万元，回款账户由本行监管";
    let up = reviews(&counter.second, &loan, code, "8000", Some(why)).await.good();
    assert_eq!((&up["departure"], &up["justification"]), (&json!("up"), &json!(why)));
    counter.moves(&counter.bank, &loan, terms("8000")).await.good();

    // What was reviewed stays, with the card as it was and what it said.
    let kept = counter.bank.get(&format!("/api/v1/loans/{loan}/reviews")).await.good();
    let limits: Vec<&Value> = kept["reviews"].as_array().unwrap().iter().map(|one| &one["limit"]).collect();
    assert_eq!(limits, [&json!("5000"), &json!("8000")]);
    assert_eq!(kept["reviews"][0]["score"], *score);
    let stored = store::loans::reviews_of(&world.database, &loan).await.unwrap();
    assert_eq!(stored[1].card_text, CARD);
    reviews(&counter.bank, &loan, code, "5000", None).await.refused(409, "wrong-state");

    // The enterprise reads that its values were looked at, for deciding on a loan; it does not see the review.
    let log = counter.people.get("/api/v1/consent-readings").await.good();
    assert_eq!(log["total"], 4, "two looks and two reviews: {log}");
    assert!(log["items"].as_array().unwrap().iter().all(|one| one["field"] == "indicators"));
    counter.people.get(&format!("/api/v1/loans/{loan}/reviews")).await.refused(403, "not-allowed");
    let zone = world.actor("zone").await;
    zone.get(&format!("/api/v1/loans/{loan}/reviews")).await.refused(403, "not-allowed");
});

on_each_engine!(a_card_is_not_read_beyond_the_consent, world, {
    let (counter, loan) = taken_up(&world, CARD, &[]).await;
    let refused = scores(&counter.bank, &loan).await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains("indicators and their values"), "{refused}");
    reviews(&counter.bank, &loan, &json!("x"), "0", None).await.refused(409, "wrong-state");
    let bank_id = world.organisation(BANK).await;
    assert_eq!(counter.people.get("/api/v1/consent-readings").await.good()["total"], 0);

    // With it, and without it again.
    let consents = counter.people.get("/api/v1/consents").await.good();
    let first = format!("/api/v1/consents/{}", consents["items"][0]["id"].as_str().unwrap());
    counter.people.edits(Method::POST, &format!("{first}/revoke"), &first, &json!({})).await.good();
    let second = grants(&world, &counter.people, &bank_id, &ALL).await;
    let code = scores(&counter.bank, &loan).await.good()["score"]["code"].clone();
    let second = format!("/api/v1/consents/{}", second["id"].as_str().unwrap());
    counter.people.edits(Method::POST, &format!("{second}/revoke"), &second, &json!({})).await.good();
    scores(&counter.bank, &loan).await.refused(409, "wrong-state");
    reviews(&counter.bank, &loan, &code, "5000", None).await.refused(409, "wrong-state");
    // What somebody else asks for is not there for another bank.
    let zone_id = world.organisation("示范高新").await;
    let (_, officer) = another_bank(&world, &zone_id).await;
    scores(&officer, &loan).await.refused(404, "not-found");
    officer.get(&format!("/api/v1/loans/{loan}/reviews")).await.refused(404, "not-found");
});

on_each_engine!(a_review_says_what_it_needs, world, {
    let (counter, loan) = taken_up(&world, CARD, &ALL).await;
    let code = scores(&counter.bank, &loan).await.good()["score"]["code"].clone();
    for limit in ["", "-1", "10000.01", "1.001", "很多"] {
        let refused = reviews(&counter.bank, &loan, &code, limit, None).await.refused(422, "not-accepted");
        assert_eq!(refused["errors"][0]["pointer"], "/limit", "{limit}");
    }
    let long = "长".repeat(501);
    let refused = reviews(&counter.bank, &loan, &code, "1", Some(&long)).await.refused(422, "not-accepted");
    assert_eq!(refused["errors"][0]["pointer"], "/justification");
    reviews(&counter.bank, &loan, &json!("another"), "5000", None).await.refused(409, "wrong-state");
    let none = counter.bank.get(&format!("/api/v1/loans/{loan}/reviews")).await.good();
    assert_eq!((&none["reviews"], &none["card"]["code"]), (&json!([]), &json!("own-card")));

    // Nothing is lent of what a review sets to nothing.
    let why = "现场核查发现主要客户已停止合作";
    let down = reviews(&counter.bank, &loan, &code, "0", Some(why)).await.good();
    assert_eq!(down["departure"], "down");
    counter.moves(&counter.bank, &loan, terms("0.01")).await.refused(409, "wrong-state");
});

on_each_engine!(a_bank_without_a_card_lends_as_before_and_sees_nobody_elses, world, {
    let card = CARD.replace("示范银行科技支行", "别的银行（测试）");
    let (counter, loan) = taken_up(&world, &card, &ALL).await;
    scores(&counter.bank, &loan).await.refused(409, "wrong-state");
    let told = counter.bank.get(&format!("/api/v1/loans/{loan}/reviews")).await.good();
    assert_eq!(told, json!({"card": null, "reviews": []}));
    counter.moves(&counter.bank, &loan, terms("10000")).await.good();
    // Examples that come with the program are there to be copied.
    let cards = counter.bank.get("/api/v1/scorecards").await.good();
    let codes: Vec<&Value> = cards.as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("five-dimensions-card")), "{codes:?}");
    assert!(!codes.contains(&&json!("own-card")), "the card of another bank is not: {codes:?}");
    counter.bank.get("/api/v1/scorecards/own-card").await.refused(404, "not-found");
    let copy = json!({"kind": "scorecard", "code": "own-card", "how": "copy"});
    counter.bank.post("/api/v1/rule-drafts", &copy).await.refused(422, "not-accepted");
    let page = counter.bank.get("/api/v1/scorecards/five-dimensions-card").await.good();
    assert_eq!(page["own"], false);
    assert!(page["text"].as_str().unwrap().contains("示例评分卡"));
    counter.bank.get("/api/v1/scorecards/none").await.refused(404, "not-found");
    counter.people.get("/api/v1/scorecards").await.refused(403, "not-allowed");
});

on_each_engine!(a_bank_writes_its_card_two_persons_publish_it_and_nobody_else_reads_it, world, {
    let (counter, loan) = taken_up(
        &world,
        &CARD.replace("own-card", "file-card").replace("[own-loan]", "[none]"),
        &WITH_TITLES,
    )
    .await;
    let zone = world.actor("policy").await;
    let body = json!({"kind": "scorecard", "code": "five-dimensions-card", "how": "copy"});
    zone.post("/api/v1/rule-drafts", &body).await.refused(422, "not-accepted");
    counter
        .bank
        .post("/api/v1/rule-drafts", &json!({"kind": "scorecard", "code": "five-dimensions-card"}))
        .await
        .refused(409, "wrong-state");
    let draft = counter.bank.post("/api/v1/rule-drafts", &body).await.good();
    assert_eq!(
        (&draft["sound"], &draft["code"]),
        (&json!(true), &json!("five-dimensions-card-copy")),
        "{draft}"
    );
    assert!(draft["content"].as_str().unwrap().contains(BANK));
    let path = format!("/api/v1/rule-drafts/{}", draft["id"].as_str().unwrap());
    let text = draft["content"].as_str().unwrap().replace("working-capital, huaian-points", "own-loan");
    let text = text.replace("in_force: {from: 2026-11-24", "in_force: {from: 2026-11-23");
    let wrong = text.replace("at_least: 0分", "at_least: 1分");
    let told = counter.bank.edits(Method::PUT, &path, &path, &json!({"content": wrong})).await.good();
    assert_eq!((&told["sound"], &told["problems"][0]["code"]), (&json!(false), &json!("bands-gap")));
    counter.bank.edits(Method::PUT, &path, &path, &json!({"content": text})).await.good();
    counter.bank.edits(Method::POST, &format!("{path}/submit"), &path, &json!({})).await.good();
    zone.get(&path).await.refused(404, "not-found");
    assert_eq!(zone.get("/api/v1/rule-drafts?kind=scorecard").await.good(), json!([]));
    counter
        .bank
        .edits(Method::POST, &format!("{path}/publish"), &path, &json!({}))
        .await
        .refused(403, "own-scheme");
    counter.second.edits(Method::POST, &format!("{path}/publish"), &path, &json!({})).await.good();
    let told = scores(&counter.bank, &loan).await.good();
    assert_eq!(told["card"]["code"], "five-dimensions-card-copy");
    assert!(told["score"]["lines"].as_array().unwrap().len() == 6, "{told}");
});
