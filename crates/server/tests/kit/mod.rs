//! Actors and verbs: a world with a clock that stands still, people who sign in, and what they are told.

#[path = "../../../store/tests/engines/mod.rs"]
mod engines;

pub use engines::{Place, places};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, header},
};
use formula::Sentence;
use jifen_server::{App, Clock, Config, Edge, Entropy, config::PasswordProfile, demo, router};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, AtomicU64, Ordering},
};
use store::Database;
use tower::ServiceExt;

/// Nine in the morning of a Monday in Beijing.
pub const T0: &str = "2026-11-23T01:00:00Z";

/// A clock that moves when it is told to.
pub struct FakeClock(AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// The same bytes in every run, never the same twice in one.
struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let count = self.0.fetch_add(1, Ordering::SeqCst).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let mixed = (count ^ count >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 32).to_le_bytes()[0];
        }
    }
}

/// A server with the people of the demonstration, not listening.
pub struct World {
    /// Goes away with the world.
    _place: Place,
    pub database: Database,
    pub password: String,
    pub router: Router,
    pub app: App,
    pub config: Config,
    clock: Arc<FakeClock>,
}

impl World {
    /// With the usual configuration.
    pub async fn new(place: Place) -> Self {
        Self::with(place, |_| {}).await
    }

    /// With a configuration of one's own.
    pub async fn with(place: Place, configure: impl FnOnce(&mut Config)) -> Self {
        let clock = Arc::new(FakeClock(AtomicI64::new(T0.parse::<Timestamp>().unwrap().as_millisecond())));
        let edge = Edge::new(clock.clone(), Arc::new(Counting(AtomicU64::new(1))));
        let mut config = Config::for_folder(place.folder.path().to_owned());
        config.database.clone_from(&place.address);
        config.second_factor = false;
        (config.account_rate, config.address_rate, config.sign_in_rate) = (100_000, 100_000, 100_000);
        configure(&mut config);
        let database = Database::open(&config.database, &place.anchor(), edge.now()).await.unwrap();
        let app = App::new(database.clone(), config.clone(), edge, [7; 32]).unwrap();
        let said = Mutex::new(String::new());
        demo::seed(&app, &mut |line: &Sentence| said.lock().unwrap().push_str(&line.en)).await.unwrap();
        let said = said.into_inner().unwrap();
        let password = said.split("password ").nth(1).unwrap().split(')').next().unwrap().to_owned();
        let router = router(&app);
        Self { _place: place, database, password, router, app, config, clock }
    }

    /// Lets time pass.
    pub fn wait(&self, duration: SignedDuration) {
        self.clock.0.fetch_add(i64::try_from(duration.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// The clock, for another server beside this one.
    pub fn clock(&self) -> Arc<FakeClock> {
        self.clock.clone()
    }

    /// Bytes as in this world.
    pub fn entropy(&self) -> Arc<dyn Entropy> {
        Arc::new(Counting(AtomicU64::new(1 << 32)))
    }

    /// The hourly look at tasks.
    pub async fn reminds_officers(&self) -> usize {
        jifen_server::remind_officers(&self.app).await.unwrap()
    }

    /// Sends on what is due to be sent on; says how much arrived.
    pub async fn delivers(&self) -> usize {
        jifen_server::deliver_webhooks(&self.app).await.unwrap()
    }

    /// The hourly look at applications under policies that are due.
    pub async fn reminds_about_applications(&self) -> usize {
        jifen_server::remind_about_applications(&self.app).await.unwrap()
    }

    /// The hourly look at applications that wait and approvals that end.
    pub async fn reminds_loan_parties(&self) -> usize {
        jifen_server::remind_loan_parties(&self.app).await.unwrap()
    }

    /// The hourly look at policies and products that end.
    pub async fn reminds_rule_writers(&self) -> usize {
        jifen_server::remind_rule_writers(&self.app).await.unwrap()
    }

    /// The daily look at accounts that nobody uses.
    pub async fn shuts_dormant(&self) -> usize {
        jifen_server::shut_dormant(&self.app).await.unwrap()
    }

    /// Does the jobs that wait, one after the other.
    pub async fn works(&self) {
        while self.app.do_next_job().await.unwrap() {}
    }

    /// The folder of the server's data.
    pub fn folder(&self) -> &std::path::Path {
        self._place.folder.path()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Actor {
        Actor { router: self.router.clone(), cookie: None, token: None }
    }

    /// The demonstration's person of this name, signed in.
    pub async fn actor(&self, login: &str) -> Actor {
        self.signs_in(login, &self.password).await
    }

    /// Anybody, signed in.
    pub async fn signs_in(&self, login: &str, password: &str) -> Actor {
        let mut actor = self.nobody();
        actor.signs_in(login, password, None).await.good();
        actor
    }

    /// The id of an organisation by its name.
    pub async fn organisation(&self, name: &str) -> String {
        let centre = self.actor("centre").await;
        let found = centre.get(&format!("/api/v1/organisations?name={}", percent(name))).await.good();
        found["items"][0]["id"].as_str().unwrap_or_else(|| panic!("no {name}")).to_owned()
    }

    /// The id of a person by their log-in name.
    pub async fn user(&self, login: &str) -> String {
        let user = store::users::by_login(&self.database, login).await.unwrap();
        user.unwrap_or_else(|| panic!("no {login}")).id
    }

    /// The rows of the audit log, oldest first, as `action resource outcome`.
    pub async fn audit(&self) -> Vec<String> {
        let request = store::PageRequest { limit: 1_000, after: None, descending: false };
        let filter = store::audit::Filter::default();
        let page =
            store::audit::list(&self.database, &store::Scope::Everything, &filter, &request).await.unwrap();
        let line = |row: store::audit::Row| {
            format!("{} {} {}", row.entry.action, row.entry.resource, row.entry.outcome.word())
        };
        page.items.into_iter().map(line).collect()
    }
}

/// Text as it stands in a query.
pub fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Actor {
    pub router: Router,
    pub cookie: Option<String>,
    pub token: Option<String>,
}

/// A request being written.
pub struct Asking<'a> {
    actor: &'a Actor,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Vec<u8>>,
}

impl Actor {
    /// Somebody who asks another server.
    pub fn of(router: Router) -> Self {
        Self { router, cookie: None, token: None }
    }

    /// Signs in and keeps the cookie.
    pub async fn signs_in(&mut self, login: &str, password: &str, code: Option<&str>) -> Told {
        let body = json!({"login": login, "password": password, "code": code});
        let told = self.asks(Method::POST, "/api/v1/sessions").with(&body).send().await;
        if let Some(cookie) = told.headers.get(header::SET_COOKIE) {
            self.cookie = Some(cookie.to_str().unwrap().split(';').next().unwrap().to_owned());
        }
        told
    }

    pub async fn get(&self, path: &str) -> Told {
        self.asks(Method::GET, path).send().await
    }

    /// The bytes of a file.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let mut request = Request::builder().uri(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        to_bytes(response.into_body(), 1 << 26).await.unwrap().to_vec()
    }

    /// A stream that goes on.
    pub async fn follows(&self, path: &str) -> Body {
        let request = Request::builder().uri(path).header(header::COOKIE, self.cookie.clone().unwrap());
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        response.into_body()
    }

    pub async fn post(&self, path: &str, body: &Value) -> Told {
        self.asks(Method::POST, path).with(body).keyed(&fresh_key()).send().await
    }

    pub async fn delete(&self, path: &str) -> Told {
        self.asks(Method::DELETE, path).send().await
    }

    /// Edits the version that is there now.
    pub async fn edits(&self, method: Method, path: &str, seen: &str, body: &Value) -> Told {
        let etag = self.get(seen).await.headers.get(header::ETAG).unwrap().to_str().unwrap().to_owned();
        self.asks(method, path).with(body).header("if-match", &etag).send().await
    }

    /// A request to be written further.
    pub fn asks(&self, method: Method, path: &str) -> Asking<'_> {
        let headers = vec![("x-jifen", "1".to_owned()), ("accept-language", "en".to_owned())];
        Asking { actor: self, method, path: path.to_owned(), headers, body: None }
    }

    /// Confirms what another person asked for, as it was told to them.
    pub async fn confirms(&self, asked: &Told) -> Told {
        assert_eq!(asked.status, 202, "{}: {}", asked.asked, asked.text);
        let id = asked.json()["approval"]["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/approvals/{id}");
        let etag = self.get(&path).await.headers.get(header::ETAG).unwrap().to_str().unwrap().to_owned();
        let asks = self.asks(Method::POST, &format!("{path}/confirm"));
        asks.keyed(&fresh_key()).header("if-match", &etag).send().await
    }

    /// Invites somebody; gives their id and the link's token.
    pub async fn invites(&self, organisation: &str, login: &str, roles: &[&str]) -> Told {
        let name = format!("{login}先生");
        let body = json!({"organisation_id": organisation, "login": login, "name": name, "language": "zh", "roles": roles});
        self.post("/api/v1/users", &body).await
    }
}

/// A key no other request has.
pub fn fresh_key() -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    // Another program on the same data has others.
    format!("key-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::SeqCst))
}

impl Asking<'_> {
    pub fn with(mut self, body: &Value) -> Self {
        self.body = Some(body.to_string().into_bytes());
        self
    }

    pub fn raw(mut self, body: &str) -> Self {
        self.body = Some(body.as_bytes().to_vec());
        self
    }

    pub fn bytes(mut self, body: &[u8]) -> Self {
        self.body = Some(body.to_vec());
        self.header("content-type", "application/octet-stream")
    }

    pub fn keyed(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// With this header instead of any before.
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    pub async fn send(self) -> Told {
        let mut request = Request::builder().method(self.method.clone()).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if let Some(cookie) = &self.actor.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(token) = &self.actor.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if self.body.is_some() && self.headers.iter().all(|(name, _)| *name != "content-type") {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let request = request.body(Body::from(self.body.unwrap_or_default())).unwrap();
        let response = self.actor.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        // A stream may never end: its head is enough here.
        let streams = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if streams { Body::empty() } else { body };
        let bytes = to_bytes(body, 1 << 24).await.unwrap();
        // A file that was sent is no text; its own tests read it.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Told {
            asked: format!("{} {}", self.method, self.path),
            status: parts.status.as_u16(),
            headers: parts.headers,
            text,
            bytes: bytes.to_vec(),
        }
    }
}

/// What somebody was told.
#[derive(Debug, Clone)]
pub struct Told {
    pub asked: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// The body as it came: files are no text.
    pub bytes: Vec<u8>,
}

impl Told {
    /// The body, which is JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// It was done: the body.
    #[track_caller]
    pub fn good(&self) -> Value {
        assert!((200..300).contains(&self.status), "{}: {} {}", self.asked, self.status, self.text);
        self.json()
    }

    /// It was refused with this status and code: the body.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        let body = self.json();
        assert_eq!(
            (self.status, body["code"].as_str().unwrap_or("none")),
            (status, code),
            "{}: {}",
            self.asked,
            self.text
        );
        assert_eq!(self.header("content-type"), "application/problem+json");
        body
    }

    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or("").to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The pointers of the fields that are wrong.
    pub fn pointers(&self) -> Vec<String> {
        let body = self.json();
        let errors = body["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect()
    }

    /// The body without the number of the request.
    pub fn anonymous(&self) -> String {
        let mut body = self.json();
        body["instance"] = Value::Null;
        body.to_string()
    }
}

/// The token behind `#` in a link.
pub fn token_of(link: &Value) -> String {
    link.as_str().unwrap().split('#').nth(1).unwrap().to_owned()
}

/// The profile under which the three administrations are kept apart.
pub fn dengbao(config: &mut Config) {
    config.profile = PasswordProfile::Dengbao;
}

/// Runs a test on every engine there is.
#[macro_export]
macro_rules! on_each_engine {
    ($name:ident, $world:ident, $body:block) => {
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            for place in $crate::kit::places() {
                println!("on {}", place.engine);
                let $world = $crate::kit::World::new(place).await;
                $body
            }
        }
    };
}
