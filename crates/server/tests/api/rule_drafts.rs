//! 编制政策与产品: a policy officer writes a policy and a bank its product, a second person publishes, and from its first day
//! it counts.

use crate::{
    consents::{BANK, another_bank, grants, published},
    evaluation::colleague,
    kit::{Actor, Told},
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn begins(by: &Actor, body: Value) -> Value {
    by.post("/api/v1/rule-drafts", &body).await.good()
}

fn id_of(draft: &Value) -> &str {
    draft["id"].as_str().unwrap()
}

async fn writes(by: &Actor, draft: &Value, content: &str) -> Told {
    let path = format!("/api/v1/rule-drafts/{}", id_of(draft));
    by.edits(Method::PUT, &path, &path, &json!({"content": content})).await
}

/// The text with every `old` replaced by `new`, kept.
async fn changes(by: &Actor, draft: &Value, pairs: &[(&str, &str)]) -> Value {
    let mut text = draft["content"].as_str().unwrap().to_owned();
    for (old, new) in pairs {
        assert!(text.contains(old), "{old} is not in {text}");
        text = text.replacen(old, new, 1);
    }
    writes(by, draft, &text).await.good()
}

async fn moves(by: &Actor, draft: &Value, verb: &str) -> Told {
    let path = format!("/api/v1/rule-drafts/{}", id_of(draft));
    let body = match verb {
        "send-back" | "withdraw" => json!({"reason": "标准未说明依据"}),
        _ => json!({}),
    };
    by.edits(Method::POST, &format!("{path}/{verb}"), &path, &body).await
}

async fn publish(author: &Actor, second: &Actor, draft: &Value) {
    moves(author, draft, "submit").await.good();
    moves(second, draft, "publish").await.good();
}

/// Version, first and last day of every version of a policy or product.
fn versions(page: &Value) -> Vec<String> {
    let said = |one: &Value| format!("{} {}–{}", one["version"], one["from"], one["until"]).replace('"', "");
    page["versions"].as_array().unwrap().iter().map(said).collect()
}

on_each_engine!(a_policy_is_written_handed_in_published_and_replaces_the_one_before, world, {
    let (policy, publisher) = (world.actor("policy").await, world.actor("publisher").await);
    let draft = begins(&policy, json!({"kind": "policy", "code": "rent"})).await;
    let told = (&draft["code"], &draft["rules_version"], &draft["state"], &draft["sound"]);
    assert_eq!(told, (&json!("rent"), &json!("2026.1"), &json!("draft"), &json!(true)), "{draft}");
    let text = draft["content"].as_str().unwrap();
    assert!(text.starts_with("# 初创企业场地租金减免"), "comments stay: {text}");
    assert!(text.contains("replaces: \"2025.1\"\n"), "{text}");
    assert!(text.contains("in_force: {from: 2026-11-24, until: 2027-12-31}\n"), "from tomorrow on: {text}");
    assert!(draft["before"].as_str().unwrap().contains("version: \"2025.1\""), "to compare with");
    assert!(draft["text"].as_str().unwrap().contains("初创企业场地租金减免"), "as people read it");

    let kept =
        changes(&policy, &draft, &[("初创企业场地租金减免（示例）", "场地租金减免二期（示例）")]).await;
    assert_eq!(kept["sound"], true, "{}", kept["problems"]);
    let here = format!("/api/v1/rule-drafts/{}", id_of(&draft));
    assert_eq!(policy.get(&here).await.good()["content"], kept["content"]);

    moves(&publisher, &draft, "publish").await.refused(409, "wrong-state");
    moves(&policy, &draft, "submit").await.good();
    writes(&policy, &draft, "format: policy/1").await.refused(409, "wrong-state");
    moves(&policy, &draft, "publish").await.refused(403, "own-scheme");
    moves(&publisher, &draft, "send-back").await.good();
    let back = policy.get(&here).await.good();
    assert_eq!((&back["state"], &back["reason"]), (&json!("draft"), &json!("标准未说明依据")));
    let before = policy.get("/api/v1/policies/rent").await.good();
    assert_eq!(versions(&before), ["2025.1 2025-01-01–2027-12-31"]);

    publish(&policy, &publisher, &draft).await;
    let page = policy.get("/api/v1/policies/rent").await.good();
    assert_eq!(
        versions(&page),
        ["2025.1 2025-01-01–2026-11-23", "2026.1 2026-11-24–2027-12-31"],
        "the one before ends the day before"
    );
    assert_eq!((&page["version"], &page["until"]), (&json!("2025.1"), &json!("2026-11-23")), "today still");
    world.wait(DAY);
    let enterprise = world.actor("enterprise").await;
    let page = enterprise.get("/api/v1/policies/rent").await.good();
    assert_eq!(page["version"], "2026.1", "{page}");
    assert!(page["text"].as_str().unwrap().contains("场地租金减免二期（示例）"));
    let public = async |path: &str| String::from_utf8(world.nobody().bytes(path).await).unwrap();
    let (zone, new) = (world.organisation("示范高新").await, "场地租金减免二期（示例）");
    let page = public("/public/policies").await;
    assert!(
        !page.contains(new) && page.contains(&format!("/public/policies?zone={zone}&amp;lang=zh")),
        "of two zones one is chosen"
    );
    assert!(public(&format!("/public/policies?zone={zone}")).await.contains(new), "everybody reads it");
    assert!(public(&format!("/public/policies/rent?zone={zone}")).await.contains("2026-11-24"));

    let events = world.actor("auditor").await;
    let events = events.get("/api/v1/audit?limit=200").await.good();
    let about = |one: &&Value| one["resource_id"] == draft["id"];
    let mut actions: Vec<&str> = events["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(about)
        .filter_map(|one| one["action"].as_str())
        .collect();
    actions.sort_unstable();
    assert_eq!(actions, ["begin", "publish", "send-back", "submit", "submit", "write"]);
});

on_each_engine!(a_bank_publishes_its_product_and_an_enterprise_applies_for_it, world, {
    published(&world).await;
    let bank_id = world.organisation(BANK).await;
    let (bank, second) =
        (world.actor("bank").await, colleague(&world, &bank_id, "second", "bank-officer").await);
    let draft = begins(&bank, json!({"kind": "product", "code": "working-capital", "how": "copy"})).await;
    assert_eq!((&draft["sound"], &draft["code"]), (&json!(true), &json!("working-capital-copy")), "{draft}");
    assert!(draft["content"].as_str().unwrap().contains(&format!("bank: \"{BANK}\"\n")), "its own name");

    // Nobody of the zone sees it before it is handed in; then they read it, and cannot touch it.
    let here = format!("/api/v1/rule-drafts/{}", id_of(&draft));
    let policy = world.actor("policy").await;
    policy.get(&here).await.refused(404, "not-found");
    assert_eq!(policy.get("/api/v1/rule-drafts").await.good(), json!([]));
    moves(&bank, &draft, "submit").await.good();
    assert_eq!(policy.get("/api/v1/rule-drafts?kind=product").await.good()[0]["owner_name"], BANK);
    assert_eq!(policy.get("/api/v1/rule-drafts?kind=policy").await.good(), json!([]));
    assert_eq!(policy.get(&here).await.good()["ours"], false);
    for verb in ["send-back", "publish", "withdraw"] {
        moves(&policy, &draft, verb).await.refused(403, "not-allowed");
    }
    let told = second.get("/api/v1/notices").await.good();
    assert!(told["items"].as_array().unwrap().iter().any(|one| one["kind"] == "rules-moved"), "{told}");
    moves(&second, &draft, "publish").await.good();
    world.wait(DAY);

    let people = world.actor("enterprise").await;
    grants(&world, &people, &bank_id, &["profile", "points", "offers"]).await;
    let shelf = people.get("/api/v1/products?search=working-capital-copy").await.good();
    assert_eq!((&shelf["total"], &shelf["items"][0]["bank"]), (&json!(1), &json!(BANK)));
    let application = json!({
        "product": "working-capital-copy", "amount": "100000", "months": 12, "repayment": "monthly-interest", "purpose": "周转",
    });
    let loan = people.post("/api/v1/loans", &application).await.good();
    assert_eq!((&loan["bank_name"], &loan["state"]), (&json!(BANK), &json!("submitted")), "{loan}");
});

on_each_engine!(what_may_not_be_published_is_named_before, world, {
    let (policy, bank) = (world.actor("policy").await, world.actor("bank").await);
    let zone = world.organisation("示范高新").await;
    let hindrance = async |by: &Actor, draft: &Value, pairs: &[(&str, &str)]| -> Vec<String> {
        let kept = changes(by, draft, pairs).await;
        assert_eq!(kept["sound"], false, "{kept}");
        moves(by, draft, "submit").await.refused(422, "not-accepted");
        let said = kept["hindrances"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
        said.collect()
    };
    // A version there is, and a day that is over.
    let draft = begins(&policy, json!({"kind": "policy", "code": "rent"})).await;
    let said = hindrance(&policy, &draft, &[("from: 2026-11-24", "from: 2026-11-22")]).await;
    assert_eq!(said, ["a new version begins today (2026-11-23) or later"]);
    let twice = begins(&policy, json!({"kind": "policy", "code": "rent"})).await;
    let pairs = [("version: \"2026.1\"", "version: \"2025.1\""), ("replaces: \"2025.1\"\n", "")];
    let kept = changes(&policy, &twice, &pairs).await;
    assert_eq!(kept["problems"][0]["code"], "policy-overlap", "{kept}");
    // Mistakes of the text.
    let kept = writes(&policy, &draft, "format: policy/1\ncode: x\n").await.good();
    assert_eq!((&kept["sound"], &kept["problems"][0]["code"]), (&json!(false), &json!("missing-key")));
    let scheme = include_str!("../../../../rules/schemes/zone-four-stage.yaml");
    assert_eq!(writes(&policy, &draft, scheme).await.good()["sound"], false, "a scheme is no policy");

    // A bank writes products, and only its own.
    let refused = bank.post("/api/v1/rule-drafts", &json!({"kind": "policy", "code": "rent"})).await;
    refused.refused(422, "not-accepted");
    let refused =
        bank.post("/api/v1/rule-drafts", &json!({"kind": "product", "code": "citic-gazelle"})).await;
    refused.refused(409, "wrong-state");
    let own = begins(&bank, json!({"kind": "product", "code": "citic-gazelle", "how": "copy"})).await;
    let said = hindrance(&bank, &own, &[(BANK, "别的银行")]).await;
    assert_eq!(said, [format!("the bank must be `{BANK}`")]);
    let text = own["content"].as_str().unwrap().replace("code: citic-gazelle-copy", "code: citic-gazelle");
    let kept = writes(&bank, &own, &text).await.good();
    let codes: Vec<&Value> = kept["problems"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("product-overlap")), "{kept}");

    // Nor does another bank see what it writes.
    let (_, other) = another_bank(&world, &zone).await;
    other.get(&format!("/api/v1/rule-drafts/{}", id_of(&own))).await.refused(404, "not-found");
    assert_eq!(other.get("/api/v1/rule-drafts").await.good(), json!([]));
    for body in [
        json!({"kind": "policy"}),
        json!({"kind": "scheme", "code": "rent"}),
        json!({"kind": "policy", "code": "none"}),
    ] {
        policy.post("/api/v1/rule-drafts", &body).await.refused(422, "not-accepted");
    }
});

on_each_engine!(what_is_published_in_a_zone_moves_the_money_of_its_enterprises, world, {
    let stage = published(&world).await;
    let (policy, publisher) = (world.actor("policy").await, world.actor("publisher").await);
    let runs = stage.zone.get("/api/v1/runs").await.good();
    let run = runs["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/runs/{run}/policies?on=2026-12-01");
    let granted = async |by: &Actor| -> (usize, bool) {
        let told = by.get(&path).await.good();
        let all = told["policies"].as_array().unwrap();
        (all.len(), all.iter().any(|one| one["code"] == "own-rd"))
    };
    let (before, known) = granted(&policy).await;
    assert!(!known);
    let text = include_str!("../../../../rules/policies/rd-investment.yaml");
    let text = text.replacen("code: rd-investment\n", "code: own-rd\n", 1);
    let draft = begins(&policy, json!({"kind": "policy", "content": text})).await;
    assert_eq!(draft["sound"], true, "{}{}", draft["problems"], draft["hindrances"]);
    publish(&policy, &publisher, &draft).await;
    // What was matched before is matched anew: nobody is paid by rules that no longer count.
    assert_eq!(granted(&policy).await, (before + 1, true));
});

on_each_engine!(a_bank_that_serves_every_zone_takes_no_code_of_a_bank_in_one_of_them, world, {
    let bank_id = world.organisation(BANK).await;
    let (bank, second) =
        (world.actor("bank").await, colleague(&world, &bank_id, "second", "bank-officer").await);
    let body = json!({"kind": "product", "code": "working-capital", "how": "copy"});
    let draft = begins(&bank, body.clone()).await;
    let pair = [("code: working-capital-copy", "code: taken-loan")];
    publish(&bank, &second, &changes(&bank, &draft, &pair).await).await;

    let (_, other) = another_bank(&world, &world.organisation("省科技创新管理中心").await).await;
    let draft = begins(&other, body).await;
    assert_eq!(draft["sound"], true, "{}", draft["hindrances"]);
    let kept = changes(&other, &draft, &pair).await;
    assert_eq!(
        kept["hindrances"],
        json!(["`taken-loan` is written by somebody else; give it another code"]),
        "{kept}"
    );
    moves(&other, &draft, "submit").await.refused(422, "not-accepted");
});

on_each_engine!(who_writes_rules_hears_of_what_ends_soon_once_at_each_stage, world, {
    assert_eq!(world.reminds_rule_writers().await, 0, "nothing that comes with the program ends soon");
    // A policy of the zone's own folder ends in 38 days, a product of its bank in 30.
    let folder = world.folder().join("rules/policies");
    std::fs::create_dir_all(&folder).unwrap();
    let shipped =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/policies/rent.yaml"));
    let own = shipped.unwrap().replace("code: rent", "code: rent-own").replace("2027-12-31", "2026-12-31");
    std::fs::write(folder.join("rent-own.yaml"), &own).unwrap();
    let heard = async |login: &str| {
        let told = world.actor(login).await.get("/api/v1/notices").await.good();
        let all = told["items"].as_array().unwrap().clone();
        all.into_iter()
            .filter(|one| one["kind"] == "rules-ending")
            .map(|one| one["detail"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(world.reminds_rule_writers().await, 1);
    assert_eq!(world.reminds_rule_writers().await, 0, "once is enough");
    let told = heard("policy").await;
    assert_eq!(
        [&told[0]["policies"], &told[0]["products"], &told[0]["next"]],
        [&json!(1), &json!(0), &json!("2026-12-31")]
    );
    assert_eq!(told[0]["names_en"], json!(["Rent relief for young enterprises (illustrative)"]));
    for login in ["zone", "bank", "enterprise", "publisher"] {
        assert_eq!(heard(login).await, Vec::<Value>::new(), "{login}");
    }

    // The bank's own product: everybody of the bank hears of it, and so do the zone's officers.
    let bank_id = world.organisation(BANK).await;
    let (bank, second) =
        (world.actor("bank").await, colleague(&world, &bank_id, "second", "bank-officer").await);
    let draft = begins(&bank, json!({"kind": "product", "code": "citic-gazelle", "how": "copy"})).await;
    let soon = [(
        "in_force: {from: 2026-11-24, until: 2027-12-31}",
        "in_force: {from: 2026-11-24, until: 2026-12-23}",
    )];
    let draft = changes(&bank, &draft, &soon).await;
    publish(&bank, &second, &draft).await;
    // Meanwhile a policy file is wrong: once it is mended, nobody hears of the other policies twice.
    std::fs::write(folder.join("broken.yaml"), "format: policy/1\ncode: broken\n").unwrap();
    assert_eq!(world.reminds_rule_writers().await, 2);
    std::fs::remove_file(folder.join("broken.yaml")).unwrap();
    assert_eq!(world.reminds_rule_writers().await, 0);
    assert_eq!([heard("bank").await.len(), heard("policy").await.len()], [1, 2]);

    // Eight days later the policy is within 30 days; then a version comes after it and nothing ends.
    world.wait(SignedDuration::from_hours(24 * 8));
    assert_eq!(world.reminds_rule_writers().await, 1);
    let next = own.replace("version: \"2025.1\"", "version: \"2027.1\"\nreplaces: \"2025.1\"");
    let next =
        next.replace("in_force: {from: 2025-01-01, until: 2026-12-31}", "in_force: {from: 2027-01-01}");
    std::fs::write(folder.join("rent-own-2027.yaml"), next).unwrap();
    world.wait(SignedDuration::from_hours(24 * 16));
    assert_eq!(world.reminds_rule_writers().await, 2, "six days are left to the product");
    assert_eq!(heard("policy").await.iter().filter(|one| one["policies"] == 0).count(), 2);
    world.wait(SignedDuration::from_hours(24 * 7));
    assert_eq!(world.reminds_rule_writers().await, 0, "the product is over, the policy goes on");
});
