use crate::{entry, minute, on_each_engine};
use jifen_store::{
    Housekeeping, Role,
    attempts::{self, Claim, Patience},
    idempotency::{self, Kept},
    invitations, second_factor,
    sessions::{self, NewSession},
    settings, tokens, users,
};
use jiff::SignedDuration;

const PATIENCE: Patience = Patience {
    free: 5,
    window: SignedDuration::from_mins(15),
    first_wait: SignedDuration::from_secs(30),
    longest_wait: SignedDuration::from_mins(15),
};

on_each_engine!(attempts_are_counted_before_they_succeed, world, {
    let claim = |at: i64| {
        let database = world.database.clone();
        async move {
            let work = database.begin(minute(at)).await.unwrap();
            let claim = attempts::claim(&work, "name", &PATIENCE).await.unwrap();
            work.commit_housekeeping(Housekeeping::AttemptCounted).await.unwrap();
            claim
        }
    };
    let free = Claim::Go { locks_until: None };
    for _ in 0..4 {
        assert_eq!(claim(0).await, free);
    }
    let half_a_minute = minute(0) + SignedDuration::from_secs(30);
    assert_eq!(claim(0).await, Claim::Go { locks_until: Some(half_a_minute) }, "the last free one");
    assert_eq!(claim(0).await, Claim::WaitUntil(half_a_minute));
    let further = Claim::Go { locks_until: Some(minute(2)) };
    assert_eq!(claim(1).await, further, "after the wait one more");
    assert!(matches!(claim(1).await, Claim::WaitUntil(_)));
    assert_eq!(claim(20).await, free, "forgotten after the window");
    assert_eq!(claim(20).await, free);
});

on_each_engine!(a_hundred_guesses_at_once_are_five_attempts, world, {
    let guesses = (0..100).map(|_| {
        let database = world.database.clone();
        tokio::spawn(async move {
            let work = database.begin(minute(0)).await.unwrap();
            let claim = attempts::claim(&work, "name", &PATIENCE).await.unwrap();
            work.commit_housekeeping(Housekeeping::AttemptCounted).await.unwrap();
            matches!(claim, Claim::Go { .. })
        })
    });
    let mut allowed = 0;
    for guess in guesses.collect::<Vec<_>>() {
        allowed += u32::from(guess.await.unwrap());
    }
    assert_eq!(allowed, 5, "on {}", world.place.engine);
});

on_each_engine!(a_session_ends_once_and_for_all, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[Role::Publisher, Role::DataReviewer]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    for (id, token_hash) in [("s1", "t1"), ("s2", "t2"), ("s3", "t3")] {
        let (address, agent, expires_at) = ("::1", "test", minute(480));
        sessions::start(&work, &NewSession { id, user_id: "ann", token_hash, address, agent, expires_at })
            .await
            .unwrap();
    }
    work.commit(&entry("sign-in"), &[]).await.unwrap();

    let holder = sessions::holder(&world.database, "t1").await.unwrap().unwrap();
    assert_eq!(holder.session, sessions::by_token(&world.database, "t1").await.unwrap().unwrap());
    assert_eq!(Some(holder.user), users::by_id(&world.database, "ann").await.unwrap());
    assert_eq!(holder.organisation, a);

    let work = world.database.begin(minute(1)).await.unwrap();
    assert!(!sessions::end(&work, "bob", "s1").await.unwrap(), "only one's own");
    assert!(sessions::end(&work, "ann", "s1").await.unwrap());
    assert!(!sessions::end(&work, "ann", "s1").await.unwrap());
    work.commit(&entry("sign-out"), &[]).await.unwrap();
    assert_eq!(sessions::by_token(&world.database, "t1").await.unwrap(), None);
    assert_eq!(sessions::by_token(&world.database, "t2").await.unwrap().unwrap().id, "s2");
    assert_eq!(sessions::of_user(&world.database, "ann", minute(1)).await.unwrap().len(), 2);
    assert_eq!(sessions::of_user(&world.database, "ann", minute(480)).await.unwrap().len(), 0);

    let work = world.database.begin(minute(2)).await.unwrap();
    assert_eq!(sessions::end_all(&work, "ann", Some("s2")).await.unwrap(), 1);
    work.commit(&entry("end"), &[]).await.unwrap();
    assert_eq!(sessions::by_token(&world.database, "t3").await.unwrap(), None);
});

on_each_engine!(a_link_works_once_and_only_the_newest, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    invitations::issue(&work, "i1", "ann", "old", minute(60)).await.unwrap();
    invitations::issue(&work, "i2", "ann", "new", minute(60)).await.unwrap();
    work.commit(&entry("invite"), &[]).await.unwrap();
    assert_eq!(invitations::holder(&world.database, "old", minute(1)).await.unwrap(), None);
    assert_eq!(invitations::holder(&world.database, "new", minute(1)).await.unwrap().as_deref(), Some("ann"));
    assert_eq!(invitations::holder(&world.database, "new", minute(60)).await.unwrap(), None, "past its time");
    let work = world.database.begin(minute(1)).await.unwrap();
    assert!(invitations::use_up(&work, "new").await.unwrap());
    assert!(!invitations::use_up(&work, "new").await.unwrap());
});

on_each_engine!(a_step_and_a_recovery_code_are_used_once, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    second_factor::begin(&work, "ann", "secret").await.unwrap();
    assert!(!second_factor::of_user(&work, "ann").await.unwrap().unwrap().confirmed);
    assert!(second_factor::use_step(&work, "ann", 100).await.unwrap());
    assert!(!second_factor::use_step(&work, "ann", 100).await.unwrap(), "replayed");
    assert!(!second_factor::use_step(&work, "ann", 99).await.unwrap(), "older");
    assert!(second_factor::use_step(&work, "ann", 101).await.unwrap());
    second_factor::confirm(&work, "ann", &["h1".to_owned(), "h2".to_owned()]).await.unwrap();
    assert!(second_factor::use_recovery_code(&work, "ann", "h1").await.unwrap());
    assert!(!second_factor::use_recovery_code(&work, "ann", "h1").await.unwrap());
    assert_eq!(second_factor::recovery_codes_left(&work, "ann").await.unwrap(), 1);
    second_factor::begin(&work, "ann", "another").await.unwrap();
    assert_eq!(
        second_factor::recovery_codes_left(&work, "ann").await.unwrap(),
        0,
        "a new secret has new codes"
    );
});

on_each_engine!(a_token_is_found_until_it_expires_or_is_revoked, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    let scopes = ["read".to_owned(), "write".to_owned()];
    let new = tokens::NewToken {
        id: "t1",
        user_id: "ann",
        name: "脚本",
        token_hash: "h",
        scopes: &scopes,
        expires_at: minute(10),
    };
    let token = tokens::add(&work, &new).await.unwrap();
    assert_eq!(token.scopes, scopes);
    tokens::used(&work, "t1").await.unwrap();
    work.commit(&entry("token"), &[]).await.unwrap();
    let found = tokens::by_token(&world.database, "h", minute(9)).await.unwrap().unwrap();
    assert_eq!(found.used_at, Some(minute(0)));
    assert_eq!(tokens::by_token(&world.database, "h", minute(10)).await.unwrap(), None);
    let work = world.database.begin(minute(1)).await.unwrap();
    assert_eq!(tokens::revoke(&work, "bob", Some("t1")).await.unwrap(), 0);
    assert_eq!(tokens::revoke(&work, "ann", None).await.unwrap(), 1);
    work.commit(&entry("revoke"), &[]).await.unwrap();
    assert_eq!(tokens::by_token(&world.database, "h", minute(2)).await.unwrap(), None);
});

on_each_engine!(an_answer_is_kept_under_its_key_until_it_expires, world, {
    let kept =
        Kept { fingerprint: "f".into(), status: 201, headers: "{}".into(), body: "{\"id\":\"1\"}".into() };
    let work = world.database.begin(minute(0)).await.unwrap();
    idempotency::keep(&work, "ann", "k", &kept, minute(60)).await.unwrap();
    work.commit(&entry("x"), &[]).await.unwrap();
    assert_eq!(idempotency::find(&world.database, "ann", "k", minute(59)).await.unwrap(), Some(kept.clone()));
    assert_eq!(idempotency::find(&world.database, "ann", "k", minute(60)).await.unwrap(), None);
    assert_eq!(
        idempotency::find(&world.database, "bob", "k", minute(0)).await.unwrap(),
        None,
        "keys are one's own"
    );
    let work = world.database.begin(minute(61)).await.unwrap();
    idempotency::keep(&work, "ann", "k", &kept, minute(120)).await.unwrap();
    assert_eq!(idempotency::clear_expired(&work).await.unwrap(), 0, "the expired one was replaced");
});

on_each_engine!(a_setting_counts_its_versions, world, {
    for (value, version) in [("a", 1), ("b", 2)] {
        let work = world.database.begin(minute(0)).await.unwrap();
        settings::put(&work, "name", value).await.unwrap();
        work.commit(&entry("set"), &[]).await.unwrap();
        assert_eq!(settings::get(&world.database, "name").await.unwrap(), Some((value.to_owned(), version)));
    }
    assert_eq!(settings::get(&world.database, "other").await.unwrap(), None);
});
