//! Runs the server until the command has a `serve` of its own: `cargo run --example serve -- [--demo] [--NAME VALUE]…`

use jifen_server::{Edge, config, machine, serve};
use std::{collections::BTreeMap, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    machine::log_to_standard_error();
    let mut arguments = std::env::args().skip(1);
    let (mut flags, mut demo) = (BTreeMap::new(), false);
    while let Some(argument) = arguments.next() {
        match argument.trim_start_matches("--") {
            "demo" => demo = true,
            name => drop(flags.insert(name.to_owned(), arguments.next().unwrap_or_default())),
        }
    }
    let environment = std::env::vars().collect();
    let gathered = match config::gather(&flags, &environment, None, demo) {
        Ok(gathered) => gathered,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}: {}", problem.name, problem.detail.en));
            return ExitCode::from(2);
        }
    };
    match serve(gathered.config, Edge::system(), |line| println!("{line}"), machine::asked_to_end()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
