//! What an officer reads.

use insta::assert_snapshot;

use super::show_from;
use crate::Memory;

const ITEMS: &str = "\
format: items/1
code: test
name: {zh: 测试字典, en: Test}
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, minimum: 0, yearly: true, meaning: 全年收入。, source: 税务, torch_code: qc02}
  - {code: staff, name: 职工总数, type: number, unit: 人, minimum: 0, whole: true, meaning: 人数。}
  - {code: kind, name: 类别, type: text, categories: {soft: 软件, hard: {zh: 硬件, en: Hardware}}, meaning: 类别。}
  - {code: bad, name: 失信, type: truth, meaning: 失信被执行人。}
  - {code: field, name: 领域, type: text, meaning: 技术领域。}
";

const SCHEME: &str = "\
format: scheme/1
code: test
name: {zh: 测试方案, en: Test scheme}
version: \"1\"
status: illustrative
in_force: {from: 2024-01-01}
items: items.yaml
basis: {title: 《测试办法》, number: 测〔2024〕1号, article: 第三条, checked_on: 2026-11-01}
full_points: 100
bonus_cap: 5
minimum_coverage: 60%
field: 领域
stages:
  - {code: small, name: 初创期, when: 营业收入 < 500万元}
  - {code: large, name: 成熟期, when: 营业收入 >= 500万元}
pillars:
  - code: growth
    name: 成长经营
    indicators:
      - code: revenue
        name: 营业收入
        value: 营业收入
        full: {small: 20, large: 30}
        rule: {bands: [{below: 50, award: 0%}, {from: 50, up_to: 200, award: 40%}, {above: 200, award: 100%}]}
        rule_by_stage: {large: {log: {scale: 100, cap: 1亿元}}}
      - {code: a, name: 人均收入, value: 营业收入 / (职工总数 / 1人), full: 20, cap: 90%, floor: 10%, rule: {linear: {low: 10万元, high: 50万元, base: 60%}}, unit: 万元}
      - {code: b, name: 职工, value: 职工总数, direction: lower, full: {small: 20, large: 10}, rule: {percentile: {peers: [stage, field], minimum_peers: 30, fallback: wider_group}}}
      - {code: c, name: 规模, value: 职工总数, full: 20, rule: {min_max: {winsorise: [1%, 99%], minimum_peers: 30, fallback: {per_unit: {per: 10人, award: 2}}}}}
      - {code: d, name: 水平, value: 职工总数, full: 10, missing: {share: 30%}, rule: {z_score: {peers: [stage], width: 2, minimum_peers: 30, fallback: no_points}}}
      - {code: e, name: 类别, value: 类别, full: 5, rule: {category: {cases: [{values: [soft, hard], award: 100%}], otherwise: 1}}}
      - {code: f, name: 折算, value: 营业收入, full: 5, rule: {formula: 营业收入 / 1000万元}}
  - code: extra
    name: 加分项
    class: bonus
    indicators:
      - {code: g, name: 诚信, value: 失信, full: 5, rule: {category: {cases: [{values: [false], award: 5}], otherwise: 0}}}
vetoes:
  - {code: bad, name: 失信被执行人, when: 失信}
grades:
  - {code: A, name: A级, at_least: 80}
";

const SIZES: &str = "\
format: classification/1
code: size
name: 划型
version: \"1\"
status: official
in_force: {from: 2024-01-01}
items: items.yaml
basis: {title: 《划型办法》, number: 测〔2024〕2号}
classes: [{code: large, name: 大型}, {code: medium, name: 中型}, {code: small, name: 小型}]
rows:
  - {name: 软件, when: 类别 = \"soft\", bounds: {职工总数: [300人, 100人], 营业收入: [1亿元, 1000]}}
  - {name: 其他, when: 类别 = \"hard\", bounds: {营业收入: [4亿元, 2000]}}
";

fn shown(path: &str) -> String {
    let files = Memory::new([("items.yaml", ITEMS), ("s.yaml", SCHEME), ("c.yaml", SIZES)]);
    show_from(&files, path.as_ref(), None)
        .unwrap_or_else(|problems| crate::render_all(&problems, crate::Language::Chinese))
}

#[test]
fn a_scheme_reads_as_prose_and_tables() {
    assert_snapshot!(shown("s.yaml"), @r#"
    # 测试方案 · Test scheme

    > **示例方案，非官方权重** · Illustrative example, not official weights

    - 代码：test，版本 1
    - 状态：示例方案，非官方权重
    - 取值日期：2024-01-01
    - 满分：100分
    - 加分上限：5分
    - 数据完整率：基础指标有数据的不足60%时不评等级
    - 缺失：缺失时不得分
    - 技术领域：领域
    - 依据：《测试办法》（测〔2024〕1号），第三条，2026-11-01核对

    ## 阶段（示例方案，非官方权重） · Stages

    | 阶段 | 代码 | 判定条件 |
    | --- | --- | --- |
    | 初创期 | small | 营业收入 < 500万元 |
    | 成熟期 | large | 营业收入 ≥ 500万元 |

    ## 指标与满分（示例方案，非官方权重） · Indicators and full points

    | 一级指标 | 指标 | 初创期 | 成熟期 |
    | --- | --- | --- | --- |
    | **成长经营** |  | **100** | **100** |
    |  | 营业收入 | 20 | 30 |
    |  | 人均收入 | 20 | 20 |
    |  | 职工 | 20 | 10 |
    |  | 规模 | 20 | 20 |
    |  | 水平 | 10 | 10 |
    |  | 类别 | 5 | 5 |
    |  | 折算 | 5 | 5 |
    | **加分项**（加分） |  | **5** | **5** |
    |  | 诚信 | 5 | 5 |
    | **满分合计** | 不含加分、扣分 | **100** | **100** |

    ## 赋分规则（示例方案，非官方权重） · Rules

    ### 成长经营

    - **营业收入**（revenue）：取值 营业收入
      - 初创期：营业收入>200万元得满分；≥50万元且≤200万元得满分的40%；<50万元不得分。
      - 成熟期：营业收入按对数得分：先快后慢，10000万元得满分，不大于零不得分（尺度100万元）。
    - **人均收入**（a）：取值 营业收入 ÷ (职工总数 ÷ 1人)
      - 人均收入为10万元得满分的60%，50万元得满分，按同一斜率增减，最低不得分（功效系数）。
      - 封顶：最多得满分的90%。
      - 保底：有数据时至少得满分的10%。
    - **职工**（b）：取值 职工总数
      - 按在同阶段同领域企业中的百分位得分（并列取平均名次），越小得分越高；有数据的不足30家时改与同阶段、再与全部企业比较。
      - 越小越好。
    - **规模**（c）：取值 职工总数
      - 在全部企业的最小值与最大值之间按比例得分（先把两端收到1%和99%分位）；有数据的不足30家时改为规模每满10人得2分，最多得满分。
    - **水平**（d）：取值 职工总数
      - 按在同阶段企业中的标准分得分：平均水平得满分的一半，好2个标准差得满分；有数据的不足30家时不得分并作标记。
      - 缺失时得满分的30%。
    - **类别**（e）：取值 类别
      - 类别：软件、硬件得满分；其余得1分。
    - **折算**（f）：取值 营业收入
      - 按公式计分：营业收入 ÷ 1000万元。

    ### 加分项

    - **诚信**（g）：取值 失信
      - 诚信：否得5分；其余不得分。


    ## 一票否决（示例方案，非官方权重） · Vetoes

    | 原因 | 条件 | 依据 |
    | --- | --- | --- |
    | 失信被执行人 | 失信 |  |

    ## 等级（示例方案，非官方权重） · Grades

    | 等级 | 条件 |
    | --- | --- |
    | A级 | 总分≥80分 |
    "#);
}

#[test]
fn a_dictionary_reads_as_a_table() {
    assert_snapshot!(shown("items.yaml"), @r#"
    # 测试字典 · Test

    ## 数据项 · Items

    | 代码 | 名称 | 类型 | 允许的值 | 年度 | 含义 | 来源 | 火炬代码 |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | revenue | 营业收入 | 万元 | ≥0 | 是 | 全年收入。 | 税务 | qc02 |
    | staff | 职工总数 | 人 | ≥0，整数 |  | 人数。 |  |  |
    | kind | 类别 | 分类 | 软件、硬件 |  | 类别。 |  |  |
    | bad | 失信 | 是否 |  |  | 失信被执行人。 |  |  |
    | field | 领域 | 文字 |  |  | 技术领域。 |  |  |
    "#);
}

#[test]
fn a_classification_reads_as_a_table_of_bounds() {
    assert_snapshot!(shown("c.yaml"), @r#"
    # 划型

    - 代码：size
    - 状态：正式：每个数字都出自所列依据
    - 依据：《划型办法》（测〔2024〕2号）

    ## 各行业的下限 · Lower bounds by industry

    | 行业 | 适用条件 | 指标 | 大型 / 中型 |
    | --- | --- | --- | --- |
    | 软件 | 类别 = "soft" | 职工总数 | 300人 / 100人 |
    |  |  | 营业收入 | 10000万元 / 1000万元 |
    | 其他 | 类别 = "hard" | 营业收入 | 40000万元 / 2000万元 |

    某一类须达到该行全部指标的下限（含），否则下划一类；其余为小型。
    "#);
}

#[test]
fn every_table_of_an_example_says_so() {
    let text = shown("s.yaml");
    let unmarked = text.lines().filter(|line| line.starts_with("## ") && !line.contains(super::ILLUSTRATIVE));
    assert_eq!(unmarked.collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(!shown("c.yaml").contains(super::ILLUSTRATIVE));
}
