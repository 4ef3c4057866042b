//! Killing the writer without warning, again and again: what it said was kept is kept.
//!
//! Not part of the usual run: `SOAK=60 cargo test -p jifen-store --test soak -- --ignored --nocapture`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "killing happens in real time")]

mod engines;

use jifen_store::{
    Database,
    audit::{self, Entry, Outcome},
    settings,
};
use jiff::Timestamp;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    time::Duration,
};

const CHILD: &str = "SOAK_CHILD";
const WRITERS: usize = 8;

fn entry(what: &str) -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: "put".to_owned(),
        resource: "setting".to_owned(),
        resource_id: Some(what.to_owned()),
        path: "/".to_owned(),
        purpose: None,
        outcome: Outcome::Done,
        detail: serde_json::json!({}),
    }
}

/// The part that is killed: writers that say each value after it was committed.
async fn write_for_ever(address: &str, anchor: &str) {
    let database = Database::open(address, anchor.as_ref(), Timestamp::now()).await.unwrap();
    let start = Timestamp::now().as_millisecond();
    for writer in 0..WRITERS {
        let database = database.clone();
        tokio::spawn(async move {
            for number in start.. {
                let name = format!("writer-{writer}");
                let work = database.begin(Timestamp::now()).await.unwrap();
                settings::put(&work, &name, &number.to_string()).await.unwrap();
                work.commit(&entry(&name), &[]).await.unwrap();
                println!("kept {name} {number}");
            }
        });
    }
    loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        database.anchor().flush().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a second per cycle"]
async fn nothing_that_was_acknowledged_is_lost() {
    if let Ok(place) = std::env::var(CHILD) {
        let (address, anchor) = place.split_once(' ').unwrap();
        write_for_ever(address, anchor).await;
    }
    let cycles: u64 = std::env::var("SOAK").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
    for place in engines::places() {
        let (mut kept, mut acknowledged) = (BTreeMap::<String, i64>::new(), 0);
        for cycle in 0..cycles {
            acknowledged += one_life(&place, cycle, &mut kept);
            inspect(&place, &kept).await;
        }
        println!("{}: {cycles} kills, {acknowledged} acknowledged writes, none lost", place.engine);
        assert!(acknowledged > 0);
    }
}

/// Starts the writer, kills it after a while that differs each time, and notes what it said.
fn one_life(place: &engines::Place, cycle: u64, kept: &mut BTreeMap<String, i64>) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--nocapture", "nothing_that_was_acknowledged_is_lost"])
        .env(CHILD, format!("{} {}", place.address, place.anchor().display()))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || output.lines().map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(Duration::from_millis(200 + cycle * 137 % 500));
    child.kill().unwrap();
    child.wait().unwrap();
    let lines = reader.join().unwrap();
    let mut count = 0;
    for line in &lines {
        // The last line may be cut.
        let words: Vec<&str> = line.split(' ').collect();
        if let ["kept", name, number] = words[..]
            && let Ok(number) = number.parse::<i64>()
            && number > 1_000_000_000_000
        {
            let known = kept.entry(name.to_owned()).or_default();
            *known = (*known).max(number);
            count += 1;
        }
    }
    count
}

async fn inspect(place: &engines::Place, kept: &BTreeMap<String, i64>) {
    let database = Database::open(&place.address, &place.anchor(), Timestamp::now()).await.unwrap();
    for (name, number) in kept {
        let found = settings::get(&database, name).await.unwrap().unwrap().0.parse::<i64>().unwrap();
        assert!(found >= *number, "{name}: {number} was acknowledged, {found} is there");
    }
    let verdict = audit::verify(&database).await.unwrap();
    assert!(verdict.is_good(), "{verdict:?}");
    database.close().await.unwrap();
}
