//! `jifen admin`: what an administrator does at the machine itself.

use formula::Sentence;
use serde_json::json;
use server::{Edge, machine};

use crate::{
    args::{Admin, Appoint, ResetPassword},
    console::Console,
    exit::{Ended, Exit, Stop},
    serve::{runtime, stopped},
};

/// Does it.
pub fn run(args: &Admin, console: Console) -> Ended {
    match args {
        Admin::ResetPassword(args) => reset_password(args, console),
        Admin::Appoint(args) => appoint(args, console),
    }
}

fn reset_password(args: &ResetPassword, console: Console) -> Ended {
    let config = args.place.gather()?.config;
    let asked = machine::reset_password(config, Edge::system(), &args.login, args.second_factor);
    let link = runtime()?.block_on(asked).map_err(|error| stopped(&error))?;
    let Some(link) = link else { return Err(nobody(&args.login)) };
    if console.json {
        console.print(&format!("{:#}\n", json!({"login": args.login, "link": link, "hours": 24})));
        return Ok(Exit::Done);
    }
    let zh = if args.second_factor {
        "原有登录已全部退出，动态码已解除绑定。"
    } else {
        "原有登录已全部退出。"
    };
    let en = if args.second_factor {
        "All their sessions were ended and their one-time codes removed."
    } else {
        "All their sessions were ended."
    };
    let zh =
        format!("请把这个一次性链接交给 {}，24小时内有效，由本人设置新口令：\n  {link}\n{zh}\n", args.login);
    let en = format!(
        "Give this one-time link to {}; it holds for 24 hours, and they choose a new password themselves:\n  {link}\n{en}\n",
        args.login
    );
    console.print(console.pick(&zh, &en));
    Ok(Exit::Done)
}

fn appoint(args: &Appoint, console: Console) -> Ended {
    let config = args.place.gather()?.config;
    let asked = machine::appoint(config, Edge::system(), &args.login, &args.name, &args.role);
    let appointed = runtime()?.block_on(asked).map_err(|error| stopped(&error))?;
    let link = appointed.map_err(|why| Stop::new(Exit::NotFound, why.sentence()))?;
    if console.json {
        let answer = json!({"login": args.login, "role": args.role, "link": link, "hours": 24});
        console.print(&format!("{answer:#}\n"));
        return Ok(Exit::Done);
    }
    let (login, role) = (&args.login, &args.role);
    let zh = format!(
        "已授予 {login} 角色 {role}，并记入审计日志。请把这个一次性链接交给本人，24小时内有效：\n  {link}\n"
    );
    let en = format!(
        "{login} has the role {role}; it stands in the audit log. Give them this one-time link, which holds for 24 hours:\n  {link}\n"
    );
    console.print(console.pick(&zh, &en));
    Ok(Exit::Done)
}

fn nobody(login: &str) -> Stop {
    let message = Sentence::new(
        format!("没有登录名为“{login}”的用户，或该用户已停用"),
        format!("nobody signs in as “{login}”, or they are shut out"),
    );
    Stop::new(Exit::NotFound, message)
}
