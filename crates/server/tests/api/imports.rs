//! Workbooks: sent in, looked at, stored, given back.

use crate::{
    enterprises::new,
    kit::{Actor, Told, World, percent},
    on_each_engine,
};
use axum::{
    body::{Body, Bytes},
    http::{Method, Request, header},
};
use ingest::sheets::{Sheets, Sink, Value as Cell};
use jiff::{SignedDuration, civil::date};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::{future::Future, ops::ControlFlow, pin::pin, task::Poll};
use store::{
    Scope,
    batches::{self, Plan},
    values::{self, Which},
};
use tower::ServiceExt;

const A: &str = "91000000MA00000157";
const B: &str = "91000000MA00000232";
const C: &str = "91000000MA0000031W";

/// A workbook of text and number cells.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("数据").unwrap();
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) if row > 0 && column > 0 => sheet.write_number(row, column, number).unwrap(),
                _ if cell.is_empty() => sheet,
                _ => sheet.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

async fn sends(actor: &Actor, query: &str, name: &str, bytes: &[u8]) -> Told {
    let path = format!("/api/v1/imports?{query}&file_name={}", percent(name));
    actor.asks(Method::POST, &path).bytes(bytes).send().await
}

fn path(import: &Value, verb: &str) -> String {
    format!("/api/v1/imports/{}{verb}", import["id"].as_str().unwrap())
}

/// Asks for a job, lets it be done, and reads the import.
async fn does(world: &World, actor: &Actor, import: &Value, verb: &str) -> Value {
    actor.post(&path(import, verb), &json!({})).await.good();
    world.works().await;
    actor.get(&path(import, "")).await.good()
}

/// From a file to what is stored.
async fn imports(world: &World, actor: &Actor, query: &str, name: &str, bytes: &[u8]) -> Value {
    let import = sends(actor, query, name, bytes).await.good();
    let looked = does(world, actor, &import, "/preview").await;
    assert_eq!(looked["state"], "previewed", "{looked}");
    does(world, actor, &import, "/run").await
}

fn counts(import: &Value) -> [u64; 4] {
    ["created", "changed", "unchanged", "rejected"]
        .map(|name| import["outcome"][name].as_u64().unwrap_or_else(|| panic!("{import}")))
}

/// A batch of the year 2025 in the zone, and two enterprises.
async fn batch(world: &World) -> String {
    let zone = world.organisation("示范高新").await;
    let zone =
        store::organisations::within(&world.database, &Scope::Everything, &zone).await.unwrap().unwrap();
    let work = world.database.begin(world.now()).await.unwrap();
    let plan = Plan {
        year: 2025,
        title: "2025年度评价".into(),
        scheme: "schemes/zone-four-stage.yaml".into(),
        scheme_hash: "x".into(),
        opens_on: date(2026, 3, 1),
        enterprise_deadline: date(2026, 4, 30),
        review_deadline: date(2026, 5, 31),
        objections: None,
        second_review: false,
    };
    batches::add(&work, &zone, "b1", &plan, &world.user("zone").await).await.unwrap();
    let two = vec![new("e-a", A, "甲公司", None), new("e-b", B, "乙公司", None)];
    store::enterprises::add_all(&work, &zone, two).await.unwrap();
    work.commit(&crate::matrix::made(), &[]).await.unwrap();
    "kind=values&batch_id=b1&source=tax&mode=".to_owned()
}

on_each_engine!(the_register_comes_from_a_file_and_only_what_changed_changes, world, {
    let zone = world.actor("zone").await;
    let head = "统一社会信用代码,企业名称,成立日期,行业代码,技术领域,标签,联系人,联系电话\n";
    let first = format!(
        "\u{feff}{head}{A},星火智能,2015-03-02,I6513,电子信息,高新技术企业；瞪羚企业,张三,13812345678\n{B},远航,2020/1/5,2651,新材料,,,\n"
    );
    let done = imports(&world, &zone, "kind=register&mode=all", "企业.csv", first.as_bytes()).await;
    assert_eq!((done["state"].as_str(), counts(&done)), (Some("done"), [2, 0, 0, 0]));
    let page = zone.get("/api/v1/enterprises?sort=credit_code").await.good();
    let item = &page["items"][0];
    assert_eq!(
        [&item["name"], &item["industry"], &item["field"], &item["founded_on"]],
        ["星火智能", "6513", "electronics", "2015-03-02"]
    );
    assert_eq!(zone.get("/api/v1/enterprises?search=xhzn").await.good()["total"], 1);

    // The very same file is the very same import; its rows again change nothing.
    let again = sends(&zone, "kind=register&mode=all", "企业.csv", first.as_bytes()).await;
    assert_eq!((again.status, &again.json()["id"]), (200, &done["id"]));
    let gb = encoding(&first.replace('\u{feff}', "").replace("远航,", "远航股份,"));
    let done = imports(&world, &zone, "kind=register&mode=all", "企业2.csv", &gb).await;
    assert_eq!((done["state"].as_str(), counts(&done)), (Some("done"), [0, 1, 1, 0]));
    let rows = zone.get(&path(&done, "/rows?outcome=changed")).await.good();
    assert_eq!(
        rows["items"][0]["detail"]["changes"],
        json!([{"item": "name", "before": "远航", "after": "远航股份"}])
    );
    let one = zone.get("/api/v1/enterprises?search=%E8%BF%9C%E8%88%AA").await.good()["items"][0].clone();
    let read = zone.get(&format!("/api/v1/enterprises/{}", one["id"].as_str().unwrap())).await.good();
    assert_eq!(read["former_names"][0]["name"], "远航");
});

/// As GB18030, for the texts of these tests.
fn encoding(text: &str) -> Vec<u8> {
    // iconv is a part of every system these tests run on.
    let mut child = std::process::Command::new("iconv")
        .args(["-f", "UTF-8", "-t", "GB18030"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
    child.wait_with_output().unwrap().stdout
}

on_each_engine!(a_value_is_traced_to_its_file_and_cell, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let head: &[&str] = &["统一社会信用代码", "年度", "营业收入(千元)", "净利润(万元)", "是否上市"];
    let file = workbook(&[head, &[A, "2025", "1234.5", "0", "是"], &[B, "2025", "", "-3", ""]]);
    let done = imports(&world, &zone, &format!("{query}all"), "税务.xlsx", &file).await;
    assert_eq!(counts(&done), [2, 0, 0, 0], "{done}");
    let values = zone.get("/api/v1/enterprises/e-a/values").await.good();
    let find = |values: &Value, item: &str| {
        values.as_array().unwrap().iter().find(|value| value["item"] == item).cloned().unwrap_or_default()
    };
    let revenue = find(&values, "operating_revenue");
    assert_eq!(
        ["value", "unit", "state", "source", "file", "sheet", "cell", "heading", "entered_by_name"]
            .map(|name| revenue[name].as_str().unwrap_or("").to_owned()),
        ["123.45", "万元", "known", "tax", "税务.xlsx", "数据", "C2", "营业收入(千元)", "王芳"]
    );
    assert_eq!(find(&values, "net_profit")["state"], "zero", "a confirmed zero");
    let listed = find(&values, "listed");
    assert_eq!((&listed["value"], &listed["period"]), (&json!("true"), &Value::Null), "of no year");
    let b = zone.get("/api/v1/enterprises/e-b/values").await.good();
    assert_eq!(find(&b, "operating_revenue"), Value::Null, "an empty cell is missing, not zero");

    world.wait(SignedDuration::from_mins(1));
    // One number mended: one statement more, the old one kept.
    let file = workbook(&[head, &[A, "2025", "1234.6", "0", "是"], &[B, "2025", "", "-3", ""]]);
    let done = imports(&world, &zone, &format!("{query}all"), "税务2.xlsx", &file).await;
    assert_eq!(counts(&done), [0, 1, 1, 0], "{done}");
    let all = zone.get("/api/v1/enterprises/e-a/values?all=true").await.good();
    let revenues: Vec<(String, bool)> = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|value| value["item"] == "operating_revenue")
        .map(|value| (value["value"].as_str().unwrap().to_owned(), value["counts"] == true))
        .collect();
    assert_eq!(revenues, [("123.45".to_owned(), false), ("123.46".to_owned(), true)]);
    assert_eq!(all.as_array().unwrap().len(), 4, "what did not change is not stored again");
});

/// Cells by place.
#[derive(Default)]
struct Page(std::collections::BTreeMap<(u32, u32), String>);

impl Sink for Page {
    fn cell(&mut self, row: u32, column: u32, value: Cell<'_>) {
        self.0.insert((row, column), value.shown());
    }

    fn row_end(&mut self, _row: u32, _width: Option<u32>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

fn page(world: &World, bytes: &[u8]) -> Page {
    let file = world.folder().join("seen.xlsx");
    std::fs::write(&file, bytes).unwrap();
    let mut page = Page::default();
    Sheets::open(&file).unwrap().scan(0, &mut page).unwrap();
    page
}

on_each_engine!(bad_rows_stop_all_or_are_left_out_as_chosen_and_come_back_marked, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let head: &[&str] = &["统一社会信用代码", "企业名称", "营业收入", "从业人员期末人数"];
    let rows: &[&[&str]] = &[
        head,
        &[A, "甲公司", "100", "12"],
        &[B, "=HYPERLINK(\"http://x\")", "12O", "3.5"],
        &[C, "丙公司", "7", "1"],
        &["", "无代码", "8", "1"],
    ];
    let file = workbook(rows);
    let stored = async || {
        let which = Which { batch_id: Some("b1".into()), ..Which::default() };
        values::statements(&world.database, &which).await.unwrap().len()
    };
    let refused = imports(&world, &zone, &format!("{query}all"), "坏.xlsx", &file).await;
    assert_eq!((refused["state"].as_str(), counts(&refused)), (Some("failed"), [1, 0, 0, 3]), "{refused}");
    assert_eq!((refused["outcome"]["code"].as_str(), stored().await), (Some("rows-rejected"), 0));

    let done = imports(&world, &zone, &format!("{query}good"), "坏.xlsx", &file).await;
    assert_eq!((done["state"].as_str(), counts(&done), stored().await), (Some("done"), [1, 0, 0, 3], 1));
    let rejected = zone.get(&path(&done, "/rows?outcome=rejected")).await.good();
    let codes: Vec<&str> = rejected["items"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row["detail"]["problems"].as_array().unwrap())
        .map(|problem| problem["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["text-in-number", "not-whole", "name-differs", "unknown-enterprise", "missing-code"]);

    let told = zone.get(&path(&done, "/workbook")).await;
    told.good();
    assert!(told.header("content-disposition").starts_with("attachment; filename*=UTF-8''"));
    let seen = page(&world, &told.bytes);
    assert_eq!(seen.0[&(3, 1)], "=HYPERLINK(\"http://x\")", "text stays text");
    assert_eq!((seen.0[&(3, 2)].as_str(), seen.0[&(1, 4)].as_str()), ("12O", "错误原因"));
    assert!(seen.0[&(3, 4)].contains("C：") && seen.0[&(3, 4)].contains("D："), "{}", seen.0[&(3, 4)]);
    assert!(seen.0[&(4, 4)].contains("企业库中没有这家企业"), "{}", seen.0[&(4, 4)]);
    assert_eq!(seen.0.get(&(2, 4)), None, "good rows are left alone");
    let mut raw = String::new();
    let mut archive = zip_of(&told.bytes);
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut raw)
        .unwrap();
    assert!(!raw.contains("<f>"), "no formula anywhere");
    assert!(archive.file_names().any(|name| name.unwrap().contains("comments")), "notes on bad cells");
});

fn zip_of(bytes: &[u8]) -> zip::ZipArchive<std::io::Cursor<&[u8]>> {
    zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap()
}

on_each_engine!(headings_mended_by_hand_are_remembered, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let file = |number: &str| workbook(&[&["社会代码", "纳税人全年进项", "备注"], &[A, number, "好"]]);
    let import = sends(&zone, &format!("{query}all"), "a.xlsx", &file("5")).await.good();
    assert!(!import["columns"]["problems"].as_array().unwrap().is_empty(), "{import}");
    let meant =
        json!({"headings": {"社会代码": "credit_code", "纳税人全年进项": "operating_revenue", "备注": ""}});
    zone.asks(Method::PATCH, &path(&import, "")).with(&meant).send().await.refused(428, "version-missing");
    let wrong = json!({"headings": {"社会代码": "magic"}});
    let told = zone.edits(Method::PATCH, &path(&import, ""), &path(&import, ""), &wrong).await;
    assert_eq!((told.status, told.pointers()), (422, vec!["/headings/社会代码".to_owned()]));
    let mended = zone.edits(Method::PATCH, &path(&import, ""), &path(&import, ""), &meant).await.good();
    assert_eq!(mended["columns"]["columns"][1]["item"], "operating_revenue", "{mended}");
    does(&world, &zone, &import, "/preview").await;
    assert_eq!(counts(&does(&world, &zone, &import, "/run").await), [1, 0, 0, 0]);
    let next = sends(&zone, &format!("{query}all"), "b.xlsx", &file("6")).await.good();
    assert_eq!(next["columns"]["columns"][0]["item"], "credit_code", "{next}");
    assert!(next["columns"]["problems"].as_array().unwrap().is_empty());
});

on_each_engine!(a_template_is_made_for_its_batch_and_comes_back_filled_in, world, {
    batch(&world).await;
    let zone = world.actor("zone").await;
    let told = zone.get("/api/v1/imports/template?kind=values&batch_id=b1&source=tax").await;
    told.good();
    let seen = page(&world, &told.bytes);
    assert_eq!((seen.0[&(1, 0)].as_str(), seen.0[&(1, 1)].as_str()), ("*统一社会信用代码", "年度"));
    assert!(seen.0[&(2, 0)].starts_with("示例"));
    let file = world.folder().join("seen.xlsx");
    let sheets = Sheets::open(&file).unwrap();
    assert_eq!(sheets.names(), ["数据", "填写说明", "_jifen"]);
    assert!(sheets.is_hidden(2));
    let mut archive = zip_of(&told.bytes);
    let mut raw = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut raw)
        .unwrap();
    assert!(raw.contains("<dataValidation") && raw.contains("是,否"), "checked while typing");
    // As it is, it has an example and no data: looked at, it says so and is not stored.
    let import =
        sends(&zone, "kind=values&batch_id=b1&source=tax&mode=all", "空.xlsx", &told.bytes).await.good();
    assert_eq!(import["columns"]["problems"], json!([]), "{}", import["columns"]["problems"]);
    let looked = does(&world, &zone, &import, "/preview").await;
    assert_eq!(looked["outcome"]["rows"], 0, "{looked}");
    zone.get("/api/v1/imports/template?kind=register").await.good();
    zone.get("/api/v1/imports/template?kind=values").await.refused(422, "not-accepted");
});

on_each_engine!(an_upload_that_is_cut_leaves_nothing, world, {
    let zone = world.actor("zone").await;
    let file = workbook(&[&["统一社会信用代码", "企业名称"], &[A, "甲公司"]]);
    for tenth in 0..10 {
        let sent = Bytes::copy_from_slice(&file[..file.len() * tenth / 10]);
        let pieces = [Ok(sent), Err(std::io::Error::other("the line is dead"))];
        let body = Body::from_stream(futures_util::stream::iter(pieces));
        let request = Request::post("/api/v1/imports?kind=register&mode=all&file_name=a.xlsx")
            .header("x-jifen", "1")
            .header(header::COOKIE, zone.cookie.clone().unwrap())
            .body(body)
            .unwrap();
        let response = world.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 400, "cut at {tenth}/10");
        let left: Vec<_> = std::fs::read_dir(world.folder().join("files")).unwrap().collect();
        assert!(left.is_empty(), "cut at {tenth}/10: {left:?}");
    }
    assert_eq!(zone.get("/api/v1/imports").await.good()["total"], 0);
    sends(&zone, "kind=register&mode=all", "a.xlsx", &file).await.good();
});

on_each_engine!(a_workbook_cut_at_each_tenth_is_refused_with_what_to_do_and_stores_nothing, world, {
    let zone = world.actor("zone").await;
    let head: &[&str] = &["统一社会信用代码", "企业名称"];
    let names: Vec<String> = (0..200).map(|number| format!("公司{number}")).collect();
    let rows: Vec<[&str; 2]> = names.iter().map(|name| [A, name.as_str()]).collect();
    let mut all = vec![head];
    all.extend(rows.iter().map(|row| row.as_slice()));
    let file = workbook(&all);
    for tenth in 0..10 {
        let name = format!("断{tenth}.xlsx");
        let cut = &file[..file.len() * tenth / 10];
        let import = sends(&zone, "kind=register&mode=good", &name, cut).await.good();
        let problems = import["columns"]["problems"].as_array().unwrap().clone();
        assert!(!problems.is_empty(), "cut at {tenth}/10: {import}");
        for problem in &problems {
            let said = |part: &str| problem[part].as_str().is_some_and(|text| text.chars().count() > 3);
            assert!(said("reason") && said("hint"), "cut at {tenth}/10: {problem}");
        }
        let looked = does(&world, &zone, &import, "/preview").await;
        assert_eq!(looked["state"], "failed", "cut at {tenth}/10: {looked}");
        zone.post(&path(&import, "/run"), &json!({})).await.refused(409, "wrong-state");
    }
    assert_eq!(zone.get("/api/v1/enterprises").await.good()["total"], 0);
});

on_each_engine!(a_stopped_import_stores_nothing_and_can_be_done_later, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let file = workbook(&[&["统一社会信用代码", "营业收入"], &[A, "5"]]);
    let import = sends(&zone, &format!("{query}all"), "a.xlsx", &file).await.good();
    zone.post(&path(&import, "/run"), &json!({})).await.refused(409, "wrong-state");
    does(&world, &zone, &import, "/preview").await;
    let job = zone.post(&path(&import, "/run"), &json!({})).await.good();
    zone.post(&path(&import, "/run"), &json!({})).await.refused(409, "wrong-state");
    let cancel = format!("/api/v1/jobs/{}/cancel", job["id"].as_str().unwrap());
    zone.asks(Method::POST, &cancel).send().await.good();
    world.works().await;
    assert_eq!(zone.get(&path(&import, "")).await.good()["state"], "cancelled");
    assert_eq!(zone.get("/api/v1/enterprises/e-a/values").await.good(), json!([]));
    does(&world, &zone, &import, "/preview").await;
    assert_eq!(does(&world, &zone, &import, "/run").await["state"], "done");
});

/// Polls `work` so often and no more: as if the program were killed then. `true` when it came to its end.
pub async fn killed_after(polls: usize, work: impl Future<Output = bool>) -> bool {
    let mut work = pin!(work);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        work.as_mut().poll(context)
    })
    .await
}

on_each_engine!(a_job_killed_at_any_step_is_taken_up_again_and_never_half_done, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let file = workbook(&[&["统一社会信用代码", "营业收入"], &[A, "5"], &[B, "6"]]);
    let import = sends(&zone, &format!("{query}all"), "a.xlsx", &file).await.good();
    does(&world, &zone, &import, "/preview").await;
    zone.post(&path(&import, "/run"), &json!({})).await.good();
    let which = Which { batch_id: Some("b1".into()), ..Which::default() };
    let mut polls = 1;
    loop {
        let done = killed_after(polls, async { world.app.do_next_job().await.unwrap() }).await;
        let stored = values::statements(&world.database, &which).await.unwrap().len();
        let state = zone.get(&path(&import, "")).await.good()["state"].clone();
        assert!(
            (stored, state.as_str()) == (0, Some("running")) || (stored, state.as_str()) == (2, Some("done")),
            "killed after {polls}: {stored} stored, {state}"
        );
        if done || state == "done" {
            break;
        }
        polls += 1;
        // The lease of the dead runs out.
        world.wait(SignedDuration::from_mins(11));
    }
    // How often an import waits depends on the machine; that it was killed at all does not.
    assert!(polls > 1, "it was never killed");
    assert_eq!(values::statements(&world.database, &which).await.unwrap().len(), 2);
    let verdict = store::audit::verify(&world.database).await.unwrap();
    assert!(verdict.is_good(), "{verdict:?}");
});

on_each_engine!(what_cannot_be_sent_is_refused_before_anything_is_kept, world, {
    let query = batch(&world).await;
    let zone = world.actor("zone").await;
    let told = sends(&zone, "kind=values&mode=all", "a.xlsx", b"x").await;
    assert_eq!((told.status, told.pointers()), (422, vec!["?source".to_owned(), "?batch_id".to_owned()]));
    sends(&zone, "kind=register&mode=some", "a.xlsx", b"x").await.refused(400, "query-not-understood");
    world.actor("centre").await.get("/api/v1/imports").await.refused(403, "not-allowed");
    let far = world.organisation("滨江").await;
    let spy = world.actor("security").await.invites(&far, "spy", &["data-reviewer"]).await.good();
    let body = json!({"token": crate::kit::token_of(&spy["link"]), "password": "correct horse battery"});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    let spy = world.signs_in("spy", "correct horse battery").await;
    let told = sends(&spy, &format!("{query}all"), "a.xlsx", b"x").await;
    assert_eq!((told.status, told.pointers()), (422, vec!["?batch_id".to_owned()]), "another zone's batch");
});
