//! 政策匹配: who gets what, why not, and the same again from the receipt.

use std::collections::BTreeMap;

use crate::kit::Desk;

const MATCH: &str = "policies match --policies rules/policies --input zone/zone.csv --as-of 2026-06-30 \
                     --scheme rules/schemes/zone-four-stage.yaml --output m.csv --receipt m.receipt.json";

/// The lines of a CSV file, by the titles of its columns.
fn lines(desk: &Desk, file: &str) -> Vec<BTreeMap<String, String>> {
    let text = desk.reads(file);
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let titles: Vec<String> = lines.next().expect("titles").split(',').map(str::to_owned).collect();
    lines.map(|line| titles.iter().cloned().zip(line.split(',').map(str::to_owned)).collect()).collect()
}

#[test]
fn a_zone_is_matched_with_amounts_and_reasons() {
    let desk = Desk::with_zone(120);
    desk.types(MATCH)
        .good()
        .says("120家企业，15项政策，匹配日2026-06-30")
        .says("有示例政策，并非任何单位公布")
        .says("测算结果仅供参考，以主管部门的审定和公示为准");
    let found = lines(&desk, "m.csv");
    assert_eq!(found.len(), 120);
    let graduates = "应届毕业生吸纳补助（示例）";
    let entitled: Vec<_> = found.iter().filter(|line| line[graduates] == "符合").collect();
    assert!(!entitled.is_empty(), "somebody hires graduates");
    for line in &entitled {
        let yuan: u32 = line[&format!("{graduates}·金额（元）")].parse().expect("whole yuan");
        assert!(yuan > 0, "{line:?}");
        assert!(line[&format!("{graduates}·原因")].is_empty(), "{line:?}");
    }
    let refused = found.iter().find(|line| line[graduates] == "不符合").expect("somebody hires none");
    assert!(refused[&format!("{graduates}·原因")].contains("还差"), "{refused:?}");
    let unknown =
        found.iter().find(|line| line["首贷补助（示例）"] == "数据不足").expect("loans are not collected");
    assert!(unknown["首贷补助（示例）·原因"].contains("缺首贷金额"), "{unknown:?}");
    assert!(found.iter().any(|line| line["高积分企业优先支持（示例）"] == "不符合"), "points are there");
}

#[test]
fn a_budget_is_spent_to_the_cent_and_no_further() {
    let desk = Desk::with_zone(120);
    let told = desk.types(&format!("--json {MATCH}")).good().json();
    let policies = told["policies"].as_array().expect("policies");
    let yuan = |value: &serde_json::Value| value.as_str().expect("a text").parse::<f64>().expect("a number");
    let mut short = 0;
    for policy in policies {
        let Some(left) = policy["budget_left"].as_str() else { continue };
        let (needed, granted) = (yuan(&policy["needed"]), yuan(&policy["granted"]));
        assert!(granted <= needed, "{policy}");
        if granted < needed {
            assert_eq!(left, "0", "{policy}");
            short += 1;
        }
    }
    assert!(short > 0, "some budget runs out: {told:#}");
}

#[test]
fn the_receipt_gives_the_same_again_and_says_what_changed() {
    let desk = Desk::with_zone(60);
    desk.types(MATCH).good();
    desk.types("verify m.receipt.json").good().says("逐字节一致").says("15项");
    desk.types_in_english("verify m.receipt.json").good().says("identical to the byte");
    let once = desk.bytes("m.csv");
    desk.types(&format!("{MATCH} --threads 1")).good();
    assert_eq!(once, desk.bytes("m.csv"), "whatever the number of threads");
    desk.writes("m.csv", "x");
    desk.types("verify m.receipt.json").ends(3).says("m.csv").says("与凭据不符");
    let rule = desk.reads("rules/policies/graduates.yaml").replace("2000元", "3000元");
    desk.writes("rules/policies/graduates.yaml", rule);
    desk.types("verify m.receipt.json").ends(3).says("graduates.yaml");
}

#[test]
fn one_enterprise_reads_what_it_gets_and_why_not() {
    let desk = Desk::with_zone(60);
    desk.types(MATCH).good();
    let id = lines(&desk, "m.csv")[20]["统一社会信用代码"].clone();
    let told = desk.types(&format!("policies explain --receipt m.receipt.json --id {id}")).good();
    told.says("数据不足").says("缺首次入库科小").says("测算结果仅供参考");
    let told =
        desk.types(&format!("--json policies explain --receipt m.receipt.json --id {id}")).good().json();
    assert_eq!(told["policies"].as_array().map(Vec::len), Some(15));
    desk.types("policies explain --receipt m.receipt.json --id 91000000MA0000000X").ends(5).says("没有代码");
    desk.types("verify zone/zone.csv").ends(1);
}

#[test]
fn what_cannot_be_matched_is_said() {
    let desk = Desk::with_zone(20);
    let base = "policies match --policies rules/policies --input zone/zone.csv --output o.csv";
    desk.types(&format!("{base} --as-of 2028-06-30")).ends(1).says("不在有效期内").says("--as-of");
    desk.types(&format!("{base} --as-of 2026-06-30 --period 2024")).ends(1).says("用的是2025年度的数据");
    assert!(!desk.has("o.csv"));
    desk.types(&format!("{base} --as-of 2026-06-30"))
        .good()
        .says("有的政策要用积分：请用 --scheme 指定积分方案");
    desk.types("policies match --policies rules/ladders --input zone/zone.csv --output o.csv")
        .ends(4)
        .says("没有政策文件");
    desk.types("policies match --policies rules/nowhere --input zone/zone.csv --output o.csv").ends(4);
    let broken = desk.reads("rules/policies/rent.yaml").replace("on: year_end", "on: never");
    desk.writes("rules/policies/rent.yaml", broken);
    desk.types(&format!("{base} --as-of 2026-06-30")).ends(1).says("rent.yaml").says("never");
}
