//! The server's settings as flags, one per row of [`SETTINGS`], so that nothing is listed twice.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use formula::{Language, Sentence};
use serde_json::json;
use server::config::{ConfigProblem, Gathered, Origin, SETTINGS, Setting, gather};

use crate::exit::{Exit, Stop};

/// The environment variable that names the configuration file.
const FILE_VARIABLE: &str = "JIFEN_CONFIG";

/// What was typed of the settings, by name.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    file: Option<PathBuf>,
    flags: BTreeMap<String, String>,
}

impl Args for Settings {
    fn augment_args(command: Command) -> Command {
        SETTINGS.iter().fold(command.arg(file_argument()), |command, setting| command.arg(argument(setting)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Settings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let typed = |setting: &Setting| {
            let value = matches.try_get_one::<String>(setting.name).ok().flatten()?;
            Some((setting.name.to_owned(), value.clone()))
        };
        let file = matches.get_one::<PathBuf>("config").cloned();
        Ok(Self { file, flags: SETTINGS.iter().filter_map(typed).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The settings that say where the data are: for commands beside the server.
const OF_A_PLACE: [&str; 5] = ["data", "database", "public-url", "password-profile", "backup-keep"];

/// Where the data are. The file and the environment may hold every other setting too.
#[derive(Debug, Clone, Default)]
pub struct Place(Settings);

impl Place {
    /// As [`Settings::gather`].
    ///
    /// # Errors
    /// As there.
    pub fn gather(&self) -> Result<Gathered, Stop> {
        self.0.gather(false)
    }
}

impl Args for Place {
    fn augment_args(command: Command) -> Command {
        let known = SETTINGS.iter().filter(|setting| OF_A_PLACE.contains(&setting.name));
        known.fold(command.arg(file_argument()), |command, setting| command.arg(argument(setting)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Place {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Settings::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

fn file_argument() -> Arg {
    Arg::new("config")
        .long("config")
        .value_name("FILE")
        .value_parser(clap::value_parser!(PathBuf))
        .help(help("config", Language::English).unwrap_or_default())
}

fn argument(setting: &Setting) -> Arg {
    let help = help(setting.name, Language::English).unwrap_or_default();
    Arg::new(setting.name).long(setting.name).value_name("VALUE").help(help)
}

/// The help of the argument `name`, when it is a setting.
#[must_use]
pub fn help(name: &str, language: Language) -> Option<String> {
    if name == "config" {
        let (zh, en) = ("配置文件（TOML；JIFEN_CONFIG）", "Configuration file, TOML (JIFEN_CONFIG)");
        return Some(if language == Language::Chinese { zh } else { en }.to_owned());
    }
    let setting = SETTINGS.iter().find(|setting| setting.name == name)?;
    let (zh, en) = setting.meaning;
    let (default, variable) = (setting.default, setting.variable);
    Some(match language {
        Language::Chinese if default.is_empty() => format!("{zh}（{variable}）"),
        Language::Chinese => format!("{zh}（默认 {default}；{variable}）"),
        Language::English if default.is_empty() => format!("{} ({variable})", capital(en)),
        Language::English => format!("{} (default {default}; {variable})", capital(en)),
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Settings {
    /// Flags over environment over file over defaults.
    ///
    /// # Errors
    /// A file that cannot be read, or everything that is wrong with the settings.
    pub fn gather(&self, demo: bool) -> Result<Gathered, Stop> {
        let environment: BTreeMap<String, String> = env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let named = environment.get(FILE_VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
        let file = self.file.clone().or(named);
        let text = match &file {
            Some(path) => Some(fs::read_to_string(path).map_err(|error| Stop::file(path, &error))?),
            None => None,
        };
        gather(&self.flags, &environment, text.as_deref(), demo).map_err(|problems| refused(&problems))
    }
}

fn refused(problems: &[ConfigProblem]) -> Stop {
    let list = |lines: Vec<String>| lines.join("\n");
    let zh = problems.iter().map(|problem| {
        format!("  {}（{}）：{}", problem.name, origin(problem.origin, Language::Chinese), problem.detail.zh)
    });
    let en = problems.iter().map(|problem| {
        format!("  {} ({}): {}", problem.name, origin(problem.origin, Language::English), problem.detail.en)
    });
    let message = Sentence::new(
        format!("配置有{}处不对\n{}", problems.len(), list(zh.collect())),
        format!("{} settings are not in order\n{}", problems.len(), list(en.collect())),
    );
    let details = problems.iter().map(|problem| {
        json!({
            "name": problem.name,
            "origin": problem.origin.to_string(),
            "detail": {"zh": problem.detail.zh, "en": problem.detail.en},
        })
    });
    Stop::with_details(Exit::Usage, message, details.collect())
}

/// Where a value came from, in the reader's language.
#[must_use]
pub fn origin(origin: Origin, language: Language) -> &'static str {
    match (origin, language) {
        (Origin::Flag, Language::Chinese) => "命令行",
        (Origin::Environment, Language::Chinese) => "环境变量",
        (Origin::File, Language::Chinese) => "配置文件",
        (Origin::Default, Language::Chinese) => "默认",
        (Origin::Flag, Language::English) => "flag",
        (Origin::Environment, Language::English) => "environment",
        (Origin::File, Language::English) => "file",
        (Origin::Default, Language::English) => "default",
    }
}
