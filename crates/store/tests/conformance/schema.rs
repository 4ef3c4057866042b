use crate::{World, engines, entry, minute, on_each_engine, raw};
use jifen_store::{
    Database, PageRequest, Role, SCHEMA_VERSION, Scope, StoreError, audit, back_up, check, imports, users,
};
use std::path::Path;

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

on_each_engine!(an_older_schema_with_people_is_not_migrated_without_a_copy_or_a_word, world, {
    // The program before this one knew no newest migration. On SQLite a copy is made instead (see `migrations`).
    if world.place.engine == "postgres" {
        let last = SCHEMA_VERSION - 1;
        let forget = format!("DELETE FROM schema_history WHERE version > {last}");
        let (address, anchor) = (world.place.address.clone(), world.place.anchor());
        let open = async || Database::open(&address, &anchor, minute(1)).await;
        let [centre, ..] = world.land().await;
        world.user("chen", &centre, &[Role::Auditor]).await;
        world.database.close().await.unwrap();
        raw(&world, &[&forget]).await.unwrap();
        for _ in 0..2 {
            let refused = open().await;
            let Err(StoreError::OlderSchema { found, known }) = refused else { panic!("{refused:?}") };
            assert_eq!((found, known), (last, SCHEMA_VERSION), "and nothing was changed");
        }
        // Whoever gives their word gets to the migration itself; here it finds its own tables.
        let tried = Database::open_migrating(&address, &anchor, minute(1)).await;
        assert!(matches!(tried, Err(StoreError::Database(_))), "{tried:?}");
    }
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
        let refused = Database::open(address, Path::new("x"), minute(0)).await;
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

#[tokio::test]
async fn a_database_of_every_released_schema_opens_whole() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    freeze_newest(&fixtures).await;
    for version in 1..=SCHEMA_VERSION {
        let folder = tempfile::tempdir().unwrap();
        let (file, anchor) = (folder.path().join("x.sqlite"), folder.path().join("audit.anchor"));
        std::fs::copy(fixtures.join(format!("schema-{version}.sqlite")), &file).unwrap();
        std::fs::copy(fixtures.join(format!("schema-{version}.anchor")), &anchor).unwrap();
        let database = Database::open(&file.to_string_lossy(), &anchor, minute(0)).await.unwrap();
        let request = PageRequest { limit: 100, after: None, descending: false };
        let (all, sort) = (users::Filter::default(), users::Sort::Login);
        let people = users::list(&database, &Scope::Everything, &all, sort, &request).await.unwrap();
        assert!(people.total >= 11 && people.items[0].login == "auditor", "schema {version}");
        assert_eq!(people.items[0].roles, [Role::Auditor]);
        let verdict = audit::verify(&database).await.unwrap();
        assert!(verdict.is_good() && verdict.anchored >= 2, "schema {version}: {verdict:?}");
        // A fresh database has the same tables, columns and indexes.
        let fresh = World::new(engines::places().remove(0)).await;
        assert_eq!(shape(&file).await, shape(Path::new(&fresh.place.address)).await, "schema {version}");
    }
}

#[tokio::test]
async fn imports_of_before_authorities_lists_keep_their_rows() {
    use sea_orm::ConnectionTrait;
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let folder = tempfile::tempdir().unwrap();
    let (file, anchor) = (folder.path().join("x.sqlite"), folder.path().join("audit.anchor"));
    std::fs::copy(fixtures.join("schema-6.sqlite"), &file).unwrap();
    std::fs::copy(fixtures.join("schema-6.anchor"), &anchor).unwrap();
    let before = sea_orm::Database::connect(format!("sqlite:{}", file.display())).await.unwrap();
    let import = "INSERT INTO imports SELECT 'im', o.id, o.path, 'register', NULL, 'register', NULL, 'x.csv', 'h', 1, \
        'all', 'done', '{}', '{}', NULL, NULL, u.id, 0, NULL, 1 FROM organisations o, users u \
        WHERE o.kind = 'zone' AND u.login = 'zone' LIMIT 1";
    let row = "INSERT INTO import_rows VALUES ('im', 1, 2, NULL, '甲公司', 'created', '{}')";
    for sql in [import, row] {
        assert_eq!(before.execute_unprepared(sql).await.unwrap().rows_affected(), 1);
    }
    before.close().await.unwrap();
    let database = Database::open(&file.to_string_lossy(), &anchor, minute(0)).await.unwrap();
    let kept = imports::within(&database, &Scope::Everything, "im").await.unwrap().unwrap();
    assert_eq!((kept.kind, kept.file_name.as_str()), (imports::ImportKind::Register, "x.csv"));
    let page = PageRequest { limit: 10, after: None, descending: false };
    assert_eq!(imports::rows_of(&database, "im", None, &page).await.unwrap().total, 1);
}

/// A new column with the hash of a file belongs into `named` too, or backups lack that file.
#[tokio::test]
async fn every_column_with_a_hash_is_of_a_file_that_backups_hold_or_says_what_else_it_is() {
    const FILES: &[&str] = &[
        "attachments.hash",
        "batches.scheme_hash",
        "imports.file_hash",
        "imports.returned_hash",
        "runs.calibration_hash",
        "runs.snapshot_hash",
        "task_files.hash",
    ];
    const SECRETS_AND_CHAINS: &[&str] = &[
        "api_tokens.token_hash",
        "audit.hash",
        "former_passwords.password_hash",
        "invitations.token_hash",
        "provider_flows.browser_hash",
        "provider_flows.state_hash",
        "recovery_codes.code_hash",
        "sessions.token_hash",
        "sign_in_attempts.login_hash",
        "users.password_hash",
    ];
    let world = World::new(engines::places().remove(0)).await;
    let sql = "SELECT t.name || '.' || c.name AS line FROM sqlite_master t, pragma_table_info(t.name) c \
        WHERE t.type = 'table' AND c.name LIKE '%hash' ORDER BY line";
    let mut known = [FILES, SECRETS_AND_CHAINS].concat();
    known.sort_unstable();
    assert_eq!(lines(Path::new(&world.place.address), sql).await, known);
}

/// Keeps the first database of a new schema (`UPDATE=1`): the newest frozen one, brought up to date by this program.
async fn freeze_newest(fixtures: &Path) {
    let kept = |version, end| fixtures.join(format!("schema-{version}.{end}"));
    if std::env::var_os("UPDATE").is_none() || kept(SCHEMA_VERSION, "sqlite").exists() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (file, anchor) = (folder.path().join("x.sqlite"), folder.path().join("audit.anchor"));
    std::fs::copy(kept(SCHEMA_VERSION - 1, "sqlite"), &file).unwrap();
    std::fs::copy(kept(SCHEMA_VERSION - 1, "anchor"), &anchor).unwrap();
    let database = Database::open(&file.to_string_lossy(), &anchor, minute(0)).await.unwrap();
    back_up(&database, &kept(SCHEMA_VERSION, "sqlite")).await.unwrap();
    std::fs::copy(&anchor, kept(SCHEMA_VERSION, "anchor")).unwrap();
}

/// Every definition in a SQLite file, as written.
async fn shape(file: &Path) -> Vec<String> {
    let sql = "SELECT name || ': ' || sql AS line FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name";
    lines(file, sql).await
}

/// What `sql` answers as `line`.
async fn lines(file: &Path, sql: &str) -> Vec<String> {
    use sea_orm::{ConnectionTrait, Statement};
    let connection = sea_orm::Database::connect(format!("sqlite:{}", file.display())).await.unwrap();
    let asked = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect()
}
