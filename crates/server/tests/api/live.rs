//! The server as a process sees it: listening, long work, streams, and an orderly end.

use crate::kit;
use formula::Sentence;
use jifen_server::{App, Config, Edge, admin, machine, serve};
use serde_json::{Value, json};
use std::{net::SocketAddr, sync::mpsc, time::Duration};
use store::Database;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};

/// A server that listens, and what it said when it started.
struct Live {
    address: SocketAddr,
    said: Vec<String>,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), String>>,
    config: Config,
    place: kit::Place,
}

async fn start(configure: impl FnOnce(&mut Config)) -> Live {
    let place = kit::places().remove(0);
    let mut config = Config::for_folder(place.folder.path().to_owned());
    config.listen = ([127, 0, 0, 1], 0).into();
    config.second_factor = false;
    configure(&mut config);
    let (say, heard) = mpsc::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = config.clone();
    let ended = tokio::spawn(async move {
        let stopped = async { drop(stopped.await) };
        serve(running, Edge::system(), move |line| say.send(line.en.clone()).unwrap(), stopped)
            .await
            .map_err(|error| error.to_string())
    });
    // The lines a person must see end with the log-ins; then the server answers.
    let said: Vec<String> = tokio::task::spawn_blocking(move || {
        let mut said = vec![heard.recv_timeout(Duration::from_secs(30)).unwrap()];
        while let Ok(line) = heard.recv_timeout(Duration::from_secs(2)) {
            said.push(line);
        }
        said
    })
    .await
    .unwrap();
    let address = said[0].rsplit('(').next().unwrap().trim_end_matches(')').parse().unwrap();
    Live { address, said, stop, ended, config, place }
}

impl Live {
    /// Sends a request as written; gives status line, headers and body. The connection is closed by the server.
    async fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    async fn ask(&self, method: &str, path: &str, cookie: &str, body: &Value) -> String {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nX-Jifen: 1\r\nIdempotency-Key: {path}\r\n\
             Cookie: {cookie}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        self.raw(&head).await
    }

    async fn signs_in(&self, login: &str) -> String {
        let line = self.said.iter().find(|line| line.contains("password ")).unwrap();
        let password = line.split("password ").nth(1).unwrap().split(')').next().unwrap();
        let body = json!({"login": login, "password": password, "code": null});
        let answer = self.ask("POST", "/api/v1/sessions", "", &body).await;
        answer
            .split("set-cookie: ")
            .nth(1)
            .unwrap_or_else(|| panic!("{answer}"))
            .split(';')
            .next()
            .unwrap()
            .to_owned()
    }

    async fn ends_well(self) -> (Config, kit::Place) {
        self.stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(20), self.ended).await.unwrap().unwrap().unwrap();
        (self.config, self.place)
    }
}

/// The JSON of an answer.
fn body(answer: &str) -> Value {
    let text = answer.split("\r\n\r\n").nth(1).unwrap_or("");
    serde_json::from_str(text).unwrap_or_else(|_| panic!("{answer}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_work_is_a_job_that_can_be_followed_to_its_end() {
    let live = start(|config| (config.demo, config.demo_enterprises) = (true, 0)).await;
    assert!(live.ask("GET", "/livez", "", &Value::Null).await.starts_with("HTTP/1.1 200"));
    assert!(live.ask("GET", "/readyz", "", &Value::Null).await.starts_with("HTTP/1.1 200"));
    let system = live.signs_in("system").await;
    for (path, result) in [("/api/v1/audit/verifications", "good"), ("/api/v1/backups", "file")] {
        let job = body(&live.ask("POST", path, &system, &Value::Null).await);
        let events = format!("/api/v1/jobs/{}/events", job["id"].as_str().unwrap());
        let stream = live.ask("GET", &events, &system, &Value::Null).await;
        assert!(stream.contains("content-type: text/event-stream"), "{stream}");
        let last = stream.lines().rfind(|line| line.starts_with("data: ")).unwrap();
        let last: Value = serde_json::from_str(&last[6..]).unwrap();
        assert_eq!(last["state"], "done", "{stream}");
        assert!(!last["result"][result].is_null(), "{last}");
    }
    let kept = body(&live.ask("GET", "/api/v1/backups", &system, &Value::Null).await);
    let kept = kept["items"].as_array().unwrap();
    assert_eq!((kept.len(), kept[0]["state"].as_str()), (1, Some("good")), "{kept:?}");
    assert!(live.config.backups().join(kept[0]["file"].as_str().unwrap()).exists());
    live.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_stream_does_not_keep_the_server_from_ending_and_the_audit_head_is_anchored() {
    let live = start(|config| (config.demo, config.demo_enterprises) = (true, 0)).await;
    let system = live.signs_in("system").await;
    let job = body(&live.ask("POST", "/api/v1/audit/verifications", &system, &Value::Null).await);
    let path = format!("/api/v1/jobs/{}/events", job["id"].as_str().unwrap());
    let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {system}\r\n\r\n");
    let mut open = TcpStream::connect(live.address).await.unwrap();
    open.write_all(head.as_bytes()).await.unwrap();
    let (config, _place) = live.ends_well().await;
    let database =
        Database::open(&config.database, &config.anchor(), jiff::Timestamp::UNIX_EPOCH).await.unwrap();
    let verdict = store::audit::verify(&database).await.unwrap();
    assert!(verdict.is_good() && verdict.anchored == verdict.head.count, "{verdict:?}");
}

/// A job that waits for ever: no worker does jobs of another server's data folder.
async fn waiting_job(world: &kit::World, login: &str) -> String {
    let user = store::users::by_login(&world.database, login).await.unwrap().unwrap();
    let work = world.database.begin(world.now()).await.unwrap();
    store::jobs::add(&work, "waits", "backup", &user.id, &user.path).await.unwrap();
    work.commit(&crate::evaluation::made(), &[]).await.unwrap();
    "/api/v1/jobs/waits/events".to_owned()
}

crate::on_each_engine!(a_stream_ends_with_the_session_that_asked_for_it, world, {
    let path = waiting_job(&world, "policy").await;
    for ends in ["sign-out", "disable"] {
        let policy = world.actor("policy").await;
        let stream = policy.follows(&path).await;
        if ends == "disable" {
            let security = world.actor("security").await;
            let user = format!("/api/v1/users/{}", world.user("policy").await);
            let disable = format!("{user}/disable");
            security.edits(axum::http::Method::POST, &disable, &user, &json!({})).await.good();
        } else {
            policy.delete("/api/v1/sessions/current").await.good();
        }
        // A guard only: the stream ends by itself within a second.
        let rest = tokio::time::timeout(Duration::from_secs(120), axum::body::to_bytes(stream, 1 << 20));
        let said = String::from_utf8(rest.await.unwrap().unwrap().to_vec()).unwrap();
        assert_eq!(
            said.matches("event: job").count(),
            1,
            "the present state, and nothing after {ends}: {said}"
        );
    }
});

crate::on_each_engine!(one_person_has_eight_streams_open_at_most, world, {
    let path = waiting_job(&world, "policy").await;
    let policy = world.actor("policy").await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(policy.follows(&path).await);
    }
    let told = policy.get(&path).await;
    told.refused(429, "too-many-requests");
    assert!(told.headers.contains_key("retry-after"));
    drop(open.pop());
    drop(policy.follows(&path).await);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_administrator_gets_a_link_and_nobody_has_a_default_password() {
    let live = start(|_| {}).await;
    let link = live.said.iter().find_map(|line| line.strip_prefix("  admin: ")).unwrap().to_owned();
    let token = link.split('#').nth(1).unwrap();
    for password in ["", "admin", "password"] {
        let tried = json!({"login": "admin", "password": password, "code": null});
        assert!(live.ask("POST", "/api/v1/sessions", "", &tried).await.starts_with("HTTP/1.1 401"));
    }
    let chosen = json!({"token": token, "password": "correct horse battery"});
    assert!(live.ask("POST", "/api/v1/invitations/accept", "", &chosen).await.starts_with("HTTP/1.1 204"));
    let sign_in = json!({"login": "admin", "password": "correct horse battery", "code": null});
    assert!(live.ask("POST", "/api/v1/sessions", "", &sign_in).await.starts_with("HTTP/1.1 201"));
    let (config, place) = live.ends_well().await;

    // A second start says no link; at the machine itself a new one can be made.
    let key = std::fs::read(config.master_key()).unwrap().try_into().unwrap();
    let database = Database::open(&config.database, &config.anchor(), Edge::system().now()).await.unwrap();
    let app = App::new(database, config.clone(), Edge::system(), key).unwrap();
    let mut said = Vec::new();
    admin::first_links(&app, &mut |line: &Sentence| said.push(line.en.clone())).await.unwrap();
    assert!(
        said.len() == 2 && said[1].trim().starts_with("admin-2: "),
        "only links that nobody used: {said:?}"
    );
    let reset = async |login: &str| {
        machine::reset_password(config.clone(), Edge::system(), login, true).await.unwrap()
    };
    assert_eq!(reset("nobody").await, None);
    let demo = Config { demo: true, demo_enterprises: 0, ..config.clone() };
    let refused = serve(demo, Edge::system(), |_| {}, std::future::ready(())).await.unwrap_err().to_string();
    assert!(refused.contains("not a demonstration's"), "{refused}");
    assert!(reset("Admin").await.unwrap().contains("/accept#jfi_"));
    drop(place);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_dengbao_the_three_administrations_get_a_link_each() {
    let live = start(kit::dengbao).await;
    let links = live.said.iter().filter(|line| line.contains("/accept#"));
    let who: Vec<&str> = links.map(|line| line.split(':').next().unwrap().trim()).collect();
    assert_eq!(who, ["sysadmin", "secadmin", "secadmin-2", "auditor"]);
    live.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn smuggled_and_malformed_requests_are_refused() {
    let live = start(|_| {}).await;
    let both = "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\
                Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = live.raw(both).await;
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "one request, one answer: {answer}");
    assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    assert!(live.raw("GARBAGE\r\n\r\n").await.starts_with("HTTP/1.1 400"));
    let trace = live.ask("TRACE", "/api/v1/me", "", &Value::Null).await;
    assert!(trace.starts_with("HTTP/1.1 403") || trace.starts_with("HTTP/1.1 405"), "{trace}");
    live.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_being_sent_when_the_server_ends_is_answered() {
    let live = start(|_| {}).await;
    let mut slow = TcpStream::connect(live.address).await.unwrap();
    let head =
        "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nX-Jifen: 1\r\nContent-Type: application/json\r\n";
    slow.write_all(format!("{head}Content-Length: 2\r\n\r\n").as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    live.stop.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(TcpStream::connect(live.address).await.is_err(), "no new connections");
    slow.write_all(b"{}").await.unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    tokio::time::timeout(Duration::from_secs(20), live.ended).await.unwrap().unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn prometheus_asks_on_its_own_listener_only() {
    // A free port: taken, and given back a moment before.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut live = start(|config| config.metrics_listen = Some(free)).await;
    assert!(live.ask("GET", "/metrics", "", &Value::Null).await.starts_with("HTTP/1.1 404"));
    let wrong = json!({"login": "nobody", "password": "no such password", "code": null});
    assert!(live.ask("POST", "/api/v1/sessions", "", &wrong).await.starts_with("HTTP/1.1 401"));
    let main = std::mem::replace(&mut live.address, free);
    let measured = live.ask("GET", "/metrics", "", &Value::Null).await;
    live.address = main;
    assert!(
        measured.contains("jifen_request_seconds_count{operation=\"none\",status=\"404\"} 1"),
        "{measured}"
    );
    for name in [
        "jifen_audit_rows ",
        "jifen_unanchored_audit_rows ",
        "jifen_anchor_failures_total 0",
        "jifen_write_ahead_log_bytes ",
        "jifen_jobs_waiting 0",
        "jifen_sign_in_failures_total 1",
        "jifen_backup_age_seconds +Inf",
        "jifen_backup_failed 0",
    ] {
        assert!(measured.contains(&format!("\n{name}")), "{name}: {measured}");
    }
    live.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_a_running_server_a_backup_is_made_checked_and_old_ones_go() {
    // A small zone: its evaluations are written while the backups are made.
    let live =
        start(|config| (config.demo, config.demo_enterprises, config.backup_keep) = (true, 60, 2)).await;
    let config = live.config.clone();
    let mut made = Vec::new();
    for _ in 0..3 {
        let one = machine::back_up(&config, &Edge::system(), None).await.unwrap();
        assert!(one.checked.is_good(), "{one:?}");
        made.push(one.file);
        live.signs_in("system").await;
    }
    assert!(!made[0].exists() && made[1].exists() && made[2].exists());
    let checked = machine::check_backup(&config, &Edge::system(), &made[1]).await.unwrap();
    assert!(checked.is_good(), "{checked:?}");
    let verdict = machine::verify_audit(&config).await.unwrap();
    assert!(verdict.is_good() && verdict.head.count > checked.copy.audit.head.count, "{verdict:?}");
    live.ends_well().await;
}
