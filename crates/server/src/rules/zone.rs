//! The rule files as a zone sees them: the schemes, policies and products published there, beside those that every zone has.

use super::{RuleHome, scheme_from};
use crate::{
    app::App,
    desk::Desk,
    problem::{Problem, Stop},
};
use domain::indicators::Scheme;
use jiff::civil::Date;
use rulebook::{Files, Loaded};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};
use store::{
    OrganisationKind, PageRequest, Scope, Source, StoreError,
    organisations::{self, Filter, Organisation, Sort},
    rule_drafts::{self, DraftState, RuleKind},
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
        let kinds = &[RuleKind::Scheme];
        let published = rule_drafts::list(source, scope, kinds, Some(DraftState::Published)).await?;
        let own = published.into_iter().map(|one| (PathBuf::from(one.file), one.content)).collect();
        Ok(Self { home: desk.app.rules.clone(), own })
    }

    /// The policies and products that count where the caller is: those that every zone has, and those of its zone. Who
    /// belongs to no zone reads those of the only zone, where there is only one.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn library(desk: &Desk) -> Result<Self, Stop> {
        let zone = Self::zone_of(desk).await?;
        Ok(Self::library_in(desk, desk.database(), zone.as_ref()).await?)
    }

    /// The policies and products of the zone with this id.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn library_at(desk: &Desk, zone_id: &str) -> Result<Self, Stop> {
        let zone = organisations::within(desk.database(), &Scope::Everything, zone_id).await?;
        Ok(Self::library_in(desk, desk.database(), zone.as_ref()).await?)
    }

    /// The zone whose policies and products the caller reads: its own, or the only one there is.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn zone_of(desk: &Desk) -> Result<Option<Organisation>, StoreError> {
        let own = match desk.caller() {
            Ok(_) => desk.zone().await.ok(),
            Err(_) => None,
        };
        match own {
            Some(zone) => Ok(Some(zone)),
            None => only_zone(desk).await,
        }
    }

    /// The policies and products of `zone` and its banks, and of the banks that serve every zone, as `source` sees them.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn library_in(
        desk: &Desk,
        source: &impl Source,
        zone: Option<&Organisation>,
    ) -> Result<Self, StoreError> {
        match zone {
            Some(zone) => Self::library_for(&desk.app, source, zone).await,
            None => Ok(Self { home: desk.app.rules.clone(), own: BTreeMap::new() }),
        }
    }

    /// The same for work that nobody asked for.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn library_for(
        app: &App,
        source: &impl Source,
        zone: &Organisation,
    ) -> Result<Self, StoreError> {
        let kinds = &[RuleKind::Policy, RuleKind::Product];
        let state = Some(DraftState::Published);
        let mut published = rule_drafts::list(source, &Scope::Below(zone.path.clone()), kinds, state).await?;
        for bank in banks_above(source, zone).await? {
            let scope = Scope::Organisation(bank.path);
            published.extend(rule_drafts::list(source, &scope, kinds, state).await?);
        }
        let own = published.into_iter().map(|one| (PathBuf::from(one.file), one.content)).collect();
        Ok(Self { home: app.rules.clone(), own })
    }

    /// The products that the bank at `path` has published, with their paths.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn products_of_bank(
        app: &App,
        source: &impl Source,
        path: &str,
    ) -> Result<(Self, Vec<PathBuf>), StoreError> {
        let rules = Self::of_bank(app, source, path, RuleKind::Product).await?;
        let named = rules.own.keys().cloned().collect();
        Ok((rules, named))
    }

    /// The scorecards of the bank at `path`: those it has published, beside those in files.
    ///
    /// # Errors
    /// The engine's failure.
    pub(crate) async fn cards_of_bank(
        app: &App,
        source: &impl Source,
        path: &str,
    ) -> Result<Self, StoreError> {
        Self::of_bank(app, source, path, RuleKind::Scorecard).await
    }

    async fn of_bank(
        app: &App,
        source: &impl Source,
        path: &str,
        kind: RuleKind,
    ) -> Result<Self, StoreError> {
        let (scope, state) = (Scope::Organisation(path.to_owned()), Some(DraftState::Published));
        let published = rule_drafts::list(source, &scope, &[kind], state).await?;
        let own = published.into_iter().map(|one| (PathBuf::from(one.file), one.content)).collect();
        Ok(Self { home: app.rules.clone(), own })
    }

    /// Whether the file at `path` comes with the program.
    pub(crate) fn ships(&self, path: &Path) -> bool {
        !self.own.contains_key(path) && self.home.ships(path)
    }

    /// The paths of all scorecard files, sorted.
    pub(crate) fn scorecards(&self) -> Vec<PathBuf> {
        self.with_own("scorecards", self.home.scorecards())
    }

    /// The paths of all policy files, sorted.
    pub(crate) fn policies(&self) -> Vec<PathBuf> {
        self.with_own("policies", self.home.policies())
    }

    /// The paths of all product files, sorted.
    pub(crate) fn products(&self) -> Vec<PathBuf> {
        self.with_own("products", self.home.products())
    }

    /// Changes when a policy file does.
    pub(crate) fn policies_stamp(&self) -> String {
        self.stamp("policies", self.home.policies_stamp())
    }

    /// Changes when a product file does.
    pub(crate) fn products_stamp(&self) -> String {
        self.stamp("products", self.home.products_stamp())
    }

    fn own_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a PathBuf> {
        self.own.keys().filter(move |path| path.starts_with(folder))
    }

    fn with_own(&self, folder: &str, home: Vec<PathBuf>) -> Vec<PathBuf> {
        let own = self.own_below(folder).cloned();
        own.chain(home).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What is published never changes: its path says which it is.
    fn stamp(&self, folder: &str, home: String) -> String {
        let own = self.own_below(folder).map(|path| path.display().to_string());
        std::iter::once(home).chain(own).collect::<Vec<_>>().join("\n")
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
        let own = self.own_below(super::SCHEMES).map(|path| path.to_string_lossy().into_owned());
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

/// The zone, where there is only one.
async fn only_zone(desk: &Desk) -> Result<Option<Organisation>, StoreError> {
    let mut zones = all_zones(desk).await?;
    Ok(zones.pop().filter(|_| zones.is_empty()))
}

/// Every zone, by name.
///
/// # Errors
/// The engine's failure.
pub(crate) async fn all_zones(desk: &Desk) -> Result<Vec<Organisation>, StoreError> {
    every(desk.database(), OrganisationKind::Zone).await
}

/// Every organisation of a kind, by name.
///
/// # Errors
/// The engine's failure.
pub(crate) async fn every(
    source: &impl Source,
    kind: OrganisationKind,
) -> Result<Vec<Organisation>, StoreError> {
    of_kind(source, kind, None, 500).await
}

/// The banks that stand beside `zone` and serve every zone.
async fn banks_above(source: &impl Source, zone: &Organisation) -> Result<Vec<Organisation>, StoreError> {
    match &zone.parent_id {
        Some(above) => of_kind(source, OrganisationKind::Bank, Some(above.clone()), 200).await,
        None => Ok(Vec::new()),
    }
}

async fn of_kind(
    source: &impl Source,
    kind: OrganisationKind,
    parent_id: Option<String>,
    limit: u64,
) -> Result<Vec<Organisation>, StoreError> {
    let filter = Filter { kind: Some(kind), parent_id, name: None };
    let page = PageRequest { limit, after: None, descending: false };
    Ok(organisations::list(source, &Scope::Everything, &filter, Sort::Name, &page).await?.items)
}
