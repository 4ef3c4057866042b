use crate::{World, engines, entry, minute, on_each_engine, raw};
use jifen_store::{Database, SCHEMA_VERSION, StoreError, back_up, check};

on_each_engine!(opening_again_changes_nothing, world, {
    let work = world.database.begin(minute(0)).await.unwrap();
    work.commit(&entry("x"), &[]).await.unwrap();
    world.database.close().await.unwrap();
    let again = Database::open(&world.place.address, &world.place.anchor(), minute(1)).await.unwrap();
    assert_eq!(jifen_store::audit::head(&again).await.unwrap().count, 1);
    again.ping().await.unwrap();
});

on_each_engine!(a_newer_schema_is_refused, world, {
    world.database.close().await.unwrap();
    let newer = SCHEMA_VERSION + 1;
    let sql = format!("INSERT INTO schema_history VALUES ({newer}, 'future', 'x', 0)");
    raw(&world, &[&sql]).await.unwrap();
    let refused = Database::open(&world.place.address, &world.place.anchor(), minute(1)).await;
    assert!(
        matches!(refused, Err(StoreError::NewerSchema { found, known }) if (found, known) == (newer, SCHEMA_VERSION))
    );
});

on_each_engine!(a_migration_changed_after_it_was_applied_is_refused, world, {
    world.database.close().await.unwrap();
    let sql = "UPDATE schema_history SET checksum = 'other' WHERE version = 1";
    raw(&world, &[sql]).await.unwrap();
    let refused = Database::open(&world.place.address, &world.place.anchor(), minute(1)).await;
    assert!(matches!(refused, Err(StoreError::ChangedMigration { version: 1 })));
});

on_each_engine!(two_programs_opening_at_once_migrate_once, world, {
    drop(world);
    let place = engines::places().into_iter().last().unwrap();
    let (address, anchor) = (place.address.clone(), place.anchor());
    let open = || Database::open(&address, &anchor, minute(0));
    let (one, two) = tokio::join!(open(), open());
    one.unwrap().ping().await.unwrap();
    two.unwrap().ping().await.unwrap();
});

#[tokio::test]
async fn an_address_of_no_known_kind_is_refused() {
    for address in ["", "mysql://root@localhost/x", "sqlite://x"] {
        let refused = Database::open(address, std::path::Path::new("x"), minute(0)).await;
        assert!(matches!(refused, Err(StoreError::Address)), "{address}");
    }
}

#[tokio::test]
async fn a_backup_is_made_while_in_use_and_checked_without_being_changed() {
    let world = World::new(engines::places().remove(0)).await;
    let work = world.database.begin(minute(0)).await.unwrap();
    work.commit(&entry("before"), &[]).await.unwrap();
    let copy = world.place.folder.path().join("copy.sqlite");
    back_up(&world.database, &copy).await.unwrap();
    assert!(matches!(back_up(&world.database, &copy).await, Err(StoreError::File(_))), "never over a file");

    let work = world.database.begin(minute(1)).await.unwrap();
    work.commit(&entry("after"), &[]).await.unwrap();
    world.database.anchor().flush().await.unwrap();
    let bytes = std::fs::read(&copy).unwrap();
    let checked = check(&copy, &world.place.anchor(), minute(2)).await.unwrap();
    assert!(checked.is_good(), "{checked:?}");
    assert_eq!(checked.audit.head.count, 1);
    assert_eq!(std::fs::read(&copy).unwrap(), bytes);
}

#[tokio::test]
async fn a_damaged_backup_is_called_damaged() {
    let world = World::new(engines::places().remove(0)).await;
    for _ in 0..200 {
        let work = world.database.begin(minute(0)).await.unwrap();
        work.commit(&entry("row"), &[]).await.unwrap();
    }
    let copy = world.place.folder.path().join("copy.sqlite");
    back_up(&world.database, &copy).await.unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    // A bit flips in the middle of the first stored action word.
    let place = bytes.windows(7).rposition(|window| window == b"rowtest").unwrap();
    bytes[place] ^= 1;
    std::fs::write(&copy, bytes).unwrap();
    let checked = check(&copy, &world.place.anchor(), minute(2)).await.unwrap();
    assert!(!checked.is_good(), "{checked:?}");
}
