//! Actions that need two persons.

use crate::{
    kit::{Actor, Told, World, fresh_key, places, token_of},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

const NEW_PASSWORD: &str = "correct horse battery";

/// Where a request stands.
fn path(asked: &Told) -> String {
    format!(
        "/api/v1/approvals/{}",
        asked.json()["approval"]["id"].as_str().unwrap_or_else(|| panic!("{}", asked.text))
    )
}

/// Asks to make the reviewer an administrator of the zone.
async fn asks_for_the_reviewer(world: &World, actor: &Actor) -> Told {
    let user = format!("/api/v1/users/{}", world.user("reviewer").await);
    let body = json!({"roles": ["data-reviewer", "zone-administrator"]});
    actor.edits(Method::PATCH, &user, &user, &body).await
}

async fn roles(world: &World, login: &str) -> Vec<&'static str> {
    let user = store::users::by_login(&world.database, login).await.unwrap().unwrap();
    user.roles.iter().map(|role| role.word()).collect()
}

impl Actor {
    async fn declines(&self, asked: &Told, reason: &str) -> Told {
        let path = path(asked);
        self.edits(Method::POST, &format!("{path}/decline"), &path, &json!({ "reason": reason })).await
    }

    async fn withdraws(&self, asked: &Told) -> Told {
        let path = path(asked);
        self.edits(Method::POST, &format!("{path}/withdraw"), &path, &json!({})).await
    }

    /// Changes the roles of somebody, with a second person where it needs one.
    async fn makes(&self, world: &World, login: &str, roles: &[&str]) {
        let user = format!("/api/v1/users/{}", world.user(login).await);
        let told = self.edits(Method::PATCH, &user, &user, &json!({ "roles": roles })).await;
        if told.status == 202 {
            world.actor("security-2").await.confirms(&told).await.good();
        } else {
            told.good();
        }
    }
}

on_each_engine!(a_weighty_role_is_given_by_two_persons, world, {
    let first = world.actor("security").await;
    let asked = asks_for_the_reviewer(&world, &first).await;
    assert_eq!((asked.status, asked.header("location")), (202, path(&asked).as_str()));
    let body = asked.json();
    assert_eq!(body["confirmers"], 3, "the other security administrator, the zone's, and the centre: {body}");
    assert_eq!(body["advice"], Value::Null);
    assert_eq!(
        body["approval"]["words"],
        "Change the roles of 李强 (reviewer) of 科技创新局 from data reviewer to zone administrator, data reviewer."
    );
    let expected = json!([["data-reviewer"], ["zone-administrator", "data-reviewer"]]);
    assert_eq!(body["approval"]["effect"]["roles"], expected);
    assert_eq!(roles(&world, "reviewer").await, ["data-reviewer"], "nothing happened yet");

    let second = world.actor("zone").await;
    let seen = second.asks(Method::GET, &path(&asked)).header("accept-language", "zh").send().await.good();
    assert_eq!(
        seen["words"],
        "将科技创新局的李强（reviewer）的角色由“数据审核员”改为“高新区管理员、数据审核员”。"
    );
    assert_eq!((&seen["may_decide"], &seen["may_withdraw"]), (&json!(true), &json!(false)));
    let done = second.confirms(&asked).await.good();
    assert_eq!(
        (done["approval"]["state"].as_str(), done["approval"]["decider"].as_str()),
        (Some("confirmed"), Some("王芳"))
    );
    assert_eq!(done["result"]["login"], "reviewer");
    assert_eq!(roles(&world, "reviewer").await, ["zone-administrator", "data-reviewer"]);
    world.actor("reviewer").await.get("/api/v1/users").await.good();
});

on_each_engine!(nobody_confirms_what_they_asked_for, world, {
    let first = world.actor("security").await;
    let asked = asks_for_the_reviewer(&world, &first).await;
    first.confirms(&asked).await.refused(403, "own-request");
    first.declines(&asked, "改主意").await.refused(403, "own-request");
    assert_eq!(roles(&world, "reviewer").await, ["data-reviewer"]);
    let seen = first.get(&path(&asked)).await.good();
    assert_eq!((&seen["may_decide"], &seen["may_withdraw"]), (&json!(false), &json!(true)));
});

on_each_engine!(nobody_confirms_what_is_about_themselves, world, {
    let zone = format!("/api/v1/users/{}", world.user("zone").await);
    let first = world.actor("security").await;
    let body = json!({"second_factor": true});
    let asked = first.post(&format!("{zone}/reset"), &body).await;
    assert_eq!(asked.status, 202);
    world.actor("zone").await.confirms(&asked).await.refused(403, "own-account");
});

on_each_engine!(who_lacks_the_permission_there_does_not_even_see_it, world, {
    let first = world.actor("security").await;
    let other = world.organisation("滨江").await;
    let asked = first.invites(&other, "li.na", &["zone-administrator"]).await;
    let zone = world.actor("zone").await;
    zone.get(&path(&asked)).await.refused(404, "not-found");
    let confirm = format!("{}/confirm", path(&asked));
    let told = zone.asks(Method::POST, &confirm).keyed("k").header("if-match", "\"1\"").send().await;
    told.refused(404, "not-found");
    assert_eq!(zone.get("/api/v1/approvals").await.good()["total"], 0);
    for login in ["reviewer", "bank", "enterprise", "system"] {
        world.actor(login).await.get("/api/v1/approvals").await.refused(403, "not-allowed");
    }
    let auditor = world.actor("auditor").await;
    assert_eq!(auditor.get("/api/v1/approvals?state=waiting").await.good()["total"], 1);
    let told = auditor.asks(Method::POST, &confirm).keyed("k").header("if-match", "\"1\"").send().await;
    told.refused(403, "not-allowed");
});

on_each_engine!(an_administrator_is_invited_by_two_and_the_link_is_shown_once, world, {
    let first = world.actor("security").await;
    let centre = world.organisation("省科技").await;
    let asked = first.invites(&centre, "Zhou.Ming", &["security-administrator"]).await;
    assert_eq!(asked.json()["confirmers"], 1, "only another security administrator gives this role");
    // The zone's administrator reaches the place no more than the role.
    let second = world.actor("security-2").await;
    let confirm = format!("{}/confirm", path(&asked));
    let asks = || second.asks(Method::POST, &confirm).keyed("k").header("if-match", "\"1\"");
    let done = asks().send().await.good();
    let again = asks().send().await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert!(done["result"]["link"].is_string() && again.good()["result"]["link"].is_null());
    let body = json!({"token": token_of(&done["result"]["link"]), "password": NEW_PASSWORD});
    world.nobody().post("/api/v1/invitations/accept", &body).await.good();
    world.signs_in("zhou.ming", NEW_PASSWORD).await;
});

on_each_engine!(a_centre_officer_cannot_confirm_a_role_that_they_may_not_give, world, {
    let first = world.actor("security").await;
    let centre = world.organisation("省科技").await;
    let asked = first.invites(&centre, "he.jie", &["auditor"]).await;
    let officer = world.actor("centre").await;
    assert_eq!(officer.get(&path(&asked)).await.good()["may_decide"], false);
    officer.confirms(&asked).await.refused(403, "not-allowed");
    let waiting = first.get(&path(&asked)).await.good();
    assert_eq!(waiting["state"], "waiting", "a wrong second person ends nothing");
    world.actor("security-2").await.confirms(&asked).await.good();
});

on_each_engine!(one_time_codes_are_taken_away_by_two_persons, world, {
    let bank = world.user("bank").await;
    let work = world.database.begin(world.now()).await.unwrap();
    store::second_factor::begin(&work, &bank, "nonce").await.unwrap();
    store::second_factor::confirm(&work, &bank, &[]).await.unwrap();
    work.commit_housekeeping(store::Housekeeping::Seen).await.unwrap();
    let zone = world.actor("zone").await;
    let reset = format!("/api/v1/users/{bank}/reset");
    // A password alone is reset by one: the codes still guard the account.
    zone.post(&reset, &json!({"second_factor": false})).await.good()["link"].as_str().unwrap();
    let asked = zone.post(&reset, &json!({"second_factor": true})).await;
    assert_eq!(asked.status, 202, "{}", asked.text);
    assert!(store::second_factor::of_user(&world.database, &bank).await.unwrap().is_some());
    let done = world.actor("security").await.confirms(&asked).await.good();
    assert!(done["result"]["link"].is_string());
    assert!(store::second_factor::of_user(&world.database, &bank).await.unwrap().is_none());
});

on_each_engine!(who_could_confirm_is_not_reset_by_one_person, world, {
    // Else a first person could become their own second one.
    let first = world.actor("security").await;
    let path = format!("/api/v1/users/{}", world.user("security-2").await);
    let asked = first.post(&format!("{path}/reset"), &json!({"second_factor": false})).await;
    assert_eq!((asked.status, &asked.json()["confirmers"]), (202, &json!(0)));
    assert!(asked.json()["advice"].as_str().unwrap().contains("jifen admin appoint"), "{}", asked.text);
    let centre = world.organisation("省科技").await;
    let invited = first.invites(&centre, "wu", &["security-administrator"]).await;
    let invited = world.actor("security-2").await.confirms(&invited).await.good();
    let path = format!("/api/v1/users/{}", invited["result"]["user"]["id"].as_str().unwrap());
    let asked = first.post(&format!("{path}/reset"), &json!({"second_factor": false})).await;
    assert_eq!(asked.status, 202, "not even before they first came");
});

on_each_engine!(of_fifty_confirmations_at_once_one_counts, world, {
    let asked = world
        .actor("security")
        .await
        .invites(&world.organisation("示范高新").await, "qin", &["zone-administrator"])
        .await;
    let confirm = format!("{}/confirm", path(&asked));
    let mut actors = Vec::new();
    for login in ["security-2", "zone", "centre"] {
        actors.push(world.actor(login).await);
    }
    let calls = (0..50).map(|number| {
        let (actor, confirm) = (actors[number % 3].clone(), confirm.clone());
        tokio::spawn(async move {
            actor.asks(Method::POST, &confirm).keyed(&fresh_key()).header("if-match", "\"1\"").send().await
        })
    });
    let mut done = 0;
    for call in calls.collect::<Vec<_>>() {
        let told = call.await.unwrap();
        match told.status {
            200 => done += 1,
            _ => drop(told.refused(409, "wrong-state")),
        }
    }
    assert_eq!(done, 1);
    let rows = world.audit().await;
    let count = |line: &str| rows.iter().filter(|row| *row == line).count();
    assert_eq!((count("confirm approval done"), count("invite user done")), (1, 1));
});

on_each_engine!(what_was_changed_meanwhile_is_not_done, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("security").await).await;
    let zone = world.actor("zone").await;
    let user = format!("/api/v1/users/{}", world.user("reviewer").await);
    zone.edits(Method::PATCH, &user, &user, &json!({"name": "李小强"})).await.good();
    let told = zone.confirms(&asked).await;
    let said = told.refused(412, "changed-meanwhile");
    assert!(said["detail"].as_str().unwrap().contains("lapsed"), "{said}");
    let now = zone.get(&path(&asked)).await.good();
    assert_eq!((now["state"].as_str(), now["reason"].as_str()), (Some("lapsed"), Some("changed-meanwhile")));
    zone.confirms(&asked).await.refused(409, "wrong-state");
    assert_eq!(roles(&world, "reviewer").await, ["data-reviewer"]);
    assert!(world.audit().await.contains(&"confirm approval failed".to_owned()));
});

on_each_engine!(a_log_in_name_taken_meanwhile_is_said, world, {
    let first = world.actor("security").await;
    let place = world.organisation("示范高新").await;
    let asked = first.invites(&place, "sun.li", &["zone-administrator"]).await;
    first.invites(&place, "sun.li", &["publisher"]).await.good();
    let second = world.actor("security-2").await;
    second.confirms(&asked).await.refused(409, "exists-already");
    assert_eq!(second.get(&path(&asked)).await.good()["state"], "lapsed");
    first.invites(&place, "sun.li", &["zone-administrator"]).await.refused(409, "exists-already");
});

on_each_engine!(a_first_person_who_lost_the_right_is_not_followed, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("zone").await).await;
    let security = world.actor("security").await;
    security.makes(&world, "zone", &["data-reviewer"]).await;
    world.actor("security-2").await.confirms(&asked).await.refused(409, "requester-may-not");
    assert_eq!(roles(&world, "reviewer").await, ["data-reviewer"]);
    let told = world.actor("security-2").await.get(&path(&asked)).await.good();
    assert_eq!(
        (told["state"].as_str(), told["reason"].as_str()),
        (Some("lapsed"), Some("requester-may-not"))
    );
});

on_each_engine!(a_first_person_who_was_shut_out_is_not_followed, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("zone").await).await;
    let user = format!("/api/v1/users/{}", world.user("zone").await);
    let security = world.actor("security").await;
    security.edits(Method::POST, &format!("{user}/disable"), &user, &json!({})).await.good();
    security.confirms(&asked).await.refused(409, "requester-may-not");
});

on_each_engine!(a_second_person_who_lost_the_right_does_not_decide, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("security").await).await;
    let zone = world.actor("zone").await;
    zone.get(&path(&asked)).await.good();
    world.actor("security").await.makes(&world, "zone", &["data-reviewer"]).await;
    let confirm = format!("{}/confirm", path(&asked));
    let told = zone.asks(Method::POST, &confirm).keyed("k").header("if-match", "\"1\"").send().await;
    told.refused(403, "not-allowed");
});

on_each_engine!(a_request_is_declined_with_a_reason_or_taken_back, world, {
    let first = world.actor("security").await;
    let zone = world.actor("zone").await;
    let asked = asks_for_the_reviewer(&world, &first).await;
    zone.declines(&asked, " ").await.refused(422, "not-accepted");
    let declined = zone.declines(&asked, "未经局务会研究").await.good();
    assert_eq!(
        (declined["state"].as_str(), declined["reason"].as_str()),
        (Some("declined"), Some("未经局务会研究"))
    );
    zone.confirms(&asked).await.refused(409, "wrong-state");
    first.withdraws(&asked).await.refused(409, "wrong-state");

    let again = asks_for_the_reviewer(&world, &first).await;
    assert_ne!(path(&again), path(&asked));
    zone.withdraws(&again).await.refused(404, "not-found");
    assert_eq!(first.withdraws(&again).await.good()["state"], "withdrawn");
    zone.confirms(&again).await.refused(409, "wrong-state");
    let states = async |state: &str| {
        zone.get(&format!("/api/v1/approvals?state={state}")).await.good()["total"].clone()
    };
    assert_eq!([states("waiting").await, states("declined").await, states("withdrawn").await], [0, 1, 1]);
});

on_each_engine!(a_request_expires, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("security").await).await;
    world.wait(SignedDuration::from_hours(72));
    let zone = world.actor("zone").await;
    assert_eq!(zone.get(&path(&asked)).await.good()["state"], "expired");
    zone.confirms(&asked).await.refused(409, "wrong-state");
    assert_eq!(zone.get("/api/v1/approvals?state=waiting").await.good()["total"], 0);
    assert_eq!(zone.get("/api/v1/approvals?state=expired").await.good()["total"], 1);
    assert_eq!(roles(&world, "reviewer").await, ["data-reviewer"]);
});

on_each_engine!(the_same_wish_is_kept_once, world, {
    let first = world.actor("security").await;
    let (one, two) =
        (asks_for_the_reviewer(&world, &first).await, asks_for_the_reviewer(&world, &first).await);
    assert_eq!(path(&one), path(&two));
    let other = asks_for_the_reviewer(&world, &world.actor("zone").await).await;
    assert_ne!(path(&one), path(&other), "another person's wish is another wish");
    assert_eq!(first.get("/api/v1/approvals").await.good()["total"], 2);
});

on_each_engine!(both_persons_stand_in_the_audit_log, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("security").await).await;
    world.actor("zone").await.confirms(&asked).await.good();
    let auditor = world.actor("auditor").await;
    let rows = auditor.get("/api/v1/audit?sort=-seq&limit=10").await.good();
    let rows = rows["items"].as_array().unwrap();
    let of = |action: &str, resource: &str| {
        rows.iter().find(|row| row["action"] == action && row["resource"] == resource).unwrap()
    };
    let (asked_row, confirmed, changed) =
        (of("ask", "approval"), of("confirm", "approval"), of("change", "user"));
    assert_eq!(
        (asked_row["actor_name"].as_str(), confirmed["actor_name"].as_str()),
        (Some("卫东"), Some("王芳"))
    );
    assert_eq!(confirmed["detail"]["requested_by"]["name"], "卫东");
    assert_eq!(changed["detail"]["requested_by"]["name"], "卫东");
    assert_eq!(changed["detail"]["confirmed_by"]["name"], "王芳");
    assert_eq!(changed["detail"]["roles"][1], json!(["zone-administrator", "data-reviewer"]));
    assert_eq!(
        format!("/api/v1/approvals/{}", changed["detail"]["approval"].as_str().unwrap()),
        path(&asked)
    );
});

on_each_engine!(both_persons_prove_to_be_there, world, {
    let first = world.actor("security").await;
    let zone = world.actor("zone").await;
    let asked = asks_for_the_reviewer(&world, &first).await;
    world.wait(SignedDuration::from_mins(10));
    zone.confirms(&asked).await.refused(403, "step-up-required");
    let place = world.organisation("示范高新").await;
    first.invites(&place, "qian", &["zone-administrator"]).await.refused(403, "step-up-required");
    first.invites(&place, "qian", &["publisher"]).await.good();
});

on_each_engine!(a_confirmation_names_the_version_it_saw, world, {
    let asked = asks_for_the_reviewer(&world, &world.actor("security").await).await;
    let zone = world.actor("zone").await;
    let confirm = format!("{}/confirm", path(&asked));
    let asks = || zone.asks(Method::POST, &confirm);
    asks().keyed("a").send().await.refused(428, "version-missing");
    asks().keyed("a").header("if-match", "\"2\"").send().await.refused(412, "changed-meanwhile");
    asks().header("if-match", "\"1\"").send().await.refused(400, "idempotency-key-missing");
    assert_eq!(zone.get(&path(&asked)).await.good()["state"], "waiting");
    asks().keyed("a").header("if-match", "\"1\"").send().await.good();
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_the_machine_a_further_administrator_is_appointed() {
    use jifen_server::{Config, Edge, admin::NotAppointed, machine};
    let place = places().remove(0);
    let mut config = Config::for_folder(place.folder.path().to_owned());
    config.profile = jifen_server::config::PasswordProfile::Dengbao;
    let appoint = async |login: &str, role: &str| {
        machine::appoint(config.clone(), Edge::system(), login, "郭静", role).await.unwrap()
    };
    let early = machine::appoint(config.clone(), Edge::system(), "guo", "郭静", "auditor").await;
    assert!(early.is_err(), "no database is made in passing");
    let database =
        store::Database::open(&config.database, &config.anchor(), Edge::system().now()).await.unwrap();
    let app = jifen_server::App::new(database, config.clone(), Edge::system(), [7; 32]).unwrap();
    jifen_server::admin::first_links(&app, &mut |_: &formula::Sentence| {}).await.unwrap();
    let link = appoint("Guo", "security-administrator").await.unwrap();
    assert!(link.contains("/accept#jfi_"), "{link}");
    let database =
        store::Database::open(&config.database, &config.anchor(), Edge::system().now()).await.unwrap();
    let guo = store::users::by_login(&database, "guo").await.unwrap().unwrap();
    assert_eq!(guo.roles, [store::Role::SecurityAdministrator]);
    assert_eq!(appoint("guo", "auditor").await, Err(NotAppointed::Duties));
    assert_eq!(appoint("guo", "bank-officer").await, Err(NotAppointed::Place));
    assert_eq!(appoint("guo", "king").await, Err(NotAppointed::Role));
}
