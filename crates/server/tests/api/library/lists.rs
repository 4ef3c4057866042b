//! Authorities' lists: of those who hold a title, and of who made an annual report.

use super::{Shelf, day};
use crate::{
    kit::{Actor, World, percent},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};

const HIGH_TECH: &str = "kind=titles&rung=high-tech&mode=good";

async fn sends(who: &Actor, query: &str, text: &str) -> crate::kit::Told {
    let path = format!("/api/v1/imports?{query}&file_name={}", percent("名单.csv"));
    who.asks(Method::POST, &path).bytes(format!("\u{feff}{text}").as_bytes()).send().await
}

async fn does(world: &World, who: &Actor, import: &Value, verb: &str) -> Value {
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    who.post(&format!("{path}/{verb}"), &json!({})).await.good();
    world.works().await;
    who.get(&path).await.good()
}

async fn previews(world: &World, who: &Actor, query: &str, text: &str) -> Value {
    let import = sends(who, query, text).await.good();
    let seen = does(world, who, &import, "preview").await;
    assert_eq!(seen["state"], "previewed", "{seen}");
    seen
}

/// From a file to what is stored.
async fn imports(world: &World, who: &Actor, query: &str, text: &str) -> Value {
    let seen = previews(world, who, query, text).await;
    does(world, who, &seen, "run").await
}

fn counts(import: &Value) -> [u64; 4] {
    ["created", "changed", "unchanged", "rejected"]
        .map(|name| import["outcome"][name].as_u64().unwrap_or_else(|| panic!("{import}")))
}

/// The codes of everything that is said about each row of a preview, in the order of the sheet.
async fn troubles(who: &Actor, import: &Value) -> Vec<(u64, String)> {
    let path = format!("/api/v1/imports/{}/rows?limit=200", import["id"].as_str().unwrap());
    let rows = who.get(&path).await.good();
    let mut all: Vec<(u64, String)> = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| {
            let at = row["row"].as_u64().unwrap();
            let problems = row["detail"]["problems"].as_array().unwrap().clone();
            problems.into_iter().map(move |one| (at, one["code"].as_str().unwrap().to_owned()))
        })
        .collect();
    all.sort();
    all
}

async fn labels(who: &Actor, enterprise: &str) -> Value {
    who.get(&format!("/api/v1/enterprises/{enterprise}")).await.good()["labels"].clone()
}

async fn code(shelf: &Shelf<'_>, index: usize) -> String {
    let path = format!("/api/v1/enterprises/{}", shelf.enterprise(index));
    shelf.stage.zone.get(&path).await.good()["enterprise"]["credit_code"].as_str().unwrap().to_owned()
}

on_each_engine!(a_list_gives_certificates_and_again_changes_only_what_changed, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let first = code(&shelf, 0).await;
    // By code, and by name where there is none; one line above the header, as authorities write them.
    let list = |until: &str| {
        format!(
            "附件：2025年第一批名单,,,\n企业名称,信用代码,证书编号,有效期至\n星火智能装备有限公司,{first},GR202544000001,{until}\n远航新材料有限公司,,GR202544000002,2028-12-01\n"
        )
    };
    let query = format!("{HIGH_TECH}&recognised_on=2025-12-02&document={}", percent("国科火字〔2025〕1号"));
    let seen = previews(&world, zone, &query, &list("2028-12-01")).await;
    assert_eq!(counts(&seen), [2, 0, 0, 0], "{seen}");
    assert_eq!(troubles(zone, &seen).await, [(4, "matched-by-name".to_owned())]);
    assert_eq!(labels(zone, &shelf.enterprise(0)).await, json!([]), "a preview stores nothing");
    let before = shelf.rung(zone, "high-tech").await;
    let done = does(&world, zone, &seen, "run").await;
    assert_eq!((done["state"].as_str(), counts(&done)), (Some("done"), [2, 0, 0, 0]));
    let held = labels(zone, &shelf.enterprise(0)).await;
    let fields = ["label", "valid_from", "valid_to", "certificate", "document", "source", "import_id"];
    assert_eq!(
        fields.map(|field| held[0][field].as_str().unwrap().to_owned()),
        [
            "高新技术企业",
            "2025-12-02",
            "2028-12-01",
            "GR202544000001",
            "国科火字〔2025〕1号",
            "list",
            done["id"].as_str().unwrap()
        ]
    );
    // Recognised goes up; what is computed stays what it was.
    let after = shelf.rung(zone, "high-tech").await;
    assert_eq!((&before["recognised"], &after["recognised"]), (&0.into(), &2.into()));
    for computed in ["meets", "promising", "needs_officer", "needs_data", "fails"] {
        assert_eq!(before[computed], after[computed], "{computed}");
    }
    let again = imports(&world, zone, &query, &list("2028-12-01")).await;
    assert_eq!(counts(&again), [0, 0, 2, 0], "{again}");
    let mended = imports(&world, zone, &query, &list("2028-11-30")).await;
    assert_eq!(counts(&mended), [0, 1, 1, 0], "{mended}");
    let rows =
        zone.get(&format!("/api/v1/imports/{}/rows?outcome=changed", mended["id"].as_str().unwrap())).await;
    assert_eq!(
        rows.good()["items"][0]["detail"]["changes"],
        json!([{"item": "valid_until", "before": "2028-12-01", "after": "2028-11-30"}])
    );
    let history = zone.get(&format!("/api/v1/enterprises/{}/history", shelf.enterprise(0))).await.good();
    assert!(history.to_string().contains("2028-11-30"), "{history}");
    assert!(world.audit().await.iter().any(|line| line == "import import done"));
});

on_each_engine!(conflicts_are_shown_and_nothing_is_guessed, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let (first, second) = (code(&shelf, 0).await, code(&shelf, 1).await);
    // The second was once called what the third is called now.
    let third = zone.get(&format!("/api/v1/enterprises/{}", shelf.enterprise(2))).await.good();
    let twin = third["enterprise"]["name"].as_str().unwrap();
    let own = format!("/api/v1/enterprises/{}", shelf.enterprise(1));
    zone.edits(Method::PATCH, &own, &own, &json!({"name": twin})).await.good();
    zone.edits(Method::PATCH, &own, &own, &json!({"name": "远航股份有限公司"})).await.good();
    let text = format!(
        "企业名称,统一社会信用代码,证书编号,认定日期,有效期至\n\
         {twin},,GR1,2025-12-02,2028-12-01\n\
         远航股份有限公司,{first},GR2,2025-12-02,2028-12-01\n\
         不在库有限公司,,GR3,2025-12-02,2028-12-01\n\
         星火智能装备有限公司,91350100M000100Y43,GR4,2025-12-02,2028-12-01\n\
         远航新材料有限公司,{second},GR5,2025-12-02,2028-12-01\n\
         远航新材料有限公司,,GR6,2025-12-02,2028-12-01\n\
         ,,GR7,2025-12-02,2028-12-01\n\
         星火智能装备有限公司,{first},GR8,2025-12-02,2024-12-01\n"
    );
    let seen = previews(&world, zone, HIGH_TECH, &text).await;
    let told: Vec<(u64, String)> = troubles(zone, &seen).await;
    let expected = [
        (2, "name-of-several"),
        (3, "code-name-disagree"),
        (4, "unknown-enterprise"),
        (5, "code-name-disagree"),
        (6, "former-name"),
        (7, "matched-by-name"),
        (7, "twice-in-list"),
        (8, "nobody-named"),
        (9, "duplicate-enterprise"),
        (9, "end-before-start"),
    ];
    assert_eq!(told, expected.map(|(row, code)| (row, code.to_owned())));
    assert_eq!(counts(&seen), [1, 0, 0, 7]);
    // All or nothing: nothing.
    let all = imports(&world, zone, &HIGH_TECH.replace("good", "all"), &text).await;
    assert_eq!((all["state"].as_str(), &all["outcome"]["code"]), (Some("failed"), &"rows-rejected".into()));
    assert_eq!(labels(zone, &shelf.enterprise(1)).await, json!([]));
    let done = does(&world, zone, &seen, "run").await;
    assert_eq!(done["state"], "done");
    assert_eq!(labels(zone, &shelf.enterprise(1)).await[0]["certificate"], "GR5");
});

on_each_engine!(a_certificate_is_that_of_one_enterprise, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let list = |first: &str, second: &str| {
        format!(
            "企业名称,证书编号,认定日期,有效期至\n星火智能装备有限公司,{first},2025-12-02,2028-12-01\n\
             远航新材料有限公司,{second},2025-12-02,2028-12-01\n"
        )
    };
    let another = |row: u64| (row, "certificate-of-another".to_owned());
    let seen = previews(&world, zone, HIGH_TECH, &list("GR1", "GR1")).await;
    assert_eq!(counts(&seen), [1, 0, 0, 1], "twice in one list: {seen}");
    assert!(troubles(zone, &seen).await.contains(&another(3)));
    does(&world, zone, &seen, "run").await;
    let seen = previews(&world, zone, HIGH_TECH, &list("GR1", "GR1")).await;
    assert_eq!(counts(&seen), [0, 0, 1, 1], "and in the register already: {seen}");
    let good = imports(&world, zone, HIGH_TECH, &list("GR1", "GR2")).await;
    assert_eq!(counts(&good), [1, 0, 1, 0], "{good}");
});

on_each_engine!(who_comes_and_who_leaves_stands_in_a_list_with_the_reason, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    shelf.recognised(0, "高新技术企业", day(2022, 12, 2), day(2025, 12, 1)).await;
    shelf.recognised(1, "高新技术企业", day(2023, 12, 2), day(2026, 12, 1)).await;
    let second = code(&shelf, 1).await;
    // Renewed; revoked by its number; and new.
    let text = format!(
        "企业名称,信用代码,证书编号,认定日期,有效期至,撤销日期,撤销原因\n\
         星火智能装备有限公司,,GR202644000001,2026-03-01,2029-02-28,,\n\
         远航新材料有限公司,{second},GR20240001,,,2026-06-01,累计两年未填报年报\n\
         百川生物医药有限公司,,GR202644000003,2026-03-01,2029-02-28,,\n"
    );
    let done = imports(&world, zone, HIGH_TECH, &text).await;
    assert_eq!(counts(&done), [2, 1, 0, 0], "{done}");
    let path = format!("/api/v1/organisations/{}/title-changes", shelf.stage.zone_id);
    let list = zone.get(&format!("{path}?rung=high-tech&year=2026")).await.good();
    let told: Vec<[String; 4]> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            ["name", "change", "on", "reason"].map(|field| one[field].as_str().unwrap_or("").to_owned())
        })
        .collect();
    let expected = [
        ["百川生物医药有限公司", "entered", "2026-03-01", ""],
        ["星火智能装备有限公司", "renewed", "2026-03-01", ""],
        ["远航新材料有限公司", "revoked", "2026-06-01", "累计两年未填报年报"],
    ];
    assert_eq!(told, expected.map(|row| row.map(str::to_owned)));
    assert_eq!(zone.get(&format!("{path}?year=2026&left=true")).await.good()["total"], 1);
    assert_eq!(zone.get(&format!("{path}?year=2022&change=entered")).await.good()["total"], 1);
    let csv = zone.asks(Method::GET, &format!("{path}/export?year=2026&format=csv"));
    let csv = csv.header("accept-language", "zh-CN").send().await;
    assert!(csv.text.contains("撤销退出") && csv.text.contains("累计两年未填报年报"), "{}", csv.text);
    // What was revoked stays revoked when a later list repeats the certificate.
    let repeated =
        format!("企业名称,信用代码,证书编号,认定日期,有效期至\n,{second},GR20240001,2023-12-02,2026-12-01\n");
    imports(&world, zone, HIGH_TECH, &repeated).await;
    assert_eq!(labels(zone, &shelf.enterprise(1)).await[0]["valid_to"], "2026-05-31");
});

on_each_engine!(who_missed_the_annual_report_is_known_from_a_list, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    for index in 0..3 {
        shelf.recognised(index, "高新技术企业", day(2024, 12, 2), day(2027, 12, 1)).await;
    }
    let query = "kind=annual-reports&rung=high-tech&mode=all";
    sends(zone, query, "企业名称\n").await.refused(422, "not-accepted");
    let text = "企业名称,是否填报,填报日期\n星火智能装备有限公司,是,2026-04-20\n远航新材料有限公司,否,\n";
    let done = imports(&world, zone, &format!("{query}&period=2025"), text).await;
    assert_eq!((done["state"].as_str(), counts(&done)), (Some("done"), [2, 0, 0, 0]), "{done}");
    let earlier = "企业名称,是否填报\n远航新材料有限公司,否\n";
    imports(&world, zone, &format!("{query}&period=2024"), earlier).await;
    let path =
        format!("/api/v1/organisations/{}/annual-reports?rung=high-tech&year=2025", shelf.stage.zone_id);
    let list = zone.get(&path).await.good();
    let told: Vec<(String, String, u64)> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |field: &str| one[field].as_str().unwrap().to_owned();
            (text("name"), text("state"), one["missed_years"].as_u64().unwrap())
        })
        .collect();
    let expected = [
        ("云溪软件有限公司", "silent", 0),
        ("星火智能装备有限公司", "reported", 0),
        ("远航新材料有限公司", "missed", 2),
    ];
    assert_eq!(told, expected.map(|(name, state, years)| (name.to_owned(), state.to_owned(), years)));
    let missed = zone.get(&format!("{path}&state=missed")).await.good();
    assert_eq!((&missed["total"], &missed["items"][0]["name"]), (&1.into(), &"远航新材料有限公司".into()));
    // A later list says that it came after all: only that changes.
    let mended =
        imports(&world, zone, &format!("{query}&period=2025"), &text.replace("否,", "是,2026-05-30")).await;
    assert_eq!(counts(&mended), [0, 1, 1, 0], "{mended}");
    assert_eq!(zone.get(&format!("{path}&state=missed")).await.good()["total"], 0);
    let csv = zone.get(&format!("{}&format=csv", path.replace("?", "/export?"))).await;
    assert_eq!(csv.text.lines().count(), 4, "{}", csv.text);
});

on_each_engine!(the_lists_of_titles_and_their_files_stand_in_the_order_asked_for, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    for (index, month) in [(0, 5), (1, 3), (2, 4)] {
        shelf.recognised(index, "高新技术企业", day(2024, month, 2), day(2027, month, 1)).await;
    }
    for (list, query, sort) in [
        ("renewals", "months=24", "valid_to"),
        ("title-changes", "year=2024", "on"),
        ("annual-reports", "rung=high-tech&year=2025", "name"),
    ] {
        let path = format!("/api/v1/organisations/{}/{list}", shelf.stage.zone_id);
        let shown = async |sort: &str| -> Vec<String> {
            let told = zone.get(&format!("{path}?{query}&sort={sort}")).await.good();
            let items = told["items"].as_array().unwrap();
            items.iter().map(|one| one["credit_code"].as_str().unwrap().to_owned()).collect()
        };
        let written = async |sort: &str| -> Vec<String> {
            let csv = zone.get(&format!("{path}/export?{query}&sort={sort}&format=csv")).await;
            let rows = csv.text.lines().skip(1);
            rows.map(|row| row.split(',').nth(1).unwrap().trim_matches('"').to_owned()).collect()
        };
        let descending = format!("-{sort}");
        let (up, down) = (shown(sort).await, shown(&descending).await);
        assert_eq!(up.len(), 3, "{list}");
        assert_eq!(down, up.iter().rev().cloned().collect::<Vec<_>>(), "{list}");
        assert_eq!((written(sort).await, written(&descending).await), (up, down), "{list}");
    }
});

on_each_engine!(a_list_needs_a_rung_that_gives_a_title_and_days_that_are_days, world, {
    let zone = world.actor("zone").await;
    for (query, pointer) in [
        ("kind=titles&mode=all", "?rung"),
        ("kind=titles&mode=all&rung=nothing", "?rung"),
        ("kind=titles&mode=all&rung=high-tech&recognised_on=soon", "?recognised_on"),
        (
            "kind=titles&mode=all&rung=high-tech&recognised_on=2025-01-01&valid_until=2024-01-01",
            "?valid_until",
        ),
        ("kind=annual-reports&mode=all&rung=high-tech", "?period"),
    ] {
        let told = sends(&zone, query, "企业名称\n").await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), [pointer], "{query}");
    }
    let titles = zone.get("/api/v1/titles").await.good();
    assert!(titles.as_array().unwrap().iter().any(|one| one["rung"] == "little-giant"), "{titles}");
    let template = zone.get("/api/v1/imports/template?kind=titles").await;
    assert!(template.bytes.starts_with(b"PK"));
});
