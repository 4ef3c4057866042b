//! 授权: what an enterprise lets a bank see, and everything a bank is refused.

use crate::{
    evaluation::{ENTERPRISES, Stage, changed, colleague},
    kit::{Actor, Told, World},
    on_each_engine,
};
use axum::http::Method;
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};
use store::{
    OrganisationKind, Scope,
    consents::{self, Consent, ConsentField, ConsentPurpose},
    organisations::{self, NewOrganisation, Organisation},
};

pub const BANK: &str = "示范银行科技支行";
const ALL_FIELDS: [&str; 6] = ["profile", "labels", "points", "indicators", "offers", "contacts"];

fn today(world: &World) -> Date {
    jiff::tz::offset(8).to_datetime(world.now()).date()
}

async fn organisation(world: &World, id: &str) -> Organisation {
    organisations::within(&world.database, &Scope::Everything, id).await.unwrap().unwrap()
}

/// Another bank of the zone, with somebody who works there.
pub async fn another_bank(world: &World, zone_id: &str) -> (String, Actor) {
    let (zone, id) = (organisation(world, zone_id).await, format!("bank-{zone_id}"));
    changed(world, async |work| {
        let new = NewOrganisation {
            id: &id,
            kind: OrganisationKind::Bank,
            parent: Some(&zone),
            name: "江畔银行",
            credit_code: None,
            opens_on: today(world),
        };
        organisations::add(work, &new).await.unwrap();
    })
    .await;
    let officer = colleague(world, &id, "jiangpan", "bank-officer").await;
    (id, officer)
}

/// A consent `id` of the enterprise `of` to the bank `to`, to all fields for 授信审批, from today for a month.
async fn consent(world: &World, id: &str, of: &str, to: &str) -> Consent {
    let bank = organisation(world, to).await;
    let enterprise =
        store::enterprises::within(&world.database, &Scope::Everything, of).await.unwrap().unwrap();
    Consent {
        id: id.to_owned(),
        enterprise_id: enterprise.id,
        path: enterprise.path,
        bank_id: bank.id,
        bank_path: bank.path,
        fields: ConsentField::ALL.to_vec(),
        purpose: ConsentPurpose::CreditReview,
        valid_from: today(world),
        valid_until: today(world).saturating_add(30.days()),
        agreed_text: "授权书".into(),
        text_version: "test".into(),
        text_digest: "none".into(),
        granted_by: world.user("enterprise").await,
        granted_at: world.now(),
        revoked_by: None,
        revoked_at: None,
        version: 1,
    }
}

async fn granted(world: &World, consent: Consent) -> Consent {
    let mut kept = None;
    changed(world, async |work| kept = Some(consents::grant(work, consent).await.unwrap())).await;
    kept.unwrap()
}

/// For the matrix: in either zone `e3` has let a bank of the zone see everything, `co-` and the zone's id.
pub async fn consented(world: &World, near: &str, far: &str) {
    let (far_bank, _) = another_bank(world, far).await;
    for (zone, bank) in [(near, world.organisation(BANK).await), (far, far_bank)] {
        let new = consent(world, &format!("co-{zone}"), &format!("e3-{zone}"), &bank).await;
        let kept = granted(world, new).await;
        crate::loans::applied(world, &format!("lo-{zone}"), &kept).await;
    }
}

/// A published year whose enterprise `e3` signs in as `enterprise`.
pub async fn published(world: &World) -> Stage<'_> {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.publishes(&stage.publisher, &run).await.good();
    stage
}

fn address(enterprise: &str, field: &str, purpose: &str) -> String {
    format!("/api/v1/disclosures/{enterprise}/{field}?purpose={purpose}")
}

async fn read_text(people: &Actor, bank: &str, fields: &str, until: Date) -> Told {
    let query = format!("bank_id={bank}&fields={fields}&purpose=credit-review&valid_until={until}");
    people.get(&format!("/api/v1/consent-text?{query}")).await
}

/// The enterprise reads the text and agrees to it.
pub async fn grants(world: &World, people: &Actor, bank: &str, fields: &[&str]) -> Value {
    let until = today(world).saturating_add(90.days());
    let text = read_text(people, bank, &fields.join(","), until).await.good();
    let body = json!({"bank_id": bank, "fields": fields, "purpose": "credit-review", "valid_until": until.to_string(), "digest": text["digest"]});
    let told = people.post("/api/v1/consents", &body).await.good();
    assert_eq!(told["text"], text["text"], "what was read is what is kept");
    told
}

async fn revokes(people: &Actor, consent: &Value) -> Told {
    let path = format!("/api/v1/consents/{}", consent["id"].as_str().unwrap());
    people.edits(Method::POST, &format!("{path}/revoke"), &path, &json!({})).await
}

on_each_engine!(an_enterprise_lets_a_bank_see_what_it_names_and_reads_who_looked, world, {
    let stage = published(&world).await;
    let (people, bank) = (world.actor("enterprise").await, world.actor("bank").await);
    let (bank_id, enterprise) = (world.organisation(BANK).await, format!("e3-{}", stage.zone_id));
    assert_eq!(people.get("/api/v1/banks").await.good(), json!([{"id": bank_id, "name": BANK}]));
    assert_eq!(bank.get("/api/v1/consents").await.good()["total"], 0);

    let granted = grants(&world, &people, &bank_id, &["points", "profile"]).await;
    assert_eq!(granted["fields"], json!(["profile", "points"]), "in their fixed order");
    assert_eq!((&granted["state"], &granted["bank_name"]), (&json!("live"), &json!(BANK)));
    let text = granted["text"].as_str().unwrap();
    for part in
        [ENTERPRISES[3].0, ENTERPRISES[3].1, BANK, "registration, innovation points", "deciding on a loan"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(granted["text_digest"], receipt::hash_bytes(text.as_bytes()));

    let seen = bank.get("/api/v1/consents").await.good();
    assert_eq!((&seen["total"], &seen["items"][0]["credit_code"]), (&json!(1), &json!(ENTERPRISES[3].1)));
    let profile = bank.get(&address(&enterprise, "profile", "credit-review")).await.good();
    assert_eq!(profile["name"], ENTERPRISES[3].0);
    let points = bank.get(&address(&enterprise, "points", "credit-review")).await.good();
    assert_eq!((&points["year"], &points["points"]["credit_code"]), (&json!(2025), &json!(ENTERPRISES[3].1)));
    assert!(points["points"]["total"].is_string(), "{points}");
    bank.get(&address(&enterprise, "contacts", "credit-review")).await.refused(404, "not-found");

    let log = people.get("/api/v1/consent-readings?sort=read_at").await.good();
    let rows = log["items"].as_array().unwrap();
    assert_eq!(log["total"], 2, "{log}");
    let fields: Vec<&str> = rows.iter().map(|row| row["field"].as_str().unwrap()).collect();
    assert!(fields.contains(&"profile") && fields.contains(&"points"), "{fields:?}");
    assert_eq!(
        (&rows[0]["bank_name"], &rows[0]["reader_name"], &rows[0]["purpose"]),
        (&json!(BANK), &json!("吴磊"), &json!("credit-review"))
    );
    let notices = bank.get("/api/v1/notices").await.good();
    assert_eq!(notices["items"][0]["kind"], "consent-granted");
    assert!(!notices.to_string().contains(ENTERPRISES[3].0), "a notice outlives the consent: {notices}");
    assert_eq!(
        stage.zone.get("/api/v1/consents").await.good()["total"],
        1,
        "the zone sees that there is one"
    );
    for (text, found) in [("百川", 1), (ENTERPRISES[3].1, 1), ("星火", 0), ("%", 0)] {
        let told =
            stage.zone.get(&format!("/api/v1/consents?search={}", crate::kit::percent(text))).await.good();
        assert_eq!(told["total"], found, "{text}");
    }
    stage.zone.get("/api/v1/consent-readings").await.refused(403, "not-allowed");
    bank.get("/api/v1/consent-readings").await.refused(403, "not-allowed");

    revokes(&people, &granted).await.good();
    bank.get(&address(&enterprise, "points", "credit-review")).await.refused(404, "not-found");
    assert_eq!(bank.get("/api/v1/consents").await.good()["total"], 0);
    let one = format!("/api/v1/consents/{}", granted["id"].as_str().unwrap());
    bank.get(&one).await.refused(404, "not-found");
    assert_eq!(people.get(&one).await.good()["state"], "revoked");
    revokes(&people, &granted).await.refused(409, "wrong-state");
    assert_eq!(people.get("/api/v1/consents?live=false").await.good()["total"], 1, "nothing is forgotten");
    let audit = world.audit().await;
    for action in ["grant consent", "read-values enterprise", "revoke consent"] {
        assert!(audit.iter().any(|row| row.contains(action)), "{action}: {audit:?}");
    }
});

on_each_engine!(under_a_consent_to_everything_a_bank_reads_every_field, world, {
    let folder = world.folder().join("rules/products");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own-loan.yaml"), crate::loans::PRODUCT).unwrap();
    let stage = published(&world).await;
    let (people, bank) = (world.actor("enterprise").await, world.actor("bank").await);
    let (bank_id, enterprise) = (world.organisation(BANK).await, format!("e3-{}", stage.zone_id));
    grants(&world, &people, &bank_id, &ALL_FIELDS).await;
    let read = async |field: &str| bank.get(&address(&enterprise, field, "credit-review")).await.good();
    assert!(read("labels").await.is_array() && read("contacts").await.is_array());
    assert!(!read("indicators").await["indicators"].as_array().unwrap().is_empty());
    let own = people.get(&format!("/api/v1/enterprises/{enterprise}/offers")).await.good();
    let mut of_bank = own.clone();
    of_bank["offers"].as_array_mut().unwrap().retain(|one| one["product"]["code"] == "own-loan");
    // Whoever applies is told whom to apply to.
    of_bank["offers"][0]["bank_id"] = Value::Null;
    assert_eq!(of_bank["offers"].as_array().unwrap().len(), 1, "{own}");
    assert_eq!(
        read("offers").await,
        of_bank,
        "a bank is told what the enterprise is told of its own products"
    );
    // What the enterprise has not let it see stays out of reach by other ways, too.
    for path in ["enterprises", "participants", "tasks", "runs"] {
        let told = bank.get(&format!("/api/v1/{path}")).await;
        assert!(told.status == 403 || told.good()["total"] == 0, "{path}: {}", told.text);
    }
});

on_each_engine!(a_consent_has_a_bank_fields_a_purpose_and_days, world, {
    let stage = published(&world).await;
    let people = world.actor("enterprise").await;
    let (bank_id, day) = (world.organisation(BANK).await, today(&world));
    let (far_bank, _) = another_bank(&world, &world.organisation("滨江").await).await;
    let longest = day.saturating_add(1.year()).saturating_sub(1.day());
    let good = read_text(&people, &bank_id, "profile", longest).await.good();
    assert_eq!(
        (&good["longest"], &good["valid_from"]),
        (&json!(longest.to_string()), &json!(day.to_string()))
    );
    let check = async |bank: &str, fields: Value, until: &str, digest: &Value, pointer: &str| {
        let body = json!({"bank_id": bank, "fields": fields, "purpose": "credit-review", "valid_until": until, "digest": digest});
        let told = people.post("/api/v1/consents", &body).await;
        told.refused(422, "not-accepted");
        assert_eq!(told.pointers(), [pointer], "{body}");
    };
    let (fine, until) = (&good["digest"], longest.to_string());
    check(&far_bank, json!(["profile"]), &until, fine, "/bank_id").await;
    check("none", json!(["profile"]), &until, fine, "/bank_id").await;
    check(&bank_id, json!([]), &until, fine, "/fields").await;
    check(&bank_id, json!(["profile"]), "soon", fine, "/valid_until").await;
    check(&bank_id, json!(["profile"]), &day.saturating_sub(1.day()).to_string(), fine, "/valid_until").await;
    check(&bank_id, json!(["profile"]), &longest.saturating_add(1.day()).to_string(), fine, "/valid_until")
        .await;
    // Agreed to another text: more fields, other days.
    check(&bank_id, json!(["profile", "contacts"]), &until, fine, "/digest").await;
    check(&bank_id, json!(["profile"]), &day.to_string(), fine, "/digest").await;
    read_text(&people, &bank_id, "profile,secrets", longest).await.refused(400, "query-not-understood");

    let first = grants(&world, &people, &bank_id, &["profile"]).await;
    let until = today(&world).saturating_add(90.days());
    let text = read_text(&people, &bank_id, "labels", until).await.good();
    let second = json!({"bank_id": bank_id, "fields": ["labels"], "purpose": "credit-review", "valid_until": until.to_string(), "digest": text["digest"]});
    people.post("/api/v1/consents", &second).await.refused(409, "wrong-state");
    revokes(&people, &first).await.good();
    people.post("/api/v1/consents", &second).await.good();
    stage.zone.post("/api/v1/consents", &second).await.refused(403, "not-allowed");
    world.actor("bank").await.post("/api/v1/consents", &second).await.refused(403, "not-allowed");
});

/// What is wrong with the consent there is, and who asks for what then.
struct Refused {
    why: &'static str,
    change: fn(&mut Consent, ConsentField, Date),
    /// Whether the consent is another enterprise's, or another bank's, or revoked after it was granted.
    of: Whose,
}

#[derive(PartialEq)]
enum Whose {
    Own,
    Nobody,
    OtherEnterprise,
    OtherBank,
    Revoked,
}

const REFUSED: [Refused; 10] = [
    Refused { why: "there is none", change: |_, _, _| {}, of: Whose::Nobody },
    Refused {
        why: "it was over yesterday",
        change: |one, _, day| {
            (one.valid_from, one.valid_until) = (day.saturating_sub(9.days()), day.saturating_sub(1.day()));
        },
        of: Whose::Own,
    },
    Refused {
        why: "it begins tomorrow",
        change: |one, _, day| one.valid_from = day.saturating_add(1.day()),
        of: Whose::Own,
    },
    Refused { why: "it was revoked", change: |_, _, _| {}, of: Whose::Revoked },
    Refused { why: "it is to another bank", change: |_, _, _| {}, of: Whose::OtherBank },
    Refused { why: "it is another enterprise's", change: |_, _, _| {}, of: Whose::OtherEnterprise },
    Refused {
        why: "it is to every other field",
        change: |one, field, _| one.fields.retain(|of| *of != field),
        of: Whose::Own,
    },
    Refused { why: "it is to no field", change: |one, _, _| one.fields.clear(), of: Whose::Own },
    Refused {
        why: "it is for looking after a loan",
        change: |one, _, _| one.purpose = ConsentPurpose::PostLoan,
        of: Whose::Own,
    },
    Refused {
        why: "it is for telling about products",
        change: |one, _, _| one.purpose = ConsentPurpose::Marketing,
        of: Whose::Own,
    },
];

/// The field a path of the OpenAPI document is about.
fn fields_of_the_document() -> Vec<ConsentField> {
    let document = jifen_server::openapi();
    let paths = document["paths"].as_object().unwrap();
    let banks_only = paths.iter().filter(|(_, item)| item["get"]["x-permission"] == "disclosure:read");
    banks_only.map(|(path, _)| ConsentField::from_word(path.rsplit('/').next().unwrap()).unwrap()).collect()
}

on_each_engine!(without_a_consent_that_holds_a_bank_is_told_nothing, world, {
    let stage = published(&world).await;
    let bank = world.actor("bank").await;
    let (bank_id, day) = (world.organisation(BANK).await, today(&world));
    let (other, _) = another_bank(&world, &stage.zone_id).await;
    let (own, another) = (format!("e3-{}", stage.zone_id), format!("e0-{}", stage.zone_id));
    let fields = fields_of_the_document();
    assert_eq!(fields.len(), ConsentField::ALL.len(), "an address for every field");
    let mut tried = 0;
    for field in fields {
        for case in &REFUSED {
            let id = format!("{}-{tried}", field.word());
            let of = if case.of == Whose::OtherEnterprise { &another } else { &own };
            let to = if case.of == Whose::OtherBank { &other } else { &bank_id };
            let mut new = consent(&world, &id, of, to).await;
            (case.change)(&mut new, field, day);
            let kept = if case.of == Whose::Nobody { None } else { Some(granted(&world, new).await) };
            if case.of == Whose::Revoked {
                let by = world.user("enterprise").await;
                let seen = kept.as_ref().unwrap();
                changed(&world, async |work| drop(consents::revoke(work, seen, &by).await.unwrap())).await;
            }
            let told = bank.get(&address(&own, field.word(), "credit-review")).await;
            told.refused(404, "not-found");
            let missing = bank.get(&address("nobody", field.word(), "credit-review")).await;
            assert_eq!(told.anonymous(), missing.anonymous(), "{}, {}", field.word(), case.why);
            // Nothing of it may help the next case.
            if let Some(kept) = kept.filter(|_| case.of != Whose::Revoked) {
                let by = world.user("enterprise").await;
                changed(&world, async |work| drop(consents::revoke(work, &kept, &by).await.unwrap())).await;
            }
            tried += 1;
        }
        for purpose in ["", "curiosity"] {
            let told = bank.get(&address(&own, field.word(), purpose)).await;
            assert_eq!(told.status, 400, "{purpose}: {}", told.text);
        }
        for login in ["zone", "enterprise", "auditor", "centre"] {
            let told = world.actor(login).await.get(&address(&own, field.word(), "credit-review")).await;
            told.refused(403, "not-allowed");
        }
    }
    assert_eq!(tried, 60, "ten cases for each of six addresses");
    let log = world.actor("enterprise").await.get("/api/v1/consent-readings").await.good();
    assert_eq!(log["total"], 0, "nothing was read: {log}");
});

on_each_engine!(what_is_revoked_while_a_bank_reads_ends_at_once, world, {
    let stage = published(&world).await;
    let (people, bank) = (world.actor("enterprise").await, world.actor("bank").await);
    let (bank_id, enterprise) = (world.organisation(BANK).await, format!("e3-{}", stage.zone_id));
    // The second page of a list that was begun before.
    let other = consent(&world, "first", &format!("e0-{}", stage.zone_id), &bank_id).await;
    granted(&world, other).await;
    let own = grants(&world, &people, &bank_id, &["profile"]).await;
    let page = bank.get("/api/v1/consents?limit=1").await.good();
    assert_eq!(page["total"], 2);
    // Readings in parallel with the revocation: each that was answered is written down, none after it is answered.
    let path = address(&enterprise, "profile", "credit-review");
    let reads = async { futures_util::future::join_all((0..20).map(|_| bank.get(&path))).await };
    let (read, revoked) = tokio::join!(reads, revokes(&people, &own));
    revoked.good();
    let answered = read.iter().filter(|told| told.status == 200).count();
    assert!(read.iter().all(|told| matches!(told.status, 200 | 404)));
    let log = people.get("/api/v1/consent-readings").await.good();
    assert_eq!(log["total"], json!(answered));
    bank.get(&path).await.refused(404, "not-found");
    let next = bank.get(&format!("/api/v1/consents?limit=1&cursor={}", page["next"].as_str().unwrap())).await;
    assert!(next.good()["items"].as_array().unwrap().iter().all(|one| one["id"] == "first"), "{}", next.text);
    let file = bank.bytes("/api/v1/consents/export?format=csv").await;
    assert!(!String::from_utf8_lossy(&file).contains(ENTERPRISES[3].0), "a file made now has it no more");
});

on_each_engine!(a_bank_finds_those_that_let_it_see_points_and_each_of_them_reads_so, world, {
    let _stage = published(&world).await;
    let bank_id = world.organisation(BANK).await;
    let (people, bank) = (world.actor("enterprise").await, world.actor("bank").await);
    let find = async |query: &str| bank.get(&format!("/api/v1/prospects?purpose=credit-review{query}")).await;
    assert_eq!(find("").await.good(), json!({"prospects": [], "looked_at": 0, "closed": 0, "left_out": 0}));
    // Without points nobody is looked at.
    grants(&world, &people, &bank_id, &["profile"]).await;
    assert_eq!(find("").await.good(), json!({"prospects": [], "looked_at": 0, "closed": 1, "left_out": 0}));
    let consents = people.get("/api/v1/consents").await.good();
    let path = format!("/api/v1/consents/{}", consents["items"][0]["id"].as_str().unwrap());
    people.edits(Method::POST, &format!("{path}/revoke"), &path, &json!({})).await.good();
    grants(&world, &people, &bank_id, &["profile", "points"]).await;

    let told = find("").await.good();
    let found = &told["prospects"][0];
    assert_eq!((&told["looked_at"], &found["titles"]), (&json!(1), &Value::Null), "titles were not granted");
    let points = found["points"].as_str().unwrap().to_owned();
    assert_eq!(find(&format!("&least={points}")).await.good()["prospects"].as_array().unwrap().len(), 1);
    let missed = find("&least=1000").await.good();
    assert_eq!((&missed["prospects"], &missed["looked_at"]), (&json!([]), &json!(1)));
    let stage = found["stage"].as_str().unwrap();
    assert_eq!(find(&format!("&stage={stage}")).await.good()["prospects"].as_array().unwrap().len(), 1);
    assert_eq!(find("&grade=none").await.good()["prospects"], json!([]));
    assert_eq!(find("&title=none").await.good()["prospects"], json!([]));
    find("&least=-1").await.refused(422, "not-accepted");
    assert_eq!(
        bank.get("/api/v1/prospects?purpose=marketing").await.good()["looked_at"],
        0,
        "another purpose"
    );

    let readings = people.get("/api/v1/consent-readings").await.good();
    let of_points = readings["items"].as_array().unwrap().iter().filter(|one| one["field"] == "points");
    assert_eq!(of_points.count(), 6, "found or not, each look is read about");
    people.get("/api/v1/prospects?purpose=marketing").await.refused(403, "not-allowed");
});
