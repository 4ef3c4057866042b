//! Rungs with their numbers, and the lists.

use super::{Shelf, day};
use crate::{
    kit::{World, places},
    on_each_engine,
};

const NOTE: &str = "测算结果仅供参考，以主管部门认定为准";

on_each_engine!(an_officer_sees_every_rung_and_how_many_lack_one_condition, world, {
    let shelf = Shelf::published(&world).await;
    let library = shelf.library(&shelf.stage.zone, "").await;
    assert_eq!(library["note"], NOTE);
    assert_eq!((library["enterprises"].as_u64(), library["year"].as_i64()), (Some(4), Some(2025)));
    let codes: Vec<&str> =
        library["rungs"].as_array().unwrap().iter().map(|one| one["rung"].as_str().unwrap()).collect();
    let place = |code: &str| codes.iter().position(|one| *one == code).unwrap();
    assert!(place("tech-sme") < place("high-tech") && place("high-tech") < place("tech-leader"), "{codes:?}");
    assert!(place("innovative") < place("specialised") && place("specialised") < place("little-giant"));
    let rung = shelf.rung(&shelf.stage.zone, "tech-sme").await;
    let counted =
        ["meets", "promising", "needs_officer", "needs_data", "fails"].map(|one| rung[one].as_u64().unwrap());
    assert_eq!(counted, [1, 0, 0, 1, 2], "{rung}");
    assert_eq!(rung["near"].to_string(), "[1,1,0]");
    assert_eq!(
        (&rung["official"], &rung["basis"][0]["number"]),
        (&true.into(), &"国科发政〔2017〕115号".into())
    );
    let gazelle = shelf.rung(&shelf.stage.zone, "gazelle").await;
    assert_eq!(gazelle["official"], false);
    let told = gazelle["remarks"].to_string();
    assert!(told.contains("2024-01-01 是暂填的"), "a placeholder says that it is one: {told}");
});

on_each_engine!(near_misses_come_with_the_smallest_gap_first_and_say_what_is_lacking, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    assert_eq!(shelf.names(zone, "rung=tech-sme&list=near").await, ["远航新材料有限公司"]);
    assert_eq!(
        shelf.names(zone, "rung=tech-sme&list=near&n=2").await,
        ["远航新材料有限公司", "百川生物医药有限公司"]
    );
    let list =
        super::zh(zone, &format!("/api/v1/runs/{}/standings?rung=tech-sme&list=near", shelf.id())).await;
    let one = &list["items"][0];
    assert_eq!(one["lacking"], "职工总数：超出1人（0.2%）");
    assert_eq!((&one["short"], &one["gap"], &one["note"]), (&1.into(), &"0.2".into(), &NOTE.into()));
    let english = zone
        .asks(
            axum::http::Method::GET,
            &format!("/api/v1/runs/{}/standings?rung=tech-sme&list=near", shelf.id()),
        )
        .header("accept-language", "en")
        .send()
        .await
        .good();
    assert!(english["items"][0]["lacking"].as_str().unwrap().starts_with("Staff: "), "{english}");
});

on_each_engine!(who_cannot_be_told_is_listed_by_what_is_missing, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let missing = super::zh(zone, &format!("/api/v1/runs/{}/missing-items?rung=tech-sme", shelf.id())).await;
    assert_eq!(
        (&missing[0]["key"], &missing[0]["name"]),
        (&"tech_staff".into(), &"科技人员数".into()),
        "{missing}"
    );
    assert_eq!((&missing[0]["enterprises"], &missing[0]["alone"]), (&1.into(), &1.into()));
    assert_eq!(
        shelf.names(zone, "rung=tech-sme&list=cannot-tell&missing=tech_staff").await,
        ["云溪软件有限公司"]
    );
    assert!(shelf.names(zone, "rung=tech-sme&list=cannot-tell&missing=staff").await.is_empty());
});

on_each_engine!(what_an_authority_recognised_and_what_is_computed_are_never_mixed, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    // Recognised although the data say no; and meeting the conditions without being recognised.
    shelf.recognised(1, "科技型中小企业", day(2026, 1, 1), day(2026, 12, 31)).await;
    shelf.recognised(1, "高新技术企业", day(2024, 1, 1), day(2026, 12, 31)).await;
    let rung = shelf.rung(zone, "tech-sme").await;
    assert_eq!(
        (&rung["recognised"], &rung["candidates"], &rung["at_risk"], &rung["meets"]),
        (&1.into(), &1.into(), &1.into(), &1.into())
    );
    assert_eq!(shelf.names(zone, "rung=tech-sme&list=at-risk").await, ["远航新材料有限公司"]);
    assert_eq!(shelf.names(zone, "rung=tech-sme&list=candidates").await, ["星火智能装备有限公司"]);
    assert_eq!(shelf.names(zone, "rung=tech-sme&list=recognised").await, ["远航新材料有限公司"]);
    let library = shelf.library(zone, "").await;
    let conversion =
        library["conversions"].as_array().unwrap().iter().find(|one| one["above"] == "high-tech").unwrap();
    assert_eq!(
        (&conversion["below"], &conversion["recognised"], &conversion["both"]),
        (&"tech-sme".into(), &1.into(), &1.into())
    );
});

on_each_engine!(certificates_that_end_soon_are_listed_and_those_with_a_successor_are_not, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    // Today is 2026-11-23.
    shelf.recognised(0, "高新技术企业", day(2023, 12, 29), day(2026, 12, 28)).await;
    shelf.recognised(1, "高新技术企业", day(2024, 3, 1), day(2027, 2, 28)).await;
    shelf.recognised(2, "高新技术企业", day(2023, 12, 2), day(2026, 12, 1)).await;
    shelf.recognised(2, "高新技术企业", day(2026, 12, 2), day(2029, 12, 1)).await;
    shelf.recognised(3, "专精特新中小企业", day(2024, 8, 1), day(2027, 7, 31)).await;
    let path = format!("/api/v1/organisations/{}/renewals", shelf.stage.zone_id);
    for (months, names) in [
        (3, vec!["星火智能装备有限公司"]),
        (6, vec!["星火智能装备有限公司", "远航新材料有限公司"]),
        (12, vec!["星火智能装备有限公司", "远航新材料有限公司", "百川生物医药有限公司"]),
    ] {
        let list = zone.get(&format!("{path}?months={months}")).await.good();
        let found: Vec<&str> =
            list["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(found, names, "{months} months");
    }
    let list = zone.get(&path).await.good();
    assert_eq!(
        (&list["items"][0]["days_left"], &list["items"][0]["certificate"]),
        (&35.into(), &"GR20240000".into())
    );
});

on_each_engine!(another_day_of_application_goes_by_other_rules, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let code = |library: &serde_json::Value| {
        let rungs = library["rungs"].as_array().unwrap().clone();
        rungs.into_iter().find(|one| one["rung"] == "specialised").unwrap()["code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(code(&shelf.library(zone, "?on=2026-03-31").await), "specialised-2022");
    assert_eq!(code(&shelf.library(zone, "?on=2026-04-01").await), "specialised-2026");
    assert_eq!(code(&shelf.library(zone, "?on=2026-04-01&review=true").await), "specialised-2022");
    let past = shelf.library(zone, "?on=2017-05-02").await;
    let left: Vec<&str> =
        past["not_in_force"].as_array().unwrap().iter().map(|one| one["rung"].as_str().unwrap()).collect();
    assert!(left.contains(&"tech-sme"), "{left:?}");
    let path = format!("/api/v1/runs/{}", shelf.id());
    zone.get(&format!("{path}/library?on=tomorrow")).await.refused(400, "query-not-understood");
    let told = zone.get(&format!("{path}/standings?rung=nobility")).await;
    assert!(told.refused(400, "query-not-understood").to_string().contains("tech-sme"));
});

on_each_engine!(counts_by_park_add_up, world, {
    let shelf = Shelf::published(&world).await;
    let found =
        shelf.stage.zone.get(&format!("/api/v1/runs/{}/library-groups?by=park", shelf.id())).await.good();
    let groups: Vec<(&str, u64)> = found["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["enterprises"].as_u64().unwrap()))
        .collect();
    assert_eq!(groups, [("东园", 3), ("西园", 1)]);
    let tech = &found["groups"][0]["rungs"][0];
    assert_eq!(
        (&tech["rung"], &tech["hopeful"], &tech["near"]),
        (&"tech-sme".into(), &1.into(), &1.into()),
        "{found}"
    );
});

on_each_engine!(a_list_goes_out_as_a_file_and_is_written_down, world, {
    let shelf = Shelf::published(&world).await;
    let zone = &shelf.stage.zone;
    let path = format!("/api/v1/runs/{}/standings/export?rung=tech-sme&list=near&n=2&format=csv", shelf.id());
    let text = String::from_utf8(zone.bytes(&path).await).unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.contains("职工总数：超出1人") && text.contains(NOTE), "{text}");
    let contact = serde_json::json!({"contacts": [{"name": "张三", "duty": "财务", "telephone": "13800000000", "email": null}]});
    let at = format!("/api/v1/enterprises/{}/contacts", shelf.enterprise(2));
    zone.edits(axum::http::Method::PUT, &at, &at, &contact).await.good();
    let path = format!("/api/v1/runs/{}/phone-list?rung=tech-sme&list=cannot-tell&format=csv", shelf.id());
    let text = String::from_utf8(zone.bytes(&path).await).unwrap();
    assert!(text.contains("科技人员数") && text.contains("13800000000"), "{text}");
    let trail = world.audit().await.join("\n");
    assert!(trail.contains("export library") && trail.contains("export phone-list"), "{trail}");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_data_and_rules_give_the_same_code_on_every_engine() {
    let mut codes = Vec::new();
    for place in places() {
        let world = World::new(place).await;
        let shelf = Shelf::published(&world).await;
        let library = shelf.library(&shelf.stage.zone, "").await;
        codes.push((library["code"].clone(), library["snapshot_hash"].clone()));
        let other = shelf.library(&shelf.stage.zone, "?on=2026-03-31").await;
        assert_ne!(other["code"], library["code"], "other rules");
    }
    codes.dedup();
    assert_eq!(codes.len(), 1);
}

on_each_engine!(
    who_went_from_a_rung_to_the_one_above_within_a_year_is_counted_by_recognitions_alone,
    world,
    {
        let shelf = Shelf::published(&world).await;
        let (below, above) = ("科技型中小企业", "高新技术企业");
        // A year before today (2026-11-23) three were on the rung below: one goes up, one stays, one is gone from both.
        shelf.recognised(0, below, day(2025, 1, 1), day(2027, 12, 31)).await;
        shelf.recognised(0, above, day(2026, 3, 1), day(2029, 2, 28)).await;
        shelf.recognised(1, below, day(2025, 1, 1), day(2027, 12, 31)).await;
        shelf.recognised(2, below, day(2025, 1, 1), day(2025, 12, 31)).await;
        // And one was above already: it went nowhere.
        shelf.recognised(3, below, day(2025, 1, 1), day(2027, 12, 31)).await;
        shelf.recognised(3, above, day(2025, 1, 1), day(2027, 12, 31)).await;
        let told = shelf.stage.zone.get(&format!("/api/v1/runs/{}/library-years", shelf.id())).await.good();
        let all = told["years"][0]["conversions"].as_array().unwrap();
        let up = all.iter().find(|one| one["below"] == "tech-sme" && one["above"] == "high-tech").unwrap();
        let counted = ["recognised", "converted", "left"].map(|field| up[field].as_u64().unwrap());
        assert_eq!(counted, [3, 1, 1], "{up}");
        let other = all.iter().find(|one| one["above"] == "little-giant").unwrap();
        assert_eq!((&other["below"], &other["recognised"]), (&"specialised".into(), &0.into()));
    }
);
