//! How long an import takes from the file to stored values and the workbook given back, and what memory it needs:
//! `cargo run --release --example import -- FOLDER`. Leaves `import.xlsx` there for others to read.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot prepare its files must stop"
)]

use jifen_server::{App, Config, Edge, demo};
use rust_xlsxwriter::Workbook;
use std::{path::Path, time::Instant};
use store::{Database, Scope, audit, batches, enterprises, imports, jobs, organisations, users, values};

const ROWS: u32 = 10_000;

/// Codes of numeric yearly items, as headings: the first sixty of the dictionary.
fn headings() -> Vec<String> {
    let text = include_str!("../../../rules/items/enterprise.yaml");
    let mut all = Vec::new();
    let (mut name, mut number, mut yearly, mut unit) = (String::new(), false, false, String::new());
    for line in text.lines().chain(["  - code: end"]) {
        let line = line.trim();
        if line.starts_with("- code:") {
            if number && yearly && unit != "%" {
                all.push(std::mem::take(&mut name));
            }
            (number, yearly) = (false, false);
            unit.clear();
        } else if let Some(rest) = line.strip_prefix("name: {zh: ") {
            name = rest.split(',').next().unwrap().to_owned();
        } else if line == "type: number" {
            number = true;
        } else if line == "yearly: true" {
            yearly = true;
        } else if let Some(rest) = line.strip_prefix("unit: ") {
            unit = rest.to_owned();
        }
    }
    all.truncate(58);
    all
}

fn credit_code(number: u32) -> String {
    let body = format!("{number:06}");
    let organisation = format!("MA{body}");
    let inner = domain::enterprise::credit_code::organisation_check_character(&organisation).unwrap();
    let first = format!("91000000{organisation}{inner}");
    domain::enterprise::CreditCode::complete(&first).unwrap().to_string()
}

/// 10,000 rows and 60 columns; one cell in five hundred is bad.
fn workbook(path: &Path, headings: &[String]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().unwrap();
    sheet.write_string(0, 0, "统一社会信用代码").unwrap();
    sheet.write_string(0, 1, "年度").unwrap();
    for (column, heading) in (2u16..).zip(headings) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for row in 1..=ROWS {
        sheet.write_string(row, 0, credit_code(row)).unwrap();
        sheet.write_number(row, 1, 2025).unwrap();
        for column in 2..u16::try_from(headings.len()).unwrap() + 2 {
            let seed = (u64::from(row) * 60 + u64::from(column)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            if seed.is_multiple_of(500) {
                sheet.write_string(row, column, "12O").unwrap();
            } else {
                sheet.write_number(row, column, u32::try_from(seed % 1_000).unwrap()).unwrap();
            }
        }
    }
    book.save(path).unwrap();
}

/// The most memory this process held, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("0 0 0").to_owned();
    line.split_whitespace().nth(1).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn entry() -> audit::Entry {
    audit::Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: "bench".into(),
        resource: "bench".into(),
        resource_id: None,
        path: "/".into(),
        purpose: None,
        outcome: audit::Outcome::Done,
        detail: serde_json::json!({}),
    }
}

#[tokio::main]
async fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let data = tempfile::tempdir_in(&folder).unwrap();
    let file = folder.join("import.xlsx");
    let headings = headings();
    workbook(&file, &headings);
    println!(
        "{ROWS} rows x {} columns, {} KB",
        headings.len() + 2,
        std::fs::metadata(&file).unwrap().len() >> 10
    );

    let mut config = Config::for_folder(data.path().to_owned());
    config.second_factor = false;
    let edge = Edge::system();
    let address = std::env::args().nth(2).unwrap_or_else(|| config.database.clone());
    let database = Database::open(&address, &config.anchor(), edge.now()).await.unwrap();
    let app = App::new(database.clone(), config, edge.clone(), [7; 32]).unwrap();
    demo::seed(&app, &mut |_| {}).await.unwrap();
    let by = users::by_login(&database, "zone").await.unwrap().unwrap();
    let zone = by.organisation_id.clone();
    let zone = organisations::within(&database, &Scope::Everything, &zone).await.unwrap().unwrap();
    let work = database.begin(edge.now()).await.unwrap();
    let day = jiff::civil::date(2026, 1, 1);
    let plan = batches::Plan {
        year: 2025,
        title: "bench".into(),
        scheme: "x".into(),
        scheme_hash: "x".into(),
        opens_on: day,
        enterprise_deadline: day,
        review_deadline: day,
        objections: None,
        second_review: false,
    };
    batches::add(&work, &zone, "b", &plan, &by.id).await.unwrap();
    let all = (1..=ROWS).map(|number| enterprises::NewEnterprise {
        id: format!("e{number}"),
        credit_code: credit_code(number),
        name: format!("第{number}号科技有限公司"),
        search: format!("第{number}号科技有限公司 {} dhkjyxgs", credit_code(number).to_lowercase()),
        founded_on: None,
        entered_on: None,
        status: enterprises::EnterpriseStatus::Active,
        park: None,
        district: None,
        industry: None,
        field: None,
        organisation: None,
    });
    enterprises::add_all(&work, &zone, all.collect()).await.unwrap();
    work.commit(&entry(), &[]).await.unwrap();

    let page = store::PageRequest { limit: 50, after: None, descending: false };
    for text in ["科技", "kj", "ma0099", "第99"] {
        let filter = enterprises::Filter { search: Some(text.into()), ..enterprises::Filter::default() };
        let scope = Scope::Below(zone.path.clone());
        let mut times = Vec::new();
        for _ in 0..20 {
            let began = Instant::now();
            enterprises::list(&database, &scope, &filter, enterprises::Sort::Name, &page).await.unwrap();
            times.push(began.elapsed());
        }
        times.sort();
        println!("search {text:<8} median {:?}  slowest {:?}", times[10], times[19]);
    }

    let before = peak();
    let hash = "bench".to_owned();
    let files = data.path().join("files");
    std::fs::create_dir_all(&files).unwrap();
    std::fs::copy(&file, files.join(format!("{hash}.xlsx"))).unwrap();
    for (turn, kind) in ["import", "import", "import-preview"].into_iter().enumerate() {
        let (id, job) = (format!("i{turn}"), format!("j{turn}"));
        let work = database.begin(edge.now()).await.unwrap();
        let new = imports::NewImport {
            id: &id,
            zone: &zone,
            kind: imports::ImportKind::Values,
            batch_id: Some("b"),
            source: "tax",
            period: Some(2025),
            file_name: "import.xlsx",
            file_hash: &hash,
            file_size: 1,
            mode: imports::ImportMode::Good,
            columns: "{\"columns\":[],\"skipped\":[],\"headings\":{},\"problems\":[],\"sheet\":null}",
            by: &by.id,
        };
        let import = imports::add(&work, &new).await.unwrap();
        jobs::add(&work, &job, kind, &by.id, &zone.path).await.unwrap();
        let change = imports::Change {
            state: Some(imports::ImportState::Running),
            job_id: Some(job),
            ..imports::Change::default()
        };
        imports::change(&work, &import, change).await.unwrap();
        work.commit(&entry(), &[]).await.unwrap();
        let began = Instant::now();
        assert!(app.do_next_job().await.unwrap());
        let took = began.elapsed();
        let done = imports::within(&database, &Scope::Everything, &id).await.unwrap().unwrap();
        println!("{kind:<15} {took:?}  peak memory +{:.0} MB  {}", peak() - before, done.outcome);
    }
    let which = values::Which { batch_id: Some("b".into()), ..values::Which::default() };
    let began = Instant::now();
    let statements = values::statements(&database, &which).await.unwrap();
    println!("{} statements read in {:?}", statements.len(), began.elapsed());
    database.close().await.unwrap();
}
