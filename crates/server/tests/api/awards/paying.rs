//! A list on its way to the bank, and everything that must not happen on it.

use super::{AMOUNTS, Paid, opens};
use crate::{
    evaluation::{ENTERPRISES, changed, colleague},
    kit::Told,
    on_each_engine,
};
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::io::Read as _;
use store::{Scope, awards};

/// Every text of a workbook.
fn written(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

on_each_engine!(a_list_goes_from_review_over_notice_to_money, world, {
    let paid = Paid::opened(&world).await;
    let list = paid.look().await;
    assert_eq!(
        (&list["state"], &list["entitled"], &list["amount"], &list["left"]),
        (&json!("review"), &json!(4), &json!("1000000"), &json!("0")),
        "Σ of the list is the budget to the cent"
    );
    // An officer strikes one out with a reason, and puts it back.
    let award = paid.award(2).await;
    let path = format!("/api/v1/awards/{}", award["id"].as_str().unwrap());
    let officer = world.actor("policy").await;
    let strike = async |struck: bool, reason: &str| {
        let body = json!({"struck": struck, "reason": reason});
        officer.edits(Method::POST, &format!("{path}/strike"), &path, &body).await
    };
    assert_eq!(strike(true, " ").await.refused(422, "not-accepted")["errors"][0]["pointer"], "/reason");
    assert_eq!(strike(true, "已迁出").await.good()["state"], "struck");
    assert_eq!(paid.look().await["left"], AMOUNTS[2]);
    strike(false, "误剔").await.good();

    // 公示: at least five days, and nothing is paid before it is over and every objection decided.
    let early = paid.moves(&json!({"action": "show", "notice_until": paid.in_days(4)})).await;
    assert_eq!(early.pointers(), ["/notice_until"]);
    paid.moves(&json!({"action": "show", "notice_until": paid.in_days(5)})).await.good();
    paid.moves(&json!({"action": "begin"})).await.refused(409, "wrong-state");
    let people = world.actor("enterprise").await;
    let body = json!({"list_id": paid.list, "award_id": paid.award(0).await["id"], "reason": "数据有误"});
    let raised = people.post("/api/v1/award-objections", &body).await.good();
    world.wait(SignedDuration::from_hours(6 * 24));
    paid.moves(&json!({"action": "begin"})).await.refused(409, "wrong-state");
    world.actor("enterprise").await.post("/api/v1/award-objections", &body).await.refused(409, "wrong-state");
    let objection = format!("/api/v1/award-objections/{}", raised["id"].as_str().unwrap());
    let verdict = json!({"upheld": false, "reason": "经核对数据无误"});
    let officer = world.actor("policy").await;
    let all = "/api/v1/award-objections";
    assert_eq!(officer.get(all).await.good()["items"][0]["state"], "open");
    let decide = officer.asks(Method::POST, &format!("{objection}/decide")).keyed(&crate::kit::fresh_key());
    decide.header("if-match", "\"1\"").with(&verdict).send().await.good();
    paid.moves(&json!({"action": "begin"})).await.good();

    // The enterprise confirms in one step; nobody sees the account.
    let confirmed = paid.confirms("6222 0202 0011 2230").await.good();
    assert_eq!(
        (&confirmed["state"], &confirmed["account"]),
        (&json!("confirmed"), &json!("示范银行高新支行 **** 2230"))
    );
    let stored = awards::award_within(&world.database, &Scope::Everything, confirmed["id"].as_str().unwrap());
    let stored = stored.await.unwrap().unwrap();
    assert!(!stored.account.unwrap().contains("2230"), "sealed at rest");

    // One prepares, another releases.
    let batch = paid.prepares().await;
    let own = format!("/api/v1/payments/{batch}");
    let preparer = world.actor("policy").await;
    preparer
        .edits(Method::POST, &format!("{own}/release"), &own, &json!({}))
        .await
        .refused(403, "own-request");
    world.actor("zone").await.get(&format!("{own}/file")).await.refused(409, "wrong-state");
    let released = paid.releases(&batch).await.good();
    assert_eq!((&released["payments"], &released["total"]), (&json!(1), &json!(AMOUNTS[3])));
    paid.releases(&batch).await.refused(409, "wrong-state");
    let file = world.actor("zone").await.bytes(&format!("{own}/file")).await;
    let sheet = written(&file);
    assert!(sheet.contains("6222020200112230") && sheet.contains(AMOUNTS[3]), "{sheet}");

    // The bank's word, the ledger, the figures: all the same sum.
    let settled = paid.results(&batch, true, None).await.good();
    assert_eq!(settled["state"], "settled");
    assert_eq!(paid.ledger().await, [("paid".to_owned(), AMOUNTS[3].to_owned())]);
    let figures = format!("/api/v1/organisations/{}/award-figures?year=2026", paid.stage.zone_id);
    let told = world.actor("zone").await.get(&figures).await.good();
    assert_eq!(
        (&told["paid"], &told["enterprises"], &told["policies"][0]["reached"]),
        (&json!(AMOUNTS[3]), &json!(1), &json!(1))
    );
    assert_eq!(told["parks"][0]["key"], "西园");

    // Not closed while somebody waits; those who never confirmed are struck out with a reason.
    paid.moves(&json!({"action": "close"})).await.refused(409, "wrong-state");
    for index in 0..3 {
        let path = format!("/api/v1/awards/{}", paid.award(index).await["id"].as_str().unwrap());
        let body = json!({"struck": true, "reason": "逾期未确认账户"});
        world.actor("policy").await.edits(Method::POST, &format!("{path}/strike"), &path, &body).await.good();
    }
    assert_eq!(paid.moves(&json!({"action": "close"})).await.good()["state"], "closed");
    let kinds: Vec<Value> = {
        let told = world.actor("enterprise").await.get("/api/v1/notices").await.good();
        told["items"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect()
    };
    for kind in ["award-shown", "award-payable", "award-paid", "award-objection-decided"] {
        assert!(kinds.contains(&json!(kind)), "{kind} was told: {kinds:?}");
    }
});

on_each_engine!(nothing_is_paid_twice, world, {
    let paid = Paid::payable(&world).await;
    // A further list of the same policy and year has nobody on it, and the database refuses who would be on two.
    opens(&world.actor("policy").await, &paid.run).await.refused(409, "wrong-state");
    let first = awards::list_within(&world.database, &Scope::Everything, &paid.list).await.unwrap().unwrap();
    let work = world.database.begin(world.now()).await.unwrap();
    let second = awards::add_list(&work, awards::AwardList { id: "another".into(), ..first }).await.unwrap();
    let again = awards::NewAward {
        id: "again".into(),
        enterprise_id: format!("e3-{}", paid.stage.zone_id),
        path: second.path.clone(),
        claimed: 100,
        amount: 100,
        cuts: "[]".into(),
    };
    let refused = awards::add_awards(&work, &second, vec![again]).await;
    assert!(matches!(refused, Err(store::StoreError::Taken(_))), "{refused:?}");
    work.undo().await.unwrap();
    // Fifty confirmations at once: one counts.
    let award = paid.award(3).await;
    let (id, version) = (award["id"].as_str().unwrap().to_owned(), award["version"].as_i64().unwrap());
    let people = std::sync::Arc::new(world.actor("enterprise").await);
    let confirm = |number: usize| {
        let (people, path) = (people.clone(), format!("/api/v1/awards/{id}/confirm"));
        let seen = format!("\"{version}\"");
        let body = json!({
            "holder": ENTERPRISES[3].0, "bank": "示范银行", "number": format!("62220202001122{number:02}"),
        });
        tokio::spawn(async move {
            people.asks(Method::POST, &path).header("if-match", &seen).with(&body).send().await.status
        })
    };
    let asked: Vec<_> = (0..50).map(confirm).collect();
    let mut told = Vec::new();
    for one in asked {
        told.push(one.await.unwrap());
    }
    told.sort_unstable();
    assert_eq!((told.len(), told[0], told[1]), (50, 200, 412), "{told:?}");
    // A batch takes it once; released, its account does not change; paid, it is not confirmed again.
    let batch = paid.prepares().await;
    let officer = world.actor("policy").await;
    officer.post(&format!("{}/payments", paid.path()), &json!({})).await.refused(409, "wrong-state");
    paid.confirms("6222020200112299").await.refused(409, "wrong-state");
    paid.releases(&batch).await.good();
    paid.confirms("6222020200112299").await.refused(409, "wrong-state");
    paid.results(&batch, true, None).await.good();
    paid.confirms("6222020200112299").await.refused(409, "wrong-state");
    paid.results(&batch, true, None).await.refused(409, "wrong-state");
    assert_eq!(paid.ledger().await.len(), 1);
    // Money has moved: the list is not given up.
    let cancel = json!({"action": "cancel", "reason": "试一试"});
    paid.moves(&cancel).await.refused(409, "wrong-state");
});

on_each_engine!(what_fails_or_comes_back_is_recorded_and_may_be_paid_again, world, {
    let paid = Paid::payable(&world).await;
    paid.confirms("6222020200112230").await.good();
    let first = paid.prepares().await;
    paid.releases(&first).await.good();
    let told = paid.results(&first, false, None).await;
    assert_eq!(told.pointers(), ["/results/0/reason"], "a failure has a reason");
    paid.results(&first, false, Some("户名不符")).await.good();
    assert_eq!(paid.award(3).await["state"], "failed");
    paid.confirms("6222020200115678").await.good();
    let second = paid.prepares().await;
    paid.releases(&second).await.good();
    paid.results(&second, true, None).await.good();

    let path = format!("/api/v1/awards/{}", paid.award(3).await["id"].as_str().unwrap());
    let back = |kind: &str| json!({"kind": kind, "on": paid.in_days(0), "reason": "开户行退汇"});
    let officer = world.actor("zone").await;
    let take = async |kind: &str| {
        world.wait(SignedDuration::from_secs(1));
        officer.edits(Method::POST, &format!("{path}/take-back"), &path, &back(kind)).await
    };
    assert_eq!(take("returned").await.good()["state"], "returned");
    paid.confirms("6222020200119999").await.good();
    let third = paid.prepares().await;
    paid.releases(&third).await.good();
    paid.results(&third, true, None).await.good();
    assert_eq!(take("clawed-back").await.good()["state"], "clawed-back");
    paid.confirms("6222020200119999").await.refused(409, "wrong-state");
    let minus = format!("-{}", AMOUNTS[3]);
    let entry = |kind: &str, amount: &str| (kind.to_owned(), amount.to_owned());
    assert_eq!(
        paid.ledger().await,
        [
            entry("failed", "0"),
            entry("paid", AMOUNTS[3]),
            entry("returned", &minus),
            entry("paid", AMOUNTS[3]),
            entry("clawed-back", &minus),
        ]
    );
    // The database itself lets nobody rewrite what happened.
    let work = world.database.begin(world.now()).await.unwrap();
    let award = awards::award_within(&work, &Scope::Everything, path.rsplit('/').next().unwrap());
    let award = award.await.unwrap().unwrap();
    assert_eq!(award.amount, 4_545_454);
    work.undo().await.unwrap();
});

on_each_engine!(a_batch_that_is_not_what_was_sealed_is_not_released, world, {
    let paid = Paid::payable(&world).await;
    paid.confirms("6222020200112230").await.good();
    let batch = paid.prepares().await;
    // Somebody moves an award out of the batch behind the program's back.
    let id = paid.award(3).await["id"].as_str().unwrap().to_owned();
    changed(&world, async |work| {
        let award = awards::award_within(work, &Scope::Everything, &id).await.unwrap().unwrap();
        let moved = awards::AwardChange { batch_id: Some("elsewhere".into()), ..Default::default() };
        awards::move_award(work, &award, awards::AwardState::Batched, moved).await.unwrap();
    })
    .await;
    paid.releases(&batch).await.refused(409, "wrong-state");
});

on_each_engine!(a_list_that_is_given_up_makes_room_for_another, world, {
    let paid = Paid::opened(&world).await;
    let before = paid.award(0).await;
    paid.moves(&json!({"action": "cancel"})).await.refused(422, "not-accepted");
    paid.moves(&json!({"action": "cancel", "reason": "改用更正后的结果"})).await.good();
    let path = format!("/api/v1/awards/{}", before["id"].as_str().unwrap());
    assert_eq!(
        world.actor("policy").await.get(&path).await.good()["state"],
        "cancelled",
        "kept, not removed"
    );
    let again = opens(&world.actor("policy").await, &paid.run).await.good();
    assert_ne!(again["id"], json!(paid.list));
});

on_each_engine!(an_enterprise_reaches_its_own_award_only, world, {
    let paid = Paid::payable(&world).await;
    let people = world.actor("enterprise").await;
    let own = people.get("/api/v1/awards").await.good();
    assert_eq!((&own["total"], &own["items"][0]["name"]), (&json!(1), &json!(ENTERPRISES[3].0)));
    let other = format!("/api/v1/awards/{}", paid.award(0).await["id"].as_str().unwrap());
    people.get(&other).await.refused(404, "not-found");
    let body = json!({"holder": ENTERPRISES[0].0, "bank": "示范银行", "number": "6222020200112230"});
    let asked = people.asks(Method::POST, &format!("{other}/confirm")).header("if-match", "\"1\"");
    asked.with(&body).send().await.refused(404, "not-found");
    // An enterprise whose people come later finds the award it was given before.
    let opening = json!({
        "kind": "enterprise", "parent_id": paid.stage.zone_id, "name": ENTERPRISES[1].0,
        "credit_code": ENTERPRISES[1].1,
    });
    let opened = world.actor("zone").await.post("/api/v1/organisations", &opening).await.good();
    let newcomer = colleague(&world, opened["id"].as_str().unwrap(), "yuanhang", "enterprise-user").await;
    let theirs = newcomer.get("/api/v1/awards").await.good();
    assert_eq!((&theirs["total"], &theirs["items"][0]["amount"]), (&json!(1), &json!(AMOUNTS[1])));
    // Nor does it send its own money to somebody else.
    let own = format!("/api/v1/awards/{}", paid.award(3).await["id"].as_str().unwrap());
    let told = people.edits(Method::POST, &format!("{own}/confirm"), &own, &body).await;
    assert_eq!(told.pointers(), ["/holder"]);
    let body = json!({"holder": ENTERPRISES[3].0, "bank": "", "number": "62AB"});
    let told = people.edits(Method::POST, &format!("{own}/confirm"), &own, &body).await;
    assert_eq!(told.pointers(), ["/bank", "/number"]);
});

/// The zone's administrator sends the file back that the bank returned.
async fn returns(paid: &Paid<'_>, batch: &str, name: &str, content: &[u8]) -> Told {
    paid.world.wait(SignedDuration::from_secs(1));
    let officer = paid.world.actor("zone").await;
    let path = format!("/api/v1/payments/{batch}");
    let seen = officer.get(&path).await;
    let address = format!("{path}/results-file?file_name={name}&on={}", paid.in_days(0));
    let asking = officer.asks(Method::POST, &address).header("if-match", seen.header("etag"));
    asking.bytes(content).send().await
}

on_each_engine!(a_file_that_comes_back_from_the_bank_is_entered_whole_or_not_at_all, world, {
    let paid = Paid::payable(&world).await;
    paid.confirms("6222020200112230").await.good();
    let batch = paid.prepares().await;
    paid.releases(&batch).await.good();
    let award = paid.award(3).await["id"].as_str().unwrap().to_owned();
    let file = |rows: &str| {
        format!("回盘清单\n序号,付款编号,金额（元）,付款结果,失败原因,流水号\n{rows}").into_bytes()
    };

    for (rows, said) in [
        (format!("1,{award},45454.55,成功,,\n"), "row 3: the amount 45454.55 is not the 45454.54 yuan"),
        (format!("1,{award},45454.54,处理中,,\n"), "row 3: the result must be"),
        (format!("1,{award},45454.54,失败,,\n"), "row 3: say why it failed"),
        (format!("1,{award},45454.54,成功,,\n2,{award},45454.54,成功,,\n"), "row 4: stands here twice"),
        ("1,none,45454.54,成功,,\n".to_owned(), "row 3: is not a payment of this batch"),
        ("1,,45454.54,成功,,\n".to_owned(), "row 3: has a result and no payment id"),
        (format!("1,{award},45454.54,,,\n合计,,45454.54,,,\n"), "holds no row with a result"),
    ] {
        let told = returns(&paid, &batch, "back.csv", &file(&rows)).await.refused(422, "not-accepted");
        assert!(told["errors"][0]["detail"].as_str().unwrap().contains(said), "{told}");
    }
    let told = returns(&paid, &batch, "back.csv", "a,b\n1,2\n".as_bytes()).await.refused(422, "not-accepted");
    assert_eq!(told["errors"].as_array().unwrap().len(), 2, "both columns are missing: {told}");
    returns(&paid, &batch, "back.exe", b"MZ").await.refused(422, "not-accepted");
    returns(&paid, &batch, "back.xlsx", b"PK nothing").await.refused(422, "file-not-taken");
    assert!(paid.ledger().await.is_empty(), "a mistake anywhere and nothing is entered");

    let good = file(&format!("1,{award},\"45,454.54\",成功,,20261203-01\n合计,,45454.54,,,\n"));
    let told = returns(&paid, &batch, "back.csv", &good).await.good();
    assert_eq!(told["state"], "settled");
    assert_eq!(paid.ledger().await, [("paid".to_owned(), AMOUNTS[3].to_owned())]);
    returns(&paid, &batch, "back.csv", &good).await.refused(409, "wrong-state");
    assert_eq!(paid.ledger().await.len(), 1, "the same file twice is entered once");
    let kept = std::fs::read_dir(world.folder().join("files")).unwrap().flatten();
    let left: Vec<String> = kept.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    assert!(left.iter().all(|name| !name.ends_with(".csv")), "account numbers are not kept: {left:?}");
});

on_each_engine!(the_payment_file_itself_can_be_filled_in_and_sent_back, world, {
    let paid = Paid::payable(&world).await;
    paid.confirms("6222020200112230").await.good();
    let batch = paid.prepares().await;
    paid.releases(&batch).await.good();
    let zone = world.actor("zone").await;
    let file = zone.bytes(&format!("/api/v1/payments/{batch}/file")).await;
    let text = written(&file);
    for head in ["付款编号", "付款结果", "失败原因", "流水号"] {
        assert!(text.contains(head), "{head} is a column");
    }
    let told = returns(&paid, &batch, "payments.xlsx", &file).await.refused(422, "not-accepted");
    assert!(told["errors"][0]["detail"].as_str().unwrap().contains("no row with a result"), "{told}");
});
