//! Why an enterprise has its points.

use domain::{
    evaluation::{Calibration, Explanation, explain},
    indicators::{Case, Direction, Fallback, Indicator, MissingPolicy, PercentileConvention, Rule, Scheme},
};

use crate::kit::*;

fn explained(scheme: &Scheme, population: &[Row], row: &Row) -> Explanation {
    let calibration =
        if population.is_empty() { Calibration::default() } else { calibrated(scheme, population) };
    explain(scheme, &calibration, row, &dictionary())
}

/// What the rule did, in both languages, and the next threshold.
fn told(scheme: &Scheme, population: &[Row], row: &Row) -> String {
    let explanation = explained(scheme, population, row);
    let one = &explanation.indicators[0];
    let next = one.next.as_ref().map_or(String::new(), |next| {
        let sign = match (next.upwards, next.inclusive) {
            (true, true) => "≥",
            (true, false) => ">",
            (false, true) => "≤",
            (false, false) => "<",
        };
        format!("\nnext: {sign} {} is worth {}", next.value, next.points)
    });
    format!("{}\n{}{next}", one.applied.zh, one.applied.en)
}

fn plain(indicator: Indicator, row: &Row) -> String {
    told(&scheme().and(indicator), &[], row)
}

fn intensity() -> Indicator {
    indicator("研发费用 / 营业收入", 10, bands(&[("", "0"), ("0.03", "4"), (">0.05", "80%")]))
}

#[test]
fn a_band_is_named_with_its_edges_and_the_next_one() {
    let firm = |rd: &str| row().with("revenue", "1000").with("rd", rd);
    insta::assert_snapshot!(plain(intensity(), &firm("32")), @r"
    3.2%属于“≥3%且≤5%”一档，得4.00分（满分10.00分）。
    3.2% is in the band ≥3% and ≤5%: 4.00 of 10.00 points.
    next: > 0.05 is worth 8
    ");
    insta::assert_snapshot!(plain(intensity(), &firm("90")), @r"
    9%属于“>5%”一档，得8.00分（满分10.00分）。
    9% is in the band >5%: 8.00 of 10.00 points.
    ");
    insta::assert_snapshot!(plain(intensity(), &row().with("revenue", "1000")), @r"
    数据缺失，得0.00分（满分10.00分）。
    Data are missing: 0.00 of 10.00 points.
    ");
    insta::assert_snapshot!(plain(intensity(), &firm("1").with("revenue", "0")), @r"
    数值不可比（除数为零或基期不大于零），得0.00分（满分10.00分）。
    The value is not defined (division by zero, or growth from zero or below): 0.00 of 10.00 points.
    ");
    let edges = explained(&scheme().and(intensity()), &[], &firm("32")).indicators[0].band.clone().unwrap();
    assert_eq!((edges.lower, edges.upper), (Some((exact("0.03"), true)), Some((exact("0.05"), true))));
}

#[test]
fn less_of_a_bad_thing_is_the_next_step_down() {
    let debts = indicator("x", 10, bands(&[("", "10"), ("0.5", "6"), ("0.7", "0")]));
    insta::assert_snapshot!(plain(debts, &row().with("x", "0.8")), @r"
    0.8属于“≥0.7”一档，得0.00分（满分10.00分）。
    0.8 is in the band ≥0.7: 0.00 of 10.00 points.
    next: < 0.7 is worth 6
    ");
}

#[test]
fn every_kind_of_rule_says_what_it_did() {
    let x = |value: &str| row().with("x", value);
    insta::assert_snapshot!(plain(indicator("x", 10, linear("0", "4")), &x("1")), @r"
    1按0至4折算，折合满分的25%，得2.50分（满分10.00分）。
    1 on a scale from 0 to 4, which is 25% of full points: 2.50 of 10.00 points.
    next: ≥ 4 is worth 10
    ");
    insta::assert_snapshot!(plain(indicator("x", 10, linear("0", "4")), &x("5")), @r"
    5按0至4折算，折合满分的125%，得10.00分（满分10.00分），已封顶。
    5 on a scale from 0 to 4, which is 125% of full points: 10.00 of 10.00 points, capped.
    ");
    insta::assert_snapshot!(plain(indicator("x", 10, Rule::Log { scale: exact("1"), cap: exact("7") }), &x("1")), @r"
    1按对数折算（7为满分），折合满分的33.33%，得3.33分（满分10.00分）。
    1 on a logarithmic scale (full points at 7), which is 33.33% of full points: 3.33 of 10.00 points.
    next: ≥ 7 is worth 10
    ");
    let each = Rule::PerUnit { per: exact("2"), award: award("3"), whole: true };
    insta::assert_snapshot!(plain(indicator("发明专利", 10, each), &row().with("patents", "3")), @r"
    3件，每2件计分，得3.00分（满分10.00分）。
    3件, points for each 2件: 3.00 of 10.00 points.
    next: ≥ 4 is worth 6
    ");
    let case = Case { values: vec!["true".to_owned()], award: award("5") };
    let category = Rule::Category { cases: vec![case], otherwise: award("0") };
    insta::assert_snapshot!(plain(indicator("通过认证", 10, category), &row().with("certified", "true")), @r"
    “是”在所列类别中，得5.00分（满分10.00分）。
    “yes” is a listed category: 5.00 of 10.00 points.
    ");
    insta::assert_snapshot!(plain(indicator("x", 10, Rule::Formula(formula("x * 2"))), &x("2")), @r"
    按公式“指数 × 2”计分，得4.00分（满分10.00分）。
    Points by the formula “x * 2”: 4.00 of 10.00 points.
    ");
    insta::assert_snapshot!(plain(indicator("x", 0, linear("0", "4")), &x("2")), @r"
    本阶段不计该指标。
    This stage does not count the indicator.
    ");
    let half = Indicator {
        missing: Some(MissingPolicy::Share(exact("0.5"))),
        ..indicator("x", 10, linear("0", "4"))
    };
    insta::assert_snapshot!(plain(half, &row()), @r"
    数据缺失，得5.00分（满分10.00分），按缺失规定替代赋分。
    Data are missing: 5.00 of 10.00 points, points by the missing-value policy.
    ");
}

fn peers() -> Vec<Row> {
    ["10", "20", "30", "40"].map(|rd| row().with("rd", rd).with("field", "it").with("staff", "3")).to_vec()
}

fn compared(rule: Rule, row: &Row) -> String {
    let scheme = scheme().stages(&[("成长期", "从业人员 < 9人"), ("稳定期", "从业人员 >= 9人")]);
    told(&scheme.and(indicator("研发费用", 10, rule)), &peers(), row)
}

#[test]
fn comparisons_name_the_peers_and_their_numbers() {
    let me = || row().with("rd", "30").with("field", "it").with("staff", "3");
    insta::assert_snapshot!(compared(min_max(STAGE_AND_FIELD, 2, Fallback::WiderGroup), &me()), @r"
    30万元，成长期电子信息企业（4家）介于10万元至40万元，折合满分的66.67%，得6.67分（满分10.00分）。
    30万元; 4 成长期 电子信息 enterprises lie between 10万元 and 40万元, which is 66.67% of full points: 6.67 of 10.00 points.
    next: ≥ 400000 is worth 10
    ");
    insta::assert_snapshot!(compared(min_max(STAGE_AND_FIELD, 9, Fallback::NoPoints), &me()), @r"
    同类企业过少或没有差异，无参照，得0.00分（满分10.00分）。
    Peers are too few or all alike, there is no reference: 0.00 of 10.00 points.
    ");
    insta::assert_snapshot!(compared(min_max(STAGE_AND_FIELD, 2, Fallback::WiderGroup), &me().with("staff", "9")), @r"
    30万元，全部企业（4家）介于10万元至40万元，折合满分的66.67%，得6.67分（满分10.00分），同类组过小，用了备用比较。
    30万元; 4 enterprises lie between 10万元 and 40万元, which is 66.67% of full points: 6.67 of 10.00 points, peer group too small, fallback used.
    next: ≥ 400000 is worth 10
    ");
    let percentile = Rule::Percentile {
        peers: STAGE,
        convention: PercentileConvention::MeanRank,
        minimum_peers: 2,
        fallback: Fallback::NoPoints,
    };
    insta::assert_snapshot!(compared(percentile, &me()), @r"
    30万元，成长期企业（4家）中2家低于它、1家与它相同，折合满分的75%，得7.50分（满分10.00分）。
    30万元; of 4 成长期 enterprises, 2 are below and 1 equal, which is 75% of full points: 7.50 of 10.00 points.
    next: ≥ 400000 is worth 10
    ");
    let z_score =
        Rule::ZScore { peers: ALL, width: exact("2"), minimum_peers: 2, fallback: Fallback::NoPoints };
    insta::assert_snapshot!(compared(z_score, &me()), @r"
    30万元，全部企业（4家）平均25万元、标准差12.9099万元，折合满分的59.68%，得5.97分（满分10.00分）。
    30万元; the mean of 4 enterprises is 25万元, the standard deviation 12.9099万元, which is 59.68% of full points: 5.97 of 10.00 points.
    next: ≥ 508198.889747161126 is worth 10
    ");
}

#[test]
fn a_deduction_says_what_is_taken() {
    let taken = scheme().under(DEDUCTION, indicator("x", 10, linear("0", "4")));
    insta::assert_snapshot!(told(&taken, &[], &row().with("x", "1")), @r"
    1按0至4折算，折合满分的25%，扣2.50分（最多扣10.00分）。
    1 on a scale from 0 to 4, which is 25% of full points: 2.50 points taken, 10.00 at most.
    next: ≤ 0 is worth 0
    ");
}

#[test]
fn an_explanation_carries_score_steps_and_lost_points() {
    let scheme = scheme().and(intensity()).veto("失信");
    let row = row().with("revenue", "1000").with("rd", "32");
    let explanation = explained(&scheme, &[], &row);
    assert_eq!(explanation.score, alone(&scheme, &row));
    assert_eq!(explanation.indicators[0].lost, points("6"));
    assert_eq!(explanation.indicators[0].value.parts.len(), 2);
    assert_eq!((explanation.stages.len(), explanation.vetoes.len()), (1, 1));
}

#[test]
fn without_a_stage_the_predicates_are_told() {
    let scheme = scheme().stages(&[("a", "x < 0"), ("b", "x > 0")]).and(intensity());
    let explanation = explained(&scheme, &[], &row().with("x", "0"));
    assert!(explanation.indicators.is_empty());
    assert_eq!(explanation.stages.len(), 2);
}

#[test]
fn a_lower_value_can_be_better() {
    let lower = Indicator {
        direction: Direction::Lower,
        ..indicator("研发费用", 10, min_max(ALL, 2, Fallback::NoPoints))
    };
    insta::assert_snapshot!(told(&scheme().and(lower), &peers(), &row().with("rd", "20")), @r"
    20万元，全部企业（4家）介于10万元至40万元，折合满分的66.67%，得6.67分（满分10.00分）。
    20万元; 4 enterprises lie between 10万元 and 40万元, which is 66.67% of full points: 6.67 of 10.00 points.
    next: ≤ 100000 is worth 10
    ");
}
