//! Every state × every action × every role, over the API: what is done is written down in `tests/states.txt`, and what
//! is not done is refused with its reason in both languages and changes nothing.

use super::{SCHEME, Stage, arrangement, changed, do_jobs, filing::with_enterprise};
use crate::kit::{Actor, Told, World, fresh_key, places};
use axum::http::{Method, header};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fmt::Write as _};
use store::{
    Scope,
    batches::{self, BatchState, ParticipantState},
    filings::{self, Move},
    objections::{self, ObjectionState},
    rule_drafts::{self, DraftState, RuleDraft, RuleKind},
    tasks::{self, TaskState},
};

const ROLES: [&str; 11] = [
    "centre",
    "zone",
    "reviewer",
    "author",
    "publisher",
    "policy",
    "bank",
    "enterprise",
    "auditor",
    "system",
    "security",
];

/// Somebody of every role.
struct Cast(Vec<(&'static str, Actor)>);

impl Cast {
    async fn of(world: &World) -> Self {
        let mut all = Vec::new();
        for role in ROLES {
            all.push((role, world.actor(role).await));
        }
        Self(all)
    }
}

/// A request that may be made by anybody.
struct Ask {
    method: Method,
    path: String,
    body: Value,
    /// The version it is about.
    etag: String,
}

impl Ask {
    fn new(method: Method, path: impl Into<String>, body: Value) -> Self {
        Self { method, path: path.into(), body, etag: String::new() }
    }

    fn post(path: impl Into<String>, body: Value) -> Self {
        Self::new(Method::POST, path, body)
    }

    /// About what `actor` sees at `path` now.
    async fn about(mut self, actor: &Actor, path: &str) -> Self {
        let seen = actor.get(path).await;
        seen.good();
        seen.headers.get(header::ETAG).unwrap().to_str().unwrap().clone_into(&mut self.etag);
        self
    }

    async fn by(&self, actor: &Actor, language: &str) -> Told {
        let asking = actor.asks(self.method.clone(), &self.path).keyed(&fresh_key());
        let asking = asking.header("accept-language", language);
        let asking = if self.etag.is_empty() { asking } else { asking.header("if-match", &self.etag) };
        match &self.body {
            Value::String(file) => asking.bytes(file.as_bytes()).send().await,
            body => asking.with(body).send().await,
        }
    }
}

/// What comes of `ask` for each role, as one paragraph. `ask` brings everything into the state the row is about.
async fn row(
    cast: &Cast,
    title: &str,
    ask: impl AsyncFn() -> Ask,
    state: impl AsyncFn() -> String,
) -> String {
    let mut outcomes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (role, actor) in &cast.0 {
        let asked = ask().await;
        let was = state().await;
        let told = asked.by(actor, "en").await;
        let now = state().await;
        let outcome = if (200..300).contains(&told.status) {
            format!("{was} → {now}")
        } else {
            assert_eq!(was, now, "a refusal changes nothing: {title} by {role}: {}", told.text);
            refusal(&told, &asked.by(actor, "zh-CN").await)
        };
        outcomes.entry(outcome).or_default().push(role);
    }
    let mut text = format!("{title}\n");
    for (outcome, roles) in outcomes {
        writeln!(text, "    {outcome}  [{}]", roles.join(" ")).unwrap();
    }
    text
}

/// The refusal as it stands in the table; it has a code and a reason that people of both languages can read.
fn refusal(told: &Told, chinese: &Told) -> String {
    let (body, again) = (told.json(), chinese.json());
    assert_eq!(told.header("content-type"), "application/problem+json", "{}: {}", told.asked, told.text);
    assert!((400..500).contains(&told.status), "{}: {} {}", told.asked, told.status, told.text);
    assert_eq!((chinese.status, &body["code"]), (told.status, &again["code"]), "{}", chinese.text);
    let said = |body: &Value| {
        format!("{} {}", body["title"].as_str().unwrap(), body["detail"].as_str().unwrap_or(""))
    };
    let han = said(&again).chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    assert!(han && said(&body).is_ascii(), "{}: {} {}", told.asked, said(&body), said(&again));
    let code = body["code"].as_str().unwrap();
    match (told.status, body["detail"].as_str()) {
        (409, Some(reason)) => format!("{} {code}: {reason}", told.status),
        (409, None) => panic!("{}: a forbidden move without its reason: {}", told.asked, told.text),
        _ => format!("{} {code}", told.status),
    }
}

/// Puts the batch into `state`, whatever it was.
async fn force(stage: &Stage<'_>, state: BatchState) {
    do_jobs(stage.world).await;
    changed(stage.world, async |work| {
        let seen = batches::within(work, &Scope::Everything, &stage.batch).await.unwrap().unwrap();
        filings::thaw_all(work, &stage.batch).await.unwrap();
        if !matches!(state, BatchState::Draft | BatchState::Open) {
            filings::freeze_all(work, &stage.batch).await.unwrap();
        }
        batches::set_state(work, &seen, state).await.unwrap();
    })
    .await;
}

async fn state_of(actor: &Actor, path: &str) -> String {
    actor.get(path).await.good()["state"].as_str().unwrap().to_owned()
}

/// A batch with a published run.
async fn published(world: &World) -> (Stage<'_>, Value) {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.publishes(&stage.publisher, &run).await.good();
    (stage, run)
}

async fn batch_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let (stage, _) = published(world).await;
    let path = format!("/api/v1/batches/{}", stage.batch);
    let participant = format!("/api/v1/participants/{}", stage.participant(3).await);
    let values = stage.zone.get(&format!("{participant}/values")).await.good();
    let rd =
        values.as_array().unwrap().iter().find(|one| one["item"] == "rd_expense" && one["period"] == 2025);
    let statement = rd.unwrap()["said"][0]["statement_id"].clone();
    let mine = participant.rsplit('/').next().unwrap().to_owned();
    let items = stage.zone.get(&format!("{path}/items")).await.good();
    let kept = |one: &Value| json!({"item": one["item"], "required": one["required"], "tolerance": one["tolerance"], "sources": one["sources"]});
    let items: Vec<Value> = items.as_array().unwrap().iter().map(kept).collect();
    let file = "统一社会信用代码,年度,研发费用\n91000000MA00000157,2025,1200\n";
    let import =
        format!("/api/v1/imports?kind=values&mode=all&source=tax&file_name=a.csv&batch_id={}", stage.batch);
    let ask = |action: &'static str, state: BatchState| {
        let reason = (state == BatchState::Published).then_some("更正");
        match action {
            "arrange" => Ask::new(Method::PUT, &*path, arrangement(SCHEME)),
            "set items" => Ask::new(Method::PUT, format!("{path}/items"), json!(items)),
            "enrol" => Ask::post(format!("{path}/participants"), json!({"enterprise_ids": []})),
            "extend" => {
                let body = json!({"deadline": "2027-01-15", "reason": "补充材料"});
                Ask::new(Method::PUT, format!("{participant}/deadline"), body)
            }
            "import" => Ask::post(&*import, json!(file)),
            "decide" => {
                let body = json!({"item": "rd_expense", "period": 2025, "statement_id": statement, "reason": "核对无误"});
                Ask::post(format!("{participant}/decisions"), body)
            }
            "remind" => Ask::post(format!("{path}/reminders"), json!({"late_only": true, "message": null})),
            "approve unchanged" => Ask::post(format!("{path}/reviews"), json!({})),
            "object" => {
                // An open objection stands in the way of a second one about the same value.
                let item = match state {
                    BatchState::Frozen => "rd_staff",
                    BatchState::Published => "net_profit",
                    _ => "staff",
                };
                let body = json!({"participant_id": mine, "item": item, "period": 2025, "claimed": "101", "reason": "漏计", "evidence": null});
                Ask::post("/api/v1/objections", body)
            }
            "compute" => Ask::post(format!("{path}/runs"), json!({"reason": reason})),
            "thaw" => Ask::post(format!("{path}/thaw"), json!({"reason": "补充数据"})),
            verb => Ask::post(format!("{path}/{verb}"), json!({})),
        }
    };
    let mut text = String::new();
    for state in BatchState::ALL {
        for action in [
            "arrange",
            "set items",
            "enrol",
            "extend",
            "open",
            "import",
            "decide",
            "remind",
            "approve unchanged",
            "freeze",
            "thaw",
            "compute",
            "object",
            "close",
        ] {
            let prepared = async || {
                force(&stage, *state).await;
                let about = if action == "extend" { &participant } else { &path };
                ask(action, *state).about(&stage.zone, about).await
            };
            let title = format!("batch {}: {action}", state.word());
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &path).await).await;
        }
    }
    text
}

async fn filing_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let (stage, enterprise, path) = with_enterprise(world, false).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let cells = json!({"cells": {"net_assets": {"value": "5000", "explanation": null, "evidence": null}}});
    let mut text = String::new();
    for state in ParticipantState::ALL {
        for action in ["save", "submit", "return", "approve"] {
            let prepared = async || {
                changed(stage.world, async |work| {
                    let seen = batches::participant(work, &Scope::Everything, &id).await.unwrap().unwrap();
                    filings::go(work, &seen, Move { state: *state, submitted: None }).await.unwrap();
                    filings::clear_approvals(work, &id).await.unwrap();
                    if filings::draft(work, &id).await.unwrap().is_none() {
                        let cells = cells["cells"].to_string();
                        filings::save(work, &id, 0, &cells, &stage.world.user("enterprise").await)
                            .await
                            .unwrap();
                    }
                })
                .await;
                match action {
                    "save" => {
                        let filing = format!("{path}/filing");
                        Ask::new(Method::PUT, &*filing, cells.clone()).about(&enterprise, &filing).await
                    }
                    "return" => {
                        let body = json!({"fields": [{"item": "net_assets", "reason": "请附审计报告"}]});
                        Ask::post(format!("{path}/return"), body).about(&stage.zone, &path).await
                    }
                    verb => Ask::post(format!("{path}/{verb}"), json!({})).about(&stage.zone, &path).await,
                }
            };
            let title = format!("filing {}: {action}", state.word());
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &path).await).await;
        }
    }
    text
}

async fn objection_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let (stage, _, path) = with_enterprise(world, false).await;
    let seen = stage.zone.get(&path).await.good();
    let enterprise_id = seen["enterprise_id"].as_str().unwrap().to_owned();
    let of =
        batches::participant(&world.database, &Scope::Everything, path.rsplit('/').next().unwrap()).await;
    let at = of.unwrap().unwrap().path;
    let (by, number) = (world.user("enterprise").await, std::cell::Cell::new(0));
    let here = || format!("/api/v1/objections/o{}", number.get());
    let mut text = String::new();
    for state in ObjectionState::ALL {
        for action in ["uphold", "dismiss", "withdraw"] {
            let prepared = async || {
                number.set(number.get() + 1);
                let new = objections::Objection {
                    id: format!("o{}", number.get()),
                    batch_id: stage.batch.clone(),
                    enterprise_id: enterprise_id.clone(),
                    path: at.clone(),
                    item: "staff".into(),
                    period: 2025,
                    value: Some("100".into()),
                    claimed: Some("101".into()),
                    reason: "漏计".into(),
                    evidence: None,
                    state: *state,
                    opened_on: jiff::civil::date(2026, 11, 23),
                    due_on: jiff::civil::date(2026, 12, 13),
                    raised_by: by.clone(),
                    raised_at: world.now(),
                    decision: None,
                    decided_by: None,
                    decided_at: None,
                    version: 1,
                };
                changed(world, async |work| drop(objections::add(work, new.clone()).await.unwrap())).await;
                let ask = match action {
                    "withdraw" => Ask::post(format!("{}/withdraw", here()), json!({})),
                    verb => {
                        let body = json!({"upheld": verb == "uphold", "reason": "经核对"});
                        Ask::post(format!("{}/decide", here()), body)
                    }
                };
                ask.about(&stage.zone, &here()).await
            };
            let title = format!("objection {}: {action}", state.word());
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &here()).await).await;
        }
    }
    text
}

async fn run_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let (stage, first) = published(world).await;
    let second = stage.computes(Some("更正一")).await;
    stage.publishes(&stage.publisher, &second).await.good();
    let third = stage.computes(Some("更正二")).await;
    let place = |run: &Value| format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    let path = place(&third);
    stage.zone.edits(Method::POST, &format!("{path}/discard"), &path, &json!({})).await.good();
    let draft = std::cell::RefCell::new(third.clone());
    let mut text = String::new();
    for action in ["publish", "discard"] {
        for (state, run) in [("superseded", &first), ("published", &second), ("discarded", &third)] {
            let path = place(run);
            let prepared =
                async || Ask::post(format!("{path}/{action}"), json!({})).about(&stage.zone, &path).await;
            let title = format!("run {state}: {action}");
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &path).await).await;
        }
    }
    for (batch, action) in [
        (BatchState::Closed, "publish"),
        (BatchState::Published, "discard"),
        // Last: what was published before is superseded then.
        (BatchState::Published, "publish"),
    ] {
        let here = || place(&draft.borrow());
        let prepared = async || {
            force(&stage, BatchState::Published).await;
            if state_of(&stage.zone, &here()).await != "draft" {
                let next = stage.computes(Some("更正")).await;
                draft.replace(next);
            }
            force(&stage, batch).await;
            let path = here();
            Ask::post(format!("{path}/{action}"), json!({})).about(&stage.zone, &path).await
        };
        let title = format!("run draft, batch {}: {action}", batch.word());
        text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &here()).await).await;
    }
    text
}

/// Officers' tasks of the cultivation library.
async fn task_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let (stage, run) = published(world).await;
    let at = run["id"].as_str().unwrap().to_owned();
    let path =
        batches::within(&world.database, &Scope::Everything, &stage.batch).await.unwrap().unwrap().path;
    let (by, helper) = (world.user("zone").await, world.user("reviewer").await);
    let number = std::cell::Cell::new(0);
    let here = || format!("/api/v1/tasks/t{}", number.get());
    let mut text = String::new();
    for state in TaskState::ALL {
        for action in
            ["open", "contacted", "promised", "done", "given-up", "give up without a reason", "assign"]
        {
            let prepared = async || {
                number.set(number.get() + 1);
                let new = tasks::Task {
                    id: format!("t{}", number.get()),
                    zone_id: stage.zone_id.clone(),
                    path: path.clone(),
                    enterprise_id: format!("e0-{}", stage.zone_id),
                    rung: "tech-sme".into(),
                    label: None,
                    list: "near".into(),
                    run_id: at.clone(),
                    campaign: "冲刺".into(),
                    advice: "职工总数不超过 500 人".into(),
                    assignee_id: helper.clone(),
                    due_on: jiff::civil::date(2026, 12, 31),
                    state: *state,
                    reason: (*state == TaskState::GivenUp).then(|| "企业已迁出".into()),
                    created_by: by.clone(),
                    created_at: world.now(),
                    changed_at: world.now(),
                    version: 1,
                };
                changed(world, async |work| tasks::add_all(work, vec![new]).await.unwrap()).await;
                let ask = match action {
                    "assign" => {
                        let body = json!({"assignee_id": by, "due_on": "2027-01-15"});
                        Ask::post(format!("{}/assign", here()), body)
                    }
                    "give up without a reason" => {
                        Ask::post(format!("{}/move", here()), json!({"to": "given-up", "note": null}))
                    }
                    to => Ask::post(format!("{}/move", here()), json!({"to": to, "note": "已电话联系"})),
                };
                ask.about(&stage.zone, &here()).await
            };
            let title = format!("task {}: {action}", state.word());
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &here()).await).await;
        }
    }
    text
}

/// Schemes that a zone writes itself.
async fn scheme_table(world: &World) -> String {
    let cast = Cast::of(world).await;
    let stage = Stage::open(world).await;
    let path =
        batches::within(&world.database, &Scope::Everything, &stage.batch).await.unwrap().unwrap().path;
    let (author, publisher) = (world.user("author").await, world.user("publisher").await);
    let number = std::cell::Cell::new(0);
    let here = || format!("/api/v1/scheme-drafts/sd{}", number.get());
    let sound = include_str!("../../../../../rules/schemes/zone-four-stage.yaml");
    let mut text = String::new();
    for state in DraftState::ALL {
        for action in ["write", "submit", "send-back", "publish", "withdraw", "comments"] {
            let prepared = async || {
                number.set(number.get() + 1);
                let id = format!("sd{}", number.get());
                let new = RuleDraft {
                    file: format!("schemes/own-{id}.yaml"),
                    content: sound.replacen("2025.1", &format!("2026.{}", number.get()), 1),
                    id,
                    kind: RuleKind::Scheme,
                    owner_id: stage.zone_id.clone(),
                    path: path.clone(),
                    based_on: None,
                    state: *state,
                    reason: None,
                    author_id: author.clone(),
                    changed_by: author.clone(),
                    created_at: world.now(),
                    changed_at: world.now(),
                    submitted: None,
                    published: None,
                    version: 1,
                };
                changed(world, async |work| {
                    let draft = rule_drafts::add(work, new).await.unwrap();
                    let by = if *state == DraftState::Published { &publisher } else { &author };
                    if *state != DraftState::Draft {
                        rule_drafts::set_state(work, &draft, *state, by, None).await.unwrap();
                    }
                })
                .await;
                let ask = match action {
                    "write" => Ask::new(Method::PUT, here(), json!({"content": sound})),
                    "comments" => Ask::post(format!("{}/comments", here()), json!({"said": "依据见附件"})),
                    "send-back" | "withdraw" => {
                        Ask::post(format!("{}/{action}", here()), json!({"reason": "权重未说明依据"}))
                    }
                    verb => Ask::post(format!("{}/{verb}", here()), json!({})),
                };
                ask.about(&stage.zone, &here()).await
            };
            let title = format!("scheme {}: {action}", state.word());
            text += &row(&cast, &title, prepared, async || state_of(&stage.zone, &here()).await).await;
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_everybody_may_do_in_every_state() {
    let mut pages: Vec<String> = Vec::new();
    let engines = places().len();
    for engine in 0..engines {
        let fresh = async || World::new(places().remove(engine)).await;
        let mut page = batch_table(&fresh().await).await;
        page += &filing_table(&fresh().await).await;
        page += &objection_table(&fresh().await).await;
        page += &run_table(&fresh().await).await;
        page += &task_table(&fresh().await).await;
        page += &scheme_table(&fresh().await).await;
        pages.push(page);
    }
    pages.dedup();
    assert_eq!(pages.len(), 1, "every engine says the same");
    crate::manners::committed("tests/states.txt", &pages[0]);
}
