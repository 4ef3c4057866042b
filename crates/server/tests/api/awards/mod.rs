//! From list to money: who a policy pays, public notice, accounts, batches, the ledger.

mod applying;
mod matching;
mod paying;

use crate::{
    evaluation::{ENTERPRISES, Stage, changed},
    kit::{Actor, Told, World},
};
use axum::http::Method;
use jiff::{SignedDuration, civil::date};
use serde_json::{Value, json};
use store::{
    awards::{self, AwardList, AwardObjection, AwardObjectionState, ListState, NewAward, NewBatch},
    organisations::Organisation,
};

/// A policy that pays all four enterprises of the stage: 60, 30, 15 and 5万元, and has money for 100 of these 110万元.
const POLICY: &str = r#"
format: policy/1
code: test-rd
name: {zh: 研发补助（测试）, en: R&D subsidy (test)}
version: "1"
status: illustrative
in_force: {from: 2026-01-01}
items: [../items/enterprise.yaml]
issuer: {zh: 测试局, en: Test bureau}
kind: grant
way: without_application
data: {year: last, judged_on: year_end}
conditions:
  - {code: "1", name: {zh: 营业收入不低于1万元, en: Revenue}, value: 营业收入, at_least: 1万元}
award:
  parts:
    - code: rd
      name: {zh: 研发费用, en: R&D expense}
      value: 研发费用
      bands:
        - {below: 300万元, award: 5万元}
        - {from: 300万元, rate: 5%}
budget: {amount: 100万元, runs_out: pro_rata}
"#;

/// What the budget leaves of 60, 30, 15 and 5万元, to the cent.
const AMOUNTS: [&str; 4] = ["545454.55", "272727.27", "136363.64", "45454.54"];

/// A published year of the demonstration's zone, whose own folder holds the policy.
async fn published(world: &World) -> (Stage<'_>, String) {
    let folder = world.folder().join("rules/policies");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("test-rd.yaml"), POLICY).unwrap();
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.publishes(&stage.publisher, &run).await.good();
    let id = run["id"].as_str().unwrap().to_owned();
    (stage, id)
}

/// A list and its awards as people of the zone handle them.
struct Paid<'a> {
    world: &'a World,
    stage: Stage<'a>,
    run: String,
    list: String,
}

impl<'a> Paid<'a> {
    /// A list of the test policy, just opened.
    async fn opened(world: &'a World) -> Self {
        let (stage, run) = published(world).await;
        let officer = world.actor("policy").await;
        let made = opens(&officer, &run).await.good();
        Self { world, stage, run, list: made["id"].as_str().unwrap().to_owned() }
    }

    /// … whose notice is over.
    async fn payable(world: &'a World) -> Self {
        let paid = Self::opened(world).await;
        paid.moves(&json!({"action": "show", "notice_until": paid.in_days(5)})).await.good();
        world.wait(SignedDuration::from_hours(6 * 24));
        paid.moves(&json!({"action": "begin"})).await.good();
        paid
    }

    fn in_days(&self, days: i64) -> String {
        let at = self.world.now() + SignedDuration::from_hours(24 * days);
        jiff::tz::Offset::constant(8).to_datetime(at).date().to_string()
    }

    fn path(&self) -> String {
        format!("/api/v1/award-lists/{}", self.list)
    }

    /// The policy officer moves the list on.
    async fn moves(&self, body: &Value) -> Told {
        let officer = self.world.actor("policy").await;
        officer.edits(Method::POST, &format!("{}/move", self.path()), &self.path(), body).await
    }

    async fn look(&self) -> Value {
        self.world.actor("policy").await.get(&self.path()).await.good()
    }

    /// The award of enterprise `index`.
    async fn award(&self, index: usize) -> Value {
        let enterprise = format!("e{index}-{}", self.stage.zone_id);
        let path = format!("/api/v1/awards?list_id={}&enterprise_id={enterprise}", self.list);
        self.world.actor("policy").await.get(&path).await.good()["items"][0].clone()
    }

    /// The enterprise with people confirms its account.
    async fn confirms(&self, number: &str) -> Told {
        let award = self.award(3).await["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/awards/{award}");
        let body = json!({"holder": ENTERPRISES[3].0, "bank": "示范银行高新支行", "number": number});
        let people = self.world.actor("enterprise").await;
        people.edits(Method::POST, &format!("{path}/confirm"), &path, &body).await
    }

    /// The policy officer prepares a batch of what is confirmed; its id.
    async fn prepares(&self) -> String {
        let officer = self.world.actor("policy").await;
        let made = officer.post(&format!("{}/payments", self.path()), &json!({})).await.good();
        made["id"].as_str().unwrap().to_owned()
    }

    /// The zone's administrator releases it.
    async fn releases(&self, batch: &str) -> Told {
        let path = format!("/api/v1/payments/{batch}");
        let officer = self.world.actor("zone").await;
        officer.edits(Method::POST, &format!("{path}/release"), &path, &json!({})).await
    }

    /// … and enters what the bank says about enterprise 3.
    async fn results(&self, batch: &str, paid: bool, reason: Option<&str>) -> Told {
        // The ledger is in the order of its times.
        self.world.wait(SignedDuration::from_secs(1));
        let path = format!("/api/v1/payments/{batch}");
        let award = self.award(3).await["id"].clone();
        let body = json!({
            "on": self.in_days(0),
            "results": [{"award_id": award, "paid": paid, "reason": reason, "reference": "20261203-01"}],
        });
        let officer = self.world.actor("zone").await;
        officer.edits(Method::POST, &format!("{path}/results"), &path, &body).await
    }

    async fn ledger(&self) -> Vec<(String, String)> {
        let told = self.world.actor("zone").await.get("/api/v1/award-ledger").await.good();
        let text = |one: &Value| one.as_str().unwrap().to_owned();
        told["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (text(&one["kind"]), text(&one["amount"])))
            .collect()
    }
}

async fn opens(officer: &Actor, run: &str) -> Told {
    officer.post(&format!("/api/v1/runs/{run}/award-lists"), &json!({"policy": "test-rd"})).await
}

/// A list with awards, a batch and an objection, made past the API: for looking at permissions. `own` is the path of the
/// last enterprise.
pub async fn listed(world: &World, zone: &Organisation, run: &str, by: &str, own: &str) {
    let id = |kind: &str| format!("{kind}-{}", zone.id);
    let list = AwardList {
        id: id("al"),
        zone_id: zone.id.clone(),
        path: zone.path.clone(),
        run_id: run.to_owned(),
        policy: "rd-investment".into(),
        policy_name: "研发投入补助（示例）".into(),
        policy_name_en: None,
        policy_version: "1".into(),
        policy_text: "none".into(),
        official: false,
        matched_on: date(2026, 11, 23),
        period: 2026,
        code: "none".into(),
        entitled: 2,
        budget: Some(300_000_000),
        state: ListState::Review,
        notice: None,
        reason: None,
        opened_by: by.to_owned(),
        opened_at: world.now(),
        changed_at: world.now(),
        version: 1,
    };
    let last = ENTERPRISES.len() - 1;
    let award = |index: usize, path: &str| NewAward {
        id: id(&format!("aw{index}")),
        enterprise_id: id(&format!("e{index}")),
        path: path.to_owned(),
        claimed: 100,
        amount: 100,
        cuts: "[]".into(),
    };
    let both = vec![award(0, &zone.path), award(last, own)];
    let objection = AwardObjection {
        id: id("ao"),
        list_id: id("al"),
        zone_path: zone.path.clone(),
        path: own.to_owned(),
        enterprise_id: id(&format!("e{last}")),
        award_id: Some(id("aw0")),
        reason: "x".into(),
        state: AwardObjectionState::Open,
        decision: None,
        raised_by: by.to_owned(),
        raised_at: world.now(),
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    let application =
        applying::application(world, &id("pa"), (&zone.id, run), (&id(&format!("e{last}")), own), by);
    changed(world, async |work| {
        let list = awards::add_list(work, list).await.unwrap();
        awards::add_awards(work, &list, both).await.unwrap();
        let batch = id("pb");
        let new = NewBatch { id: &batch, list: &list, payments: 0, total: 0, seal: "none", by };
        awards::add_batch(work, new).await.unwrap();
        awards::object(work, objection).await.unwrap();
        store::applications::apply(work, application, id("pm")).await.unwrap();
        let notice = Some((date(2026, 11, 1), date(2027, 11, 30)));
        awards::move_list(work, &list, ListState::Notice, notice, None).await.unwrap();
    })
    .await;
}
