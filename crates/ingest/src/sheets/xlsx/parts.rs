//! Which parts a workbook has: sheets in order, styles, shared texts, the date system.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{
    Refusal,
    archive::Archive,
    damaged,
    xml::{Xml, attribute},
};
use crate::limits;

/// One sheet of the workbook.
#[derive(Debug, Clone)]
pub(crate) struct SheetPart {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) part: String,
}

/// The parts needed for reading cells.
pub(crate) struct Parts {
    pub(crate) sheets: Vec<SheetPart>,
    pub(crate) styles: Option<String>,
    pub(crate) strings: Option<String>,
    pub(crate) date1904: bool,
}

struct Relation {
    kind: String,
    target: String,
}

/// Follows the relations from the root of the archive.
pub(crate) fn read(archive: &mut Archive) -> Result<Parts, Refusal> {
    let root = relations(archive, "", "_rels/.rels")?;
    let workbook = of_kind(&root, "/officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(archive, folder, &format!("{folder}/_rels/{file}.rels"))?;
    let mut parts = Parts {
        sheets: Vec::new(),
        styles: of_kind(&relations, "/styles"),
        strings: of_kind(&relations, "/sharedStrings"),
        date1904: false,
    };
    read_workbook(archive, &workbook, &relations, &mut parts)?;
    if parts.sheets.is_empty() {
        return Err(damaged("it has no sheets"));
    }
    Ok(parts)
}

fn of_kind(relations: &HashMap<String, Relation>, kind: &str) -> Option<String> {
    relations.values().find(|relation| relation.kind.ends_with(kind)).map(|relation| relation.target.clone())
}

fn relations(archive: &mut Archive, folder: &str, part: &str) -> Result<HashMap<String, Relation>, Refusal> {
    let mut found = HashMap::new();
    if archive.find(part).is_none() {
        return Ok(found);
    }
    let mut xml = Xml::new(archive.part(part, limits::PART_BYTES)?);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(found),
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let id = attribute(&element, "Id")?.unwrap_or_default();
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                let target = attribute(&element, "Target")?.unwrap_or_default();
                found.insert(id, Relation { kind, target: resolved(folder, &target) });
            }
            _ => {}
        }
        if found.len() > limits::ARCHIVE_ENTRIES * 4 {
            return Err(damaged("too many relations"));
        }
    }
}

/// A target relative to `folder`, or absolute when it begins with a slash.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn read_workbook(
    archive: &mut Archive,
    part: &str,
    relations: &HashMap<String, Relation>,
    parts: &mut Parts,
) -> Result<(), Refusal> {
    let mut xml = Xml::new(archive.part(part, limits::PART_BYTES)?);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(()),
            Event::Start(element) => match element.local_name().as_ref() {
                "workbookPr" => {
                    let flag = attribute(&element, "date1904")?;
                    parts.date1904 = matches!(flag.as_deref(), Some("1" | "true" | "on"));
                }
                "sheet" => {
                    let id = attribute(&element, "id")?.unwrap_or_default();
                    // Chart sheets and dialogs have no cells.
                    if let Some(relation) = relations.get(&id).filter(|it| it.kind.ends_with("/worksheet")) {
                        let state = attribute(&element, "state")?;
                        parts.sheets.push(SheetPart {
                            name: attribute(&element, "name")?.unwrap_or_default(),
                            hidden: matches!(state.as_deref(), Some("hidden" | "veryHidden")),
                            part: relation.target.clone(),
                        });
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}
