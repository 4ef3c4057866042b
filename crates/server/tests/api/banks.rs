//! A bank's programs: the examples of `docs/examples` against a server, and messages that are sent on, signed.

use crate::{
    consents::BANK,
    evaluation::colleague,
    kit::{Actor, Place, Told, World, percent},
    loans::Counter,
    on_each_engine,
};
use axum::{Router, body::Body, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::{
    io::Write as _,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use tower::ServiceExt;

/// What arrived at a program of the bank: headers and bodies; and what it answers.
#[derive(Clone)]
struct Receiver {
    arrived: Arc<Mutex<Vec<(Value, String)>>>,
    status: Arc<Mutex<u16>>,
    host: String,
}

impl Receiver {
    async fn listens() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let one = Self { arrived: Arc::default(), status: Arc::new(Mutex::new(204)), host };
        let own = one.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (headers, body) = request(&mut stream).await;
                own.arrived.lock().unwrap().push((headers, body));
                let status = *own.status.lock().unwrap();
                let answer =
                    format!("HTTP/1.1 {status} told\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        one
    }

    fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }

    fn count(&self) -> usize {
        self.arrived.lock().unwrap().len()
    }

    fn last(&self) -> (Value, String) {
        self.arrived.lock().unwrap().last().cloned().unwrap()
    }
}

/// Reads a request with a body of known length.
async fn request(stream: &mut tokio::net::TcpStream) -> (Value, String) {
    let mut read = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let count = stream.read(&mut piece).await.unwrap();
        read.extend_from_slice(&piece[..count]);
        let text = String::from_utf8_lossy(&read).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let headers: serde_json::Map<String, Value> = head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), json!(value)))
            .collect();
        let length: usize = headers["content-length"].as_str().unwrap().parse().unwrap();
        if body.len() >= length {
            return (Value::Object(headers), body.to_owned());
        }
    }
}

/// A counter of a bank whose programs may be told at `receiver`.
async fn world_with(place: Place, receiver: &Receiver) -> World {
    let host = receiver.host.clone();
    World::with(place, move |config| {
        config.webhooks.hosts = vec![host];
        config.webhooks.private = true;
    })
    .await
}

async fn adds(bank: &Actor, url: &str, kinds: &[&str]) -> Told {
    bank.post("/api/v1/webhooks", &json!({"url": url, "kinds": kinds})).await
}

async fn deliveries(bank: &Actor, hook: &Value) -> Vec<Value> {
    let path = format!("/api/v1/webhooks/{}/deliveries", hook["id"].as_str().unwrap());
    bank.get(&path).await.good().as_array().unwrap().clone()
}

/// Serves a router on loopback; its address.
async fn listening(router: &Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let router = router.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let router = router.clone();
            let service =
                service_fn(move |request: Request<Incoming>| router.clone().oneshot(request.map(Body::new)));
            tokio::spawn(async move {
                let _ended = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
    address
}

/// Runs an example; gives what it printed. `None` when its language is not here.
async fn runs(
    program: &str,
    example: &str,
    words: &[&str],
    variables: &[(&str, String)],
    input: &str,
) -> Option<(bool, String)> {
    let place = format!("{}/../../docs/examples/{example}", env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(program);
    command.arg(place).args(words).envs(variables.iter().map(|(name, value)| (*name, value.as_str())));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let input = input.to_owned();
    let done = tokio::task::spawn_blocking(move || {
        let mut child = command.spawn()?;
        child.stdin.take().unwrap().write_all(input.as_bytes())?;
        child.wait_with_output()
    });
    let Ok(done) = done.await.unwrap() else {
        assert!(std::env::var("JIFEN_SKIP_NOTHING").is_err(), "{program} is needed");
        println!("{program} is not here: its example is not run");
        return None;
    };
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    Some((done.status.success(), said))
}

async fn token(who: &Actor) -> String {
    let body = json!({"name": "program", "scopes": ["loan:list", "loan:move"], "days": 30});
    who.post("/api/v1/me/tokens", &body).await.good()["token"].as_str().unwrap().to_owned()
}

on_each_engine!(the_examples_take_an_application_up_and_approve_it, world, {
    let counter = Counter::open(&world).await;
    let loan = counter.applies("1000000").await.good()["id"].as_str().unwrap().to_owned();
    let variables = [
        ("JIFEN", listening(&world.router).await),
        ("JIFEN_TOKEN", token(&counter.bank).await),
        ("JIFEN_SECOND_TOKEN", token(&counter.second).await),
        ("VALID_UNTIL", "2027-02-01".to_owned()),
    ];
    let state = async || counter.bank.get(&format!("/api/v1/loans/{loan}")).await.good()["state"].clone();
    if let Some((good, said)) = runs("bash", "bank_api.sh", &[], &variables, "").await {
        assert!(good, "{said}");
        assert_eq!(state().await, "reviewing", "{said}");
        counter.moves(&counter.people, &loan, json!({"action": "withdraw"})).await.good();
    }
    let loan = counter.applies("1000000").await.good()["id"].as_str().unwrap().to_owned();
    let Some((good, said)) = runs("python3", "bank_api.py", &["work"], &variables, "").await else { return };
    assert!(good, "{said}");
    assert!(said.contains(&format!("{loan} approved")), "{said}");
    let told = counter.people.get(&format!("/api/v1/loans/{loan}")).await.good();
    assert_eq!(
        (&told["state"], &told["granted"]),
        (&json!("approved"), &json!("10000")),
        "up to the reference limit"
    );
    // One token does not do what takes two persons, nor what it has no scope for.
    let loan = counter.applies("1000000").await;
    loan.refused(409, "wrong-state");
    let alone = [variables[0].clone(), variables[1].clone(), ("JIFEN_SECOND_TOKEN", variables[1].1.clone())];
    counter.moves(&counter.people, told["id"].as_str().unwrap(), json!({"action": "withdraw"})).await.good();
    counter.applies("1000000").await.good();
    let (good, said) = runs("python3", "bank_api.py", &["work"], &alone, "").await.unwrap();
    assert!(!good && said.contains("wrong-state"), "{said}");
});

/// A bank is told on every engine; the receiver is known before the world is made.
async fn told_on(place: Place) {
    let receiver = Receiver::listens().await;
    let world = world_with(place, &receiver).await;
    let counter = Counter::open(&world).await;
    let url = format!("http://{}/jifen", receiver.host);
    let hook = adds(&counter.bank, &url, &["loan-applied", "loan-moved"]).await.good();
    let secret = hook["secret"].as_str().unwrap().to_owned();
    let listed = counter.bank.get("/api/v1/webhooks").await.good();
    assert_eq!(
        (&listed["webhooks"][0]["secret"], &listed["hosts"][0]),
        (&Value::Null, &json!(receiver.host))
    );

    let loan = counter.applies("1000000").await.good()["id"].clone();
    assert_eq!(receiver.count(), 0, "nothing is sent before the change is made for good");
    assert_eq!(world.delivers().await, 1);
    assert_eq!(world.delivers().await, 0, "once");
    let (headers, body) = receiver.last();
    let sent: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((&sent["type"], &sent["data"]["loan_id"]), (&json!("loan-applied"), &loan));
    assert_eq!(sent["id"], headers["webhook-id"]);
    let message = json!({"headers": headers, "body": body}).to_string();
    let now = [("NOW", world.now().as_second().to_string())];
    if let Some((good, said)) = runs("python3", "bank_api.py", &["verify", &secret], &now, &message).await {
        assert!(good, "{said}");
        let changed = message.replace("1000000", "9000000");
        let (good, _) = runs("python3", "bank_api.py", &["verify", &secret], &now, &changed).await.unwrap();
        assert!(!good, "a changed message is not signed");
        let later = [("NOW", (world.now().as_second() + 301).to_string())];
        let (good, _) = runs("python3", "bank_api.py", &["verify", &secret], &later, &message).await.unwrap();
        assert!(!good, "an old message is not believed");
    }
    // What the bank does itself it is not told.
    let loan = loan.as_str().unwrap();
    counter.moves(&counter.bank, loan, json!({"action": "accept"})).await.good();
    assert_eq!(world.delivers().await, 0);

    // An address that fails is tried again, later and later, with the same id; nobody waits for it meanwhile.
    receiver.answers(503);
    // Deliveries stand in the order of their times.
    world.wait(SignedDuration::from_secs(1));
    counter.moves(&counter.bank, loan, json!({"action": "ask", "note": "请补充"})).await.good();
    counter.moves(&counter.people, loan, json!({"action": "answer", "note": "已补充"})).await.good();
    assert_eq!((world.delivers().await, receiver.count()), (0, 2));
    assert_eq!((world.delivers().await, receiver.count()), (0, 2), "not before its time");
    let now = &deliveries(&counter.bank, &hook).await[0];
    assert_eq!((&now["state"], &now["tries"]), (&json!("waiting"), &json!(1)));
    assert!(now["said"].as_str().unwrap().contains("503"), "{now}");
    world.wait(SignedDuration::from_secs(61));
    receiver.answers(200);
    assert_eq!((world.delivers().await, receiver.count()), (1, 3));
    let ids: Vec<Value> = receiver.arrived.lock().unwrap()[1..]
        .iter()
        .map(|(headers, _)| headers["webhook-id"].clone())
        .collect();
    assert_eq!(ids[0], ids[1], "the receiver can tell what it has had");
    let done = &deliveries(&counter.bank, &hook).await[0];
    assert_eq!(
        (&done["state"], &done["tries"], &done["next_at"]),
        (&json!("delivered"), &json!(2), &Value::Null)
    );

    // A trial, and the end.
    world.wait(SignedDuration::from_secs(1));
    let path = format!("/api/v1/webhooks/{}", hook["id"].as_str().unwrap());
    counter.bank.post(&format!("{path}/trial"), &json!({})).await.good();
    assert_eq!(world.delivers().await, 1);
    assert_eq!(deliveries(&counter.bank, &hook).await[0]["kind"], "webhook-tried");
    let end = format!("{path}/end");
    counter.bank.post(&end, &json!({"reason": " "})).await.refused(422, "not-accepted");
    counter.bank.post(&end, &json!({"reason": "系统下线"})).await.good();
    counter.bank.post(&end, &json!({"reason": "系统下线"})).await.refused(404, "not-found");
    counter.bank.get(&format!("{path}/deliveries")).await.refused(404, "not-found");
    counter.moves(&counter.people, loan, json!({"action": "withdraw"})).await.good();
    assert_eq!(world.delivers().await, 0, "nothing is sent any more");
    let audited: Vec<String> =
        world.audit().await.into_iter().filter(|line| line.contains(" webhook done")).collect();
    assert_eq!(audited, ["add webhook done", "try webhook done", "end webhook done"]);
}

#[tokio::test]
async fn a_bank_is_told_signed_and_again_until_it_has_heard() {
    for place in crate::kit::places() {
        told_on(place).await;
    }
}

on_each_engine!(messages_lead_nowhere_but_to_the_hosts_of_the_configuration, world, {
    let bank = world.actor("bank").await;
    assert_eq!(bank.get("/api/v1/webhooks").await.good()["hosts"], json!([]));
    for url in [
        "https://bank.example.cn/x",
        "http://127.0.0.1:9/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "",
    ] {
        let told = adds(&bank, url, &["loan-applied"]).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), ["/url"], "{url}");
    }
    for login in ["zone", "enterprise", "policy", "system"] {
        adds(&world.actor(login).await, "https://bank.example.cn", &["loan-applied"])
            .await
            .refused(403, "not-allowed");
    }
});

#[tokio::test]
async fn another_banks_webhook_is_not_there() {
    let receiver = Receiver::listens().await;
    let world = world_with(crate::kit::places().remove(0), &receiver).await;
    let bank = world.actor("bank").await;
    let hook = adds(&bank, &format!("http://{}/x", receiver.host), &["consent-granted"]).await.good();
    let zone_id = world.organisation("示范高新").await;
    let (_, other) = crate::consents::another_bank(&world, &zone_id).await;
    let path = format!("/api/v1/webhooks/{}", percent(hook["id"].as_str().unwrap()));
    other.get(&format!("{path}/deliveries")).await.refused(404, "not-found");
    other.post(&format!("{path}/trial"), &json!({})).await.refused(404, "not-found");
    other.post(&format!("{path}/end"), &json!({"reason": "x"})).await.refused(404, "not-found");
    assert_eq!(other.get("/api/v1/webhooks").await.good()["webhooks"], json!([]));
    let bank_id = world.organisation(BANK).await;
    let second = colleague(&world, &bank_id, "second", "bank-officer").await;
    assert_eq!(second.get("/api/v1/webhooks").await.good()["webhooks"].as_array().unwrap().len(), 1);
}
