//! 资金台账: what a zone does for a loan, what its funds pay, and everything they refuse to pay; what enterprises say of banks.

use crate::{
    kit::{Actor, Told, World},
    loans::Counter,
    on_each_engine,
};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// A zone with two persons and a risk fund of a million.
struct Treasury<'a> {
    counter: Counter<'a>,
    zone: Actor,
    second: Actor,
    risk: String,
}

impl<'a> Treasury<'a> {
    async fn open(world: &'a World) -> Self {
        let counter = Counter::open(world).await;
        let second = world.actor("policy").await;
        let zone = world.actor("zone").await;
        let risk = open(&zone, "风险补偿资金池", "risk").await;
        let treasury = Self { counter, zone, second, risk: risk.clone() };
        let paid = treasury.enters(&risk, json!({"kind": "pay-in", "amount": "1000000"})).await.good();
        treasury.books(&paid).await.good();
        treasury
    }

    async fn enters(&self, fund: &str, mut body: Value) -> Told {
        if body["on"].is_null() {
            body["on"] = json!(self.counter.today());
        }
        self.zone.post(&format!("/api/v1/funds/{fund}/entries"), &body).await
    }

    async fn decides(&self, who: &Actor, entry: &Value, body: Value) -> Told {
        let path = format!("/api/v1/fund-entries/{}/decision", entry["id"].as_str().unwrap());
        who.post(&path, &body).await
    }

    async fn books(&self, entry: &Value) -> Told {
        self.decides(&self.second, entry, json!({"decision": "book"})).await
    }

    async fn fund(&self, id: &str) -> Value {
        let all = self.zone.get("/api/v1/funds").await.good();
        all["funds"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
    }

    async fn files(&self, loan: &str) -> Told {
        let body = json!({"kind": "file", "fund_id": self.risk, "share_percent": "35", "reference": "BA-1"});
        self.zone.post(&format!("/api/v1/loans/{loan}/steps"), &body).await
    }

    /// A filed loan of 800 thousand that is overdue.
    async fn overdue(&self) -> String {
        let counter = &self.counter;
        let loan = counter.signed().await;
        counter.enters(&loan, "draw", "800000").await.good();
        self.files(&loan).await.good();
        let due = json!({"action": "fall-due", "note": "三月利息未付"});
        counter.moves(&counter.bank, &loan, due).await.good();
        loan
    }
}

async fn open(zone: &Actor, name: &str, kind: &str) -> String {
    let told = zone.post("/api/v1/funds", &json!({"name": name, "kind": kind})).await.good();
    told["id"].as_str().unwrap().to_owned()
}

fn refused_with(told: &Told, part: &str) {
    let body = told.refused(409, "wrong-state");
    assert!(body["detail"].as_str().unwrap().contains(part), "{body}");
}

on_each_engine!(a_fund_bears_its_share_of_a_filed_loan_and_gets_back_what_the_bank_recovers, world, {
    let treasury = Treasury::open(&world).await;
    assert_eq!(treasury.fund(&treasury.risk).await["balance"], "1000000");
    let loan = treasury.overdue().await;
    let of_loan = |kind: &str, amount: &str| json!({"kind": kind, "amount": amount, "loan_id": loan});
    let fund = treasury.fund(&treasury.risk).await;
    assert_eq!((&fund["filed"], &fund["covered"]), (&json!(1), &json!("280000")), "35 % of 800,000");

    let told = treasury.enters(&treasury.risk, of_loan("compensate", "280000.01")).await;
    refused_with(&told, "280000");
    let entry = treasury.enters(&treasury.risk, of_loan("compensate", "280000")).await.good();
    assert_eq!((&entry["state"], &entry["own"]), (&json!("waiting"), &json!(true)));
    assert_eq!(treasury.fund(&treasury.risk).await["balance"], "1000000", "nothing is paid yet");
    let told = treasury.decides(&treasury.zone, &entry, json!({"decision": "book"})).await;
    refused_with(&told, "Another person");
    let booked = treasury.books(&entry).await.good();
    assert_eq!(booked["state"], "booked");
    refused_with(&treasury.books(&entry).await, "decided already");
    refused_with(&treasury.enters(&treasury.risk, of_loan("compensate", "0.01")).await, "0 yuan");

    refused_with(&treasury.enters(&treasury.risk, of_loan("recover", "280000.01")).await, "280000");
    world.wait(SignedDuration::from_secs(1));
    let back = treasury.enters(&treasury.risk, of_loan("recover", "100000")).await.good();
    treasury.books(&back).await.good();
    let fund = treasury.fund(&treasury.risk).await;
    assert_eq!(
        ["balance", "paid_in", "compensated", "recovered", "waiting"].map(|name| fund[name].to_string()),
        ["\"820000\"", "\"1000000\"", "\"280000\"", "\"100000\"", "0"],
    );
    // Its parties see what was done for the loan.
    for reader in [&treasury.counter.people, &treasury.counter.bank, &treasury.zone] {
        let page = reader.get(&format!("/api/v1/loans/{loan}")).await.good();
        assert_eq!(page["steps"][0]["share_percent"], "35");
        assert_eq!(page["steps"][0]["fund_name"], "风险补偿资金池");
        assert_eq!(page["support"][0]["amount"], "280000");
    }
    let audit = world.audit().await;
    for action in ["open fund", "enter fund-entry", "decide fund-entry", "support loan"] {
        assert!(audit.iter().any(|row| row.contains(action)), "{action}");
    }
    let notices = treasury.counter.bank.get("/api/v1/notices?limit=200").await.good();
    assert!(notices["items"].as_array().unwrap().iter().any(|one| one["kind"] == "loan-supported"));
});

on_each_engine!(what_was_not_filed_in_time_is_not_compensated, world, {
    let treasury = Treasury::open(&world).await;
    let counter = &treasury.counter;
    let loan = counter.signed().await;
    counter.enters(&loan, "draw", "800000").await.good();
    let body = json!({"kind": "compensate", "amount": "1", "loan_id": loan});
    refused_with(&treasury.enters(&treasury.risk, body.clone()).await, "not filed");
    let due = json!({"action": "fall-due", "note": "三月利息未付"});
    counter.moves(&counter.bank, &loan, due).await.good();
    refused_with(&treasury.files(&loan).await, "overdue");
    refused_with(&treasury.enters(&treasury.risk, body).await, "not filed");
    let pay = json!({"kind": "subsidise", "amount": "1", "loan_id": loan, "from": counter.today(), "until": counter.today()});
    refused_with(&treasury.enters(&treasury.risk, pay).await, "no such entries");
});

on_each_engine!(no_day_of_interest_is_subsidised_twice, world, {
    let treasury = Treasury::open(&world).await;
    let counter = &treasury.counter;
    let loan = counter.signed().await;
    counter.enters(&loan, "draw", "800000").await.good();
    let fund = open(&treasury.zone, "贴息资金", "interest").await;
    let today = counter.today();
    let subsidy = |amount: &str| json!({"kind": "subsidise", "amount": amount, "loan_id": loan, "from": today, "until": today});
    // 800,000 × 3.75 % / 360 = 83.333…
    refused_with(&treasury.enters(&fund, subsidy("83.35")).await, "83.34");
    refused_with(&treasury.enters(&fund, subsidy("40")).await, "only 0 yuan");
    let paid = treasury.enters(&fund, json!({"kind": "pay-in", "amount": "100"})).await.good();
    treasury.books(&paid).await.good();
    // Two are entered; of the same day one is booked.
    let first = treasury.enters(&fund, subsidy("40")).await.good();
    let second = treasury.enters(&fund, subsidy("40")).await.good();
    treasury.books(&first).await.good();
    refused_with(&treasury.books(&second).await, "no day is paid twice");
    let told = treasury.decides(&treasury.zone, &second, json!({"decision": "strike"})).await;
    told.refused(422, "not-accepted");
    let struck = json!({"decision": "strike", "reason": "重复登记"});
    assert_eq!(treasury.decides(&treasury.zone, &second, struck).await.good()["state"], "struck");
    let other = open(&treasury.zone, "另一项贴息资金", "interest").await;
    let told = treasury.enters(&other, subsidy("40")).await;
    refused_with(&told, "no day is paid twice");
    let back = json!({"kind": "give-back", "amount": "40.01", "loan_id": loan});
    refused_with(&treasury.enters(&fund, back).await, "40 yuan");
    let page = treasury.zone.get(&format!("/api/v1/fund-entries?fund_id={fund}&state=booked")).await.good();
    assert_eq!(page["total"], 2);
    assert_eq!(treasury.fund(&fund).await["balance"], "60");
});

on_each_engine!(of_fifty_bookings_at_once_a_fund_pays_no_more_than_it_holds, world, {
    let treasury = Treasury::open(&world).await;
    let counter = &treasury.counter;
    let loan = counter.signed().await;
    counter.enters(&loan, "draw", "800000").await.good();
    let fund = open(&treasury.zone, "小资金", "risk").await;
    let paid = treasury.enters(&fund, json!({"kind": "pay-in", "amount": "100"})).await.good();
    treasury.books(&paid).await.good();
    let body = json!({"kind": "file", "fund_id": fund, "share_percent": "100"});
    treasury.zone.post(&format!("/api/v1/loans/{loan}/steps"), &body).await.good();
    counter.moves(&counter.bank, &loan, json!({"action": "fall-due", "note": "未付"})).await.good();
    let mut entries = Vec::new();
    for _ in 0..50 {
        let body = json!({"kind": "compensate", "amount": "9", "loan_id": loan});
        entries.push(treasury.enters(&fund, body).await.good());
    }
    let told = futures_util::future::join_all(entries.iter().map(|entry| treasury.books(entry))).await;
    let done = told.iter().filter(|one| one.status == 200).count();
    assert_eq!(done, 11, "11 × 9 are 99 of 100");
    assert_eq!(treasury.fund(&fund).await["balance"], "1");
});

on_each_engine!(steps_and_money_say_what_they_need, world, {
    let treasury = Treasury::open(&world).await;
    let counter = &treasury.counter;
    let loan = counter.applies("1000000").await.good()["id"].as_str().unwrap().to_owned();
    let steps = format!("/api/v1/loans/{loan}/steps");
    let zone = &treasury.zone;
    let check = async |path: &str, body: Value, pointers: &[&str]| {
        let told = zone.post(path, &body).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), pointers, "{body}");
    };
    check(&steps, json!({"kind": "recommend"}), &["/note"]).await;
    check(&steps, json!({"kind": "guarantee"}), &["/guarantor"]).await;
    check(&steps, json!({"kind": "file"}), &["/fund_id", "/share_percent"]).await;
    for wrong in ["0", "100.01", "-1", "1e1", "x"] {
        check(
            &steps,
            json!({"kind": "file", "fund_id": treasury.risk, "share_percent": wrong}),
            &["/share_percent"],
        )
        .await;
    }
    refused_with(&treasury.files(&loan).await, "not possible");
    zone.post(&steps, &json!({"kind": "recommend", "note": "高积分企业，建议优先支持"})).await.good();
    world.wait(SignedDuration::from_secs(1));
    let guarantee = json!({"kind": "guarantee", "guarantor": "示范融资担保有限公司", "reference": "DB-1"});
    zone.post(&steps, &guarantee).await.good();
    let page = counter.bank.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!(page["steps"][0]["note"], "高积分企业，建议优先支持");
    assert_eq!(page["steps"][1]["guarantor"], "示范融资担保有限公司");

    let entries = format!("/api/v1/funds/{}/entries", treasury.risk);
    let today = counter.today();
    check(&entries, json!({"kind": "compensate", "amount": "1", "on": today}), &["/loan_id"]).await;
    check(&entries, json!({"kind": "pay-in", "amount": "0", "on": "2099-01-01"}), &["/amount", "/on"]).await;
    check("/api/v1/funds", json!({"name": " ", "kind": "risk"}), &["/name"]).await;
    let again = json!({"name": "风险补偿资金池", "kind": "interest"});
    refused_with(&zone.post("/api/v1/funds", &again).await, "of this name");
    // A loan of another zone is not to be had.
    let far = json!({"kind": "compensate", "amount": "1", "on": today, "loan_id": "lo-none"});
    check(&entries, far, &["/loan_id"]).await;
    counter.bank.post(&steps, &json!({"kind": "recommend", "note": "x"})).await.refused(403, "not-allowed");
});

on_each_engine!(an_enterprise_says_once_what_it_thinks_of_the_service, world, {
    let counter = Counter::open(&world).await;
    let loan = counter.applies("1000000").await.good()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/loans/{loan}/rating");
    let stars = |stars: i64| json!({"stars": stars, "said": "三天放款，服务周到"});
    refused_with(&counter.people.post(&path, &stars(5)).await, "has decided");
    let reject = json!({"action": "reject", "reject_reason": "quota", "note": "额度已满"});
    counter.moves(&counter.bank, &loan, reject).await.good();
    for wrong in [0, 6] {
        counter.people.post(&path, &stars(wrong)).await.refused(422, "not-accepted");
    }
    counter.bank.post(&path, &stars(5)).await.refused(403, "not-allowed");
    counter.people.post(&path, &stars(4)).await.good();
    refused_with(&counter.people.post(&path, &stars(5)).await, "rated already");
    let page = counter.bank.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!(
        (&page["rating"]["stars"], &page["rating"]["said"]),
        (&json!(4), &json!("三天放款，服务周到"))
    );
    let figures = world.actor("zone").await.get("/api/v1/loan-figures").await.good();
    assert_eq!((&figures["total"]["rated"], &figures["total"]["stars"]), (&json!(1), &json!("4")));
});

on_each_engine!(a_bank_says_when_it_signs_whether_it_is_the_first_loan, world, {
    let counter = Counter::open(&world).await;
    let loan = counter.applies("1000000").await.good()["id"].as_str().unwrap().to_owned();
    let (bank, second) = (&counter.bank, &counter.second);
    counter.moves(bank, &loan, json!({"action": "accept"})).await.good();
    let terms =
        json!({"amount": "1000000", "yearly_percent": "3.75", "months": 12, "valid_until": "2027-02-28"});
    counter.moves(bank, &loan, json!({"action": "propose", "terms": terms})).await.good();
    counter.moves(second, &loan, json!({"action": "confirm"})).await.good();
    let sign = json!({"action": "sign", "contract": "HT-1", "first_loan": true});
    assert_eq!(counter.moves(bank, &loan, sign).await.good()["first_loan"], true);
    let figures =
        async || world.actor("zone").await.get("/api/v1/loan-figures").await.good()["total"].clone();
    assert_eq!(figures().await["first_borrowers"], 0, "nothing is drawn yet");
    counter.enters(&loan, "draw", "1").await.good();
    assert_eq!((&figures().await["borrowers"], &figures().await["first_borrowers"]), (&json!(1), &json!(1)));
});

/// For the matrix: a fund of the zone that a consent's enterprise is of, and money in it.
pub fn of_loan(
    world: &World,
    loan: &str,
    consent: &store::consents::Consent,
) -> (store::funds::Fund, store::funds::Entry) {
    let (fund_id, entry_id) = (loan.replacen("lo", "fu", 1), loan.replacen("lo", "fe", 1));
    // An enterprise stands right below its zone.
    let above = consent.path.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above);
    let path = format!("{above}/");
    let fund = store::funds::Fund {
        id: fund_id.clone(),
        path: path.clone(),
        name: loan.to_owned(),
        kind: store::funds::FundKind::Risk,
        balance: 0,
        opened_by: consent.granted_by.clone(),
        opened_at: world.now(),
        version: 1,
    };
    let entry = store::funds::Entry {
        id: entry_id,
        fund_id,
        path,
        kind: store::funds::EntryKind::PayIn,
        loan_id: None,
        amount: 100,
        happened_on: jiff::civil::date(2026, 1, 1),
        period: None,
        reference: None,
        note: None,
        state: store::funds::EntryState::Waiting,
        reason: None,
        entered_by: consent.granted_by.clone(),
        entered_at: world.now(),
        decided_by: None,
        decided_at: None,
    };
    (fund, entry)
}
