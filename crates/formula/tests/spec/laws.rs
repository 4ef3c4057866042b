//! What holds for every text, every tree and every enterprise.

use formula::{Expr, ExprKind, Formula, Function, Outcome, Type, Value, parse};
use proptest::prelude::*;

use crate::{
    kit::{Dictionary, facts},
    trees::{Choices, bracketed, money, ratio, truth},
};

/// Pieces of the language, glued together anyhow.
const PIECES: &[&str] = &[
    "若",
    "则",
    "否则",
    "分段",
    "其余",
    "属于",
    "且",
    "或",
    "非",
    "真",
    "if ",
    " then ",
    " else ",
    "bands ",
    " in ",
    " and ",
    "not ",
    "营业收入",
    "研发费用",
    "行业",
    "上市",
    "rd_share",
    "`R&D`",
    "【",
    "】",
    "min",
    "合计",
    "缺则",
    "(",
    ")",
    "（",
    "）",
    "[",
    "]",
    "[-1]",
    "{",
    "}",
    ",",
    "，",
    "、",
    ";",
    "：",
    ":",
    "+",
    "-",
    "－",
    "*",
    "×",
    "/",
    "<",
    "≤",
    ">=",
    "=",
    "≠",
    "!",
    "&&",
    "1",
    "０",
    "10%",
    "5％",
    "2000万元",
    "3年",
    "1,234",
    "1.2.3",
    "2026-04-01",
    "2026年4月1日",
    "2026-4-1",
    "\"",
    "“",
    "”",
    "「甲」",
    "\\",
    ".",
    "，",
    " ",
    "\n",
    "\u{3000}",
    "\u{FEFF}",
    "\0",
    "😀",
    "½",
    "Ⅰ",
    "é",
    "個",
    "万",
    "个月",
];

fn text() -> impl Strategy<Value = String> {
    let glued = prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![glued, any::<String>(), "[ -~一-龥（）【】，；]{0,60}"]
}

fn problems_are_in_place(source: &str) -> Result<(), TestCaseError> {
    let (tree, mut problems) = parse(source);
    tree.visit(&mut |part| assert!(source.get(part.span.range()).is_some(), "{source:?} {part:?}"));
    let unreadable = has(&tree, &|part| part.kind == ExprKind::Unreadable);
    prop_assert!(!unreadable || !problems.is_empty(), "{source:?}");
    match Formula::parse(source, &Dictionary) {
        Ok(formula) => {
            prop_assert!(problems.is_empty());
            // whatever can be read can be printed and explained
            let _ = (formula.to_code(), formula.explain(&facts("营业收入=1"), &Dictionary));
        }
        Err(more) => problems.extend(more),
    }
    for problem in problems {
        prop_assert!(source.get(problem.span.range()).is_some(), "{source:?} {problem:?}");
        prop_assert!(!problem.message.zh.is_empty() && !problem.message.en.is_empty());
        prop_assert!(formula::codes::CODES.iter().any(|code| code.code == problem.code));
    }
    Ok(())
}

fn has(tree: &Expr, wanted: &dyn Fn(&Expr) -> bool) -> bool {
    let mut found = false;
    tree.visit(&mut |part| found |= wanted(part));
    found
}

fn read(tree: &Expr) -> Formula {
    let source = bracketed(tree);
    Formula::parse(&source, &Dictionary).unwrap_or_else(|problems| panic!("{source}\n{problems:#?}"))
}

fn condition(choices: &[u32]) -> Expr {
    truth(&mut Choices::new(choices), 3)
}

/// Facts that a random tree may ask for; each is there or not.
const KNOWABLE: &[&str] = &[
    "营业收入=100",
    "营业收入[-1]=80",
    "营业收入[-2]=0",
    "净利润=-5",
    "净利润[-1]=5",
    "净利润[-2]=2.5",
    "或有负债=0",
    "或有负债[-1]=1",
    "或有负债[-2]=3",
    "研发费用占比=5",
    "研发费用占比[-1]=0",
    "研发费用占比[-2]=12.5",
    "上市=是",
    "上市[-1]=否",
    "高企=否",
    "高企[-1]=是",
    "行业=I65",
    "odd=7",
    "odd[-1]=7",
    "odd[-2]=9",
];

fn known(mask: u32) -> String {
    let there = KNOWABLE.iter().enumerate().filter(|(place, _)| mask >> place & 1 == 1);
    there.map(|(_, fact)| *fact).collect::<Vec<_>>().join(" ")
}

fn joined(left: &str, word: &str, right: &str) -> Formula {
    let source = format!("({left}) {word} ({right})");
    Formula::parse(&source, &Dictionary).unwrap_or_else(|problems| panic!("{source}\n{problems:#?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_makes_the_reader_panic(source in text()) {
        problems_are_in_place(&source)?;
    }
}

proptest! {
    #[test]
    fn logic_follows_kleene(
        a in prop::collection::vec(any::<u32>(), 0..40),
        b in prop::collection::vec(any::<u32>(), 0..40),
        mask in any::<u32>(),
    ) {
        let (a, b) = (bracketed(&condition(&a)), bracketed(&condition(&b)));
        let facts = facts(&known(mask));
        let come_to = |formula: Formula| formula.evaluate(&facts);
        for word in ["and", "or"] {
            prop_assert_eq!(come_to(joined(&a, word, &b)), come_to(joined(&b, word, &a)));
            let alone = Formula::parse(&a, &Dictionary).unwrap();
            prop_assert_eq!(come_to(joined(&a, word, &a)), come_to(alone));
        }
        let (left, right) = (format!("not ({a})"), format!("not ({b})"));
        let both = joined(&a, "and", &b).to_code();
        let negated = come_to(joined("true", "and", &format!("not ({both})")));
        prop_assert_eq!(negated, come_to(joined(&left, "or", &right)));
        let twice = Formula::parse(&format!("not not ({a})"), &Dictionary).unwrap();
        let once = Formula::parse(&a, &Dictionary).unwrap();
        prop_assert_eq!(come_to(twice), come_to(once));
    }

    /// What is decided stays decided when more becomes known, except where a rule asks what is missing.
    #[test]
    fn more_facts_never_change_a_decision(
        choices in prop::collection::vec(any::<u32>(), 0..80),
        some in any::<u32>(),
        more in any::<u32>(),
    ) {
        let tree = condition(&choices);
        let asks = |part: &Expr| matches!(&part.kind, ExprKind::Call { function: Function::OrElse, .. });
        prop_assume!(!has(&tree, &asks));
        let formula = read(&tree);
        let before = formula.evaluate(&facts(&known(some)));
        let after = formula.evaluate(&facts(&known(some | more)));
        match &before {
            Outcome::Missing(what) => prop_assert!(!what.is_empty()),
            Outcome::Known(_) | Outcome::Undefined(_) => prop_assert_eq!(&before, &after),
        }
    }

    #[test]
    fn values_are_of_the_type_that_was_checked(
        choices in prop::collection::vec(any::<u32>(), 0..80),
        mask in any::<u32>(),
    ) {
        let mut choices = Choices::new(&choices);
        for tree in [money(&mut choices, 3), ratio(&mut choices, 3), truth(&mut choices, 3)] {
            let formula = read(&tree);
            if let Outcome::Known(value) = formula.evaluate(&facts(&known(mask))) {
                let fits = match formula.kind() {
                    Type::Number(_) => matches!(value, Value::Number(_)),
                    Type::Truth => matches!(value, Value::Truth(_)),
                    Type::Text => matches!(value, Value::Text(_)),
                    Type::Date => matches!(value, Value::Date(_)),
                };
                prop_assert!(fits, "{value:?} {:?}", formula.kind());
            }
        }
    }

    #[test]
    fn an_explanation_comes_to_the_value_and_so_do_its_parts(
        choices in prop::collection::vec(any::<u32>(), 0..60),
        mask in any::<u32>(),
    ) {
        let mut choices = Choices::new(&choices);
        for tree in [money(&mut choices, 2), ratio(&mut choices, 2), truth(&mut choices, 2)] {
            let formula = read(&tree);
            let facts = facts(&known(mask));
            let step = formula.explain(&facts, &Dictionary);
            prop_assert_eq!(&step.outcome, &formula.evaluate(&facts));
            prop_assert_eq!(step.kind, formula.kind());
            for part in &step.parts {
                let alone = Formula::parse(&part.text, &Dictionary).unwrap();
                prop_assert_eq!(&part.outcome, &alone.evaluate(&facts), "{}", part.text);
                prop_assert_eq!(part.kind, alone.kind(), "{}", part.text);
            }
        }
    }
}
