//! 贷款申请: from an application to a loan that is repaid, and everything that is refused on the way.

use crate::{
    consents::{BANK, grants, published},
    evaluation::colleague,
    kit::{Actor, Told, World},
    on_each_engine,
};
use axum::http::Method;
use jiff::{SignedDuration, ToSpan};
use serde_json::{Value, json};

/// A product of the bank of the demonstration: half of the R&D expense and 10 thousand yuan, for whoever has revenue.
pub const PRODUCT: &str = r#"
format: product/1
code: own-loan
name: {zh: 示范积分贷（测试）, en: Points loan (test)}
version: "1"
status: illustrative
in_force: {from: 2026-01-01}
items: [../items/enterprise.yaml]
bank: {zh: 示范银行科技支行, en: Demonstration Bank}
purpose: {zh: 研发, en: R&D}
security: credit
term: {least_months: 3, most_months: 24}
repayments: [monthly_interest, equal_principal]
data: {year: last, judged_on: year_end}
parameters: [{code: lpr_1y, name: {zh: 一年期LPR, en: One-year LPR}, value: 3%}]
conditions:
  - {code: "1", name: {zh: 营业收入不低于1万元, en: Revenue}, value: 营业收入, at_least: 1万元}
limit:
  caps:
    - {code: product, name: {zh: 产品上限, en: Most of the product}, amount: 500万元}
    - {code: rd, name: {zh: 研发费用的一半加1万元, en: Half of the R&D expense and 10 thousand}, amount: 研发费用 * 50% + 1万元}
  round_down_to: 1万元
rate:
  reads: at_most
  base: 一年期LPR
  steps: [{code: margin, name: {zh: 加点, en: Margin}, amount: 80基点}]
"#;

/// The enterprise, two persons of its bank, and what they may do with a loan.
pub struct Counter<'a> {
    world: &'a World,
    pub people: Actor,
    pub bank: Actor,
    pub second: Actor,
}

impl<'a> Counter<'a> {
    /// A published year, a product of the bank on the shelf, and a consent.
    pub async fn open(world: &'a World) -> Self {
        let folder = world.folder().join("rules/products");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("own-loan.yaml"), PRODUCT).unwrap();
        published(world).await;
        let bank_id = world.organisation(BANK).await;
        let people = world.actor("enterprise").await;
        grants(world, &people, &bank_id, &["profile", "points", "offers"]).await;
        let second = colleague(world, &bank_id, "second", "bank-officer").await;
        Self { world, people, bank: world.actor("bank").await, second }
    }

    pub async fn applies(&self, amount: &str) -> Told {
        self.people.post("/api/v1/loans", &application(amount)).await
    }

    pub async fn moves(&self, who: &Actor, loan: &str, body: Value) -> Told {
        let path = format!("/api/v1/loans/{loan}");
        who.edits(Method::POST, &format!("{path}/moves"), &path, &body).await
    }

    /// A loan of a million that is signed for 800 thousand at 3.75 %.
    pub async fn signed(&self) -> String {
        let loan = id(&self.applies("1000000").await.good());
        self.moves(&self.bank, &loan, json!({"action": "accept"})).await.good();
        self.moves(&self.bank, &loan, proposal("800000")).await.good();
        self.moves(&self.second, &loan, json!({"action": "confirm"})).await.good();
        self.moves(&self.bank, &loan, json!({"action": "sign", "contract": "HT-2026-001"})).await.good();
        loan
    }

    pub async fn enters(&self, loan: &str, kind: &str, amount: &str) -> Told {
        let body = json!({"kind": kind, "amount": amount, "on": self.today(), "reference": "LS-1"});
        self.bank.post(&format!("/api/v1/loans/{loan}/entries"), &body).await
    }

    pub fn today(&self) -> String {
        jiff::tz::offset(8).to_datetime(self.world.now()).date().to_string()
    }
}

fn application(amount: &str) -> Value {
    json!({"product": "own-loan", "amount": amount, "months": 12, "repayment": "monthly-interest", "purpose": "购置研发设备"})
}

fn proposal(amount: &str) -> Value {
    json!({"action": "propose", "terms": {"amount": amount, "yearly_percent": "3.75", "months": 12, "valid_until": "2027-02-28", "conditions": "按季报送财务报表"}})
}

fn id(loan: &Value) -> String {
    loan["id"].as_str().unwrap().to_owned()
}

on_each_engine!(an_enterprise_applies_two_persons_of_the_bank_approve_and_money_flows, world, {
    let counter = Counter::open(&world).await;
    let told = counter.applies("1000000").await.good();
    let loan = id(&told);
    assert_eq!((&told["state"], &told["bank_name"]), (&json!("submitted"), &json!(BANK)));
    counter.applies("1").await.refused(409, "wrong-state");
    let page = counter.bank.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!(
        (&page["reference_limit"], &page["reference_percent"], &page["product_text"]),
        (&json!("10000"), &json!("3.8"), &json!(PRODUCT)),
        "what was offered is kept with the application"
    );
    counter.moves(&counter.bank, &loan, json!({"action": "accept"})).await.good();
    counter.moves(&counter.bank, &loan, json!({"action": "ask", "note": "请补充上年审计报告"})).await.good();
    counter.moves(&counter.people, &loan, json!({"action": "answer", "note": "已当面提交"})).await.good();
    counter.moves(&counter.bank, &loan, proposal("800000")).await.good();
    // The proposal is the bank's own business.
    let seen = counter.people.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!((&seen["state"], &seen["granted"]), (&json!("proposed"), &Value::Null));
    let refused = counter.moves(&counter.bank, &loan, json!({"action": "confirm"})).await;
    assert!(refused.refused(409, "wrong-state")["detail"].as_str().unwrap().contains("another person"));
    let approved = counter.moves(&counter.second, &loan, json!({"action": "confirm"})).await.good();
    assert_eq!((&approved["state"], &approved["granted"]), (&json!("approved"), &json!("800000")));
    let seen = counter.people.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!((&seen["yearly_percent"], &seen["conditions"]), (&json!("3.75"), &json!("按季报送财务报表")));

    counter.enters(&loan, "draw", "1").await.refused(409, "wrong-state");
    counter.moves(&counter.bank, &loan, json!({"action": "sign", "contract": "HT-1"})).await.good();
    counter.enters(&loan, "draw", "500000.50").await.good();
    let refused = counter.enters(&loan, "draw", "299999.51").await;
    assert!(refused.refused(409, "wrong-state")["detail"].as_str().unwrap().contains("299999.5"));
    counter.enters(&loan, "draw", "299999.50").await.good();
    counter.enters(&loan, "repay", "800000.01").await.refused(409, "wrong-state");
    counter.moves(&counter.bank, &loan, json!({"action": "fall-due", "note": "三月利息未付"})).await.good();
    counter.enters(&loan, "repay", "800000").await.good();
    let settled = counter.moves(&counter.bank, &loan, json!({"action": "settle"})).await.good();
    assert_eq!((&settled["state"], &settled["outstanding"]), (&json!("settled"), &json!("0")));

    let page = counter.people.get(&format!("/api/v1/loans/{loan}")).await.good();
    let moves: Vec<&str> =
        page["moves"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
    assert_eq!(
        moves,
        [
            "apply", "accept", "ask", "answer", "propose", "confirm", "sign", "draw", "draw", "fall-due",
            "repay", "settle"
        ]
    );
    let figures = world.actor("zone").await.get("/api/v1/loan-figures").await.good();
    let total = &figures["total"];
    assert_eq!(
        [&total["applied"], &total["approved"], &total["borrowers"], &total["overdue"]],
        [&json!(1), &json!(1), &json!(1), &json!(0)]
    );
    assert_eq!(
        [&total["granted"], &total["drawn"], &total["repaid"], &total["outstanding"]],
        [&json!("800000"), &json!("800000"), &json!("800000"), &json!("0")]
    );
    assert_eq!(figures["products"][0]["product_name"], "Points loan (test)");
    assert_eq!(
        [&total["granted_percent"], &total["reference_percent"]],
        [&json!("3.75"), &json!("3.8")],
        "what was granted beside what was offered"
    );
    assert_eq!((&figures["months"][0]["month"], &figures["months"][0]["sums"]), (&json!("2026-11"), total));
    let stages = figures["stages"].as_array().unwrap();
    assert_eq!((stages.len(), &stages[0]["sums"]), (1, total));
    assert!(stages[0]["stage"].is_string(), "{stages:?}");
    let of_bank = counter.bank.get("/api/v1/loan-figures").await.good();
    assert_eq!(
        (&of_bank["total"], &of_bank["stages"]),
        (total, &Value::Null),
        "a bank knows the stage of nobody"
    );
    let kinds = counter.people.get("/api/v1/notices?limit=200").await.good();
    assert!(kinds["items"].as_array().unwrap().iter().any(|one| one["kind"] == "loan-moved"), "{kinds}");
    let audit = world.audit().await;
    for action in ["apply loan", "move loan", "draw loan", "repay loan"] {
        assert!(audit.iter().any(|row| row.contains(action)), "{action}");
    }
    // When one is over, another may be asked for.
    counter.applies("1").await.good();
});

on_each_engine!(an_application_needs_a_product_of_a_bank_that_may_look, world, {
    let counter = Counter::open(&world).await;
    let check = async |change: fn(&mut Value), pointer: &str| {
        let mut body = application("1000000");
        change(&mut body);
        let told = counter.people.post("/api/v1/loans", &body).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), [pointer], "{body}");
    };
    check(|body| body["product"] = json!("none"), "/product").await;
    // A bank that is not on the platform.
    check(|body| body["product"] = json!("citic-gazelle"), "/product").await;
    check(|body| body["amount"] = json!("0"), "/amount").await;
    check(|body| body["amount"] = json!("1.001"), "/amount").await;
    check(|body| body["months"] = json!(25), "/months").await;
    check(|body| body["repayment"] = json!("equal-instalments"), "/repayment").await;
    check(|body| body["purpose"] = json!(" "), "/purpose").await;
    world.actor("bank").await.post("/api/v1/loans", &application("1")).await.refused(403, "not-allowed");
    let consents = counter.people.get("/api/v1/consents").await.good();
    let path = format!("/api/v1/consents/{}", consents["items"][0]["id"].as_str().unwrap());
    counter.people.edits(Method::POST, &format!("{path}/revoke"), &path, &json!({})).await.good();
    let refused = counter.applies("1").await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains(BANK), "{refused}");
});

on_each_engine!(moves_say_what_they_need_and_only_their_party_makes_them, world, {
    let counter = Counter::open(&world).await;
    let loan = id(&counter.applies("1000000").await.good());
    let (people, bank) = (&counter.people, &counter.bank);
    counter.moves(people, &loan, json!({"action": "accept"})).await.refused(403, "not-allowed");
    counter.moves(bank, &loan, json!({"action": "withdraw"})).await.refused(403, "not-allowed");
    counter.moves(bank, &loan, json!({"action": "settle"})).await.refused(409, "wrong-state");
    counter.moves(bank, &loan, json!({"action": "draw"})).await.refused(422, "not-accepted");
    counter.moves(bank, &loan, json!({"action": "accept"})).await.good();
    let check = async |body: Value, pointers: &[&str]| {
        let told = counter.moves(bank, &loan, body.clone()).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), pointers, "{body}");
    };
    check(json!({"action": "ask"}), &["/note"]).await;
    check(json!({"action": "reject"}), &["/note", "/reject_reason"]).await;
    check(json!({"action": "propose"}), &["/terms"]).await;
    for (name, wrong) in [
        ("amount", json!("1000000.01")),
        ("amount", json!("0")),
        ("yearly_percent", json!("0")),
        ("yearly_percent", json!("24.01")),
        ("yearly_percent", json!("-1")),
        ("yearly_percent", json!("1e1")),
        ("months", json!(0)),
        ("valid_until", json!("2020-01-01")),
        ("valid_until", json!("2029-01-01")),
    ] {
        let mut body = proposal("1");
        body["terms"][name] = wrong;
        check(body, &[&format!("/terms/{name}")]).await;
    }
    let rejected = json!({"action": "reject", "reject_reason": "ability", "note": "负债率偏高"});
    assert_eq!(counter.moves(bank, &loan, rejected).await.good()["reject_reason"], "ability");
    let figures = bank.get("/api/v1/loan-figures").await.good();
    assert_eq!(figures["rejections"], json!([{"reason": "ability", "count": 1}]));
    // What is over is over.
    for action in ["accept", "confirm", "sign", "lapse"] {
        counter
            .moves(bank, &loan, json!({"action": action, "contract": "x"}))
            .await
            .refused(409, "wrong-state");
    }
    // Of two who saw the same, one moves it.
    let loan = id(&counter.applies("2").await.good());
    let path = format!("/api/v1/loans/{loan}");
    let stale = bank.asks(Method::POST, &format!("{path}/moves")).header("if-match", "\"0\"");
    stale.with(&json!({"action": "accept"})).send().await.refused(412, "changed-meanwhile");
});

on_each_engine!(what_was_approved_lapses_when_nobody_signs_in_time, world, {
    let counter = Counter::open(&world).await;
    let loan = id(&counter.applies("1000000").await.good());
    counter.moves(&counter.bank, &loan, json!({"action": "accept"})).await.good();
    let mut body = proposal("1000000");
    body["terms"]["valid_until"] = json!(counter.today());
    counter.moves(&counter.bank, &loan, body).await.good();
    counter.moves(&counter.second, &loan, json!({"action": "confirm"})).await.good();
    counter.moves(&counter.bank, &loan, json!({"action": "lapse"})).await.refused(409, "wrong-state");
    world.wait(SignedDuration::from_hours(24));
    let bank = world.actor("bank").await;
    let sign = json!({"action": "sign", "contract": "HT-1"});
    counter.moves(&bank, &loan, sign).await.refused(409, "wrong-state");
    assert_eq!(counter.moves(&bank, &loan, json!({"action": "lapse"})).await.good()["state"], "lapsed");
});

on_each_engine!(what_nobody_lets_lapse_lapses_by_the_calendar, world, {
    let counter = Counter::open(&world).await;
    let loan = id(&counter.applies("1000000").await.good());
    counter.moves(&counter.bank, &loan, json!({"action": "accept"})).await.good();
    let mut body = proposal("1000000");
    body["terms"]["valid_until"] = json!(counter.today());
    counter.moves(&counter.bank, &loan, body).await.good();
    counter.moves(&counter.second, &loan, json!({"action": "confirm"})).await.good();
    let state = async || {
        let bank = world.actor("bank").await;
        bank.get(&format!("/api/v1/loans/{loan}")).await.good()
    };
    world.reminds_loan_parties().await;
    assert_eq!(state().await["state"], "approved", "the last day counts");
    world.wait(SignedDuration::from_hours(24));
    assert_eq!(world.reminds_loan_parties().await, 2, "the enterprise and its bank are told");
    let page = state().await;
    let last = page["moves"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&page["state"], &last["action"]), (&json!("lapsed"), &json!("lapse")));
    assert_eq!(last["made_by_name"], Value::Null, "nobody did it");
    assert_eq!(world.reminds_loan_parties().await, 0, "once");
    // Another application may be made.
    let people = world.actor("enterprise").await;
    people.post("/api/v1/loans", &application("1000000")).await.good();
    let told = world.actor("enterprise").await.get("/api/v1/notices?limit=200").await.good();
    let all = told["items"].as_array().unwrap();
    assert!(all.iter().any(|one| one["kind"] == "loan-moved" && one["detail"]["action"] == "lapse"));
});

on_each_engine!(of_fifty_draws_at_once_no_more_is_drawn_than_was_granted, world, {
    let counter = Counter::open(&world).await;
    let loan = counter.signed().await;
    let draws = (0..50).map(|_| counter.enters(&loan, "draw", "30000"));
    let told = futures_util::future::join_all(draws).await;
    let done = told.iter().filter(|one| one.status == 201).count();
    let refused: std::collections::BTreeSet<String> =
        told.iter().filter(|one| one.status != 201).map(|one| one.text.clone()).collect();
    assert_eq!(done, 26, "{refused:?}: 26 × 30,000 are 780,000; one more would be 810,000 of 800,000");
    assert!(
        told.iter().all(|one| matches!(one.status, 201 | 409)),
        "{:?}",
        told.iter().map(|one| one.status).collect::<Vec<_>>()
    );
    let page = counter.people.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!(page["drawn"], "780000");
    let moves = page["moves"].as_array().unwrap();
    let drawn = moves.iter().filter(|one| one["action"] == "draw").count();
    assert_eq!(drawn, done, "each is written down once");
    // The same call again is the same draw.
    let body = json!({"kind": "draw", "amount": "20000", "on": counter.today(), "reference": null});
    let path = format!("/api/v1/loans/{loan}/entries");
    for _ in 0..2 {
        counter.bank.asks(Method::POST, &path).keyed("the-same-key-twice").with(&body).send().await.good();
    }
    assert_eq!(counter.people.get(&format!("/api/v1/loans/{loan}")).await.good()["drawn"], "800000");
    let before = (jiff::tz::offset(8).to_datetime(world.now()).date() - 1.day()).to_string();
    let tomorrow = (jiff::tz::offset(8).to_datetime(world.now()).date() + 1.day()).to_string();
    for (amount, on, pointer) in [
        ("x", counter.today(), "/amount"),
        ("1", tomorrow, "/on"),
        ("1", before, "/on"),
        ("1", "x".into(), "/on"),
    ] {
        let told = counter.bank.post(&path, &json!({"kind": "repay", "amount": amount, "on": on})).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), [pointer]);
    }
});

on_each_engine!(a_loan_is_its_own_parties_business, world, {
    let counter = Counter::open(&world).await;
    let loan = id(&counter.applies("1000000").await.good());
    let zone_id = world.organisation("示范高新").await;
    let (other_bank, officer) = crate::consents::another_bank(&world, &zone_id).await;
    let path = format!("/api/v1/loans/{loan}");
    for address in [path.clone(), format!("{path}/moves"), format!("{path}/entries")] {
        if address == path {
            officer.get(&address).await.refused(404, "not-found");
        } else {
            let body = if address.ends_with("moves") {
                json!({"action": "accept"})
            } else {
                json!({"kind": "draw", "amount": "1", "on": counter.today()})
            };
            let asked = officer.asks(Method::POST, &address).keyed(&crate::kit::fresh_key());
            asked.header("if-match", "\"1\"").with(&body).send().await.refused(404, "not-found");
        }
    }
    assert_eq!(officer.get("/api/v1/loans").await.good()["total"], 0, "{other_bank}");
    assert_eq!(officer.get("/api/v1/loan-figures").await.good()["total"]["applied"], 0);
    let zone = world.actor("zone").await;
    assert_eq!(zone.get("/api/v1/loans?open=true").await.good()["total"], 1, "the zone sees how far it is");
    counter.moves(&zone, &loan, json!({"action": "accept"})).await.refused(403, "not-allowed");
    // Its bank keeps what it was asked for when the consent is gone.
    let consents = counter.people.get("/api/v1/consents").await.good();
    let consent = format!("/api/v1/consents/{}", consents["items"][0]["id"].as_str().unwrap());
    counter.people.edits(Method::POST, &format!("{consent}/revoke"), &consent, &json!({})).await.good();
    counter.bank.get(&path).await.good();
    let withdrawn = counter.moves(&counter.people, &loan, json!({"action": "withdraw"})).await.good();
    assert_eq!(withdrawn["state"], "withdrawn");
});

/// For the matrix: the loan `id`, applied for under a consent.
pub async fn applied(world: &World, id: &str, consent: &store::consents::Consent) {
    let (filter, page) =
        (store::runs::Filter::default(), store::PageRequest { limit: 1, after: None, descending: true });
    let runs = store::runs::list(&world.database, &store::Scope::Everything, &filter, &page).await.unwrap();
    let run = runs.items.into_iter().next().unwrap();
    let new = store::loans::Loan {
        id: id.to_owned(),
        enterprise_id: consent.enterprise_id.clone(),
        path: consent.path.clone(),
        bank_id: consent.bank_id.clone(),
        bank_path: consent.bank_path.clone(),
        consent_id: consent.id.clone(),
        product: "matrix".into(),
        product_name: "示例".into(),
        product_name_en: None,
        product_version: "1".into(),
        product_text: "none".into(),
        run_id: run.id,
        offer_code: "none".into(),
        offer: "{}".into(),
        amount: 100,
        months: 12,
        repayment: "at-maturity".into(),
        purpose: "示例".into(),
        state: store::loans::LoanState::Submitted,
        granted: None,
        reject_reason: None,
        contract: None,
        drawn: 0,
        repaid: 0,
        applied_by: consent.granted_by.clone(),
        applied_at: world.now(),
        decided_at: None,
        changed_at: world.now(),
        version: 1,
        first_loan: None,
    };
    let webhook = store::webhooks::Webhook {
        id: id.replacen("lo", "wh", 1),
        path: consent.bank_path.clone(),
        url: "https://bank.example.cn".into(),
        kinds: Vec::new(),
        ended_at: None,
        made_by: consent.granted_by.clone(),
        made_at: world.now(),
    };
    let (fund, entry) = crate::funds::of_loan(world, id, consent);
    crate::evaluation::changed(world, async |work| {
        store::funds::open(work, fund).await.unwrap();
        store::funds::enter(work, entry).await.unwrap();
        store::webhooks::add(work, webhook).await.unwrap();
        store::loans::apply(work, new, format!("m-{id}")).await.unwrap();
    })
    .await;
}

on_each_engine!(points_are_tested_against_what_became_of_loans, world, {
    let counter = Counter::open(&world).await;
    let runs = world.actor("zone").await.get("/api/v1/runs?state=published").await.good();
    let path = format!("/api/v1/runs/{}/loan-validity", id(&runs["items"][0]));
    // Everybody signs in anew: sessions do not last for months.
    let tested = async |outcome: &str| {
        let told = world.actor("zone").await.get(&format!("{path}?outcome={outcome}")).await.good();
        let found = &told["validity"];
        assert_eq!(
            (&found["small"], &found["total"]["auc"]),
            (&json!(true), &Value::Null),
            "one is no sample"
        );
        [&told["loans"], &found["good"], &found["bad"]].map(|count| count.as_u64().unwrap())
    };
    let loan = counter.signed().await;
    assert_eq!(tested("overdue").await, [0, 0, 0], "nothing is drawn yet");
    counter.enters(&loan, "draw", "500000").await.good();
    assert_eq!(tested("overdue").await, [1, 1, 0]);
    counter.moves(&counter.bank, &loan, json!({"action": "fall-due", "note": "利息未付"})).await.good();
    assert_eq!(tested("overdue").await, [1, 0, 1]);
    assert_eq!(tested("default").await, [1, 1, 0], "not for 90 days yet");
    world.wait(SignedDuration::from_hours(24 * 90));
    assert_eq!(tested("default").await, [1, 1, 0], "on the ninetieth day");
    world.wait(SignedDuration::from_hours(24));
    assert_eq!(tested("default").await, [1, 0, 1], "on the day after");
    let bank = world.actor("bank").await;
    counter.moves(&bank, &loan, json!({"action": "cure"})).await.good();
    world.wait(SignedDuration::from_hours(1));
    assert_eq!(tested("default").await, [1, 0, 1], "what was in default was");

    world.actor("zone").await.get(&format!("{path}?outcome=ruin")).await.refused(400, "query-not-understood");
    for login in ["bank", "enterprise", "author"] {
        let refused = world.actor(login).await.get(&format!("{path}?outcome=overdue")).await;
        refused.refused(403, "not-allowed");
    }
});

on_each_engine!(whoever_a_loan_waits_for_is_reminded_once, world, {
    let counter = Counter::open(&world).await;
    let loan = id(&counter.applies("1000000").await.good());
    let heard = async |login: &str, kind: &str| {
        let told = world.actor(login).await.get("/api/v1/notices?limit=200").await.good();
        let all = told["items"].as_array().unwrap().clone();
        all.into_iter().filter(|one| one["kind"] == kind).map(|one| one["detail"].clone()).collect::<Vec<_>>()
    };
    let week = SignedDuration::from_hours(7 * 24);
    world.wait(week - SignedDuration::from_secs(1));
    assert_eq!(world.reminds_loan_parties().await, 0, "not for seven days yet");
    world.wait(SignedDuration::from_secs(1));
    assert_eq!(world.reminds_loan_parties().await, 1);
    assert_eq!(world.reminds_loan_parties().await, 0, "once is enough");
    let told = heard("bank", "loan-waiting").await;
    assert_eq!((&told[0]["loan_id"], &told[0]["since"]), (&json!(loan), &json!("2026-11-23")));
    assert_eq!(heard("enterprise", "loan-waiting").await, Vec::<Value>::new(), "it waits for the bank");

    // The bank asks for something: now it is the enterprise that is waited for.
    let bank = world.actor("bank").await;
    counter.moves(&bank, &loan, json!({"action": "accept"})).await.good();
    counter.moves(&bank, &loan, json!({"action": "ask", "note": "请补充合同"})).await.good();
    assert_eq!(world.reminds_loan_parties().await, 0, "a move begins anew");
    world.wait(week);
    assert_eq!(world.reminds_loan_parties().await, 1);
    assert_eq!(heard("enterprise", "loan-waiting").await[0]["state"], "asked");

    // What is approved and not drawn ends in a week: both hear of it.
    let people = world.actor("enterprise").await;
    counter.moves(&people, &loan, json!({"action": "answer", "note": "已提交"})).await.good();
    let bank = world.actor("bank").await;
    let second = world.signs_in("second", "correct horse battery").await;
    counter.moves(&bank, &loan, proposal("800000")).await.good();
    counter.moves(&second, &loan, json!({"action": "confirm"})).await.good();
    world.wait(SignedDuration::from_hours(24 * 75));
    assert_eq!(world.reminds_loan_parties().await, 0, "2027-02-20 is eight days before");
    world.wait(SignedDuration::from_hours(24));
    assert_eq!(world.reminds_loan_parties().await, 2);
    for login in ["bank", "enterprise"] {
        assert_eq!(heard(login, "loan-ending").await[0]["until"], "2027-02-28", "{login}");
    }
});

on_each_engine!(
    a_bank_hears_of_what_is_amiss_where_it_may_look_and_the_enterprise_sees_that_it_looked,
    world,
    {
        let counter = Counter::open(&world).await;
        counter.signed().await;
        let alerts = async |who: &Actor| who.get("/api/v1/loan-alerts").await.good();
        let told = alerts(&counter.bank).await;
        assert_eq!(
            (&told["watched"], &told["unwatched"], &told["alerts"]),
            (&json!(0), &json!(1), &json!([])),
            "a consent for deciding on a loan is none for looking after it"
        );
        let zone_id = world.organisation("示范高新").await;
        let enterprise = format!("e3-{zone_id}");
        let day = jiff::tz::offset(8).to_datetime(world.now()).date();
        let title = |name: &str, until: jiff::civil::Date| store::enterprises::Label {
            id: format!("t-{name}"),
            enterprise_id: enterprise.clone(),
            label: name.to_owned(),
            valid_from: day.saturating_sub(2.years()),
            valid_to: Some(until),
            source: "测试".into(),
            certificate: None,
            document: None,
            import_id: None,
            ended: None,
        };
        let titles = vec![
            title("hi-tech", day.saturating_add(30.days())),
            title("tech-sme", day.saturating_sub(10.days())),
        ];
        crate::evaluation::changed(&world, async |work| {
            store::enterprises::add_labels(work, titles).await.unwrap();
        })
        .await;
        let bank_id = world.organisation(BANK).await;
        let until = day.saturating_add(90.days()).to_string();
        let query = format!("bank_id={bank_id}&fields=labels,points&purpose=post-loan&valid_until={until}");
        let text = counter.people.get(&format!("/api/v1/consent-text?{query}")).await.good();
        let body = json!({"bank_id": bank_id, "fields": ["labels", "points"], "purpose": "post-loan", "valid_until": until, "digest": text["digest"]});
        let consent = counter.people.post("/api/v1/consents", &body).await.good();

        let told = alerts(&counter.bank).await;
        assert_eq!((&told["watched"], &told["unwatched"]), (&json!(1), &json!(0)));
        let found: Vec<(&Value, &Value)> =
            told["alerts"].as_array().unwrap().iter().map(|one| (&one["kind"], &one["title"])).collect();
        assert_eq!(
            found,
            [(&json!("title-ended"), &json!("tech-sme")), (&json!("title-ending"), &json!("hi-tech"))],
            "one year of points has nothing to be compared with"
        );
        let readings = counter.people.get("/api/v1/consent-readings").await.good();
        let mut read: Vec<String> = readings["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {}", one["field"], one["purpose"]))
            .collect();
        read.sort_unstable();
        assert_eq!(read, [r#""labels" "post-loan""#, r#""points" "post-loan""#]);

        // Another bank sees nothing, and what is revoked is gone from the next answer.
        let (_, other) = crate::consents::another_bank(&world, &zone_id).await;
        assert_eq!(alerts(&other).await["watched"], 0);
        let path = format!("/api/v1/consents/{}", id(&consent));
        counter.people.edits(Method::POST, &format!("{path}/revoke"), &path, &json!({})).await.good();
        let told = alerts(&counter.bank).await;
        assert_eq!((&told["watched"], &told["alerts"]), (&json!(0), &json!([])));
        for login in ["zone", "policy", "enterprise", "auditor"] {
            world.actor(login).await.get("/api/v1/loan-alerts").await.refused(403, "not-allowed");
        }
    }
);
