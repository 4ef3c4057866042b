//! `jifen rules show`: a rule file as prose and tables.

use run::insist_readable;
use serde_json::json;

use crate::{
    args::RuleShow,
    console::Console,
    exit::{Ended, Exit},
    problems::rules_stop,
};

/// Shows the file in Markdown.
pub fn run(args: &RuleShow, console: Console) -> Ended {
    insist_readable(&args.file)?;
    let text = rulebook::show_path(&args.file, args.on).map_err(|problems| rules_stop(&problems))?;
    if console.json {
        console.print(&format!("{:#}\n", json!({"markdown": text})));
    } else {
        console.print(&text);
    }
    Ok(Exit::Done)
}
