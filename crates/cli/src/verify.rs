//! `jifen verify`: run a receipt again, and say what differs.

use columnar::Detail;
use receipt::Receipt;
use run::{Difference, Opened};
use serde_json::json;

use crate::{
    args::Verify,
    console::Console,
    exit::{Ended, Exit, Stop},
    running::{options, run_job},
};

/// Refuses to go on when rules, data or reference are not what they were.
///
/// # Errors
/// [`Exit::Differs`], naming every file that changed.
pub fn insist_unchanged(opened: &Opened) -> Result<(), Stop> {
    let changed = opened.changed_sources();
    if changed.is_empty() { Ok(()) } else { Err(differs(&changed)) }
}

/// Runs the receipt again.
pub fn run(args: &Verify, console: Console) -> Ended {
    if receipt::MatchReceipt::is_at(&args.receipt) {
        return crate::policies::verify(&args.receipt, args.threads, console);
    }
    let opened = Opened::read(&args.receipt)?;
    insist_unchanged(&opened)?;
    let mut run = run_job(&opened.job(options(args.threads))?, Detail::Full, console)?;
    let mut differences = opened.changed_files();
    differences.extend(opened.recomputed(&mut run)?);
    if !differences.is_empty() {
        return Err(differs(&differences));
    }
    answer(&opened.receipt, console);
    Ok(Exit::Done)
}

fn in_chinese(difference: &Difference) -> String {
    let what = match difference.what {
        "rules" => "规则文件",
        "input" => "数据文件",
        "output" => "结果文件",
        "calibration" => "参照",
        _ => "评分结果",
    };
    let name = &difference.name;
    match &difference.found {
        None => format!("{what} {name}：文件不在原处或无法读取"),
        Some(found) => {
            format!("{what} {name}：与凭据不符\n    凭据 {}\n    现在 {found}", difference.expected)
        }
    }
}

fn in_english(difference: &Difference) -> String {
    let (what, name) = (difference.what, &difference.name);
    match &difference.found {
        None => format!("{what} {name}: not there, or cannot be read"),
        Some(found) => format!(
            "{what} {name}: not what the receipt says\n    receipt {}\n    now     {found}",
            difference.expected
        ),
    }
}

/// What is not as the receipt says.
#[must_use]
pub fn differs(differences: &[Difference]) -> Stop {
    let list = |each: fn(&Difference) -> String| {
        differences.iter().map(|difference| format!("  {}", each(difference))).collect::<Vec<_>>().join("\n")
    };
    let message = formula::Sentence::new(
        format!("核验未通过\n{}", list(in_chinese)),
        format!("the receipt does not hold\n{}", list(in_english)),
    );
    let details = differences.iter().map(|difference| {
        json!({"what": difference.what, "name": difference.name, "expected": difference.expected, "found": difference.found})
    });
    Stop::with_details(Exit::Differs, message, details.collect())
}

fn answer(receipt: &Receipt, console: Console) {
    if console.json {
        console.print(&format!("{:#}\n", json!({"verified": true, "results": receipt.results.sha256})));
        return;
    }
    let (scheme, input) = (&receipt.scheme, &receipt.input);
    let zh = format!(
        "核验通过：重算结果与凭据逐字节一致\n  方案 {} {}\n  数据 {}，{}家企业\n  结果 {}\n",
        scheme.name, scheme.version, input.file.path, input.enterprises, receipt.results.sha256
    );
    let en = format!(
        "verified: computed again, identical to the byte\n  scheme {} {}\n  data {}, {} enterprises\n  results {}\n",
        scheme.code, scheme.version, input.file.path, input.enterprises, receipt.results.sha256
    );
    console.print(console.pick(&zh, &en));
}
