//! The web console as a browser gets it. Tests hold with and without a built console (`scripts/web.sh build`).

use crate::{
    kit::{Told, World},
    on_each_engine,
};
use axum::http::Method;
use jifen_server::{Config, config::PasswordProfile};

/// Whether this program holds the console.
fn is_built(page: &Told) -> bool {
    !page.text.contains("scripts/web.sh build")
}

fn nonce_of(page: &Told) -> String {
    let policy = page.header("content-security-policy");
    policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default().to_owned()
}

on_each_engine!(every_page_is_answered_by_the_console, world, {
    let nobody = world.nobody();
    for path in ["/", "/users", "/users/42?open=1", "/accept", "/sign-in"] {
        let page = nobody.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(!page.header("content-security-policy").contains("unsafe"), "{path}");
        assert!(page.header("content-security-policy").contains("script-src 'self';"), "{path}");
        let head = nobody.asks(Method::HEAD, path).send().await;
        assert_eq!(head.status, 200, "HEAD {path}");
    }
});

on_each_engine!(a_page_names_its_nonce_and_no_two_pages_share_one, world, {
    let (one, other) = (world.nobody().get("/").await, world.nobody().get("/users").await);
    if !is_built(&one) {
        println!("the console is not built; nothing to see");
        return;
    }
    for page in [&one, &other] {
        let nonce = nonce_of(page);
        assert_eq!(nonce.len(), 32, "{}", page.header("content-security-policy"));
        assert!(page.text.contains(&nonce) && !page.text.contains("__CSP_NONCE__"));
    }
    assert_ne!(nonce_of(&one), nonce_of(&other));
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_says_which_rules_new_passwords_follow() {
    let place = || crate::kit::places().remove(0);
    let (usual, strict) =
        (World::with(place(), asvs).await.nobody(), World::with(place(), crate::kit::dengbao).await.nobody());
    let (usual, strict) = (usual.get("/accept").await, strict.get("/accept").await);
    if is_built(&usual) {
        assert!(usual.text.contains(r#"content="asvs""#), "{}", usual.text);
        assert!(strict.text.contains(r#"content="dengbao""#), "{}", strict.text);
    }
}

fn asvs(config: &mut Config) {
    config.profile = PasswordProfile::Asvs;
}

on_each_engine!(what_is_no_page_is_a_problem, world, {
    let zone = world.actor("zone").await;
    for path in ["/api", "/api/v1/nothing", "/missing.js", "/assets/missing.js", "/index.html.br"] {
        zone.get(path).await.refused(404, "not-found");
    }
    zone.asks(Method::POST, "/users").send().await.refused(404, "not-found");
});

on_each_engine!(files_named_by_content_are_kept_and_not_sent_twice, world, {
    let nobody = world.nobody();
    let page = nobody.get("/").await;
    let Some(script) =
        page.text.split('"').find(|part| part.starts_with("/assets/") && part.ends_with(".js"))
    else {
        assert!(!is_built(&page), "the page names its script");
        return;
    };
    let file = nobody.get(script).await;
    assert_eq!(file.header("content-type"), "text/javascript; charset=utf-8");
    assert!(file.header("cache-control").contains("immutable"));
    let seen = file.header("etag").to_owned();
    let again = nobody.asks(Method::GET, script).header("if-none-match", &seen).send().await;
    assert_eq!((again.status, again.text.len()), (304, 0));
    assert_eq!(nobody.get("/check.js").await.header("cache-control"), "no-cache", "its name stays the same");
});
