//! Mistakes in what was typed, said in the reader's language.

use std::ffi::OsString;

use clap::{
    Command, CommandFactory,
    error::{ContextKind, ContextValue, ErrorKind},
};
use formula::Language;

use crate::{
    args::{Cli, Lang},
    console::Console,
    exit::Exit,
    help_zh,
};

/// The parser, with help in `language`.
#[must_use]
pub fn parser(language: Language) -> Command {
    match language {
        Language::Chinese => help_zh::in_chinese(Cli::command()),
        Language::English => Cli::command(),
    }
}

/// Language and form before anything is parsed, so that a usage mistake is answered in them too.
#[must_use]
pub fn early_console(typed: &[OsString]) -> Console {
    let words: Vec<&str> = typed.iter().filter_map(|word| word.to_str()).collect();
    let lang = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let lang = lang.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    let lang = match lang {
        Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    Console::new(lang, words.contains(&"--json"))
}

/// Answers help, version or a mistake.
pub fn answer(error: &clap::Error, console: Console) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.print(&error.render().to_string());
            Exit::Done
        }
        _ if console.json => {
            let answer = serde_json::json!({"error": "usage", "message": error.render().to_string()});
            console.print(&format!("{answer:#}\n"));
            Exit::Usage
        }
        _ => {
            let text = match console.language {
                Language::Chinese => in_chinese(error),
                Language::English => error.render().to_string(),
            };
            console.remark(text.trim_end());
            Exit::Usage
        }
    }
}

fn in_chinese(error: &clap::Error) -> String {
    let of = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let sentence = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}"),
        ErrorKind::UnknownArgument => format!("不认识的参数：{argument}"),
        ErrorKind::InvalidSubcommand => format!("没有这个命令：{}", of(ContextKind::InvalidSubcommand)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            return error.render().to_string();
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("参数 {argument} 后面要有值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("参数 {argument} 的值“{value}”不对"),
        ErrorKind::ArgumentConflict => format!("参数 {argument} 重复或互相冲突"),
        _ => return error.render().to_string(),
    };
    let mut text = format!("出错：{sentence}");
    let valid = of(ContextKind::ValidValue);
    if !valid.is_empty() {
        text.push_str(&format!("\n可以是：{valid}"));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let suggestion = of(kind);
        if !suggestion.is_empty() {
            text.push_str(&format!("\n您是不是想输入：{suggestion}"));
        }
    }
    text + "\n加 --help 查看用法。"
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}
