//! `jifen backup`: a checked copy of the embedded database, also beside a running server.

use serde_json::json;
use server::{Edge, Made, machine};

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
    let Made { file, checked } = made.map_err(|error| stopped(&error))?;
    if !checked.is_good() {
        return Err(restore::damaged(&file, &checked));
    }
    let size = std::fs::metadata(&file).map_err(|error| Stop::file(&file, &error))?.len();
    let (shown, rows) = (file.display(), checked.copy.audit.head.count);
    let files = checked.contents.named;
    if console.json {
        console.print(&format!(
            "{:#}\n",
            json!({"file": shown.to_string(), "bytes": size, "rows": rows, "files": files})
        ));
        return Ok(Exit::Done);
    }
    let zh = format!(
        "已备份并检查：{shown}\n  {size}字节，含{rows}条审计记录；所引用的{files}个文件齐全，在同一目录的 files 和 rules-in-use 中；server.key 不在备份中，请另行妥善保管\n"
    );
    let en = format!(
        "backed up and checked: {shown}\n  {size} bytes, {rows} audit rows; the {files} files it names are all there, in files and rules-in-use beside it; server.key is not in it: keep that elsewhere\n"
    );
    console.print(console.pick(&zh, &en));
    Ok(Exit::Done)
}
