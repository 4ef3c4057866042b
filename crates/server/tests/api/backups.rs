//! Backups: what is in them, when they are made, and that they can be restored to a machine that has nothing.

use crate::{
    evaluation::filing::with_enterprise,
    kit::{Actor, World, percent, places},
};
use axum::http::Method;
use jifen_server::{App, Config, Edge, back_up_when_due, machine, router};
use jiff::{SignedDuration, Timestamp};
use run::Opened;
use serde_json::Value;
use std::path::{Path, PathBuf};
use store::{Database, Restoration, jobs};

const PDF: &[u8] = b"%PDF-1.7 a report";

async fn embedded() -> World {
    World::new(places().remove(0)).await
}

impl World {
    /// What the machine's clock and dice are for commands typed beside this server.
    fn edge(&self) -> Edge {
        Edge::new(self.clock(), self.entropy())
    }
}

/// An attachment, and a published run: what a backup without files loses.
struct Deeds {
    attachment: String,
    run: Value,
}

async fn deeds(world: &World) -> Deeds {
    let (stage, enterprise, path) = with_enterprise(world, false).await;
    let name = percent("审计报告.pdf");
    let attaching = enterprise.asks(Method::POST, &format!("{path}/attachments?name={name}"));
    let attached = attaching.bytes(PDF).send().await.good();
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.publishes(&stage.publisher, &run).await.good();
    Deeds { attachment: attached["id"].as_str().unwrap().to_owned(), run }
}

/// Copies a whole folder, as an operator does onto another disk.
fn carried(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            carried(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A server on another machine's data, as its people reach it.
async fn elsewhere(world: &World, config: &Config) -> Actor {
    let database = Database::open(&config.database, &config.anchor(), world.now()).await.unwrap();
    Actor::of(router(&App::new(database, config.clone(), world.edge(), [7; 32]).unwrap()))
}

async fn signed_in(nobody: &Actor, login: &str, password: &str) -> Actor {
    let mut actor = nobody.clone();
    actor.signs_in(login, password, None).await.good();
    actor
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_machine_that_has_nothing_a_backup_brings_everything_back() {
    let world = embedded().await;
    let deeds = deeds(&world).await;
    let made = machine::back_up(&world.config, &world.edge(), None).await.unwrap();
    assert!(made.checked.is_good(), "{made:?}");
    assert!(made.checked.contents.named >= 5, "{made:?}");

    // The machine is lost; what was carried away is the folder of backups.
    let (disk, machine_of_tomorrow) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    carried(&world.config.backups(), disk.path());
    let mut config = Config::for_folder(machine_of_tomorrow.path().to_owned());
    config.second_factor = false;
    let file = disk.path().join(made.file.file_name().unwrap());
    let checked = machine::check_backup(&config, &world.edge(), &file).await.unwrap();
    assert!(checked.is_good(), "{checked:?}");
    let (done, brought) = machine::restore(&config, &world.edge(), &file, false).await.unwrap();
    assert!(matches!(done, Restoration::Done(_)), "{done:?}");
    assert!(brought.contents.is_good() && brought.files > 0, "{brought:?}");

    let nobody = elsewhere(&world, &config).await;
    let publisher = signed_in(&nobody, "publisher", &world.password).await;
    let id = deeds.run["id"].as_str().unwrap();
    let bundle = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
    std::fs::write(bundle.path(), publisher.bytes(&format!("/api/v1/runs/{id}/bundle")).await).unwrap();
    let opened = Opened::read(bundle.path()).unwrap();
    assert_eq!(opened.changed_files(), []);
    let job = opened.job(run::Options::default()).unwrap();
    let mut again = job.score(job.prepare(jiff::civil::date(2030, 1, 1)).unwrap()).unwrap();
    assert_eq!(opened.recomputed(&mut again).unwrap(), [], "the published run verifies");
    let reviewer = signed_in(&nobody, "reviewer", &world.password).await;
    let file = reviewer.get(&format!("/api/v1/attachments/{}", deeds.attachment)).await;
    assert_eq!((file.status, file.bytes.as_slice()), (200, PDF));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_missing_or_damaged_is_named_by_its_hash() {
    let world = embedded().await;
    deeds(&world).await;
    let made = machine::back_up(&world.config, &world.edge(), None).await.unwrap();
    let disk = tempfile::tempdir().unwrap();
    carried(&world.config.backups(), disk.path());
    let copy = disk.path().join(made.file.file_name().unwrap());
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(disk.path().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    std::fs::remove_file(&files[0]).unwrap();
    std::fs::write(&files[1], "bits that flipped").unwrap();

    let nothing = tempfile::tempdir().unwrap();
    let config = Config::for_folder(nothing.path().to_owned());
    let checked = machine::check_backup(&config, &world.edge(), &copy).await.unwrap();
    let place = |path: &Path| format!("files/{}", path.file_name().unwrap().to_string_lossy());
    assert!(checked.copy.is_good() && !checked.is_good());
    assert_eq!(checked.contents.missing, [place(&files[0])]);
    assert_eq!(checked.contents.damaged, [place(&files[1])]);
    // Where the data folder still has them, nothing is missing.
    let beside = machine::check_backup(&world.config, &world.edge(), &copy).await.unwrap();
    assert_eq!(beside.contents.missing, Vec::<String>::new());
    // The database is restored all the same: it is better than nothing, and it is said what it lacks.
    let (done, brought) = machine::restore(&config, &world.edge(), &copy, false).await.unwrap();
    assert!(matches!(done, Restoration::Done(_)), "{done:?}");
    assert_eq!(brought.contents.missing, [place(&files[0])]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_due_by_the_age_of_the_newest_however_often_the_server_starts() {
    let world = embedded().await;
    let system = world.actor("system").await;
    let kept = async || {
        let kept = system.get("/api/v1/backups").await.good();
        assert_eq!((kept["every_hours"].as_u64(), kept["keep"].as_u64()), (Some(24), Some(14)));
        kept["items"].as_array().unwrap().clone()
    };
    let check = async |after: SignedDuration, count: usize, why: &str| {
        world.wait(after);
        // A server that was started a moment ago on these data.
        let started = App::new(world.database.clone(), world.config.clone(), world.edge(), [7; 32]).unwrap();
        back_up_when_due(&started).await.unwrap();
        std::fs::read_dir(world.config.backups())
            .map(|all| {
                let databases = all.filter(|one| {
                    one.as_ref().unwrap().path().extension().is_some_and(|kind| kind == "sqlite")
                });
                assert_eq!(databases.count(), count, "{why}");
            })
            .unwrap();
    };
    assert_eq!(kept().await.len(), 0);
    check(SignedDuration::ZERO, 1, "there was none").await;
    check(SignedDuration::ZERO, 1, "a start is no reason").await;
    check(SignedDuration::from_hours(23), 1, "it is not a day old").await;
    check(SignedDuration::from_hours(1), 2, "it is a day old").await;
    let fresh = world.actor("system").await;
    let kept = fresh.get("/api/v1/backups").await.good();
    let states: Vec<&str> =
        kept["items"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["good", "good"]);
    let newest = kept["items"][0]["made_at"].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert_eq!(newest, world.now());
    world.actor("zone").await.get("/api/v1/backups").await.refused(403, "not-allowed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn backups_that_fail_are_said_and_do_not_push_out_the_last_good_one() {
    let mut place = Some(places().remove(0));
    let world = World::with(place.take().unwrap(), |config| config.backup_keep = 1).await;
    deeds(&world).await;
    let system = world.actor("system").await;
    let asks = async || {
        let job = system.post("/api/v1/backups", &Value::Null).await.good();
        world.works().await;
        system.get(&format!("/api/v1/jobs/{}", job["id"].as_str().unwrap())).await.good()
    };
    let done = asks().await;
    assert_eq!((done["state"].as_str(), done["done"].as_u64()), (Some("done"), Some(3)), "{done}");

    // Evidence is lost from the disk and from the backups: every later backup lacks it.
    for folder in [world.folder().join("files"), world.config.backups().join("files")] {
        let bin = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let bin = bin.filter(|path| path.extension().is_some_and(|kind| kind == "bin"));
        bin.for_each(|path| std::fs::remove_file(path).unwrap());
    }
    for _ in 0..2 {
        world.wait(SignedDuration::from_mins(1));
        let failed = asks().await;
        let told = (failed["state"].as_str(), failed["result"]["code"].as_str());
        assert_eq!(told, (Some("failed"), Some("backup-not-whole")), "{failed}");
    }
    let kept = system.get("/api/v1/backups").await.good();
    let told: Vec<(&str, u64)> = kept["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["state"].as_str().unwrap(), one["lost_files"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("bad", 1), ("good", 0)]);
    assert_eq!(kept["failed_at"], world.now().to_string());
}

/// Else a full disk would be filled further by each attempt.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_cannot_be_made_leaves_nothing_behind() {
    let world = embedded().await;
    deeds(&world).await;
    // Something stands where the files have to go: the database is copied, then the disk refuses.
    std::fs::create_dir_all(world.config.backups()).unwrap();
    std::fs::write(world.config.backups().join("files"), "in the way").unwrap();
    let failed = machine::back_up(&world.config, &world.edge(), None).await;
    assert!(failed.is_err(), "{failed:?}");
    let left: Vec<_> =
        std::fs::read_dir(world.config.backups()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["files"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_left_running_by_a_server_that_was_killed_is_taken_up_by_the_next_at_once() {
    let world = embedded().await;
    let system = world.actor("system").await;
    let path = "/api/v1/audit/verifications";
    let ids = [system.post(path, &Value::Null).await.good(), system.post(path, &Value::Null).await.good()];
    let [first, second] = ids.map(|job| format!("/api/v1/jobs/{}", job["id"].as_str().unwrap()));
    let work = world.database.begin(world.now()).await.unwrap();
    for _ in 0..2 {
        jobs::take(&work, SignedDuration::from_mins(10)).await.unwrap().unwrap();
    }
    work.commit_housekeeping(store::Housekeeping::JobProgress).await.unwrap();
    world.works().await;
    assert_eq!(system.get(&first).await.good()["state"], "running", "nobody else may have it yet");

    world.app.take_up_lost_jobs().await.unwrap();
    system.post(&format!("{first}/cancel"), &Value::Null).await.good();
    assert_eq!(system.get(&first).await.good()["state"], "cancelled");
    world.works().await;
    let done = system.get(&second).await.good();
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(done["done"], done["total"], "{done}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_whose_disk_takes_no_files_is_not_ready() {
    let place = places().remove(0);
    let data = place.folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let world = World::with(place, |config| config.data.clone_from(&data)).await;
    world.nobody().get("/readyz").await.good();
    std::fs::remove_dir_all(&data).unwrap();
    world.wait(SignedDuration::from_secs(11));
    let told = world.nobody().get("/readyz").await;
    told.refused(503, "not-ready");
    assert_eq!(told.header("retry-after"), "5");
    std::fs::create_dir(&data).unwrap();
    world.wait(SignedDuration::from_secs(11));
    world.nobody().get("/readyz").await.good();
}
