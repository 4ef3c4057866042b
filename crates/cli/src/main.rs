//! The `jifen` command: reads tables and rule files, scores, explains, verifies, and runs the server.
//!
//! This crate only wires the others together and speaks to people. How anything is decided lives below.

mod admin;
mod args;
mod audit;
mod backup;
mod clock;
mod config;
mod console;
mod demo_data;
mod exit;
mod explain;
mod help_zh;
mod ladder;
mod policies;
mod problems;
mod profile;
mod restore;
mod rules;
mod running;
mod score;
mod serve;
mod settings;
mod usage;
mod verify;
mod what_if;

use std::process::ExitCode;

use args::Command;
use clap::FromArgMatches;
use console::Console;
use exit::{Ended, Exit, Stop};
use formula::Language;

fn main() -> ExitCode {
    let typed: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let console = usage::early_console(&typed);
    let parser = usage::parser(console.language);
    let cli =
        match parser.try_get_matches_from(&typed).and_then(|matches| args::Cli::from_arg_matches(&matches)) {
            Ok(cli) => cli,
            Err(error) => return usage::answer(&error, console).into(),
        };
    let console = Console::new(cli.lang, cli.json);
    finish(run(cli.command, console), console).into()
}

fn run(command: Command, console: Console) -> Ended {
    match command {
        Command::Score(args) => score::run(&args, console),
        Command::Explain(args) => explain::run(&args, console),
        Command::WhatIf(args) => what_if::run(&args, console),
        Command::Ladder(args) => ladder::run(&args, console),
        Command::Policies(args) => policies::run(&args, console),
        Command::Verify(args) => verify::run(&args, console),
        Command::Rules(args) => rules::run(&args, console),
        Command::Profile(args) => profile::run(&args, console),
        Command::DemoData(args) => demo_data::run(&args, console),
        Command::Serve(args) => serve::run(args, console),
        Command::Config(args) => config::run(&args, console),
        Command::Admin(args) => admin::run(&args, console),
        Command::Backup(args) => backup::run(&args, console),
        Command::Restore(args) => restore::run(&args, console),
        Command::Audit(args) => audit::run(&args, console),
    }
}

/// Says why a command stopped, in the form that was asked for.
fn finish(ended: Ended, console: Console) -> Exit {
    match ended {
        Ok(exit) => exit,
        Err(stop) => {
            report(&stop, console);
            stop.exit
        }
    }
}

fn report(stop: &Stop, console: Console) {
    if console.json {
        let answer = serde_json::json!({
            "error": stop.exit.name(),
            "message": {"zh": stop.message.zh, "en": stop.message.en},
            "details": stop.details,
        });
        console.print(&format!("{answer:#}\n"));
        return;
    }
    let lead = match console.language {
        Language::Chinese => "出错：",
        Language::English => "error: ",
    };
    console.remark(&format!("{lead}{}", console.say(&stop.message).trim_end()));
}
