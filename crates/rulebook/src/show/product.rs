//! A loan product as prose: for whom, how much, at which rate, who bears the loss, what it costs, whom to ask.

use std::path::Path;

use domain::{
    Status,
    finance::{Fee, FeeOf, Limit, Product, Rate, RateReads, SharingRow, Subsidy},
};
use jiff::civil::Date;

use super::{
    Page, cells,
    ladder::Text,
    policy::{checks, of_part},
    status_text,
};
use crate::{policy::vocabulary, reader::Reading, words};

/// What stands at the top of an illustrative product.
const EXAMPLE: &str = "示例产品，并非任何银行公布的条款";

/// A product file as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, date: Option<Date>) -> Option<String> {
    let (product, dictionary) = crate::product::read_for(reading, path, date)?;
    let words = vocabulary(&dictionary, &product.parameters);
    let marks = (EXAMPLE, "An example, offered by nobody");
    let page = Page::marked(&product.name, Some(product.status), marks, "（示例）");
    let mut text = Text { page, dictionary: &words };
    head(&mut text, &product);
    text.clauses(("准入条件（须全部满足，由数据判定）", "Conditions"), &product.conditions);
    checks(&mut text, &product.officer_checks);
    limit(&mut text, &product.limit);
    rate(&mut text, &product.rate);
    sharing(&mut text, &product.sharing);
    costs(&mut text, &product.fees, product.subsidy.as_ref());
    service(&mut text, &product);
    text.page.line("");
    let note = Product::note();
    text.page.line(&format!("> {} · {}", note.zh, note.en));
    Some(text.page.finish())
}

fn head(text: &mut Text<'_>, product: &Product) {
    let until = product.in_force.until.map_or_else(String::new, |until| format!("至{until}"));
    let status =
        if product.status == Status::Illustrative { EXAMPLE.to_owned() } else { status_text(product.status) };
    let regions: Vec<&str> = product.regions.iter().map(|region| region.zh.as_str()).collect();
    let ways: Vec<String> = product.repayments.iter().map(|way| way.sentence().zh).collect();
    text.page.line("");
    text.page.fact("代码", Some(product.code.clone()));
    text.page.fact("版本", Some(product.version.clone()));
    text.page.fact("状态", Some(status));
    text.page.basis(&product.basis);
    text.page.fact("银行", Some(product.bank.zh.clone()));
    text.page.fact("用途", Some(product.purpose.zh.clone()));
    text.page.fact("担保方式", Some(product.security.sentence().zh));
    text.page.fact("期限", Some(format!("{}至{}个月", product.term.least, product.term.most)));
    text.page.fact("还款方式", Some(ways.join("、")));
    text.page.fact("适用地区", (!regions.is_empty()).then(|| regions.join("、")));
    text.page.fact("上架期", Some(format!("{}起{until}", product.in_force.from)));
    for parameter in &product.parameters {
        let unit = parameter.unit.map_or("", |unit| unit.symbol);
        let until = parameter.until.map_or_else(String::new, |until| format!("（有效至{until}）"));
        text.page.fact("参数", Some(format!("{} = {}{unit}{until}", parameter.name.zh, parameter.value)));
    }
    for remark in &product.remarks {
        text.page.fact("说明", Some(remark.zh.clone()));
    }
}

fn limit(text: &mut Text<'_>, limit: &Limit) {
    text.page.heading("额度（取以下各项中最小的一项）", "Limit: the least of these");
    for cap in &limit.caps {
        of_part(text, cap);
    }
    text.page.line(&format!("- 向下取整到{}", limit.down_to.in_words()));
    if let Some(least) = limit.least {
        text.page.line(&format!("- 低于{}不贷", least.in_words()));
    }
}

fn rate(text: &mut Text<'_>, rate: &Rate) {
    text.page.heading("年利率", "Rate");
    let reads = match rate.reads {
        RateReads::Exactly => "",
        RateReads::AtMost => "（不超过）",
        RateReads::From => "（起）",
    };
    let line = format!("- **基准**{reads}：{}", text.formula(&rate.base));
    text.page.line(&line);
    for step in &rate.steps {
        let when = step.when.as_ref().map(|when| format!("（{}时）", text.formula(when))).unwrap_or_default();
        let amount = text.formula(&step.amount);
        let amount =
            amount.strip_prefix('-').map_or_else(|| format!("加{amount}"), |less| format!("减{less}"));
        let line = format!("- **{}**{when}：{amount}", step.name.zh);
        text.page.line(&line);
    }
}

fn sharing(text: &mut Text<'_>, rows: &[SharingRow]) {
    if rows.is_empty() {
        return;
    }
    text.page.heading("风险分担（用第一个适用的一行）", "Sharing of losses");
    let lines = rows.iter().map(|row| {
        let when = row.when.as_ref().map_or_else(|| "所有企业".to_owned(), |when| text.formula(when));
        let shares = row.shares.iter().map(|one| format!("{}{}", one.who.zh, words::percent(&one.share)));
        vec![row.name.zh.clone(), when, shares.collect::<Vec<_>>().join("，")]
    });
    let lines: Vec<Vec<String>> = lines.collect();
    text.page.table(&cells(["对象", "适用", "各方比例"]), &lines);
}

fn costs(text: &mut Text<'_>, fees: &[Fee], subsidy: Option<&Subsidy>) {
    if fees.is_empty() && subsidy.is_none() {
        return;
    }
    text.page.heading("费用与贴息", "Fees and subsidy");
    for fee in fees {
        let much = match &fee.of {
            FeeOf::Yearly(share) => format!("每年为本金的{}", words::percent(share)),
            FeeOf::Once(share) => format!("一次收取本金的{}", words::percent(share)),
            FeeOf::Amount(amount) => format!("一次收取{}", amount.in_words()),
        };
        text.page.fact(&fee.name.zh, Some(much));
    }
    if let Some(subsidy) = subsidy {
        let cap = subsidy.cap.map_or_else(String::new, |cap| format!("，每笔不超过{}", cap.in_words()));
        text.page.fact("贴息", Some(format!("利息的{}{cap}", words::percent(&subsidy.share))));
    }
}

fn service(text: &mut Text<'_>, product: &Product) {
    let service = &product.service;
    let materials: Vec<&str> = service.materials.iter().map(|material| material.zh.as_str()).collect();
    text.page.heading("怎样办理", "How it is got");
    text.page.fact("办理时限", service.working_days.map(|days| format!("{days}个工作日")));
    text.page.fact("材料", (!materials.is_empty()).then(|| materials.join("；")));
    text.page.fact("联系方式", service.contact.as_ref().map(|contact| contact.zh.clone()));
}
