//! The yearly evaluation of a zone, from arranging it to a published run that anybody can verify.

mod analysis;
mod arranging;
mod attaching;
mod demonstration;
pub mod filing;
mod in_flight;
mod points;
mod portal;
mod runs;
mod schemes;
mod speed;
mod states;
mod values;

use crate::kit::{Actor, Told, World};
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::{
    Scope, Work,
    audit::{Entry, Outcome},
    batches::{self, BatchState, NewParticipant, Plan},
    enterprises::{self, EnterpriseStatus, NewEnterprise},
    filings, jobs,
    organisations::{self, Organisation},
    runs as stored,
    values::{Stated, Statement, ValueSource},
};

/// Names, codes and research expenses of the zone's enterprises: revenue 10,000万元, staff 100.
pub const ENTERPRISES: [(&str, &str, &str); 4] = [
    ("星火智能装备有限公司", "91000000MA00000157", "1200"),
    ("远航新材料有限公司", "91000000MA00000232", "600"),
    ("云溪软件有限公司", "91000000MA0000031W", "300"),
    ("百川生物医药有限公司", "91000000MA000004XL", "0"),
];

/// A batch as it is arranged over the API.
pub fn arrangement(scheme: &str) -> Value {
    json!({
        "year": 2025, "title": "2025年度创新积分评价", "scheme": scheme, "opens_on": "2026-03-01",
        "enterprise_deadline": "2026-12-31", "review_deadline": "2027-01-31", "objection_from": null,
        "objection_to": null, "second_review": false,
    })
}

pub const SCHEME: &str = "schemes/zone-four-stage.yaml";

/// What [`evaluated`] made.
pub struct Evaluated {
    pub batch: String,
    pub participant: String,
    /// The participant that has people of its own, where the zone is theirs.
    pub own_participant: String,
    pub run: String,
    pub objection: String,
    /// The objection of those people.
    pub own_objection: String,
    pub task: String,
    /// A scheme that is being written.
    pub scheme: String,
    /// A list of awards, one on it, one of the enterprise with people, a batch and an objection.
    pub award_list: String,
    pub award: String,
    pub own_award: String,
    pub payment: String,
    pub award_objection: String,
}

pub fn made() -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: "make".into(),
        resource: "thing".into(),
        resource_id: None,
        path: "/".into(),
        purpose: None,
        outcome: Outcome::Done,
        detail: json!({}),
    }
}

/// Lets `change` work and commits it.
pub async fn changed(world: &World, change: impl AsyncFnOnce(&Work)) {
    let work = world.database.begin(world.now()).await.unwrap();
    change(&work).await;
    work.commit(&made(), &[]).await.unwrap();
}

/// The four enterprises in the register of a zone; the last is the one with people in the demonstration.
pub async fn register(world: &World, zone: &str) {
    let zone = organisations::within(&world.database, &Scope::Everything, zone).await.unwrap().unwrap();
    let people = world.organisation("星火智能装备有限公司").await;
    let people = organisations::within(&world.database, &Scope::Everything, &people).await.unwrap().unwrap();
    let people = people.path.starts_with(&zone.path).then_some(people);
    let new = register_of(&zone, people.as_ref());
    changed(world, async |work| enterprises::add_all(work, &zone, new).await.unwrap()).await;
}

/// Those enterprises, to be entered.
pub fn register_of(zone: &Organisation, people: Option<&Organisation>) -> Vec<NewEnterprise> {
    let new = ENTERPRISES.iter().enumerate().map(|(index, (name, code, _))| NewEnterprise {
        id: format!("e{index}-{}", zone.id),
        credit_code: (*code).to_owned(),
        name: (*name).to_owned(),
        search: (*name).to_owned(),
        founded_on: Some(jiff::civil::date(2015, 3, 2)),
        entered_on: None,
        status: EnterpriseStatus::Active,
        park: Some(if index < 3 { "东园" } else { "西园" }.to_owned()),
        district: None,
        industry: Some("6513".to_owned()),
        field: Some("electronics".to_owned()),
        organisation: people.filter(|_| index == 3).map(|one| (one.id.clone(), one.path.clone())),
    });
    new.collect()
}

/// What `source` says about enterprise `index` of `zone` for 2025.
pub fn says(
    batch: &str,
    zone: &str,
    index: usize,
    source: ValueSource,
    cells: &[(&str, Option<&str>)],
) -> Statement {
    says_of(batch, zone, index, source, 2025, cells)
}

pub fn says_of(
    batch: &str,
    zone: &str,
    index: usize,
    source: ValueSource,
    period: i32,
    cells: &[(&str, Option<&str>)],
) -> Statement {
    static NUMBER: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    let stated = |text: &Option<&str>| text.map_or(Stated::Missing, |text| Stated::Known(text.to_owned()));
    Statement {
        id: format!("s{number}"),
        batch_id: batch.to_owned(),
        enterprise_id: format!("e{index}-{zone}"),
        period,
        source,
        import_id: None,
        row: None,
        cells: cells.iter().map(|(item, text)| ((*item).to_owned(), stated(text))).collect(),
        remarks: BTreeMap::new(),
        entered_by: String::new(),
        entered_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// Stores what sources say, entered by the zone's administrator.
pub async fn state(world: &World, statements: Vec<Statement>) {
    let by = world.user("zone").await;
    let statements = statements.into_iter().map(|one| Statement { entered_by: by.clone(), ..one });
    changed(world, async |work| store::values::add_all(work, statements).await.unwrap()).await;
}

/// What the tax bureau says about everybody, this year and the year before.
pub async fn tax_says(world: &World, batch: &str, zone: &str) {
    let mut all = Vec::new();
    for (index, (_, _, rd)) in ENTERPRISES.iter().enumerate() {
        let this =
            [("operating_revenue", Some("10000")), ("rd_expense", Some(*rd)), ("net_profit", Some("800"))];
        all.push(says(batch, zone, index, ValueSource::Tax, &this));
        let last = [("operating_revenue", Some("8000")), ("rd_expense", Some("300"))];
        all.push(says_of(batch, zone, index, ValueSource::Tax, 2024, &last));
        let people = [("staff", Some("100")), ("rd_staff", Some("25"))];
        all.push(says(batch, zone, index, ValueSource::Hr, &people));
    }
    state(world, all).await;
}

/// A published batch of `zone` with its run, made past the API: for looking at permissions. The last enterprise is the
/// one with people in the demonstration.
pub async fn evaluated(world: &World, zone: &str) -> Evaluated {
    register(world, zone).await;
    let of = organisations::within(&world.database, &Scope::Everything, zone).await.unwrap().unwrap();
    let last = format!("e{}-{zone}", ENTERPRISES.len() - 1);
    let last = enterprises::within(&world.database, &Scope::Everything, &last).await.unwrap().unwrap();
    let by = somebody_of(world, zone).await;
    let hash = pinned(world).await;
    let plan = Plan {
        year: 2025,
        title: "评价".into(),
        scheme: SCHEME.into(),
        scheme_hash: hash,
        opens_on: jiff::civil::date(2026, 3, 1),
        enterprise_deadline: jiff::civil::date(2026, 12, 31),
        review_deadline: jiff::civil::date(2027, 1, 31),
        objections: None,
        second_review: false,
    };
    let (batch, job) = (format!("b-{zone}"), format!("j-{zone}"));
    changed(world, async |work| {
        let draft = batches::add(work, &of, &batch, &plan, &by).await.unwrap();
        let items = ["operating_revenue", "rd_expense", "staff", "rd_staff", "net_profit"];
        let item = |code: &&str| batches::BatchItem { item: (*code).into(), required: true, tolerance: None };
        batches::replace_items(work, &batch, items.iter().map(item).collect()).await.unwrap();
        let all = (0..ENTERPRISES.len()).map(|index| NewParticipant {
            id: format!("p{index}-{zone}"),
            enterprise_id: format!("e{index}-{zone}"),
            path: if index + 1 == ENTERPRISES.len() { last.path.clone() } else { of.path.clone() },
        });
        batches::add_participants(work, &batch, all.collect()).await.unwrap();
        filings::save(work, &format!("p0-{zone}"), 0, "{}", &by).await.unwrap();
        let open = batches::set_state(work, &draft, BatchState::Open).await.unwrap();
        batches::set_state(work, &open, BatchState::Frozen).await.unwrap();
    })
    .await;
    tax_says(world, &batch, zone).await;
    changed(world, async |work| {
        jobs::add(work, &job, "run", &by, &of.path).await.unwrap();
        let request =
            stored::Request { job_id: job.clone(), batch_id: batch.clone(), corrects: None, reason: None };
        stored::ask(work, request).await.unwrap();
    })
    .await;
    do_jobs(world).await;
    let run = stored::of_job(&world.database, &job).await.unwrap().expect_run();
    // Whoever computed it may not publish it: the database sees to that too.
    let second = world.user("publisher").await;
    changed(world, async |work| {
        stored::publish(work, &run, &second).await.unwrap();
        let frozen = batches::within(work, &Scope::Everything, &batch).await.unwrap().unwrap();
        batches::set_state(work, &frozen, BatchState::Published).await.unwrap();
    })
    .await;
    let run = run.id;
    let objection = |id: &str, enterprise_id: &str, path: &str| store::objections::Objection {
        id: id.to_owned(),
        batch_id: batch.clone(),
        enterprise_id: enterprise_id.to_owned(),
        path: path.to_owned(),
        item: "rd_expense".into(),
        period: 2025,
        value: Some("1200".into()),
        claimed: Some("1300".into()),
        reason: "漏计".into(),
        evidence: None,
        state: store::objections::ObjectionState::Open,
        opened_on: jiff::civil::date(2026, 11, 23),
        due_on: jiff::civil::date(2026, 12, 13),
        raised_by: by.clone(),
        raised_at: world.now(),
        decision: None,
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    let (first, own) = (format!("o-{zone}"), format!("oe-{zone}"));
    let both = [objection(&first, &format!("e0-{zone}"), &of.path), objection(&own, &last.id, &last.path)];
    changed(world, async |work| {
        for one in both {
            store::objections::add(work, one).await.unwrap();
        }
    })
    .await;
    let task = format!("t-{zone}");
    let new = store::tasks::Task {
        id: task.clone(),
        zone_id: zone.to_owned(),
        path: of.path.clone(),
        enterprise_id: format!("e0-{zone}"),
        rung: "tech-sme".into(),
        label: None,
        list: "near".into(),
        run_id: run.clone(),
        campaign: "x".into(),
        advice: "x".into(),
        assignee_id: world.user("zone").await,
        due_on: jiff::civil::date(2026, 12, 31),
        state: store::tasks::TaskState::Open,
        reason: None,
        created_by: world.user("zone").await,
        created_at: world.now(),
        changed_at: world.now(),
        version: 1,
    };
    changed(world, async |work| store::tasks::add_all(work, vec![new]).await.unwrap()).await;
    let scheme = format!("sd-{zone}");
    let author = by.clone();
    let new = store::rule_drafts::RuleDraft {
        id: scheme.clone(),
        kind: store::rule_drafts::RuleKind::Scheme,
        owner_id: zone.to_owned(),
        path: of.path.clone(),
        based_on: Some(SCHEME.into()),
        file: format!("schemes/own-{scheme}.yaml"),
        content: include_str!("../../../../../rules/schemes/zone-four-stage.yaml").into(),
        state: store::rule_drafts::DraftState::Draft,
        reason: None,
        changed_by: author.clone(),
        author_id: author,
        created_at: world.now(),
        changed_at: world.now(),
        submitted: None,
        published: None,
        version: 1,
    };
    let policy = format!("rd-{zone}");
    let written = store::rule_drafts::RuleDraft {
        kind: store::rule_drafts::RuleKind::Policy,
        based_on: Some("rent".into()),
        file: format!("policies/own-{policy}.yaml"),
        content: include_str!("../../../../../rules/policies/rent.yaml").into(),
        id: policy,
        ..new.clone()
    };
    changed(world, async |work| {
        store::rule_drafts::add(work, new).await.unwrap();
        store::rule_drafts::add(work, written).await.unwrap();
        let list = store::portal::PublicList {
            batch_id: batch.clone(),
            zone_id: zone.to_owned(),
            path: of.path.clone(),
            shown: true,
            most: None,
            shows_points: true,
            changed_by: by.clone(),
            changed_at: world.now(),
            version: 0,
        };
        store::portal::set(work, list).await.unwrap();
    })
    .await;
    crate::awards::listed(world, &of, &run, &by, &last.path).await;
    Evaluated {
        award_list: format!("al-{zone}"),
        award: format!("aw0-{zone}"),
        own_award: format!("aw{}-{zone}", ENTERPRISES.len() - 1),
        payment: format!("pb-{zone}"),
        award_objection: format!("ao-{zone}"),
        scheme,
        batch,
        participant: format!("p0-{zone}"),
        own_participant: format!("p{}-{zone}", ENTERPRISES.len() - 1),
        run,
        objection: first,
        own_objection: own,
        task,
    }
}

/// Somebody who may compute in the zone.
async fn somebody_of(world: &World, zone: &str) -> String {
    if world.organisation("示范高新").await == zone {
        return world.user("zone").await;
    }
    let login = format!("publisher-{}", &zone[zone.len() - 4..]);
    colleague(world, zone, &login, "publisher").await;
    world.user(&login).await
}

trait ExpectRun {
    fn expect_run(self) -> stored::Run;
}

impl ExpectRun for Option<stored::Run> {
    fn expect_run(self) -> stored::Run {
        self.unwrap_or_else(|| panic!("the job entered no run"))
    }
}

/// Arranges a batch over the API and throws it away: the rule files are set aside then.
async fn pinned(world: &World) -> String {
    let zone = world.organisation("示范高新").await;
    let officer = world.actor("zone").await;
    let made =
        officer.post("/api/v1/batches", &json!({"zone_id": zone, "batch": arrangement(SCHEME)})).await.good();
    made["scheme_hash"].as_str().unwrap().to_owned()
}

/// Another person of a role, signed in.
pub async fn colleague(world: &World, organisation: &str, login: &str, role: &str) -> Actor {
    let invited = world.actor("security").await.invites(organisation, login, &[role]).await.good();
    let token = crate::kit::token_of(&invited["link"]);
    let body = json!({"token": token, "password": "correct horse battery"});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    world.signs_in(login, "correct horse battery").await
}

/// Does every job that waits.
pub async fn do_jobs(world: &World) {
    while world.app.do_next_job().await.unwrap() {}
}

/// People of the demonstration at an evaluation of their zone.
pub struct Stage<'a> {
    pub world: &'a World,
    pub zone_id: String,
    pub zone: Actor,
    pub reviewer: Actor,
    pub publisher: Actor,
    pub batch: String,
}

impl<'a> Stage<'a> {
    /// A batch with the four enterprises, open, with what tax and human resources say.
    pub async fn open(world: &'a World) -> Self {
        let zone_id = world.organisation("示范高新").await;
        register(world, &zone_id).await;
        let zone = world.actor("zone").await;
        let body = json!({"zone_id": zone_id, "batch": arrangement(SCHEME)});
        let batch = zone.post("/api/v1/batches", &body).await.good()["id"].as_str().unwrap().to_owned();
        let enrolled = zone.post(&format!("/api/v1/batches/{batch}/participants"), &json!({})).await.good();
        assert_eq!(enrolled["total"], 4);
        let stage = Self {
            world,
            reviewer: world.actor("reviewer").await,
            publisher: world.actor("publisher").await,
            zone_id,
            zone,
            batch,
        };
        stage.moves("open").await.good();
        tax_says(world, &stage.batch, &stage.zone_id).await;
        stage
    }

    /// A batch of the year after with the same enterprises, open.
    pub async fn next_year(&self) -> String {
        let mut plan = arrangement(SCHEME);
        plan["year"] = json!(2026);
        let body = json!({"zone_id": self.zone_id, "batch": plan});
        let made = self.zone.post("/api/v1/batches", &body).await.good();
        let path = format!("/api/v1/batches/{}", made["id"].as_str().unwrap());
        self.zone.post(&format!("{path}/participants"), &json!({})).await.good();
        self.zone.edits(Method::POST, &format!("{path}/open"), &path, &json!({})).await.good();
        made["id"].as_str().unwrap().to_owned()
    }

    /// The zone's administrator moves the batch on.
    pub async fn moves(&self, verb: &str) -> Told {
        let path = format!("/api/v1/batches/{}", self.batch);
        let body = if verb == "thaw" { json!({"reason": "补充数据"}) } else { json!({}) };
        self.zone.edits(Method::POST, &format!("{path}/{verb}"), &path, &body).await
    }

    /// The participant of enterprise `index`.
    pub async fn participant(&self, index: usize) -> String {
        let id = format!("e{index}-{}", self.zone_id);
        let path = format!("/api/v1/participants?batch_id={}&enterprise_id={id}", self.batch);
        self.zone.get(&path).await.good()["items"][0]["id"].as_str().unwrap().to_owned()
    }

    /// The zone's administrator has a run computed; its body.
    pub async fn computes(&self, reason: Option<&str>) -> Value {
        let path = format!("/api/v1/batches/{}/runs", self.batch);
        let job = self.zone.post(&path, &json!({"reason": reason})).await.good();
        do_jobs(self.world).await;
        let done = self.zone.get(&format!("/api/v1/jobs/{}", job["id"].as_str().unwrap())).await.good();
        assert_eq!(done["state"], "done", "{done}");
        let run = done["result"]["run_id"].as_str().unwrap();
        self.zone.get(&format!("/api/v1/runs/{run}")).await.good()
    }

    /// Somebody publishes a run.
    pub async fn publishes(&self, who: &Actor, run: &Value) -> Told {
        let path = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
        who.edits(Method::POST, &format!("{path}/publish"), &path, &json!({})).await
    }
}
