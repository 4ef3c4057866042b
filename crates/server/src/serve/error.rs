//! Why the server did not start, said so that an operator can mend it.

use formula::Sentence;
use std::{io, net::SocketAddr, path::PathBuf};
use store::StoreError;
use thiserror::Error;

/// Why the server did not start, or did not end well.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An address that cannot be listened on.
    #[error("listen on {address}: {error}")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// What the system said.
        error: io::Error,
    },
    /// A file or folder.
    #[error("{what}: {error}")]
    File {
        /// Which one.
        what: String,
        /// What the system said.
        error: io::Error,
    },
    /// A demonstration was to start on a database with real people.
    #[error("this database is not a demonstration's")]
    RealPeople,
    /// The server was to start on a database whose log-ins were printed for everybody to see.
    #[error("this database is a demonstration's")]
    Demonstration,
    /// Another server runs on this data folder, or it is being restored.
    #[error("{} is in use by a running server", .0.display())]
    Running(PathBuf),
    /// There is no database to work on.
    #[error("no database at {}", .0.display())]
    NoDatabase(PathBuf),
    /// The database has to be brought up to date first.
    #[error("the database has an older schema")]
    OlderSchema,
    /// PostgreSQL brings its own tools.
    #[error("PostgreSQL is backed up and restored by its own tools")]
    NotEmbedded,
    /// The program itself is not in order.
    #[error("{0}")]
    Program(String),
}

impl ServeError {
    pub(super) fn file(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::File { what: what.into(), error }
    }

    /// What happened and what to do, in both languages.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Store(error) => store_sentence(error),
            Self::Listen { address, error } if error.kind() == io::ErrorKind::AddrInUse => Sentence::new(
                format!("{address} 已被其他程序占用；请停止该程序，或用 --listen 换一个地址"),
                format!("{address} is in use by another program; stop it, or choose another with --listen"),
            ),
            Self::Listen { address, error } => Sentence::new(
                format!("无法在 {address} 上监听（{error}）"),
                format!("cannot listen on {address} ({error})"),
            ),
            Self::File { what, error } => {
                Sentence::new(format!("{what}：读写失败（{error}）"), format!("{what}: {error}"))
            }
            Self::RealPeople => Sentence::new(
                "这个数据库里有真实用户，不能用于演示；请用 --data 指定另一个目录",
                "this database has real people and cannot be a demonstration's; name another folder with --data",
            ),
            Self::Demonstration => Sentence::new(
                "这是演示用的数据库，其口令曾公开显示，不能正式使用；请用 --data 指定另一个目录",
                "this is a demonstration's database: its passwords were shown to everybody. Name another folder with --data",
            ),
            Self::Running(folder) => {
                let folder = folder.display();
                Sentence::new(
                    format!("{folder} 正被运行中的服务使用；请先停止该服务"),
                    format!("{folder} is in use by a running server; stop that first"),
                )
            }
            Self::NoDatabase(file) => {
                let file = file.display();
                Sentence::new(
                    format!("没有数据库 {file}；请用 --data 指定服务所用的目录"),
                    format!("there is no database {file}; name the server's folder with --data"),
                )
            }
            Self::OlderSchema => Sentence::new(
                "数据库结构较旧；请先用本版本启动一次服务（jifen serve），它会先备份再升级",
                "the database has an older schema; start this version's server once, which makes a copy and brings it up to date",
            ),
            Self::NotEmbedded => Sentence::new(
                "PostgreSQL 请用其自带工具备份和恢复（pg_dump、pg_restore 或 WAL 归档），并同时保存数据目录中的 files、rules-in-use、rules、audit.anchor 和 server.key",
                "PostgreSQL is backed up and restored by its own tools (pg_dump and pg_restore, or WAL archiving); keep files, rules-in-use, rules, audit.anchor and server.key of the data folder too",
            ),
            Self::Program(text) => {
                Sentence::new(format!("程序自身有误：{text}"), format!("a fault of the program: {text}"))
            }
        }
    }
}

fn store_sentence(error: &StoreError) -> Sentence {
    match error {
        StoreError::Address => Sentence::new(
            "数据库地址无法识别，或此操作不适用于它：应为文件路径（SQLite），或 postgres://用户@主机/库名",
            "the database address is not understood, or this is not done on it: use a file path (SQLite) or postgres://user@host/name",
        ),
        StoreError::OldSqlite { found, needed } => Sentence::new(
            format!("SQLite {found} 可能丢失已提交的数据，至少需要 {needed}"),
            format!("SQLite {found} may lose committed data; {needed} or newer is needed"),
        ),
        StoreError::OldPostgres { found } => Sentence::new(
            format!("PostgreSQL {found} 版本过低，至少需要 15"),
            format!("PostgreSQL {found} is too old; 15 or newer is needed"),
        ),
        StoreError::NewerSchema { found, known } => Sentence::new(
            format!("数据库结构为第 {found} 版，由更新的程序写成；本程序只认识到第 {known} 版，请换用新程序"),
            format!(
                "the database has schema {found}, written by a newer program; this one knows {known}: use the newer program"
            ),
        ),
        StoreError::OlderSchema { found, known } => Sentence::new(
            format!(
                "PostgreSQL 数据库的结构是第 {found} 版，本程序要升级到第 {known} 版，升级前不会自动备份：\n\
                 请先停止所有服务，用 pg_dump 备份数据库并连同数据目录一起保存，再以 --migrate true 启动一次"
            ),
            format!(
                "the PostgreSQL database has schema {found} and would be brought to {known}, of which no copy is made by itself:\n\
                 stop every server, back the database up with pg_dump and keep the data folder with it, then start once with --migrate true"
            ),
        ),
        StoreError::ChangedMigration { version } => Sentence::new(
            format!("第 {version} 次结构变更与本程序中的不一致，数据库不是由本程序的正式版本写成的"),
            format!(
                "migration {version} is not the one of this program: the database was not written by a release of it"
            ),
        ),
        StoreError::File(error) => Sentence::new(
            format!("文件读写失败（{error}）"),
            format!("a file could not be read or written: {error}"),
        ),
        other => Sentence::new(format!("数据库出错：{other}"), format!("the database failed: {other}")),
    }
}
