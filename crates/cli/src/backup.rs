//! `jifen backup`: a checked copy of the embedded database, also beside a running server.

use serde_json::json;
use server::{Edge, machine};

use crate::{
    args::Backup,
    console::Console,
    exit::{Ended, Exit, Stop},
    restore,
    serve::{runtime, stopped},
};

/// Makes the copy, then opens and checks it: a backup nobody has read back is a hope.
pub fn run(args: &Backup, console: Console) -> Ended {
    let config = args.place.gather()?.config;
    let edge = Edge::system();
    let runtime = runtime()?;
    let made = runtime.block_on(machine::back_up(&config, &edge, args.output.clone()));
    let file = made.map_err(|error| stopped(&error))?;
    let checked = runtime.block_on(machine::check_backup(&config, &edge, &file));
    let checked = checked.map_err(|error| stopped(&error))?;
    if !checked.is_good() {
        return Err(restore::damaged(&file, &checked));
    }
    let size = std::fs::metadata(&file).map_err(|error| Stop::file(&file, &error))?.len();
    let (shown, rows) = (file.display(), checked.audit.head.count);
    if console.json {
        console.print(&format!("{:#}\n", json!({"file": shown.to_string(), "bytes": size, "rows": rows})));
        return Ok(Exit::Done);
    }
    let zh = format!(
        "已备份并检查：{shown}\n  {size}字节，含{rows}条审计记录；server.key 不在备份中，请另行妥善保管\n"
    );
    let en = format!(
        "backed up and checked: {shown}\n  {size} bytes, {rows} audit rows; server.key is not in it: keep that elsewhere\n"
    );
    console.print(console.pick(&zh, &en));
    Ok(Exit::Done)
}
