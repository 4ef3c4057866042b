//! One-time codes.

use crate::{
    kit::{Actor, World, places},
    on_each_engine,
};
use axum::http::Method;
use hmac::{Hmac, KeyInit, Mac};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// What the person's telephone shows: written apart from the server, from the RFC.
pub fn shown(secret: &str, world: &World) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = secret.chars().map(|c| format!("{:05b}", letters.find(c).unwrap())).collect();
    let key: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|b| u8::from_str_radix(std::str::from_utf8(b).unwrap(), 2).unwrap())
        .collect();
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(world.now().as_second() / 30).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] % 16);
    let number = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) % (1 << 31);
    format!("{:06}", number % 1_000_000)
}

/// Sets the telephone up; gives the secret and the recovery codes.
pub async fn sets_up(actor: &Actor, world: &World) -> (String, Vec<Value>) {
    let begun = actor.post("/api/v1/me/second-factor", &json!({})).await.good();
    let secret = begun["secret"].as_str().unwrap().to_owned();
    assert!(begun["address"].as_str().unwrap().contains(&format!("secret={secret}")));
    let wrong = actor.post("/api/v1/me/second-factor/confirm", &json!({"code": "12"})).await;
    wrong.refused(422, "not-accepted");
    let code = json!({"code": shown(&secret, world)});
    let confirmed = actor.post("/api/v1/me/second-factor/confirm", &code).await.good();
    (secret, confirmed["recovery_codes"].as_array().unwrap().clone())
}

on_each_engine!(a_code_is_asked_for_and_works_once, world, {
    let (secret, recovery) = sets_up(&world.actor("bank").await, &world).await;
    assert_eq!(recovery.len(), 10);
    world.wait(SignedDuration::from_secs(30));
    let mut actor = world.nobody();
    actor.signs_in("bank", &world.password, None).await.refused(401, "second-factor-required");
    actor.signs_in("bank", "wrong", Some(&shown(&secret, &world))).await.refused(401, "sign-in-refused");
    let code = shown(&secret, &world);
    actor.signs_in("bank", &world.password, Some(&code)).await.good();
    world.nobody().signs_in("bank", &world.password, Some(&code)).await.refused(401, "sign-in-refused");
    world.wait(SignedDuration::from_secs(30));
    world.nobody().signs_in("bank", &world.password, Some(&shown(&secret, &world))).await.good();
    assert_eq!(actor.get("/api/v1/me").await.good()["second_factor"], true);
});

on_each_engine!(a_recovery_code_works_once_in_any_spelling, world, {
    let (_, recovery) = sets_up(&world.actor("bank").await, &world).await;
    let code = recovery[0].as_str().unwrap().to_lowercase().replace('-', " ");
    let mut actor = world.nobody();
    actor.signs_in("bank", &world.password, Some(&code)).await.good();
    assert_eq!(actor.get("/api/v1/me").await.good()["recovery_codes"], 9);
    world.nobody().signs_in("bank", &world.password, Some(&code)).await.refused(401, "sign-in-refused");
});

on_each_engine!(a_step_up_asks_for_the_code_too, world, {
    let actor = world.actor("bank").await;
    let (secret, _) = sets_up(&actor, &world).await;
    world.wait(SignedDuration::from_mins(10));
    actor.delete("/api/v1/me/second-factor").await.refused(403, "step-up-required");
    let body = |code: Option<String>| json!({"password": world.password, "code": code});
    actor.post("/api/v1/me/step-up", &body(None)).await.refused(401, "second-factor-required");
    actor.post("/api/v1/me/step-up", &body(Some("000000".into()))).await.refused(401, "sign-in-refused");
    actor.post("/api/v1/me/step-up", &body(Some(shown(&secret, &world)))).await.good();
    actor.delete("/api/v1/me/second-factor").await.good();
    world.actor("bank").await;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_it_is_demanded_nothing_else_works_before() {
    let world = World::with(places().remove(0), |config| config.second_factor = true).await;
    let mut bank = world.nobody();
    let signed_in = bank.signs_in("bank", &world.password, None).await.good();
    assert_eq!(signed_in["duty"], "second-factor-setup-required");
    bank.get("/api/v1/organisations").await.refused(403, "second-factor-setup-required");
    sets_up(&bank, &world).await;
    bank.get("/api/v1/organisations").await.good();
    // An enterprise need not.
    world.actor("enterprise").await.get("/api/v1/organisations").await.good();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_password_has_to_be_changed_and_lately_used_ones_do_not_come_back() {
    let world = World::with(places().remove(0), crate::kit::dengbao).await;
    world.wait(SignedDuration::from_hours(90 * 24));
    let actor = world.actor("policy").await;
    actor.get("/api/v1/organisations").await.refused(403, "password-expired");
    let put = async |current: &str, new: &str| {
        let body = json!({"current": current, "new": new});
        actor.asks(Method::PUT, "/api/v1/me/password").with(&body).send().await
    };
    put(&world.password, "kT9#rw2!vB").await.good();
    actor.get("/api/v1/organisations").await.good();
    put("kT9#rw2!vB", "Zx8$mp4?qL").await.good();
    let told = put("Zx8$mp4?qL", "kT9#rw2!vB").await;
    told.refused(422, "not-accepted");
    assert!(told.text.contains("used lately"), "{}", told.text);
}
