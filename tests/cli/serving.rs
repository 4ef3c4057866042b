//! `jifen serve`: what is said when it starts, when it cannot, and how it ends.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, ChildStdout, Stdio},
};

use insta::assert_snapshot;

use crate::kit::Desk;

/// A server started at a desk; killed when the test is over.
struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    /// The first line it said.
    first: String,
    address: String,
}

impl Server {
    fn starts(desk: &Desk, line: &str) -> Self {
        let mut child = desk
            .command(line, "en_GB.UTF-8")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut first = String::new();
        out.read_line(&mut first).expect("a line");
        let address = first.rsplit('(').next().unwrap_or_default().trim().trim_end_matches(')').to_owned();
        Self { child, out, first, address }
    }

    fn says(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("a line");
        line
    }

    fn answers(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// SIGTERM, as a service manager does; the exit code.
    fn is_asked_to_end(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-TERM", &id]).status().expect("a signal");
        assert!(sent.success());
        self.child.wait().expect("an end").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already when the test went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_demonstration_says_its_address_and_log_ins_and_ends_in_order() {
    let desk = Desk::new();
    let mut server = Server::starts(&desk, "serve --demo --listen 127.0.0.1:0");
    assert!(server.first.starts_with("Jifen 积分: http://127.0.0.1"), "{}", server.first);
    assert!(server.says().starts_with("Demonstration log-ins (password Jf-"));
    assert!(server.says().contains("centre-officer"));
    assert!(server.answers("/livez").starts_with("HTTP/1.1 200"));
    assert!(server.answers("/readyz").starts_with("HTTP/1.1 200"));
    assert_eq!(server.is_asked_to_end(), Some(0));
    assert!(desk.has("data-demo/jifen.sqlite") && !desk.has("data"));
}

#[test]
fn the_first_start_gives_one_time_links_and_no_password() {
    let desk = Desk::new();
    let mut server = Server::starts(&desk, "serve --listen 127.0.0.1:0");
    assert!(server.says().starts_with("First use: open these one-time links"));
    assert!(server.says().contains("/accept#jfi_"));
    assert_eq!(server.is_asked_to_end(), Some(0));
}

#[test]
fn a_demonstration_and_real_people_never_share_a_database() {
    let desk = Desk::new();
    let server = Server::starts(&desk, "serve --listen 127.0.0.1:0 --data here");
    server.is_asked_to_end();
    let answer = desk.types("serve --demo --listen 127.0.0.1:0 --data here").ends(6);
    assert_snapshot!(answer.seen(), @"出错：这个数据库里有真实用户，不能用于演示；请用 --data 指定另一个目录");
    let server = Server::starts(&desk, "serve --demo --listen 127.0.0.1:0 --data there");
    server.is_asked_to_end();
    let answer = desk.types_in_english("serve --listen 127.0.0.1:0 --data there").ends(6);
    assert_snapshot!(answer.seen(), @"error: this is a demonstration's database: its passwords were shown to everybody. Name another folder with --data");
}

#[test]
fn settings_that_are_not_in_order_are_all_named_with_their_origin() {
    let desk = Desk::new();
    desk.writes("jifen.toml", "in-flight = 0\ncolour = \"red\"\n");
    let answer = desk.types("serve --config jifen.toml --listen nowhere --log loud").ends(2);
    assert_snapshot!(answer.seen(), @"");
    let answer = desk.types_in_english("serve --config jifen.toml --listen 0.0.0.0:80").ends(2);
    assert_snapshot!(answer.seen(), @"");
    let answer = desk.types("serve --json --listen nowhere").ends(2);
    assert_eq!(answer.json()["details"][0]["name"], "listen");
}

#[test]
fn an_address_in_use_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address");
    let answer = Desk::new().types(&format!("serve --demo --listen {address}")).ends(6);
    assert!(answer.seen().contains(&format!("{address} 已被其他程序占用")), "{}", answer.seen());
}

#[test]
fn every_setting_is_a_flag_with_help_in_the_readers_language() {
    let help = Desk::new().types("serve --help").good();
    assert_snapshot!(help.out, @"");
}
