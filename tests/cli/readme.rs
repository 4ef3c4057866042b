//! The tour of both READMEs runs as it stands.

use std::fs;

use crate::kit::{Desk, root};

/// Lines `$ jifen …` of a README's console blocks.
fn tour(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(file)).expect("the README");
    text.lines().filter_map(|line| line.strip_prefix("$ jifen ")).map(str::to_owned).collect()
}

#[test]
fn every_command_of_the_tour_works() {
    let commands = tour("README.md");
    assert!(commands.len() >= 10, "the tour has become short: {commands:?}");
    let desk = Desk::new();
    for command in &commands {
        println!("$ jifen {command}");
        desk.types_in_english(command).good();
    }
}

#[test]
fn the_chinese_tour_is_the_same() {
    assert_eq!(tour("README.md"), tour("README.zh-CN.md"));
}
