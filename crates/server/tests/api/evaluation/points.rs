//! Points and why, what a change would do, and the years.

use super::{ENTERPRISES, Stage};
use crate::{kit::World, on_each_engine};
use run::Opened;
use serde_json::{Value, json};

async fn published(world: &World) -> (Stage<'_>, Value) {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good();
    (stage, run)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn units(value: &Value) -> i64 {
    let exact: formula::Exact = text(value).parse().unwrap();
    (&exact * &formula::Exact::from(10_000)).to_i64().unwrap()
}

on_each_engine!(an_enterprise_sees_its_points_and_why, world, {
    let (stage, run) = published(&world).await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = enterprise.get(&format!("{path}/points")).await.good();
    let result = enterprise.get(&format!("{path}/result")).await.good();
    assert_eq!(told["sums"]["total"], result["total"], "the same number on every page");
    assert_eq!((&told["run_id"], &told["receipt_code"]), (&run["id"], &run["receipt_code"]));
    assert_eq!(told["stage"]["code"], result["stage"]);
    assert_eq!(told["rank"]["place"], result["rank"]);
    assert_eq!(told["illustrative"], true, "the shipped scheme is an example and says so");
    let base: i64 = told["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| {
            told["pillars"]
                .as_array()
                .unwrap()
                .iter()
                .any(|p| p["code"] == one["pillar"] && p["class"] == "base")
        })
        .map(|one| units(&one["points"]))
        .sum();
    assert_eq!(base, units(&told["sums"]["base"]), "the sum is the sum of what is shown");
    for one in told["indicators"].as_array().unwrap() {
        assert_eq!(units(&one["points"]) + units(&one["lost"]), units(&one["full"]), "{one}");
        assert!(!text(&one["rule"]["zh"]).is_empty() && !text(&one["rule"]["en"]).is_empty(), "{one}");
    }
});

on_each_engine!(the_best_change_gains_what_is_promised, world, {
    let (stage, _) = published(&world).await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = enterprise.get(&format!("{path}/points")).await.good();
    let gain = &told["gains"][0];
    let changes = json!({"values": {text(&gain["item"]["code"]): text(&gain["typed"])}});
    let tried = enterprise.post(&format!("{path}/what-if"), &changes).await.good();
    assert_eq!(tried["before"]["sums"]["total"], told["sums"]["total"]);
    let gained = units(&tried["after"]["sums"]["total"]) - units(&tried["before"]["sums"]["total"]);
    assert_eq!(gained, units(&gain["on_total"]), "{gain} {tried}");
    assert!(tried["moved"].as_array().unwrap().iter().any(|one| one["code"] == gain["indicator"]));
    let again = enterprise.get(&format!("{path}/points")).await.good();
    assert_eq!(again["sums"], told["sums"], "trying keeps nothing");
    let wrong = json!({"values": {"nonsense": "1", "staff": "许多"}});
    let body = enterprise.post(&format!("{path}/what-if"), &wrong).await.refused(422, "not-accepted");
    let pointers: Vec<&str> =
        body["errors"].as_array().unwrap().iter().map(|one| text(&one["pointer"])).collect();
    assert_eq!(pointers, ["/values/nonsense", "/values/staff"], "every mistake at once");
});

on_each_engine!(the_server_tells_of_everybody_what_the_command_computes, world, {
    let (stage, run) = published(&world).await;
    let bytes = stage.publisher.bytes(&format!("/api/v1/runs/{}/bundle", text(&run["id"]))).await;
    let file = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let opened = Opened::read(file.path()).unwrap();
    let job = opened.job(run::Options::with_threads(1)).unwrap();
    let scored = job.score(job.prepare(jiff::civil::date(2030, 1, 1)).unwrap()).unwrap();
    for (index, (name, code, _)) in ENTERPRISES.iter().enumerate() {
        let row = scored.row_of(code).unwrap();
        let path = format!("/api/v1/participants/{}/points", stage.participant(index).await);
        let told = stage.reviewer.get(&path).await.good();
        assert_eq!((text(&told["name"]), text(&told["credit_code"])), (*name, *code));
        assert_eq!(units(&told["sums"]["total"]), scored.scores.total(row).0, "{name}");
        let places = scored.scores.places(row).unwrap();
        assert_eq!(told["stage_rank"]["place"], places.in_stage.place, "{name}");
    }
});

on_each_engine!(points_are_for_those_they_concern_and_only_when_published, world, {
    let stage = Stage::open(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    stage.reviewer.get(&format!("{path}/points")).await.refused(404, "not-found");
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.reviewer.get(&format!("{path}/points")).await.refused(404, "not-found");
    stage.publishes(&stage.publisher, &run).await.good();
    stage.reviewer.get(&format!("{path}/points")).await.good();
    let other = format!("/api/v1/participants/{}/points", stage.participant(0).await);
    world.actor("enterprise").await.get(&other).await.refused(404, "not-found");
    world.actor("bank").await.get(&format!("{path}/points")).await.refused(403, "not-allowed");
    let years = world.actor("enterprise").await.get(&format!("{path}/history")).await.good();
    assert_eq!((years[0]["year"].as_i64(), years[0]["run_id"].clone()), (Some(2025), run["id"].clone()));
    let centre = world.actor("centre").await;
    centre.get(&format!("{path}/points")).await.refused(422, "not-accepted");
    centre.get(&format!("{path}/points?purpose=核对")).await.good();
    let log = world.audit().await;
    assert!(
        log.contains(&"read-values enterprise done".to_owned()),
        "who reads from outside is written down: {log:?}"
    );
});

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| text(&one["name"])).collect()
}

on_each_engine!(officers_list_points_by_place_filter_them_and_take_them_away, world, {
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{}/points", text(&run["id"]));
    let all = stage.reviewer.get(&path).await.good();
    assert_eq!(all["total"], 4);
    let places: Vec<i64> =
        all["items"].as_array().unwrap().iter().map(|one| one["rank"].as_i64().unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let first = &all["items"][0];
    let told =
        stage.reviewer.get(&format!("/api/v1/participants/{}/points", text(&first["participant_id"]))).await;
    assert_eq!(told.good()["sums"]["total"], first["total"], "the same number on every page");
    let asked = async |query: &str| stage.reviewer.get(&format!("{path}?{query}")).await.good();
    let east = asked("park=东").await;
    assert_eq!(east["total"], 3);
    assert!(east["items"].as_array().unwrap().iter().all(|one| one["park"] == "东园"));
    let best = asked(&format!("from={}", text(&first["total"]))).await;
    assert_eq!(best["items"][0]["name"], first["name"], "a bound holds who stands on it");
    assert_eq!(names(&asked("search=云溪").await["items"]), ["云溪软件有限公司"]);
    assert_eq!(asked("flag=missing").await["total"], 4, "everybody lacks something");
    assert_eq!(asked("label=高新技术企业").await["total"], 0);
    assert_eq!(asked("withheld=true").await["total"], 0);
    let backwards = asked("sort=-rank&limit=1").await;
    assert_eq!(backwards["items"][0]["rank"], places[3]);
    let next = asked(&format!("sort=-rank&limit=1&cursor={}", text(&backwards["next"]))).await;
    assert_eq!(next["items"][0]["rank"], places[2]);
    stage.reviewer.get(&format!("{path}?from=viel")).await.refused(400, "query-not-understood");
    world.actor("zone").await.get(&format!("{path}/export?format=csv&park=西")).await.good();
    stage.publisher.get(&format!("{path}/export?format=csv")).await.refused(403, "not-allowed");
    world.actor("enterprise").await.get(&path).await.refused(403, "not-allowed");
    let log = world.audit().await;
    assert!(log.contains(&"export points done".to_owned()), "{log:?}");
});

on_each_engine!(a_pasted_list_of_codes_is_answered_code_by_code, world, {
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{}/points/lookup", text(&run["id"]));
    let (name, code, _) = ENTERPRISES[2];
    let spaced = format!(" {} ", code.to_lowercase());
    let codes = json!({"codes": [spaced, code, "91000000MA00000158", "91350100M000100Y43", ""]});
    let told = stage.reviewer.post(&path, &codes).await.good();
    assert_eq!(names(&told["found"]), [name], "once, however often and however written");
    let missing: Vec<(&str, &str)> = told["not_found"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["code"]), text(&one["why"])))
        .collect();
    assert_eq!(missing, [("91000000MA00000158", "invalid"), ("91350100M000100Y43", "unknown")]);
    stage.reviewer.post(&path, &json!({"codes": []})).await.refused(422, "not-accepted");
    let many = vec!["x"; 2_001];
    stage.reviewer.post(&path, &json!({"codes": many})).await.refused(422, "not-accepted");
});

on_each_engine!(peers_are_told_in_medians_only_where_they_are_enough, world, {
    let (stage, _) = published(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let enterprise = world.actor("enterprise").await;
    let told = enterprise.get(&format!("{path}/peers")).await.good();
    let points = enterprise.get(&format!("{path}/points")).await.good();
    assert_eq!(told["stage"]["code"], points["stage"]["code"]);
    assert_eq!(told["enterprises"], points["stage_rank"]["of"]);
    assert_eq!(
        (&told["enough"], &told["total"]),
        (&json!(false), &Value::Null),
        "four would tell of single ones"
    );
    let sums =
        |list: &Value| -> i64 { list.as_array().unwrap().iter().map(|one| units(&one["points"])).sum() };
    assert_eq!(sums(&told["pillars"]), sums(&told["indicators"]), "pillars are their indicators");
    enterprise.get(&format!("{path}/comparables")).await.refused(403, "not-allowed");
    let alike = stage.reviewer.get(&format!("{path}/comparables")).await.good();
    assert_eq!(alike.as_array().unwrap().len(), 3, "everybody else of stage and field");
    assert!(!names(&alike).contains(&ENTERPRISES[3].0));
    let centre = world.actor("centre").await;
    centre.get(&format!("{path}/peers")).await.refused(422, "not-accepted");
    centre.get(&format!("{path}/peers?purpose=核对")).await.good();
});

on_each_engine!(every_indicator_of_a_number_is_drawn_and_every_item_can_be_tried, world, {
    let (stage, _) = published(&world).await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = stage.reviewer.get(&format!("{path}/points")).await.good();
    let scale = |code: &str| {
        let all = told["indicators"].as_array().unwrap();
        all.iter().find(|one| one["code"] == code).unwrap()["scale"].clone()
    };
    let staff = scale("rd_staff_share");
    assert_eq!(staff["marks"].as_array().unwrap().len(), 2, "both ends of the slope: {staff}");
    assert_eq!((text(&staff["marks"][0]["value"]), text(&staff["marks"][1]["value"])), ("18%", "30%"));
    assert!((0..=1_000).contains(&staff["at"].as_i64().unwrap()) && staff["beyond"] == false, "{staff}");
    assert!(scale("tax_credit").is_null(), "a category is no place on a line");
    let typed: Vec<(&str, &str)> = told["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["typed"].is_string())
        .map(|one| (text(&one["code"]), text(&one["typed"])))
        .collect();
    let values: serde_json::Map<String, Value> =
        typed.iter().map(|(code, value)| ((*code).to_owned(), json!(value))).collect();
    let tried = stage.reviewer.post(&format!("{path}/what-if"), &json!({"values": values})).await.good();
    assert_eq!(tried["moved"], json!([]), "typed as they are, values change nothing");
});

/// The parts of a zip.
fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        parts.push((file.name().unwrap().into_owned(), content));
    }
    parts
}

/// What the sheets of a workbook say, one after the other.
fn said(workbook: Vec<u8>) -> String {
    let sheets = unpacked(workbook).into_iter().filter(|(name, _)| name.starts_with("xl/worksheets/"));
    sheets.map(|(_, content)| String::from_utf8(content).unwrap()).collect()
}

on_each_engine!(a_portrait_is_a_workbook_that_says_what_the_page_says, world, {
    let (stage, run) = published(&world).await;
    let enterprise = world.actor("enterprise").await;
    let path = format!("/api/v1/participants/{}", stage.participant(3).await);
    let told = enterprise.get(&format!("{path}/points")).await.good();
    let own = said(enterprise.bytes(&format!("{path}/portrait")).await);
    for shown in
        [&told["credit_code"], &told["sums"]["total"], &told["stage"]["name"]["zh"], &run["receipt_code"]]
    {
        assert!(own.contains(text(shown)), "{shown}");
    }
    for one in told["indicators"].as_array().unwrap() {
        assert!(own.contains(text(&one["points"])) && own.contains(text(&one["full"])), "{one}");
    }
    let chinese = stage.zone.asks(axum::http::Method::GET, &format!("{path}/portrait"));
    assert_eq!(chinese.header("accept-language", "zh-CN").send().await.status, 200);
    assert!(world.audit().await.contains(&"export portrait done".to_owned()));

    let other = format!("/api/v1/participants/{}", stage.participant(0).await);
    enterprise.get(&format!("{other}/portrait")).await.refused(404, "not-found");
    world.actor("bank").await.get(&format!("{other}/portrait")).await.refused(403, "not-allowed");
    world.actor("centre").await.get(&format!("{other}/portrait")).await.refused(422, "not-accepted");
});

on_each_engine!(portraits_of_a_list_are_made_by_a_job_for_whoever_may_export, world, {
    let (stage, run) = published(&world).await;
    let id = text(&run["id"]);
    let east = crate::kit::percent("东园");
    let job = stage.zone.post(&format!("/api/v1/runs/{id}/portraits?park={east}"), &json!(null)).await.good();
    let file = format!("/api/v1/jobs/{}/portraits", text(&job["id"]));
    stage.zone.get(&file).await.refused(404, "not-found");
    super::do_jobs(&world).await;
    let done = stage.zone.get(&format!("/api/v1/jobs/{}", text(&job["id"]))).await.good();
    assert_eq!((&done["state"], &done["result"]["portraits"]), (&json!("done"), &json!(3)));
    assert_eq!((&done["done"], &done["total"]), (&json!(3), &json!(3)));
    let files = unpacked(stage.zone.bytes(&file).await);
    let listed = stage.zone.get(&format!("/api/v1/runs/{id}/points?park={east}&sort=rank")).await.good();
    let listed: Vec<&str> =
        listed["items"].as_array().unwrap().iter().map(|one| text(&one["credit_code"])).collect();
    let codes: Vec<&str> = files.iter().map(|(name, _)| name.split('-').nth(1).unwrap()).collect();
    assert_eq!(codes, listed, "in the order of the list");
    let path = format!("/api/v1/runs/{id}/points?park={east}&sort=rank");
    let rows = stage.zone.get(&path).await.good();
    for ((name, file), row) in files.into_iter().zip(rows["items"].as_array().unwrap()) {
        let sheets = said(file);
        for shown in [&row["credit_code"], &row["total"], &run["receipt_code"]] {
            assert!(sheets.contains(text(shown)), "{name}: {shown}");
        }
    }

    // Nobody else's job, and nobody who may not export.
    stage.reviewer.get(&file).await.refused(404, "not-found");
    let author = world.actor("author").await;
    author.post(&format!("/api/v1/runs/{id}/portraits"), &json!(null)).await.refused(403, "not-allowed");
    let none = stage.zone.post(&format!("/api/v1/runs/{id}/portraits?search=nobody"), &json!(null)).await;
    none.refused(422, "not-accepted");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn portraits_keep_the_bounds_of_every_export() {
    let place = crate::kit::places().remove(0);
    let world = World::with(place, |config| (config.export_rows, config.export_rate) = (3, 3)).await;
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{}/portraits", text(&run["id"]));
    stage.zone.post(&path, &json!(null)).await.refused(422, "too-many-rows");
    let one = format!("{path}?search={}", ENTERPRISES[0].1);
    stage.zone.post(&one, &json!(null)).await.good();
    let alone = format!("/api/v1/participants/{}/portrait", stage.participant(0).await);
    stage.zone.get(&alone).await;
    stage.zone.get(&alone).await.refused(429, "too-many-requests");
    stage.zone.post(&one, &json!(null)).await.refused(429, "too-many-requests");
}
