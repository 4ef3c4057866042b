//! Where tests keep data: a fresh SQLite file always, a fresh PostgreSQL database where there is one to be had.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// A fresh place for one database; it goes away with this value (a PostgreSQL one with the test program).
pub struct Place {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// What `Database::open` takes.
    pub address: String,
    /// A private folder.
    pub folder: tempfile::TempDir,
}

impl Place {
    /// The anchor file of the audit chain.
    pub fn anchor(&self) -> PathBuf {
        self.folder.path().join("audit.anchor")
    }
}

/// One place per engine that this machine has.
pub fn places() -> Vec<Place> {
    let folder = tempfile::tempdir().unwrap();
    let address = folder.path().join("jifen.sqlite").display().to_string();
    let sqlite = Place { engine: "sqlite", address, folder };
    std::iter::once(sqlite).chain(postgres_place()).collect()
}

struct Cluster {
    socket: PathBuf,
    bin: PathBuf,
    /// Its standard input stays open as long as this program runs; then the script takes the cluster away.
    _keeper: Child,
}

fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER.get_or_init(start).as_ref()
}

/// Says that PostgreSQL is left out; where nothing may be skipped that is a failure.
fn skipped(why: &str) -> Option<Cluster> {
    let nothing = std::env::var_os("JIFEN_SKIP_NOTHING").is_some_and(|said| !said.is_empty());
    assert!(!nothing, "no test on PostgreSQL, and JIFEN_SKIP_NOTHING is set: {why}");
    eprintln!("SKIPPED on PostgreSQL: {why}");
    None
}

fn start() -> Option<Cluster> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgres.sh");
    let mut run = Command::new("bash");
    run.arg(script).arg("run").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut keeper = match run.spawn() {
        Ok(keeper) => keeper,
        Err(error) => return skipped(&format!("scripts/postgres.sh does not run ({error})")),
    };
    let mut line = String::new();
    let said = keeper.stdout.take().map(|out| BufReader::new(out).read_line(&mut line));
    let Some((Some(Ok(_)), (socket, bin))) = Some(said).zip(line.trim().split_once(' ')) else {
        return skipped("no cluster could be started; run scripts/postgres.sh setup");
    };
    Some(Cluster { socket: socket.into(), bin: bin.into(), _keeper: keeper })
}

fn postgres_place() -> Option<Place> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let cluster = cluster()?;
    let name = format!("t{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let made = Command::new(cluster.bin.join("createdb"))
        .args(["-U", "postgres", "-h"])
        .arg(&cluster.socket)
        .arg(&name)
        .status()
        .unwrap();
    assert!(made.success(), "createdb {name}");
    let address = format!("postgres://postgres@localhost/{name}?host={}", cluster.socket.display());
    Some(Place { engine: "postgres", address, folder: tempfile::tempdir().unwrap() })
}
