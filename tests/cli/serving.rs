//! `jifen serve`: what is said when it starts, when it cannot, and how it ends.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, ChildStdout, Stdio},
};

use insta::assert_snapshot;

use crate::kit::Desk;

/// A server started at a desk; killed when the test is over.
pub struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    /// The first line it said.
    first: String,
    address: String,
}

impl Server {
    pub fn starts(desk: &Desk, line: &str) -> Self {
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

    pub fn says(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("a line");
        line
    }

    pub fn answers(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// SIGTERM, as a service manager does; the exit code.
    pub fn ends_on_request(mut self) -> Option<i32> {
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
    assert_eq!(server.ends_on_request(), Some(0));
    assert!(desk.has("data-demo/jifen.sqlite") && !desk.has("data"));
}

#[test]
fn the_first_start_gives_one_time_links_and_no_password() {
    let desk = Desk::new();
    let mut server = Server::starts(&desk, "serve --listen 127.0.0.1:0");
    assert!(server.says().starts_with("First use: open these one-time links"));
    assert!(server.says().contains("/accept#jfi_"));
    assert_eq!(server.ends_on_request(), Some(0));
}

#[test]
fn a_demonstration_and_real_people_never_share_a_database() {
    let desk = Desk::new();
    let server = Server::starts(&desk, "serve --listen 127.0.0.1:0 --data here");
    server.ends_on_request();
    let answer = desk.types("serve --demo --listen 127.0.0.1:0 --data here").ends(6);
    assert_snapshot!(answer.seen(), @"出错：这个数据库里有真实用户，不能用于演示；请用 --data 指定另一个目录");
    let server = Server::starts(&desk, "serve --demo --listen 127.0.0.1:0 --data there");
    server.ends_on_request();
    let answer = desk.types_in_english("serve --listen 127.0.0.1:0 --data there").ends(6);
    assert_snapshot!(answer.seen(), @"error: this is a demonstration's database: its passwords were shown to everybody. Name another folder with --data");
}

#[test]
fn settings_that_are_not_in_order_are_all_named_with_their_origin() {
    let desk = Desk::new();
    desk.writes("jifen.toml", "in-flight = 0\ncolour = \"red\"\n");
    let answer = desk.types("serve --config jifen.toml --listen nowhere --log loud").ends(2);
    assert_snapshot!(answer.seen(), @"
    出错：配置有4处不对
      colour（配置文件）：没有这个设置
      listen（命令行）：“nowhere”应为 地址:端口，如 127.0.0.1:8080
      in-flight（配置文件）：“0”应为正整数
      log（命令行）：“loud”应为 error、warn、info、debug、trace 之一，或如 info,sqlx=warn
    ");
    let answer = desk.types_in_english("serve --config jifen.toml --listen 0.0.0.0:80").ends(2);
    assert_snapshot!(answer.seen(), @"
    error: 3 settings are not in order
      colour (file): there is no such setting
      in-flight (file): “0” must be a positive whole number
      public-url (default): must be https (TLS by a reverse proxy) unless on loopback: browsers would not keep the log-in
    ");
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
    assert_snapshot!(help.out, @"
    启动服务

    用法：jifen serve [OPTIONS]

    选项:
          --demo                          演示模式：虚构的单位，每种角色一个账号；只能监听本机地址
          --lang <LANGUAGE>               提示与表头的语言：zh 中文，en 英文（默认随系统区域设置）
          --config <FILE>                 配置文件（TOML；JIFEN_CONFIG）
          --json                          以JSON回答，供程序使用
          --data <VALUE>                  数据目录（默认 data；JIFEN_DATA）
          --database <VALUE>              数据库：留空为数据目录中的 SQLite，或 postgres://…（JIFEN_DATABASE）
          --listen <VALUE>                监听地址（默认 127.0.0.1:8080；JIFEN_LISTEN）
          --metrics-listen <VALUE>        监控指标的监听地址，留空则不提供（JIFEN_METRICS_LISTEN）
          --public-url <VALUE>            用户访问的网址，非本机须为 https（JIFEN_PUBLIC_URL）
          --trusted-proxies <VALUE>       可信的反向代理（JIFEN_TRUSTED_PROXIES）
          --password-profile <VALUE>      口令策略：asvs 或 dengbao（默认 dengbao；JIFEN_PASSWORD_PROFILE）
          --password-words <VALUE>        口令中不得出现的本单位词语（如园区拼音、简称），以逗号分隔（JIFEN_PASSWORD_WORDS）
          --second-factor <VALUE>         工作人员与银行须用动态码（默认 true；JIFEN_SECOND_FACTOR）
          --oidc-issuer <VALUE>           统一认证（OIDC）的发行者网址，留空则不启用（JIFEN_OIDC_ISSUER）
          --oidc-client-id <VALUE>        本平台在统一认证中的客户端编号（JIFEN_OIDC_CLIENT_ID）
          --oidc-client-secret <VALUE>    客户端密钥，建议改用密钥文件（JIFEN_OIDC_CLIENT_SECRET）
          --oidc-secret-file <VALUE>      存放客户端密钥的文件（JIFEN_OIDC_SECRET_FILE）
          --oidc-name <VALUE>             登录按钮上的名称（默认 统一认证；JIFEN_OIDC_NAME）
          --oidc-hosts <VALUE>            除发行者外允许访问的主机，以逗号分隔（JIFEN_OIDC_HOSTS）
          --oidc-ca-file <VALUE>          内网统一认证的根证书文件（PEM）（JIFEN_OIDC_CA_FILE）
          --oidc-strong <VALUE>           可免动态码的 acr 或 amr 值，以逗号分隔（JIFEN_OIDC_STRONG）
          --webhook-hosts <VALUE>         允许推送消息的主机（含非默认端口），以逗号分隔；留空则不推送（JIFEN_WEBHOOK_HOSTS）
          --webhook-private <VALUE>       推送的主机可以在内网地址上（默认 false；JIFEN_WEBHOOK_PRIVATE）
          --webhook-ca-file <VALUE>       内网推送主机的根证书文件（PEM）（JIFEN_WEBHOOK_CA_FILE）
          --session-idle-minutes <VALUE>  闲置多少分钟后退出（默认 30；JIFEN_SESSION_IDLE_MINUTES）
          --session-hours <VALUE>         登录最长保持几小时（默认 8；JIFEN_SESSION_HOURS）
          --account-rate <VALUE>          每个账号每分钟请求数（默认 600；JIFEN_ACCOUNT_RATE）
          --address-rate <VALUE>          每个地址每分钟请求数（默认 3000；JIFEN_ADDRESS_RATE）
          --sign-in-rate <VALUE>          每个地址每分钟登录请求数（默认 30；JIFEN_SIGN_IN_RATE）
          --export-rate <VALUE>           每个账号每分钟导出次数（默认 10；JIFEN_EXPORT_RATE）
          --export-rows <VALUE>           一次导出的行数上限（默认 50000；JIFEN_EXPORT_ROWS）
          --demo-enterprises <VALUE>      演示园区的企业数（默认 6000；JIFEN_DEMO_ENTERPRISES）
          --in-flight <VALUE>             同时处理的请求数（默认 512；JIFEN_IN_FLIGHT）
          --body-limit <VALUE>            请求内容的字节上限（默认 1048576；JIFEN_BODY_LIMIT）
          --upload-limit <VALUE>          导入文件的字节上限（默认 67108864；JIFEN_UPLOAD_LIMIT）
          --upload-time-limit <VALUE>     传送文件的秒数上限（默认 600；JIFEN_UPLOAD_TIME_LIMIT）
          --time-limit <VALUE>            请求的秒数上限（默认 30；JIFEN_TIME_LIMIT）
          --backup-hours <VALUE>          每隔几小时备份，0 为不备份（默认 24；JIFEN_BACKUP_HOURS）
          --backup-keep <VALUE>           保留几份备份（默认 14；JIFEN_BACKUP_KEEP）
          --migrate <VALUE>               已用 pg_dump 备份，允许升级 PostgreSQL 的库结构（只在升级时用一次）（默认 false；JIFEN_MIGRATE）
          --log <VALUE>                   日志级别，可分模块指定（默认 info,sqlx=warn,sea_orm=warn；JIFEN_LOG）
      -h, --help                          显示帮助
    ");
}
