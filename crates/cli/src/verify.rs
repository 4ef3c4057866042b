//! `jifen verify`: run a receipt again, and say what differs.

use std::{
    fs,
    path::{Path, PathBuf},
};

use receipt::{FilePart, Receipt, absolute_from, hash_calibration, hash_file};
use serde_json::json;

use crate::{
    args::{Detail, Reading, Verify},
    console::Console,
    exit::{Ended, Exit, Stop},
    run::{Job, Run, receipt_stop},
    score,
};

/// A receipt and where it lies.
pub struct Opened {
    /// What it says.
    pub receipt: Receipt,
    folder: PathBuf,
}

impl Opened {
    /// Reads a receipt.
    ///
    /// # Errors
    /// That it cannot be read or is of another format.
    pub fn read(path: &Path) -> Result<Self, Stop> {
        let receipt = Receipt::read(path).map_err(|error| receipt_stop(&error))?;
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { receipt, folder: folder.to_owned() })
    }

    fn place(&self, file: &FilePart) -> PathBuf {
        absolute_from(&self.folder, &file.path)
    }

    /// The job the receipt speaks of.
    ///
    /// # Errors
    /// That the receipt names no rule file or no proper date.
    pub fn job(&self, threads: Option<u16>) -> Result<Job, Stop> {
        let malformed = |what: &str| {
            receipt_stop(&receipt::ReceiptError::Malformed {
                path: self.folder.clone(),
                reason: what.to_owned(),
            })
        };
        let input = &self.receipt.input;
        let scheme = self.receipt.scheme.files.first().ok_or_else(|| malformed("scheme.files"))?;
        Ok(Job {
            scheme: self.place(scheme),
            reading: Reading {
                input: self.place(&input.file),
                sheet: input.sheet.clone(),
                period: input.period,
                as_of: Some(input.as_of.parse().map_err(|_| malformed("input.as_of"))?),
                id_column: input.id_column.clone(),
            },
            rules_on: Some(
                self.receipt.scheme.in_force_on.parse().map_err(|_| malformed("scheme.in_force_on"))?,
            ),
            calibration: self.receipt.calibration.file.as_ref().map(|file| self.place(file)),
            options: score::options(threads),
        })
    }

    /// Every file the receipt names that is not what it was, without running anything.
    #[must_use]
    pub fn changed_files(&self) -> Vec<Difference> {
        let receipt = &self.receipt;
        let rules = receipt.scheme.files.iter().map(|file| ("rules", file));
        let others =
            [("input", Some(&receipt.input.file)), ("calibration", receipt.calibration.file.as_ref())];
        rules
            .chain(others.into_iter().filter_map(|(what, file)| Some((what, file?))))
            .chain([("output", &receipt.output.file)])
            .filter_map(|(what, file)| self.difference(what, file))
            .collect()
    }

    fn difference(&self, what: &'static str, file: &FilePart) -> Option<Difference> {
        let found = match hash_file(&self.place(file)) {
            Ok((sha256, _)) if sha256 == file.sha256 => return None,
            Ok((sha256, _)) => Some(sha256),
            Err(_) => None,
        };
        Some(Difference { what, name: file.path.clone(), expected: file.sha256.clone(), found })
    }

    /// Refuses to go on when rules, data or reference are not what they were.
    ///
    /// # Errors
    /// [`Exit::Differs`], naming every file that changed.
    pub fn insist_unchanged(&self, console: Console) -> Result<(), Stop> {
        let changed: Vec<Difference> =
            self.changed_files().into_iter().filter(|difference| difference.what != "output").collect();
        if changed.is_empty() { Ok(()) } else { Err(differs(&changed, console)) }
    }
}

/// Something that is not what the receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    what: &'static str,
    name: String,
    expected: String,
    /// `None` when the file is gone.
    found: Option<String>,
}

impl Difference {
    fn in_chinese(&self) -> String {
        let what = match self.what {
            "rules" => "规则文件",
            "input" => "数据文件",
            "output" => "结果文件",
            "calibration" => "参照",
            _ => "评分结果",
        };
        let name = &self.name;
        match &self.found {
            None => format!("{what} {name}：文件不在原处或无法读取"),
            Some(found) => format!("{what} {name}：与凭据不符\n    凭据 {}\n    现在 {found}", self.expected),
        }
    }

    fn in_english(&self) -> String {
        let (what, name) = (self.what, &self.name);
        match &self.found {
            None => format!("{what} {name}: not there, or cannot be read"),
            Some(found) => format!(
                "{what} {name}: not what the receipt says\n    receipt {}\n    now     {found}",
                self.expected
            ),
        }
    }
}

/// Runs the receipt again.
pub fn run(args: &Verify, console: Console) -> Ended {
    let opened = Opened::read(&args.receipt)?;
    opened.insist_unchanged(console)?;
    let mut run = opened.job(args.threads)?.run(console)?;
    let mut differences = opened.changed_files();
    differences.extend(recomputed(&opened, &mut run)?);
    if !differences.is_empty() {
        return Err(differs(&differences, console));
    }
    answer(&opened.receipt, console);
    Ok(Exit::Done)
}

/// What comes out differently when everything is computed again.
fn recomputed(opened: &Opened, run: &mut Run) -> Result<Vec<Difference>, Stop> {
    let receipt = &opened.receipt;
    let calibration = hash_calibration(&run.scheme.value, &run.calibration);
    let results = score::hash_results(&run.scheme.value, run);
    let output = rewritten(opened, run)?;
    let pairs = [
        ("calibration", "sha256", &receipt.calibration.sha256, calibration),
        ("results", "sha256", &receipt.results.sha256, results.sha256),
        ("output", receipt.output.file.path.as_str(), &receipt.output.file.sha256, output),
    ];
    Ok(pairs
        .into_iter()
        .filter(|(_, _, expected, found)| *expected != found)
        .map(|(what, name, expected, found)| Difference {
            what,
            name: name.to_owned(),
            expected: expected.clone(),
            found: Some(found),
        })
        .collect())
}

/// The hash of the results file as it would be written now.
fn rewritten(opened: &Opened, run: &mut Run) -> Result<String, Stop> {
    let output = &opened.receipt.output;
    let target = opened.place(&output.file);
    let language =
        if output.language == "en" { formula::Language::English } else { formula::Language::Chinese };
    let detail = if output.detail == "points" { Detail::Points } else { Detail::Full };
    let now = opened.receipt.created_at.parse().unwrap_or_default();
    let name = target.file_name().unwrap_or_default();
    let folder = std::env::temp_dir().join(format!("jifen-verify-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| Stop::file(&folder, &error))?;
    let again = score::results_file(run, &folder.join(name), detail, language, now).and_then(|written| {
        hash_file(written.beside()).map(|(sha256, _)| sha256).map_err(|error| Stop::file(&target, &error))
    });
    // Nobody needs the copy; a leftover folder in the temporary folder harms nobody.
    let _ = fs::remove_dir_all(&folder);
    again
}

fn differs(differences: &[Difference], _console: Console) -> Stop {
    let list = |each: fn(&Difference) -> String| {
        differences.iter().map(|difference| format!("  {}", each(difference))).collect::<Vec<_>>().join("\n")
    };
    let message = formula::Sentence::new(
        format!("核验未通过\n{}", list(Difference::in_chinese)),
        format!("the receipt does not hold\n{}", list(Difference::in_english)),
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
