//! How long a zone of 6,000 enterprises takes. Run by hand, in release:
//! `cargo test --release -p jifen-server --test api -- --ignored --nocapture speed`.

use super::{SCHEME, arrangement, changed, do_jobs};
use crate::kit::{World, places};
use axum::http::Method;
use domain::collection::Source;
use formula::Fact;
use serde_json::json;
use std::{collections::BTreeMap, time::Instant};
use store::{
    Scope,
    enterprises::{self, EnterpriseStatus, NewEnterprise},
    organisations,
    values::{self, Stated, Statement, ValueSource},
};

fn text(fact: &Fact) -> String {
    match fact {
        Fact::Number(number) => number.to_string(),
        Fact::Truth(truth) => truth.to_string(),
        Fact::Text(text) => text.to_string(),
        Fact::Date(date) => date.to_string(),
    }
}

/// Which department reports an item, by the name the dictionary gives.
fn source(named: &str) -> ValueSource {
    let of = Source::ALL.iter().find(|source| named.starts_with(&source.name().zh));
    of.and_then(|source| ValueSource::from_word(source.word()).ok()).unwrap_or(ValueSource::Torch)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures; only means something in release"]
async fn speed_of_a_zone_of_6000() {
    for place in places() {
        let engine = place.engine;
        let world = World::new(place).await;
        let zone_id = world.organisation("示范高新").await;
        let of = organisations::within(&world.database, &Scope::Everything, &zone_id).await.unwrap().unwrap();
        let items = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/items/enterprise.yaml");
        let dictionary = rulebook::load_items(std::path::Path::new(items)).unwrap().value;
        let zone = demo::zone(6_000, 7, &[2023, 2024, 2025]);
        let place = |code: &str| zone.columns.iter().position(|one| *one == code).unwrap();
        let (code, name) = (place("credit_code"), place("name"));
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        let officer = world.actor("zone").await;
        let made =
            officer.post("/api/v1/batches", &json!({"zone_id": zone_id, "batch": arrangement(SCHEME)})).await;
        let batch = made.good()["id"].as_str().unwrap().to_owned();
        let by = world.user("zone").await;
        let (mut new, mut statements) = (Vec::new(), Vec::new());
        for (index, row) in zone.rows.iter().enumerate() {
            let own = |at: usize| row.facts[at].as_ref().map(text);
            let credit_code = own(code).unwrap();
            if !known.contains_key(&credit_code) {
                known.insert(credit_code.clone(), format!("e{index}"));
                new.push(NewEnterprise {
                    id: format!("e{index}"),
                    credit_code: credit_code.clone(),
                    name: own(name).unwrap_or_default(),
                    search: String::new(),
                    founded_on: None,
                    entered_on: None,
                    status: EnterpriseStatus::Active,
                    park: None,
                    district: None,
                    industry: None,
                    field: own(place("tech_field")),
                    organisation: None,
                });
            }
            let mut cells: BTreeMap<ValueSource, BTreeMap<String, Stated>> = BTreeMap::new();
            for (at, column) in zone.columns.iter().enumerate() {
                let item = dictionary.find(column).filter(|item| item.yearly);
                let (Some(item), Some(fact)) = (item, &row.facts[at]) else { continue };
                let source = source(item.source.as_deref().unwrap_or(""));
                cells.entry(source).or_default().insert(item.code.clone(), Stated::Known(text(fact)));
            }
            for (source, cells) in cells {
                statements.push(Statement {
                    id: format!("s{index}-{}", source.word()),
                    batch_id: batch.clone(),
                    enterprise_id: known[&credit_code].clone(),
                    period: row.period,
                    source,
                    import_id: None,
                    row: None,
                    cells,
                    remarks: BTreeMap::new(),
                    entered_by: by.clone(),
                    entered_at: jiff::Timestamp::UNIX_EPOCH,
                });
            }
        }
        let count = statements.len();
        changed(&world, async |work| {
            enterprises::add_all(work, &of, new).await.unwrap();
            values::add_all(work, statements).await.unwrap();
        })
        .await;
        let path = format!("/api/v1/batches/{batch}");
        officer.post(&format!("{path}/participants"), &json!({})).await.good();
        officer.edits(Method::POST, &format!("{path}/open"), &path, &json!({})).await.good();
        let timed = async |what: &str, path: &str| {
            officer.get(path).await.good();
            let start = Instant::now();
            officer.get(path).await.good();
            println!("{engine}: {what} {:?}", start.elapsed());
        };
        println!("{engine}: {count} statements");
        timed("board", &format!("{path}/board")).await;
        timed("participants", &format!("/api/v1/participants?batch_id={batch}&limit=50")).await;
        timed("conflicts", &format!("{path}/conflicts")).await;
        timed("quality", &format!("{path}/quality")).await;
        let start = Instant::now();
        officer.edits(Method::POST, &format!("{path}/freeze"), &path, &json!({})).await.good();
        println!("{engine}: freeze with checks {:?}", start.elapsed());
        let start = Instant::now();
        officer.post(&format!("{path}/runs"), &json!({"reason": null})).await.good();
        do_jobs(&world).await;
        println!("{engine}: run, asked for to stored {:?}", start.elapsed());
        let runs = officer.get(&format!("/api/v1/runs?batch_id={batch}")).await.good();
        assert_eq!(runs["items"][0]["enterprises"], 6_000);
        let run = runs["items"][0]["id"].as_str().unwrap().to_owned();
        timed("results", &format!("/api/v1/runs/{run}/results?limit=50")).await;
    }
}
