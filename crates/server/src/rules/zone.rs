//! The rule files as a zone sees them: the schemes it published itself, beside those that every zone has.

use super::{RuleHome, scheme_from};
use crate::{desk::Desk, problem::Problem};
use domain::indicators::Scheme;
use jiff::civil::Date;
use rulebook::{Files, Loaded};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};
use store::{
    Scope, Source, StoreError,
    scheme_drafts::{self, SchemeState},
};

/// Rule files with those of a zone.
#[derive(Debug, Clone)]
pub(crate) struct ZoneRules {
    home: RuleHome,
    own: BTreeMap<PathBuf, String>,
}

impl Files for ZoneRules {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.own.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.home.read(path),
        }
    }
}

impl ZoneRules {
    /// Those that the caller's permission reaches.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn of(desk: &Desk) -> Result<Self, StoreError> {
        Self::within(desk, desk.database(), desk.scope()).await
    }

    /// Those of the zone at `path`.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn of_zone(desk: &Desk, path: &str) -> Result<Self, StoreError> {
        Self::within(desk, desk.database(), &Scope::Organisation(path.to_owned())).await
    }

    /// Those within `scope`, as `source` sees them.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn within(desk: &Desk, source: &impl Source, scope: &Scope) -> Result<Self, StoreError> {
        let published = scheme_drafts::list(source, scope, Some(SchemeState::Published)).await?;
        let own = published.into_iter().map(|one| (PathBuf::from(one.file), one.content)).collect();
        Ok(Self { home: desk.app.rules.clone(), own })
    }

    /// The same with another text at `file`.
    pub(crate) fn with(mut self, file: &str, text: &str) -> Self {
        self.own.insert(PathBuf::from(file), text.to_owned());
        self
    }

    /// Whether the zone wrote the scheme at `path` itself.
    pub(crate) fn wrote(&self, path: &str) -> bool {
        self.own.contains_key(Path::new(path))
    }

    /// The paths of all schemes, sorted.
    pub(crate) fn schemes(&self) -> Vec<String> {
        let own = self.own.keys().map(|path| path.to_string_lossy().into_owned());
        own.chain(self.home.schemes()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The scheme at `path`, for the day in force nearest to `wanted`.
    ///
    /// # Errors
    /// 422 at `pointer`, with the first thing wrong with it.
    pub(crate) fn scheme(&self, path: &str, wanted: Date, pointer: &str) -> Result<Loaded<Scheme>, Problem> {
        scheme_from(self, path, wanted, pointer)
    }

    /// The text of the scheme at `path`.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let known = self.schemes().iter().any(|known| known == path);
        let bytes = known.then(|| self.read(Path::new(path)).ok()).flatten()?;
        String::from_utf8(bytes).ok()
    }
}
