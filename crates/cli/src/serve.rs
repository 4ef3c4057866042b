//! `jifen serve`: run the server until it is asked to end.

use std::path::Path;

use formula::Sentence;
use serde_json::json;
use server::{Edge, ServeError, machine};
use tokio::runtime::{Builder, Runtime};

use crate::{
    args::Serve,
    console::Console,
    exit::{Ended, Exit, Stop},
};

/// Serves until SIGTERM or Ctrl-C, then lets requests end. A second one ends at once.
pub fn run(args: Serve, console: Console) -> Ended {
    let config = args.settings.gather(args.demo)?.config;
    machine::log_to_standard_error(&config);
    let runtime = runtime()?;
    // Listened to from now on: a signal during the start ends the server in order too.
    let asked = runtime.spawn(machine::asked_to_end());
    let stop = async move {
        // It cannot have panicked; if it did, ending is right.
        let _ = asked.await;
        console.remark(console.pick(
            "正在结束：等待处理中的请求完成（最多20秒；再按一次 Ctrl-C 立即结束）",
            "ending: requests being worked on may finish (20 s at most; Ctrl-C again ends at once)",
        ));
        tokio::spawn(async {
            machine::asked_to_end().await;
            std::process::exit(130);
        });
    };
    let say = |line: &Sentence| say(line, console);
    runtime.block_on(server::serve(config, Edge::system(), say, stop)).map_err(|error| stopped(&error))?;
    Ok(Exit::Done)
}

fn say(line: &Sentence, console: Console) {
    if console.json {
        console.print(&format!("{}\n", json!({"message": {"zh": line.zh, "en": line.en}})));
    } else {
        console.print(&format!("{}\n", console.say(line)));
    }
}

/// What the server and the commands beside it run on.
///
/// # Errors
/// A system without threads to give.
pub fn runtime() -> Result<Runtime, Stop> {
    Builder::new_multi_thread().enable_all().build().map_err(|error| {
        let message = Sentence::new(format!("无法启动线程（{error}）"), format!("no threads: {error}"));
        Stop::new(Exit::Internal, message)
    })
}

/// The server's failure as the end of a command.
#[must_use]
pub fn stopped(error: &ServeError) -> Stop {
    match error {
        ServeError::File { what, error } => Stop::file(Path::new(what), error),
        ServeError::Program(_) => Stop::new(Exit::Internal, error.sentence()),
        _ => Stop::new(Exit::Unavailable, error.sentence()),
    }
}
