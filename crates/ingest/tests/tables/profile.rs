//! What `profile` says about a file, bad cells and all.

use ingest::{Profile, ReadOptions, profile};

use crate::kit::{CODES, TestFile, dictionary};

fn text(profile: &Profile) -> String {
    let mut text = format!(
        "rows {} enterprises {} duplicates {} periods {:?} errors {}\n",
        profile.rows,
        profile.enterprises,
        profile.duplicates,
        profile.periods,
        profile.problems.errors()
    );
    for column in &profile.columns {
        let unit = |unit: Option<&formula::Unit>| unit.map_or("-", |unit| unit.symbol);
        text.push_str(&format!(
            "{} {} {} [{}→{}{}] known {} missing {} bad {}",
            column.place.letter(),
            column.code,
            column.kind,
            unit(column.header_unit),
            unit(column.unit),
            if column.converted { " converted" } else { "" },
            column.known,
            column.missing,
            column.bad
        ));
        if let Some(numbers) = &column.numbers {
            text.push_str(&format!(
                " | zeros {} min {} median {} max {} fences {:?} outliers {} {:?}",
                numbers.zeros,
                numbers.minimum,
                numbers.median,
                numbers.maximum,
                numbers.fences,
                numbers.outliers,
                numbers.first_outliers
            ));
        }
        text.push_str(&format!(" {:?}\n", column.frequent));
    }
    for column in &profile.skipped {
        text.push_str(&format!(
            "skipped {} {:?} filled {}\n",
            column.place.letter(),
            column.suggestion,
            column.filled
        ));
    }
    text
}

#[test]
fn a_profile_tells_what_is_in_a_file_that_could_not_be_imported() {
    let mut rows = "credit_code,年度,研发费用(千元),技术领域,是否上市,研发经费\n".to_owned();
    for (row, expense) in ["10", "20", "0", "", "abc", "30", "9999", "15"].into_iter().enumerate() {
        let (code, period) = (CODES[row % 4], 2022 + row / 4);
        rows.push_str(&format!("{code},{period},{expense},{},是,1\n", ["it", "bio", "量子"][row % 3]));
    }
    rows.push_str(&format!("{},2022,5,it,否,\n", CODES[0]));
    let file = TestFile::new("企业.csv", rows.as_bytes());
    let profile = profile(&file.path(), &dictionary(), &ReadOptions::default()).unwrap();
    insta::assert_snapshot!(text(&profile), @r#"
    rows 9 enterprises 4 duplicates 1 periods {2022: 5, 2023: 4} errors 4
    A credit_code code [-→-] known 9 missing 0 bad 0 []
    B period period [-→-] known 9 missing 0 bad 0 []
    C rd_expense number [千元→万元 converted] known 7 missing 1 bad 1 | zeros 1 min 0 median 1.5 max 999.9 fences Some((-3.5, 6.5)) outliers 1 [(8, 999.9)] []
    D field category [-→-] known 7 missing 0 bad 2 [("it", 4), ("bio", 3)]
    E listed truth [-→-] known 9 missing 0 bad 0 [("true", 8), ("false", 1)]
    skipped F Some("研发费用") filled 8
    "#);
    insta::assert_snapshot!(profile.text(formula::Language::Chinese), @"
    9行，4家企业
    年度（行数）：2022 (5)、2023 (4)
    重复企业：1行
    A credit_code → credit_code 企业代码：有值9，缺失0（0%）
    B 年度 → period 年度：有值9，缺失0（0%）
    C 研发费用(千元) → rd_expense 研发费用 [千元→万元]：有值7，缺失1（11.1%），有误1
        最小0万元，中位数1.5万元，最大999.9万元，零值1
        离群值1个：第8行 999.9万元
    D 技术领域 → field 技术领域：有值7，缺失0（0%），有误2
        it 4 · bio 3
    E 是否上市 → listed 是否上市：有值9，缺失0（0%）
        是 8 · 否 1
    F 研发经费：未识别，是不是“研发费用”？
    ");
    insta::assert_snapshot!(profile.text(formula::Language::English), @r#"
    9 rows, 4 enterprises
    periods (rows): 2022 (5), 2023 (4)
    duplicate enterprises: 1 rows
    A credit_code → credit_code enterprise code: 9 known, 0 missing (0%)
    B 年度 → period period: 9 known, 0 missing (0%)
    C 研发费用(千元) → rd_expense rd expense [千元→万元]: 7 known, 1 missing (11.1%), 1 bad
        least 0万元, median 1.5万元, greatest 999.9万元, zeros 1
        outliers 1: row 8: 999.9万元
    D 技术领域 → field field: 7 known, 0 missing (0%), 2 bad
        it 4 · bio 3
    E 是否上市 → listed listed: 9 known, 0 missing (0%)
        true 8 · false 1
    F 研发经费: not recognised; did you mean "研发费用"?
    "#);
}
