//! One suite for both engines: what the repositories promise.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "conformance/audit.rs"]
mod audit;
mod engines;
#[path = "conformance/evaluation.rs"]
mod evaluation;
#[path = "conformance/people.rs"]
mod people;
#[path = "conformance/register.rs"]
mod register;
#[path = "conformance/schema.rs"]
mod schema;
#[path = "conformance/signing_in.rs"]
mod signing_in;
#[path = "conformance/work.rs"]
mod work;

use engines::Place;
use jifen_store::{
    Database, OrganisationKind, Role,
    audit::{Entry, Outcome},
    organisations::{self, NewOrganisation, Organisation},
    users::{self, NewUser, Tongue, User},
};
use jiff::{SignedDuration, Timestamp};

/// Nine in the morning of a Monday in Beijing.
pub(crate) const T0: &str = "2026-11-23T01:00:00Z";

/// `T0` plus this many minutes.
pub(crate) fn minute(minutes: i64) -> Timestamp {
    T0.parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

/// A database with a few things in it.
pub(crate) struct World {
    pub(crate) place: Place,
    pub(crate) database: Database,
}

impl World {
    pub(crate) async fn new(place: Place) -> Self {
        let database = Database::open(&place.address, &place.anchor(), minute(0)).await.unwrap();
        Self { place, database }
    }

    pub(crate) async fn organisation(
        &self,
        id: &str,
        kind: OrganisationKind,
        parent: Option<&Organisation>,
    ) -> Organisation {
        let work = self.database.begin(minute(0)).await.unwrap();
        let opens_on = "2020-01-01".parse().unwrap();
        let name = format!("名称{id}");
        let new = NewOrganisation { id, kind, parent, name: &name, credit_code: None, opens_on };
        let added = organisations::add(&work, &new).await.unwrap();
        work.commit(&entry("open"), &[]).await.unwrap();
        added
    }

    pub(crate) async fn user(&self, id: &str, organisation: &Organisation, roles: &[Role]) -> User {
        let work = self.database.begin(minute(0)).await.unwrap();
        let new = NewUser { id, organisation, login: id, name: id, language: Tongue::Chinese, roles };
        let added = users::add(&work, &new).await.unwrap();
        work.commit(&entry("invite"), &[]).await.unwrap();
        added
    }

    /// A centre, two zones `a` and `b`, an enterprise `ea` in `a`.
    pub(crate) async fn land(&self) -> [Organisation; 4] {
        let centre = self.organisation("centre", OrganisationKind::Centre, None).await;
        let a = self.organisation("a", OrganisationKind::Zone, Some(&centre)).await;
        let b = self.organisation("b", OrganisationKind::Zone, Some(&centre)).await;
        let ea = self.organisation("ea", OrganisationKind::Enterprise, Some(&a)).await;
        [centre, a, b, ea]
    }
}

/// Runs statements past the program.
pub(crate) async fn raw(world: &World, statements: &[&str]) -> Result<(), String> {
    use sea_orm::ConnectionTrait;
    let url = match world.place.engine {
        "sqlite" => format!("sqlite:{}", world.place.address),
        _ => world.place.address.clone(),
    };
    let connection = sea_orm::Database::connect(url).await.unwrap();
    for statement in statements {
        connection.execute_unprepared(statement).await.map_err(|error| error.to_string())?;
    }
    connection.close().await.map_err(|error| error.to_string())
}

/// An entry that says little.
pub(crate) fn entry(action: &str) -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: action.to_owned(),
        resource: "test".to_owned(),
        resource_id: None,
        path: "/".to_owned(),
        purpose: None,
        outcome: Outcome::Done,
        detail: serde_json::json!({}),
    }
}

/// Runs a test on every engine there is.
#[macro_export]
macro_rules! on_each_engine {
    ($(#[$doc:meta])* $name:ident, $world:ident, $body:block) => {
        $(#[$doc])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            for place in $crate::engines::places() {
                println!("on {}", place.engine);
                let $world = $crate::World::new(place).await;
                $body
            }
        }
    };
}
