//! `jifen config show`: every setting, its value and where it came from.

use formula::Language;
use serde_json::json;

use crate::{
    args::Config,
    console::{Console, TextTable},
    exit::{Ended, Exit},
    settings::origin,
};

/// Shows the settings as the server would run with them; passwords are masked.
pub fn run(args: &Config, console: Console) -> Ended {
    let Config::Show(args) = args;
    let shown = args.settings.gather(args.demo)?.shown;
    if console.json {
        let lines = shown.iter().map(|line| {
            json!({
                "name": line.name,
                "value": line.value,
                "origin": line.origin.to_string(),
                "meaning": {"zh": line.meaning.zh, "en": line.meaning.en},
            })
        });
        console.print(&format!("{:#}\n", lines.collect::<serde_json::Value>()));
        return Ok(Exit::Done);
    }
    let mut table = TextTable::new(match console.language {
        Language::Chinese => ["设置", "值", "来源", "含义"],
        Language::English => ["setting", "value", "from", "meaning"],
    });
    for line in &shown {
        let value = if line.value.is_empty() { console.pick("（空）", "(empty)") } else { &line.value };
        table.row([line.name, value, origin(line.origin, console.language), console.say(&line.meaning)]);
    }
    console.print(&table.render());
    Ok(Exit::Done)
}
