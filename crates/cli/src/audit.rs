//! `jifen audit verify`, and how what it finds is said.

use formula::Sentence;
use serde_json::{Value, json};
use server::{Finding, Verdict, machine};

use crate::{
    args::{Audit, Place},
    console::Console,
    exit::{Ended, Exit, Stop},
    serve::{runtime, stopped},
};

/// Does it.
pub fn run(args: &Audit, console: Console) -> Ended {
    match args {
        Audit::Verify(place) => verify(place, console),
    }
}

fn verify(place: &Place, console: Console) -> Ended {
    let config = place.gather()?.config;
    let verdict = runtime()?.block_on(machine::verify_audit(&config)).map_err(|error| stopped(&error))?;
    if !verdict.is_good() {
        return Err(not_good(&verdict));
    }
    if console.json {
        console.print(&format!("{:#}\n", json(&verdict)));
        return Ok(Exit::Done);
    }
    let (rows, anchored, hash) = (verdict.head.count, verdict.anchored, &verdict.head.hash);
    let zh =
        format!("核验通过：{rows}条审计记录完整，未被改动；前{anchored}条另有库外锚点\n  末条哈希 {hash}\n");
    let en = format!(
        "verified: {rows} audit rows, whole and unchanged; the first {anchored} are anchored outside the database\n  \
         last hash {hash}\n"
    );
    console.print(console.pick(&zh, &en));
    Ok(Exit::Done)
}

fn not_good(verdict: &Verdict) -> Stop {
    let list = |pick: fn(&Sentence) -> &str| {
        verdict.findings.iter().map(|it| format!("  {}", pick(&finding(it)))).collect::<Vec<_>>().join("\n")
    };
    let message = Sentence::new(
        format!("审计日志核验未通过\n{}", list(|sentence| &sentence.zh)),
        format!("the audit log does not hold\n{}", list(|sentence| &sentence.en)),
    );
    Stop::with_details(Exit::Differs, message, json(verdict))
}

/// What was found, for programs.
#[must_use]
pub fn json(verdict: &Verdict) -> Value {
    let findings = verdict.findings.iter().map(|it| {
        let sentence = finding(it);
        json!({"zh": sentence.zh, "en": sentence.en})
    });
    json!({
        "good": verdict.is_good(),
        "rows": verdict.head.count,
        "hash": verdict.head.hash,
        "anchored": verdict.anchored,
        "findings": findings.collect::<Value>(),
    })
}

/// One finding in words.
#[must_use]
pub fn finding(finding: &Finding) -> Sentence {
    match finding {
        Finding::Edited { seq } => {
            Sentence::new(format!("第{seq}条：内容被改过"), format!("row {seq}: its content was changed"))
        }
        Finding::Missing { from, to } => Sentence::new(
            format!("第{from}条至第{to}条：被删除"),
            format!("rows {from} to {to}: they were deleted"),
        ),
        Finding::Unlinked { seq } => Sentence::new(
            format!("第{seq}条：与前一条不衔接"),
            format!("row {seq}: it does not follow from the row before"),
        ),
        Finding::Rebuilt { seq } => Sentence::new(
            format!("第{seq}条：与库外锚点不符，日志被整体重建过"),
            format!("row {seq}: not what was anchored outside; the log was built anew"),
        ),
        Finding::Behind { anchored, found } => Sentence::new(
            format!("锚点记到第{anchored}条，库中只有{found}条：末尾被截断，或换上了旧数据库"),
            format!(
                "{anchored} rows were anchored, {found} are there: the end was cut off, or an old database was put back"
            ),
        ),
    }
}
