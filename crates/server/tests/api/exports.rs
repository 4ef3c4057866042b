//! Lists as files.

use crate::{
    evaluation::register,
    kit::{Actor, Told, World, percent, places},
    on_each_engine,
};
use axum::http::Method;
use serde_json::json;

async fn in_chinese(actor: &Actor, path: &str) -> Told {
    actor.asks(Method::GET, path).header("accept-language", "zh-CN").send().await
}

on_each_engine!(a_list_is_exported_as_filtered_and_sorted_with_headings_of_the_readers_language, world, {
    let zone = world.actor("zone").await;
    let told = in_chinese(&zone, "/api/v1/organisations/export?format=csv&sort=-name&kind=enterprise").await;
    told.good();
    assert_eq!(told.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        told.header("content-disposition").starts_with("attachment; filename=\"organisations-2026-11-23-")
    );
    assert!(told.header("content-disposition").contains(&format!("filename*=UTF-8''{}", percent("单位"))));
    let lines: Vec<&str> = told.text.lines().collect();
    assert_eq!(lines[0], "\u{feff}编号,类别,上级单位编号,名称,统一社会信用代码,启用日期,停用日期,录入时间");
    assert_eq!(lines.len(), 2, "one enterprise is in this zone: {}", told.text);
    assert!(lines[1].contains(",企业,") && lines[1].contains(",星火智能装备有限公司,"), "{}", lines[1]);
    assert!(lines[1].ends_with("2026-11-23 09:00:00"), "Beijing time: {}", lines[1]);
    let english = zone.get("/api/v1/organisations/export?format=csv&limit=1&cursor=x").await;
    assert!(english.text.starts_with("\u{feff}Id,Kind,"), "{}", english.text);
    assert_eq!(english.text.lines().count(), 5, "all pages, whatever page is open: {}", english.text);
});

on_each_engine!(every_list_is_exported_as_a_workbook_too, world, {
    for (login, list) in [
        ("zone", "organisations"),
        ("zone", "users"),
        ("zone", "registrations"),
        ("auditor", "audit"),
        ("system", "jobs"),
        ("reviewer", "enterprises"),
    ] {
        let actor = world.actor(login).await;
        let told = actor.get(&format!("/api/v1/{list}/export?format=xlsx")).await;
        assert_eq!(told.status, 200, "{list}: {}", told.text);
        assert!(told.bytes.starts_with(b"PK"), "{list} is a workbook");
        assert!(told.header("content-type").ends_with("spreadsheetml.sheet"));
    }
});

on_each_engine!(the_lists_of_an_evaluation_are_exported_as_filtered, world, {
    let zone_id = world.organisation("示范高新").await;
    let made = crate::evaluation::evaluated(&world, &zone_id).await;
    let (batch, run) = (&made.batch, &made.run);
    for (list, filter) in [
        ("batches".to_owned(), "state=published"),
        ("batches".to_owned(), "state=closed"),
        ("participants".to_owned(), "state=frozen"),
        ("participants".to_owned(), "clock=extended"),
        ("objections".to_owned(), "state=open"),
        ("objections".to_owned(), "state=upheld"),
        ("runs".to_owned(), "state=published"),
        ("runs/published".to_owned(), "sort=-created_at"),
        (format!("runs/{run}/results"), "sort=-rank"),
        (format!("runs/{run}/results"), "withheld=true"),
        ("imports".to_owned(), "state=done"),
        ("notices".to_owned(), "unread=true"),
        (format!("batches/{batch}/conflicts"), "decided=true"),
    ] {
        // One person exports so often only, and has to prove again who they are before results leave.
        world.wait(jiff::SignedDuration::from_mins(1));
        let zone = world.actor("zone").await;
        let shown = zone.get(&format!("/api/v1/{list}?{filter}")).await.good();
        let told = zone.get(&format!("/api/v1/{list}/export?format=csv&{filter}")).await;
        assert_eq!(told.status, 200, "{list}: {}", told.text);
        let lines: Vec<&str> = told.text.lines().skip(1).collect();
        let items = shown["items"].as_array().unwrap();
        assert_eq!(lines.len(), items.len(), "{list} {filter}: {}", told.text);
        let key = |one: &serde_json::Value| {
            let key = ["id", "enterprise_id"].into_iter().find_map(|name| one[name].as_str());
            key.unwrap_or_else(|| panic!("no id: {one}")).to_owned()
        };
        for (line, one) in lines.iter().zip(items) {
            assert!(line.contains(&key(one)), "{list} {filter}: {line} is not {one}");
        }
        let export = format!("/api/v1/{list}/export?format=xlsx&{filter}");
        assert!(zone.get(&export).await.bytes.starts_with(b"PK"), "{list} is a workbook");
    }
    let zone = world.actor("zone").await;
    let objections = in_chinese(&zone, "/api/v1/objections/export?format=csv").await.text;
    assert!(
        objections.contains("星火智能装备有限公司,91000000MA00000157,研发费用,rd_expense"),
        "{objections}"
    );
    world
        .actor("bank")
        .await
        .get(&format!("/api/v1/runs/{run}/results/export?format=csv"))
        .await
        .refused(403, "not-allowed");
});

on_each_engine!(the_register_is_exported_as_searched_with_labels_and_masked_contacts, world, {
    let zone_id = world.organisation("示范高新").await;
    register(&world, &zone_id).await;
    let zone = world.actor("zone").await;
    let one = format!("/api/v1/enterprises/e1-{zone_id}");
    for (label, from, to) in
        [("高新技术企业", "2024-11-01", "2027-10-31"), ("科技型中小企业", "2020-01-01", "2020-12-31")]
    {
        let body = json!({"label": label, "valid_from": from, "valid_to": to});
        zone.post(&format!("{one}/labels"), &body).await.good();
    }
    let contacts = json!({"contacts": [{"name": "张三丰", "duty": "财务", "telephone": "13812345678"}]});
    let at = format!("{one}/contacts");
    zone.edits(Method::PUT, &at, &at, &contacts).await.good();
    let query = "format=csv&park=%E4%B8%9C%E5%9B%AD&sort=-name";
    let told = in_chinese(&zone, &format!("/api/v1/enterprises/export?{query}")).await;
    told.good();
    let lines: Vec<&str> = told.text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}统一社会信用代码,企业名称,登记状态,"), "{}", lines[0]);
    let listed = zone.get("/api/v1/enterprises?park=%E4%B8%9C%E5%9B%AD&sort=-name").await.good();
    let listed = listed["items"].as_array().unwrap();
    let names = |line: &&str| line.split(',').nth(1).unwrap().to_owned();
    assert_eq!(listed.len(), 3);
    assert_eq!(
        lines[1..].iter().map(names).collect::<Vec<_>>(),
        listed.iter().map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(),
        "what the list shows, in its order"
    );
    let line = lines.iter().find(|line| line.contains("远航新材料")).unwrap();
    assert!(line.contains(",存续,2015-03-02,") && line.contains(",电子信息,"), "words, not codes: {line}");
    assert!(line.contains(",高新技术企业,"), "what is held today only: {line}");
    assert!(line.contains(",张** 财务 13*******78,"), "{line}");
    let auditor = world.actor("auditor").await;
    let rows = auditor.get("/api/v1/audit?action=export&resource=enterprise").await.good();
    let detail = json!({"format": "csv", "rows": 3, "query": {"park": "东园", "sort": "-name"}});
    assert_eq!((&rows["total"], &rows["items"][0]["detail"]), (&1.into(), &detail));
    world
        .actor("author")
        .await
        .get("/api/v1/enterprises/export?format=csv")
        .await
        .refused(403, "not-allowed");
    world
        .actor("enterprise")
        .await
        .get("/api/v1/enterprises/export?format=csv")
        .await
        .refused(403, "not-allowed");
});

on_each_engine!(what_somebody_typed_runs_in_no_spreadsheet, world, {
    let security = world.actor("security").await;
    let zone = world.organisation("示范高新").await;
    let body = json!({"organisation_id": zone, "login": "evil", "name": "=HYPERLINK(\"x\")", "language": "zh", "roles": ["publisher"]});
    security.post("/api/v1/users", &body).await.good();
    let told = security.get("/api/v1/users/export?format=csv&name=HYPERLINK").await;
    assert!(told.text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", told.text);
});

on_each_engine!(an_export_is_written_down_before_it_is_sent, world, {
    let zone = world.actor("zone").await;
    zone.get("/api/v1/users/export?format=xlsx&state=active&limit=5").await.good();
    let auditor = world.actor("auditor").await;
    let rows = auditor.get("/api/v1/audit?action=export").await.good();
    assert_eq!(rows["total"], 1);
    let row = &rows["items"][0];
    assert_eq!((&row["resource"], &row["actor_name"]), (&"user".into(), &"王芳".into()));
    assert_eq!(row["detail"], json!({"format": "xlsx", "rows": 8, "query": {"state": "active"}}));
});

on_each_engine!(an_export_asked_for_wrongly_is_refused_with_the_place, world, {
    let zone = world.actor("zone").await;
    for query in ["", "?format=pdf", "?format=CSV"] {
        let told = zone.get(&format!("/api/v1/organisations/export{query}")).await;
        told.refused(400, "query-not-understood");
        assert_eq!(told.pointers(), ["?format"]);
    }
    let told = zone.get("/api/v1/organisations/export?format=csv&sort=secret").await;
    told.refused(400, "query-not-understood");
    assert_eq!(told.pointers(), ["?sort"]);
    zone.get("/api/v1/organisations/export?format=csv&colour=red").await.refused(400, "query-not-understood");
    world
        .actor("bank")
        .await
        .get("/api/v1/organisations/export?format=csv")
        .await
        .refused(403, "not-allowed");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exports_are_limited_in_rows_and_in_number() {
    let world =
        World::with(places().remove(0), |config| (config.export_rows, config.export_rate) = (4, 2)).await;
    let centre = world.actor("centre").await;
    let told = in_chinese(&centre, "/api/v1/organisations/export?format=csv").await;
    told.refused(422, "too-many-rows");
    assert!(told.text.contains("共7行，一次最多导出4行"), "{}", told.text);
    centre.get("/api/v1/organisations/export?format=csv&kind=zone").await.good();
    let limited = centre.get("/api/v1/organisations/export?format=csv&kind=zone").await;
    limited.refused(429, "too-many-requests");
    assert_eq!(limited.header("retry-after"), "30");
    world.wait(jiff::SignedDuration::from_secs(30));
    centre.get("/api/v1/organisations/export?format=csv&kind=zone").await.good();
}
