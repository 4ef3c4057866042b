//! Mistakes in what was typed.

use insta::assert_snapshot;

use crate::kit::Desk;

#[test]
fn a_mistyped_command_is_answered_with_a_suggestion() {
    let answer = Desk::new().types("scroe --scheme a").ends(2);
    assert_snapshot!(answer.seen(), @"
    出错：没有这个命令：scroe
    您是不是想输入：restore、serve、score
    加 --help 查看用法。
    ");
}

#[test]
fn missing_arguments_are_all_named() {
    let answer = Desk::new().types("score --scheme a.yaml").ends(2);
    assert_snapshot!(answer.seen(), @"
    出错：缺少参数：--input <FILE>、--output <FILE>
    加 --help 查看用法。
    ");
    let answer = Desk::new().types_in_english("score --scheme a.yaml").ends(2);
    assert_snapshot!(answer.seen(), @"
    error: the following required arguments were not provided:
      --input <FILE>
      --output <FILE>

    Usage: jifen score --scheme <FILE> --input <FILE> --output <FILE>

    For more information, try '--help'.
    ");
}

#[test]
fn help_speaks_the_readers_language() {
    Desk::new().types("score --help").good().says("方案文件").says("用法");
    Desk::new().types_in_english("score --help").good().says("Scheme file").says("Usage");
    Desk::new().types("score --help --lang en").good().says("Scheme file");
}

#[test]
fn a_usage_mistake_can_be_read_by_a_program() {
    let answer = Desk::new().types("--json score").ends(2);
    assert_eq!(answer.json()["error"], "usage");
}
