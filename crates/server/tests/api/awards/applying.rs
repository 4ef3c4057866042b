//! 政策申报: who applies, what officers answer, and that only who has passed is on a list.

use crate::{
    evaluation::{Stage, changed},
    kit::{Actor, Told, World},
    on_each_engine,
};
use axum::http::Method;
use jiff::{SignedDuration, ToSpan, civil::date};
use serde_json::{Value, json};
use store::applications::{self, Application, ApplicationAction, ApplicationState, Move};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// 2万元 for everybody with revenue, out of 3万元; with `more` lines of its own.
fn policy(code: &str, way: &str, more: &str) -> String {
    format!(
        r#"
format: policy/1
code: {code}
name: {{zh: 测试政策{code}, en: Test policy {code}}}
version: "1"
status: illustrative
in_force: {{from: 2026-01-01}}
items: [../items/enterprise.yaml]
issuer: {{zh: 测试局, en: Test bureau}}
kind: grant
way: {way}
data: {{year: last, judged_on: year_end}}
conditions:
  - {{code: "1", name: {{zh: 营业收入不低于1万元, en: Revenue}}, value: 营业收入, at_least: 1万元}}
award:
  parts:
    - {{code: fixed, name: {{zh: 定额, en: Fixed}}, amount: 2万元}}
budget: {{amount: 3万元, runs_out: pro_rata}}
{more}"#
    )
}

/// Five working days, one question to officers, one material.
const CHECKED: &str = r#"
officer_checks:
  - code: K1
    name: {zh: 投资机构, en: Investor}
    question: {zh: 投资方是否为已备案的投资机构？, en: Is the investor registered?}
service:
  working_days: 5
  contact: {zh: 企业服务窗口, en: Service desk}
  materials: [{zh: 投资协议和到账凭证, en: Investment agreement and receipts}]
"#;

/// A published year of a zone whose own folder holds three policies: one that passes at once, one that an officer answers, one
/// that nobody can meet.
struct Counter<'a> {
    world: &'a World,
    stage: Stage<'a>,
    run: String,
    people: Actor,
    officer: Actor,
}

impl<'a> Counter<'a> {
    async fn open(world: &'a World) -> Self {
        let folder = world.folder().join("rules/policies");
        std::fs::create_dir_all(&folder).unwrap();
        let large = policy("test-large", "review", "").replace("1万元}", "100亿元}");
        for (code, text) in [
            ("test-now", policy("test-now", "on_request", "")),
            ("test-check", policy("test-check", "fast_track", CHECKED)),
            ("test-large", large),
        ] {
            std::fs::write(folder.join(format!("{code}.yaml")), text).unwrap();
        }
        let stage = Stage::open(world).await;
        stage.moves("freeze").await.good();
        let run = stage.computes(None).await;
        stage.publishes(&stage.publisher, &run).await.good();
        let run = run["id"].as_str().unwrap().to_owned();
        let (people, officer) = (world.actor("enterprise").await, world.actor("policy").await);
        Self { world, stage, run, people, officer }
    }

    /// Everybody signs in anew: sessions do not last for days.
    async fn waits(&mut self, days: i32) {
        self.world.wait(DAY * days);
        self.people = self.world.actor("enterprise").await;
        self.officer = self.world.actor("policy").await;
    }

    async fn form(&self, policy: &str) -> Value {
        self.people.get(&format!("/api/v1/policy-applications/form?policy={policy}")).await.good()
    }

    /// The enterprise sends a file; its id.
    async fn attaches(&self, name: &str) -> String {
        let form = self.form("test-check").await;
        let participant = form["participant_id"].as_str().unwrap();
        let path = format!("/api/v1/participants/{participant}/attachments?name={name}");
        let told = self.people.asks(Method::POST, &path).bytes(b"%PDF-1.7 an agreement").send().await;
        told.good()["id"].as_str().unwrap().to_owned()
    }

    async fn applies(&self, policy: &str, files: &[&str]) -> Told {
        let files = files.iter().enumerate();
        let materials: Vec<Value> =
            files.map(|(place, file)| json!({"material": place, "attachment_id": file})).collect();
        let body = json!({"policy": policy, "materials": materials});
        self.people.post("/api/v1/policy-applications", &body).await
    }

    async fn moves(&self, who: &Actor, id: &str, body: Value) -> Told {
        let path = format!("/api/v1/policy-applications/{id}");
        who.edits(Method::POST, &format!("{path}/moves"), &path, &body).await
    }

    async fn look(&self, id: &str) -> Value {
        self.people.get(&format!("/api/v1/policy-applications/{id}")).await.good()
    }

    async fn opens(&self, policy: &str) -> Told {
        let path = format!("/api/v1/runs/{}/award-lists", self.run);
        self.officer.post(&path, &json!({ "policy": policy })).await
    }

    /// Who is on a list, and with what.
    async fn listed(&self, list: &Value) -> Vec<(String, String)> {
        let path = format!("/api/v1/awards?list_id={}", list["id"].as_str().unwrap());
        let told = self.officer.get(&path).await.good();
        let text = |one: &Value| one.as_str().unwrap().to_owned();
        let awards = told["items"].as_array().unwrap();
        awards.iter().map(|one| (text(&one["name"]), text(&one["amount"]))).collect()
    }

    /// Another enterprise of the zone has applied and passed, past the API: it has no people.
    async fn passed(&self, index: usize, policy: &str) {
        let zone = &self.stage.zone_id;
        let by = self.world.user("policy").await;
        let enterprise = format!("e{index}-{zone}");
        let known = store::enterprises::by_ids(&self.world.database, std::slice::from_ref(&enterprise))
            .await
            .unwrap();
        let path = known[0].path.clone();
        let id = format!("pa{index}-{zone}");
        let mut new = application(self.world, &id, (zone, &self.run), (&enterprise, &path), &by);
        new.policy = policy.to_owned();
        changed(self.world, async |work| {
            let made = applications::apply(work, new, format!("pm{index}a")).await.unwrap();
            let passes = Move {
                id: format!("pm{index}b"),
                action: ApplicationAction::Pass,
                state: ApplicationState::Passed,
                by: None,
                note: None,
                materials: None,
                answers: None,
                due_on: None,
            };
            applications::advance(work, &made, passes).await.unwrap();
        })
        .await;
    }

    async fn notices(&self, who: &Actor, kind: &str) -> Vec<Value> {
        let told = who.get("/api/v1/notices?limit=100").await.good();
        let all = told["items"].as_array().unwrap().iter();
        all.filter(|one| one["kind"] == kind).map(|one| one["detail"].clone()).collect()
    }
}

fn id(told: &Value) -> String {
    told["id"].as_str().unwrap().to_owned()
}

/// An application under a policy of the matrix, as it is kept.
pub fn application(
    world: &World,
    id: &str,
    (zone, run): (&str, &str),
    (enterprise, path): (&str, &str),
    by: &str,
) -> Application {
    Application {
        id: id.to_owned(),
        zone_id: zone.to_owned(),
        enterprise_id: enterprise.to_owned(),
        path: path.to_owned(),
        policy: "matrix".into(),
        policy_name: "示例".into(),
        policy_name_en: None,
        policy_version: "1".into(),
        policy_text: "none".into(),
        way: "review".into(),
        official: false,
        period: 2026,
        run_id: run.to_owned(),
        code: "none".into(),
        matched_on: date(2026, 11, 23),
        claimed: None,
        form: "{}".into(),
        materials: "[]".into(),
        answers: "[]".into(),
        state: ApplicationState::Submitted,
        reason: None,
        due_on: None,
        applied_by: by.to_owned(),
        applied_at: world.now(),
        decided_by: None,
        decided_at: None,
        changed_at: world.now(),
        version: 1,
    }
}

on_each_engine!(what_the_data_decide_has_passed_by_applying_and_only_who_applied_is_on_the_list, world, {
    let counter = Counter::open(&world).await;
    let told = counter.opens("test-now").await.refused(409, "wrong-state");
    assert!(told["detail"].as_str().unwrap().contains("passed"), "entitled is not enough: {told}");

    let form = counter.form("test-now").await;
    assert_eq!(
        (&form["open"], &form["standing"], &form["claimed"], &form["way"]),
        (&json!(true), &json!("entitled"), &json!("20000"), &json!("on-request")),
        "{form}"
    );
    let data = form["data"].as_array().unwrap();
    assert_eq!(data.len(), 1, "what the policy looks at is filled in, once: {form}");
    assert_eq!((&data[0]["item"], &data[0]["year"]), (&json!("operating_revenue"), &json!(2025)));
    assert!(data[0]["value"].as_str().unwrap().starts_with("10000"), "{form}");

    let made = counter.applies("test-now", &[]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = made.good();
    assert_eq!(made["state"], "passed", "nothing is left for an officer to answer");
    let page = counter.look(&id(&made)).await;
    let moves: Vec<&Value> = page["moves"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
    assert_eq!(moves, ["apply", "pass"]);
    assert!(page["moves"][1]["made_by_name"].is_null(), "the rules decided: {page}");
    assert_eq!(page["data"], form["data"], "what was filled in is kept");
    assert!(page["policy_text"].as_str().unwrap().contains("code: test-now"));
    assert!(page["award"].is_null());
    assert_eq!(counter.notices(&counter.people, "policy-application-moved").await.len(), 1);
    assert_eq!(counter.form("test-now").await["application_id"], made["id"]);
    assert_eq!(counter.form("test-now").await["open"], false);
    counter.applies("test-now", &[]).await.refused(409, "wrong-state");

    let list = counter.opens("test-now").await.good();
    assert_eq!((&list["entitled"], &list["budget"]), (&json!(1), &json!("30000")));
    let own = crate::evaluation::ENTERPRISES[3].0.to_owned();
    assert_eq!(counter.listed(&list).await, [(own, "20000".to_owned())]);
    let award = &counter.look(&id(&made)).await["award"];
    assert_eq!((&award["state"], &award["amount"]), (&json!("listed"), &json!("20000")));
});

on_each_engine!(a_further_list_takes_who_came_later_and_what_is_left_of_the_budget, world, {
    let counter = Counter::open(&world).await;
    counter.applies("test-now", &[]).await.good();
    let first = counter.opens("test-now").await.good();
    counter.passed(0, "test-now").await;
    counter.opens("test-now").await.refused(409, "wrong-state");

    let path = format!("/api/v1/award-lists/{}", id(&first));
    let until = (jiff::tz::offset(8).to_datetime(world.now()).date() + 5.days()).to_string();
    let show = json!({"action": "show", "notice_until": until});
    counter.officer.edits(Method::POST, &format!("{path}/move"), &path, &show).await.good();
    let second = counter.opens("test-now").await.good();
    assert_eq!(
        counter.listed(&second).await,
        [(crate::evaluation::ENTERPRISES[0].0.to_owned(), "10000".to_owned())],
        "who stands on the first list is not paid again, and 1万元 is left"
    );
    assert_eq!((&second["budget"], &first["budget"]), (&json!("10000"), &json!("30000")));
    let figures = format!("/api/v1/organisations/{}/award-figures?year=2026", counter.stage.zone_id);
    let figures = counter.officer.get(&figures).await.good();
    let left: Vec<&Value> = figures["policies"].as_array().unwrap().iter().map(|one| &one["left"]).collect();
    assert_eq!(left, ["0", "0"], "one budget over both lists");
    let back = json!({"action": "send-back", "reason": "再核"});
    let told = counter.officer.edits(Method::POST, &format!("{path}/move"), &path, &back).await;
    told.refused(409, "wrong-state");
    let other = format!("/api/v1/award-lists/{}", id(&second));
    counter.officer.edits(Method::POST, &format!("{other}/move"), &other, &show).await.good();
    let told = counter.opens("test-now").await.refused(409, "wrong-state");
    assert!(told["detail"].as_str().unwrap().contains("2 enterprises"), "{told}");
});

on_each_engine!(an_officer_answers_asks_and_passes_while_the_clock_stands_still_for_the_enterprise, world, {
    let mut counter = Counter::open(&world).await;
    let form = counter.form("test-check").await;
    assert_eq!((&form["standing"], &form["claimed"]), (&json!("officer-check"), &json!("20000")));
    assert_eq!(form["questions"][0]["code"], "K1");
    assert_eq!(form["materials"], json!(["Investment agreement and receipts"]));
    // The clock of the world stands on Monday, the 23rd.
    assert_eq!((&form["working_days"], &form["due_on"]), (&json!(5), &json!("2026-11-30")));

    let told = counter.applies("test-check", &[]).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/materials"]);
    let told = counter.applies("test-check", &["at-en-far"]).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/materials/0/attachment_id"]);
    let file = counter.attaches("agreement.pdf").await;
    let told = counter.applies("test-check", &[&file, &file]).await;
    assert_eq!(told.pointers(), ["/materials/1/material"], "the policy asks for one");
    let made = counter.applies("test-check", &[&file]).await.good();
    let id = id(&made);
    assert_eq!((&made["state"], &made["due_on"]), (&json!("submitted"), &json!("2026-11-30")));
    assert_eq!(made["working_days_left"], 5);
    assert_eq!(counter.notices(&counter.officer, "policy-applied").await.len(), 1);
    counter.officer.get(&format!("/api/v1/attachments/{file}")).await;

    // Each side makes its own moves and no others.
    for action in ["pass", "ask", "refuse"] {
        let told = counter.moves(&counter.people, &id, json!({"action": action, "note": "x"})).await;
        told.refused(403, "not-allowed");
    }
    for action in ["answer", "withdraw"] {
        let told = counter.moves(&counter.officer, &id, json!({"action": action, "note": "x"})).await;
        told.refused(403, "not-allowed");
    }
    let told = counter.moves(&counter.officer, &id, json!({"action": "pass"})).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/answers"], "every check is answered with yes");
    let no = json!([{"code": "K1", "yes": false, "note": null}]);
    let told = counter.moves(&counter.officer, &id, json!({"action": "pass", "answers": no})).await;
    assert_eq!(told.pointers(), ["/answers"]);
    let unknown =
        json!([{"code": "K9", "yes": true, "note": null}, {"code": "K1", "yes": true, "note": null}]);
    let told = counter.moves(&counter.officer, &id, json!({"action": "pass", "answers": unknown})).await;
    assert_eq!(told.pointers(), ["/answers/0/code"]);

    counter.moves(&counter.officer, &id, json!({"action": "ask"})).await.refused(422, "not-accepted");
    counter.moves(&counter.officer, &id, json!({"action": "ask", "note": "缺到账凭证"})).await.good();
    let page = counter.look(&id).await;
    assert_eq!((&page["state"], &page["reason"]), (&json!("asked"), &json!("缺到账凭证")));
    assert!(page["working_days_left"].is_null(), "nobody's clock runs");
    counter.waits(2).await;
    let other = counter.attaches("receipt.pdf").await;
    let body = json!({
        "action": "answer", "note": "已补", "materials": [{"material": 0, "attachment_id": other}],
    });
    let told = counter.moves(&counter.people, &id, body).await.good();
    assert_eq!(
        (&told["state"], &told["due_on"]),
        (&json!("submitted"), &json!("2026-12-02")),
        "two days more"
    );
    assert_eq!(counter.look(&id).await["materials"][0]["attachment_id"], json!(other));

    let yes = json!([{"code": "K1", "yes": true, "note": "已查备案名单"}]);
    let passed = counter.moves(&counter.officer, &id, json!({"action": "pass", "answers": yes})).await.good();
    assert_eq!(passed["state"], "passed");
    let page = counter.look(&id).await;
    let check = &page["checks"][0];
    assert_eq!((&check["yes"], &check["note"]), (&json!(true), &json!("已查备案名单")), "the answer is kept");
    assert_eq!(page["moves"].as_array().unwrap().len(), 4);
    let told = counter.moves(&counter.officer, &id, json!({"action": "refuse", "note": "x"})).await;
    told.refused(409, "wrong-state");
    let list = counter.opens("test-check").await.good();
    assert_eq!(counter.listed(&list).await.len(), 1, "an officer's yes entitles");
    let noted: Vec<String> =
        world.audit().await.into_iter().filter(|line| line.contains("policy-application")).collect();
    let moved = "move policy-application done";
    assert_eq!(noted, ["apply policy-application done", moved, moved, moved]);
});

on_each_engine!(who_is_refused_hears_why_and_may_apply_anew, world, {
    let counter = Counter::open(&world).await;
    let file = counter.attaches("agreement.pdf").await;
    let first = id(&counter.applies("test-check", &[&file]).await.good());
    let no = json!([{"code": "K1", "yes": false, "note": "未备案"}]);
    let body = json!({"action": "refuse", "answers": no});
    let told = counter.moves(&counter.officer, &first, body).await;
    assert_eq!(told.pointers(), ["/note"], "a refusal has a reason");
    let body = json!({"action": "refuse", "note": "投资方没有备案", "answers": no});
    counter.moves(&counter.officer, &first, body).await.good();
    let page = counter.look(&first).await;
    assert_eq!((&page["state"], &page["reason"]), (&json!("refused"), &json!("投资方没有备案")));
    assert_eq!(page["checks"][0]["yes"], false);
    let heard = counter.notices(&counter.people, "policy-application-moved").await;
    assert_eq!(heard[0]["reason"], "投资方没有备案");
    counter.opens("test-check").await.refused(409, "wrong-state");

    let second = id(&counter.applies("test-check", &[&file]).await.good());
    counter.moves(&counter.people, &second, json!({"action": "withdraw"})).await.good();
    let told = counter.people.get("/api/v1/policy-applications?sort=-applied_at").await.good();
    assert_eq!(told["total"], 2, "nothing is removed");
    let told = counter.officer.get("/api/v1/policy-applications?open=true").await.good();
    assert_eq!(told["total"], 0);
});

on_each_engine!(where_nothing_can_be_applied_for_it_is_said_why, world, {
    let counter = Counter::open(&world).await;
    let told = counter.applies("rd-investment", &[]).await.refused(409, "wrong-state");
    assert!(told["detail"].as_str().unwrap().contains("Nobody applies"), "{told}");
    let told = counter.applies("test-large", &[]).await.refused(409, "wrong-state");
    assert!(told["detail"].as_str().unwrap().contains("do not allow it"), "{told}");
    assert_eq!(counter.form("test-large").await["open"], false);
    let told = counter.applies("no-such", &[]).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/policy"]);
    counter
        .officer
        .post("/api/v1/policy-applications", &json!({"policy": "test-now"}))
        .await
        .refused(403, "not-allowed");
});

on_each_engine!(twenty_at_once_are_one_application, world, {
    let counter = Counter::open(&world).await;
    let all = (0..20).map(|_| counter.applies("test-now", &[]));
    let told = futures_util::future::join_all(all).await;
    let made = told.iter().filter(|told| told.status == 201).count();
    assert_eq!(made, 1, "{:?}", told.iter().map(|told| told.status).collect::<Vec<_>>());
    assert_eq!(counter.people.get("/api/v1/policy-applications").await.good()["total"], 1);
});

on_each_engine!(officers_are_reminded_before_the_last_day_and_once_it_has_passed, world, {
    let mut counter = Counter::open(&world).await;
    let file = counter.attaches("agreement.pdf").await;
    counter.applies("test-check", &[&file]).await.good();
    assert_eq!(world.reminds_about_applications().await, 0, "five working days are left");
    // Thursday: two working days before Monday.
    counter.waits(3).await;
    assert_eq!(world.reminds_about_applications().await, 1);
    assert_eq!(world.reminds_about_applications().await, 0, "once");
    counter.waits(5).await;
    assert_eq!(world.reminds_about_applications().await, 1, "late");
    let told = counter.officer.get("/api/v1/policy-applications?late=true").await.good();
    assert_eq!((&told["total"], &told["items"][0]["working_days_left"]), (&json!(1), &json!(-1)));
    assert_eq!(world.reminds_about_applications().await, 0);
    assert_eq!(counter.notices(&counter.officer, "policy-application-due").await.len(), 2);
});

on_each_engine!(a_list_opens_under_a_policy_that_was_written_here, world, {
    let mut counter = Counter::open(&world).await;
    let publisher = world.actor("publisher").await;
    let body = json!({"kind": "policy", "code": "rent", "how": "copy"});
    let draft = counter.officer.post("/api/v1/rule-drafts", &body).await.good();
    let (code, path) = (draft["code"].as_str().unwrap(), format!("/api/v1/rule-drafts/{}", id(&draft)));
    let text = policy(code, "without_application", "").replace("from: 2026-01-01", "from: 2026-11-24");
    counter.officer.edits(Method::PUT, &path, &path, &json!({"content": text})).await.good();
    counter.officer.edits(Method::POST, &format!("{path}/submit"), &path, &json!({})).await.good();
    publisher.edits(Method::POST, &format!("{path}/publish"), &path, &json!({})).await.good();
    counter.waits(1).await;
    let list = counter.opens(code).await.good();
    assert_eq!(list["entitled"], 4);
    let told = counter.officer.get(&format!("/api/v1/award-lists/{}", id(&list))).await.good();
    assert_eq!(told["policy_name"], format!("Test policy {code}"));
});

on_each_engine!(who_can_apply_and_has_not_is_told, world, {
    let counter = Counter::open(&world).await;
    let path = format!("/api/v1/runs/{}/policy-invitations", counter.run);
    let invites = async |policy: &str| counter.officer.post(&path, &json!({ "policy": policy })).await;
    let told = invites("test-check").await.good();
    assert_eq!(told, json!({"told": 1, "applied": 0, "unreachable": 3}), "one of four has people of its own");
    let heard = counter.notices(&counter.people, "policy-open").await;
    assert_eq!(
        (&heard[0]["policy"], &heard[0]["code"]),
        (&json!("测试政策test-check"), &json!("test-check"))
    );
    let file = counter.attaches("agreement.pdf").await;
    counter.applies("test-check", &[&file]).await.good();
    let told = invites("test-check").await.good();
    assert_eq!(told, json!({"told": 0, "applied": 1, "unreachable": 3}), "who has applied is not told again");
    assert_eq!(invites("test-large").await.good()["told"], 0, "nor who cannot");
    invites("rd-investment").await.refused(409, "wrong-state");
    invites("none").await.refused(422, "not-accepted");
    counter.people.post(&path, &json!({"policy": "test-check"})).await.refused(403, "not-allowed");
});
