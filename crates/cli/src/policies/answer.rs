//! What `jifen policies match` says on the screen.

use std::path::Path;

use domain::{
    Status,
    policies::{Fen, Policy, Standing},
};
use formula::Language;
use receipt::MatchReceipt;
use run::MatchRun;
use serde_json::{Value, json};

use super::why;
use crate::console::{Console, TextTable};

/// Totals per policy.
pub fn matched(found: &MatchRun, output: &Path, console: Console) {
    if console.json {
        console.print(&format!("{:#}\n", to_json(found)));
        return;
    }
    let (zh, en) = (
        format!("{}家企业，{}项政策，匹配日{}\n", found.len(), found.policies.len(), found.on),
        format!("{} enterprises, {} policies, matched on {}\n", found.len(), found.policies.len(), found.on),
    );
    let mut text = console.pick(&zh, &en).to_owned();
    if found.policies.iter().any(|one| one.value.status == Status::Illustrative) {
        text.push_str(
            console.pick("有示例政策，并非任何单位公布\n", "Some policies are examples, issued by nobody\n"),
        );
    }
    text.push('\n');
    text.push_str(&table(found, console));
    for one in &found.left_out {
        let name = one.name.in_language(console.language);
        let reason = why(one.why);
        let (zh, en) = (
            format!("\n没有匹配：{name}（{}）", reason.zh),
            format!("\nnot matched: {name} ({})", reason.en),
        );
        text.push_str(console.pick(&zh, &en));
    }
    if found.lacks_points() {
        text.push_str(console.pick(
            "\n有的政策要用积分：请用 --scheme 指定积分方案",
            "\nSome policies ask for points: give a scheme with --scheme",
        ));
    }
    let end = format!(
        "\n{}\n{}{}\n",
        console.say(&Policy::note()),
        console.pick("已写出 ", "written: "),
        output.display()
    );
    text.push_str(&end);
    console.print(&text);
}

fn table(found: &MatchRun, console: Console) -> String {
    let chinese = console.language == Language::Chinese;
    let heads = if chinese {
        ["政策", "应得（元）", "分配后（元）", "预算余（元）"]
    } else {
        ["policy", "claims", "granted", "budget left"]
    };
    let standings = Standing::ALL.map(|(standing, _)| console.say(&standing.sentence()).to_owned());
    let header = [heads[0].to_owned()]
        .into_iter()
        .chain(standings)
        .chain(heads[1..].iter().map(|head| (*head).to_owned()));
    let mut table = TextTable::new(header).right(&[1, 2, 3, 4, 5, 6, 7]);
    for (index, one) in found.policies.iter().enumerate() {
        let totals = found.totals(index);
        let money = |amount: Fen| if totals.claimed.0 == 0 { String::new() } else { amount.shown() };
        let name = one.value.name.in_language(console.language).to_owned();
        let counts = totals.standings.map(|count| count.to_string());
        let left = totals.left.map(Fen::shown).unwrap_or_default();
        table.row([name].into_iter().chain(counts).chain([
            money(totals.claimed),
            money(totals.granted),
            left,
        ]));
    }
    table.render()
}

fn to_json(found: &MatchRun) -> Value {
    let policies = found.policies.iter().enumerate().map(|(index, one)| {
        let totals = found.totals(index);
        let counts: serde_json::Map<String, Value> = Standing::ALL
            .iter()
            .zip(totals.standings)
            .map(|((_, word), count)| ((*word).to_owned(), json!(count)))
            .collect();
        json!({
            "code": one.value.code,
            "name": one.value.name.zh,
            "version": one.value.version,
            "status": run::status_word(one.value.status),
            "enterprises": counts,
            "claimed": totals.claimed.to_string(),
            "needed": totals.needed.to_string(),
            "granted": totals.granted.to_string(),
            "budget_left": totals.left.map(|left| left.to_string()),
        })
    });
    let left_out = found.left_out.iter().map(|one| {
        let reason = why(one.why);
        json!({"code": one.code, "name": one.name.zh, "why": {"zh": reason.zh, "en": reason.en}})
    });
    let note = Policy::note();
    json!({
        "on": found.on.to_string(),
        "enterprises": found.len(),
        "policies": policies.collect::<Vec<_>>(),
        "not_matched": left_out.collect::<Vec<_>>(),
        "lacks_points": found.lacks_points(),
        "note": {"zh": note.zh, "en": note.en},
    })
}

/// The receipt holds.
pub fn verified(receipt: &MatchReceipt, console: Console) {
    if console.json {
        console.print(&format!("{:#}\n", json!({"verified": true, "results": receipt.results.sha256})));
        return;
    }
    let (input, count) = (&receipt.input, receipt.policies.len());
    let zh = format!(
        "核验通过：重算结果与凭据逐字节一致\n  政策 {count}项，匹配日{}\n  数据 {}，{}家企业\n  分配后金额合计 {}元\n  结果 {}\n",
        receipt.on, input.file.path, input.enterprises, receipt.results.granted, receipt.results.sha256
    );
    let en = format!(
        "verified: computed again, identical to the byte\n  {count} policies, matched on {}\n  data {}, {} enterprises\n  granted in all {} yuan\n  results {}\n",
        receipt.on, input.file.path, input.enterprises, receipt.results.granted, receipt.results.sha256
    );
    console.print(console.pick(&zh, &en));
}
