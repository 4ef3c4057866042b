//! The rule files: those shipped with the program, and a folder of the zone's own that comes before them.

mod known;
mod lists;
mod pinned;
mod remind;
mod shipped;
mod titles;
mod with_text;
mod zone;

pub(crate) use known::Rules;
pub(crate) use pinned::Pinned;
pub(crate) use remind::policy_officers;
pub use remind::remind_rule_writers;
pub(crate) use titles::Title;
pub(crate) use with_text::{Beside, WithText};
pub(crate) use zone::{ZoneRules, all_zones};

use crate::problem::{Code, Field, Problem};
use domain::indicators::{Dictionary, Scheme};
use jiff::civil::Date;
use rulebook::{Files, Loaded};
use std::{
    collections::BTreeSet,
    io,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

/// The data dictionary.
pub(crate) const DICTIONARY: &str = "items/enterprise.yaml";
/// Where schemes lie.
const SCHEMES: &str = "schemes";

/// Where rule files are found. Paths are relative to `rules/`.
#[derive(Debug, Clone)]
pub(crate) struct RuleHome {
    folder: PathBuf,
    known: Arc<Rules>,
    titles: titles::Known,
}

impl Files for RuleHome {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Folder(&self.folder).read(path)
    }
}

/// A folder that comes before the shipped files.
struct Folder<'a>(&'a Path);

impl Files for Folder<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        }
        match rulebook::Disk.read(&self.0.join(path)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let name = path.to_string_lossy();
                let text = shipped::FILES.iter().find(|(known, _)| *known == name);
                text.map(|(_, text)| text.as_bytes().to_vec()).ok_or(error)
            }
            read => read,
        }
    }
}

impl RuleHome {
    /// The rules of `folder` before the shipped ones.
    ///
    /// # Errors
    /// A data dictionary, classification or list that cannot be read, told for the person at the machine.
    pub(crate) fn open(folder: PathBuf) -> Result<Self, String> {
        let known = Arc::new(Rules::read(&Folder(&folder))?);
        Ok(Self { folder, known, titles: titles::Known::default() })
    }

    /// The data dictionary.
    pub(crate) fn dictionary(&self) -> &Arc<Dictionary> {
        &self.known.dictionary
    }

    /// What collecting data needs.
    pub(crate) fn known(&self) -> &Rules {
        &self.known
    }

    /// The paths of all ladder files, sorted: those shipped, and those in the zone's own folder, which take the place of
    /// shipped ones of the same path.
    pub(crate) fn ladders(&self) -> Vec<PathBuf> {
        self.files_of("ladders")
    }

    /// The paths of all policy files, sorted; as for ladders.
    pub(crate) fn policies(&self) -> Vec<PathBuf> {
        self.files_of("policies")
    }

    /// The paths of all product files, sorted; as for ladders.
    pub(crate) fn products(&self) -> Vec<PathBuf> {
        self.files_of("products")
    }

    /// Whether the file at `path` is the one that comes with the program, and none of the zone's own folder in its place.
    pub(crate) fn ships(&self, path: &Path) -> bool {
        let name = path.to_string_lossy();
        shipped::FILES.iter().any(|(known, _)| *known == name) && !self.folder.join(path).exists()
    }

    /// The paths of all scorecard files, sorted; as for ladders.
    pub(crate) fn scorecards(&self) -> Vec<PathBuf> {
        self.files_of("scorecards")
    }

    fn files_of(&self, folder: &str) -> Vec<PathBuf> {
        let shipped = shipped::FILES.iter().map(|(path, _)| (*path).to_owned());
        let shipped = shipped.filter(|path| path.starts_with(&format!("{folder}/")));
        let own = [folder.to_owned(), format!("{folder}/local")].into_iter().flat_map(|below| {
            let found = std::fs::read_dir(self.folder.join(&below)).into_iter().flatten().flatten();
            let names = found.filter_map(|entry| entry.file_name().into_string().ok());
            let names = names.filter(|name| name.ends_with(".yaml") && !name.ends_with(".cases.yaml"));
            names.map(move |name| format!("{below}/{name}")).collect::<Vec<_>>()
        });
        shipped.chain(own).collect::<BTreeSet<_>>().into_iter().map(PathBuf::from).collect()
    }

    /// Changes when a ladder file of the zone's own folder does.
    pub(crate) fn ladders_stamp(&self) -> String {
        self.stamp_of(self.ladders())
    }

    /// Changes when a policy file of the zone's own folder does.
    pub(crate) fn policies_stamp(&self) -> String {
        self.stamp_of(self.policies())
    }

    /// Changes when a product file of the zone's own folder does.
    pub(crate) fn products_stamp(&self) -> String {
        self.stamp_of(self.products())
    }

    fn stamp_of(&self, files: Vec<PathBuf>) -> String {
        let own = files.into_iter().filter_map(|path| {
            let known = std::fs::metadata(self.folder.join(&path)).ok()?;
            let at = known.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some(format!("{} {} {}", path.display(), known.len(), at.as_nanos()))
        });
        own.collect::<Vec<_>>().join("\n")
    }

    /// The paths of all schemes, sorted.
    pub(crate) fn schemes(&self) -> Vec<String> {
        let is_scheme = |name: &str| name.ends_with(".yaml") && !name.ends_with(".cases.yaml");
        let shipped = shipped::FILES.iter().map(|(path, _)| (*path).to_owned());
        let shipped = shipped.filter(|path| path.starts_with("schemes/") && is_scheme(path));
        let own = std::fs::read_dir(self.folder.join(SCHEMES)).into_iter().flatten().flatten();
        let own = own.filter_map(|entry| entry.file_name().into_string().ok());
        let own = own.filter(|name| is_scheme(name)).map(|name| format!("{SCHEMES}/{name}"));
        shipped.chain(own).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// The scheme at `path` among `files`, for the day in force nearest to `wanted`.
///
/// # Errors
/// 422 at `pointer`, with the first thing wrong with it.
pub(crate) fn scheme_from(
    files: &dyn Files,
    path: &str,
    wanted: Date,
    pointer: &str,
) -> Result<Loaded<Scheme>, Problem> {
    let file = Path::new(path);
    let inside = file.starts_with(SCHEMES) && file.extension().is_some_and(|end| end == "yaml");
    let refused =
        |zh: String, en: String| Err(Problem::new(Code::NotAccepted).at(vec![Field::new(pointer, zh, en)]));
    if !inside || files.read(file).is_err() {
        return refused("没有这个方案".into(), "there is no such scheme".into());
    }
    let date = nearest_in_force(files, file, wanted);
    rulebook::load_scheme_from(files, file, date).or_else(|problems| {
        let say = |language| {
            let first = problems.iter().find(|problem| problem.is_error());
            first.map_or_else(String::new, |problem| rulebook::render(problem, language))
        };
        refused(
            format!("方案有误：{}", say(rulebook::Language::Chinese)),
            format!("the scheme has problems: {}", say(rulebook::Language::English)),
        )
    })
}

/// The day `file` is in force that is nearest to `wanted`.
pub(crate) fn nearest_in_force(files: &dyn Files, file: &Path, wanted: Date) -> Date {
    match rulebook::days_in_force_from(files, file) {
        Some((from, _)) if wanted < from => from,
        Some((_, Some(until))) if wanted > until => until,
        _ => wanted,
    }
}
