//! Signing in by an identity provider, with one on loopback that does as it is told.

use crate::kit::{Actor, Told, World, places};
use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jiff::SignedDuration;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn key_pair() -> EcdsaKeyPair {
    let (way, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let pair = EcdsaKeyPair::generate_pkcs8(way, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(way, pair.as_ref(), &random).unwrap()
}

/// How the provider misbehaves.
#[derive(Clone, Default)]
struct Mood {
    /// Claims instead of the right ones.
    claims: Value,
    /// Signs with a key that it does not publish.
    stranger: bool,
    /// Signs nothing and says so.
    unsigned: bool,
    /// Answers the exchange with a redirection.
    redirects: bool,
    /// Has its token endpoint at another host.
    elsewhere: bool,
}

struct Fake {
    issuer: String,
    key: EcdsaKeyPair,
    other: EcdsaKeyPair,
    mood: Mood,
    /// Codes given out: challenge, nonce, the person.
    codes: HashMap<String, (String, String, String)>,
    now: i64,
}

type Shared = Arc<Mutex<Fake>>;

/// A provider that listens.
struct Provider(Shared);

impl Provider {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let fake = Fake {
            issuer,
            key: key_pair(),
            other: key_pair(),
            mood: Mood::default(),
            codes: HashMap::new(),
            now: 0,
        };
        let shared = Arc::new(Mutex::new(fake));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Self(shared)
    }

    fn issuer(&self) -> String {
        self.0.lock().unwrap().issuer.clone()
    }

    fn is(&self, mood: Mood) {
        self.0.lock().unwrap().mood = mood;
    }

    /// The person signs in there: what the browser comes back with, state and code.
    fn lets_in(&self, world: &World, address: &str, person: &str) -> (String, String) {
        let url = url::Url::parse(address).unwrap();
        let asked: HashMap<String, String> = url.query_pairs().into_owned().collect();
        for (name, value) in [
            ("response_type", "code"),
            ("client_id", "jifen"),
            ("code_challenge_method", "S256"),
            ("redirect_uri", "http://127.0.0.1:8080/sign-in/return"),
        ] {
            assert_eq!(asked[name], value);
        }
        let mut fake = self.0.lock().unwrap();
        fake.now = world.now().as_second();
        let code = format!("code-{}", fake.codes.len());
        let kept = (asked["code_challenge"].clone(), asked["nonce"].clone(), person.to_owned());
        fake.codes.insert(code.clone(), kept);
        (asked["state"].clone(), code)
    }
}

async fn metadata(State(fake): State<Shared>) -> Json<Value> {
    let fake = fake.lock().unwrap();
    let issuer = &fake.issuer;
    let token =
        if fake.mood.elsewhere { "http://127.0.0.1:1/token".to_owned() } else { format!("{issuer}/token") };
    Json(json!({"issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": token, "jwks_uri": format!("{issuer}/keys")}))
}

async fn keys(State(fake): State<Shared>) -> Json<Value> {
    let fake = fake.lock().unwrap();
    let point = fake.key.public_key().as_ref();
    let key = json!({"kty": "EC", "crv": "P-256", "use": "sig", "kid": "k1", "alg": "ES256",
                     "x": encoded(&point[1..33]), "y": encoded(&point[33..])});
    Json(json!({"keys": [key]}))
}

async fn token(
    State(fake): State<Shared>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let mut fake = fake.lock().unwrap();
    if fake.mood.redirects {
        return Redirect::temporary("http://127.0.0.1:1/token").into_response();
    }
    let basic = format!("Basic {}", STANDARD.encode("jifen:s%26cret"));
    let who = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let known = form.get("code").and_then(|code| fake.codes.remove(code));
    let (Some((challenge, nonce, person)), Some(verifier)) = (known, form.get("code_verifier")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let fits = encoded(Sha256::digest(verifier)) == challenge;
    if !fits || who != Some(basic.as_str()) || form["grant_type"] != "authorization_code" {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut claims = json!({"iss": fake.issuer, "sub": person, "aud": "jifen", "nonce": nonce, "iat": fake.now,
                            "exp": fake.now + 300, "preferred_username": format!("{person}@id"), "amr": ["pwd"]});
    for (name, value) in fake.mood.claims.as_object().into_iter().flatten() {
        claims[name] = value.clone();
    }
    let header =
        if fake.mood.unsigned { json!({"alg": "none"}) } else { json!({"alg": "ES256", "kid": "k1"}) };
    let signed = format!("{}.{}", encoded(header.to_string()), encoded(claims.to_string()));
    let key = if fake.mood.stranger { &fake.other } else { &fake.key };
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
    let signature = if fake.mood.unsigned { String::new() } else { encoded(signature) };
    Json(json!({"access_token": "x", "token_type": "Bearer", "id_token": format!("{signed}.{signature}")}))
        .into_response()
}

async fn world(provider: &Provider, strong: &[&str]) -> World {
    let strong: Vec<String> = strong.iter().map(|&mean| mean.to_owned()).collect();
    World::with(places().remove(0), |config| {
        config.oidc.issuer = provider.issuer();
        config.oidc.client_id = "jifen".into();
        config.oidc.client_secret = "s&cret".into();
        config.oidc.name = "统一认证".into();
        config.oidc.strong = strong;
    })
    .await
}

/// The cookie of an answer.
fn flow_cookie(told: &Told) -> String {
    let cookie = told.headers.get_all(header::SET_COOKIE).iter().find_map(|value| value.to_str().ok());
    let cookie = cookie.unwrap_or_else(|| panic!("{}: {}", told.asked, told.text));
    assert!(cookie.starts_with("__Host-jifen-flow=jfb_") && cookie.contains("HttpOnly"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

/// Goes to the provider to sign in; a browser that keeps the cookie, and the address.
async fn sets_out(world: &World) -> (Actor, String) {
    let mut browser = world.nobody();
    let told = browser.post("/api/v1/provider/sign-in", &json!({})).await;
    let address = told.good()["address"].as_str().unwrap().to_owned();
    browser.cookie = Some(flow_cookie(&told));
    (browser, address)
}

async fn comes_back(browser: &Actor, state: &str, code: &str, one_time_code: Option<&str>) -> Told {
    let body = json!({"state": state, "code": code, "one_time_code": one_time_code});
    browser.post("/api/v1/provider/sessions", &body).await
}

/// Links a person here to one there.
async fn links(world: &World, provider: &Provider, login: &str, person: &str) -> Told {
    let actor = world.actor(login).await;
    let told = actor.post("/api/v1/me/identities", &json!({})).await;
    let (state, code) = provider.lets_in(world, told.good()["address"].as_str().unwrap(), person);
    let mut browser = actor.clone();
    browser.cookie = Some(format!("{}; {}", actor.cookie.unwrap(), flow_cookie(&told)));
    browser.post("/api/v1/me/identities/confirm", &json!({"state": state, "code": code})).await
}

/// The session cookie of an answer.
fn session(told: &Told) -> String {
    let all = told.headers.get_all(header::SET_COOKIE);
    let found = all
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find(|value| value.starts_with("__Host-jifen=jfs_"));
    found.unwrap_or_else(|| panic!("{}", told.text)).split(';').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_linked_person_signs_in_by_the_provider() {
    let provider = Provider::start().await;
    let world = world(&provider, &[]).await;
    let options = world.nobody().get("/api/v1/sign-in-options").await.good();
    assert_eq!(options["provider"], "统一认证");
    let linked = links(&world, &provider, "policy", "zhou").await.good();
    assert_eq!(linked["name"], "zhou@id");
    links(&world, &provider, "bank", "zhou").await.refused(409, "exists-already");

    let (mut browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    let told = comes_back(&browser, &state, &code, None).await;
    told.good();
    browser.cookie = Some(session(&told));
    assert_eq!(browser.get("/api/v1/me").await.good()["login"], "policy");
    let mine = browser.get("/api/v1/me/identities").await.good();
    assert!(mine[0]["used_at"].is_string(), "{mine}");
    let rows = world.audit().await;
    assert!(
        rows.contains(&"link identity done".to_owned()) && rows.last().unwrap() == "sign-in session done"
    );

    let path = format!("/api/v1/me/identities/{}", mine[0]["id"].as_str().unwrap());
    world.actor("bank").await.delete(&path).await.refused(404, "not-found");
    browser.delete(&path).await.good();
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    comes_back(&browser, &state, &code, None).await.refused(401, "identity-not-linked");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_ways_to_come_back_wrongly() {
    let provider = Provider::start().await;
    let world = world(&provider, &[]).await;
    links(&world, &provider, "policy", "zhou").await.good();
    let claims = |name: &str, value: Value| {
        let mut claims = json!({});
        claims[name] = value;
        Mood { claims, ..Mood::default() }
    };
    let moods = [
        claims("nonce", json!("another")),
        claims("aud", json!("another")),
        claims("iss", json!("http://127.0.0.1:1")),
        claims("exp", json!(world.now().as_second() - 3_600)),
        Mood { stranger: true, ..Mood::default() },
        Mood { unsigned: true, ..Mood::default() },
        Mood { redirects: true, ..Mood::default() },
    ];
    for mood in moods {
        provider.is(mood);
        let (browser, address) = sets_out(&world).await;
        let (state, code) = provider.lets_in(&world, &address, "zhou");
        comes_back(&browser, &state, &code, None).await.refused(401, "provider-refused");
    }
    provider.is(Mood::default());

    // A state is used once.
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    comes_back(&browser, &state, "guessed", None).await.refused(401, "provider-refused");
    comes_back(&browser, &state, &code, None).await.refused(401, "provider-refused");
    // Nobody brings their code into another's flow: the PKCE verifier does not fit it.
    let (mine, my_address) = sets_out(&world).await;
    let (my_state, _) = provider.lets_in(&world, &my_address, "zhou");
    let (_, their_address) = sets_out(&world).await;
    let (_, their_code) = provider.lets_in(&world, &their_address, "zhou");
    comes_back(&mine, &my_state, &their_code, None).await.refused(401, "provider-refused");
    // Another browser, an unknown state, a flow for linking, and one that is too old.
    let (_, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    let (other, _) = sets_out(&world).await;
    comes_back(&other, &state, &code, None).await.refused(401, "provider-refused");
    comes_back(&world.nobody(), &state, &code, None).await.refused(401, "provider-refused");
    comes_back(&other, "unknown", &code, None).await.refused(401, "provider-refused");
    let policy = world.actor("policy").await;
    let told = policy.post("/api/v1/me/identities", &json!({})).await;
    let (state, code) = provider.lets_in(&world, told.good()["address"].as_str().unwrap(), "zhou");
    let mut browser = world.nobody();
    browser.cookie = Some(flow_cookie(&told));
    comes_back(&browser, &state, &code, None).await.refused(401, "provider-refused");
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    world.wait(SignedDuration::from_mins(10));
    comes_back(&browser, &state, &code, None).await.refused(401, "provider-refused");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_is_never_made_and_one_shut_out_stays_out() {
    let provider = Provider::start().await;
    let world = world(&provider, &[]).await;
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "stranger");
    comes_back(&browser, &state, &code, None).await.refused(401, "identity-not-linked");
    links(&world, &provider, "policy", "zhou").await.good();
    let path = format!("/api/v1/users/{}", world.user("policy").await);
    let security = world.actor("security").await;
    security.edits(Method::POST, &format!("{path}/disable"), &path, &json!({})).await.good();
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "zhou");
    comes_back(&browser, &state, &code, None).await.refused(401, "sign-in-refused");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_one_time_code_is_asked_for_unless_the_providers_means_are_enough() {
    let provider = Provider::start().await;
    let world = world(&provider, &["otp"]).await;
    links(&world, &provider, "bank", "wu").await.good();
    let secret = crate::second_factor::sets_up(&world.actor("bank").await, &world).await.0;
    world.wait(SignedDuration::from_secs(30));
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "wu");
    comes_back(&browser, &state, &code, None).await.refused(401, "second-factor-required");
    comes_back(&browser, &state, &code, Some("000000")).await.refused(401, "sign-in-refused");
    let shown = crate::second_factor::shown(&secret, &world);
    comes_back(&browser, &state, &code, Some(&shown)).await.good();
    comes_back(&browser, &state, &code, Some(&shown)).await.refused(401, "provider-refused");

    provider.is(Mood { claims: json!({"amr": ["pwd", "otp"]}), ..Mood::default() });
    let (browser, address) = sets_out(&world).await;
    let (state, code) = provider.lets_in(&world, &address, "wu");
    comes_back(&browser, &state, &code, None).await.good();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_leads_elsewhere_is_not_followed() {
    let provider = Provider::start().await;
    let world = world(&provider, &[]).await;
    provider.is(Mood { elsewhere: true, ..Mood::default() });
    world.nobody().post("/api/v1/provider/sign-in", &json!({})).await.refused(503, "provider-unreachable");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_provider_there_is_no_such_way_in() {
    let world = World::new(places().remove(0)).await;
    assert_eq!(world.nobody().get("/api/v1/sign-in-options").await.good()["provider"], Value::Null);
    world.nobody().post("/api/v1/provider/sign-in", &json!({})).await.refused(404, "not-found");
    comes_back(&world.nobody(), "x", "y", None).await.refused(404, "not-found");
}
