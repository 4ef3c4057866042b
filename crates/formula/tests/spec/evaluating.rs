//! What formulas come to: arithmetic, units, three-valued logic, functions.

use crate::kit::{check_value, facts, formula, shown};

#[test]
fn arithmetic_is_exact_and_in_base_units() {
    check_value("0.1 + 0.2", "", "0.3");
    check_value("(1.2 + 1.1) / 2 - 1", "", "0.15");
    check_value("1 / 3", "", "1/3");
    check_value("研发费用 / 营业收入", "研发费用=50 营业收入=1000", "0.05");
    check_value("营业收入 + 出口额", "营业收入=1 出口额=1", "11000");
    check_value("营业收入 - 5000元", "营业收入=1", "5000");
    check_value("2 + 3 * 4", "", "14");
    check_value("(2 + 3) * 4", "", "20");
    check_value("10 - 3 - 2", "", "5");
    check_value("100 / 10 / 5", "", "2");
    check_value("-2 * -3", "", "6");
    check_value("-营业收入", "营业收入=1", "-10000");
    check_value("- -营业收入", "营业收入=1", "10000");
    check_value("5%", "", "0.05");
    check_value("5‰ + 1基点 + 1倍 + 2百分点 + 3个百分点", "", "1.0551");
    check_value("6月 + 6个月", "", "1");
    check_value("营业收入 / 职工总数", "营业收入=100 职工总数=20", "50000");
}

#[test]
fn every_script_and_spelling_means_the_same() {
    for source in [
        "研发费用 / 营业收入 >= 5% and 职工总数 < 500人",
        "研发费用÷营业收入≥5％且职工总数＜500人",
        "（研发费用／营业收入）＞＝５％　且　职工总数＜５００",
        "rd_expense / revenue >= 5 percent AND staff < 500 persons",
        "rd_expense/revenue>=0.05 且 staff<500",
        "`rd_expense` / 【营业收入】 ≥ 5% 且 职工总数 < 500",
    ] {
        assert_eq!(formula(source).to_code(), {
            let plain = formula(source).to_code();
            let again = formula(&plain).to_code();
            assert_eq!(plain, again);
            plain
        });
        check_value(source, "研发费用=50 营业收入=1000 职工总数=499", "是");
        check_value(source, "研发费用=49.9999 营业收入=1000 职工总数=499", "否");
        check_value(source, "研发费用=50 营业收入=1000 职工总数=500", "否");
    }
}

#[test]
fn words_may_touch_where_a_value_ends() {
    check_value("若营业收入>5000万元则2否则1", "营业收入=5001", "2");
    check_value("若营业收入>5000万元且研发费用占比>=3%则2否则1", "营业收入=5001 研发费用占比=3", "2");
    check_value("分段研发费用占比{<3%:0;<=5%:4;其余:8}", "研发费用占比=5", "4");
    check_value("若 营业收入 > 0，则 最大(2，1)，否则 1", "营业收入=1", "2");
    check_value("若营业收入>0，则2，否则1", "营业收入=0", "1");
    check_value("行业 = 'I65' 且 行业 属于 [‘I65’]", "行业=I65", "是");
    check_value("或有负债 > 0 或 或有负债 < 0", "或有负债=1", "是");
}

#[test]
fn comparison_is_exact_on_the_edge() {
    check_value("研发费用 / 营业收入 >= 1/3", "研发费用=1 营业收入=3", "是");
    check_value("研发费用 / 营业收入 > 1/3", "研发费用=1 营业收入=3", "否");
    check_value("营业收入 <= 5000万元", "营业收入=5000.00", "是");
    check_value("营业收入 <= 5000万元", "营业收入=5000.01", "否");
    check_value("营业收入 = 1亿元", "营业收入=10000", "是");
    check_value("营业收入 != 1亿元", "营业收入=10000", "否");
    check_value("营业收入 <> 1亿元", "营业收入=1", "是");
    check_value("成立日期 < 2020年4月1日", "成立日期=2020-03-31", "是");
    check_value("成立日期 >= 2020-04-01", "成立日期=2020-03-31", "否");
    check_value("行业 = \"I65\"", "行业=I65", "是");
    check_value("行业 ≠ 「I65」", "行业=I65", "否");
    check_value("上市 = 真", "上市=否", "否");
}

#[test]
fn membership_compares_in_base_units() {
    check_value("行业 属于 [\"I65\", “C39”、「M73」]", "行业=C39", "是");
    check_value("行业 in [\"I65\"]", "行业=C39", "否");
    check_value("营业收入 in [1000元, 1万元]", "营业收入=1", "是");
    check_value("职工总数 in [1, -2, 3]", "职工总数=3", "是");
    check_value("成立日期 in [2020-01-01]", "成立日期=2020-01-01", "是");
    check_value("行业 in [\"I65\"]", "", "missing: industry");
}

/// Kleene's three-valued truth tables; 上市 and 高企 are the two sides.
#[test]
fn logic_is_three_valued() {
    let truth = |name: &str, value: char| match value {
        'T' => format!("{name}=是 "),
        'F' => format!("{name}=否 "),
        _ => String::new(),
    };
    let table = ["TTTT", "TFFT", "T?uT", "FTFT", "FFFF", "F?Fu", "?TuT", "?FFu", "??uu"];
    for row in table.map(|row| row.chars().collect::<Vec<_>>()) {
        let typed = truth("上市", row[0]) + &truth("高企", row[1]);
        for (source, expected) in [("上市 且 高企", row[2]), ("上市 或 高企", row[3])] {
            let outcome = formula(source).evaluate(&facts(&typed));
            let expected = match expected {
                'T' => Some(true),
                'F' => Some(false),
                _ => None,
            };
            assert_eq!(outcome.as_truth(), expected, "{source} on {typed}");
        }
    }
    check_value("非 上市", "上市=是", "否");
    check_value("not 上市", "", "missing: listed");
    check_value("上市 且 高企", "", "missing: high_tech listed");
    check_value("上市 且 高企", "上市=是", "missing: high_tech");
    check_value("上市 或 营业收入 / 净利润 > 1 或 高企", "高企=是 营业收入=1 净利润=0", "是");
}

#[test]
fn missing_names_every_item_that_is_needed() {
    check_value("研发费用 / 营业收入", "", "missing: rd_expense revenue");
    check_value("研发费用 / 营业收入[-2] >= 5%", "研发费用=1", "missing: revenue[-2]");
    check_value(
        "营业收入 / (研发费用 - 研发费用) + 净利润 / 净资产",
        "研发费用=1 营业收入=1 净资产=1",
        "missing: net_profit",
    );
    check_value("若 上市 则 营业收入 否则 净利润", "", "missing: listed");
    check_value("若 上市 则 营业收入 否则 净利润", "上市=是", "missing: revenue");
    check_value("若 上市 则 营业收入 否则 净利润", "上市=否 净利润=1", "10000");
    check_value("最小(营业收入, 净利润, 1万元)", "", "missing: net_profit revenue");
    check_value("营业收入", "营业收入=?一千", "missing: revenue");
    check_value("缺失(营业收入)", "营业收入=?一千", "是");
}

#[test]
fn what_cannot_be_computed_is_undefined() {
    check_value("研发费用 / 营业收入", "研发费用=1 营业收入=0", "undefined: 除数为零");
    check_value("增长率(营业收入)", "营业收入=5 营业收入[-1]=0", "undefined: 基期为零或为负，不可比");
    check_value("增长率(净利润)", "净利润=5 净利润[-1]=-1", "undefined: 基期为零或为负，不可比");
    check_value("ln(评分系数)", "评分系数=0", "undefined: 对数的真数不大于零");
    check_value("ln(评分系数)", "评分系数=-1", "undefined: 对数的真数不大于零");
    check_value("合计(营业收入, 有效年数)", "有效年数=11 营业收入=1", "undefined: 年数不是1到10的整数");
    check_value("合计(营业收入, 有效年数)", "有效年数=1.5 营业收入=1", "undefined: 年数不是1到10的整数");
    check_value("限于(营业收入, 净利润, 0)", "营业收入=1 净利润=1", "undefined: 下限高于上限");
    check_value(
        "研发费用 / 营业收入 + ln(评分系数)",
        "研发费用=1 营业收入=0 评分系数=0",
        "undefined: 除数为零 对数的真数不大于零",
    );
}

#[test]
fn missing_wins_over_undefined() {
    check_value("研发费用 / 营业收入 + ln(评分系数)", "研发费用=1 营业收入=0", "missing: score_plain");
    check_value("研发费用 / 营业收入 > 1 且 上市", "研发费用=1 营业收入=0", "missing: listed");
    check_value("研发费用 / 营业收入 > 1 且 上市", "研发费用=1 营业收入=0 上市=否", "否");
}

#[test]
fn or_else_replaces_missing_and_undefined() {
    check_value("缺则(股权融资额, 0)", "", "0");
    check_value("缺则(股权融资额, 0)", "股权融资额=3", "30000");
    check_value("缺则(研发费用 / 营业收入, 0)", "研发费用=1 营业收入=0", "0");
    check_value("缺则(股权融资额, 净利润)", "", "missing: equity net_profit");
    check_value(
        "缺则(增长率(营业收入), 净利润 / 净资产)",
        "营业收入=1 营业收入[-1]=0",
        "missing: net_assets net_profit",
    );
}

#[test]
fn is_missing_is_true_for_missing_only() {
    check_value("缺失(营业收入)", "", "是");
    check_value("缺失(营业收入)", "营业收入=0", "否");
    check_value("缺失(研发费用 / 营业收入)", "研发费用=1 营业收入=0", "否");
    check_value("缺失(行业)", "", "是");
}

#[test]
fn functions_of_numbers() {
    check_value("最小(3, 1, 2)", "", "1");
    check_value("最大(3, 1, 2)", "", "3");
    check_value("最大(1,2345)", "", "2345");
    check_value("最大(1，234)", "", "234");
    check_value("max(成立日期, 2020-01-01)", "成立日期=2021-05-06", "2021-05-06");
    check_value("限于(5, 0, 1)", "", "1");
    check_value("限于(-5, 0, 1)", "", "0");
    check_value("clamp(0.5, 0, 1)", "", "0.5");
    check_value("绝对值(净利润)", "净利润=-2", "20000");
    check_value("四舍五入(2.345, 2)", "", "2.35");
    check_value("四舍五入(-2.345, 2)", "", "-2.35");
    check_value("round(营业收入, -4)", "营业收入=1.5", "20000");
    check_value("向下取整(-1.5)", "", "-2");
    check_value("向上取整(-1.5)", "", "-1");
    check_value("自然对数(1)", "", "0");
    check_value("ln(2)", "", "0.693147180559945309417232121458");
}

#[test]
fn functions_of_several_periods() {
    let three = "营业收入=1320 营业收入[-1]=1200 营业收入[-2]=1000";
    check_value("合计(营业收入, 3)", three, "35200000");
    check_value("平均(营业收入, 2)", three, "12600000");
    check_value("平均(营业收入, 3年)", three, "35200000/3");
    check_value("合计(营业收入, 1)", three, "13200000");
    check_value("合计(营业收入, 4)", three, "missing: revenue[-3]");
    check_value(
        "合计(营业收入, 5)",
        "营业收入[-1]=1",
        "missing: revenue revenue[-2] revenue[-3] revenue[-4]",
    );
    check_value("有数年数(营业收入, 10)", three, "3");
    check_value("有数年数(营业收入, 2)", "", "0");
    check_value("有数年数(行业, 2)", "行业=I65", "1");
    check_value("增长率(营业收入)", three, "0.1");
    check_value("平均增长率(营业收入, 2)", three, "0.15");
    check_value("平均增长率(营业收入, 1)", three, "0.1");
    check_value("平均增长率(营业收入, 3)", three, "missing: revenue[-3]");
    check_value(
        "平均增长率(营业收入, 2)",
        "营业收入=1 营业收入[-1]=0 营业收入[-2]=1",
        "undefined: 基期为零或为负，不可比",
    );
    check_value("合计(营业收入, 有效年数)", "有效年数=2 营业收入=1 营业收入[-1]=2", "30000");
    check_value("合计(营业收入, 有效年数)", "", "missing: revenue years_valid");
    check_value("营业收入[0] / 营业收入[-1]", three, "1.1");
}

#[test]
fn functions_of_dates() {
    check_value("满年数(成立日期)", "成立日期=2023-04-01 @2026-04-01", "3");
    check_value("满年数(成立日期) >= 3", "成立日期=2023-04-02 @2026-04-01", "否");
    check_value("满年数(成立日期)", "成立日期=2024-02-29 @2025-02-28", "1");
    check_value("满年数(成立日期)", "成立日期=2027-04-01 @2026-04-01", "-1");
    check_value("满天数(成立日期)", "成立日期=2026-03-01 @2026-04-01", "31");
    check_value("满天数(成立日期)", "成立日期=2026-04-02 @2026-04-01", "-1");
    check_value("满天数(成立日期) <= 31", "", "missing: founded");
}

#[test]
fn labels_and_results() {
    check_value("有标签(\"高新技术企业\")", "#高新技术企业", "是");
    check_value("有标签(\"高新技术企业\")", "", "否");
    check_value("有标签(\"高新技术企业\")", "!labels", "missing: #高新技术企业");
    check_value("积分() >= 80", "points=80", "是");
    check_value("积分() >= 80分", "points=79.99", "否");
    check_value("points(\"other\") >= 80", "points=80", "missing: Points(other)");
    check_value("阶段() 属于 [\"startup\", \"growth\"]", "stage=growth", "是");
    check_value("grade() = \"A\"", "", "missing: Grade()");
}

#[test]
fn bands_take_the_first_arm_whose_edge_holds() {
    let bands = "分段 研发费用占比 { < 3%: 0; <= 5%: 4; < 8%: 6; 其余: 10 }";
    for (share, points) in [
        ("-1", "0"),
        ("2.99", "0"),
        ("3", "4"),
        ("5", "4"),
        ("5.0001", "6"),
        ("7.9", "6"),
        ("8", "10"),
        ("99", "10"),
    ] {
        check_value(bands, &format!("研发费用占比={share}"), points);
    }
    check_value(bands, "", "missing: rd_share");
    check_value("bands 职工总数 { < 10: 营业收入; else: 净利润 }", "职工总数=9", "missing: revenue");
    check_value("bands 净利润 { < -5万元: \"亏\"; <= 0: \"平\"; else: \"盈\"; }", "净利润=-5", "平");
    check_value("bands 职工总数 { < 10: 1; <= 10: 2; else: 3 }", "职工总数=10", "2");
}

/// 高企 growth: ½(Y2/Y1 + Y3/Y2) − 1, with its special rules written out by the rule's author.
#[test]
fn growth_of_a_high_technology_enterprise() {
    let rule = "若 营业收入[-1] = 0 则 0 \
                否则 分段 (若 营业收入[-2] = 0 则 增长率(营业收入) 否则 平均增长率(营业收入, 2)) \
                { <= 0: 0; < 5%: 2; < 15%: 4; < 25%: 6; < 35%: 8; 其余: 10 }";
    for (first, second, third, points) in [
        ("1000", "1400", "1900", "10"),
        ("1000", "1200", "1320", "6"),
        ("700", "805", "925.75", "6"),
        ("900", "1035", "1190.25", "6"),
        ("1000", "1350", "1822.5", "10"),
        ("1000", "1050", "1102.5", "4"),
        ("1000", "1250", "1562.5", "8"),
        ("800", "1000", "1000", "4"),
        ("0", "500", "700", "10"),
        ("500", "0", "700", "0"),
        ("1000", "900", "800", "0"),
        ("1000", "1000", "1000", "0"),
    ] {
        let typed = format!("营业收入[-2]={first} 营业收入[-1]={second} 营业收入={third}");
        check_value(rule, &typed, points);
    }
    let growth = formula("平均增长率(营业收入, 2)");
    let typed = facts("营业收入[-2]=1000 营业收入[-1]=1400 营业收入=1900");
    assert_eq!(
        growth.evaluate(&typed).as_number().map(|growth| growth.to_decimal(6)),
        Some("0.378571".into())
    );
}

#[test]
fn results_say_what_they_are_and_how_to_show_them() {
    let unit = |source: &str| formula(source).display_unit().map_or("", |unit| unit.symbol);
    assert_eq!(unit("营业收入"), "万元");
    assert_eq!(unit("营业收入 + 净利润 - 1万元"), "万元");
    assert_eq!(unit("研发费用 / 营业收入"), "%");
    assert_eq!(unit("营业收入 / 营业收入[-1] - 1"), "%");
    assert_eq!(unit("营业收入 / 职工总数"), "");
    assert_eq!(unit("增长率(营业收入)"), "%");
    assert_eq!(unit("满年数(成立日期)"), "年");
    assert_eq!(unit("营业收入 > 1元"), "");
    assert_eq!(unit("若 上市 则 营业收入 否则 0"), "万元");
    let rule = formula("营业收入[-1] + 营业收入 + revenue > 1元 且 有标签(\"高新技术企业\")");
    let items: Vec<_> = rule.items().map(|item| (item.name.as_str(), item.back)).collect();
    assert_eq!(items, [("revenue", 0), ("revenue", 1)]);
    assert_eq!(rule.labels().collect::<Vec<_>>(), ["高新技术企业"]);
    assert_eq!(shown(&rule.evaluate(&facts("#高新技术企业"))), "missing: revenue revenue[-1]");
}

#[test]
fn a_formula_tells_what_it_may_look_at() {
    let reads = |source: &str| {
        let formula = formula(source);
        let reads = formula.reads();
        reads.iter().map(|item| format!("{}-{}", item.name, item.back)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(reads("合计(营业收入, 3) > 研发费用[-4]"), "rd_expense-4 revenue-0 revenue-1 revenue-2");
    assert_eq!(reads("增长率(营业收入)"), "revenue-0 revenue-1");
    assert_eq!(reads("平均增长率(营业收入, 2)"), "revenue-0 revenue-1 revenue-2");
    assert_eq!(formula("合计(营业收入, 有效年数)").reads().len(), 11);
    let results = formula("积分(\"甲\") > 0 且 阶段() = \"growth\"");
    let results: Vec<_> = results.results().map(|(kind, scheme)| format!("{kind:?} {scheme:?}")).collect();
    assert_eq!(results, ["Points Some(\"甲\")", "Stage None"]);
}
