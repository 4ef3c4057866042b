//! A published run as a whole: numbers of the analysis are those of the lists, whichever way they are asked for.

use super::{Stage, says, says_of, state};
use crate::{kit::World, on_each_engine};
use serde_json::{Value, json};
use store::values::ValueSource;

async fn published(world: &World) -> (Stage<'_>, String) {
    let stage = Stage::open(world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good();
    (stage, run["id"].as_str().unwrap().to_owned())
}

fn items(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn units(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or_else(|| panic!("no text: {value}"));
    let exact: formula::Exact = text.parse().unwrap();
    (&exact * &formula::Exact::from(10_000)).to_i64().unwrap()
}

async fn totals(stage: &Stage<'_>, run: &str) -> Vec<i64> {
    let list = stage.zone.get(&format!("/api/v1/runs/{run}/points")).await.good();
    items(&list["items"])
        .iter()
        .filter(|one| !one["total"].is_null())
        .map(|one| units(&one["total"]))
        .collect()
}

on_each_engine!(a_distribution_is_that_of_the_list, world, {
    let (stage, run) = published(&world).await;
    let mut totals = totals(&stage, &run).await;
    totals.sort_unstable();
    let told = stage.zone.get(&format!("/api/v1/runs/{run}/distribution?by=park&bins=10")).await.good();
    let all = &told["all"];
    assert_eq!((&all["enterprises"], &all["scored"]), (&json!(4), &json!(totals.len())));
    assert_eq!((units(&all["least"]), units(&all["most"])), (totals[0], *totals.last().unwrap()));
    assert_eq!(units(&all["median"]), (totals[1] + totals[2] + 1) / 2, "between two enterprises half up");
    assert_eq!(units(&all["mean"]), (2 * totals.iter().sum::<i64>() + 4) / 8);
    assert_eq!((items(&told["edges"]).len(), items(&all["counts"]).len()), (11, 10));
    let counted: u64 = items(&all["counts"]).iter().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(counted, totals.len() as u64, "everybody is in one column");
    let parks: Vec<(&str, u64)> = items(&told["groups"])
        .iter()
        .map(|one| (one["kind"]["code"].as_str().unwrap(), one["spread"]["enterprises"].as_u64().unwrap()))
        .collect();
    assert_eq!(parks, [("东园", 3), ("西园", 1)]);
    for column in 0..10 {
        let of = |spread: &Value| spread["counts"][column].as_u64().unwrap();
        let parts: u64 = items(&told["groups"]).iter().map(|one| of(&one["spread"])).sum();
        assert_eq!(parts, of(all), "column {column}");
    }
    let east = stage
        .zone
        .get(&format!("/api/v1/runs/{run}/distribution?park={}", crate::kit::percent("东园")))
        .await
        .good();
    assert_eq!(east["all"]["enterprises"], 3);
    assert_eq!(east["groups"], json!([]));
    stage.zone.get(&format!("/api/v1/runs/{run}/distribution?bins=4")).await.refused(422, "not-accepted");
});

on_each_engine!(a_screen_says_what_the_analysis_says_and_a_link_to_it_opens_nothing_else, world, {
    let (stage, run) = published(&world).await;
    let told = stage.zone.get("/api/v1/screen").await.good();
    let latest = &told["latest"];
    assert_eq!((&told["organisation"], &latest["run_id"]), (&json!("示范高新技术产业开发区"), &json!(run)));
    for (part, by) in [("fields", "field"), ("grades", "grade")] {
        let of = stage.zone.get(&format!("/api/v1/runs/{run}/distribution?by={by}")).await.good();
        assert_eq!(latest[part], of["groups"], "{by}");
    }
    let stages = stage.zone.get(&format!("/api/v1/runs/{run}/distribution?by=stage")).await.good();
    assert_eq!(latest["stages"], stages);
    let years = items(&latest["years"]);
    assert_eq!((years.len(), &years[0]["median"]), (1, &stages["all"]["median"]));
    let list = stage.zone.get(&format!("/api/v1/runs/{run}/points?sort=rank&limit=10")).await.good();
    let leads = |list: &Value| -> Vec<Value> {
        items(list).iter().map(|one| json!([one["name"], one["rank"], one["total"]])).collect()
    };
    assert_eq!(leads(&latest["top"]), leads(&list["items"]));
    assert_eq!(told["running"], Value::Null, "the only evaluation is out");

    // An evaluation that is over is a year like any other.
    stage.moves("close").await.good();
    assert_eq!(stage.zone.get("/api/v1/screen").await.good()["latest"], *latest);

    // A rule author sees no lists of points, here either.
    let author = world.actor("author").await;
    assert_eq!(author.get("/api/v1/screen").await.good()["latest"]["top"], Value::Null);
    world.actor("bank").await.get("/api/v1/screen").await.refused(403, "not-allowed");
    assert_eq!(stage.zone.get("/api/v1/screen?zone_id=elsewhere").await.good()["latest"], Value::Null);

    let link = json!({"name": "大厅", "scopes": ["screen:read"], "days": 30});
    let made = stage.zone.post("/api/v1/me/tokens", &link).await.good();
    let mut wall = world.nobody();
    wall.token = made["token"].as_str().map(str::to_owned);
    assert_eq!(wall.get("/api/v1/screen").await.good()["latest"], *latest);
    for elsewhere in ["runs", "enterprises", "me/tokens", &format!("runs/{run}/points"), "batches"] {
        wall.get(&format!("/api/v1/{elsewhere}")).await.refused(403, "token-not-for-this");
    }
    let id = made["id"].as_str().unwrap();
    stage.zone.delete(&format!("/api/v1/me/tokens/{id}")).await;
    wall.get("/api/v1/screen").await.refused(401, "not-signed-in");
});

on_each_engine!(a_pivot_counts_everybody_once_and_measures_what_is_asked, world, {
    let (stage, run) = published(&world).await;
    let pivot = async |query: &str| {
        stage.zone.get(&format!("/api/v1/runs/{run}/pivot?rows=park&columns=stage&{query}")).await
    };
    let counts = pivot("measure=count").await.good();
    let cells: usize = items(&counts["cells"])
        .iter()
        .flat_map(items)
        .map(|cell| usize::try_from(cell["enterprises"].as_u64().unwrap()).unwrap())
        .sum();
    assert_eq!((cells, &counts["all"]["value"]), (4, &json!("4")));
    assert_eq!(counts["row_ends"][0]["value"], "3");
    let sums = pivot("measure=sum").await.good();
    assert_eq!(units(&sums["all"]["value"]), totals(&stage, &run).await.iter().sum::<i64>());
    let parts: i64 = items(&sums["row_ends"]).iter().map(|one| units(&one["value"])).sum();
    assert_eq!(parts, units(&sums["all"]["value"]));
    let share = pivot("measure=share").await.good();
    assert_eq!(share["all"]["value"], "1.0000");

    let indicators = stage.zone.get(&format!("/api/v1/runs/{run}/indicators")).await.good();
    let one = &items(&indicators["indicators"])[0];
    let code = one["code"].as_str().unwrap();
    let of = pivot(&format!("measure=mean&of={code}&stage={}", indicators["stage"].as_str().unwrap())).await;
    assert_eq!(of.good()["all"]["value"], one["mean"], "the same mean on both pages");
    let told = pivot("measure=mean&of=nonsense").await;
    told.refused(422, "not-accepted");
    assert_eq!(told.pointers(), ["?of"]);
});

on_each_engine!(an_indicator_that_tells_nobody_apart_is_shown_as_such, world, {
    let (stage, run) = published(&world).await;
    let told = stage.zone.get(&format!("/api/v1/runs/{run}/indicators")).await.good();
    let all = items(&told["indicators"]);
    assert_eq!(told["enterprises"], 4);
    let of =
        |code: &str| all.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("{code}: {told}"));
    let intensity = of("rd_intensity");
    assert_eq!((&intensity["tells_apart"], &intensity["known"]), (&json!(true), &json!("1.0000")));
    assert_eq!(intensity["nothing"], "0.2500", "one of four spends nothing");
    let patents = all.iter().find(|one| one["known"] == "0.0000").expect("an indicator nobody has data for");
    assert_eq!((&patents["tells_apart"], &patents["with_rest"]), (&json!(false), &Value::Null));
    let at = all.iter().position(|one| one["code"] == "rd_intensity").unwrap();
    assert_eq!(told["correlations"][at][at], "1.0000");
    for (line, row) in items(&told["correlations"]).iter().enumerate() {
        for (column, cell) in items(row).iter().enumerate() {
            assert_eq!(*cell, told["correlations"][column][line], "the same both ways");
        }
    }
    let told = stage.zone.get(&format!("/api/v1/runs/{run}/indicators?stage=nonsense")).await;
    told.refused(422, "not-accepted");
});

on_each_engine!(who_moves_between_two_published_runs, world, {
    let (stage, first) = published(&world).await;
    world.wait(jiff::SignedDuration::from_mins(1));
    state(
        &world,
        vec![says(&stage.batch, &stage.zone_id, 3, ValueSource::Tax, &[("rd_expense", Some("900"))])],
    )
    .await;
    let second = stage.computes(Some("异议成立，更正研发费用")).await;
    let second = stage.publishes(&stage.publisher, &second).await.good()["id"].as_str().unwrap().to_owned();
    let told = stage.zone.get(&format!("/api/v1/runs/{second}/movements?with={first}")).await.good();
    assert_eq!(
        (&told["both"], &told["up"], &told["down"], &told["same"]),
        (&json!(4), &json!(1), &json!(0), &json!(3))
    );
    let passages: u64 = items(&told["stages"]).iter().map(|one| one["enterprises"].as_u64().unwrap()).sum();
    assert_eq!(passages, 4);

    let movers = stage
        .zone
        .get(&format!("/api/v1/runs/{second}/movers?with={first}&sort=-change&limit=1"))
        .await
        .good();
    let top = &movers["items"][0];
    assert_eq!((&movers["total"], &top["name"]), (&json!(4), &json!("百川生物医药有限公司")));
    assert_eq!(units(&top["total"]) - units(&top["before"]), units(&top["change"]));
    assert_eq!(units(&told["mean"]), (2 * units(&top["change"]) + 4) / 8, "the mean of the list");
    let up = stage.zone.get(&format!("/api/v1/runs/{second}/movers?with={first}&direction=up")).await.good();
    assert_eq!((&up["total"], &up["items"][0]["name"]), (&json!(1), &top["name"]));
    let back = stage.zone.get(&format!("/api/v1/runs/{first}/movements?with={second}")).await.good();
    assert_eq!((&back["up"], &back["down"]), (&json!(0), &json!(1)), "the other way round");

    let file = stage
        .zone
        .bytes(&format!("/api/v1/runs/{second}/movers/export?with={first}&direction=up&format=csv"))
        .await;
    let text = String::from_utf8(file).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("百川生物医药有限公司"), "{text}");
    stage
        .zone
        .get(&format!("/api/v1/runs/{second}/movements?with=nonsense"))
        .await
        .refused(400, "query-not-understood");
});

on_each_engine!(how_much_of_a_place_rests_on_the_weights, world, {
    let (stage, run) = published(&world).await;
    let path = format!("/api/v1/runs/{run}");
    let told = stage.zone.get(&format!("{path}/robustness")).await.good();
    assert_eq!((&told["enterprises"], &told["first"]), (&json!(4), &json!(4)));
    assert_eq!(told["kept_of_first"], "1.0000", "the first four of four stay");
    let sure: u64 = items(&told["grades"]).iter().map(|one| one["sure"].as_u64().unwrap()).sum();
    assert!(sure <= told["sure"].as_u64().unwrap());
    let list = stage.zone.get(&format!("{path}/intervals?sort=rank")).await.good();
    for one in items(&list["items"]) {
        let (best, worst) = (one["best"].as_u64().unwrap(), one["worst"].as_u64().unwrap());
        assert!(1 <= best && best <= worst && worst <= 4, "{one}");
        assert!((0..=10_000).contains(&units(&one["keeps"])), "{one}");
    }
    let places: Vec<u64> = items(&list["items"]).iter().map(|one| one["rank"].as_u64().unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let apart = stage.zone.get(&format!("{path}/intervals?sure=false")).await.good();
    let kept = stage.zone.get(&format!("{path}/intervals?sure=true")).await.good();
    assert_eq!(apart["total"].as_u64().unwrap() + kept["total"].as_u64().unwrap(), 4);
    let again = stage.zone.get(&format!("{path}/intervals?sort=rank")).await.good();
    assert_eq!(again, list, "the same run gives the same intervals");
    let file = stage.zone.bytes(&format!("{path}/intervals/export?format=csv")).await;
    assert_eq!(String::from_utf8(file).unwrap().lines().count(), 5);
});

on_each_engine!(drafts_are_not_analysed_and_banks_and_enterprises_do_not_analyse, world, {
    let stage = Stage::open(&world).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let path = format!("/api/v1/runs/{}", run["id"].as_str().unwrap());
    for part in [
        "distribution",
        "indicators",
        "robustness",
        "intervals",
        "pivot?rows=park&columns=stage&measure=count",
    ] {
        stage.zone.get(&format!("{path}/{part}")).await.refused(404, "not-found");
    }
    stage.publishes(&stage.publisher, &run).await.good();
    stage.zone.get(&format!("{path}/distribution")).await.good();
    for login in ["bank", "enterprise"] {
        world.actor(login).await.get(&format!("{path}/distribution")).await.refused(403, "not-allowed");
    }
});

/// The year after is published with these revenues.
async fn a_year_later(stage: &mut Stage<'_>, revenues: [&str; 4]) -> String {
    stage.batch = stage.next_year().await;
    let said = revenues.into_iter().enumerate().map(|(index, revenue)| {
        let cells =
            [("operating_revenue", Some(revenue)), ("rd_expense", Some("500")), ("staff", Some("100"))];
        says_of(&stage.batch, &stage.zone_id, index, ValueSource::Tax, 2026, &cells)
    });
    let said: Vec<_> = said.collect();
    state(stage.world, said).await;
    stage.moves("freeze").await.good();
    let run = stage.computes(None).await;
    let run = stage.publishes(&stage.publisher, &run).await.good();
    run["id"].as_str().unwrap().to_owned()
}

on_each_engine!(points_are_tested_against_who_grew_a_year_later, world, {
    let (mut stage, first) = published(&world).await;
    // Revenue was 10,000万元 for all: more by a fifth, by a tenth exactly, by a hair less, and less.
    let second = a_year_later(&mut stage, ["12000", "11000", "10999.99", "9000"]).await;
    let tested = async |query: &str| {
        stage.zone.get(&format!("/api/v1/runs/{first}/growth-validity?with={second}{query}")).await
    };
    let told = tested("").await.good();
    let found = &told["validity"];
    assert_eq!(
        [&told["item"], &told["at_least"], &told["later_year"]],
        [&json!("operating_revenue"), &json!("10"), &json!(2026)]
    );
    assert_eq!(
        [&found["enterprises"], &found["observed"], &found["good"], &found["bad"], &found["small"]],
        [&json!(4), &json!(4), &json!(2), &json!(2), &json!(true)],
        "a tenth exactly is growth; four are few"
    );
    // Points go by research expenses, 1200, 600, 300 and nothing: both that grew have more than both that did not.
    let total = &found["total"];
    assert_eq!(
        [&total["auc"], &total["auc_low"], &total["ks"], &found["good_share"]],
        [&json!("1.0000"), &Value::Null, &json!("1.0000"), &json!("0.5000")]
    );
    let bands = items(&total["bands"]);
    let ends: Vec<_> = bands.iter().map(|band| (band["good"].as_u64(), band["bad"].as_u64())).collect();
    assert_eq!(ends, [(Some(0), Some(1)), (Some(0), Some(1)), (Some(1), Some(0)), (Some(1), Some(0))]);
    let mut points = totals(&stage, &first).await;
    points.sort_unstable();
    let from: Vec<i64> = bands.iter().map(|band| units(&band["from"])).collect();
    assert_eq!(from, points, "bands begin and end with points that enterprises have");
    let woe: f64 = bands[0]["woe"].as_str().unwrap().parse().unwrap();
    assert!((woe - (0.5_f64 / 1.5).ln()).abs() < 1e-3, "half of one is added to each: {woe}");
    assert_eq!(bands[0]["adjusted"], true);
    let graded: u64 = items(&found["grades"])
        .iter()
        .map(|one| one["good"].as_u64().unwrap() + one["bad"].as_u64().unwrap())
        .sum();
    assert_eq!(graded, 4, "everybody is in one grade");

    let indicators = items(&found["indicators"]);
    let intensity = indicators.iter().find(|one| one["code"] == "rd_intensity").unwrap();
    assert_eq!(intensity["predictor"]["auc"], "1.0000");
    let unknown = indicators.iter().find(|one| one["predictor"]["measured"] == 0).unwrap();
    assert_eq!([&unknown["predictor"]["auc"], &unknown["predictor"]["bands"][0]["from"]], [&Value::Null; 2]);
    assert_eq!(unknown["predictor"]["bands"][0]["good"], 2, "those without data are a band of their own");

    let all = tested("&at_least=-50").await.good();
    assert_eq!(
        [&all["validity"]["good"], &all["validity"]["total"]["auc"], &all["validity"]["total"]["iv"]],
        [&json!(4), &Value::Null, &Value::Null],
        "where all end alike nothing is told apart"
    );
    let east = tested(&format!("&park={}", crate::kit::percent("东园"))).await.good();
    assert_eq!(east["validity"]["enterprises"], 3);
    let staff = tested("&item=staff&at_least=0").await.good();
    assert_eq!((&staff["validity"]["good"], &staff["item"]), (&json!(4), &json!("staff")));

    for (query, status, pointer) in [
        ("&item=net_profit", 400, "?item"),
        ("&item=nonsense", 400, "?item"),
        ("&at_least=many", 422, "?at_least"),
        ("&at_least=1.005", 422, "?at_least"),
        ("&at_least=1001", 422, "?at_least"),
    ] {
        let told = tested(query).await;
        let code = if status == 400 { "query-not-understood" } else { "not-accepted" };
        told.refused(status, code);
        assert_eq!(told.pointers(), [pointer], "{query}");
    }
    for (of, with) in [(&second, first.as_str()), (&first, "nonsense")] {
        let told = stage.zone.get(&format!("/api/v1/runs/{of}/growth-validity?with={with}")).await;
        told.refused(400, "query-not-understood");
        assert_eq!(told.pointers(), ["?with"]);
    }
    assert_eq!(tested("").await.good(), told, "the same question has the same answer");
});
