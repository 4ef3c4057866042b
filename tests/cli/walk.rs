//! From nothing to verified points, and what happens when something changes afterwards.

use crate::kit::{Desk, root};

const SCORE: &str = "score --scheme rules/schemes/zone-four-stage.yaml --input zone/zone.csv";
/// The first story of the demo zone.
const FIRST: &str = "91000000MA00000157";

/// A zone that has been scored, with its receipt.
fn scored() -> Desk {
    let desk = Desk::with_zone(80);
    desk.types(&format!("{SCORE} --output points.csv --receipt points.receipt.json")).good();
    desk
}

#[test]
fn an_officer_scores_explains_and_verifies() {
    let desk = scored();
    desk.types(&format!("explain --receipt points.receipt.json --id {FIRST}"))
        .good()
        .says("示例方案，非官方权重")
        .says("总分")
        .says("取值：");
    desk.types("verify points.receipt.json").good().says("逐字节一致");
    desk.types_in_english("verify points.receipt.json").good().says("identical to the byte");
}

#[test]
fn every_kind_of_table_gives_the_same_points() {
    let desk = Desk::with_zone(60);
    let hash = |input: &str| {
        desk.types(&format!(
            "score --scheme rules/schemes/zone-four-stage.yaml --input zone/{input} --output o.parquet --receipt r.json"
        ))
        .good();
        let receipt: serde_json::Value = serde_json::from_str(&desk.reads("r.json")).expect("JSON");
        receipt["results"]["sha256"].as_str().expect("a hash").to_owned()
    };
    let csv = hash("zone.csv");
    assert_eq!(csv, hash("zone.xlsx"));
    assert_eq!(csv, hash("zone.parquet"));
}

#[test]
fn threads_change_nothing() {
    let desk = Desk::with_zone(60);
    for threads in [1, 2, 5] {
        desk.types(&format!("{SCORE} --output o{threads}.parquet --threads {threads}")).good();
    }
    assert_eq!(desk.bytes("o1.parquet"), desk.bytes("o2.parquet"));
    assert_eq!(desk.bytes("o1.parquet"), desk.bytes("o5.parquet"));
}

#[test]
fn workbooks_come_out_identical_too() {
    let desk = Desk::with_zone(30);
    desk.types(&format!("{SCORE} --output points.xlsx --receipt points.receipt.json")).good();
    desk.types("verify points.receipt.json").good();
}

#[test]
fn changed_data_are_found() {
    let desk = scored();
    let changed = desk.reads("zone/zone.csv").replacen(",是,", ",否,", 1);
    desk.writes("zone/zone.csv", changed);
    desk.types("verify points.receipt.json").ends(3).says("数据文件 zone/zone.csv：与凭据不符");
    desk.types(&format!("explain --receipt points.receipt.json --id {FIRST}")).ends(3).says("与凭据不符");
}

#[test]
fn changed_rules_are_found() {
    let desk = scored();
    let path = "rules/schemes/zone-four-stage.yaml";
    desk.writes(path, desk.reads(path) + "# a remark\n");
    desk.types("verify points.receipt.json").ends(3).says("规则文件 rules/schemes/zone-four-stage.yaml");
}

#[test]
fn a_results_file_edited_by_hand_is_found() {
    let desk = scored();
    let results = desk.reads("points.csv");
    let (head, rest) = results.split_once('\n').expect("a header");
    desk.writes("points.csv", format!("{head}\n{}", rest.replacen('1', "2", 1)));
    desk.types("verify points.receipt.json").ends(3).says("结果文件 points.csv");
}

#[test]
fn a_receipt_with_an_invented_hash_is_found() {
    let desk = scored();
    let mut receipt: serde_json::Value =
        serde_json::from_str(&desk.reads("points.receipt.json")).expect("JSON");
    receipt["results"]["sha256"] = "0".repeat(64).into();
    desk.writes("points.receipt.json", receipt.to_string());
    desk.types("verify points.receipt.json").ends(3).says("评分结果");
}

#[test]
fn a_folder_can_be_moved_with_its_receipt() {
    let desk = scored();
    std::fs::create_dir(desk.path("archive")).expect("a folder");
    for name in ["zone", "rules", "points.csv", "points.receipt.json"] {
        std::fs::rename(desk.path(name), desk.path("archive").join(name)).expect("moved");
    }
    desk.types("verify archive/points.receipt.json").good();
}

#[test]
fn what_if_nothing_changes_nothing_changes() {
    let desk = scored();
    let explained =
        desk.types(&format!("--json explain --receipt points.receipt.json --id {FIRST}")).good().json();
    let same = desk
        .types(&format!("--json what-if --receipt points.receipt.json --id {FIRST} --set 英文名称="))
        .seen();
    assert!(same.contains("数据字典里没有"), "{same}");
    let changed = desk
        .types(&format!(
            "--json what-if --receipt points.receipt.json --id {FIRST} --set '研发费用=99999万元'"
        ))
        .good()
        .json();
    assert_eq!(changed["before"]["total"], explained["total"]);
}

#[test]
fn the_gain_that_is_promised_is_the_gain_that_is_had() {
    let desk = scored();
    let explained =
        desk.types(&format!("--json explain --receipt points.receipt.json --id {FIRST}")).good().json();
    let gains = explained["gains"].as_array().expect("gains");
    assert!(!gains.is_empty(), "a start-up has something to gain");
    for gain in gains.iter().filter(|gain| gain["to"].is_string()).take(5) {
        let (item, to) = (gain["item"].as_str().expect("item"), gain["to"].as_str().expect("to"));
        let changed = desk
            .types(&format!("--json what-if --receipt points.receipt.json --id {FIRST} --set '{item}={to}'"))
            .good()
            .json();
        let exact = |value: &serde_json::Value| {
            value.as_str().expect("a text").parse::<formula::Exact>().expect("a number")
        };
        assert_eq!(
            exact(&changed["after"]["total"]) - exact(&changed["before"]["total"]),
            exact(&gain["on_total"]),
            "{gain}"
        );
    }
}

#[test]
fn a_new_enterprise_is_scored_against_the_published_reference() {
    let desk = Desk::with_zone(80);
    desk.types(&format!("{SCORE} --output all.csv --save-calibration reference.json")).good();
    let table = desk.reads("zone/zone.csv");
    let mut lines = table.lines();
    let header = lines.next().expect("a header").to_owned();
    let first: Vec<&str> = lines.filter(|line| line.contains(FIRST)).collect();
    desk.writes("one.csv", format!("{header}\n{}\n", first.join("\n")));
    desk.types(
        "score --scheme rules/schemes/zone-four-stage.yaml --input one.csv --output one-points.csv --calibration reference.json --receipt one.json",
    )
    .good();
    let total = |file: &str| {
        let text = desk.reads(file);
        let mut lines = text.lines();
        let place = lines
            .next()
            .expect("a header")
            .split(',')
            .position(|title| title.contains("总分"))
            .expect("总分");
        lines
            .find(|line| line.contains(FIRST))
            .expect("the row")
            .split(',')
            .nth(place)
            .expect("a cell")
            .to_owned()
    };
    assert_eq!(total("all.csv"), total("one-points.csv"));
    desk.types("verify one.json").good();
}

#[test]
fn an_enterprise_that_is_not_there_is_answered_with_similar_codes() {
    let desk = scored();
    desk.types("explain --receipt points.receipt.json --id 91000000MA00000158").ends(5).says(FIRST);
}

#[test]
fn a_ladder_is_held_against_everybody() {
    let desk = Desk::with_zone(60);
    for ladder in ["tech-sme-2017", "high-tech-2016"] {
        desk.types(&format!(
            "ladder --ladder rules/ladders/{ladder}.yaml --input zone/zone.csv --output {ladder}.xlsx"
        ))
        .good()
        .says("测算结果仅供参考，以主管部门认定为准");
        assert!(desk.has(&format!("{ladder}.xlsx")));
    }
}

#[test]
fn the_same_seed_makes_the_same_zone() {
    let desk = Desk::new();
    for folder in ["a", "b"] {
        desk.types(&format!("demo-data --enterprises 20 --seed 3 --output {folder}")).good();
    }
    desk.types("demo-data --enterprises 20 --seed 4 --output c").good();
    for name in ["zone.csv", "zone.xlsx", "zone.parquet"] {
        assert_eq!(desk.bytes(&format!("a/{name}")), desk.bytes(&format!("b/{name}")), "{name}");
    }
    assert_ne!(desk.bytes("a/zone.csv"), desk.bytes("c/zone.csv"));
}

#[test]
fn real_firms_are_scored() {
    let data = root().join("../shared/data/real-firms/patents_rd.csv");
    if !data.exists() {
        println!("skipped: the reference data are not beside this checkout");
        return;
    }
    let desk = Desk::new();
    std::fs::copy(data, desk.path("firms.csv")).expect("a copy");
    let answer = desk
        .types("--json score --scheme rules/schemes/examples/real-firms-1983-1991.yaml --input firms.csv --id-column fi --period 1991 --output firms.xlsx --receipt firms.json")
        .good();
    assert_eq!(answer.json()["enterprises"], 181);
    desk.types("verify firms.json").good();
}

#[test]
fn a_veto_withholds_the_total_and_says_why() {
    let desk = scored();
    let vetoed = "91000000MA000004XL";
    let answer = desk.types(&format!("explain --receipt points.receipt.json --id {vetoed}")).good();
    let text = answer.says("一票否决：").says("总分因一票否决不予显示").seen();
    assert!(!text.contains("= 基础"), "the sums can still be read:\n{text}");
    let json =
        desk.types(&format!("--json explain --receipt points.receipt.json --id {vetoed}")).good().json();
    assert!(json["total"].is_null() && json["base"].is_null(), "{json}");
}

/// The receipt and every file it names, as the server exports a run.
fn bundled(desk: &Desk) {
    let text = desk.reads("points.receipt.json");
    let receipt = receipt::Receipt::from_json(&text, &desk.path("points.receipt.json")).expect("a receipt");
    let places: Vec<(String, String)> =
        receipt.files().map(|file| (file.sha256.clone(), file.path.clone())).collect();
    let out = std::fs::File::create(desk.path("run.zip")).expect("the desk can be written to");
    run::write_bundle(out, &receipt, &text, |hash| {
        let (_, path) = places.iter().find(|(known, _)| known == hash).expect("a file of the receipt");
        std::fs::File::open(desk.path(path))
    })
    .expect("a bundle");
}

#[test]
fn a_run_in_one_file_is_verified_and_explained_far_from_where_it_was_made() {
    let desk = scored();
    bundled(&desk);
    let (first, elsewhere) = (desk.bytes("run.zip"), Desk::new());
    bundled(&desk);
    assert_eq!(desk.bytes("run.zip"), first, "the same run gives the same bytes");
    elsewhere.writes("run.zip", &first);
    elsewhere.types("verify run.zip").good().says("逐字节一致");
    elsewhere.types(&format!("explain --receipt run.zip --id {FIRST}")).good().says("总分");
    let mut broken = first.clone();
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    elsewhere.writes("broken.zip", broken);
    assert_ne!(elsewhere.types("verify broken.zip").code, 0, "a changed byte is found");
    elsewhere.writes("cut.zip", &first[..middle]);
    let cut = elsewhere.types("verify cut.zip").ends(1);
    assert!(cut.err.contains("内容不完整或格式不对"), "{cut:?}");
}
