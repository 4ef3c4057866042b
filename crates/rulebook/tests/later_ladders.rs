//! The rungs that come later are written in the same format: 创新型, 专精特新, 小巨人, 瞪羚. Nothing here is shipped.

use std::{fs, path::Path};

use formula::Language;
use rulebook::{check_path, render_all, render_test_report, test_path};

const INNOVATIVE: &str = r#"
format: ladder/1
code: innovative
name: 创新型中小企业（示例）
version: "1"
status: illustrative
in_force: {from: 2022-08-01, until: 2026-03-31}
items: items.yaml
direct:
  - {code: D1, name: 拥有经认定的省部级以上研发机构, holds: 拥有省部级以上研发机构}
  - {code: D2, name: 近三年新增股权融资总额500万元以上, value: "合计(股权融资额, 3)", at_least: 500万元}
scorecard:
  full: 100
  sections:
    - code: innovation
      name: 创新能力
      full: 40
      items:
        - code: ip
          name: 与主导产品有关的有效知识产权
          full: 20
          rows:
            - {when: 高价值Ⅰ类知识产权数 >= 1项, award: 20}
            - {when: 自主研发Ⅰ类知识产权数 >= 1项, award: 15}
            - {when: 有效Ⅰ类知识产权数 >= 1项, award: 10}
            - {when: 有效Ⅱ类知识产权数 >= 1项, award: 5}
          otherwise: 0
        - code: rd
          name: 上年度研发费用占营业收入
          full: 20
          value: 研发费用 / 营业收入
          bands: [{below: 1%, award: 0}, {from: 1%, below: 2%, award: 5}, {from: 2%, below: 3%, award: 10}, {from: 3%, below: 5%, award: 15}, {from: 5%, award: 20}]
    - code: growth
      name: 成长性
      full: 30
      items:
        - code: revenue_growth
          name: 上年度主营业务收入增长率
          full: 20
          value: 增长率(主营业务收入)
          bands: [{below: 0%, award: 0}, {from: 0%, below: 5%, award: 5}, {from: 5%, below: 10%, award: 10}, {from: 10%, below: 15%, award: 15}, {from: 15%, award: 20}]
        - code: debt
          name: 上年度资产负债率
          full: 10
          value: 负债总额 / 资产总额
          bands: [{up_to: 55%, award: 10}, {above: 55%, below: 75%, award: 5}, {from: 75%, award: 0}]
    - code: speciality
      name: 专业化
      full: 30
      items:
        - code: field
          name: 主导产品所属领域
          full: 10
          value: 战略性新兴产业领域
          cases: [{values: [none], award: 5}]
          otherwise: 10
        - code: main_share
          name: 上年度主营业务收入占营业收入
          full: 20
          value: 主营业务收入 / 营业收入
          bands: [{below: 50%, award: 0}, {from: 50%, below: 55%, award: 5}, {from: 55%, below: 60%, award: 10}, {from: 60%, below: 70%, award: 15}, {from: 70%, award: 20}]
  pass:
    - {code: P1, name: 总分不低于60分, of: total, at_least: 60}
    - {code: P2, name: 创新能力不低于20分, of: innovation, at_least: 20}
    - {code: P3, name: 成长性不低于15分, of: growth, at_least: 15}
    - {code: P4, name: 专业化不低于15分, of: speciality, at_least: 15}
"#;

const INNOVATIVE_CASES: &str = r#"
format: cases/1
of: innovative.yaml
given: {拥有省部级以上研发机构: 否, 股权融资额: 0, "股权融资额[-1]": 0, "股权融资额[-2]": 0, 高价值Ⅰ类知识产权数: 0, 自主研发Ⅰ类知识产权数: 0, 有效Ⅰ类知识产权数: 0, 有效Ⅱ类知识产权数: 1, 资产总额: 1000}
cases:
  - case: 三项各20分，合计60分，符合
    given: {研发费用: 30, 营业收入: 1000, 主营业务收入: 550, "主营业务收入[-1]": 500, 负债总额: 700, 战略性新兴产业领域: information}
    expect: {result: 符合, score: 60, sections: {innovation: 20, growth: 20, speciality: 20}}
  - case: 合计够60分，创新能力只有15分，不符合
    given: {研发费用: 20, 营业收入: 1000, 主营业务收入: 700, "主营业务收入[-1]": 500, 负债总额: 500, 战略性新兴产业领域: information}
    expect: {result: 不符合, score: 75, sections: {innovation: 15}, conditions: {P1: met, P2: unmet}, unmet: 1}
  - case: 各项都过下限，合计不到60分，不符合
    given: {研发费用: 30, 营业收入: 1000, 主营业务收入: 525, "主营业务收入[-1]": 500, 负债总额: 700, 战略性新兴产业领域: none}
    expect: {result: 不符合, conditions: {P1: unmet, P2: met, P3: met, P4: unmet}}
  - case: 近三年股权融资正好500万元，直接确认
    given: {股权融资额: 200, "股权融资额[-1]": 300}
    expect: {result: 符合, conditions: {D2: met}}
  - case: 资产负债率正好55%得10分
    given: {负债总额: 550}
    expect: {items: {debt: 10}}
"#;

const SPECIALISED: &str = r#"
format: ladder/1
code: specialised
name: 专精特新中小企业（旧规则示例）
version: "1"
status: illustrative
in_force: {from: 2022-08-01}
items: items.yaml
hard:
  - {code: "1", name: 从事特定细分市场两年以上, value: 从事细分市场年限, at_least: 2年}
  - code: "2"
    name: 上年度研发费用不低于100万元且占营业收入不低于3%
    all:
      - {value: 研发费用, at_least: 100万元}
      - {value: 研发费用 / 营业收入, at_least: 3%}
  - code: "3"
    name: 上年度营业收入1000万元以上，或不足1000万元而近两年股权融资2000万元以上
    any:
      - {value: 营业收入, at_least: 1000万元}
      - {value: "合计(股权融资额, 2)", at_least: 2000万元}
scorecard:
  full: 25
  sections:
    - code: part
      name: 部分评分项
      full: 25
      items:
        - code: growth
          name: 近2年主营业务收入平均增长率
          full: 10
          value: 平均增长率(主营业务收入, 2)
          bands: [{below: 0%, award: 0}, {from: 0%, below: 4%, award: 2}, {from: 4%, below: 6%, award: 4}, {from: 6%, below: 8%, award: 6}, {from: 8%, below: 10%, award: 8}, {from: 10%, award: 10}]
        - code: niche
          name: 从事细分市场年限（每满2年1分）
          full: 5
          value: 从事细分市场年限
          bands: [{below: 2, award: 0}, {from: 2, below: 4, award: 1}, {from: 4, below: 6, award: 2}, {from: 6, below: 8, award: 3}, {from: 8, below: 10, award: 4}, {from: 10, award: 5}]
        - code: rd
          name: 上年度研发费用投入（金额或占比，取高）
          full: 10
          best_of:
            - {code: amount, name: 金额, value: 研发费用, bands: [{below: 100, award: 0}, {from: 100, below: 200, award: 2}, {from: 200, below: 300, award: 4}, {from: 300, below: 400, award: 6}, {from: 400, below: 500, award: 8}, {from: 500, award: 10}]}
            - {code: share, name: 占比, value: 研发费用 / 营业收入, bands: [{below: 3%, award: 0}, {from: 3%, below: 4%, award: 2}, {from: 4%, below: 6%, award: 4}, {from: 6%, below: 8%, award: 6}, {from: 8%, below: 10%, award: 8}, {from: 10%, award: 10}]}
  pass:
    - {code: P, name: 得分, of: total, at_least: 15}
"#;

const SPECIALISED_CASES: &str = r#"
format: cases/1
of: specialised.yaml
cases:
  - case: 两年平均增长正好4%得4分
    given: {主营业务收入: 1081.6, "主营业务收入[-1]": 1040, "主营业务收入[-2]": 1000}
    expect: {items: {growth: 4}}
  - case: 研发费用450万元可得8分，但占2.9%，基本条件不满足
    given: {研发费用: 450, 营业收入: 15520, 从事细分市场年限: 9, 股权融资额: 0, "股权融资额[-1]": 0}
    expect: {result: 不符合, items: {rd: 8, niche: 4}, conditions: {"1": met, "2": unmet, "3": met}}
  - case: 营业收入不足1000万元，靠股权融资满足
    given: {营业收入: 999.99, 股权融资额: 1500, "股权融资额[-1]": 500}
    expect: {conditions: {"3": met}}
"#;

const GIANT: &str = r#"
format: ladder/1
code: giant
name: 专精特新“小巨人”（2026年规则示例）
version: "1"
status: illustrative
in_force: {from: 2026-04-01}
items: items.yaml
hard:
  - code: V
    name: 近三年无重大事故、偷漏税和造假
    veto: true
    none: [{holds: 近三年重大安全事故}, {holds: 近三年偷漏税}, {holds: 近三年申报造假}]
  - {code: "1", name: 已获专精特新中小企业, holds: '有标签("专精特新中小企业")'}
  - {code: "2", name: 上年营业收入5000万元以上, value: 营业收入, at_least: 5000万元}
  - {code: "3", name: 近两年营业收入复合增长率5%以上, value: "营业收入 / 营业收入[-2]", unit: "%", at_least: 105% * 105%}
  - {code: "4", name: 主营业务收入占90%以上, value: 主营业务收入 / 营业收入, at_least: 90%}
  - {code: "5", name: 资产负债率75%以下, value: 负债总额 / 资产总额, at_most: 75%}
  - code: "6"
    name: 近两年研发费用合计1200万元以上，且每年占3%以上
    all:
      - {value: "合计(研发费用, 2)", at_least: 1200万元}
      - {value: 研发费用 / 营业收入, at_least: 3%}
      - {value: "研发费用[-1] / 营业收入[-1]", at_least: 3%}
  - code: "7"
    name: Ⅰ类知识产权4项以上，或近五年国家级科技奖励前三名
    any:
      - {value: 有效Ⅰ类知识产权数, at_least: 4项}
      - {holds: 近五年国家级科技奖励前三名}
  - {code: "8", name: 市场占有率10%以上, value: 主导产品市场占有率, at_least: 10%}
  - {code: "9", name: 产业方向, officer_check: {question: 主导产品是否属于重点产业链的关键环节？}}
"#;

const GIANT_CASES: &str = r#"
format: cases/1
of: giant.yaml
given: {近三年重大安全事故: 否, 近三年偷漏税: 否, 近三年申报造假: 否, labels: [专精特新中小企业], 营业收入: 5512.5, "营业收入[-1]": 5200, "营业收入[-2]": 5000, 主营业务收入: 5000, 资产总额: 4000, 负债总额: 3000, 研发费用: 700, "研发费用[-1]": 500, 有效Ⅰ类知识产权数: 4, 主导产品市场占有率: 10}
cases:
  - case: 两年复合增长正好5%，其余都在界限上，只等人工核验
    given: {}
    expect: {result: 需人工核验, conditions: {"3": met, "5": met, "6": met, "7": met, "8": met, "9": officer}, unmet: 0}
  - case: 两年研发费用合计1199万元，差1万元
    given: {"研发费用[-1]": 499}
    expect: {result: 不符合, conditions: {"6": unmet}, unmet: 1}
  - case: Ⅰ类知识产权3项，有国家级奖励可豁免
    given: {有效Ⅰ类知识产权数: 3, 近五年国家级科技奖励前三名: 是}
    expect: {conditions: {"7": met}}
  - case: 有偷漏税，一票否决
    given: {近三年偷漏税: 是}
    expect: {result: 不符合, conditions: {V: unmet}}
"#;

const GAZELLE: &str = r#"
format: ladder/1
code: gazelle
name: 瞪羚企业（地方规则示例）
version: "1"
status: illustrative
in_force: {from: 2024-01-01}
items: items.yaml
hard:
  - code: "1"
    name: 三种情形之一
    any:
      - all:
          - {value: "营业收入[-3]", at_least: 1000万元}
          - {value: "营业收入 / 营业收入[-3]", unit: "%", at_least: 120% * 120% * 120%}
          - {value: 增长率(营业收入), above: 0%}
      - all:
          - {value: 满年数(成立日期), at_most: 5年}
          - {value: 营业收入, above: 5亿元}
          - {value: 增长率(营业收入), above: 0%}
      - all:
          - {value: 满年数(成立日期), at_most: 10年}
          - {value: 营业收入, above: 10亿元}
          - {value: 增长率(营业收入), above: 0%}
"#;

const GAZELLE_CASES: &str = r#"
format: cases/1
of: gazelle.yaml
as_of: 2025-12-31
given: {成立日期: 2010-01-01}
cases:
  - case: 三年复合增长正好20%
    given: {营业收入: 1728, "营业收入[-1]": 1440, "营业收入[-2]": 1200, "营业收入[-3]": 1000}
    expect: {result: 符合}
  - case: 三年复合增长差一分钱
    given: {营业收入: 1727.999999, "营业收入[-1]": 1440, "营业收入[-3]": 1000}
    expect: {result: 不符合, unmet: 1}
  - case: 成立五年营业收入过5亿元
    given: {成立日期: 2021-06-30, 营业收入: 50001, "营业收入[-1]": 30000, "营业收入[-3]": 900}
    expect: {result: 符合}
"#;

#[test]
fn later_rungs_are_written_in_the_same_format() -> Result<(), std::io::Error> {
    let folder = tempfile::tempdir()?;
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    fs::copy(rules.join("items/enterprise.yaml"), folder.path().join("items.yaml"))?;
    let files = [
        ("innovative", INNOVATIVE, INNOVATIVE_CASES),
        ("specialised", SPECIALISED, SPECIALISED_CASES),
        ("giant", GIANT, GIANT_CASES),
        ("gazelle", GAZELLE, GAZELLE_CASES),
    ];
    for (name, ladder, cases) in files {
        fs::write(folder.path().join(format!("{name}.yaml")), ladder)?;
        fs::write(folder.path().join(format!("{name}.cases.yaml")), cases)?;
    }
    let faults = check_path(folder.path()).problems;
    assert!(faults.is_empty(), "{}", render_all(&faults, Language::Chinese));
    let report = test_path(folder.path());
    assert!(report.is_ok(), "{}", render_test_report(&report, Language::Chinese));
    assert_eq!(report.passed(), 15);
    Ok(())
}
