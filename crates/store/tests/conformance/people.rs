use crate::{entry, minute, on_each_engine};
use jifen_store::{
    Mark, MarkValue, OrganisationKind, PageRequest, Role, Scope, StoreError, organisations,
    users::{self, Change, UserState},
};

fn first(limit: u64) -> PageRequest {
    PageRequest { limit, after: None, descending: false }
}

on_each_engine!(a_scope_narrows_look_ups_and_lists, world, {
    let [centre, a, b, ea] = world.land().await;
    let reaches = |scope: Scope| {
        let database = world.database.clone();
        async move {
            let (all, sort) = (organisations::Filter::default(), organisations::Sort::Name);
            let page = organisations::list(&database, &scope, &all, sort, &first(10)).await;
            page.unwrap().items.into_iter().map(|found| found.id).collect::<Vec<_>>().join(" ")
        }
    };
    assert_eq!(reaches(Scope::Everything).await, "a b centre ea");
    assert_eq!(reaches(Scope::Below(a.path.clone())).await, "a ea");
    assert_eq!(reaches(Scope::Below(centre.path.clone())).await, "a b centre ea");
    assert_eq!(reaches(Scope::Organisation(a.path.clone())).await, "a");
    assert_eq!(reaches(Scope::Nothing).await, "");

    let own = Scope::Below(b.path.clone());
    assert_eq!(organisations::within(&world.database, &own, &ea.id).await.unwrap(), None);
    assert_eq!(organisations::within(&world.database, &own, "none").await.unwrap(), None);
    assert_eq!(organisations::within(&world.database, &own, "b").await.unwrap(), Some(b));
});

on_each_engine!(pages_lose_nothing_and_repeat_nothing, world, {
    let centre = world.organisation("centre", OrganisationKind::Centre, None).await;
    for number in 0..7 {
        world.user(&format!("u{number}"), &centre, &[Role::CentreOfficer]).await;
    }
    for descending in [false, true] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let request = PageRequest { limit: 3, after, descending };
            let page = users::list(
                &world.database,
                &Scope::Everything,
                &Default::default(),
                users::Sort::Name,
                &request,
            )
            .await
            .unwrap();
            assert_eq!(page.total, 7);
            seen.extend(page.items.into_iter().map(|user| user.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let mut expected: Vec<String> = (0..7).map(|number| format!("u{number}")).collect();
        if descending {
            expected.reverse();
        }
        assert_eq!(seen, expected);
    }
});

on_each_engine!(ties_are_broken_by_id, world, {
    let [_, a, ..] = world.land().await;
    for id in ["x1", "x2", "x3"] {
        world.user(id, &a, &[]).await;
    }
    // All were entered in the same millisecond.
    let value = MarkValue::Number(minute(0).as_millisecond());
    let request =
        PageRequest { limit: 5, after: Some(Mark { value, id: "x2".to_owned() }), descending: false };
    let sort = users::Sort::CreatedAt;
    let page =
        users::list(&world.database, &Scope::Everything, &Default::default(), sort, &request).await.unwrap();
    assert_eq!(page.items.into_iter().map(|user| user.id).collect::<Vec<_>>(), ["x3"]);
});

on_each_engine!(people_are_filtered_by_role_state_and_name, world, {
    let [_, a, b, _] = world.land().await;
    world.user("ann", &a, &[Role::DataReviewer, Role::Publisher]).await;
    world.user("bob", &b, &[Role::Publisher]).await;
    let who = |filter: users::Filter| {
        let database = world.database.clone();
        async move {
            let page =
                users::list(&database, &Scope::Everything, &filter, users::Sort::Login, &first(10)).await;
            page.unwrap().items.into_iter().map(|user| user.id).collect::<Vec<_>>().join(" ")
        }
    };
    assert_eq!(who(users::Filter { role: Some(Role::Publisher), ..Default::default() }).await, "ann bob");
    assert_eq!(who(users::Filter { role: Some(Role::DataReviewer), ..Default::default() }).await, "ann");
    assert_eq!(who(users::Filter { organisation_id: Some("b".into()), ..Default::default() }).await, "bob");
    assert_eq!(who(users::Filter { state: Some(UserState::Active), ..Default::default() }).await, "");
    assert_eq!(who(users::Filter { name: Some("nn".into()), ..Default::default() }).await, "ann");
    assert_eq!(
        who(users::Filter { name: Some("%".into()), ..Default::default() }).await,
        "",
        "% is a character"
    );
});

on_each_engine!(an_edit_of_an_old_version_is_refused, world, {
    let [_, a, ..] = world.land().await;
    let seen = world.user("ann", &a, &[Role::Publisher]).await;

    let work = world.database.begin(minute(1)).await.unwrap();
    let roles = [Role::DataReviewer];
    let change = Change { name: Some("安"), roles: Some(&roles), ..Default::default() };
    let changed = users::change(&work, &seen, &change).await.unwrap();
    work.commit(&entry("change"), &[]).await.unwrap();
    assert_eq!((changed.version, changed.name.as_str(), changed.roles.as_slice()), (2, "安", &roles[..]));

    let work = world.database.begin(minute(2)).await.unwrap();
    let late = users::change(&work, &seen, &Change { name: Some("晚"), ..Default::default() }).await;
    assert!(matches!(late, Err(StoreError::Stale { expected: 1, found: 2 })), "{late:?}");
    let stale = organisations::Organisation { version: 9, ..a };
    let late = organisations::close(&work, &stale, "2027-01-01".parse().unwrap()).await;
    assert!(matches!(late, Err(StoreError::Stale { expected: 9, found: 1 })), "{late:?}");
});

on_each_engine!(a_log_in_name_and_a_credit_code_exist_once, world, {
    let [centre, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    let work = world.database.begin(minute(1)).await.unwrap();
    let twin = users::NewUser {
        id: "other",
        organisation: &centre,
        login: "ann",
        name: "另一位",
        language: users::Tongue::English,
        roles: &[],
    };
    let taken = users::add(&work, &twin).await;
    assert!(matches!(taken, Err(StoreError::Taken(_))), "{taken:?}");
});

on_each_engine!(an_organisation_is_open_between_its_dates, world, {
    let [_, a, ..] = world.land().await;
    let work = world.database.begin(minute(1)).await.unwrap();
    let (closed, _) = organisations::close(&work, &a, "2026-12-01".parse().unwrap()).await.unwrap();
    work.commit(&entry("close"), &[]).await.unwrap();
    for (day, open) in
        [("2019-12-31", false), ("2020-01-01", true), ("2026-11-30", true), ("2026-12-01", false)]
    {
        assert_eq!(closed.is_open_on(day.parse().unwrap()), open, "{day}");
    }
});

on_each_engine!(former_passwords_are_remembered_newest_first, world, {
    let [_, a, ..] = world.land().await;
    world.user("ann", &a, &[]).await;
    for (number, hash) in ["one", "two", "three"].into_iter().enumerate() {
        let work = world.database.begin(minute(i64::try_from(number).unwrap())).await.unwrap();
        users::set_password(&work, "ann", hash).await.unwrap();
        work.commit(&entry("password"), &[]).await.unwrap();
    }
    assert_eq!(users::former_passwords(&world.database, "ann", 2).await.unwrap(), ["three", "two"]);
    let ann = users::by_id(&world.database, "ann").await.unwrap().unwrap();
    assert_eq!((ann.state, ann.password_hash.as_deref()), (UserState::Active, Some("three")));
});
