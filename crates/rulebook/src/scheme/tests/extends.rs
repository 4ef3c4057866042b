//! Local schemes on top of others.

use formula::Language;
use insta::assert_snapshot;

use super::{ITEMS, SCHEME};
use crate::{Loaded, Memory, Problem, load_scheme_from, render_all};

const LOCAL: &str = "\
format: scheme/1
code: local
name: 本地方案（示例）
version: \"1\"
status: illustrative
basis: {title: 本地办法}
in_force: {from: 2024-01-01}
extends: s.yaml
full_points: 15
adjust: {rd: {full: {small: 8, large: 9}}}
pillars:
  - {code: innovation, name: 技术创新, indicators: [{code: staff, name: 职工, value: 职工总数, full: 3, rule: {linear: {low: 0, high: 9}}}]}
vetoes: [{code: young, name: 成立不足一年, when: 满年数(成立日期) < 1年}]
";

fn base() -> String {
    SCHEME.replacen("full_points: 10", "basis: [{title: 国家办法}]\nfull_points: 10", 1)
}

fn load(local: &str) -> Result<Loaded<domain::indicators::Scheme>, Vec<Problem>> {
    let files = Memory::new([("items.yaml", ITEMS), ("s.yaml", &base()), ("local.yaml", local)]);
    load_scheme_from(&files, "local.yaml".as_ref(), "2024-06-01".parse().unwrap())
}

#[track_caller]
fn fault(good: &str, bad: &str) -> String {
    assert!(LOCAL.contains(good));
    match load(&LOCAL.replacen(good, bad, 1)) {
        Ok(loaded) => render_all(&loaded.warnings, Language::Chinese),
        Err(problems) => render_all(&problems, Language::Chinese),
    }
}

#[test]
fn what_is_added_is_local_and_the_rest_is_taken_over() {
    let scheme = load(LOCAL).unwrap().value;
    let codes: Vec<_> = scheme.indicators.iter().map(|i| (i.code.as_str(), i.local)).collect();
    assert_eq!(codes, [("rd", false), ("intensity", false), ("staff", true), ("kind", false)]);
    assert_eq!(scheme.indicators[0].full, [domain::Points::from_whole(8), domain::Points::from_whole(9)]);
    assert_eq!(
        scheme.vetoes.iter().map(|veto| veto.code.as_str()).collect::<Vec<_>>(),
        ["accident", "young"]
    );
    assert_eq!((scheme.code.as_str(), scheme.stages.len(), scheme.grades.len()), ("local", 2, 2));
    assert_eq!(scheme.basis.iter().map(|b| b.title.as_str()).collect::<Vec<_>>(), ["本地办法", "国家办法"]);
    assert_eq!(scheme.bonus_cap, Some(domain::Points::from_whole(2)));
}

#[test]
fn the_hash_covers_every_file_and_no_name() {
    let hash = |local: &str| load(local).unwrap().source_hash;
    assert_eq!(hash(LOCAL), hash(LOCAL));
    assert_ne!(hash(LOCAL), hash(&LOCAL.replace("职工,", "职工数,")));
    let moved = Memory::new([("a/items.yaml", ITEMS), ("a/s.yaml", &base()), ("a/z.yaml", LOCAL)]);
    let loaded = load_scheme_from(&moved, "a/z.yaml".as_ref(), "2024-06-01".parse().unwrap()).unwrap();
    assert_eq!(loaded.source_hash, hash(LOCAL));
    assert_eq!(loaded.files.len(), 3);
}

#[test]
fn a_local_scheme_fits_its_base() {
    assert_snapshot!(fault("adjust: {rd:", "adjust: {rdd:"), @r#"
    错误[full-points-sum] local.yaml:9:14: 初创期（small）各指标满分合计13分，比 full_points 的15分少2分
      |
    9 | full_points: 15
      |              ^^

    错误[full-points-sum] local.yaml:9:14: 成熟期（large）各指标满分合计13分，比 full_points 的15分少2分
      |
    9 | full_points: 15
      |              ^^

    错误[unknown-indicator] local.yaml:10:10: 所扩展的方案没有指标“rdd”
       |
    10 | adjust: {rdd: {full: {small: 8, large: 9}}}
       |          ^^^
       = 是不是“rd”？
    "#);
    assert_snapshot!(fault("status: illustrative", "status: official"), @r#"
    错误[status-not-official] local.yaml:5:9: official 的规则必须写明依据及文号
      |
    5 | status: official
      |         ^^^^^^^^
      = 请在 basis 里写 title 和 number；没有公布的规则请用 illustrative

    错误[status-not-official] local.yaml:5:9: 所扩展的方案是示例，扩展后不能标为 official
      |
    5 | status: official
      |         ^^^^^^^^
    "#);
    assert_snapshot!(fault("extends: s.yaml", "extends: local.yaml"), @r#"
    错误[extends-circle] local.yaml:8:10: 方案互相扩展，绕了一圈
      |
    8 | extends: local.yaml
      |          ^^^^^^^^^^
    "#);
    assert_snapshot!(fault("extends: s.yaml", "extends: nowhere.yaml"), @r#"
    错误[file-unreadable] local.yaml:8:10: 找不到文件 nowhere.yaml
      |
    8 | extends: nowhere.yaml
      |          ^^^^^^^^^^^^
      = 路径相对于本文件所在的文件夹
    "#);
    assert_snapshot!(fault("extends: s.yaml", "extends: items.yaml"), @r#"
    错误[unknown-format] items.yaml:1:9: 这里需要格式为 scheme/1 的文件，而它是 items/1（数据字典）
      |
    1 | format: items/1
      |         ^^^^^^^
    "#);
    assert_snapshot!(fault("{code: staff, name", "{code: rd, name"), @r#"
    错误[duplicate-code] local.yaml:12:56: 代码“rd”在 s.yaml 第18行已经用过
       |
    12 | …me: 技术创新, indicators: [{code: rd, name: 职工, value: 职工总数, ful…
       |                                    ^^
    "#);
    assert_snapshot!(fault("full_points: 15", "full_points: 15\nstages: []"), @r#"
    错误[conflicting-keys] local.yaml:10:1: 这些键只能写一个：extends、stages
       |
    10 | stages: []
       | ^^^^^^
    "#);
}
