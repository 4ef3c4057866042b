//! What is typed beside a server: settings shown, backups, restoring, the audit log, lost passwords.

use insta::assert_snapshot;

use crate::{kit::Desk, serving::Server};

/// A desk where a server has run once and ended.
fn ran_before() -> Desk {
    let desk = Desk::new();
    Server::starts(&desk, "serve --listen 127.0.0.1:0").ends_on_request();
    desk
}

/// The answer without what differs in each run: times, hashes, one-time links, sizes.
fn steady(text: &str) -> String {
    let mut steady = text.to_owned();
    for (start, end, shown) in
        [("before-restore-", "\n", "TIME"), ("jifen-20", ".sqlite", "TIME"), ("#jfi_", "\n", "SECRET")]
    {
        let mut from = 0;
        while let Some(at) = steady[from..].find(start).map(|at| from + at + start.len()) {
            let until = steady[at..].find(end).map_or(steady.len(), |more| at + more);
            steady.replace_range(at..until, shown);
            from = at + shown.len();
        }
    }
    let hash = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = steady.split(' ').map(|word| {
        let plain = word.trim();
        if hash(plain) { word.replace(plain, "HASH") } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn settings_are_shown_with_where_they_came_from_and_without_passwords() {
    let desk = Desk::new();
    desk.writes("jifen.toml", "session-hours = 4\ndatabase = \"postgres://jifen:hunter2@db/jifen\"\n");
    let mut command = desk.command("config show --config jifen.toml --in-flight 64", "zh_CN.UTF-8");
    let output = command.env("JIFEN_ACCOUNT_RATE", "99").output().expect("the command runs");
    assert_snapshot!(String::from_utf8(output.stdout).expect("UTF-8"), @"
    设置                  值                             来源      含义
    data                  data                           默认      数据目录
    database              postgres://jifen:***@db/jifen  配置文件  数据库：留空为数据目录中的 SQLite，或 postgres://…
    listen                127.0.0.1:8080                 默认      监听地址
    metrics-listen        （空）                         默认      监控指标的监听地址，留空则不提供
    public-url            （空）                         默认      用户访问的网址，非本机须为 https
    trusted-proxies       （空）                         默认      可信的反向代理
    password-profile      dengbao                        默认      口令策略：asvs 或 dengbao
    password-words        （空）                         默认      口令中不得出现的本单位词语（如园区拼音、简称），以逗号分隔
    second-factor         true                           默认      工作人员与银行须用动态码
    oidc-issuer           （空）                         默认      统一认证（OIDC）的发行者网址，留空则不启用
    oidc-client-id        （空）                         默认      本平台在统一认证中的客户端编号
    oidc-client-secret    （空）                         默认      客户端密钥，建议改用密钥文件
    oidc-secret-file      （空）                         默认      存放客户端密钥的文件
    oidc-name             统一认证                       默认      登录按钮上的名称
    oidc-hosts            （空）                         默认      除发行者外允许访问的主机，以逗号分隔
    oidc-ca-file          （空）                         默认      内网统一认证的根证书文件（PEM）
    oidc-strong           （空）                         默认      可免动态码的 acr 或 amr 值，以逗号分隔
    webhook-hosts         （空）                         默认      允许推送消息的主机（含非默认端口），以逗号分隔；留空则不推送
    webhook-private       false                          默认      推送的主机可以在内网地址上
    webhook-ca-file       （空）                         默认      内网推送主机的根证书文件（PEM）
    session-idle-minutes  30                             默认      闲置多少分钟后退出
    session-hours         4                              配置文件  登录最长保持几小时
    account-rate          99                             环境变量  每个账号每分钟请求数
    address-rate          3000                           默认      每个地址每分钟请求数
    sign-in-rate          30                             默认      每个地址每分钟登录请求数
    export-rate           10                             默认      每个账号每分钟导出次数
    export-rows           50000                          默认      一次导出的行数上限
    demo-enterprises      6000                           默认      演示园区的企业数
    in-flight             64                             命令行    同时处理的请求数
    body-limit            1048576                        默认      请求内容的字节上限
    upload-limit          67108864                       默认      导入文件的字节上限
    upload-time-limit     600                            默认      传送文件的秒数上限
    time-limit            30                             默认      请求的秒数上限
    backup-hours          24                             默认      每隔几小时备份，0 为不备份
    backup-keep           14                             默认      保留几份备份
    migrate               false                          默认      已用 pg_dump 备份，允许升级 PostgreSQL 的库结构（只在升级时用一次）
    log                   info,sqlx=warn,sea_orm=warn    默认      日志级别，可分模块指定
    ");
    let english = desk.types_in_english("config show --demo").good();
    assert!(
        english.out.contains("data-demo") && english.out.contains("folder of the data"),
        "{}",
        english.out
    );
    let json = desk.types("config show --json --config jifen.toml").good().json();
    let line = json.as_array().and_then(|lines| lines.iter().find(|line| line["name"] == "database"));
    assert_eq!(line.expect("a line")["value"], "postgres://jifen:***@db/jifen");
}

#[test]
fn a_lost_password_is_reset_at_the_machine_by_a_one_time_link() {
    let desk = ran_before();
    let answer = desk.types("admin reset-password sysadmin --second-factor").good();
    assert_snapshot!(steady(&answer.out), @"
    请把这个一次性链接交给 sysadmin，24小时内有效，由本人设置新口令：
      http://127.0.0.1:8080/accept#jfi_SECRET
    原有登录已全部退出，动态码已解除绑定。
    ");
    assert_snapshot!(desk.types("admin reset-password nobody").ends(5).seen(), @"出错：没有登录名为“nobody”的用户，或该用户已停用");
    assert_snapshot!(desk.types_in_english("admin reset-password admin --data elsewhere").ends(6).seen(), @"error: there is no database elsewhere/jifen.sqlite; name the server's folder with --data");
    assert!(!desk.has("elsewhere"), "a folder misspelt is not made");
}

#[test]
fn a_further_administrator_is_appointed_at_the_machine() {
    let desk = ran_before();
    let answer = desk.types("admin appoint guo.jing --name 郭静").good();
    assert_snapshot!(steady(&answer.out), @"
    已授予 guo.jing 角色 security-administrator，并记入审计日志。请把这个一次性链接交给本人，24小时内有效：
      http://127.0.0.1:8080/accept#jfi_SECRET
    ");
    assert_snapshot!(desk.types("admin appoint guo.jing --role auditor").ends(5).seen(), @"出错：系统、安全、审计管理员不得由同一人担任");
    assert_snapshot!(desk.types_in_english("admin appoint guo.jing --role king").ends(5).seen(), @"error: there is no such role");
    desk.types("audit verify").good();
}

#[test]
fn a_backup_is_checked_and_restored_and_what_was_there_is_kept() {
    let desk = ran_before();
    let answer = desk.types_in_english("backup --output copy.sqlite").good();
    assert!(answer.out.starts_with("backed up and checked: copy.sqlite\n"), "{}", answer.out);
    assert_snapshot!(desk.types_in_english("restore --check copy.sqlite").good().out, @"
    the backup is whole: copy.sqlite
      every page can be read, 5 audit rows are genuine, the 0 files it names are there
    ");
    assert_snapshot!(desk.types("backup --output copy.sqlite").ends(4).seen(), @"出错：copy.sqlite：已有同名文件，不会覆盖");

    // Something happens after the backup; then the database is lost.
    desk.types("admin reset-password sysadmin").good();
    assert_snapshot!(desk.types("restore --check copy.sqlite").good().out, @"
    备份完好：copy.sqlite
      每一页都可读，5条审计记录完整，所引用的0个文件齐全
      它止于第5条审计记录，现有数据已到第6条：恢复会丢失其后的变更
    ");
    desk.writes("data/jifen.sqlite", "not a database any more");
    assert_snapshot!(desk.types("restore copy.sqlite").ends(1).seen(), @"
    出错：现有数据比备份新：备份止于第5条审计记录，现有数据到第6条。
    恢复会丢掉其后1条记录所说的变更；确认要这样做，请加 --discard-newer（现有数据库会改名保留，不会删除）
    ");
    let answer = desk.types_in_english("restore copy.sqlite --discard-newer").good();
    assert_snapshot!(steady(&answer.out), @"
    restored: data/jifen.sqlite (5 audit rows; this restoration is row 6)
      changes told by later audit rows (1) are not in it
      the database before is now data/jifen.sqlite.before-restore-TIME
      the anchor file before is now data/audit.anchor.before-restore-TIME
      0 files were brought back; the database names 0
      0 sessions were ended; people disabled and tokens revoked after the backup are as they were then: look through them
    ");
    assert!(desk.lists("data").iter().any(|name| name.starts_with("jifen.sqlite.before-restore-")));

    // What is there now holds by itself, and the server starts on it.
    let verified = desk.types("audit verify --json").good().json();
    assert_eq!((&verified["good"], &verified["rows"]), (&true.into(), &verified["anchored"]));
    let server = Server::starts(&desk, "serve --listen 127.0.0.1:0");
    let refused = desk.types("restore copy.sqlite --discard-newer").ends(6);
    assert_snapshot!(refused.seen(), @"出错：data 正被运行中的服务使用；请先停止该服务");
    assert_eq!(server.ends_on_request(), Some(0));
}

#[test]
fn a_backup_that_is_not_whole_is_refused_and_nothing_is_changed() {
    let desk = ran_before();
    desk.types("backup --output copy.sqlite").good();
    let before = desk.bytes("data/jifen.sqlite");
    let mut bytes = desk.bytes("copy.sqlite");
    let place = bytes.windows(8).position(|part| part == b"sysadmin").expect("a log-in name");
    bytes[place] = b'S';
    desk.writes("copy.sqlite", &bytes);
    desk.types("restore copy.sqlite --discard-newer").ends(3);
    desk.writes("copy.sqlite", "nonsense");
    assert_snapshot!(desk.types("restore --check copy.sqlite").ends(3).seen(), @"
    出错：备份 copy.sqlite 不完整或不可用，没有做任何改动
      数据页损坏：Connection Error: error returned from database: (code: 26) file is not a database
    ");
    desk.types("restore nowhere.sqlite").ends(4);
    assert!(desk.bytes("data/jifen.sqlite") == before);
}

#[test]
fn scheduled_backups_go_into_the_data_and_the_oldest_go() {
    let desk = ran_before();
    for _ in 0..3 {
        desk.types("backup --backup-keep 2").good();
    }
    let kept = |end: &str| desk.lists("data/backups").iter().filter(|name| name.ends_with(end)).count();
    assert_eq!((kept(".sqlite"), kept(".json")), (2, 2));
}

#[test]
fn an_audit_log_that_was_tampered_with_does_not_verify() {
    let desk = ran_before();
    assert_snapshot!(steady(&desk.types("audit verify").good().out), @"
    核验通过：5条审计记录完整，未被改动；前5条另有库外锚点
      末条哈希 HASH
    ");
    // The anchor knows of a row that the database does not have.
    let anchors = desk.reads("data/audit.anchor");
    desk.writes("data/audit.anchor", format!("{anchors}\n99 {}", "a".repeat(64)));
    assert_snapshot!(desk.types("audit verify").ends(3).seen(), @"
    出错：审计日志核验未通过
      锚点记到第99条，库中只有5条：末尾被截断，或换上了旧数据库
    ");
    assert_snapshot!(desk.types_in_english("audit verify").ends(3).seen(), @"
    error: the audit log does not hold
      99 rows were anchored, 5 are there: the end was cut off, or an old database was put back
    ");
}
