//! 建指标: a zone writes a scheme, tries it on a frozen year, a second person publishes it, and a year is arranged by it.

use super::{SCHEME, Stage, arrangement};
use crate::{
    kit::{Actor, Told, World},
    on_each_engine,
};
use axum::http::Method;
use serde_json::{Value, json};

struct Studio<'a> {
    world: &'a World,
    zone: String,
    author: Actor,
    publisher: Actor,
}

impl<'a> Studio<'a> {
    async fn open(world: &'a World) -> Self {
        Self {
            world,
            zone: world.organisation("示范高新").await,
            author: world.actor("author").await,
            publisher: world.actor("publisher").await,
        }
    }

    async fn begins(&self, body: Value) -> Told {
        let mut whole = json!({"zone_id": self.zone});
        whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
        self.author.post("/api/v1/scheme-drafts", &whole).await
    }

    async fn draft(&self) -> String {
        let begun = self.begins(json!({"based_on": SCHEME})).await.good();
        begun["id"].as_str().unwrap().to_owned()
    }

    async fn reads(&self, id: &str) -> Value {
        self.author.get(&format!("/api/v1/scheme-drafts/{id}")).await.good()
    }

    async fn writes(&self, id: &str, content: &str) -> Told {
        let path = format!("/api/v1/scheme-drafts/{id}");
        self.author.edits(Method::PUT, &path, &path, &json!({"content": content})).await
    }

    /// The text with `old` replaced by `new`, kept.
    async fn changes(&self, id: &str, pairs: &[(&str, &str)]) -> Value {
        let mut text = self.reads(id).await["content"].as_str().unwrap().to_owned();
        for (old, new) in pairs {
            assert!(text.contains(old), "{old} is not in the text");
            text = text.replacen(old, new, 1);
        }
        self.writes(id, &text).await.good()
    }

    async fn moves(&self, by: &Actor, id: &str, verb: &str) -> Told {
        let path = format!("/api/v1/scheme-drafts/{id}");
        let body = if matches!(verb, "send-back" | "withdraw") {
            json!({"reason": "权重未说明依据"})
        } else {
            json!({})
        };
        by.edits(Method::POST, &format!("{path}/{verb}"), &path, &body).await
    }

    async fn publishes(&self, id: &str) -> Value {
        self.moves(&self.author, id, "submit").await.good();
        self.moves(&self.publisher, id, "publish").await.good()
    }
}

const NEW_VERSION: (&str, &str) = ("version: \"2025.1\"", "version: \"2026.1\"");

on_each_engine!(a_scheme_is_written_tried_published_and_evaluates_a_year, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good()["id"].as_str().unwrap().to_owned();
    let studio = Studio::open(&world).await;
    let id = studio.draft().await;

    // R&D expense gains two points, the share of R&D staff loses two: the sums stay.
    let changed = studio
        .changes(
            &id,
            &[
                NEW_VERSION,
                (
                    "full: {startup: 10, growing: 9, expanding: 8, mature: 8}",
                    "full: {startup: 10, growing: 9, expanding: 10, mature: 8}",
                ),
                (
                    "full: {startup: 6, growing: 5, expanding: 5, mature: 4}",
                    "full: {startup: 6, growing: 5, expanding: 3, mature: 4}",
                ),
            ],
        )
        .await;
    assert_eq!(
        (&changed["sound"], &changed["state"]),
        (&json!(true), &json!("draft")),
        "{}",
        changed["problems"]
    );
    assert!(changed["content"].as_str().unwrap().starts_with("# 四阶段高新区方案"), "comments stay");
    let sums: Vec<&str> = changed["shown"]["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["sum"].as_str().unwrap())
        .collect();
    assert_eq!(sums, ["100", "100", "100", "100"]);

    let path = format!("/api/v1/scheme-drafts/{id}");
    let changes = studio.author.get(&format!("{path}/changes?from={SCHEME}")).await.good();
    let said: Vec<String> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!(
                "{}：{} → {}",
                one["what"]["zh"].as_str().unwrap(),
                one["before"]["zh"].as_str().unwrap(),
                one["after"]["zh"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(said[0], "版本：2025.1 → 2026.1");
    assert!(
        said.iter().any(|line| line.contains("研发费用金额") && line.ends_with("8分 → 10分")),
        "{said:?}"
    );

    let trial = studio.author.get(&format!("{path}/trial?run={run}&by=park")).await.good();
    assert_eq!(
        (&trial["both"], &trial["before"]["scored"], &trial["after"]["scored"]),
        (&json!(4), &json!(4), &json!(4))
    );
    let counted: u64 =
        trial["after"]["histogram"].as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).sum();
    assert_eq!(counted, 4);
    let parks: u64 =
        trial["groups"].as_array().unwrap().iter().map(|one| one["enterprises"].as_u64().unwrap()).sum();
    assert_eq!((parks, trial["groups"][0]["kind"]["code"].as_str()), (4, Some("东园")));
    assert!(!trial["not_collected"].as_array().unwrap().is_empty(), "nobody was asked for patents: {trial}");
    assert!(trial["idle"].as_array().unwrap().iter().any(|one| one["known"] == "0.0000"), "{trial}");

    let published = studio.publishes(&id).await;
    assert_eq!(
        (&published["state"], &published["published_by_name"].is_string()),
        (&json!("published"), &true)
    );
    let list = stage.zone.get("/api/v1/schemes").await.good();
    let own: Vec<&Value> = list.as_array().unwrap().iter().filter(|one| one["own"] == true).collect();
    assert_eq!((own.len(), &own[0]["version"]), (1, &json!("2026.1")));
    let file = own[0]["path"].as_str().unwrap();
    assert_eq!(&published["file"], file);

    let mut next = arrangement(file);
    next["year"] = json!(2026);
    let made =
        stage.zone.post("/api/v1/batches", &json!({"zone_id": studio.zone, "batch": next})).await.good();
    assert_eq!(made["scheme"], file, "the next year is evaluated by it");
    // Another zone has no such scheme.
    let far = world.organisation("滨江").await;
    let told = world.actor("security").await.invites(&far, "far-author", &["rule-author"]).await.good();
    let token = crate::kit::token_of(&told["link"]);
    world
        .nobody()
        .post("/api/v1/invitations/accept", &json!({"token": token, "password": "correct horse battery"}))
        .await
        .good();
    let stranger = world.signs_in("far-author", "correct horse battery").await;
    let list = stranger.get("/api/v1/schemes").await.good();
    assert!(list.as_array().unwrap().iter().all(|one| one["own"] == false), "{list}");
    stranger.get(&format!("/api/v1/schemes/shown?path={file}")).await.refused(422, "not-accepted");
    stranger.get(&path).await.refused(404, "not-found");
});

on_each_engine!(bad_rules_cannot_be_handed_in_and_say_why, world, {
    let studio = Studio::open(&world).await;
    let id = studio.draft().await;
    let broken = studio
        .changes(
            &id,
            &[("营业收入 >= 500万元 且 营业收入 < 5000万元", "营业收入 > 500万元 且 营业收入 < 5000万元")],
        )
        .await;
    assert_eq!((&broken["sound"], &broken["shown"]), (&json!(false), &Value::Null));
    let problem = &broken["problems"][0];
    assert_eq!((&problem["code"], &problem["severity"]), (&json!("stages-gap"), &json!("error")));
    assert!(
        problem["line"].as_u64().unwrap() > 20 && problem["message"].as_str().unwrap().contains("500"),
        "{problem}"
    );
    let told = studio.moves(&studio.author, &id, "submit").await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/content"]);
    assert_eq!(studio.reads(&id).await["state"], "draft");

    let path = format!("/api/v1/scheme-drafts/{id}/check");
    for (content, code) in [("format: scheme/2", "unknown-format"), ("a: [", "yaml"), ("x: 1", "missing-key")]
    {
        let told = studio.author.post(&path, &json!({"content": content})).await.good();
        assert_eq!(told["sound"], false, "{content}: {told}");
        let codes: Vec<&str> =
            told["problems"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(!codes.is_empty(), "{content} is {code}");
    }
    assert_eq!(studio.reads(&id).await["content"], broken["content"], "looking keeps nothing");
    studio.author.post(&path, &json!({"content": ""})).await.refused(422, "not-accepted");
    studio.writes(&id, &"#".repeat(300_001)).await.refused(422, "not-accepted");
});

on_each_engine!(it_takes_two_to_publish_a_scheme_and_a_version_is_published_once, world, {
    let studio = Studio::open(&world).await;
    let id = studio.draft().await;
    studio.changes(&id, &[NEW_VERSION]).await;
    studio.moves(&studio.publisher, &id, "publish").await.refused(409, "wrong-state");
    studio.moves(&studio.author, &id, "submit").await.good();
    studio.writes(&id, "x: 1").await.refused(409, "wrong-state");
    studio.moves(&studio.author, &id, "publish").await.refused(403, "not-allowed");
    let back = studio.moves(&studio.publisher, &id, "send-back").await.good();
    assert_eq!((&back["state"], &back["reason"]), (&json!("draft"), &json!("权重未说明依据")));
    // Whoever handed it in may not publish it, even when they hold both permissions.
    let zone = world.actor("zone").await;
    studio.moves(&zone, &id, "submit").await.good();
    studio.moves(&zone, &id, "publish").await.refused(403, "own-scheme");
    studio.moves(&studio.publisher, &id, "publish").await.good();
    studio.moves(&studio.author, &id, "withdraw").await.refused(409, "wrong-state");

    let again = studio.draft().await;
    studio.changes(&again, &[NEW_VERSION]).await;
    studio.moves(&studio.author, &again, "submit").await.good();
    let told = studio.moves(&studio.publisher, &again, "publish").await;
    told.refused(409, "wrong-state");
    assert!(told.json()["detail"].as_str().unwrap().contains("2026.1"), "{}", told.text);
    let gone = studio.moves(&studio.author, &again, "withdraw").await.good();
    assert_eq!(gone["state"], "withdrawn");

    let audit = studio.world.audit().await;
    for action in [
        "begin scheme",
        "write scheme",
        "submit scheme",
        "send-back scheme",
        "publish scheme",
        "withdraw scheme",
    ] {
        assert!(audit.iter().any(|line| line.contains(action)), "{action}: {audit:?}");
    }
});

on_each_engine!(a_scheme_is_copied_extended_or_brought_along, world, {
    let studio = Studio::open(&world).await;
    let base = "schemes/national-trial-2024.yaml";
    let extended = studio.begins(json!({"based_on": base, "how": "extend"})).await.good();
    assert_eq!(extended["sound"], true, "{}", extended["problems"]);
    let text = extended["content"].as_str().unwrap();
    assert!(text.contains("extends: national-trial-2024.yaml") && !text.contains("indicators:"), "{text}");
    let shown = &extended["shown"];
    assert!(shown["indicators"].as_array().unwrap().iter().all(|one| one["local"] == false), "all inherited");
    assert_eq!(shown["indicators"].as_array().unwrap().len(), 18);

    let brought =
        studio.begins(json!({"content": "format: scheme/1\ncode: mine\nname: 自带方案\n"})).await.good();
    assert_eq!((&brought["name"], &brought["sound"]), (&json!("自带方案"), &json!(false)));
    let id = extended["id"].as_str().unwrap();
    let file = studio.author.bytes(&format!("/api/v1/scheme-drafts/{id}/text")).await;
    assert_eq!(String::from_utf8(file).unwrap(), text, "the same file goes out again");
    let told = studio.begins(json!({})).await;
    told.refused(422, "not-accepted");
    studio.begins(json!({"based_on": "schemes/../items/enterprise.yaml"})).await.refused(422, "not-accepted");
    studio
        .begins(json!({"based_on": "schemes/none.yaml", "how": "extend"}))
        .await
        .refused(422, "not-accepted");

    let path = format!("/api/v1/scheme-drafts/{id}/comments");
    studio.publisher.post(&path, &json!({"about": "rd_expense", "said": "满分是否偏高？"})).await.good();
    // The clock of the tests stands still, and what is said at once has no order.
    world.wait(jiff::SignedDuration::from_secs(1));
    studio.author.post(&path, &json!({"said": "依据见附件。"})).await.good();
    let said = studio.author.get(&path).await.good();
    assert_eq!((&said[0]["about"], &said[0]["said"]), (&json!("rd_expense"), &json!("满分是否偏高？")));
    assert_eq!(said.as_array().unwrap().len(), 2);
});

on_each_engine!(weights_are_suggested_by_data_and_by_comparison, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = run["id"].as_str().unwrap();
    let studio = Studio::open(&world).await;
    let id = studio.draft().await;
    // A draft run is tried too, by those who may list runs.
    let told = studio
        .author
        .get(&format!("/api/v1/scheme-drafts/{id}/weights?run={run}&stage=expanding"))
        .await
        .good();
    assert_eq!((&told["enterprises"], &told["agreement"]["present"]), (&json!(4), &json!("1.0000")));
    let units = |text: &Value| -> i64 {
        let exact: formula::Exact = text.as_str().unwrap().parse().unwrap();
        (&exact * &formula::Exact::from(10_000)).to_i64().unwrap()
    };
    for set in ["present", "equal", "entropy", "critic"] {
        let sum: i64 =
            told["indicators"].as_array().unwrap().iter().map(|one| units(&one["points"][set])).sum();
        assert_eq!(sum, 1_000_000, "{set} makes up the full points");
    }
    let patents =
        told["indicators"].as_array().unwrap().iter().find(|one| one["code"] == "pct_applications").unwrap();
    assert_eq!(
        (&patents["weights"]["entropy"], &patents["weights"]["critic"]),
        (&json!("0.0000"), &json!("0.0000"))
    );
    let other = studio.author.get(&format!("/api/v1/scheme-drafts/{id}/weights?run={run}&stage=none")).await;
    other.refused(422, "not-accepted");

    let ask = async |body: Value| studio.author.post("/api/v1/weights/pairwise", &body).await;
    let told = ask(json!({"criteria": 3, "pairs": ["3", "5", "3"], "full_points": "100"})).await.good();
    assert_eq!(told["weights"], json!(["0.6370", "0.2583", "0.1047"]));
    assert_eq!((&told["points"], &told["consistent"]), (&json!(["63.5", "26", "10.5"]), &json!(true)));
    let told = ask(json!({"criteria": 3, "pairs": ["9", "1/9", "9"]})).await.good();
    assert_eq!((&told["consistent"], &told["points"]), (&json!(false), &Value::Null));
    let told = ask(json!({"criteria": 3, "pairs": ["3", "10", "x"]})).await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["/pairs/1", "/pairs/2"]);
    ask(json!({"criteria": 3, "pairs": ["3"]})).await.refused(422, "not-accepted");
    ask(json!({"criteria": 1, "pairs": []})).await.refused(422, "not-accepted");
});

on_each_engine!(schemes_are_shown_as_people_read_them, world, {
    let author = world.actor("author").await;
    for scheme in author.get("/api/v1/schemes").await.good().as_array().unwrap() {
        let path = scheme["path"].as_str().unwrap();
        let shown = author.get(&format!("/api/v1/schemes/shown?path={path}")).await.good();
        for stage in shown["stages"].as_array().unwrap() {
            assert_eq!(stage["sum"], shown["full_points"], "{path} {stage}");
        }
        for indicator in shown["indicators"].as_array().unwrap() {
            let stages: usize = indicator["rules"]
                .as_array()
                .unwrap()
                .iter()
                .map(|rule| rule["stages"].as_array().unwrap().len())
                .sum();
            let counting = indicator["full"].as_array().unwrap().iter().filter(|full| *full != "0").count();
            assert_eq!(stages, counting, "every stage has one rule: {path} {indicator}");
        }
        let text = author.bytes(&format!("/api/v1/schemes/text?path={path}")).await;
        assert!(String::from_utf8(text).unwrap().contains(scheme["code"].as_str().unwrap()));
    }
    let four = author.get(&format!("/api/v1/schemes/shown?path={SCHEME}")).await.good();
    let of = |code: &str| {
        four["indicators"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap().clone()
    };
    assert!(of("rd_intensity")["rules"][0]["scale"]["line"].is_array(), "bands are drawn");
    assert_eq!(of("rd_expense")["rules"][0]["scale"], Value::Null, "what compares enterprises is not");
    let changes = author.get(&format!("/api/v1/schemes/changes?from={SCHEME}&to={SCHEME}")).await.good();
    assert_eq!(changes, json!([]));
    author.get("/api/v1/schemes/shown?path=schemes/none.yaml").await.refused(422, "not-accepted");
    author
        .get(&format!("/api/v1/schemes/shown?path={SCHEME}&on=x"))
        .await
        .refused(400, "query-not-understood");
});
