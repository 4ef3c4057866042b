//! `jifen restore`: check a backup, or put it in the place of the database.

use std::path::Path;

use formula::Sentence;
use serde_json::json;
use server::{
    CheckedBackup, Config, Contents, Edge, Finding, Restoration, Restored,
    machine::{self, Brought},
};

use crate::{
    args::Restore,
    audit,
    console::Console,
    exit::{Ended, Exit, Stop},
    serve::{runtime, stopped},
};

/// Checks, or restores.
pub fn run(args: &Restore, console: Console) -> Ended {
    let config = args.place.gather()?.config;
    if args.check { check(args, &config, console) } else { restore(args, &config, console) }
}

fn check(args: &Restore, config: &Config, console: Console) -> Ended {
    let checked = runtime()?.block_on(machine::check_backup(config, &Edge::system(), &args.file));
    let checked = checked.map_err(|error| stopped(&error))?;
    if !checked.is_good() {
        return Err(damaged(&args.file, &checked));
    }
    if console.json {
        let copy = &checked.copy;
        let answer = json!({
            "good": true,
            "integrity": copy.integrity,
            "audit": audit::json(&copy.audit),
            "files": files_json(&checked.contents),
        });
        console.print(&format!("{answer:#}\n"));
        return Ok(Exit::Done);
    }
    let (file, rows) = (args.file.display(), checked.copy.audit.head.count);
    let files = checked.contents.named;
    let zh = format!("备份完好：{file}\n  每一页都可读，{rows}条审计记录完整，所引用的{files}个文件齐全\n");
    let en = format!(
        "the backup is whole: {file}\n  every page can be read, {rows} audit rows are genuine, the {files} files it names are there\n"
    );
    console.print(console.pick(&zh, &en));
    for finding in &checked.copy.audit.findings {
        // A good copy can only be older than what is there.
        let Finding::Behind { anchored, found } = finding else { continue };
        let zh = format!("  它止于第{found}条审计记录，现有数据已到第{anchored}条：恢复会丢失其后的变更\n");
        let en = format!(
            "  it ends with audit row {found}, the data with row {anchored}: restoring would lose the changes between\n"
        );
        console.print(console.pick(&zh, &en));
    }
    Ok(Exit::Done)
}

fn restore(args: &Restore, config: &Config, console: Console) -> Ended {
    let edge = Edge::system();
    let asked = machine::restore(config, &edge, &args.file, args.discard_newer);
    match runtime()?.block_on(asked).map_err(|error| stopped(&error))? {
        (Restoration::Damaged(copy), brought) => {
            Err(damaged(&args.file, &CheckedBackup { copy, contents: brought.contents }))
        }
        (Restoration::Newer { backup, present }, _) => Err(newer(backup, present)),
        (Restoration::Done(done), brought) => {
            say(&done, &brought, config, console);
            Ok(Exit::Done)
        }
    }
}

/// A backup that must not be trusted.
#[must_use]
pub fn damaged(file: &Path, checked: &CheckedBackup) -> Stop {
    let file = file.display();
    let (copy, contents) = (&checked.copy, &checked.contents);
    let mut lines: Vec<Sentence> = copy.audit.findings.iter().map(audit::finding).collect();
    if copy.integrity != "ok" {
        lines.push(Sentence::new(
            format!("数据页损坏：{}", copy.integrity),
            format!("pages are damaged: {}", copy.integrity),
        ));
    }
    lines.extend(files_wanting(contents));
    let list = |pick: fn(&Sentence) -> &str| {
        lines.iter().map(|line| format!("  {}", pick(line))).collect::<Vec<_>>().join("\n")
    };
    let message = Sentence::new(
        format!("备份 {file} 不完整或不可用，没有做任何改动\n{}", list(|line| &line.zh)),
        format!(
            "the backup {file} is not whole or cannot be trusted; nothing was changed\n{}",
            list(|line| &line.en)
        ),
    );
    let details = json!({
        "integrity": copy.integrity, "audit": audit::json(&copy.audit), "files": files_json(contents),
    });
    Stop::with_details(Exit::Differs, message, details)
}

/// So many files are named one by one for people; JSON has all.
const SHOWN: usize = 20;

/// The files that a backup names and that are missing or damaged.
fn files_wanting(contents: &Contents) -> Vec<Sentence> {
    let mut lines = Vec::new();
    for (zh, en, places) in
        [("缺少文件", "missing", &contents.missing), ("文件损坏", "damaged", &contents.damaged)]
    {
        let shown = places.iter().take(SHOWN);
        lines.extend(shown.map(|place| Sentence::new(format!("{zh}：{place}"), format!("{en}: {place}"))));
        if let Some(more) = places.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            lines.push(Sentence::new(
                format!("{zh}：另有{more}个，用 --json 全部列出"),
                format!("{en}: {more} more, all listed by --json"),
            ));
        }
    }
    lines
}

fn files_json(contents: &Contents) -> serde_json::Value {
    json!({"named": contents.named, "missing": contents.missing, "damaged": contents.damaged})
}

fn newer(backup: i64, present: i64) -> Stop {
    let lost = present - backup;
    let message = Sentence::new(
        format!(
            "现有数据比备份新：备份止于第{backup}条审计记录，现有数据到第{present}条。\n恢复会丢掉其后{lost}条记录所说的变更；\
             确认要这样做，请加 --discard-newer（现有数据库会改名保留，不会删除）"
        ),
        format!(
            "what is there is newer: the backup ends with audit row {backup}, the data with row {present}.\n\
             Restoring would lose the changes between ({lost}); to do so say --discard-newer (the present database is \
             kept under another name)"
        ),
    );
    Stop::with_details(Exit::Problems, message, json!({"backup": backup, "present": present}))
}

fn say(done: &Restored, brought: &Brought, config: &Config, console: Console) {
    let key_there = config.master_key().exists();
    if console.json {
        let answer = json!({
            "rows": done.rows,
            "discarded": done.discarded,
            "sessions_ended": done.sessions_ended,
            "database_aside": done.database_aside,
            "anchor_aside": done.anchor_aside,
            "head": {"rows": done.head.count, "hash": done.head.hash},
            "key_there": key_there,
            "files_brought": brought.files,
            "files": files_json(&brought.contents),
            "rules_aside": brought.rules_aside,
        });
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let mut lines = vec![Sentence::new(
        format!(
            "已恢复：{}（{}条审计记录，本次恢复记为第{}条）",
            config.database, done.rows, done.head.count
        ),
        format!(
            "restored: {} ({} audit rows; this restoration is row {})",
            config.database, done.rows, done.head.count
        ),
    )];
    if done.discarded > 0 {
        let count = done.discarded;
        lines.push(Sentence::new(
            format!("  备份之后的{count}条记录所说的变更不在其中"),
            format!("  changes told by later audit rows ({count}) are not in it"),
        ));
    }
    for (zh, en, file) in [
        ("原数据库改名为", "the database before is now", &done.database_aside),
        ("原锚点文件改名为", "the anchor file before is now", &done.anchor_aside),
        ("原规则目录改名为", "the rules before are now", &brought.rules_aside),
    ] {
        if let Some(file) = file {
            let file = file.display();
            lines.push(Sentence::new(format!("  {zh} {file}"), format!("  {en} {file}")));
        }
    }
    let (count, files) = (brought.files, brought.contents.named);
    lines.push(Sentence::new(
        format!("  带回了{count}个文件；数据库引用的文件共{files}个"),
        format!("  {count} files were brought back; the database names {files}"),
    ));
    let wanting = files_wanting(&brought.contents);
    lines.extend(
        wanting.into_iter().map(|line| Sentence::new(format!("  {}", line.zh), format!("  {}", line.en))),
    );
    lines.push(Sentence::new(
        format!("  结束了{}个登录；备份之后停用的用户和吊销的令牌又回到备份时的状态，请复核", done.sessions_ended),
        format!(
            "  {} sessions were ended; people disabled and tokens revoked after the backup are as they were then: look through them",
            done.sessions_ended
        ),
    ));
    if !key_there {
        lines.push(Sentence::new(
            "  这里没有 server.key：请放回原来的那一个，否则所有人须重新绑定动态码",
            "  server.key is not here: put the old one back, or everybody sets up one-time codes again",
        ));
    }
    for line in &lines {
        console.print(&format!("{}\n", console.say(line)));
    }
}
