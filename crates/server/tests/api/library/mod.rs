//! The cultivation library: who stands on which rung of a published run, what each lacks, whom to ring.

mod filters;
mod lists;
mod one;
mod rungs;
mod tasks;

use crate::{
    evaluation::{SCHEME, Stage, arrangement, changed, register, says_of, state},
    kit::{Actor, World},
};
use jiff::civil::date;
use serde_json::{Value, json};
use store::{
    enterprises::{self, Label},
    values::ValueSource,
};

/// The last known year of every item, in the words of the dictionary.
type Cells<'a> = Vec<(&'a str, &'a str)>;

/// What meets every condition of 科技型中小企业 exactly: case T7 with all three limits on the edge.
const MEETS: [(&str, &str); 14] = [
    ("staff", "500"),
    ("tech_staff", "125"),
    ("sales_revenue", "20000"),
    ("total_costs", "19000"),
    ("total_assets", "20000"),
    ("rd_expense", "600"),
    ("class1_ip", "1"),
    ("class2_ip", "0"),
    ("products_allowed", "true"),
    ("incident_last_or_this_year", "false"),
    ("research_misconduct", "false"),
    ("abnormal_operation", "false"),
    ("serious_violation", "false"),
    ("led_standards", "false"),
];

/// The items a batch must ask for so that 科技型中小企业 can be computed.
const ASKED: [&str; 17] = [
    "staff",
    "tech_staff",
    "sales_revenue",
    "total_costs",
    "total_assets",
    "rd_expense",
    "class1_ip",
    "class2_ip",
    "products_allowed",
    "incident_last_or_this_year",
    "research_misconduct",
    "abnormal_operation",
    "serious_violation",
    "led_standards",
    "national_award_top_three",
    "provincial_rd_institution",
    "mainland_resident",
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Cells<'a> {
    let mut cells: Cells<'a> = MEETS.to_vec();
    for (item, value) in changes {
        cells.retain(|(known, _)| known != item);
        if !value.is_empty() {
            cells.push((item, value));
        }
    }
    cells.extend([("national_award_top_three", "false"), ("provincial_rd_institution", "false")]);
    cells
}

/// Four enterprises: one on every edge of 科技型中小企业, one with one member of staff too many, one without figures
/// on its staff, and one (with people in the demonstration) that misses two numbers.
pub fn figures() -> [Cells<'static>; 4] {
    [
        with(&[]),
        with(&[("staff", "501"), ("tech_staff", "126")]),
        with(&[("tech_staff", "")]),
        with(&[("staff", "550"), ("tech_staff", "200"), ("total_assets", "21000")]),
    ]
}

/// A zone with those four, arranged, frozen, computed and published.
pub struct Shelf<'a> {
    pub stage: Stage<'a>,
    pub run: Value,
}

impl<'a> Shelf<'a> {
    pub async fn published(world: &'a World) -> Self {
        let shelf = Self::computed(world, &figures()).await;
        shelf.stage.publishes(&shelf.stage.publisher, &shelf.run).await.good();
        shelf
    }

    /// The same, not published.
    pub async fn computed(world: &'a World, figures: &[Cells<'_>]) -> Self {
        let stage = opened(world).await;
        for (index, cells) in figures.iter().enumerate() {
            let known: Vec<(&str, Option<&str>)> =
                cells.iter().map(|(item, value)| (*item, Some(*value))).collect();
            let once = [("mainland_resident", Some("true"))];
            let zone = &stage.zone_id;
            let said = says_of(&stage.batch, zone, index, ValueSource::Torch, 2025, &known);
            let always = says_of(&stage.batch, zone, index, ValueSource::Market, 0, &once);
            state(world, vec![said, always]).await;
        }
        stage.moves("freeze").await.good();
        let run = stage.computes(None).await;
        Self { stage, run }
    }

    pub fn id(&self) -> &str {
        self.run["id"].as_str().unwrap()
    }

    pub async fn library(&self, who: &Actor, query: &str) -> Value {
        zh(who, &format!("/api/v1/runs/{}/library{query}", self.id())).await
    }

    /// One rung of the library.
    pub async fn rung(&self, who: &Actor, code: &str) -> Value {
        let library = self.library(who, "").await;
        let rungs = library["rungs"].as_array().unwrap().clone();
        rungs.into_iter().find(|one| one["rung"] == code).unwrap()
    }

    /// Names on a list of a rung.
    pub async fn names(&self, who: &Actor, query: &str) -> Vec<String> {
        let list = who.get(&format!("/api/v1/runs/{}/standings?{query}", self.id())).await.good();
        list["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    }

    pub fn enterprise(&self, index: usize) -> String {
        format!("e{index}-{}", self.stage.zone_id)
    }

    /// An authority's list says that enterprise `index` holds a title.
    pub async fn recognised(
        &self,
        index: usize,
        label: &str,
        from: jiff::civil::Date,
        to: jiff::civil::Date,
    ) {
        let label = Label {
            id: format!("l-{index}-{label}-{from}"),
            enterprise_id: self.enterprise(index),
            label: label.to_owned(),
            valid_from: from,
            valid_to: Some(to),
            source: "list".into(),
            certificate: Some(format!("GR2024{index:04}")),
            document: None,
            import_id: None,
            ended: None,
        };
        changed(self.stage.world, async |work| enterprises::add_labels(work, vec![label]).await.unwrap())
            .await;
    }
}

/// What somebody who reads Chinese is told.
pub async fn zh(who: &Actor, path: &str) -> Value {
    who.asks(axum::http::Method::GET, path).header("accept-language", "zh-CN").send().await.good()
}

/// A batch that asks for everything 科技型中小企业 needs, open.
async fn opened(world: &World) -> Stage<'_> {
    let zone_id = world.organisation("示范高新").await;
    register(world, &zone_id).await;
    let zone = world.actor("zone").await;
    let body = json!({"zone_id": zone_id, "batch": arrangement(SCHEME)});
    let batch = zone.post("/api/v1/batches", &body).await.good()["id"].as_str().unwrap().to_owned();
    let items = zone.get(&format!("/api/v1/batches/{batch}/items")).await.good();
    let items: Vec<Value> = items.as_array().unwrap().clone();
    let known: Vec<&str> = items.iter().filter_map(|one| one["item"].as_str()).collect();
    let more: Vec<&str> = ASKED.into_iter().filter(|item| !known.contains(item)).collect();
    changed(world, async |work| {
        let mut all = store::batches::items_of(work, &batch).await.unwrap();
        let item = |code: &&str| store::batches::BatchItem {
            item: (*code).into(),
            required: false,
            tolerance: None,
        };
        all.extend(more.iter().map(item));
        store::batches::replace_items(work, &batch, all).await.unwrap();
    })
    .await;
    zone.post(&format!("/api/v1/batches/{batch}/participants"), &json!({})).await.good();
    let stage = Stage {
        world,
        reviewer: world.actor("reviewer").await,
        publisher: world.actor("publisher").await,
        zone_id,
        zone,
        batch,
    };
    stage.moves("open").await.good();
    stage
}

fn day(year: i16, month: i8, day: i8) -> jiff::civil::Date {
    date(year, month, day)
}
