//! Every way to tamper with the log behind the program's back is found.

use crate::{World, entry, minute, on_each_engine, raw};
use jifen_store::{
    Database, Scope,
    audit::{self, Filter, Finding, Outcome},
};

async fn write(database: &Database, rows: i64) {
    for row in 0..rows {
        let work = database.begin(minute(row)).await.unwrap();
        let mut entry = entry("change");
        entry.detail = serde_json::json!({"name": ["前", "后"]});
        work.commit(&entry, &[]).await.unwrap();
    }
    database.anchor().flush().await.unwrap();
}

on_each_engine!(the_log_can_only_grow_through_the_program, world, {
    write(&world.database, 3).await;
    for statement in ["UPDATE audit SET action = 'x' WHERE seq = 1", "DELETE FROM audit WHERE seq = 3"] {
        let refused = raw(&world, &[statement]).await.unwrap_err();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
    assert!(audit::verify(&world.database).await.unwrap().is_good());
});

on_each_engine!(a_verification_tells_how_far_it_is_and_can_be_stopped, world, {
    let work = world.database.begin(minute(0)).await.unwrap();
    let more = vec![entry("row"); 2_499];
    work.commit(&entry("row"), &more).await.unwrap();
    world.database.anchor().flush().await.unwrap();
    let mut told = Vec::new();
    let verdict = audit::verify_watched(&world.database, |done| {
        told.push(done);
        true
    });
    assert!(verdict.await.unwrap().unwrap().is_good());
    assert_eq!(told, [1_000, 2_000, 2_500]);
    assert_eq!(audit::verify_watched(&world.database, |_| false).await.unwrap(), None);
});

on_each_engine!(tampering_is_found_and_named, world, {
    write(&world.database, 6).await;
    let check = async |statement: &str, expected: &[Finding]| {
        let copy = World::new(
            crate::engines::places().into_iter().find(|p| p.engine == world.place.engine).unwrap(),
        )
        .await;
        write(&copy.database, 6).await;
        force(&copy, statement).await;
        let verdict = audit::verify(&copy.database).await.unwrap();
        assert_eq!(verdict.findings, expected, "{statement} on {}", copy.place.engine);
        assert!(!verdict.is_good());
    };
    check("UPDATE audit SET detail = '{}' WHERE seq = 2", &[Finding::Edited { seq: 2 }]).await;
    check("UPDATE audit SET actor_id = '' WHERE seq = 2", &[Finding::Edited { seq: 2 }]).await;
    check("UPDATE audit SET at = at + 1 WHERE seq = 6", &[Finding::Edited { seq: 6 }]).await;
    check("DELETE FROM audit WHERE seq <= 2", &[Finding::Missing { from: 1, to: 2 }]).await;
    check("DELETE FROM audit WHERE seq IN (3, 4)", &[Finding::Missing { from: 3, to: 4 }]).await;
    check("DELETE FROM audit WHERE seq >= 5", &[Finding::Behind { anchored: 6, found: 4 }]).await;
    check("DELETE FROM audit", &[Finding::Behind { anchored: 6, found: 0 }]).await;
});

on_each_engine!(a_chain_built_anew_is_found_by_the_anchor, world, {
    write(&world.database, 4).await;
    // The attacker has the program itself: the forged chain is perfect in itself.
    force(&world, "DELETE FROM audit").await;
    for row in 0..4 {
        let work = world.database.begin(minute(row)).await.unwrap();
        work.commit(&entry("innocent"), &[]).await.unwrap();
    }
    let verdict = audit::verify(&world.database).await.unwrap();
    assert_eq!(verdict.findings, [Finding::Rebuilt { seq: 4 }]);
});

#[tokio::test]
async fn an_old_database_put_back_is_found() {
    let place = crate::engines::places().remove(0);
    let old = place.folder.path().join("old.sqlite");
    let world = World::new(place).await;
    write(&world.database, 2).await;
    jifen_store::back_up(&world.database, &old).await.unwrap();
    write(&world.database, 3).await;
    world.database.close().await.unwrap();
    std::fs::copy(&old, &world.place.address).unwrap();
    let database = Database::open(&world.place.address, &world.place.anchor(), minute(9)).await.unwrap();
    let verdict = audit::verify(&database).await.unwrap();
    assert_eq!(verdict.findings, [Finding::Behind { anchored: 5, found: 2 }]);
    // Going on from there does not heal it.
    for row in 0..4 {
        let work = database.begin(minute(100 + row)).await.unwrap();
        work.commit(&entry("later"), &[]).await.unwrap();
    }
    assert_eq!(audit::verify(&database).await.unwrap().findings, [Finding::Rebuilt { seq: 5 }]);
}

on_each_engine!(a_crash_between_commit_and_anchor_is_no_alarm, world, {
    write(&world.database, 3).await;
    let work = world.database.begin(minute(9)).await.unwrap();
    work.commit(&entry("last"), &[]).await.unwrap();
    // Not flushed; and the line before was cut.
    let anchor = std::fs::read_to_string(world.place.anchor()).unwrap();
    std::fs::write(world.place.anchor(), format!("{anchor}\n4 abcd")).unwrap();
    let verdict = audit::verify(&world.database).await.unwrap();
    assert!(verdict.is_good(), "{:?}", verdict.findings);
    assert_eq!((verdict.anchored, verdict.head.count), (3, 4));
    world.database.anchor().flush().await.unwrap();
    assert_eq!(audit::verify(&world.database).await.unwrap().anchored, 4);
});

on_each_engine!(the_log_is_searched_within_a_scope, world, {
    let work = world.database.begin(minute(0)).await.unwrap();
    let mut of_a = entry("open");
    (of_a.path, of_a.actor_id) = ("/centre/a/".into(), Some("ann".into()));
    let mut of_b = entry("open");
    (of_b.path, of_b.outcome) = ("/centre/b/".into(), Outcome::Refused);
    work.commit(&of_a, &[of_b, entry("close")]).await.unwrap();
    let count = |scope: Scope, filter: Filter| {
        let database = world.database.clone();
        async move {
            let request = jifen_store::PageRequest { limit: 10, after: None, descending: true };
            audit::list(&database, &scope, &filter, &request).await.unwrap().total
        }
    };
    let everything = || Scope::Everything;
    assert_eq!(count(everything(), Filter::default()).await, 3);
    assert_eq!(count(Scope::Below("/centre/a/".into()), Filter::default()).await, 1);
    assert_eq!(count(everything(), Filter { action: Some("open".into()), ..Filter::default() }).await, 2);
    assert_eq!(count(everything(), Filter { outcome: Some(Outcome::Refused), ..Filter::default() }).await, 1);
    assert_eq!(count(everything(), Filter { actor_id: Some("ann".into()), ..Filter::default() }).await, 1);
    assert_eq!(count(everything(), Filter { from: Some(minute(1)), ..Filter::default() }).await, 0);
    assert_eq!(count(everything(), Filter { until: Some(minute(1)), ..Filter::default() }).await, 3);
});

/// Runs `sql` past the program, with the triggers off.
async fn force(world: &World, sql: &str) {
    let statements: &[&str] = match world.place.engine {
        "sqlite" => &["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", sql],
        _ => &["ALTER TABLE audit DISABLE TRIGGER ALL", sql],
    };
    raw(world, statements).await.unwrap();
}
