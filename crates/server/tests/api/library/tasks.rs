//! Tasks out of lists, and what comes of them.

use super::{Shelf, day};
use crate::{kit::Told, on_each_engine};
use axum::http::Method;
use serde_json::{Value, json};

impl Shelf<'_> {
    /// Gives a list to the reviewer.
    async fn assigns(&self, n: usize) -> Told {
        let body = json!({
            "list": {"rung": "tech-sme", "list": "near", "n": n}, "campaign": "2027年科小冲刺",
            "assignee_id": self.stage.world.user("reviewer").await, "due_on": "2026-12-31",
        });
        self.stage.zone.post(&format!("/api/v1/runs/{}/tasks", self.id()), &body).await
    }

    async fn moves(&self, task: &Value, to: &str, note: Option<&str>) -> Told {
        let path = format!("/api/v1/tasks/{}", task["id"].as_str().unwrap());
        self.stage
            .reviewer
            .edits(Method::POST, &format!("{path}/move"), &path, &json!({"to": to, "note": note}))
            .await
    }

    async fn todo(&self) -> Vec<Value> {
        let list = self.stage.reviewer.get("/api/v1/tasks?mine=true&open=true").await.good();
        list["items"].as_array().unwrap().clone()
    }
}

on_each_engine!(a_list_becomes_tasks_and_an_officer_works_them_off, world, {
    let shelf = Shelf::published(&world).await;
    let made = shelf.assigns(2).await.good();
    assert_eq!((&made["made"], &made["open_already"]), (&2.into(), &0.into()));
    let again = shelf.assigns(2).await.good();
    assert_eq!((&again["made"], &again["open_already"]), (&0.into(), &2.into()), "nobody is asked twice");
    let todo = shelf.todo().await;
    assert_eq!(todo.len(), 2);
    let near = todo.iter().find(|one| one["enterprise_name"] == "远航新材料有限公司").unwrap();
    assert!(near["advice"].as_str().unwrap().contains('1'), "it says what was lacking: {near}");
    let path = format!("/api/v1/tasks/{}", near["id"].as_str().unwrap());
    let told = async |language: &str| {
        let asked = shelf.stage.reviewer.asks(Method::GET, &path).header("accept-language", language);
        asked.send().await.good()["advice"].as_str().unwrap().to_owned()
    };
    let (zh, en) = (told("zh-CN").await, told("en").await);
    assert!(zh.contains('：') && !en.contains('：') && zh.contains('1') && en.contains('1'), "{zh} {en}");
    shelf.moves(near, "contacted", Some("已电话联系财务")).await.good();
    shelf.moves(near, "promised", None).await.good();
    shelf.moves(near, "contacted", None).await.refused(409, "wrong-state");
    let done = shelf.moves(near, "done", Some("已更正职工总数")).await.good();
    assert_eq!(done["notes"].as_array().unwrap().len(), 3, "{done}");
    let other = todo.iter().find(|one| one["enterprise_name"] != "远航新材料有限公司").unwrap();
    assert_eq!(
        shelf.moves(other, "given-up", None).await.refused(422, "not-accepted")["errors"][0]["pointer"],
        "/note"
    );
    shelf.moves(other, "given-up", Some("企业已迁出")).await.good();
    assert!(shelf.todo().await.is_empty());
    shelf.recognised(1, "科技型中小企业", day(2027, 1, 1), day(2027, 12, 31)).await;
    let results = shelf.stage.zone.get("/api/v1/task-results").await.good();
    let fields = ["tasks", "done", "given_up", "overdue", "advised", "entered", "waiting"];
    let counted = fields.map(|field| results[0][field].as_u64().unwrap());
    assert_eq!(counted, [2, 1, 1, 0, 1, 1, 0], "{results}");
    assert_eq!(results[0]["campaign"], "2027年科小冲刺");
});

on_each_engine!(a_task_is_given_only_to_somebody_who_may_work_on_it, world, {
    let shelf = Shelf::published(&world).await;
    let path = format!("/api/v1/runs/{}/tasks", shelf.id());
    for (login, due, pointers) in [
        ("enterprise", "2026-12-31", vec!["/assignee_id"]),
        ("bank", "2026-12-31", vec!["/assignee_id"]),
        ("reviewer", "2026-11-01", vec!["/due_on"]),
        ("publisher", "soon", vec!["/due_on", "/assignee_id"]),
    ] {
        let body = json!({
            "list": {"rung": "tech-sme", "list": "near"}, "campaign": "x",
            "assignee_id": world.user(login).await, "due_on": due,
        });
        let told = shelf.stage.zone.post(&path, &body).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), pointers, "{login} {due}");
    }
});

on_each_engine!(a_task_goes_to_somebody_else_and_two_at_once_do_not_overwrite_each_other, world, {
    let shelf = Shelf::published(&world).await;
    shelf.assigns(1).await.good();
    let task = shelf.todo().await.remove(0);
    let path = format!("/api/v1/tasks/{}", task["id"].as_str().unwrap());
    let body = json!({"assignee_id": world.user("zone").await, "due_on": "2027-01-31"});
    let zone = &shelf.stage.zone;
    let seen = zone.get(&path).await;
    zone.edits(Method::POST, &format!("{path}/assign"), &path, &body).await.good();
    let late = shelf.stage.reviewer.asks(Method::POST, &format!("{path}/move"));
    let late =
        late.header("if-match", seen.header("etag")).with(&json!({"to": "done", "note": null})).send().await;
    late.refused(412, "changed-meanwhile");
    assert!(shelf.todo().await.is_empty());
    world.wait(jiff::SignedDuration::from_hours(24 * 80));
    let zone = world.actor("zone").await;
    let overdue = zone.get("/api/v1/tasks?overdue=true").await.good();
    assert_eq!((&overdue["total"], &overdue["items"][0]["overdue"]), (&1.into(), &true.into()));
});

on_each_engine!(whoever_enters_later_than_the_next_year_is_no_result_of_the_advice, world, {
    let shelf = Shelf::published(&world).await;
    shelf.assigns(1).await.good();
    let task = shelf.todo().await.remove(0);
    let counted = async |shelf: &Shelf<'_>| {
        let results = world.actor("zone").await.get("/api/v1/task-results").await.good();
        let _ = shelf;
        ["advised", "entered", "waiting"].map(|field| results[0][field].as_u64().unwrap())
    };
    assert_eq!(counted(&shelf).await, [0, 0, 0], "nobody was advised yet");
    shelf.moves(&task, "contacted", None).await.good();
    shelf.recognised(1, "科技型中小企业", day(2028, 1, 1), day(2028, 12, 31)).await;
    assert_eq!(counted(&shelf).await, [1, 0, 1], "the next year is not over");
    world.wait(jiff::SignedDuration::from_hours(24 * 440));
    assert_eq!(counted(&shelf).await, [1, 0, 0]);
});

on_each_engine!(an_officer_is_reminded_once_before_the_last_day_and_once_behind_it, world, {
    let shelf = Shelf::published(&world).await;
    shelf.assigns(2).await.good();
    let notices = async || {
        let list = world.actor("reviewer").await.get("/api/v1/notices?sort=sent_at").await.good();
        let of = |one: &Value| (one["kind"] == "tasks-due").then(|| one["detail"].clone());
        list["items"].as_array().unwrap().iter().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!(world.reminds_officers().await, 0, "38 days are left");
    world.wait(jiff::SignedDuration::from_hours(24 * 36));
    assert_eq!((world.reminds_officers().await, world.reminds_officers().await), (1, 0), "once");
    let told = notices().await;
    assert_eq!(told.len(), 1, "one message for all tasks: {told:?}");
    assert_eq!(
        (&told[0]["soon"], &told[0]["overdue"], &told[0]["next"]),
        (&2.into(), &0.into(), &"2026-12-31".into())
    );
    assert!(told[0]["enterprises"].to_string().contains("远航新材料有限公司"));
    // Nobody else of the organisation reads it.
    let others = world.actor("policy").await.get("/api/v1/notices").await.good();
    assert!(!others.to_string().contains("tasks-due"), "{others}");
    world.wait(jiff::SignedDuration::from_hours(24 * 4));
    assert_eq!((world.reminds_officers().await, world.reminds_officers().await), (1, 0));
    assert_eq!(notices().await[1]["overdue"], 2);
    assert!(world.audit().await.iter().any(|line| line.starts_with("remind task")));
});

on_each_engine!(a_task_has_files_that_officers_read_and_enterprises_do_not, world, {
    const PDF: &[u8] = b"%PDF-1.7 a visit";
    let shelf = Shelf::published(&world).await;
    shelf.assigns(1).await.good();
    let task = shelf.todo().await.remove(0);
    let path = format!("/api/v1/tasks/{}", task["id"].as_str().unwrap());
    let name = crate::kit::percent("走访记录.pdf");
    let sends = async |who: &crate::kit::Actor, content: &[u8]| {
        who.asks(Method::POST, &format!("{path}/files?name={name}")).bytes(content).send().await
    };
    let reviewer = &shelf.stage.reviewer;
    let added = sends(reviewer, PDF).await;
    assert_eq!(added.status, 201, "{}", added.text);
    assert_eq!(sends(reviewer, PDF).await.status, 200, "the same file twice is one");
    sends(reviewer, b"<html>").await.refused(422, "file-not-taken");
    let read = reviewer.get(&path).await.good();
    assert_eq!(
        (&read["files"][0]["name"], read["files"].as_array().unwrap().len()),
        (&"走访记录.pdf".into(), 1)
    );
    let file = format!("{path}/files/{}", read["files"][0]["id"].as_str().unwrap());
    let policy = world.actor("policy").await;
    assert_eq!(policy.get(&file).await.bytes, PDF);
    world.actor("enterprise").await.get(&file).await.refused(403, "not-allowed");
    reviewer.get(&format!("{path}/files/none")).await.refused(404, "not-found");
    assert!(world.audit().await.iter().any(|line| line.starts_with("attach task")));
});
