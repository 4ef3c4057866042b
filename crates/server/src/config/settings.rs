//! The settings, one row each: name in the file, environment variable, default, meaning.

use super::{Config, PasswordProfile};
use crate::address::Network;
use jiff::SignedDuration;
use tracing::level_filters::LevelFilter;

/// One setting.
pub struct Setting {
    /// Its name in the file and as a flag (`--name`).
    pub name: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// Its default as text.
    pub default: &'static str,
    /// What it is for: Chinese, English.
    pub meaning: (&'static str, &'static str),
    /// Whether its value must not be shown (it may hold a password).
    pub secret: bool,
    pub(super) set: fn(&mut Config, &str) -> Result<(), Wanted>,
}

/// What a value should have been: Chinese, English.
pub(super) type Wanted = (&'static str, &'static str);

const NUMBER: Wanted = ("应为正整数", "must be a positive whole number");
const SWITCH: Wanted = ("应为 true 或 false", "must be true or false");
const SOCKET: Wanted = ("应为 地址:端口，如 127.0.0.1:8080", "must be address:port, e.g. 127.0.0.1:8080");

/// Levels as the log understands them; a word that is no level would silently log nothing.
fn log_levels(text: &str) -> Result<String, Wanted> {
    let wanted = (
        "应为 error、warn、info、debug、trace 之一，或如 info,sqlx=warn",
        "must be error, warn, info, debug or trace, or e.g. info,sqlx=warn",
    );
    let level = |part: &str| part.rsplit('=').next().unwrap_or(part).trim().parse::<LevelFilter>().is_ok();
    if text.split(',').all(level) { Ok(text.to_owned()) } else { Err(wanted) }
}

/// A number from 1 up, or from 0 up where 0 has a meaning.
fn number<N: TryFrom<u64>>(text: &str, least: u64) -> Result<N, Wanted> {
    let number: u64 = text.parse().map_err(|_| NUMBER)?;
    if number < least { Err(NUMBER) } else { N::try_from(number).map_err(|_| NUMBER) }
}

fn switch(text: &str) -> Result<bool, Wanted> {
    text.parse().map_err(|_| SWITCH)
}

fn profile(text: &str) -> Result<PasswordProfile, Wanted> {
    match text {
        "asvs" => Ok(PasswordProfile::Asvs),
        "dengbao" => Ok(PasswordProfile::Dengbao),
        _ => Err(("应为 asvs 或 dengbao", "must be asvs or dengbao")),
    }
}

fn networks(text: &str) -> Result<Vec<Network>, Wanted> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let wanted = (
        "应为以逗号分隔的地址或网段，如 10.0.0.0/8",
        "must be addresses or networks with commas, e.g. 10.0.0.0/8",
    );
    parts.map(|part| part.parse().map_err(|()| wanted)).collect()
}

fn parts(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn words(text: &str) -> Result<Vec<String>, Wanted> {
    let words: Vec<String> =
        text.split(',').map(|word| word.trim().to_lowercase()).filter(|word| !word.is_empty()).collect();
    let wanted =
        ("每个词至少 2 个汉字或 4 个字母", "needs words of at least 2 Chinese characters or 4 letters");
    if words.iter().any(|word| word.chars().count() < 2 || word.len() < 4) { Err(wanted) } else { Ok(words) }
}

macro_rules! settings {
    ($($name:literal $variable:literal = $default:literal, $zh:literal, $en:literal, $secret:literal, |$config:ident, $text:ident| $set:expr;)+) => {
        /// Every setting, in the order they are shown.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: $name,
            variable: $variable,
            default: $default,
            meaning: ($zh, $en),
            secret: $secret,
            set: |$config, $text| { $set; Ok(()) },
        }),+];
    };
}

settings! {
    "data" "JIFEN_DATA" = "data", "数据目录", "folder of the data", false, |c, t| c.data = t.into();
    "database" "JIFEN_DATABASE" = "", "数据库：留空为数据目录中的 SQLite，或 postgres://…", "database: empty for SQLite in the folder, or postgres://…", true, |c, t| c.database = t.to_owned();
    "listen" "JIFEN_LISTEN" = "127.0.0.1:8080", "监听地址", "where to listen", false, |c, t| c.listen = t.parse().map_err(|_| SOCKET)?;
    "metrics-listen" "JIFEN_METRICS_LISTEN" = "", "监控指标的监听地址，留空则不提供", "where Prometheus may ask; empty for nowhere", false, |c, t| c.metrics_listen = if t.is_empty() { None } else { Some(t.parse().map_err(|_| SOCKET)?) };
    "public-url" "JIFEN_PUBLIC_URL" = "", "用户访问的网址，非本机须为 https", "the address people type; https unless on loopback", false, |c, t| c.public_url = t.trim_end_matches('/').to_owned();
    "trusted-proxies" "JIFEN_TRUSTED_PROXIES" = "", "可信的反向代理", "reverse proxies that are believed", false, |c, t| c.trusted_proxies = networks(t)?;
    "password-profile" "JIFEN_PASSWORD_PROFILE" = "dengbao", "口令策略：asvs 或 dengbao", "password policy: asvs or dengbao", false, |c, t| c.profile = profile(t)?;
    "password-words" "JIFEN_PASSWORD_WORDS" = "", "口令中不得出现的本单位词语（如园区拼音、简称），以逗号分隔", "words that stand in no password (the zone's name in pinyin, its abbreviation), with commas", false, |c, t| c.password_words = words(t)?;
    "second-factor" "JIFEN_SECOND_FACTOR" = "true", "工作人员与银行须用动态码", "staff and banks must use one-time codes", false, |c, t| c.second_factor = switch(t)?;
    "oidc-issuer" "JIFEN_OIDC_ISSUER" = "", "统一认证（OIDC）的发行者网址，留空则不启用", "the identity provider's issuer (OIDC); empty for none", false, |c, t| c.oidc.issuer = t.to_owned();
    "oidc-client-id" "JIFEN_OIDC_CLIENT_ID" = "", "本平台在统一认证中的客户端编号", "what this server is called there", false, |c, t| c.oidc.client_id = t.to_owned();
    "oidc-client-secret" "JIFEN_OIDC_CLIENT_SECRET" = "", "客户端密钥，建议改用密钥文件", "the secret agreed there; a file is better", true, |c, t| c.oidc.client_secret = t.to_owned();
    "oidc-secret-file" "JIFEN_OIDC_SECRET_FILE" = "", "存放客户端密钥的文件", "a file with that secret", false, |c, t| c.oidc.secret_file = t.to_owned();
    "oidc-name" "JIFEN_OIDC_NAME" = "统一认证", "登录按钮上的名称", "what people call the provider", false, |c, t| c.oidc.name = t.to_owned();
    "oidc-hosts" "JIFEN_OIDC_HOSTS" = "", "除发行者外允许访问的主机，以逗号分隔", "hosts that may be asked besides the issuer's, with commas", false, |c, t| c.oidc.hosts = parts(t);
    "oidc-ca-file" "JIFEN_OIDC_CA_FILE" = "", "内网统一认证的根证书文件（PEM）", "certificates to trust for it (PEM)", false, |c, t| c.oidc.ca_file = t.to_owned();
    "oidc-strong" "JIFEN_OIDC_STRONG" = "", "可免动态码的 acr 或 amr 值，以逗号分隔", "values of acr or amr that make a one-time code unnecessary", false, |c, t| c.oidc.strong = parts(t);
    "webhook-hosts" "JIFEN_WEBHOOK_HOSTS" = "", "允许推送消息的主机（含非默认端口），以逗号分隔；留空则不推送", "hosts that messages may be sent on to, with commas; empty for none", false, |c, t| c.webhooks.hosts = parts(t);
    "webhook-private" "JIFEN_WEBHOOK_PRIVATE" = "false", "推送的主机可以在内网地址上", "those hosts may be on private addresses", false, |c, t| c.webhooks.private = switch(t)?;
    "webhook-ca-file" "JIFEN_WEBHOOK_CA_FILE" = "", "内网推送主机的根证书文件（PEM）", "certificates to trust for them (PEM)", false, |c, t| c.webhooks.ca_file = t.to_owned();
    "session-idle-minutes" "JIFEN_SESSION_IDLE_MINUTES" = "30", "闲置多少分钟后退出", "minutes unused until signed out", false, |c, t| c.session_idle = SignedDuration::from_mins(number::<u32>(t, 1)?.into());
    "session-hours" "JIFEN_SESSION_HOURS" = "8", "登录最长保持几小时", "hours until signed out in any case", false, |c, t| c.session_length = SignedDuration::from_hours(number::<u32>(t, 1)?.into());
    "account-rate" "JIFEN_ACCOUNT_RATE" = "600", "每个账号每分钟请求数", "requests of an account per minute", false, |c, t| c.account_rate = number(t, 1)?;
    "address-rate" "JIFEN_ADDRESS_RATE" = "3000", "每个地址每分钟请求数", "requests from an address per minute", false, |c, t| c.address_rate = number(t, 1)?;
    "sign-in-rate" "JIFEN_SIGN_IN_RATE" = "30", "每个地址每分钟登录请求数", "sign-in requests from an address per minute", false, |c, t| c.sign_in_rate = number(t, 1)?;
    "export-rate" "JIFEN_EXPORT_RATE" = "10", "每个账号每分钟导出次数", "exports of an account per minute", false, |c, t| c.export_rate = number(t, 1)?;
    "export-rows" "JIFEN_EXPORT_ROWS" = "50000", "一次导出的行数上限", "rows of one export", false, |c, t| c.export_rows = number(t, 1)?;
    "demo-enterprises" "JIFEN_DEMO_ENTERPRISES" = "6000", "演示园区的企业数", "enterprises of the demonstration's zone", false, |c, t| c.demo_enterprises = number::<u32>(t, 1)? as usize;
    "in-flight" "JIFEN_IN_FLIGHT" = "512", "同时处理的请求数", "requests worked on at once", false, |c, t| c.in_flight = number(t, 1)?;
    "body-limit" "JIFEN_BODY_LIMIT" = "1048576", "请求内容的字节上限", "largest request body in bytes", false, |c, t| c.body_limit = number(t, 1)?;
    "upload-limit" "JIFEN_UPLOAD_LIMIT" = "67108864", "导入文件的字节上限", "largest file in bytes that may be sent in", false, |c, t| c.upload_limit = number(t, 1)?;
    "upload-time-limit" "JIFEN_UPLOAD_TIME_LIMIT" = "600", "传送文件的秒数上限", "seconds that sending a file may take", false, |c, t| c.upload_time_limit = number(t, 1)?;
    "time-limit" "JIFEN_TIME_LIMIT" = "30", "请求的秒数上限", "seconds a request may take", false, |c, t| c.time_limit = number(t, 1)?;
    "backup-hours" "JIFEN_BACKUP_HOURS" = "24", "每隔几小时备份，0 为不备份", "hours between backups, 0 for none", false, |c, t| c.backup_hours = number(t, 0)?;
    "backup-keep" "JIFEN_BACKUP_KEEP" = "14", "保留几份备份", "backups kept", false, |c, t| c.backup_keep = number(t, 1)?;
    "migrate" "JIFEN_MIGRATE" = "false", "已用 pg_dump 备份，允许升级 PostgreSQL 的库结构（只在升级时用一次）", "the PostgreSQL database was backed up (pg_dump) and its schema may be brought up to date; for the one start after an upgrade", false, |c, t| c.migrate = switch(t)?;
    "log" "JIFEN_LOG" = "info,sqlx=warn,sea_orm=warn", "日志级别，可分模块指定", "what is logged: a level, or levels by target", false, |c, t| c.log = log_levels(t)?;
}
