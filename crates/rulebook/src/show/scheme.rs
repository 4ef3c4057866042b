//! A scheme: stages, the tree with full points per stage, every rule as a sentence, vetoes, grades.

use std::path::Path;

use domain::{
    Points,
    indicators::{Class, Dictionary, Direction, Indicator, Rule, Scheme},
};
use formula::{Exact, Language};
use jiff::civil::Date;

use super::{Page, basis_text, cells, status_text};
use crate::{
    prose::{missing_sentence, rule_sentence},
    reader::Reading,
    scheme,
    words::percent,
};

/// A scheme as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (scheme, dictionary) = scheme::read_for(reading, path, date)?;
    let mut page = Page::new(&scheme.name, Some(scheme.status));
    head(&mut page, &scheme, &dictionary);
    stages(&mut page, &scheme, &dictionary);
    tree(&mut page, &scheme);
    rules(&mut page, &scheme, &dictionary);
    vetoes(&mut page, &scheme, &dictionary);
    grades(&mut page, &scheme);
    Some(page.finish())
}

fn head(page: &mut Page, scheme: &Scheme, dictionary: &Dictionary) {
    page.line("");
    page.fact("代码", Some(format!("{}，版本 {}", scheme.code, scheme.version)));
    page.fact("状态", Some(status_text(scheme.status)));
    page.fact("取值日期", Some(scheme.in_force_on.to_string()));
    page.fact("满分", Some(format!("{}分", scheme.full_points)));
    page.fact("加分上限", scheme.bonus_cap.map(|cap| format!("{cap}分")));
    let coverage = scheme.minimum_coverage.as_ref();
    page.fact(
        "数据完整率",
        coverage.map(|least| format!("基础指标有数据的不足{}时不评等级", percent(least))),
    );
    page.fact("缺失", Some(missing_sentence(&scheme.missing, Language::Chinese)));
    let field = scheme.field_item.as_ref().and_then(|code| dictionary.find(code));
    page.fact("技术领域", field.map(|item| item.name.zh.clone()));
    page.basis(&scheme.basis);
}

fn stages(page: &mut Page, scheme: &Scheme, dictionary: &Dictionary) {
    page.heading("阶段", "Stages");
    let rows: Vec<Vec<String>> = scheme
        .stages
        .iter()
        .map(|stage| vec![stage.name.zh.clone(), stage.code.clone(), stage.when.to_chinese(dictionary)])
        .collect();
    page.table(&cells(["阶段", "代码", "判定条件"]), &rows);
}

/// The tree with full points per stage, a sum for each pillar and one for the scheme.
fn tree(page: &mut Page, scheme: &Scheme) {
    page.heading("指标与满分", "Indicators and full points");
    let mut head = cells(["一级指标", "指标"]);
    head.extend(scheme.stages.iter().map(|stage| stage.name.zh.clone()));
    let mut rows = Vec::new();
    for pillar in 0..scheme.pillars.len() {
        rows.push(pillar_row(scheme, pillar));
        for indicator in scheme.indicators.iter().filter(|indicator| indicator.pillar == pillar) {
            let local = if indicator.local { "（地方）" } else { "" };
            let mut row = vec![String::new(), format!("{}{local}", indicator.name.zh)];
            row.extend(indicator.full.iter().map(|full| points(*full)));
            rows.push(row);
        }
    }
    rows.push(total_row(scheme));
    page.table(&head, &rows);
}

fn points(points: Points) -> String {
    if points == Points::ZERO { "—".to_owned() } else { points.to_string() }
}

fn pillar_row(scheme: &Scheme, index: usize) -> Vec<String> {
    let pillar = &scheme.pillars[index];
    let class = match pillar.class {
        Class::Base => "",
        Class::Bonus => "（加分）",
        Class::Deduction => "（扣分）",
    };
    let depth = std::iter::successors(pillar.parent, |&parent| scheme.pillars[parent].parent).count();
    let name = format!("{}**{}**{class}", "　".repeat(depth), pillar.name.zh);
    let mut row = vec![name, String::new()];
    row.extend((0..scheme.stages.len()).map(|stage| format!("**{}**", sum_of_pillar(scheme, index, stage))));
    row
}

/// Full points of a pillar and everything below it.
fn sum_of_pillar(scheme: &Scheme, index: usize, stage: usize) -> Points {
    let inside = |start: usize| {
        std::iter::successors(Some(start), |&pillar| scheme.pillars[pillar].parent)
            .any(|pillar| pillar == index)
    };
    scheme
        .indicators
        .iter()
        .filter(|indicator| inside(indicator.pillar))
        .map(|indicator| indicator.full[stage])
        .sum()
}

fn total_row(scheme: &Scheme) -> Vec<String> {
    let mut row = cells(["**满分合计**", "不含加分、扣分"]);
    row.extend((0..scheme.stages.len()).map(|stage| {
        let base = scheme.indicators.iter().filter(|indicator| scheme.class_of(indicator) == Class::Base);
        let sum: Points = base.map(|indicator| indicator.full[stage]).sum();
        format!("**{sum}**")
    }));
    row
}

fn rules(page: &mut Page, scheme: &Scheme, dictionary: &Dictionary) {
    page.heading("赋分规则", "Rules");
    for (index, pillar) in scheme.pillars.iter().enumerate() {
        let inside = || scheme.indicators.iter().filter(|indicator| indicator.pillar == index);
        if inside().next().is_none() {
            continue;
        }
        page.line(&format!("### {}", pillar.name.zh));
        page.line("");
        for indicator in inside() {
            rule(page, scheme, indicator, dictionary);
        }
        page.line("");
    }
}

fn rule(page: &mut Page, scheme: &Scheme, indicator: &Indicator, dictionary: &Dictionary) {
    let value = indicator.value.to_chinese(dictionary);
    page.line(&format!("- **{}**（{}）：取值 {value}", indicator.name.zh, indicator.code));
    for (stages, rule) in by_rule(scheme, indicator) {
        let sentence = rule_sentence(rule, indicator, dictionary, Language::Chinese);
        let who = if stages.len() == used(indicator).count() {
            String::new()
        } else {
            format!("{}：", stages.join("、"))
        };
        page.line(&format!("  - {who}{sentence}。"));
    }
    for note in notes(indicator) {
        page.line(&format!("  - {note}。"));
    }
}

/// Stages in which the indicator has points.
fn used(indicator: &Indicator) -> impl Iterator<Item = usize> + '_ {
    (0..indicator.full.len()).filter(|&stage| indicator.full[stage] > Points::ZERO)
}

/// The different rules of an indicator with the stages they are for.
fn by_rule<'a>(scheme: &Scheme, indicator: &'a Indicator) -> Vec<(Vec<String>, &'a Rule)> {
    let mut groups: Vec<(Vec<String>, &Rule)> = Vec::new();
    for stage in used(indicator) {
        let (name, rule) = (scheme.stages[stage].name.zh.clone(), &indicator.rules[stage]);
        match groups.iter_mut().find(|(_, known)| *known == rule) {
            Some((stages, _)) => stages.push(name),
            None => groups.push((vec![name], rule)),
        }
    }
    groups
}

fn notes(indicator: &Indicator) -> Vec<String> {
    let mut notes = Vec::new();
    if indicator.direction == Direction::Lower {
        notes.push("越小越好".to_owned());
    }
    if indicator.cap < Exact::ONE {
        notes.push(format!("封顶：最多得满分的{}", percent(&indicator.cap)));
    }
    if indicator.floor > Exact::ZERO {
        notes.push(format!("保底：有数据时至少得满分的{}", percent(&indicator.floor)));
    }
    notes.extend(indicator.missing.as_ref().map(|policy| missing_sentence(policy, Language::Chinese)));
    notes.extend(indicator.basis.as_ref().map(|basis| format!("依据：{}", basis_text(basis))));
    notes
}

fn vetoes(page: &mut Page, scheme: &Scheme, dictionary: &Dictionary) {
    if scheme.vetoes.is_empty() {
        return;
    }
    page.heading("一票否决", "Vetoes");
    let rows: Vec<Vec<String>> = scheme
        .vetoes
        .iter()
        .map(|veto| {
            let basis = veto.basis.as_ref().map(basis_text).unwrap_or_default();
            vec![veto.name.zh.clone(), veto.when.to_chinese(dictionary), basis]
        })
        .collect();
    page.table(&cells(["原因", "条件", "依据"]), &rows);
}

fn grades(page: &mut Page, scheme: &Scheme) {
    if scheme.grades.is_empty() {
        return;
    }
    page.heading("等级", "Grades");
    let rows: Vec<Vec<String>> = scheme
        .grades
        .iter()
        .map(|grade| vec![grade.name.zh.clone(), format!("总分≥{}分", grade.at_least)])
        .collect();
    page.table(&cells(["等级", "条件"]), &rows);
}
