use crate::{entry, minute, on_each_engine};
use jifen_store::{
    Housekeeping, Scope, audit,
    jobs::{self, JobState},
    settings,
};
use jiff::SignedDuration;

const LEASE: SignedDuration = SignedDuration::from_mins(1);

on_each_engine!(what_is_not_committed_never_happened, world, {
    let work = world.database.begin(minute(0)).await.unwrap();
    settings::put(&work, "name", "value").await.unwrap();
    drop(work);
    let work = world.database.begin(minute(0)).await.unwrap();
    settings::put(&work, "name", "value").await.unwrap();
    work.undo().await.unwrap();
    assert_eq!(settings::get(&world.database, "name").await.unwrap(), None);
    assert_eq!(audit::head(&world.database).await.unwrap().count, 0);
});

on_each_engine!(many_writers_make_one_chain, world, {
    let writers = (0..8).map(|writer| {
        let database = world.database.clone();
        tokio::spawn(async move {
            for number in 0..5 {
                let work = database.begin(minute(0)).await.unwrap();
                settings::put(&work, &format!("{writer}-{number}"), "x").await.unwrap();
                work.commit(&entry("set"), &[entry("and")]).await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let verdict = audit::verify(&world.database).await.unwrap();
    assert_eq!((verdict.head.count, verdict.findings.as_slice()), (80, &[][..]));
});

on_each_engine!(a_job_is_done_by_one_worker, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    jobs::add(&work, "j1", "count", "ann", &a.path).await.unwrap();
    work.commit(&entry("ask"), &[]).await.unwrap();

    let work = world.database.begin(minute(1)).await.unwrap();
    let first = jobs::take(&work, LEASE).await.unwrap().unwrap();
    assert_eq!(jobs::take(&work, LEASE).await.unwrap(), None, "one worker at a time");
    assert!(jobs::progress(&work, &first, 1, Some(3), LEASE).await.unwrap());
    work.commit_housekeeping(Housekeeping::JobProgress).await.unwrap();

    // The first worker is lost; the second takes over; the first comes back too late.
    let work = world.database.begin(minute(5)).await.unwrap();
    let second = jobs::take(&work, LEASE).await.unwrap().unwrap();
    assert!(second.fence > first.fence);
    assert!(!jobs::progress(&work, &first, 2, Some(3), LEASE).await.unwrap());
    assert!(!jobs::finish(&work, &first, JobState::Done, "\"first\"").await.unwrap());
    assert!(jobs::finish(&work, &second, JobState::Done, "\"second\"").await.unwrap());
    assert!(!jobs::finish(&work, &second, JobState::Done, "\"again\"").await.unwrap());
    work.commit(&entry("done"), &[]).await.unwrap();
    let job = jobs::by_id(&world.database, "j1").await.unwrap().unwrap();
    assert_eq!((job.state, job.result.as_deref(), job.done), (JobState::Done, Some("\"second\""), 1));
});

on_each_engine!(a_waiting_job_is_cancelled_at_once_a_running_one_when_its_worker_looks, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    let waiting = jobs::add(&work, "j1", "count", "ann", &a.path).await.unwrap();
    assert!(jobs::cancel(&work, &waiting).await.unwrap());
    assert_eq!(jobs::take(&work, LEASE).await.unwrap(), None);
    jobs::add(&work, "j2", "count", "ann", &a.path).await.unwrap();
    let running = jobs::take(&work, LEASE).await.unwrap().unwrap();
    assert!(jobs::cancel(&work, &running).await.unwrap());
    let running = jobs::by_id(&work, "j2").await.unwrap().unwrap();
    assert_eq!((running.state, running.cancel_at), (JobState::Running, Some(minute(0))));
    work.commit(&entry("cancel"), &[]).await.unwrap();
    let seen = |scope: Scope| {
        let database = world.database.clone();
        async move { jobs::within(&database, &scope, "j1").await.unwrap().is_some() }
    };
    assert!(seen(Scope::Person("ann".into())).await);
    assert!(!seen(Scope::Person("bob".into())).await);
    assert!(seen(Scope::Below(a.path.clone())).await);
});

/// The generation, as soon as the last commit is long enough ago for one to be told.
async fn settled(database: &jifen_store::Database) -> jifen_store::Generation {
    loop {
        if let Some(generation) = database.generation() {
            return generation;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

on_each_engine!(a_commit_by_anybody_makes_a_new_generation, world, {
    let before = world.database.generation();
    if world.place.engine == "postgres" {
        assert_eq!(before, None, "others may commit unseen: nothing may be kept");
        continue;
    }
    let before = settled(&world.database).await;
    assert_eq!(settled(&world.database).await, before, "reading changes nothing");
    let work = world.database.begin(minute(0)).await.unwrap();
    settings::put(&work, "name", "value").await.unwrap();
    work.commit_housekeeping(Housekeeping::Seen).await.unwrap();
    let own = settled(&world.database).await;
    assert_ne!(own, before);
    // Another process, as far as the file can tell.
    let other =
        jifen_store::Database::open(&world.place.address, &world.place.anchor(), minute(0)).await.unwrap();
    let seen = settled(&world.database).await;
    let work = other.begin(minute(0)).await.unwrap();
    settings::put(&work, "name", "another").await.unwrap();
    work.commit_housekeeping(Housekeeping::Seen).await.unwrap();
    assert_ne!(settled(&world.database).await, seen);
});
