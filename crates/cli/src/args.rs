//! What can be typed. The English texts stand here; the Chinese ones in `help_zh`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::settings::Settings;

pub use crate::settings::Place;

/// Innovation points: exact, explained, ranked, reproducible.
#[derive(Debug, Parser)]
#[command(name = "jifen", version, disable_help_subcommand = true, max_term_width = 110)]
pub struct Cli {
    /// Language of messages and headings (default: by locale)
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
    /// Answer in JSON, for programs
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// A language as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Score the enterprises of a table by a scheme
    Score(Score),
    /// Explain every point of one enterprise of a scored table
    Explain(Explain),
    /// Score one enterprise again with changed values, against the same reference
    WhatIf(WhatIf),
    /// Check enterprises against one or more ladders, condition by condition
    Ladder(Ladder),
    /// Find out which enterprises are entitled to which policies, how much they get, and why not
    #[command(subcommand)]
    Policies(Policies),
    /// Run a receipt again: identical to the byte, or what differs
    Verify(Verify),
    /// Check, test, show and compare rule files
    #[command(subcommand)]
    Rules(Rules),
    /// Say what is in a table: columns recognised, units, missing values, outliers, bad codes
    Profile(Profile),
    /// Make a synthetic zone: three years of data, labels and stories
    DemoData(DemoData),
    /// Run the server
    Serve(Serve),
    /// Say how the server is set up
    #[command(subcommand)]
    Config(Config),
    /// What an administrator does at the machine itself
    #[command(subcommand)]
    Admin(Admin),
    /// Copy the embedded database, also while a server uses it
    Backup(Backup),
    /// Check a backup, or put it in the place of the database
    Restore(Restore),
    /// The audit log
    #[command(subcommand)]
    Audit(Audit),
}

/// `jifen serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Made-up organisations and one person per role, on loopback only
    #[arg(long)]
    pub demo: bool,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub settings: Settings,
}

/// `jifen config …`.
#[derive(Debug, Subcommand)]
pub enum Config {
    /// Every setting, its value, and where it came from
    Show(Serve),
}

/// `jifen admin …`.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make a one-time link with which somebody chooses a new password
    ResetPassword(ResetPassword),
    /// Give somebody an administrative role, when nobody is left who could confirm it
    Appoint(Appoint),
}

/// `jifen admin appoint`.
#[derive(Debug, Args)]
pub struct Appoint {
    /// The name they sign in with; entered in the topmost organisation when nobody is called so
    pub login: String,
    /// Their name, when they are entered
    #[arg(long, default_value = "管理员")]
    pub name: String,
    /// The role
    #[arg(long, default_value = "security-administrator")]
    pub role: String,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub place: Place,
}

/// `jifen admin reset-password`.
#[derive(Debug, Args)]
pub struct ResetPassword {
    /// The name they sign in with
    pub login: String,
    /// Take their one-time codes away too, when the telephone is lost
    #[arg(long)]
    pub second_factor: bool,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub place: Place,
}

/// `jifen backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where to (default: the folder `backups` in the data, where the oldest go beyond the number to keep)
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub place: Place,
}

/// `jifen restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// Only check that it could be restored
    #[arg(long)]
    pub check: bool,
    /// Restore although changes made after the backup will be gone
    #[arg(long)]
    pub discard_newer: bool,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub place: Place,
}

/// `jifen audit …`.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Read the whole audit log; find edits, deletions, a rebuilt chain, an old database put back
    Verify(Place),
}

/// How a table is read.
#[derive(Debug, Clone, Args)]
pub struct Reading {
    /// Table of enterprises: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub input: PathBuf,
    /// Sheet of a workbook (default: the first with data)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Year to evaluate (default: the latest in the table)
    #[arg(long, value_name = "YEAR")]
    pub period: Option<i32>,
    /// Day on which ages and labels are judged (default: 31 December of the period)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Column that tells enterprises apart, where they have no credit code
    #[arg(long, value_name = "NAME")]
    pub id_column: Option<String>,
}

/// `jifen score`.
#[derive(Debug, Args)]
pub struct Score {
    /// Scheme file
    #[arg(long, value_name = "FILE")]
    pub scheme: PathBuf,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub reading: Reading,
    /// Results: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
    /// Columns of the results
    #[arg(long, value_enum, default_value_t = Detail::Full)]
    pub detail: Detail,
    /// Write a receipt that `explain`, `what-if` and `verify` work from
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// Compare with this stored reference instead of the table itself
    #[arg(long, value_name = "FILE")]
    pub calibration: Option<PathBuf>,
    /// Store the reference statistics
    #[arg(long, value_name = "FILE")]
    pub save_calibration: Option<PathBuf>,
    /// Date whose rule values apply (default: the as-of day, or the scheme's first day in force)
    #[arg(long, value_name = "DATE")]
    pub rules_on: Option<Date>,
    /// Threads (default: all cores; the results never depend on it)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Show the best N of each stage
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub top: usize,
}

/// Which columns the results have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Detail {
    /// Values, points, full and lost points, flags of every indicator
    Full,
    /// Points only
    Points,
}

/// `jifen explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// Receipt of the run
    #[arg(long, value_name = "FILE")]
    pub receipt: PathBuf,
    /// Credit code of the enterprise
    #[arg(long, value_name = "CODE")]
    pub id: String,
}

/// `jifen what-if`.
#[derive(Debug, Args)]
pub struct WhatIf {
    /// Receipt of the run
    #[arg(long, value_name = "FILE")]
    pub receipt: PathBuf,
    /// Credit code of the enterprise
    #[arg(long, value_name = "CODE")]
    pub id: String,
    /// A changed value, e.g. '研发费用=1200万元'; empty after '=' means missing
    #[arg(long = "set", value_name = "ITEM=VALUE", required = true)]
    pub changes: Vec<String>,
}

/// `jifen ladder`.
#[derive(Debug, Args)]
pub struct Ladder {
    /// Ladder file, or several, or a folder of them: then the summary goes to --output and a sheet per rung beside it
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    pub ladder: Vec<PathBuf>,
    #[command(flatten)]
    // No doc comment: it would become help text of its own.
    pub reading: Reading,
    /// Applications are reviews of titles held, not first recognitions
    #[arg(long)]
    pub review: bool,
    /// Results: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
}

/// `jifen policies …`.
#[derive(Debug, Subcommand)]
pub enum Policies {
    /// Match all enterprises of a table with all policies in force on a day
    Match(MatchPolicies),
    /// Say what one enterprise gets, nearly gets, and why not
    Explain(ExplainPolicies),
}

/// `jifen policies match`.
#[derive(Debug, Args)]
pub struct MatchPolicies {
    /// Policy files, or folders of them
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    pub policies: Vec<PathBuf>,
    /// Table of enterprises: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub input: PathBuf,
    /// Sheet of a workbook (default: the first with data)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Year of the data (default: the latest in the table)
    #[arg(long, value_name = "YEAR")]
    pub period: Option<i32>,
    /// Day of matching: chooses the policies in force (default: today)
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Column that tells enterprises apart, where they have no credit code
    #[arg(long, value_name = "NAME")]
    pub id_column: Option<String>,
    /// Scheme that gives the points policies ask for
    #[arg(long, value_name = "FILE")]
    pub scheme: Option<PathBuf>,
    /// Results: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
    /// Write a receipt that `policies explain` and `verify` work from
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// Threads (default: all cores; the results never depend on it)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// `jifen policies explain`.
#[derive(Debug, Args)]
pub struct ExplainPolicies {
    /// Receipt of the matching
    #[arg(long, value_name = "FILE")]
    pub receipt: PathBuf,
    /// Credit code of the enterprise
    #[arg(long, value_name = "CODE")]
    pub id: String,
}

/// `jifen verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// Receipt to check
    pub receipt: PathBuf,
    /// Threads (default: all cores; the results never depend on it)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// `jifen rules …`.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Find every problem of rule files
    Check(RulePaths),
    /// Run the cases beside rule files
    Test(RulePaths),
    /// Show a rule file as prose and tables
    Show(RuleShow),
    /// Say what changed between two schemes, and on data who moves
    Diff(RuleDiff),
}

/// Files or folders of rules.
#[derive(Debug, Args)]
pub struct RulePaths {
    /// Files or folders
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// `jifen rules show`.
#[derive(Debug, Args)]
pub struct RuleShow {
    /// Rule file
    pub file: PathBuf,
    /// Date whose values apply (default: the first day in force)
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
}

/// `jifen rules diff`.
#[derive(Debug, Args)]
pub struct RuleDiff {
    /// Scheme before
    pub before: PathBuf,
    /// Scheme after
    pub after: PathBuf,
    /// Score this table by both and say who moves
    #[arg(long, value_name = "FILE")]
    pub data: Option<PathBuf>,
    /// Year to evaluate (default: the latest in the table)
    #[arg(long, value_name = "YEAR")]
    pub period: Option<i32>,
    /// Show the N that move most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
}

/// `jifen profile`.
#[derive(Debug, Args)]
pub struct Profile {
    /// Table: .csv, .xlsx or .parquet
    pub file: PathBuf,
    /// Data dictionary (default: the enterprise dictionary that is built in)
    #[arg(long, value_name = "FILE")]
    pub items: Option<PathBuf>,
}

/// `jifen demo-data`.
#[derive(Debug, Args)]
pub struct DemoData {
    /// How many enterprises
    #[arg(long, default_value_t = 6_000, value_parser = clap::value_parser!(u32).range(10..=2_000_000))]
    pub enterprises: u32,
    /// The same seed makes the same zone, everywhere
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The latest of its three years
    #[arg(long, value_name = "YEAR", default_value_t = 2025, value_parser = clap::value_parser!(i32).range(1990..=2100))]
    pub last_year: i32,
    /// Kinds of table to write
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [TableFormat::Csv, TableFormat::Xlsx, TableFormat::Parquet])]
    pub formats: Vec<TableFormat>,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    pub output: PathBuf,
}

/// Kinds of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Comma-separated text
    Csv,
    /// Excel workbook
    Xlsx,
    /// Parquet
    Parquet,
}

impl TableFormat {
    /// The file name extension.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
        }
    }
}
