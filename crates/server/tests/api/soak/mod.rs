//! Killing the server without warning while a zone imports, reviews, computes and publishes, again and again: what was
//! acknowledged is there, nothing is there by half, and the audit chain is whole.
//!
//! Not part of the usual run: `SOAK=20 cargo test --workspace --locked --test api soak -- --ignored --nocapture`.

#![expect(clippy::disallowed_methods, reason = "killing happens in real time")]

mod inspection;
mod story;

use crate::kit::{Actor, Place, places};
use formula::Sentence;
use jifen_server::{App, Clock, Config, Edge, Entropy, demo, router};
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};
use store::Database;

const CHILD: &str = "JIFEN_SOAK_CHILD";
/// The lease of a job whose worker was killed is over by the next life.
const LIFE: SignedDuration = SignedDuration::from_mins(11);

/// The system's time, and so many lives later.
struct Later(SignedDuration);

impl Clock for Later {
    fn now(&self) -> Timestamp {
        Timestamp::now().checked_add(self.0).unwrap()
    }
}

struct Random;

impl Entropy for Random {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// A server on a place that other lives used before.
struct Server {
    app: App,
    database: Database,
    password: String,
}

impl Server {
    async fn open(folder: &Path, address: &str, life: i32) -> Self {
        let edge = Edge::new(Arc::new(Later(LIFE * life)), Arc::new(Random));
        let mut config = Config::for_folder(folder.to_owned());
        address.clone_into(&mut config.database);
        (config.second_factor, config.demo, config.demo_enterprises) = (false, true, 0);
        (config.account_rate, config.address_rate, config.sign_in_rate) = (1_000_000, 1_000_000, 1_000_000);
        let database = Database::open(address, &folder.join("audit.anchor"), edge.now()).await.unwrap();
        let app = App::new(database.clone(), config, edge, [7; 32]).unwrap();
        let said = Mutex::new(String::new());
        demo::seed(&app, &mut |line: &Sentence| said.lock().unwrap().push_str(&line.en)).await.unwrap();
        let said = said.into_inner().unwrap();
        let password = said.split("password ").nth(1).unwrap().split(')').next().unwrap().to_owned();
        Self { app, database, password }
    }

    async fn actor(&self, login: &str) -> Actor {
        let mut actor = Actor::of(router(&self.app));
        actor.signs_in(login, &self.password, None).await.good();
        actor
    }

    async fn works(&self) {
        while self.app.do_next_job().await.unwrap() {}
    }
}

/// What was acknowledged: what it is about, and what was said of it.
type Kept = BTreeMap<(String, String), String>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes seconds per cycle"]
async fn nothing_that_a_zone_was_told_is_lost() {
    if let Ok(place) = std::env::var(CHILD) {
        let words: Vec<&str> = place.split('|').collect();
        let server = Server::open(words[0].as_ref(), words[1], words[2].parse().unwrap()).await;
        story::tell_for_ever(server).await;
    }
    let cycles: i32 = std::env::var("SOAK").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    for place in places() {
        let mut kept = Kept::new();
        for life in 0..cycles {
            one_life(&place, life, &mut kept);
            inspection::look(&place, &kept).await;
        }
        inspection::look_at_the_end(&place, cycles, &kept).await;
        let counted = |what: &str| kept.keys().filter(|(known, _)| known == what).count();
        println!(
            "{}: {cycles} kills; acknowledged and there: {} imports, {} filings, {} approvals, {} freezes, {} runs, {} publications",
            place.engine,
            counted("import"),
            counted("submitted"),
            counted("approved"),
            counted("frozen"),
            counted("run"),
            counted("published"),
        );
        assert!(counted("import") > 0, "it was never killed too early to do anything");
    }
}

/// Starts a server with its people, kills it after a while that differs each time, and notes what they were told.
fn one_life(place: &Place, life: i32, kept: &mut Kept) {
    let here = format!("{}|{}|{life}", place.folder.path().display(), place.address);
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--nocapture", "--exact", "soak::nothing_that_a_zone_was_told_is_lost"])
        .env(CHILD, here)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = said_by(&mut child);
    let mut before = Vec::new();
    // A guard of minutes only: a machine may be slow.
    while !matches!(before.last(), Some(line) if line == "ready") {
        before.push(lines.recv_timeout(Duration::from_secs(300)).unwrap());
    }
    std::thread::sleep(Duration::from_millis(u64::try_from(400 + life * 397 % 3_000).unwrap()));
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines.iter().chain(before) {
        assert!(line != "broken", "what was done went wrong; the reason is above");
        let words: Vec<&str> = line.split(' ').collect();
        // The last line may be cut.
        if let ["kept", what, which, how, "."] = words[..] {
            kept.insert((what.to_owned(), which.to_owned()), how.to_owned());
        }
    }
}

fn said_by(child: &mut Child) -> mpsc::Receiver<String> {
    let output = BufReader::new(child.stdout.take().unwrap());
    let (say, heard) = mpsc::channel();
    std::thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            if say.send(line).is_err() {
                return;
            }
        }
    });
    heard
}
