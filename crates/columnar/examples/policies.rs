//! How long matching takes: `policies ENTERPRISES POLICIES [reasons] [THREADS]`. Eight conditions per policy, three of which
//! all policies share; half of the awards are formulas; groups, a ceiling and budgets of both kinds are settled.
#![expect(clippy::unwrap_used, reason = "a measurement stops at the first surprise")]

use std::{fmt::Write, path::Path, sync::Arc, time::Instant};

use arrow::{
    array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray},
    datatypes::{DataType, Field, Schema},
};
use columnar::{Match, MatchTable, Options, Population, Results, match_policies};
use domain::{
    Points,
    policies::{Policy, Standing, settle},
};
use formula::Language;
use jiff::civil::date;
use rulebook::{Loaded, Memory, load_policy_from};

const NUMBERS: [&str; 8] =
    ["revenue", "before", "rd", "staff", "tech_staff", "patents", "contracts", "assets"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let enterprises: usize = arguments[1].parse().unwrap();
    let count: usize = arguments[2].parse().unwrap();
    let reasons = arguments.get(3).is_some_and(|word| word == "reasons");
    let threads = arguments.get(4).map_or(2, |threads| threads.parse().unwrap());
    let loaded: Vec<Loaded<Policy>> = (0..count).map(policy).collect();
    let dictionary = &loaded[0].dictionary;
    let population = Population::new(table(enterprises), dictionary, None, date(2025, 12, 31)).unwrap();
    let points = (0..enterprises).map(|index| Some(Points(i64::try_from(index * 7919 % 1_000_000).unwrap())));
    let results = Results { points: points.collect(), ..Results::default() };
    let options = Options::with_threads(threads);
    let before = peak();
    let begin = Instant::now();
    let matches: Vec<Match<'_>> =
        loaded.iter().map(|one| Match { policy: &one.value, population: &population }).collect();
    let matched = match_policies(&matches, Some(&results), reasons, &options);
    let found = begin.elapsed();
    let policies: Vec<&Policy> = loaded.iter().map(|one| &one.value).collect();
    let claims: Vec<_> = matched.iter().map(|one| &one.claims).collect();
    let ids = population.ids().unwrap();
    let settled = settle(&policies, &claims, &[], |index| ids[index as usize]);
    let all = begin.elapsed();
    let of = |standing: Standing| {
        matched.iter().flat_map(|one| &one.standings).filter(|one| **one == standing).count()
    };
    println!(
        "{enterprises} enterprises x {count} policies x 8 conditions, {threads} threads, reasons: {reasons}\n\
         match {:.3} s, match and settle {:.3} s; peak {} MB (before {before} MB)\n\
         entitled {}, cannot tell {}, not {}",
        found.as_secs_f64(),
        all.as_secs_f64(),
        peak(),
        of(Standing::Entitled),
        of(Standing::Unknown),
        of(Standing::Not),
    );
    if reasons {
        let begin = Instant::now();
        let table = MatchTable {
            matches: &matches,
            matched: &matched,
            settled: &settled,
            results: Some(&results),
            dictionary,
            language: Language::Chinese,
        };
        let batch = table.batch(&options).unwrap();
        println!("in words, {} columns: {:.3} s", batch.num_columns(), begin.elapsed().as_secs_f64());
    }
}

/// The most memory this process has had, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() / 1024
}

fn policy(number: usize) -> Loaded<Policy> {
    let mut items = "format: items/1\ncode: bench\nname: 测试\nitems:\n  - {code: credit_code, name: 信用代码, type: credit_code, meaning: 。}\n".to_owned();
    for code in NUMBERS {
        let unit = if code.ends_with("staff") {
            "人"
        } else if code == "patents" {
            "件"
        } else {
            "万元"
        };
        let _ = writeln!(
            items,
            "  - {{code: {code}, name: 数_{code}, type: number, unit: {unit}, meaning: 。, source: 税务}}"
        );
    }
    items += "  - {code: status, name: 状态, type: text, meaning: 。, source: 市场监管}\n  - {code: dishonest, name: 失信, type: truth, meaning: 。, source: 法院}\n  - {code: abnormal, name: 异常, type: truth, meaning: 。, source: 市场监管}\n";
    let step = |base: usize, by: usize| base + number * by;
    let award = match number % 4 {
        0 => "{code: a, name: 甲, amount: rd * 3%, cap: 50万元}",
        1 => {
            "{code: a, name: 甲, value: rd, marginal: true, bands: [{below: 100万元, rate: 1%}, {from: 100万元, rate: 4%}], cap: 60万元}"
        }
        _ => "{code: a, name: 甲, amount: 10万元}",
    };
    let budget = match number % 3 {
        0 => "budget: {amount: 900万元, runs_out: pro_rata}\n",
        1 => "budget: {amount: 900万元, runs_out: by_points}\n",
        _ => "",
    };
    let text = format!(
        "format: policy/1\ncode: p{number}\nname: 政策{number}（示例）\nversion: \"1\"\nstatus: illustrative\n\
         in_force: {{from: 2026-01-01}}\nitems: items.yaml\nissuer: 局\nkind: grant\nway: without_application\n\
         data: {{year: last, judged_on: year_end}}\nconditions:\n\
         \x20 - {{code: \"1\", name: 存续, value: status, equals: active}}\n\
         \x20 - {{code: \"2\", name: 守信, none: [{{holds: dishonest}}, {{holds: abnormal}}]}}\n\
         \x20 - {{code: \"3\", name: 有收入, value: revenue, above: 0元}}\n\
         \x20 - {{code: \"4\", name: 占比, value: rd / revenue, unit: \"%\", at_least: {}.{}%}}\n\
         \x20 - {{code: \"5\", name: 增长, value: revenue / before - 1, unit: \"%\", at_least: {}%}}\n\
         \x20 - {{code: \"6\", name: 规模, value: revenue, at_least: {}万元}}\n\
         \x20 - {{code: \"7\", name: 人员, value: tech_staff / staff, unit: \"%\", at_least: {}%}}\n\
         \x20 - {{code: \"8\", name: 成果, any: [{{value: patents, at_least: {}件}}, {{value: contracts, at_least: {}万元}}]}}\n\
         award: {{parts: [{award}]}}\n\
         stacking: {{group: g{}, ceiling: {{code: year, amount: 200万元}}}}\n{budget}",
        number % 6 + 2,
        number % 10,
        number % 15,
        step(300, 40),
        number % 25 + 5,
        number % 4 + 1,
        step(100, 10),
        number % 20,
    );
    let files = Memory::new([("items.yaml", items), ("p.yaml", text)]);
    load_policy_from(&files, Path::new("p.yaml"), date(2026, 6, 30)).unwrap()
}

/// Numbers that spread over four powers of ten, one in fifty missing.
fn table(count: usize) -> RecordBatch {
    let mut seed = 42u64;
    let mut draw = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let mut fields = vec![Field::new("credit_code", DataType::Utf8, false)];
    let ids: StringArray = (0..count).map(|index| Some(format!("91440000MA{index:08}"))).collect();
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(ids)];
    for code in NUMBERS {
        let most = match code {
            "staff" => 500,
            "tech_staff" => 150,
            "patents" => 6,
            "rd" => 90_000,
            _ => 1_000_000,
        };
        #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
        let value = |whole: u64| {
            if matches!(code, "staff" | "tech_staff" | "patents") {
                whole as f64
            } else {
                whole as f64 / 100.0
            }
        };
        let values: Float64Array =
            (0..count).map(|_| (draw() % 50 != 0).then(|| value(draw() % most))).collect();
        fields.push(Field::new(code, DataType::Float64, true));
        arrays.push(Arc::new(values));
    }
    let status: StringArray =
        (0..count).map(|_| Some(if draw() % 20 == 0 { "suspended" } else { "active" })).collect();
    fields.push(Field::new("status", DataType::Utf8, true));
    arrays.push(Arc::new(status));
    for code in ["dishonest", "abnormal"] {
        let truths: BooleanArray = (0..count).map(|_| Some(draw() % 30 == 0)).collect();
        fields.push(Field::new(code, DataType::Boolean, true));
        arrays.push(Arc::new(truths));
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}
