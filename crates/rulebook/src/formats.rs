//! The formats of rule files and the one table of them.

use std::path::Path;

use formula::Sentence;
use jiff::civil::Date;

use crate::{
    cases::{Case, CaseResult},
    reader::{
        Node, Problems, Reading,
        record::{Kind, Record},
    },
    suggest,
};

/// A format of rule files.
pub struct Format {
    /// What a file of it may contain. Its key `format` is a word list of one: the format's name.
    pub record: &'static Record,
    /// Reports everything wrong with a file of it.
    pub check: fn(&mut Reading<'_>, &Path),
    /// Shows a file of it as Markdown, resolved for a date (the first day in force when `None`).
    pub show: fn(&mut Reading<'_>, &Path, Option<Date>) -> Option<String>,
    /// How cases beside a file of it are run; `None` where there is nothing to run.
    pub cases: Option<CaseRunner>,
}

/// How cases of a format are run.
pub struct CaseRunner {
    /// What may be expected.
    pub expect: &'static Record,
    /// Runs cases of the rule in a file. A rule that cannot be loaded is reported and gives no results.
    pub run: fn(&mut Reading<'_>, &Path, &[Case]) -> Vec<CaseResult>,
}

/// Every format of a rule file. To add one: write its record, how it is checked and how its cases run, and put it here.
pub static FORMATS: &[Format] = &[
    Format {
        record: &crate::items::ITEMS,
        check: crate::items::check,
        show: crate::show::items,
        cases: Some(CaseRunner { expect: &crate::items::cases::EXPECT, run: crate::items::cases::run_cases }),
    },
    Format {
        record: &crate::scheme::SCHEME,
        check: crate::scheme::check,
        show: crate::show::scheme,
        cases: Some(CaseRunner { expect: &crate::scheme::EXPECT, run: crate::scheme::run_cases }),
    },
    Format {
        record: &crate::classification::CLASSIFICATION,
        check: crate::classification::check,
        show: crate::show::classification,
        cases: Some(CaseRunner {
            expect: &crate::classification::EXPECT,
            run: crate::classification::run_cases,
        }),
    },
    Format {
        record: &crate::taxonomy::TAXONOMY,
        check: crate::taxonomy::check,
        show: crate::taxonomy::show,
        cases: None,
    },
    Format {
        record: &crate::ladder::LADDER,
        check: crate::ladder::check,
        show: crate::show::ladder,
        cases: Some(CaseRunner { expect: &crate::ladder::EXPECT, run: crate::ladder::run_cases }),
    },
    Format {
        record: &crate::policy::POLICY,
        check: crate::policy::check,
        show: crate::show::policy,
        cases: Some(CaseRunner { expect: &crate::policy::EXPECT, run: crate::policy::run_cases }),
    },
    Format {
        record: &crate::product::PRODUCT,
        check: crate::product::check,
        show: crate::show::product,
        cases: Some(CaseRunner { expect: &crate::product::EXPECT, run: crate::product::run_cases }),
    },
    Format {
        record: &crate::scorecard::SCORECARD,
        check: crate::scorecard::check,
        show: crate::show::scorecard,
        cases: Some(CaseRunner { expect: &crate::scorecard::EXPECT, run: crate::scorecard::run_cases }),
    },
    Format {
        record: &crate::checks::CHECKS,
        check: crate::checks::check,
        show: crate::checks::show,
        cases: None,
    },
    Format {
        record: &crate::cases::CASES,
        check: crate::cases::check,
        show: crate::cases::show,
        cases: None,
    },
];

/// The name of a format, e.g. `scheme/1`.
#[must_use]
pub fn name(record: &'static Record) -> &'static str {
    match record.field("format").map(|field| field.kind) {
        Some(Kind::Word([only])) => only.word,
        _ => record.name,
    }
}

/// The format of a file, or `None` with a report.
pub(crate) fn of(root: &Node, problems: &mut Problems) -> Option<&'static Format> {
    let Some(given) = root.get("format") else {
        let message = Sentence::new("缺少“format”（文件格式）", "`format` is missing");
        problems.error_with_hint("missing-key", root, message, list());
        return None;
    };
    let written = given.text().unwrap_or_default();
    let found = FORMATS.iter().find(|format| name(format.record) == written);
    if found.is_none() {
        let message = Sentence::new(
            format!("没有“{written}”这种文件格式"),
            format!("`{written}` is not a file format"),
        );
        let hint = suggest::closest(written, FORMATS.iter().map(|format| name(format.record)))
            .map_or_else(list, suggest::did_you_mean);
        problems.error_with_hint("unknown-format", given, message, hint);
    }
    found
}

/// Whether the file is of the format it should be; reported otherwise.
pub(crate) fn expect(root: &Node, record: &'static Record, problems: &mut Problems) -> bool {
    let Some(found) = of(root, problems) else { return false };
    if std::ptr::eq(found.record, record) {
        return true;
    }
    let (wanted, is) = (name(record), name(found.record));
    let message = Sentence::new(
        format!("这里需要格式为 {wanted} 的文件，而它是 {is}（{}）", found.record.zh),
        format!("a file of format {wanted} is needed, but this is {is} ({})", found.record.en),
    );
    problems.error("unknown-format", root.get("format").unwrap_or(root), message);
    false
}

fn list() -> Sentence {
    let records = || FORMATS.iter().map(|format| format.record);
    let zh: Vec<_> = records().map(|record| format!("{}（{}）", name(record), record.zh)).collect();
    let en: Vec<_> = records().map(name).collect();
    Sentence::new(format!("可用的格式：{}", zh.join("、")), format!("the formats are: {}", en.join(", ")))
}
