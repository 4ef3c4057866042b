//! Offers by columns and by the exact judge: the same standing and the same limit, to the cent.

use std::path::Path;

use columnar::{Offered, Offering, Options, Population, Results, offer_all};
use domain::{Points, finance::Product};
use jiff::civil::date;
use proptest::prelude::*;
use rulebook::{Memory, load_product_from};

use crate::{
    policies::ITEMS,
    tables::{EDGES, any_table},
};

const CONDITIONS: [&str; 9] = [
    "value: 积分(), at_least: EDGE分",
    "value: 阶段(), one_of: [growing, mature]",
    "value: 等级(), not_equals: a",
    "value: 研发 / 收入, unit: \"%\", at_least: EDGE",
    "value: 收入, above: 一成 * EDGE万元 * 10",
    "value: 满年数(成立), at_least: EDGE年",
    "holds: 非 上市 或 收入 > EDGE万元",
    "value: 行业, one_of: [a, b]",
    "any: [{value: 积分(), at_least: 2.5分}, {value: 职工, below: EDGE}]",
];

const CAPS: [&str; 7] = [
    "amount: 2000万元",
    "value: 积分(), bands: [{below: 2.5, award: 3万元}, {from: 2.5, below: 15, award: 5.5万元}, {from: 15, award: 2000万元}]",
    "amount: 收入 * 50%",
    "amount: 研发 * 2, when: 上市",
    "amount: (收入 - 研发) * 一成, cap: EDGE万元",
    "amount: 积分() * 1万元 / 1分",
    "amount: 比率 * 1000元 + 份额 * 3万元",
];

const RATES: [&str; 3] = [
    "base: 一成, steps: [{code: m, name: 加点, amount: 60基点}]",
    "base: 3%, steps: [{code: m, name: 加点, amount: 份额, when: 上市}]",
    "base: 一成, steps: [{code: m, name: 加点, amount: -10基点, when: 研发 > 收入}]",
];

#[derive(Debug, Clone)]
struct Written {
    conditions: Vec<(usize, usize)>,
    caps: Vec<(usize, usize)>,
    rate: usize,
    officer: bool,
    least: bool,
    down_to: usize,
}

fn written() -> impl Strategy<Value = Written> {
    let condition = (0..CONDITIONS.len(), 1..EDGES.len());
    let cap = (0..CAPS.len(), 1..EDGES.len());
    (
        prop::collection::vec(condition, 1..4),
        prop::collection::vec(cap, 1..4),
        0..RATES.len(),
        any::<bool>(),
        any::<bool>(),
        0..3usize,
    )
        .prop_map(|(conditions, caps, rate, officer, least, down_to)| Written {
            conditions,
            caps,
            rate,
            officer,
            least,
            down_to,
        })
}

impl Written {
    fn product(&self, code: usize) -> Option<Product> {
        let mut text = format!(
            "format: product/1\ncode: p{code}\nname: 测试（示例）\nversion: \"1\"\nstatus: illustrative\n\
             in_force: {{from: 2020-01-01}}\nitems: items.yaml\nbank: 银行\npurpose: 周转\nsecurity: credit\n\
             term: {{least_months: 1, most_months: 36}}\nrepayments: [at_maturity]\n\
             data: {{year: last, judged_on: year_end}}\nparameters: [{{code: tenth, name: 一成, value: 10%}}]\nconditions:\n"
        );
        for (number, (condition, edge)) in self.conditions.iter().enumerate() {
            let condition = CONDITIONS[*condition].replace("EDGE", EDGES[*edge]);
            text += &format!("  - {{code: \"{number}\", name: 条件, {condition}}}\n");
        }
        if self.officer {
            text += "officer_checks: [{code: K, name: 核, question: 是否属实？, answer: 上市}]\n";
        }
        text += "limit:\n  caps:\n";
        for (number, (cap, edge)) in self.caps.iter().enumerate() {
            let cap = CAPS[*cap].replace("EDGE", EDGES[*edge]);
            text += &format!("    - {{code: c{number}, name: 上限, {cap}}}\n");
        }
        if self.least {
            text += "  least: 10万元\n";
        }
        text += ["", "  round_down_to: 1万元\n", "  round_down_to: 300元\n"][self.down_to];
        text += &format!("rate: {{reads: exactly, {}}}\n", RATES[self.rate]);
        let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text.clone())]);
        match load_product_from(&files, Path::new("p.yaml"), date(2024, 6, 30)) {
            Ok(loaded) => Some(loaded.value),
            // Random conditions may exclude each other.
            Err(problems) if problems.iter().all(|each| each.code.ends_with("-unreachable")) => None,
            Err(problems) => {
                let codes: Vec<_> = problems.iter().map(|each| (each.code, &each.message)).collect();
                panic!("{text}\n{codes:#?}")
            }
        }
    }
}

fn results(population: &Population) -> Results {
    let some = |index: usize, all: [Option<&str>; 3]| all[index % 3].map(str::to_owned);
    let points = [None, Some(Points(0)), Some(Points(25_000)), Some(Points(149_999)), Some(Points(150_000))];
    let everybody = 0..population.len();
    Results {
        points: everybody.clone().map(|index| points[index % 5]).collect(),
        stages: everybody
            .clone()
            .map(|index| some(index, [None, Some("growing"), Some("starting")]))
            .collect(),
        grades: everybody.map(|index| some(index / 2, [Some("a"), Some("b"), None])).collect(),
    }
}

/// Most of what is written must be a product, or the law below says little.
#[test]
fn what_is_written_is_mostly_a_product() {
    let each = (0..CONDITIONS.len()).flat_map(|condition| (0..CAPS.len()).map(move |cap| (condition, cap)));
    let written = each.map(|(condition, cap)| Written {
        conditions: vec![(condition, 1 + cap % (EDGES.len() - 1))],
        caps: vec![(cap, 1 + condition % (EDGES.len() - 1)), (0, 1)],
        rate: (condition + cap) % RATES.len(),
        officer: cap % 2 == 0,
        least: condition % 2 == 0,
        down_to: condition % 3,
    });
    let written: Vec<Written> = written.collect();
    let read = written.iter().filter(|one| one.product(0).is_some()).count();
    assert!(read * 10 >= written.len() * 9, "{read} of {}", written.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn columns_and_the_exact_offer_agree(table in any_table(), written in prop::collection::vec(written(), 1..5)) {
        let products: Vec<Product> =
            written.iter().enumerate().filter_map(|(code, one)| one.product(code)).collect();
        let population = table.population();
        let results = results(&population);
        for results in [Some(&results), None] {
            let offerings: Vec<Offering<'_>> =
                products.iter().map(|product| Offering { product, population: &population }).collect();
            let found = offer_all(&offerings, results, &Options::with_threads(2));
            for (one, found) in offerings.iter().zip(&found) {
                for (index, found) in found.iter().enumerate() {
                    let exact = one.offer(index, results);
                    let limit = exact.limit.as_ref().ok().map(|limit| limit.amount);
                    prop_assert_eq!(found, &Offered { standing: exact.standing, limit });
                }
            }
        }
    }
}
