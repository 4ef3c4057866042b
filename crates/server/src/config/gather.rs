//! Putting the settings together, remembering where each came from, and naming everything wrong at once.

use super::{Config, SETTINGS, Setting};
use formula::Sentence;
use std::{collections::BTreeMap, fmt, path::PathBuf};

/// Where a value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The command line.
    Flag,
    /// The environment.
    Environment,
    /// The file.
    File,
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Flag => "flag",
            Self::Environment => "environment",
            Self::File => "file",
            Self::Default => "default",
        })
    }
}

/// One line of `jifen config show`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The setting's name.
    pub name: &'static str,
    /// Its value; a password in it is masked.
    pub value: String,
    /// Where it came from.
    pub origin: Origin,
    /// What it is for.
    pub meaning: Sentence,
}

/// Something wrong with the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The setting, or the file.
    pub name: String,
    /// Where the value came from.
    pub origin: Origin,
    /// What is wrong and what it should be.
    pub detail: Sentence,
}

/// The configuration and where it came from.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// To run with.
    pub config: Config,
    /// To show.
    pub shown: Vec<Shown>,
}

/// Puts the settings together. `flags` are by setting name, `environment` by variable, `file` is TOML text.
///
/// # Errors
/// Everything that is wrong, at once.
pub fn gather(
    flags: &BTreeMap<String, String>,
    environment: &BTreeMap<String, String>,
    file: Option<&str>,
    demo: bool,
) -> Result<Gathered, Vec<ConfigProblem>> {
    let mut problems = Vec::new();
    let file = file.map_or_else(BTreeMap::new, |text| read_file(text, &mut problems));
    for name in flags.keys().filter(|name| SETTINGS.iter().all(|setting| setting.name != name.as_str())) {
        problems.push(unknown(name, Origin::Flag));
    }
    let mut config = Config::for_folder(PathBuf::from("data"));
    config.demo = demo;
    let mut shown = Vec::new();
    for setting in SETTINGS {
        let (value, origin) = find(setting, flags, environment, &file, demo);
        if let Err((zh, en)) = (setting.set)(&mut config, &value) {
            let detail = Sentence::new(format!("“{value}”{zh}"), format!("“{value}” {en}"));
            problems.push(ConfigProblem { name: setting.name.to_owned(), origin, detail });
        }
        let meaning = Sentence::new(setting.meaning.0, setting.meaning.1);
        let value = match (setting.secret, setting.name) {
            (true, "oidc-client-secret") if !value.is_empty() => "***".to_owned(),
            (true, _) => masked(&value),
            (false, _) => value,
        };
        shown.push(Shown { name: setting.name, value, origin, meaning });
    }
    complete(&mut config);
    problems.extend(contradictions(&config));
    if problems.is_empty() { Ok(Gathered { config, shown }) } else { Err(problems) }
}

fn find(
    setting: &Setting,
    flags: &BTreeMap<String, String>,
    environment: &BTreeMap<String, String>,
    file: &BTreeMap<String, String>,
    demo: bool,
) -> (String, Origin) {
    let said = [
        (flags.get(setting.name), Origin::Flag),
        (environment.get(setting.variable), Origin::Environment),
        (file.get(setting.name), Origin::File),
    ];
    let said = said.into_iter().find_map(|(value, origin)| Some((value?.clone(), origin)));
    let default = if demo { demo_default(setting) } else { setting.default };
    said.unwrap_or_else(|| (default.to_owned(), Origin::Default))
}

/// A demonstration shows every role at once without an authenticator program at hand, keeps away from the data of
/// real people, and leaves the terminal to the log-ins it prints.
fn demo_default(setting: &Setting) -> &'static str {
    match setting.name {
        "data" => "data-demo",
        "second-factor" => "false",
        "log" => "warn",
        _ => setting.default,
    }
}

fn read_file(text: &str, problems: &mut Vec<ConfigProblem>) -> BTreeMap<String, String> {
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let detail = Sentence::new(
                format!("配置文件无法理解：{error}"),
                format!("the file was not understood: {error}"),
            );
            problems.push(ConfigProblem { name: "file".to_owned(), origin: Origin::File, detail });
            return BTreeMap::new();
        }
    };
    let mut values = BTreeMap::new();
    for (name, value) in table {
        if SETTINGS.iter().all(|setting| setting.name != name) {
            problems.push(unknown(&name, Origin::File));
        }
        let plain = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(parts) => {
                parts.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join(",")
            }
            other => other.to_string(),
        };
        values.insert(name, plain);
    }
    values
}

fn unknown(name: &str, origin: Origin) -> ConfigProblem {
    let detail = Sentence::new("没有这个设置", "there is no such setting");
    ConfigProblem { name: name.to_owned(), origin, detail }
}

/// Defaults that follow from other settings.
fn complete(config: &mut Config) {
    if config.database.is_empty() {
        config.database = config.data.join("jifen.sqlite").display().to_string();
    }
    if config.public_url.is_empty() {
        config.public_url = format!("http://{}", config.listen);
    }
}

fn contradictions(config: &Config) -> Vec<ConfigProblem> {
    let mut problems = Vec::new();
    let mut say = |name: &str, zh: &str, en: &str| {
        let detail = Sentence::new(zh, en);
        problems.push(ConfigProblem { name: name.to_owned(), origin: Origin::Default, detail });
    };
    if config.demo && !config.listen.ip().is_loopback() {
        say("listen", "演示模式只能监听本机地址", "a demonstration listens on loopback only");
    }
    if !config.oidc.issuer.is_empty() && config.oidc.client_id.is_empty() {
        let (zh, en) = ("启用统一认证时须填写", "is needed with an issuer");
        say("oidc-client-id", zh, en);
    }
    if !config.is_tls_or_loopback() {
        let zh = "非本机访问须使用 https 网址（由反向代理提供 TLS），否则浏览器不保存登录状态";
        let en =
            "must be https (TLS by a reverse proxy) unless on loopback: browsers would not keep the log-in";
        say("public-url", zh, en);
    }
    problems
}

/// The value with the password of a URL hidden.
fn masked(value: &str) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value.to_owned() };
    let Some((person, place)) = rest.rsplit_once('@') else { return value.to_owned() };
    let name = person.split_once(':').map_or(person, |(name, _)| name);
    let hidden = if name == person { String::new() } else { ":***".to_owned() };
    format!("{scheme}://{name}{hidden}@{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn show(gathered: &Gathered, name: &str) -> String {
        let line = gathered.shown.iter().find(|line| line.name == name).unwrap();
        format!("{} ({})", line.value, line.origin)
    }

    #[test]
    fn a_flag_wins_over_the_environment_over_the_file_over_the_default() {
        let file = "listen = \"127.0.0.1:1\"\nsession-hours = 4\naccount-rate = 7\n";
        let environment = map(&[("JIFEN_LISTEN", "127.0.0.1:2"), ("JIFEN_SESSION_HOURS", "5")]);
        let gathered = gather(&map(&[("listen", "127.0.0.1:3")]), &environment, Some(file), false).unwrap();
        assert_eq!(show(&gathered, "listen"), "127.0.0.1:3 (flag)");
        assert_eq!(show(&gathered, "session-hours"), "5 (environment)");
        assert_eq!(show(&gathered, "account-rate"), "7 (file)");
        assert_eq!(show(&gathered, "in-flight"), "512 (default)");
        assert_eq!(gathered.config.public_url, "http://127.0.0.1:3");
        assert_eq!(gathered.config.session_length, jiff::SignedDuration::from_hours(5));
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let flags = map(&[("listen", "nowhere"), ("colour", "red"), ("in-flight", "0")]);
        let problems = gather(&flags, &BTreeMap::new(), Some("colour = 1\n"), false).unwrap_err();
        let names: Vec<&str> = problems.iter().map(|problem| problem.name.as_str()).collect();
        assert_eq!(names, ["colour", "colour", "listen", "in-flight"]);
        assert!(gather(&BTreeMap::new(), &BTreeMap::new(), Some("= ="), false).is_err());
    }

    #[test]
    fn a_log_in_that_browsers_would_lose_is_refused() {
        for (listen, url, good) in [
            ("0.0.0.0:80", "", false),
            ("0.0.0.0:80", "http://zone.example.cn", false),
            ("0.0.0.0:80", "http://127.0.0.1.evil.cn", false),
            ("0.0.0.0:80", "https://zone.example.cn", true),
            ("127.0.0.1:80", "", true),
            ("127.0.0.1:80", "http://localhost:80", true),
        ] {
            let flags = map(&[("listen", listen), ("public-url", url)]);
            assert_eq!(gather(&flags, &BTreeMap::new(), None, false).is_ok(), good, "{listen} {url}");
        }
    }

    #[test]
    fn a_demonstration_stays_on_this_machine() {
        let flags = map(&[("listen", "0.0.0.0:80"), ("public-url", "https://x.cn")]);
        assert!(gather(&flags, &BTreeMap::new(), None, true).is_err());
    }

    #[test]
    fn passwords_are_not_shown() {
        for (value, shown) in [
            ("postgres://jifen:secret@db/jifen", "postgres://jifen:***@db/jifen"),
            ("postgres://jifen@db/jifen", "postgres://jifen@db/jifen"),
            ("postgres://a:p@ss@db/x", "postgres://a:***@db/x"),
            ("data/jifen.sqlite", "data/jifen.sqlite"),
        ] {
            assert_eq!(masked(value), shown);
        }
    }
}
