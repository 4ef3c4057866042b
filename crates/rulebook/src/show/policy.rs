//! A policy as prose: whom it is for, how much, until when, how, whom to ask.

use std::path::Path;

use domain::{
    Status,
    cultivation::{Clause, ClauseBody},
    policies::{
        Award, Band, BandAward, Budget, Fen, LastInLine, Money, Part, PartRule, Policy, RunsOut, Way,
    },
};
use formula::{Exact, Unit};
use jiff::civil::Date;

use super::{Page, cells, ladder::Text, status_text};
use crate::{policy::vocabulary, reader::Reading, words};

/// What stands at the top of an illustrative policy.
const EXAMPLE: &str = "示例政策，并非任何单位公布的政策";

fn status(status: Status) -> String {
    if status == Status::Illustrative { EXAMPLE.to_owned() } else { status_text(status) }
}

/// A policy file as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (policy, dictionary) = crate::policy::read_for(reading, path, date)?;
    let words = vocabulary(&dictionary, &policy.parameters);
    let mut text = Text { page: page(&policy), dictionary: &words };
    head(&mut text, &policy);
    text.clauses(("条件（须全部满足，由数据判定）", "Conditions"), &policy.conditions);
    checks(&mut text, &policy.officer_checks);
    award(&mut text, &policy);
    money_rules(&mut text, &policy);
    service(&mut text, &policy);
    text.page.line("");
    let note = Policy::note();
    text.page.line(&format!("> {} · {}", note.zh, note.en));
    Some(text.page.finish())
}

fn page(policy: &Policy) -> Page {
    let words = (EXAMPLE, "An example, issued by nobody");
    Page::marked(&policy.name, Some(policy.status), words, "（示例）")
}

fn head(text: &mut Text<'_>, policy: &Policy) {
    let until = policy.in_force.until.map_or_else(String::new, |until| format!("至{until}"));
    text.page.line("");
    text.page.fact("代码", Some(policy.code.clone()));
    text.page.fact("版本", Some(policy.version.clone()));
    text.page.fact("状态", Some(status(policy.status)));
    text.page.basis(&policy.basis);
    text.page.fact("发布单位", Some(policy.issuer.zh.clone()));
    text.page.fact("类型", Some(policy.kind.sentence().zh));
    text.page.fact("兑现方式", Some(policy.way.sentence().zh));
    text.page.fact("有效期", Some(format!("{}起{until}", policy.in_force.from)));
    let (year, day) = (policy.data_year.sentence().zh, policy.data_day.sentence().zh);
    text.page.fact("数据口径", Some(format!("用匹配当日的{year}数据，年限和标签按{day}判断")));
    for parameter in &policy.parameters {
        let unit = parameter.unit.map_or("", |unit| unit.symbol);
        let until = parameter.until.map_or_else(String::new, |until| format!("（有效至{until}）"));
        text.page.fact("参数", Some(format!("{} = {}{unit}{until}", parameter.name.zh, parameter.value)));
    }
    for remark in &policy.remarks {
        text.page.fact("说明", Some(remark.zh.clone()));
    }
}

pub(super) fn checks(text: &mut Text<'_>, checks: &[Clause]) {
    if checks.is_empty() {
        return;
    }
    text.page.heading("人工核验", "Officer checks");
    for clause in checks {
        if let ClauseBody::OfficerCheck(check) = &clause.body {
            text.page.line(&format!("- **{}** {}：{}", clause.code, clause.name.zh, check.question.zh));
        }
    }
}

fn award(text: &mut Text<'_>, policy: &Policy) {
    text.page.heading("给什么", "Award");
    match &policy.award {
        Award::Right(right) => text.page.line(&format!("- {}", right.zh)),
        Award::Money(money) => amounts(text, money),
    }
}

fn amounts(text: &mut Text<'_>, money: &Money) {
    for part in &money.parts {
        of_part(text, part);
    }
    if let Some(cap) = &money.cap {
        let line = format!("- 每家企业合计不超过{}", text.formula(cap));
        text.page.line(&line);
    }
    let way = if money.rounding.down { "向下取整" } else { "四舍五入" };
    text.page.line(&format!("- 最后{way}到{}", unit_words(money.rounding.to)));
}

pub(super) fn of_part(text: &mut Text<'_>, part: &Part) {
    let when = part.when.as_ref().map(|when| format!("（{}时）", text.formula(when))).unwrap_or_default();
    let cap = part.cap.as_ref().map(|cap| format!("，不超过{}", text.formula(cap))).unwrap_or_default();
    match &part.rule {
        PartRule::Formula(formula) => {
            let line = format!("- **{}**{when}：{}{cap}", part.name.zh, text.formula(formula));
            text.page.line(&line);
        }
        PartRule::Bands { value, unit, bands, marginal } => {
            let value = text.formula(value);
            let way = if *marginal { "，超额累进" } else { "" };
            text.page.line(&format!("- **{}**{when}：按{value}分档{way}{cap}", part.name.zh));
            text.page.line("");
            let rows: Vec<Vec<String>> = bands
                .iter()
                .enumerate()
                .map(|(index, band)| row(bands, index, band, *unit, *marginal))
                .collect();
            text.page.table(&cells([value.as_str(), "金额"]), &rows);
            text.page.line("");
        }
    }
}

fn row(
    bands: &[Band],
    index: usize,
    band: &Band,
    unit: Option<&'static Unit>,
    marginal: bool,
) -> Vec<String> {
    let low = band
        .lower
        .as_ref()
        .map(|low| format!("{}{}", if band.lower_inclusive { "≥" } else { "＞" }, words::in_unit(low, unit)));
    let high = bands.get(index + 1).and_then(|next| {
        let sign = if next.lower_inclusive { "＜" } else { "≤" };
        Some(format!("{sign}{}", words::in_unit(next.lower.as_ref()?, unit)))
    });
    let edges = low.into_iter().chain(high).collect::<Vec<_>>().join("，");
    let given = match &band.award {
        BandAward::Fixed(amount) | BandAward::Rate(amount) if amount.is_zero() => "不予奖补".to_owned(),
        BandAward::Fixed(yuan) => yuan_words(yuan),
        BandAward::Rate(rate) if marginal => format!("该档部分的{}", words::percent(rate)),
        BandAward::Rate(rate) => format!("取值的{}", words::percent(rate)),
    };
    vec![if edges.is_empty() { "全部".to_owned() } else { edges }, given]
}

fn yuan_words(yuan: &Exact) -> String {
    Fen::exactly(yuan).map_or_else(|| format!("{yuan}元"), Fen::in_words)
}

fn unit_words(unit: Fen) -> String {
    match unit.0 {
        1 => "分".to_owned(),
        10 => "角".to_owned(),
        100 => "元".to_owned(),
        _ => unit.in_words(),
    }
}

fn money_rules(text: &mut Text<'_>, policy: &Policy) {
    let stacking = &policy.stacking;
    if stacking.group.is_none() && stacking.ceiling.is_none() && policy.budget.is_none() {
        return;
    }
    text.page.heading("叠加与预算", "Stacking and budget");
    let group = stacking.group.as_ref();
    text.page.fact("就高不重复", group.map(|group| format!("同组（{group}）的政策只取金额最高的一项")));
    if let Some(ceiling) = &stacking.ceiling {
        let line = format!("同一企业一年内合计不超过{}（{}）", ceiling.amount.in_words(), ceiling.code);
        text.page.fact("年度上限", Some(line));
    }
    if let Some(budget) = &policy.budget {
        let line = format!("{}；{}", budget.amount.in_words(), runs_out(text, budget));
        text.page.fact("年度预算", Some(line));
    }
}

fn runs_out(text: &Text<'_>, budget: &Budget) -> String {
    let last = |last: LastInLine| match last {
        LastInLine::Share => "余额由名次相同、排在最后的企业按比例分",
        LastInLine::Nothing => "余额不够时不再发放",
    };
    match &budget.runs_out {
        RunsOut::ByPoints(end) => format!("超出时按积分从高到低，{}", last(*end)),
        RunsOut::ByTime(by, end) => format!("超出时按{}先后，{}", text.formula(by), last(*end)),
        RunsOut::ProRata => "超出时按比例折算，精确到分".to_owned(),
    }
}

fn service(text: &mut Text<'_>, policy: &Policy) {
    let service = &policy.service;
    text.page.heading("怎样办理", "How it is got");
    let days = service.working_days.map(|days| format!("{days}个工作日"));
    text.page.fact("办理时限", days);
    let materials: Vec<&str> = service.materials.iter().map(|material| material.zh.as_str()).collect();
    let listed = if materials.is_empty() {
        if policy.way == Way::WithoutApplication { "不需申请，不需材料" } else { "不需材料" }.to_owned()
    } else {
        materials.join("；")
    };
    text.page.fact("材料", Some(listed));
    text.page.fact("联系方式", service.contact.as_ref().map(|contact| contact.zh.clone()));
}
