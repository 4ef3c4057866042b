//! What the people of a zone do until they are killed. Whatever the server tells them is done, they say aloud.

use super::Server;
use crate::{
    evaluation::{ENTERPRISES, SCHEME, arrangement, made, register_of},
    kit::{Actor, percent},
};
use axum::http::Method;
use serde_json::{Value, json};
use std::time::Duration;
use store::{Scope, enterprises, organisations};

/// So many enterprises take part, so many rows an import has.
pub const TAKING_PART: usize = ENTERPRISES.len();
const WRITERS: usize = 2;

struct People {
    zone: Actor,
    reviewer: Actor,
    publisher: Actor,
    enterprise: Actor,
    zone_id: String,
}

fn kept(what: &str, which: &Value, how: &Value) {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    println!("kept {what} {} {} .", word(which), word(how));
}

/// Finishes what the life before left, then evaluates one year after the other.
pub async fn tell_for_ever(server: Server) -> ! {
    server.works().await;
    let people = people(&server).await;
    println!("ready");
    let app = server.app.clone();
    let mut all = vec![tokio::spawn(async move {
        loop {
            if !app.do_next_job().await.unwrap() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    })];
    let people: &'static People = Box::leak(Box::new(people));
    for writer in 0..WRITERS {
        all.push(tokio::spawn(async move {
            for round in 0.. {
                year(people, &format!("{writer}-{round}")).await;
            }
        }));
    }
    loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        server.database.anchor().flush().await.unwrap();
        // Nobody comes to an end unless something is wrong.
        if all.iter().any(|one| one.is_finished()) {
            println!("broken");
            std::process::exit(1);
        }
    }
}

async fn people(server: &Server) -> People {
    let zone = server.actor("zone").await;
    let zone_id = zone.get("/api/v1/me").await.good()["organisation"]["id"].as_str().unwrap().to_owned();
    if zone.get("/api/v1/enterprises").await.good()["total"] == 0 {
        let found = zone.get(&format!("/api/v1/organisations?name={}", percent("星火智能装备"))).await.good();
        let own = found["items"][0]["id"].as_str().unwrap();
        let of = async |id: &str| {
            organisations::within(&server.database, &Scope::Everything, id).await.unwrap().unwrap()
        };
        let (here, own) = (of(&zone_id).await, of(own).await);
        let work = server.database.begin(jiff::Timestamp::now()).await.unwrap();
        enterprises::add_all(&work, &here, register_of(&here, Some(&own))).await.unwrap();
        work.commit(&made(), &[]).await.unwrap();
    }
    People {
        reviewer: server.actor("reviewer").await,
        publisher: server.actor("publisher").await,
        enterprise: server.actor("enterprise").await,
        zone_id,
        zone,
    }
}

/// One evaluation from nothing to a corrected publication.
async fn year(people: &People, name: &str) {
    let People { zone, reviewer, publisher, enterprise, zone_id } = people;
    let made =
        zone.post("/api/v1/batches", &json!({"zone_id": zone_id, "batch": arrangement(SCHEME)})).await.good();
    let path = format!("/api/v1/batches/{}", made["id"].as_str().unwrap());
    let item =
        |code: &str| json!({"item": code, "required": true, "tolerance": null, "sources": ["tax", "self"]});
    let items: Vec<Value> = ["operating_revenue", "rd_expense", "staff", "net_assets"].map(item).into();
    zone.edits(Method::PUT, &format!("{path}/items"), &path, &json!(items)).await.good();
    zone.post(&format!("{path}/participants"), &json!({})).await.good();
    zone.edits(Method::POST, &format!("{path}/open"), &path, &json!({})).await.good();

    for round in 0..2 {
        let row = |(_, code, _): &(&str, &str, &str)| format!("{code},2025,10000,{},100\n", 100 + round);
        let table: String = ENTERPRISES.iter().map(row).collect();
        let table = format!("统一社会信用代码,年度,营业收入,研发费用,职工总数\n{table}");
        let query = format!("kind=values&mode=all&source=tax&batch_id={}", made["id"].as_str().unwrap());
        let sent = zone.asks(Method::POST, &format!("/api/v1/imports?{query}&file_name={name}-{round}.csv"));
        let import = sent.bytes(table.as_bytes()).send().await.good();
        let import = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
        for (verb, state) in [("preview", "previewed"), ("run", "done")] {
            zone.post(&format!("{import}/{verb}"), &json!({})).await.good();
            reaches(zone, &import, state).await;
        }
        kept("import", &import.rsplit('/').next().unwrap().into(), &TAKING_PART.into());
    }

    let batch = made["id"].as_str().unwrap();
    let mine = enterprise.get(&format!("/api/v1/participants?batch_id={batch}")).await.good();
    let participant = mine["items"][0]["id"].clone();
    let own = format!("/api/v1/participants/{}", participant.as_str().unwrap());
    let cells = json!({"cells": {"net_assets": {"value": "5000", "explanation": null, "evidence": null}}});
    let filing = format!("{own}/filing");
    enterprise.edits(Method::PUT, &filing, &filing, &cells).await.good();
    let submitted = enterprise.edits(Method::POST, &format!("{own}/submit"), &own, &json!({})).await.good();
    kept("submitted", &participant, &submitted["receipt_number"]);
    reviewer.edits(Method::POST, &format!("{own}/approve"), &own, &json!({})).await.good();
    kept("approved", &participant, &submitted["receipt_number"]);

    zone.edits(Method::POST, &format!("{path}/freeze"), &path, &json!({})).await.good();
    kept("frozen", &made["id"], &"yes".into());
    for reason in [None, Some("更正")] {
        let job = zone.post(&format!("{path}/runs"), &json!({ "reason": reason })).await.good();
        let job = format!("/api/v1/jobs/{}", job["id"].as_str().unwrap());
        let done = reaches(zone, &job, "done").await;
        kept("run", &done["result"]["run_id"], &done["result"]["receipt_code"]);
        let run = format!("/api/v1/runs/{}", done["result"]["run_id"].as_str().unwrap());
        publisher.edits(Method::POST, &format!("{run}/publish"), &run, &json!({})).await.good();
        kept("published", &done["result"]["run_id"], &done["result"]["receipt_code"]);
    }
}

async fn reaches(who: &Actor, path: &str, state: &str) -> Value {
    loop {
        let now = who.get(path).await.good();
        match now["state"].as_str().unwrap() {
            known if known == state => return now,
            "failed" | "cancelled" => panic!("{now}"),
            _ => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    }
}
