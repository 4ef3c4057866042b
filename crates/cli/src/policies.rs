//! `jifen policies`: who is entitled to what, and why not.

mod answer;
mod explain;

use std::path::Path;

use formula::Sentence;
use run::{
    MatchJob, MatchMaking, MatchRun, OpenedMatch, WhyLeftOut, Written, match_receipt_of, matches_file,
    write_together,
};

use crate::{
    args::{MatchPolicies, Policies},
    clock,
    console::Console,
    exit::{Ended, Exit, Stop},
    problems::remark_warnings,
    running::{internal_stop, options},
    verify::differs,
};

/// Matches or explains.
pub fn run(args: &Policies, console: Console) -> Ended {
    match args {
        Policies::Match(args) => run_match(args, console),
        Policies::Explain(args) => explain::run(args, console),
    }
}

fn run_match(args: &MatchPolicies, console: Console) -> Ended {
    let job = MatchJob {
        policies: args.policies.clone(),
        on: args.as_of.unwrap_or_else(clock::today),
        reading: run::Reading {
            input: args.input.clone(),
            sheet: args.sheet.clone(),
            period: args.period,
            as_of: None,
            id_column: args.id_column.clone(),
        },
        scheme: args.scheme.clone(),
        options: options(args.threads),
    };
    let found = run_job(&job, console)?;
    refuse_nothing(&job, &found)?;
    let progress = console.progress("写出结果", "writing the results");
    let by = clock::user();
    let making = MatchMaking { language: console.language, now: clock::now(), by: &by };
    let mut files = vec![matches_file(&found, &args.output, &making, &job.options)?];
    if let Some(path) = &args.receipt {
        let receipt = match_receipt_of(&job, &found, &files[0], path, &making)?;
        files.push(Written::text(path, receipt.to_json().map_err(|error| internal_stop(&error))?)?);
    }
    write_together(files)?;
    drop(progress);
    answer::matched(&found, &args.output, console);
    Ok(Exit::Done)
}

/// Does `job` and tells of warnings.
fn run_job(job: &MatchJob, console: Console) -> Result<MatchRun, Stop> {
    let progress = console.progress("匹配政策", "matching");
    let found = job.run()?;
    drop(progress);
    let rules: Vec<_> = found.policies.iter().flat_map(|one| one.warnings.iter().cloned()).collect();
    remark_warnings(&rules, &found.warnings, console);
    Ok(found)
}

/// Runs a receipt of matching again; what differs is an error.
pub fn verify(path: &Path, threads: Option<u16>, console: Console) -> Ended {
    let opened = OpenedMatch::read(path)?;
    let found = run_again(&opened, threads, console)?;
    let differences = opened.recomputed(&found, &options(threads))?;
    if !differences.is_empty() {
        return Err(differs(&differences));
    }
    answer::verified(&opened.receipt, console);
    Ok(Exit::Done)
}

fn run_again(opened: &OpenedMatch, threads: Option<u16>, console: Console) -> Result<MatchRun, Stop> {
    let changed = opened.changed_sources();
    if !changed.is_empty() {
        return Err(differs(&changed));
    }
    run_job(&opened.job(options(threads))?, console)
}

/// No policy at all is said with what was found instead.
fn refuse_nothing(job: &MatchJob, found: &MatchRun) -> Result<(), Stop> {
    if !found.policies.is_empty() {
        return Ok(());
    }
    if found.left_out.is_empty() {
        return Err(Stop::new(
            Exit::File,
            Sentence::new(
                "所给的位置没有政策文件（format: policy/1）",
                "there is no policy file (format: policy/1) at the places given",
            ),
        ));
    }
    let lines = |pick: fn(&Sentence) -> &String| {
        let told = found.left_out.iter().map(|one| {
            let name = Sentence::new(one.name.zh.clone(), one.code.clone());
            format!("  {} — {}", pick(&name), pick(&why(one.why)))
        });
        told.collect::<Vec<_>>().join("\n")
    };
    let (on, zh, en) = (job.on, lines(|each| &each.zh), lines(|each| &each.en));
    Err(Stop::new(
        Exit::Problems,
        Sentence::new(
            format!("按{on}没有可以匹配的政策；请用 --as-of 指定匹配日，用 --period 指定年度\n{zh}"),
            format!(
                "no policy can be matched on {on}; choose the day with --as-of, the year with --period\n{en}"
            ),
        ),
    ))
}

fn why(why: WhyLeftOut) -> Sentence {
    match why {
        WhyLeftOut::NotInForce => Sentence::new("这一天不在有效期内", "not in force on the day"),
        WhyLeftOut::OtherYear { needed } => Sentence::new(
            format!("用的是{needed}年度的数据，表里不是这一年度"),
            format!("looks at data of {needed}, which is not the year of the table"),
        ),
    }
}
