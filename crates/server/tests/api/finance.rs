//! The finance supermarket: the shelf, what products offer the enterprises of a run, and what a loan costs.

use crate::{
    evaluation::{ENTERPRISES, Stage},
    kit::World,
    on_each_engine,
};
use serde_json::{Value, json};

/// A product that lends half of the R&D expense of 1200, 600, 300 and 0万元, up to 500万元.
const PRODUCT: &str = r#"
format: product/1
code: test-loan
name: {zh: 研发贷（测试）, en: R&D loan (test)}
version: "1"
status: illustrative
in_force: {from: 2026-01-01}
items: [../items/enterprise.yaml]
bank: {zh: 测试银行, en: Test bank}
purpose: {zh: 研发, en: R&D}
security: credit
term: {least_months: 3, most_months: 24}
repayments: [monthly_interest, equal_principal]
data: {year: last, judged_on: year_end}
parameters: [{code: lpr_1y, name: {zh: 一年期LPR, en: One-year LPR}, value: 3%}]
conditions:
  - {code: "1", name: {zh: 营业收入不低于1万元, en: Revenue}, value: 营业收入, at_least: 1万元}
  - {code: "2", name: {zh: 净利润为正, en: A profit}, value: 净利润, above: 0万元}
limit:
  caps:
    - {code: product, name: {zh: 产品上限, en: Most of the product}, amount: 500万元}
    - {code: rd, name: {zh: 研发费用的一半, en: Half of the R&D expense}, amount: 研发费用 * 50%}
    - {code: assets, name: {zh: 净资产（新企业）, en: Net assets (new enterprises)}, when: 满年数(成立日期) < 1年, amount: 净资产}
  least: 10万元
  round_down_to: 1万元
rate:
  reads: at_most
  base: 一年期LPR
  steps:
    - {code: margin, name: {zh: 加点, en: Margin}, amount: 80基点}
    - {code: large, name: {zh: 研发费用1000万元以上减点, en: Less from 10 million}, when: 研发费用 >= 1000万元, amount: -30基点}
sharing:
  - {code: all, name: {zh: 所有企业, en: Everybody}, shares: [{who: {zh: 银行, en: Bank}, share: 40%}, {who: {zh: 担保机构, en: Guarantee company}, share: 60%}]}
fees: [{code: guarantee, name: {zh: 担保费, en: Guarantee fee}, yearly: 1%}]
subsidy: {share: 50%, cap: 1万元}
"#;

/// A published year of the demonstration's zone, whose own folder holds the product.
async fn published(world: &World) -> (Stage<'_>, String) {
    let folder = world.folder().join("rules/products");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("test-loan.yaml"), PRODUCT).unwrap();
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    stage.publishes(&stage.publisher, &run).await.good();
    let id = run["id"].as_str().unwrap().to_owned();
    (stage, id)
}

fn of<'v>(told: &'v Value, code: &str) -> &'v Value {
    let offers = told["offers"].as_array().unwrap();
    offers.iter().find(|one| one["product"]["code"] == code).unwrap_or(&Value::Null)
}

on_each_engine!(the_zone_sees_how_many_may_borrow_and_how_much, world, {
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{run}");
    let told = stage.zone.get(&format!("{path}/products")).await.good();
    assert_eq!((&told["enterprises"], &told["year"], &told["reached"]), (&json!(4), &json!(2025), &json!(3)));
    let products = told["products"].as_array().unwrap();
    let own = products.iter().find(|one| one["code"] == "test-loan").unwrap();
    assert_eq!((&own["eligible"], &own["not_eligible"]), (&json!(3), &json!(1)), "{own}");
    assert_eq!(
        (&own["limits"], &own["highest"]),
        (&json!("9500000"), &json!("5000000")),
        "5 + 3 + 1.5 million"
    );
    // Of products whose data nobody collected nothing is offered, and nobody is refused for it.
    let grade = products.iter().find(|one| one["code"] == "chongqing-knowledge-value").unwrap();
    assert_eq!((&grade["eligible"], &grade["cannot_tell"]), (&json!(0), &json!(4)), "{grade}");
    let again = stage.zone.get(&format!("{path}/products")).await.good();
    assert_eq!(told["code"], again["code"]);

    let list = stage.zone.get(&format!("{path}/offers?product=test-loan&sort=amount")).await.good();
    let rows = list["items"].as_array().unwrap();
    let limits: Vec<&str> = rows.iter().map(|row| row["limit"].as_str().unwrap()).collect();
    assert_eq!(limits, ["5000000", "3000000", "1500000", "0"]);
    assert_eq!((&rows[0]["name"], &rows[0]["yearly_percent"]), (&json!(ENTERPRISES[0].0), &json!("3.5")));
    assert_eq!(rows[0]["binding"], json!(["Most of the product"]));
    assert_eq!(rows[3]["standing"], "not-eligible");
    assert!(rows[3]["reasons"][0].as_str().unwrap().contains("below the least"), "{}", rows[3]);
    let park = format!("{path}/offers?product=test-loan&standing=eligible&park=%E4%B8%9C%E5%9B%AD");
    assert_eq!(stage.zone.get(&park).await.good()["total"], 3);
    stage.zone.get(&format!("{path}/offers?product=none")).await.refused(400, "query-not-understood");
});

on_each_engine!(a_product_is_tried_on_a_frozen_year_before_anybody_may_borrow, world, {
    let (stage, run) = published(&world).await;
    let officer = world.actor("policy").await;
    let path = format!("/api/v1/runs/{run}/product-trial");
    let tries = async |text: &str| officer.post(&path, &json!({"content": text})).await.good();
    // A text that is wrong is told where; nothing is computed.
    let told = tries(&PRODUCT.replace("at_least: 1万元", "at_least: 1年")).await;
    assert_eq!((&told["sound"], &told["result"]), (&json!(false), &Value::Null), "{told}");
    assert!(told["problems"][0]["line"].as_i64().unwrap() > 10, "{told}");
    // The same text changes nothing; a lower cap binds more and lends less.
    let told = tries(PRODUCT).await;
    assert_eq!((&told["result"]["gain"], &told["result"]["lose"]), (&json!(0), &json!(0)), "{told}");
    let told = tries(&PRODUCT.replace("amount: 500万元}", "amount: 200万元}")).await;
    let result = &told["result"];
    assert_eq!(
        (&result["gain"], &result["lose"], &result["before"]["limits"], &result["after"]["limits"]),
        (&json!(0), &json!(2), &json!("9500000"), &json!("5500000")),
        "5 + 3 + 1.5 million become 2 + 2 + 1.5"
    );
    let binding: Vec<&Value> =
        result["binding"].as_array().unwrap().iter().map(|one| &one["enterprises"]).collect();
    assert_eq!(binding, [&json!(2), &json!(1), &json!(0)], "{result}");
    assert_eq!(
        (&result["movers"][0]["name"], &result["movers"][0]["before"], &result["movers"][0]["after"]),
        (&json!(ENTERPRISES[0].0), &json!("5000000"), &json!("2000000"))
    );
    let sum = |by: &str| -> i64 {
        let groups = result["groups"].as_array().unwrap().iter().filter(|one| one["by"] == by);
        groups.map(|one| one["after"].as_str().unwrap().parse::<i64>().unwrap()).sum()
    };
    assert_eq!(
        ["stage", "field", "size", "park"].map(sum),
        [5_500_000; 4],
        "everybody is in one group of each"
    );
    // A product that is new is compared with nothing; one that is not on the shelf says so.
    let told = tries(&PRODUCT.replace("code: test-loan", "code: test-other")).await;
    assert_eq!((&told["result"]["before"], &told["result"]["gain"]), (&Value::Null, &json!(3)));
    let told = tries(&PRODUCT.replace("in_force: {from: 2026-01-01}", "in_force: {from: 2030-01-01}")).await;
    assert!(told["result"].is_null() && told["why"].as_str().unwrap().contains("not on the shelf"), "{told}");
    // The version that it replaces ends the day before it begins.
    let next = PRODUCT.replace("version: \"1\"", "version: \"2\"\nreplaces: \"1\"");
    let next = next.replace("in_force: {from: 2026-01-01}", "in_force: {from: 2026-06-01}");
    let told = tries(&next.replace("研发费用 * 50%", "研发费用 * 60%")).await;
    assert_eq!(
        (&told["result"]["gain"], &told["result"]["after"]["limits"]),
        (&json!(2), &json!("10400000")),
        "{told}"
    );
    // Nothing is kept, and nobody else tries: least of all banks, whom these enterprises have allowed nothing.
    let after = stage.zone.get(&format!("/api/v1/runs/{run}/products")).await.good();
    assert!(!after.to_string().contains("test-other"));
    for login in ["reviewer", "bank", "enterprise"] {
        let told = world.actor(login).await.post(&path, &json!({"content": PRODUCT})).await;
        told.refused(403, "not-allowed");
    }
});

on_each_engine!(an_enterprise_sees_what_it_could_borrow_why_and_what_it_costs, world, {
    let (stage, _) = published(&world).await;
    let path = format!("/api/v1/enterprises/e0-{}/offers", stage.zone_id);
    let told = stage.zone.get(&format!("{path}?amount=1000000&months=12")).await.good();
    let own = of(&told, "test-loan");
    assert_eq!(
        (&own["standing"], &own["limit"], &own["within"]),
        (&json!("eligible"), &json!("5000000"), &json!(true))
    );
    let caps = own["caps"].as_array().unwrap();
    assert_eq!((&caps[0]["amount"], &caps[0]["binding"]), (&json!("5000000"), &json!(true)), "{caps:?}");
    assert_eq!((&caps[1]["amount"], &caps[1]["binding"]), (&json!("6000000"), &json!(false)));
    assert_eq!((&caps[2]["applies"], &caps[2]["amount"]), (&json!(false), &Value::Null), "it is not new");
    assert_eq!((&own["base_percent"], &own["yearly_percent"]), (&json!("3"), &json!("3.5")));
    assert_eq!(own["steps"][1]["percent"], "-0.3");
    assert_eq!(own["sharing"][1], json!({"who": "Guarantee company", "percent": "60"}));
    // 3.5 % on a million, repaid at the end, and a fee of 1 %; half of the interest comes back, up to 10,000 yuan.
    let cost = &own["cost"];
    assert_eq!(
        [&cost["interest"], &cost["fees"], &cost["subsidy"], &cost["net"], &cost["yearly_percent"]],
        [&json!("35000.04"), &json!("10000"), &json!("10000"), &json!("35000.04"), &json!("4.5")],
        "each month is rounded to the cent"
    );
    let principal =
        stage.zone.get(&format!("{path}?amount=1000000&months=12&repayment=equal-principal")).await.good();
    assert_eq!(
        of(&principal, "test-loan")["cost"]["yearly_percent"],
        "5.35",
        "the fee is for less money owed"
    );
    // What the product does not lend so has no cost; more than the limit is said.
    let long = stage.zone.get(&format!("{path}?amount=5000000.01&months=36")).await.good();
    assert_eq!(
        (&of(&long, "test-loan")["cost"], &of(&long, "test-loan")["within"]),
        (&Value::Null, &json!(false))
    );
    // A condition that fails decides; still, missing data are named, and the limit is no more than what is known.
    let need = of(&told, "working-capital");
    assert_eq!(need["standing"], "not-eligible", "{need}");
    assert_eq!((&need["limit"], &need["no_more_than"]), (&Value::Null, &json!("3000000")));
    assert!(need["caps"][2]["missing"].as_array().unwrap().contains(&json!("Sales revenue")), "{need}");
    let grade = of(&told, "chongqing-knowledge-value");
    assert_eq!(grade["standing"], "cannot-tell", "{grade}");
    assert!(grade["reasons"][0].as_str().unwrap().contains("missing"), "{grade}");
    for wrong in [
        "amount=0",
        "amount=1.001",
        "amount=x",
        "amount=1&months=0",
        "amount=1&months=361",
        "amount=1&repayment=x",
    ] {
        stage.zone.get(&format!("{path}?{wrong}")).await.refused(400, "query-not-understood");
    }
});

on_each_engine!(nobody_sees_what_another_one_could_borrow, world, {
    let (stage, run) = published(&world).await;
    let people = world.actor("enterprise").await;
    let own = people.get(&format!("/api/v1/enterprises/e3-{}/offers", stage.zone_id)).await.good();
    assert_eq!(of(&own, "test-loan")["standing"], "not-eligible");
    people.get(&format!("/api/v1/enterprises/e0-{}/offers", stage.zone_id)).await.refused(404, "not-found");
    // A bank reads the shelf and nothing of any enterprise.
    let bank = world.actor("bank").await;
    assert_eq!(
        bank.get("/api/v1/products?search=R%26D%20loan").await.good()["items"][0]["code"],
        "test-loan"
    );
    bank.get(&format!("/api/v1/runs/{run}/products")).await.refused(403, "not-allowed");
    bank.get(&format!("/api/v1/runs/{run}/offers?product=test-loan")).await.refused(403, "not-allowed");
    bank.get(&format!("/api/v1/enterprises/e0-{}/offers", stage.zone_id)).await.refused(403, "not-allowed");
});

on_each_engine!(the_shelf_tells_of_every_product, world, {
    let (stage, _) = published(&world).await;
    let told = stage.zone.get("/api/v1/products").await.good();
    assert_eq!(told["total"], 14, "thirteen examples and the zone's own");
    let pledged = stage.zone.get("/api/v1/products?security=public-guarantee").await.good();
    assert!(pledged["items"].as_array().unwrap().iter().all(|one| one["security"] == "public-guarantee"));
    let long = stage.zone.get("/api/v1/products?months=36&limit=200").await.good();
    assert!(long["items"].as_array().unwrap().iter().all(|one| one["most_months"].as_i64().unwrap() >= 36));
    assert_eq!(stage.zone.get("/api/v1/products?on=2030-01-01").await.good()["total"], 1, "one has no end");
    let page = world.actor("bank").await.get("/api/v1/products/test-loan").await.good();
    assert_eq!((&page["source"], &page["official"]), (&json!(PRODUCT), &json!(false)));
    assert!(page["text"].as_str().unwrap().contains("取以下各项中最小的一项"), "{page}");
    assert_eq!((&page["fees"][0]["yearly_percent"], &page["subsidy_percent"]), (&json!("1"), &json!("50")));
    stage.zone.get("/api/v1/products/none").await.refused(404, "not-found");
    let nobody = world.nobody();
    let all = nobody.get("/public/products?lang=zh").await;
    assert!(
        all.text.contains("研发贷（测试）") && all.text.contains("参考额度，以银行审批为准"),
        "{}",
        all.text
    );
    let one = nobody.get("/public/products/test-loan?lang=en").await;
    for told in [
        "R&amp;D loan (test)",
        "no bank offers these terms",
        "Half of the R&amp;D expense",
        "interest monthly",
    ] {
        assert!(one.text.contains(told), "{told}: {}", one.text);
    }
    nobody.get("/public/products/none").await.refused(404, "not-found");
    std::fs::write(world.folder().join("rules/products/bad.yaml"), "format: product/1\ncode: bad\n").unwrap();
    let refused: Value = stage.zone.get("/api/v1/products").await.refused(409, "wrong-state");
    assert!(refused["detail"].as_str().unwrap().contains("bad.yaml"), "{refused}");
});

on_each_engine!(instalments_are_counted_to_the_cent, world, {
    let anybody = world.actor("enterprise").await;
    let path = "/api/v1/loan-schedule?drawn_on=2026-01-31";
    let told = anybody
        .get(&format!("{path}&amount=1000000&yearly=3.85&months=12&repayment=equal-instalments"))
        .await
        .good();
    let lines = told["instalments"].as_array().unwrap();
    assert_eq!(lines.len(), 12);
    assert_eq!(
        lines[0],
        json!({"due": "2026-02-28", "payment": "85081.39", "principal": "81873.06", "interest": "3208.33", "balance": "918126.94"})
    );
    assert_eq!((&lines[1]["due"], &lines[11]["balance"]), (&json!("2026-03-28"), &json!("0")));
    assert_eq!(told["yearly_percent"], "3.85");
    let first = anybody.get(&format!("{path}&amount=1000000&yearly=3.6&months=2&repayment=monthly-interest&count=days-360&first_due_on=2026-03-31")).await.good();
    assert_eq!(first["instalments"][0]["interest"], "5900", "59 days");
    assert_eq!(first["instalments"][1]["due"], "2026-04-30");
    for wrong in [
        "amount=0&yearly=3&months=12",
        "amount=1&yearly=37&months=12",
        "amount=1&yearly=-1&months=12",
        "amount=1&yearly=3&months=0",
        "amount=1&yearly=3&months=361",
        "amount=1&yearly=3&months=1&first_due_on=2026-01-31",
        "amount=1&yearly=3&months=1&drawn_on=31.1.2026",
    ] {
        let path = format!("/api/v1/loan-schedule?repayment=at-maturity&{wrong}");
        let refused = anybody.get(&path).await;
        assert!(refused.status == 400, "{wrong}: {}", refused.text);
    }
});
