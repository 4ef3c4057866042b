//! Several rungs at once: a sheet for each, one summary, and the day of application that chooses the rules.

use std::collections::BTreeMap;

use crate::kit::Desk;

/// The gazelle of the demo zone.
const GAZELLE: &str = "91000000MA00000232";
const ALL: &str = "ladder --ladder rules/ladders --input zone/zone.csv";

/// The line of an enterprise in a CSV file, by the titles of the columns.
fn line(desk: &Desk, file: &str, code: &str) -> BTreeMap<String, String> {
    let text = desk.reads(file);
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let titles = lines.next().expect("titles").split(',').map(str::to_owned);
    let found = lines.find(|line| line.starts_with(code)).unwrap_or_else(|| panic!("{code} in {file}"));
    titles.zip(found.split(',').map(str::to_owned)).collect()
}

#[test]
fn a_folder_of_ladders_gives_a_sheet_for_each_and_a_summary() {
    let desk = Desk::with_zone(60);
    desk.types(&format!("{ALL} --output standing.csv"))
        .good()
        .says("60家企业，11个梯级")
        .says("专精特新中小企业（2022年标准）")
        .says("其中差一项")
        .says("测算结果仅供参考，以主管部门认定为准");
    let sheets: Vec<String> =
        desk.lists(".").into_iter().filter(|name| name.starts_with("standing.")).collect();
    assert_eq!(sheets.len(), 12, "{sheets:?}");
    assert!(desk.has("standing.tech-sme-2017.csv") && desk.has("standing.huangpu-gazelle.csv"));

    let gazelle = line(&desk, "standing.csv", GAZELLE);
    assert!(gazelle["持有的称号"].contains("专精特新中小企业"), "{gazelle:?}");
    assert!(gazelle["测算符合的梯级"].contains("瞪羚企业（广州黄埔，示例）"), "{gazelle:?}");
    assert_eq!(gazelle["瞪羚企业（广州黄埔，示例）"], "符合");
    assert_eq!(gazelle["最接近的梯级"], "专精特新“小巨人”企业（2022年标准）", "{gazelle:?}");
    assert!(!gazelle["差在哪里"].is_empty() && gazelle["还差几项"] != "0");
    let own = line(&desk, "standing.huangpu-gazelle.csv", GAZELLE);
    assert_eq!(own["测算结论"], "符合");
}

#[test]
fn the_day_of_application_chooses_the_rules() {
    let desk = Desk::with_zone(30);
    desk.types(&format!("{ALL} --as-of 2026-03-31 --output old.csv"))
        .good()
        .says("专精特新中小企业（2022年标准）");
    desk.types(&format!("{ALL} --as-of 2026-04-01 --output new.csv"))
        .good()
        .says("专精特新中小企业（2026年标准）");
    desk.types(&format!("{ALL} --as-of 2026-04-01 --review --output review.csv"))
        .good()
        .says("专精特新中小企业（2022年标准）")
        .says("专精特新“小巨人”企业（2022年标准）");
    assert!(desk.has("old.specialised-2022.csv") && !desk.has("old.specialised-2026.csv"));
    assert!(desk.has("new.specialised-2026.csv") && !desk.has("new.specialised-2022.csv"));
    assert!(desk.has("review.little-giant-2022.csv"));
}

#[test]
fn a_file_that_does_not_apply_is_said_not_to() {
    let desk = Desk::with_zone(20);
    let both = "ladder --ladder rules/ladders/specialised-2022.yaml rules/ladders/specialised-2026.yaml --input zone/zone.csv";
    desk.types(&format!("{both} --as-of 2026-04-01 --output o.csv"))
        .good()
        .says("专精特新中小企业（2022年标准）：按申请日不适用，没有测算");
    desk.types(&format!("{both} --as-of 2022-07-31 --output p.csv"))
        .ends(1)
        .says("2022-07-31没有一个梯级的规则有效");
    assert!(!desk.has("p.csv") && !desk.has("p.specialised-2022.csv"));
}

#[test]
fn one_file_goes_by_the_nearest_day_it_is_in_force() {
    let desk = Desk::with_zone(20);
    let one = "ladder --ladder rules/ladders/specialised-2026.yaml --input zone/zone.csv --output o.csv";
    desk.types(one).good().says("专精特新中小企业（2026年标准）：20家企业");
}

#[test]
fn a_folder_without_ladders_is_refused() {
    let desk = Desk::with_zone(20);
    desk.types("ladder --ladder rules/schemes --input zone/zone.csv --output o.csv")
        .ends(4)
        .says("没有培育阶梯文件");
    desk.types("ladder --ladder rules/nowhere --input zone/zone.csv --output o.csv").ends(4);
    assert!(!desk.has("o.csv"));
}

#[test]
fn programs_get_every_rung_in_json() {
    let desk = Desk::with_zone(20);
    let answer = desk.types(&format!("--json {ALL} --output o.csv"));
    let told: serde_json::Value = serde_json::from_str(&answer.good().out).expect("JSON");
    assert_eq!(told["enterprises"], 20);
    let rungs: Vec<&str> = told["ladders"]
        .as_array()
        .expect("ladders")
        .iter()
        .filter_map(|one| one["ladder"]["rung"].as_str())
        .collect();
    let place = |rung: &str| rungs.iter().position(|each| *each == rung);
    assert!(
        place("tech-sme") < place("high-tech") && place("specialised") < place("little-giant"),
        "{rungs:?}"
    );
    assert_eq!(rungs.len(), 11);
}
